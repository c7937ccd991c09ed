"""Does a page with the file say of each kind of set what the engine says, and stop as it must?

Each test stands for a small change of the engine that no other test noticed.
"""

import json
from hashlib import sha256
from typing import Any

import pytest

from spineward.clinical import wire
from spineward.clinical.facts import Gate, SetOutcome, SetVerdict
from spineward.clinical.set_verdict import decide
from spineward.clinical.signs import PartSigns, SetSigns
from spineward.clinical.wire import FILE
from spineward.clinical.wire.reading import STOPPED, WireError, as_told, decode, look_up
from tests.rules.test_edges_of_signs import NONE, seen, unsure


def text() -> str:
    """The committed file, read here and now, not when the program was loaded."""
    return FILE.read_text("utf-8")


def rules() -> str:
    """The rules that it was written by; that they are today's is a proof of its own."""
    return str(json.loads(text())["version"])


def test_the_file_lies_where_pages_and_the_command_look_for_it() -> None:
    assert FILE.is_file()
    assert FILE.parts[-3:] == ("content", "tables", "response.json")
    assert wire.FORM == "spineward response 1"
    assert json.loads(text())["format"] == wire.FORM


SETS: dict[str, dict[str, Any]] = {
    "nothing new": {"t0": "r5:3"},
    "nothing at all": {"t0": ""},
    "nearer": {"t0": "r6:3", "t1": "r5:3"},
    "nearer for a moment": {"t0": "r6:3", "t1": "r5:3", "t2": "r6:3"},
    "less": {"t0": "r5:6", "t1": "r5:3"},
    "further": {"t0": "r5:3", "t1": "r6:3"},
    "further and settled": {"t0": "r5:3", "t1": "r6:3", "at_10": "r5:3"},
    "further and not settled": {"t0": "r5:3", "t1": "r6:3", "at_10": "r6:3"},
    "further for the second time": {"t0": "r5:3", "t1": "r6:3", "row5_before": 1},
    "more tingling": {"t0": "r5:3 tg6:1", "t1": "r5:3 tg6:2"},
    "stronger": {"t0": "r5:3", "t1": "r5:6"},
    "more numbness": {"t0": "r5:3", "t1": "r5:3 nb6:1"},
    "still numb": {"t0": "r5:3", "t1": "r5:3 nb6:1", "at_30": "r5:3 nb6:1"},
    "a doubt about numbness": {"t0": "r5:3", "t1": unsure("r5:3", "numbness")},
    "the other leg": {"t0": "r5:3", "t1": "r5:3 left/r6:1"},
    "the back": {"t0": "r5:3 back:1", "t1": "r5:3 back:6"},
    "an alarm": {"t0": "r5:3", "red_flags": ("A1",)},
    "an alarm beside a row": {"t0": "r5:3", "t1": "r6:3 left/r6:1", "red_flags": ("A1",)},
    "the second stop": {"t0": "r5:3", "t1": "r6:3", "stops_before": 1},
    "the second stop, by tingling": {
        "t0": "r5:3 tg6:1",
        "t1": "r5:3 tg6:2",
        "stops_before": 1,
    },
    "the second stop, by strength": {"t0": "r5:3", "t1": "r5:6", "stops_before": 1},
    "a mild ache after a stop": {"t0": "", "t1": "back:2", "stops_before": 1},
    "numb after a stop": {"t0": "r5:3", "t1": "r5:3 nb6:1", "stops_before": 1},
    "the second stop, and no row": {"t0": "r5:3", "stops_before": 1},
    "very strong": {"t0": "r5:7", "t1": "r5:8"},
    "dizzy": {"t0": "r5:3", "symptoms": ("dizzy",)},
    "chest": {"t0": "r5:3", "symptoms": ("chest",)},
    "swelling": {"t0": "r5:3", "symptoms": ("swelling",)},
    "asked to stop": {"t0": "r5:3", "symptoms": ("stop_asked",), "t1": NONE, "t2": NONE},
    "no answer": {"t0": "r5:3", "t1": NONE, "t2": NONE},
    "no answer in time": {"t0": "r5:3", "t1": NONE, "t2": NONE, "minutes_since": 30},
    "further, then no answer": {
        "t0": "r5:3",
        "tdur": "r6:3",
        "t1": NONE,
        "t2": NONE,
        "minutes_since": 30,
    },
    "numb, then no answer": {
        "t0": "r5:3",
        "tdur": "r5:3 nb6:1",
        "t1": NONE,
        "t2": NONE,
        "minutes_since": 30,
    },
}


