#!/usr/bin/env python3
"""The catalogues of messages, kept true to the code: `python -m tools.messages COMMAND`.

    extract     find every message in Python and templates; add the new, drop the gone; compile
    check       name what is missing, doubtful or broken; exit 1 if anything is
    missing     print what has no translation yet, as JSON to fill in:  missing pl > words.json
    take        put such translations in:                               take pl words.json
    compile     make the .mo files that the program reads

English is the source and needs no catalogue; Polish is written by people; en_XA is made by
`tools/pseudo.py`. The .mo files are committed, so that running Remit needs no build step.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from tools.pseudo import pseudo

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "src" / "remit"
LOCALE = CODE / "locale"
WRITTEN = ("pl",)
PSEUDO = "en_XA"

KEYWORDS: dict[str, Any] = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "words": None,
}
FIELDS = re.compile(r"\{[^{}]*\}|%\([^)]*\)[a-z]|%[sd]|</?[a-z][^<>]*>")
# The moment of extraction would change every file each time and tells nobody anything.
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
NOISE = re.compile(
    r'^"(Project-Id-Version|Report-Msgid|POT-Creation|PO-Revision|Last-Translator|Language-Team'
    r"|Generated-By)[^\n]*\n",
    re.MULTILINE,
)


def found(folder: Path = CODE) -> Catalog:
    """Every message in the code, with the files it stands in."""
    catalog = blank("en")
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".py", ".html", ".txt") and "migrations" not in path.parts:
            text = path.read_text(encoding="utf-8")
            place = path.relative_to(folder).as_posix()
            for line, message, comments, context in in_text(text, template=path.suffix != ".py"):
                catalog.add(message, None, [(place, line)], auto_comments=comments, context=context)
    return catalog


def in_text(text: str, *, template: bool) -> Iterator[tuple[int, Any, list[str], str | None]]:
    """The messages of one file; a template is first turned into something like Python."""
    if template:
        # What Django makes of a template keeps its indentation, which is no Python.
        text = "\n".join(line.lstrip() for line in templatize(text).split("\n"))
    code = io.BytesIO(text.encode())
    yield from extract("python", code, keywords=KEYWORDS, comment_tags=("Translators:",))


def blank(language: str) -> Catalog:
    return Catalog(
        locale="en" if language == PSEUDO else language,
        domain="django",
        header_comment="# Messages of Remit. Written by `python -m tools.messages extract`.",
        creation_date=MOMENT,
        revision_date=MOMENT,
        fuzzy=False,
    )


def path_of(language: str, *, locale: Path = LOCALE) -> Path:
    return locale / language / "LC_MESSAGES" / "django.po"


def read(language: str, *, locale: Path = LOCALE) -> Catalog:
    path = path_of(language, locale=locale)
    catalog = blank(language)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=catalog.locale, domain="django")
    catalog.creation_date = catalog.revision_date = MOMENT
    return catalog


def updated(old: Catalog, *, source: Catalog, language: str) -> Catalog:
    """The source's messages, each with the translation that the old catalogue has for it."""
    new = blank(language)
    for message in messages(source):
        known = old.get(message.id, message.context)
        string = made(message) if language == PSEUDO else (known.string if known else "")
        new.add(
            message.id,
            string,
            message.locations,
            auto_comments=message.auto_comments,
            user_comments=known.user_comments if known else (),
            flags=(known.flags if known else set()) | message.flags,
            context=message.context,
        )
    return new


def made(message: Message) -> Any:
    """What the pseudo-language says."""
    if isinstance(message.id, tuple | list):
        return tuple(pseudo(text) for text in message.id)
    return pseudo(str(message.id))


def messages(catalog: Catalog) -> list[Message]:
    """Without the header, in an order that no machine changes."""
    return sorted((m for m in catalog if m.id), key=lambda m: (str(m.id), m.context or ""))


