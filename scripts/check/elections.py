"""Parties, elections, and the seats of the chambers."""

from __future__ import annotations

import datetime
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator

from scripts.cells import Row, Tables
from scripts.check.common import Problems, cabinet_spans, events_by, problem, sizes_of_chamber
from scripts.check.printed import own_names
from scripts.curated.witnesses import statements
from scripts.dates import full_date, within
from scripts.printed import CONTRADICTS
from scripts.printed.names import Names, plain
from scripts.schema import Schema, text
from scripts.vocabulary import WHOLE_CHAMBER

FORMED_AFTER = datetime.timedelta(days=92)
"""Members who form a group within so many days of an election are counted under it."""
PROPORTIONAL_SINCE = "1918-07-03"
"""The day of the first election under the law of 1917."""
WHOLE_SINCE = "1888-03-06"
"""The day of the first election under the constitution of 1887, which ended elections by halves."""
BEFORE_LISTS = "tk-1917"
"""The last election in which candidates stood, and no lists."""
LISTS_ARE_PARTIES_AFTER = "tk-1948"
"""The last election at which a list stood that was a label only (Lijst Welter)."""
NEW_SEATS = datetime.timedelta(days=120)
"""Seats that a law adds are elected within so many days before the chamber has its new size."""
EARLIEST_NEXT = datetime.timedelta(days=60)
"""No chamber was dissolved again within so many days."""


def parties_act_within_their_life(schema: Schema, tables: Tables) -> Problems:
    """A party wins, loses, joins and leaves nothing before it is founded or after its end.

    Labels have no life; under the name of a joint list its parties act before the founding.
    """
    lives = {row["party_id"]: row for row in tables["parties"] if row["party_kind"] != "label"}
    lists = defaultdict(list)
    for row in tables["party_links"]:
        if row["link"] == "alliance":
            lists[row["successor_id"]].append((row["date"], row["end_date"]))
    held = {row["election_id"]: text(row["date"]) for row in tables["elections"]}
    started = {cabinet: start for cabinet, (start, _) in cabinet_spans(tables).items()}
    days = {row["event_id"]: text(row["date"]) for row in tables["events"]}
    fell = {row["fall_id"]: days.get(row["event_id"]) for row in tables["falls"]}
    dated = {
        "events": lambda row: row["date"],
        "formation_stages": lambda row: row["start_date"],
        "chamber_seats": lambda row: row["date_text"],
        "election_results": lambda row: held.get(row["election_id"]),
        "cabinet_parties": lambda row: started.get(row["cabinet_id"]),
        "appointments": lambda row: row["start_text"] or started.get(row["cabinet_id"]),
        "fall_causes": lambda row: fell.get(row["fall_id"]),
        "fall_recodings": lambda row: fell.get(row["fall_id"]),
    }
    for name, day_of in dated.items():
        for row in tables[name]:
            day = text(day_of(row))
            for column, party in _parties_in(row):
                # A row without seats says that the party was gone.
                if day and party in lives and row.get("seats") != 0:
                    # Members who form a group soon after an election are counted under it.
                    until = _later(day) if name == "election_results" else day
                    stood = any(within(day, *spell) for spell in lists[party])
                    yield from _not_yet_or_gone(row, column, lives[party], day, until, stood)


def _parties_in(row: Row) -> Iterator[tuple[str, str]]:
    """The parties that a row names: one, or those that a commission was to bring together."""
    if row.get("party_id"):
        yield "party_id", row["party_id"]
    for party in text(row.get("parties")).split(";"):
        yield "parties", party


def _not_yet_or_gone(
    row: Row, column: str, life: Row, day: str, until: str, stood: bool
) -> Problems:
    """What is wrong if a party acts on a day that does not lie in its life."""
    end, founded, party = text(life["dissolved"]), text(life["founded"]), life["party_id"]
    expected = f"a party that was there on {day}"
    if end and day[: len(end)] > end[: len(day)]:
        yield problem(row, column, expected, f"{party}, dissolved {end}")
    if until[: len(founded)] < founded[: len(until)] and not stood:
        yield problem(row, column, expected, f"{party}, founded {founded}")


def _later(day: str) -> str:
    return (datetime.date.fromisoformat(day) + FORMED_AFTER).isoformat()


