"""The pictures: their words, their layout, what they show, and the files in docs/figures."""

import datetime
import itertools
import os
import subprocess
import sys

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from scripts.figures import (
    cabinet,
    caretaker,
    falls,
    formation,
    formations,
    make,
    members,
    shares,
    style,
    timeline,
)
from scripts.figures.__main__ import main
from scripts.figures.families import FAMILIES, families, family_of
from scripts.figures.make import FIGURES, FOLDER, SUBJECTS, known, pages
from scripts.figures.setting import Setting
from scripts.figures.tables import Tables, cabinet_phases
from scripts.figures.words import WORDS
from scripts.publish.summaries import PERIODS
from scripts.schema import ROOT

WANTED = {figure: SUBJECTS.get(figure, "") for figure in FIGURES}
HARD = {
    "formation": ["den-uyl", "schoof", "schimmelpenninck", "biesheuvel-ii", "colijn-ii"],
    "cabinet": ["schoof", "balkenende-i", "de-meester", "cort-van-der-linden", "jetten"],
}
"""Cabinets and formations with much to show, with little, or under way."""


@pytest.fixture(scope="module")
def tables():
    return Tables()


@pytest.fixture(scope="module")
def drawn(tables):
    """All pictures that are committed, by name."""
    return dict(pages(tables, WANTED))


@pytest.fixture(scope="module")
def vectors(drawn):
    """All pictures that are committed, as SVG."""
    return {name: page.svg() for name, page in drawn.items()}


def subjects(tables):
    """Pictures of other cabinets and formations, in Dutch, whose words are the longer ones."""
    for figure, ids in HARD.items():
        for subject in ids:
            setting = Setting(tables, style.THEMES["light"], "nl", subject)
            yield f"{figure}-{subject}", FIGURES[figure](setting)


def texts(page):
    """The texts of a picture with the boxes that they fill."""
    page.figure.dpi = style.DPI
    renderer = FigureCanvasAgg(page.figure).get_renderer()
    found = (text for text in page.figure.findobj(Text) if text.get_visible() and text.get_text())
    return [(text.get_text(), text.get_window_extent(renderer)) for text in found], renderer


def meet(one, other):
    """Whether two boxes share more than a pixel."""
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.y1, other.y1) - max(one.y0, other.y0)
    return wide > 1 and high > 1


def faults(page):
    """The texts of a picture that overlap or leave the sheet."""
    found, renderer = texts(page)
    for text, box in found:
        if box.x0 < 0 or box.y0 < 0 or box.x1 > renderer.width or box.y1 > renderer.height:
            yield f"{text!r} leaves the sheet"
    # By their left ends, so that only near ones are compared.
    found.sort(key=lambda pair: pair[1].x0)
    for number, (text, box) in enumerate(found):
        for other, beside in found[number + 1 :]:
            if beside.x0 > box.x1:
                break
            if meet(box, beside):
                yield f"{text!r} and {other!r} overlap"


def test_texts_are_apart(tables, drawn):
    """Catch names that grow into each other or over the edge: a longer name, another language."""
    light = {name: page for name, page in drawn.items() if name.endswith("light")}
    everything = {**light, **dict(subjects(tables))}
    found = {name: list(faults(page)) for name, page in everything.items()}
    assert {name: own for name, own in found.items() if own} == {}


def test_themes_have_one_layout(drawn):
    """Catch a theme that moves texts: the test of the layout looks at the light one alone."""

    def layout(page):
        own = page.figure.findobj(Text)
        return [(text.get_text(), text.get_position(), text.get_fontsize()) for text in own]

    for name, page in drawn.items():
        if name.endswith("light"):
            assert layout(page) == layout(drawn[name.replace("light", "dark")]), name


def test_text_is_large_enough(drawn):
    """Catch text that is below 11 pixels when a picture is shown at half its size."""
    for name, page in drawn.items():
        sizes = [text.get_fontsize() for text in page.figure.findobj(Text) if text.get_text()]
        assert min(sizes) * style.DPI / 72 >= 22 - 1e-6, name


def test_contrast(drawn):
    """Catch text that can hardly be read on its paper (4.5 to 1, as WCAG asks)."""

    def luminance(colour):
        return ((style.lightness(colour) + 16) / 116) ** 3

    for theme in style.THEMES.values():
        for ink in (theme.ink, theme.muted):
            low, high = sorted((luminance(ink), luminance(theme.paper)))
            assert (high + 0.05) / (low + 0.05) >= 4.5, theme.name
    for name, colour in style.COLOURS.items():
        low, high = sorted((luminance(colour), luminance(style.on_colour(colour))))
        assert (high + 0.05) / (low + 0.05) >= 4.5, name


