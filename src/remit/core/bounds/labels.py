"""The words for what an instrument names by code: powers, positions, evidence, legal forms.

Powers, vehicles and bindings are closed lists. Positions and kinds of evidence are the agency's
own: a code without a label is shown as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from remit.core.words import Words, gettext_noop, words

POWERS: dict[str, str] = {
    "establish": gettext_noop("establish the agency"),
    "draft": gettext_noop("draft a remit"),
    "grant": gettext_noop("grant a remit"),
    "back": gettext_noop("back a remit"),
    "lapse": gettext_noop("end a remit whose time is over"),
    "open_ballot": gettext_noop("open a ballot"),
    "import_ballots": gettext_noop("bring in the ballots"),
    "publish_tally": gettext_noop("publish the tally"),
    "adopt": gettext_noop("adopt a project"),
    "commit": gettext_noop("commit money"),
    "submit": gettext_noop("submit a payment"),
    "approve": gettext_noop("approve a payment"),
    "pay": gettext_noop("make a payment"),
    "release": gettext_noop("release money that is not needed"),
    "decide": gettext_noop("decide a matter"),
    "accept": gettext_noop("accept a recommendation"),
    "alter": gettext_noop("accept a recommendation in another form"),
    "decline": gettext_noop("decline a recommendation"),
    "agree": gettext_noop("agree to what was asked"),
    "advise": gettext_noop("give an opinion"),
    "verify": gettext_noop("verify a clearance"),
    "declare": gettext_noop("declare an interest"),
    "file": gettext_noop("put something on file"),
    "attest": gettext_noop("attest something from outside"),
    "raise": gettext_noop("raise a concern"),
    "lift": gettext_noop("lift a stop"),
    "take_up": gettext_noop("accept a remit"),
    "vary": gettext_noop("vary a remit"),
    "suspend": gettext_noop("suspend a remit"),
    "resume": gettext_noop("let a suspended remit go on"),
    "revoke": gettext_noop("revoke a remit"),
    "end": gettext_noop("end a remit"),
    "direct": gettext_noop("give a direction"),
    "query": gettext_noop("ask about a payment"),
    "note": gettext_noop("put a note to a payment"),
    "condition": gettext_noop("set a condition for further payments"),
    "hold": gettext_noop("hold back further payments"),
    "recover": gettext_noop("recover a payment"),
}
"""By code, what one may do; it follows "may" and "the power to"."""

ALWAYS = frozenset({"lapse", "suspend", "revoke", "end", "raise"})
"""Powers that only stop, end or warn. Neither time nor backing nor the remit's state bounds them:
what is over must be able to end, and a warning be heard, whatever became of the remit above."""
TIMED: tuple[str, ...] = tuple(code for code in POWERS if code not in ALWAYS)
"""All other powers, in their order: those whose time a clause may limit."""
FILING = frozenset({"advise", "verify", "declare", "file", "attest", "raise", "lift"})
"""Powers that put something on file. No stop rule stops them: a stop could never be lifted."""

SILENCES: dict[str, str] = {
    "no": gettext_noop("No answer in time is a no."),
    "yes": gettext_noop("No answer in time is a yes."),
}
"""What it means when somebody who is asked does not answer."""

POSITIONS: dict[str, str] = {
    "accountable-officer": gettext_noop("accountable officer"),
    "backer": gettext_noop("backer"),
    "calendar": gettext_noop("calendar"),
    "clerk": gettext_noop("clerk"),
    "complaints-committee": gettext_noop("complaints committee"),
    "council": gettext_noop("council"),
    "legal-adviser": gettext_noop("legal adviser"),
    "risk-panel": gettext_noop("risk enablement panel"),
    "social-worker": gettext_noop("social worker"),
    "treasurer": gettext_noop("treasurer"),
}

OPINIONS: dict[str, str] = {
    "clinical": gettext_noop("clinical"),
    "finance": gettext_noop("financial"),
    "legal": gettext_noop("legal"),
    "safeguarding": gettext_noop("safeguarding"),
    "technical": gettext_noop("technical"),
}

CLEARANCES: dict[str, str] = {
    "criminal-record": gettext_noop("criminal record check"),
    "identity": gettext_noop("identity check"),
    "working-with-children": gettext_noop("working with children check"),
}

ATTESTATIONS: dict[str, str] = {
    "accounts": gettext_noop("the accounts"),
    "delivery": gettext_noop("the delivery"),
    "works": gettext_noop("the works"),
}

EVIDENCE: dict[str, str] = {
    "invoice": gettext_noop("an invoice"),
    "note": gettext_noop("a note"),
    "quotes": gettext_noop("three quotes"),
    "receipt": gettext_noop("a receipt"),
    "tally": gettext_noop("a published tally"),
}

VEHICLES: dict[str, str] = {
    "officer_delegation": gettext_noop("delegation to an officer"),
    "community_asset_committee": gettext_noop("community asset committee"),
    "section_355_committee": gettext_noop("section 355 committee"),
    "contract": gettext_noop("contract"),
    "direct_payment": gettext_noop("direct payment"),
    "statutory_ballot": gettext_noop("ballot provided for by law"),
    "advice": gettext_noop("advice"),
}
"""The legal forms that make a grant lawful."""

VEHICLE_ABOUT: dict[str, str] = {
    "officer_delegation": gettext_noop(
        "An officer acts with the agency's power, and the agency still answers for it."
    ),
    "community_asset_committee": gettext_noop(
        "A committee that a council sets up, with community members, to run a community asset."
    ),
    "section_355_committee": gettext_noop(
        "A committee that exercises functions on the council's behalf, under section 355."
    ),
    "contract": gettext_noop("Both sides have agreed in writing who does what and is paid for it."),
    "direct_payment": gettext_noop(
        "A person receives the money for their own support and arranges it themselves."
    ),
    "statutory_ballot": gettext_noop(
        "The law lets residents decide by a vote, within limits that it sets."
    ),
    "advice": gettext_noop("The holder recommends, and the agency decides and responds."),
}

BINDINGS: dict[str, str] = {
    "delegation": gettext_noop("the holder decides"),
    "committee": gettext_noop("the committee decides"),
    "statutory_ballot": gettext_noop("the vote decides"),
    "undertaking": gettext_noop("adopt, or publish why not"),
    "advice": gettext_noop("advice, with a response"),
}
"""How far what the holder decides binds the agency."""

BINDING_ABOUT: dict[str, str] = {
    "delegation": gettext_noop("What the holder decides inside the bounds is decided."),
    "committee": gettext_noop("What the committee resolves inside the bounds is decided."),
    "statutory_ballot": gettext_noop("What wins the vote inside the bounds is decided, by law."),
    "undertaking": gettext_noop(
        "The officer adopts it in the time set, or publishes a departure with reasons."
    ),
    "advice": gettext_noop("The officer decides, and responds to every recommendation."),
}

PROMISES: dict[str, tuple[str, ...]] = {
    "officer_delegation": ("delegation", "undertaking", "advice"),
    "community_asset_committee": ("committee", "delegation", "undertaking", "advice"),
    "section_355_committee": ("committee", "delegation", "undertaking", "advice"),
    "contract": ("delegation", "undertaking", "advice"),
    "direct_payment": ("delegation", "undertaking", "advice"),
    "statutory_ballot": ("statutory_ballot", "delegation", "undertaking", "advice"),
    "advice": ("undertaking", "advice"),
}
"""By vehicle, the bindings it can keep: a promise larger than the power can't be published."""


