"""What stands around the figure? Mat, chair, wall and pillows, drawn as solids in space."""

from collections.abc import Iterable, Sequence

from spineward.web.shell.drawing.geometry import Outline, Point, angle_of, loop, pair, step
from spineward.web.shell.drawing.geometry import between as mixed
from spineward.web.shell.drawing.paint import CARD, EDGE, LINE, PILLOW_TONE
from spineward.web.shell.drawing.parts import Layer, layer
from spineward.web.shell.drawing.posture import SEAT, WORKTOP, Props
from spineward.web.shell.drawing.skeleton import Limb, Skeleton
from spineward.web.shell.drawing.space import Camera, Vector, add, minus, mix, times

STROKE = f'stroke="{EDGE}" stroke-width="1" stroke-linejoin="round"'
PILLOW = ((-1, -1), (0, -0.92), (1, -1), (0.94, 0), (1, 1), (0, 0.92), (-1, 1), (-0.94, 0))
"""The corners and sides of a pillow seen from above."""
BOLSTER = (
    (-1, -0.75), (0, -0.85), (1, -0.75), (1.12, 0), (1, 0.75), (0, 0.85), (-1, 0.75), (-1.12, 0),
)  # fmt: skip
"""A pillow that is held between the knees."""
SOFT = ((-1.0, 0.2), (-0.8, -0.75), (0, -1.0), (0.8, -0.75), (1.0, 0.2))
"""The upper edge of a pillow from the side; the lower one is its reflection."""
FLAT, RAISED = -11.5, -20.0
"""How high the hip of someone lies on the front without and with a pillow under the belly."""
BACKREST = 44.0
Box = tuple[float, float, float, float, float, float]
"""x from, x to, y from (top), y to (bottom), z from, z to."""
Still = tuple[str, str]
"""The fill and the path of a thing that never moves."""


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


def scene(lying: str, props: Props, bodies: Sequence[Skeleton], camera: Camera) -> list[Still]:
    """Everything that stands still behind the figure, the same for all its poses."""
    body = bodies[0]
    if lying == "side":
        return _from_above(body, props, camera)
    low, high = _ends(bodies)
    found: list[Still] = []
    if "bed" in props:
        found += _bed(low, high, bodies[0].head[0] > 0, camera)
    elif "mat" in props:
        found.append((LINE, box((low, high, 0, 3, -30, 30), camera)))
    elif camera.level:
        found.append(("none", _floor(min(low, -34), max(high, 40), camera)))
    if "wall" in props:
        at = body.trunk[3][0] - 11.6
        found.append((LINE, box((at - 5, at, -176, 0, -34, 34), camera)))
    if "worktop" in props:
        found += _worktop(low - 8, high + 8, camera)
    if "chair" in props:
        found += _cushions(body, camera) if "bed" in props else _chair(lying, body, camera)
    if lying == "supine":
        head = body.head
        found.append((PILLOW_TONE, loop(_cushion(head[0] - 3, -3.4, (15, 3.6), camera))))
    return found


def behind(lying: str, props: Props, body: Skeleton, camera: Camera) -> list[Layer]:
    """What changes with the pose and lies behind the figure: gaps under the back, soft pillows."""
    if "wall" in props:
        at = body.trunk[3][0] - 11.6
        high, low = _low_back(body, 1)
        return [_gap([(at, high, 0), (at, low, 0), (at + 7, low, 0), (at + 7, high, 0)], camera)]
    if lying == "supine":
        high, low = _low_back(body, 0)
        return [_gap([(high, 0, 0), (low, 0, 0), (low, -8, 0), (high, -8, 0)], camera)]
    if lying == "prone" and "pillow" in props:
        waist = mix(body.trunk[0], body.trunk[2], 0.6)
        full = max(0.0, min(1.0, (FLAT - body.trunk[0][1]) / (FLAT - RAISED)))
        size = (24 * full, 8 * full)
        return [layer("pillow", _cushion(waist[0], -8 * full, size, camera, 22 * full))]
    return []


def between_legs(lying: str, props: Props, body: Skeleton, camera: Camera) -> list[Layer]:
    """The pillow between the legs of someone lying on the side."""
    if lying != "side" or "pillow" not in props:
        return []
    hip, knee = camera.see(body.near_leg.root), camera.see(body.near_leg.middle)
    way = angle_of(hip, knee)
    ahead, aside = step((0, 0), way, 1), step((0, 0), way + 90, 1)
    middle = mixed(hip, knee, 0.86)
    shape = tuple(
        (
            middle[0] + 24 * x * ahead[0] + 15 * y * aside[0],
            middle[1] + 24 * x * ahead[1] + 15 * y * aside[1],
        )
        for x, y in BOLSTER
    )
    return [layer("pillow", shape)]


def _floor(low: float, high: float, camera: Camera) -> str:
    return f"M{pair(camera.see((low, 0, 0)))}L{pair(camera.see((high, 0, 0)))}"


def _ends(bodies: Sequence[Skeleton]) -> tuple[float, float]:
    """From where to where the figure needs a floor."""
    places = [
        p[0]
        for body in bodies
        for p in (body.head, *_joints(body.near_leg), *_joints(body.far_leg))
    ]
    return min(places) - 20, max(places) + 26


