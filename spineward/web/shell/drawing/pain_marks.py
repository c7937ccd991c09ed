"""What is drawn along the pain line? Marks for pain, tingling, numbness, back, sessions and flares.

A day is a dot at its lowest point, larger the stronger the pain; a week a bar from its nearest to
its furthest. Tingling and numbness fill the row they reach, dotted and hatched as on the body map.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from spineward.clinical.course import WEEK, Course, Point, Span
from spineward.clinical.facts.answers import Leg
from spineward.clinical.reach import Limb
from spineward.web.shell.drawing.geometry import number, pair
from spineward.web.shell.drawing.pain_axis import Axis
from spineward.web.shell.drawing.paint import CARD, HOLD, INK, PAIN, QUIET, TINGLING

HOURS = 25
"""A day, with half an hour before and after it."""
FEWEST = 7
"""A line of three days begins at the left and leaves room for the week."""
DOTS_FROM = 5.0
"""Where a span is narrower than this it is a bar, not a dot."""
SLIGHTEST = 2.0
"""A flare of days among years is still seen."""
BACK_TALL = 20
HAND = (
    "M-1.9.3V-3a.9.9 0 0 1 1.8 0V-4a.9.9 0 0 1 1.8 0v1a.9.9 0 0 1 1.8 0V1.2"
    "A3.3 3.3 0 0 1 .2 4.5h-.6A3.3 3.3 0 0 1-2.7 3.2L-4.4.6a.85.85 0 0 1 1.4-1L-1.9.9"
)


class Spans:
    """Where a moment lies between left and right: by hour, by day or by week."""

    def __init__(self, course: Course, left: float, right: float) -> None:
        self.course, self.left, self.right = course, left, right
        self.days = WEEK if course.step == "week" else 1
        self.first = course.first.toordinal()
        if course.step == "week":
            self.first -= (self.first - 1) % WEEK
        spans = (course.last.toordinal() - self.first) // self.days + 1
        self.count = HOURS if course.step == "check_in" else max(FEWEST, spans)
        self.wide = (right - left) / self.count

    def of(self, at: datetime) -> int:
        """Which span a moment belongs to."""
        if self.course.step == "check_in":
            return at.hour
        return self.of_day(at)

    def of_day(self, day: date) -> int:
        """Which span a day belongs to."""
        return (day.toordinal() - self.first) // self.days

    def x(self, at: datetime) -> float:
        """The middle of its span; in a day the very minute."""
        if self.course.step == "check_in":
            return self.hour(at.hour + at.minute / 60)
        return self.left + (self.of(at) + 0.5) * self.wide

    def hour(self, hour: float) -> float:
        """Where an hour of the day stands, with room for a mark at midnight."""
        return self.left + (hour + 0.5) * self.wide

    def edge(self, day: date) -> float:
        """Where a day begins."""
        if self.course.step == "check_in":
            return self.left
        return self.left + (day.toordinal() - self.first) / self.days * self.wide


def shade(strength: int | None) -> str:
    """How strongly a mark of this much pain is filled; one without a number is pale."""
    return f"{0.3 + 0.07 * (strength or 0):.2f}".lstrip("0")


def pain(course: Course, leg: Leg, axis: Axis, spans: Spans) -> str:
    """The line of one leg with its marks; nothing where nobody asked."""
    told = [point for point in course.points if point.limb(leg).pain is not None]
    drawn = _bars if spans.wide < DOTS_FROM or course.step == "week" else _dots
    return "".join(drawn(told, leg, axis, spans))


def _ends(limb: Limb) -> tuple[int, int]:
    reach = limb.pain
    return (reach.furthest, reach.nearest) if reach else (0, 0)


def _dots(told: Sequence[Point], leg: Leg, axis: Axis, spans: Spans) -> Iterable[str]:
    yield _thread(told, leg, axis, spans)
    for point in told:
        far, near = _ends(point.limb(leg))
        x, y = spans.x(point.at), axis.middle(far)
        if near != far:
            yield (
                f'<path d="M{pair((x, axis.middle(near)))}V{number(y)}" stroke="{PAIN}" '
                f'stroke-width="3" stroke-opacity=".35" stroke-linecap="round"/>'
            )
        size = min(2.6 + 0.5 * (spans.course.strength(point, leg) or 0), spans.wide * 0.7)
        rim = f'stroke="{INK}" stroke-width="1.6"' if point is told[-1] else f'stroke="{CARD}"'
        look = f'r="{number(size)}" fill="{PAIN}" {rim}'
        if not far:
            look = f'r="3" fill="{CARD}" stroke="{QUIET}"'
        yield f'<circle cx="{number(x)}" cy="{number(y)}" {look}/>'


def _bars(told: Sequence[Point], leg: Leg, axis: Axis, spans: Spans) -> Iterable[str]:
    """One path for all bars of one strength; edges are sharp, so that neighbours join unseen."""
    wide = _bar(spans)
    half = max(min(axis.scale * 14, 9.0), 3.0)
    paths: dict[str, list[str]] = {}
    for point in told:
        far, near = _ends(point.limb(leg))
        top, low = (
            axis.middle(near) - (half if near else 2),
            axis.middle(far) + (half if far else 2),
        )
        pain = spans.course.strength(point, leg)
        paint = f'"{PAIN}" fill-opacity="{shade(pain)}"' if far else f'"{QUIET}"'
        x = number(spans.x(point.at) - wide / 2)
        paths.setdefault(paint, []).append(
            f"M{x} {number(top)}h{wide:.2f}v{number(low - top)}h{-wide:.2f}z"
        )
    for paint, bars in paths.items():
        yield f'<path d="{"".join(bars)}" fill={paint} shape-rendering="crispEdges"/>'


def _bar(spans: Spans) -> float:
    """How wide a bar is: with air beside it, unless there are so many that they would flicker."""
    return spans.wide if spans.wide < 3 else min(spans.wide * 0.74, 9.0)


def _thread(told: Sequence[Point], leg: Leg, axis: Axis, spans: Spans) -> str:
    """The line from mark to mark; it breaks where a day was left out."""
    parts = []
    near = spans.course.step == "check_in"
    for one, two in pairwise(told):
        if near or spans.of(two.at) - spans.of(one.at) == 1:
            ends = [(spans.x(p.at), axis.middle(_ends(p.limb(leg))[0])) for p in (one, two)]
            parts.append(f"M{pair(ends[0])}L{pair(ends[1])}")
    line = f'fill="none" stroke="{INK}" stroke-opacity=".55" stroke-width="1.4"'
    return f'<path d="{"".join(parts)}" {line}/>' if parts else ""


def feelings(course: Course, leg: Leg, axis: Axis, spans: Spans, key: str) -> str:
    """Dotted and hatched stretches of a row, as long as it was felt there."""
    parts = []
    for pattern, read in (("hatch", _numb), ("dots", _tingling)):
        start, rank, end = 0, 0, 0
        for point in (*course.points, None):
            here = read(point.limb(leg)) if point else 0
            at = spans.of(point.at) if point else 0
            if rank and (here != rank or at != end):
                parts.append(_stretch(axis, spans, rank, start, end, f"{key}-{pattern}"))
                rank = 0
            if here and not rank:
                start, rank = at, here
            end = at + 1
    return "".join(parts)


def _numb(limb: Limb) -> int:
    return limb.numbness


def _tingling(limb: Limb) -> int:
    return limb.tingling


def _stretch(axis: Axis, spans: Spans, rank: int, start: int, end: int, pattern: str) -> str:
    top, low = axis.edge(rank), axis.edge(rank + 1)
    x, wide = spans.left + start * spans.wide, (end - start) * spans.wide
    return (
        f'<rect x="{number(x)}" y="{number(top + 1)}" width="{number(wide)}" '
        f'height="{number(low - top - 2)}" rx="2" fill="url(#{pattern})"/>'
    )


def patterns(key: str) -> str:
    """Dots for tingling, hatching for numbness."""
    return (
        f'<pattern id="{key}-dots" width="5" height="5" patternUnits="userSpaceOnUse">'
        f'<circle cx="2.5" cy="2.5" r="1.1" fill="{TINGLING}"/></pattern>'
        f'<pattern id="{key}-hatch" width="5" height="5" patternUnits="userSpaceOnUse">'
        f'<path d="M-1 1L1-1M0 5L5 0M4 6L6 4" stroke="{QUIET}" stroke-width="1"/></pattern>'
    )


def back(course: Course, spans: Spans, low: float) -> str:
    """Back pain apart: a column for each span, as high as the number."""
    wide = _bar(spans)
    parts = []
    for point in course.points:
        if point.back:
            tall = point.back * BACK_TALL / 10
            x = spans.x(point.at) - wide / 2
            parts.append(
                f"M{number(x)} {number(low)}v{number(-tall)}h{number(wide)}v{number(tall)}z"
            )
    return f'<path d="{"".join(parts)}" fill="{QUIET}" fill-opacity=".75"/>' if parts else ""


def flares(course: Course, spans: Spans, top: float, low: float) -> str:
    """Strong flares as shaded days; those that touch become one."""
    shaded: list[tuple[float, float]] = []
    for flare in course.flares:
        left, right = _shaded(course, spans, flare)
        if shaded and left <= shaded[-1][1]:
            left, right = shaded[-1][0], max(right, shaded.pop()[1])
        shaded.append((left, right))
    return "".join(
        f'<rect x="{number(left)}" y="{number(top)}" width="{number(right - left)}" '
        f'height="{number(low - top)}" fill="{HOLD}" fill-opacity=".16"/>'
        for left, right in shaded
    )


def _shaded(course: Course, spans: Spans, flare: Span) -> tuple[float, float]:
    """From the day on which it began to the day on which it ended, in weeks of seven days too."""
    if course.step == "check_in":
        return spans.left, spans.right
    over = min(flare.until.date(), course.last) if flare.until else course.last
    left = spans.edge(max(flare.since.date(), course.first))
    return left, max(spans.edge(over + timedelta(days=1)), left + SLIGHTEST)


def sessions(course: Course, spans: Spans, y: float) -> str:
    """A small tick for each session, a hand where anything was stopped."""
    ticks = sorted({spans.x(one.at) for one in course.sessions})
    line = "".join(f"M{number(x)} {number(y - 4)}v8" for x in ticks)
    hands, last = [], -99.0
    for one in course.sessions:
        if one.stopped and (x := spans.x(one.at)) - last >= 9:
            hands.append(f'<path transform="translate({pair((x, y + 12))})" d="{HAND}"/>')
            last = x
    return (
        f'<path d="{line}" stroke="{INK}" stroke-opacity=".6" stroke-width="1.2"/>'
        f'<g fill="none" stroke="{HOLD}" stroke-width="1.5" stroke-linecap="round" '
        f'stroke-linejoin="round">{"".join(hands)}</g>'
    )