HOLDERS: dict[str, str] = {
    "residents": gettext_noop("residents"),
    "panel": gettext_noop("panel"),
    "committee": gettext_noop("committee"),
    "team": gettext_noop("team"),
    "position": gettext_noop("position"),
    "person_with_family": gettext_noop("person with their family"),
}
"""What sort of body a remit is granted to."""

DECISION_RULES: dict[str, str] = {
    "one_acts": gettext_noop("any one of them may act for all"),
    "majority": gettext_noop("more than half of those who take part are for it"),
    "two_thirds": gettext_noop("at least two thirds of those who take part are for it"),
    "consensus": gettext_noop("nobody who takes part is against it"),
    "vote": gettext_noop("a vote decides, by the rule that was published for it"),
}
"""How the holder comes to a decision."""

LEVELS: dict[str, str] = {
    "informed": gettext_noop("the public is told what is decided, and why"),
    "consulted": gettext_noop("the public is heard before it is decided"),
    "involved": gettext_noop("the public works on it all along, and somebody else decides"),
    "shared": gettext_noop("the public and the agency decide together"),
    "decides": gettext_noop("the holder decides"),
}
"""The level of say that is promised, from the least to the most."""

BINDING_LEVEL: dict[str, str] = {
    "advice": "involved",
    "undertaking": "shared",
    "committee": "decides",
    "delegation": "decides",
    "statutory_ballot": "decides",
}
"""By binding, the highest level that it can keep."""

OUTCOMES: dict[str, str] = {
    "money": gettext_noop("money"),
    "people": gettext_noop("people’s safety and wellbeing"),
    "service": gettext_noop("the service"),
    "reputation": gettext_noop("reputation"),
    "compliance": gettext_noop("keeping to the law"),
}
"""What a risk may touch; an agency may have codes of its own."""

APPETITES: dict[str, str] = {
    "averse": gettext_noop("averse"),
    "minimal": gettext_noop("minimal"),
    "cautious": gettext_noop("cautious"),
    "open": gettext_noop("open"),
    "eager": gettext_noop("eager"),
}
"""How much risk is accepted, from the least to the most: the levels of HM Treasury's Orange Book
(Risk Appetite Guidance Note, Government Finance Function)."""


def label(code: str, labels: Mapping[str, str]) -> Words | str:
    """What the code is called; the code itself where there is no label."""
    return words(labels[code]) if code in labels else code


def named(codes: Iterable[str], labels: Mapping[str, str]) -> tuple[Words | str, ...]:
    """What the codes are called, in their order."""
    return tuple(label(code, labels) for code in codes)


def power(code: str) -> Words | str:
    """What one may do with this power."""
    return label(code, POWERS)
