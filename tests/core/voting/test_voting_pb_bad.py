"""A bad `.pb` file: an error with code, file and line, and nothing read."""

from __future__ import annotations

import pytest

from remit.core.voting import PbError, pb_errors, pb_read, pb_text, read_pb
from remit.core.words import PLAIN

GOOD = """META
key;value
num_projects;2
num_votes;3
budget;1000
vote_type;approval
currency;EUR
PROJECTS
project_id;cost;votes;name
p1;600;2;Bench
p2;500;2;Trees
VOTES
voter_id;vote
1;p1,p2
2;p1
3;p2
"""

# code, line, what is replaced by what
CASES = [
    ("section_missing", 1, "META\n", ""),
    ("section_missing", 1, GOOD, ""),
    ("section_missing", 11, "PROJECTS\n", ""),
    ("section_missing", 11, GOOD[GOOD.index("VOTES") :], ""),
    ("section_missing", 9, GOOD[GOOD.index("p1;600") :], ""),
    ("section_misplaced", 17, "3;p2\n", "3;p2\nPROJECTS\n"),
    ("column_missing", 9, "project_id;cost", "project_id;price"),
    ("column_missing", 13, "voter_id;vote\n", "voter;vote\n"),
    ("column_missing", 12, GOOD[GOOD.index("voter_id") :], ""),
    ("column_repeated", 9, "votes;name", "votes;votes"),
    ("columns_mismatch", 10, "p1;600;2;Bench", "p1;600;2"),
    ("columns_mismatch", 11, "p2;500;2;Trees", "p2;500;2;Trees; shrubs"),
    ("columns_mismatch", 3, "key;value", "key;value;more"),
    ("columns_mismatch", 5, "budget;1000", "budget"),
    ("meta_missing", 2, "budget;1000\n", ""),
    ("meta_missing", 2, "vote_type;approval\n", ""),
    ("meta_missing", 2, "num_votes;3\n", ""),
    ("meta_repeated", 8, "currency;EUR\n", "currency;EUR\nbudget;2000\n"),
    ("count_not_number", 4, "num_votes;3", "num_votes;three"),
    ("count_not_number", 3, "num_projects;2", "num_projects;-2"),
    ("count_not_number", 3, "num_projects;2", "num_projects;٢"),
    ("vote_type_unsupported", 6, "approval", "cumulative"),
    ("vote_type_unsupported", 6, "approval", "ordinal"),
    ("vote_type_unsupported", 6, "approval", "scoring"),
    ("vote_type_unknown", 6, "approval", "guessing"),
    ("currency_unknown", 7, "EUR", "euro"),
    ("budget_not_number", 5, "1000", "much"),
    ("budget_not_number", 5, "budget;1000", "budget;"),
    ("budget_not_number", 5, "1000", "1e6"),
    ("budget_not_number", 5, "1000", "1 000"),
    ("budget_not_number", 5, "1000", "nan"),
    ("budget_not_positive", 5, "1000", "0"),
    ("budget_not_positive", 5, "1000", "-1000"),
    ("cost_not_number", 10, "600", "six"),
    ("cost_not_number", 11, "500", ""),
    ("cost_not_positive", 10, "600", "0.00"),
    ("cost_not_positive", 10, "600", "-600"),
    ("number_ambiguous", 5, "1000", "1,000"),
    ("number_ambiguous", 10, "600", "6.000"),
    ("too_many_decimals", 10, "600", "600.0001"),
    ("number_too_large", 10, "600", "6" + "0" * 12),
    ("number_too_large", 5, "1000", "9" * 50_000),
    ("number_too_large", 4, "num_votes;3", "num_votes;" + "3" * 50_000),
    ("project_id_missing", 10, "p1;600", ";600"),
    ("project_id_unusable", 10, "p1;600", "p,1;600"),
    ("project_repeated", 11, "p2;500", "p1;500"),
    ("no_projects", 9, "p1;600;2;Bench\np2;500;2;Trees\n", ""),
    ("num_projects_mismatch", 3, "num_projects;2", "num_projects;3"),
    ("voter_id_missing", 15, "2;p1\n", ";p1\n"),
    ("voter_repeated", 16, "3;p2\n", "1;p2\n"),
    ("vote_blank", 14, "p1,p2", "p1,,p2"),
    ("vote_blank", 14, "p1,p2", "p1,"),
    ("vote_unknown_project", 16, "3;p2\n", "3;p3\n"),
    ("vote_repeats_project", 14, "p1,p2", "p1,p1"),
    ("vote_too_many", 14, "approval", "choose-1"),
    ("no_votes", 13, "1;p1,p2\n2;p1\n3;p2\n", ""),
    ("num_votes_mismatch", 4, "2;p1\n3;p2\n", "2;p1\n"),
    ("truncated", 16, "3;p2\n", "3;"),
    ("quotes_unclear", 10, "Bench", '"Bench'),
    ("quotes_unclear", 10, "Bench", '"Bench" oak'),
    ("nul_byte", 11, "Trees", "Tr\0es"),
    ("too_many_columns", 10, "Bench", ";" * 10**6),
    ("line_too_long", 10, "Bench", "B" * 10**6),
]

