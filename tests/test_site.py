"""The site as files: links, words, weight, and that it needs nothing from elsewhere."""

import datetime
import json
import re
from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest

import dutchcabinets as dc
from scripts.problems import BadInput
from scripts.schema import ROOT
from scripts.site import evidence, make, words
from scripts.site.charts import Part, bars, seats, spans
from scripts.site.facts import Facts
from scripts.site.grid import Grid
from scripts.site.pages import codebook, formation_now, formations, home, parties, persons, records
from scripts.site.pages.elections import minimal_winning
from scripts.site.words import LANGUAGES

MOST = 150_000
"""Bytes of a page: what a phone loads in a moment."""
ALL = 15_000_000
"""Bytes of all pages, without downloads."""
RANKING = "formations/by/election_to_inauguration/"
KINDS = ("cabinets", "formations", "elections", "parties", "persons")


def quiet(line):
    """No progress."""


@pytest.fixture(scope="module")
def facts():
    return Facts()


@pytest.fixture(scope="module")
def site(facts):
    return make.files(facts, quiet)


@pytest.fixture(scope="module")
def parsed(site):
    """Each page as it was read: links, ids, headings, addresses that it loads."""
    return {path: read(content) for path, content in site.items() if path.endswith(".html")}


class Reader(HTMLParser):
    """What a page links to, what it loads, its ids, its headings, its language."""

    def __init__(self):
        super().__init__()
        self.links, self.loads, self.ids, self.headings = [], [], [], []
        self.language = self.text = ""

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "html":
            self.language = given["lang"]
        if tag in ("a", "form"):
            self.links.append(given.get("href") or given.get("action"))
        if tag in ("script", "img", "iframe", "source", "link") and given.get("rel") != "canonical":
            self.loads += [given[key] for key in ("src", "href") if key in given]
        if "id" in given:
            self.ids.append(given["id"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_data(self, data):
        self.text += data


def read(content):
    reader = Reader()
    reader.feed(content.decode())
    return reader


def target(page, link):
    """The file to which a link of a page leads, and the part of it."""
    parts = urlsplit(link)
    steps = [] if not parts.path else list(PurePosixPath(page).parent.parts)
    if not parts.path:
        return page, parts.fragment
    for step in parts.path.split("/"):
        if step == "..":
            assert steps, f"{link} of {page} leads out of the site"
            steps.pop()
        elif step not in ("", "."):
            steps.append(unquote(step))
    path = "/".join(steps)
    is_folder = parts.path.endswith(("/", ".."))
    return (f"{path}/index.html".lstrip("/") if is_folder else path), parts.fragment


def test_every_link_leads_to_a_file_and_to_a_part_of_it(site, parsed):
    """Catch a page that was renamed, and a heading that lost its id."""
    dead = []
    for page, reader in parsed.items():
        for link in reader.links + reader.loads:
            if urlsplit(link).scheme:
                continue
            file, part = target(page, link)
            if file not in site or (part and part not in parsed[file].ids):
                dead.append((page, link))
    assert not dead, dead[:10]


def test_nothing_is_loaded_from_elsewhere(parsed):
    loads = {link for reader in parsed.values() for link in reader.loads}
    assert {urlsplit(link).scheme for link in loads} <= {"", "data"}


def test_styles_and_script_are_own_and_small(site):
    assert not re.search(rb"https?:|//[a-z]|@import|url\(", site["style.css"])
    assert b"http" not in site["site.js"]
    assert len(site["site.js"]) < 15_000


def test_pages_are_light(site):
    weights = {path: len(content) for path, content in site.items() if path.endswith(".html")}
    assert {path: size for path, size in weights.items() if size >= MOST} == {}
    assert sum(weights.values()) <= ALL


def test_ids_are_there_once_and_headings_are_in_order(parsed):
    for page, reader in parsed.items():
        assert len(set(reader.ids)) == len(reader.ids), page
        assert reader.headings[0] == 1, page
        assert reader.headings.count(1) == 1, page
        steps = zip(reader.headings, reader.headings[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), (page, reader.headings)


def test_the_same_pages_in_both_languages(parsed):
    own = {
        lang: {path.removeprefix(f"{lang}/") for path in parsed if path.startswith(f"{lang}/")}
        for lang in LANGUAGES
    }
    assert own["en"] == own["nl"]
    assert all(parsed[f"nl/{path}"].language == "nl" for path in own["nl"])


def test_there_is_a_page_of_each_thing(parsed, facts):
    ids = {
        "cabinets": {row["cabinet_id"] for row in facts["cabinets"]},
        "formations": {row["formation_id"] for row in facts["formations"]},
        "elections": {row["election_id"] for row in facts["elections"]},
        "parties": {row["party_id"] for row in facts["parties"]},
        "persons": {row["person_id"] for row in facts["appointments"]}
        | {row["person_id"] for row in facts["formation_stages"]},
    }
    for kind in KINDS:
        missing = {key for key in ids[kind] if f"nl/{kind}/{key}/index.html" not in parsed}
        assert not missing, kind


def test_the_same_bytes_twice(site):
    """Pages hold no day of today and no order of a set."""
    assert make.files(Facts(), quiet) == site


def test_no_word_is_missing_and_none_is_left_over(site):
    code = "".join(
        file.read_text(encoding="utf-8")
        for file in sorted(make.HERE.rglob("*"))
        if file.suffix in (".py", ".html")
    )
    # What is asked for in a case that is not there now, such as a formation that runs, is named.
    asked = words.Words.asked | {key for key in words.written() if f'"{key}"' in code}
    left = set(words.written()) - asked
    assert {key for key in left if not key.startswith(("unit.", "table.differ_"))} == set()


def test_a_missing_word_stops_the_build_and_is_named(facts, tmp_path, monkeypatch):
    say = words.Words("nl", facts)
    with pytest.raises(BadInput, match=r"site\.nothing"):
        say("site.nothing")
    with pytest.raises(BadInput, match="verdict/nothing"):
        say.label("verdict", "nothing")
    lacking = tmp_path / "words.toml"
    lacking.write_text('[site]\nname = ["Dutch cabinets", ""]\n')
    monkeypatch.setattr(words, "FILE", lacking)
    words.written.cache_clear()
    with pytest.raises(BadInput, match=r"site\.name"):
        words.written()
    words.written.cache_clear()


def test_dutch_pages_have_no_english_words_of_the_interface(parsed):
    """Catch a word that was copied and not translated, where the two languages differ."""
    same = {key for key, text in words.written().items() if text["en"] == text["nl"]}
    # Names and words that are the same in both.
    allowed = re.compile(r"\{\w+\}|CSV|JSON|Parquet|Status|Ministers|Records|Downloads|Codes")
    odd = {key for key in same if not allowed.fullmatch(words.written()[key]["en"])}
    assert odd <= {"home.placeholder", "nav.notebooks"}, odd


def test_the_first_screen_of_a_cabinet_answers(parsed):
    text = parsed["en/cabinets/rutte-iv/index.html"].text
    first = text[: text.index("Parties and seats")]
    for told in (
        "Mark Rutte",
        "10\xa0January\xa02022",
        "299 days",
        "rank 1 of 38",
        "271, 272, 273, 279",
    ):
        assert told in first, told
    assert "conflict within the cabinet" in first


def test_a_dutch_page_says_what_is_there_in_english_alone(site, parsed):
    """Catch a note in another language than that of its page, without a word on it."""
    told = words.written()["site.english"]
    for page, reader in parsed.items():
        main = site[page].decode().partition("<main")[2].partition("<footer")[0]
        is_part_english = page.startswith("nl/") and " lang=en" in main
        assert (told["nl"] in reader.text) == is_part_english, page
        assert told["en"] not in reader.text, page


def test_a_record_names_its_definition(parsed):
    text = parsed["nl/index.html"].text
    assert "271 dagen" in text
    assert "verkiezing tot akkoord" in text


@pytest.mark.parametrize("election", ["tk-1922", "tk-1977", "tk-2012"])
def test_minimal_winning_coalitions_are_those_of_the_package(facts, election):
    rows = facts.of("election_results", "election_id", election)
    counted = minimal_winning([row["seats"] for row in rows if row["seats"]])
    assert counted == dc.potential_coalitions(election)["is_minimal_winning"].sum()


def test_a_half_circle_has_a_dot_a_seat():
    drawing = seats([Part("A", 77), Part("B", 73)])
    assert drawing.body.count("z") == 150
    assert "<title>title</title>" in drawing.on_page("title", "told")


def test_a_bar_fits_every_screen():
    """Catch a chart that is cut on a phone: ends are shares of the width, 88 % for the longest."""
    drawn = bars([Part("A", 299), Part("B", 75)]).body
    # 88 * 75 / 299 = 22.07.
    assert re.findall(r'width="([\d.]+%)"', drawn) == ["88.0%", "22.1%"]
    # 1 January 1990 to 1 January 1994, and the last quarter of these four years: 365 of 1,461 days.
    first = datetime.date(1990, 1, 1).toordinal()
    drawn = spans([Part("A", 1461, start=first), Part("B", 365, start=first + 1096)]).body
    assert re.findall(r'width="([\d.]+%)"', drawn) == ["100.0%", "25.0%"]
    assert 'x="75.0%"' in drawn


def test_a_chart_on_its_own_says_what_it_shows(site):
    """Catch a file that is shared without the page: no title in sight, no source, no version."""
    drawn = site["nl/cabinets/rutte-iv/seats.svg"].decode()
    shown = re.findall("<text[^>]*>([^<]+)</text>", drawn)
    assert shown[0] == "Kabinet-Rutte IV"
    assert shown[1].startswith("Zetels in de Tweede Kamer: 77 van 150")
    assert shown[-1] == f"Bron: Nederlandse kabinetten {dc.__version__}, CC0"
    # Colours that a list on the page tells apart are told apart here too.
    assert {"VVD 34", "D66 24", "CDA 14", "CU 5", "PVV 17"} <= set(shown)
    assert "<a " not in drawn


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2022-01-10", "2024-07-02", (2, 174)),  # 10 January 2024 and 21+29+31+30+31+30+2 days.
        ("2010-10-14", "2012-11-05", (2, 22)),  # 14 October 2012 and 17 + 5 days.
        ("2000-02-29", "2001-03-01", (1, 0)),
        ("2012-11-05", "2013-11-04", (0, 364)),
        ("2012-11-05", "2013-11-05", (1, 0)),
    ],
)
def test_years_and_days_between_two_days(first, last, expected):
    day = datetime.date.fromisoformat
    assert words.years_and_days(day(first), day(last)) == expected


def test_files_of_a_table_have_its_rows(site, facts):
    rows = facts.of("formation_durations", "formation_id", "rutte-iv")
    lines = site["en/cabinets/rutte-iv/lengths.csv"].decode().splitlines()
    assert lines[0].split(",")[:3] == ["formation_id", "cabinet_id", "definition"]
    assert len(lines) == len(rows) + 1
    assert site["nl/cabinets/rutte-iv/lengths.json"] == site["en/cabinets/rutte-iv/lengths.json"]


def test_files_of_a_table_are_written_as_those_of_the_package(site):
    """Catch truth that R reads as text, and a day or null in another form."""
    line = site["nl/cabinets/rutte-iv/chamber.csv"].decode().splitlines()[1]
    own = (ROOT / "data/tables/party_cabinet.csv").read_text(encoding="utf-8").splitlines()
    assert line in own


def test_an_empty_column_is_not_shown():
    grid = Grid("x", [{"a": 1, "b": None}], "a:n:days b:text:note")
    assert [column.key for column in grid.shown] == ["a"]


def test_evidence_names_the_line_on_which_a_value_is_typed(site):
    page = site["en/cabinets/rutte-iv/index.html"].decode()
    line = re.search(r"<code>events\.csv:(\d+)</code>", page)[1]
    assert typed("events.csv", int(line)).startswith("rutte-iv-inauguration,2022-01-10")


def typed(file, line):
    """A line of a curated file."""
    text = (ROOT / "data" / "curated" / file).read_text(encoding="utf-8")
    return text.splitlines()[line - 1]


@pytest.mark.parametrize(
    ("page", "file", "start"),
    [
        ("persons/zalm-g", "persons.csv", "zalm-g,"),
        ("persons/zalm-g", "appointments.csv", "balkenende-ii-zalm-g-"),
        ("parties/d66", "parties.csv", "d66,"),
        ("cabinets/den-uyl", "falls.csv", "den-uyl,"),
        ("formations/den-uyl", "formation_stages.csv", "den-uyl,"),
        ("elections/tk-1972", "election_results.csv", "tk-1972,"),
        ("falls", "falls.csv", "jetten"),
    ],
)
def test_a_page_names_the_lines_that_one_would_mend(site, page, file, start):
    """Catch a person, party or fall whose reader finds a fault and no place to mend it."""
    text = site[f"nl/{page}/index.html"].decode()
    lines = [int(line) for line in re.findall(rf"{re.escape(file)}:(\d+)", text)]
    if page == "falls":
        own = [typed(file, line).partition(",")[0] for line in lines]
        assert sorted(own) == sorted(row["fall_id"] for row in Facts()["falls"])
        return
    assert typed(file, lines[0]).startswith(start)


def test_lines_in_a_row_are_one_stretch(facts):
    rows = facts.of("appointments", "cabinet_id", "colijn-i")
    own = evidence.typed(facts, appointments=rows, persons=[])
    first, last = re.fullmatch(r"appointments\.csv:(\d+)-(\d+)", own).groups()
    assert int(last) - int(first) == len(rows) - 1


def test_the_codebook_is_told_in_dutch(parsed, facts):
    """Catch a column, table, code or definition that a Dutch page tells in English."""
    page = parsed["nl/codebook/cabinets/index.html"].text
    described = dc.describe("cabinets", "nl")
    assert all(text in page for text in described["description"])
    codes = parsed["nl/codebook/code-lists/index.html"].text
    shown = [row for row in facts["codes"] if row["codelist"] not in codebook.LONG]
    assert all(row["definition_nl"] in codes for row in shown if row["definition"])
    ranking = parsed[f"nl/{RANKING}index.html"].text
    assert "Van de verkiezingsdag tot de beëdiging" in ranking


def test_a_meaning_that_lacks_a_language_stops_the_build_and_is_named():
    own = Facts()
    own["codes"] = [row | {"definition_nl": None} for row in own["codes"]]
    with pytest.raises(BadInput, match="lost_bill"):
        words.Words("nl", own).meaning("mechanism", "lost_bill")
    assert words.Words("en", own).meaning("mechanism", "lost_bill").startswith("A bill")


def test_a_person_in_full_is_called_as_one_writes_it(facts):
    """Catch a prefix that is there twice: Van van Oven."""
    told = {
        key: persons.person(facts, facts.one("persons", "person_id", key))["in_full"]
        for key in ("van-oven-jc", "zalm-g", "den-uyl-jm")
    }
    assert told == {
        "van-oven-jc": None, "zalm-g": None, "den-uyl-jm": "Johannes Marten den Uyl"
    }  # fmt: skip


def test_the_months_of_a_formation_are_in_the_language_of_the_page(parsed):
    """Catch 1945 (February) on a Dutch page."""
    assert "1945 (februari) (Gerbrandy III)" in parsed["nl/cabinets/gerbrandy-iii/index.html"].text
    assert "1945 (February) (Gerbrandy III)" in parsed["en/formations/index.html"].text
    months = "January|February|March|May|July|August|October|November"
    english = re.compile(rf"\d{{4}} \(({months})(-\w+)?\) \(")
    odd = {page for page, it in parsed.items() if page[:2] == "nl" and english.search(it.text)}
    assert odd == set()


def test_before_there_were_state_secretaries_none_are_counted(parsed):
    text = parsed["en/cabinets/gerbrandy-ii/index.html"].text
    assert "9, all ministers; women among them: 0" in text
    text = parsed["en/cabinets/rutte-iv/index.html"].text
    assert "29: 20 ministers, 9 state secretaries; women among them: 14" in text


def test_a_claim_has_an_address(parsed, facts):
    ids = {key for page, reader in parsed.items() if "/claims/" in page for key in reader.ids}
    assert {row["claim_id"] for row in facts["claims"]} <= ids


def test_what_search_engines_read_is_true(site):
    """Catch data about a page that is broken, or that of another page."""

    def told(page):
        text = site[f"en/{page}index.html"].decode()
        return json.loads(re.search(r"<script type=application/ld\+json>(.*?)</script>", text)[1])

    cabinet, person = told("cabinets/den-uyl/"), told("persons/den-uyl-jm/")
    assert (cabinet["foundingDate"], cabinet["dissolutionDate"]) == ("1973-05-11", "1977-12-19")
    assert "sameAs" not in cabinet
    assert told("cabinets/rutte-i/")["sameAs"] == "https://www.wikidata.org/wiki/Q168828"
    assert (person["@type"], person["birthDate"]) == ("Person", "1919-08-09")
    assert told("")["version"] == dc.__version__


def test_the_address_of_the_site_is_one_setting(facts, monkeypatch):
    """Without it no page tells an address; with it each has its own, and the sitemap has all."""
    page = next(iter(parties.pages(facts)))
    assert b"canonical" not in make.Writer(facts).page(page)["nl/parties/index.html"]
    package = {**facts.package, "homepage": "https://example.org/cabinets/"}
    monkeypatch.setattr(Facts, "package", package)
    writer = make.Writer(facts)
    made = writer.page(page)
    written = made["nl/parties/index.html"].decode()
    own = "https://example.org/cabinets"
    assert f"<link rel=canonical href={own}/nl/parties/>" in written
    assert f"<link rel=alternate hreflang=en href={own}/en/parties/>" in written
    sitemap = writer.rest(list(made))["sitemap.xml"].decode()
    assert re.findall("<loc>(.*?)</loc>", sitemap) == [f"{own}/en/parties/", f"{own}/nl/parties/"]


def test_what_is_copied_keeps_its_indentation(parsed):
    """Catch a citation or code that comes out of a page otherwise than it was written."""
    assert dc.cite("bibtex") in parsed["en/downloads/index.html"].text
    notebook = json.loads((ROOT / "docs/notebooks/survival.ipynb").read_text("utf-8"))
    page = parsed["nl/notebooks/survival/index.html"].text
    for code in (cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"):
        assert "".join(code) in page


def test_another_folder_is_not_overwritten(tmp_path):
    (tmp_path / "own.txt").write_text("mine")
    with pytest.raises(OSError, match="something else"):
        make.write(tmp_path, {"index.html": b""})
    assert (tmp_path / "own.txt").read_text() == "mine"


def test_a_formation_that_runs_is_counted(facts):
    """The page of a fall that has not happened: what a reader sees on the evening of one."""
    own = Facts()
    day = own.as_of - datetime.timedelta(days=30)
    key = {"formation_id": "jetten-2027", "cabinet_id": None}
    formation = dict.fromkeys(own["formations"][0]) | key
    formation |= {"label": "2027", "trigger": "election", "outcome": "running"}
    own["formations"] = [*own["formations"], formation]
    length = dict.fromkeys(own["formation_durations"][0]) | key | {"is_running": True}
    length |= {"definition": "election_to_inauguration", "start_date": day, "days_so_far": 30}
    own["formation_durations"] = [*own["formation_durations"], length]
    writer = make.Writer(own)
    made = {}
    for pages in (home.pages, formations.pages, formation_now.pages):
        for page in pages(own):
            if page.path in ("", "formation-now/", "formations/jetten-2027/", RANKING):
                made |= writer.page(page)
    now = made["en/formation-now/index.html"].decode()
    assert "30 days" in now
    assert f"data-since={day}" in now
    assert "Formation of 2027" in made["en/formations/jetten-2027/index.html"].decode()
    assert "30 dagen" in made[f"nl/{RANKING}index.html"].decode()
    assert "A formation is under way" in made["en/index.html"].decode()


def test_records_are_ranked_from_the_first(facts):
    """Catch a rank of the table that takes the place of that of the record."""
    for grid in records.records(facts)["all"]:
        assert grid.rows[0]["rank"] == 1, grid.name
        assert len(grid.rows) >= 2, grid.name
