"""How to cite the data package, from its metadata."""

from __future__ import annotations

import json
from collections.abc import Callable

from dutchcabinets import _package


def cite(format: str = "text") -> str:
    """How to cite this version of the data.

    Args:
        format: "text", "bibtex", "apa", "csl-json" or "ris".

    Raises:
        ValueError: there is no such format; the message names the near ones.
    """
    if format not in FORMATS:
        raise _package.unknown("format", format, list(FORMATS))
    return FORMATS[format](_package.package())


def _parts(package: dict) -> dict[str, str]:
    doi = package.get("id", "")
    return {
        "author": package["contributors"][0]["title"],
        "title": package["title"],
        "year": package["created"][:4],
        "version": package["version"],
        "link": doi or package.get("homepage", ""),
        "doi": doi.removeprefix("https://doi.org/"),
        "key": f"{package['name']}_{package['version'].replace('.', '_')}",
    }


def text(package: dict) -> str:
    """One line for a footnote."""
    part = _parts(package)
    title = f"{part['title']} (dutchcabinets, version {part['version']}) [data set]."
    return f"{part['author']} ({part['year']}). {title} {part['link']}".strip()


def apa(package: dict) -> str:
    """APA 7th edition."""
    part = _parts(package)
    title = f"{part['title']} (Version {part['version']}) [Data set]."
    return f"{part['author']}. ({part['year']}). {title} {part['link']}".strip()


def bibtex(package: dict) -> str:
    part = _parts(package)
    fields = {
        "author": f"{{{part['author']}}}",
        "title": part["title"],
        "year": part["year"],
        "version": part["version"],
        "note": "Data set",
        "doi": part["doi"],
        "url": part["link"],
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "@misc{" + part["key"] + ",\n" + ",\n".join(lines) + "\n}"


def csl_json(package: dict) -> str:
    part = _parts(package)
    day = [int(number) for number in package["created"][:10].split("-")]
    item = {
        "id": part["key"],
        "type": "dataset",
        "title": part["title"],
        "author": [{"literal": part["author"]}],
        "issued": {"date-parts": [day]},
        "version": part["version"],
        "DOI": part["doi"],
        "URL": part["link"],
    }
    return json.dumps(
        [{name: value for name, value in item.items() if value}], indent=2, ensure_ascii=False
    )


def ris(package: dict) -> str:
    part = _parts(package)
    fields = {
        "TY": "DATA",
        "AU": part["author"],
        "TI": part["title"],
        "PY": part["year"],
        "ET": part["version"],
        "DO": part["doi"],
        "UR": part["link"],
    }
    return "\n".join([f"{tag}  - {value}" for tag, value in fields.items() if value] + ["ER  - "])


def cff(package: dict) -> str:
    """CITATION.cff of the repository."""
    part = _parts(package)
    lines = [
        "cff-version: 1.2.0",
        "message: If you use these data, please cite them as below.",
        "type: dataset",
        f"title: {json.dumps(part['title'])}",
        f"abstract: {json.dumps(package['description'])}",
        "authors:",
        f"  - name: {json.dumps(part['author'])}",
        f"version: {part['version']}",
        f"date-released: {package['created'][:10]}",
        f"license: {package['licenses'][0]['name']}",
        *([f"doi: {part['doi']}"] if part["doi"] else []),
        *([f"url: {package['homepage']}"] if package.get("homepage") else []),
        "keywords:",
        *(f"  - {keyword}" for keyword in package["keywords"]),
    ]
    return "\n".join(lines) + "\n"


FORMATS: dict[str, Callable[[dict], str]] = {
    "text": text,
    "bibtex": bibtex,
    "apa": apa,
    "csl-json": csl_json,
    "ris": ris,
}
