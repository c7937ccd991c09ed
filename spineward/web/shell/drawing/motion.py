"""Which way does the movement go? The part that moves most between two poses, and its arrow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from spineward.web.shell.drawing.geometry import (
    Point,
    angle_of,
    between,
    curve,
    distance,
    pair,
    step,
)
from spineward.web.shell.drawing.paint import CARD, GO
from spineward.web.shell.drawing.skeleton import Skeleton
from spineward.web.shell.drawing.space import Camera, add, mix, times

SMALLEST, SHORTEST = 1.2, 17.0
"""A shift below the first is no motion; an arrow is never drawn shorter than the second."""
TURN, ON_THE_HIP = 75.0, 12.5
"""Half the arc, in degrees, that stands for any turn of the pelvis, and how far from the hip."""
OF_THE_BACK: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"supine": (34.0, 6.0), "standing": (42.0, 13.0), "seated": (-15.0, -40.0)}
)
"""From where to where the arrow of a low back that flattens runs, before it (or behind it, less
than 0): where nothing else is drawn."""
OF_THE_TRUNK = 15.0
"""When no limb moves farther than this, the motion is one of the trunk."""


@dataclass(frozen=True, slots=True)
class Motion:
    """The way of one point of the body on the page, with the point it turns about.

    `beside`: how far outside the body its arrow lies. `around`: all of the arrow equally far from
    the pivot. `ghost`: the next pose is worth showing too. `press`: which way the low back
    goes with it, an arrow of its own.
    """

    start: Point
    end: Point
    pivot: Point
    beside: float
    ghost: bool = True
    around: bool = False
    press: tuple[Point, Point] | None = None

    @property
    def length(self) -> float:
        """How far it goes."""
        return distance(self.start, self.end)


def motion(lying: str, here: Skeleton, there: Skeleton, camera: Camera) -> Motion | None:
    """The motion from one pose to the next; None where nothing to speak of moves."""
    if lying == "walking":
        x, y = camera.see(here.trunk[3])
        return Motion((x + 24, y), (x + 54, y), (x, y), 0, ghost=False)
    limbs = [_toes(here, there, camera), _knee(here, there, camera, near=True)]
    limbs += [_knee(here, there, camera, near=False), _head(here, there, camera)]
    most = max(limbs, key=lambda one: one.length)
    if lying == "hands_knees":
        most = _waist(here, there, camera)
    elif most.length < OF_THE_TRUNK:
        small = [limbs[0]] if camera.level else [limbs[-1]]
        small += [] if lying == "prone" else [_pelvis(lying, here, there, camera)]
        most = max(small[: 2 if camera.level else 1], key=lambda one: one.length)
        if lying == "prone":
            return None
    return most if most.length >= SMALLEST else None


def _toes(here: Skeleton, there: Skeleton, camera: Camera) -> Motion:
    def toes(body: Skeleton) -> Point:
        leg = body.near_leg
        way = (leg.tip[0] - leg.end[0], leg.tip[1] - leg.end[1], leg.tip[2] - leg.end[2])
        return camera.see(add(leg.end, times(way, 20)))

    def far(joint: str) -> float:
        one, other = getattr(here.near_leg, joint), getattr(there.near_leg, joint)
        return distance(camera.see(one), camera.see(other))

    leg = here.near_leg
    pivot = leg.end if far("end") < 3 else leg.middle if far("middle") < 6 else leg.root
    return Motion(toes(here), toes(there), camera.see(pivot), 9, around=pivot is not leg.root)


def _knee(here: Skeleton, there: Skeleton, camera: Camera, near: bool) -> Motion:
    one, other = (here.near_leg, there.near_leg) if near else (here.far_leg, there.far_leg)
    return Motion(camera.see(one.middle), camera.see(other.middle), camera.see(one.root), 15)


def _head(here: Skeleton, there: Skeleton, camera: Camera) -> Motion:
    return Motion(camera.see(here.head), camera.see(there.head), camera.see(here.trunk[1]), 19)


def _waist(here: Skeleton, there: Skeleton, camera: Camera) -> Motion:
    """The low back of someone on hands and knees, shown above it."""
    start, end = camera.see(here.trunk[2]), camera.see(there.trunk[2])
    return Motion(start, end, camera.see(add(here.trunk[2], times(here.fronts[2], 30))), 22)


def _pelvis(lying: str, here: Skeleton, there: Skeleton, camera: Camera) -> Motion:
    """The turn of the pelvis, as an arc around the hip, and where the low back goes with it.

    The arc alone is read as a turn of the whole body; the arrow of the low back says what is felt.
    """
    turn = [angle_of((0, 0), (body.fronts[0][0], body.fronts[0][1])) for body in (here, there)]
    by = turn[1] - turn[0]
    if abs(by) < SMALLEST:
        return Motion((0, 0), (0, 0), (0, 0), 0)
    pivot = camera.see(here.trunk[0])
    swing = TURN if by > 0 else -TURN
    ends = (step(pivot, turn[0] - swing, ON_THE_HIP), step(pivot, turn[0] + swing, ON_THE_HIP))
    press = _press(lying, here, by < 0, camera)
    # Hanging arms hide the hip of someone who stands; the low back is all there is to show.
    if lying == "standing":
        return Motion(*press, camera.see(here.trunk[3]), 0, ghost=False)
    return Motion(*ends, pivot, 0, ghost=False, press=press)


def _press(lying: str, here: Skeleton, flattens: bool, camera: Camera) -> tuple[Point, Point]:
    waist = mix(here.trunk[1], here.trunk[2], 0.6)
    front, back = (camera.see(add(waist, times(here.fronts[2], far))) for far in OF_THE_BACK[lying])
    return (front, back) if flattens else (back, front)


def arrow_line(way: Motion | None) -> str:
    """The path of an arrow: along its way, outside the body, bent around its pivot."""
    if way is None:
        return ""
    return _pointed(beside(way)) + (_pointed(way.press) if way.press else "")


def _pointed(points: Sequence[Point]) -> str:
    tip = points[-1]
    back = angle_of(points[-1], points[-2])
    head = f"M{pair(step(tip, back - 34, 7))}L{pair(tip)}L{pair(step(tip, back + 34, 7))}"
    return f"M{pair(points[0])}{curve(points)}{head}"


def arrow(way: Motion | None) -> str:
    """The arrow of a motion, with a rim that parts it from what lies below."""
    line = arrow_line(way)
    if not line:
        return ""
    shape = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'
    return (
        f'<path d="{line}" {shape} stroke="{CARD}" stroke-width="6"/>'
        f'<path d="{line}" {shape} stroke="{GO}" stroke-width="2.8"/>'
    )


def taken_up(way: Motion | None) -> list[Point]:
    """The points that a picture with this motion has to hold."""
    return [] if way is None else [*beside(way), *(way.press or ())]


def beside(way: Motion) -> list[Point]:
    """The points of the arrow: the way, moved outward from the pivot."""
    far = [distance(way.pivot, point) + way.beside for point in (way.start, way.end)]
    if way.around:
        far = [max(far)] * 2
    first, last = angle_of(way.pivot, way.start), angle_of(way.pivot, way.end)
    turn = (last - first + 180) % 360 - 180
    points = [
        step(way.pivot, first + turn * share, far[0] + (far[1] - far[0]) * share)
        for share in (0, 0.25, 0.5, 0.75, 1)
    ]
    if distance(points[0], points[-1]) >= SHORTEST:
        return points
    centre = between(points[0], points[-1], 0.5)
    angle = angle_of(points[0], points[-1])
    return [step(centre, angle, size) for size in (-SHORTEST / 2, 0, SHORTEST / 2)]
