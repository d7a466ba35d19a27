"""What an operator may set, read in one place, each misspelt value refused with what was expected.

Every name begins with REMIT_ and is described in docs/reference/settings.md.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo

AGENCYS_OWN = (
    "REMIT_DATABASE",
    "REMIT_HOSTS",
    "REMIT_KEY_FILE",
    "REMIT_PUBLIC",
    "REMIT_SECRET_KEY",
    "REMIT_TLS",
)
TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


class BadSetting(Exception):
    """A REMIT_ variable holds something that cannot be used."""


def flag(name: str, default: bool = False) -> bool:
    """A yes or no."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.lower() in TRUE:
        return True
    if value.lower() in FALSE:
        return False
    raise BadSetting(f"{name} is {value!r}; write 1 for yes or 0 for no.")


def text(name: str, default: str = "") -> str:
    """A text, stripped of space around it."""
    return os.environ.get(name, default).strip()


def names(name: str, default: str = "") -> list[str]:
    """A list separated by commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def origin(name: str, default: str) -> str:
    """A log's name, which stands in every signature: no space and no plus."""
    value = text(name, default)
    if not re.fullmatch(r"[^\s+]{1,256}", value):
        raise BadSetting(f"{name} is {value!r}; write one word without a plus: example.org/log.")
    return value


def zone(name: str, default: str) -> str:
    """A time zone's name as the IANA database has it."""
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError) as error:
        raise BadSetting(f"{name} is {value!r}; write one such as Europe/Warsaw.") from error
    return value


def home() -> Path:
    """The folder where this installation keeps what is its own; made if it isn't there."""
    folder = Path(text("REMIT_HOME") or Path(__file__).resolve().parents[3] / "var").resolve()
    try:
        folder.mkdir(mode=0o750, parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(f"{folder} cannot be used ({error.strerror}); see REMIT_HOME.") from error
    return folder


def demonstration() -> Path:
    """Where the demonstration keeps its own, so that it never shares a record with an agency."""
    return home() / "demo"


def use_demonstration() -> None:
    """From here on this process is the demonstration. Call it before Django is set up.

    What is set for an agency counts for nothing here: neither its database nor its key, nor the
    hosts that the world may reach it by.
    """
    own = str(demonstration())
    for name in AGENCYS_OWN:
        os.environ.pop(name, None)
    os.environ["REMIT_HOME"] = own
    os.environ["REMIT_DEMO"] = "1"
    os.environ["REMIT_LOG_ORIGIN"] = "demo.remit.example/log"


def secret(folder: Path) -> str:
    """The secret that signs sessions: REMIT_SECRET_KEY, or one made on first start."""
    given = text("REMIT_SECRET_KEY")
    if given:
        if len(given) < 32:
            raise BadSetting("REMIT_SECRET_KEY is shorter than 32 characters.")
        return given
    path = folder / "secret-key"
    if not path.exists():
        make_secret(path)
    held = path.read_text().strip()
    if len(held) < 32:
        raise BadSetting(f"{path} is cut short. Delete it, and a new one is made.")
    return held


def make_secret(path: Path) -> None:
    """Whole from the first moment that it is seen under this name."""
    scrap = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(scrap, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(64))
    with contextlib.suppress(FileExistsError):  # another process made one meanwhile: it counts
        os.link(scrap, path)
    scrap.unlink()


def database(folder: Path) -> dict[str, Any]:
    """Django's settings for REMIT_DATABASE: `sqlite:///PATH` or `postgresql://USER@HOST/NAME`."""
    url = text("REMIT_DATABASE")
    if not url:  # not by way of an address: a folder's name may have any letter in it
        return sqlite(folder / "remit.sqlite3")
    try:
        parts, port = urlsplit(url), urlsplit(url).port
    except ValueError as error:
        raise BadSetting(f"REMIT_DATABASE cannot be read: {error}.") from error
    if parts.scheme == "sqlite":
        path = unquote(parts.path)
        if parts.netloc or not path.startswith("/") or not path.strip("/"):
            raise BadSetting(f"REMIT_DATABASE is {url!r}; write sqlite:///PATH.")
        return sqlite(Path("/", path.lstrip("/")))
    if parts.scheme in ("postgresql", "postgres"):
        query = dict(parse_qsl(parts.query.replace("+", "%2B")))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": query.pop("host", "") or parts.hostname or "",
            "PORT": str(port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": query,  # such as sslmode: left out silently it would protect nobody
        }
    raise BadSetting(f"REMIT_DATABASE begins with {parts.scheme!r}; use sqlite: or postgresql:.")


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite as a ledger needs it: one writer at a time who waits, and every commit on disk."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # DEFERRED would fail at once when two acts meet; IMMEDIATE makes the second one wait.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-20000;"
                "PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864;"
            ),
        },
        # A file, never memory: only a file exercises the write-ahead log.
        "TEST": {"NAME": str(path.with_name(f"test-{path.name}"))},
    }
