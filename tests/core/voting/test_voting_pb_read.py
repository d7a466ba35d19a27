"""Reading and writing `.pb`: what is understood."""

from __future__ import annotations

import pytest

from remit.core.voting import Ballot, Election, read_pb, write_pb
from remit.core.words import Money

TEXT = """META
key;value
description;"Green; and ""quiet"" too"
country;Utopia
num_projects;3
num_votes;4
budget;1000
vote_type;approval
rule;greedy
currency;EUR
PROJECTS
project_id;cost;votes;name;selected;category
7;600;3;"Bench ""Oak""; two seats";1;parks
2;400.50;2;Trees;1;
10;300;0;Lamp;0;streets
VOTES
voter_id;vote;age
a;"7,2";30
b;2,7;31
c;7;
d;;40
"""


def read(text: str = TEXT) -> Election:
    return read_pb(text.encode(), name="small.pb")


def test_it_reads_projects_in_their_order() -> None:
    projects = read().projects
    assert [(p.id, p.name) for p in projects] == [
        ("7", 'Bench "Oak"; two seats'),
        ("2", "Trees"),
        ("10", "Lamp"),
    ]
    assert projects[0].details == (("category", "parks"),)
    assert projects[1].details == ()


def test_amounts_are_whole_numbers_of_the_finest_step() -> None:
    election = read()
    assert (election.budget, election.scale) == (10_000, 10)
    assert [p.cost for p in election.projects] == [6_000, 4_005, 3_000]
    assert election.money(election.projects[1].cost) == Money(40_050, "EUR")


@pytest.mark.parametrize(
    ("written", "scale", "cost"),
    [("400", 1, 400), ("400.00", 1, 400), ("400,5", 10, 4005), ("0400.25", 100, 40025)],
)
def test_decimals_may_follow_a_point_or_a_comma(written: str, scale: int, cost: int) -> None:
    election = read(TEXT.replace("400.50", written))
    assert (election.scale, election.projects[1].cost) == (scale, cost)


def test_equal_ballots_are_merged_and_an_empty_one_counts_as_a_voter() -> None:
    election = read()
    assert election.ballots == (Ballot((), 1), Ballot((0,), 1), Ballot((0, 1), 2))
    assert election.voters == 4
    assert election.votes == (3, 2, 0)


def test_official_winners_are_kept_apart() -> None:
    assert read().official == ("7", "2")


def test_without_a_selected_column_there_are_none() -> None:
    assert read(TEXT.replace(";selected;", ";chosen;")).official == ()


def test_what_the_file_counts_is_not_repeated_in_meta() -> None:
    assert read().meta == (
        ("description", 'Green; and "quiet" too'),
        ("country", "Utopia"),
        ("vote_type", "approval"),
        ("rule", "greedy"),
    )


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(end: str, start: str) -> None:
    assert read(start + TEXT.replace("\n", end)) == read()


def test_blank_lines_spaces_and_empty_trailing_cells_make_no_difference() -> None:
    text = TEXT.replace("VOTES\n", "\nVOTES;;\n").replace("2,7;31", " 2 , 7 ;31;;")
    assert read(text.replace("Trees;1;", "  Trees;1;")) == read()


def test_without_a_currency_it_is_iso_4217s_code_for_none() -> None:
    assert read(TEXT.replace("currency;EUR\n", "")).currency == "XXX"


def test_a_quoted_field_may_span_lines() -> None:
    election = read(TEXT.replace("Trees", '"Trees\nand shrubs"'))
    assert election.projects[1].name == "Trees\nand shrubs"


def test_choose_1_is_read_as_approval_of_one() -> None:
    text = TEXT.replace("approval", "choose-1").replace('"7,2"', "7").replace("2,7", "2")
    assert read(text).ballots == (Ballot((), 1), Ballot((0,), 2), Ballot((1,), 1))


def test_writing_and_reading_gives_the_same_election() -> None:
    election = read()
    assert read_pb(write_pb(election), name="small.pb") == election


def test_what_is_written_depends_on_no_voter_and_no_order() -> None:
    other = (
        TEXT.replace('a;"7,2";30', "z;7;99").replace("c;7;\n", "y;2,7;1\n").replace("d;;", "d;;7")
    )
    assert write_pb(read(other)) == write_pb(read())


def test_ballots_are_written_numbered_and_without_anything_else() -> None:
    written = write_pb(read()).decode()
    assert written.endswith("VOTES\nvoter_id;vote\n1;\n2;7\n3;7,2\n4;7,2\n")
    assert "age" not in written
    assert "budget;1000.0\n" in written
    assert '7;600.0;3;"Bench ""Oak""; two seats";1;parks\n' in written
