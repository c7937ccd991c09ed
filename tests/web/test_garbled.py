"""Does any form break when what it is sent is no answer at all? Never a fault, never a lock."""

from typing import Any

import pytest

from spineward.diary import journey
from tests.cast import owner
from tests.web.walk import SCREEN, Walker

GARBAGE = (
    "",
    " ",
    "\x00",
    "9" * 500,
    "-1",
    "1e9",
    "NaN",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "snow \N{SNOWMAN} \N{PILE OF POO}",
    "../../etc/passwd",
    "none",
)
CHECK_IN = [*SCREEN, "QS", "about", "chart", "chart/?place=calf_upper-right", "now", "now_severe"]
CHECK_IN += ["day", "patterns", "patterns_2", "strength", "weekly", "changes"]
CHECK_IN += ["item.A1", "item.A4", "item.A8", "item.B2", "item.C8", "clarify.A1", "clarify.A4"]
CHECK_IN += ["health.blood", "health.procedure", "health.pregnant", "health.CL3", "health.heart"]
OTHERS = ["/care/medicines/", "/settings/number/", "/settings/forget/", "/diary/note/", "/session/"]
FORMS = [f"/check-in/{at}" if "?" in at else f"/check-in/{at}/" for at in CHECK_IN] + OTHERS


def send_garbage(walk: Walker, path: str) -> None:
    """Each kind of garbage in every control that the page offers, and in some that it does not."""
    walk.open(path)
    names = {*walk.controls.named, "answer", "tick", "movement", "new", "client_id"}
    for rubbish in GARBAGE:
        walk.send(path, **dict.fromkeys(names, rubbish))
        assert walk.status in (200, 400, 404), (path, rubbish)
        assert "Traceback" not in walk.text
        assert "<script>alert" not in walk.text


@pytest.mark.parametrize("path", FORMS)
def test_garbage_in_a_form_is_refused_and_locks_nothing(walk: Walker, path: str) -> None:
    walk.was_checked_in()
    send_garbage(walk, path)
    assert journey.situation(owner(), now=walk.clock.at).history.locks == ()


@pytest.mark.parametrize(
    "at",
    [
        "",
        "felt/",
        "new/?new=back&new=tingling&new=weakness&new=toilet&new=other_leg&new=cannot_tell",
        "strength/?new=weakness&weakness=not_sure",
        "changed/",
        "go-on/",
        "swap/",
        "note/",
    ],
)
def test_garbage_in_a_session_is_refused_and_ends_nothing(walk: Walker, at: str) -> None:
    walk.was_checked_in()
    here = walk.begin_session()
    walk.done()
    before = walk.text
    names = ("answer", "lowest_right", "pain_right", "new", "weakness", "tingling_where", "A1")
    for rubbish in GARBAGE:
        answers: dict[str, Any] = dict.fromkeys(names, rubbish)
        walk.send(here + at, **answers)
        assert walk.status in (200, 400, 404, 405), (at, rubbish)
        assert "Traceback" not in walk.text
    opened = journey.open_session(owner(), now=walk.clock.at)
    assert opened is not None
    assert opened.state.step == "after_set"
    assert walk.open(here)[:500] == before[:500]


@pytest.mark.parametrize("query", ["kind=\x00", "place=\x00-\x00", "ask=A99", "ask=", "page=\x00"])
def test_garbage_in_an_address_breaks_nothing(walk: Walker, query: str) -> None:
    walk.was_checked_in()
    for path in ("/check-in/", "/check-in/Q1/", "/check-in/chart/", "/diary/", "/plan/", "/"):
        walk.open(f"{path}?{query}")
        assert walk.status == 200, path


def test_a_form_far_too_large_is_refused(walk: Walker) -> None:
    walk.send("/diary/note/", note="x" * 300_000)
    assert walk.status in (400, 413)
    assert "Traceback" not in walk.text
