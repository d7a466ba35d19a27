"""The launcher as a module, standing in a folder of its own."""

from __future__ import annotations

import importlib.util
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def launcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """`./remit`, loaded afresh, with its environment and locks in a temporary folder."""
    loader = SourceFileLoader("remit_launcher", str(ROOT / "remit"))
    spec = importlib.util.spec_from_loader("remit_launcher", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    here = tmp_path / "checkout"
    here.mkdir()
    for name in ("requirements.lock", "requirements-test.lock", "requirements-bench.lock"):
        (here / name).write_text(f"{name}\n")
    monkeypatch.setattr(module, "HERE", here)
    monkeypatch.setattr(module, "VENV", here / ".venv")
    monkeypatch.setattr(module, "PYTHON", here / ".venv" / "bin" / "python")
    monkeypatch.setattr(module, "STAMP", here / ".venv" / "remit.stamp")
    return module
