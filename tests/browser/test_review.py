"""Does the document for clinicians print as it is meant to? Hazards: H-08."""

import re
from datetime import date
from pathlib import Path

from playwright.sync_api import Page, expect

from spineward.web.how.document import alone
from tests.browser.live import LiveApp

A4_ROOM = {"width": 680, "height": 980}
"""Width and height in pixels of what a sheet holds between its margins (180 x 263 mm)."""
TALLEST = """() => Math.max(...[...document.querySelectorAll(
  '#points .review-entry, #rules .review-entry, #movements .review-entry')]
  .map(e => e.getBoundingClientRect().height))"""
SHEETS = re.compile(rb"/Type\s*/Page\b(?!s)")
MOST_SHEETS = 80


def test_no_point_rule_or_movement_is_cut_by_the_end_of_a_page(
    page: Page, app: LiveApp, tmp_path: Path
) -> None:
    file = tmp_path / "review.html"
    file.write_text(alone(date(2026, 11, 22)), "utf-8")
    page.set_viewport_size({"width": A4_ROOM["width"], "height": A4_ROOM["height"]})
    page.emulate_media(media="print")
    page.set_content(file.read_text("utf-8"))
    cut = "e => getComputedStyle(e).breakInside"
    assert page.locator("#rules .review-entry").first.evaluate(cut) == "avoid"
    assert page.evaluate(TALLEST) < A4_ROOM["height"]
    printed = page.pdf(prefer_css_page_size=True)
    assert 1 < len(SHEETS.findall(printed)) <= MOST_SHEETS


def test_on_paper_the_page_of_the_app_has_no_menu(page: Page, app: LiveApp) -> None:
    page.goto(app.entry)
    page.goto(app.origin + "/how/review/")
    page.emulate_media(media="print")
    expect(page.locator(".shell-header")).to_be_hidden()
    expect(page.locator(".shell-footer")).to_be_hidden()
    expect(page.get_by_role("heading", name="Review of Spineward")).to_be_visible()
    black = page.locator(".review-entry dd").first.evaluate("e => getComputedStyle(e).color")
    assert black == "rgb(0, 0, 0)"
