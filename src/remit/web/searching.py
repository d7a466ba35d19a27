"""Looking for words as people type them: whatever the case, with or without accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

# Letters that are one of their own, and do not come apart into a letter and an accent.
OWN_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ħ": "h", "æ": "ae", "œ": "oe"})


def folded(text: str) -> str:
    """The text without what is not typed alike by everybody."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return bare.translate(OWN_LETTERS)


def found_in(query: str, texts: Iterable[str]) -> bool:
    """Whether every word of the query stands somewhere in these texts; an empty one always does."""
    whole = folded("\n".join(texts))
    return all(word in whole for word in folded(query).split())