def test_legends_differ_in_grey(drawn):
    """Catch two entries of a legend that look alike in grey print: neither light nor hatch nor
    mark tells them apart."""
    for name, page in drawn.items():
        for legend in page.legends:
            for one, other in itertools.combinations(legend, 2):
                apart = abs(style.lightness(one.colour) - style.lightness(other.colour))
                is_other = (one.hatch, one.marker) != (other.hatch, other.marker)
                assert is_other or apart >= style.STEP, f"{name}: {one.name}, {other.name}"


def test_words_are_in_both_languages():
    """Catch a text that one language lacks, or that has other values in it."""
    for key, (english, dutch) in WORDS.items():
        assert english.strip(), key
        assert dutch.strip(), key
    same = {key for key, (english, dutch) in WORDS.items() if english == dutch}
    assert same == set()


def test_captions(drawn, vectors):
    """Catch a picture without version, day of the data, source or licence, title or subtitle."""
    for name, page in drawn.items():
        for part in ("dutchcabinets", "CC0", "2026", page.title, page.subtitle):
            assert part in f"{page.title} {page.subtitle} {page.caption}", name
        svg = vectors[name].decode()
        assert 0 < svg.index("<title>") < svg.index("<desc>") < svg.index("<defs"), name


def test_same_bytes_on_two_runs(drawn, tmp_path):
    """Catch a date, an id made at random, or an order that comes from a set, which is another one
    in each process."""
    command = [sys.executable, "-m", "scripts.figures", "--only", "falls", "--out", tmp_path]
    told = {**os.environ, "PYTHONHASHSEED": "7"}
    subprocess.run(command, check=True, cwd=ROOT, env=told, capture_output=True)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert len(written) == 8
    assert written == {name: (ROOT / FOLDER / name).read_bytes() for name in written}
    assert drawn["falls-nl-dark"].png() == written["falls-nl-dark.png"]


def test_committed_files_are_those_of_the_command(drawn, vectors):
    """Catch tables that changed without `make figures`, and files that nothing draws."""
    folder = ROOT / FOLDER
    there = {path.stem: path.read_bytes() for path in folder.glob("*.svg")}
    other = [name for name, svg in vectors.items() if there.get(name) != svg]
    assert other == [], "run make figures"
    expected = {f"{name}.{kind}" for name in drawn for kind in ("svg", "png")}
    assert {path.name for path in folder.iterdir()} == expected


def test_files_are_modest():
    """Catch pictures that make the checkout heavy, or that have another width."""
    pictures = list((ROOT / FOLDER).glob("*.png"))
    assert all(int.from_bytes(path.read_bytes()[16:20], "big") == 1600 for path in pictures)
    assert sum(path.stat().st_size for path in (ROOT / FOLDER).iterdir()) < 8_000_000


def test_bar_of_rutte_iv(tables):
    """Catch a bar that is not as long as the formation, or marks of other days: 299, 271, 273 and
    279 days, counted by hand from 17 March 2021."""
    first = formations.ranked(tables)[0]
    assert first.formation_id == "rutte-iv"
    assert first.days == {"total": 299, "agreed": 271, "presented": 273, "first": 279}
    assert (first.end - first.start).days == 299
    own = first.commissions
    blocks = sum((one.end - one.start).days for one in own)
    gaps = [own[0].start - first.start, first.end - own[-1].end]
    gaps += [after.start - before.end for before, after in itertools.pairwise(own)]
    assert blocks + sum(gap.days for gap in gaps) == 299
    assert [one.role for one in own] == ["scout"] * 2 + ["informateur"] * 5 + ["formateur"]


def test_anatomy_of_rutte_iv(tables):
    """Catch a definition that the anatomy leaves out."""
    found = {row["definition"]: row["days"] for row in formation.durations(tables, "rutte-iv")}
    assert len(found) == 11
    assert found["election_to_inauguration"] == 299
    assert found["sum_of_commissions"] == 258


def test_caretaker_days_of_the_2020s(tables):
    """Catch days that are counted twice or lost at a boundary: 360 (Rutte III), 361 and 265."""
    decades = {decade.year: decade for decade in caretaker.decades(tables)}
    assert decades[2020].cabinets == {"rutte-iii": 360, "rutte-iv": 361, "schoof": 265}
    assert decades[1840].cabinets == {"schimmelpenninck": 38, "de-kempenaer-donker-curtius": 44}
    assert sum(decade.days for decade in decades.values()) == (
        tables.as_of - datetime.date(1848, 3, 25)
    ).days  # fmt: skip


def test_phases_follow_each_other(tables):
    """Catch a stretch without a cabinet, or with two, where the first day is not known."""
    for one, two in itertools.pairwise(cabinet_phases(tables)):
        assert one["drawn_from"] <= one["drawn_to"] == two["drawn_from"], two


