"""Real files: each is read, or refused with a clear code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from remit.core.voting import PbError, read_pb, write_pb

SMALL_BYTES = 40_000


@pytest.mark.slow
def test_every_real_file_is_read_or_refused_with_a_code(
    shared_path: Callable[[str], Path],
) -> None:
    files = sorted(shared_path("data/pabulib").glob("*.pb"))
    codes: Counter[str] = Counter()
    for file in files:
        try:
            election = read_pb(file.read_bytes(), name=file.name)
        except PbError as error:
            codes[error.code] += 1
            continue
        codes["read"] += 1
        if file.stat().st_size < SMALL_BYTES:
            written = write_pb(election)
            assert read_pb(written, name=file.name) == election
            assert write_pb(read_pb(written, name=file.name)) == written
    assert codes == {"read": 91, "vote_type_unsupported": 41}
