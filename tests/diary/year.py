"""What is a year of use in the database? 365 check-ins and 700 sessions of four sets."""

from datetime import datetime, timedelta, tzinfo
from functools import cache

from spineward.clinical.facts import ExerciseSession, Mark, Reading
from spineward.clinical.facts.session import SessionEvent as Event
from spineward.clinical.session import state
from spineward.diary.models import Answers, Note, Person
from tests.diary.bulk import (
    Lived,
    entry_of,
    moved,
    said,
    save,
    save_check_ins,
    save_sessions,
    save_weeks,
    screen_of,
    set_of,
)
from tests.diary.life import ABOUT, day

DAYS = 365
SESSIONS = 700
SETS = ("M10", "M33", "M20", "M11")
BACK = Mark("low_back_midline", "middle", 2)
BEFORE = Reading((Mark("calf_upper", "right", 3), BACK), "no", "none")
AFTER = Reading((Mark("calf_upper", "right", 1), BACK), "no", "none")


def live_a_year(person: Person, now: datetime) -> None:
    """A year that ends with a check-in and two sessions yesterday; the last screen is fresh."""
    start = now - timedelta(days=DAYS)
    mornings = [start + timedelta(days=count) for count in range(DAYS)]
    last = _answers(person, start, mornings)
    check_ins = save_check_ins(
        person, ((at, last, day(leg=2 + count % 3)) for count, at in enumerate(mornings))
    )
    save(
        Note, (entry_of(Note, person, row.moment, check_in=row, text="slept") for row in check_ins)
    )
    facts = {"psfs": [5, 6], "rmdq": 8, "mood_low": "no", "fear_moving": 3, "weeks_off_work": 0}
    save_weeks(person, ((at, facts) for at in mornings[::7]))
    half_day = timedelta(days=DAYS) / SESSIONS
    starts = [start + half_day * count + timedelta(hours=1) for count in range(SESSIONS)]
    lived = [Lived(at, SETS, "right", _events(at), _outcome(at)) for at in starts]
    save_sessions(person, lived, said())


def _answers(person: Person, start: datetime, mornings: list[datetime]) -> int:
    """The pages sent; the diary id of the last."""
    rows = [entry_of(Answers, person, start, page="about", answers=ABOUT)]
    for count, at in enumerate(mornings):
        rows.append(entry_of(Answers, person, at, page="now", answers=day()))
        if count % 7 == 0 or at == mornings[-1]:
            rows += screen_of(person, at)
    return int(save(Answers, rows)[-1].pk)


def _events(at: datetime) -> list[Event]:
    """Four sets, one of each movement; the pain eases with the first and stays so."""
    overs = (at + timedelta(minutes=5 * count + 2) for count in range(len(SETS)))
    sets = (event for over in overs for event in set_of(over, AFTER))
    return [Event(at=at, kind="started", reading=BEFORE), *sets]


def _outcome(at: datetime) -> ExerciseSession:
    """What these events come to: the first session's outcome, at another time."""
    first = _first(at.tzinfo)
    return moved(first, at - first.started)


@cache
def _first(clock: tzinfo | None) -> ExerciseSession:
    """One session by the same replay as in life; 700 of them would take seconds."""
    at = datetime(2026, 1, 1, 9, tzinfo=clock)
    return state(tuple(_events(at)), SETS, ("right",), at + timedelta(hours=1)).done
