"""What shape has each part of the body on the page? Limbs, trunk, head, hands and feet."""

from collections.abc import Sequence
from dataclasses import dataclass

from spineward.web.shell.drawing.geometry import (
    Outline,
    Point,
    angle_of,
    between,
    distance,
    loop,
    step,
)
from spineward.web.shell.drawing.skeleton import Limb, Skeleton, foot_direction
from spineward.web.shell.drawing.space import (
    Camera,
    Vector,
    add,
    cross,
    minus,
    mix,
    times,
    unit,
)


@dataclass(frozen=True, slots=True)
class Layer:
    """Outlines of one tone that melt into one shape."""

    tone: str
    outlines: tuple[Outline, ...]

    @property
    def path(self) -> str:
        """The layer as path data."""
        return "".join(loop(outline) for outline in self.outlines)


def layer(tone: str, *outlines: Outline) -> Layer:
    """A layer of these outlines."""
    return Layer(tone, outlines)


Widths = Sequence[tuple[float, float, float]]
"""Along a limb: (share of its length, half width in front, half width behind)."""

THIGH: Widths = (
    (0, 9.6, 11), (0.25, 10.2, 10.4), (0.6, 8.6, 8.4), (0.9, 7.2, 6.5), (1.04, 6.3, 5.8),
)  # fmt: skip
SHIN: Widths = (
    (-0.04, 6.4, 6), (0.12, 6.2, 6.8), (0.32, 5.3, 7.8), (0.62, 4.5, 5.6), (0.9, 4.4, 4.6),
    (0.99, 4.6, 4.8),
)  # fmt: skip
UPPER_ARM: Widths = ((-0.06, 5.6, 5.6), (0.3, 5.4, 5.2), (0.7, 4.6, 4.7), (1.03, 4.1, 4.2))
SLEEVE: Widths = ((-0.1, 6.2, 6.2), (0.12, 6.9, 6.7), (0.4, 6.4, 6.4), (0.6, 6.5, 6.6))
FOREARM: Widths = ((-0.03, 4.2, 4.2), (0.25, 4.8, 4.4), (0.7, 3.5, 3.3), (1.02, 2.8, 2.8))

HAND: Outline = (
    (-1, -2.8), (3, -3.8), (7, -3.8), (10.8, -3.2), (13.4, -1.5), (13.2, 0.5), (10.4, 1.7),
    (7, 2.4), (6.8, 4.2), (7.8, 6.1), (6.3, 6.8), (4, 5.1), (2, 3.5), (-1, 2.8),
)  # fmt: skip
"""A hand pointing right; the thumb below."""
FINGERS: tuple[Outline, ...] = (
    ((8.6, -1.7), (10.8, -1.6), (12.6, -1.1), (10.8, -1.5)),
    ((8.4, 0), (10.4, 0.1), (12.2, 0.1), (10.4, 0.2)),
)
"""The lines between the fingers."""
FOOT: Outline = (
    (-4.4, -5), (4, -5), (6.3, -0.9), (10.6, 1.5), (15.4, 2.9), (18.9, 4.2), (19.8, 5.8),
    (18.4, 7), (14, 7), (9, 6.3), (4, 6.6), (-1, 7), (-5.4, 6.9), (-7.3, 4.6), (-6.6, 1),
)  # fmt: skip
"""A right-pointing foot with the ankle at the origin, the sole below."""
WIDTH = 0.7
"""How wide a foot is, as a share of its height."""
FACE: Outline = (
    (11.4, 1), (10.2, 5.4), (7.4, 8.3), (4.4, 9.2), (2.4, 8.9), (-1.2, 11.7), (-2.5, 10.8),
    (-3.1, 9.6), (-4.4, 9.9), (-5.4, 9.2), (-6.4, 9.6), (-7.6, 8.9), (-9.8, 9), (-11, 6.6),
    (-9.2, 2.4), (-7.2, -1.4), (-6, -5), (-1, -9), (4, -10.4), (9, -7),
)  # fmt: skip
"""A head in profile as (toward the crown, toward the face) from its middle."""
HAIR: Outline = (
    (12, 1.5), (11, 5.4), (8.4, 8), (6.8, 6), (5.4, 3.6), (2.2, 3), (-1.2, 2.4), (-1, 0.8),
    (1.8, -0.6), (0.6, -3), (-3.2, -3.6), (-6.6, -5.4), (-4.6, -8.8), (1, -11.2), (6.2, -10.6),
    (10.6, -6),
)  # fmt: skip
EAR: Outline = ((1.6, -0.6), (1, 0.8), (-1.4, 0.6), (-2.8, -0.4), (-1.6, -2), (0.6, -2.4))
EYE: Outline = ((2.3, 7), (1.5, 7.5), (0.6, 7), (1.5, 6.6))
TRUNK: Sequence[tuple[float, float, float]] = (
    (12.6, 10.2, 16), (11.8, 10.6, 15.6), (9.8, 10.4, 13.6), (11.2, 11.4, 15.6), (7.4, 6.6, 11.5),
)  # fmt: skip
"""Half depth behind and in front, and half width, at the five points of the trunk."""
DARK_SIDE = 0.36
"""How much of the width of a part lies in shade."""


