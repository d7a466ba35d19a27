"""Where remits are read."""

from django.urls import path

from remit.stages.charter import pages
from remit.stages.charter.pages.drafts import draft, drafts
from remit.stages.charter.pages.grant import grant, vary
from remit.stages.charter.pages.life import CHANGES
from remit.stages.charter.pages.may_i import may_i
from remit.stages.charter.pages.may_i_api import ask
from remit.stages.charter.pages.requests import request_page, requests
from remit.stages.charter.pages.trying import try_draft, try_remit

app_name = "charter"
urlpatterns = [
    path("remits", pages.remits, name="remits"),
    path("register", pages.register, name="register"),
    path("remits/<name:code>", pages.remit, name="remit"),
    path("remits/<name:code>/legal", pages.legal, name="legal"),
    path("remits/<name:code>/easy-read", pages.easy_read, name="easy-read"),
    path("remits/<name:code>/history", pages.history, name="history"),
    path("remits/<name:code>/versions/<int:number>", pages.version, name="version"),
    path("remits/<name:code>/file", pages.file, name="file"),
    path("remits/<name:code>/file/<name:topic>", pages.put_on_file, name="put-on-file"),
    *(
        path(f"remits/<name:code>/{what}", pages.change, {"what": what}, name=what)
        for what in CHANGES
    ),
    path("remits/<name:code>/may-i", may_i, name="may-i"),
    path("remits/<name:code>/grant", grant, name="grant"),
    path("remits/<name:code>/vary", vary, name="vary"),
    path("remits/<name:code>/try", try_remit, name="try"),
    path("remits/<name:code>/drafts", drafts, name="drafts"),
    path("remits/<name:code>/drafts/<name:draft>", draft, name="draft"),
    path("remits/<name:code>/drafts/<name:draft>/try", try_draft, name="try-draft"),
    path("requests", requests, name="requests"),
    path("requests/<uuid:key>", request_page, name="request"),
]
machines = [
    path("api/remits/<name:code>/ask", ask, name="ask"),
    path("register.csv", pages.register_csv, name="register-csv"),
    path("register.json", pages.register_json, name="register-json"),
    path("remits/<name:code>/instrument.yaml", pages.instrument_as_yaml, name="instrument-yaml"),
    path("remits/<name:code>/instrument.json", pages.instrument_as_json, name="instrument-json"),
]
