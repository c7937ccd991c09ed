"""Has it changed? The one sentence above the pain line, and how sure it is.

Judged in clinical/change.py against what the scale can tell apart; here it is only said.
"""

from collections.abc import Iterable

from spineward.clinical.catalogue import limit
from spineward.clinical.change import Change
from spineward.clinical.course import Course
from spineward.web.shell.drawing.pain_axis import place_of

TOO_SMALL = "less than the scale can tell apart"


def headline(course: Course) -> str:
    """The first sentence of the page and of the report."""
    reach, leg = course.change, course.change_leg
    if reach.kind in ("better", "worse"):
        return _moved(reach)
    if leg.kind in ("better", "worse"):
        way = "down" if leg.kind == "better" else "up"
        return (
            f"Leg pain has gone {way} from {amount(leg.was)} to {amount(leg.now)} in {_days(leg)}."
        )
    if reach.kind == leg.kind == "too_early":
        return "It is too early to say." if course.points else "Nothing is told yet."
    return "No change yet that the scale can tell apart."


def judged(course: Course) -> tuple[str, ...]:
    """What else is to be said about the change, and how sure that is."""
    reach, leg = course.change, course.change_leg
    if reach.kind == leg.kind == "too_early":
        least = limit("trend.baseline") + limit("t2.band_days")
        return (f"A first change can show after {least} days with a check-in.",)
    return (*_reach(course), *_leg(course))


def _moved(reach: Change) -> str:
    was, now = place_of(int(reach.was or 0)), place_of(int(reach.now or 0))
    if now == "nowhere":
        return f"Pain reached the {was}. Now it is felt nowhere."
    if was == "nowhere":
        return f"Pain was felt nowhere. Now it reaches the {now}."
    way = "up" if reach.kind == "better" else "down"
    return f"Pain has moved {way} from {was} to {now} in {_days(reach)}."


def _reach(course: Course) -> Iterable[str]:
    reach = course.change
    if reach.kind == "less_than_scale":
        was, now = place_of(int(reach.was or 0)), place_of(int(reach.now or 0))
        if was == now:
            yield f"How far down it reaches is the same: {now}."
        else:
            yield f"How far down it reaches: {was}, then {now}. That is {TOO_SMALL}."
    elif reach.kind == "too_early":
        yield "How far down it reaches: too early to say."


def _leg(course: Course) -> Iterable[str]:
    leg = course.change_leg
    if leg.kind == "too_early":
        yield "How strong leg pain is: too early to say."
    elif leg.was == leg.now:
        yield f"Leg pain is the same as at the start: {amount(leg.now)} of 10."
    elif leg.kind == "less_than_scale":
        yield f"Leg pain was {amount(leg.was)} and is {amount(leg.now)} of 10. That is {TOO_SMALL}."
    elif course.change.kind in ("better", "worse"):
        yield from _strength_beside(course)


def _strength_beside(course: Course) -> Iterable[str]:
    """Strength beside a place that moved: along with it, or the other way."""
    leg = course.change_leg
    numbers = f"{amount(leg.was)}, then {amount(leg.now)} of 10."
    stronger = "weaker" if leg.kind == "better" else "stronger"
    if leg.kind == course.change.kind:
        yield f"Leg pain is {stronger} too: {numbers}"
    elif leg.kind == "worse":
        yield f"But leg pain is {stronger}: {numbers}"
    else:
        yield f"Leg pain is {stronger}: {numbers} How far down it reaches counts first."


def amount(value: float | None) -> str:
    """A number of the scale; halfway between two is said as both: the scale has no decimals."""
    if value is None:
        return "not known"
    low = int(value)
    return f"{low}" if value == low else f"{low} to {low + 1}"


UNITS = (("month", 30.44, 365), ("week", 7, 60), ("day", 1, 0))
"""What people count in, how many days that is, and from how many days on."""


def _days(change: Change) -> str:
    """How long that took."""
    unit, length, _ = next(one for one in UNITS if change.days >= one[2])
    count = int(change.days / length)
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
