"""The kit's own page shows every component, and a misspelt word in a template fails at once."""

from __future__ import annotations

import re

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils.safestring import SafeString

from remit.web import parts
from remit.web.icons import SHAPES, icon
from remit.web.templatetags.kit import AROUND, INCLUDED, SIMPLE
from tests.web.html_page import drawn, faults, read


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_kit_is_a_sound_page(language: str, client: Client) -> None:
    answer = client.get(f"/{language}/kit")
    page = read(answer.content)
    assert answer.status_code == 200 and faults(page) == []
    assert len(page.all("h1")) == 1
    assert page.one("html").get("lang") == language


@pytest.mark.parametrize("number", ["99", "0", "-1", "x", "", "\x00"])
def test_a_page_that_is_not_there_is_another_page(number: str, client: Client) -> None:
    assert client.get("/en/kit", {"page": number}).status_code == 200


def test_every_component_is_shown() -> None:
    engine = Template("").engine
    names = ("say", "facts", "flow", "forms", "kit")
    sources = [engine.get_template(f"web/kit/{name}.html").source for name in names]
    tags = {tag for source in sources for tag in re.findall(r"{%\s*(\w+)", source)}
    for component in (*INCLUDED, *AROUND, *SIMPLE):
        if component is not icon:  # no page draws one by itself: components do
            assert component.__name__ in tags


@pytest.mark.parametrize(
    "markup",
    [
        "{% button 'x' kind='danger' %}",
        "{% link_button 'x' '/' kind='danger' %}",
        "{% notice 'danger' %}{% endnotice %}",
        "{% verdict 'maybe' 'x' %}{% endverdict %}",
        "{% answer 'maybe' %}",
        "{% status 'x' 'red' %}",
        "{% card 'x' level=7 %}{% endcard %}",
        "{% icon 'nothing' %}",
    ],
)
def test_a_misspelt_kind_is_loud(markup: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        Template(markup).render(Context())


def test_a_misspelt_step_is_loud() -> None:
    with pytest.raises(ValueError, match="done, current, next"):
        drawn("{% steps s %}", s=[parts.Step("x", "later")])  # type: ignore[arg-type]


def test_a_row_has_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        parts.Table("x", (parts.Column("a"), parts.Column("b")), (("only",),))


@pytest.mark.parametrize("name", SHAPES)
def test_an_icon_is_hidden_from_screen_readers(name: str) -> None:
    shown = icon(name)
    assert isinstance(shown, SafeString)
    assert read(shown).one("svg").get("aria-hidden") == "true"


@pytest.mark.parametrize(
    ("tone", "role"),
    [("info", ""), ("success", ""), ("warning", "alert"), ("refusal", "alert")],
)
def test_what_stops_somebody_is_read_out_first(tone: str, role: str) -> None:
    page = drawn("{% notice tone %}<p>x</p>{% endnotice %}", tone=tone)
    assert page.elements[0].get("role") == role
    assert page.one("p", class_="notice-title").text.strip()


def test_a_clause_has_an_anchor_unless_it_stands_there_twice() -> None:
    rows = [parts.ClauseRow("B1", "x"), parts.ClauseRow("–", "y"), parts.ClauseRow("–", "z")]
    again = "{% clauses c anchors=False %}{% clauses c %}"
    assert list(drawn("{% clauses c %}", c=rows).ids) == ["clause-B1"]
    assert faults(drawn(again, c=rows)) == []


def test_a_table_without_rows_says_so() -> None:
    page = drawn("{% table t %}", t=parts.Table("Payments", (), (), empty="Nothing yet."))
    assert page.text == "Nothing yet." and not page.all("table")
