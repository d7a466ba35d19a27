"""Every code and setting stands in the reference, and the rule notices one that does not."""

from __future__ import annotations

import functools

import pytest

from tools import reference
from tools.tidy.documented import codes, kinds, settings, undocumented
from tools.tidy.documented import reference as reference_text
from tools.tidy.source import Finding, Source, project_files

CODE = Source(
    "src/remit/core/log/errors.py",
    'MESSAGES: dict[str, str] = {"tile_path": gettext_noop("No {path}."), "two": (a("x"), a("y"))}',
)


@functools.cache
def sources() -> list[Source]:
    return project_files()


def report(findings: list[Finding]) -> None:
    if findings:
        pytest.fail("\n".join(map(str, findings)), pytrace=False)


def test_every_code_is_documented() -> None:
    names = [(source.path, code) for source in sources() for code in codes(source)]
    findings = list(undocumented(names, pages=reference_text(sources())))
    assert names
    report(findings)


def test_every_setting_is_documented() -> None:
    names = [(source.path, name) for source in sources() for name in sorted(settings(source))]
    findings = list(undocumented(names, pages=reference_text(sources())))
    assert names
    report(findings)


def test_the_pages_made_from_the_code_are_up_to_date() -> None:
    there = {s.path: s.text for s in sources()}
    made = reference.pages(list(sources()))
    stale = [
        str(path)
        for path, text in made.items()
        if path.suffix == ".md" and there.get(path.as_posix()) != text
    ]
    assert not stale, "run: python -m tools.reference"


def test_every_kind_of_act_that_is_registered_is_documented() -> None:
    from remit.record.registry import ACTS

    assert sorted(k.kind for source in sources() for k in kinds(source)) == sorted(ACTS)


def test_an_act_is_read_from_its_class() -> None:
    text = """
class Grant(Act):
    kind = "charter.grant"
    about = gettext_noop("grant a remit")
    power = "grant"
    instrument: Instrument
    token: str = field(metadata=PRIVATE)
"""
    (kind,) = kinds(Source("src/remit/stages/charter/acts.py", text))
    assert (kind.kind, kind.power, kind.fields) == ("charter.grant", "grant", ("instrument",))
    assert "`charter.grant` | grant a remit |" in reference.act_row(kind)


def test_codes_are_read_from_a_modules_messages() -> None:
    assert list(codes(CODE)) == ["tile_path", "two"]
    assert not codes(Source("tests/test_a.py", CODE.text))
    assert not codes(Source("src/a.py", "OTHER = {'a': 1}"))


def test_the_page_shows_code_and_words() -> None:
    text = reference.page([CODE])
    assert "## remit.core.log.errors" in text
    assert "| `tile_path` | No {path}. |" in text
    assert "| `two` | x y |" in text


def test_settings_are_found_however_they_are_read() -> None:
    text = 'a = os.environ["REMIT_DATABASE"]; settings.REMIT_VAR; REMIT_DEMO = 1; "REMIT_x"'
    assert settings(Source("src/a.py", text)) == {"REMIT_DATABASE", "REMIT_VAR", "REMIT_DEMO"}


def test_what_no_page_names_is_found() -> None:
    names = [("src/a.py", "known"), ("src/a.py", "unknown")]
    (finding,) = undocumented(names, pages="The code `known` means that it is known.")
    assert "`unknown`" in finding.words
