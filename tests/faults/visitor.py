"""Somebody at a browser without JavaScript: cookies, forms, and no following of redirects."""

from __future__ import annotations

import re
import urllib.request
from dataclasses import dataclass
from email.message import Message
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from uuid import uuid4

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
SECONDS = 30


class Stay(urllib.request.HTTPRedirectHandler):
    """The redirect is the answer: what stands behind it is another question."""

    def redirect_request(self, *_: Any) -> None:
        return None


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: Message
    text: str

    @property
    def hidden(self) -> dict[str, str]:
        """The fields that a form carries unseen."""
        return dict(HIDDEN.findall(self.text))


class Visitor:
    """Goes by addresses of one site."""

    def __init__(self, at: str) -> None:
        self.at = at
        direct = urllib.request.ProxyHandler({})
        keeps = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(direct, keeps, Stay)

    def get(self, path: str) -> Reply:
        return self.ask(path, None)

    def post(self, path: str, **fields: object) -> Reply:
        return self.ask(path, urlencode(fields).encode())

    def ask(self, path: str, data: bytes | None) -> Reply:
        try:
            with self.opener.open(f"{self.at}{path}", data, timeout=SECONDS) as answer:
                return Reply(answer.status, answer.headers, answer.read().decode())
        except HTTPError as answer:
            with answer:
                return Reply(answer.code, answer.headers, answer.read().decode())

    def take_part(self, position: str) -> None:
        """Act in this position from now on."""
        token = self.get("/en/part").hidden["csrfmiddlewaretoken"]
        taken = self.post("/en/part", csrfmiddlewaretoken=token, position=position)
        assert taken.status == 302

    def adopt(self, project: str, *, amount: int, token: str) -> str | None:
        """Send the form under a key that nobody had; the key, once the answer was a redirect."""
        key = str(uuid4())
        sent = self.post(
            f"/en/ballots/green/projects/{project}/adopt",
            csrfmiddlewaretoken=token,
            key=key,
            amount=amount,
            purpose="green",
            matter="none",
        )
        if sent.status == 302:
            assert sent.headers["Location"] == f"/en/record/{key}"
            return key
        return None
