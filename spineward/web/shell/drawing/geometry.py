"""How do points become smooth outlines? Vectors, curves and tapered limbs as SVG path data."""

from collections.abc import Iterable, Sequence
from math import acos, atan2, cos, hypot, pi, radians, sin

Point = tuple[float, float]
Outline = tuple[Point, ...]
"""A closed shape as the points that its smooth edge runs through."""


def number(value: float) -> str:
    """A coordinate with one decimal, as short as SVG allows."""
    text = f"{value:.1f}".removesuffix(".0")
    if text in ("-0", "0"):
        return "0"
    return text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") else text


def numbers(values: Iterable[float]) -> str:
    """Coordinates side by side; a minus sign needs no space before it."""
    texts = [number(value) for value in values]
    return "".join(f" {t}" if i and not t.startswith("-") else t for i, t in enumerate(texts))


def pair(point: Point) -> str:
    """One point in path data."""
    return numbers(point)


def step(start: Point, angle: float, length: float) -> Point:
    """The point `length` away from `start`; 0 degrees points right, 90 points down the page."""
    return (start[0] + length * cos(radians(angle)), start[1] + length * sin(radians(angle)))


def angle_of(start: Point, end: Point) -> float:
    """The direction from one point to another in degrees."""
    return atan2(end[1] - start[1], end[0] - start[0]) * 180 / pi


def distance(start: Point, end: Point) -> float:
    """How far two points lie apart."""
    return hypot(end[0] - start[0], end[1] - start[1])


def between(start: Point, end: Point, share: float) -> Point:
    """The point at `share` (0 to 1) of the way from one point to another."""
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def mirrored(points: Sequence[Point]) -> tuple[Point, ...]:
    """The same points on the other side of x = 0."""
    return tuple((-x, y) for x, y in points)


def curve(points: Sequence[Point]) -> str:
    """A smooth open curve through all points (Catmull-Rom), without its opening M."""
    return _through([points[0], *points, points[-1]])


def loop(points: Sequence[Point]) -> str:
    """A smooth closed outline through all points."""
    return f"M{pair(points[0])}{_through([points[-1], *points, points[0], points[1]])}Z"


def _through(points: Sequence[Point]) -> str:
    """Cubic curves between all points but the first and last, which only give the direction.

    Relative to rounded positions, so the text is short and rounding does not add up.
    """
    parts = []
    for i in range(1, len(points) - 2):
        before, here, there, after = points[i - 1 : i + 3]
        x, y = round(here[0], 1), round(here[1], 1)
        first = (here[0] + (there[0] - before[0]) / 6 - x, here[1] + (there[1] - before[1]) / 6 - y)
        second = (there[0] - (after[0] - here[0]) / 6 - x, there[1] - (after[1] - here[1]) / 6 - y)
        end = (round(there[0], 1) - x, round(there[1], 1) - y)
        parts.append("c" + numbers((*first, *second, *end)))
    return "".join(parts)


def profile(stations: Sequence[Point], at: float) -> float:
    """The width at one height of a smooth profile given as (height, width), heights rising."""
    if at <= stations[0][0]:
        return stations[0][1]
    for i in range(len(stations) - 1):
        (low, here), (high, there) = stations[i], stations[i + 1]
        if at <= high:
            before = stations[max(i - 1, 0)]
            after = stations[min(i + 2, len(stations) - 1)]
            share = (at - low) / (high - low)
            slope_here = (there - before[1]) / (high - before[0]) * (high - low)
            slope_there = (after[1] - here) / (after[0] - low) * (high - low)
            return _hermite(here, there, slope_here, slope_there, share)
    return stations[-1][1]


def _hermite(here: float, there: float, slope_here: float, slope_there: float, t: float) -> float:
    return (
        here * (2 * t**3 - 3 * t**2 + 1)
        + slope_here * (t**3 - 2 * t**2 + t)
        + there * (3 * t**2 - 2 * t**3)
        + slope_there * (t**3 - t**2)
    )


def capsule(start: Point, end: Point, wide: float, narrow: float) -> str:
    """A limb segment: two round ends of different radius and their common tangents."""
    apart = distance(start, end)
    if apart <= abs(wide - narrow):
        centre, radius = (start, wide) if wide > narrow else (end, narrow)
        return disc(centre, radius)
    along = angle_of(start, end)
    lean = acos((wide - narrow) / apart) * 180 / pi
    one, two = along - lean, along + lean
    large = int(lean < 90)
    return (
        f"M{pair(step(start, one, wide))}L{pair(step(end, one, narrow))}"
        f"A{number(narrow)} {number(narrow)} 0 {1 - large} 1 {pair(step(end, two, narrow))}"
        f"L{pair(step(start, two, wide))}"
        f"A{number(wide)} {number(wide)} 0 {large} 1 {pair(step(start, one, wide))}Z"
    )


def disc(centre: Point, radius: float) -> str:
    """A full circle as path data."""
    x, y = centre
    size = number(radius)
    return (
        f"M{pair((x - radius, y))}A{size} {size} 0 1 1 {pair((x + radius, y))}"
        f"A{size} {size} 0 1 1 {pair((x - radius, y))}Z"
    )
