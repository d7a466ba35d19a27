"""One way to write a value as bytes, so that everybody who hashes it gets the same digest.

That is RFC 8785 (JSON Canonicalization Scheme). Records are narrower than JSON: whole numbers that
every reader keeps exactly, no fractions, bounded depth and size, so that two programs can't read
one leaf in two ways.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Never

import rfc8785

from remit.core.log.errors import LogError

LEAF_BYTES_MAX = 65_535
"""An entry's length is a uint16 in an entry bundle."""
DEPTH_MAX = 32
INTEGER_MAX = 2**53 - 1
"""The largest whole number that a JSON reader with IEEE 754 doubles keeps exactly."""


def canonical(value: object) -> bytes:
    """A record's value in the form of RFC 8785. LogError for what records don't hold."""
    _check(value, depth=0)
    return _dumps(value)


def canonical_sha256(value: object) -> str:
    """The digest under which a rule or an outcome is published, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def encode_leaf(record: Mapping[str, object]) -> bytes:
    """A record as the log keeps it."""
    data = canonical(dict(record))
    if len(data) > LEAF_BYTES_MAX:
        raise LogError("leaf_too_large", size=len(data), limit=LEAF_BYTES_MAX)
    return data


def decode_leaf(data: bytes) -> dict[str, object]:
    """The record in a leaf, if the leaf is exactly what `encode_leaf` would write."""
    if len(data) > LEAF_BYTES_MAX:
        raise LogError("leaf_too_large", size=len(data), limit=LEAF_BYTES_MAX)
    record = _loads(data, exact=True)
    if not isinstance(record, dict):
        raise LogError("leaf_not_object")
    if encode_leaf(record) != data:
        raise LogError("json_not_canonical")
    return record


def canonicalize(text: bytes) -> bytes:
    """Any I-JSON text (RFC 7493) in canonical form, fractions included: the whole of RFC 8785."""
    return _dumps(_loads(text, exact=False))


def _check(value: object, *, depth: int) -> None:
    if depth > DEPTH_MAX:
        raise LogError("json_depth", limit=DEPTH_MAX)
    match value:
        case None | bool():
            return
        case str():
            _check_text(value)
        case int():
            if abs(value) > INTEGER_MAX:
                raise LogError("json_integer", value=value)
        case float():
            raise LogError("json_float", value=repr(value))
        case dict():
            for key, item in value.items():
                if not isinstance(key, str):
                    raise LogError("json_key")
                _check_text(key)
                _check(item, depth=depth + 1)
        case list() | tuple():
            for item in value:
                _check(item, depth=depth + 1)
        case _:
            raise LogError("json_type", type=type(value).__name__)


def _check_text(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise LogError("json_text") from None


def _dumps(value: object) -> bytes:
    try:
        return rfc8785.dumps(value)  # type: ignore[arg-type]  # it checks the type itself
    except rfc8785.IntegerDomainError:
        raise LogError("json_integer", value="…") from None
    except rfc8785.FloatDomainError:
        raise LogError("json_float", value=repr(value)) from None
    except ValueError:  # a lone surrogate, in a text or in a field's name
        raise LogError("json_text") from None
    except RecursionError:
        raise LogError("json_depth", limit=DEPTH_MAX) from None


def _loads(data: bytes, *, exact: bool) -> object:
    # Decoded here, because json.loads would guess UTF-16 and skip a byte order mark.
    try:
        text = data.decode("utf-8")
        return json.loads(
            text,
            object_pairs_hook=_fields,
            parse_float=_refuse_float if exact else _float,
            parse_int=_integer if exact else _number,
            parse_constant=_refuse_float,
        )
    except (UnicodeDecodeError, json.JSONDecodeError):
        raise LogError("json_syntax") from None
    except RecursionError:
        raise LogError("json_depth", limit=DEPTH_MAX) from None


def _fields(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise LogError("json_key_repeated", key=key)
        found[key] = value
    return found


def _refuse_float(digits: str) -> Never:
    raise LogError("json_float", value=digits)


def _float(digits: str) -> float:
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise LogError("json_float", value=digits)
    return value


def _integer(digits: str) -> int:
    if len(digits) > len(str(-INTEGER_MAX)):
        raise LogError("json_integer", value=digits)
    return int(digits)


def _number(digits: str) -> int | float:
    # JSON has doubles only: an integer beyond them is the double that is nearest.
    if len(digits) <= len(str(INTEGER_MAX)) and abs(int(digits)) <= INTEGER_MAX:
        return int(digits)
    return _float(digits)
