"""Commitments, payments, and what is given back."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy


class FundConfig(AppConfig):
    name = "remit.stages.fund"
    label = "fund"

    def ready(self) -> None:
        from remit.record import registry
        from remit.stages.charter.tabs import TABS
        from remit.stages.fund import acts

        TABS.append((gettext_lazy("Money"), "fund:money"))
        registry.register(acts.Commit, acts.Submit, acts.Approve, acts.Pay, acts.Release)
