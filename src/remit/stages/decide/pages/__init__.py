"""Ballots, projects and decisions as pages, and the forms by which something is decided."""

from remit.stages.decide.pages.ballots import adopt, ballot, ballots, project
from remit.stages.decide.pages.deciding import decide, respond
from remit.stages.decide.pages.decisions import decisions

__all__ = ["adopt", "ballot", "ballots", "decide", "decisions", "project", "respond"]
