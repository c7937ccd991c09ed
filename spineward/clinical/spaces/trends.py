"""Every case of gain and worsening, T1-T3; what the weeks make of them stands in `weeks`.

A trend reads the whole course of days. It is factored by what the course is reduced to: the start
and now (T1), the week before and now (T2), how long T2 holds (T3), the level of the week (T4, T7),
gain or none (T5-T7). Each of these is made here by the plainest course that has it; that the order
and spacing of other days makes no difference to them is tested in tests/rules/test_trends.py.
"""

from datetime import timedelta
from typing import Any

from spineward.clinical.facts import CheckInRecord
from spineward.clinical.spaces.dated import told
from spineward.clinical.spaces.flare import here
from spineward.clinical.spaces.space import NOW, Axis, Softening, Space, Value, ago, chain, ordered

RULES: tuple[str, ...] = ("T1", "T2", "T3", "T4", "T5", "T6", "T7")
BANDS = ("low_back", "buttock", "calf_upper", "sole")
"""A zone of each band, nearest first."""
NOT_READ = {
    "history.sessions": "worse mornings (N2) are varied in `mornings`",
    "history.weekly": "weekly entries are varied in `weeks.able`",
    "change_so_far": "varied in `trends.gain`",
    "severe_most_days": "varied in `weeks.severe`",
    "history.check_ins": "the course of days is an axis, or there was none before today",
    "leg_now": "the course of days is an axis",
    "chart": "the course of days is an axis",
    "told_ok.T2": "varied in `trends.worse`",
    "reviewed.T2": "varied in `trends.worse`",
    **{f"reviewed.T{n}": "varied in a table of its own" for n in (3, 4, 5, 6, 7)},
    **{f"told_ok.T{n}": "varied in a table of its own" for n in (3, 4, 5, 6, 7)},
    "checked_in_at": "today's answers were given now",
}
"""`held`: what the other tables of this file vary."""
RECORD = dict.fromkeys(
    (
        "eased_by_position",
        "can_sit_10",
        "can_stand_10",
        "can_walk_10",
        "after_activity",
        "nights_broken",
        "worst_24h",
        "hours_at_8",
        "back_now",
        "strength.*",
    ),
    "kept with today's record, and read by no trend",
)


def day_value(days: int, leg: int, zone: str = "calf_upper") -> CheckInRecord:
    """The one check-in of an earlier day."""
    at = NOW - timedelta(days=days)
    return CheckInRecord(at=at, leg_now=leg, back_now=0, chart=here(max(leg, 1), zone))


def course(*legs: int, until: int = 1, zone: str = "calf_upper") -> tuple[CheckInRecord, ...]:
    """A day value a day, oldest first, the last of them `until` days ago."""
    first = until + len(legs) - 1
    return tuple(day_value(first - place, leg, zone) for place, leg in enumerate(legs))


def today(leg: int, zone: str = "calf_upper") -> dict[str, Any]:
    """Today's value and place."""
    return {"leg_now": leg, "back_now": 0, "chart": here(max(leg, 1), zone)}


def _on(days: int, zone: str) -> dict[str, Any]:
    return {"history.check_ins+": (day_value(days, 4, zone),)}


def onset(*days: int) -> Axis:
    """When the leg symptoms of this episode began: trends count from here."""
    values = [Value(f"day {n}", {"leg_onset": ago(n), "episode_start": ago(n)}) for n in days]
    none = Value("no leg symptom yet", {"leg_onset": "none"})
    return Axis("since the onset", (*values, none), why_unordered="each rule has days of its own")


def reviewed(rule: str, *days: int) -> Axis:
    """When it was reviewed; longer ago is worse, never the worst."""
    values = [Value(f"{n} days ago", {f"reviewed.{rule}": ago(n)}) for n in days]
    labels = [value.label for value in values]
    return Axis("reviewed", (*values, Value("never")), chain(*labels, "never"))


GAIN = Space(
    id="trends.gain",
    about="Leg pain at the start and now, every pair of them: is it a gain?",
    rules=RULES,
    axes=(
        Axis(
            "at the start",
            tuple(
                Value(f"{n} for 3 days", {"history.check_ins+": course(n, n, n, until=20)})
                for n in range(11)
            ),
            why_unordered="a higher start makes the same pain now more of a gain",
        ),
        ordered(
            "now, for 3 days",
            *(Value(str(n), {"history.check_ins+": course(n, n)} | today(n)) for n in range(11)),
        ),
        Axis(
            "said at first use",
            (
                Value("much better", {"change_so_far": 2}),
                Value("a little better", {"change_so_far": 1}),
                Value("not asked"),
            ),
            chain("much better", "a little better"),
        ),
    ),
    base={"leg_onset": ago(30), "episode_start": ago(30)},
    held=NOT_READ | RECORD,
)

