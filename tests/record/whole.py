"""A town in which every table has a row."""

from __future__ import annotations

import pytest

from remit.record.perform import Asked
from remit.stages.charter.acts import DraftRemit, Raise
from remit.stages.decide.acts import Accept
from tests.town import ASK_ABOVE, ROOT, Town, commit, residents, said, told


def whole() -> Town:
    """The whole story, and then something filed, something answered and something asked."""
    town = told("paid")
    town.do(Raise(topic="concern", figures={}, text=said("A fence is loose.")))
    town.do(DraftRemit(instrument=residents(), reasons=said("A draft.")), under=ROOT)
    town.do(Accept(item="r-1", recommendation=said("More trees."), reasons=said("Yes.")))
    with pytest.raises(Asked):
        town.do(commit("1", ASK_ABOVE + 1))
    return town
