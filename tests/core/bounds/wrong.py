"""What is wrong with the sample when one thing is changed, and what no file may hold."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

GONE = object()
"""The field is taken away."""
UNDERTAKING: dict[str, Any] = {
    "days": 28,
    "office": "clerk",
    "grounds": {"en": "Only if it is unlawful."},
}


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
"""Anything that JSON can hold."""


def changed(data: dict[str, Any], field: str, value: object) -> dict[str, Any]:
    """A copy with this field changed; a dot leads into a field."""
    name, _, rest = field.partition(".")
    if rest:
        return data | {name: changed(data[name], rest, value)}
    if value is GONE:
        return {other: kept for other, kept in data.items() if other != name}
    return data | {name: copy.deepcopy(value)}


INSTRUMENTS: list[tuple[str, object, str, str]] = [
    ("promise", GONE, "field_missing", "instrument"),
    ("secret", 1, "field_unknown", "instrument"),
    ("code", "w-2023", "remit_code_shape", "code"),
    ("code", "W" * 33, "remit_code_shape", "code"),
    ("code", "W-2023\n", "remit_code_shape", "code"),
    ("version", 0, "not_whole", "version"),
    ("version", "1", "not_whole", "version"),
    ("title", "A title", "said_missing", "title"),
    ("title", {"en": "x" * 2001}, "text_too_long", "title.en"),
    ("ending", {"en": ""}, "text_missing", "ending.en"),
    ("ending", {"en": 7}, "not_text", "ending.en"),
    ("vehicle", "goodwill", "not_one_of", "vehicle"),
    ("vehicle", "", "not_one_of", "vehicle"),
    ("binding", None, "not_one_of", "binding"),
    ("parent", "", "remit_code_shape", "parent"),
    ("parent", 1, "remit_code_shape", "parent"),
    ("parent", "root", "remit_code_shape", "parent"),
    ("grantor", "Accountable officer", "code_shape", "grantor"),
    ("backer", None, "code_shape", "backer"),
    ("currency", "pln", "currency_shape", "currency"),
    ("clauses", {}, "not_list", "clauses"),
    ("clauses", [], "list_empty", "clauses"),
    ("clauses", [1], "not_object", "B1"),
    ("backed_until", "soon", "not_moment", "backed_until"),
    ("demonstration", 1, "not_flag", "demonstration"),
    ("demonstration", "no", "not_flag", "demonstration"),
    ("vehicle", "advice", "promise_too_large", "binding"),
    ("vehicle", "officer_delegation", "promise_too_large", "binding"),
    ("binding", "committee", "promise_too_large", "binding"),
    ("backed_until", "2023-05-01T00:00:00Z", "backing_too_short", "backed_until"),
    ("authority", {"en": "The law."}, "field_missing", "authority"),
    ("authority", None, "not_object", "authority"),
    ("authority.more", 1, "field_unknown", "authority"),
    ("authority.text", "The law.", "said_missing", "authority.text"),
    ("authority.statute", " ", "text_missing", "authority.statute"),
    ("authority.statute", 1972, "not_text", "authority.statute"),
    ("authority.statute", "x" * 201, "text_too_long", "authority.statute"),
    ("authority.section", None, "not_text", "authority.section"),
    ("authority.section", "x" * 201, "text_too_long", "authority.section"),
    ("authority.appropriation", 1, "not_text", "authority.appropriation"),
    ("undertaking", {**UNDERTAKING, "days": 0}, "not_whole", "undertaking.days"),
    ("undertaking", {**UNDERTAKING, "days": 367}, "not_whole", "undertaking.days"),
    ("undertaking", {**UNDERTAKING, "office": None}, "code_shape", "undertaking.office"),
    ("undertaking", {**UNDERTAKING, "grounds": {}}, "said_missing", "undertaking.grounds"),
    ("undertaking", [], "not_object", "undertaking"),
    ("undertaking", UNDERTAKING, "undertaking_needless", "undertaking"),
    ("binding", "undertaking", "undertaking_missing", "undertaking"),
    ("holder", {"en": "the residents"}, "field_missing", "holder"),
    ("holder.kind", "crowd", "not_one_of", "holder.kind"),
    ("holder.kind", None, "not_one_of", "holder.kind"),
    ("holder.name", {}, "said_missing", "holder.name"),
    ("holder.quorum", -1, "not_whole", "holder.quorum"),
    ("holder.quorum", 1001, "not_whole", "holder.quorum"),
    ("holder.rule", "shouting", "not_one_of", "holder.rule"),
    ("holder.accepts", "", "code_shape", "holder.accepts"),
    ("holder.accepts", GONE, "field_missing", "holder"),
    ("review", "", "not_moment", "review"),
    ("review", GONE, "field_missing", "instrument"),
    ("review", "2023-04-30T23:59:59.999999Z", "review_outside", "review"),
    ("review", "2024-01-01T00:00:00Z", "review_outside", "review"),
    ("appetite", None, "not_object", "appetite"),
    ("appetite", {"money": "hungry"}, "not_one_of", "appetite.money"),
    ("appetite", {"money": None}, "not_one_of", "appetite.money"),
    ("appetite", {"Money": "open"}, "code_shape", "appetite"),
    ("retention", None, "not_object", "retention"),
    ("retention.code", "", "code_shape", "retention.code"),
    ("retention.years", 201, "not_whole", "retention.years"),
    ("retention.years", "10", "not_whole", "retention.years"),
    ("appeal.text", {"en": ""}, "text_missing", "appeal.text.en"),
    ("appeal.office", "The council", "code_shape", "appeal.office"),
    ("appeal.office", "accountable-officer", "appeal_in_line", "appeal.office"),
    ("appeal.office", "backer", "appeal_in_line", "appeal.office"),
    ("appeal.office", "harbour-master", "appeal_in_line", "appeal.office"),
    ("promise", {"en": "We listen."}, "field_missing", "promise"),
    ("promise.level", "asked", "not_one_of", "promise.level"),
    ("promise.text", None, "said_missing", "promise.text"),
    ("binding", "advice", "promise_above_power", "promise.level"),
]
"""What is changed in the sample, and the code and place of the error."""

TEXTS: list[tuple[str, str, str]] = [
    ("", "yaml_no_fields", "line 1, column 1"),
    ("# nothing but a comment\n", "yaml_no_fields", "line 2, column 1"),
    ("- code: W\n", "yaml_no_fields", "line 1, column 1"),
    ("W-2023\n", "yaml_no_fields", "line 1, column 1"),
    ("code: W\n  version: 1\n", "yaml_syntax", "line 2, column 10"),
    ("code: 'W\nversion: 1\n", "yaml_syntax", "line 3, column 1"),
    ("code: W\n\ttitle: A\n", "yaml_syntax", "line 2, column 1"),
    ("code: @W\n", "yaml_syntax", "line 1, column 7"),
    ("code: W\ntitle: a\x07b\n", "yaml_character", "line 2, column 9"),
    ("\x00code: W\n", "yaml_character", "line 1, column 1"),
    ("code: W\nversion: 1\ncode: V\n", "repeated", "line 3, column 1"),
    ('code: W\ntitle: {en: a, "en": b}\n', "repeated", "line 2, column 16"),
    ("code: &name W\n", "yaml_anchor", "line 1, column 7"),
    ("&all code: W\n", "yaml_anchor", "line 1, column 1"),
    ("code: *name\n", "yaml_anchor", "line 1, column 7"),
    ("a: W\n*a : b\n", "yaml_anchor", "line 2, column 1"),
    ("&a\ncode: W\n", "yaml_anchor", "line 1, column 1"),
    ("code: !!str W\n", "yaml_tag", "line 1, column 7"),
    ("code: !python/object:os.system W\n", "yaml_tag", "line 1, column 7"),
    ("code: ! W\n", "yaml_tag", "line 1, column 7"),
    ("!!map\ncode: W\n", "yaml_tag", "line 1, column 1"),
    ("? [a, b]\n: c\n", "yaml_name", "line 1, column 3"),
    ("? {a: b}\n: c\n", "yaml_name", "line 1, column 3"),
    ("code: W\n---\ncode: V\n", "yaml_documents", "line 2, column 1"),
    ("{code: W}\n", "json_syntax", "line 1, column 2"),
    ("code: " + "[" * 32, "too_deep", "line 1, column 38"),
    ("code: " + "[" * 100_000, "too_deep", "line 1, column 38"),
    ('{"code": "W",}', "json_syntax", "line 1, column 14"),
    ('{"code": "W"\n', "json_syntax", "line 2, column 1"),
    ('{"code": "W"} {}', "json_syntax", "line 1, column 15"),
    ('{"title": {"en": "a", "en": "b"}}', "repeated", "en"),
    ('{"a": ' + "[" * 32 + "]" * 32 + "}", "too_deep", "file"),
    ('{"a": ' + "[" * 100_000, "too_deep", "file"),
    ("title: " + "x" * 256 * 1024, "file_too_large", "file"),
    ("title: " + "\u20ac" * 90_000, "file_too_large", "file"),
    ('{"title": "' + "x" * 256 * 1024 + '"}', "file_too_large", "file"),
]
"""A file, and the code and place of the error in it."""

AMOUNTS: list[tuple[object, str, str]] = [
    ("1.001", "PLN", "amount_decimals"),
    ("1.000", "PLN", "amount_decimals"),
    ("1.0", "JPY", "amount_decimals"),
    ("1.0001", "KWD", "amount_decimals"),
    ("10,000.00", "PLN", "not_amount"),
    ("1,00", "PLN", "not_amount"),
    ("-1", "PLN", "not_amount"),
    (-1, "PLN", "not_amount"),
    ("1e3", "PLN", "not_amount"),
    ("1.", "PLN", "not_amount"),
    (".5", "PLN", "not_amount"),
    ("", "PLN", "not_amount"),
    ("\u0661", "PLN", "not_amount"),
    ("1\n", "PLN", "not_amount"),
    ("9" * 19, "PLN", "not_amount"),
    (None, "PLN", "not_amount"),
    (True, "PLN", "not_amount"),
    ([1], "PLN", "not_amount"),
    ("1", "zl", "currency_shape"),
    ("1", None, "currency_shape"),
]
"""An amount as somebody wrote it, its currency, and the error."""
