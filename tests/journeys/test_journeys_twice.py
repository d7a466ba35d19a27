"""Sending twice does it once: the form's key says whether it is the same act."""

from __future__ import annotations

import pytest
from django.test import Client

from remit.record.models import Record
from tests.journeys.every_page import ADOPT, filled, key_on, take_part, traces
from tests.town import Town
from tests.web.html_page import read


@pytest.fixture
def clerk(demo: None, client: Client, town: Town) -> Client:
    """The votes are counted, and nothing is adopted yet."""
    town.vote()
    take_part(client, "clerk")
    return client


@pytest.mark.parametrize(
    ("project", "amount"), [("1", "4000"), ("2", "6000")], ids=["done", "refused"]
)
def test_the_same_form_again_leads_to_the_same_record(
    clerk: Client, project: str, amount: str
) -> None:
    address = ADOPT.format(project)
    form = filled(key_on(clerk, address), amount=amount)
    first = clerk.post(address, form)
    after = traces()
    again = [clerk.post(address, form) for _ in range(3)]
    assert {answer["Location"] for answer in again} == {first["Location"]}
    assert traces() == after
    assert Record.objects.filter(key=form["key"]).count() == 1


def test_a_form_sent_again_by_another_officer_does_nothing_in_their_name(clerk: Client) -> None:
    form = filled(key_on(clerk, ADOPT.format("1")))
    clerk.post(ADOPT.format("1"), form)
    take_part(clerk, "treasurer")
    after = traces()
    answer = clerk.post(ADOPT.format("1"), form)
    assert answer.status_code == 422
    assert "or by somebody else" in read(answer.content).one("div", class_="error-summary").text
    assert traces() == after


@pytest.mark.parametrize(
    ("project", "changes"),
    [("1", {"amount": "3999"}), ("1", {"matter": "land"}), ("4", {"amount": "1000"})],
    ids=["another amount", "another matter", "another project"],
)
def test_the_same_key_for_something_else_is_a_mistake_of_the_form(
    clerk: Client, project: str, changes: dict[str, str]
) -> None:
    key = key_on(clerk, ADOPT.format("1"))
    clerk.post(ADOPT.format("1"), filled(key))
    after = traces()
    answer = clerk.post(ADOPT.format(project), filled(key, **changes))
    assert answer.status_code == 422
    page = read(answer.content)
    assert "sent before with something else in it" in page.one("div", class_="error-summary").text
    assert page.one("input", name="key").get("value") != key
    assert traces() == after


def test_after_a_wrong_form_the_same_key_is_still_free(clerk: Client) -> None:
    key = key_on(clerk, ADOPT.format("1"))
    assert clerk.post(ADOPT.format("1"), filled(key, amount="x")).status_code == 422
    assert clerk.post(ADOPT.format("1"), filled(key)).status_code == 302
