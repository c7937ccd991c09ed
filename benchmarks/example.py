"""How long until the example person can be looked at? Twelve weeks lived, and the first page.

`spineward demo` lives them anew each time, step by step through the door of the pages. Measured is
for how long the processor was busy: on a shared machine the time is longer, and stands beside it.
"""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

from benchmarks.measure import Measure, seconds
from benchmarks.year import empty_diary

COMMAND = (sys.executable, "-m", "spineward.cli", "demo", "--no-browser", "--until-input-ends")
PAUSE = 0.02
BUSY, OPENED = 5, 8
"""Seconds. The page that leads to the example waits for 25 (web/shell/example.py)."""


def measures() -> Iterator[Measure]:
    """The weeks in this process, and the command to its first page."""
    with empty_diary():
        from spineward.diary import journey
        from spineward.diary.example import Weeks
        from spineward.export.unhurried import no_collecting
        from spineward.web.shell import clock

        weeks = Weeks(journey.own_person(), clock.now())
        before = time.process_time()
        with no_collecting():
            took = seconds(weeks.live)
        busy = time.process_time() - before
        yield Measure(f"example, {weeks.forms} steps, busy (in {took:.1f} s)", busy, BUSY, "s")
    yield Measure("example, from the command to its first page", _to_first_page(), OPENED, "s")


def _to_first_page() -> float:
    """As long as somebody waits who typed the command."""
    start = time.monotonic()
    with subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        try:
            said = (line.strip() for line in program.stdout or ())
            address = next(line for line in said if line.startswith("http://"))
            while not _opens(address):
                time.sleep(PAUSE)
                if program.poll() is not None:
                    raise RuntimeError("it ended before its first page")
            return time.monotonic() - start
        finally:
            program.communicate()  # its input ends, and so does it


def _opens(address: str) -> bool:
    """Has its first page come? False while nobody listens; it lets in once, so that is awaited."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    try:
        with opener.open(address) as page:
            return int(page.status) == 200
    except urllib.error.HTTPError:
        raise
    except OSError:
        return False
