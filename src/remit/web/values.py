"""Values as markup: one place where text is escaped and its language marked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.utils import timezone
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_lazy

from remit.core.words import Money, Words
from remit.web.icons import icon
from remit.web.parts import Answer, AnswerName, Code, Lines, Link, Status, Text, Value
from remit.web.reading import DjangoReader, said_in

ANSWERS = {"yes": gettext_lazy("Yes"), "ask": gettext_lazy("Ask"), "no": gettext_lazy("No")}
FINDINGS = {
    "met": gettext_lazy("Met"),
    "breached": gettext_lazy("Out of bounds"),
    "needs": gettext_lazy("Needs somebody"),
    "unknown": gettext_lazy("Not known"),
}


def plain(value: Text) -> str:
    """The text without markup: for attributes, titles and sentences."""
    if isinstance(value, Words):
        return value.render(DjangoReader())
    if isinstance(value, Mapping):
        return said_in(value, language=DjangoReader().language)[0]
    return str(value)


def markup(value: Value) -> SafeString:
    """Any value as a page shows it, escaped."""
    match value:
        case None:
            return mark_safe("")
        case Link():
            return format_html('<a href="{}">{}</a>', value.href, markup(value.text))
        case Answer():
            return answer_badge(value.name)
        case Status():
            return status_tag(value)
        case Code():
            return format_html('<code class="hash">{}</code>', value.text)
        case Lines():
            lines = ((markup(line),) for line in value.values)
            return format_html_join("", '<span class="line">{}</span>', lines)
        case Money():
            return money_markup(value)
        case datetime():
            return moment_markup(value)
        case date():
            return day_markup(value)
        case bool():
            return escape(gettext("Yes") if value else gettext("No"))
        case int():
            return escape(DjangoReader().number(value))
        case Words():
            return escape(value.render(DjangoReader()))
        case Mapping():
            return said_markup(value)
        case SafeString():
            return value
        case _:
            return escape(str(value))


def said_markup(text: Mapping[str, str]) -> SafeString:
    """What somebody wrote; marked with its language where that is not the page's."""
    language = DjangoReader().language
    shown, code = said_in(text, language=language)
    if code.split("-")[0] == language.split("-")[0]:
        return escape(shown)
    return format_html('<span lang="{}" dir="auto">{}</span>', code, shown)


def money_markup(amount: Money) -> SafeString:
    return format_html('<span class="money">{}</span>', DjangoReader().money(amount))


def day_markup(day: date | datetime) -> SafeString:
    if isinstance(day, datetime) and timezone.is_aware(day):
        day = timezone.localtime(day)  # the day that the page names, not the one in UTC
    stamp = day.date() if isinstance(day, datetime) else day
    return format_html('<time datetime="{}">{}</time>', stamp.isoformat(), DjangoReader().day(day))


def moment_markup(moment: datetime) -> SafeString:
    shown = DjangoReader().moment(moment)
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(), shown)


def answer_badge(name: AnswerName) -> SafeString:
    return format_html(
        '<span class="answer answer-{}">{}<b>{}</b></span>', name, icon(name), ANSWERS[name]
    )


def status_tag(status: Status) -> SafeString:
    return format_html('<span class="status tone-{}">{}</span>', status.tone, markup(status.text))
