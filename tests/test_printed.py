"""What is printed, read by machine: confirmed, contradicted, or left open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.printed.codes import WORDS, read_code
from scripts.printed.days import days_in, read_day
from scripts.printed.names import Names, plain, read_exactly, read_role, read_words
from scripts.printed.numbers import numbers_in, read_number

YES, NO, OPEN = "confirms", "contradicts", "undecided"


@pytest.mark.parametrize(
    ("printed", "value", "expected"),
    [
        ("13 december 2021", "2021-12-13", YES),
        ("13-12-2021", "2021-12-13", YES),
        ("2- 9-1977", "1977-09-02", YES),
        ("2021/12/13", "2021-12-13", YES),
        ("Dec. 13, 2021", "2021-12-13", YES),
        ("den 13. Dezember", "2021-12-13", YES),
        ("le 13 décembre 2021", "2021-12-13", YES),
        ("15 en 16 maart", "2021-03-15", YES),
        ("4, 7 en 9 december 1848", "1848-12-07", YES),
        ("13 tot en met 22 juli", "1948-07-13", YES),
        ("June 5", "1901-06-05", YES),
        ("16. Sept.", "1866-09-16", YES),
        ("24.", "1873-08-24", OPEN),
        ("den 24", "1873-08-25", NO),
        ("Maandag", "2026-02-23", YES),
        ("in 1935 fuseerden zij", "1935", YES),
        ("1867-1868", "1867", YES),
        ("24 januari", "1945-01", YES),
        ("14 december 2021", "2021-12-13", NO),
        ("13 december 2020", "2021-12-13", NO),
        ("13 januari 2021", "2021-12-13", NO),
        ("13-12-2012", "2021-12-13", NO),
        ("dinsdag", "2026-02-23", NO),
        ("7 oktobel", "2010-10-07", NO),
        ("28 juli 8195", "1895-07-28", NO),
        ("vandaag", "2021-12-13", OPEN),
        ("december 2021", "2021-12-13", OPEN),
        ("299 dagen", "2021-12-13", OPEN),
        ("13 december 2021", "no day", OPEN),
    ],
)
def test_days(printed, value, expected):
    """Catch a day that is not found, or one that is taken for another."""
    assert read_day(printed, value) == expected


@given(st.dates(min_value=__import__("datetime").date(1800, 1, 1)))
def test_a_day_confirms_itself_and_no_other(day):
    """Catch a month whose name is not known, and a day that passes for the one after it."""
    if day.year > 2099:
        return
    after = day.toordinal() + 1
    other = day.fromordinal(after).isoformat()
    months = (
        "januari februari maart april mei juni juli augustus september oktober november december"
    )
    for printed in (
        day.isoformat(),
        f"{day.day} {months.split()[day.month - 1]} {day.year}",
        day.strftime("%d-%m-%Y"),
        day.strftime("%B %d, %Y"),
    ):
        assert read_day(printed, day.isoformat()) == YES, printed
        assert read_day(printed, other) == NO, printed


@given(st.text(max_size=60))
def test_any_text_can_be_read(text):
    """Catch a text that ends a reader with an error."""
    list(days_in(text))
    assert read_day(text, "2021-12-13") in (YES, NO, OPEN)
    assert read_number(text, "12") in (YES, NO, OPEN)
    assert read_words(text, "CDA") in (YES, OPEN)
    assert read_role(text, "formateur") in (YES, NO, OPEN)
    assert all(
        read_code(codes, text, next(iter(WORDS[codes]))) in (YES, NO, OPEN) for codes in WORDS
    )


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("9.515.226", (9515226,)),
        ("9 838 683", (9838683,)),
        ("5,850,325", (5850325,)),
        ("79-64", (79, 64)),
        ("trente-sept voix", (37,)),
        ("Forty-nine", (49,)),
        ("zevenendertig", (37,)),
        ("siebenunddreißig", (37,)),
        ("geen zetels", (0,)),
        ("the fourth cabinet", (4,)),
        ("D66", ()),
        ("een kabinet", ()),
    ],
)
def test_numbers(printed, numbers):
    """Catch a number that is not found, and a party or an article that is taken for one."""
    assert numbers_in(printed) == numbers


@pytest.mark.parametrize(
    ("printed", "value", "expected"),
    [
        ("184.422", "184422", YES),
        ("5 KVP, 2 ARP", "7", YES),
        ("41 confessionals, seven social democrats and five liberals", "53", YES),
        ("een minister", "1", OPEN),
        ("184.423", "184422", NO),
        ("ministers", "3", OPEN),
    ],
)
def test_numbers_and_their_sums(printed, value, expected):
    """Catch a sum that is taken for a difference, and a number that passes for another."""
    assert read_number(printed, value) == expected


PARTIES = Names({"pvda": ["PvdA", "Partij van de Arbeid"], "vvd": ["VVD"], "cda": ["CDA"]})


@pytest.mark.parametrize(
    ("printed", "value", "expected"),
    [
        ("P.v.d.A.", "pvda", YES),
        ("Partij van de Arbeid (PvdA)", "pvda", YES),
        ("CDA, PvdA en D66", "cda;pvda", YES),
        ("VVD-leider", "vvd", YES),
        ("de VVD", "pvda", NO),
        ("de regering", "pvda", OPEN),
        ("de VVD", "d66", OPEN),
    ],
)
def test_names(printed, value, expected):
    """Catch a party that is not known by its dots, and one that passes for another."""
    assert PARTIES.read(printed, value) == expected


@pytest.mark.parametrize(
    ("codes", "printed", "value", "expected"),
    [
        ("character", "extra-parlementair kabinet", "extra-parliamentary", YES),
        ("character", "een parlementair kabinet", "extra-parliamentary", NO),
        ("character", "oorlogskabinet", "wartime", YES),
        ("orientation", "conservatief-liberaal", "mixed", YES),
        ("orientation", "conservatieve strekking", "liberal", NO),
        ("stage_outcome", "niet geslaagd", "succeeded", OPEN),
        ("stage_outcome", "poging mislukte", "succeeded", NO),
        ("vote_result", "verworpen", "carried", NO),
        ("office", "formeel tijdelijk", "temporary_chairman", YES),
    ],
)
def test_codes(codes, printed, value, expected):
    """Catch a word that stands for the opposite code."""
    assert read_code(codes, printed, value) == expected


def test_roles():
    """Catch an informateur who is read as a formateur."""
    assert read_role("benoeming kabinetsformateur", "formateur") == YES
    assert read_role("informateurs", "formateur") == NO
    assert read_role("benoeming (in)formateur", "formateur") == OPEN


def test_plain_and_exact():
    """Catch accents and dots that keep equal names apart, and an identifier with a digit off."""
    assert plain("Æneas  Mackay, É.") == "aeneas mackay e"
    assert read_exactly("22730", "22730") == YES
    assert read_exactly("22330", "22730") == NO
