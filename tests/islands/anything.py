"""What could happen in a session? Charts, sets, short answers and events by chance, always alike.

Most of it is likely (a mark comes, goes, or grows by a little), some of it is odd: answers that
come late or twice, a clock set back, a page that is answered out of turn.
"""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from random import Random
from typing import Any, NamedTuple, get_args

from spineward.clinical.body import LEGS
from spineward.clinical.catalogue import zones
from spineward.clinical.facts import Chart, Mark, Reading, SetContext, SetReadings
from spineward.clinical.facts.answers import Leg, Side, Unsure
from spineward.clinical.facts.session import EventKind, Point, SessionEvent, Step, Symptom
from spineward.clinical.library import movements
from spineward.clinical.response import AfterSet, Felt

PLACES: list[tuple[str, Side]] = [
    (zone.id, side) for zone in zones().values() for side in zone.sides
]
BACK: list[tuple[str, Side]] = [("low_back_midline", "middle"), ("low_back", "right")]
FOOT = [(zone.id, side) for zone in zones().values() if zone.rank > 7 for side in zone.sides]
FLAGS = ("A1", "A3?", "A4?", "A9", "B1?", "B3", "B8?")
AFFECTED: tuple[tuple[Leg, ...], ...] = (("right",), ("left",), ("left", "right"), ())
UNSURE: tuple[Unsure, ...] = get_args(Unsure)
SYMPTOMS: tuple[Symptom, ...] = get_args(Symptom)
POINTS: tuple[Point, ...] = get_args(Point)
START = datetime(2026, 11, 20, 9, tzinfo=timezone(timedelta(hours=1)))
OFFSETS = (-570, -180, 0, 60, 330, 765)


class Theme(NamedTuple):
    """What a set is mostly about, so that seldom used parts of the table are met often."""

    places: list[tuple[str, Side]]
    kinds: tuple[str, ...]
    most_pain: int
    at_30: float


ANYWHERE = Theme(PLACES, ("pain", "pain", "pain", "tingling", "numbness"), 9, 0.2)
ACHE = Theme(BACK, ("pain",), 3, 0.1)
NUMB = Theme(FOOT, ("numbness", "numbness", "pain"), 5, 0.9)
THEMES = (ANYWHERE, ANYWHERE, ANYWHERE, ANYWHERE, ACHE, NUMB)


