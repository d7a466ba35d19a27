"""What `verify` can find wrong, in words. Problems of the log, the ledger and the ballots' files
bring words of their own."""

from __future__ import annotations

from remit.core.words import gettext_noop

MESSAGES: dict[str, str] = {
    "key_differs": gettext_noop(
        "The site shows the key {found}, and the trusted one is {trusted}."
    ),
    "tile_wrong": gettext_noop("The file {path} does not hold the hashes of the records."),
    "tile_mismatch": gettext_noop("The hashes in {path} do not add up to the one above them."),
    "root_mismatch": gettext_noop("The tiles lead to another root than the one that is signed."),
    "entry_mismatch": gettext_noop("Record {record} is not the one whose hash is in the tree."),
    "entries_root": gettext_noop("The records do not add up to the root that is signed."),
    "log_shrunk": gettext_noop("The log had {old} records when last seen, and now it has {new}."),
    "log_rewritten": gettext_noop(
        "The {old} records that were there when last seen are not how this log begins."
    ),
    "leaf_field": gettext_noop(
        "Record {record}: the field {field} is missing or not as it must be."
    ),
    "leaf_field_unknown": gettext_noop("Record {record}: the field {field} is not of this format."),
    "founding_missing": gettext_noop("The log does not begin with the founding of the agency."),
    "founding_again": gettext_noop("Record {record} founds the agency a second time."),
    "under_nothing": gettext_noop("Record {record} is an act under no remit."),
    "key_repeated": gettext_noop("Record {record} has the same key as record {first}."),
    "done_out_of_bounds": gettext_noop(
        "Record {record} says done, but clause {clause} was found {verdict}."
    ),
    "moved_undone": gettext_noop("Record {record} says {outcome}, and yet it moves money."),
    "books_row_differs": gettext_noop("Row {row} of the books is not what record {record} posts."),
    "books_row_missing": gettext_noop("The books end before the posting of record {record}."),
    "books_row_extra": gettext_noop("Row {row} of the books is in no record."),
    "books_ahead": gettext_noop(
        "Row {row} of the books is of a record that no checkpoint covers yet. Check again in a "
        "minute; if it is still so, something is wrong."
    ),
    "act_field": gettext_noop(
        "Record {record}: the act's {field} is missing or not as it must be."
    ),
    "ballot_not_opened": gettext_noop("Record {record}: the ballot {ballot} was never opened."),
    "ballot_opened_twice": gettext_noop("Record {record}: the ballot {ballot} was opened before."),
    "rule_hash": gettext_noop("Record {record}: the rule's digest is not that of the rule."),
    "rule_unreadable": gettext_noop("Record {record}: the rule is not one that can be counted by."),
    "rule_late": gettext_noop("Record {record}: the rule was published after the ballots came in."),
    "rule_changed": gettext_noop("Record {record}: this is not the rule that was published."),
    "ballots_not_imported": gettext_noop("Record {record}: no ballots came in for {ballot}."),
    "ballots_changed": gettext_noop("Record {record}: these are not the ballots that came in."),
    "ballots_hash": gettext_noop("The file of ballots is not the one that was published."),
    "ballots_number": gettext_noop(
        "Record {record} states {stated} {field}, and the published file has {found}."
    ),
    "winners_differ": gettext_noop("Record {record}: counted again, others win: {winners}."),
    "spent_differs": gettext_noop("Record {record}: counted again, the winners cost {spent}."),
    "outcome_differs": gettext_noop(
        "Record {record}: counted again, the outcome has other figures."
    ),
    "adopted_untallied": gettext_noop("Record {record} adopts from a ballot without a tally."),
    "adopted_loser": gettext_noop(
        "Record {record} adopts the project {project}, which did not win."
    ),
    "adopted_above_cost": gettext_noop(
        "Record {record} adopts {project} for more than the {cost} that was voted on."
    ),
}
"""By code, what is wrong."""
