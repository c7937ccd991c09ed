"""What shape has each part of the body on the page? Limbs, trunk, head, hands and feet."""

from collections.abc import Sequence

from spineward.web.shell.drawing.geometry import Outline, Point, angle_of, between, distance, step
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

Part = tuple[str | Outline, ...]
"""The name of a tone, then the outlines that have it."""
Widths = Sequence[tuple[float, float, float]]
"""Along a limb: (share of its length, half width in front, half width behind)."""

THIGH: Widths = ((0, 9, 10.5), (0.25, 9.6, 10), (0.6, 8.2, 8), (0.9, 6.8, 6.2), (1.04, 6, 5.6))
SHIN: Widths = (
    (-0.04, 6.2, 5.8),
    (0.12, 6, 6.4),
    (0.32, 5.2, 7.4),
    (0.62, 4.3, 5.2),
    (0.98, 3.7, 3.7),
)
UPPER_ARM: Widths = ((-0.06, 5.6, 5.6), (0.3, 5.2, 5), (0.7, 4.4, 4.4), (1.03, 4, 4))
SLEEVE: Widths = ((-0.08, 6.2, 6.2), (0.3, 5.9, 5.7), (0.56, 5.5, 5.5))
FOREARM: Widths = ((-0.03, 4, 4), (0.25, 4.4, 4.2), (0.7, 3.3, 3.2), (1.02, 2.7, 2.7))

HAND: tuple[Point, ...] = (
    (-1, -2.6), (4, -3.6), (8, -3.4), (12.4, -1.8), (13, 0.4), (10, 2.2), (6, 2.8), (7, 5),
    (5, 5.8), (1.6, 3.4), (-1, 2.6),
)  # fmt: skip
"""A hand pointing right; the thumb below."""
FOOT: tuple[Point, ...] = (
    (-4, -4.5), (3.7, -4.5), (6.4, -0.4), (12, 2.2), (17.6, 3.6), (19.4, 5.4), (18, 6.9),
    (11, 7), (4, 6.5), (-3, 7), (-6.6, 6.2), (-7, 2.4),
)  # fmt: skip
"""A right-pointing foot with the ankle at the origin, the sole below."""
NARROW = 0.3
"""How much of its height a foot shows at least, whatever side it is seen from."""
FACE: tuple[Point, ...] = (
    (11.6, 1), (10, 6.4), (6, 9), (2.4, 9.6), (-0.8, 12), (-2.2, 10.2), (-4.6, 10.2), (-5.6, 9.6),
    (-9, 9.4), (-10.8, 7), (-9.4, 1), (-10.6, -3), (-8, -7.4), (-2, -10.2), (5, -10), (10, -5.4),
)  # fmt: skip
"""A head in profile as (toward the crown, toward the face) from its middle."""
HAIR: tuple[Point, ...] = (
    (11.8, 2), (10.6, 6.6), (7, 9), (6.4, 5), (3.4, 3), (1, 0.4), (-2.6, -0.6), (-6, -5.4),
    (-7.6, -8), (-2, -11.2), (5.2, -11), (10.6, -5.6),
)  # fmt: skip
TRUNK: Sequence[tuple[float, float, float]] = (
    (12, 9.4, 15), (10.8, 9.8, 14.8), (8.6, 9.2, 12.6), (10.6, 11, 15), (7.4, 6.6, 11.5),
)  # fmt: skip
"""Half depth behind and in front, and half width, at the five points of the trunk."""


def limb(start: Point, end: Point, widths: Widths) -> Outline:
    """A tapered limb from joint to joint; its front is to the left of the way."""
    way = angle_of(start, end)
    size = distance(start, end)
    ahead = [step(step(start, way, size * at), way - 90, front) for at, front, _ in widths]
    behind = [step(step(start, way, size * at), way + 90, back) for at, _, back in widths]
    first, last = widths[0], widths[-1]
    cap_in = step(start, way, size * first[0] - first[1] * 0.75)
    cap_out = step(start, way, size * last[0] + last[1] * 0.75)
    return (cap_in, *ahead, cap_out, *reversed(behind))


