"""Files are read in one way only, and what is wrong is told with its line."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.bounds.errors import BadInstrument
from remit.core.bounds.strict_text import (
    BYTES_MAX,
    data_from_json,
    data_from_text,
    data_from_yaml,
)
from remit.core.bounds.yaml_writing import yaml_text
from tests.core.bounds.wrong import TEXTS

SCALARS = [
    ("yes", "yes"),
    ("no", "no"),
    ("on", "on"),
    ("True", "True"),
    ("true", True),
    ("false", False),
    ("null", None),
    ("~", None),
    ("", None),
    ("'null'", "null"),
    ('"true"', "true"),
    ("12", 12),
    ("-3", -3),
    ("0", 0),
    ("007", "007"),
    ("'12'", "12"),
    ("1_000", "1_000"),
    ("0x1F", "0x1F"),
    ("12:30:45", "12:30:45"),
    ("10000.00", "10000.00"),
    ("1e3", "1e3"),
    (".inf", ".inf"),
    ("9" * 18, int("9" * 18)),
    ("9" * 5000, "9" * 5000),
    ("2023-05-01", "2023-05-01"),
    ("2023-05-01T00:00:00Z", "2023-05-01T00:00:00Z"),
    ("<<", "<<"),
    ("=", "="),
]


@pytest.mark.parametrize(("written", "read"), SCALARS)
def test_a_scalar_is_a_text_unless_it_is_one_of_a_few(written: str, read: object) -> None:
    found = data_from_yaml(f"a: {written}\nb: [x, {written or 'null'}]\n")
    assert (found["a"], type(found["a"])) == (read, type(read))
    assert found["b"] == ["x", read]


@pytest.mark.parametrize(("text", "code", "where"), TEXTS)
def test_a_file_that_could_mislead_is_refused(text: str, code: str, where: str) -> None:
    with pytest.raises(BadInstrument) as caught:
        data_from_text(text)
    assert (caught.value.code, caught.value.where) == (code, where)
    assert len(str(caught.value)) < 300 and "{" not in str(caught.value)


@pytest.mark.parametrize("text", ['{"code": "W"}', "{code: W}", "--- {code: W}", "# a\n{a: b}"])
def test_braces_are_left_to_json_where_amounts_differ(text: str) -> None:
    with pytest.raises(BadInstrument) as caught:
        data_from_yaml(text)
    assert caught.value.code == "yaml_braces"


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffcode: W\n",
        "code: W",
        "---\ncode: W\n...\n",
        "code: W\r\n",
        "%YAML 1.2\n---\ncode: W\n",
        "# first\n\ncode: W  # last\n",
        "? code\n: W\n",
        '{"code": "W"}',
        ' \n{"code": "W"}\n',
        '\ufeff{"code": "W"}',
    ],
)
def test_what_means_the_same_is_read_the_same(text: str) -> None:
    assert data_from_text(text) == {"code": "W"}


def test_names_of_fields_are_always_texts() -> None:
    assert data_from_yaml("1: a\ntrue: b\nnull: c\n") == {"1": "a", "true": "b", "null": "c"}


def test_numbers_in_json_are_exact() -> None:
    found = data_from_json('{"a": 1.10, "b": 10, "c": 1e2, "d": NaN, "e": ' + "9" * 5000 + "}")
    assert found == {"a": "1.10", "b": 10, "c": "1e2", "d": "NaN", "e": "9" * 5000}


def test_a_file_of_the_full_size_is_read() -> None:
    text = "a: " + "x" * (BYTES_MAX - 3)
    assert len(data_from_yaml(text)["a"]) == BYTES_MAX - 3


TEXT = st.text(max_size=120) | st.text(alphabet="ab \n'\"#:-|>%@`{}[],&*!?~\t\x85\u2028é\ufeff")
WORDS = st.sampled_from([written for written, _ in SCALARS])
LONG = st.lists(st.sampled_from(["word", "a", "", "a:", "#", "-", "é\u00a0b"]), max_size=60).map(
    " ".join
)
DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | TEXT | WORDS | LONG,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXT | WORDS | LONG, inner, max_size=4)
    ),
    max_leaves=12,
)
FIELDS = st.dictionaries(TEXT | WORDS, DATA, min_size=1, max_size=5)


@settings(max_examples=400, deadline=None)
@given(FIELDS)
def test_what_was_written_is_read_back(data: dict[str, Any]) -> None:
    written = yaml_text(data)
    assert data_from_yaml(written) == data
    assert yaml_text(data_from_yaml(written)) == written
    assert data_from_json(json.dumps(data)) == data


@settings(max_examples=200, deadline=None)
@given(FIELDS)
def test_another_reader_reads_the_same(data: dict[str, Any]) -> None:
    found = yaml.load(yaml_text(data), Loader=Other)
    assert found == data


class Other(yaml.SafeLoader):
    """YAML 1.1 as most read it, but that moments stay texts."""


Other.yaml_implicit_resolvers = {
    first: [(tag, shape) for tag, shape in known if not tag.endswith(":timestamp")]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab:- \n{}[]&*!|>'\"#?,~12\t%@", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = data_from_text(text)
    except BadInstrument as error:
        assert str(error)
    else:
        assert isinstance(found, dict)
