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
    Moved,
    OnFile,
    Question,
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
        asked = [(question_from_json(item["question"]), item) for item in data["answers"]]
        answers = {question: _answer(question, item["answer"]) for question, item in asked}
    return Facts(**{**_unpacked(data), "answers": answers})


_TEXTS = (
    *("kind", "power", "currency", "purpose", "matter", "recipient", "category", "area"),
    *("item", "effect", "state", "person"),
)
_WHOLE = ("amount", "risk", "envelope_free", "envelope", "depth")
_NEVER_NONE = ("kind", "power", "evidence", "at")


def _pack(value: object) -> object:
    if isinstance(value, datetime):
        return moment_json(value)
    if isinstance(value, frozenset):
        return sorted(value)
    return dict(value) if isinstance(value, Mapping) else value


def _unpacked(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as Deed and Facts take them. ValueError for one of another shape."""
    found = {name: _field(name, value) for name, value in data.items()}
    for name in _NEVER_NONE:
        if name in found and found[name] is None:
            raise ValueError(f"{name} must not be null")
    return found


def _field(name: str, value: Any) -> Any:
    """One field; what no field is called is left for the class to refuse."""
    match value:
        case None:
            return None
        case str() if name in _MOMENTS:
            return moment(value, where=name)
        case list() if name in _SETS and all(isinstance(code, str) for code in value):
            return frozenset(value)
        case dict() if name == "duties" and all(
            isinstance(part, str) for pair in value.items() for part in pair
        ):
            return value
        case bool():
            if name == "backed":
                return value
        case int() if name in _WHOLE:
            return value
        case str() if name in _TEXTS:
            return value
        case _ if name == "answers":
            return value
    raise ValueError(f"this is no value of {name}")


def _answer_json(answer: int | tuple[Entry, ...]) -> object:
    return answer if isinstance(answer, int) else [entry_json(entry) for entry in answer]


def _answer(question: Question, data: Any) -> int | tuple[Entry, ...]:
    """An amount to what was moved, entries to what is on file."""
    if isinstance(question, Moved) and type(data) is int:
        return data
    if isinstance(question, OnFile) and isinstance(data, list):
        return tuple(entry_from_json(item) for item in data)
    raise ValueError("this is no answer to its question")
