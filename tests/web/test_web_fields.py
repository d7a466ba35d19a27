"""A text in several languages: a box for each, that of the page first, and one is enough."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.http import QueryDict
from django.utils import timezone, translation

from remit.web.fields import SaidField, begin_of, languages
from tests.web.html_page import Page, drawn, faults


class Note(forms.Form):
    text = SaidField(label="Reasons", help_text="Everybody reads them.")
    more = SaidField(label="More", required=False)


def sent(**values: str) -> Note:
    data = QueryDict(mutable=True)
    for name, value in values.items():
        data[name] = value
    return Note(data)


def shown(form: Note) -> Page:
    page = drawn("<form>{{ form }}</form>", form=form)
    assert faults(page) == []
    return page


def test_the_language_of_the_page_stands_first_and_the_others_behind_a_fold() -> None:
    for here, other in (("en", "pl"), ("pl", "en")):
        with translation.override(here):
            page = shown(Note())
        boxes = [box for box in page.all("textarea") if box.get("name").startswith("text_")]
        assert [(box.get("name"), box.get("lang")) for box in boxes] == [
            (f"text_{here}", here),
            (f"text_{other}", other),
        ]
        assert ["details" in box.above for box in boxes] == [False, True]
        assert page.one("label", for_="id_text_0").get("lang") == here


def test_it_is_a_group_with_its_legend_and_its_hint() -> None:
    page = shown(Note())
    assert "Reasons" in page.all("legend")[0].text
    (group,) = page.all("fieldset", aria_describedby="id_text_helptext")
    assert "Everybody reads them." in group.text


@pytest.mark.parametrize("values", [{"text_en": "Yes."}, {"text_pl": "Tak."}])
def test_one_language_is_enough(values: dict[str, str]) -> None:
    form = sent(**values)
    assert form.is_valid()
    (name, text) = next(iter(values.items()))
    assert form.cleaned_data == {"text": {name.removeprefix("text_"): text}, "more": {}}


@pytest.mark.parametrize("values", [{}, {"text_en": "  \r\n "}])
def test_nothing_is_a_mistake_that_says_how_to_mend_it(values: dict[str, str]) -> None:
    form = sent(**values)
    assert form.errors["text"] == ["This is needed. Write it in at least one language."]
    link = shown(form).one("a", href="#id_text_0")
    assert link.words.startswith("Reasons: ")


def test_a_text_that_is_too_long_says_how_long_it_is() -> None:
    assert sent(text_en="a" * 2000).is_valid()
    form = sent(text_en="a" * 2001)
    assert form.errors["text"] == ["It has 2001 letters. Shorten it to 2000."]


def test_lines_are_kept_and_what_browsers_add_is_not() -> None:
    form = sent(text_en=" one\r\ntwo ")
    assert form.is_valid() and form.cleaned_data["text"] == {"en": "one\ntwo"}


def test_what_was_written_is_still_there_and_only_text() -> None:
    page = shown(sent(text_pl="</textarea><script>x"))
    (box,) = page.all("textarea", name="text_pl")
    assert "</textarea><script>x" in box.text and not page.all("script")
    assert "open" in page.all("details")[0].attributes


def test_it_can_be_filled_in_beforehand() -> None:
    page = shown(Note(initial={"text": {"en": "Before."}}))
    assert page.one("textarea", name="text_en").text.strip() == "Before."


def test_the_made_up_language_is_not_written_in() -> None:
    assert languages() == ["en", "pl"]


def test_a_day_begins_where_the_agency_is() -> None:
    with timezone.override("Europe/Warsaw"):
        assert begin_of(date(2026, 7, 1)) == datetime(2026, 6, 30, 22, tzinfo=UTC)
