"""Settings with safe defaults. What an operator may change comes from `environment`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from remit.project import environment

try:
    # Debian 12's SQLite can corrupt a database in WAL mode; this build of the library cannot.
    import pysqlite3
except ImportError:
    pass
else:
    sys.modules["sqlite3"] = pysqlite3

HOME = environment.home()
DEBUG = False
SECRET_KEY = environment.secret(HOME)
DEMO = environment.flag("REMIT_DEMO")
DEMO_DAY = date(2023, 11, 20)
ALLOWED_HOSTS = environment.names("REMIT_HOSTS", "127.0.0.1,localhost,[::1]")
TLS = environment.flag("REMIT_TLS")
LOG_ORIGIN = environment.origin("REMIT_LOG_ORIGIN", "remit.example/log")
KEY_FILE = environment.text("REMIT_KEY_FILE") or str(HOME / "log-key")
PUBLIC_FOLDER = environment.text("REMIT_PUBLIC") or str(HOME / "public")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "remit.people",
    "remit.record",
    "remit.web",
    "remit.stages.charter",
    "remit.stages.decide",
    "remit.stages.fund",
    "remit.stages.share",
    "remit.project",
]
MIDDLEWARE = [
    "remit.web.middleware.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "remit.project.edge.EdgeMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "remit.people.signin.ActorMiddleware",
]
ROOT_URLCONF = "remit.project.urls"
WSGI_APPLICATION = "remit.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "remit.project.context.everywhere",
            ],
            "builtins": ["remit.web.templatetags.kit", "django.templatetags.i18n"],
        },
    }
]
WEB_HOME = "share:home"
WEB_RECORD = "share:record"
WEB_SIGN_IN = "part"
WEB_NAV = [
    (_("Remits"), "charter:remits"),
    (_("Ballots"), "decide:ballots"),
    (_("Record"), "share:records"),
    (_("Check it yourself"), "share:verify"),
]
WEB_SLOTS = {
    "demo": "project/demo.html",
    "persona": "project/persona.html",
    "footer": "project/footer.html",
}
FORM_RENDERER = "remit.web.forms.KitRenderer"
DATABASES = {"default": environment.database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("pl", "Polski")]
if environment.flag("REMIT_PSEUDO_LANGUAGE"):
    LANGUAGES.append(("en-xa", "Pseudo"))
    import django.conf.locale

    django.conf.locale.LANG_INFO["en-xa"] = {
        "bidi": False,
        "code": "en-xa",
        "name": "Pseudo",
        "name_local": "Pseudo",
    }
LOCALE_PATHS = [str(Path(__file__).resolve().parents[1] / "locale")]
USE_I18N = USE_TZ = True
TIME_ZONE = environment.zone("REMIT_TIME_ZONE", "UTC")

STATIC_URL = "/static/"
STATIC_ROOT = str(HOME / "static")
Path(STATIC_ROOT).mkdir(exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True

SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = TLS
SECURE_HSTS_SECONDS = 63_072_000 if TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TLS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "remit.web.errors.csrf_failure"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
