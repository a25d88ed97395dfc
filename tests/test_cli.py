"""The command line: what it prints, for people and for scripts, and how it refuses."""

import contextlib
import io
import json
import os
import pty
import re
import shlex
import signal
import string
import subprocess
import sys
import time
import tomllib

import pandas as pd
import pytest

import dutchcabinets as dc
from dutchcabinets import _wording
from dutchcabinets._cabinet import cabinet_id
from dutchcabinets._layout import grid
from dutchcabinets._readable import records
from dutchcabinets.cli.main import VERBS, main
from scripts.schema import ROOT

TABLES = [
    ("on 1985-06-01", lambda: dc.on("1985-06-01")),
    ("on 1985-06-01 --post finance", lambda: dc.on("1985-06-01", post="finance")),
    ("person zalm", lambda: dc.person("zalm")),
    ("which 271", lambda: dc.which(271)),
    ("which 361", lambda: dc.which(361)),
    ("rank --top 5", lambda: dc.rank(top=5)),
    ("rank --measure caretaker --since 1946 --top 3",
     lambda: dc.rank(measure="caretaker", since=1946, top=3)),
    ("compare '299 days' rutte-iv", lambda: dc.compare("299 days", "rutte-iv")),
    ("tables falls", lambda: dc.describe("falls")),
    ("show den-uyl --section ministers", lambda: dc.show("den-uyl")["ministers"]),
    ("show den-uyl --section lengths", lambda: dc.show("den-uyl")["lengths"]),
]  # fmt: skip
IDS = [line for line, _ in TABLES]


@pytest.fixture
def say(capsys, monkeypatch):
    """Run a line at a width; what it prints. It must end well."""

    def run(line, width=80):
        monkeypatch.setenv("COLUMNS", str(width))
        assert main(shlex.split(line)) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    return run


