"""What people write is shown as they wrote it, in every component, and is never markup."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.paginator import Paginator
from django.test import RequestFactory
from django.utils.functional import lazystr

from remit.core.words import words
from remit.web import charts, parts
from tests.web.html_page import drawn, faults

EVIL = """<script>alert("1")</script><b onclick='x' title="y">&amp; “quoted” & 'so'"""
KINDS: dict[str, object] = {
    "str": EVIL,
    "lazy": lazystr(EVIL),
    "words": words(EVIL),
    "params": words("{thing}", thing=EVIL),
    "said": {"en": EVIL},
    "said_elsewhere": {"pl": EVIL},
}


def table(text: parts.Text) -> parts.Table:
    columns = (parts.Column(text), parts.Column(text, "number"))
    rows = ((text, parts.Link(text, "/x")), (parts.Status(text), text))
    return parts.Table(text, columns, rows, note=text)


TAGS: dict[str, Callable[..., tuple[str, object]]] = {
    "page_head": lambda t: ("{% page_head t lead=t kicker=t %}{% endpage_head %}", t),
    "button": lambda t: ("{% button t %}", t),
    "link_button": lambda t: ("{% link_button t '/x' %}", t),
    "notice": lambda t: ("{% notice 'info' t %}{% endnotice %}", t),
    "verdict": lambda t: ("{% verdict 'no' t %}{% endverdict %}", t),
    "status": lambda t: ("{% status t %}", t),
    "card": lambda t: ("{% card t href='/x' kicker=t %}{% endcard %}", t),
    "still_card": lambda t: ("{% card t %}{% endcard %}", t),
    "details": lambda t: ("{% details t %}{% enddetails %}", t),
    "empty": lambda t: ("{% empty t %}{% endempty %}", t),
    "crumbs": lambda t: ("{% crumbs t %}", [(t, "/x"), (t, "")]),
    "tabs": lambda t: ("{% tabs t.0 t.1 %}", ([parts.Tab(t, "/x", count=1)], t)),
    "table": lambda t: ("{% table t %}", table(t)),
    "no_rows": lambda t: ("{% table t %}", parts.Table("", (), (), empty=t)),
    "facts": lambda t: ("{% facts t %}", [parts.Fact(t, t, t), (t, t)]),
    "figures": lambda t: ("{% figures t %}", [parts.Figure(t, t, t)]),
    "timeline": lambda t: (
        "{% timeline t %}",
        [parts.Event(date(2026, 3, 2), t, t, href="/x"), parts.Event(date(2026, 3, 2), t)],
    ),
    "clauses": lambda t: ("{% clauses t %}", [parts.ClauseRow("B1", t, "met", t, t)]),
    "code_label": lambda t: ("{% code_block '' t %}", t),
    "steps": lambda t: ("{% steps t.0 t.1 %}", ([parts.Step(t, "done", "/x", t)], t)),
    "bars": lambda t: (
        "{% chart t %}",
        charts.BarChart(t, (charts.Bar(t, 2, t), charts.Bar(t, 1, t, href="/x")), t, t, t),
    ),
    "stacked": lambda t: (
        "{% chart t %}",
        charts.StackedBar(t, (charts.Part(t, 1),), None, t, t, t),
    ),
    "step_chart": lambda t: (
        "{% chart t %}",
        charts.StepChart(t, (charts.Point(date(2026, 3, 2), 1),), t, t),
    ),
    "text": lambda t: ("<p>{{ t|text }}</p>", t),
    "plain": lambda t: ('<p title="{{ t|plain }}"></p>', t),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", TAGS)
def test_it_stays_text_in_a_component(name: str, kind: str) -> None:
    markup, given = TAGS[name](KINDS[kind])
    page = drawn(markup, t=given)
    assert faults(page) == []
    assert not page.all("script") and not page.all("b", title="y")
    shown = [*page.said, *(v for e in page.elements for v in e.attributes.values())]
    assert any(EVIL in text for text in shown)


@pytest.mark.parametrize(
    "markup",
    [
        "{% button 'Go' name=t value=t form=t %}",
        "{% link_button 'Go' t %}",
        "{% card 'Go' href=t %}{% endcard %}",
        "{% code_block t 'Label' %}",
        "{{ t|words }}",
        "{{ t|said }}",
    ],
)
def test_it_stays_text_where_only_text_is_taken(markup: str) -> None:
    given: object = EVIL
    if "words" in markup:
        given = words("{thing}", thing=EVIL)
    elif "said" in markup:
        given = {"en": EVIL}
    page = drawn(markup, t=given)
    assert page.wrong == [] and not page.all("script") and not page.all("b", title="y")
    shown = [*page.said, *(v for e in page.elements for v in e.attributes.values())]
    assert EVIL in shown


def test_it_stays_text_in_the_address_of_a_page() -> None:
    request = RequestFactory().get("/", {"q": EVIL})
    page = drawn("{% pagination p %}", p=Paginator(range(30), 10).page(2), request=request)
    assert faults(page) == [] and not page.all("script")
    assert any("q=%3Cscript%3E" in a.get("href") for a in page.all("a"))


def test_markup_of_the_page_itself_is_kept() -> None:
    page = drawn("{% notice 'info' %}<p><i>{{ t }}</i></p>{% endnotice %}", t=EVIL)
    assert page.one("i").text == EVIL