class Chance:
    """One seeded source of everything; the same seed tells the same story."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311
        self.theme = ANYWHERE

    def now_and_then(self, share: float) -> bool:
        """Yes, in this share of cases."""
        return self.random.random() < share

    def mark(self) -> Mark:
        """Something felt somewhere, in the back more often than elsewhere."""
        pick = self.random
        zone, side = pick.choice(BACK if self.now_and_then(0.2) else self.theme.places)
        kind = pick.choice(self.theme.kinds)
        grade = pick.randint(1, self.theme.most_pain if kind == "pain" else 3)
        known = Mark(zone, side, usual=self.now_and_then(0.05), **{kind: grade})
        return replace(known, tingling=1) if self.now_and_then(0.1) else known

    def chart(self, most: int = 3) -> Chart:
        """Up to so many marks."""
        return tuple(self.mark() for _ in range(self.random.randint(0, most)))

    def later(self, chart: Chart) -> Chart:
        """The same body a little later."""
        pick = self.random
        if self.now_and_then(0.4):
            return chart
        marks = list(chart)
        change = pick.random()
        if marks and change < 0.25:
            marks.pop(pick.randrange(len(marks)))
        elif marks and change < 0.9:
            at = pick.randrange(len(marks))
            marks[at] = self.grown(marks[at])
        elif len(marks) < 4:
            marks.append(self.mark())
        return tuple(marks)

    def grown(self, known: Mark) -> Mark:
        """A mark that is stronger or weaker now, or has moved along."""
        pick = self.random
        if self.now_and_then(0.3):
            near = [place for place in PLACES if known.side in (place[1], "middle")]
            zone, side = pick.choice(near)
            return replace(known, zone=zone, side=side)
        what, most = pick.choice((*[("pain", 10)] * 4, ("tingling", 3), ("numbness", 3)))
        grade = getattr(known, what) + pick.choice((-3, -2, -2, -1, -1, 1, 2, 3))
        return replace(known, **{what: min(max(grade, 0), most)})

    def reading(self, chart: Chart) -> Reading:
        """A chart with what may come with it."""
        pick = self.random
        return Reading(
            chart,
            pick.choice((*[None] * 8, "no", "yes")),
            pick.choice((*[None] * 60, "none", "none", "not_sure", "new_or_more")),
            tuple(pick.sample(UNSURE, pick.choice((1, 1, 2)))) if self.now_and_then(0.05) else (),
        )

    def set(self) -> tuple[SetReadings, SetContext]:
        """A whole set, with what the session around it says."""
        pick = self.random
        self.theme = pick.choice(THEMES)
        chart = self.chart()
        t0 = self.reading(chart)
        given: dict[str, Reading | None] = {}
        for point, share in (
            ("tdur", 0.2),
            ("t1", 0.9),
            ("t2", 0.75),
            ("at_10", 0.2),
            ("at_30", self.theme.at_30),
        ):
            if self.now_and_then(share):
                chart = self.later(chart)
                given[point] = self.reading(chart)
        around = SetContext(
            pick.choice(AFFECTED),
            session_t0=self.later(t0.chart) if self.now_and_then(0.4) else t0.chart,
            red_flags=(pick.choice(FLAGS),) if self.now_and_then(0.05) else (),
            symptoms=(pick.choice(SYMPTOMS),) if self.now_and_then(0.08) else (),
            stops_before=pick.choice((0, 0, 0, 1, 2)),
            row5_before=pick.choice((0, 0, 0, 1)),
            minutes_since=pick.choice((0, 1, 5, 29, 30, 31, 90, -5)),
        )
        return SetReadings(t0, **given), around

    def answers(self, t0: Chart) -> AfterSet:
        """The short page after a set, now and then with an answer that is refused."""
        pick = self.random
        ranks: tuple[Any, ...] = (*range(10), *range(10), "front", "front", 11)
        strengths = (*range(11), *range(11), 12)
        felt = []
        for _ in range(pick.choice((0, 0, 1, 2))):
            known = [(mark.zone, mark.side) for mark in t0]
            zone, side = pick.choice(known if known and self.now_and_then(0.5) else PLACES)
            grade = pick.choice(
                (0, 1, 2, 3, 1, 2, 3, 4) if self.now_and_then(0.1) else (0, 1, 2, 3)
            )
            felt.append(Felt(zone, side, pick.choice(("tingling", "numbness")), grade))
        return AfterSet(
            {leg: pick.choice(ranks) for leg in LEGS if self.now_and_then(0.5)},
            {leg: pick.choice(strengths) for leg in LEGS if self.now_and_then(0.4)},
            pick.choice((None, None, *range(11))),
            tuple(felt),
            pick.choice((None, None, "no", "yes")),
            pick.choice((None, None, "none", "new_or_more", "not_sure")),
            tuple(pick.sample(UNSURE, pick.choice((0, 0, 0, 1, 2)))),
        )


# --- whole sessions --------------------------------------------------------------------------

USUAL: dict[Step, tuple[tuple[EventKind, Point | None], ...]] = {
    "movement": (("set_done", None),) * 7
    + (("reading", "t0"), ("reading", "tdur"), ("skipped", None), ("swapped", None)),
    "after_set": (("reading", "t1"),) * 8 + (("reading", "tdur"),),
    "upright": (("reading", "t2"),) * 6 + (("continued", None), ("set_done", None)),
    "settle": (("reading", "at_10"),) * 6 + (("continued", None),),
    "verdict": (("continued", None),) * 6 + (("set_done", None),),
    "re_ask": (("reading", "at_30"),) * 5 + (("reading", "t1"),),
    "finished": (("reading", "t1"), ("symptoms", None), ("continued", None)),
}
ALWAYS: tuple[tuple[EventKind, Point | None], ...] = (
    *((kind, None) for kind in get_args(EventKind)),
    *(("reading", point) for point in POINTS),
    ("reading", None),
)
WAITS = (*[1] * 6, 2, 2, 3, 5, 9, 10, 11)
ODD_WAITS = (-40, -3, 0, 29, 30, 31, 59, 60, 61, 200)


def start(chance: Chance) -> tuple[SessionEvent, tuple[str, ...], tuple[Leg, ...]]:
    """How a session begins: its first event, what is planned, the affected legs."""
    pick = chance.random
    chance.theme = pick.choice(THEMES)
    names = pick.sample(sorted(movements()), 3)
    planned = tuple(pick.choice(names) for _ in range(pick.randint(1, 6)))
    first = SessionEvent(START, "started", reading=chance.reading(chance.chart()))
    return first, planned, pick.choice(AFFECTED)


def follows(chance: Chance, step: Step, last: Chart, at: datetime) -> SessionEvent:
    """One more event: most often one that fits the page shown."""
    pick = chance.random
    kind, point = pick.choice(USUAL[step] if chance.now_and_then(0.92) else ALWAYS)
    if chance.now_and_then(0.015):
        kind, point = "symptoms", None
    wait = pick.choice(ODD_WAITS if chance.now_and_then(0.08) else WAITS)
    later = at + timedelta(minutes=wait, milliseconds=pick.choice((0, 0, -1, 1, 30_500)))
    zone = timezone(timedelta(minutes=pick.choice(OFFSETS)))
    told = SessionEvent(later.astimezone(zone), kind, point=point)
    if kind == "reading":
        return replace(told, reading=chance.reading(chance.later(last)))
    if kind == "symptoms":
        if chance.now_and_then(0.4):
            return replace(told, red_flags=(pick.choice(FLAGS), pick.choice(FLAGS)))
        return replace(told, symptoms=tuple(pick.sample(SYMPTOMS, 1)))
    return replace(told, movement=pick.choice(sorted(movements()))) if kind == "swapped" else told
