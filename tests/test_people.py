"""Who held which post, what one person did, and the lengths that are looked up and ranked."""

import datetime

import pandas
import pytest

import dutchcabinets as dc
from dutchcabinets._lengths import MEASURES, lengths

SUMMED = ["days_of_scouting", "sum_of_commissions"]


def test_who_held_which_post_on_a_day():
    """Catch a minister of another day: on 1 June 1985 Lubbers led, and Ruding had Finance."""
    frame = dc.on("1985-06-01")
    assert frame[["name", "post_level"]].iloc[0].tolist() == ["Ruud Lubbers", "prime_minister"]
    assert set(frame["cabinet_id"]) == {"lubbers-i"}
    assert set(frame["status"]) == {"full"}
    finance = dc.on("1985-06-01", post="finance")
    ministers = finance[finance["post_level"] == "minister"]
    assert ministers[["person_id", "party_id"]].values.tolist() == [["ruding-hocr", "cda"]]


@pytest.mark.parametrize("post", ["finance", "Financiën", "financien", "minister van Financien"])
def test_a_post_by_any_of_its_names(post):
    """Catch a name in Dutch, in English, or without its accents that finds nobody."""
    assert "zalm-g" in set(dc.on("1995-01-01", post=post)["person_id"])


def test_on_a_day_of_handover_the_new_cabinet_governs():
    """Catch two cabinets on one day, or the old one: Rutte III made place on 10 January 2022."""
    eve, day = dc.on("2022-01-09"), dc.on("2022-01-10")
    assert set(eve["cabinet_id"]) == {"rutte-iii"}
    assert set(eve["status"]) == {"caretaker"}
    assert set(day["cabinet_id"]) == {"rutte-iv"}
    assert dc.on(datetime.date(2022, 1, 10)).equals(day)
    levels = day["post_level"].value_counts()
    # Twenty ministers, the prime minister among them, and nine state secretaries.
    assert levels.sum() - levels["state_secretary"] == 20
    assert levels["state_secretary"] == 9


def test_each_office_has_a_holder_on_each_day():
    """Catch a day without a prime minister, or with two, in the years of the many changes."""
    for year in range(1946, 2026):
        led = dc.on(f"{year}-11-05").query("post_level == 'prime_minister'")
        assert led["person_id"].nunique() == 1, year


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: dc.on("1840-01-01"), "expected one from 1848-03-25 to .* found 1840-01-01"),
        (lambda: dc.on("2126-01-01"), "as_of"),
        (lambda: dc.on("1-6-1985"), "expected a date such as"),
        (lambda: dc.on("1985-06-01", post="fnance"), "did you mean Finance"),
        (lambda: dc.on("1985-06-01", post=""), "no post ''"),
        (lambda: dc.person("drees"), r"several persons .* \(drees-w\).*\(drees-w-jr\)"),
        (lambda: dc.person("zalmm"), "did you mean zalm-g"),
        (lambda: dc.which("271"), "expected a whole number, found '271'"),
        (lambda: dc.which(271.0), "expected a whole number"),
        (lambda: dc.running("02-03-2021"), "expected a date such as"),
        (lambda: dc.running(measure="cabinets"), "did you mean cabinet"),
        (lambda: dc.running(measure="term", definition="x"), "only formations have one"),
        (
            lambda: dc.running("2025-10-29", today="2026-11-26"),
            "is over.*2025-10-29 to 2026-02-23, 117 days",
        ),
        (
            lambda: dc.running("2024-07-02", today="2026-11-26", measure="cabinet"),
            "is over.*Kabinet-Schoof.* 601 days",
        ),
    ],
)
def test_what_cannot_be_looked_up(call, message):
    """Catch an empty answer, or a wrong one, to what is misspelt, ambiguous or over."""
    with pytest.raises(ValueError, match=message):
        call()


