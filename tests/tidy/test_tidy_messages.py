"""Every message is found, translated, and compiled; and the check would notice if it were not."""

from __future__ import annotations

import gettext
import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tools import messages
from tools.pseudo import pseudo

TEMPLATE = """{% load i18n %}
<main>
    <h1>{% translate "The remit's “name”" %}</h1>
    {% if x %}
        {% blocktranslate count n=n trimmed %}
            {{ n }} vote
        {% plural %}
            {{ n }} votes
        {% endblocktranslate %}
        {{ _("Said by a filter")|title }}
    {% endif %}
    {% translate "May" context "verb" %}
</main>"""


@pytest.mark.parametrize("language", [*messages.WRITTEN, messages.PSEUDO])
def test_every_message_of_the_project_is_there(language: str) -> None:
    wrong = list(messages.problems(language, source=messages.found()))
    if wrong:
        pytest.fail("\n".join([*wrong, "See: python -m tools.messages"]), pytrace=False)


def test_messages_are_found_in_python() -> None:
    text = 'gettext_noop("a"); _("b"); ngettext("c", "cs", n); pgettext("x", "d"); words("e {n}")'
    found = [(m, c) for _, m, _, c in messages.in_text(text, template=False)]
    assert found == [("a", None), ("b", None), (("c", "cs"), None), ("d", "x"), ("e {n}", None)]


def test_messages_are_found_in_templates() -> None:
    found = [(m, c) for _, m, _, c in messages.in_text(TEMPLATE, template=True)]
    assert found == [
        ("The remit's “name”", None),
        (("%(n)s vote", "%(n)s votes"), None),
        ("Said by a filter", None),
        ("May", "verb"),
    ]


@pytest.fixture
def source() -> Catalog:
    catalog = messages.blank("en")
    catalog.add("{n} of {all}", locations=[("a.py", 1)])
    catalog.add(("%(n)s vote", "%(n)s votes"), locations=[("a.html", 1)])
    return catalog


@pytest.fixture
def locale(tmp_path: Path, source: Catalog) -> Path:
    """A Polish catalogue in which all is well."""
    blank = messages.updated(messages.blank("pl"), source=source, language="pl")
    messages.write("pl", blank, locale=tmp_path)
    said = [
        {"message": "{n} of {all}", "text": "{n} z {all}"},
        {
            "message": ["%(n)s vote", "%(n)s votes"],
            "text": ["%(n)s głos", "%(n)s głosy", "%(n)s głosów"],
        },
    ]
    assert messages.take("pl", said, locale=tmp_path) == 2
    return tmp_path


def wrong(source: Catalog, locale: Path) -> str:
    return "\n".join(messages.problems("pl", source=source, locale=locale))


def edit(locale: Path, old: str, new: str) -> None:
    path = messages.path_of("pl", locale=locale)
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def test_a_whole_catalogue_has_no_problem(source: Catalog, locale: Path) -> None:
    assert wrong(source, locale) == ""
    with messages.path_of("pl", locale=locale).with_suffix(".mo").open("rb") as file:
        polish = gettext.GNUTranslations(file)
    assert polish.gettext("{n} of {all}") == "{n} z {all}"
    assert [polish.ngettext("%(n)s vote", "%(n)s votes", n) for n in (1, 2, 5)] == [
        "%(n)s głos",
        "%(n)s głosy",
        "%(n)s głosów",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"{n} z {all}"', '""', "not translated"),
        ('"%(n)s głosy"', '""', "not translated"),
        ("{n} z {all}", "{n} z {wszystkich}", "other fields or tags"),
        ("%(n)s głosów", "n głosów", "other fields or tags"),
        ('msgid "{n} of', '#, fuzzy\nmsgid "{n} of', "doubtful"),
        ("{n} of {all}", "{n} from {all}", "no longer in the code"),
        ("{n} z {all}", "{n} spośród {all}", "django.mo is older"),
    ],
)
def test_each_fault_is_named(source: Catalog, locale: Path, old: str, new: str, said: str) -> None:
    edit(locale, old, new)
    assert said in wrong(source, locale)


def test_extracting_again_keeps_translations_and_changes_nothing(
    source: Catalog, locale: Path
) -> None:
    path = messages.path_of("pl", locale=locale)
    before = path.read_bytes()
    again = messages.updated(messages.read("pl", locale=locale), source=source, language="pl")
    messages.write("pl", again, locale=locale)
    assert path.read_bytes() == before


def test_a_message_that_is_gone_leaves_the_catalogue(source: Catalog, locale: Path) -> None:
    fewer = messages.blank("en")
    fewer.add("{n} of {all}", locations=[("a.py", 1)])
    new = messages.updated(messages.read("pl", locale=locale), source=fewer, language="pl")
    messages.write("pl", new, locale=locale)
    assert "vote" not in messages.path_of("pl", locale=locale).read_text()
    assert [item["message"] for item in messages.missing("pl", source=source, locale=locale)] == [
        ("%(n)s vote", "%(n)s votes")
    ]


@pytest.mark.parametrize(
    "text",
    ["{n} of {all}", "%(n)s <b>votes</b> &amp; 100%% %s", '<a href="{where}">Here</a>', "A\n"],
)
def test_the_pseudo_language_keeps_fields_and_tags(text: str) -> None:
    made = pseudo(text)
    assert messages.fields(made) == messages.fields(text)
    assert made.endswith("\n") == text.endswith("\n")


def test_the_pseudo_language_is_longer_and_bracketed() -> None:
    made = pseudo("Nothing changes except by an act")
    assert len(made) > 1.3 * len("Nothing changes except by an act")
    assert made.startswith("⟦")
    assert made.endswith("⟧")
    assert "act" not in made


def test_no_arguments_print_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert messages.main([]) == 2
    assert "extract" in capsys.readouterr().out


def test_what_is_compiled_does_not_depend_on_the_moment(source: Catalog) -> None:
    assert messages.mo_bytes(source) == messages.mo_bytes(source)
    assert b"2026-01-01" in io.BytesIO(messages.mo_bytes(source)).read()
