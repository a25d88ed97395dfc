"""Verdicts on published claims, each worked out by hand; none of them may depend on what somebody typed."""

import datetime

import pytest

from scripts.derive.claims import TESTS
from scripts.derive.common import Lineage
from scripts.derive.things import Things
from scripts.schema import load_schema


@pytest.fixture(scope="module")
def lookup(built):
    """The built tables, with the lineage that they carry."""
    lineage = Lineage()
    for row in built["lineage"]:
        lineage.add(row["table"], row["row_id"], row["column"], (row["from_table"], row["from_row_id"], row["from_column"]))
    return Things(load_schema(), built, lineage)


EMPTY = dict.fromkeys(
    ("cabinet_id", "subject", "measure", "cell", "unit", "definition_claimed", "scope_from", "scope_to", "selection", "as_of")
)


def claim(kind, value, **fields):
    fields = {name: datetime.date.fromisoformat(field) if name == "as_of" else field for name, field in fields.items()}
    return {**EMPTY, "claim_type": kind, "value": str(value), **fields}


def formation(kind, value, cabinet, **fields):
    return claim(kind, value, cabinet_id=cabinet, subject=cabinet, measure="formation", **fields)


def in_office(kind, value, cabinet, measure="cabinet", **fields):
    return claim(kind, value, cabinet_id=cabinet, subject=cabinet, measure=measure, **fields)


def premier(kind, value, person, **fields):
    return claim(kind, value, subject=person, measure="prime_minister", **fields)


