"""How heavy is the body map's page, and how soon is a tap on it painted at a quarter of the speed?

Bytes are those of the first visit over the wire, headings and fonts included. A tap is timed by the
browser itself (Event Timing): from the finger's lifting to the next picture on the screen, in
steps of 8 ms, with the processor slowed to a quarter. No graphics card helps here. "Busy" is the
processor time of the page for a tap, the list that follows it included; where the times are far
above it, something else kept the machine.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.measure import Measure, p95
from tests.browser.chromium import find_or_fetch
from tests.browser.conftest import FLAGS, PHONE
from tests.browser.live import LiveApp, running

ADDRESS = "/check-in/chart/?kind=daily"
CALF_AT = (262, 322)
TAPS = 40
SLOWER = 4
WATCH = """() => {
  window.lifted = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.name === 'pointerup') window.lifted.push(entry.duration);
  }).observe({type: 'event', durationThreshold: 16, buffered: true});
}"""
ON_SCREEN = """([x, y]) => {
  document.querySelector('.map-frame').scrollIntoView();
  const svg = document.querySelector('svg.body-chart');
  const at = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
  return [at.x, at.y];
}"""


def measures() -> Iterator[Measure]:
    """Bytes of the first visit, and tap to paint: the middle and the slow end."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder) / "diary") as app,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_or_fetch(), args=FLAGS)
        page, weight = _visit(browser, app)
        yield Measure("body map, first visit, all bytes", weight / 1024, 90, "KB")
        taps, busy = _taps(page)
        yield Measure(f"body map, a tap at {SLOWER}x, busy", busy, 50, "ms")
        for name, value in (("median", median(taps)), ("p95", p95(taps))):
            yield Measure(f"body map, tap to paint at {SLOWER}x, {name}", value, 50, "ms")
        browser.close()


def _visit(browser: Browser, app: LiveApp) -> tuple[Page, int]:
    context = browser.new_context(viewport=PHONE)
    context.request.get(app.entry)  # the door, outside the browser's store: nothing is kept yet
    page = context.new_page()
    answers: list[Any] = []
    page.on("requestfinished", lambda request: answers.append(request.sizes()))
    page.goto(app.origin + ADDRESS)
    page.locator("body-map.is-live").wait_for()
    page.wait_for_load_state("networkidle")
    return page, sum(one["responseBodySize"] + one["responseHeadersSize"] for one in answers)


def _busy(slowed: CDPSession) -> float:
    """The milliseconds for which the page's thread had a processor so far."""
    metrics = slowed.send("Performance.getMetrics")["metrics"]
    return next(1000 * float(one["value"]) for one in metrics if one["name"] == "TaskDuration")


def _taps(page: Page) -> tuple[list[float], float]:
    """The durations of taps that mark one place stronger and stronger, and then take it away."""
    page.mouse.click(*page.evaluate(ON_SCREEN, CALF_AT))
    where = page.evaluate(ON_SCREEN, CALF_AT)
    slowed = page.context.new_cdp_session(page)
    slowed.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    slowed.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.evaluate(WATCH)
    before = _busy(slowed)
    for _ in range(TAPS):
        page.mouse.click(*where)
        page.wait_for_timeout(120)
    busy = (_busy(slowed) - before) / TAPS
    timed: list[float] = page.evaluate("window.lifted")
    # What is faster than the threshold is not told: it counts as the threshold.
    return [*timed, *([16.0] * (TAPS - len(timed)))], busy
