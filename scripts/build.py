"""Build the tables from the curated files: read -> check -> derive -> write.

    python -m scripts.build [--root FOLDER]

Offline and deterministic. If anything is wrong with the curated files, it says so for every fault, exits with 1 and
leaves every output as it was.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from scripts import pages, report, write
from scripts.check import check, check_derived
from scripts.derive import derive
from scripts.evidence import families
from scripts.problems import BadInput
from scripts.read import Tables, read_tables
from scripts.schema import ROOT, Schema, load_schema


def build(root: Path = ROOT) -> tuple[Schema, Tables, Tables]:
    """Build everything below root; gives the schema, the curated and the built tables.

    Raises:
        BadInput: the curated files have faults; nothing was written.
    """
    schema = load_schema(root)
    with _step("read"):
        curated, problems = read_tables(root, schema)
    with _step(f"check {sum(map(len, curated.values())):,} rows"):
        problems += check(schema, curated)
    if problems:
        raise BadInput(problems)
    with _step("derive"):
        built = derive(schema, curated)
        if problems := check_derived(schema, curated, built):
            raise BadInput(problems)
    with _step(f"write {len(built)} tables"):
        shares = write.evidence_shares(schema, built, families(curated))
        outputs = write.files(schema, built, shares)
        outputs[Path("docs/codebook.md")] = write.codebook(schema, shares)
        outputs[Path("docs/claims.md")] = pages.claims_page(schema, built).encode()
        outputs[Path("docs/falls.md")] = pages.falls_page(schema, built).encode()
        outputs[Path("docs/gaps.md")] = pages.gaps_page(schema, built).encode()
        blocks = {"README.md": report.readme_blocks(schema, curated, built), "docs/coding-rules.md": {"agreement": report.agreement(built)}}
        for name, content in blocks.items():
            outputs[Path(name)] = write.fill_blocks(name, (root / name).read_text("utf-8"), content).encode()
        write.publish(root, outputs)
    return schema, curated, built


class _step:
    """Tells on the terminal what is being done and how long it took."""

    def __init__(self, name: str):
        self._name = name

    def __enter__(self) -> None:
        self._start = time.perf_counter()

    def __exit__(self, *error: object) -> None:
        print(f"{self._name:<28}{time.perf_counter() - self._start:6.2f} s", file=sys.stderr, flush=True)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, default=ROOT, help="folder that holds data/ (default: this checkout)")
    root = parser.parse_args(arguments).root
    try:
        schema, curated, built = build(root)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 1
    print(f"\n{report.scope_of_ranking().capitalize()}, by length (election to inauguration)\n")
    print(report.ranking(built))
    print(f"\n{report.scope_of_records(built).capitalize()}\n")
    print(report.records(built))
    print(f"\n{report.verdicts(built)}")
    print(f"\n{report.sureness(schema, curated)}; as of {schema.package['as_of']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
