"""What an operator may set, read in one place, each misspelt value refused with what was expected.

Every name begins with REMIT_ and is described in docs/reference/settings.md.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

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


def home() -> Path:
    """The folder where this installation keeps what is its own; made if it isn't there."""
    folder = Path(text("REMIT_HOME") or Path(__file__).resolve().parents[3] / "var").resolve()
    folder.mkdir(mode=0o750, parents=True, exist_ok=True)
    return folder


def demonstration() -> Path:
    """Where the demonstration keeps its own, so that it never shares a record with an agency."""
    return home() / "demo"


def use_demonstration() -> None:
    """From here on this process is the demonstration. Call it before Django is set up."""
    os.environ["REMIT_HOME"] = str(demonstration())
    os.environ["REMIT_DEMO"] = "1"
    os.environ.setdefault("REMIT_LOG_ORIGIN", "demo.remit.example/log")


def secret(folder: Path) -> str:
    """The secret that signs sessions: REMIT_SECRET_KEY, or one made on first start."""
    given = text("REMIT_SECRET_KEY")
    if given:
        if len(given) < 32:
            raise BadSetting("REMIT_SECRET_KEY is shorter than 32 characters.")
        return given
    path = folder / "secret-key"
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    return path.read_text().strip()


def database(folder: Path) -> dict[str, Any]:
    """Django's settings for REMIT_DATABASE: `sqlite:///PATH` or `postgresql://USER@HOST/NAME`."""
    url = text("REMIT_DATABASE") or f"sqlite:///{folder / 'remit.sqlite3'}"
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path)))
    if parts.scheme in ("postgresql", "postgres"):
        query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(query.get("host", "")) or parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
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
