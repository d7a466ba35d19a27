"""The programme that the rooms make up: settings, addresses, commands, the demonstration."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "remit.project"
    label = "project"