LIMITS = [
    ("file_too_large", 1, pb_text, "BYTES_AT_MOST", 100),
    ("too_many_projects", 11, pb_read, "PROJECTS_AT_MOST", 1),
    ("too_many_voters", 16, pb_read, "VOTERS_AT_MOST", 2),
]


def refused(data: bytes) -> PbError:
    with pytest.raises(PbError) as caught:
        read_pb(data, name="bad.pb")
    error = caught.value
    said = error.words.render(PLAIN)
    assert said.startswith(f"bad.pb, line {error.line}: ")
    assert len(said) < 500 and "{" not in said and str(error) == said
    return error


def test_the_good_file_is_read() -> None:
    assert read_pb(GOOD.encode(), name="good.pb").votes == (2, 2)


@pytest.mark.parametrize(("code", "line", "old", "new"), CASES)
def test_what_is_wrong_is_named_with_its_line(code: str, line: int, old: str, new: str) -> None:
    assert old in GOOD
    error = refused(GOOD.replace(old, new, 1).encode())
    assert (error.code, error.file, error.line) == (code, "bad.pb", line)


@pytest.mark.parametrize(("code", "line", "module", "limit", "value"), LIMITS)
def test_there_are_limits(
    code: str, line: int, module: object, limit: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, limit, value)
    error = refused(GOOD.encode())
    assert (error.code, error.line) == (code, line)


@pytest.mark.parametrize("encoding", ["iso-8859-2", "cp1250", "utf-16"])
def test_other_encodings_are_refused(encoding: str) -> None:
    error = refused(GOOD.replace("Trees", "Zieleń").encode(encoding))
    assert error.code == "not_utf8"
    assert error.line == (1 if encoding == "utf-16" else 11)


def test_a_file_cut_anywhere_is_refused_unless_only_its_last_line_end_is_gone() -> None:
    for end in range(len(GOOD) - 1):
        refused(GOOD[:end].encode())
    assert read_pb(GOOD[:-1].encode(), name="cut.pb").voters == 3


@pytest.mark.parametrize(
    "junk", [b"", b"\n\n", b"\xff\xfe", b"PK\x03\x04\x00", b"<html>\n", b";;;"]
)
def test_what_is_no_pb_file_at_all_is_refused(junk: bytes) -> None:
    refused(junk)


def test_every_code_has_its_case() -> None:
    tried = {case[0] for case in CASES} | {case[0] for case in LIMITS} | {"not_utf8"}
    assert tried == set(pb_errors.MESSAGES)


def test_long_text_from_the_file_is_cut_short() -> None:
    error = refused(GOOD.replace("3;p2\n", "3;" + "x" * 5_000 + "\n").encode())
    assert len(str(error.params["project"])) <= pb_errors.SHOWN_AT_MOST + 1
