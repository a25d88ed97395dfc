"""What a careless editor gets: each fault with file, line, column, expected and found."""

import re

import pytest

from scripts.build import build, main, outputs
from scripts.problems import BadInput
from scripts.publish.place import alone, publish
from tests.editing import append, edit, path_of, records, remove, write


def content(tree):
    """Every file of a checkout with its bytes."""
    files = sorted(path for path in tree.rglob("*") if path.is_file())
    return {path.relative_to(tree).as_posix(): path.read_bytes() for path in files}


def problems(tree):
    """Build, expect it to fail without a trace, and give the lines of the message."""
    before = content(tree)
    with pytest.raises(BadInput) as error:
        build(tree)
    assert content(tree) == before, "a failed build changed a file"
    *lines, last = str(error.value).splitlines()
    assert re.fullmatch(rf"{len(lines)} problems?; nothing was written", last)
    for line in lines:
        assert re.fullmatch(r"[^:]+:\d+: .+: expected .+, found .+", line), line
    return lines


def has(lines, start, *parts):
    """Some line begins with file:line: column and holds the parts."""
    found = [line for line in lines if line.startswith(start)]
    assert any(all(part in line for part in parts) for line in found), "\n".join(lines)


TK_2006 = {"election_id": "tk-2006"}
CU_2006 = {"election_id": "tk-2006", "party_id": "cu"}
OATH = {"event_id": "balkenende-iv-inauguration"}
DONNER = {"appointment_id": "balkenende-iii-donner-jph-justitie"}
HIRSCH_BALLIN = {"appointment_id": "balkenende-iii-hirsch-ballin-emh-justitie"}
EDITS = {
    "unknown id in a foreign key": (
        "cabinets", {"cabinet_id": "balkenende-iv"}, "prime_minister_id", "nobody-x",
        "an id in data/curated/persons.csv", "nobody-x"),
    "unknown party": (
        "election_results", CU_2006, "party_id", "cuu", "an id in data/curated/parties.csv", "cuu"),
    "30 February": ("events", OATH, "date", "2007-02-30", "a date YYYY-MM-DD", "'2007-02-30'"),
    "a date as a week": ("events", OATH, "date", "2007-W08-4", "a date YYYY-MM-DD", "2007-W08-4"),
    "day and month swapped": (
        "elections", TK_2006, "date", "2006-22-11", "a date YYYY-MM-DD", "'2006-22-11'"),
    "unknown event type": (
        "events", OATH, "event_type", "inaugurated", "a code of event_type (inauguration",
        "'inaugurated'"),
    "missing required value": ("elections", TK_2006, "date", "", "a value", "nothing"),
    "a word for a number": (
        "elections", TK_2006, "electorate", "12 million", "a whole number", "'12 million'"),
    "a number of a thousand digits": (
        "elections", TK_2006, "electorate", "9" * 1000, "a whole number", "9999"),
    "a negative number": ("election_results", CU_2006, "votes", "-1", "at least 1", "-1"),
    "space around a value": (
        "cabinets", {"cabinet_id": "balkenende-iv"}, "name", "Kabinet-Balkenende IV ",
        "no space at the ends", "'Kabinet-Balkenende IV '"),
    "a second round on a day that does not exist": (
        "elections", TK_2006, "runoff_dates", "2006-11-29;2006-11-32",
        "a date YYYY-MM-DD that exists, from 1700 on, or several separated by semicolons",
        "2006-11-32"),
    "a second round before the first": (
        "elections", TK_2006, "runoff_dates", "2006-11-21", "days after 2006-11-22 in order",
        "2006-11-21"),
    "a chair of the council that ends before it begins": (
        "council_chairs", {"person_id": "colijn-h"}, "end_text", "1924",
        "a day not before start_text 1925-08-04", "1924"),
    "an id with capitals": (
        "persons", {"person_id": "colijn-h"}, "person_id", "Colijn", "text like", "'Colijn'"),
    "a cabinet left out": (
        "cabinets", {"cabinet_id": "balkenende-iv"}, "sequence", "4", "3, after balkenende-iii",
        "4"),
    "two cabinets at once": (
        "events", {"event_id": "balkenende-iii-inauguration"}, "date", "2003-05-01",
        "the two overlap", "2003-05-01"),
    "a party that leaves after its cabinet": (
        "events", {"event_id": "balkenende-ii-party-leaves-d66"}, "date", "2006-07-08",
        "a day in the cabinet balkenende-ii (2003-05-27 to 2006-07-07)", "2006-07-08"),
    "a stage outside its formation": (
        "formation_stages", {"formation_id": "balkenende-iv", "stage": "1"}, "end_date",
        "2007-02-23", "a day in the formation (2006-11-22 to 2007-02-22)", "2007-02-23"),
    "a commission without an outcome": (
        "formation_stages", {"formation_id": "balkenende-iv", "stage": "1"}, "outcome", "",
        "an outcome, since the formation is over", "nothing"),
    "an unknown definition": (
        "claims", {"cabinet_id": "balkenende-iv"}, "definition_claimed", "oath_to_fall",
        "a code of duration_definition", "'oath_to_fall'"),
    "a claim of a type without a test": (
        "claims", {"cabinet_id": "balkenende-iv"}, "claim_type", "hunch", "a code of claim_type",
        "'hunch'"),
    "a claim about nobody": (
        "claims", {"cabinet_id": "balkenende-iv"}, "subject", "nobody",
        "an id of a formation, cabinet, person or election", "nobody"),
    "an appointment outside its cabinet": (
        "appointments", DONNER, "end_text", "2009-09-21",
        "a day in the cabinet balkenende-iii (2006-07-07 to 2007-02-22)", "2009-09-21"),
    "an unknown ministry": (
        "posts", {"post": "minister van Financiën"}, "ministry_id", "financen",
        "an id in data/curated/ministries.csv", "financen"),
    "two holders of a post on a day": (
        "appointments", HIRSCH_BALLIN, "start_text", "2006-09-02",
        "a day not before 2006-09-21, when balkenende-iii-donner-jph-justitie ends",
        "2006-09-02"),
    "an appointment that ends before it starts": (
        "appointments", HIRSCH_BALLIN, "end_text", "2006-09-21",
        "a day not before start_text 2006-09-22", "2006-09-21"),
}  # fmt: skip