def limb(start: Point, end: Point, widths: Widths) -> Outline:
    """A tapered limb from joint to joint; its front is to the left of the way."""
    way, ahead, behind = _edges(start, end, widths)
    first, last = widths[0], widths[-1]
    size = distance(start, end)
    cap_in = step(start, way, size * first[0] - first[1] * 0.75)
    cap_out = step(start, way, size * last[0] + last[1] * 0.75)
    return (cap_in, *ahead, cap_out, *reversed(behind))


def shade(start: Point, end: Point, widths: Widths, front: bool) -> Outline:
    """The side of a limb that the light does not reach, inside its edge."""
    # A joint is not shaded: its two bones would be, one over the other.
    _, ahead, behind = _edges(start, end, [one for one in widths if 0.08 < one[0] < 0.95])
    lit, dark = (behind, ahead) if front else (ahead, behind)
    inner = [between(one, other, DARK_SIDE) for one, other in zip(dark, lit, strict=True)]
    return (*dark, *reversed(inner))


def _edges(start: Point, end: Point, widths: Widths) -> tuple[float, list[Point], list[Point]]:
    way = angle_of(start, end)
    middle = [step(start, way, distance(start, end) * at) for at, _, _ in widths]
    ahead = [step(m, way - 90, one[1]) for m, one in zip(middle, widths, strict=True)]
    behind = [step(m, way + 90, one[2]) for m, one in zip(middle, widths, strict=True)]
    return way, ahead, behind


def shaped(shape: Sequence[Point], at: Point, ahead: Point, aside: Point) -> Outline:
    """A drawn shape put at a point: its x along one direction, its y along another."""
    return tuple(
        (at[0] + x * ahead[0] + y * aside[0], at[1] + x * ahead[1] + y * aside[1]) for x, y in shape
    )


def _flat(camera: Camera, direction: Vector) -> Point:
    start, end = camera.see((0, 0, 0)), camera.see(direction)
    return (end[0] - start[0], end[1] - start[1])


def hand(arm: Limb, camera: Camera) -> list[Outline]:
    """The hand at the end of an arm, flat to the viewer, and the lines between its fingers."""
    wrist, tip = camera.see(arm.end), camera.see(arm.tip)
    way = angle_of(wrist, tip)
    size = max(0.62, distance(wrist, tip) / 13)
    ahead, aside = step((0, 0), way, size), step((0, 0), way + 90, 1)
    return [shaped(shape, wrist, ahead, aside) for shape in (HAND, *FINGERS)]


def foot(leg: Limb, camera: Camera) -> Outline:
    """The foot at the end of a leg, its sole away from the shin, with its width from any side."""
    toward = foot_direction(leg)
    shin = unit(minus(leg.end, leg.middle))
    sole = unit(add(shin, times(toward, -_share(shin, toward))))
    ahead, down = _flat(camera, toward), _flat(camera, sole)
    across = _flat(camera, times(cross(toward, sole), WIDTH))
    size = max(0.05, (ahead[0] ** 2 + ahead[1] ** 2) ** 0.5)
    on = (ahead[0] / size, ahead[1] / size)
    # What is seen of height and width together, beside the length: the shadow of an ellipse.
    high, wide = (on[0] * one[1] - on[1] * one[0] for one in (down, across))
    seen = (high**2 + wide**2) ** 0.5
    slant = on[0] * down[0] + on[1] * down[1]
    aside = (on[0] * slant - on[1] * seen, on[1] * slant + on[0] * seen)
    return shaped(FOOT, camera.see(leg.end), ahead, aside)


