"""Which documents must be on file before something is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from remit.core.bounds import checks, reading
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import POWERS
from remit.core.bounds.labels import power as power_label
from remit.core.bounds.question import OnFile
from remit.core.words import Said, Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Clause):
    """Before `power` is used, each of `documents`, as its code and what it is, is on the file of
    the matter and holds still.
    """

    power: str
    documents: tuple[tuple[str, Said], ...]

    kind: ClassVar[str] = "document"
    HEADING: ClassVar[str] = gettext_noop("Documents")
    ABOUT: ClassVar[str] = gettext_noop("What must be on file before a power is used.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about",
        "documents": "a list of what must be on file, each with its code and its text by language",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "document_not_touched": gettext_noop("Nothing need be on file for this."),
        "document_unnamed": gettext_noop(
            "It must be said what it is about, so that its file is found."
        ),
        "document_unknown": gettext_noop("It is not known whether this is on file: {documents}."),
        "document_missing": gettext_noop(
            "This must be on file first, and hold still: {documents}."
        ),
        "document_there": gettext_noop("This is on file: {documents}."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B23",
        "kind": "document",
        "power": "decline",
        "documents": [
            {
                "code": "intent-conversation",
                "text": {
                    "en": "a conversation with the panel about what it intends",
                    "pl": "rozmowa z panelem o tym, o co mu chodzi",
                },
            },
        ],
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, POWERS, where=f"{self.id}.power")
        checks.texts(self.documents, where=f"{self.id}.documents")

    def questions(self, deed: Deed, *, at: datetime, person: str) -> tuple[OnFile, ...]:
        if deed.power != self.power or deed.item is None:
            return ()
        return tuple(_document(code, deed.item) for code, _ in self.documents)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power:
            return self.found("met", "document_not_touched")
        if deed.item is None:
            return self.found("unknown", "document_unnamed")
        missing, unknown = [], []
        for code, text in self.documents:
            filed = facts.on_file(_document(code, deed.item))
            if filed is None:
                unknown.append(text)
            elif not any(entry.live(facts.at) for entry in filed):
                missing.append(text)
        if missing:
            return self.found("breached", "document_missing", documents=tuple(missing))
        if unknown:
            return self.found("unknown", "document_unknown", documents=tuple(unknown))
        return self.found("met", "document_there", documents=self._texts())

    def _texts(self) -> tuple[Said, ...]:
        return tuple(text for _, text in self.documents)

    def covers(self, narrower: Clause) -> bool:
        # The texts too: the same code with other words would be another document to its readers.
        return (
            isinstance(narrower, Document)
            and narrower.power == self.power
            and all(document in narrower.documents for document in self.documents)
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop(
                "Nobody may {power} before all of this is on the file of the matter: {documents}."
            ),
            power=power_label(self.power),
            documents=self._texts(),
        )

    def to_json(self) -> dict[str, object]:
        documents = reading.texts_json(self.documents)
        return {"id": self.id, "kind": self.kind, "power": self.power, "documents": documents}

    @classmethod
    def read(cls, found: Mapping[str, Any], *, where: str) -> dict[str, Any]:
        documents = reading.texts(found["documents"], where=f"{where}.documents")
        return {"power": found["power"], "documents": documents}


def _document(code: str, item: str) -> OnFile:
    return OnFile(topic="document", code=code, scope="matter", about=item)
