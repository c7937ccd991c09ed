"""Who lives, on which devices, and what time is it? What every step of the journey stands on."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import UUID, uuid4

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from spineward.diary import journey, memory
from spineward.diary.models import Person
from spineward.diary.trouble import NotFound, Refused
from tests.diary.life import MORNING
from tests.journeys.rows import Rows, rows_of

ZONES = (60, 60, 0, -300, 330, 780)
"""Minutes east of UTC that a device may show."""
MOST_HELD = 4
Form = Callable[[], Any]


class Base(RuleBasedStateMachine):
    """One person, the devices, and a bystander in the same database who must stay untouched."""

    def __init__(self) -> None:
        super().__init__()
        self.now: datetime = MORNING
        """What the device shows."""
        self.turn = 0
        self.held: list[Form] = []
        self.last: Form | None = None
        self.bystander = Person.objects.create()
        journey.answer(self.bystander, "age", {"age": 50}, now=MORNING, client_id=uuid4())
        self.beside = rows_of(self.bystander)
        self.anew()

    def anew(self) -> None:
        """An empty diary."""
        self.person = Person.objects.create()
        self.rows: Rows = rows_of(self.person)
        self.last = None
        self.session: UUID | None = None
        self.over: dict[UUID, int] = {}

    @rule(
        amount=st.sampled_from(
            [{"minutes": n} for n in (1, 2, 10, 29, 31)]
            + [{"hours": n} for n in (1, 5, 13)]
            + [{"days": n} for n in (1, 1, 2, 7, 15, 29)]
        )
    )
    def time_goes_on(self, amount: dict[str, float]) -> None:
        """By minutes, hours, days or weeks."""
        self.now += timedelta(**amount)

    @rule(amount=st.sampled_from([{"minutes": 20}, {"hours": 3}, {"days": 1}, {"days": 9}]))
    def the_clock_is_set_back(self, amount: dict[str, float]) -> None:
        """Nobody can tell whether it was wrong before, or is now."""
        self.now -= timedelta(**amount)

    @rule(minutes=st.sampled_from(ZONES))
    def another_time_zone(self, minutes: int) -> None:
        """The same moment, on another clock."""
        self.now = self.now.astimezone(timezone(timedelta(minutes=minutes)))

    @rule()
    def the_program_is_started_again(self) -> None:
        """Nothing is left in memory."""
        memory.forget()
        self.person = Person.objects.get(pk=self.person.pk)

    def send(self, form: Form) -> Any:
        """One form, once; what cannot be is refused with a word, and then nothing is saved."""
        self.last = form
        before = rows_of(self.person)
        try:
            return form()
        except (Refused, NotFound):
            assert rows_of(self.person) == before
            return None

    @precondition(lambda self: self.last is not None)
    @rule()
    def the_same_form_is_sent_again(self) -> None:
        """A second tap, or a device that did not hear the answer: it adds nothing."""
        assert self.last is not None
        journey.assessment(self.person, now=self.now)
        before = rows_of(self.person)
        self.send(self.last)
        assert rows_of(self.person) == before

    @precondition(lambda self: self.held)
    @rule()
    def what_the_other_device_held_back_arrives(self) -> None:
        """Older than what was sent since; filled in then, sent now."""
        self.send(self.held.pop(0))

    def fill_in(self, form: Form, hold: bool) -> Any:
        """Send it now, or leave it on the other device."""
        if hold and len(self.held) < MOST_HELD:
            self.held.append(form)
            return None
        return self.send(form)
