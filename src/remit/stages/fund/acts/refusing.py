"""Why an act about money cannot be done at all."""

from __future__ import annotations

from remit.core.words import gettext_noop
from remit.record.act import Impossible

MESSAGES: dict[str, str] = {
    "not_decided": gettext_noop("Nothing was decided about {item} under the remit {remit}."),
    "committed_before": gettext_noop("Money for {item} was committed before."),
    "not_committed": gettext_noop("No money is committed for {item} under the remit {remit}."),
    "payment_code": gettext_noop(
        "“{payment}” is no code for a payment: take up to 40 letters, digits, “-” and “_”."
    ),
    "receipt_shape": gettext_noop(
        "A receipt is named by its SHA-256: 64 digits and letters from a to f."
    ),
    "payment_taken": gettext_noop("There is a payment {payment} already. Give it another code."),
    "payment_unknown": gettext_noop("There is no payment {payment} under the remit {remit}."),
    "payment_elsewhere": gettext_noop(
        "This is not the next step for the payment {payment}. Where it stands: {state}."
    ),
    "above_committed": gettext_noop("Only {left} of what was committed for {item} is left."),
}
"""By code, why one of these acts cannot be done at all."""

STATES: dict[str, str] = {
    "submitted": gettext_noop("Waits for approval"),
    "approved": gettext_noop("Approved, not yet paid"),
    "paid": gettext_noop("Paid"),
}
"""By code, where a payment stands."""


def impossible(code: str, **params: object) -> Impossible:
    return Impossible(code, MESSAGES[code], **params)
