"""Plain data as YAML that people like to read: `strict_text` reads back the same data."""

from __future__ import annotations

import re
from typing import Any

import yaml

WIDTH = 98
LONG = 60
"""Characters from which on a text stands in lines of its own."""
_UNSEEN = re.compile(
    r"[^\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffd]"
)
"""A character that is seen only when it is written by its number."""
_LINE = re.compile(r"\S(?:.*\S)?")
"""A line that a block of text keeps as it is."""


class Number(str):
    """A number with decimals that is kept as text, written without quotation marks."""

    __slots__ = ()


class _Writer(yaml.SafeDumper):
    """Lists stand indented under their name; nothing is said by reference."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        return True


# Moments need no quotation marks; whatever another reader takes for a number or a yes has them.
_Writer.yaml_implicit_resolvers = {
    first: [(tag, shape) for tag, shape in known if not tag.endswith(":timestamp")]
    for first, known in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def _text(writer: _Writer, text: str) -> yaml.Node:
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))


def _style(text: str) -> str | None:
    """A block for what has several lines or is long; else quotation marks where they are needed."""
    if _UNSEEN.search(text):
        return '"'
    lines = text.split("\n")
    if not all(_LINE.fullmatch(line) for line in lines if line):
        return None
    if len(lines) > 1:
        return "|" if lines[0] and lines[-1] else None
    return ">" if len(text) > LONG and " " in text else None


def _number(writer: _Writer, number: Number) -> yaml.Node:
    sort = "float" if "." in number else "int"
    return writer.represent_scalar(f"tag:yaml.org,2002:{sort}", str(number))


def _list(writer: _Writer, items: list[Any]) -> yaml.Node:
    codes = all(isinstance(item, str) for item in items)
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=codes)


_Writer.add_representer(str, _text)
_Writer.add_representer(Number, _number)
_Writer.add_representer(list, _list)


def yaml_text(data: dict[str, Any]) -> str:
    """The fields as YAML, in their order."""
    written: str = yaml.dump(
        data,
        Dumper=_Writer,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=WIDTH,
    )
    return written
