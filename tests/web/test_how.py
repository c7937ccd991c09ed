"""Does the app say how it decides, rule by rule, to whoever asks? Hazards: H-07, H-08."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from spineward.clinical.explain import explain, sure
from spineward.clinical.leads_to import OUTCOMES
from spineward.clinical.library import movements
from spineward.clinical.register import last_change
from spineward.clinical.rulebook import rulebook
from spineward.web.how import views
from tests.web.walk import Walker

READER = "P. Reader, physiotherapist"
DAY = date(2027, 1, 31)


def test_the_overview_leads_to_every_rule_before_any_check_in(walk: Walker) -> None:
    walk.open("/how/")
    assert walk.status == 200
    for id in rulebook():
        assert f'href="/how/{id}/"' in walk.text
    for outcome in OUTCOMES:
        assert f'id="{outcome}"' in walk.text


@pytest.mark.parametrize("path", ["/care/", "/care/about/", "/settings/"])
def test_the_overview_is_reached_from(path: str, walk: Walker) -> None:
    walk.open(path)
    assert 'href="/how/"' in walk.text


@pytest.mark.parametrize("id", rulebook())
def test_a_rule_is_shown_whole(id: str, walk: Walker) -> None:
    rule = explain(id)
    walk.open(f"/how/{id}/")
    assert walk.status == 200
    shown = unescape(re.sub(r"<[^>]+>|\s+", " ", walk.text))
    for part in (rule.name, rule.why, rule.do, rule.why_unsure, rule.statement):
        assert part in shown
    for source in rule.sources:
        assert sure(source) in shown
        assert source.id in ("J", "K") or source.title in shown
        assert source.link in walk.text
    for number in rule.numbers:
        assert number.value in shown
        assert number.limit.text in shown
    assert all(hazard.title in shown for hazard in rule.hazards)
    assert all(point.question in shown for point in rule.points)
    assert last_change(id).what in shown


def test_how_sure_we_are_is_said_in_words(walk: Walker) -> None:
    walk.open("/how/A5/")
    assert "We checked the text or a summary" in walk.text
    assert "Our judgement" in walk.text


def test_a_rule_nobody_has_read_says_so(walk: Walker) -> None:
    assert last_change("A1").reader == ""
    walk.open("/how/A1/")
    assert "No doctor or physiotherapist has read it yet" in walk.text


def test_a_rule_that_was_read_and_answered_names_who_did(
    walk: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = explain("B2")
    point = replace(whole.points[0], answer="Confirmed", reader=READER, on=DAY)
    change = replace(whole.change, reader=READER)
    told = replace(whole, points=(point,), change=change)
    monkeypatch.setattr(views, "explain", lambda id: told)
    walk.open("/how/B2/")
    shown = re.sub(r"<[^>]+>|\s+", " ", walk.text)
    assert f"It was read by {READER}." in shown
    assert f"Confirmed {READER}, 31 January 2027" in re.sub(" +", " ", shown)
    assert "A clinician has answered this" in shown
    assert "still has to answer" not in shown


@pytest.mark.parametrize("id", ["Z9", "A1'", "M10", "%2e%2e"])
def test_what_is_no_rule_is_not_found(id: str, walk: Walker) -> None:
    walk.open(f"/how/{id}/")
    assert walk.status == 404


def test_the_old_address_of_a_rule_leads_to_its_page(walk: Walker) -> None:
    walk.open("/why/A1/")
    walk.arrives(reverse("how_rule", args=["A1"]))


@pytest.mark.parametrize("id", movements())
def test_a_movement_says_how_much_how_far_and_when_it_waits(id: str, walk: Walker) -> None:
    walk.open(f"/why/{id}/")
    for heading in ("How much", "How far", "When it waits", "Where it comes from"):
        assert heading in walk.text


def test_the_why_of_the_plan_leads_to_its_rule_and_to_the_overview(walk: Walker) -> None:
    walk.was_checked_in(pain=9)
    walk.open("/plan/")
    assert 'href="/how/FLARE_SEVERE/"' in walk.text
    assert 'href="/how/"' in walk.text


def test_the_why_of_a_call_today_leads_to_its_rule(walk: Walker) -> None:
    walk.open("/check-in/item.B3/?kind=first")
    walk.send(answer="yes", since="0", examined="none")
    walk.open("/")
    assert "Ring your doctor today" in walk.text
    assert 'href="/how/B3/"' in walk.text


def test_the_diary_leads_to_each_rule_that_fired(walk: Walker) -> None:
    walk.was_checked_in(pain=9)
    walk.open("/diary/")
    assert '<a href="/how/FLARE_SEVERE/">A strong flare</a>' in walk.text


def test_a_stop_in_a_session_leads_to_its_rule(walk: Walker) -> None:
    walk.was_checked_in()
    walk.begin_session()
    walk.done()
    walk.felt(lowest_right="8", pain_right="4", new="none")
    assert 'href="/how/row5/"' in walk.text