def process(line, **more):
    command = [sys.executable, "-m", "dutchcabinets", *shlex.split(line)]
    environment = {**os.environ, "COLUMNS": "80", "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, **more)


def test_the_first_is_rutte_iv(say):
    """Catch a ranking with another first: 17 March 2021 to 10 January 2022 is 299 days."""
    lines = [line.split() for line in say("rank").splitlines()]
    first, second = lines[4], lines[5]
    assert first == ["1", "Kabinet-Rutte", "IV", "299", "2021-03-17", "2022-01-10", "rutte-iv"]
    assert second == ["2", "Kabinet-Rutte", "III", "225", "2017-03-15", "2017-10-26", "rutte-iii"]
    # 29 November 1972 to 11 May 1973: 1 + 31 + 31 + 28 + 31 + 30 + 11.
    row = dc.rank().query("cabinet_id == 'den-uyl'").iloc[0]
    assert (row["rank"], row["days"]) == (5, 163)
    assert (dc.rank(since=1946)["end_date"].dt.year >= 1946).all()
    assert dc.rank("first_commission_to_inauguration")["days"].iloc[0] == 279


def test_what_runs_is_ranked_up_to_the_day_of_the_data():
    """Catch a cabinet of today without a rank, or one that is counted up to the clock."""
    frame = dc.rank(measure="cabinet")
    row = frame.set_index("cabinet_id").loc["jetten"]
    as_of = pd.Timestamp(dc.about()["as_of"])
    assert row["is_running"]
    assert row["days"] == (as_of - pd.Timestamp("2026-02-23")).days
    assert frame["days"].is_monotonic_decreasing
    assert frame["rank"].tolist() == frame["days"].rank(ascending=False, method="min").tolist()


def test_ranks_are_those_of_the_table():
    """Catch a rank that differs from the one that the build wrote."""
    built = dc.load("formation_durations").set_index(["formation_id", "definition"])["rank"]
    for definition in dc.load("duration_definitions")["definition"]:
        for row in dc.rank(definition).itertuples():
            assert built[row.formation_id, definition] == row.rank, (definition, row)


def test_what_has_271_days(say):
    """Catch a number that is found under no definition, or under the wrong one."""
    printed = " ".join(say("which 271").split())
    assert "Kabinet-Rutte" in printed
    assert "election to" in printed
    assert "2021-03-17 2021-12-13" in printed
    assert say("which 999999").strip() == "Nothing has that length."


def test_who_had_finance(say):
    """Catch another minister than Ruding, or one whose id is not told."""
    printed = say("on 1985-06-01 --post finance")
    assert "Onno Ruding (ruding-hocr)" in printed
    assert "minister of Finance" in printed
    assert "Kabinet-Lubbers I (lubbers-i), full powers" in printed
    dutch = say("on 1985-06-01 --post finance --lang nl")
    assert "minister van Financiën" in dutch
    assert "missionair" in dutch


def test_a_career(say):
    """Catch a post of Zalm that is left out or in the wrong language."""
    printed = say("person zalm", width=120)
    assert "minister of Finance" in printed
    assert "informateur (2017)" in printed
    assert "(acting)" in printed
    assert printed.count("\n") == 11
    assert "Kabinet-Rutte I, Kabinet-Rutte II" in say("person rutte-m", width=400)


def test_compare_tells_each_measure():
    """Catch a match that is not the count of the days: 299, 298 with both ends, 300 with them."""
    frame = dc.compare("299 days", "rutte-iv").set_index("label")
    assert frame["match"].head(3).tolist() == ["exact", "both ends", "both ends"]
    row = frame.loc["election to inauguration"]
    assert (row["days"], row["rank"], row["of"], row["difference"]) == (299, 1, 38, 0)
    claims = dc.load("claims").query("cabinet_id == 'rutte-iv' and value == '299'")
    claims = claims.query("unit == 'days' and claim_type == 'days'")
    assert row["printed"] == len(claims)
    assert dc.compare(300, "rutte-iv").query("match == 'both ends'")["days"].tolist() == [299]
    # 43 weeks are 301 days; 10 months some 304; 299 days round to both.
    for length in ("43 weeks", "10 months", "10 maanden"):
        assert 299 in dc.compare(length, "rutte-iv").query("match == 'rounded'")["days"].tolist()
    # 7 September 2021 to 10 January 2022 is the attempt that succeeded.
    days = dc.compare(125, "rutte-iv").query("match == 'exact'")
    assert days["definition"].tolist() == ["successful_attempt"]


def test_a_refuted_claim_is_told(say):
    """Catch a reader who is not told that 271 days up to the oath are refuted."""
    assert "that print 271 for it, refuted: 1" in " ".join(say("compare 271 rutte-iv").split())


def test_a_cabinet_to_read(say):
    """Catch a day, party, step or cause of Rutte IV that is left out or wrong."""
    printed = say("show rutte-iv --sources")
    for told in (
        "10 January 2022 to 2 July 2024",
        "resignation     7 July 2023",
        "Mark Rutte (rutte-m)",
        "77 of 150 in the Tweede Kamer; 32 of 75 in the Eerste Kamer",
        "17 March 2021 (tk-2021)",
        "Kabinet-Schoof (schoof)",
        "13 December 2021  coalition agreement reached",
        "minister of the Interior and Kingdom Relations",
        "conflict within the cabinet",
        "WHO SAYS SO",
    ):
        assert told in printed, told
    assert "until 8 January 2024: took office elsewhere" in printed
    assert "WHO SAYS SO" not in say("show rutte-iv")


def test_the_months_of_a_formation_are_in_dutch(say):
    """Catch 1945 (February) in a text that is Dutch else."""
    assert "1945 (februari), na een val" in say("show gerbrandy-iii --lang nl", 200)
    assert "1945 (February), after a fall" in say("show gerbrandy-iii", 200)
    told = say("person colijn --lang nl", 200)
    assert "1939 (juli)" in told
    assert "(July)" not in told


def test_a_cabinet_in_dutch(say):
    """Catch English in the Dutch text: headings, months, labels, posts, the account of the fall."""
    printed = say("show den-uyl --lang nl", width=100)
    for told in ("11 mei 1973 tot 19 december 1977", "minister-president", "PARTIJEN", "FORMATIE",
                 "verkiezing tot beëdiging", "minister van Financiën", "demissionair"):  # fmt: skip
        assert told in printed, told
    assert not re.search(r"\b(March|until|minister of|election|seats|party)\b", printed)
    assert printed == say("--lang nl show den-uyl", width=100)


def test_what_is_not_known_or_not_over(say):
    """Catch a null that is printed as such, or a cabinet in office with an end."""
    jetten = say("show jetten")
    assert "since 23 February 2026" in jetten
    assert "not yet" in jetten
    # The month is known, the day is not.
    assert re.search(r"\nFebruary 2026 +list of ministers complete", jetten)
    assert "unknown" in say("show schimmelpenninck")
    for cabinet in ("jetten", "schimmelpenninck", "de-kempenaer-donker-curtius", "de-quay"):
        for lang in ("en", "nl"):
            shown = str(dc.show(cabinet, lang))
            assert not re.search(r"\b(None|nan|NaT|NA)\b|<NA>", shown), cabinet


def test_sections_are_frames():
    """Catch a section that is missing, or that is not the rows of its table."""
    shown = dc.show("cals", sources=True)
    assert list(shown) == ["cabinet", "parties", "formation", "rounds", "agreements", "lengths",
                           "ministers", "phases", "falls", "causes", "sources"]  # fmt: skip
    assert shown["rounds"]["outcome"].tolist()[-1] == "succeeded"
    assert shown["cabinet"]["start_date"] == "1965-04-14"
    assert shown["cabinet"]["previous"] == "marijnen"
    assert len(shown["ministers"]) == (dc.load("appointments")["cabinet_id"] == "cals").sum()
    assert shown["falls"][["votes_for", "votes_against"]].values.tolist() == [[75, 62]]
    assert shown["sources"]["stance"].eq("differs").any()
    with pytest.raises(KeyError, match="did you mean ministers"):
        shown["minister"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("rutte-iv", "rutte-iv"),
        # ParlGov calls Rutte II so; our own names go before those of others.
        ("Rutte IV", "rutte-iv"),
        ("rutte 4", "rutte-iv"),
        ("Kabinet-Rutte IV", "rutte-iv"),
        ("fourth rutte cabinet", "rutte-iv"),
        ("Rutte VII", "rutte-iv"),
        ("Rutte VI", "rutte-iii"),
        ("Rutte-Verhagen", "rutte-i"),
        ("Den Uyl", "den-uyl"),
        ("roell", "roell"),
        ("Röell", "roell"),
        ("Drees III", "drees-iii"),
    ],
)
def test_a_cabinet_by_its_names(name, key):
    """Catch a name that finds nothing, or another cabinet."""
    assert cabinet_id(name) == key


