"""`kill -9` while acts are being sent: whatever was answered is on the record and stays there."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from subprocess import Popen
from uuid import UUID

import pytest

from remit.project.demo import story
from tests.faults.demonstration import Demonstration, answers, children, wait
from tests.faults.visitor import Visitor

OVER_THE_CAP, ACTS_MAX, BEFORE_THE_KILL = 120_000, 300, 15
COUNTED = len([*story.granting(), *story.voting()])
"""As many records as the story has when the votes are counted."""
slow = pytest.mark.slow


@dataclass
class Sender(threading.Thread):
    """Sends acts one after another until there are no more, or nobody answers."""

    at: str
    acts: Iterable[tuple[str, int]]
    answered: list[UUID] = field(default_factory=list)
    cut_off: bool = False

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    __hash__ = threading.Thread.__hash__

    def run(self) -> None:
        visitor = Visitor(self.at)
        visitor.take_part("clerk")
        form = visitor.get("/en/ballots/green/projects/40/adopt")
        token = form.hidden["csrfmiddlewaretoken"]
        try:
            for project, amount in self.acts:
                if key := visitor.adopt(project, amount=amount, token=token):
                    self.answered.append(UUID(key))
        except OSError:
            self.cut_off = True


def the_parent(program: Popen[str]) -> list[int]:
    return [program.pid]


def everything(program: Popen[str]) -> list[int]:
    return [program.pid, *children(program.pid)]


def send_until_killed(
    demonstration: Demonstration,
    program: Popen[str],
    acts: Iterable[tuple[str, int]],
    victims: Callable[[Popen[str]], list[int]],
) -> list[UUID]:
    """The keys of the acts that were answered before the kill."""
    doomed = victims(program)
    sender = Sender(demonstration.at, acts)
    sender.start()
    wait(lambda: len(sender.answered) >= BEFORE_THE_KILL or not sender.is_alive())
    for victim in doomed:
        os.kill(victim, signal.SIGKILL)
    program.wait()
    sender.join()
    assert sender.cut_off and len(sender.answered) >= BEFORE_THE_KILL
    wait(lambda: not answers(demonstration.port))
    return sender.answered


def holds(demonstration: Demonstration) -> None:
    """Every record sealed and published, its postings entered once each, the database whole."""
    wait(lambda: sealed(demonstration))
    wait(lambda: demonstration.verify().returncode == 0)
    records = demonstration.records()
    posted = [(row.number, len(row.said["postings"])) for row in records if row.said["postings"]]
    counted = "SELECT record_id, count(*) FROM record_posting GROUP BY record_id ORDER BY 1"
    assert demonstration.ask(counted) == posted
    if demonstration.on_sqlite:
        assert demonstration.ask("PRAGMA integrity_check") == [("ok",)]


def sealed(demonstration: Demonstration) -> bool:
    waiting = "SELECT id FROM record_record WHERE id NOT IN (SELECT record_id FROM record_leaf)"
    return not demonstration.ask(waiting)


@pytest.mark.parametrize("victims", [the_parent, pytest.param(everything, marks=slow)])
def test_every_answered_act_is_on_the_record(
    demonstration: Demonstration, victims: Callable[[Popen[str]], list[int]]
) -> None:
    """Acts that are refused: there is no end of them."""
    acts = [("40", OVER_THE_CAP)] * ACTS_MAX
    answered = send_until_killed(demonstration, demonstration.serve(), acts, victims)
    before = demonstration.records()
    assert set(answered) <= {row.key for row in before}
    demonstration.serve()
    assert demonstration.records()[: len(before)] == before
    visitor = Visitor(demonstration.at)
    for key in (answered[0], answered[-1]):
        assert visitor.get(f"/en/record/{key}").status == 200
    holds(demonstration)


@slow
@pytest.mark.parametrize("victims", [the_parent, everything])
def test_every_answered_decision_stands_with_its_money(
    demonstration: Demonstration, victims: Callable[[Popen[str]], list[int]]
) -> None:
    """Acts that move money: a story stopped after the count, whose winners are adopted by hand."""
    told = demonstration.begin("demo", "--port", str(demonstration.port))
    demonstration.wait_for_records(COUNTED, told)
    os.killpg(told.pid, signal.SIGKILL)
    told.wait()
    won = demonstration.ask("SELECT code, cost FROM decide_project WHERE won ORDER BY place")
    acts = [(code, cost // 100) for code, cost in won] + [("40", OVER_THE_CAP)] * ACTS_MAX
    answered = send_until_killed(demonstration, demonstration.serve("serve"), acts, victims)
    before = {row.key: row for row in demonstration.records()}
    decisions = dict(demonstration.ask("SELECT item, amount FROM decide_decision"))
    for key in answered[:BEFORE_THE_KILL]:
        act = before[key].said["act"]
        assert before[key].outcome == "done"
        assert decisions[f"green.{act['project']}"] == act["amount"]
    demonstration.serve("serve")
    assert demonstration.records()[: len(before)] == list(before.values())
    holds(demonstration)


def test_the_pages_come_back_by_themselves(demonstration: Demonstration) -> None:
    """The parent and the port stay; what was answered before stays too."""
    program = demonstration.serve()
    visitor = Visitor(demonstration.at)
    visitor.take_part("clerk")
    form = visitor.get("/en/ballots/green/projects/40/adopt").hidden
    key = visitor.adopt("40", amount=OVER_THE_CAP, token=form["csrfmiddlewaretoken"])
    [arbiter, *workers] = children(program.pid)
    for worker in workers:
        os.kill(worker, signal.SIGKILL)
    wait(lambda: set(children(arbiter)) - set(workers), while_running=program)
    assert visitor.get(f"/en/record/{key}").status == 200
    assert program.poll() is None
    holds(demonstration)
