"""What anybody may read of the record: acts and answers, and no person behind them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from uuid import UUID

import pytest

from remit.core.verify import Report
from remit.people.models import Person
from remit.record import guard, publish, reads, sealer
from remit.record.models import Attribution, Record, Version
from remit.record.registry import ACTS
from remit.stages.fund.models import Payment
from tests.record.copies import refused
from tests.town import PB, Town

Check = Callable[[], Report]


@pytest.fixture
def paid_town(town_at: Callable[[str], Town]) -> Town:
    """Its story is told to the end, with a refusal, and sealed."""
    town = town_at("paid")
    refused(town)
    sealer.seal()
    return town


def secrets() -> dict[str, bytes]:
    """By what it is, whatever would tell who did something."""
    found: dict[str, bytes] = {}
    for person in Person.objects.all():
        found[f"token {person.pk}"] = str(person.token).encode()
        found[f"bare token {person.pk}"] = person.token.hex.encode()
    for row in Attribution.objects.all():
        found[f"salt of {row.pk}"] = bytes(row.salt)
        found[f"salt of {row.pk} in digits"] = bytes(row.salt).hex().encode()
    for payment in Payment.objects.all():
        for name in ("submitted_by", "approved_by", "paid_by"):
            found[f"{name} of {payment.code}"] = str(getattr(payment, name)).encode()
    return found


def public_bytes() -> dict[str, bytes]:
    """Every record's leaf and reasons, and every public file."""
    folder = publish.folder()
    found = {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    for record in Record.objects.all():
        found[f"body of {record.pk}"] = record.body.encode()
        found[f"reasons of {record.pk}"] = repr(record.reasons).encode()
        found[f"subject of {record.pk}"] = record.subject.encode()
    for version in Version.objects.all():
        found[f"version {version.pk}"] = version.instrument.encode()
    return found


def test_nobody_is_in_any_record_or_public_file(paid_town: Town) -> None:
    hidden, public = secrets(), public_bytes()
    assert len(hidden) > 3 * Record.objects.count() - 10 and len(public) > 30
    for what, needle in hidden.items():
        for where, data in public.items():
            assert needle not in data, f"the {what} is in {where}"


def test_nobody_is_in_what_pages_are_given(paid_town: Town) -> None:
    shown = reads.shown(reads.records())
    assert len(shown) == Record.objects.count()
    text = repr([dataclasses.asdict(view) for view in shown]).encode()
    for what, needle in secrets().items():
        assert needle not in text, what
    names = {field.name for field in dataclasses.fields(reads.RecordView)}
    assert not names & {"person", "salt", "attribution", "submitted_by"}


def test_no_private_field_of_any_act_is_shown(paid_town: Town) -> None:
    for view in reads.shown(reads.records()):
        private = {f.name for f in dataclasses.fields(ACTS[view.kind]) if f.metadata.get("private")}
        assert not private & view.act.keys(), view.kind
    founding = reads.shown(reads.records(kinds=["agency.establish"]))[0]
    assert "positions" in founding.act and "appointments" not in founding.act


def test_ballots_are_published_without_their_voters(paid_town: Town) -> None:
    (ballots,) = publish.folder().glob("ballots/*.pb")
    cast = PB.partition("VOTES\n")[2]
    assert "\na;1,2" in cast
    for line in ballots.read_text().partition("VOTES\n")[2].splitlines()[1:]:
        voter = line.split(";")[0]
        assert voter.isdigit(), "numbered afresh, not named as they were cast"


def test_forgetting_a_person_leaves_every_proof_valid(paid_town: Town, checked: Check) -> None:
    before = public_bytes()
    held = [UUID(view.key) for view in reads.shown(reads.records())]
    with guard.writing("record_attribution"):
        forgotten, _ = Attribution.objects.all().delete()
    assert forgotten == len(held)
    sealer.seal()
    assert public_bytes() == before
    checked()
    for key in held:
        view = reads.record(key)
        assert view is not None and view.position
    refused(paid_town)
    assert sealer.seal() == 1
    checked()


def test_forgetting_one_act_leaves_the_others_their_salt(paid_town: Town, checked: Check) -> None:
    first = Attribution.objects.order_by("pk").first()
    assert first is not None
    others = Attribution.objects.exclude(pk=first.pk).count()
    with guard.writing("record_attribution"):
        first.delete()
    assert Attribution.objects.count() == others
    checked()
