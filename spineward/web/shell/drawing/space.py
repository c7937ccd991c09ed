"""How does a body in space become a flat picture? Vectors, two-bone reach, the camera.

x runs along the page, y down it (0 = floor, above is negative), z toward the viewer.
"""

from dataclasses import dataclass
from math import acos, cos, radians, sin, sqrt

from spineward.web.shell.drawing.geometry import Point

Vector = tuple[float, float, float]


def add(a: Vector, b: Vector) -> Vector:
    """One vector after another."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def minus(a: Vector, b: Vector) -> Vector:
    """The way from b to a."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def times(a: Vector, factor: float) -> Vector:
    """A vector made longer or shorter."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def dot(a: Vector, b: Vector) -> float:
    """The inner product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """The vector at right angles to two others."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vector) -> float:
    """How long a vector is."""
    return sqrt(dot(a, a))


def unit(a: Vector) -> Vector:
    """The same direction with length 1; the null vector stays as it is."""
    size = length(a)
    return times(a, 1 / size) if size else a


def heading(angle: float) -> Vector:
    """The direction in the plane of the page: 0 = right, 90 = down, -90 = up, 180 = left."""
    return (cos(radians(angle)), sin(radians(angle)), 0.0)


def along(start: Vector, angle: float, distance: float) -> Vector:
    """The point at a distance in a direction in the plane of the page."""
    return add(start, times(heading(angle), distance))


def mix(a: Vector, b: Vector, share: float) -> Vector:
    """The point at `share` (0 to 1) of the way from a to b."""
    return add(a, times(minus(b, a), share))


def bend(root: Vector, goal: Vector, upper: float, lower: float, pole: Vector) -> Vector:
    """The middle joint of a two-bone limb that reaches for a goal and bends toward `pole`."""
    way = minus(goal, root)
    reach = min(max(length(way), abs(upper - lower) + 0.01), (upper + lower) * 0.9995)
    line = unit(way)
    side = unit(minus(pole, times(line, dot(pole, line))))
    turn = acos(max(-1.0, min(1.0, (upper**2 + reach**2 - lower**2) / (2 * upper * reach))))
    return add(root, add(times(line, upper * cos(turn)), times(side, upper * sin(turn))))


def reached(root: Vector, goal: Vector, total: float) -> Vector:
    """The goal itself, or the point toward it that a limb of this length still reaches."""
    way = minus(goal, root)
    return goal if length(way) <= total else add(root, times(unit(way), total))


@dataclass(frozen=True, slots=True)
class Camera:
    """From where the figure is seen: turned to its front by `yaw`, from above by `pitch`.

    `level` keeps the edges of the floor level, as drawings of things seen from the side do.
    """

    yaw: float = 0
    pitch: float = 0
    level: bool = False

    def see(self, point: Vector) -> Point:
        """Where a point in space lies on the page."""
        turn, nod = radians(self.yaw), radians(self.pitch)
        x = point[0] * cos(turn) - point[2] * sin(turn)
        depth = point[2] * cos(turn) + (0 if self.level else point[0] * sin(turn))
        return (x, point[1] * cos(nod) + depth * sin(nod))
