"""A remit is granted and backed."""

from django.apps import AppConfig


class CharterConfig(AppConfig):
    name = "remit.stages.charter"
    label = "charter"

    def ready(self) -> None:
        from remit.record import registry
        from remit.stages.charter import acts, jobs

        registry.register(
            *(acts.Establish, acts.DraftRemit, acts.GrantRemit, acts.TakeUp),
            *(acts.SignBacking, acts.WithdrawBacking, acts.WarnOfBacking),
            *(acts.Suspend, acts.Resume, acts.Vary),
            *(acts.Lapse, acts.Revoke, acts.EndRemit),
            *(acts.Advise, acts.Verify, acts.Declare, acts.PutOnFile),
            *(acts.Attest, acts.Raise, acts.Lift, acts.Direct),
            *(acts.Agree, acts.DeclineRequest, acts.Silence),
        )
        for kind in (acts.GrantRemit.kind, acts.Vary.kind):
            registry.REACTIONS[kind] = [jobs.plan_lapse]
        registry.REACTIONS[acts.SignBacking.kind] = [jobs.plan_warnings]
        registry.WAITING.append(jobs.plan_silence)
        registry.HANDLERS[jobs.LAPSE] = jobs.lapse
        registry.HANDLERS[jobs.WARN] = jobs.warn
        registry.HANDLERS[jobs.SILENCE] = jobs.silence
