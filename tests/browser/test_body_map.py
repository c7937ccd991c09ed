"""Does the body map hold in a browser? By finger, by slide, by keyboard, near and far, and sent.

Long on purpose: one map, and each way to mark it in one place.
"""

import json
import re
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from spineward.clinical.catalogue import drawing_version, zones
from tests.browser.conftest import PHONE, Axe
from tests.browser.live import LiveApp

ADDRESS = "/check-in/chart/?kind=daily"
CALF, SHIN = "calf_upper-right", "shin_upper-right"
CALF_AT, TOES_AT = (262, 322), (256, 492)
"""Where the right calf and the toes of the right sole lie in the drawing, seen from behind."""
EVERY = {f"{zone.id}-{side}" for zone in zones().values() for side in zone.sides}
TARGETS = """([need, step]) => {
  const map = document.querySelector('body-map'), found = {};
  for (const view of ['front', 'back']) for (let part = 0; part < map.picture.parts; part++) {
    map.look({view, part});
    const box = map.querySelector('.map-frame').getBoundingClientRect();
    const rows = [], most = Math.round(need / step);
    for (let y = box.top + 1; y < box.bottom; y += step) {
      const row = [];
      for (let x = box.left + 1; x < box.right; x += step) row.push(map.picture.placeAt(x, y));
      rows.push(row);
    }
    // How large a square of one place ends at each point: the largest one of each place counts.
    const sizes = rows.map((row) => row.map(() => 1));
    for (let r = 0; r < rows.length; r++) for (let c = 0; c < rows[r].length; c++) {
      const place = rows[r][c];
      if (!place) continue;
      if (r && c && [rows[r-1][c], rows[r][c-1], rows[r-1][c-1]].every((one) => one === place))
        sizes[r][c] = 1 + Math.min(sizes[r-1][c], sizes[r][c-1], sizes[r-1][c-1]);
      found[place] = Math.max(found[place] || 0, (sizes[r][c] - 1) * step);
    }
  }
  map.look(null);
  return found;
}"""


