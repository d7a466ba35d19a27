"""How things are timed: by the processor's time of this process, in turns, after a warm-up.

Taking turns lets a slow moment of the machine fall on all alike, so that ratios hold.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from statistics import median
from typing import Literal

TURN_SECONDS = 0.02
"""How long one turn takes at least; shorter ones drown in the clock's own steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of what a benchmark says: ours, a peer's where there is one, and what it must be."""

    name: str
    ours: float
    peer: float | None = None
    ratio: float | None = None
    target: float | None = None
    better: Literal["higher", "lower"]

    @property
    def met(self) -> bool:
        """Whether it is as good as its target; True where there is none."""
        if self.target is None:
            return True
        found = self.ours if self.ratio is None else self.ratio
        return found >= self.target if self.better == "higher" else found <= self.target

    def line(self) -> str:
        """The figure as one JSON object, with four figures of each number."""
        return json.dumps({name: _short(value) for name, value in asdict(self).items()})


def _short(value: object) -> object:
    return float(f"{value:.4g}") if isinstance(value, float) else value


def in_turns(runs: Mapping[str, Callable[[], object]], *, turns: int) -> dict[str, list[float]]:
    """Seconds that one call of each takes, once for each turn."""
    calls = {name: _enough(run) for name, run in runs.items()}
    found: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(turns):
        for name, run in runs.items():
            found[name].append(_seconds(run, calls[name]))
    return found


def _enough(run: Callable[[], object]) -> int:
    """How many calls fill a turn; finding it out is the warm-up."""
    calls = 1
    while _seconds(run, calls) * calls < TURN_SECONDS:
        calls *= 2
    return calls


def _seconds(run: Callable[[], object], calls: int) -> float:
    began = time.process_time()
    for _ in range(calls):
        run()
    return (time.process_time() - began) / calls


def ratio(above: list[float], below: list[float]) -> float:
    """The median of how many times as long the one took as the other in the same turn."""
    return median(a / b for a, b in zip(above, below, strict=True))
