"""Inline code, other hosts and unescaped text are found in what a browser is sent."""

from __future__ import annotations

import pytest

from tools.tidy.markup import escaped, nothing_inline, own_host_only
from tools.tidy.source import Source

PAGE = "src/remit/web/templates/web/page.html"


@pytest.mark.parametrize(
    "text",
    [
        "<style>p{}</style>",
        "<script>go()</script>",
        '<p style="color:red">',
        "<p\n style=x>",
        '<a onclick="go()">',
        '<p hx-on:click="go()">',
        '<a href="javascript:go()">',
    ],
)
def test_inline_code_is_found(text: str) -> None:
    (finding, *_) = nothing_inline(Source(PAGE, "\n" + text))
    assert finding.line in (2, 3)


@pytest.mark.parametrize(
    "text",
    [
        '<script src="{% static "a.js" %}" defer></script>',
        '{% include "a.html" with once=1 style="x" %}',
        '<p class="style" data-style="x">onward = 3</p>',
        "{# <style> is not for here #}",
    ],
)
def test_markup_without_inline_code_passes(text: str) -> None:
    assert not list(nothing_inline(Source(PAGE, text)))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (PAGE, '<script src="https://elsewhere.example/a.js"></script>'),
        (PAGE, '<link rel="stylesheet" href="//elsewhere.example/a.css">'),
        (PAGE, "<img\n alt='' src='http://elsewhere.example/a.png'>"),
        (PAGE, '<form method="post" action="https://elsewhere.example/">'),
        ("src/remit/web/static/a.css", "@import 'https://elsewhere.example/a.css';"),
        ("src/remit/web/static/a.css", "p { background: url(//elsewhere.example/a.png) }"),
        ("src/remit/web/static/a.js", 'fetch("https://elsewhere.example/")'),
    ],
)
def test_another_host_is_found(path: str, text: str) -> None:
    assert list(own_host_only(Source(path, text)))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (PAGE, '<a href="https://elsewhere.example/">a link that a person follows</a>'),
        (PAGE, '<img alt="" src="{% static "a.svg" %}">'),
        (PAGE, '<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
        ("src/remit/web/static/a.css", "p { background: url(a.svg) }"),
        ("src/remit/web/static/a.js", "// see the note\nfetch('/here/')"),
    ],
)
def test_our_own_host_passes(path: str, text: str) -> None:
    assert not list(own_host_only(Source(path, text)))


@pytest.mark.parametrize("text", ["{{ name|safe }}", "{{ name | safe }}", "{% autoescape off %}"])
def test_unescaped_text_is_found(text: str) -> None:
    assert list(escaped(Source(PAGE, text)))


def test_escaped_text_passes() -> None:
    assert not list(escaped(Source(PAGE, "{{ name }} is safe")))