INAUGURATION = {"definition_claimed": "election_to_inauguration"}
CASES = {
    # 17 March to 13 December 2021: 14 + 30+31+30+31+31+30+31+30 + 13 = 271.
    "271 to the agreement": (formation("days", 271, "rutte-iv", definition_claimed="election_to_agreement_reached"), "reproduced", "271"),
    "271 without a definition": (formation("days", 271, "rutte-iv"), "reproduced", "271"),
    # The same 271 for the whole formation: to the oath it is 271 + 18 + 10 = 299.
    "271 for all of it": (formation("days", 271, "rutte-iv", **INAUGURATION), "refuted", "299"),
    "300 counts both ends": (formation("days", 300, "rutte-iv", **INAUGURATION), "reproduced_inclusive", "299"),
    # 17 March to 14 December 2021 is 272; the formation was not over.
    "272 that day": (formation("days", 272, "rutte-iv", as_of="2021-12-14", **INAUGURATION), "reproduced_as_of", "272"),
    # 15 March to 9 October 2017: 16 + 30+31+30+31+31+30 + 9 = 208, the day of the agreement; 1977 took 208 to the oath.
    "208 in 2017, to the agreement": (
        formation("days", 208, "rutte-iii", definition_claimed="election_to_agreement_reached"),
        "reproduced",
        "208",
    ),
    "208 in 2017, to the oath": (formation("days", 208, "rutte-iii", **INAUGURATION), "refuted", "225"),
    "208 in 1977": (formation("days", 208, "van-agt-i", **INAUGURATION), "reproduced", "208"),
    # Rutte III took 225 days; 17 March 2021 plus 225 days is 28 October.
    "equalled on the 28th": (formation("record", "2021-10-28", "rutte-iv", unit="equals"), "reproduced", "2021-10-28"),
    "passed on the 29th": (formation("record", "2021-10-29", "rutte-iv", unit="passes"), "reproduced", "2021-10-29"),
    "passed on the 28th": (formation("record", "2021-10-28", "rutte-iv", unit="passes"), "refuted", "2021-10-29"),
    # 29 October 2025 to 23 February 2026: 2 + 30 + 31 + 31 + 23 = 117.
    "Jetten 117": (formation("days", 117, "jetten"), "reproduced", "117"),
    "Jetten 118": (formation("days", 118, "jetten", **INAUGURATION), "reproduced_inclusive", "117"),
    # 29 November 1972 to 11 May 1973 is 163; four commissions of 58 + 63 + 13 + 18 days are 152, less one 151.
    "Den Uyl 163": (formation("days", 163, "den-uyl"), "reproduced", "163"),
    "Den Uyl 164": (formation("days", 164, "den-uyl", **INAUGURATION), "reproduced_inclusive", "163"),
    "Den Uyl 151": (formation("days", 151, "den-uyl"), "reproduced", "151"),
    # 13 June to 13 October 1956: 17 + 31 + 31 + 30 + 13 = 122; from 16 June it is 119.
    "1956: 122": (formation("days", 122, "drees-iii"), "reproduced", "122"),
    "1956: 119": (formation("days", 119, "drees-iii", definition_claimed="first_commission_to_inauguration"), "reproduced", "119"),
    # 7 November 1989 to 22 August 1994 is 1749, not 1748.
    "Lubbers III 1748": (in_office("days", 1748, "lubbers-iii"), "refuted", "1749"),
    "Lubbers III 1749": (in_office("days", 1749, "lubbers-iii"), "reproduced", "1749"),
    # 5 November 2012 to 20 August 2017 is 1749: a tie with Lubbers III on that day.
    "Rutte II 1749 on 20 August": (in_office("days", 1749, "rutte-ii", as_of="2017-08-20"), "reproduced_as_of", "1749"),
    "Rutte II equals on the 20th": (
        in_office("record", "2017-08-20", "rutte-ii", unit="equals", scope_from="1945-05"),
        "reproduced",
        "2017-08-20",
    ),
    # Of all since 1848 the record was that of Heemskerk: 12 February 1908 to 29 August 1913, 2025 days.
    "Rutte II and Heemskerk": (in_office("record", "2017-08-20", "rutte-ii", unit="equals"), "refuted", "2018-05-23"),
    # 14 October 2010 to 2 August 2022 is 4310; Lubbers had 4309.
    "Rutte 4310": (premier("days", 4310, "rutte-m", as_of="2022-08-02"), "reproduced_as_of", "4310"),
    "Rutte passes Lubbers": (premier("record", "2022-08-02", "rutte-m", unit="passes"), "reproduced", "2022-08-02"),
    "Rutte, 502 days to go": (premier("remaining", 502, "rutte-m", unit="equals", as_of="2021-03-17"), "reproduced", "502"),
    "Drees 3790": (premier("days", 3790, "drees-w-1886"), "reproduced_inclusive", "3789"),
    # Means of election to oath: 87.47 through Balkenende IV, 102.91 through Rutte IV; the three of Rutte (127+54+225)/3 = 135.33.
    "mean 87": (claim("average", 87, subject="formations", measure="formation", scope_to="2007"), "reproduced", "87.47"),
    "mean 103": (claim("average", 103, subject="formations", measure="formation", scope_to="2022"), "reproduced", "102.91"),
    "mean 89": (claim("average", 89, subject="formations", measure="formation", scope_to="2010"), "reproduced", "89.45"),
    "mean 135": (
        claim("average", 135, subject="formations", measure="formation", scope_from="2010", scope_to="2017"),
        "reproduced",
        "135.33",
    ),
    # Balkenende I, II and IV: (68 + 125 + 92) / 3 = 95, not 94.
    "mean 94": (claim("average", 94, subject="formations", measure="formation", scope_from="2002", scope_to="2007"), "refuted", "95.00"),
    # By mid June 2017 seven formations after an election had taken more than 100 days: 208, 163, 127, 125, 122, 111, 108.
    "seven over 100": (
        claim("count", 7, subject="formations", measure="formation", unit="days > 100", as_of="2017-06-13"),
        "reproduced_as_of",
        "7",
    ),
    # 23 cabinets from Schermerhorn-Drees to Kok II, which was in office.
    "23 cabinets by 1999": (
        claim("count", 23, subject="cabinets", measure="cabinet", unit="days >= 0", scope_from="1945-05", as_of="1999-05-19"),
        "reproduced_as_of",
        "23",
    ),
    # Zijlstra, Biesheuvel II, Van Agt III, Balkenende III and Rutte I had no majority by 2021.
    "two minority cabinets": (
        claim("count", 2, subject="cabinets", measure="cabinet", unit="cabinet_type == minority", scope_from="1945-05", as_of="2021-09-01"),
        "refuted",
        "5",
    ),
    # Shorter than Rutte IV (543), interim cabinets left out: Balkenende I 86, Van Agt II 243, Biesheuvel I 380, Drees I 468.
    "fourth shortest": (
        in_office("rank", 4, "rutte-iv", "full", unit="shortest", selection="not_interim", scope_from="1945-05", as_of="2023-07-07"),
        "refuted",
        "5",
    ),
    # Jetten was born on 25 March 1987; Lubbers, the youngest before, was 43.
    "youngest": (claim("rank", 1, subject="jetten-raa", measure="age", unit="shortest"), "reproduced", "1"),
    "38 years old": (claim("days", 38, subject="jetten-raa", measure="age", unit="years"), "reproduced", "38"),
    "youngest until Jetten": (
        claim("rank", 1, subject="lubbers-rfm", measure="age", unit="shortest", as_of="2021-02-01"),
        "reproduced_as_of",
        "1",
    ),
    # On 16 July 1993 Lubbers was prime minister for 3907 days, Ruijs had been for 3906, Drees for 3789. Since then Rutte's 5010.
    "third since 1848": (
        premier("rank", 3, "drees-w-1886", unit="longest", scope_from="1848", as_of="1993-07-16"),
        "reproduced_as_of",
        "3",
    ),
    # The data begin in 1848: what was before cannot be told.
    "third since 1813": (premier("rank", 3, "drees-w-1886", unit="longest", scope_from="1813", as_of="1993-07-16"), "untestable", ""),
    # 1853 took 3 days from the resignation, 1935 took 6; 2006 took 7.
    "shortest of all": (formation("rank", 1, "balkenende-iii", unit="shortest"), "refuted", "3"),
    # Without a scope a mean may be that of all since 1848 or of those since 1946; 94 is that of no scope.
    "mean without a scope": (claim("average", 87, subject="formations", measure="formation", scope_to="2009"), "reproduced", "87.47"),
    # Third longest in 2022, behind 299 and 225; since Schoof (223) fourth.
    "third until Schoof": (formation("rank", 3, "van-agt-i", unit="longest", as_of="2022-06-01"), "reproduced_as_of", "3"),
    "longest ever": (formation("rank", 1, "rutte-iv", unit="longest"), "reproduced", "1"),
    "shortest since 1946": (formation("rank", 1, "drees-van-schaik", unit="shortest", scope_from="1946"), "reproduced", "1"),
    # Zijlstra, Biesheuvel II, Van Agt III and Balkenende III came before.
    "first minority cabinet": (in_office("first", 2010, "rutte-i", "minority_cabinet", scope_from="1945-05"), "refuted", "zijlstra"),
    "first with a support party": (in_office("first", 2010, "rutte-i", "support_party", scope_from="1945-05"), "reproduced", "rutte-i"),
    "seats of Den Uyl": (claim("cell", 97, subject="den-uyl", cell="cabinets/den-uyl/seats_tk"), "reproduced", "97"),
    "86 seats of Schoof": (claim("cell", 86, subject="schoof", cell="cabinets/schoof/seats_tk"), "refuted", "88"),
    # Sources print 14 October for the resignation of Cals; the 15th was adopted.
    "Cals on the 14th": (claim("cell", "1966-10-14", subject="cals", cell="cabinets/cals/resignation_date"), "contested", "1966-10-15"),
    # 14 April 1965 to 15 October 1966 is 549; the Compendium prints 184.
    "Cals 184": (in_office("days", 184, "cals", "full"), "refuted", "549"),
    "Cals 549": (in_office("days", 549, "cals", "full"), "reproduced", "549"),
    # 6 July 1872 to 6 July 1873 is 365, to 20 June 1874 another 349: 714. Who has the oath in 1873 gets the 349.
    "De Vries 349": (in_office("days", 349, "de-vries-fransen-van-de-putte", "full"), "refuted", "714"),
    # 24 June 1945 to 3 July 1946 is 374; from the 25th, which others print, 373.
    "Schermerhorn-Drees 373": (in_office("days", 373, "schermerhorn-drees"), "contested", "374"),
    "a commission": (
        claim("days", 58, subject="den-uyl", measure="stage", cell="formation_stages/den-uyl/1/ruppert-m"),
        "reproduced_inclusive",
        "57",
    ),
    "almost ten months": (in_office("days", 10, "rutte-iii", "caretaker", unit="months"), "refuted", "360"),
    "nothing to test": (claim("other", "yes", subject="cabinets"), "untestable", ""),
    "an unknown cabinet": (in_office("days", 349, None), "untestable", ""),
}