NAMED_EARLY = datetime.timedelta(days=4 * 366)
"""A group that leaves a party founds its own within so many days; a merged one is wound up."""


def links_lie_in_both_lives(schema: Schema, tables: Tables) -> Problems:
    """A party from which another comes is there on that day, and the other is soon after.

    A joint list stands until its parties merge into the one that it becomes.
    """
    merged = {
        (row["party_id"], row["successor_id"]): row["date"]
        for row in tables["party_links"]
        if row["link"] == "merger"
    }
    for row in tables["party_links"]:
        until = merged.get((row["party_id"], row["successor_id"]))
        if row["link"] == "alliance" and until and row["end_date"] != until:
            expected = f"{until}, when the parties of the list merged"
            yield problem(row, "end_date", expected, row["end_date"])
    lives = {row["party_id"]: row for row in tables["parties"]}
    for row in tables["party_links"]:
        before, after = lives.get(row["party_id"]), lives.get(row["successor_id"])
        day = full_date(row["date"])
        if before is None or after is None or day is None or row["link"] == "alliance":
            continue
        soon, eve = (day + NAMED_EARLY).isoformat(), str(day.year - 1)
        for column, party, last in (("party_id", before, text(day)), ("successor_id", after, soon)):
            founded, end = text(party["founded"]), text(party["dissolved"])
            is_early = column == "successor_id" and row["link"] == "split" and founded < eve
            is_late = founded > last or (end and end < text(day)[: len(end)])
            if is_late or (founded and is_early):
                expected = f"a party that was there on {day}"
                life = f"{row[column]} ({founded or '?'} to {end or 'today'})"
                yield problem(row, column, expected, life)
        ended = text(before["dissolved"])
        if row["link"] in ("merger", "rename") and not ended and before["party_kind"] == "party":
            expected = f"a party that was dissolved, since it went into {row['successor_id']}"
            yield problem(row, "party_id", expected, row["party_id"])
        in_time = text(day)[:4] <= ended[:4] <= soon[:4]
        if row["link"] in ("merger", "rename") and ended and not in_time:
            expected = f"a day in the years before {row['party_id']} was dissolved, {ended}"
            yield problem(row, "date", expected, day)


def lists_are_named_after_their_party(schema: Schema, tables: Tables) -> Problems:
    """A list does not bear the name of another party than that under which it stands.

    A name that a party's list had more than once is its own.
    """
    names, used = own_names(tables), Counter(_list_names(tables))
    for (party, name), count in used.items():
        if count > 1 and party in names:
            names[party].add(name)
    known = Names(names)
    told = {
        (said["table_name"], said["row_id"])
        for said in tables["evidence"]
        if said["column_name"] == "list_name"
    }
    for name in ("election_results", "unseated_lists"):
        for row in tables[name]:
            party, called = text(row["party_id"]), text(row["list_name"])
            if party and known.read(called, party) == CONTRADICTS:
                yield problem(row, "list_name", f"a list of {party}", called)
            elif (name, tables[name].table.row_id(row)) not in told and any(
                _is_misspelt(called, one) for one in names.get(party, ())
            ):
                yield problem(row, "list_name", f"the words of a name of {party}", called)


def _is_misspelt(called: str, name: str) -> bool:
    """Whether two names are the same but for a letter."""
    one, other = plain(called), plain(name)
    if len(one) != len(other) or len(one) < 8:
        return False
    return sum(left != right for left, right in zip(one, other, strict=True)) == 1


def _list_names(tables: Tables) -> Iterator[tuple[str, str]]:
    """Each list by the party whose it is, and its name."""
    for row in (*tables["election_results"], *tables["unseated_lists"]):
        if row["party_id"] and row["list_name"]:
            yield row["party_id"], row["list_name"]


def parties_have_their_names(schema: Schema, tables: Tables) -> Problems:
    """The name of a party is that of one of its lists, or stands where a source tells of it."""
    called: dict[str, set[str]] = defaultdict(set)
    for party, name in _called(tables):
        called[party].add(plain(name).replace(" ", ""))
    for row in tables["parties"]:
        name = plain(text(row["name"])).replace(" ", "")
        is_called = any(name in one for one in called[row["party_id"]])
        if row["party_kind"] == "party" and not is_called:
            expected = "the name of one of its lists, or of what a source tells of"
            yield problem(row, "name", expected, row["name"])
        short = plain(text(row["abbreviation"]))
        is_known = short.replace(" ", "-") == row["party_id"] or _shortens(short, row["name"])
        if not is_known and not any(
            short.replace(" ", "") in one for one in called[row["party_id"]]
        ):
            expected = "letters of its id, its name or one of its lists"
            yield problem(row, "abbreviation", expected, row["abbreviation"])


