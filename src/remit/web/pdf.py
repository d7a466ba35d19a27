"""A page as a PDF file, made here: nothing is fetched from anywhere but our own style sheets.

WeasyPrint is loaded only when a file is made, because it needs libraries of the system (Pango)
that pages do without.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousFileOperation

KINDS = {".css": "text/css", ".svg": "image/svg+xml"}
PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0"
"""Debian's names of what it needs."""


class CannotMake(Exception):
    """WeasyPrint, or a library that it needs, is not here."""


def loaded() -> Any:
    """The module. CannotMake, with its own words, where it cannot be loaded."""
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        raise CannotMake(str(error)) from error
    # It names every property that a browser has and paper has not; what fails is still said.
    weasyprint.LOGGER.setLevel(logging.ERROR)
    return weasyprint


def made_from(html: str, *, base: str) -> bytes:
    """The page as PDF/UA-1: tagged, so that it can be read aloud. CannotMake where it cannot.

    `base` is the address of the service, to which the links in the file lead.
    """
    weasyprint = loaded()
    page = weasyprint.HTML(string=html, base_url=base, url_fetcher=own_files(base))
    made: bytes = page.write_pdf(pdf_variant="pdf/ua-1")
    return made


def own_files(base: str) -> Any:
    """What WeasyPrint fetches with: static files of ours, and nothing from anywhere else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFiles(URLFetcher):  # type: ignore[misc]  # the package has no types
        def fetch(self, url: str, headers: object = None) -> Any:
            path = own_file(url, base=base)
            if path is None:
                raise ValueError(f"not a file of ours: {url}")
            kind = KINDS.get(path.suffix, "application/octet-stream")
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    return OwnFiles(allowed_protocols=(), allow_redirects=False)


def own_file(url: str, *, base: str) -> Path | None:
    """The static file at this address; None where it is none of ours."""
    ours = urljoin(base, settings.STATIC_URL)
    if not url.startswith(ours):
        return None
    try:
        found = finders.find(unquote(urlsplit(url.removeprefix(ours)).path))
    except SuspiciousFileOperation:  # it leads out of the folder
        return None
    return Path(found) if isinstance(found, str) and Path(found).is_file() else None