@pytest.mark.parametrize("given", SETS.values(), ids=SETS)
def test_a_page_says_of_each_kind_of_set_what_the_engine_says(given: dict[str, Any]) -> None:
    shown = seen(**given)
    known = decode(text(), rules())
    assert known.outcome(as_told(shown)) == decide(shown)


def test_a_page_is_told_the_signs_of_each_part_and_those_of_the_whole_once() -> None:
    """Names and labels only."""
    told: Any = as_told(seen("r5:3"))
    assert set(told) == {"whole", "parts", "read"}
    assert set(told["parts"]["left"]) == {*PartSigns._fields} - {"whole"}
    assert set(told["whole"]) == {*SetSigns._fields}


def test_what_cannot_be_looked_up_stops_the_session_and_leaves_easing() -> None:
    """2.4: nobody knows how it was, so it counts as not assessed."""
    stop = SetOutcome("NOT_ASSESSED", SetVerdict.STOP_SESSION, 0, (), gate=Gate.EASE_ONLY)
    assert stop == STOPPED
    assert look_up("", rules(), as_told(seen("r5:3"))) == stop


def test_a_sign_that_no_table_knows_stops_and_still_calls_for_help() -> None:
    """In whichever part the other signs stand."""
    told: Any = as_told(seen("r5:3", red_flags=("A1",)))
    strange = told | {"whole": told["whole"] | {"dizzy": "a little"}}
    found = look_up(text(), rules(), strange)
    assert (found.verdict, found.fired) == (SetVerdict.STOP_AND_ESCALATE, ("row 1",))
    other: Any = as_told(seen("r5:3", "r5:3 left/r6:1"))
    strange = other | {"whole": other["whole"] | {"dizzy": "a little"}}
    found = look_up(text(), rules(), strange)
    assert (found.verdict, found.fired) == (SetVerdict.STOP_AND_ESCALATE, ("A5", "row 3"))
    for t1 in ("r6:3", "r5:3 nb6:1"):
        calm: Any = as_told(seen("r5:3", t1))
        strange = calm | {"whole": calm["whole"] | {"dizzy": "a little"}}
        assert look_up(text(), rules(), strange) == STOPPED


def rewritten(**head: Any) -> str:
    """The file with other words at its head, and the hash of its body."""
    changed = json.loads(text()) | head
    digest = sha256(changed["body"].encode()).hexdigest()
    return json.dumps(changed | {"sha256": head.get("sha256", digest)})


def test_a_file_that_cannot_be_used_says_why() -> None:
    """For whoever looks into it; a page stops, whatever it is."""
    body = json.loads(json.loads(text())["body"])
    body["tables"]["back"]["runs"].append(1)
    for file, why in (
        (rewritten(format="another"), r"^format: 'another' is not known$"),
        (rewritten(sha256="0"), r"^sha256: the body is not the one that was written$"),
        (rewritten(body=json.dumps(body)), "zip"),
    ):
        with pytest.raises(WireError, match=why):
            decode(file, rules())


def test_a_table_says_which_sign_it_does_not_know() -> None:
    known = decode(text(), rules())
    for strange in ({"back_up": "a little"}, {}):
        with pytest.raises(WireError, match=r"^back_up: .* is not known$"):
            known.at("back", strange)
