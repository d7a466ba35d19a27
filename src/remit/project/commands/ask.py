"""`remit ask INSTRUMENT ACT`: may this be done? Yes, ask or no, with what every clause says.

INSTRUMENT is a remit as JSON or YAML, ACT a file that says what is to be done, by whom, when, and
what is known. It needs no database, and nothing is recorded. What ACT does not say is not known.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from remit.core.bounds.act_yaml import act_from_text
from remit.core.bounds.asking import ask
from remit.core.bounds.errors import BadInstrument
from remit.core.bounds.finding import Answer, Finding, finding_json
from remit.core.bounds.instrument import Instrument
from remit.core.bounds.labels import POSITIONS, SILENCES, label
from remit.core.bounds.reading import moment_json
from remit.core.bounds.strict_text import BYTES_MAX
from remit.core.words import Reader, Words, gettext_noop, show, words
from remit.project.catalogue import SOURCE, CatalogueReader, languages
from remit.project.given import content, instrument_in

STATUS = {"yes": 0, "no": 1, "ask": 3}
BAD_INPUT = 2

VERDICTS = {
    "met": gettext_noop("met"),
    "needs": gettext_noop("ask"),
    "breached": gettext_noop("breached"),
    "unknown": gettext_noop("not known"),
}


def run(arguments: list[str]) -> int:
    """0 yes, 3 ask, 1 no, 2 when a file cannot be used."""
    options = parser().parse_args(arguments)
    try:
        instrument = instrument_in(options.instrument, most=BYTES_MAX)
        try:
            deed, facts = act_from_text(content(options.act, most=BYTES_MAX), instrument)
        except BadInstrument as error:
            raise ValueError(f"{options.act}: {error}") from error
    except (OSError, ValueError) as error:
        print(f"remit ask: {error}", file=sys.stderr)
        return BAD_INPUT
    answer = ask(instrument, deed, facts)
    reader = CatalogueReader(options.language)
    if options.json:
        print(as_json(instrument, answer, at=facts.at, reader=reader))
    else:
        print("\n".join(shown(instrument, answer, at=facts.at, reader=reader)))
    return STATUS[answer.verdict]


def parser() -> argparse.ArgumentParser:
    known = argparse.ArgumentParser(prog="remit ask", description=__doc__)
    known.add_argument("instrument", type=Path, help="the remit, as JSON or YAML")
    known.add_argument("act", type=Path, help="the act and what is known, as JSON or YAML")
    known.add_argument("--language", choices=languages(), default=SOURCE, help="of the answer")
    known.add_argument("--json", action="store_true", help="the answer as JSON")
    known.epilog = "It ends with 0 for yes, 3 for ask, 1 for no, 2 when a file cannot be used."
    return known


def shown(instrument: Instrument, answer: Answer, *, at: datetime, reader: Reader) -> Iterator[str]:
    """The answer, then what every clause says."""
    for line in answer_words(answer, at=at):
        yield line.render(reader)
    title = show(instrument.title, reader=reader)
    name = gettext_noop("{title} ({code}, version {version})")
    about = words(name, title=title, code=instrument.code, version=instrument.version)
    yield f"\n{about.render(reader)}"
    if instrument.demonstration:
        yield reader.translate(gettext_noop("This is a demonstration. It grants nothing."))
    headings = {clause.id: words(clause.HEADING) for clause in instrument.clauses}
    verdicts = {code: reader.translate(message) for code, message in VERDICTS.items()}
    width = max(map(len, verdicts.values()))
    for found in answer.findings:
        heading = headings.get(found.clause)
        before = f"{heading.render(reader)}. " if heading else ""
        said = " ".join(found.words.render(reader).split())
        yield f"{verdicts[found.verdict]:<{width}}  {found.clause:<7}  {before}{said}"


def answer_words(answer: Answer, *, at: datetime) -> Iterator[Words]:
    """Yes; or whom to ask, and by when; or no, and because of what."""
    if answer.verdict == "yes":
        yield words(gettext_noop("YES. It is within the bounds: go ahead, nobody else signs."))
    elif answer.verdict == "ask":
        for found in asked(answer):
            yield words(
                gettext_noop(
                    "ASK. This position must agree first: {position}, by {day}. {silence}"
                ),
                position=label(found.whom or "", POSITIONS),
                day=deadline(found, at=at),
                silence=words(SILENCES[found.silence or "no"]),
            )
    elif all(found.verdict == "unknown" for found in answer.refusals):
        yield words(
            gettext_noop("NO. Something that must be known is not known, for: {clauses}."),
            clauses=tuple(found.clause for found in answer.refusals),
        )
    else:
        yield words(
            gettext_noop("NO. It is out of bounds, because of: {clauses}."),
            clauses=tuple(found.clause for found in answer.refusals),
        )


def asked(answer: Answer) -> list[Finding]:
    """Each finding that needs somebody to agree."""
    return [found for found in answer.findings if found.verdict == "needs"]


def deadline(found: Finding, *, at: datetime) -> datetime:
    """By when whoever is asked answers, if they are asked at once."""
    return at + timedelta(days=found.by_days or 0)


def as_json(instrument: Instrument, answer: Answer, *, at: datetime, reader: Reader) -> str:
    """Everything as plain data, with the words in the reader's language."""
    data = {
        "answer": answer.verdict,
        "instrument": {"code": instrument.code, "version": instrument.version},
        "at": moment_json(at),
        "asks": [
            {
                "clause": found.clause,
                "position": found.whom,
                "by": moment_json(deadline(found, at=at)),
                "silence": found.silence,
            }
            for found in asked(answer)
        ],
        "findings": [
            {**finding_json(found), "text": found.words.render(reader)} for found in answer.findings
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
