"""Past acts are tried again as they were judged, and nobody can be told from them."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from remit.core.bounds import instrument_from_json, instrument_json
from remit.core.bounds.replay import replay
from remit.record import guard
from remit.record.models import Attribution, Record
from remit.record.perform import Asked, Refused
from remit.record.trials import count_past, past
from remit.stages.charter.acts import Advise, Agree, Declare
from tests.town import ASK_ABOVE, OFFICES, REMIT, ROOT, Town, adopt, commit, person, residents, said

KEY = UUID("00000000-0000-4000-8000-000000000002")


def test_under_its_own_bounds_the_past_is_answered_as_it_was(
    town_at: Callable[[str], Town],
) -> None:
    town = town_at("paid")
    with pytest.raises(Refused):
        town.do(adopt("2", 600_000))
    with pytest.raises(Asked):
        town.do(commit("1", ASK_ABOVE + 1))
    kept = past(REMIT, most=100)
    under = instrument_from_json(instrument_json(residents()))
    found = replay(under, kept.trials, depth=1, filed=kept.filed)
    records = Record.objects.filter(remit__code=REMIT).order_by("pk")
    words = {"done": "yes", "asked": "ask", "refused": "no"}
    assert [one.answer.verdict for one in found.tried] == [words[r.outcome] for r in records]
    assert (kept.left_out, count_past(REMIT)) == (0, len(kept.trials))


def test_nobody_can_be_told_from_it(town_at: Callable[[str], Town]) -> None:
    town = town_at("paid")
    town.do(Declare(code="park", stance="shared", text=said("I live there.")))
    kept = past(REMIT, most=100)
    shown = repr(kept)
    for office in OFFICES:
        assert person(office) not in shown
    # The same person is the same, on the file too; another is another.
    by = {trial.position: trial.person for trial in kept.trials}
    assert len(set(by.values())) == len(by) == 3
    (filed,) = kept.filed
    assert filed.about == filed.entry.person == by["clerk"]


def test_what_was_asked_and_then_done_counts_once(town_at: Callable[[str], Town]) -> None:
    town = town_at("adopted")
    before = count_past(REMIT)
    with pytest.raises(Asked):
        town.do(commit("1", ASK_ABOVE + 1), key=KEY)
    assert count_past(REMIT) == before + 1
    town.do(Agree(request=str(KEY), reasons=said("Yes.")), by="backer")
    town.do(commit("1", ASK_ABOVE + 1))
    kept = past(REMIT, most=100)
    powers = [trial.deed.power for trial in kept.trials]
    assert powers.count("commit") == 1 and len(powers) == before + 2
    (done,) = [trial for trial in kept.trials if trial.deed.power == "commit"]
    assert done.agreed == {"backer"}


def test_only_the_newest_are_given_in_the_order_of_time(town_at: Callable[[str], Town]) -> None:
    town_at("paid")
    every, few = past(REMIT, most=100).trials, past(REMIT, most=3).trials
    assert few == every[-3:] or [t.deed for t in few] == [t.deed for t in every[-3:]]
    assert list(every) == sorted(every, key=lambda trial: trial.at)


def test_of_who_is_forgotten_nothing_is_tried(town_at: Callable[[str], Town]) -> None:
    town_at("voted")
    with guard.writing("record_attribution"):
        Attribution.objects.filter(record__kind="decide.open_ballot").delete()
    kept = past(REMIT, most=100)
    assert (len(kept.trials), kept.left_out) == (2, 1)


def test_the_founding_is_no_trial(town_at: Callable[[str], Town]) -> None:
    town = town_at("granted")
    town.do(
        Advise(item="T-2", code="legal", stance="for", text=said("Fine.")),
        by="accountable-officer",
        under=ROOT,
    )
    kept = past(ROOT, most=100)
    assert [trial.deed.power for trial in kept.trials] == ["grant", "advise"]
    assert [(filed.topic, filed.about) for filed in kept.filed] == [("opinion", "T-2")]
    assert past("T-9", most=100).trials == ()
