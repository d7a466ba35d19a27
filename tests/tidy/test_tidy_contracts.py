"""The import contracts catch what they forbid: one import each, in an empty copy of the tree."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = Path(sys.executable).with_name("lint-imports")

BAD = [
    ("core/words.py", "import remit.people", "Everything points down"),
    ("stages/charter/acts/grant.py", "import remit.stages.fund", "A later stage may know"),
    ("stages/fund/models.py", "import remit.stages.fund.reads", "Inside a stage"),
    ("stages/fund/pages.py", "import remit.stages.fund.models", "Pages never touch tables"),
    ("core/words.py", "import time", "The core is pure"),
    ("core/voting/count.py", "import django.db", "The core is pure"),
    ("core/log/errors.py", "import remit.core.voting", "The rooms of the core"),
    ("stages/fund/acts/pay.py", "import remit.record.books", "Only perform() writes"),
]


@pytest.fixture(scope="module")
def empty_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every module of ours, with nothing in it."""
    copy = tmp_path_factory.mktemp("tree")
    for path in (ROOT / "src" / "remit").rglob("*.py"):
        target = copy / path.relative_to(ROOT / "src")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()
    return copy


def broken(tree: Path) -> str:
    command = [LINT, "--no-logo", "--no-cache", "--config", ROOT / ".importlinter"]
    environment = {**os.environ, "PYTHONPATH": str(tree), "COLUMNS": "200"}
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True)
    assert "Contracts:" in done.stdout, done.stdout + done.stderr
    return "\n".join(line for line in done.stdout.splitlines() if line.endswith(" BROKEN"))


def test_without_imports_nothing_is_broken(empty_copy: Path) -> None:
    assert broken(empty_copy) == ""


@pytest.mark.parametrize(("path", "line", "contract"), BAD)
def test_a_forbidden_import_is_caught(
    empty_copy: Path, path: str, line: str, contract: str
) -> None:
    target = empty_copy / "remit" / path
    assert target.exists(), f"{path} is no more: choose another sample"
    target.write_text(f"{line}\n")
    try:
        assert contract in broken(empty_copy)
    finally:
        target.write_text("")
