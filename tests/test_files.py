"""Files with faults of their own: curated ones, evidence, the schema, and documents."""

import pytest

from scripts.build import build
from scripts.curated.canonical import main as canonical
from scripts.problems import BadInput
from scripts.schema import ROOT
from tests.conftest import lay
from tests.test_bad_input import has, problems

pytestmark = pytest.mark.slow

CURATED = sorted(
    path.relative_to(ROOT / "tests" / "history").as_posix()
    for path in (ROOT / "tests" / "history").rglob("*.csv")
)
SCHEMA = sorted(
    path.relative_to(ROOT / "data").as_posix()
    for path in (ROOT / "data" / "schema").rglob("*")
    if path.is_file()
)

FAULTS = {
    "missing": (None, "a file", "none"),
    "empty": (lambda raw: b"", "a header and rows", "an empty file"),
    "blank": (lambda raw: b"\n \n", "a header and rows", "an empty file"),
    "byte order mark": (lambda raw: b"\xef\xbb\xbf" + raw, "UTF-8 without a byte order mark",
                        "a byte order mark"),
    "UTF-16": (lambda raw: raw.decode().encode("utf-16"), "UTF-8", "UTF-16"),
    "Latin-1": (lambda raw: raw + b"caf\xe9\n", "UTF-8", "byte 0xe9"),
    "NUL": (lambda raw: raw + b"a\0b\n", "text", "byte 0x00"),
    "CRLF": (lambda raw: raw.replace(b"\n", b"\r\n"), "a newline alone", "a carriage return"),
    "U+2028": (lambda raw: raw + "a\u2028b\n".encode(), "a newline alone", "U+2028"),
}  # fmt: skip
TORN = {
    "semicolons": (lambda raw: raw.replace(b",", b";"), "fields that commas separate", "semicolon"),
    "header only": (lambda raw: raw.split(b"\n")[0] + b"\n", "at least one row", "none"),
    "no newline": (lambda raw: raw[:-1], "a last line that ends with a newline", "truncated"),
    "open quote": (lambda raw: raw + b'"open quote\n', "a complete CSV record", "unexpected end"),
    "a field more": (lambda raw: raw + b"," * 40 + b"\n", "fields", "41"),
    "columns swapped": (
        lambda raw: b",".join([raw.split(b",")[1], raw.split(b",")[0], *raw.split(b",")[2:]]),
        "the columns in the order", "",
    ),
}  # fmt: skip


def damage(tree, name, change):
    path = tree / "data" / name
    if change is None:
        path.unlink()
    else:
        path.write_bytes(change(path.read_bytes()))
    return f"data/{name}:"


@pytest.fixture(scope="module")
def laid(tmp_path_factory):
    return lay(tmp_path_factory.mktemp("files") / "tree")


def failing(tree, start, expected, found, before):
    with pytest.raises(BadInput) as error:
        build(tree)
    lines = str(error.value).splitlines()
    assert len(lines) <= 1 + 60, "one broken file drowns in what follows from it"
    has(lines[:-1], start, expected, found)
    assert before == {path: path.read_bytes() for path in before}


# A table need not have evidence: that such a file is missing is no fault.
FAULTY = [
    (name, fault)
    for name in [*CURATED, *SCHEMA]
    for fault in FAULTS
    if FAULTS[fault][0] is not None or not name.startswith("evidence/")
]


@pytest.mark.parametrize(("name", "fault"), FAULTY)
def test_a_faulty_file_is_one_clear_message(laid, name, fault):
    """Catch a traceback, silence or a flood for a file that is broken."""
    change, expected, found = FAULTS[fault]
    path = laid / "data" / name
    raw = path.read_bytes()
    others = {one: one.read_bytes() for one in laid.rglob("*.csv") if one != path}
    try:
        failing(laid, damage(laid, name, change), expected, found, others)
    finally:
        path.write_bytes(raw)


@pytest.mark.parametrize("fault", TORN)
@pytest.mark.parametrize("name", [*CURATED, "schema/codes.csv"])
def test_a_torn_table_is_a_clear_message(laid, name, fault):
    """Catch the same for what makes a CSV file of another shape."""
    change, expected, found = TORN[fault]
    path = laid / "data" / name
    raw = path.read_bytes()
    if fault == "semicolons" and b";" in raw.split(b"\n")[0]:
        pytest.skip("has semicolons of its own")
    try:
        failing(laid, damage(laid, name, change), expected, found, {})
    finally:
        path.write_bytes(raw)


