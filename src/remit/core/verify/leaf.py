"""A leaf of the record in format v1, read as a stranger would: all of it is right, or it is none.

The format is closed: a leaf with a field more is of another format, and no field can hide in one.
Only an act's own fields, and what a finding adds to its four, differ from kind to kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from remit.core.ledger import LedgerProblem, Posting, read_posting
from remit.core.log import LogError, decode_leaf
from remit.core.verify.report import Findings, record

VERSION = 1
OUTCOMES = ("done", "refused", "asked")
VERDICTS = ("met", "breached", "needs", "unknown")
FIELDS = (
    "v",
    "kind",
    "at",
    "by",
    "under",
    "key",
    "outcome",
    "act",
    "findings",
    "postings",
)
TEXT_CHARACTERS_MAX = 200
_KIND = re.compile(r"[a-z]+\.[a-z_]+")
_PERSON = re.compile(r"[0-9a-f]{64}")
_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one clause said of the act."""

    clause: str
    kind: str
    verdict: str
    code: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """One record."""

    index: int
    kind: str
    under: str | None
    """The remit's code; None for the founding act."""
    key: str
    outcome: str
    act: Mapping[str, object]
    findings: tuple[Finding, ...]
    postings: tuple[Posting, ...]


def read_leaf(data: bytes, *, index: int, findings: Findings) -> Leaf | None:
    """The leaf; None, with what is wrong added to the findings, if it isn't one."""
    try:
        fields = decode_leaf(data)
    except LogError as error:
        findings.add_error(error, where=record(index))
        return None
    wrong = list(_wrong(fields))
    for name in wrong:
        findings.add("leaf_field", where=record(index), record=index, field=name)
    unknown = [name for name in fields if name not in FIELDS]
    for name in unknown:
        findings.add("leaf_field_unknown", where=record(index), record=index, field=name)
    postings = _postings(fields.get("postings"), index=index, findings=findings)
    if wrong or unknown or postings is None:
        return None
    return _leaf(fields, index=index, postings=postings)


def _wrong(fields: Mapping[str, object]) -> Iterator[str]:
    if type(fields.get("v")) is not int or fields["v"] != VERSION:
        yield "v"
    if not _matches(_KIND, fields.get("kind")):
        yield "kind"
    if not _is_moment(fields.get("at")):
        yield "at"
    if not _is_actor(fields.get("by")):
        yield "by"
    if "under" not in fields or not _is_remit(fields["under"]):
        yield "under"
    if not _is_text(fields.get("key")):
        yield "key"
    if fields.get("outcome") not in OUTCOMES:
        yield "outcome"
    if not isinstance(fields.get("act"), dict):
        yield "act"
    found = fields.get("findings")
    if not isinstance(found, list) or not all(_is_finding(item) for item in found):
        yield "findings"


def _postings(found: object, *, index: int, findings: Findings) -> tuple[Posting, ...] | None:
    if not isinstance(found, list):
        findings.add("leaf_field", where=record(index), record=index, field="postings")
        return None
    postings: list[Posting] = []
    for item in found:
        posting = read_posting(item)
        if isinstance(posting, LedgerProblem):
            findings.add_error(posting, where=record(index))
            return None
        postings.append(posting)
    return tuple(postings)


def _leaf(fields: Mapping[str, object], *, index: int, postings: tuple[Posting, ...]) -> Leaf:
    under, act, found = fields["under"], fields["act"], fields["findings"]
    assert isinstance(act, dict) and isinstance(found, list)
    return Leaf(
        index=index,
        kind=str(fields["kind"]),
        under=str(under["remit"]) if isinstance(under, dict) else None,
        key=str(fields["key"]),
        outcome=str(fields["outcome"]),
        act=act,
        findings=tuple(
            Finding(item["clause"], item["kind"], item["verdict"], item["code"]) for item in found
        ),
        postings=postings,
    )


def _matches(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= TEXT_CHARACTERS_MAX


def _is_moment(value: object) -> bool:
    if not isinstance(value, str) or not _AT.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_actor(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == {"position", "person"}
        and _is_text(value["position"])
        and _matches(_PERSON, value["person"])
    )


def _is_remit(value: object) -> bool:
    if value is None:
        return True
    return (
        isinstance(value, dict)
        and value.keys() == {"remit", "version"}
        and _is_text(value["remit"])
        and type(value["version"]) is int
        and value["version"] >= 1
    )


def _is_finding(value: object) -> bool:
    return (
        isinstance(value, dict)
        and all(isinstance(value.get(name), str) for name in ("clause", "kind", "code"))
        and value.get("verdict") in VERDICTS
    )
