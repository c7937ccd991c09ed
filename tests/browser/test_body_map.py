"""Does the body map hold in a browser? By finger, by slide, by keyboard, and sent."""

import re

from playwright.sync_api import expect

from spineward.clinical.catalogue import drawing_version
from tests.browser.body import CALF, CALF_AT, SHIN, Body, body, mark_calf, tab

__all__ = ["body", "tab"]
"""Fixtures of the map."""


def test_nothing_is_filled_in_before_someone_says_so(body: Body) -> None:
    expect(body.page.locator("form :checked")).to_have_count(0)
    body.press("Go on")
    expect(body.page.get_by_role("alert").filter(has_text="Tap each place")).to_be_visible()
    expect(body.page.locator(".map-review")).to_be_empty()


def test_taps_mark_the_place_and_what_is_confirmed_is_what_is_stored(body: Body) -> None:
    mark_calf(body)
    assert (body.said(CALF), body.said(CALF, "tingling")) == ("4", None)
    body.press("Go on")
    review = body.page.locator(".map-review")
    expect(review).to_contain_text("Calf, upper half, right")
    expect(review).to_contain_text("No tingling. Not numb.")
    review.get_by_label("Calf, upper half, right: It was there").check(force=True)
    body.press("Yes, that is all")
    body.page.wait_for_url("**/check-in/now/**")
    [mark], drawing = body.stored()
    assert mark == {
        "zone": "calf_upper",
        "side": "right",
        "pain": 4,
        "tingling": 0,
        "numbness": 0,
        "usual": True,
    }
    assert drawing == drawing_version()


def test_a_slide_sets_the_strength_and_the_number_matches_the_slider(body: Body) -> None:
    body.tap(*CALF_AT)
    body.slide(*CALF_AT, along=112)
    assert body.said(CALF) == "7"
    expect(body.slider()).to_have_value("7")
    expect(body.page.locator(".map-strength")).to_contain_text("Pain: 7")
    body.slider().fill("3")
    assert body.said(CALF) == "3"
    expect(body.page.locator(".map-marks text")).to_have_text("3")
    body.press("Undo")
    assert body.said(CALF) == "7"
    body.press("Undo")
    assert body.said(CALF) is None


def test_layers_lie_over_each_other_and_undo_and_clear_go_back(body: Body) -> None:
    mark_calf(body)
    body.press("Tingling")
    body.tap(*CALF_AT)
    body.press("Numb")
    body.tap(*CALF_AT, times=3)
    expect(body.page.locator(".map-strength")).to_contain_text("you do not feel a light touch")
    assert [body.said(CALF, layer) for layer in ("pain", "tingling", "numbness")] == ["4", "1", "3"]
    marks = body.page.locator(".map-marks")
    for fill in ("map-pain", "map-t1", "map-n3"):
        expect(marks.locator(f"[class={fill}], [fill='url(#{fill})']")).to_have_count(1)
    body.press("Clear all")
    assert body.said(CALF) is None
    body.press("Undo")
    assert body.said(CALF, "numbness") == "3"
    body.press("Undo")
    assert body.said(CALF, "numbness") == "2"


def test_the_list_marks_by_keyboard_what_the_picture_shows(body: Body) -> None:
    keys = body.page.keyboard
    body.page.locator(f"input[value='{SHIN}']").focus()
    keys.press("Space")
    body.press("Go on")
    expect(body.page.get_by_text("Say how strong it is here, or untick it.")).to_be_visible()
    focused = "document.activeElement.name"
    assert body.page.evaluate(focused) == f"{SHIN}.pain"
    for _ in range(3):
        keys.press("ArrowDown")
    keys.press("Tab")
    assert body.page.evaluate(focused) == f"{SHIN}.tingling"
    keys.press("Space")
    assert (body.said(SHIN), body.said(SHIN, "tingling")) == ("3", "0")
    expect(body.page.locator(".map-marks .map-pain")).to_have_count(1)
    expect(body.page.locator(".map-strength")).to_contain_text("Shin, upper half, right")
    body.page.locator(f"input[value='{SHIN}']").focus()
    keys.press("Space")
    expect(body.page.locator(".map-marks .map-pain")).to_have_count(0)


def test_same_as_last_time_is_a_choice_that_can_then_be_changed(body: Body) -> None:
    mark_calf(body, taps=1)
    body.press("Go on")
    body.press("Yes, that is all")
    body.page.wait_for_url("**/check-in/now/**")
    body.open()
    expect(body.page.locator("form :checked")).to_have_count(0)
    body.press("Same as last time")
    expect(body.page.locator(".map-strength")).to_contain_text("Change what is new")
    assert (body.said(CALF), body.said(CALF, "numbness")) == ("2", "0")
    mark_calf(body)
    body.press("Go on")
    body.press("Yes, that is all")
    body.page.wait_for_url("**/check-in/now/**")
    assert body.stored()[0][0]["pain"] == 6


def test_the_enter_key_never_says_that_nothing_is_felt(body: Body) -> None:
    body.page.locator(f"input[value='{SHIN}']").focus()
    body.page.keyboard.press("Enter")
    expect(body.page.get_by_role("alert").filter(has_text="Tap each place")).to_be_visible()
    expect(body.page).to_have_url(re.compile("/check-in/chart/"))
