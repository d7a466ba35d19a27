"""Easy Read: the same remit, one sentence a line, from the same data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from remit.core.bounds.easy_read import easy_read
from remit.record import reads
from remit.web.reading import DjangoReader
from tests.stages.conftest import Look
from tests.town import Town, holder, residents, said

EASY = "/en/remits/T-1/easy-read"


def test_every_sentence_stands_on_a_line_of_its_own(town: Town, look: Look) -> None:
    page = look(EASY)
    lines = [p.words for p in page.all("p") if "section" in p.above and "main" in p.above]
    reader, kept = DjangoReader("en"), reads.remit("T-1")
    assert kept is not None
    wanted = [
        " ".join(sentence.render(reader).split("\n"))
        for section in easy_read(kept.instrument, state="in_force")
        for sentence in section.sentences
    ]
    assert lines == wanted
    assert "It counts now." in lines


def test_its_headings_are_questions(town: Town, look: Look) -> None:
    headings = [h.words for h in look(EASY).all("h2")]
    assert "Who decides?" in headings and all(h.endswith("?") for h in headings)


def test_it_says_where_the_remit_stands(town_at: Callable[[str], Town], look: Look) -> None:
    town_at("granted")
    assert "Nobody may use it yet." in look(EASY).text


def test_the_remit_leads_there_and_back(town: Town, look: Look) -> None:
    assert look("/en/remits/T-1").all("a", href=EASY)
    assert look(EASY).all("a", href="/en/remits/T-1")


def test_hostile_text_is_only_text(town_at: Callable[[str], Town], look: Look) -> None:
    evil = """<script>alert(1)</script>"'&"""
    town = town_at("founded")
    town.grant(residents(title=said(evil), holder=replace(holder("team", evil))))
    page = look(EASY)
    assert evil in page.text
    assert [s.get("src") for s in page.all("script")] == ["/static/web/kit.js"]
