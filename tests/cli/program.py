"""How is the program run as its users run it: a process of its own, with pipes or a terminal?"""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = [sys.executable, "-m", "spineward.cli"]
ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
PATIENCE = 60.0


def environment(**more: str) -> dict[str, str]:
    """The tests' environment without what would change how the program behaves."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SPINEWARD_", "DJANGO_"))}
    return kept | more


def run(*asked: str, given: str | bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end. No run ever shows a traceback."""
    done = subprocess.run(
        [*PROGRAM, *asked],
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        env=environment(**more),
        cwd=ROOT,
        timeout=PATIENCE,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done