def test_the_causes_name_who_acted(say):
    """Catch a code that is printed for the cabinet, the voters or the prime minister."""
    printed = say("show cals", width=120)
    assert "prime_minister" not in printed
    assert re.search(r"conflict within a party +underlying +KVP +prime minister or leader", printed)
    assert "no party" in printed
    assert "partijloos" not in printed


def test_steps_of_one_day_are_in_order():
    """Catch an agreement that is approved before it is reached: both on 9 October 2017."""
    steps = dc.show("rutte-iii")["formation"]["step"].tolist()
    reached = steps.index("agreement_reached")
    assert steps[reached : reached + 3] == ["agreement_reached", "agreement_approved",
                                            "agreement_presented"]  # fmt: skip


def test_each_cabinet_by_its_own_names():
    """Catch a cabinet that its own name or id does not find."""
    for row in dc.load("cabinets").itertuples():
        for name in (row.cabinet_id, row.name, row.name_en, row.name.removeprefix("Kabinet-")):
            assert cabinet_id(name) == row.cabinet_id, name


@pytest.mark.parametrize(("line", "call"), TABLES, ids=IDS)
def test_json_and_csv_are_the_frame(line, call, say):
    """Catch a column, row or value that scripts do not get, or get otherwise."""
    frame = call()
    rows = json.loads(say(f"{line} --json"))
    assert rows == json.loads(json.dumps(records(frame)))
    assert [*rows[0]] == list(frame.columns)
    days = [name for name, kind in frame.dtypes.items() if kind.kind == "M"]
    read = pd.read_csv(io.StringIO(say(f"{line} --csv")), parse_dates=days)
    # A column of nothing but nulls has no type of its own in a CSV file.
    typed = {name: kind for name, kind in frame.dtypes.items() if frame[name].notna().any()}
    assert records(read.astype(typed)) == records(frame)


def test_tables_and_a_cabinet_for_scripts(say):
    """Catch sections that scripts cannot get, and a name of a table that is left out."""
    rows = json.loads(say("tables --json"))
    assert {row["table"]: row["row"] for row in rows} == dc.tables()
    assert list(pd.read_csv(io.StringIO(say("tables --csv")))["table"]) == list(dc.tables())
    shown = json.loads(say("show rutte-iv --json"))
    assert shown["cabinet"]["formation_days"] == 299
    assert len(shown["parties"]) == 4
    row = pd.read_csv(io.StringIO(say("show rutte-iv --section cabinet --csv"))).iloc[0]
    assert row["cabinet_id"] == "rutte-iv"


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("line", [*IDS[:9], "tables", "show rutte-iv --sources", "show cals"])
def test_lines_fit_the_width(line, lang, width, say):
    """Catch a line that is too long, a torn number, day or id, and codes for a terminal."""
    printed = say(f"{line} --lang {lang}", width)
    assert "\x1b" not in printed
    assert "\xa0" not in printed
    for text in printed.splitlines():
        # An id or word that is longer than the line stays whole.
        assert len(text) <= width or len(text.split()) <= 2, text
    wide = say(f"{line} --lang {lang}", 1000)
    for part in (r"\b\d{4}-\d\d-\d\d\b", r"\([a-z]+-[a-z-]+\)"):
        assert set(re.findall(part, printed)) == set(re.findall(part, wide))


