"""Is anything lost, doubled or misjudged among 1,000 entries made while everything fails?

Run it by name: python3 dev.py bench faults. It takes a quarter of an hour. The same code with 100
entries is a test (tests/browser/test_outbox_faults.py). Any count but 0 is a fault of ours.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.measure import Measure

ENTRIES, SEED = 1_000, 20261122


def measures() -> Iterator[Measure]:
    """The counts that have to be 0, after a table of what was done and which faults struck."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "spineward.web.settings"
    import django

    django.setup()
    from tests.browser.fault_found import WRONG
    from tests.browser.fault_run import live_with_faults

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        done = live_with_faults(playwright, Path(folder), ENTRIES, SEED)
    print(done.told())
    yield Measure("entries", done.entered, ENTRIES, "", at_least=True)
    for name in WRONG:
        yield Measure(f"entries {name}", done.count(name), 0, "")
    yield Measure("races of two tabs that both won", done.met["two tabs, both kept"], 0, "")
    yield Measure(f"faults that never struck {done.never() or ''}", len(done.never()), 0, "")
