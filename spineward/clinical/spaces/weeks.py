"""Every case of what the weeks make of it: T3 by tasks, T4-T9 (factoring: see `trends`)."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import permutations, product
from typing import Any

from spineward.clinical.facts import (
    CheckInRecord,
    ExerciseSession,
    SetRecord,
    SetVerdict,
    WeeklyRecord,
)
from spineward.clinical.facts.answers import YesNo
from spineward.clinical.spaces.dated import told
from spineward.clinical.spaces.space import NOW, Axis, Space, Value, ago, chain, ordered
from spineward.clinical.spaces.trends import NOT_READ, RECORD, RULES, course, onset, reviewed, today


def _two(**scores: tuple[Any, Any]) -> dict[str, tuple[WeeklyRecord, ...]]:
    first, last = ({name: pair[n] for name, pair in scores.items()} for n in (0, 1))
    return {
        "history.weekly+": (
            WeeklyRecord(NOW - timedelta(days=7), **first),
            WeeklyRecord(NOW - timedelta(days=1), **last),
        )
    }


ABLE = Space(
    id="weeks.able",
    about="What the person can do, against the weekly entry before: T3",
    rules=("T3",),
    axes=(
        ordered(
            "disability score up by",
            Value("not given"),
            *(Value(str(n), _two(rmdq=(5, 5 + n))) for n in (0, 4, 5, 6)),
        ),
        ordered(
            "own tasks down by",
            Value("not given"),
            *(Value(str(n), _two(psfs=((8, 6), (8 - n, 6 - n)))) for n in (0, 1, 2, 3)),
        ),
        onset(0, 20),
        reviewed("T3", 14, 15),
        told("T3"),
    ),
    base=today(3),
    held=NOT_READ | RECORD,
)


SEVERE = Space(
    id="weeks.severe",
    about="Leg pain of 7 or more that does not settle: T4",
    rules=("T4",),
    axes=(
        onset(13, 14, 15),
        ordered(
            "leg pain",
            *(Value(f"{n}, first use", today(n) | {"severe_most_days": "yes"}) for n in (6, 7, 10)),
        ),
        Axis(
            "before today",
            (
                Value("nothing"),
                Value("6 for a week", {"history.check_ins+": course(*[6] * 6)}),
                Value("7 for a week", {"history.check_ins+": course(*[7] * 6)}),
                Value("8 days ago only", {"history.check_ins+": course(9, until=8)}),
            ),
            chain("6 for a week", "7 for a week"),
        ),
        ordered(
            "7 or more most days",
            Value("no", {"severe_most_days": "no"}),
            Value("yes", {"severe_most_days": "yes"}),
        ),
        reviewed("T4", 14, 15),
        told("T4"),
    ),
    held=NOT_READ | RECORD,
)

SLOW = Space(
    id="weeks.slow",
    about="Weeks with and without gain, reviewed and not: T5, T6 and T7",
    rules=RULES,
    axes=(
        onset(27, 28, 41, 42, 83, 84, 85, 130),
        Axis(
            "course",
            (
                Value("first use"),
                Value("first use, much better", {"change_so_far": 2}),
                Value("no gain since 30 days", {"history.check_ins+": course(*[5] * 30)}),
                Value(
                    "no gain since week 10",
                    {"history.check_ins+": (*course(5, 5, 5, until=60), *course(*[5] * 9))},
                ),
                Value(
                    "gain now",
                    {"history.check_ins+": (*course(9, 9, 9, until=100), *course(2, 2))},
                ),
                Value(
                    "gain 7 days ago",
                    {
                        "history.check_ins+": (
                            *course(9, 9, 9, until=25),
                            *course(2, 2, 2, until=7),
                            *course(9, 9, 9, 9, 9, 9),
                        )
                    },
                ),
                Value("hardly anything at the start", {"history.check_ins+": course(0, 0, 0)}),
            ),
            why_unordered="courses differ in kind",
        ),
        ordered("now", *(Value(str(n), {"leg_now": n, "chart": ()}) for n in (1, 2, 5))),
        Axis(
            "reviewed",
            (
                *(
                    Value(f"{n} days ago", {f"reviewed.T{k}": ago(n) for k in (5, 6, 7)})
                    for n in (0, 41, 42, 43, 83, 84, 85)
                ),
                Value("never"),
            ),
            why_unordered="T6 after week 12 ends with any review, T5-T7 for a while",
        ),
        Axis(
            "exercise",
            tuple(
                Value(label, {f"told_ok.T{k}": said for k in (5, 6, 7)})
                for label, said in (("fine", "yes"), ("not talked about", "not_discussed"))
            ),
            chain("fine", "not talked about"),
        ),
    ),
    held=NOT_READ | RECORD,
)


def _quiet(days: int, worst: int) -> tuple[CheckInRecord, ...]:
    """Pain, then this level for that many days up to yesterday's, by its first and last day."""
    first = NOW - timedelta(days=days)
    records = [CheckInRecord(first - timedelta(days=3), leg_now=6, back_now=2, chart=())]
    records += [
        CheckInRecord(at, leg_now=worst, back_now=0, chart=())
        for at in (first, NOW - timedelta(days=1))
    ]
    return tuple(records)