def test_a_table_wraps_words_alone():
    """Catch a table that breaks a number or day to save room, or text that is not wrapped."""
    made = grid(["n", "text", "day"], [["1000", "one two three four", "2021-03-17"]], "rwl", 28)
    lines = ["1000  one two     2021-03-17", "      three four"]
    assert made.splitlines()[2:] == lines


def test_bold_on_a_terminal_alone():
    """Catch codes for bold in a file, with NO_COLOR, or none on a terminal."""
    command = [sys.executable, "-m", "dutchcabinets", "tables"]
    for more, is_bold in (({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)):
        environment = {**os.environ, "TERM": "xterm", "PYTHONPATH": str(ROOT), **more}
        if not more:
            environment.pop("NO_COLOR", None)
        ours, theirs = pty.openpty()
        with subprocess.Popen(command, stdout=theirs, env=environment) as running:
            os.close(theirs)
            printed = b""
            # Where the other side is closed, Linux says so with an error.
            with contextlib.suppress(OSError):
                while part := os.read(ours, 10_000):
                    printed += part
            running.wait()
        os.close(ours)
        assert (b"\x1b[1m" in printed) == is_bold, more


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("shwo rutte-iv", "no command 'shwo'; did you mean show?"),
        ("tables cabinet", "no table 'cabinet'; did you mean cabinets"),
        ("show rutte-vi", "no cabinet 'rutte-vi'; did you mean rutte-"),
        ('show "Rute IV"', "no cabinet 'Rute IV'; did you mean rutte-iv"),
        ("show rutte", "several cabinets are called 'rutte': rutte-i, rutte-ii, rutte-iii"),
        ("show rutte-iv --section minister", "--section: only with --json or --csv"),
        ("show rutte-iv --json --section minister", "no section 'minister'; did you mean minist"),
        ("show rutte-iv --csv", "--csv: choose one with --section: cabinet, parties"),
        ("show", "required: cabinet"),
        ("on 1-6-1985", "expected a date such as"),
        ("on 1840-01-01", "expected one from 1848-03-25"),
        ("on 1985-06-01 --post fnance", "did you mean Finance"),
        ("person zalmm", "did you mean zalm-g"),
        ("person drees", "several persons"),
        ("which many", "days: expected a whole number, found 'many'"),
        ("rank --definition agreement", "no definition 'agreement'; did you mean election_to_ag"),
        ("rank --measure cabinets", "did you mean cabinet"),
        ("rank --measure cabinet --definition successful_attempt", "only formations have one"),
        ("rank --top 0", "top: expected 1 or more"),
        ("rank --top x", "invalid int value"),
        ("rank --lang fr", "invalid choice: 'fr'"),
        ("compare long rutte-iv", "length: expected a number of days"),
        ("compare 299 nobody", "no cabinet 'nobody'"),
        ("cite --format bibtx", "did you mean bibtex"),
        ("rank --json --csv", "not allowed with argument"),
        ("--nonsense", "required: command"),
        ("which 271 --nonsense", "unrecognized arguments: --nonsense"),
    ],
)
def test_bad_input_is_one_line(line, message, capsys):
    """Catch a traceback, a usage of many lines, another exit code, or an error without a hint."""
    assert main(shlex.split(line)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert message in err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ValueError("no style 'x'"), 2),
        (FileExistsError("a.xlsx is there; force=True writes over it"), 1),
        (ImportError("xlsx needs openpyxl:\npip install it"), 1),
        (OSError("disk full"), 1),
        (RuntimeError("damaged"), 1),
    ],
)
def test_what_fails_is_one_line(error, code, capsys, monkeypatch):
    """Catch a fault of the package that ends in a traceback."""

    def fail(*_, **__):
        raise error

    monkeypatch.setattr(dc, "export", fail, raising=False)
    assert main(["export", "a.xlsx"]) == code
    assert capsys.readouterr().err == f"dutchcabinets: {' '.join(str(error).split())}\n"


def test_export_passes_on_what_is_asked(say, monkeypatch, tmp_path):
    """Catch a style, table, language or force that is dropped."""
    asked = []

    def export(path, table=None, *, style=None, lang="en", force=False):
        asked.append((path, table, style, lang, force))
        return tmp_path / path

    monkeypatch.setattr(dc, "export", export, raising=False)
    printed = say("export a.xlsx --table cabinets --style teachers --force --lang nl")
    say("export a.db")
    assert asked == [("a.xlsx", "cabinets", "teachers", "nl", True),
                     ("a.db", None, None, "en", False)]  # fmt: skip
    assert printed == f"{tmp_path / 'a.xlsx'}\n"


