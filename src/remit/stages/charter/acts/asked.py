"""Answering what was asked: agreeing, declining, and what silence means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from remit.core.ledger import Posting
from remit.core.words import Said, gettext_noop
from remit.record.act import Act, Scene
from remit.record.models import Remit, Request
from remit.record.requests import AGREED, DECLINED, OPEN, SILENT
from remit.stages.charter.acts.refusing import impossible


class Answering(Act):
    """What agreeing and declining have in common."""

    request: str
    """The key of the record of the act that was asked about."""

    def subject(self) -> str:
        return f"request/{self.request}"

    def settle(self, scene: Scene, state: str) -> Sequence[Posting]:
        """Answer for the position that one acts in."""
        request = find(self.request, scene.by.position, scene.remit)
        if str(request.person) == scene.by.person:
            raise impossible("own_request")
        if scene.at >= request.due:
            raise impossible("request_over", due=request.due)
        return close(request, state)


@dataclass(frozen=True, kw_only=True)
class Agree(Answering):
    """Agree to an act that a clause asks about. Whoever asked may then do it, once."""

    kind = "charter.agree"
    heading = gettext_noop("Agreement")
    about = gettext_noop("agree to an act that a clause asks about")
    power = "agree"

    request: str
    reasons: Said

    def apply(self, scene: Scene) -> Sequence[Posting]:
        return self.settle(scene, AGREED)


@dataclass(frozen=True, kw_only=True)
class DeclineRequest(Answering):
    """Decline an act that a clause asks about, with reasons."""

    kind = "charter.decline"
    heading = gettext_noop("Refusal of a request")
    about = gettext_noop("decline an act that a clause asks about, with reasons")
    power = "agree"

    request: str
    reasons: Said

    def apply(self, scene: Scene) -> Sequence[Posting]:
        return self.settle(scene, DECLINED)


@dataclass(frozen=True, kw_only=True)
class Silence(Act):
    """The time to answer is over: what nobody said counts as the clause says."""

    kind = "charter.silence"
    heading = gettext_noop("No answer in time")
    about = gettext_noop("let silence count as the clause says, once the time is over")
    power = "lapse"

    request: str
    whom: str

    def subject(self) -> str:
        return f"request/{self.request}"

    def apply(self, scene: Scene) -> Sequence[Posting]:
        request = find(self.request, self.whom, scene.remit, below=True)
        if scene.at < request.due:
            raise impossible("request_not_over", due=request.due)
        return close(request, AGREED if request.silence == "yes" else SILENT)


def find(key: str, whom: str, remit: Remit, *, below: bool = False) -> Request:
    """The open request; with `below`, also one under a remit directly under this one."""
    try:
        asked = UUID(key)
    except ValueError as error:
        raise impossible("request_unknown", position=whom) from error
    rows = Request.objects.select_for_update(of=("self",)).select_related("remit")
    found = rows.filter(record__key=asked, whom=whom, state=OPEN).first()
    if found is None or not (
        found.remit_id == remit.pk or (below and found.remit.parent_id == remit.pk)
    ):
        raise impossible("request_unknown", position=whom)
    return found


def close(request: Request, state: str) -> Sequence[Posting]:
    request.state = state
    request.save(update_fields=["state"])
    return []
