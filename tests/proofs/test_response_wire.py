"""Does a page look up what the engine says, in every case? And does it stop when it cannot?

Hazards: H-05 stale advice; H-14 the network lost in a session; H-02.
"""

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from spineward.clinical.catalogue import limits
from spineward.clinical.facts import SetOutcome, SetVerdict
from spineward.clinical.set_verdict import decide, worse
from spineward.clinical.signs import PartSigns, SetSigns, Signs
from spineward.clinical.spaces import response
from spineward.clinical.spaces.space import Space, cases
from spineward.clinical.wire import FILE, FORM, writing
from spineward.clinical.wire.reading import (
    STOPPED,
    Response,
    WireError,
    as_told,
    decode,
    look_up,
    outcome_from,
)
from spineward.clinical.wire.writing import encoded, version
from tests.proofs.counted import Count
from tests.proofs.response_cases import labelled, no_milder, strict

TEXT = FILE.read_text("utf-8")
WHOLE = SetSigns()
PART = PartSigns(WHOLE)
CALM = Signs(WHOLE, PART, PART, PART, ("left",))
TOLD = as_told(CALM)


def known() -> Response:
    """The committed file."""
    return decode(TEXT, version())


def test_the_file_is_the_one_that_todays_rules_write() -> None:
    assert encoded() == TEXT, "write it anew with: spineward rules tables response"


@pytest.mark.parametrize("space", response.SPACES, ids=lambda space: space.id)
def test_every_row_of_every_table_is_read_back_as_it_is_decided(
    space: Space, count_cases: Count
) -> None:
    """All of them, not a sample."""
    table, read = space.id.removeprefix("response."), known()
    assert space.decides is not None
    for told, one in labelled(space):
        decided: Any = space.decides(one)
        found = read.at(table, told)
        if space is response.FLOW:
            assert _follows(found, one) == decided, told
        elif space is response.STOPS:
            assert (found and outcome_from(found, one.rows)) == decided, told
        else:
            assert (found and outcome_from(found)) == decided, told
    count_cases(space.size, f"rows of {space.id} read back from the file")


def _follows(found: Any, shown: Signs) -> SetOutcome:
    """What the word of the flow means for this set, by its other tables."""
    whole = as_told(shown)
    rows = known().rows(whole)
    assert found in ("stands", "ends", "change") or isinstance(found, dict)
    return rows


def test_a_page_with_the_file_says_what_the_engine_says() -> None:
    assert look_up(TEXT, version(), TOLD) == decide(CALM)
    assert decide(CALM).verdict == SetVerdict.CONTINUE_CAUTION


# --- what stops the session ------------------------------------------------------------------


def changed(**head: Any) -> str:
    """The file with other words at its head."""
    return json.dumps(json.loads(TEXT) | head)


def rewritten(change: Callable[[dict[str, Any]], Any]) -> str:
    """The file with another body and the right hash for it."""
    body = json.loads(json.loads(TEXT)["body"])
    change(body)
    packed = json.dumps(body)
    return changed(body=packed, sha256=sha256(packed.encode()).hexdigest())


