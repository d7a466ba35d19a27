"""Where the public account is read: by people, and by machines that check it."""

from django.urls import path

from remit.stages.share import pages

app_name = "share"
urlpatterns = [
    path("", pages.home, name="home"),
    path("record", pages.records, name="records"),
    path("record/<uuid:key>", pages.record, name="record"),
    path("verify", pages.verify, name="verify"),
]
machines = [
    path("log/<path:path>", pages.log_file, name="log-file"),
    path("books.csv", pages.books, name="books"),
    path("ballots/<str:name>", pages.ballots, name="ballot-file"),
]
