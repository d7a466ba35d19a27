"""Where ballots, projects and decisions are read, and a project is adopted."""

from django.urls import path

from remit.stages.decide import pages

app_name = "decide"
urlpatterns = [
    path("ballots", pages.ballots, name="ballots"),
    path("ballots/<name:code>", pages.ballot, name="ballot"),
    path("ballots/<name:code>/projects/<name:project>", pages.project, name="project"),
    path("ballots/<name:code>/projects/<name:project>/adopt", pages.adopt, name="adopt"),
    path("remits/<name:code>/decisions", pages.decisions, name="decisions"),
    path("remits/<name:code>/decide", pages.decide, name="decide"),
    path("remits/<name:code>/respond", pages.respond, name="respond"),
]
