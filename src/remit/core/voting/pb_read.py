"""Read an election from a `.pb` file, the format of the participatory-budgeting library Pabulib.

All or nothing: what comes back is complete and consistent in itself, or a `PbError` says which
line to mend. Ballots lose their voter's id and everything else that could tell them apart.
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import lcm
from typing import NoReturn

from remit.core.voting.election import COUNTED_KEYS, SCALES, Election, Project, merged
from remit.core.voting.pb_errors import PbError
from remit.core.voting.pb_text import Row, Section, read_sections

DIGITS_AT_MOST = 12
"""Of a whole number, or before the decimals of an amount."""
PROJECTS_AT_MOST = 5_000
VOTERS_AT_MOST = 5_000_000
SUPPORTED_VOTE_TYPES = ("approval", "choose-1")
OTHER_VOTE_TYPES = ("cumulative", "ordinal", "scoring")
NO_CURRENCY = "XXX"
"""ISO 4217's code for no currency, where a file names none."""

KNOWN_COLUMNS = ("project_id", "cost", "name", "votes", "score", "selected")

_AMOUNT = re.compile(r"(-?)([0-9]+)(?:[.,]([0-9]+))?")
_COUNT = re.compile(r"[0-9]+")
_CURRENCY = re.compile(r"[A-Z]{3}")


def read_pb(data: bytes, *, name: str) -> Election:
    """The election in a file. PbError, with nothing read, if anything is wrong with it."""
    return _Reading(data, name=name).election()