def _shortens(short: str, name: str) -> bool:
    """Whether the letters of an abbreviation stand in a name, in that order."""
    letters = iter(plain(name))
    return all(letter in letters for letter in short.replace(" ", ""))


def _called(tables: Tables) -> Iterator[tuple[str, str]]:
    """What sources call each party: its lists, the titles of pages on it, its rows in data sets."""
    titles = {row["source_id"]: text(row["title"]) for row in tables["sources"]}
    for said in tables["evidence"]:
        if said["table_name"] == "parties":
            yield said["row_id"], titles.get(said["source_id"], "")
            yield said["row_id"], text(said["value_as_printed"])
        elif said["table_name"] == "crosswalk" and said["row_id"].startswith("party/"):
            yield said["row_id"].split("/")[1], text(said["locator"])
    yield from _list_names(tables)


def kinds_of_parties_follow_from_lists(schema: Schema, tables: Tables) -> Problems:
    """A party was founded, or won votes as a list; since lists are parties, groups win none."""
    last: dict[str, str] = {}
    for row in itertools.chain(tables["election_results"], tables["unseated_lists"]):
        party, election = text(row["party_id"]), text(row["election_id"])
        last[party] = max(election, last.get(party, ""))
    for row in tables["parties"]:
        party, kind = row["party_id"], row["party_kind"]
        is_late = last.get(party, "") > LISTS_ARE_PARTIES_AFTER
        if kind == "party" and not (row["founded"] or last.get(party, "") > BEFORE_LISTS):
            yield problem(row, "party_kind", "another kind, since nobody founded it", kind)
        elif kind in ("group", "label") and is_late:
            expected = f"party or alliance, since it stood as {last[party]}"
            yield problem(row, "party_kind", expected, kind)


def a_chamber_has_one_size(schema: Schema, tables: Tables) -> Problems:
    sizes = tables["chamber_sizes"]
    ordered = sorted(sizes, key=lambda row: (text(row["chamber"]), text(row["start_date"])))
    for row, following in itertools.pairwise(ordered):
        if row["chamber"] != following["chamber"]:
            continue
        if text(row["end_date"]) != text(following["start_date"]):
            end = row["end_date"] or "no end_date"
            expected = f"the day on which the {row['seats']} seats before it end ({end})"
            yield problem(following, "start_date", expected, following["start_date"])


def seats_sum_to_the_chamber(schema: Schema, tables: Tables) -> Problems:
    sums: Counter = Counter()
    for row in tables["election_results"]:
        sums[row["election_id"]] += row["seats"] or 0
    for row in tables["elections"]:
        lists = row["system"] == "proportional"
        # Before 1888 the members of the chamber are not classed by group.
        classed = lists or row["election_id"] in sums
        if row["seats"] and classed and sums[row["election_id"]] != row["seats"]:
            expected = f"{row['seats']} seats over the lists of {row['election_id']}"
            yield problem(row, "seats", expected, sums[row["election_id"]])
        if lists:
            yield from _has_a_size(tables, row, "date", "tk", row["seats"])
    whole: dict[tuple, list[Row]] = defaultdict(list)
    for row in tables["chamber_seats"]:
        if row["reason"] in WHOLE_CHAMBER:
            whole[row["chamber"], row["date_text"]].append(row)
    sizes = {(row["chamber"], row["seats"]) for row in tables["chamber_sizes"]}
    for (chamber, _), rows in whole.items():
        total = sum(row["seats"] or 0 for row in rows)
        # An election can be to a chamber that meets in its new size only later, as in March 1888.
        if rows[0]["reason"] != "election" or (chamber, total) not in sizes:
            yield from _has_a_size(tables, rows[0], "date_text", chamber, total)