def _done(*hours: float) -> tuple[ExerciseSession, ...]:
    found = []
    for ago_hours in hours:
        at = NOW - timedelta(hours=ago_hours)
        done = SetRecord("M10", at, 9, "CENTRALIZING", SetVerdict.CONTINUE)
        found.append(ExerciseSession(at, at, sets=(done,)))
    return tuple(found)


AN_HOUR_AGO = CheckInRecord(NOW - timedelta(hours=1), leg_now=3, back_now=0, chart=())

RELAPSE = Space(
    id="weeks.relapse",
    about="Pain that is back after quiet weeks: T8",
    rules=("T8",),
    axes=(
        Axis(
            "quiet for",
            tuple(
                Value(f"{days} days at {worst}", {"history.check_ins+": _quiet(days, worst)})
                for worst in (2, 1, 0)
                for days in (27, 28, 29)
            ),
            why_unordered="what began after the quiet is a new episode: longer quiet, earlier end",
        ),
        Axis(
            "then",
            (
                Value("nothing"),
                Value("pain an hour ago", {"history.check_ins+": (AN_HOUR_AGO,)}),
            ),
            why_unordered="pain an hour ago makes the relapse one of then, not of now",
        ),
        ordered(
            "now",
            *(
                Value(f"leg {leg}, back {back}", {"leg_now": leg, "back_now": back})
                for leg, back in ((0, 0), (1, 1), (2, 0), (0, 2), (5, 5))
            ),
        ),
        Axis(
            "episode began",
            tuple(
                Value(f"{n} days ago", {"episode_start": ago(n)}) for n in (60, 29, 28, 27, 2, 0)
            ),
            why_unordered="a start after the quiet time is a new episode, and ends the re-screen",
        ),
        Axis(
            "sessions since",
            (
                Value("two", {"history.sessions+": _done(0.6, 0.5)}),
                Value("one", {"history.sessions+": _done(0.5)}),
                Value("none"),
            ),
            chain("two", "one", "none"),
        ),
    ),
    base={"chart": ()},
    held=NOT_READ | RECORD,
)


def _entry(days: int, **said: Any) -> dict[str, tuple[WeeklyRecord, ...]]:
    return {"history.weekly+": (WeeklyRecord(NOW - timedelta(days=days), **said),)}


ENTRIES: tuple[tuple[int, int, YesNo | None], ...] = tuple(
    product((0, 6, 7, 10), (0, 3, 4, 5), ("no", None, "yes"))
)
"""Fear of moving, weeks off work, low mood."""


def _label(fear: int, weeks: int, low: str | None) -> str:
    return f"fear {fear}, {weeks} weeks off work, mood low: {low or 'not asked'}"


def _last(fear: int, weeks: int, low: YesNo | None) -> Value:
    entry = _entry(1, fear_moving=fear, weeks_off_work=weeks, mood_low=low)
    return Value(_label(fear, weeks, low), entry)


def _worse_entries() -> Iterator[tuple[str, str]]:
    """Pairs of entries that differ in one thing only, the milder first."""
    for one, other in permutations(ENTRIES, 2):
        differs = [place for place in range(3) if one[place] != other[place]]
        if len(differs) == 1 and _milder(one[differs[0]], other[differs[0]]):
            yield _label(*one), _label(*other)


def _milder(one: int | str | None, other: int | str | None) -> bool:
    """No is milder than not asked and than yes; a lower number than a higher one."""
    if isinstance(one, int) and isinstance(other, int):
        return one < other
    return one == "no"


MOOD = Space(
    id="weeks.mood",
    about="Low mood, fear of moving in two entries running, weeks off work: T9",
    rules=("T9",),
    axes=(
        ordered(
            "fear, the entry before",
            Value("no entry"),
            *(Value(str(n), _entry(8, fear_moving=n)) for n in (0, 6, 7, 10)),
        ),
        Axis("last entry", tuple(_last(*one) for one in ENTRIES), tuple(_worse_entries())),
    ),
    held=NOT_READ | RECORD,
)

SPACES = (ABLE, SEVERE, SLOW, RELAPSE, MOOD)
