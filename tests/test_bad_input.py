"""What a careless editor gets: every fault named with file, line, column, what was expected and what was found."""

import csv
import re

import pytest

from scripts.build import build, main
from scripts.problems import BadInput
from tests.conftest import outputs


def edit(tree, table, key, column, value, folder="curated"):
    """Change one cell of a curated file as a person would; gives its line."""
    path = tree / "data" / folder / f"{table}.csv"
    rows = list(csv.reader(path.open(encoding="utf-8", newline="")))
    header = rows[0]
    found = [number for number, row in enumerate(rows) if all(row[header.index(name)] == wanted for name, wanted in key.items())]
    assert found, f"{table} has no row {key}"
    rows[found[0]][header.index(column)] = value
    write(path, rows)
    return line_of(path, found[0])


def line_of(path, number):
    """The line on which record `number` starts (a record may span lines)."""
    reader = csv.reader(path.open(encoding="utf-8", newline=""))
    line = 1
    for _ in range(number):
        next(reader)
        line = reader.line_num + 1
    return line


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def append(tree, table, row, folder="curated"):
    """Add a row at the end; gives its line."""
    path = tree / "data" / folder / f"{table}.csv"
    text = path.read_text("utf-8")
    write(path, [*csv.reader(text.splitlines(keepends=True)), row])
    return text.count("\n") + 1


def remove(tree, table, key, folder="curated"):
    path = tree / "data" / folder / f"{table}.csv"
    header, *rows = list(csv.reader(path.open(encoding="utf-8", newline="")))
    kept = [row for row in rows if not all(row[header.index(name)] == value for name, value in key.items())]
    assert len(kept) < len(rows), f"{table} has no row {key}"
    write(path, [header, *kept])


def remove_uncited(tree, lines):
    """Take out the sources that a change left without a citation."""
    for line in lines:
        if "a source that some evidence or claim cites" in line:
            remove(tree, "sources", {"source_id": line.rpartition("found ")[2]}, "evidence")


def problems(tree):
    """Build, expect it to fail without a trace on the outputs, and give the lines of the message."""
    before = outputs(tree)
    with pytest.raises(BadInput) as error:
        build(tree)
    assert outputs(tree) == before, "a failed build changed an output"
    *lines, last = str(error.value).splitlines()
    assert re.fullmatch(rf"{len(lines)} problems?; nothing was written", last)
    for line in lines:
        assert re.fullmatch(r"data/(curated|evidence|tables)/\w+\.csv:\d+: .+: expected .+, found .+", line), line
    return lines


def has(lines, start, *parts):
    """Some line begins with file:line: column and holds the parts."""
    assert any(line.startswith(start) and all(part in line for part in parts) for line in lines), "\n".join(
        [start, *parts, "not in", *lines]
    )


EDITS = {
    "unknown id in a foreign key": (
        "cabinets",
        {"cabinet_id": "den-uyl"},
        "prime_minister_id",
        "nobody-x",
        "an id in data/curated/persons.csv",
        "nobody-x",
    ),
    "unknown party": (
        "election_results",
        {"election_id": "tk-1977", "party_id": "ppr"},
        "party_id",
        "pprr",
        "an id in data/curated/parties.csv",
        "pprr",
    ),
    "30 February": ("events", {"event_id": "den-uyl-inauguration"}, "date", "1973-02-30", "a date YYYY-MM-DD", "'1973-02-30'"),
    "day and month swapped": ("elections", {"election_id": "tk-1977"}, "date", "1977-25-05", "a date YYYY-MM-DD", "'1977-25-05'"),
    "unknown event type": (
        "events",
        {"event_id": "den-uyl-inauguration"},
        "event_type",
        "inaugurated",
        "a code of event_type (inauguration",
        "'inaugurated'",
    ),
    "missing required value": ("elections", {"election_id": "tk-1977"}, "date", "", "a value", "nothing"),
    "a word for a number": ("elections", {"election_id": "tk-1977"}, "electorate", "9.5 million", "a whole number", "'9.5 million'"),
    "a negative number": ("election_results", {"election_id": "tk-1977", "party_id": "ppr"}, "votes", "-1", "at least 1", "-1"),
    "space around a value": (
        "cabinets",
        {"cabinet_id": "den-uyl"},
        "name",
        "Kabinet-Den Uyl ",
        "no space at the ends",
        "'Kabinet-Den Uyl '",
    ),
    "a second round on a day that does not exist": (
        "elections",
        {"election_id": "tk-1888"},
        "runoff_dates",
        "1888-03-20;1888-03-32",
        "a date YYYY-MM-DD that exists, or several separated by semicolons",
        "'1888-03-20;1888-03-32'",
    ),
    "a second round before the first": (
        "elections",
        {"election_id": "tk-1888"},
        "runoff_dates",
        "1888-03-05",
        "days after 1888-03-06 in order",
        "1888-03-05",
    ),
    "a chair of the council that ends before it begins": (
        "council_chairs",
        {"person_id": "mackay-ae"},
        "end_text",
        "1887",
        "a day not before start_text 1888-04-20",
        "1887",
    ),
    "an id with capitals": ("persons", {"person_id": "den-uyl-jm"}, "person_id", "Den-Uyl", "text like", "'Den-Uyl'"),
    "seats that do not sum to the chamber": ("election_results", {"election_id": "tk-1977", "party_id": "ppr"}, "seats", "4", None, None),
}


