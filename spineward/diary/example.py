"""Who is the example person? Twelve believable weeks, lived through the same door as by anyone.

So every verdict and every decision in it is a real one. The same moment gives the same weeks. It
only ever goes into a diary of its own, in a folder of its own (cli/demo.py). What is felt and
answered stands in example_person.py.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from spineward.clinical.check_in import Kind
from spineward.clinical.facts import Plan, Reading
from spineward.clinical.facts.session import SessionEvent
from spineward.diary import journey
from spineward.diary.example_answers import SCREEN, SHORT_SCREEN, about
from spineward.diary.example_person import (
    FLARE,
    HIP,
    HIP_SIGNS,
    NOTES,
    SEEN,
    SENDS_DOWN,
    STOP,
    Felt,
)
from spineward.diary.models import Person

DAYS = 84
FORMS = UUID("5a1f2c0e-7c64-4f5b-9d6e-2f3b8a9c1d00")
"""Forms are numbered under it: the same weeks have the same ids."""
FIRST = uuid5(FORMS, "1")
"""By this id its diary is known wherever it comes: it may not come into a real one."""
THIRD_EVERY = 6
"""Days from one session with a third movement to the next: something else is tried as well."""


class Weeks:
    """The example person living through the weeks that end now."""

    def __init__(self, person: Person, now: datetime) -> None:
        self.person = person
        self.end = now
        self.forms = 0
        self.now = now
        self.done: Counter[str] = Counter()

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
            self._note(day)
        if day % 7 == 6:
            entry = Felt.on(day).week()
            journey.weekly(self.person, entry, now=self.now, client_id=self._form())
        if day % 2 == 0:
            self._session(day)

    def _form(self) -> UUID:
        self.forms += 1
        return uuid5(FORMS, str(self.forms))

    def _later(self, **amount: float) -> None:
        self.now += timedelta(**amount)

    def _answer(self, page: str, answers: Mapping[str, Any]) -> None:
        journey.answer(self.person, page, answers, now=self.now, client_id=self._form())

    def _note(self, day: int) -> None:
        words, today = NOTES[day], self.now.date()
        journey.note(
            self.person,
            words.text,
            now=self.now,
            client_id=self._form(),
            kind=words.kind,
            movement=words.movement,
            on=None if words.ago is None else today - timedelta(days=words.ago),
        )

    def _check_in(self, day: int) -> None:
        kind: Kind = "first" if day == 0 else "weekly" if day % 7 == 0 else "daily"
        if kind != "daily":
            for page, answers in SCREEN.items():
                self._answer(page, answers)
        if day == 0:
            self._answer("about", about(43, (self.now - timedelta(days=9)).date()))
        if day % 14 == 0:
            same = dict.fromkeys(("heel_walk", "toe_raise", "chair_rise", "big_toe"), "same")
            self._answer("strength", {"strength": {"left": same, "right": same}})
        if day in (HIP, SEEN):
            self._hip(day)
        self._answer("now", Felt.on(day).asked(self.now))
        journey.finish_check_in(self.person, kind, now=self.now, client_id=self._form())

    def _hip(self, day: int) -> None:
        """A stiff hip is told; later somebody has looked at it, and it is over."""
        today = self.now.date().isoformat()
        told = "yes" if day == HIP else "no"
        hip = {"item": {"C12": told}, "detail": {"C12": dict.fromkeys(HIP_SIGNS, told)}}
        if day == HIP:
            hip["since"] = {"C12": today}
        else:
            self._answer("examined", {"examined": {"C12": today}, "told_ok": {"C12": "yes"}})
        self._answer("item.C12", hip)

    def _session(self, day: int) -> None:
        """Two movements or three, where any are open; nothing on a day that is for rest."""
        if self.end - self.now < timedelta(hours=2):
            return  # today's is still to come
        self._later(hours=1)
        self._answer("QS", SHORT_SCREEN)
        result = journey.plan(self.person, now=self.now, for_session=True)[1]
        chosen = self._chosen(day, result)
        if not chosen or result.opens_at is not None:
            return
        session, felt = self._form(), Felt.on(day)
        journey.start_session(self.person, chosen, felt.reading, now=self.now, client_id=session)
        for movement in chosen:
            before, felt = felt, felt.after(movement, self.done[movement])
            self.done[movement] += 1
            step = self._set(session, felt.reading)
            if step == "settle":
                self._later(minutes=10)
                self._tell(session, "reading", point="at_10", reading=before.reading)
            if step != "movement" or not felt.zone:
                break
        if step != "finished":
            self._tell(session, "ended")

    def _chosen(self, day: int, plan: Plan) -> tuple[str, ...]:
        """The first two of the plan, and now and then a third before them: what it does by itself
        shows best. What once sent it down waits until somebody has looked at it."""
        wary = (SENDS_DOWN,) if STOP < day <= SEEN else ()
        planned = [offer.movement for offer in plan.offered if offer.in_plan and not offer.ease]
        wanted = [movement for movement in planned if movement not in wary]
        third = wanted[2:3] if day % THIRD_EVERY == 4 else []
        return (*third, *wanted[:2])

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
