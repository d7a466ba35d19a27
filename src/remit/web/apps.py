"""The page kit as a Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "remit.web"
    label = "web"
