"""The certificate of scope as plain data. Its shape is described in docs/reference/api.md."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.urls import reverse

from remit.core.bounds import instrument_json, leaf_finding
from remit.core.bounds.reading import moment_json
from remit.stages.charter.reads import EntryView
from remit.stages.charter.reads.requests import Asked
from remit.stages.share.reads import Certificate
from remit.web.values import plain

Address = Callable[[str], str]
"""Makes a path an address that can be kept."""
VERSION = 1


def as_json(found: Certificate, *, address: Address) -> dict[str, object]:
    """Everything that the certificate says."""
    record = found.record
    return {
        "v": VERSION,
        "record": {
            "key": record.key,
            "kind": record.kind,
            "at": moment_json(record.at),
            "outcome": record.outcome,
            "position": record.position,
            "subject": record.subject,
            "address": to_record(record.key, address),
        },
        "leaf": record.leaf,
        "leaf_hash": record.digest,
        "remit": remit(found, address),
        "findings": [{**leaf_finding(f), "text": plain(f.words)} for f in record.findings],
        "again": {
            "result": found.again,
            "differences": [
                {"clause": d.clause, "then": d.then, "now": d.now} for d in found.differences
            ],
        },
        "backing": backing(found, address),
        "file": {
            "item": found.item,
            "opinions": [opinion(e, address) for e in found.filed if e.topic == "opinion"],
            "directions": [direction(e, address) for e in found.filed if e.topic == "direction"],
            "clearances": [{"held": True, "until": perhaps(u)} for u in found.clearances],
        },
        "agreement": agreement(found.asked, address) if found.asked else None,
        "postings": [dict(posting) for posting in record.postings],
        "proof": proof(found),
    }


def remit(found: Certificate, address: Address) -> dict[str, object] | None:
    """The version in force, whole; null for the founding act."""
    code, number = found.record.remit, found.record.version
    if found.instrument is None or code is None or number is None:
        return None
    return {
        "code": code,
        "version": number,
        "address": address(reverse("charter:version", args=[code, number])),
        "instrument": instrument_json(found.instrument),
    }


def backing(found: Certificate, address: Address) -> dict[str, object] | None:
    behind = found.backing
    if behind is None:
        return None
    return {
        "position": behind.position,
        "until": moment_json(behind.until),
        "record": to_record(behind.record, address) if behind.record else None,
    }


def opinion(entry: EntryView, address: Address) -> dict[str, object]:
    return {"code": entry.code, "stance": entry.stance, **filed(entry, address)}


def direction(entry: EntryView, address: Address) -> dict[str, object]:
    return {"order": dict(entry.text), **filed(entry, address)}


def filed(entry: EntryView, address: Address) -> dict[str, object]:
    return {
        "position": entry.position,
        "at": moment_json(entry.at),
        "record": to_record(entry.key, address),
    }


def agreement(asked: Asked, address: Address) -> dict[str, object]:
    """From the question to the act."""
    return {
        "asked": to_record(asked.record.key, address),
        "answers": [
            {
                "whom": request.whom,
                "clauses": sorted(request.clauses),
                "due": moment_json(request.due),
                "silence": request.silence,
                "state": request.state,
                "record": to_record(asked.answers[request.whom].key, address)
                if request.whom in asked.answers
                else None,
            }
            for request in asked.requests
        ],
        "done": to_record(asked.done.key, address) if asked.done else None,
    }


def proof(found: Certificate) -> dict[str, object] | None:
    """The inclusion proof of RFC 6962; null while it is not sealed."""
    sealed = found.sealed
    if sealed is None:
        return None
    return {
        "leaf_index": sealed.index,
        "tree_size": sealed.size,
        "root": sealed.root.hex(),
        "path": [node.hex() for node in sealed.path],
        "checkpoint": sealed.checkpoint,
        "tlog_proof": sealed.file,
        "holds": sealed.holds,
    }


def to_record(key: str, address: Address) -> str:
    return address(reverse("share:record", args=[key]))


def perhaps(at: datetime | None) -> str | None:
    return moment_json(at) if at else None