@pytest.mark.parametrize("case", EDITS)
def test_a_wrong_cell(tree, case):
    """Catch a wrong cell that passes, or a message that does not lead to it."""
    table, key, column, value, expected, found = EDITS[case]
    line = edit(tree, table, key, **{column: value})
    start = f"data/curated/{table}.csv:{line}: {column}: "
    has(problems(tree), start, expected, found)


def test_seats_that_do_not_sum_to_the_chamber(tree):
    """Catch a seat too many."""
    edit(tree, "election_results", CU_2006, seats="7")
    lines = problems(tree)
    has(lines, "data/curated/elections.csv:", "150 seats over the lists of tk-2006", "found 151")


def test_all_problems_at_once(tree):
    """Catch a build that stops at the first fault."""
    first = edit(tree, "elections", TK_2006, date="2006-02-30")
    second = edit(tree, "persons", {"person_id": "colijn-h"}, gender="x")
    lines = problems(tree)
    has(lines, f"data/curated/elections.csv:{first}: date: ")
    has(lines, f"data/curated/persons.csv:{second}: gender: ")


def test_one_broken_file_gives_few_problems(tree):
    """Catch a fault of a file that drowns in what follows from it."""
    path_of(tree, "cabinets").write_bytes(b"")
    assert problems(tree) == [
        "data/curated/cabinets.csv:1: file: expected a header and rows, found an empty file"
    ]


def test_duplicate_key(tree):
    """Catch a second row with the key of the first."""
    path = path_of(tree, "cabinet_aliases")
    rows = records(path)
    write(path, [*rows, rows[1]])
    start = f"data/curated/cabinet_aliases.csv:{len(rows) + 1}: "
    has(problems(tree), start, "a key that occurs once", "again (line 2)")


def test_a_wrong_date_is_one_message(tree):
    """Catch a wrong date that is told once a source."""
    line = edit(tree, "events", OATH, date="2007-02-23")
    lines = problems(tree)
    assert len(lines) == 1, lines
    has(lines, f"data/curated/events.csv:{line}: date: ", "a source agrees", "2007-02-23")


def test_a_date_too_vague_to_compute_with(tree):
    """Catch a traceback, or a made-up length, where a start is known to the month only."""
    line = edit(tree, "events", OATH, date="2007-02")
    start = f"data/curated/events.csv:{line}: date: "
    has(problems(tree), start, "a date known to the day", "2007-02")


EVIDENCE = {"source_id": "rijksoverheid-kabinet-balkenende-iv", "locator": "somewhere"}


