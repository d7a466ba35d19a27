"""Where remits are read."""

from django.urls import path

from remit.stages.charter import pages

app_name = "charter"
urlpatterns = [
    path("remits", pages.remits, name="remits"),
    path("remits/<name:code>", pages.remit, name="remit"),
]