@pytest.mark.parametrize("case", EDITS)
def test_a_wrong_cell(tree, case):
    """Catch a wrong cell that passes, or a message that does not lead to it."""
    table, key, column, value, expected, found = EDITS[case]
    line = edit(tree, table, key, column, value)
    lines = problems(tree)
    if expected:
        has(lines, f"data/curated/{table}.csv:{line}: {column}: ", f"expected {expected}", f"found {found}")
    else:
        has(lines, "data/curated/elections.csv:", "expected 150 seats over the lists of tk-1977", "found 151")


def test_all_problems_at_once(tree):
    """Catch a build that stops at the first fault."""
    first = edit(tree, "elections", {"election_id": "tk-1977"}, "date", "1977-02-30")
    second = edit(tree, "persons", {"person_id": "den-uyl-jm"}, "gender", "x")
    third = edit(tree, "formations", {"formation_id": "den-uyl"}, "previous_cabinet_id", "nowhere")
    lines = problems(tree)
    has(lines, f"data/curated/elections.csv:{first}: date: ")
    has(lines, f"data/curated/persons.csv:{second}: gender: ")
    has(lines, f"data/curated/formations.csv:{third}: previous_cabinet_id: ")


def test_duplicate_key(tree):
    """Catch a second row with the key of the first."""
    path = tree / "data/curated/cabinet_aliases.csv"
    rows = list(csv.reader(path.open(encoding="utf-8", newline="")))
    line = append(tree, "cabinet_aliases", rows[1])
    has(problems(tree), f"data/curated/cabinet_aliases.csv:{line}: ", "a key that occurs once", "again (line 2)")


def test_end_before_start(tree):
    """Catch a commission that ends before it begins."""
    key = {"formation_id": "den-uyl", "stage": "1"}
    line = edit(tree, "formation_stages", key, "end_date", "1972-12-01")
    has(problems(tree), f"data/curated/formation_stages.csv:{line}: end_date: ", "not before start_date", "1972-12-01")


def test_overlapping_cabinets(tree):
    """Catch a cabinet that starts before its predecessor did."""
    line = edit(tree, "events", {"event_id": "den-uyl-inauguration"}, "date", "1972-08-01")
    has(problems(tree), f"data/curated/events.csv:{line}: date: ", "the two overlap", "1972-08-01")


def test_a_cabinet_left_out(tree):
    """Catch a hole in the sequence of cabinets."""
    line = edit(tree, "cabinets", {"cabinet_id": "jetten"}, "sequence", "73")
    has(problems(tree), f"data/curated/cabinets.csv:{line}: sequence: ", "72, after schoof", "73")


def test_a_party_that_leaves_outside_its_cabinet(tree):
    """Catch a spell of a party, and with it a phase, that ends outside the cabinet."""
    line = edit(tree, "events", {"event_id": "schoof-party-leaves-nsc"}, "date", "2026-02-24")
    has(problems(tree), f"data/curated/events.csv:{line}: date: ", "a day in the cabinet schoof (2024-07-02 to 2026-02-23)", "2026-02-24")


def test_a_resignation_outside_its_cabinet(tree):
    """Catch a phase that would begin before its cabinet."""
    line = edit(tree, "events", {"event_id": "rutte-iv-resignation-offered"}, "date", "2021-07-07")
    has(problems(tree), f"data/curated/events.csv:{line}: date: ", "a day in the cabinet rutte-iv", "2021-07-07")


def test_unknown_column(tree):
    """Catch a column that the schema does not know."""
    path = tree / "data/curated/persons.csv"
    path.write_text(path.read_text("utf-8").replace("birth_date", "born", 1), "utf-8")
    lines = problems(tree)
    has(lines, "data/curated/persons.csv:1: born: ", "found an unknown column")
    has(lines, "data/curated/persons.csv:1: birth_date: ", "found no such column")


