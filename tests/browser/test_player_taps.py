"""Is no page of a session shown that does not take a tap yet, and is no tap lost?

Hazards: H-06, H-14. A slow phone draws late: what is tapped on a page that still works on the tap
before would be lost.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.in_place import on, press, start
from tests.browser.slow_phone import NOTHING_DRAWN, after_set, app, goes_on, stays, verdict

__all__ = ["after_set", "app", "start", "verdict"]

pytestmark = pytest.mark.browser_context_args(service_workers="block")


def test_an_answer_keeps_its_page_until_the_next_one_takes_a_tap(after_set: Page) -> None:
    goes_on(after_set, stays(after_set, "Just as before"))
    on(after_set, "upright")


def test_go_on_keeps_its_page_until_the_next_one_takes_a_tap(verdict: Page) -> None:
    goes_on(verdict, stays(verdict, "Go on"))
    on(verdict, "ready")


def test_a_symptom_is_on_record_before_the_page_after_it_is_shown(after_set: Page) -> None:
    press(after_set, "Just")
    on(after_set, "upright")
    press(after_set, "Answer now")
    press(after_set, "Upper calf")
    press(after_set, "4")
    after_set.get_by_label("Dizzy", exact=False).first.check(force=True)
    goes_on(after_set, stays(after_set, "Go on"))


def test_no_second_tap_changes_an_answer_that_is_being_told(after_set: Page) -> None:
    press(after_set, "Heel, foot")
    press(after_set, "4")
    press(after_set, "Nothing new")
    shown = stays(after_set, "Yes, that is right")
    press(after_set, "No")
    expect(after_set.locator("session-player")).to_have_attribute("data-page", shown)
    goes_on(after_set, shown)
    on(after_set, "settle")


def test_a_page_that_draws_nothing_goes_on_all_the_same(after_set: Page) -> None:
    after_set.evaluate(NOTHING_DRAWN)
    press(after_set, "Just as before")
    after_set.clock.run_for(1_500)
    on(after_set, "upright")
