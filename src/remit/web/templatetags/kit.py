"""The kit in templates: `{% load kit %}`. What each tag takes stands in `remit.web.components`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template import Context
from django.urls import reverse, translate_url
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from remit.core.words import Money, Said, Words
from remit.web import components, forms, icons, values
from remit.web.parts import Text, Value
from remit.web.reading import DjangoReader, language_of_said, own_name

register = template.Library()

INCLUDED: tuple[Callable[..., dict[str, object]], ...] = (
    components.button,
    components.link_button,
    components.crumbs,
    components.tabs,
    components.table,
    components.facts,
    components.figures,
    components.timeline,
    components.clauses,
    components.code_block,
    components.steps,
)
SIMPLE: tuple[Callable[..., SafeString], ...] = (
    components.answer,
    components.status,
    components.chart,
    icons.icon,
)
AROUND: tuple[Callable[..., SafeString], ...] = (
    components.page_head,
    components.notice,
    components.verdict,
    components.card,
    components.cards,
    components.details,
    components.empty,
)
for included in INCLUDED:
    register.inclusion_tag(f"web/components/{included.__name__}.html")(included)
for simple in SIMPLE:
    register.simple_tag(simple)
for around in AROUND:
    register.simple_block_tag(around)


@register.inclusion_tag("web/components/pagination.html", takes_context=True)
def pagination(context: Context, page: Page) -> dict[str, object]:  # type: ignore[type-arg]
    return components.pagination(page, request=context.get("request"))


@register.inclusion_tag("web/components/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, object]:
    return {"mistakes": forms.mistakes(form)}


@register.inclusion_tag("web/forms/field.html")
def field(field: BoundField) -> dict[str, object]:
    return {"field": field}


@register.filter
def text(value: Value) -> SafeString:
    return values.markup(value)


@register.filter
def plain(value: Text) -> str:
    """The text alone, for attributes; the template escapes it."""
    return values.plain(value)


@register.filter
def words(value: Words) -> str:
    return value.render(DjangoReader())


@register.filter
def said(value: Said) -> SafeString:
    return values.said_markup(value)


@register.filter
def said_text(value: Said) -> str:
    return values.plain(value)


@register.filter
def lang_of_said(value: Said) -> str:
    return language_of_said(value, language=DjangoReader().language)


@register.filter
def money(value: Money | int, currency: str = "") -> SafeString:
    return values.money_markup(value if isinstance(value, Money) else Money(value, currency))


@register.filter
def number(value: int) -> str:
    return DjangoReader().number(value)


@register.filter
def day(value: date | datetime) -> SafeString:
    return values.day_markup(value)


@register.filter
def moment(value: datetime) -> SafeString:
    return values.moment_markup(value)


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str) -> SafeString:
    """What the project puts on every page (settings.WEB_SLOTS), drawn in the page's context."""
    found = getattr(settings, "WEB_SLOTS", {}).get(name)
    if found is None or context.template is None:
        return mark_safe("")
    return context.template.engine.get_template(found).render(context)


@register.simple_tag
def home() -> str:
    """The address of the first page (settings.WEB_HOME names it), in the page's language."""
    name = getattr(settings, "WEB_HOME", "")
    return reverse(name) if name else "/"


@register.inclusion_tag("web/components/nav.html", takes_context=True)
def nav(context: Context) -> dict[str, object]:
    """The project's few main places (settings.WEB_NAV: text and name of the address)."""
    here = getattr(context.get("request"), "path", "")
    links = [(text, reverse(name)) for text, name in getattr(settings, "WEB_NAV", ())]
    return {"links": [(text, href, here, here.startswith(href)) for text, href in links]}


@register.inclusion_tag("web/components/languages.html", takes_context=True)
def languages(context: Context) -> dict[str, object]:
    """This page in the other languages; each named in itself."""
    request = context.get("request")
    current = get_language() or ""
    if request is None:
        return {"links": []}
    here = request.get_full_path()
    links = []
    for code, listed in settings.LANGUAGES:
        href = translate_url(here, code)
        if href == here and code != current:  # no such page (an error page): change the prefix
            href = here.replace(f"/{current}/", f"/{code}/", 1)
        links.append((code, own_name(code, str(listed)), href, code == current))
    return {"links": links}
