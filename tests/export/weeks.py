"""Which life do the archive tests archive? Three weeks with every kind of entry that there is.

It is lived through the same door as by a person, so that every stored decision is a real one.
"""

from datetime import timedelta
from functools import cache
from io import BytesIO
from typing import Any
from uuid import UUID

from spineward.clinical.facts import Chart, Mark, Reading
from spineward.clinical.facts.session import SessionEvent
from spineward.diary import journey
from spineward.diary.models import Person
from spineward.export import archive, reading
from spineward.export.reading import Archive
from tests.diary.life import ABOUT, MORNING, SCREEN, day

CALF: Chart = (Mark("calf_upper", "right", 4), Mark("low_back_midline", "middle", 2))
THIGH: Chart = (Mark("thigh_back_upper", "right", 3), Mark("low_back_midline", "middle", 2))
FOOT: Chart = (Mark("sole", "right", 4), Mark("low_back_midline", "middle", 2))
SECOND_BUTTOCK: Chart = (*CALF, Mark("buttock", "left", 2))
BOTH_LEGS: Chart = (*CALF, Mark("calf_upper", "left", 3))
WEEKLY = {"psfs": [5, 6], "rmdq": 8, "mood_low": "no", "fear_moving": 3, "weeks_off_work": 0}


class Life:
    """Someone living through weeks; forms are numbered: the same life gives the same ids."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.forms = 0
        self.now = MORNING

    def form(self) -> UUID:
        """The id of the next form."""
        self.forms += 1
        return UUID(int=self.forms)

    def later(self, **amount: float) -> None:
        """Time goes on."""
        self.now += timedelta(**amount)

    def answer(self, page: str, answers: dict[str, Any], ticked: tuple[str, ...] = ()) -> None:
        """Send one page."""
        journey.answer(
            self.person, page, answers, now=self.now, client_id=self.form(), ticked=ticked
        )

    def screen(self) -> None:
        """Q1 to Q7 with "None of these"."""
        for page, answers in SCREEN.items():
            self.answer(page, answers)

    def check_in(self, kind: Any = "daily", leg: int = 4, chart: Chart | None = None) -> None:
        """The questions of the day, finished."""
        said = day(leg)
        if chart is not None:
            said["chart"] = [
                {"zone": mark.zone, "side": mark.side, "pain": mark.pain} for mark in chart
            ]
        self.answer("now", said)
        journey.finish_check_in(self.person, kind, now=self.now, client_id=self.form())

    def session(self, *readings: Chart) -> UUID:
        """A session that begins with the calf; each set of what is offered ends in these charts."""
        self.answer("QS", {"item": {f"A{n}": "no" for n in (1, 2, 3, 5, 6, 7)}})
        id = self.form()
        offered = journey.plan(self.person, now=self.now, for_session=True)[1].offered
        movements = tuple(one.movement for one in offered)[: max(1, len(readings))]
        journey.start_session(self.person, movements, Reading(CALF), now=self.now, client_id=id)
        for chart in readings:
            self.later(minutes=3)
            self.tell(id, "set_done")
            state = self.tell(id, "reading", point="t1", reading=Reading(chart))
            if state.state.step == "upright":
                self.later(minutes=2)
                self.tell(id, "reading", point="t2", reading=Reading(chart))
                self.tell(id, "continued")
        return id

    def tell(self, id: UUID, kind: Any, **more: Any) -> journey.OpenSession:
        """One event of a session."""
        event = SessionEvent(at=self.now, kind=kind, **more)
        return journey.record(self.person, id, event, now=self.now, client_id=self.form())


def three_weeks(person: Person) -> Life:
    """A calm start, a stop, numb news of the second leg with its lock, help, and back again."""
    life = Life(person)
    life.screen()
    life.answer("about", ABOUT)
    life.check_in("first")
    life.later(hours=1)
    id = life.session(THIGH, THIGH)
    life.later(minutes=1)
    life.tell(id, "ended")
    journey.note(person, "felt good", now=life.now, client_id=life.form(), session=id)
    journey.note(
        person,
        "",
        now=life.now,
        client_id=life.form(),
        kind="worse",
        movement="M10",
        on=life.now.date(),
    )
    journey.tell(person, ["T1"], now=life.now, client_id=life.form())
    life.later(days=1)
    life.check_in(leg=3)
    id = life.session(FOOT)
    life.later(minutes=5)
    life.tell(id, "reading", point="at_10", reading=Reading(FOOT))
    life.later(days=1)
    life.check_in(leg=8)
    (entry, *_) = journey.diary(person).entries
    journey.correct_check_in(person, entry.id, {"leg_now": 3}, now=life.now, client_id=life.form())
    journey.weekly(person, WEEKLY, now=life.now, client_id=life.form())
    life.later(days=2)
    life.check_in(leg=3, chart=CALF)
    id = life.session(SECOND_BUTTOCK)
    life.later(minutes=31)
    life.tell(id, "reading", point="at_30", reading=Reading(CALF))
    life.later(days=2)
    _locked_and_released(life)
    return life


def _locked_and_released(life: Life) -> None:
    life.screen()
    life.check_in("weekly", leg=3)
    life.session(BOTH_LEGS)
    life.later(days=1)
    journey.assessment(life.person, now=life.now)
    life.later(days=1)
    seen = life.now.date().isoformat()
    life.answer("examined", {"examined": {"A5": seen}, "told_ok": {"A5": "yes"}})
    life.answer("item.A5", {"item": {"A5": "no"}})
    life.later(days=1)
    life.screen()
    life.check_in("weekly", leg=2)
    life.later(days=5)
    life.screen()
    life.answer("strength", {"strength": {"right": {"heel_walk": "same"}}})
    life.check_in("weekly", leg=2, chart=THIGH)
    life.session(CALF)
    came = {"what": "form", "path": "/check-in/nowhere/"}
    journey.set_aside(life.person, came, "no such page", now=life.now, client_id=life.form())


@cache
def three_weeks_archived() -> bytes:
    """The archive of these weeks; lived once, for that takes seconds."""
    person = Person.objects.create()
    three_weeks(person)
    content = archived(person)
    person.delete()
    return content


def archived(person: Person) -> bytes:
    """The archive of this person."""
    file = BytesIO()
    archive.write(person, file)
    return file.getvalue()


def read(content: bytes) -> Archive:
    """An archive from its bytes."""
    return reading.read_from(BytesIO(content))
