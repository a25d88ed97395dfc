"""The comparison with ParlGov, against a server on this machine that answers as theirs does."""

import pytest

from scripts.crosscheck import parlgov as compare
from tests.serving import answer, serving

pytestmark = pytest.mark.slow

VIEW_CABINET, VIEW_ELECTION, LEGACY = compare.FILES
# Rutte II (1041) with VVD (1409) and PvdA (742), sworn in on 5 November 2012, ended with the term
# (15); the election of 2012 is 785.
SAME = {
    VIEW_CABINET: "cabinet_id,start_date,cabinet_party,party_id\n"
    "1041,2012-11-05,1,1409\n1041,2012-11-05,1,742\n1041,2012-11-05,0,345\n",
    VIEW_ELECTION: "election_id,election_type,election_date,party_id,seats\n"
    "785,parliament,2012-09-12,1409,41\n785,ep,2012-09-12,1409,5\n",
    LEGACY: "id,termination\n1041,15.0\n1028,\n",
}


def served(answers):
    """Serve texts by path; a number is an error of that status. Gives the address."""

    def respond(handler):
        found = answers.get(handler.path.removeprefix("/"), 404)
        if isinstance(found, int):
            answer(handler, b"", status=found)
        else:
            answer(handler, found.encode())

    return serving(respond)


def test_tables_that_agree_differ_nowhere(real):
    """Catch a difference that is none: a European election, a party out of the cabinet."""
    with served(SAME) as address:
        assert compare.compare(real.tables, address) == []


@pytest.mark.parametrize(
    ("path", "theirs", "ours", "cell"),
    [
        (VIEW_CABINET, ("2012-11-05", "2012-11-06"), "2012-11-05", "cabinets/rutte-ii/start_date"),
        (VIEW_CABINET, ("1,742", "0,742"), "pvda;vvd", "cabinets/rutte-ii/parties"),
        (VIEW_CABINET, ("0,345", "1,345"), "pvda;vvd", "cabinets/rutte-ii/parties"),
        (VIEW_ELECTION, ("1409,41", "1409,40"), "41", "election_results/tk-2012/vvd/seats"),
        (
            VIEW_ELECTION,
            ("parliament,2012-09-12", "parliament,2012-09-13"),
            "2012-09-12",
            "elections/tk-2012/date",
        ),
        (
            LEGACY,
            ("15.0", "24.0"),
            "election-regular",
            "fall_codings/rutte-ii/parlgov_termination/published_code",
        ),
    ],
)
def test_a_difference_is_told_by_its_cell(real, path, theirs, ours, cell):
    """Catch a comparison that passes over what it compares."""
    with served({**SAME, path: SAME[path].replace(*theirs)}) as address:
        found = compare.compare(real.tables, address)
    assert [(row[0], str(row[1])) for row in found] == [(cell, ours)]


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (404, "found 404 Not Found"),
        (503, "found 503 Service Unavailable"),
        ("", "with id, termination"),
        ("id,end\n1,2\n", "with termination"),
    ],
)
def test_a_table_that_cannot_be_had_is_named(real, answer, message, capsys):
    """Catch a traceback, or an empty table that is taken for agreement; all that fail are named."""
    with served({VIEW_CABINET: 500, VIEW_ELECTION: SAME[VIEW_ELECTION], LEGACY: answer}) as address:
        assert compare.main(["--address", address]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert said[0].endswith(f"{VIEW_CABINET}: expected a table, found 500 Internal Server Error")
    assert LEGACY in said[1]
    assert message in said[1]


def test_no_network_is_one_line(capsys):
    """Catch a traceback where nobody answers."""
    assert compare.main(["--address", "http://127.0.0.1:9"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == len(compare.FILES)
    assert all("found no answer (ConnectionError)" in line for line in said)
