"""Does the engine in the page say what the engine says, in every session that could happen?

A page that is offline follows a session by itself (decision 0023). Every row of every table, whole
sets with charts, whole sessions event by event, and the short answers.
Node is asked once in each test.

Hazards: H-01 H-02 H-04 H-05 H-06 H-11 H-14.
"""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import pytest

from spineward.clinical import open_set
from spineward.clinical.facts import Reading, SessionEvent, SetContext, SetReadings
from spineward.clinical.facts.answers import Leg
from spineward.clinical.measured import signs
from spineward.clinical.response import AfterSet, reading_after
from spineward.clinical.session import state
from spineward.clinical.set_verdict import read_set
from spineward.clinical.spaces import response
from spineward.clinical.spaces.space import cases
from spineward.clinical.wire.reading import as_told
from spineward.diary import convert
from tests.islands import engine
from tests.islands.anything import Chance, follows, start
from tests.islands.engine import Json, answers

SETS, SESSIONS, SHORT_ANSWERS = 20_000, 3_000, 8_000


def test_every_row_of_every_table_is_looked_up_as_it_is_decided() -> None:
    """All of them, not a sample."""
    asked = [
        {
            "ask": "rows",
            "name": space.id.removeprefix("response."),
            "axes": [[axis.name, list(axis.labels)] for axis in space.axes],
        }
        for space in response.SPACES
    ]
    count = 0
    for space, found in zip(response.SPACES, answers(asked), strict=True):
        for one, answer in zip(cases(space), found, strict=True):
            assert answer == _decided(space, one, answer), (space.id, one)
            count += 1
    assert count == 18_387


def _decided(space: Any, one: Any, answer: Any) -> Any:
    """What the engine decides. The flow is a word; what it means is compared in whole sets."""
    if space is response.FLOW:
        assert answer in ("stands", "ends", "change") or answer["label"] == "NOT_ASSESSED"
        return answer
    decided = space.decides(one)
    if decided is None:
        return None
    found = engine.outcome(decided)
    return found | {"label": "NOT_ASSESSED", "row": 0} if space is response.STOPS else found


# --- whole sets ------------------------------------------------------------------------------


def _set(readings: SetReadings, context: SetContext) -> Json:
    points = ("t0", "tdur", "t1", "t2", "at_10", "at_30")
    given = {name: getattr(readings, name) for name in points}
    around = {name: getattr(context, name) for name in SetContext.__dataclass_fields__}
    around["session_t0"] = [engine.mark(one) for one in context.session_t0 or ()]
    return {
        "ask": "set",
        "readings": {name: engine.reading(one) for name, one in given.items() if one},
        "context": around,
    }


def test_whole_sets_show_the_same_signs_and_come_to_the_same() -> None:
    """Whatever is felt wherever, and whatever the session around it says."""
    chance = Chance(23)
    sets = [chance.set() for _ in range(SETS)]
    rows = set()
    for one, found in zip(sets, answers(_set(*one) for one in sets), strict=True):
        assert "refused" not in found, (found, one)
        told, outcome = found
        expected = read_set(*one)
        assert told == as_told(signs(*one)), one
        assert outcome == engine.outcome(expected), one
        rows.add(expected.row)
    assert rows == set(range(13)), "every row decides some set"


# --- whole sessions --------------------------------------------------------------------------


@pytest.fixture
def sets_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same set is read once: a session is replayed from its start after every event."""
    monkeypatch.setattr(open_set, "read_set", lru_cache(maxsize=200)(read_set))


Session = tuple[list[SessionEvent], tuple[str, ...], tuple[Leg, ...], list[tuple[int, datetime]]]


def _session(chance: Chance) -> tuple[Session, list[Json]]:
    """One session with the times it is looked at, and its state at each of them."""
    first, planned, affected = start(chance)
    events, times = [first], [(1, first.at)]
    now = state(events, planned, affected, first.at)
    states = [engine.state(now)]
    for _ in range(chance.random.randint(6, 16)):
        events.append(follows(chance, now.step, now.last.chart, events[-1].at))
        now = state(events, planned, affected, events[-1].at)
        times.append((len(events), events[-1].at))
        states.append(engine.state(now))
        if now.step == "finished" and chance.now_and_then(0.5):
            break
    for wait in (chance.random.choice((2, 10, 29, 31)), 61):
        later = events[-1].at + timedelta(minutes=wait)
        times.append((len(events), later))
        states.append(engine.state(state(events, planned, affected, later)))
    return (events, planned, affected, times), states


def _asked(one: Session) -> Json:
    events, planned, affected, times = one
    return {
        "ask": "session",
        "events": [convert.event_facts(event) for event in events],
        "planned": planned,
        "affected": affected,
        "times": [(count, engine.millis(now)) for count, now in times],
    }


@pytest.mark.usefixtures("sets_read_once")
def test_whole_sessions_are_in_the_same_state_after_every_event() -> None:
    """H-14: readings, symptoms, red flags, stops, swaps, late and missing answers, odd clocks."""
    chance = Chance(7)
    told = [_session(chance) for _ in range(SESSIONS)]
    found = answers(_asked(one) for one, _ in told)
    steps: dict[str, int] = {}
    for (one, expected), states in zip(told, found, strict=True):
        assert "refused" not in states, (states, one)
        for at, now, known in zip(one[3], states, expected, strict=True):
            assert now == known, (at, one)
            steps[known["step"]] = steps.get(known["step"], 0) + 1
    assert sum(steps.values()) > 7 * SESSIONS
    assert len(steps) == 7
    assert min(steps.values()) > 300, f"each step is met often: {steps}"


# --- the short answers -----------------------------------------------------------------------


def _plain(short: AfterSet) -> Json:
    names = ("lowest", "leg_pain", "back_pain", "sharp_shooting", "weakness", "not_sure")
    felt = [{name: getattr(one, name) for name in one.__slots__} for one in short.felt]
    return {name: getattr(short, name) for name in names} | {"felt": felt}


def _after(t0: Reading, short: AfterSet) -> Reading | None:
    try:
        return reading_after(t0, short)
    except ValueError:
        return None


def test_short_answers_become_the_same_reading_and_the_same_ones_are_refused() -> None:
    """Thousands of them, on charts of every kind."""
    chance = Chance(4)
    charts = [chance.chart(5) for _ in range(SHORT_ANSWERS)]
    told = [(chance.reading(chart), chance.answers(chart)) for chart in charts]
    asked = [
        {"ask": "after", "t0": engine.reading(t0), "answers": _plain(short)} for t0, short in told
    ]
    refused = 0
    for one, found in zip(told, answers(asked), strict=True):
        expected = _after(*one)
        if expected is None:
            assert "RangeError" in found["refused"], one
            refused += 1
        else:
            assert found == engine.reading(expected), one
    assert 300 < refused < SHORT_ANSWERS / 2
