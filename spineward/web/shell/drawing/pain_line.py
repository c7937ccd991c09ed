"""How did the pain travel along the leg? The pain line as a picture, and what it says in words.

Higher is better: the spine is at the top. Each leg with any feeling has a panel of its own. The
colours are those of the page; in print they are fixed, for programs that know no variables.
"""

import re
from datetime import timedelta
from html import escape
from typing import Literal
from zlib import crc32

from spineward.clinical.course import WEEK, Course
from spineward.clinical.facts.answers import Leg
from spineward.web.shell.drawing import pain_marks as marks
from spineward.web.shell.drawing.geometry import number
from spineward.web.shell.drawing.pain_axis import Axis
from spineward.web.shell.drawing.pain_marks import Spans
from spineward.web.shell.drawing.pain_words import described, title
from spineward.web.shell.drawing.paint import HOLD, INK, LINE, PAIN, QUIET

__all__ = ["described", "pain_line"]

Size = Literal["page", "print"]
WIDE = 340
NAMES, LEFT, RIGHT = 54, 116, 334
SMALL = 12
"""Letters of the key and the dates; those beside the leg are one larger."""
ONE, BOTH = 258, 206
"""How high the panel is where one leg is drawn, and where both are."""
BACK_LOW = 30
VARIABLE = re.compile(r"var\(--[a-z-]+,(#[0-9a-f]+)\)")


def pain_line(course: Course, size: Size = "page") -> str:
    """The picture of a course, empty or not; `print` has fixed colours and no variables."""
    legs: tuple[Leg, ...] = course.legs or ("right",)
    key = f"p{crc32(repr((course.view, course.first, course.last, size)).encode()) % 0xFFFFF:x}"
    spans = Spans(course, LEFT, RIGHT)
    tall = ONE if len(legs) == 1 else BOTH
    low = BACK_LOW + 8 + len(legs) * (tall + 10)
    parts = [marks.flares(course, spans, 6, low), _back(course, spans)]
    for count, leg in enumerate(legs):
        parts.append(
            _panel(course, leg, Axis(BACK_LOW + 8 + count * (tall + 10), tall), spans, key)
        )
    parts += [_times(course, spans, low + 10), _sessions(course, spans, low + 26)]
    entries, height = _key(course, low + (58 if _stops(course) else 46), key)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="pain-line" role="img" '
        f'viewBox="0 0 {WIDE} {number(height)}" aria-labelledby="{key}-t {key}-d" '
        f'font-family="Atkinson Hyperlegible Next, sans-serif" font-size="{SMALL + 1}">'
        f'<title id="{key}-t">{escape(title(course))}</title>'
        f'<desc id="{key}-d">{escape(" ".join(described(course)))}</desc>'
        f"<defs>{marks.patterns(key)}</defs>{''.join(parts)}{entries}</svg>"
    )
    return VARIABLE.sub(r"\1", svg) if size == "print" else svg


def _panel(course: Course, leg: Leg, axis: Axis, spans: Spans, key: str) -> str:
    reaches = [point.limb(leg).pain for point in course.points]
    last = next((reach.furthest for reach in reversed(reaches) if reach), None)
    name = f"{leg} leg".capitalize()
    heading = (
        f'<text x="{RIGHT}" y="{number(axis.top + 10)}" text-anchor="end" font-weight="700" '
        f'fill="{INK}">{name}</text>'
    )
    return (
        f'<g data-leg="{leg}"><g stroke="{LINE}">{axis.rows(NAMES, RIGHT)}</g>'
        f"{axis.leg(leg, last)}{marks.feelings(course, leg, axis, spans, key)}"
        f"{marks.pain(course, leg, axis, spans)}{heading if course.legs else ''}</g>"
    )


def _back(course: Course, spans: Spans) -> str:
    return (
        f'<g data-part="back"><text x="{NAMES}" y="{BACK_LOW - 4}" fill="{QUIET}">back pain</text>'
        f'<path d="M{LEFT} {BACK_LOW}H{RIGHT}" stroke="{LINE}"/>'
        f"{marks.back(course, spans, BACK_LOW)}</g>"
    )


