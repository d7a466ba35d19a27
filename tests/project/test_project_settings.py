"""Safe when nothing is set; with TLS, nothing travels without it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.project.programs import python

LOOK = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "remit.project.settings"
import django
django.setup()
from django.conf import settings
from django.test import Client
client = Client()
plain = client.get("/en/kit", headers={"host": "localhost"})
through = client.get(
    "/en/kit", headers={"host": "localhost", "x-forwarded-proto": "https"}
)
other = client.get("/en/kit", headers={"host": "remit.example"}, secure=True)
names = (
    "DEBUG", "DEMO", "ALLOWED_HOSTS", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE",
    "SESSION_COOKIE_HTTPONLY", "CSRF_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE",
    "CSRF_COOKIE_SAMESITE", "SESSION_COOKIE_AGE", "LOG_ORIGIN", "KEY_FILE", "PUBLIC_FOLDER",
    "TIME_ZONE", "INSTALLED_APPS",
)
print(json.dumps({
    **{name: getattr(settings, name) for name in names},
    "languages": [code for code, _ in settings.LANGUAGES],
    "plain": [plain.status_code, dict(plain.headers)],
    "through": [through.status_code, dict(through.headers)],
    "other": other.status_code,
    "claimed": through.wsgi_request.is_secure(),
}))
"""


def looked(home: Path, **settings: str) -> dict[str, Any]:
    done = python("-c", LOOK, home=home, **settings)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The settings where nothing is set but the data folder."""
    return looked(tmp_path_factory.mktemp("untouched"))


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The settings behind a proxy that speaks TLS."""
    folder = tmp_path_factory.mktemp("encrypted")
    return looked(folder, REMIT_TLS="1", REMIT_HOSTS="remit.example, localhost")


def test_nothing_is_open_that_nobody_opened(untouched: dict[str, Any]) -> None:
    assert untouched["DEBUG"] is False and untouched["DEMO"] is False
    assert untouched["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost", "[::1]"]
    assert untouched["languages"] == ["en", "pl"]
    assert not [app for app in untouched["INSTALLED_APPS"] if "admin" in app or "auth" in app]
    assert untouched["other"] == 400


def test_one_answers_on_ones_own_machine_without_tls(untouched: dict[str, Any]) -> None:
    status, headers = untouched["plain"]
    assert status == 200 and "Strict-Transport-Security" not in headers
    assert untouched["SESSION_COOKIE_SECURE"] is untouched["CSRF_COOKIE_SECURE"] is False


@pytest.mark.parametrize("which", ["untouched", "encrypted"])
def test_cookies_are_out_of_reach_for_scripts_and_other_sites(
    which: str, request: pytest.FixtureRequest
) -> None:
    found = request.getfixturevalue(which)
    for name in ("SESSION", "CSRF"):
        assert found[f"{name}_COOKIE_HTTPONLY"] is True
        assert found[f"{name}_COOKIE_SAMESITE"] == "Lax"
    assert found["SESSION_COOKIE_AGE"] == 8 * 3600


def test_with_tls_a_page_without_it_leads_to_one_with_it(encrypted: dict[str, Any]) -> None:
    status, headers = encrypted["plain"]
    assert (status, headers["Location"]) == (301, "https://localhost/en/kit")
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_with_tls_a_browser_is_told_to_stay_with_it(encrypted: dict[str, Any]) -> None:
    status, headers = encrypted["through"]
    assert status == 200 and encrypted["claimed"] is True
    assert headers["Strict-Transport-Security"] == "max-age=63072000"


def test_with_tls_cookies_travel_by_it_alone(encrypted: dict[str, Any]) -> None:
    assert encrypted["SESSION_COOKIE_SECURE"] is encrypted["CSRF_COOKIE_SECURE"] is True


def test_the_hosts_are_those_that_were_named(encrypted: dict[str, Any]) -> None:
    assert encrypted["ALLOWED_HOSTS"] == ["remit.example", "localhost"]
    assert encrypted["other"] == 200


def test_without_tls_nobody_may_claim_that_there_is(untouched: dict[str, Any]) -> None:
    """The header is a proxy's; without a proxy any visitor could send it."""
    assert untouched["through"][0] == 200
    assert untouched["claimed"] is False


def test_what_was_set_is_what_counts(tmp_path: Path) -> None:
    found = looked(
        tmp_path,
        REMIT_DEMO="yes",
        REMIT_PSEUDO_LANGUAGE="on",
        REMIT_LOG_ORIGIN="agency.example/log",
        REMIT_KEY_FILE="/srv/key",
        REMIT_PUBLIC="/srv/public",
        REMIT_TIME_ZONE="Europe/Warsaw",
    )
    names = ("DEMO", "LOG_ORIGIN", "KEY_FILE", "PUBLIC_FOLDER", "TIME_ZONE")
    assert [found[name] for name in names] == [
        True,
        "agency.example/log",
        "/srv/key",
        "/srv/public",
        "Europe/Warsaw",
    ]
    assert found["languages"] == ["en", "pl", "en-xa"]
