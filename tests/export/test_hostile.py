"""Is an archive that somebody made by hand refused before it can hide, fill or break anything?

Hazards: H-05, H-12.
"""

import json
import resource
from collections.abc import Callable
from typing import Any

import pytest

from spineward.export.take_in import take_in
from tests.cast import owner
from tests.export.test_garbled import files, line_of, put, replays, signed
from tests.export.weeks import read

LAST = 2**53
OLD, LATE = "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"
MEGABYTE = 1024


def fact(**values: Any) -> Callable[[dict[str, Any]], None]:
    """Give these facts another value."""
    return lambda line: line["facts"].update(values)


def set_at(line: dict[str, Any]) -> None:
    """Let a set be at a number."""
    line["facts"]["sets"][0]["at"] = 2**40


def other_session(line: dict[str, Any]) -> None:
    """Replace what stands before it, in the name of another session."""
    line.update(supersedes=1, session=2)


def unread(line: dict[str, Any]) -> None:
    """Let it tell of no reading."""
    line["facts"]["reading"] = None


@pytest.mark.parametrize(
    ("name", "number", "change", "told"),
    [
        ("notes", 1, put(id=LAST), "id: input should be less than"),
        ("check_ins", 1, put(last_answer=LAST), "last_answer: input should be less than"),
        ("check_ins", 1, put(last_answer=-1), "last_answer: input should be greater than"),
        ("answers", 2, put(recorded_at=OLD), "is not from 1970 to 2199"),
        ("answers", 2, put(recorded_at=LATE), "is not from 1970 to 2199"),
        ("person", 1, put(created_at=OLD), "is not from 1970 to 2199"),
        ("decisions", 2, put(basis={"shoes": 1}), "'shoes' is no file of an archive"),
        ("answers", 2, put(supersedes=1), "nothing in answers.jsonl is ever put right"),
        ("decisions", 2, put(supersedes=1), "nothing in decisions.jsonl is ever put right"),
        ("session_events", 3, put(supersedes=2), "supersedes 2, which is no end of a session"),
        ("session_events", 1, unread, "session 1 begins with it; started with a reading"),
        ("locks", 1, put(rules=[""]), "rules: '' names no rule"),
        ("check_ins", 1, fact(at=1_700_000_000), "at: 1700000000 is not a moment"),
        ("check_ins", 1, fact(at="1700000000"), "at: '1700000000' is not a moment"),
        ("weekly", 1, fact(at=1_700_000_000), "at: 1700000000 is not a moment"),
        ("session_events", 2, fact(at="1700000000"), "at: '1700000000' is not a moment"),
        ("session_summaries", 1, fact(started=0), "started: 0 is not a moment"),
        ("session_summaries", 1, set_at, "at: 1099511627776 is not a moment"),
        ("session_summaries", 2, other_session, "which is of another session"),
    ],
)
def test_a_line_that_would_hide_or_break_others_is_named(
    name: str, number: int, change: Callable[[dict[str, Any]], None], told: str
) -> None:
    said = replays(line_of(f"{name}.jsonl", number, change))
    assert said.startswith(f"{name}.jsonl, line {number}: "), said
    assert told in said


def test_a_file_of_line_ends_takes_little_more_room_than_its_bytes() -> None:
    size = 100_000_000
    bomb = signed({**files(), "notes.jsonl": b"\n" * size})
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert "notes.jsonl, line 1: invalid JSON" in replays(bomb)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert (after - before) / MEGABYTE < 4 * size / MEGABYTE**2


def test_the_largest_ids_that_are_read_leave_room_for_more() -> None:
    contents = files()
    lines = contents["notes.jsonl"].splitlines(keepends=True)
    last = json.dumps({**json.loads(lines[-1]), "id": LAST - 1}).encode() + b"\n"
    archive = read(signed({**contents, "notes.jsonl": b"".join([*lines[:-1], last])}))
    assert archive.tables["notes"][-1].id == LAST - 1


SITTING = {"every": 30, "start": "09:00", "end": "17:00", "since": "2026-11-01"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("number", "reminders", "kept"),
    [
        ("112", {"sitting": SITTING}, ("112", {"sitting": SITTING})),
        ("call me", {"sitting": SITTING | {"every": 0}}, (None, {})),
        ("", {"sessions": 7, "recheck": {"at": "25:99"}}, (None, {})),
        ("1" * 99, {"sitting": SITTING | {"since": "x"}, "shoes": {}}, (None, {})),
    ],
)
def test_a_setting_that_nobody_could_choose_is_left_out(
    number: str, reminders: dict[str, Any], kept: tuple[str | None, dict[str, Any]]
) -> None:
    chosen = put(emergency_number=number, reminders=reminders)
    take_in(owner(), read(line_of("person.jsonl", 1, chosen)))
    assert (owner().emergency_number, owner().reminders) == kept
