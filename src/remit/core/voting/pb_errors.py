"""What can be wrong with a `.pb` file, and how to mend it.

A file that can't be trusted whole isn't read at all: the first thing found wrong is raised, with
the line it stands on.
"""

from __future__ import annotations

from remit.core.words import PLAIN, Words, gettext_noop, words

SHOWN_AT_MOST = 60
"""Characters of the file's own text that an error repeats."""

_TRUNCATED = gettext_noop("Get the file again from its source: it seems to have been cut short.")
_SPLIT = gettext_noop("Split the file, or ask whoever made it whether it is what it should be.")
_REMOVE_ONE = gettext_noop("Keep one of the two and remove the other.")
_AS_NUMBER = gettext_noop("Write it in digits, with a point before decimals, such as 12500.50.")

MESSAGES: dict[str, tuple[str, str]] = {
    "file_too_large": (
        gettext_noop("The file has {size} bytes, and at most {limit} are read."),
        _SPLIT,
    ),
    "not_utf8": (
        gettext_noop("The text is not encoded as UTF-8."),
        gettext_noop("Save the file again with the encoding UTF-8."),
    ),
    "nul_byte": (
        gettext_noop("The line contains a NUL byte, which no text has."),
        gettext_noop("Save the file again as plain text with the encoding UTF-8."),
    ),
    "line_too_long": (
        gettext_noop("The line has {length} characters, and at most {limit} are read."),
        _SPLIT,
    ),
    "too_many_columns": (
        gettext_noop("The line has {columns} columns, and at most {limit} are read."),
        _SPLIT,
    ),
    "quotes_unclear": (
        gettext_noop("A quotation mark that opens here is not closed where the field ends."),
        gettext_noop('Close it, and write a quotation mark inside quoted text twice: "".'),
    ),
    "section_missing": (
        gettext_noop("The section {section} is missing where it should begin."),
        gettext_noop("A file has the sections META, PROJECTS and VOTES, in this order."),
    ),
    "section_misplaced": (
        gettext_noop("The section {section} does not belong here."),
        gettext_noop("A file has the sections META, PROJECTS and VOTES once each, in this order."),
    ),
    "column_missing": (
        gettext_noop("The heading of the section {section} lacks the column {column}."),
        gettext_noop("Add the column, with a value in every row."),
    ),
    "column_repeated": (
        gettext_noop("The heading of the section {section} has the column {column} twice."),
        _REMOVE_ONE,
    ),
    "columns_mismatch": (
        gettext_noop("The row has {found} fields, and its heading has {expected}."),
        gettext_noop(
            "Give the row as many fields as the heading; quote a field that contains a semicolon."
        ),
    ),
    "meta_missing": (
        gettext_noop("The section META does not state {key}."),
        gettext_noop("Add the line, such as {key};…"),
    ),
    "meta_repeated": (gettext_noop("The section META states {key} twice."), _REMOVE_ONE),
    "count_not_number": (
        gettext_noop("{key} is “{value}”, which is no whole number."),
        gettext_noop("Write it in digits only."),
    ),
    "vote_type_unsupported": (
        gettext_noop("Ballots of the type {value} are not supported yet."),
        gettext_noop("Only ballots of the types approval and choose-1 can be counted so far."),
    ),
    "vote_type_unknown": (
        gettext_noop("vote_type is “{value}”, which no known type is called."),
        gettext_noop("Write approval or choose-1."),
    ),
    "currency_unknown": (
        gettext_noop("currency is “{value}”, which is no code of three capital letters."),
        gettext_noop("Write the currency's ISO 4217 code, such as EUR or PLN."),
    ),
    "budget_not_number": (gettext_noop("The budget is “{value}”, which is no number."), _AS_NUMBER),
    "budget_not_positive": (
        gettext_noop("The budget is {value}, and with it nothing can be funded."),
        gettext_noop("Give the amount that the ballot decides on, more than zero."),
    ),
    "cost_not_number": (
        gettext_noop("The cost of project {project} is “{value}”, which is no number."),
        _AS_NUMBER,
    ),
    "cost_not_positive": (
        gettext_noop("The cost of project {project} is {value}."),
        gettext_noop("Give a cost of more than zero, or remove the project and its votes."),
    ),
    "number_ambiguous": (
        gettext_noop("The amount “{value}” may have decimals or a mark between thousands."),
        _AS_NUMBER,
    ),
    "too_many_decimals": (
        gettext_noop("The amount “{value}” is finer than a hundredth of the currency."),
        gettext_noop("Round it to at most two decimals."),
    ),
    "number_too_large": (
        gettext_noop("The number “{value}” has more digits than the {limit} that are read."),
        gettext_noop("Check it; if it is right, give all amounts in a larger unit."),
    ),
    "too_many_projects": (
        gettext_noop("The file has more than {limit} projects."),
        _SPLIT,
    ),
    "too_many_voters": (gettext_noop("The file has more than {limit} ballots."), _SPLIT),
    "project_id_missing": (
        gettext_noop("The project has no project_id."),
        gettext_noop("Give every project an id of its own."),
    ),
    "project_id_unusable": (
        gettext_noop("The project_id “{project}” contains a comma, which separates votes."),
        gettext_noop("Give the project an id without commas, and use it in the ballots too."),
    ),
    "project_repeated": (
        gettext_noop("Project {project} is listed twice, first on line {first}."),
        _REMOVE_ONE,
    ),
    "no_projects": (gettext_noop("The file lists no projects."), _TRUNCATED),
    "num_projects_mismatch": (
        gettext_noop("num_projects is {stated}, and {found} projects are listed."),
        gettext_noop("Get the file again from its source, or correct the number if it is wrong."),
    ),
    "voter_id_missing": (
        gettext_noop("The ballot has no voter_id."),
        gettext_noop("Number the ballots: 1, 2, 3 and so on."),
    ),
    "voter_repeated": (
        gettext_noop("Voter {voter} has two ballots, the first on line {first}."),
        gettext_noop("Keep the ballot that is valid and remove the other."),
    ),
    "vote_blank": (
        gettext_noop("The vote has nothing between two commas, or a comma at its end."),
        gettext_noop("Separate the ids of the projects by single commas."),
    ),
    "vote_unknown_project": (
        gettext_noop("The vote is for “{project}”, which is not among the projects."),
        gettext_noop("Correct the id, or add the project to the section PROJECTS."),
    ),
    "vote_repeats_project": (
        gettext_noop("The vote names project {project} twice."),
        gettext_noop("Name every project once; an approval counts once."),
    ),
    "vote_too_many": (
        gettext_noop("The vote names {found} projects, and the vote_type allows one."),
        gettext_noop("Remove the ballot if it is invalid, or correct the vote_type."),
    ),
    "no_votes": (gettext_noop("The file has no ballots."), _TRUNCATED),
    "num_votes_mismatch": (
        gettext_noop("num_votes is {stated}, and the file has {found} ballots."),
        gettext_noop("Get the file again from its source, or correct the number if it is wrong."),
    ),
    "truncated": (
        gettext_noop(
            "The file ends without a line end, and project {project} has {found} votes "
            "where {stated} are stated."
        ),
        _TRUNCATED,
    ),
}
"""By code: what is wrong, and how to mend it."""


class PbError(Exception):
    """A `.pb` file that is not read. Nothing of it is used."""

    def __init__(self, code: str, *, file: str, line: int, **params: object) -> None:
        super().__init__(code, file, line, params)
        self.code = code
        self.file = file
        self.line = line
        self.params = {name: shown(value) for name, value in params.items()}

    @property
    def words(self) -> Words:
        """Where, what, and how to mend it."""
        what, mend = (words(message, **self.params) for message in MESSAGES[self.code])
        frame = gettext_noop("{file}, line {line}: {what} {mend}")
        return words(frame, file=self.file, line=self.line, what=what, mend=mend)

    def __str__(self) -> str:
        return self.words.render(PLAIN)


def shown(value: object) -> object:
    """The value, cut short if it is long text from the file."""
    if isinstance(value, str) and len(value) > SHOWN_AT_MOST:
        return value[:SHOWN_AT_MOST] + "…"
    return value
