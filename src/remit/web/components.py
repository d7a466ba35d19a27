"""The components behind the template tags: each gives its template what it needs.

`templatetags/kit.py` registers them; this file says what each takes. Functions whose first
argument is `content` wrap the markup between their tag and its end tag.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from django.core.paginator import Page
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from remit.web import charts
from remit.web.parts import (
    AnswerName,
    ButtonKind,
    ClauseRow,
    Event,
    Fact,
    Figure,
    NoticeTone,
    Status,
    Step,
    StepState,
    Tab,
    Table,
    Text,
    Tone,
    Value,
)
from remit.web.values import ANSWERS, FINDINGS, answer_badge, markup, plain, status_tag

Given = dict[str, object]
LONG_TITLE = 60
"""Letters above which a title is set smaller: residents name their projects at length."""


def block(name: str, content: SafeString, /, **given: object) -> SafeString:
    """A component around markup that the page's own template has already escaped."""
    return render_to_string(f"web/components/{name}.html", {"content": content, **given})


def one_of(kinds: Iterable[str], kind: str) -> str:
    """Templates are not typed, so a misspelt kind must fail here and loudly."""
    known = tuple(kinds)
    if kind not in known:
        raise ValueError(f"{kind!r} is none of {', '.join(known)}")
    return kind


def page_head(content: SafeString, title: Text, lead: Text = "", kicker: Text = "") -> SafeString:
    """The page's h1 in the house's brackets; `kicker` says what kind of thing it is."""
    long = len(plain(title)) > LONG_TITLE
    return block("page_head", content, title=title, lead=lead, kicker=kicker, long=long)


def button(
    text: Text, kind: ButtonKind = "primary", name: str = "", value: str = "", form: str = ""
) -> Given:
    """Sends the form it stands in (or the one whose id is `form`)."""
    one_of(("primary", "second", "warning"), kind)
    return {"text": text, "kind": kind, "name": name, "value": value, "form": form}


def link_button(text: Text, href: str, kind: ButtonKind = "primary") -> Given:
    """Looks like a button and leads somewhere; changes nothing."""
    one_of(("primary", "second", "warning"), kind)
    return {"text": text, "href": href, "kind": kind}


def notice(content: SafeString, tone: NoticeTone = "info", title: Text = "") -> SafeString:
    """Something the reader should know now; warning and refusal are read out first."""
    one_of(("info", "success", "warning", "refusal"), tone)
    return block("notice", content, tone=tone, title=title)


def answer(name: AnswerName) -> SafeString:
    """Yes, ask or no, as a badge."""
    return answer_badge(name)


def verdict(content: SafeString, name: AnswerName, title: Text) -> SafeString:
    """The answer to an act, large, with its reasons inside."""
    one_of(ANSWERS, name)
    return block("verdict", content, name=name, word=ANSWERS[name], title=title)


def status(text: Text, tone: Tone = "neutral") -> SafeString:
    """A short word about a thing's state."""
    one_of(("neutral", "good", "warn", "bad", "accent"), tone)
    return status_tag(Status(text, tone))


def crumbs(items: Sequence[tuple[Text, str]]) -> Given:
    """Where the page stands; the last item is the page itself and has no address."""
    return {"items": items}


def tabs(items: Sequence[Tab], label: Text) -> Given:
    """Links between views of one thing; each is a page with its own address."""
    return {"items": items, "label": label}


def table(table: Table) -> Given:
    """Rows on a wide screen, one card a row on a narrow one."""
    rows = [
        [(column, markup(value)) for column, value in zip(table.columns, row, strict=True)]
        for row in table.rows
    ]
    return {"table": table, "rows": rows}


def facts(items: Sequence[Fact | tuple[Text, Value]]) -> Given:
    """Terms and their values."""
    return {"items": [item if isinstance(item, Fact) else Fact(*item) for item in items]}


def figures(items: Sequence[Figure]) -> Given:
    """A few large figures, most important first."""
    return {"items": items}


def chart(chart: charts.Chart) -> SafeString:
    """A chart with the same figures as a table."""
    given: Given = {"chart": chart, "key": charts.key_of(chart)}
    match chart:
        case charts.BarChart():
            bars = charts.drawn_bars(chart)
            return drawing("bars", given, bars=bars, table=charts.table_of(chart))
        case charts.StackedBar():
            parts = charts.drawn_parts(chart)
            said = ", ".join(f"{plain(p.text)}: {p.share}" for p in parts)
            fills = sorted({p.fill for p in parts})
            return drawing("stacked", given, parts=parts, said=said, fills=fills)
        case charts.StepChart():
            steps = charts.drawn_steps(chart)
            return drawing("steps", given, steps=steps, table=charts.table_of(chart))


def drawing(name: str, given: Given, **more: object) -> SafeString:
    return render_to_string(f"web/charts/{name}.html", {**given, **more})


def card(
    content: SafeString,
    title: Text,
    href: str = "",
    kicker: Text = "",
    level: Literal[2, 3, 4] = 3,
) -> SafeString:
    """One thing among several; with `href` the title leads to it."""
    return block(
        "card", content, title=title, href=href, kicker=kicker, level=one_of("234", str(level))
    )


def cards(content: SafeString) -> SafeString:
    """Cards side by side, as many as fit."""
    return block("cards", content)


def timeline(items: Sequence[Event]) -> Given:
    """What happened, in the order given."""
    return {"items": items}


def clauses(items: Sequence[ClauseRow], anchors: bool = True) -> Given:
    """Clauses in words, each with its id and, where an act was held against it, the finding.

    Without `anchors` where the same clauses stand on the page a second time.
    """
    rows = [
        (
            item,
            FINDINGS[item.finding] if item.finding else "",
            f"clause-{item.id}" if anchors and item.id.isalnum() else "",
        )
        for item in items
    ]
    return {"rows": rows, "judged": any(item.finding for item in items)}


def details(content: SafeString, summary: Text, open: bool = False) -> SafeString:
    """More for those who want it; works without JavaScript."""
    return block("details", content, summary=summary, open=open)


def pagination(page: Page, *, request: HttpRequest | None) -> Given:  # type: ignore[type-arg]
    """Earlier and later pages; keeps what else was asked in the address."""
    query = request.GET.copy() if request else None

    def address(number: int) -> str:
        if query is None:
            return f"?page={number}"
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    count = page.paginator.num_pages
    near = sorted({1, count, *range(max(1, page.number - 1), min(count, page.number + 1) + 1)})
    links = []
    for before, number in zip([0, *near], near, strict=False):
        links.append((number, address(number), number - before > 1))
    return {
        "page": page,
        "links": links,
        "earlier": address(page.number - 1) if page.has_previous() else "",
        "later": address(page.number + 1) if page.has_next() else "",
    }


def code_block(text: str, label: Text) -> Given:
    """A hash or a command to copy; `label` says what it is."""
    return {"text": text, "label": label}


def empty(content: SafeString, title: Text) -> SafeString:
    """Nothing here yet, and what to do about it."""
    return block("empty", content, title=title)


def steps(items: Sequence[Step], label: Text = "") -> Given:
    """The way through something, with where one is now."""
    known: tuple[StepState, ...] = ("done", "current", "next")
    for item in items:
        one_of(known, item.state)
    return {"items": items, "label": label}
