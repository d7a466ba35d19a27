"""What a page in the pseudo-language says that nobody marked for translation.

`⟦Ŵḧåţ ŵåš⟧` marked stands between brackets and has no plain letters left. What a person wrote,
a name, a code, an amount and a day stay as they are; everything else that is plain was missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from django.core.validators import MinValueValidator
from django.forms import Field, IntegerField
from playwright.sync_api import Page

from remit.core.bounds import Authority
from remit.core.voting import Election, read_pb
from remit.project.demo import families, instruments, story
from tools.pseudo import PLAIN

TEXTS = """() => {
    const page = document.documentElement.lang, found = [];
    const kept = "script, style, noscript, template, code, pre, time, .money";
    const foreign = each => {
        const marked = each.closest("[lang]");
        return marked !== null && marked.lang !== page;
    };
    const block = each => {
        const runs_on = () => getComputedStyle(each).display.startsWith("inline");
        while (each && runs_on()) each = each.parentElement;
        return each;
    };
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let last = null, depth = 0;
    while (walk.nextNode()) {
        const text = walk.currentNode.data, parent = walk.currentNode.parentElement;
        if (!text.trim() || parent.closest(kept) || foreign(parent)) continue;
        if (block(parent) !== last) [last, depth] = [block(parent), 0];
        found.push([text, depth]);
        for (const sign of text) depth += sign === "⟦" ? 1 : sign === "⟧" ? -1 : 0;
    }
    const names = ["aria-label", "aria-description", "alt", "title", "placeholder", "data-copied"];
    for (const each of document.querySelectorAll("*"))
        for (const name of names)
            if (each.getAttribute(name) && !foreign(each)) found.push([each.getAttribute(name), 0]);
    found.push([document.title, 0]);
    return found;
}"""
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
STAYS = re.compile(
    rf"\d{{1,2}}\s(?:{MONTHS})\s\d{{4}}"  # a day
    rf"|\b{instruments.CURRENCY}\b(?:\s[\d,.]+)?"  # an amount
    rf"|\b{story.BALLOT}(?:\.\d+)?\b"  # a ballot, an item of it
    r"|\b[A-Z]{1,4}-\d{4}(?:-\d+)?\b|\b[BC]\d+\b|\bSHA-256\b|https?://\S+|/log/\w+|/books\.csv"
    r"|\bdemo\.remit\.example/log(?:\+[\w+/=]+)?"  # a log's name, its key
    rf"|\b(?:{'|'.join(families.DECISIONS)}|(?:family|carer)-\d)\b"  # matters, recipients
    rf"|\b{instruments.ROOT}\b|\bRemit\b|\bPseudo\b"
)
DJANGOS = (
    *Field.default_error_messages.values(),
    *IntegerField.default_error_messages.values(),
    MinValueValidator.message % {"limit_value": 1},
)
"""What a form of any site says; the framework brings its own catalogues."""
LETTER = re.compile(r"[^\W\d_]")
MISSED = re.compile(rf"\w*[{PLAIN}]\w*")


@dataclass(frozen=True)
class Text:
    """A piece of a page's text, and in how many brackets it begins."""

    text: str
    depth: int

    def parts(self) -> Iterator[tuple[bool, str]]:
        """Its pieces, each with whether it stands inside brackets."""
        depth = self.depth
        for piece in re.split("([⟦⟧])", self.text):
            if piece in ("⟦", "⟧"):
                depth += 1 if piece == "⟦" else -1
            else:
                yield depth > 0, piece


def texts(page: Page) -> list[Text]:
    return [Text(" ".join(text.split()), depth) for text, depth in page.evaluate(TEXTS)]


def missed(found: Text, *, said: frozenset[str]) -> list[str]:
    """The words in it that were not marked; none in what somebody said."""
    if found.text in said:
        return []
    words: list[str] = []
    for inside, piece in found.parts():
        for one in sorted(said, key=len, reverse=True) if inside else ():
            piece = piece.replace(one, " ")
        rest = STAYS.sub(" ", piece)
        if inside:
            words += MISSED.findall(rest)
        elif LETTER.search(rest) and piece.strip(" :·").removesuffix(" · Remit") not in said:
            words.append(rest.strip())
    return words


def said_here() -> frozenset[str]:
    """What the demonstration's people and its agency said, as an English page shows it."""
    lent = (instruments.root(), instruments.residents(), families.instrument())
    spoken = (
        *lent,
        instruments.AGENCY,
        instruments.POSITIONS,
        story.open_ballot(),
        story.SOURCE,
        story.PAYEE,
        story.DRAFTED,
        story.NOT_NEEDED,
        families.SHOP,
        families.AGREED,
        families.DECISIONS,
        families.declare(),
    )
    texts = [text for one in spoken for text in sayings(one)]
    texts += [law for instrument in lent for law in laws(instrument.authority)]
    texts += [project.name for project in story_election().projects]
    texts += [str(words) for words in DJANGOS]
    return frozenset(" ".join(text.split()) for text in texts)


def laws(authority: Authority) -> Iterator[str]:
    """What it names of the law, which has one name in every language; alone and together."""
    yield from filter(None, (authority.statute, authority.section, authority.appropriation))
    yield f"{authority.statute}, {authority.section}"


def story_election() -> Election:
    """Its projects have names in the language of the people who proposed them."""
    return read_pb(story.ballots(), name=story.FILE)


def sayings(value: object) -> Iterator[str]:
    """Every text by language inside this value, in English."""
    if isinstance(value, Mapping) and isinstance(value.get("en"), str):
        yield value["en"]
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from sayings(inner)
    elif is_dataclass(value):
        for named in fields(value):
            yield from sayings(getattr(value, named.name))
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from sayings(inner)
