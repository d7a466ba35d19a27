"""Files that a command is given: instruments and what goes with them."""

from __future__ import annotations

from pathlib import Path

from remit.core.bounds.errors import BadInstrument
from remit.core.bounds.instrument import Instrument
from remit.core.bounds.instrument_yaml import instrument_from_text


def content(path: Path, *, most: int) -> str:
    """The text in the file, of at most so many bytes. OSError or ValueError if it can't be read."""
    if path.stat().st_size > most:
        raise OSError(f"{path} is larger than {most} bytes")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} is not text in UTF-8") from error


def instrument_in(path: Path, *, most: int) -> Instrument:
    """The instrument in the file, as JSON or YAML. OSError or ValueError says what is wrong."""
    try:
        return instrument_from_text(content(path, most=most))
    except BadInstrument as error:
        raise ValueError(f"{path}: {error}") from error
