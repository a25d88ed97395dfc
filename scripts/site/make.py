"""Every page in every language, with the files beside them."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jinja2

import dutchcabinets
from scripts.site import figures, members
from scripts.site.facts import Facts
from scripts.site.page import Page
from scripts.site.pages import PAGES, notebooks
from scripts.site.pages.claims import pages as claim_pages
from scripts.site.view import View
from scripts.site.words import LANGUAGES, Words

HERE = Path(__file__).parent
Files = dict[str, bytes]
# A paragraph ends by itself where one of these begins, or where its parent ends.
_BLOCK = "p|h[1-6]|ul|ol|dl|div|nav|pre|table|form|figure|details|section|footer|/main|/footer|/div"
_UNSAID = re.compile(rf"</?(?:head|body)>\n|</html>|</p>(?=\n<(?:{_BLOCK})\b)")
_AS_IT_STANDS = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_TAG = re.compile(r'<[a-zA-Z][^<>"]*="[^<>]*>')
_QUOTED = re.compile(r"""([\w:-]+)="([^\s"'=<>`]+)"(?!/)""")


def pages(facts: Facts) -> Iterator[Page]:
    """Every page, those of a kind together."""
    for made in PAGES:
        yield from made(facts)


def files(facts: Facts | None = None, told: Callable[[str], None] = print) -> Files:
    """Every file of the site by its path.

    Raises:
        BadInput: a word of the site or a label of a code is missing in a language.
    """
    facts = facts or Facts()
    writer = Writer(facts)
    found: Files = {}
    for number, page in enumerate(pages(facts), 1):
        if number % 20 == 1:
            told(f"{number} {page.path}")
        made = writer.page(page)
        if again := made.keys() & found.keys():
            raise ValueError(f"two pages have the file {min(again)}")
        found |= made
    return found | writer.rest(list(found))


class Writer:
    """Writes pages: the templates, and the words of each language."""

    def __init__(self, facts: Facts):
        self.facts = facts
        self.words = {lang: Words(lang, facts) for lang in LANGUAGES}
        self.homepage = str(facts.package.get("homepage") or "").rstrip("/")
        self.templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(HERE / "templates"), autoescape=True,
            undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        self.templates.globals |= {
            "languages": LANGUAGES, "version": facts.version, "as_of": facts.as_of,
            "cite": dutchcabinets.cite(), "homepage": self.homepage,
        }  # fmt: skip
        self.templates.filters["json"] = _json

    def page(self, page: Page) -> Files:
        """A page in each language, and the files of its tables and charts."""
        found: Files = {}
        for lang in LANGUAGES:
            view = View(self.facts, page, self.words[lang])
            template = self.templates.get_template(f"{page.template}.html")
            written = template.render(view=view, say=view.say, lang=lang, **page.data)
            found[f"{lang}/{page.path}index.html"] = _close(written).encode()
            for chart in page.charts:
                name = f"{lang}/{page.path}{chart.name}.svg"
                found[name] = view.drawn_alone(chart)
        for grid in page.grids:
            for name, content in grid.files().items():
                found |= {f"{lang}/{page.path}{name}": content for lang in LANGUAGES}
        return found

    def rest(self, paths: list[str]) -> Files:
        """What stands beside the pages: the choice of a language, style, script, tables."""
        found = {file.name: _small(file) for file in sorted((HERE / "static").iterdir())}
        choice = self.templates.get_template("choice.html").render(words=self.words)
        found["index.html"] = _close(choice).encode()
        for file in sorted((self.facts.root / "data" / "tables").iterdir()):
            found[f"data/tables/{file.name}"] = file.read_bytes()
        found |= self._looked_up()
        found |= self._scripts()
        found["datapackage.json"] = (self.facts.root / "datapackage.json").read_bytes()
        if self.homepage:
            found["sitemap.xml"] = self._sitemap(paths)
        return found

    def _scripts(self) -> Files:
        """The scripts that notebooks import, beside each page of a notebook that names one."""
        folder = self.facts.root / notebooks.FOLDER
        return {
            f"{lang}/notebooks/{notebook.stem}/{script.name}": script.read_bytes()
            for script in sorted(folder.glob("*.py"))
            for notebook in sorted(folder.glob("*.ipynb"))
            if script.name in notebook.read_text("utf-8")
            for lang in LANGUAGES
        }

    def _looked_up(self) -> Files:
        """What the scripts of the look-ups and of the checker read."""
        claims = figures.claimed(self.facts, claim_pages(self.facts))
        rows = figures.figures(self.facts)
        return {
            members.FILE: members.file(self.facts),
            figures.FILE: figures.file(self.facts, rows, claims, self.words),
        }

    def _sitemap(self, paths: list[str]) -> bytes:
        of = (path.removesuffix("index.html") for path in paths if path.endswith("index.html"))
        urls = "".join(f"<url><loc>{self.homepage}/{path}</loc></url>\n" for path in of)
        namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
        head = '<?xml version="1.0" encoding="UTF-8"?>'
        return f'{head}\n<urlset xmlns="{namespace}">\n{urls}</urlset>\n'.encode()


def _small(file: Path) -> bytes:
    """A style sheet or script without the room and the comments that stand on their own lines."""
    lines = (line.strip() for line in file.read_text("utf-8").splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//")).encode()


def _json(value: object) -> str:
    """A value inside a script, where no tag may end it; parts that are not known are left out."""
    if isinstance(value, dict):
        value = {key: part for key, part in value.items() if part}
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return jinja2.filters.do_mark_safe(written.replace("<", "\\u003c"))


def _close(written: str) -> str:
    """HTML without what need not be; code and citations keep the room at the start of lines."""
    parts = _AS_IT_STANDS.split(written)
    parts[::2] = map(_bare, parts[::2])
    return "".join(parts).strip() + "\n"


def _bare(written: str) -> str:
    """HTML without room at the start of lines, needless quotes, and tags that go unsaid."""
    bare = _TAG.sub(lambda tag: _QUOTED.sub(r"\1=\2", tag[0]), written)
    return _UNSAID.sub("", re.sub(r"\s*\n\s*", "\n", bare))


def write(folder: Path, made: Files) -> None:
    """Put the files of the site into a folder, in place of an older site that lies there.

    Raises:
        OSError: a file could not be written, or the folder holds something else.
    """
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "en").is_dir():
        raise OSError(f"{folder} holds something else than a site: name another folder")
    new = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    for parent in sorted({(new / path).parent for path in made}):
        parent.mkdir(parents=True, exist_ok=True)
    # Thousands of small files: what takes long is to wait for the disk.
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda one: (new / one[0]).write_bytes(one[1]), made.items()))
    shutil.rmtree(folder, ignore_errors=True)
    new.rename(folder)


def sizes(made: Files) -> str:
    """How many pages there are, and how large they and the other files are."""
    own = [len(content) for path, content in made.items() if path.endswith(".html")]
    rest = sum(map(len, made.values())) - sum(own)
    return f"{len(own)} pages of {sum(own) / 1e6:.1f} MB and {rest / 1e6:.1f} MB of files"