def test_a_byte_that_is_not_utf8(tree):
    """Catch a file saved in Latin-1, with the byte's place."""
    path = tree / "data/curated/parties.csv"
    lines = path.read_bytes().split(b"\n")
    lines[3] = b"\xe9" + lines[3]
    path.write_bytes(b"\n".join(lines))
    has(problems(tree), "data/curated/parties.csv:4: byte 1 of the line: ", "expected UTF-8", "found byte 0xe9")


@pytest.mark.parametrize(
    ("content", "expected", "found"),
    [
        (lambda text: "", "a header and rows", "an empty file"),
        (lambda text: text.split("\n")[0] + "\n", "at least one row below the header", "none"),
        (lambda text: text[:-1], "a last line that ends with a newline", "a truncated last line"),
        (lambda text: text[: text.rfind(",")] + "\n", "fields", ""),
        (lambda text: text + '"open quote\n', "a complete CSV record", "unexpected end of data"),
    ],
    ids=["empty", "header only", "no newline", "row cut off", "open quote"],
)
def test_empty_or_truncated_file(tree, content, expected, found):
    """Catch a file that was cut off."""
    path = tree / "data/curated/formations.csv"
    path.write_text(content(path.read_text("utf-8")), "utf-8")
    has(problems(tree), "data/curated/formations.csv:", expected, found)


def test_missing_file(tree):
    """Catch a table whose file is gone."""
    (tree / "data/curated/falls.csv").unlink()
    has(problems(tree), "data/curated/falls.csv:0: file: ", "found none")


EVIDENCE = ["table", "row_id", "column", "source_id", "locator", "value_as_printed", "value", "stance"]


@pytest.mark.parametrize(
    ("row", "column", "expected", "found"),
    [
        (["cabinets", "den-uil", "prime_minister_id"], "row_id", "a row of data/curated/cabinets.csv", "den-uil"),
        (["cabinets", "den-uyl", "start_date"], "column", "a column of data/curated/cabinets.csv", "start_date"),
        (["kabinetten", "den-uyl", "name"], "table", "a curated table", "kabinetten"),
    ],
    ids=["row", "column", "table"],
)
def test_evidence_for_a_cell_that_does_not_exist(tree, row, column, expected, found):
    """Catch evidence that leads nowhere, also for a cell that is derived and not curated."""
    source = next(csv.DictReader((tree / "data/evidence/sources.csv").open(encoding="utf-8")))["source_id"]
    line = append(tree, "evidence", [*row, source, "text", "x", "x", "agrees"], "evidence")
    has(problems(tree), f"data/evidence/evidence.csv:{line}: {column}: ", expected, found)


@pytest.mark.parametrize(
    ("value", "stance", "expected"),
    [
        ("1973-05-12", "agrees", "the adopted value 1973-05-11 where the stance is agrees"),
        ("1973-05-11", "differs", "a value other than 1973-05-11 where the stance is differs"),
        ("1973-05-11", "silent", "nothing where the stance is silent"),
    ],
)
def test_evidence_whose_stance_does_not_fit(tree, value, stance, expected):
    """Catch a source that is said to agree with another value, and the reverse."""
    source = next(csv.DictReader((tree / "data/evidence/sources.csv").open(encoding="utf-8")))["source_id"]
    row = ["events", "den-uyl-inauguration", "date", source, "somewhere", "x", value, stance]
    line = append(tree, "evidence", row, "evidence")
    has(problems(tree), f"data/evidence/evidence.csv:{line}: value: ", expected)


def test_headline_cell_without_two_families(tree):
    """Catch a headline cell that loses its second witness without a word."""
    remove(tree, "evidence", {"table": "events", "row_id": "rutte-iv-inauguration", "column": "date"}, "evidence")
    lines = problems(tree)
    has(lines, "data/curated/events.csv:", "two families of sources that agree", "0 (none) for rutte-iv-inauguration")


def test_exception_that_is_not_needed(tree):
    """Catch a listed exception that has been mended."""
    row = ["events", "rutte-iv-inauguration", "date", "none", "nothing"]
    line = append(tree, "evidence_exceptions", row, "evidence")
    has(problems(tree), f"data/evidence/evidence_exceptions.csv:{line}: row_id: ", "no exception, since two families agree")