@pytest.mark.parametrize("case", CASES)
def test_verdict(lookup, case):
    """Catch a verdict that is wrong, or right for the wrong reason."""
    row, verdict, derived = CASES[case]
    result = TESTS[row["claim_type"]](row, lookup)
    assert result.verdict == verdict, result
    assert ("" if result.derived is None else str(result.derived)) == derived, result
    assert result.explanation.endswith("."), result


def test_the_explanation_of_a_count_names_what_can_be_read(lookup):
    """Catch a count that is explained without names though they are few, or with a list that nobody reads."""
    few, _, _ = CASES["two minority cabinets"]
    many, _, _ = CASES["23 cabinets by 1999"]
    assert TESTS["count"](few, lookup).explanation.endswith(
        ": Kabinet-Zijlstra, Kabinet-Biesheuvel II, Kabinet-Van Agt III, Kabinet-Balkenende III, Kabinet-Rutte I."
    )
    assert TESTS["count"](many, lookup).explanation == "23 of 23 since 1945 have days >= 0."


def test_every_type_of_claim_has_a_test_and_a_case():
    """Catch a code without a test, or a test that no case tries."""
    types = set(load_schema().allowed["claim_type"])
    assert types == set(TESTS) == {row["claim_type"] for row, _, _ in CASES.values()}


def test_verdicts_are_computed(built, schema):
    """Catch a verdict that comes from the curated file."""
    assert not {"verdict", "derived_value", "explanation", "definition"} & set(schema.tables["claims"].curated)
    for row in built["claims"]:
        assert row["verdict"] in schema.allowed["verdict"], row["claim_id"]
        assert row["explanation"], row["claim_id"]
