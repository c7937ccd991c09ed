"""What stands around the figure? Mat, chair, wall and pillows, drawn as solids in space."""

from collections.abc import Iterable

from spineward.web.shell.drawing.geometry import Point, capsule, loop, pair
from spineward.web.shell.drawing.geometry import between as mixed
from spineward.web.shell.drawing.paint import CARD, EDGE, LINE, QUIET
from spineward.web.shell.drawing.posture import SEAT
from spineward.web.shell.drawing.skeleton import Limb, Skeleton
from spineward.web.shell.drawing.space import Camera, Vector, add, minus, mix, times

STROKE = f'stroke="{EDGE}" stroke-width="1" stroke-linejoin="round"'
PILLOW = ((-1, -1), (0, -0.92), (1, -1), (0.94, 0), (1, 1), (0, 0.92), (-1, 1), (-0.94, 0))
"""The corners and sides of a pillow seen from above."""
RAISED = -14
"""Above this height the hip of someone lying on the front rests on a pillow."""
BACKREST = 44.0
Box = tuple[float, float, float, float, float, float]
"""x from, x to, y from (top), y to (bottom), z from, z to."""


def polygon(points: Iterable[Point]) -> str:
    """Straight lines around points."""
    return "M" + "L".join(pair(point) for point in points) + "Z"


def box(solid: Box, camera: Camera) -> str:
    """The three faces of a box that the viewer sees: top, side to the right, front."""
    x0, x1, y0, y1, z0, z1 = solid
    top = [(x0, y0, z0), (x1, y0, z0), (x1, y0, z1), (x0, y0, z1)]
    side = [(x1, y0, z0), (x1, y0, z1), (x1, y1, z1), (x1, y1, z0)]
    front = [(x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1)]
    return "".join(polygon(camera.see(corner) for corner in face) for face in (side, front, top))


def _solid(shape: str, fill: str = LINE) -> str:
    return f'<path d="{shape}" fill="{fill}" {STROKE}/>'


def behind(lying: str, props: tuple[str, ...], body: Skeleton, camera: Camera) -> str:
    """Everything that is drawn before the figure."""
    if lying == "side":
        return _from_above(body, camera)
    parts = [_ground(lying, props, body, camera)]
    if "wall" in props:
        at = body.trunk[3][0] - 11.6
        parts.append(_solid(box((at - 5, at, -176, 0, -34, 34), camera)))
        high, low = _low_back(body, 1)
        parts.append(
            _gap([(at, high, 0), (at, low, 0), (at + 7, low, 0), (at + 7, high, 0)], camera)
        )
    if "chair" in props:
        parts.append(_chair(lying, body, camera))
    if lying == "supine":
        high, low = _low_back(body, 0)
        parts.append(_gap([(high, 0, 0), (low, 0, 0), (low, -8, 0), (high, -8, 0)], camera))
        under = body.head
        parts.append(_cushion((under[0] - 12, -1.6), (under[0] + 6, -1.6), 2.6, camera))
    if "pillow" in props and lying == "prone" and body.trunk[0][1] < RAISED:
        waist = mix(body.trunk[0], body.trunk[2], 0.6)
        parts.append(_cushion((waist[0] - 17, -5.4), (waist[0] + 14, -5.4), 6, camera))
    return "".join(parts)


def between(lying: str, props: tuple[str, ...], body: Skeleton, camera: Camera) -> str:
    """The pillow between the legs of someone lying on the side."""
    if lying != "side" or "pillow" not in props:
        return ""
    hip, knee = camera.see(body.near_leg.root), camera.see(body.near_leg.middle)
    ends = mixed(hip, knee, 0.55), mixed(hip, knee, 1.12)
    return _solid(capsule(*ends, 13, 13), CARD)


def _ground(lying: str, props: tuple[str, ...], body: Skeleton, camera: Camera) -> str:
    low, high = _ends(body)
    if "mat" in props:
        return _solid(box((low, high, 0, 3, -30, 30), camera))
    if not camera.level:
        return ""
    if lying in ("seated", "standing", "walking"):
        low, high = min(low, -34), max(high, 40)
    ends = camera.see((low, 0, 0)), camera.see((high, 0, 0))
    return (
        f'<path d="M{pair(ends[0])}L{pair(ends[1])}" {STROKE} fill="none" stroke-linecap="round"/>'
    )