class _Reading:
    """One file on its way to an election."""

    def __init__(self, data: bytes, *, name: str) -> None:
        self._name = name
        self._ends_cleanly = data.endswith((b"\n", b"\r"))
        self._sections = read_sections(data, name=name)
        self._meta: dict[str, Row] = {}
        """By key, the row with that key and its value."""
        self._projects: dict[str, Row] = {}
        """By id, in the file's order."""

    def election(self) -> Election:
        self._read_meta()
        vote_type = self._vote_type()
        currency = self._currency()
        budget = self._budget()
        self._read_projects()
        costs = [self._cost(project, row) for project, row in self._projects.items()]
        marks = self._read_votes(one_only=vote_type == "choose-1")
        self._check_not_cut(marks)
        finest = lcm(*(amount.denominator for amount in (budget, *costs)))
        scale = next(power for power in SCALES if power % finest == 0)
        return Election(
            name=self._name,
            meta=tuple(
                (key, row.fields[1]) for key, row in self._meta.items() if key not in COUNTED_KEYS
            ),
            projects=tuple(
                self._project(row, cost=int(cost * scale))
                for row, cost in zip(self._projects.values(), costs, strict=True)
            ),
            budget=int(budget * scale),
            scale=scale,
            currency=currency,
            ballots=merged(marks),
            voters=len(marks),
            official=tuple(
                project
                for project, row in self._projects.items()
                if self._field("PROJECTS", row, "selected") == "1"
            ),
        )

    def _fail(self, code: str, line: int, **params: object) -> NoReturn:
        raise PbError(code, file=self._name, line=line, **params)

    # META

    def _read_meta(self) -> None:
        section = self._table("META", "key", "value")
        if section.columns != ("key", "value"):
            found = len(section.columns)
            self._fail("columns_mismatch", section.line, found=found, expected=2)
        for row in section.rows:
            key = row.fields[0]
            if key in self._meta:
                self._fail("meta_repeated", row.line, key=key)
            self._meta[key] = row
        for key in ("num_projects", "num_votes", "budget", "vote_type"):
            if key not in self._meta:
                self._fail("meta_missing", section.line, key=key)

    def _vote_type(self) -> str:
        line, (_, value) = self._meta["vote_type"].line, self._meta["vote_type"].fields
        if value in OTHER_VOTE_TYPES:
            self._fail("vote_type_unsupported", line, value=value)
        if value not in SUPPORTED_VOTE_TYPES:
            self._fail("vote_type_unknown", line, value=value)
        return value

    def _currency(self) -> str:
        row = self._meta.get("currency")
        if row is None or not row.fields[1]:
            return NO_CURRENCY
        if not _CURRENCY.fullmatch(row.fields[1]):
            self._fail("currency_unknown", row.line, value=row.fields[1])
        return row.fields[1]

    def _budget(self) -> Fraction:
        line, (_, value) = self._meta["budget"].line, self._meta["budget"].fields
        amount = self._amount(value, line=line)
        if amount is None:
            self._fail("budget_not_number", line, value=value)
        if amount <= 0:
            self._fail("budget_not_positive", line, value=value)
        return amount

    def _check_count(self, key: str, *, found: int) -> None:
        line, (_, value) = self._meta[key].line, self._meta[key].fields
        if not _COUNT.fullmatch(value):
            self._fail("count_not_number", line, key=key, value=value)
        if len(value) > DIGITS_AT_MOST:
            self._fail("number_too_large", line, value=value, limit=DIGITS_AT_MOST)
        if int(value) != found:
            self._fail(f"{key}_mismatch", line, stated=int(value), found=found)

    def _amount(self, text: str, *, line: int) -> Fraction | None:
        """The amount in whole units of currency; None where it is no number."""
        match = _AMOUNT.fullmatch(text)
        if not match:
            return None
        sign, whole, decimals = match.groups(default="")
        whole = whole.lstrip("0")
        if len(whole) > DIGITS_AT_MOST:
            self._fail("number_too_large", line, value=text, limit=DIGITS_AT_MOST)
        if len(decimals) == 3:
            self._fail("number_ambiguous", line, value=text)
        decimals = decimals.rstrip("0")
        if len(decimals) > 2:
            self._fail("too_many_decimals", line, value=text)
        return Fraction(int(f"{sign}0{whole}{decimals}"), 10 ** len(decimals))

    # PROJECTS

    def _read_projects(self) -> None:
        section = self._table("PROJECTS", "project_id", "cost")
        for row in section.rows:
            project = self._field("PROJECTS", row, "project_id")
            if not project:
                self._fail("project_id_missing", row.line)
            if "," in project:
                self._fail("project_id_unusable", row.line, project=project)
            if project in self._projects:
                first = self._projects[project].line
                self._fail("project_repeated", row.line, project=project, first=first)
            if len(self._projects) == PROJECTS_AT_MOST:
                self._fail("too_many_projects", row.line, limit=PROJECTS_AT_MOST)
            self._projects[project] = row
        if not self._projects:
            self._fail("no_projects", section.line)
        self._check_count("num_projects", found=len(self._projects))

    def _cost(self, project: str, row: Row) -> Fraction:
        value = self._field("PROJECTS", row, "cost")
        amount = self._amount(value, line=row.line)
        if amount is None:
            self._fail("cost_not_number", row.line, project=project, value=value)
        if amount <= 0:
            self._fail("cost_not_positive", row.line, project=project, value=value)
        return amount

    def _project(self, row: Row, *, cost: int) -> Project:
        fields = dict(zip(self._sections["PROJECTS"].columns, row.fields, strict=True))
        details = tuple(
            (column, value)
            for column, value in fields.items()
            if value and column not in KNOWN_COLUMNS
        )
        return Project(
            id=fields["project_id"],
            name=fields.get("name") or fields["project_id"],
            cost=cost,
            details=details,
        )

    # VOTES

    def _read_votes(self, *, one_only: bool) -> list[list[int]]:
        section = self._table("VOTES", "voter_id", "vote")
        voter_at, vote_at = section.columns.index("voter_id"), section.columns.index("vote")
        index = {project: at for at, project in enumerate(self._projects)}
        lines: dict[str, int] = {}
        marks = []
        for row in section.rows:
            voter = row.fields[voter_at]
            if not voter:
                self._fail("voter_id_missing", row.line)
            if voter in lines:
                self._fail("voter_repeated", row.line, voter=voter, first=lines[voter])
            if len(lines) == VOTERS_AT_MOST:
                self._fail("too_many_voters", row.line, limit=VOTERS_AT_MOST)
            lines[voter] = row.line
            marks.append(self._ballot(row.fields[vote_at], index=index, line=row.line))
            if one_only and len(marks[-1]) > 1:
                self._fail("vote_too_many", row.line, found=len(marks[-1]))
        if not marks:
            self._fail("no_votes", section.line)
        self._check_count("num_votes", found=len(marks))
        return marks

    def _ballot(self, vote: str, *, index: dict[str, int], line: int) -> list[int]:
        if not vote:
            return []
        chosen: list[int] = []
        for project in vote.split(","):
            project = project.strip()
            if not project:
                self._fail("vote_blank", line)
            if project not in index:
                self._fail("vote_unknown_project", line, project=project)
            chosen.append(index[project])
        if len(set(chosen)) != len(chosen):
            ids = list(self._projects)
            twice = next(ids[at] for at in chosen if chosen.count(at) > 1)
            self._fail("vote_repeats_project", line, project=twice)
        return chosen

    def _check_not_cut(self, marks: list[list[int]]) -> None:
        """A file cut inside its last vote still parses; the votes it states give that away."""
        if self._ends_cleanly or "votes" not in self._sections["PROJECTS"].columns:
            return
        found = [0] * len(self._projects)
        for ballot in marks:
            for at in ballot:
                found[at] += 1
        last = self._sections["VOTES"].rows[-1].line
        for (project, row), count in zip(self._projects.items(), found, strict=True):
            stated = self._field("PROJECTS", row, "votes")
            if _COUNT.fullmatch(stated) and stated.lstrip("0") != str(count).lstrip("0"):
                self._fail("truncated", last, project=project, found=count, stated=stated)

    # Tables

    def _table(self, title: str, *required: str) -> Section:
        section = self._sections[title]
        for column in required:
            if column not in section.columns:
                self._fail("column_missing", section.line, section=title, column=column)
        return section

    def _field(self, title: str, row: Row, column: str) -> str:
        """A field of a row; empty where the file has no such column."""
        columns = self._sections[title].columns
        return row.fields[columns.index(column)] if column in columns else ""
