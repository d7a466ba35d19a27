"""Small elections for the tests of voting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from remit.core.voting import Election, Project, merged, read_pb

MakeElection = Callable[..., Election]


@pytest.fixture(scope="session")
def make_election() -> MakeElection:
    """`make({"a": 10}, ["a", "ab"], budget=10)`: ids are letters, a ballot is a string of them."""

    def make(costs: Mapping[str, int], ballots: Iterable[str], *, budget: int) -> Election:
        at = {project: index for index, project in enumerate(costs)}
        marks = [[at[project] for project in ballot] for ballot in ballots]
        return Election(
            name="small",
            meta=(("vote_type", "approval"),),
            projects=tuple(Project(id=p, name=f"Project {p}", cost=c) for p, c in costs.items()),
            budget=budget,
            scale=1,
            currency="EUR",
            ballots=merged(marks),
            voters=len(marks),
            official=(),
        )

    return make


@pytest.fixture(scope="session")
def real_election(shared_path: Callable[[str], object]) -> Callable[[str], Election]:
    """An election of the reference data, by file name, read once."""
    read: dict[str, Election] = {}

    def find(name: str) -> Election:
        if name not in read:
            path = shared_path(f"data/pabulib/{name}")
            read[name] = read_pb(path.read_bytes(), name=name)  # type: ignore[attr-defined]
        return read[name]

    return find
