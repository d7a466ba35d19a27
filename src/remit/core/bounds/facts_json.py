"""Deed and facts as plain data, kept with an act, so that its answer can be worked out again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.question import (
    Answers,
    Entry,
    entry_from_json,
    entry_json,
    question_from_json,
    question_json,
)
from remit.core.bounds.reading import moment, moment_json

_MOMENTS = ("at", "backed_until", "until", "made")
_SETS = ("evidence", "positions", "agreed")


def deed_json(deed: Deed) -> dict[str, object]:
    """The deed as plain data; `deed_from_json` reads it back."""
    return {field.name: _pack(getattr(deed, field.name)) for field in fields(deed)}


def deed_from_json(data: Mapping[str, Any]) -> Deed:
    """What `deed_json` wrote. TypeError or ValueError for anything else."""
    return Deed(**_unpacked(data))


def facts_json(facts: Facts) -> dict[str, object]:
    """The facts as plain data; `facts_from_json` reads them back."""
    plain = {f.name: _pack(getattr(facts, f.name)) for f in fields(facts) if f.name != "answers"}
    answers = None
    if facts.answers is not None:
        answers = [
            {"question": question_json(question), "answer": _answer_json(answer)}
            for question, answer in facts.answers.items()
        ]
    return {**plain, "answers": answers}


def facts_from_json(data: Mapping[str, Any]) -> Facts:
    """What `facts_json` wrote. KeyError, TypeError or ValueError for anything else."""
    answers: Answers | None = None
    if data["answers"] is not None:
        answers = {
            question_from_json(item["question"]): _answer(item["answer"])
            for item in data["answers"]
        }
    return Facts(**{**_unpacked(data), "answers": answers})


def _pack(value: object) -> object:
    if isinstance(value, datetime):
        return moment_json(value)
    if isinstance(value, frozenset):
        return sorted(value)
    return dict(value) if isinstance(value, Mapping) else value


def _unpacked(data: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(data)
    for name in found.keys() & _MOMENTS:
        if found[name] is not None:
            found[name] = moment(found[name], where=name)
    for name in found.keys() & _SETS:
        if found[name] is not None:
            found[name] = frozenset(found[name])
    return found


def _answer_json(answer: int | tuple[Entry, ...]) -> object:
    return answer if isinstance(answer, int) else [entry_json(entry) for entry in answer]


def _answer(data: Any) -> int | tuple[Entry, ...]:
    return data if isinstance(data, int) else tuple(entry_from_json(item) for item in data)
