"""Where the money under a remit is read."""

from django.urls import path

from remit.stages.fund import pages

app_name = "fund"
urlpatterns = [path("remits/<name:code>/money", pages.money, name="money")]
