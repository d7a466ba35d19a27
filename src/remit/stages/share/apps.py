"""The public account: what happened, and how to check it."""

from django.apps import AppConfig


class ShareConfig(AppConfig):
    name = "remit.stages.share"
    label = "share"