def _share(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def head(body: Skeleton, camera: Camera) -> list[Layer]:
    """Face, hair, ear and eye, in profile from wherever it is seen."""
    at, crown, gaze = camera.see(body.head), _flat(camera, body.crown), _flat(camera, body.gaze)
    turned = 1 if crown[0] * gaze[1] - crown[1] * gaze[0] > 0 else -1
    size = (crown[0] ** 2 + crown[1] ** 2) ** 0.5
    up = (crown[0] / size, crown[1] / size)
    aside = (-up[1] * turned, up[0] * turned)
    shapes = (("skin", FACE), ("hair", HAIR), ("ear", EAR), ("mark", EYE))
    return [layer(tone, shaped(shape, at, up, aside)) for tone, shape in shapes]


def neck(body: Skeleton, camera: Camera) -> Outline:
    """The neck between the shoulders and the head."""
    start = camera.see(mix(body.trunk[-2], body.trunk[-1], 0.8))
    end = camera.see(add(body.head, times(body.crown, -4)))
    return limb(start, end, ((0, 5.6, 6), (0.5, 4.6, 5), (1, 4.6, 5)))


def trunk(body: Skeleton, camera: Camera, front: bool) -> list[Layer]:
    """The seat of the trousers, and over it a shirt that hangs loose, with its side in shade."""
    rims = [_rim(body, i, camera) for i in range(len(body.trunk))]
    hem = [between(rims[0][side], rims[1][side], 0.55) for side in (0, 1)]
    belt = [between(rims[1][side], rims[1][1 - side], 0.08) for side in (0, 1)]
    seat = (rims[0][0], hem[0], *belt, hem[1], rims[0][1], _tail(body, camera))
    out = [between(hem[1], hem[0], 1.03), between(hem[0], hem[1], 1.03)]
    low = between(between(hem[0], hem[1], 0.5), _tail(body, camera), 0.12)
    up = [[out[side], *(rim[side] for rim in rims[1:])] for side in (0, 1)]
    lower = [between(out[0], out[1], share) for share in (0.94, 0.06)]
    shirt = (*up[0], *reversed(up[1]), lower[0], low, lower[1])
    dark, lit = (up[0], up[1]) if front else (up[1], up[0])
    inner = [between(one, other, DARK_SIDE) for one, other in zip(dark, lit, strict=True)]
    return [
        layer("legs", seat),
        layer("shirt", shirt),
        layer("shade", (*dark, *reversed(inner))),
    ]


def _tail(body: Skeleton, camera: Camera) -> Point:
    """The lowest point of the pelvis, below the hips."""
    down = unit(minus(body.trunk[0], body.trunk[1]))
    return camera.see(add(body.trunk[0], add(times(down, 9), times(body.fronts[0], -3))))


def _rim(body: Skeleton, index: int, camera: Camera) -> tuple[Point, Point]:
    """Both edges of the trunk at one of its points: the shadow of an ellipse across the spine."""
    depth_back, depth_front, wide = TRUNK[index]
    front = body.fronts[index]
    middle = camera.see(add(body.trunk[index], times(front, (depth_front - depth_back) / 2)))
    before = body.trunk[max(index - 1, 0)]
    after = body.trunk[min(index + 1, len(body.trunk) - 1)]
    way = angle_of(camera.see(before), camera.see(after))
    normal = step((0, 0), way + 90, 1)
    deep = _flat(camera, times(front, (depth_back + depth_front) / 2))
    side = _flat(camera, times(unit(cross(front, unit(minus(after, before)))), wide))
    reach = (
        (normal[0] * deep[0] + normal[1] * deep[1]) ** 2
        + (normal[0] * side[0] + normal[1] * side[1]) ** 2
    ) ** 0.5
    return (
        (middle[0] + normal[0] * reach, middle[1] + normal[1] * reach),
        (middle[0] - normal[0] * reach, middle[1] - normal[1] * reach),
    )
