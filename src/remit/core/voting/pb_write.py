"""Write an election as a `.pb` file that anybody can count again.

The same election always gives the same bytes, whatever order its ballots once had. Voters are
numbered in the order of their sorted ballots, and nothing else is said about them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from remit.core.voting.election import COUNTED_KEYS, Election


def write_pb(election: Election) -> bytes:
    """The election in UTF-8, one line a ballot."""
    lines = [*_meta(election), *_projects(election), *_votes(election)]
    return "".join(line + "\n" for line in lines).encode()


def _meta(election: Election) -> Iterator[str]:
    stated = {key: value for key, value in election.meta if key not in COUNTED_KEYS}
    yield "META"
    yield _row(("key", "value"))
    for key, value in stated.items():
        yield _row((key, value))
    if "vote_type" not in stated:
        yield _row(("vote_type", "approval"))
    yield _row(("num_projects", str(len(election.projects))))
    yield _row(("num_votes", str(election.voters)))
    yield _row(("budget", _amount(election.budget, scale=election.scale)))
    yield _row(("currency", election.currency))


def _projects(election: Election) -> Iterator[str]:
    extra = list(dict.fromkeys(key for p in election.projects for key, _ in p.details))
    official = ["selected"] if election.official else []
    yield "PROJECTS"
    yield _row(["project_id", "cost", "votes", "name", *official, *extra])
    for project, votes in zip(election.projects, election.votes, strict=True):
        details = dict(project.details)
        selected = ["1" if project.id in election.official else "0"] if official else []
        yield _row(
            [
                project.id,
                _amount(project.cost, scale=election.scale),
                str(votes),
                project.name,
                *selected,
                *(details.get(key, "") for key in extra),
            ]
        )


def _votes(election: Election) -> Iterator[str]:
    ids = [project.id for project in election.projects]
    yield "VOTES"
    yield _row(("voter_id", "vote"))
    voter = 0
    for ballot in election.ballots:
        vote = ",".join(ids[index] for index in ballot.projects)
        for _ in range(ballot.weight):
            voter += 1
            yield _row((str(voter), vote))


def _row(fields: Iterable[str]) -> str:
    return ";".join(_quoted(field) for field in fields)


def _quoted(field: str) -> str:
    if any(mark in field for mark in ';"\n\r'):
        return '"' + field.replace('"', '""') + '"'
    return field


def _amount(amount: int, *, scale: int) -> str:
    whole, rest = divmod(amount, scale)
    return f"{whole}.{rest:0{len(str(scale)) - 1}d}" if scale > 1 else str(whole)
