"""A small agency's published folder, made by hand: the story that `verify` is tried on."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from remit.core.ledger import Entry, Posting, read_posting, write_books_csv
from remit.core.log import (
    Checkpoint,
    SignerKey,
    Tree,
    canonical_sha256,
    changed_files,
    encode_leaf,
    leaf_hash,
    sign_checkpoint,
)
from remit.core.voting import (
    PRESETS,
    Election,
    Project,
    merged,
    outcome_json,
    rule_json,
    tally,
    write_pb,
)

Record = dict[str, Any]
Files = dict[str, bytes]
SIZE = 300
RULE = PRESETS["wieliczka2023"]
SIGNER = SignerKey.from_seed(bytes(range(32)), name="example.org/remit")


def election() -> Election:
    costs = {"1": 400, "2": 300, "3": 900}
    return Election(
        name="small",
        meta=(("vote_type", "approval"),),
        projects=tuple(Project(id=p, name=f"Project {p}", cost=c) for p, c in costs.items()),
        budget=1000,
        scale=1,
        currency="PLN",
        ballots=merged([[0], [0], [0, 1], [1], [1], [2], [0, 2]]),
        voters=7,
        official=(),
    )


def record(kind: str, number: int, **fields: Any) -> Record:
    made: Record = {
        "v": 1,
        "kind": kind,
        "at": "2023-05-02T10:00:00Z",
        "by": {"position": "clerk", "person": "ab" * 32},
        "under": {"remit": "W-2023", "version": 1},
        "key": f"00000000-0000-4000-8000-{number:012d}",
        "outcome": "done",
        "act": {},
        "findings": [{"clause": "B1", "kind": "period", "verdict": "met", "code": "in_period"}],
        "postings": [],
    }
    return {**made, **fields}


def move(debit: str, credit: str, amount: int) -> dict[str, object]:
    return Posting(debit, credit, amount, "PLN").as_json()


def told_records(ballots: bytes, *, size: int) -> list[Record]:
    """A ballot that is counted, its winners adopted and paid, one act refused and one asked for."""
    outcome = tally(election(), RULE)
    digest = hashlib.sha256(ballots).hexdigest()
    rule = {"rule": rule_json(RULE), "rule_sha256": canonical_sha256(rule_json(RULE))}
    grant = [
        move("appropriation", "outside", 200_000),
        move("W-2023/envelope", "appropriation", 100_000),
    ]
    acts: list[tuple[str, Record]] = [
        ("agency.establish", {"under": None, "findings": []}),
        ("charter.grant", {"postings": grant}),
        ("decide.open_ballot", {"act": {"ballot": "G", **rule}}),
        (
            "decide.import_ballots",
            {"act": {"ballot": "G", "ballots_sha256": digest, "projects": 3, "voters": 7}},
        ),
        (
            "decide.publish_tally",
            {
                "act": {
                    "ballot": "G",
                    "ballots_sha256": digest,
                    "rule_sha256": rule["rule_sha256"],
                    "winners": list(outcome.winners),
                    "spent": outcome.spent,
                    "outcome_sha256": canonical_sha256(outcome_json(outcome)),
                }
            },
        ),
    ]
    costs = {project.id: project.cost * 100 for project in election().projects}
    for project in outcome.winners:
        act = {"ballot": "G", "project": project, "amount": costs[project]}
        held = move(f"W-2023/reserved/{project}", "W-2023/envelope", costs[project])
        acts.append(("decide.adopt", {"act": act, "postings": [held]}))
    breach = {"clause": "B4", "kind": "per_act_cap", "verdict": "breached", "code": "above_cap"}
    act = {"ballot": "G", "project": "3", "amount": 90_000}
    acts.append(("decide.adopt", {"act": act, "outcome": "refused", "findings": [breach]}))
    acts.append(("fund.commit", {"outcome": "asked", "findings": [{**breach, "verdict": "needs"}]}))
    acts.append(
        ("fund.commit", {"postings": [move("W-2023/committed/1", "W-2023/reserved/1", 40_000)]})
    )
    acts.append(("fund.pay", {"postings": [move("W-2023/paid/1", "W-2023/committed/1", 15_000)]}))
    acts.extend(("share.note", {"act": {"note": n}}) for n in range(size - len(acts)))
    return [record(kind, number, **fields) for number, (kind, fields) in enumerate(acts)]


def entries_of(records: Iterable[Record]) -> list[Entry]:
    found = []
    for index, made in enumerate(records):
        for posting in made.get("postings", ()):
            read = read_posting(posting)
            if isinstance(read, Posting):
                found.append(Entry(index, read))
    return found


def sealed(leaves: list[bytes], *, signer: SignerKey) -> Files:
    tree = Tree()
    for leaf in leaves:
        tree.append(leaf_hash(leaf))
    changed = changed_files(
        0, len(leaves), subtree=tree.subtree, entries=lambda lo, hi: leaves[lo:hi]
    )
    files = {f"log/{path}": data for path, data in changed}
    checkpoint = Checkpoint(signer.name, len(leaves), tree.root())
    files["log/checkpoint"] = sign_checkpoint(checkpoint, signer=signer)
    files["log/key"] = f"{signer.verifier}\n".encode()
    return files


class Story:
    """The records, to be changed at will, and the folder that an agency would publish of them."""

    def __init__(self, size: int = SIZE) -> None:
        self.signer = SIGNER
        self.key = str(SIGNER.verifier)
        self.ballots = write_pb(election())
        self.records = copy.deepcopy(told_records(self.ballots, size=size))

    def publish(self, *, size: int | None = None, signer: SignerKey = SIGNER) -> Files:
        records = self.records[:size]
        files = sealed([encode_leaf(made) for made in records], signer=signer)
        files["books.csv"] = write_books_csv(entries_of(records))
        files[f"ballots/{hashlib.sha256(self.ballots).hexdigest()}.pb"] = self.ballots
        return files

    def find(self, kind: str, *, outcome: str = "done") -> Record:
        found = (made for made in self.records if made["kind"] == kind)
        return next(made for made in found if made["outcome"] == outcome)


@pytest.fixture
def make_story() -> Callable[[int], Story]:
    return Story


@pytest.fixture
def story() -> Story:
    """Long enough for two bundles of entries, and tiles on two levels."""
    return Story()


@pytest.fixture
def seal() -> Callable[..., Files]:
    return sealed


@pytest.fixture(scope="session")
def published() -> Files:
    """The story as it is, published; not to be changed."""
    return Story().publish()
