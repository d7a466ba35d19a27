"""What can be wrong with an instrument, and how to mend it.

An instrument that can't be trusted whole grants nothing: the first thing found wrong is raised,
with the field or clause it stands in.
"""

from __future__ import annotations

from remit.core.words import PLAIN, Words, gettext_noop, words

SHOWN_AT_MOST = 60
"""Characters of the instrument's own text that an error repeats."""

_FIELDS = gettext_noop("Write the fields one to a line: a name, a colon, a space and the value.")
_KEEP_ONE = gettext_noop("Keep one of them and remove the others.")

MESSAGES: dict[str, tuple[str, str]] = {
    "not_object": (
        gettext_noop("This is not an object with named fields."),
        gettext_noop("Write its fields by name, as the reference of clauses shows."),
    ),
    "field_missing": (
        gettext_noop("The field {field} is missing."),
        gettext_noop("Add it; no field has a value of its own accord."),
    ),
    "field_unknown": (
        gettext_noop("The field “{field}” is not known here."),
        gettext_noop("Remove it, or correct its name. These are known: {allowed}."),
    ),
    "about_remit": (
        gettext_noop("The file of the remit itself is about nothing else."),
        gettext_noop("Leave the field {field} out, or say whose file it is: matter or person."),
    ),
    "kind_unknown": (
        gettext_noop("“{value}” is no kind of clause."),
        gettext_noop("Use one of these kinds: {allowed}."),
    ),
    "file_too_large": (
        gettext_noop("This is more than is read at once: {limit} bytes."),
        gettext_noop("Shorten it; an instrument must be read by people."),
    ),
    "too_deep": (
        gettext_noop("Lists and fields stand in each other more than {limit} deep."),
        gettext_noop("Write it as the reference of instruments shows."),
    ),
    "json_syntax": (
        gettext_noop("This can't be read as JSON: {problem}."),
        gettext_noop("Look for a comma, a quotation mark or a bracket near this place."),
    ),
    "yaml_syntax": (
        gettext_noop("This can't be read as YAML: {problem}."),
        gettext_noop("Look for a colon, a quotation mark or wrong indentation near this place."),
    ),
    "yaml_character": (
        gettext_noop("A character stands here that can't be printed."),
        gettext_noop("Remove it; letters of all languages and line breaks may stay."),
    ),
    "yaml_no_fields": (
        gettext_noop("Here are no fields with names."),
        _FIELDS,
    ),
    "yaml_braces": (
        gettext_noop("The file begins with a brace, as JSON does, and amounts differ there."),
        _FIELDS,
    ),
    "yaml_documents": (
        gettext_noop("A second document begins here."),
        gettext_noop("Keep one document to a file, and remove the line with dashes or dots."),
    ),
    "yaml_anchor": (
        gettext_noop("This is said by reference to another place."),
        gettext_noop("Write it out, so that it can be read where it stands."),
    ),
    "yaml_tag": (
        gettext_noop("A tag stands here, which begins with an exclamation mark."),
        gettext_noop("Remove it, or put a text that begins so in quotation marks."),
    ),
    "yaml_name": (
        gettext_noop("The name of a field is no plain text here."),
        gettext_noop("Write its name, a colon and its value."),
    ),
    "text_missing": (
        gettext_noop("There is no text here."),
        gettext_noop("Write the text; a blank would leave people guessing."),
    ),
    "text_too_long": (
        gettext_noop("The text has {length} characters, and at most {limit} are kept."),
        gettext_noop("Shorten it so that it can be read."),
    ),
    "not_text": (
        gettext_noop("This is not a text."),
        gettext_noop("Write it as text; in YAML, digits alone stand in quotation marks."),
    ),
    "said_missing": (
        gettext_noop("This is no text by language."),
        gettext_noop("Write it as language and text, in at least one language."),
    ),
    "code_shape": (
        gettext_noop("“{value}” can't be a code."),
        gettext_noop("Use small letters and digits, and between them hyphens or underscores."),
    ),
    "remit_code_shape": (
        gettext_noop("“{value}” can't be the code of a remit."),
        gettext_noop("Use up to 32 capital letters, digits and hyphens, such as W-2023."),
    ),
    "id_shape": (
        gettext_noop("“{value}” can't be the id of a clause."),
        gettext_noop("Number the clauses B1, B2, B3 and so on."),
    ),
    "not_one_of": (
        gettext_noop("“{value}” is not known here."),
        gettext_noop("Use one of these: {allowed}."),
    ),
    "not_whole": (
        gettext_noop("This must be a whole number from {least} to {most}."),
        gettext_noop("Write it in digits; amounts are in the smallest unit of the currency."),
    ),
    "not_amount": (
        gettext_noop("“{value}” is no amount."),
        gettext_noop("Write digits, and a point before the decimals, such as 10000.00."),
    ),
    "amount_decimals": (
        gettext_noop("“{value}” is more exact than {currency}, which has decimals: {places}."),
        gettext_noop("Write no more decimals than the currency has."),
    ),
    "not_flag": (
        gettext_noop("This is neither true nor false."),
        gettext_noop("Write true or false."),
    ),
    "not_moment": (
        gettext_noop("“{value}” is no moment with its time zone."),
        gettext_noop("Write it in UTC, such as 2023-05-02T10:00:00Z."),
    ),
    "moment_far": (
        gettext_noop("This is too long ago or too far ahead."),
        gettext_noop("Write a year from {least} to {most}."),
    ),
    "currency_shape": (
        gettext_noop("“{value}” is no currency."),
        gettext_noop("Write its code of three capital letters, such as EUR or PLN."),
    ),
    "not_list": (
        gettext_noop("This is not a list in the form that was agreed."),
        gettext_noop("Write it as the reference of clauses shows."),
    ),
    "list_empty": (
        gettext_noop("The list is empty."),
        gettext_noop("Name at least one, or leave the clause out."),
    ),
    "repeated": (gettext_noop("“{value}” is there twice."), _KEEP_ONE),
    "period_backwards": (
        gettext_noop("The period ends before it has begun."),
        gettext_noop("Let it end after it starts."),
    ),
    "pair_same": (
        gettext_noop("A duty can't be kept apart from itself."),
        gettext_noop("Name two different duties in each pair."),
    ),
    "ids_order": (
        gettext_noop("This clause should be called {expected}."),
        gettext_noop("Number the clauses B1, B2, B3 and so on, in their order."),
    ),
    "clause_required": (
        gettext_noop("There is no clause of the kind {kind}."),
        gettext_noop("Add one: without it nobody can tell how far the remit goes."),
    ),
    "clause_repeated": (
        gettext_noop("There are {count} clauses of the kind {kind}, where one is allowed."),
        _KEEP_ONE,
    ),
    "clause_currency": (
        gettext_noop("Clause {clause} is in {found}, and the remit in {currency}."),
        gettext_noop("Write all amounts in the currency of the remit."),
    ),
    "promise_too_large": (
        gettext_noop("The promise “{binding}” is more than the form “{vehicle}” can keep."),
        gettext_noop("Promise one of these: {allowed}. Or grant the power that keeps the promise."),
    ),
    "backing_too_short": (
        gettext_noop("The backing ends before the period begins."),
        gettext_noop("Have it backed for longer, or let the period begin sooner."),
    ),
    "review_outside": (
        gettext_noop("The review is not within the period of the remit."),
        gettext_noop("Review it while it may still be mended, or leave the review open with null."),
    ),
    "undertaking_missing": (
        gettext_noop("It binds by an undertaking, and nobody has undertaken anything."),
        gettext_noop("Say which office adopts in how many days, and on which grounds it may not."),
    ),
    "undertaking_needless": (
        gettext_noop("There is an undertaking, and it binds in another way: “{binding}”."),
        gettext_noop("Leave the undertaking open with null, or let it bind by the undertaking."),
    ),
    "appeal_in_line": (
        gettext_noop("The appeal goes to somebody whose own decision it may be: {office}."),
        gettext_noop("Name an office that neither grants nor backs the remit nor acts under it."),
    ),
    "promise_above_power": (
        gettext_noop("The promise “{level}” is more than this can keep: “{binding}”."),
        gettext_noop("Promise one of these: {allowed}. Or let it bind further."),
    ),
    "promise_without_power": (
        gettext_noop("The promise is “{level}”, and no power is given to keep it with."),
        gettext_noop("Give a power that does more than put things on file, or promise less."),
    ),
    "asked_without_power": (
        gettext_noop(
            "Clause {clause} depends on this position, which has not the power to {power}: "
            "{position}."
        ),
        gettext_noop("Give it the power “{needed}” in the powers clause, or name another."),
    ),
}
"""By code: what is wrong, and how to mend it."""


class BadInstrument(ValueError):
    """An instrument, or part of one, that grants nothing.

    `code` is a key of MESSAGES, `where` the field or clause ("clauses.B2.amount"), `params` what
    fills the message; `words` says all of it and how to mend it.
    """

    def __init__(self, code: str, *, where: str, **params: object) -> None:
        super().__init__(code, where, params)
        self.code = code
        self.where = where
        self.params = {name: shown(value) for name, value in params.items()}

    @property
    def words(self) -> Words:
        """Where, what, and how to mend it."""
        what, mend = (words(message, **self.params) for message in MESSAGES[self.code])
        return words(gettext_noop("{where}: {what} {mend}"), where=self.where, what=what, mend=mend)

    def __str__(self) -> str:
        return self.words.render(PLAIN)


def shown(value: object) -> object:
    """The value as an error may repeat it: Words and lists whole, other things cut short."""
    if isinstance(value, Words | tuple):
        return value
    if type(value) is int and value.bit_length() <= 256:
        return value
    text = str(value) if not isinstance(value, int) else "…"
    return text if len(text) <= SHOWN_AT_MOST else text[:SHOWN_AT_MOST] + "…"
