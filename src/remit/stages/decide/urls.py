"""Where ballots, projects and decisions are read, and a project is adopted."""

from django.urls import path

from remit.stages.decide import pages

app_name = "decide"
urlpatterns = [
    path("ballots", pages.ballots, name="ballots"),
    path("ballots/<str:code>", pages.ballot, name="ballot"),
    path("ballots/<str:code>/projects/<str:project>", pages.project, name="project"),
    path("ballots/<str:code>/projects/<str:project>/adopt", pages.adopt, name="adopt"),
    path("remits/<str:code>/decisions", pages.decisions, name="decisions"),
]
