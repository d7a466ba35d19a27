"""A test stands where its subject stands, so that both are found from either."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from tools.tidy.source import Finding


def mirrored(paths: Iterable[str]) -> Iterator[Finding]:
    """tests/core mirrors src/remit/core: every folder of one with code is a folder of the other."""
    known = [PurePosixPath(path) for path in paths if path.endswith(".py")]
    sources = {
        p.parent.relative_to("src/remit")
        for p in known
        if p.is_relative_to("src/remit/core") and p.name != "__init__.py"
    }
    tested = {
        p.parent.relative_to("tests")
        for p in known
        if p.is_relative_to("tests/core") and p.name.startswith("test_")
    }
    for folder in sorted(sources - tested):
        yield Finding(f"src/remit/{folder}", 1, f"has no tests: write tests/{folder}/test_*.py")
    for folder in sorted(tested - sources):
        yield Finding(f"tests/{folder}", 1, f"mirrors nothing: there is no src/remit/{folder}")


def unique_names(paths: Iterable[str]) -> Iterator[Finding]:
    """Test folders are no packages, so two test files of one name would hide each other."""
    tests = [PurePosixPath(p) for p in paths if p.startswith("tests/") and p.endswith(".py")]
    names = Counter(p.name for p in tests if p.name.startswith("test_"))
    for path in tests:
        if names[path.name] > 1:
            yield Finding(str(path), 1, "another test file has this name: begin it with the room")
