"""Counting a ballot, outside the act that publishes the result: it may take its time."""

from __future__ import annotations

from remit.core.voting import read_pb, rule_from_json, tally
from remit.stages.decide.acts import PublishTally
from remit.stages.decide.models import Ballot


def count(code: str) -> PublishTally:
    """Count a ballot by its rule; the act that publishes the result. LookupError if unknown."""
    row = Ballot.objects.filter(code=code).first()
    if row is None:
        raise LookupError(code)
    election = read_pb(row.ballots.encode(), name=f"{row.ballots_sha256}.pb")
    return PublishTally(
        ballot=code,
        ballots_sha256=row.ballots_sha256,
        rule_sha256=row.rule_sha256,
        outcome=tally(election, rule_from_json(row.rule)),
    )
