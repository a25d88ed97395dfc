"""Readers by property: whatever stands in a file, it gives rows of the right types or a fault."""

import csv
import datetime
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.curated.read import read_cell
from scripts.files import Faulty, Record, read_csv, read_text
from scripts.problems import BadInput
from scripts.publish.markdown import fill_blocks
from scripts.schema.load import load_schema
from scripts.schema.toml import Toml

SCHEMA = load_schema()
COLUMNS = ("id", "date", "note")
HEADER = ",".join(COLUMNS).encode() + b"\n"

# Bytes that readers stumble on, so that they come up often.
STUMBLES = st.sampled_from(
    [b"\xef\xbb\xbf", b"\xff\xfe", b"\0", b"\r", b"\r\n", b'"', b'""', b",", b";", b"\n", b"\x1b",
     "\u2028".encode(), "\u202e".encode(), b"\xe9", b"[", b"]", b"=", b"'''", b"\x85", HEADER]
)  # fmt: skip
ANY_BYTES = st.lists(st.binary(max_size=20) | STUMBLES, max_size=12).map(b"".join)
SHARED = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def told(fault: Faulty, file: str) -> bool:
    """Whether a fault has all of which a message for people consists."""
    problem = fault.problem(file)
    return problem.line >= 0 and all((problem.file, problem.column, problem.expected))


@SHARED
@given(raw=ANY_BYTES)
def test_any_bytes_are_text_or_a_fault(tmp_path, raw):
    """Catch a file that is read with other characters than it has, or that ends in a traceback."""
    path = tmp_path / "any.csv"
    path.write_bytes(raw)
    try:
        found = read_text(path)
    except Faulty as error:
        fault = error
    else:
        assert found.encode() == raw
        return
    assert told(fault, "any.csv")


@SHARED
@given(raw=ANY_BYTES, has_header=st.booleans())
def test_any_bytes_are_records_or_faults(tmp_path, raw, has_header):
    """Catch a record of another width, a line that the file has not, and silence."""
    path = tmp_path / "any.csv"
    path.write_bytes(HEADER + raw if has_header else raw)
    found = list(read_csv(path, COLUMNS))
    assert found, "neither a record nor a fault"
    last = path.read_bytes().count(b"\n") + 1
    for one in found:
        assert 0 <= one.line <= last
        if isinstance(one, Record):
            assert len(one.cells) == len(COLUMNS)
        else:
            assert told(one, "any.csv")


CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Cn")))


@SHARED
@given(rows=st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=6))
def test_what_is_written_is_read(tmp_path, rows):
    """Catch a reader that alters cells: quotes, commas and line breaks come back as they were."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([COLUMNS, *rows])
    path = tmp_path / "ours.csv"
    path.write_text(out.getvalue(), "utf-8", newline="")
    found = list(read_csv(path, COLUMNS))
    assert [tuple(one.cells) for one in found if isinstance(one, Record)] == rows
    assert not [one for one in found if isinstance(one, Faulty)]


@SHARED
@given(raw=ANY_BYTES)
def test_any_bytes_are_toml_or_a_problem(tmp_path, raw):
    """Catch a schema file that ends in a traceback, or that is taken for an empty one."""
    (tmp_path / "any.toml").write_bytes(raw)
    read = Toml(tmp_path, "any.toml")
    read.check({"row": str, "columns": list, "codes": dict}, ("row",))
    read.check({"date": str}, ("date",), "codes")
    assert read.problems or read.content
    assert all(problem.line >= 0 and problem.expected for problem in read.problems)


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [
        ("cabinet_parties", "n_ministers", int),
        ("falls", "summary_en", str),
        ("sources", "date_read", datetime.date),
        ("events", "date", str),
        ("events", "event_type", str),
        ("persons", "birth_date", datetime.date),
    ],
)
@given(cell=CELL | st.from_regex(r"\A-?[0-9]{1,12}\Z|\A[0-9]{4}-[0-9W-]{2,6}\Z", fullmatch=True))
def test_any_cell_is_of_its_type_or_a_fault(table, column, kind, cell):
    """Catch a cell of another type: ISO weeks, 5,000 digits, digits of other scripts."""
    value, faults = read_cell(cell, SCHEMA.tables[table].columns[column], SCHEMA)
    assert value is None or isinstance(value, kind)
    if value is not None and not faults:
        assert str(value) == cell
    assert all(expected and (found or cell == "") for expected, found in faults)
    assert cell == "" or value is not None or faults


@given(document=st.lists(st.sampled_from(
    ["<!-- begin a -->\n", "<!-- end a -->", "<!-- begin b -->\n", "<!-- end b -->", "text\n",
     "<!-- begin ", " -->"]), max_size=8).map("".join))  # fmt: skip
def test_any_document_is_filled_or_refused(document):
    """Catch a document of people that loses text since its blocks are torn or stand twice."""
    try:
        filled = fill_blocks("x.md", document, {"a": "new"})
    except BadInput as error:
        filled, said = "", str(error)
    if not filled:
        assert "x.md" in said
        return
    head, rest = document.split("<!-- begin a -->\n")
    assert filled.startswith(head)
    assert filled.endswith(rest.split("<!-- end a -->")[1])
    assert fill_blocks("x.md", filled, {"a": "new"}) == filled
