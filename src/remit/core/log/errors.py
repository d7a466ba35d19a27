"""What can be wrong with a log, or with anything that claims to be part of one.

Whatever is read here may come from strangers. Nothing of it is used unless all of it is right, so
the first thing wrong is raised, with a stable code and the words for it.
"""

from __future__ import annotations

from remit.core.words import PLAIN, Words, gettext_noop, words

SHOWN_AT_MOST = 80
"""Characters of foreign text that an error repeats."""

MESSAGES: dict[str, str] = {
    "json_float": gettext_noop(
        "The number {value} has a fraction or an exponent; records have none."
    ),
    "json_integer": gettext_noop("The number {value} is too large to be read alike everywhere."),
    "json_type": gettext_noop("Something of the type {type} can't be written as JSON."),
    "json_key": gettext_noop("A field's name is not text."),
    "json_text": gettext_noop("A text is not valid Unicode."),
    "json_depth": gettext_noop("Fields are nested deeper than the {limit} levels that are read."),
    "json_syntax": gettext_noop("This is not JSON in UTF-8."),
    "json_key_repeated": gettext_noop("The field {key} is there twice."),
    "json_not_canonical": gettext_noop("This is JSON, but not in the canonical form of RFC 8785."),
    "leaf_not_object": gettext_noop("A leaf must be an object with fields."),
    "leaf_too_large": gettext_noop("The leaf has {size} bytes, and at most {limit} are kept."),
    "proof_range": gettext_noop(
        "There is no proof from {start} to {end} in a log of {size} leaves."
    ),
    "proof_invalid": gettext_noop("The proof does not lead from the leaf to the root."),
    "proof_syntax": gettext_noop("This is not a proof in the form of C2SP tlog-proof."),
    "frontier_invalid": gettext_noop("The stored frontier does not fit a log of {size} leaves."),
    "hash_length": gettext_noop("A hash must have 32 bytes, and this one has {size}."),
    "file_missing": gettext_noop("The file {path} is missing or can't be read."),
    "tile_path": gettext_noop("{path} is no path of a tile."),
    "tile_length": gettext_noop("The file {path} has {size} bytes where {expected} belong."),
    "bundle_syntax": gettext_noop("The file {path} does not hold {expected} entries."),
    "bundle_too_many": gettext_noop("A bundle holds at most {limit} entries."),
    "base64": gettext_noop("“{value}” is not strict Base64."),
    "key_name": gettext_noop("“{name}” can't name a key: it is empty, or has a space or a plus."),
    "key_syntax": gettext_noop("This is not a key in the form of C2SP signed notes."),
    "key_id": gettext_noop("The key {name} does not have the id that it states."),
    "key_algorithm": gettext_noop("The key {name} is not for Ed25519 signatures."),
    "note_too_large": gettext_noop("The note has {size} bytes, and at most {limit} are read."),
    "note_syntax": gettext_noop(
        "This is not a text with signatures under it, as signed notes are."
    ),
    "note_signatures": gettext_noop("The note has more than {limit} signatures."),
    "note_unsigned": gettext_noop("None of the note's signatures is by a key that is trusted."),
    "note_forged": gettext_noop("The signature that names the key {name} is not by that key."),
    "checkpoint_syntax": gettext_noop("The note is signed, but it is no checkpoint of a log."),
    "checkpoint_origin": gettext_noop("The checkpoint is of {origin}, and the key of {name}."),
    "checkpoint_empty_root": gettext_noop(
        "The checkpoint is of an empty log, but its root is not."
    ),
}
"""By code, what is wrong."""


class LogError(Exception):
    """Something that can't be part of a log. Nothing of it is used."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = {name: shown(value) for name, value in params.items()}

    @property
    def words(self) -> Words:
        return words(MESSAGES[self.code], **self.params)

    def __str__(self) -> str:
        return self.words.render(PLAIN)


def shown(value: object) -> object:
    """The value, cut short if it is long text or a huge number from outside."""
    if isinstance(value, int) and value.bit_length() > 256:
        return "…"
    if isinstance(value, str) and len(value) > SHOWN_AT_MOST:
        return value[:SHOWN_AT_MOST] + "…"
    return value
