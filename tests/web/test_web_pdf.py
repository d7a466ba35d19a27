"""A page becomes a file with our own style sheets, and nothing is fetched from anywhere else."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from remit.web import pdf

BASE = "https://remit.example/"


@pytest.mark.parametrize("url", [f"{BASE}static/web/base.css", f"{BASE}static/web/mark.svg?v=1"])
def test_our_own_files_are_found(url: str) -> None:
    found = pdf.own_file(url, base=BASE)
    assert found is not None and found.is_file()


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/static/web/base.css",
        "https://remit.example.elsewhere.example/static/web/base.css",
        "http://remit.example/static/web/base.css",
        f"{BASE}log/checkpoint",
        f"{BASE}static/",
        f"{BASE}static/web",
        f"{BASE}static/web/none.css",
        f"{BASE}static/../pyproject.toml",
        f"{BASE}static/..%2f..%2fpyproject.toml",
        f"{BASE}static//etc/passwd",
        f"{BASE}static/%2Fetc%2Fpasswd",
        "file:///etc/passwd",
        "data:text/css,p{}",
        "/static/web/base.css",
        "",
    ],
)
def test_nothing_else_is_fetched(url: str) -> None:
    assert pdf.own_file(url, base=BASE) is None


def test_a_page_that_asks_another_host_gets_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        pdf.loaded()
    except pdf.CannotMake as error:
        pytest.skip(f"no PDF can be made here: {error}")

    def no_network(*given: Any, **more: Any) -> Any:
        raise AssertionError("it opened a connection")

    monkeypatch.setattr("socket.create_connection", no_network)
    monkeypatch.setattr("socket.getaddrinfo", no_network)
    page = (
        '<html lang="en"><head><title>A page</title>'
        '<link rel="stylesheet" href="https://elsewhere.example/a.css">'
        '<link rel="stylesheet" href="file:///etc/passwd"></head>'
        '<body><p>Words</p><img alt="" src="http://elsewhere.example/a.png"></body></html>'
    )
    assert pdf.made_from(page, base=BASE).startswith(b"%PDF-")
    said = " ".join(record.getMessage() for record in caplog.records)
    assert "not a file of ours" in said and "it opened a connection" not in said


@pytest.mark.parametrize(
    "error", [ImportError("No module named 'weasyprint'"), OSError("cannot load library")]
)
def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    known = builtins.__import__

    def importing(name: str, *given: Any, **more: Any) -> Any:
        if name == "weasyprint":
            raise error
        return known(name, *given, **more)

    monkeypatch.setattr(builtins, "__import__", importing)
    with pytest.raises(pdf.CannotMake, match=str(error)):
        pdf.loaded()
