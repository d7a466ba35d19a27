"""What an operator sets is read in one place, and a misspelt value is refused with the cure."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from remit.project import environment
from remit.project.environment import BadSetting
from tests.project.programs import remit

SECRET = "a secret of more than thirty-two characters"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in environment.os.environ if name.startswith("REMIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("REMIT_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize("value", ["1", "true", "TRUE", "yes", "on"])
def test_a_yes(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("REMIT_TLS", value)
    assert environment.flag("REMIT_TLS") is True


@pytest.mark.parametrize("value", ["0", "false", "No", "off", ""])
def test_a_no(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("REMIT_TLS", value)
    assert environment.flag("REMIT_TLS", default=True) is False


def test_what_is_not_set_is_as_it_was_built() -> None:
    assert environment.flag("REMIT_TLS") is False
    assert environment.flag("REMIT_TLS", default=True) is True
    assert environment.text("REMIT_LOG_ORIGIN", "a") == "a"
    assert environment.names("REMIT_HOSTS", "a, b,,c ") == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("name", "value", "cure"),
    [
        ("REMIT_TLS", "ture", "1 for yes or 0 for no"),
        ("REMIT_TLS", "2", "1 for yes or 0 for no"),
        ("REMIT_DEMO", "y es", "1 for yes or 0 for no"),
        ("REMIT_PSEUDO_LANGUAGE", "en", "1 for yes or 0 for no"),
        ("REMIT_TIME_ZONE", "Europe/Warszawa", "Europe/Warsaw"),
        ("REMIT_TIME_ZONE", "../../etc", "Europe/Warsaw"),
        ("REMIT_SECRET_KEY", "x" * 31, "32 characters"),
        ("REMIT_DATABASE", "mysql://u@h/remit", "sqlite: or postgresql:"),
        ("REMIT_DATABASE", "remit.sqlite3", "sqlite: or postgresql:"),
        ("REMIT_DATABASE", "sqlite:", "sqlite:///PATH"),
        ("REMIT_DATABASE", "sqlite:remit.sqlite3", "sqlite:///PATH"),
        ("REMIT_DATABASE", "sqlite://remit.sqlite3", "sqlite:///PATH"),
        ("REMIT_DATABASE", "postgresql://u@h:port/remit", "cannot be read"),
        ("REMIT_DATABASE", "postgresql://[::1/remit", "cannot be read"),
        ("REMIT_LOG_ORIGIN", "example.org/my log", "without a plus"),
        ("REMIT_LOG_ORIGIN", "example.org/a+b", "without a plus"),
    ],
)
def test_a_misspelt_value_stops_every_command_with_the_cure(
    tmp_path: Path, name: str, value: str, cure: str
) -> None:
    done = remit("manage", "check", home=tmp_path, **{name: value})
    assert done.returncode == 2
    assert name in done.stderr and cure in done.stderr
    assert "Traceback" not in done.stderr


def test_the_data_folder_is_made_for_its_owner(tmp_path: Path) -> None:
    folder = environment.home()
    assert folder == tmp_path / "home"
    assert stat.S_IMODE(folder.stat().st_mode) & 0o027 == 0


def test_a_given_secret_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REMIT_SECRET_KEY", SECRET)
    assert environment.secret(tmp_path) == SECRET
    assert not list(tmp_path.iterdir())


def test_without_one_a_secret_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    made = environment.secret(tmp_path)
    (path,) = tmp_path.iterdir()
    assert len(made) >= 64
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert environment.secret(tmp_path) == made == path.read_text()
    other = tmp_path / "other"
    other.mkdir()
    assert environment.secret(other) != made


@pytest.mark.parametrize("held", ["", "\n", "x" * 31])
def test_a_secret_that_was_cut_short_is_not_used(tmp_path: Path, held: str) -> None:
    (tmp_path / "secret-key").write_text(held)
    with pytest.raises(BadSetting, match="cut short"):
        environment.secret(tmp_path)


def test_a_secret_that_another_process_made_meanwhile_counts(tmp_path: Path) -> None:
    path = tmp_path / "secret-key"
    path.write_text(SECRET)
    environment.make_secret(path)
    assert path.read_text() == SECRET
    assert [p.name for p in tmp_path.iterdir()] == ["secret-key"]


def test_sqlite_is_the_default_and_durable(tmp_path: Path) -> None:
    found = environment.database(tmp_path)
    assert found["NAME"] == str(tmp_path / "remit.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]
    assert "synchronous=FULL" in found["OPTIONS"]["init_command"]


@pytest.mark.parametrize("address", ["sqlite:///srv/my%20data/b.db", "sqlite:////srv/my data/b.db"])
def test_sqlite_at_another_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str
) -> None:
    monkeypatch.setenv("REMIT_DATABASE", address)
    assert environment.database(tmp_path)["NAME"] == "/srv/my data/b.db"


@pytest.mark.parametrize("name", ["a#b", "a?b=c", "100%25", "a b", "zażółć"])
def test_the_data_folder_may_have_any_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.setenv("REMIT_HOME", str(tmp_path / name))
    assert environment.database(environment.home())["NAME"] == str(
        tmp_path / name / "remit.sqlite3"
    )


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_postgresql(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, scheme: str) -> None:
    monkeypatch.setenv("REMIT_DATABASE", f"{scheme}://re%40mit:p%2Fw@db.example:6432/books")
    found = environment.database(tmp_path)
    names = ("NAME", "USER", "PASSWORD", "HOST", "PORT")
    assert [found[name] for name in names] == ["books", "re@mit", "p/w", "db.example", "6432"]
    assert found["ENGINE"].endswith("postgresql")


def test_postgresql_by_a_socket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REMIT_DATABASE", "postgresql://remit@/remit?host=/run/a+b%20c")
    assert environment.database(tmp_path)["HOST"] == "/run/a+b c"


def test_what_postgresql_is_asked_for_reaches_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A wish for encryption that is left out silently would be worse than an error."""
    address = "postgresql://remit@db.example/remit?sslmode=verify-full&connect_timeout=5"
    monkeypatch.setenv("REMIT_DATABASE", address)
    options = environment.database(tmp_path)["OPTIONS"]
    assert options == {"sslmode": "verify-full", "connect_timeout": "5"}


def test_the_demonstration_shares_nothing_with_an_agency(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    agency = {
        "REMIT_DATABASE": "postgresql://remit@db.example/remit",
        "REMIT_HOSTS": "remit.example",
        "REMIT_KEY_FILE": "/srv/log-key",
        "REMIT_LOG_ORIGIN": "remit.example/log",
        "REMIT_PUBLIC": "/srv/public",
        "REMIT_SECRET_KEY": SECRET,
        "REMIT_TLS": "1",
        "REMIT_TIME_ZONE": "Europe/Warsaw",
    }
    for name, value in agency.items():
        monkeypatch.setenv(name, value)
    environment.use_demonstration()
    left = {n: v for n, v in environment.os.environ.items() if n.startswith("REMIT_")}
    for name in ("REMIT_DEMO", "REMIT_HOME"):
        monkeypatch.delenv(name)  # so that they go with this test
    assert left == {
        "REMIT_DEMO": "1",
        "REMIT_HOME": str(tmp_path / "home" / "demo"),
        "REMIT_LOG_ORIGIN": "demo.remit.example/log",
        "REMIT_TIME_ZONE": "Europe/Warsaw",
    }
