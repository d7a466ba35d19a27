"""Commitments, payments, and what is given back."""

from django.apps import AppConfig


class FundConfig(AppConfig):
    name = "remit.stages.fund"
    label = "fund"

    def ready(self) -> None:
        from remit.record import registry
        from remit.stages.fund import acts

        registry.register(acts.Commit, acts.Submit, acts.Approve, acts.Pay, acts.Release)