def changes_keep_the_chamber(schema: Schema, tables: Tables) -> Problems:
    """After each change of seats between elections no chamber has more members than seats."""
    for chamber in ("tk", "ek"):
        seats: dict[str, int] = {}
        for day, rows in itertools.groupby(_changes(tables, chamber), key=lambda one: one[0]):
            changes = list(rows)
            if any(reason in WHOLE_CHAMBER for *_, reason in changes):
                seats = {}
            for _, row, _ in changes:
                seats[row["party_id"]] = row["seats"] or 0
            last = changes[-1][1]
            if not any(reason in WHOLE_CHAMBER for *_, reason in changes):
                most = max(_sizes_around(tables, day, chamber), default=0)
                if most and sum(seats.values()) > most:
                    expected = f"at most {most} members of the chamber in all"
                    yield problem(last, "seats", expected, sum(seats.values()))


def _changes(tables: Tables, chamber: str) -> list[tuple[str, Row, str]]:
    """Who had how many seats from which day on, and why, in order."""
    held = {row["election_id"]: text(row["date"]) for row in tables["elections"]}
    found = [
        (text(row["date_text"]), row, text(row["reason"]))
        for row in tables["chamber_seats"]
        if row["chamber"] == chamber
    ]
    if chamber == "tk":
        elected = tables["election_results"]
        found += [(held.get(row["election_id"], ""), row, "election") for row in elected]
    return sorted(found, key=lambda one: one[0])


def _has_a_size(tables: Tables, row: Row, column: str, chamber: str, seats: int | None) -> Problems:
    day = text(row[column])
    if not day or seats is None:
        return
    for size in tables["chamber_sizes"]:
        started = text(size["start_date"]) <= day
        ended = size["end_date"] is not None and text(size["end_date"]) <= day
        if size["chamber"] == chamber and started and not ended:
            if size["seats"] != seats:
                expected = f"{size['seats']} seats in all, the size of the chamber on {day}"
                yield problem(row, "seats", expected, seats)
            return
    yield problem(row, column, f"a day for which chamber_sizes has a size of {chamber}", day)


def elections_fill_their_seats(schema: Schema, tables: Tables) -> Problems:
    """A general election fills the whole chamber, another a part of it; parts are parts.

    Second rounds come after the first.
    """
    sizes = {row["seats"] for row in tables["chamber_sizes"] if row["chamber"] == "tk"}
    for row in tables["elections"]:
        seats, size = row["seats"], row["chamber_size"]
        if size and size not in sizes:
            yield problem(
                row, "chamber_size", "a size of the Tweede Kamer in chamber_sizes.csv", size
            )
        if seats and size and row["kind"] == "general" and seats != size:
            yield problem(row, "seats", f"{size}, the whole chamber", seats)
        if seats and size and row["kind"] in ("periodic", "partial") and seats >= size:
            yield problem(
                row,
                "seats",
                f"fewer than the {size} of the chamber, since it is {row['kind']}",
                seats,
            )
        days = text(row["runoff_dates"]).split(";")
        if days != sorted(days) or (days[0] and days[0] <= text(row["date"])):
            yield problem(
                row, "runoff_dates", f"days after {row['date']} in order", row["runoff_dates"]
            )
        for part, whole in (
            ("uncontested_districts", "districts"),
            ("electorate_contested", "electorate"),
        ):
            if row[part] and row[whole] and row[part] > row[whole]:
                yield problem(row, part, f"at most {whole}, {row[whole]}", row[part])


def gates_follow_from_the_day(schema: Schema, tables: Tables) -> Problems:
    """The system, the kind and the size of the chamber are those of the law of the day.

    Rules and derivations ask these columns what they apply to, so that a slip there would switch
    them off.
    """
    for row in tables["elections"]:
        day = text(row["date"])
        system = "majority" if day < PROPORTIONAL_SINCE else "proportional"
        if row["system"] != system:
            yield problem(row, "system", f"{system}, the law of {day}", row["system"])
        share = (row["seats"] or 0) / (row["chamber_size"] or 1)
        if row["kind"] == "periodic" and not 2 / 5 < share < 3 / 5:
            yield problem(row, "kind", "partial, since it fills no half of the chamber", "periodic")
        if row["kind"] == "partial" and share > 1 / 5:
            yield problem(row, "kind", "periodic, since it fills half of the chamber", "partial")
        if row["kind"] != "general" and day >= WHOLE_SINCE:
            expected = f"general, since the chamber was elected as a whole from {WHOLE_SINCE}"
            yield problem(row, "kind", expected, row["kind"])
        sizes = _sizes_around(tables, day, "tk")
        if sizes and row["chamber_size"] not in sizes:
            expected = f"{' or '.join(map(str, sizes))}, the size of the chamber then"
            yield problem(row, "chamber_size", expected, row["chamber_size"])


