"""What does the picture of the pain line say? The same in sentences, for whoever cannot see it."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby

from spineward.clinical.course import Course, Point
from spineward.clinical.facts.answers import Leg
from spineward.web.shell.drawing.pain_axis import place_of

MOST_PLACES = 8
"""So many places on the way are named one by one; of more, the turns are counted."""
SPAN = {"check_in": ("check-in", "check-ins"), "day": ("day", "days"), "week": ("week", "weeks")}


def title(course: Course) -> str:
    """What the picture is of."""
    if not course.points:
        return "The pain line: nothing to draw yet"
    if course.view == "day":
        return f"The pain line of {day_text(course.last)}"
    return f"The pain line from {day_text(course.first)} to {day_text(course.last)}"


def described(course: Course) -> tuple[str, ...]:
    """All that the picture shows, in the order in which it is looked at."""
    if not course.points:
        return ("Nothing is drawn yet.", *_sessions(course), *_flares(course))
    return (
        *_line(course),
        *_feelings(course),
        *_back(course),
        *_sessions(course),
        *_flares(course),
    )


def _line(course: Course) -> Iterable[str]:
    """Where the line begins, how far down it goes, where it ends; for each leg drawn."""
    if not course.legs:
        told = [point for point in course.points if point.rank is not None]
        backs = [point for point in told if point.rank]
        if not told:
            yield "Nobody said where it was felt."
        elif not backs:
            yield "No pain was marked."
        else:
            yield "No feeling in a leg. " + _ends(course, told, "right")
        return
    for leg in course.legs:
        told = [point for point in course.points if point.limb(leg).pain is not None]
        if told:
            yield f"{leg.capitalize()} leg: {_ends(course, told, leg)}"


def _ends(course: Course, told: list[Point], leg: Leg) -> str:
    first, last = told[0], told[-1]
    if len(told) == 1:
        return f"{moment(course, first.at)}, {_reach(course, first, leg)}."
    furthest = max(told, key=lambda point: _far(point, leg))
    sentences = [f"It begins {moment(course, first.at)}, {_reach(course, first, leg)}."]
    said = [first, last]
    if _far(furthest, leg) > max(_far(first, leg), _far(last, leg)):
        sentences.append(f"Lowest {moment(course, furthest.at)}, {_reach(course, furthest, leg)}.")
        said.append(furthest)
    sentences += _way(told, leg, len(said))
    sentences += _strongest(course, told, said, leg)
    sentences.append(f"It ends {moment(course, last.at)}, {_reach(course, last, leg)}.")
    return " ".join(sentences)


def _way(told: list[Point], leg: Leg, said: int) -> Iterable[str]:
    """The ups and downs between the ends, where they are more than what was `said` already."""
    places = [name for name, _ in groupby(place_of(_far(point, leg)) for point in told)]
    if len(places) <= max(said, 2):
        return
    if len(places) <= MOST_PLACES:
        yield f"On the way: {', '.join(places)}."
    else:
        yield f"Its lowest point moved {len(places) - 1} times."


def _strongest(course: Course, told: list[Point], said: list[Point], leg: Leg) -> Iterable[str]:
    """Where the leg pain was strongest, if that is none of the marks that are told anyway."""
    strongest = max(told, key=lambda point: course.strength(point, leg) or 0)
    pain = course.strength(strongest, leg) or 0
    if pain > max(course.strength(point, leg) or 0 for point in said):
        yield f"Strongest {moment(course, strongest.at)}, leg pain {pain} of 10."


def _far(point: Point, leg: Leg) -> int:
    reach = point.limb(leg).pain
    return reach.furthest if reach else 0


def _reach(course: Course, point: Point, leg: Leg) -> str:
    """One mark in words: how far down, and how strong the leg pain was."""
    pain = course.strength(point, leg)
    return reach_text(point, leg) + ("" if pain is None else f", leg pain {pain} of 10")


def reach_text(point: Point, leg: Leg) -> str:
    """How far down it was felt: one place, or the range of a span."""
    reach = point.limb(leg).pain
    if reach is None:
        return "not asked"
    far, near = place_of(reach.furthest), place_of(reach.nearest)
    return far if far == near else f"{near} to {far}"


def _feelings(course: Course) -> Iterable[str]:
    for leg in course.legs:
        for name in ("tingling", "numbness"):
            ranks = [getattr(point.limb(leg), name) for point in course.points]
            felt = [rank for rank in ranks if rank]
            if felt:
                yield (
                    f"{name.capitalize()} in the {leg} leg: {_of(course, len(felt))}, as far as "
                    f"the {place_of(max(felt))}."
                )


def _back(course: Course) -> Iterable[str]:
    told = [point.back for point in course.points if point.back is not None]
    if told:
        low, high = min(told), max(told)
        ends = "" if low == high else f" to {high} of 10: {told[0]} at first, {told[-1]} at the end"
        yield f"Back pain {low}{ends or ' of 10'}."


def _sessions(course: Course) -> Iterable[str]:
    count, stopped = len(course.sessions), sum(one.stopped for one in course.sessions)
    if count:
        stops = f", something was stopped in {stopped}" if stopped else ""
        yield f"{count} {'session' if count == 1 else 'sessions'}{stops}."


def _flares(course: Course) -> Iterable[str]:
    for flare in course.flares[-3:]:
        since = day_text(flare.since.date())
        if flare.until is None:
            yield f"A strong flare since {since}."
        else:
            yield f"A strong flare from {since} to {day_text(flare.until.date())}."
    if len(course.flares) > 3:
        yield f"{len(course.flares)} strong flares in all."


def _of(course: Course, count: int) -> str:
    every = len(course.points)
    return f"{count} of {every} {SPAN[course.step][every != 1]}"


def moment(course: Course, at: datetime) -> str:
    """When a mark stands: at an hour, on a day, in a week."""
    if course.step == "check_in":
        return f"at {at:%H:%M}"
    if course.step == "week":
        return f"in the week of {day_text(at.date())}"
    return f"on {day_text(at.date())}"


def day_text(day: date) -> str:
    """A day as people write it."""
    return f"{day.day} {day:%B %Y}"
