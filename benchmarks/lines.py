"""How many situations does `spineward assess --lines` answer in a second of one core?

The start of the process is part of it. Counted are the seconds that the process had the core, so
that what else the machine does meanwhile does not blur the figure.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Measure
from tools.docs.contract import EXAMPLES

COUNT = 20_000


def varied(count: int) -> Iterator[str]:
    """The example's situation with other intensities, so that lines differ."""
    example = json.loads((EXAMPLES / "situation.json").read_text("utf-8"))
    for number in range(count):
        leg = number % 8
        example["leg_now"] = example["chart"][0]["pain"] = leg
        example["age"] = 20 + number % 60
        yield json.dumps(example)


def _core_seconds() -> float:
    """Seconds of processor time of all child processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measures() -> Iterator[Measure]:
    """One process on one core, from its start to its end."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "situations.jsonl"
        source.write_text("\n".join(varied(COUNT)) + "\n", "utf-8")
        command = [sys.executable, "-m", "spineward.cli", "assess", "--lines", str(source)]
        with (Path(folder) / "answers.jsonl").open("w") as answers:
            before = _core_seconds()
            subprocess.run(command, stdout=answers, check=True)
            took = _core_seconds() - before
        answered = len((Path(folder) / "answers.jsonl").read_text("utf-8").splitlines())
    if answered != COUNT:
        raise RuntimeError(f"{answered} answers to {COUNT} situations")
    yield Measure("assess --lines, whole process", COUNT / took, 2000, "per s", at_least=True)
