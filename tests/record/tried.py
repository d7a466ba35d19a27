"""One try of something that cannot be done at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from remit.record.act import Act
from tests.town import REMIT, Town


@dataclass(frozen=True, kw_only=True)
class Try:
    code: str
    ready: Callable[[], Town]
    act: Callable[[], Act]
    by: str = "clerk"
    under: str | None = REMIT
    key: UUID | None = None
    person: str = ""
