"""Does a figure move smoothly on a slow phone? Frames in five seconds, at a quarter of the speed.

Run it by name: python3 dev.py bench figures. It starts the app and a browser without a screen.
Chromium slows its main thread fourfold (`Emulation.setCPUThrottlingRate`), the page counts the
frames that `requestAnimationFrame` brings and their longest gap, and `Performance.getMetrics` says
how long the main thread was busy for each. On a machine that does other work the count falls while
the busy time stays near: read both. "Bytes" is what is sent for one movement, compressed.
"""

import gzip
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

from benchmarks.measure import Measure

if TYPE_CHECKING:
    from playwright.sync_api import Page

SLOWER = 4
SECONDS = 5
A_FRAME = 1000 / 60
KILO = 1024
HEAVIEST = 12
"""Kilobytes for one movement; a session of four fits its page many times."""
SHOWN = ("M30a", "M40", "M61")
"""A small movement, one seen half from the front, and the one with most frames."""
OPEN_DOOR = {"SPINEWARD_TOKEN_GATE": "off"}
COUNT = """seconds => new Promise(done => {
  const gaps = []; let last = 0; const start = performance.now();
  const tick = now => {
    if (last) gaps.push(now - last);
    last = now;
    if (performance.now() - start < seconds * 1000) requestAnimationFrame(tick);
    else done([gaps.length / seconds, Math.max(...gaps)]);
  };
  requestAnimationFrame(tick);
})"""


def measures() -> Iterator[Measure]:
    """Each movement's bytes; then frames, longest gap and busy time of a few."""
    from tests.browser.live import running

    os.environ.update(OPEN_DOOR)
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "diary") as app:
        yield _heaviest(app.origin)
        with _page() as page:
            for movement in SHOWN:
                yield from _moving(page, app.origin, movement)


def _heaviest(origin: str) -> Measure:
    from spineward.clinical.library import movements

    sizes = {}
    for id in movements():
        with urlopen(f"{origin}/figures/{id}.json?leg=left") as answer:
            sizes[id] = len(gzip.compress(answer.read()))
    most = max(sizes, key=lambda id: sizes[id])
    mean = sum(sizes.values()) / len(sizes) / KILO
    name = f"frames of {most}, the heaviest (mean {mean:.1f})"
    return Measure(name, sizes[most] / KILO, HEAVIEST, "KB")


@contextmanager
def _page() -> Iterator["Page"]:
    from playwright.sync_api import sync_playwright

    from tests.browser.chromium import find_or_fetch

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(find_or_fetch()), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser.new_page(viewport={"width": 360, "height": 740}, service_workers="block")
        browser.close()


def _moving(page: "Page", origin: str, movement: str) -> Iterator[Measure]:
    page.goto(f"{origin}/emergency/")
    page.evaluate(
        """async src => {
            await import('/static/built/moving-figure.js');
            const figure = document.createElement('moving-figure');
            figure.setAttribute('src', src);
            document.querySelector('main').prepend(figure);
            await new Promise(done => figure.addEventListener('ready', done, {once: true}));
            figure.play();
        }""",
        f"/figures/{movement}.json?leg=left",
    )
    wire = page.context.new_cdp_session(page)
    wire.send("Performance.enable")
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    before = _busy(wire.send("Performance.getMetrics"))
    rate, gap = page.evaluate(COUNT, SECONDS)
    busy = (_busy(wire.send("Performance.getMetrics")) - before) * 1000 / (rate * SECONDS)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    yield Measure(f"{movement}, frames a second", rate, 58, "frames", at_least=True)
    yield Measure(f"{movement}, longest gap between two", gap, 2 * A_FRAME, "ms")
    yield Measure(f"{movement}, main thread busy for each", busy, A_FRAME, "ms")


def _busy(said: dict[str, list[dict[str, float | str]]]) -> float:
    """Seconds of work on the main thread so far."""
    [found] = [one["value"] for one in said["metrics"] if one["name"] == "TaskDuration"]
    return float(found)