def test_evidence_for_a_cell_that_does_not_exist(tree):
    """Catch evidence that leads nowhere, also for a cell that is derived and not curated."""
    said = {"value_as_printed": "x", "value": "x", **EVIDENCE}
    first = append(tree, "cabinets", "evidence", row_id="balkenende-v", column_name="name", **said)
    second = append(
        tree, "cabinets", "evidence", row_id="balkenende-iv", column_name="start_date", **said
    )
    lines = problems(tree)
    file = "data/evidence/cabinets.csv"
    has(lines, f"{file}:{first}: row_id: ", "a row of data/curated/cabinets.csv", "balkenende-v")
    has(lines, f"{file}:{second}: column_name: ", "a column of data/curated/cabinets.csv")


def test_evidence_of_an_unknown_table(tree):
    """Catch a file of evidence that belongs to no table."""
    path_of(tree, "cabinets", "evidence").rename(path_of(tree, "kabinetten", "evidence"))
    has(problems(tree), "data/evidence/kabinetten.csv:0: file: ", "named after a curated table")


def test_a_value_without_what_is_printed(tree):
    """Catch evidence that has a value of which nobody can see where it was read."""
    line = append(tree, "events", "evidence", row_id=OATH["event_id"], column_name="date",
                  value="2007-02-22", **EVIDENCE)  # fmt: skip
    start = f"data/evidence/events.csv:{line}: value: "
    has(problems(tree), start, "a value and what is printed, or neither")


def test_headline_cell_without_two_families(tree):
    """Catch a headline cell that loses its second witness without a word."""
    told = {"row_id": OATH["event_id"], "column_name": "date"}
    path = path_of(tree, "events", "evidence")
    header, *rows = records(path)
    own = [row for row in rows if dict(zip(header, row, strict=True)) | told
           == dict(zip(header, row, strict=True))]  # fmt: skip
    write(path, [header, *(row for row in rows if row not in own[1:])])
    start = "data/curated/events.csv:"
    has(problems(tree), start, "two independent families that agree", "1 (")
    remove(tree, "events", told, "evidence")
    has(problems(tree), start, "evidence, as the other values", "for balkenende-iv-inauguration")


def test_exception_that_is_not_needed(tree):
    """Catch a listed exception that has been mended, and one for a cell that needs none."""
    why = {"lacks": "independence", "reason": "none", "tried": "nothing"}
    first = append(tree, "evidence_exceptions", "sources", table_name="events",
                   row_id=OATH["event_id"], column_name="date", **why)  # fmt: skip
    second = append(tree, "evidence_exceptions", "sources", table_name="cabinets",
                    row_id="balkenende-iv", column_name="name", **why)  # fmt: skip
    lines = problems(tree)
    file = "data/sources/evidence_exceptions.csv"
    has(lines, f"{file}:{first}: row_id: ", "no exception, since nothing is lacking of the cell")
    has(lines, f"{file}:{second}: row_id: ", "no exception", "cabinets/balkenende-iv/name")


def test_the_command_says_what_is_wrong_and_exits_with_1(tree, capsys):
    """Catch a traceback in the terminal."""
    edit(tree, "elections", TK_2006, date="2006-02-30")
    assert main(["--root", str(tree)]) == 1
    said = capsys.readouterr().err
    assert "data/curated/elections.csv:" in said
    assert "Traceback" not in said


def test_check_tells_the_difference_and_writes_nothing(tree, capsys):
    """Catch a check that writes, or is content with files that are not what the build gives."""
    build(tree)
    assert main(["--root", str(tree), "--check"]) == 0
    edit(tree, "cabinets", {"cabinet_id": "balkenende-iv"}, note="A note.")
    before = content(tree)
    capsys.readouterr()
    assert main(["--root", str(tree), "--check"]) == 1
    assert "A note." in capsys.readouterr().out
    assert content(tree) == before


def test_a_build_that_cannot_put_a_file_in_place_puts_none(tree, monkeypatch):
    """Catch outputs of which some are new and some are old."""
    files = outputs(tree)
    before = content(tree)
    real_replace, calls = __import__("os").replace, []

    def fail_at_the_tenth(source, target):
        calls.append(target)
        if len(calls) == 10:
            raise OSError(28, "No space left on device")
        real_replace(source, target)

    monkeypatch.setattr("os.replace", fail_at_the_tenth)
    with pytest.raises(OSError, match="No space"), alone(tree):
        publish(tree, files)
    assert content(tree) == before


def test_a_table_that_is_gone_leaves_no_file(tree):
    """Catch a file of a table that the schema no longer has."""
    build(tree)
    stray = tree / "data" / "tables" / "regents.csv"
    stray.write_text("x\n")
    build(tree)
    assert not stray.exists()


def test_the_same_bytes_twice(tree):
    """Catch a build that depends on the time or on the order of a set."""
    assert outputs(tree) == outputs(tree)
