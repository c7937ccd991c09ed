"""Does the body map fit every hand and screen, and hold without its data, script or network?"""

import pytest
from playwright.sync_api import Browser, expect

from spineward.clinical.catalogue import drawing_version
from tests.browser.body import (
    ADDRESS,
    CALF,
    CALF_AT,
    EVERY,
    SHIN,
    TOES_AT,
    Body,
    body,
    mark_calf,
    tab,
)
from tests.browser.conftest import PHONE, Axe
from tests.browser.live import LiveApp

__all__ = ["body", "tab"]
"""Fixtures of the map."""
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


def test_the_view_comes_close_goes_on_and_turns(body: Body) -> None:
    svg = body.page.locator("svg.body-chart")
    whole = str(svg.get_attribute("viewBox"))
    body.tap(*CALF_AT)
    close = str(svg.get_attribute("viewBox"))
    body.press("Lower")
    body.press("Lower")
    body.tap(*TOES_AT)
    assert body.said("toes-right") == "2"
    body.press("Higher")
    body.press("Higher")
    expect(svg).to_have_attribute("viewBox", close)
    body.press("Turn over")
    expect(body.page.locator(".map-view")).to_have_text("Front")
    expect(body.page.locator(".map-side--left")).to_have_text("Right")
    body.press("Whole body")
    expect(svg).to_have_attribute("viewBox", whole)


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
