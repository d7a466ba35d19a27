"""What `remit demo --check` looks at once the story is told: each line says how it knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.urls import reverse

from remit.core.log import parse_verifier_key
from remit.core.verify import verify
from remit.core.words import PLAIN, Money
from remit.people.reads import titles
from remit.project.demo import families, instruments, steps, story
from remit.record import publish, reads
from remit.record.self_test import self_test
from remit.stages.charter import reads as charter
from remit.stages.decide import reads as decide
from remit.stages.fund import reads as fund

VOTERS = 6586
PROJECTS = 64


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    step: str
    ok: bool
    what: str
    how: str


def lines() -> list[Line]:
    """Everything, in the story's order. A check that breaks is a line that failed."""
    looks: tuple[Callable[[], Iterator[Line]], ...] = (
        granted,
        counted,
        decided,
        refused,
        asked,
        paid,
        locked,
        sealed,
        shown,
    )
    found: list[Line] = []
    for look in looks:
        try:
            found += look()
        except Exception as error:  # whatever broke, the other lines must come
            found.append(Line(look.__name__, False, repr(error), "did not get that far"))
    return found


def granted() -> Iterator[Line]:
    page = charter.remit_page(instruments.REMIT)
    assert page is not None
    clauses = len(page.remit.instrument.clauses)
    envelope = PLAIN.money(page.use.money("envelope"))
    yield Line(
        "1 grant",
        page.grant is not None and all(f.verdict == "met" for f in page.grant.findings),
        f"{instruments.REMIT} granted, {clauses} clauses, {envelope}",
        "the record's findings; no clause wider than its parent's",
    )
    yield Line(
        "1 backing",
        page.backing is not None and page.remit.state == "in_force",
        f"signed by {titles()[page.remit.instrument.backer]['en']}; in force",
        "the backer's own record",
    )


def counted() -> Iterator[Line]:
    ballot, projects = decide.ballot(story.BALLOT), decide.projects(story.BALLOT)
    assert ballot is not None
    yield Line(
        "2 ballots",
        (ballot.voters, len(projects)) == (VOTERS, PROJECTS),
        f"{ballot.voters:,} ballots, {len(projects)} projects",
        "read strictly; the anonymised file is published",
    )
    same = decide.agreement(projects)
    assert same is not None
    yield Line(
        "2 winners",
        same.whole and same.counted > 0,
        f"{same.counted} winners; the town announced {same.announced}, the same ones",
        "compared one by one with the town's result",
    )
    yield Line(
        "2 reasons",
        all(project.reason for project in projects),
        f"{len(projects)} projects, each with why it won or lost",
        "worked out from the count's trace",
    )


def decided() -> Iterator[Line]:
    won = {project.code for project in decide.projects(story.BALLOT) if project.won}
    adopted = decide.decisions(instruments.REMIT)
    rows = reads.records(remit=instruments.REMIT, kinds=["decide.adopt"], outcome="done")
    met = all(f.verdict == "met" for r in reads.shown(rows) for f in r.findings)
    yield Line(
        "3 decisions",
        {project.code for project in adopted} == won and met,
        f"{len(adopted)} adopted, every answer yes",
        "the findings of each record",
    )


def refused() -> Iterator[Line]:
    found = reads.record(steps.key_of("over-the-cap"))
    assert found is not None
    clauses = [f.clause for f in found.refusing]
    yield Line(
        "3 refusal",
        found.outcome == "refused" and clauses == ["B4"] and not found.postings,
        f"{PLAIN.money(Money(story.OVER_THE_CAP, 'PLN'))} for one project: no, by clause "
        + ", ".join(clauses),
        "the record of the refusal; no posting",
    )


def asked() -> Iterator[Line]:
    names = ("families:bed", "families:rent?", "families:agree", "families:rent", "families:carer?")
    found = [reads.record(steps.key_of(name)) for name in names]
    answers = [record.outcome for record in found if record is not None]
    yield Line(
        "3 asked",
        answers == ["done", "asked", "done", "done", "asked"],
        f"{families.REMIT}: one decision in bounds, one done once it was agreed to, one waits",
        "the records of each",
    )


def paid() -> Iterator[Line]:
    remit = reads.remit(instruments.REMIT)
    assert remit is not None
    use, held = charter.use_of(remit), reads.balances()
    yield Line(
        "4 money",
        sum(held.values()) == 0 and use.envelope == instruments.ENVELOPE,
        " · ".join(
            f"{name} {PLAIN.money(use.money(name))}" for name in ("committed", "paid", "free")
        ),
        "debits equal credits; the parts add up to the envelope",
    )
    commitments = fund.commitments(remit)
    in_part = [c for c in commitments if 0 < c.paid.minor < c.committed.minor]
    released = [c for c in commitments if c.released.minor]
    yield Line(
        "4 payments",
        len(in_part) == len(story.PAID) and len(released) == 1,
        f"{len(commitments)} committed, {len(in_part)} paid in part, {len(released)} released",
        "the accounts of each project",
    )


def locked() -> Iterator[Line]:
    through = self_test(connection)
    yield Line(
        "4 locks",
        not through,
        "the database refuses to overdraw, change or delete" if not through else str(through),
        "tried, and refused by its triggers",
    )


def sealed() -> Iterator[Line]:
    key = publish.verifier_key()
    parse_verifier_key(key)
    report = verify(publish.fetch, trusted_key=key)
    for step in report.steps:
        yield Line(
            "5 verify",
            step.ok is not False,
            f"{step.title.render(PLAIN)}: {step.words.render(PLAIN)}",
            "the public files alone",
        )


def shown() -> Iterator[Line]:
    client = Client()
    wanted = [
        reverse("share:home"),
        reverse("charter:remit", args=[instruments.REMIT]),
        reverse("decide:ballot", args=[story.BALLOT]),
        reverse("decide:project", args=[story.BALLOT, story.REFUSED_PROJECT]),
        reverse("fund:money", args=[instruments.REMIT]),
        reverse("share:record", args=[steps.key_of("over-the-cap")]),
        reverse("share:records"),
        reverse("share:verify"),
    ]
    answers = {url: client.get(url, headers={"host": "localhost"}) for url in wanted}
    wrong = [url for url, answer in answers.items() if answer.status_code != 200]
    yield Line(
        "6 pages",
        not wrong,
        f"{len(wanted)} pages answer" if not wrong else f"these do not: {wrong}",
        "asked for, each",
    )
