"""How does a picture move? Every key pose and the samples between them, small enough to send.

A frame is the points of all layers. Each layer keeps its number of points, so a script may go from
one frame to the next in a straight line; between two key poses there are as many frames as it takes
for no point to stray from its arc by more than a third of a unit, which is half a pixel on a phone.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil, sqrt
from typing import Any

from spineward.clinical.library import Figure
from spineward.web.shell.drawing.between import between
from spineward.web.shell.drawing.figure import Side, Stage, mirror, stage
from spineward.web.shell.drawing.geometry import Point, distance
from spineward.web.shell.drawing.layers import TONES
from spineward.web.shell.drawing.motion import arrow_line
from spineward.web.shell.drawing.parts import Layer
from spineward.web.shell.drawing.skeleton import Skeleton

FORMAT = 1
STRAY = 0.33
"""How far a point may lie from where the turning bone has it, in units of the drawing."""
MOST = 16
"""Samples between two poses; no movement of a joint within its limits needs as many."""

Frame = list[Layer]


def samples(set_up: Stage, here: Skeleton, there: Skeleton) -> list[Frame]:
    """The frames from one pose up to, and without, the next: as few as stay near the arcs."""
    count = 1
    while True:
        bodies = [between(here, there, n / count) for n in range(count)] + [there]
        frames = [set_up.layers(body) for body in bodies]
        middles = [between(here, there, (n + 0.5) / count) for n in range(count)]
        worst = max(map(stray, pairwise(frames), map(set_up.layers, middles)))
        if worst <= STRAY or count == MOST:
            return frames[:-1]
        # The error of a chord falls with the square of their number.
        count = min(MOST, max(count + 1, ceil(count * sqrt(worst / STRAY))))


def stray(ends: tuple[Frame, Frame], middle: Frame) -> float:
    """How far the straight way between two frames lies from the body in the middle of them."""
    lines = zip(*(points(frame) for frame in ends), points(middle), strict=True)
    return max(distance(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), there) for a, b, there in lines)


def points(frame: Sequence[Layer]) -> list[Point]:
    """All points of a frame in their order."""
    return [point for layer in frame for outline in layer.outlines for point in outline]


def movement_frames(
    figure: Figure, side: Side | None, bed: bool = False, half: bool = False
) -> Mapping[str, Any]:
    """Everything a script needs to draw and pace the movement, as JSON can hold it.

    Points are whole tenths of a unit; `steps` say by how much each step from frame to frame differs
    from the step before it: a bone turns evenly, so that most of them are 0 or 1. `poses` say at
    which frame and second each is reached; `even` that the movement flows on and never rests. After
    the last frame comes the first again.
    """
    set_up = stage(figure, bed, half)
    frames: list[Frame] = []
    poses: list[dict[str, Any]] = []
    second = 0
    for n, pose in enumerate(figure.poses):
        second += pose.seconds if n else 0
        poses.append({"name": pose.name, "hold": pose.hold, "at": second, "frame": len(frames)})
        second += pose.hold
        following = set_up.bodies[(n + 1) % len(set_up.bodies)]
        frames += samples(set_up, set_up.bodies[n], following)
    return {
        "format": FORMAT,
        "box": [round(one, 1) for one in set_up.frame()],
        "mirror": mirror(set_up) if side == "left" else "",
        "striped": side is not None,
        "even": not any(pose.hold for pose in figure.poses),
        "cycle": second + figure.poses[0].seconds,
        "poses": poses,
        "ways": [arrow_line(set_up.way(n)) for n in range(len(figure.poses))],
        "scene": set_up.scene(),
        "layers": [_layer(layers) for layers in zip(*frames, strict=True)],
    }


def _changes(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    return [[there - here for here, there in zip(*both, strict=True)] for both in pairwise(rows)]


def _layer(over_time: Sequence[Layer]) -> dict[str, Any]:
    """One layer through all frames: where its points begin, and how they change each time."""
    first = over_time[0]
    fill, line, width = TONES[first.tone]
    tenths = [
        [round(10 * value) for outline in layer.outlines for point in outline for value in point]
        for layer in over_time
    ]
    steps = _changes([[0] * len(tenths[0]), *_changes(tenths)])
    return {
        "tone": first.tone,
        "fill": fill,
        "line": line,
        "width": width,
        "sizes": [len(outline) for outline in first.outlines],
        "points": tenths[0],
        "steps": steps if any(map(any, steps)) else [],
    }
