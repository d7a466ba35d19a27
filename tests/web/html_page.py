"""A page as tests read it: its elements, its text, and what is wrong with its markup.

`drawn` makes one from a few tags of the kit, so that a component is tested as a page shows it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.template import Context, Template

VOID = {"br", "hr", "img", "input", "link", "meta"}
POINTING = ("for", "aria-labelledby", "aria-describedby", "form")
NAMED = {"input", "select", "textarea"}
SILENT = {"style", "script"}


@dataclass(slots=True)
class Element:
    """One element, with all the text inside it."""

    tag: str
    attributes: dict[str, str]
    above: tuple[str, ...]
    text: str = ""

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def words(self) -> str:
        """Its text on one line; spaces that must not break stay."""
        return re.sub(r"[ \n]+", " ", self.text).strip()


@dataclass(slots=True)
class Page:
    """Every element in its order, and what the reading of them ran into."""

    elements: list[Element] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Elements of this tag whose attributes have these values; of classes one is enough."""
        return [e for e in self.elements if e.tag == tag and _fits(e, attributes)]

    def one(self, tag: str, **attributes: str) -> Element:
        (found,) = self.all(tag, **attributes)
        return found

    def id(self, name: str) -> Element:
        (found,) = [e for e in self.elements if e.get("id") == name]
        return found

    @property
    def ids(self) -> Counter[str]:
        return Counter(e.get("id") for e in self.elements if "id" in e.attributes)

    @property
    def text(self) -> str:
        """Everything that is to be read, on one line; spaces that must not break stay."""
        return re.sub(r"[ \n]+", " ", " ".join(self.said)).strip()


def _fits(element: Element, wanted: dict[str, str]) -> bool:
    for name, value in wanted.items():
        name = name.rstrip("_").replace("_", "-")
        had = element.get(name)
        if name not in element.attributes or not (value in had.split() or value == had):
            return False
    return True


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        above = tuple(element.tag for element in self.open)
        element = Element(tag, {name: value or "" for name, value in attrs}, above)
        if len(element.attributes) < len(attrs):
            self.page.wrong.append(f"an attribute twice in <{tag}>, line {self.getpos()[0]}")
        self.page.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1].tag != tag:
            inside = self.open[-1].tag if self.open else "nothing"
            self.page.wrong.append(f"</{tag}> inside {inside}, line {self.getpos()[0]}")
        if any(element.tag == tag for element in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.page.said.append(data)
        for element in self.open:
            element.text += data


def read(markup: str | bytes) -> Page:
    """The markup's elements; `wrong` names tags that do not match."""
    reader = _Reader()
    reader.feed(markup.decode() if isinstance(markup, bytes) else markup)
    reader.close()
    reader.page.wrong += [f"<{element.tag}> is not closed" for element in reader.open]
    return reader.page


def drawn(markup: str, **given: object) -> Page:
    """What a template of the kit makes of these values."""
    return read(Template(markup).render(Context(given)))


def faults(page: Page) -> list[str]:
    """What no page may have, whatever is on it."""
    return [*page.wrong, *_twice(page), *_dangling(page), *_nameless(page), *_inline(page)]


def _twice(page: Page) -> Iterator[str]:
    for name, count in page.ids.items():
        if count > 1:
            yield f"the id {name} {count} times"


def _dangling(page: Page) -> Iterator[str]:
    """References to an id that is not there."""
    for element in page.elements:
        for attribute in POINTING:
            for name in element.get(attribute).split():
                if name not in page.ids:
                    yield f"{attribute}={name} in <{element.tag}> leads nowhere"
        href = element.get("href")
        if href.startswith("#") and href[1:] not in page.ids:
            yield f"href={href} leads nowhere"


def _nameless(page: Page) -> Iterator[str]:
    labelled = {label.get("for") for label in page.all("label")}
    for element in page.elements:
        if element.tag in NAMED and element.get("type") not in ("hidden", "submit"):
            if element.get("id") not in labelled and "label" not in element.above:
                yield f"<{element.tag} name={element.get('name')}> has no label"
        elif element.tag in ("a", "button") and not (
            element.text.strip() or element.get("aria-label")
        ):
            yield f"<{element.tag} href={element.get('href')}> has no text"


def _inline(page: Page) -> Iterator[str]:
    """What the policy of the pages makes a browser refuse."""
    for element in page.elements:
        if element.tag in SILENT and element.text.strip():
            yield f"<{element.tag}> with something inside"
        for name, value in element.attributes.items():
            if name == "style" or name.startswith("on") or "javascript:" in value.lower():
                yield f"{name}={value} in <{element.tag}>"
