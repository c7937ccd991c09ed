"""Is each entry in the diary once, and each verdict the engine's, whatever fails on the way?

Hazards: H-06 a stop that is lost, H-11 clocks, H-14 no network, H-22 a lost or altered entry.

Some 100 entries here, among the slow proofs; `python3 dev.py bench faults` enters more than 1,000.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.browser.fault_run import live_with_faults

ENTRIES, SEED = 100, 20261122
CERTAIN = ("offline", "server killed", "no server", "tab closed", "tab crashed", "browser killed")
"""These strike whenever they are ordered; on the line and between tabs it takes some luck."""


@pytest.mark.proof
def test_nothing_is_lost_doubled_or_judged_otherwise(
    playwright: Playwright, tmp_path: Path
) -> None:
    done = live_with_faults(playwright, tmp_path, ENTRIES, SEED)
    assert done.faults() == [], done.told()
    assert done.entered >= ENTRIES
    assert done.judged > 0
    assert done.met["two tabs, both kept"] == 0
    assert [name for name in CERTAIN if not done.met[name]] == [], done.told()
    assert [step for step in done.steps if not done.offline[step]] == []