def test_a_career():
    """Catch a thing that somebody did and that is not told, or is told of a namesake."""
    frame = dc.person("zalm")
    assert frame.equals(dc.person("zalm-g"))
    assert frame.equals(dc.person("Gerrit Zalm"))
    posts = frame[frame["kind"] == "appointment"]
    assert posts["what"].iloc[0] == "minister van Financiën"
    assert str(posts["start_date"].iloc[0].date()) == "1994-08-22"
    assert "commission" in set(dc.person("lubbers")["kind"])
    led = dc.person("rutte-m").query("kind == 'premiership'")
    assert led[["days", "party_id"]].values.tolist() == [[5010, "vvd"]]
    assert frame["start_date"].is_monotonic_increasing
    # The father was minister-president, his son minister of Transport.
    assert "premiership" in set(dc.person("drees-w")["kind"])
    assert "premiership" not in set(dc.person("drees-w-jr")["kind"])


def test_a_name_without_its_prefix_or_accents():
    """Catch a person who is found only by who knows how libraries write the name."""
    assert dc.person("Quay").equals(dc.person("De Quay"))
    assert len(dc.person("Yesilgoz-Zegerius"))


def test_what_it_is():
    """Catch a version or count that is not that of the tables."""
    told = dc.about()
    assert told["version"] == dc.__version__
    assert told["rows"]["cabinets"] == len(dc.load("cabinets"))
    assert set(told["rows"]) == set(dc.tables())
    assert told["as_of"] in dc.cite() or told["citation"] == dc.cite()


def test_which_tells_the_measure():
    """Catch a length that is told of formations alone: 5010 days are the years of Rutte."""
    assert dc.which(5010)[["measure", "person_id"]].values.tolist() == [
        ["premiership", "rutte-m"],
        ["term", "rutte-m"],
    ]
    # Schoof: resignation of Rutte IV to the oath, and Rutte IV as caretaker.
    days = dc.which(361).query("counted == 'difference'")
    assert set(days["measure"]) == {"formation", "caretaker"}
    # Luns had Foreign Affairs from 13 October 1956 (without portfolio before) to 6 July 1971.
    luns = dc.which(5379).iloc[0]
    assert (luns["measure"], luns["person_id"]) == ("term", "luns-jmah")


def test_days_with_gaps_are_those_of_their_table():
    """Catch days under a commission that are counted from the first to the last: 258, not 277."""
    found = dc.which(258).query("counted == 'difference' and cabinet_id == 'rutte-iv'")
    assert found["definition"].tolist() == ["sum_of_commissions"]
    assert not (dc.which(277)["cabinet_id"] == "rutte-iv").any()
    own = lengths("formation").set_index(["formation_id", "definition"])["days"]
    table = dc.load("formation_durations").set_index(["formation_id", "definition"])["days"]
    assert own.equals(table)


def test_lengths_are_the_differences_of_their_days():
    """Catch a stretch that is put together of phases that do not touch, or a spell without end."""
    for measure in MEASURES:
        rows = lengths(measure)
        # Days under a commission have gaps.
        over = rows[rows["end_date"].notna() & ~rows["definition"].isin(SUMMED)]
        assert ((over["end_date"] - over["start_date"]).dt.days == over["days"]).all(), measure
        assert not over["is_running"].any(), measure
    # Each cabinet is caretaker or has full powers, from its start to its end; of some a day between
    # is not known.
    cabinets = lengths("cabinet").set_index("cabinet_id")["days"].dropna()
    stretches = [lengths(status) for status in ("full", "caretaker")]
    spent = pandas.concat(stretches).groupby("cabinet_id")["days"].agg(["sum", "count", "size"])
    known = spent[(spent["count"] == spent["size"]) & spent.index.isin(cabinets.index)]
    assert len(known) > 55
    assert (known["sum"] == cabinets[known.index]).all()


def test_what_runs_is_ranked_by_any_measure():
    """Catch a cabinet of today that is not ranked, or ranked by what came later."""
    row = dc.running(measure="premiership").query("is_running").iloc[0]
    assert row["person_id"] == dc.load("prime_ministers").query("is_current")["person_id"].item()
    # On 1 January 2000 Kok had led for 5 years and 132 days; six had led for longer before him.
    frame = dc.running(measure="premiership", today="2000-01-01")
    row = frame.query("is_running").iloc[0]
    assert (row["person_id"], row["days"]) == ("kok-w", 1958)
    longer = frame[frame["days"] > 1958]
    assert row["rank"] == len(longer) + 1
    assert frame["end_date"].max() <= row["end_date"]
