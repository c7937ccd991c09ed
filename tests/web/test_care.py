"""Do help, care and reasons stand for everyone, and fit the person?"""

from typing import Any

import pytest

from spineward.clinical.care import pages
from spineward.clinical.library import movements
from spineward.diary import journey
from tests.cast import owner
from tests.web.walk import Walker


@pytest.mark.parametrize("slug", [*pages(), "about", "stretches", "medicines"])
def test_every_care_page_opens_before_any_check_in(walk: Walker, slug: str) -> None:
    walk.open(f"/care/{slug}/")
    assert walk.status == 200


def test_every_care_page_is_listed(walk: Walker) -> None:
    walk.open("/care/")
    for slug in (*pages(), "about", "stretches", "medicines"):
        assert f'href="/care/{slug}/"' in walk.text


def test_a_care_page_that_does_not_exist_is_not_found(walk: Walker) -> None:
    walk.open("/care/moon/")
    assert walk.status == 404


def test_every_movement_has_a_page_with_its_sources(walk: Walker) -> None:
    for id in movements():
        walk.open(f"/why/{id}/")
        assert walk.status == 200, id
        assert "Where it comes from" in walk.text


@pytest.mark.parametrize("id", ["Z9", "A1'", "..", "%2e%2e"])
def test_a_movement_that_does_not_exist_is_not_found(walk: Walker, id: str) -> None:
    walk.open(f"/why/{id}/")
    assert walk.status == 404


def groups(walk: Walker) -> dict[str, str]:
    """Every list of the medicine page with "none of these"."""
    return dict.fromkeys(walk.controls.named, "none")


def test_the_medicine_page_is_empty_until_it_is_answered(walk: Walker) -> None:
    walk.open("/care/medicines/")
    assert walk.controls.filled == []
    walk.send()
    assert "Tick what fits" in walk.text


def test_a_blood_thinner_and_pills_are_never_answered_with_go_ahead(walk: Walker) -> None:
    walk.first_check_in()
    walk.open("/care/medicines/")
    first = next(name for name in walk.controls.named if name != "not_sure")
    reason = walk.controls.named[first][0]
    walk.send(**{**groups(walk), first: reason})
    walk.arrives("/care/medicines/")
    assert "Answer again" in walk.text
    assert journey.situation(owner(), now=walk.clock.at).medicines[reason] == "yes"


def test_a_tick_together_with_none_is_refused_and_kept(walk: Walker) -> None:
    walk.open("/care/medicines/")
    first = next(iter(walk.controls.named))
    reason = walk.controls.named[first][0]
    both: dict[str, Any] = {**groups(walk), first: ["none", reason]}
    walk.send(**both)
    assert "alone" in walk.text
    assert (first, reason) in walk.controls.filled
