"""The codes that mean something to rules, derivations and tests of claims."""

from __future__ import annotations

import datetime
import re

# Cabinets

CHANGES_OF_LEADER = ("leader_leaves", "leader_succeeds")
"""The events by which a cabinet gets another leader while it is in office."""

STATUS_AFTER = {
    "inauguration": "full",
    "resignation_offered": "caretaker",
    "resignation_withdrawn": "full",
}
"""Whether a cabinet has full powers after an event."""

MINISTER_PRESIDENT_SINCE = datetime.date(1945, 6, 24)
"""From this day on, the start of Schermerhorn-Drees, the chairman of the council of ministers has
been minister-president."""

INTERIM, WARTIME = "interim", "wartime"
"""Characters of cabinets that models of coalitions leave out."""

# Elections

CHAMBER_OF_PARTIES_SINCE = datetime.date(1918, 9, 9)
"""The start of the first cabinet after proportional representation: from then on the chamber is one
of parties."""

WHOLE_CHAMBER = ("election", "enlargement")
"""The reasons of a change of seats for which the whole chamber is listed."""

# Formations

RUNNING = "running"
"""The outcome of a formation or commission that is under way."""

RANKED_SINCE = 1946
"""The second ranking compares the formations of Beel I (1946) and later, as the press and the
literature do."""

HEADLINE_DEFINITION = {
    ("election", "formed"): "election_to_inauguration",
    ("fall", "formed"): "resignation_to_inauguration",
    ("fall", "restored"): "resignation_to_withdrawal",
}
"""The definition of the one length of a formation, by what set it off and what came of it."""

COMPUTED_DEFINITIONS = ("sum_of_commissions", "days_of_scouting", "successful_attempt")
"""Definitions of length that are not a pair of event types."""

# Falls

LOST = ("lost_vote_of_confidence", "lost_bill")
"""The mechanisms by which a cabinet falls over a vote."""

SCHEMES = ("parlgov_termination", "rft", "damgaard", "compendium_reason")
"""The schemes into which mechanisms are translated: columns of `mechanisms`, and code lists."""

DEFEAT = "discretionary-defeat"
"""The class of a cabinet that was defeated in parliament."""

REGULAR_END = "regular_election"
"""The mechanism of a cabinet that ended with the term of the chamber."""

RECODED = ("mechanism", "issue_cap", "actor", "party_id")
"""What was coded twice: columns of `falls`, and of the first of its `fall_causes`."""

# Comparisons

READINGS = (
    "length", "post_election", "inconclusive", "phase_seats", "n_parties_with_support", "interim",
    "election_date", "leader", "months", "next_election", "days_to_next_election", "from_break",
)  # fmt: skip
"""What of ours is compared with a variable of another data set, where it is no column of cabinets.
"""

# Positions

EXPERTS = "experts"
"""The basis of a place that experts gave to the party itself."""

# Evidence

NO_WITNESS = "unattributed"
"""The family of pages that repeat without saying from where: recorded, but no witness."""

HEADLINE_EVENTS = (
    "inauguration", "resignation_offered", "agreement_reached", "agreement_presented",
)  # fmt: skip
"""The types of event whose day needs two independent families."""

ELECTION_TABLES = ("elections", "election_results", "chamber_seats", "chamber_sizes")
"""The tables on elections and seats, on which other families draw on each other than elsewhere."""

# Claims

MEASURES = ("formation", "stage", "cabinet", "full", "caretaker", "prime_minister", "age")
"""The measures that have a length."""

FIRSTS = ("minority_cabinet", "oversized_cabinet", "support_party")
"""The kinds of cabinet of which a claim can name the first."""

CONDITION = re.compile(
    r"days (?P<compare>>=|>|<=|<|==) (?P<bound>\d+)"
    r"|(?P<column>cabinet_type|character|mechanism|compendium_reason|prime_minister_id)"
    r" == (?P<code>[a-z0-9_-]+)"
)
"""How a claim of the type count says what it counts: by length, or cabinets by a code."""

PREFERRED_DEFINITIONS = (
    "election_to_inauguration", "resignation_to_inauguration", "election_to_agreement_reached",
    "election_to_agreement_presented", "first_commission_to_inauguration",
    "resignation_to_withdrawal", "first_scout_to_inauguration", "sum_of_commissions",
    "election_to_agreement_approved", "successful_attempt", "days_of_scouting",
    "election_to_eve_of_inauguration",
)  # fmt: skip
"""Where a claim does not say what it counts, the definitions are tried in this order."""

POSTS = ("n_ministers", "n_state_secretaries")
"""The columns that count the members of a cabinet."""

NO_PARTY = "none"
"""The party of those who had none: a row of parties of a kind of its own."""

MOVEMENTS = ("nvb",)
"""What sources print in the place of a party, and was none."""

ACTING_ENDS = ("end_of_acting",)
"""The reasons for which only an acting holder leaves."""

PARTIES_SINCE = datetime.date(1945, 6, 24)
"""From this day on the party of each member is in print, so that members are counted by party;
before it the numbers that the literature prints are typed."""

FIRST_STATE_SECRETARIES = datetime.date(1948, 8, 7)
"""The first cabinet that could have state secretaries; the constitution knows them since 1948."""

GREAT_OFFICES = ("finance", "justice", "interior", "foreign_affairs")
"""The areas of policy whose ministers are followed without a gap since 1848."""

LEAVES = (
    "died", "dismissed", "elected_elsewhere", "party_left", "resigned", "resigned_conflict",
    "resigned_personal", "resigned_responsibility", "resigned_scandal",
)  # fmt: skip
"""The reasons for which a member leaves the cabinet, not just a post."""

TAKES_PART = ("coalition", "personal")
"""The roles of parties that have members in a cabinet."""


def names_a_row(claim: dict) -> bool:
    """Whether the cell of a claim is a whole row: a commission with its days, a vote."""
    return claim["measure"] == "stage" or claim["claim_type"] == "vote"
