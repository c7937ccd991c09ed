"""Does the engine in the page stop when its tables cannot be trusted, and invent nothing itself?

Hazards: H-05 stale advice; H-14 the network lost in a session; H-02.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from spineward.clinical.facts import Mark, Reading, SessionEvent
from spineward.clinical.measured import item_level
from spineward.clinical.session import state
from spineward.clinical.signs import Signs
from spineward.clinical.spaces import response
from spineward.clinical.spaces.space import cases
from spineward.clinical.wire.reading import as_told, look_up
from spineward.clinical.wire.world import LIMITS, world
from spineward.clinical.wire.writing import version
from spineward.diary import convert
from tests.islands import engine
from tests.islands.engine import ROOT, Json, answers, node
from tests.proofs.test_response_wire import BROKEN, TEXT, TOLD, strange_in

SOURCES = {
    file.name: file.read_text("utf-8")
    for file in (ROOT / "islands" / "session-player" / "engine").glob("*.ts")
}
START = datetime(2026, 11, 20, 9, tzinfo=UTC)
CALM = Reading((Mark("buttock", "right", pain=3),))


# --- files and signs -------------------------------------------------------------------------


def faults() -> Iterator[tuple[str, str, Any]]:
    """Every file that is not whole, and every answer that no table knows."""
    yield from ((text, version(), TOLD) for text in BROKEN.values())
    yield TEXT, "000000000000", TOLD
    for name in {axis.name for space in response.SPACES for axis in space.axes}:
        for strange in (None, "", "certainly", True, 3, ["yes"]):
            told: Any = strange_in(name, strange)
            if told != TOLD:
                yield TEXT, version(), told
    odd: list[Any] = [{}, [], None, {"whole": TOLD["whole"]}]
    odd += [dict(TOLD, read=[]), dict(TOLD, read=["arm"]), dict(TOLD, parts=[])]
    odd += [dict(TOLD, parts=dict(TOLD["parts"], left={}))]
    yield from ((TEXT, version(), told) for told in odd)


def calls_for_help() -> Iterator[tuple[str, str, Any]]:
    """What calls for help, beside an answer that no table knows."""
    for one in cases(response.HELP):
        told = as_told(Signs(one.whole, one, one, one, ("left",)))
        yield TEXT, version(), dict(told, read=["arm"])


def test_what_is_amiss_stops_the_session_as_the_reference_does() -> None:
    """The same outcome to the letter, and the reason beside it."""
    amiss = list(faults())
    tried = [*amiss, *calls_for_help()]
    asked = [
        {"ask": "look up", "text": text, "rules": rules, "told": told}
        for text, rules, told in tried
    ]
    for at, (one, found) in enumerate(zip(tried, answers(asked), strict=True)):
        assert bool(found.pop("fault", "")) or at >= len(amiss), one
        assert found == engine.outcome(look_up(*one)), one
        assert found["verdict"] in ("STOP_SESSION", "STOP_AND_ESCALATE")
    assert len(tried) > 150


def event(minute: int, kind: Any, **more: Any) -> Json:
    """One event as it is stored."""
    return convert.event_facts(SessionEvent(START + timedelta(minutes=minute), kind, **more))


def session(*events: Json, **more: Any) -> Json:
    """A question about a session that began calmly."""
    begun = event(0, "started", reading=CALM)
    asked: Json = {"events": [begun, *events], "planned": ["M11", "M20"], "affected": ["right"]}
    now = engine.millis(START + timedelta(minutes=5))
    return {"ask": "session", "times": [[len(events) + 1, now]], "now": now} | asked | more


@pytest.mark.parametrize(
    "told",
    [
        (event(1, "set_done"), event(2, "reading", point="t1", reading=CALM)),
        (event(1, "symptoms", symptoms=("dizzy",)),),
        (event(1, "symptoms", red_flags=("A1",)),),
        (event(1, "reading", point="tdur", reading=CALM),),
        (event(1, "set_done"), event(2, "stopped")),
    ],
    ids=["answer", "dizzy", "red flag", "while moving", "stop"],
)
def test_a_session_whose_tables_cannot_be_read_ends_with_whatever_is_told_next(told: Any) -> None:
    """H-02, H-05: nothing goes on by a file that is stale or was changed."""
    for amiss in ({"rules": "000000000000"}, {"table": TEXT[:-40]}, {"table": BROKEN["no tables"]}):
        (found,) = answers([session(*told, ask="faulty session", world=amiss)])
        assert (found["step"], found["movement"]) == ("finished", None), amiss
        assert found["outcome"]["verdict"] == "STOP_SESSION"
        assert found["outcome"]["fault"]


# --- events that make no sense ---------------------------------------------------------------

ELSEWHERE = Reading((Mark("elbow", "right", pain=3),))
DOWN = Reading((Mark("calf_upper", "right", pain=5),))
STOPPED = (
    event(1, "set_done"),
    event(2, "reading", point="t1", reading=DOWN),
    event(12, "reading", point="at_10", reading=CALM),
    event(13, "continued"),
)
REFUSED = {
    "a zone that is not on the map": session(event(1, "reading", point="tdur", reading=ELSEWHERE)),
    "a swap to no movement": session(*STOPPED, event(14, "swapped", movement="M99")),
    "a time without offset": session({"at": "2026-11-20T09:01:00", "kind": "set_done"}),
    "no start": session(events=[event(0, "set_done")]),
    "a start without reading": session(events=[event(0, "started")]),
    "nothing": session(events=[], times=[[0, 0]]),
}


@pytest.mark.parametrize("asked", REFUSED.values(), ids=REFUSED)
def test_events_that_our_engine_refuses_are_refused_in_the_page(asked: Json) -> None:
    """Neither makes something up."""
    events = [convert.session_event(json.dumps(one)) for one in asked["events"]]
    with pytest.raises((ValueError, KeyError, TypeError)):
        state(events, tuple(asked["planned"]), tuple(asked["affected"]), START)
    (found,) = answers([asked])
    assert "RangeError" in found["refused"]


def test_a_red_flag_that_the_page_does_not_know_counts_as_the_worst() -> None:
    """Never milder: ours knows only A and B items, and refuses the rest."""
    with pytest.raises(ValueError, match="C5"):
        item_level("C5")
    (found,) = answers([session(event(1, "symptoms", red_flags=("C5",)))])
    assert found[0]["outcome"]["verdict"] == "STOP_AND_ESCALATE"
    assert found[0]["outcome"]["level"] == "EMERGENCY"


# --- no rule, no number ----------------------------------------------------------------------


def test_the_page_is_given_exactly_the_limits_that_its_engine_asks_for() -> None:
    asked = re.findall(
        r"\b(?:limit|minutes)\(\s*[\w.]+,\s*'([a-z0-9_.]+)'", "\n".join(SOURCES.values())
    )
    assert set(asked) == set(LIMITS) == set(world()["limits"])


def test_the_engine_in_the_page_reads_all_it_is_given() -> None:
    for name in world():
        told = name in ("rules", "table") and f" {name}" in SOURCES["world.ts"]
        assert told or any(f"world.{name}" in text for text in SOURCES.values()), name


def test_the_engine_in_the_page_holds_no_number_of_its_own() -> None:
    """But the places of a set's readings, the digits of a hash, and a minute."""
    own = {"set-case.ts": {"4"}, "wire.ts": {"2", "16"}, "world.ts": {"60_000"}}
    for file, text in SOURCES.items():
        code = re.sub(r"//.*|/\*[\s\S]*?\*/|'[^']*'|`[^`]*`|/T.*\$/", "", text)
        numbers = set(re.findall(r"(?<![\w.$])\d[\d_]*", code)) - {"0", "1"}
        assert numbers == own.get(file, set()), file


def test_the_engine_in_the_page_keeps_what_its_own_cases_say() -> None:
    """A few sessions to read, by the test runner of Node."""
    told = node("tests/islands/engine.test.ts", given=json.dumps(world()))
    assert re.search(r"pass [1-9]", told), told
