"""Who acts."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "remit.people"
    label = "people"
