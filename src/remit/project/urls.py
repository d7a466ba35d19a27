"""Every address. Pages carry their language; what machines read does not."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from remit.project import pages
from remit.stages.charter.urls import machines as charter_machines
from remit.stages.share.urls import machines

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include([*machines, *charter_machines])),
    *i18n_patterns(
        path("", include("remit.stages.share.urls")),
        path("", include("remit.stages.charter.urls")),
        path("", include("remit.stages.decide.urls")),
        path("", include("remit.stages.fund.urls")),
        path("", include("remit.web.urls")),
        path("part", pages.part, name="part"),
    ),
]
handler400 = "remit.web.errors.bad_request"
handler403 = "remit.web.errors.forbidden"
handler404 = "remit.web.errors.not_found"
handler500 = "remit.web.errors.server_error"
