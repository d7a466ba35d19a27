"""A remit is granted and backed."""

from django.apps import AppConfig


class CharterConfig(AppConfig):
    name = "remit.stages.charter"
    label = "charter"

    def ready(self) -> None:
        from remit.record import registry
        from remit.stages.charter import acts, jobs

        registry.register(acts.Establish, acts.GrantRemit, acts.SignBacking, acts.Lapse)
        registry.REACTIONS[acts.GrantRemit.kind] = [jobs.plan_lapse]
        registry.HANDLERS[jobs.LAPSE] = jobs.lapse
