"""What time does a server of the fault test have? The machine's, moved by the seconds in a file.

Python loads this by itself where its folder stands in PYTHONPATH; it changes nothing but the one
clock that the pages read (spineward/web/shell/clock.py).
"""

import os
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from spineward.web.shell import clock

AHEAD = Path(os.environ["SPINEWARD_TEST_AHEAD"])


class Moved(datetime):
    """Now, as the file says."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Moved":
        moved = datetime.now(tz) + timedelta(seconds=float(AHEAD.read_text()))
        return cls.fromtimestamp(moved.timestamp(), tz)


vars(clock)["datetime"] = Moved
