"""Somebody who has a keyboard and nothing else, and must see at each stop where they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, Response

STOPS_MAX = 200
NAME = """each => {
    const labels = [...(each.labels ?? [])].map(label => label.innerText).join(" ");
    return (each.getAttribute("aria-label") || labels || each.innerText || "").trim();
}"""
SHOWN = """each => {
    const look = () => {
        const s = getComputedStyle(each), card = each.closest(".card-leads");
        const around = card ? getComputedStyle(card).outline : "";
        return [s.outline, s.boxShadow, around].join("|");
    };
    const held = look();
    each.blur();
    const left = look();
    each.focus({preventScroll: true});
    const box = each.getBoundingClientRect();
    const inside = box.bottom > 0 && box.top < innerHeight
        && box.right > 0 && box.left < innerWidth;
    return {marked: held !== left, inside, size: box.width * box.height};
}"""


@dataclass
class Keyboard:
    """Walks by Tab. Every stop on the way must show itself, inside the window."""

    page: Page
    stops: int = 0

    def held(self) -> Any:
        """What has the focus now."""
        return self.page.evaluate_handle("document.activeElement")

    def name(self) -> str:
        return " ".join(str(self.held().evaluate(NAME)).split())

    def tab(self) -> str:
        """One stop further; its name."""
        self.page.keyboard.press("Tab")
        held = self.held()
        assert held.evaluate("each => each !== document.body"), "the focus fell off the page"
        name, shown = self.name(), held.evaluate(SHOWN)
        assert shown["marked"], f"the focus on {name!r} cannot be seen"
        assert shown["inside"] and shown["size"], f"the focus is on {name!r}, out of sight"
        self.stops += 1
        return name

    def tab_to(self, name: str) -> None:
        """On to the next thing of this name, or whose name begins so."""
        passed = []
        while len(passed) < STOPS_MAX:
            passed.append(self.tab())
            if passed[-1].startswith(name):
                return
        raise AssertionError(f"no {name!r} among {passed}")

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def follow(self, name: str, key: str = "Enter") -> Response:
        """To the page that the next thing of this name leads to."""
        self.tab_to(name)
        return self.away(key)

    def away(self, key: str = "Enter") -> Response:
        """To the page that the thing in focus leads to."""
        with self.page.expect_navigation() as there:
            self.press(key)
        assert there.value is not None
        return there.value

    def write(self, text: str) -> None:
        """Instead of what stands in the field."""
        self.press("Control+a")
        self.page.keyboard.type(text) if text else self.press("Delete")