class Body:
    """The body map as a person sees it."""

    def __init__(self, page: Page, app: LiveApp) -> None:
        self.page, self.app = page, app

    def open(self) -> "Body":
        """The chart page, with the map alive on it."""
        self.page.goto(self.app.origin + ADDRESS)
        self.page.locator("body-map.is-live").wait_for()
        return self

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the drawing on the screen."""
        self.page.locator(".map-frame").evaluate("frame => frame.scrollIntoView()")
        found: list[float] = self.page.evaluate(
            """([x, y]) => { const svg = document.querySelector('svg.body-chart');
               const at = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
               return [at.x, at.y] }""",
            [x, y],
        )
        return found[0], found[1]

    def tap(self, x: float, y: float, times: int = 1) -> None:
        """Tap a point of the drawing."""
        for _ in range(times):
            self.page.mouse.click(*self.at(x, y))

    def slide(self, x: float, y: float, along: float) -> None:
        """Put a finger on a point of the drawing and move it sideways."""
        left, top = self.at(x, y)
        self.page.mouse.move(left, top)
        self.page.mouse.down()
        self.page.mouse.move(left + along, top + 3, steps=8)
        self.page.mouse.up()

    def press(self, name: str) -> None:
        """Press a button of the map."""
        self.page.get_by_role("button", name=re.compile(f"^{name}")).click()

    def said(self, place: str, layer: str = "pain") -> str | None:
        """What the field says that is sent; None when nothing is said. It follows the picture."""
        self.page.evaluate("new Promise((go) => setTimeout(() => requestAnimationFrame(go), 250))")
        chosen = self.page.locator(f"input[name='{place}.{layer}']:checked")
        return chosen.get_attribute("value") if chosen.count() else None

    def slider(self) -> Locator:
        """The slider of the chosen place."""
        return self.page.locator(".map-slider")

    def stored(self) -> tuple[list[dict[str, Any]], str]:
        """The chart that the diary took in last, and the drawing beside it."""
        with sqlite3.connect(self.app.data_dir / "diary.sqlite3") as rows:
            [answers, drawing] = rows.execute(
                "select answers, drawing from diary_answers where page = 'chart' order by id desc"
            ).fetchone()
        return json.loads(answers)["chart"], drawing


@pytest.fixture
def tab(browser: Browser, open_app: LiveApp) -> Iterator[BrowserContext]:
    """A phone whose page must not fail in any script."""
    context = browser.new_context(viewport=PHONE, locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(10_000)
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    yield context
    context.close()
    assert faults == []


@pytest.fixture
def body(tab: BrowserContext, open_app: LiveApp) -> Body:
    """The map, opened."""
    return Body(tab.new_page(), open_app).open()


def mark_calf(body: Body, taps: int = 2) -> None:
    """Come close to the right calf, and tap it."""
    body.tap(*CALF_AT)
    body.tap(*CALF_AT, times=taps)


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
    assert body.slider().input_value() == "7"
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
    assert "/check-in/chart/" in body.page.url


def test_the_view_comes_close_goes_on_and_turns(body: Body) -> None:
    svg = body.page.locator("svg.body-chart")
    whole = svg.get_attribute("viewBox")
    body.tap(*CALF_AT)
    close = svg.get_attribute("viewBox")
    body.press("Lower")
    body.press("Lower")
    body.tap(*TOES_AT)
    assert body.said("toes-right") == "2"
    body.press("Higher")
    body.press("Higher")
    assert svg.get_attribute("viewBox") == close
    body.press("Turn over")
    expect(body.page.locator(".map-view")).to_have_text("Front")
    expect(body.page.locator(".map-side--left")).to_have_text("Right")
    body.press("Whole body")
    assert svg.get_attribute("viewBox") == whole


def test_every_place_has_room_for_a_finger_on_a_small_phone(body: Body) -> None:
    body.page.set_viewport_size({"width": 320, "height": 640})
    found: dict[str, float] = body.page.evaluate(TARGETS, [44, 5.5])
    assert set(found) == EVERY
    assert {place: size for place, size in found.items() if size < 44} == {}
    body.tap(*CALF_AT)
    body.tap(*CALF_AT)
    for button in body.page.locator(".map-controls button, .map-slider, .action-bar button").all():
        box = button.bounding_box()
        assert box is None or min(box["width"], box["height"]) >= 44


@pytest.mark.parametrize("text", ["100%", "200%"])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_nothing_runs_over_the_edge_of_a_small_phone(body: Body, text: str, direction: str) -> None:
    body.page.set_viewport_size({"width": 320, "height": 640})
    body.page.evaluate(
        "([text, dir]) => { document.documentElement.style.fontSize = text; "
        "document.documentElement.dir = dir }",
        [text, direction],
    )
    mark_calf(body)
    assert body.page.evaluate("document.documentElement.scrollWidth") <= 320
    body.press("Go on")
    assert body.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_no_state_of_the_map_shuts_anyone_out(body: Body, axe: Axe) -> None:
    assert axe(body.page) == []
    mark_calf(body)
    body.press("Tingling")
    assert axe(body.page) == []
    body.page.locator(f"input[value='{SHIN}']").check(force=True)
    body.press("Go on")
    assert axe(body.page) == []
    body.page.locator(f"input[value='{SHIN}']").uncheck(force=True)
    body.press("Go on")
    expect(body.page.locator(".map-review h1")).to_be_focused()
    assert axe(body.page) == []
    body.page.emulate_media(color_scheme="dark")
    assert axe(body.page) == []
    body.press("Back to the map")
    assert axe(body.page) == []


def test_once_open_the_map_asks_the_network_for_nothing(body: Body) -> None:
    asked: list[str] = []
    body.page.on("request", lambda request: asked.append(request.url))
    body.page.context.set_offline(True)
    mark_calf(body)
    body.press("Turn over")
    body.press("Go on")
    expect(body.page.locator(".map-review")).to_contain_text("Pain 4")
    assert asked == []


def test_without_its_data_the_map_leaves_the_page_as_it_was(
    browser: Browser, open_app: LiveApp
) -> None:
    page = browser.new_page(viewport=PHONE)
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(error.message))
    page.route(
        "**/check-in/chart/**",
        lambda route: route.fulfill(
            response=(answer := route.fetch()), body=answer.text().replace("body-map-data", "gone")
        ),
    )
    page.goto(open_app.origin + ADDRESS)
    page.unroute_all()
    page.locator(f"input[value='{CALF}']").check(force=True)
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url(lambda url: f"place={CALF}" in url)
    assert said == ["body-map: the page has no data under #body-map-data"]
    page.close()


def test_without_script_the_two_pages_do_the_same(browser: Browser, open_app: LiveApp) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    body = Body(context.new_page(), open_app)
    body.page.goto(open_app.origin + ADDRESS)
    body.page.locator(f"input[value='{CALF}']").check(force=True)
    body.press("Go on")
    for layer, value in (("pain", "5"), ("tingling", "0"), ("numbness", "1")):
        body.page.locator(f"input[name='{CALF}.{layer}'][value='{value}']").check(force=True)
    body.press("Go on")
    body.page.wait_for_url("**/check-in/now/**")
    [mark], drawing = body.stored()
    assert (mark["pain"], mark["numbness"], drawing) == (5, 1, drawing_version())
    context.close()