A_PATTERN = 'pattern = "[a-z0-9]+(-[a-z0-9]+)*"'
MISSPELT = {
    "a number that is none": ("codes.csv", "cabinet,1,", "cabinet,one,", "below 10,000"),
    "a misspelt key of a column": ("columns.toml", "minimum = 1", "minimun = 1", "unknown key"),
    "a misspelt section": ("tables/falls.toml", "[codes]", "[code]", "unknown key"),
    "a code list that is not": ("columns.toml", '"gender"', '"sex"', "one of actor"),
    "a type that is not": ("columns.toml", 'type = "date"', 'type = "day"', "one of boolean"),
    "a column that is not": ("tables/falls.toml", '"mechanism"', '"mechanics"', "columns.toml"),
    "a required column that is not": (
        "tables/persons.toml", 'required = ["person_id"', 'required = ["perso_id"',
        "columns of this table"),
    "a table that is not": (
        "columns.toml", 'references = "persons"', 'references = "people"',
        "one of agreements"),
    "a kind that is not": ("tables/codes.toml", '"about"', '"facs"', "facts or about"),
    "a pattern that is none": ("columns.toml", A_PATTERN, 'pattern = "["', "regular"),
    "a minimum of a text": (
        "columns.toml", A_PATTERN, "minimum = 1", "a column of whole numbers"),
    "a row without words": ("tables/falls.toml", 'row = "', 'row = "" # "', "words"),
    "a derived column that is not": (
        "tables/formation_durations.toml", '"days", "days_inclusive"', '"days_inclusive"',
        "the column days"),
    "a number for a text": ("package.toml", 'doi = ""', "doi = 3", "text"),
    "a day for a text": ("package.toml", "released = 2026", 'released = "x" # 2026', "a day"),
    "a table that is not listed": ("package.toml", '"persons", ', "", "package.toml lists"),
    "no TOML": ("tables/falls.toml", "key =", "key :", "TOML"),
    "a code that means nothing in Dutch": (
        "codes.csv", ",Het kabinet als geheel.", ",", "as definition has one"),
    "a code that means nothing in English": (
        "codes.csv", "The cabinet as a whole.,", ",", "as definition_nl has one"),
    "a column without Dutch": (
        "columns.toml", 'description_nl = "Nederlandse naam."', "", "this key"),
    "a table without Dutch": (
        "tables/codes.toml", 'about_nl = "Elke code met haar labels en definitie."', "",
        "this key"),
    "a sentence of a table in one language": (
        "tables/vacancies.toml", 'office = "Het ambt dat niemand bekleedde."', "",
        "a sentence in each language"),
    "a key twice": ("tables/falls.toml", "row =", 'row = "x"\nrow =', "TOML"),
}  # fmt: skip


@pytest.mark.parametrize("case", MISSPELT)
def test_a_misspelt_schema(tree, case):
    """Catch a key of the schema that silently switches a check off."""
    name, old, new, expected = MISSPELT[case]
    path = tree / "data" / "schema" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    lines = problems(tree)
    assert any("data/schema/" in line and expected in line for line in lines), lines
    assert not any(line.split(":")[1] == "0" for line in lines if "file" not in line), lines


@pytest.mark.parametrize(
    ("name", "change", "expected"),
    [
        ("README.md", lambda text: text.replace("begin scope", "begin scopes"), "scopes"),
        ("docs/records.md", lambda text: text.replace("<!-- end claims -->", ""), "one <!-- b"),
        ("docs/python.md", lambda text: text.replace("cabinet_id", "kabinet"), "code that runs"),
        (
            "docs/command-line.md",
            lambda text: text.replace("show b", "show c"),
            "command that runs",
        ),
        ("docs/coding-rules.md", lambda text: text.replace("begin", "start"), "begin agreement"),
        ("dutchcabinets/__init__.py", lambda text: text.replace("__version__ =", "v ="), "a line"),
    ],
)
def test_a_document_without_its_blocks(tree, name, change, expected):
    """Catch a traceback where a block of a document, an example or the version is broken."""
    path = tree / name
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    has(problems(tree), f"{name}:", expected)


def test_a_label_of_a_code_stands_once(tree):
    """Catch one family of sources entered twice, whose two witnesses would count as independent."""
    path = tree / "data" / "schema" / "codes.csv"
    text = path.read_text("utf-8")
    old = "source_family,abc,"
    assert text.count(old) == 1
    line = text[text.index(old) :].partition("\n")[0]
    other = line.replace("abc", "abc-2", 1).split(",")
    other[2] = "9999"
    path.write_text(text.replace(line, f"{line}\n{','.join(other)}"), "utf-8")
    has(problems(tree), "data/schema/codes.csv:", "a label_en that source_family has once")


def test_a_number_of_a_code_stands_once(tree):
    """Catch two codes of a list that Stata would show as one."""
    path = tree / "data" / "schema" / "codes.csv"
    path.write_text(
        path.read_text("utf-8").replace("actor,cabinet,1,", "actor,cabinet,2,"), "utf-8"
    )
    has(problems(tree), "data/schema/codes.csv:", "a number that actor has once")


def test_what_stands_twice_is_told_where_it_stands(tree):
    """Catch a fault of the definitions that is told of another file, or of no line."""
    path = tree / "data" / "curated" / "duration_definitions.csv"
    path.write_text(path.read_text("utf-8").replace("days_of_scouting,1,", "days_of_scouting,2,"))
    has(problems(tree), "data/curated/duration_definitions.csv:3: number:", "has once, found 2")


def test_format_compares_bytes(tree, capsys):
    """Catch a canonical form that is compared after newlines were made alike."""
    assert canonical(tree) == 0
    assert capsys.readouterr().out == ""
    path = tree / "data" / "curated" / "persons.csv"
    good = path.read_bytes()
    lines = good.splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], *reversed(lines[1:])]))
    assert canonical(tree) == 0
    assert "data/curated/persons.csv: put in canonical form" in capsys.readouterr().out
    assert path.read_bytes() == good
    path.write_bytes(good.replace(b"\n", b"\r\n"))
    assert canonical(tree) == 1
    assert "a carriage return" in capsys.readouterr().err


def test_the_curated_files_are_in_canonical_form():
    """Catch a file that `make format` would change: a difference should be a fact."""
    from scripts.curated.canonical import canonical_files
    from scripts.schema.load import load_schema

    for name, content in canonical_files(ROOT, load_schema(ROOT)).items():
        assert (ROOT / name).read_bytes() == content, name


def test_a_file_that_no_table_reads(tree):
    """Catch a table whose file is no longer read, or a copy that somebody left behind."""
    (tree / "data" / "curated" / "events (copy).csv").write_text("x\n", "utf-8")
    has(problems(tree), "data/curated/events (copy).csv:0: file: ", "one that no table reads")
