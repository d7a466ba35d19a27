"""Forms: each field has its label, its hint and its error where a screen reader finds them."""

from __future__ import annotations

import pytest
from django import forms

from tests.web.html_page import Page, drawn, faults


class Application(forms.Form):
    """One field of each shape that a page may use."""

    title = forms.CharField(label="Title", max_length=10, help_text="In a few words.")
    amount = forms.IntegerField(label="Amount", min_value=1)
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)
    promise = forms.ChoiceField(
        label="How binding",
        choices=(("advice", "Advice"), ("binding", "Binding")),
        widget=forms.RadioSelect,
        help_text="What the public is promised.",
    )
    places = forms.MultipleChoiceField(
        label="Where", choices=(("n", "North"), ("s", "South")), widget=forms.CheckboxSelectMultiple
    )
    term = forms.ChoiceField(label="Term", choices=(("1", "One year"), ("2", "Two years")))
    agreed = forms.BooleanField(label="I have read the clauses")
    token = forms.IntegerField(label="Token", widget=forms.HiddenInput)

    def clean(self) -> None:
        raise forms.ValidationError("It does not hold together.")


WRONG = {"title": "much too long a title", "amount": "-5", "term": "9", "token": "x"}
VISIBLE = ("title", "amount", "promise", "places", "term", "agreed")
"""Those that WRONG gets wrong."""


def form(data: dict[str, str] | None = None) -> Page:
    return drawn("<form>{{ form }}</form>", form=Application(data))


@pytest.mark.parametrize("data", [None, WRONG, {}], ids=["fresh", "wrong", "empty"])
def test_every_reference_in_a_form_leads_somewhere(data: dict[str, str] | None) -> None:
    assert faults(form(data)) == []


@pytest.mark.parametrize("name", ["title", "amount", "note", "term", "agreed"])
def test_a_label_belongs_to_its_field(name: str) -> None:
    page = form()
    label = page.one("label", for_=f"id_{name}")
    assert label.text.split()[0] == str(Application.base_fields[name].label).split()[0]
    assert page.id(f"id_{name}").get("name") == name


@pytest.mark.parametrize("name", ["promise", "places"])
def test_a_group_is_a_fieldset_with_its_legend(name: str) -> None:
    page = form()
    legends = [legend.text.strip() for legend in page.all("legend")]
    assert str(Application.base_fields[name].label) in legends
    inputs = [i for i in page.all("input") if i.get("name").startswith(name)]
    assert inputs and all("fieldset" in i.above for i in inputs)


def test_a_field_that_may_stay_empty_says_so() -> None:
    page = form()
    assert "optional" in page.one("label", for_="id_note").text
    assert "optional" not in page.one("label", for_="id_title").text


def test_a_hint_is_read_out_with_its_field() -> None:
    page = form()
    assert page.id("id_title").get("aria-describedby") == "id_title_helptext"
    assert page.id("id_title_helptext").text == "In a few words."
    (group,) = page.all("fieldset", aria_describedby="id_promise_helptext")
    assert "What the public is promised." in group.text


@pytest.mark.parametrize("name", ["title", "amount", "term", "agreed"])
def test_an_error_is_read_out_with_its_field(name: str) -> None:
    page = form(WRONG)
    field = page.id(f"id_{name}")
    assert f"id_{name}_error" in field.get("aria-describedby").split()
    assert field.get("aria-invalid") == "true"
    assert page.id(f"id_{name}_error").text.split()[0] == "Error:"


@pytest.mark.parametrize("name", ["promise", "places"])
def test_an_error_is_read_out_with_its_group(name: str) -> None:
    page = form(WRONG)
    groups = [g.get("aria-describedby").split() for g in page.all("fieldset")]
    assert any(f"id_{name}_error" in described for described in groups)


def test_a_field_without_mistakes_has_none() -> None:
    page = form(WRONG)
    assert "id_note_error" not in page.ids
    assert not page.id("id_note").get("aria-invalid")


def test_the_summary_leads_to_each_mistake_in_the_order_of_the_page() -> None:
    page = form(WRONG)
    links = [a for a in page.all("a") if a.get("href").startswith("#")]
    targets = [a.get("href")[1:] for a in links]
    owners = [page.id(target).get("name").split("_")[0] for target in targets]
    assert owners == list(VISIBLE)
    for link, name in zip(links, VISIBLE, strict=True):
        assert link.text.startswith(f"{Application.base_fields[name].label}: ")
    assert all(page.id(t).tag in ("input", "select", "textarea") for t in targets)


def test_the_summary_leads_to_the_first_of_several_boxes() -> None:
    class Meeting(forms.Form):
        starts = forms.SplitDateTimeField(label="Starts")

    page = drawn("{{ form }}", form=Meeting({}))
    (link,) = page.all("a")
    assert page.id(link.get("href")[1:]).get("name") == "starts_0"


def test_the_summary_says_what_no_link_can_lead_to() -> None:
    page = form(WRONG)
    first, *_, last = page.all("li")
    assert first.text.strip() == "It does not hold together."
    assert last.text.strip().startswith("Token: ")


def test_the_summary_is_announced_and_takes_the_focus() -> None:
    box = form(WRONG).one("div", class_="error-summary")
    assert (box.get("role"), box.get("tabindex")) == ("alert", "-1")
    assert "data-focus" in box.attributes


def test_a_fresh_form_has_no_summary() -> None:
    assert not form().all("div", class_="error-summary")


def test_what_was_typed_is_still_there_and_only_text() -> None:
    page = form({"title": '"><script>x', "amount": "5"})
    assert page.id("id_title").get("value") == '"><script>x'
    assert not page.all("script")
