"""Where the public account is read: by people, and by machines that check it."""

from django.urls import path

from remit.stages.share import pages

app_name = "share"
urlpatterns = [
    path("", pages.home, name="home"),
    path("record", pages.records, name="records"),
    path("record/<uuid:key>", pages.record, name="record"),
    path("record/<uuid:key>/certificate", pages.certificate, name="certificate"),
    path("verify", pages.verify, name="verify"),
]
machines = [
    path("record/<uuid:key>/certificate.json", pages.certificate_json, name="certificate-json"),
    path("record/<uuid:key>/certificate.pdf", pages.certificate_pdf, name="certificate-pdf"),
    path("log/<path:path>", pages.log_file, name="log-file"),
    path("books.csv", pages.books, name="books"),
    path("ballots/<str:name>", pages.ballots, name="ballot-file"),
]
