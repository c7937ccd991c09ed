"""How does a person work the body map in a browser?"""

import json
import re
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from spineward.clinical.catalogue import zones
from tests.browser.conftest import PHONE
from tests.browser.hands import PATIENCE
from tests.browser.live import LiveApp

ADDRESS = "/check-in/chart/?kind=daily"
CALF, SHIN = "calf_upper-right", "shin_upper-right"
CALF_AT, TOES_AT = (262, 322), (256, 492)
"""Where the right calf and the toes of the right sole lie in the drawing, seen from behind."""
EVERY = {f"{zone.id}-{side}" for zone in zones().values() for side in zone.sides}


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
    context.set_default_timeout(PATIENCE)
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
