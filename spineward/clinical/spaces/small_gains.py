"""Every case of a gain by half a point: which drop counts, by where the pain started (T1, T5).

Two days of the last three make a median between two numbers. Only such a half tells the least drop
of one height of the start from that of the next; `trends.gain` has every pair of whole numbers.
Three first days make the start, whatever the fourth was.
"""

from datetime import timedelta

from spineward.clinical.facts import CheckInRecord
from spineward.clinical.spaces.space import NOW, Axis, Space, Value, ago, ordered
from spineward.clinical.spaces.trends import NOT_READ, RECORD

FIRST_DAYS = (
    *((n, n, n) for n in range(11)),
    (8, 2, 2, 8),
    (8, 8, 2, 2),
    (2, 8, 8, 2),
    (2, 2, 8, 8),
)


def _told(days: int, leg: int) -> CheckInRecord:
    return CheckInRecord(NOW - timedelta(days=days), leg_now=leg, back_now=0)


def _first(days: tuple[int, ...]) -> Value:
    records = tuple(_told(20 - place, leg) for place, leg in enumerate(days))
    return Value(" ".join(map(str, days)), {"history.check_ins+": records})


def _now(yesterday: int, today: int) -> Value:
    label = f"{yesterday}, then {today}"
    return Value(label, {"history.check_ins+": (_told(1, yesterday),), "leg_now": today})


SPACES = (
    Space(
        id="trends.half_points",
        about="The first days and the last two, whose median may be a half: is it a gain?",
        rules=("T1", "T5"),
        base={"leg_onset": ago(30), "episode_start": ago(30), "back_now": 0},
        axes=(
            Axis(
                "at the start",
                tuple(_first(days) for days in FIRST_DAYS),
                why_unordered="a higher start makes the same pain now more of a gain",
            ),
            ordered(
                "yesterday and now",
                *(_now(n // 2, n - n // 2) for n in range(21)),
            ),
        ),
        held=NOT_READ | RECORD,
    ),
)