def test_falls_are_those_of_the_readme(tables):
    """Catch a count that differs from the table in the README."""
    found = falls.cells(tables)
    assert found["lost_bill"][0] == falls.Cell(7, 4)
    assert found["coalition_party_leaves"][-1] == falls.Cell(3, 0)
    assert sum(cell.ended for row in found.values() for cell in row) == 71
    # The title says so.
    for mechanism, number in (("lost_bill", 0), ("coalition_party_leaves", len(PERIODS) - 1)):
        most = max(row[number].ended for row in found.values())
        assert found[mechanism][number].ended == most


def test_shares_of_rutte_iv(tables):
    """Catch a share of another party or of another whole: 8 of 20 ministers, 34 of 77 seats."""
    found = {one.name: one for one in shares.shares(tables)}
    vvd = found["VVD, Rutte IV"]
    assert (vvd.portfolios, round(vvd.seats, 1)) == (40.0, 44.2)
    constant, slope = shares.fit(list(found.values()))
    assert constant > 0, "small parties no longer get more, as the title says"
    assert slope < 1


def test_members(tables):
    """Catch a share of women or an age of another cabinet."""
    found = {team.name: team for team in members.teams(tables)}
    assert (found["Rutte IV"].women, found["Rutte IV"].ministers) == (10, 20)
    assert (found["Drees III"].women, found["Drees II"].women) == (1, 0)
    assert (found["Schoof"].mean, found["Schoof"].youngest) == (51.1, 37)


def test_life_of_rutte_iv(tables):
    """Catch a wrong beginning, seats of another cabinet, or somebody who left and is not there."""
    rows = {row["cabinet_id"]: row for row in tables["cabinets"]}
    assert cabinet.began(tables, rows["rutte-iv"]) == datetime.date(2021, 3, 17)
    (seats,) = cabinet.seats(tables, "rutte-iv")
    assert [party for party, *_ in seats.parties] == ["VVD", "D66", "CDA", "CU"]
    assert sum(count for *_, count in seats.parties) == seats.total == 77
    left = cabinet.leavers(tables, "rutte-iv")
    assert (left[0].name, left[0].reason) == ("Henk Staghouwer", "resigned_responsibility")
    assert [seats.total for seats in cabinet.seats(tables, "schoof")] == [88, 51, 32]


@pytest.mark.parametrize(
    ("groups", "family"),
    [("l", "liberal"), ("d", "denominational"), ("dl", "centre-right"), ("ds", "social"),
     ("dls", "social"), ("s", "social"), ("ls", "purple"), ("cl", "conservative"),
     ("dlp", "populist"), ("", "none")],
)  # fmt: skip
def test_rule_of_families(groups, family):
    """Catch a family for which the rule gives another name."""
    assert family_of(set(groups)) == family
    assert family in FAMILIES


def test_families_of_cabinets(tables):
    """Catch a cabinet in the wrong colour; DS'70 had too few seats to colour Biesheuvel I."""
    found = families(tables)
    known_ones = {"kok-i": "purple", "lubbers-iii": "social", "lubbers-i": "centre-right",
                  "mackay": "denominational", "thorbecke-ii": "liberal", "schoof": "populist",
                  "biesheuvel-i": "centre-right", "cort-van-der-linden": "none"}  # fmt: skip
    assert {key: found[key, 1] for key in known_ones} == known_ones
    assert len({one.cabinet_id for one in timeline.stretches(tables)}) == 72


@pytest.mark.parametrize(
    ("arguments", "near"),
    [(["--only", "timelin"], "timeline"), (["--cabinet", "rutte-5"], "rutte-i"),
     (["--formation", "den-uijl"], "den-uyl")],
)  # fmt: skip
def test_unknown_names(arguments, near, capsys, tmp_path):
    """Catch a slip that draws nothing, or ends in a traceback."""
    assert main([*arguments, "--out", str(tmp_path / "out")]) == 2
    told = capsys.readouterr().err
    assert near in told
    assert told.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_seats_add_up(tables):
    """Catch seats of a party that are not those of the day: who left a group took a seat along."""
    for row in tables["cabinets"]:
        for own in cabinet.seats(tables, row["cabinet_id"]):
            assert sum(count for *_, count in own.parties) == own.total, row["cabinet_id"]


def test_one_cabinet_in_a_folder(tmp_path, capsys, monkeypatch):
    """Catch files beside those that were asked for, or half of them."""
    monkeypatch.setattr(make, "LANGUAGES", ["nl"])
    assert main(["--cabinet", "schoof", "--out", str(tmp_path)]) == 0
    names = {path.name for path in tmp_path.iterdir()}
    kinds = itertools.product(style.THEMES, ("svg", "png"))
    assert names == {f"cabinet-schoof-nl-{theme}.{kind}" for theme, kind in kinds}
    assert "4 files" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize("figure", SUBJECTS)
def test_every_subject_can_be_drawn(tables, figure):
    """Catch a cabinet or formation that is offered and cannot be drawn, or is crowded."""
    for subject in known(tables, figure):
        page = FIGURES[figure](Setting(tables, style.THEMES["light"], "nl", subject))
        assert list(faults(page)) == [], subject
