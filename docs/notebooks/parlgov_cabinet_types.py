"""Types of cabinets, written for ParlGov's view_cabinet and for nothing else.

What is done is what ParlGov's snippet on cabinet types does in R: seats of the governing parties
against those of the chamber, and whether the smallest of them can be spared. It runs as it is on
ParlGov's CSV file, and on `dutchcabinets.load("party_cabinet", names="parlgov")`.
"""

import pandas as pd


def cabinet_types(view_cabinet):
    """A row a cabinet: its parties, seats and type (single party, minority, minimal, surplus)."""
    governing = view_cabinet[view_cabinet["cabinet_party"] == 1]
    keys = ["country_name", "start_date", "cabinet_name", "cabinet_id", "election_seats_total"]
    types = (
        governing.groupby(keys)
        .agg(
            parties=("party_name_short", "count"),
            seats=("seats", "sum"),
            smallest=("seats", "min"),
        )
        .reset_index()
        .sort_values("start_date", ignore_index=True)
    )
    majority = types["election_seats_total"] / 2
    types["type"] = "minimal winning"
    types.loc[types["seats"] - types["smallest"] > majority, "type"] = "surplus"
    types.loc[types["seats"] <= majority, "type"] = "minority"
    types.loc[(types["parties"] == 1) & (types["seats"] > majority), "type"] = "single party"
    return types.drop(columns="smallest")


def years_by_type(view_cabinet, until):
    """Days under each type of cabinet up to a day, from the start of one to that of the next."""
    types = cabinet_types(view_cabinet)
    starts = pd.to_datetime(types["start_date"])
    ends = starts.shift(-1).fillna(pd.Timestamp(until))
    return (ends - starts).dt.days.groupby(types["type"]).sum()
