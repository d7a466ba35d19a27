"""`remit verify`: 0 when all holds, 1 when something does not, 2 when nothing can be checked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from remit.core.log import SignerKey
from remit.project import cli
from remit.record import sealer
from tests.town import Town

ALL_HOLDS = "Everything holds."
OTHER = str(SignerKey.from_seed(bytes(32), name="remit.example/log").verifier)


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A data folder in which nothing is yet."""
    monkeypatch.setenv("REMIT_HOME", str(tmp_path / "own"))
    monkeypatch.delenv("REMIT_PUBLIC", raising=False)
    return tmp_path / "own"


@pytest.fixture
def town_so_far(town_at: Callable[[str], Town]) -> Town:
    return town_at("adopted")


@pytest.fixture
def public(town_so_far: Town, home: Path) -> Path:
    """What the town publishes."""
    sealer.seal()
    return home / "public"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def verify(*arguments: str | Path) -> tuple[int, str, str]:
        status = cli.main(["verify", *map(str, arguments)])
        return status, *capsys.readouterr()

    return verify


Run = Callable[..., tuple[int, str, str]]


def test_a_good_record_holds(public: Path, run: Run) -> None:
    status, said, error = run(public)
    assert (status, error) == (0, "")
    assert said.splitlines()[-1] == ALL_HOLDS
    assert "8 records" in said and "FAIL" not in said
    assert run(f"file://{public}")[0] == 0


@pytest.mark.parametrize("pattern", ["books.csv", "log/tile/entries/*/*", "ballots/*"])
def test_a_changed_record_does_not(public: Path, run: Run, pattern: str) -> None:
    (path,) = public.glob(pattern)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    status, said, _ = run(public)
    assert status == 1
    assert "FAIL" in said and ALL_HOLDS not in said
    assert str(path.relative_to(public)) in said.splitlines()[-1]


@pytest.mark.parametrize("pattern", ["log/checkpoint", "log/key", "books.csv"])
def test_a_record_that_is_not_whole_does_not(public: Path, run: Run, pattern: str) -> None:
    (public / pattern).unlink()
    status, said, _ = run(public)
    assert status == 1 and f"First: {pattern}" in said


def test_where_there_is_nothing_there_is_nothing_to_check(run: Run) -> None:
    status, said, error = run()
    assert (status, said) == (2, "")
    assert "Name a site or a folder." in error


def test_a_folder_without_a_record_does_not_hold(run: Run, tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere", "http://127.0.0.1:9", "http://a b/"):
        status, said, _ = run(place)
        assert status == 1 and ALL_HOLDS not in said


def test_without_a_place_it_is_what_is_published_here(
    public: Path, run: Run, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_home.mkdir(exist_ok=True)
    (own_home / "demo").mkdir()
    (own_home / "demo" / "public").symlink_to(public)
    status, said, _ = run()
    assert status == 0 and said.startswith(f"Checking {own_home / 'demo' / 'public'}")
    (own_home / "public").symlink_to(public)
    assert run()[1].startswith(f"Checking {own_home / 'public'}")
    monkeypatch.setenv("REMIT_PUBLIC", str(public))
    assert run()[1].startswith(f"Checking {public}")


def test_the_trusted_key_may_be_a_line_or_a_file(public: Path, run: Run) -> None:
    file = public / "log" / "key"
    for key in (file, file.read_text().strip(), file.read_text()):
        status, said, _ = run(public, "--key", key)
        assert status == 0 and "the one that you trust" in said
    assert "taken from the site itself" in run(public)[1]


def test_a_record_signed_by_another_key_does_not_hold(public: Path, run: Run) -> None:
    status, said, _ = run(public, "--key", OTHER)
    assert status == 1
    assert OTHER in said and ALL_HOLDS not in said


@pytest.mark.parametrize("key", ["nonsense", "remit.example+00000000+AAAA", "/nowhere/key"])
def test_a_key_that_is_none_is_misuse(public: Path, run: Run, key: str) -> None:
    status, said, error = run(public, "--key", key)
    assert status == 2
    assert error.startswith("remit verify: ") and ALL_HOLDS not in said


def test_what_was_remembered_proves_that_the_log_only_grew(
    public: Path, run: Run, town_so_far: Town, tmp_path: Path
) -> None:
    seen = tmp_path / "seen"
    assert run(public, "--remember", seen)[0] == 0
    first = (public / "log" / "checkpoint").read_bytes()
    assert seen.read_bytes() == first
    town_so_far.commit()
    sealer.seal()
    status, said, _ = run(public, "--remember", seen)
    assert status == 0 and "The 8 records seen before are still there" in said
    assert seen.read_bytes() == (public / "log" / "checkpoint").read_bytes() != first


def test_what_was_remembered_finds_a_log_that_shrank(
    public: Path, run: Run, town_so_far: Town, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in public.rglob("*") if path.is_file()}
    town_so_far.commit()
    sealer.seal()
    seen = tmp_path / "seen"
    assert run(public, "--remember", seen)[0] == 0
    kept = seen.read_bytes()
    for path, data in before.items():
        path.write_bytes(data)
    assert run(public)[0] == 0  # by itself the old log is a good one
    status, said, _ = run(public, "--remember", seen)
    assert status == 1 and "9 records" in said
    assert seen.read_bytes() == kept  # what does not hold is not remembered


def test_a_file_that_cannot_remember_is_said(public: Path, run: Run, tmp_path: Path) -> None:
    for place in (tmp_path / "no" / "such" / "folder", tmp_path):
        status, _, error = run(public, "--remember", place)
        assert status == 2 and str(place) in error


@pytest.fixture
def site(public: Path) -> Iterator[str]:
    """The public files as another program serves them."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *given: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(public)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_site_is_checked_over_the_network(public: Path, site: str, run: Run) -> None:
    for place in (site, f"{site}/"):
        status, said, _ = run(place)
        assert status == 0 and ALL_HOLDS in said
    (public / "books.csv").unlink()
    assert run(site)[0] == 1
