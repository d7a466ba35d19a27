"""The kit's own page, on which every component is shown in its states."""

from django.urls import path

from remit.web import pages

app_name = "web"
urlpatterns = [path("kit", pages.kit, name="kit")]
