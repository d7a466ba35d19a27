"""Somebody acting, in one of their positions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """`person` is the person's token; `position` the code of the office they act in."""

    person: str
    position: str
