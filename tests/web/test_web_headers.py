"""Every answer, whatever it is, tells the browser what our pages never do."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from remit.web.middleware import HEADERS

ADDRESSES = {
    "/en/kit": 200,
    "/": 302,
    "/unreadable": 400,
    "/closed": 403,
    "/nowhere": 404,
    "/ended": 410,
    "/broken": 500,
    "/books.csv": 404,
    "/static/web/base.css": 200,
    "/static/web/kit.js": 200,
    "/static/web/nothing.css": 404,
}


def wrong(answer: HttpResponse) -> dict[str, str | None]:
    return {name: answer.get(name) for name, value in HEADERS.items() if answer.get(name) != value}


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_headers_are_on_every_answer(troubled: Client, address: str) -> None:
    answer = troubled.get(address)
    assert answer.status_code == ADDRESSES[address]
    assert wrong(answer) == {}


def test_they_are_on_a_file_that_has_not_changed(client: Client) -> None:
    first = client.get("/static/web/base.css")
    again = client.get("/static/web/base.css", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert wrong(again) == {}


def test_they_are_on_other_methods(troubled: Client) -> None:
    head, post = troubled.head("/en/kit"), troubled.post("/only-read")
    assert (head.status_code, post.status_code) == (200, 405)
    assert wrong(head) == wrong(post) == {}


def test_they_are_on_a_form_that_is_refused() -> None:
    answer = Client(enforce_csrf_checks=True).post("/en/kit")
    assert answer.status_code == 403
    assert wrong(answer) == {}


def test_they_are_on_an_answer_to_another_host(client: Client) -> None:
    answer = client.get("/en/kit", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert wrong(answer) == {}


def test_the_policy_has_no_exception() -> None:
    policy = dict(part.split(" ", 1) for part in HEADERS["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert set(policy.values()) == {"'none'", "'self'"}
    assert not re.search(r"unsafe|\*|http|data:|blob:|nonce", " ".join(policy.values()))
    assert {"frame-ancestors", "base-uri", "form-action"} <= policy.keys()


def test_a_browser_is_not_to_guess_or_to_frame() -> None:
    assert HEADERS["X-Content-Type-Options"] == "nosniff"
    assert HEADERS["X-Frame-Options"] == "DENY"
    assert HEADERS["Referrer-Policy"] == "same-origin"
    assert "camera=()" in HEADERS["Permissions-Policy"]