def _sessions(course: Course, spans: Spans, y: float) -> str:
    if not course.sessions:
        return ""
    return (
        f'<g data-part="sessions"><text x="{NAMES}" y="{number(y + 4)}" fill="{QUIET}">sessions'
        f"</text>{marks.sessions(course, spans, y)}</g>"
    )


def _stops(course: Course) -> bool:
    return any(one.stopped for one in course.sessions)


def _times(course: Course, spans: Spans, y: float) -> str:
    """A few dates under the line, or hours of the day."""
    if not course.points:
        return ""
    texts, size = [], SMALL - _far(course)
    if course.step == "check_in":
        texts = [(spans.hour(hour), f"{hour}:00") for hour in (0, 6, 12, 18)]
    elif course.view == "week":
        days = [course.first + timedelta(days=count) for count in range(WEEK)]
        texts = [(spans.edge(day) + spans.wide / 2 - 10, f"{day:%a}") for day in days]
    else:
        every = max(spans.count * spans.days / 4, 1)
        for count in range(4):
            day = course.first + timedelta(days=round(count * every))
            if day <= course.last or not count:
                texts.append((spans.edge(day), _day(course, day)))
    return (
        f'<g fill="{QUIET}" font-size="{size}">'
        + "".join(
            f'<text x="{number(max(x, LEFT))}" y="{number(y)}">{text}</text>' for x, text in texts
        )
        + "</g>"
    )


def _far(course: Course) -> bool:
    """Does the line go so far back that a year says more than a day?"""
    return (course.last - course.first).days > 300


def _day(course: Course, day: object) -> str:
    return f"{day:%b %Y}" if _far(course) else f"{day:%-d %b}"


def _key(course: Course, y: float, key: str) -> tuple[str, float]:
    """What the marks mean, two beside each other; only those that are there."""
    week = course.step == "week"
    pain = (
        f'<circle cx="4" cy="-4" r="2.6" fill="{PAIN}"/>'
        f'<circle cx="13" cy="-4" r="5" fill="{PAIN}"/>'
    )
    if week:
        pain = (
            f'<rect x="2" y="-10" width="5" height="12" rx="2" fill="{PAIN}" fill-opacity=".37"/>'
            f'<rect x="11" y="-10" width="5" height="12" rx="2" fill="{PAIN}"/>'
        )
    far = f'<path d="M5-9H13M9-9V3M5 3H13" stroke="{PAIN}" stroke-width="1.6"/>'
    box = '<rect y="-10" width="18" height="12" rx="2" fill="{}"{}/>'
    found = [(any(point.rank for point in course.points), pain, "fuller" if week else "larger")]
    shown = [
        (drawn, f"{word}: stronger pain" if word in ("fuller", "larger") else word)
        for there, drawn, word in (
            *found,
            (
                any(p.tingling for p in course.points),
                box.format(f"url(#{key}-dots)", ""),
                "tingling",
            ),
            (
                any(p.numbness for p in course.points),
                box.format(f"url(#{key}-hatch)", ""),
                "numbness",
            ),
            (
                bool(course.flares),
                box.format(HOLD, ' fill-opacity=".16"'),
                "strong flare",
            ),
            (
                _stops(course),
                f'<path transform="translate(9 -4)" d="{marks.HAND}" fill="none" stroke="{HOLD}" '
                f'stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>',
                "something was stopped",
            ),
            (week, far, "from nearest to furthest"),
        )
        if there
    ]
    parts = []
    for count, (drawn, word) in enumerate(shown):
        x, row = 8 + 168 * (count % 2), y + 18 * (count // 2)
        parts.append(
            f'<g transform="translate({x} {number(row)})">{drawn}'
            f'<text x="24" fill="{INK}">{word}</text></g>'
        )
    rows = (len(shown) + 1) // 2
    return f'<g data-part="key" font-size="{SMALL}">{"".join(parts)}</g>', y + 18 * rows - 8