def _sizes_around(tables: Tables, day: str, chamber: str) -> list[int]:
    """The size of a chamber on a day, and that which takes effect soon after."""
    held = full_date(day)
    soon = (held + NEW_SEATS).isoformat() if held else day
    return sizes_of_chamber(tables, chamber, day, soon)


def votes_do_not_exceed_voters(schema: Schema, tables: Tables) -> Problems:
    """Fewer valid votes than votes, fewer votes than voters; the lists have no more than the valid.

    What is told apart adds up: valid, blank and invalid votes are the votes cast.
    """
    lists: Counter = Counter()
    for row in (*tables["election_results"], *tables["unseated_lists"]):
        lists[row["election_id"]] += row["votes"] or 0
    for row in tables["elections"]:
        chain = [(name, row[name]) for name in ("electorate", "votes_cast", "valid_votes")]
        known = [(name, number) for name, number in chain if number is not None]
        for (larger, most), (smaller, number) in itertools.pairwise(known):
            if number > most:
                yield problem(row, smaller, f"at most {larger}, {most}", number)
        valid, cast = row["valid_votes"], row["votes_cast"]
        if valid and lists[row["election_id"]] > valid:
            expected = f"at least the votes of its lists, {lists[row['election_id']]}"
            yield problem(row, "valid_votes", expected, valid)
        parts = [row[name] for name in ("valid_votes", "blank_votes", "invalid_votes")]
        if None not in (cast, *parts) and sum(parts) != cast:
            yield problem(row, "votes_cast", f"{sum(parts)}, valid, blank and invalid votes", cast)


def lists_are_of_one_series(schema: Schema, tables: Tables) -> Problems:
    """A list without a seat is read where the votes of most lists with seats are the adopted ones.

    Else its votes are of another series than theirs, and would not add up with them.
    """
    found = statements(tables)
    balance: Counter = Counter()
    for said, stands in found:
        if (said["table_name"], said["column_name"]) == ("election_results", "votes"):
            election = said["row_id"].partition("/")[0]
            balance[election, said["source_id"]] += {"agrees": 1, "differs": -1}.get(stands, 0)
    told = defaultdict(list)
    for said, stands in found:
        if said["table_name"] == "unseated_lists" and stands == "agrees":
            told[said["row_id"]].append(said)
    for row_id, agreeing in told.items():
        election = row_id.partition("/")[0]
        if all(balance[election, said["source_id"]] < 0 for said in agreeing):
            expected = f"a source that prints the adopted votes of the lists of {election}"
            yield problem(agreeing[0], "source_id", expected, agreeing[0]["source_id"])


def decrees_go_before_their_effect(schema: Schema, tables: Tables) -> Problems:
    """A chamber is dissolved on the day of the decree or later, never some weeks before it."""
    dissolved = events_by(tables, "dissolution", "cabinet_id")
    for cabinet, decrees in events_by(tables, "dissolution_decreed", "cabinet_id").items():
        for row, effect in itertools.product(decrees, dissolved.get(cabinet, ())):
            decreed, day = full_date(row["date"]), full_date(effect["date"])
            if decreed and day and day < decreed <= day + EARLIEST_NEXT:
                yield problem(row, "date", f"a day not after the dissolution, {day}", decreed)


RULES = (
    parties_act_within_their_life,
    links_lie_in_both_lives,
    lists_are_named_after_their_party,
    parties_have_their_names,
    kinds_of_parties_follow_from_lists,
    a_chamber_has_one_size,
    seats_sum_to_the_chamber,
    changes_keep_the_chamber,
    elections_fill_their_seats,
    gates_follow_from_the_day,
    votes_do_not_exceed_voters,
    lists_are_of_one_series,
    decrees_go_before_their_effect,
)
