"""Is a day the day where the person sits? The pages read the machine's clock.

Django sets the zone of its whole process to that of its settings, UTC. In Auckland a morning would
then be yesterday, and in Berlin the hour after midnight.
"""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

TELL = """
import os, subprocess, sys
import django
if len(sys.argv) == 1:
    django.setup()
    subprocess.run([sys.executable, __file__, "again"], check=True)
django.setup()
from spineward.web.shell import clock
print(clock.now().isoformat())
"""


@pytest.mark.slow
@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Pacific/Marquesas", "UTC"])
def test_the_pages_tell_the_time_of_the_place_also_in_a_program_that_they_start(
    tmp_path: Path, zone: str
) -> None:
    program = tmp_path / "tell.py"
    program.write_text(TELL)
    told = subprocess.run(
        [sys.executable, str(program)],
        env={
            **os.environ,
            "TZ": zone,
            "DJANGO_SETTINGS_MODULE": "spineward.web.settings",
            "SPINEWARD_DATA_DIR": str(tmp_path / "diary"),
            "PYTHONPATH": os.pathsep.join(sys.path),
        },
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert len(told) == 2
    for moment in map(datetime.fromisoformat, told):
        assert moment.utcoffset() == moment.astimezone(ZoneInfo(zone)).utcoffset()