def test_nobody_reads_on():
    """Catch a complaint when the output goes to a program that stops reading, as head does."""
    # When nobody reads its help, argparse keeps silent in some versions of Python only.
    ends = {"show rutte-iv": {141}, "tables --json": {141}, "--help": {0, 141}}
    for line, codes in ends.items():
        command = [sys.executable, "-m", "dutchcabinets", *shlex.split(line)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        reader, writer = os.pipe()
        os.close(reader)
        result = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, env=environment)
        os.close(writer)
        assert result.stderr == b""
        assert result.returncode in codes


def test_ctrl_c(monkeypatch, capsys):
    """Catch a traceback when somebody stops it."""

    def stop(*_):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(5)

    monkeypatch.setattr(dc, "person", stop, raising=False)
    assert main(["person", "zalm"]) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("line", ["--help", "--version", "tables", "tables --json", "cite",
                                  "cite --format bibtex", "tabels"])  # fmt: skip
def test_a_light_start(line):
    """Catch pandas or pyarrow that is loaded where the descriptor is enough."""
    code = "import sys; from dutchcabinets.cli.main import main; main(sys.argv[1:])\n"
    code += "assert not {'pandas', 'pyarrow', 'numpy'} & set(sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code, *shlex.split(line)]
    result = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert result.returncode == 0, result.stderr


def test_version_help_and_cite(say):
    """Catch a verb without help, or a version or citation that is not that of the package."""
    assert say("--version") == f"{dc.__version__}\n"
    assert say("cite") == f"{dc.cite()}\n"
    assert say("cite --format ris") == f"{dc.cite('ris')}\n"
    printed = say("--help")
    assert printed == say("")
    for verb in VERBS:
        assert re.search(rf"\n    {verb} ", printed)
        assert f"usage: dutchcabinets {verb}" in say(f"{verb} --help")


def test_into_a_file_it_is_utf8():
    """Catch a name with an accent that stops a pipe without a language set."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "dutchcabinets", "on", "2022-02-01", "--post", "justitie"]
    result = subprocess.run(command, capture_output=True, env=environment)
    assert "Yeşilgöz" in result.stdout.decode("utf-8"), result.stderr


def test_the_entry_point():
    """Catch a name of the program that calls something else."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["scripts"] == {"dutchcabinets": "dutchcabinets.cli.main:main"}


def test_both_languages_say_everything():
    """Catch a heading or sentence without its twin, or with another gap."""
    for key, words in _wording.WORDS.items():
        assert len(words) == len(_wording.LANGUAGES) and all(words), key  # noqa: PT018
        gaps = [{part[1] for part in string.Formatter().parse(one)} - {None} for one in words]
        assert gaps[0] == gaps[1], key
    for months in (_wording.MONTHS, _wording.SHORT_MONTHS):
        assert [len(months[lang].split()) for lang in _wording.LANGUAGES] == [12, 12]


def test_each_word_is_used():
    """Catch a heading that nobody reads any more, and one that is asked for and not there."""
    files = [*(ROOT / "dutchcabinets").glob("**/*.py")]
    code = "".join(path.read_text("utf-8") for path in files if path.name != "_wording.py")
    made = ("cell_", "note_", "measure_", "section_", "after_")
    data = {
        "appointment",
        "commission",
        "premiership",
        "exact",
        "rounded",
        "near",
        "other",
        "difference",
    }
    for key in _wording.WORDS:
        assert f'"{key}"' in code or key.startswith(made) or key in data, key


def test_each_measure_has_a_note():
    """Catch a definition of which a reader is told nothing."""
    for definition in dc.load("duration_definitions")["definition"]:
        assert f"note_{definition}" in _wording.WORDS


def test_examples_of_the_page(say):
    """Catch an example of docs/command-line.md that prints something else."""
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    examples = re.findall(r"^\$ dutchcabinets (.+)\n((?:(?!\$ |```).*\n)*)", page, re.M)
    assert {line.split()[0] for line, _ in examples} >= set(VERBS) - {"export"}
    for line, expected in examples:
        command, _, cut = line.partition(" | head -")
        if command.startswith("export"):
            continue
        printed = [text.rstrip() for text in say(command).splitlines()]
        shown = printed[: int(cut)] if cut else printed
        assert "\n".join(shown).strip() == expected.strip(), line
