"""One demonstration, served as it is to everybody, and one browser for all the tests here."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.places import Place
from tests.browser.visits import See, Visit, new_visit
from tests.faults.demonstration import PATIENCE_SECONDS, Demonstration, free_port
from tools import machine


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = machine.find_chromium(install=False)
    if program is None:
        pytest.skip(f"Chromium is not here ({machine.HINT})")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps a loop running in this thread; tests of other folders may follow.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        launched = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demonstration, which must end in order when it is told to."""
    home = tmp_path_factory.mktemp("site")
    served = Demonstration(
        home=home,
        database=f"sqlite://{home / 'demo' / 'remit.sqlite3'}",
        port=free_port(),
        settings={"REMIT_PSEUDO_LANGUAGE": "1"},
    )
    try:
        program = served.serve()
        yield served.at
        program.send_signal(signal.SIGINT)
        program.communicate(timeout=PATIENCE_SECONDS)
        assert program.returncode == 0
    finally:
        served.end()


@pytest.fixture(scope="session")
def see(browser: Browser, site: str) -> See:
    """A page as it was sent, loaded once for all who only look at it."""
    seen: dict[tuple[Place, str], Visit] = {}

    def visit(place: Place, language: str = "en") -> Visit:
        if (place, language) not in seen:
            arriving = new_visit(browser)
            arriving.arrive(place, at=f"{site}/{language}")
            seen[place, language] = arriving
        return seen[place, language]

    return visit