def po_text(catalog: Catalog) -> str:
    out = io.BytesIO()
    write_po(out, catalog, width=100, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return NOISE.sub("", out.getvalue().decode())


def mo_bytes(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def write(language: str, catalog: Catalog, *, locale: Path = LOCALE) -> None:
    path = path_of(language, locale=locale)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(po_text(catalog), encoding="utf-8")
    compiled(language, locale=locale)


def compiled(language: str, *, locale: Path = LOCALE) -> None:
    path = path_of(language, locale=locale)
    path.with_suffix(".mo").write_bytes(mo_bytes(read(language, locale=locale)))


def problems(language: str, *, source: Catalog, locale: Path = LOCALE) -> Iterator[str]:
    """Whatever keeps a reader of this language from reading everything, rightly."""
    path = path_of(language, locale=locale)
    if not path.exists():
        yield f"{language}: there is no catalogue"
        return
    catalog = read(language, locale=locale)
    for message in messages(source):
        known = catalog.get(message.id, message.context)
        yield from (f"{language}: {words}" for words in doubts(message, known))
        if known and language == PSEUDO and known.string != made(message):
            yield f"{language}: out of date: {message.id!r}"
    for message in messages(catalog):
        if source.get(message.id, message.context) is None:
            yield f"{language}: no longer in the code: {message.id!r}"
    if not path.with_suffix(".mo").exists():
        yield f"{language}: not compiled"
    elif path.with_suffix(".mo").read_bytes() != mo_bytes(catalog):
        yield f"{language}: django.mo is older than django.po"


def doubts(message: Message, known: Message | None) -> Iterator[str]:
    """What is wrong with one translation."""
    if known is None or not filled(known):
        yield f"not translated: {message.id!r} ({message.locations[0][0]})"
        return
    if known.fuzzy:
        yield f"marked as doubtful: {message.id!r}"
    wanted = [fields(text) for text in texts(message.id)]
    for string in texts(known.string):
        if fields(string) not in wanted:
            yield f"other fields or tags than {message.id!r}: {string!r}"


def fields(text: str) -> list[str]:
    return sorted(FIELDS.findall(text))


def texts(said: Any) -> list[str]:
    return list(said) if isinstance(said, tuple | list) else [said]


def filled(message: Message) -> bool:
    return all(text.strip() for text in texts(message.string))


def missing(language: str, *, source: Catalog, locale: Path = LOCALE) -> list[dict[str, Any]]:
    """What a translator still has to write; `text` is to be filled in, once per plural form."""
    catalog = read(language, locale=locale)
    return [
        {"message": message.id, "context": message.context, "text": ""}
        for message in messages(source)
        if not (known := catalog.get(message.id, message.context)) or not filled(known)
    ]


def take(language: str, said: list[dict[str, Any]], *, locale: Path = LOCALE) -> int:
    """Put translations into the catalogue; those for unknown messages are passed over."""
    catalog = read(language, locale=locale)
    count = 0
    for item in said:
        wanted = item["message"]
        key = tuple(wanted) if isinstance(wanted, list) else wanted
        known = catalog.get(key, item.get("context"))
        if known and item["text"]:
            known.string = tuple(item["text"]) if isinstance(key, tuple) else item["text"]
            count += 1
    write(language, catalog, locale=locale)
    return count


def main(arguments: list[str]) -> int:
    match arguments:
        case ["extract"]:
            source = found()
            for language in (*WRITTEN, PSEUDO):
                write(language, updated(read(language), source=source, language=language))
            print(f"{len(messages(source))} messages")
        case ["compile"]:
            for language in (*WRITTEN, PSEUDO):
                compiled(language)
        case ["check"]:
            source = found()
            wrong = [p for name in (*WRITTEN, PSEUDO) for p in problems(name, source=source)]
            print("\n".join(wrong) or "Every message is translated.")
            return 1 if wrong else 0
        case ["missing", language]:
            rest = missing(language, source=found())
            print(json.dumps(rest, ensure_ascii=False, indent=1))
        case ["take", language, path]:
            said = json.loads(Path(path).read_text(encoding="utf-8"))
            print(f"{take(language, said)} taken of {len(said)}")
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
