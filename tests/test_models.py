"""Tables for models, as somebody uses them who models: in three lines, without converting."""

import re

import pandas as pd
import pytest
import statsmodels.api as sm
import statsmodels.formula.api as smf

import dutchcabinets as dc
from scripts.schema import ROOT
from scripts.schema.load import load_schema

PLAIN = [name for name, table in load_schema(ROOT).tables.items() if table.is_plain]


@pytest.mark.parametrize("table", PLAIN)
def test_types_are_plain(table):
    """Catch a nullable integer or boolean, on which formula models fail."""
    kinds = set(map(str, dc.load(table).dtypes))
    assert not kinds & {"Int32", "Int64", "boolean"}, kinds


def test_a_formula_runs_as_it_is():
    """Catch a table on which a formula model needs a conversion of types."""
    cabinets = dc.load("model_cabinets")
    fitted = smf.ols("duration_days ~ n_parties + is_majority_tk + banzhaf", cabinets).fit()
    assert fitted.nobs == len(
        cabinets.dropna(subset=["duration_days", "n_parties", "is_majority_tk", "banzhaf"])
    )
    formations = dc.load("model_formations")
    fitted = smf.poisson("days ~ n_parties + is_post_election", formations).fit(disp=0)
    assert fitted.params["is_post_election[T.True]"] > 0


def test_a_model_of_survival_runs_as_it_is():
    """Catch a duration or status that models of survival do not take."""
    cabinets = dc.load("model_cabinets").dropna(subset=["duration_days"])
    curve = sm.SurvfuncRight(cabinets["duration_days"], cabinets["is_event"])
    assert curve.surv_prob[0] > 0.9
    known = cabinets.dropna(subset=["n_parties"])
    model = sm.PHReg.from_formula("duration_days ~ n_parties", known, status=known["is_event"])
    assert model.fit().params.shape == (1,)


def test_a_formula_runs_on_any_table_with_plain_types():
    """Catch dtypes="numpy" that leaves a nullable integer, on which patsy fails."""
    cabinets = dc.load("cabinets", dtypes="numpy")
    assert smf.ols("days_total ~ n_parties", cabinets).fit().nobs > 40
    assert cabinets["is_majority_tk"].dropna().isin([0, 1]).all()
    assert cabinets["is_current"].dtype == bool


def test_what_runs_is_censored():
    """Catch a cabinet in office that counts as ended, or is counted to another day."""
    rows = dc.load("model_cabinets").set_index("cabinet_id")
    as_of = pd.Timestamp(dc.about()["as_of"])
    current = dc.load("cabinets").set_index("cabinet_id").query("is_current")
    for key, cabinet in current.iterrows():
        row = rows.loc[key]
        assert row["is_censored"]
        assert not row["is_event"]
        assert row["duration_days"] == (as_of - cabinet["start_date"]).days
    over = rows.drop(current.index)
    assert over["is_event"].all()
    assert over["censored_at"].isna().all()


def test_labels_stand_in_place_of_codes():
    """Catch a label of another list, or a code that is left."""
    english, dutch = (dc.load("cabinets", labels=lang) for lang in ("en", "nl"))
    codes = dc.load("cabinets").set_index("cabinet_id")
    labels = dc.load("codes").query("codelist == 'cabinet_type'").set_index("code")
    for frame, column in ((english, "label_en"), (dutch, "label_nl")):
        found = frame.set_index("cabinet_id")["cabinet_type"]
        expected = codes["cabinet_type"].map(labels[column])
        assert found.dropna().equals(expected.dropna().astype(found.dtype))
    assert (
        english["cabinet_type"].isna().equals(codes["cabinet_type"].isna().reset_index(drop=True))
    )


def test_topics_join_to_their_codes():
    """Catch a topic of a fall that is a number where the code is text."""
    falls, codes = dc.load("falls"), dc.load("codes")
    joined = falls.merge(codes[codes["codelist"] == "cap_major_topic"], left_on="issue_cap",
                         right_on="code")  # fmt: skip
    assert len(joined) == falls["issue_cap"].notna().sum()


def test_the_columns_of_parlgov():
    """Catch a column of ParlGov's view_cabinet that is missing, or has another name or place."""
    view = dc.load("party_cabinet", names="parlgov")
    assert list(view.columns) == [
        "country_name_short", "country_name", "election_date", "start_date", "cabinet_name",
        "caretaker", "cabinet_party", "prime_minister", "seats", "election_seats_total",
        "party_name_short", "party_name", "party_name_english", "left_right", "country_id",
        "election_id", "cabinet_id", "previous_cabinet_id", "party_id",
    ]  # fmt: skip
    assert set(view["cabinet_party"]) == {0, 1}
    jetten = view[view["cabinet_id"] == "jetten"]
    assert jetten.loc[jetten["cabinet_party"] == 1, "seats"].sum() == 66
    assert jetten["seats"].sum() == 150
    assert jetten.loc[jetten["prime_minister"] == 1, "party_id"].tolist() == ["d66"]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: dc.load("cabinets", "arrow", labels="en"), "expected 'pandas'"),
        (lambda: dc.load("cabinets", labels="de"), "no language of labels 'de'; did you mean en?"),
        (lambda: dc.load("cabinets", dtypes="nunpy"), "did you mean numpy"),
        (lambda: dc.load("party_cabinet", names="parlgof"), "did you mean parlgov"),
        (lambda: dc.load("cabinets", names="parlgov"), "expected 'party_cabinet'"),
        (lambda: dc.load("cabinet", labels="en"), "did you mean cabinets"),
    ],
)
def test_what_is_not_known_is_told(call, message):
    """Catch a slip that gives another view of a table without a word."""
    with pytest.raises(ValueError, match=re.escape(message)):
        call()


def test_each_cabinet_leads_one_party_of_its_own():
    """Catch a prime minister whose party is none of the chamber, as under a later name."""
    rows = dc.load("party_cabinet")
    leaders = rows[rows["is_prime_minister"]].groupby("cabinet_id").size()
    without = set(rows["cabinet_id"]) - set(leaders.index)
    told = dc.load("prime_ministers")
    nobody = told[told["party_id"].isin(["none"]) | told["party_id"].isna()]
    assert without <= {one for cabinets in nobody["cabinets"] for one in cabinets.split(";")}
    assert (leaders == 1).all()


def test_chambers_are_whole():
    """Catch a chamber at the start of a cabinet in which a seat is missing or counted twice."""
    rows = dc.load("party_cabinet")
    partial = rows.loc[~rows["is_whole_chamber"], "cabinet_id"].unique().tolist()
    assert partial == ["gerbrandy-i", "gerbrandy-ii", "gerbrandy-iii", "schermerhorn-drees"]
    sums = rows[rows["is_whole_chamber"]].groupby("cabinet_id")["seats"].sum()
    sizes = rows.groupby("cabinet_id")["chamber_seats_tk"].first()
    assert sums.equals(sizes[sums.index])


def test_notebooks_print_what_they_hold():
    """Catch a notebook that fails, or whose text is of another version of the data."""
    from scripts import notebooks

    files = notebooks.notebooks()
    assert len(files) >= 3
    for file in files:
        assert notebooks.run(file) == file.read_bytes(), f"{file.name}: run make notebooks"
