"""Does any order of events lead from a stop back to movement in the same session?

Every order is tried: breadth first, from the start of a session through every event that a page can
send, until no state is new. States are told apart by all that `session.py` reads from there on, so
two that are alike go on alike; the search ends by itself, and what holds for every step taken holds
for sequences of any length. One reading stands for each class of verdict that the session tells
apart (go on, half range, movement stopped, session stopped, help called), since it reads no more.
Time passes in quarter hours and by the hour, on both sides of every wait.

Hazards: H-02 movement after symptoms went down; H-03; H-06 a stop that is lost; H-11.
"""

from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from spineward.clinical import session
from spineward.clinical.facts import Reading, SessionEvent, SetContext, SetOutcome, SetVerdict
from spineward.clinical.open_set import OpenSet
from spineward.clinical.session import OVER
from tests.cases.build import chart
from tests.proofs.counted import Count

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SAME, FURTHER = Reading(chart("r6:4")), Reading(chart("r7:4"))
STRONGER, NUMB = Reading(chart("r6:6")), Reading(chart("r6:4 nb6:1"))
BACK = Reading(chart("r6:4 back:4"))
READINGS: tuple[tuple[Any, Reading], ...] = (
    ("t0", SAME),
    ("tdur", STRONGER),
    *(("t1", reading) for reading in (SAME, FURTHER, NUMB, BACK)),
    ("t2", SAME),
    ("t2", STRONGER),
    *(("at_10", reading) for reading in (SAME, FURTHER)),
    *(("at_30", reading) for reading in (SAME, NUMB)),
)
EVENTS: tuple[dict[str, Any], ...] = (
    *({"kind": "reading", "point": point, "reading": reading} for point, reading in READINGS),
    {"kind": "symptoms"},
    {"kind": "symptoms", "symptoms": ("dizzy",)},
    {"kind": "symptoms", "red_flags": ("A1",)},
    *({"kind": kind} for kind in ("set_done", "continued", "skipped", "stopped", "ended")),
    *({"kind": "swapped", "movement": movement} for movement in ("M11", "M33")),
)
WAITS = (timedelta(minutes=15), timedelta(minutes=60))
ANSWER, PAUSE = timedelta(minutes=30), timedelta(minutes=60)
SHOWN = ("movement", "after_set", "upright")
"""Steps in which a movement is asked for, or was just done."""

Replay = session._Replay
Key = tuple[Any, ...]


@pytest.fixture
def each_set_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The search meets the same set many times; its outcome is kept (read_set is pure)."""
    known: dict[Key, SetOutcome] = {}
    really = OpenSet._read

    def read(self: OpenSet, context: SetContext) -> SetOutcome:
        given = tuple(id(self.given.get(point)) for point in ("tdur", "t1", "t2", "at_10", "at_30"))
        overdue = context.minutes_since >= ANSWER / timedelta(minutes=1)
        stops = (context.stops_before, context.row5_before, overdue)
        key = (id(self.t0), given, context.symptoms, context.red_flags, stops)
        if key not in known:
            known[key] = really(self, context)
        return known[key]

    monkeypatch.setattr(OpenSet, "_read", read)


def copied(replay: Any) -> Any:
    """A session that can go on without changing the one it was copied from."""
    twin, own = object.__new__(Replay), object.__new__(OpenSet)
    twin.__dict__.update(replay.__dict__)
    own.__dict__.update(replay.set.__dict__)
    own.given, own.given_at = dict(own.given), dict(own.given_at)
    twin.set = own
    return twin


def since(then: datetime | None, now: datetime) -> timedelta | None:
    """How long ago, up to half an hour: no rule tells longer ago apart."""
    return None if then is None else min(now - then, ANSWER)


def stopped_movements(replay: Any) -> frozenset[str]:
    """The movements whose family is off in this session."""
    stop = SetVerdict.STOP_MOVEMENT
    return frozenset(done.movement for done in replay.past if done.verdict == stop)


def key(replay: Any, now: datetime) -> Key:
    """All that the session reads from here on; what only its diary keeps is left out."""
    own, step = replay.set, replay.step
    over = step in OVER
    before = [one for one in own.past if one.row in (5, 6, 7) and one.verdict >= 3]
    return (
        step,
        bool(own.movement) if over else own.movement,
        () if over else (replay.queue, replay.halved, stopped_movements(replay)),
        id(own.t0),
        min(len(before), 1),
        any(one.row == 5 for one in before),
        tuple(sorted([(point, id(reading)) for point, reading in own.given.items()])),
        since(own.over, now),
        own.late,
        frozenset(own.symptoms),
        own.red_flags,
        replay.outcome and replay.outcome.verdict,
        step == "upright" and since(own.given_at["t1"], now),
        step == "settle" and since(replay.decided_at, now),
        step in ("movement", "verdict") and now - replay.seen >= PAUSE,
    )


def steps(planned: tuple[str, ...], left_out: Reading) -> Iterator[tuple[Any, Any, str]]:
    """Every step from every state there is: the session before, after, and the event between."""
    events = [event for event in EVENTS if event.get("reading") is not left_out]
    first = Replay(SessionEvent(START, "started", reading=SAME), planned, ("right",))
    met, waiting = {key(first, START)}, deque([(first, START)])
    while waiting:
        replay, now = waiting.popleft()
        before = copied(replay)
        before._expire(now)
        onward = [(replay, now + wait) for wait in WAITS]
        for event in events:
            after = copied(replay)
            after.take(SessionEvent(now, **event))
            yield before, after, event["kind"]
            onward.append((after, now))
        for state, then in onward:
            place = key(state, then)
            if place not in met:
                met.add(place)
                waiting.append((state, then))
    yield None, len(met), ""


@pytest.mark.parametrize(
    ("planned", "left_out"),
    [(("M10", "M10", "M20"), BACK), (("M10",), STRONGER)],
    ids=["two families", "a set repeated at half the range"],
)
def test_no_order_of_events_leads_from_a_stop_back_to_movement(
    planned: tuple[str, ...], left_out: Reading, each_set_read_once: None, count_cases: Count
) -> None:
    """H-02: over stays over; and a stopped movement's family stays off until the session's end.

    Half the range only puts the same movement first once more, so it is searched by itself.
    """
    taken, seen_steps, states = 0, set(), 0
    for before, after, kind in steps(planned, left_out):
        if before is None:
            states = after
            break
        taken += 1
        seen_steps.add(after.step)
        verdict = SetVerdict.CONTINUE if after.outcome is None else after.outcome.verdict
        if before.step in OVER:
            assert after.step in OVER, kind
            assert before.outcome is None or verdict >= before.outcome.verdict, kind
        assert verdict < SetVerdict.STOP_SESSION or after.step in OVER, kind
        assert (before.step, after.step) != ("verdict", "settle"), "what `key` leaves out is read"
        if after.step in SHOWN:
            stopped = stopped_movements(after)
            assert not any(session._same_family(after.set.movement, one) for one in stopped), kind
    assert seen_steps == {*SHOWN, *OVER, "settle", "verdict"}
    assert states > 1000
    count_cases(taken, f"steps between {states:,} states of a session")
