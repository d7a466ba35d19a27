"""The look before a remit is granted, and the remit in words as it would be."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from django.forms import Form
from django.http import HttpRequest
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from remit.core.bounds import (
    Instrument,
    Point,
    fails,
    instrument_json,
    preflight,
    widened,
)
from remit.core.bounds.difference import differences
from remit.core.bounds.preflight import TOPICS
from remit.core.words import Said, words
from remit.record.reads import RemitView
from remit.stages.charter.acts import ground_under
from remit.stages.charter.forms.grant import ReasonsOnly
from remit.stages.charter.pages.history import changes
from remit.stages.charter.pages.saying import clauses, frame
from remit.stages.charter.pages.showing import office
from remit.web.edge import moment_of
from remit.web.parts import Column, Fact, Lines, Status, Table, Value


def looked_at(
    request: HttpRequest, instrument: Instrument, parent: RemitView, old: RemitView | None = None
) -> tuple[Point, ...]:
    """Every point of the look before; for a variation, with the money that it has already."""
    ground = ground_under(parent.code, at=moment_of(request))
    assert ground is not None, "the remit above was found before"
    if old is not None and ground.free is not None:
        ground = replace(ground, free=ground.free + old.instrument.envelope.amount)
    return preflight(instrument, ground)


def shown(
    instrument: Instrument,
    points: tuple[Point, ...],
    titles: Mapping[str, Said],
    *,
    old: RemitView | None,
) -> dict[str, object]:
    """What the page shows of it."""
    given: dict[str, object] = {
        "instrument": instrument,
        "points": points_table(points),
        "failing": len(fails(points)),
        "clauses": clauses(instrument),
        "frame": [*backing(instrument, titles), *frame(instrument, titles)],
        "text": json.dumps(instrument_json(instrument), ensure_ascii=False),
    }
    if old is not None:
        given |= {
            "changes": changes(differences(old.instrument, instrument)),
            "wider": [problem.words for problem in widened(old.instrument, instrument)],
        }
    return given


def points_table(points: Sequence[Point]) -> Table:
    """What was looked at, what was found, and how to mend it."""
    columns = (Column(_("Looked at")), Column(_("Found")), Column(_("How to mend it")))
    rows = tuple(
        (words(TOPICS[point.topic]), found(point), "–" if point.passed else mend(point))
        for point in points
    )
    return Table(_("The look before"), columns, rows, hide_caption=True)


def found(point: Point) -> Value:
    if point.passed:
        return Status(_("Passed"), "good")
    return Status(_("To be mended"), "bad")


def mend(point: Point) -> Value:
    """What is wrong, then what to do; some say both at once."""
    return Lines((point.words, point.mend) if point.mend else (point.words,))


def backing(instrument: Instrument, titles: Mapping[str, Said]) -> Iterator[Fact]:
    """Who answers for it until when, and in which words."""
    until: Value = localtime(instrument.backed_until).date()
    yield Fact(_("Backed by"), office(instrument.backer, titles), instrument.backing_terms)
    yield Fact(_("Backed until"), until)


def ways_on(do: str, form: Form | None, *, fit: bool, varies: bool) -> dict[str, object]:
    """The forms below: each as it was sent, or afresh."""

    def own(name: str) -> Form:
        sent = form if do == name else None
        return sent or ReasonsOnly(prefix=name)

    return {
        "save": own("save"),
        "send": own("send") if varies else form if do == "send" else None,
        "may_send": varies or fit,
    }
