"""How heavy is the page of a session, and how soon does a tap show on a slow phone?

Run it by name: python3 dev.py bench player. It starts the app and a browser without a screen. The
bytes are those on the wire (`Network.loadingFinished`), compressed, for the page and all that it
fetches. A tap is timed in the page, from the click to the frame after the first change that it
makes, while Chromium slows its main thread fourfold.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import Measure, p95

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

SLOWER = 4
KILO = 1024
HEAVIEST, SOONEST = 130, 50
OPEN_DOOR = {"SPINEWARD_TOKEN_GATE": "off"}
TAPS = """() => {
  window.taps = [];
  let since = null;
  document.addEventListener('click', () => { since = performance.now(); }, true);
  new MutationObserver(() => {
    if (since === null) return;
    const from = since; since = null;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.taps.push(performance.now() - from);
      channel.port2.postMessage(0);
    });
  }).observe(document.querySelector('main'),
    {subtree: true, childList: true, attributes: true, characterData: true});
}"""
WAY = (
    "Start", "Wait", "Go on", "Start now", "Pause", "Go on", "Sound", "Done with this set",
    "Heel, foot", "Back", "Heel, foot", "4", "Nothing new", "Yes, that is right", "Not yet",
    "Stop",
)  # fmt: skip
"""The buttons of a session, one after the other."""


def measures() -> Iterator[Measure]:
    """The weight of the page, then the slowest and the usual tap."""
    from playwright.sync_api import sync_playwright

    from tests.browser.chromium import find_or_fetch
    from tests.browser.live import running

    os.environ.update(OPEN_DOOR)
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder) / "diary") as app,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=str(find_or_fetch()), args=["--no-sandbox", "--disable-gpu"]
        )
        plain = browser.new_context(java_script_enabled=False)
        _check_in(plain, app.origin)
        phone = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
        page = phone.new_page()
        yield Measure("session page with all it fetches", _weight(page, app.origin), HEAVIEST, "KB")
        taps = _taps(page)
        yield Measure(f"slowest of {len(taps)} taps at 4x", max(taps), SOONEST, "ms")
        yield Measure("p95 of the taps at 4x", p95(taps), SOONEST, "ms")
        browser.close()


def _check_in(context: "BrowserContext", origin: str) -> None:
    from tests.browser import way
    from tests.browser.hands import Finger

    context.set_default_timeout(30_000)
    page = context.new_page()
    page.goto(origin)
    way.first_check_in(Finger(page))


def _weight(page: "Page", origin: str) -> float:
    """Kilobytes until the player and the first figure are there, with an empty cache."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda done: sizes.append(done["encodedDataLength"]))
    page.goto(f"{origin}/session/")
    page.locator("session-player h1").wait_for()
    page.get_by_role("button", name="Start").first.wait_for()
    page.evaluate(
        """async () => {
            const { data } = document.querySelector('session-player');
            await (await fetch(data.movements[data.planned[0]].figure)).arrayBuffer();
        }"""
    )
    page.wait_for_load_state("networkidle")
    return sum(sizes) / KILO


def _taps(page: "Page") -> list[float]:
    """Milliseconds from each tap of a session to the frame that shows it."""
    page.evaluate(TAPS)
    slow = page.context.new_cdp_session(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    for name in WAY:
        page.get_by_role("button", name=name).first.click()
        page.wait_for_timeout(400)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    taps: list[float] = page.evaluate("() => window.taps")
    return taps