def _ends(body: Skeleton) -> tuple[float, float]:
    """From where to where the figure needs a floor."""
    places = [body.head[0], *(p[0] for leg in (body.near_leg, body.far_leg) for p in _joints(leg))]
    return min(places) - 20, max(places) + 26


def _joints(leg: Limb) -> tuple[Vector, ...]:
    return (leg.root, leg.middle, leg.end)


def _chair(lying: str, body: Skeleton, camera: Camera) -> str:
    """A plain chair: under the one who sits, or under the calves of the one who lies."""
    if lying == "supine":
        calf = body.far_leg
        left, right = calf.middle[0] + 6, calf.middle[0] + 56
        seat, rest = calf.end[1] + 7.2, right
    else:
        left, right, seat = body.trunk[0][0] - 20, body.trunk[0][0] + 22, -SEAT
        rest = left - 3
    legs = [
        box((x, x + 3, seat + 4, 0, z, z + 3), camera) for z in (-19, 16) for x in (left, right - 3)
    ]
    back = box((rest, rest + 3, seat - BACKREST, seat + 4, -19, 19), camera)
    slab = box((left, right, seat, seat + 4, -19, 19), camera)
    return _solid("".join(legs)) + _solid(back) + _solid(slab)


def _low_back(body: Skeleton, axis: int) -> tuple[float, float]:
    """From where to where the low back runs, along x (0) or y (1)."""
    return mix(body.trunk[2], body.trunk[3], 0.7)[axis], mix(body.trunk[0], body.trunk[1], 0.6)[
        axis
    ]


def _gap(corners: list[Vector], camera: Camera) -> str:
    """A shade behind the low back: it shows only where the back is off the mat or the wall."""
    return f'<path d="{polygon(camera.see(corner) for corner in corners)}" fill="{QUIET}"/>'


def _cushion(start: Point, end: Point, thick: float, camera: Camera) -> str:
    ends = [camera.see((x, y, z)) for x, y in (start, end) for z in (-12, 12)]
    far = capsule(ends[0], ends[2], thick, thick)
    return _solid(far + capsule(ends[1], ends[3], thick, thick), CARD)


def _mat_below(body: Skeleton) -> tuple[Vector, ...]:
    """The corners of the mat of someone seen from above."""
    right = body.head[0] + 26
    return ((-94, -30, 0), (right, -30, 0), (right, 66, 0), (-94, 66, 0))


def _from_above(body: Skeleton, camera: Camera) -> str:
    """The mat and the pillow under the head, both seen from above."""
    x = body.head[0]
    mat = polygon(camera.see(corner) for corner in _mat_below(body))
    y = body.head[1] + 2
    pillow = loop([(x + a * 19, y + b * 27) for a, b in PILLOW])
    return _solid(mat) + _solid(pillow, CARD)


def outermost(lying: str, props: tuple[str, ...], body: Skeleton) -> Iterable[Vector]:
    """Points that a picture of this pose has to hold."""
    yield from (body.head, *body.trunk)
    yield add(body.head, times(body.crown, 8))
    for limb in (body.near_arm, body.far_arm):
        yield from _joints(limb)
        yield limb.tip
    for leg in (body.near_leg, body.far_leg):
        yield from _joints(leg)
        yield add(leg.end, times(minus(leg.tip, leg.end), 14))
    if lying == "side":
        yield from ((x * 0.94, y * 0.86, z) for x, y, z in _mat_below(body))
    elif "mat" in props:
        low, high = _ends(body)
        yield from ((x, 0, z) for x in (low + 8, high - 8) for z in (-30, 30))
    if "chair" in props:
        supine = lying == "supine"
        reach = body.far_leg.middle[0] + 52 if supine else body.trunk[0][0] - 14
        yield (reach, -SEAT - BACKREST + (2 if supine else 10), 0)
