"""Ballots, and the decisions that follow from them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy


class DecideConfig(AppConfig):
    name = "remit.stages.decide"
    label = "decide"

    def ready(self) -> None:
        from remit.record import registry
        from remit.stages.charter.offers import USES
        from remit.stages.charter.tabs import TABS
        from remit.stages.decide import acts, offers, reads

        registry.register(acts.OpenBallot, acts.ImportBallots, acts.PublishTally, acts.Adopt)
        registry.register(acts.Decide, acts.Accept, acts.Alter, acts.Decline)
        USES[:0] = offers.OFFERS
        TABS.append((gettext_lazy("Decisions"), "decide:decisions"))
        registry.PUBLISHERS.append(reads.ballot_files)
