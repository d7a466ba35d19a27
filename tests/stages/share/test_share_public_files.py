"""The files by which anybody checks the record: as they lie there, and nothing besides them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client

from remit.core.verify import verify
from remit.record import sealer
from tests.town import Town

FOREVER = "public, max-age=31536000, immutable"


@pytest.fixture
def public(town_at: Callable[[str], Town], home: Path) -> Path:
    """The folder of a sealed town."""
    town_at("paid")
    sealer.seal()
    return home / "public"


def body(answer: HttpResponse) -> bytes:
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def published(public: Path) -> list[str]:
    found = [path for path in public.rglob("*") if path.is_file()]
    return sorted(str(p.relative_to(public)) for p in found if not p.name.startswith("."))


def test_each_file_is_sent_as_it_lies_there(public: Path, client: Client) -> None:
    names = published(public)
    assert {name.split("/")[0] for name in names} == {"log", "books.csv", "ballots"}
    for name in names:
        answer = client.get(f"/{name}")
        assert body(answer) == (public / name).read_bytes(), name
        assert int(answer["Content-Length"]) == (public / name).stat().st_size


def test_what_can_change_is_asked_for_anew_and_the_rest_is_kept(
    public: Path, client: Client
) -> None:
    for name in published(public):
        expected = "no-cache" if name in ("log/checkpoint", "books.csv") else FOREVER
        assert client.get(f"/{name}")["Cache-Control"] == expected, name


def test_each_file_says_what_it_is(public: Path, client: Client) -> None:
    for name in published(public):
        kind = client.get(f"/{name}")["Content-Type"]
        if "/tile/" in name:
            assert kind == "application/octet-stream"
        elif name.endswith(".csv"):
            assert kind == "text/csv; charset=utf-8"
        else:
            assert kind == "text/plain; charset=utf-8"


def test_what_visitors_fetch_is_enough_to_check_everything(public: Path, client: Client) -> None:
    def fetch(path: str) -> bytes:
        return body(client.get(f"/{path}"))

    report = verify(fetch, trusted_key=None)
    assert report.ok, report.first_problem


def test_fetching_needs_no_database_and_makes_no_session(
    public: Path, client: Client, django_assert_num_queries: Callable[..., object]
) -> None:
    with django_assert_num_queries(0):  # type: ignore[attr-defined]
        for name in published(public):
            body(client.get(f"/{name}"))
    assert not client.cookies


SECRET = "what is nobody's business"


NOT_THERE = (
    "/log/../log-key",
    "/log/../../log-key",
    "/log/%2e%2e/log-key",
    "/log/..%2flog-key",
    "/log/%2e%2e%2f%2e%2e%2flog-key",
    "/log//etc/passwd",
    "/log/tile/../../../log-key",
    "/log/tile/0/../../../../log-key",
    "/log/checkpoint/../../log-key",
    "/log/log-key",
    "/log/.hidden",
    "/log/../.lock",
    "/log/tile",
    "/log/tile/",
    "/log/tile/0",
    "/log/",
    "/log/checkpoint/",
    "/log/checkpoint%00",
    "/log/checkpoint%0a",
    "/log/CHECKPOINT",
    "/log/tile/0/000",
    "/log/tile/0/001.p/1",
    "/log/tile/999/000",
    "/log/tile/-1/000",
    "/log/tile/entries/000.p/999",
    "/log/tile/0/x001/000",
    "/log/secret",
    "/books.csv.bak",
    "/secret-key",
    "/remit.sqlite3",
    "/log-key",
)
NO_BALLOTS = (
    "0" * 64 + ".pb",
    "park.pb",
    "..",
    "..%2f..%2flog-key",
    "%2e%2e%2flog-key",
    "A" * 64 + ".pb",
    "0" * 63 + ".pb",
    "0" * 64 + ".pb%00",
    "",
)


def test_nothing_else_is_sent(public: Path, client: Client, home: Path) -> None:
    for place in (home / "log-key", home / "secret", public / "log" / "secret"):
        place.write_text(SECRET)
    (public / "log" / ".hidden").write_text(SECRET)
    for address in NOT_THERE:
        answer = client.get(address, follow=True)
        assert answer.status_code == 404, address
        assert SECRET.encode() not in answer.content, address


def test_ballots_are_known_by_their_digest_alone(public: Path, client: Client) -> None:
    for name in ("park.pb", "park"):
        (public / "ballots" / name).write_text(SECRET)
    for name in NO_BALLOTS:
        answer = client.get(f"/ballots/{name}", follow=True)
        assert answer.status_code == 404, name
        assert SECRET.encode() not in answer.content, name


def test_whoever_leaves_out_the_language_is_led_to_the_ballots_page(
    public: Path, client: Client
) -> None:
    answer = client.get("/ballots/park")
    assert (answer.status_code, answer["Location"]) == (302, "/en/ballots/park")


def test_before_the_first_checkpoint_there_are_no_files(town: Town, client: Client) -> None:
    for name in ("log/checkpoint", "log/key", "books.csv"):
        assert client.get(f"/{name}").status_code == 404
