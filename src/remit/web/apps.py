"""The page kit as a Django application."""

from django.apps import AppConfig
from django.urls import register_converter


class WebConfig(AppConfig):
    name = "remit.web"
    label = "web"

    def ready(self) -> None:
        from remit.web.addresses import NameConverter

        register_converter(NameConverter, "name")
