"""What a browser is sent: nothing inline that a strict CSP refuses, nothing from another host."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.tidy.source import Finding, Source

TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
INLINE = {
    r"<style\b": "a <style> element: move it into the style sheet",
    r"<script(?![^>]*\bsrc\s*=)[^>]*>": "an inline script: move it into a file of static/",
    r"\sstyle\s*=": "a style attribute: the CSP refuses it; give it a class",
    r"\s(?:hx-on[\w:-]*|on[a-z]+)\s*=": "an event attribute: listen from a file of static/",
    r"javascript:": "a javascript: address: use a button and a file of static/",
}
LOADS = re.compile(
    r"""<(?!a\b)[a-z][^>]*?\b(?:src|href|srcset|action|data|poster|formaction)\s*=\s*["']?\s*"""
    r"""(?:https?:)?//""",
    re.IGNORECASE,
)
STYLE_LOADS = re.compile(r"""(?:url\(|@import)\s*["']?\s*(?:https?:)?//""", re.IGNORECASE)
SCRIPT_LOADS = re.compile(r"""["'`](?:https?:)?//[a-z]""", re.IGNORECASE)
RAW = re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off")


def nothing_inline(source: Source) -> Iterator[Finding]:
    """The pages' CSP allows neither inline script nor inline style."""
    if not template(source):
        return
    bare = blank(source.text)
    for pattern, words in INLINE.items():
        for match in re.finditer(pattern, bare, re.IGNORECASE):
            yield source.finding(line_of(bare, match.end()), words)


def own_host_only(source: Source) -> Iterator[Finding]:
    """No page makes a browser ask somebody else; a plain link that a person follows is fine."""
    patterns = {".html": LOADS, ".svg": LOADS, ".css": STYLE_LOADS, ".js": SCRIPT_LOADS}
    pattern = patterns.get(source.kind)
    if pattern is None or not source.inside("src"):
        return
    text = blank(source.text) if source.kind == ".html" else source.text
    for match in pattern.finditer(text):
        yield source.finding(line_of(text, match.end()), "asks another host: serve it ourselves")


def escaped(source: Source) -> Iterator[Finding]:
    """What a person wrote is never markup."""
    if not template(source):
        return
    for match in RAW.finditer(source.text):
        line = line_of(source.text, match.end())
        yield source.finding(line, "switches escaping off: build the markup with format_html")


def template(source: Source) -> bool:
    return source.inside("src") and "templates" in source.parts


def blank(text: str) -> str:
    """The markup without Django's tags, every line where it was."""
    return TAGS.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


RULES = (nothing_inline, own_host_only, escaped)