NEARER = Space(
    id="trends.nearer",
    about="How far down pain was at the start and on each of the last three days",
    rules=RULES,
    axes=(
        Axis(
            "at the start",
            tuple(
                Value(zone, {"history.check_ins+": course(4, 4, 4, until=20, zone=zone)})
                for zone in BANDS
            ),
            why_unordered="further down at the start makes the same place now more of a gain",
        ),
        *(
            ordered(
                f"{days} days ago",
                *(
                    Value(zone, {"history.check_ins+": (day_value(days, 4, zone),)})
                    for zone in BANDS
                ),
            )
            for days in (3, 2, 1)
        ),
        ordered("now", *(Value(zone, today(4, zone)) for zone in BANDS)),
    ),
    base={"leg_onset": ago(30), "episode_start": ago(30)},
    held=NOT_READ | RECORD,
)

EARLY = Space(
    id="trends.early",
    about="What was said of the change so far counts in the first 14 days of use",
    rules=RULES,
    axes=(
        Axis(
            "first use",
            tuple(
                Value(f"{n} days ago", {"history.check_ins+": course(5, until=n) if n else ()})
                for n in (0, 13, 14, 15, 20, 21)
            ),
            why_unordered="it says how long what was said at first use counts",
        ),
        Axis(
            "said at first use",
            tuple(Value(f"{n:+}", {"change_so_far": n}) for n in (3, 2, 1, 0, -3)),
            chain("+3", "+2", "+1", "+0", "-3"),
        ),
        onset(27, 28, 41, 42, 83, 84),
    ),
    base=today(5),
    held=NOT_READ | RECORD,
)


def _past(*legs: int) -> dict[str, Any]:
    return {"history.check_ins+": course(*legs, until=4)}


WORSE = Space(
    id="trends.worse",
    about="The week before against now: is it worse, and has a review ended that?",
    rules=RULES,
    axes=(
        Axis(
            "the week before",
            (
                *(Value(f"{n} for 4 days", _past(n, n, n, n)) for n in range(8)),
                Value("one day only", _past(2)),
            ),
            why_unordered="the week before is what now is compared with",
        ),
        ordered(
            "now, for 3 days",
            *(Value(str(n), {"history.check_ins+": course(n, n)} | today(n)) for n in range(11)),
        ),
        reviewed("T2", 0, 1, 2),
        told("T2"),
    ),
    base={"leg_onset": ago(20), "episode_start": ago(20)},
    held=NOT_READ | RECORD,
    exceptions=(
        Softening(
            axis="now, for 3 days",
            why="a bigger rise begins a day earlier, before the review, which then has ended it",
            source="1.5",
            cases=7,
            was="T2 .*",
            now="nothing|T4 .*",
        ),
    ),
)

FURTHER = Space(
    id="trends.further",
    about="Pain further down than in the week before, one day or two days running",
    rules=RULES,
    axes=(
        Axis(
            "the week before",
            tuple(
                Value(
                    f"{a}, {b}",
                    {"history.check_ins+": (day_value(5, 4, a), day_value(4, 4, b))},
                )
                for place, a in enumerate(BANDS)
                for b in BANDS[place:]
            ),
            why_unordered="the week before is what now is compared with",
        ),
        ordered(
            "yesterday",
            *(Value(zone, _on(1, zone)) for zone in BANDS),
        ),
        ordered("now", *(Value(zone, today(4, zone)) for zone in BANDS)),
    ),
    base={"leg_onset": ago(20), "episode_start": ago(20)},
    held=NOT_READ | RECORD,
)


def _rise(days: int) -> tuple[CheckInRecord, ...]:
    """2 for a week, then 6 since that many days ago."""
    before = course(2, 2, 2, 2, 2, 2, 2, until=days + 3)
    return (*before, *course(*[6] * (days + 2), until=1))


LASTING = Space(
    id="trends.lasting",
    about="How long it has been worse, and whether it still is",
    rules=RULES,
    axes=(
        ordered(
            "worse since",
            *(
                Value(f"{n} days", {"history.check_ins+": _rise(n)})
                for n in (0, 5, 6, 7, 8, 12, 13, 14, 15)
            ),
        ),
        ordered("now", *(Value(str(n), today(n)) for n in (2, 3, 4, 6))),
        reviewed("T3", 14, 15),
        told("T3"),
    ),
    base={"leg_onset": ago(30), "episode_start": ago(30)},
    held=NOT_READ | RECORD,
    exceptions=(
        Softening(
            axis="worse since",
            why="T2 stays true for 14 days at most",
            source="section 7, T2",
            cases=48,
            was="T2 .*",
            now="T5 ROUTINE FULL 28d",
        ),
    ),
)


SPACES = (GAIN, NEARER, EARLY, WORSE, FURTHER, LASTING)