BROKEN = {
    "no file": "",
    "not JSON": TEXT[:-40],
    "another format": changed(format="spineward response 2"),
    "another hash": changed(sha256="0" * 64),
    "a changed body": changed(body=json.loads(TEXT)["body"].replace("STOP_SESSION", "CONTINUE")),
    "no body": changed(body=None),
    "a list": "[]",
    "no tables": rewritten(lambda body: body.pop("tables")),
    "no part table": rewritten(lambda body: body["tables"].pop("part")),
    "an unknown verdict": rewritten(
        lambda body: [one.update(verdict="GO") for one in body["outcomes"] if isinstance(one, dict)]
    ),
    "a word it does not know": rewritten(
        lambda body: body.update(
            outcomes=["on" if one == "change" else one for one in body["outcomes"]]
        )
    ),
    "too few cases": rewritten(lambda body: body["tables"]["part"].update(runs=[1, 0])),
    "a place without outcome": rewritten(
        lambda body: body["tables"]["change"].update(runs=[24, 9999])
    ),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_not_whole_stops_the_session(text: str) -> None:
    assert look_up(text, version(), TOLD) == STOPPED
    assert STOPPED.verdict == SetVerdict.STOP_SESSION


def test_a_file_of_other_rules_stops_the_session() -> None:
    """A page that was left open over an update, or a cache that kept the old file."""
    assert look_up(TEXT, "000000000000", TOLD) == STOPPED
    with pytest.raises(WireError, match="stale"):
        decode(TEXT, "000000000000")


def test_an_answer_that_no_table_knows_stops_the_session(count_cases: Count) -> None:
    """Every sign in turn, missing or with a value that is none of its own."""
    count = 0
    for space in response.SPACES:
        for axis in space.axes:
            for strange in (None, "", "certainly", True, 3, ["yes"]):
                told = strange_in(axis.name, strange)
                if told != TOLD:
                    assert look_up(TEXT, version(), told) == STOPPED, (axis.name, strange)
                    count += 1
    strangest: tuple[Any, ...] = (
        {},
        {"whole": TOLD["whole"]},
        dict(TOLD, read=[]),
        dict(TOLD, read=["arm"]),
        dict(TOLD, parts=[]),
        None,
        [],
    )
    for odd in strangest:
        assert look_up(TEXT, version(), odd) == STOPPED
        count += 1
    count_cases(count, "answers that no table knows")


def test_a_sign_that_is_not_looked_up_is_checked_all_the_same() -> None:
    """More tingling decides alone, but a strange answer beside it stops the session."""
    worse_now = PART._replace(tingles="more")
    told = as_told(Signs(WHOLE, worse_now, PART, PART, ("left",)))
    assert look_up(TEXT, version(), told).verdict == SetVerdict.STOP_MOVEMENT

    for name in ("less", "nearer_t1", "nearer_t2", "back_up"):
        parts = told["parts"] | {"right": told["parts"]["right"] | {name: "perhaps"}}
        assert look_up(TEXT, version(), dict(told, parts=parts)) == STOPPED


def test_an_answer_that_no_table_knows_drops_no_call_for_help(count_cases: Count) -> None:
    """Whatever rows 1-4 call for stands beside the sign that is not known."""
    count, read = 0, known()
    for one in cases(response.HELP):
        shown = Signs(one.whole, one, one, one, ("left",))
        told, engine = as_told(shown), worse(one)
        strange = dict(told, read=["arm"])
        assert strictest(look_up(TEXT, version(), strange), engine)
        count += 1
    for one in cases(response.PART):
        if one.numb != "still" and one.second != "beyond":
            continue
        told = as_told(Signs(one.whole, one, PART, PART, ("left",)))
        parts = told["parts"] | {"back": {"reach": "perhaps"}}
        assert strictest(read.stopped(dict(told, parts=parts)), worse(one))
        count += 1
    count_cases(count, "calls for help beside a sign that is not known")


def strictest(found: SetOutcome, known: SetOutcome | None) -> bool:
    """At least as strict as what the engine says without the strange sign."""
    return no_milder(strict(found), strict(known))


def strange_in(name: str, value: Any) -> dict[str, Any]:
    """The calm set with one sign changed to something strange, wherever it stands."""

    def other(signs: dict[str, str]) -> dict[str, Any]:
        if name not in signs:
            return dict(signs)
        return {key: value if key == name else said for key, said in signs.items()}

    parts = {part: other(signs) for part, signs in TOLD["parts"].items()}
    return {"whole": other(TOLD["whole"]), "parts": parts, "read": TOLD["read"]}


def test_the_version_changes_with_a_number_and_with_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """So a page knows by the version alone that what it carries is stale."""
    before = version()
    monkeypatch.setattr(writing, "fingerprint", lambda _: "otherwise")
    assert version.__wrapped__() != before
    monkeypatch.undo()
    moved = dict(limits()) | {"set.leg_down": replace(limits()["set.leg_down"], value=3)}
    monkeypatch.setattr(writing, "limits", lambda: moved)
    assert version.__wrapped__() != before


def test_the_file_is_small_enough_to_travel_with_every_page() -> None:
    """The session page has 130 KB; this takes less than 2.5 of them when compressed."""
    assert FORM in TEXT
    assert len(TEXT.encode()) < 25_000
    assert len(gzip.compress(TEXT.encode(), 9)) < 2_500