def test_exception_for_no_headline_cell(tree):
    """Catch an exception for a cell that needs none."""
    line = append(tree, "evidence_exceptions", ["cabinets", "den-uyl", "name", "none", "nothing"], "evidence")
    has(problems(tree), f"data/evidence/evidence_exceptions.csv:{line}: row_id: ", "a headline cell", "cabinets/den-uyl/name")


def test_a_date_too_vague_to_compute_with(tree):
    """Catch a traceback, or a made-up length, where the start of a cabinet is known to the month only."""
    event = "den-uyl-inauguration"
    line = edit(tree, "events", {"event_id": event}, "date", "1973-05")
    path = tree / "data/evidence/evidence.csv"
    header, *rows = list(csv.reader(path.open(encoding="utf-8", newline="")))
    write(path, [header, *(row for row in rows if row[1] != event)])
    append(tree, "evidence_exceptions", ["events", event, "date", "none", "nothing"], "evidence")
    lines = problems(tree)
    # The sources that only this event cited go with it.
    remove_uncited(tree, lines)
    has(problems(tree), f"data/curated/events.csv:{line}: date: ", "a date known to the day", "1973-05")


def test_a_stage_outside_its_formation(tree):
    """Catch a commission that ends after the cabinet was sworn in."""
    line = edit(tree, "formation_stages", {"formation_id": "den-uyl", "stage": "4", "person_id": "ruppert-m"}, "end_date", "1973-05-12")
    has(
        problems(tree),
        f"data/curated/formation_stages.csv:{line}: end_date: ",
        "a day in the formation (1972-11-29 to 1973-05-11)",
        "1973-05-12",
    )


def test_a_commission_without_an_outcome(tree):
    """Catch a commission in a formation that is over of which nobody says what came of it."""
    line = edit(tree, "formation_stages", {"formation_id": "den-uyl", "stage": "2"}, "outcome", "")
    has(problems(tree), f"data/curated/formation_stages.csv:{line}: outcome: ", "an outcome, since the formation is over", "found nothing")


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("claim_type", "duration", "a code of claim_type"),
        ("definition_claimed", "election_to_oath", "a code of duration_definition"),
        ("unit", "fortnights", "days or weeks or months or years"),
        ("measure", "", "a value, which the test of days needs"),
        ("measure", "minority_cabinet", "one of formation, stage, cabinet"),
        ("cell", "cabinet/rutte-iv/seats", "table/row/column of our tables"),
    ],
)
def test_a_claim_that_cannot_be_tested(tree, column, value, expected):
    """Catch a claim whose type has no test, whose definition nobody knows, or that lacks what its test needs."""
    line = edit(tree, "claims", {"claim_id": "nos-2021-272-days"}, column, value)
    has(problems(tree), f"data/curated/claims.csv:{line}: {column}: ", expected)


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("subject", "rutte-x", "an id of a formation, cabinet or person"),
        ("cell", "cabinets/rutte-x/seats_tk", "a row of cabinets"),
    ],
)
def test_a_claim_about_nothing_in_the_tables(tree, column, value, expected):
    """Catch a claim about a thing or a cell that nobody has, or a message without its line."""
    line = edit(tree, "claims", {"claim_id": "nos-2021-272-days"}, column, value)
    has(problems(tree), f"data/curated/claims.csv:{line}: {column}: ", expected, "rutte-x")


def test_two_sizes_of_a_chamber_without_an_end(tree):
    """Catch a chamber of two sizes at once, also where the first has no end."""
    edit(tree, "chamber_sizes", {"chamber": "tk", "seats": "100"}, "end_date", "")
    has(problems(tree), "data/curated/chamber_sizes.csv:", "the 100 seats before it end (no end_date)", "found 1956-11-06")


def test_a_first_cause_that_is_not_the_mechanism(tree):
    """Catch a fall with one mechanism in falls and another in fall_causes."""
    edit(tree, "fall_causes", {"fall_id": "rutte-i", "cause_number": "1"}, "cause", "lost_bill")
    expected = "expected support_party_withdraws, the mechanism of the fall, found lost_bill"
    has(problems(tree), "data/curated/fall_causes.csv:", "cause", expected)


def test_the_command_says_it_and_fails(tree, capsys):
    """Catch an exit code of 0, or a traceback instead of a message."""
    line = edit(tree, "elections", {"election_id": "tk-1977"}, "date", "1977-02-30")
    assert main(["--root", str(tree)]) == 1
    err = capsys.readouterr().err
    assert f"data/curated/elections.csv:{line}: date: expected a date YYYY-MM-DD that exists, found '1977-02-30'" in err
    assert "Traceback" not in err
