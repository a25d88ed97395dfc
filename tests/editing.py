"""Edits of curated files, as a person would make them."""

import csv
from pathlib import Path


def path_of(root: Path, table: str, folder: str = "curated") -> Path:
    return root / "data" / folder / f"{table}.csv"


def records(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def edit(root: Path, table: str, key: dict, folder: str = "curated", **cells: str) -> int:
    """Change cells of the first row with a key; gives its line."""
    path = path_of(root, table, folder)
    header, *rows = records(path)
    places = [
        number
        for number, row in enumerate(rows, 1)
        if all(row[header.index(name)] == wanted for name, wanted in key.items())
    ]
    assert places, f"{table} has no row {key}"
    for name, value in cells.items():
        rows[places[0] - 1][header.index(name)] = value
    write(path, [header, *rows])
    return line_of(path, places[0])


def line_of(path: Path, number: int) -> int:
    """The line on which record `number` starts (a record may span lines)."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        line = 1
        for _ in range(number):
            next(reader)
            line = reader.line_num + 1
        return line


def append(root: Path, table: str, folder: str = "curated", **cells: str) -> int:
    """Add a row at the end, blank but for the given cells; gives its line."""
    path = path_of(root, table, folder)
    header, *rows = records(path)
    assert set(cells) <= set(header), f"{table} has no columns {set(cells) - set(header)}"
    write(path, [header, *rows, [cells.get(name, "") for name in header]])
    return line_of(path, len(rows) + 1)


def remove(root: Path, table: str, key: dict, folder: str = "curated") -> None:
    """Take out the rows with a key."""
    path = path_of(root, table, folder)
    header, *rows = records(path)
    kept = [
        row
        for row in rows
        if not all(row[header.index(name)] == value for name, value in key.items())
    ]
    assert len(kept) < len(rows), f"{table} has no row {key}"
    write(path, [header, *kept])
