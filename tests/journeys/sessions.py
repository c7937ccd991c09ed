"""What happens in sessions, step by step, on one device or on two?"""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from spineward.clinical.facts import Gate, Reading
from spineward.clinical.facts.session import SessionEvent
from spineward.clinical.library import movements
from spineward.diary import journey, replay
from spineward.diary.knowing import OVER
from spineward.diary.models import SessionSummary
from tests.cases.build import chart
from tests.journeys import said
from tests.journeys.check_ins import CheckIns

APT: dict[str, tuple[str, str | None]] = {
    "movement": ("set_done", None),
    "after_set": ("reading", "t1"),
    "upright": ("reading", "t2"),
    "settle": ("reading", "at_10"),
    "verdict": ("continued", None),
    "re_ask": ("reading", "at_30"),
    "finished": ("continued", None),
}
"""What a page of a session sends, by the step that it shows."""
ODD = (
    *[("reading", point) for point in ("t0", "tdur", "t1", "t2", "at_10", "at_30")],
    *[(kind, None) for kind in ("set_done", "continued", "skipped", "stopped", "ended")],
)
ANY = sorted(movements())
EASE = {one.id for one in movements().values() if one.ease}
Sets = list[tuple[Reading, Reading]]
SETS = st.lists(
    st.one_of(
        said.readings.map(lambda reading: (reading, reading)),
        st.tuples(said.readings, said.readings),
    ),
    min_size=1,
    max_size=3,
)
"""Of each set how it was at once, and how it was upright: more often than not the same."""


class Sessions(CheckIns):
    """Sessions begun, gone through, left and taken up again."""

    @rule(asked=st.booleans(), count=st.integers(1, 3), wanted=st.sampled_from((None, None, *ANY)))
    def start(self, asked: bool, count: int, wanted: str | None) -> None:
        """With what is offered, or with anything else: that is refused."""
        if asked:
            if journey.situation(self.person, now=self.now).history.locks:
                self.helped_and_screened()
            self.page("QS", {"item": {f"A{n}": "no" for n in (1, 2, 3, 5, 6, 7)}})
        found, today = journey.plan(self.person, now=self.now, for_session=True)
        offered = [one.movement for one in today.offered]
        planned = (wanted,) if wanted else tuple(offered[:count])
        running = journey.open_session(self.person, now=self.now)
        id, t0 = uuid4(), Reading(chart(said.CHARTS["usual"]))
        begun = self.send(
            lambda: journey.start_session(self.person, planned, t0, now=self.now, client_id=id)
        )
        if running is not None:
            assert begun.id == running.id
        elif planned and set(planned) <= set(offered) and today.opens_at is None:
            assert begun.id == id
            assert found.movement_gate <= Gate.LIMITED or set(planned) <= EASE
            assert found.movement_gate < Gate.BLOCK
        else:
            assert begun is None
        self.session = begun.id if begun else self.session

    @rule(sets=SETS, ends=st.booleans())
    def a_session_on_a_good_day(self, sets: Sets, ends: bool) -> None:
        """As people do it: seen to, screened, and then what is offered, set after set."""
        self.helped_and_screened()
        self.sets(sets, ends)

    @rule(sets=SETS, ends=st.booleans())
    def another_session(self, sets: Sets, ends: bool) -> None:
        """However the day is."""
        self.now += timedelta(hours=5)
        self.sets(sets, ends)

    def sets(self, sets: Sets, ends: bool) -> None:
        """Started with what is offered, then set after set to its end."""
        self.start(True, 3, None)
        for at_once, upright in sets:
            for reading in (at_once, at_once, upright, upright):
                if self.session is not None:
                    self.go_on(reading, False)
                    self.a_session_that_is_over_stays_over()
                self.now += timedelta(minutes=2)
        if ends and self.session is not None:
            self.tell(False, kind="ended")

    @precondition(lambda self: self.session is not None)
    @rule(reading=said.readings, hold=st.sampled_from((False, False, False, True)))
    def go_on(self, reading: Reading, hold: bool) -> None:
        """What the page in front of the person sends."""
        assert self.session is not None
        state = journey.session_state(self.person, self.session, now=self.now).state
        kind, point = APT[state.step]
        self.tell(hold, kind=kind, point=point, reading=reading if point else None)

    @precondition(lambda self: self.session is not None)
    @rule(what=st.sampled_from(ODD), reading=said.readings, hold=st.booleans())
    def something_else_is_sent(
        self, what: tuple[str, str | None], reading: Reading, hold: bool
    ) -> None:
        """A page of another step, as from a second device."""
        self.tell(hold, kind=what[0], point=what[1], reading=reading if what[1] else None)

    @precondition(lambda self: self.session is not None)
    @rule(
        symptoms=st.sampled_from(((), ("dizzy",), ("chest",), ("swelling",), ("stop_asked",))),
        flags=st.sampled_from(((), (), ("A1",), ("B3",))),
    )
    def something_is_noticed(self, symptoms: Any, flags: tuple[str, ...]) -> None:
        """A symptom or a red flag, at any time."""
        self.tell(False, kind="symptoms", symptoms=symptoms, red_flags=flags)

    @precondition(lambda self: self.session is not None)
    @rule(movement=st.sampled_from(ANY))
    def another_movement(self, movement: str) -> None:
        """Swapped: only for one that is offered."""
        self.tell(False, kind="swapped", movement=movement)

    def tell(self, hold: bool, **what: Any) -> None:
        """One event, as it happens now; it may arrive later."""
        assert self.session is not None
        event, id, session = SessionEvent(at=self.now, **what), uuid4(), self.session
        person = self.person
        self.fill_in(
            lambda: journey.record(person, session, event, now=self.now, client_id=id), hold
        )

    @invariant()
    def a_session_that_is_over_stays_over(self) -> None:
        """No further movement in it, whatever arrives later and whatever the clock shows.

        Time that has run out counts from when that was first kept; a look alone keeps nothing.
        """
        if self.session is None:
            return
        (recorded,) = replay.recorded(self.person, client_id=self.session)
        state = recorded.at(self.now)
        summed_up = SessionSummary.objects.of(self.person).filter(session=recorded.id).exists()
        if summed_up or recorded.at(recorded.events[-1].at).step in OVER:
            assert state.step in OVER
            assert (state.movement, state.remaining) == (None, ())
            self.over[self.session] = max(state.done.verdict, self.over.get(self.session, 0))
            assert state.done.verdict == self.over[self.session]
