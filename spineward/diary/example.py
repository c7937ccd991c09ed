"""Who is the example person? Twelve believable weeks, lived through the same door as by anyone.

So every verdict and every decision in it is a real one. The same moment gives the same weeks. It
only ever goes into a diary of its own, in a folder of its own (cli/demo.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from spineward.clinical.check_in import Kind
from spineward.clinical.facts import Mark, Reading, Side
from spineward.clinical.facts.session import SessionEvent
from spineward.clinical.intake import BACKGROUND, FEATURES, MEDICINES
from spineward.diary import journey
from spineward.diary.models import Person

DAYS = 84
FORMS = UUID("5a1f2c0e-7c64-4f5b-9d6e-2f3b8a9c1d00")
"""Forms are numbered under it: the same weeks have the same ids."""
FIRST = uuid5(FORMS, "1")
"""By this id its diary is known wherever it comes: it may not come into a real one."""
LEG: Side = "right"
SCREEN: Mapping[str, Mapping[str, Any]] = {
    "Q1": {"item": {"A1": "no", "A2": "no", "A3": "no", "A4": "no_change"}},
    "Q2": {"item": dict.fromkeys(("A5", "A6", "A7", "A8", "B1", "B9", "C10", "C11", "C13"), "no")},
    "Q3": {"item": dict.fromkeys(("A10", "A11", "A12", "A13", "B3", "B5", "B6"), "no")},
    "Q4": {"item": dict.fromkeys(("A9", "A15", "A16", "B2", "B7", "C1", "C4"), "no")},
    "Q5": {
        "item": dict.fromkeys(("A14", "B4", "B8", "B10", "C2", "C15"), "no"),
        "background": dict.fromkeys(BACKGROUND, "no"),
        "pregnant": "no",
        "spine_procedure": [],
    },
    "Q6": {"item": dict.fromkeys(("C3", "C5", "C6", "C7", "C8", "C9", "C12", "C16"), "no")},
    "Q7": {"clearance": {f"CL{n}": "no" for n in range(1, 7)}, "item": {"C14": "no"}},
}
SHORT_SCREEN = {"item": dict.fromkeys(("A1", "A2", "A3", "A5", "A6", "A7"), "no")}
COURSE = (
    (0, "calf_lower", 6),
    (8, "calf_upper", 5),
    (17, "thigh_back_lower", 4),
    (25, "calf_lower", 8),
    (29, "calf_upper", 6),
    (34, "thigh_back_lower", 4),
    (46, "thigh_back_upper", 3),
    (58, "buttock", 3),
    (68, "buttock", 2),
    (77, "buttock", 1),
)
"""From which day on it reaches how far, and how strong it is: better, a flare, better again."""
UP = {
    "calf_lower": "thigh_back_lower",
    "calf_upper": "thigh_back_lower",
    "thigh_back_lower": "buttock",
    "thigh_back_upper": "buttock",
}
"""Where a movement that helps moves it to."""
FLARE = range(25, 29)
STOP = 10
"""The day on which a movement sends the pain down the leg."""
HIP, SEEN = 37, 43
HIP_SIGNS = ("groin_pain", "limp", "stiff_socks_shoes")
"""The day on which a stiff hip is told, and the day on which somebody has looked at it."""
NOTES: Mapping[int, tuple[str, str]] = {
    1: ("Long drive yesterday.", ""),
    9: ("Want to lift my daughter again.", "goal"),
    25: ("Moved boxes on Saturday.", "worse"),
    44: ("The physiotherapist looked at my hip. It moves fine.", ""),
    60: ("Walked round the lake.", ""),
    80: ("Can I go back to the garden now?", "question"),
}
TASKS = ("Sit at my desk", "Walk the dog")


@dataclass(frozen=True)
class Felt:
    """What is felt on one day."""

    day: int

    @property
    def place(self) -> tuple[str, int]:
        """How far it reaches, and how strong it is there."""
        return next((zone, pain) for begins, zone, pain in reversed(COURSE) if begins <= self.day)

    @property
    def back(self) -> int:
        """How strong it is in the back."""
        return 3 if self.day < 40 else 2 if self.day < 70 else 1

    def reading(self, *, zone: str = "", less: int = 0) -> Reading:
        """The body chart; after a set it may be less, or in another place."""
        here, pain = self.place
        tingling = 2 if self.day < 20 and zone in ("", here) else 0
        leg = Mark(zone or here, LEG, max(pain - less, 1), tingling)
        return Reading((leg, Mark("low_back_midline", "middle", self.back)), "no", "none")

    def after(self) -> Reading:
        """How a set leaves it: mostly the same, often a place further up and less."""
        if self.day % 6 == 2:
            return self.reading(zone=UP.get(self.place[0], ""), less=2)
        return self.reading(less=self.day % 4 // 2)

    def asked(self) -> dict[str, Any]:
        """What a check-in asks of the day."""
        pain = self.place[1]
        able = "yes" if pain < 6 else "no"
        return {
            "leg_now": pain,
            "back_now": self.back,
            "worst_24h": min(10, pain + 1),
            "eased_by_position": "yes",
            "can_sit_10": able,
            "can_stand_10": "yes",
            "can_walk_10": able,
            "after_activity": "none",
            "nights_broken": 2 if self.day in FLARE else 1 if pain > 4 else 0,
            "chart": [
                {"zone": m.zone, "side": m.side, "pain": m.pain, "tingling": m.tingling}
                for m in self.reading().chart
            ],
        }


class Weeks:
    """The example person living through the weeks that end now."""

    def __init__(self, person: Person, now: datetime) -> None:
        self.person = person
        self.end = now
        self.forms = 0
        self.now = now

    def live(self) -> None:
        """All of it, or nothing."""
        with transaction.atomic():
            for day in range(DAYS):
                self._day(day)

    def _day(self, day: int) -> None:
        morning = (self.end - timedelta(days=DAYS - 1 - day)).replace(hour=8, minute=0)
        self.now = min(morning, self.end - timedelta(minutes=40))
        if day % 7 == 5 and day not in FLARE:
            return  # one day a week without a check-in
        self._check_in(day)
        if day in NOTES:
            words, kind = NOTES[day]
            journey.note(self.person, words, now=self.now, client_id=self._form(), kind=kind)
        if day % 7 == 6:
            self._weekly(day)
        if day % 2 == 0 or day == STOP:
            self._session(day)

    def _form(self) -> UUID:
        self.forms += 1
        return uuid5(FORMS, str(self.forms))

    def _later(self, **amount: float) -> None:
        self.now += timedelta(**amount)

    def _answer(self, page: str, answers: Mapping[str, Any]) -> None:
        journey.answer(self.person, page, answers, now=self.now, client_id=self._form())

    def _check_in(self, day: int) -> None:
        kind: Kind = "first" if day == 0 else "weekly" if day % 7 == 0 else "daily"
        if kind != "daily":
            for page, answers in SCREEN.items():
                self._answer(page, answers)
        if day == 0:
            self._answer("about", self._about())
        if day % 14 == 0:
            same = dict.fromkeys(("heel_walk", "toe_raise", "chair_rise", "big_toe"), "same")
            self._answer("strength", {"strength": {"left": same, "right": same}})
        today = self.now.date().isoformat()
        if day == HIP:
            hip = dict.fromkeys(HIP_SIGNS, "yes")
            self._answer(
                "item.C12",
                {"item": {"C12": "yes"}, "since": {"C12": today}, "detail": {"C12": hip}},
            )
        if day == SEEN:
            self._answer("examined", {"examined": {"C12": today}, "told_ok": {"C12": "yes"}})
            better = dict.fromkeys(HIP_SIGNS, "no")
            self._answer("item.C12", {"item": {"C12": "no"}, "detail": {"C12": better}})
        self._answer("now", Felt(day).asked())
        journey.finish_check_in(self.person, kind, now=self.now, client_id=self._form())

    def _about(self) -> dict[str, Any]:
        began = (self.now - timedelta(days=9)).date().isoformat()
        return {
            "age": 43,
            "episode_start": began,
            "leg_onset": began,
            "first_ever": "no",
            "change_so_far": 0,
            "floor_ok": "yes",
            "features": dict.fromkeys(FEATURES, "no"),
            "worse_bending": "no",
            "medicines": dict.fromkeys(MEDICINES, "no"),
        }

    def _weekly(self, day: int) -> None:
        better = max(0, 6 - Felt(day).place[1])
        entry = {
            "global_change": min(3, better - 1),
            "psfs": [3 + better, 4 + better],
            "tasks": list(TASKS),
            "mood_low": "no",
            "fear_moving": 6 - better,
            "weeks_off_work": 0,
            "sit_minutes": 20 + 15 * better,
            "stand_minutes": 15 + 10 * better,
            "walk_minutes": 10 + 10 * better,
        }
        journey.weekly(self.person, entry, now=self.now, client_id=self._form())

    def _session(self, day: int) -> None:
        """Two movements, where two are open; nothing on a day that is for rest."""
        if self.end - self.now < timedelta(hours=2):
            return  # today's is still to come
        self._later(hours=1)
        self._answer("QS", SHORT_SCREEN)
        result = journey.plan(self.person, now=self.now, for_session=True)[1]
        planned = tuple(
            offer.movement for offer in result.offered if offer.in_plan and not offer.ease
        )
        if not planned or result.opens_at is not None:
            return
        session, felt = self._form(), Felt(day)
        journey.start_session(
            self.person, planned[:2], felt.reading(), now=self.now, client_id=session
        )
        for count in range(len(planned[:2])):
            down = day == STOP and count == 1
            after = felt.reading(zone="sole") if down else felt.after()
            if self._set(session, after) in ("finished", "re_ask", "settle"):
                break
        self._later(minutes=10)
        if day == STOP:
            self._tell(session, "reading", point="at_10", reading=felt.reading())
        else:
            self._tell(session, "ended")

    def _set(self, session: UUID, after: Reading) -> str:
        """One set and how it felt; where the session stands then."""
        self._later(minutes=3)
        self._tell(session, "set_done")
        step = self._tell(session, "reading", point="t1", reading=after)
        if step == "upright":
            self._later(minutes=2)
            self._tell(session, "reading", point="t2", reading=after)
            step = self._tell(session, "continued")
        return step

    def _tell(self, session: UUID, kind: Any, **more: Any) -> str:
        event = SessionEvent(at=self.now, kind=kind, **more)
        said = journey.record(self.person, session, event, now=self.now, client_id=self._form())
        return said.state.step