def _joints(leg: Limb) -> tuple[Vector, ...]:
    return (leg.root, leg.middle, leg.end)


def _bed(low: float, high: float, head_right: bool, camera: Camera) -> list[Still]:
    """A mattress on a frame, its board at the head, its feet short so that the figure is large."""
    legs = [box((x, x + 5, 20, 30, 27, 32), camera) for x in (low + 6, high - 11)]
    board = (high, high + 5) if head_right else (low - 5, low)
    return [
        (LINE, "".join(legs)),
        (LINE, box((*board, -34, 26, -33, 33), camera)),
        (LINE, box((low, high, 13, 20, -33, 33), camera)),
        (CARD, box((low, high, 0, 13, -32, 32), camera)),
    ]


def _chair(lying: str, body: Skeleton, camera: Camera) -> list[Still]:
    """A plain chair: under the one who sits, or under the calves of the one who lies."""
    if lying == "supine":
        calf = body.far_leg
        left, right = calf.middle[0] + 6, calf.middle[0] + 56
        seat, rest = calf.end[1] + 7.2, right
    else:
        stepped = 32 if lying == "standing" else 0  # who has risen stands before the chair
        left, right = (body.trunk[0][0] - stepped + edge for edge in (-20, 22))
        seat = -SEAT
        rest = left - 3
    legs = [
        box((x, x + 3, seat + 4, 0, z, z + 3), camera) for z in (-19, 16) for x in (left, right - 3)
    ]
    back = box((rest, rest + 3, seat - BACKREST, seat + 4, -19, 19), camera)
    slab = box((left, right, seat, seat + 4, -19, 19), camera)
    return [(LINE, "".join(legs)), (LINE, back), (LINE, slab)]


def _worktop(low: float, high: float, camera: Camera) -> list[Still]:
    """A worktop at the far side, to rest a hand on."""
    front = box((low + 4, high - 4, 4 - WORKTOP, 0, -52, -32), camera)
    return [(CARD, front), (LINE, box((low, high, -WORKTOP, 4 - WORKTOP, -54, -22), camera))]


def _cushions(body: Skeleton, camera: Camera) -> list[Still]:
    """What holds the calves on a bed, where no chair stands: two big cushions."""
    calf = body.far_leg
    half = (calf.end[1] + 8) / 2
    middle = (calf.middle[0] + calf.end[0]) / 2 + 6
    return [
        (PILLOW_TONE, loop(_cushion(middle, y, (30, -half * 0.72), camera)))
        for y in (half * 0.45, half * 1.45)
    ]


def _low_back(body: Skeleton, axis: int) -> tuple[float, float]:
    """From where to where the low back runs, along x (0) or y (1)."""
    return mix(body.trunk[2], body.trunk[3], 0.7)[axis], mix(body.trunk[0], body.trunk[1], 0.6)[
        axis
    ]


def _gap(corners: list[Vector], camera: Camera) -> Layer:
    """A shade behind the low back: it shows only where the back is off the mat or the wall."""
    return layer("gap", tuple(camera.see(corner) for corner in corners))


def _cushion(
    x: float, y: float, size: tuple[float, float], camera: Camera, deep: float = 12
) -> Outline:
    """A soft pillow around a point of the middle of the mat: its pinched ends, its round top."""
    long, thick = size
    far = [camera.see((x + a * long, y + b * thick, -deep)) for a, b in SOFT]
    near = [camera.see((x + a * long, y + 0.9 * abs(b) * thick, deep)) for a, b in SOFT]
    return (*far, *reversed(near))


def _mat_below(body: Skeleton) -> tuple[Vector, ...]:
    """The corners of the mat of someone seen from above."""
    right = body.head[0] + 26
    return ((-98, -32, 0), (right, -32, 0), (right, 78, 0), (-98, 78, 0))


def _from_above(body: Skeleton, props: Props, camera: Camera) -> list[Still]:
    """The mat or the bed, and the pillow under the head, both seen from above."""
    x, y = body.head[0], body.head[1] + 2
    lying_on = polygon(camera.see(corner) for corner in _mat_below(body))
    pillow = loop([(x + a * 19, y + b * 27) for a, b in PILLOW])
    if "bed" not in props:
        return [(LINE, lying_on), (PILLOW_TONE, pillow)]
    end = x + 26
    board = polygon([(end, -36), (end + 6, -36), (end + 6, 82), (end, 82)])
    return [(CARD, lying_on), (LINE, board), (PILLOW_TONE, pillow)]


def outermost(lying: str, props: Props, body: Skeleton) -> Iterable[Vector]:
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
        low, high = _ends([body])
        yield from ((x, 0, z) for x in (low + 8, high - 8) for z in (-30, 30))
    if "bed" in props:
        low, high = _ends([body])
        yield from ((low - 4, -34, 0), (high + 8, 0, -20), (0, 26, 30))
    if "chair" in props and "bed" not in props:
        supine = lying == "supine"
        reach = body.far_leg.middle[0] + 52 if supine else body.trunk[0][0] - 14
        yield (reach, -SEAT - BACKREST + (2 if supine else 10), 0)