def shaped(shape: Sequence[Point], at: Point, ahead: Point, aside: Point) -> Outline:
    """A drawn shape put at a point: its x along one direction, its y along another."""
    return tuple(
        (at[0] + x * ahead[0] + y * aside[0], at[1] + x * ahead[1] + y * aside[1]) for x, y in shape
    )


def _flat(camera: Camera, direction: Vector) -> Point:
    start, end = camera.see((0, 0, 0)), camera.see(direction)
    return (end[0] - start[0], end[1] - start[1])


def hand(arm: Limb, camera: Camera, turned: bool = False) -> Outline:
    """The hand at the end of an arm, flat to the viewer; `turned` puts the thumb above."""
    wrist, tip = camera.see(arm.end), camera.see(arm.tip)
    way = angle_of(wrist, tip)
    size = max(0.62, distance(wrist, tip) / 13)
    ahead = step((0, 0), way, size)
    aside = step((0, 0), way + (-90 if turned else 90), 1)
    return shaped(HAND, wrist, ahead, aside)


def foot(leg: Limb, camera: Camera) -> Outline:
    """The foot at the end of a leg, its sole away from the shin."""
    toward = foot_direction(leg)
    ahead = _flat(camera, toward)
    shin = unit(minus(leg.end, leg.middle))
    sole = unit(add(shin, times(toward, -_share(shin, toward))))
    aside = _flat(camera, sole)
    # A foot seen along its sole still has the width that a flat shape lacks.
    size = ahead[0] ** 2 + ahead[1] ** 2
    seen = ahead[0] * aside[1] - ahead[1] * aside[0]
    room = NARROW + (seen - NARROW + ((seen - NARROW) ** 2 + 0.16) ** 0.5) / 2
    wider = (room - seen) / max(size, 0.2)
    aside = (aside[0] - ahead[1] * wider, aside[1] + ahead[0] * wider)
    return shaped(FOOT, camera.see(leg.end), ahead, aside)


def _share(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def head(body: Skeleton, camera: Camera) -> list[tuple[str, Outline]]:
    """Skin and hair of the head: in profile, or from the front when it faces the viewer."""
    at = camera.see(body.head)
    crown, gaze = _flat(camera, body.crown), _flat(camera, body.gaze)
    if abs(crown[0] * gaze[1] - crown[1] * gaze[0]) < HALF_PROFILE:
        aside = (-crown[1], crown[0])
        return [
            ("skin", shaped(SKULL, at, crown, aside)),
            ("hair", shaped(FRINGE, at, crown, aside)),
        ]
    return [("skin", shaped(FACE, at, crown, gaze)), ("hair", shaped(HAIR, at, crown, gaze))]


HALF_PROFILE = 0.62
"""Below this share of its profile a face is drawn from the front."""
FRINGE: tuple[Point, ...] = (
    (12, 0), (9.6, 6.6), (3, 9.2), (0, 8.4), (3.4, 6.6), (6.4, 2), (6.2, -3), (3, -7), (0, -8.4),
    (3, -9.2), (9.6, -6.6),
)  # fmt: skip
SKULL: tuple[Point, ...] = (
    (11.4, 0), (8, 6.6), (2, 8.8), (-4, 7.8), (-9, 4.6), (-11, 0), (-9, -4.6), (-4, -7.8),
    (2, -8.8), (8, -6.6),
)  # fmt: skip


def neck(body: Skeleton, camera: Camera) -> Outline:
    """The neck between the shoulders and the head."""
    start = camera.see(mix(body.trunk[-2], body.trunk[-1], 0.8))
    end = camera.see(add(body.head, times(body.crown, -4)))
    return limb(start, end, ((0, 5.6, 6), (0.5, 4.6, 5), (1, 4.6, 5)))


def trunk(body: Skeleton, camera: Camera) -> tuple[Outline, Outline]:
    """The shirt (hip to neck) and the seat of the trousers (over its lower end)."""
    rims = [_rim(body, i, camera) for i in range(len(body.trunk))]
    tail = _tail(body, camera)
    shirt = (*(rim[0] for rim in rims), *(rim[1] for rim in reversed(rims)), tail)
    hem = (between(rims[1][0], rims[2][0], 0.3), between(rims[1][1], rims[2][1], 0.3))
    seat = (rims[0][0], rims[1][0], hem[0], hem[1], rims[1][1], rims[0][1], tail)
    return shirt, seat


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
