"""How is the program run as its users run it: a process of its own, with pipes or a terminal?

And how is only its `main` asked, in this process, where the process itself is not the question?
"""

import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

from spineward.cli.__main__ import main

PROGRAM = [sys.executable, "-m", "spineward.cli"]
ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
PATIENCE = 60.0
Done = subprocess.CompletedProcess[bytes]


def environment(**more: str) -> dict[str, str]:
    """The tests' environment without what would change how the program behaves."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SPINEWARD_", "DJANGO_"))}
    return kept | more


def run(*asked: str, given: str | bytes = b"", **more: str) -> Done:
    """Run a command to its end. No run ever shows a traceback."""
    done = subprocess.run(
        [*PROGRAM, *asked],
        input=_bytes(given),
        capture_output=True,
        env=environment(**more),
        cwd=ROOT,
        timeout=PATIENCE,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done


def ask(*asked: str, given: str | bytes = b"") -> Done:
    """The same without a process: what `main` reads, says and returns. A fault is a traceback."""
    stdin, out, err = BytesIO(_bytes(given)), BytesIO(), BytesIO()
    with (
        patch.object(sys, "stdin", TextIOWrapper(stdin, "utf-8")),
        redirect_stdout(TextIOWrapper(out, "utf-8", write_through=True)),
        redirect_stderr(TextIOWrapper(err, "utf-8", write_through=True)),
    ):
        code = main(list(asked))
        return subprocess.CompletedProcess(asked, code, out.getvalue(), err.getvalue())


def _bytes(given: str | bytes) -> bytes:
    return given.encode() if isinstance(given, str) else given
