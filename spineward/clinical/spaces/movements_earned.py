"""Every case of the exclusions that wait for more than one session: the seed glide, the seated one.

They ask for the last two or three responses, for any stop in between, and for the mornings after
(4.4); and two worse mornings take off what was done before both (2.6, N2).
"""

from datetime import timedelta
from typing import Any

from spineward.clinical.facts import CheckInRecord, ExerciseSession, Mark, SetRecord, SetVerdict
from spineward.clinical.spaces.answered import EPISODE as START
from spineward.clinical.spaces.movement_day import exclusion_table, of_movement, response, when
from spineward.clinical.spaces.space import NOW, Axis, Value, chain, ordered

MINUTE = 1 / 60
CHECKED_IN_NOW = dict.fromkeys(
    (
        "after_activity",
        "back_now",
        "can_sit_10",
        "can_stand_10",
        "can_walk_10",
        "chart",
        "checked_in_at",
        "eased_by_position",
        "hours_at_8",
        "leg_now",
        "nights_broken",
    ),
    "the check-in of now says nothing of the legs: a morning after is one of the past here",
)

# --- the last two or three -------------------------------------------------------------------

BRIEF = ("row 9", "row 11", "row 12", "row 10", "row 7", "row 4")
"""Good, steady, and each kind of setback."""


def _sets(which: str, first: str, *then: str) -> dict[str, Any]:
    """The sets of one session; the last of them is what it ended with."""
    return {f"done.{which}.row": first} | ({f"done.{which}.then": then} if then else {})


def _one_of(which: str, hours: float, rows: tuple[str, ...] = BRIEF) -> Axis:
    """A session of M30a that long ago, with its response, or none."""
    told = {f"done.{which}.movement": "M30a", f"done.{which}.hours": hours}
    values = tuple(Value(row, told | _sets(which, *row.split(" then "))) for row in rows)
    pairs = (("row 9", "row 12"), *(("row 9", bad) for bad in rows[3:]))
    worse = tuple(pair for pair in pairs if set(pair) <= set(rows))
    return Axis(f"{which} session", (*values, Value("none")), (*worse, ("row 9", "none")))


GLIDE_STOPPED = Axis(
    "a glide stopped",
    tuple(
        Value(
            label,
            {}
            if hours is None
            else {"done.0.movement": "M31", "done.0.row": "row 6", "done.0.hours": hours},
        )
        for label, hours in (
            ("never", None),
            ("before them all", 120),
            ("before the last two", 75),
            ("before the last", 50),
            ("after the last, 24 h 1 min ago", 24 + MINUTE),
            ("24 h ago", 24),
        )
    ),
    chain(
        "never",
        "before them all",
        "before the last two",
        "before the last",
        "after the last, 24 h 1 min ago",
        "24 h ago",
    ),
)


def _checked(hours: float) -> dict[str, Any]:
    return {"history.check_ins+": (CheckInRecord(NOW - timedelta(hours=hours), leg_now=3),)}


MORNING = Axis(
    "morning after",
    (
        Value("answered", _checked(12)),
        Value("answered, and N1", _checked(12) | {"fired": ("N1",)}),
        Value("not answered"),
    ),
    (("answered", "answered, and N1"), ("answered", "not answered")),
)
N1 = ordered("N1", Value("no"), Value("yes", {"fired": ("N1",)}))
SEED_GLIDE = Axis(
    "seed glide done before",
    (
        Value("no"),
        Value(
            "yes",
            {"done.4.movement": "M30b", "done.4.row": "row 9", "done.4.hours": 100},
        ),
    ),
    why_unordered="once open it stays open while the slider goes well: only its first use waits",
)
UNLOCK = exclusion_table(
    "locked_m30b",
    "The seed glide: the slider went well two or three times running since any stop",
    "locked_m30b",
    _one_of("3rd last", 90),
    _one_of("2nd last", 60),
    _one_of("last", 40),
    GLIDE_STOPPED,
    SEED_GLIDE,
    MORNING,
    held=CHECKED_IN_NOW,
)
STOPPED = Axis(
    "last stop",
    (
        Value("never"),
        *(
            Value(
                f"{label} by {how}",
                {"done.0.movement": "M10", "done.0.row": row, "done.0.hours": hours}
                | {"done.0.stops": stops},
            )
            for how, row, stops in (
                ("row 7", "row 7", ()),
                ("dizziness", "row 12", ("SS1",)),
                ("the person's wish", "row 12", ("SS5",)),
            )
            for label, hours in (
                ("24 h 1 min ago", 24 + MINUTE),
                ("24 h ago", 24),
                ("23 h 59 ago", 24 - MINUTE),
            )
        ),
    ),
    tuple(
        pair
        for how in ("row 7", "dizziness")
        for pair in (
            ("never", f"24 h 1 min ago by {how}"),
            *chain(f"24 h 1 min ago by {how}", f"24 h ago by {how}", f"23 h 59 ago by {how}"),
        )
    ),
)
NEXT_MORNING = Axis(
    "check-in after the last session",
    (
        *(
            Value(label, _checked(40 - after))
            for label, after in (
                ("at once", 1),
                ("after 11 h 59", 12 - MINUTE),
                ("after 12 h", 12),
                ("after 12 h 01", 12 + MINUTE),
                ("after 35 h 59", 36 - MINUTE),
                ("after 36 h", 36),
                ("after 36 h 01", 36 + MINUTE),
            )
        ),
        Value("none"),
    ),
    (("after 12 h", "none"), ("after 36 h", "after 36 h 01"), ("after 12 h", "after 11 h 59")),
)
FIRST_USE = exclusion_table(
    "first_seed_glide",
    "The first seed glide: no stop and no worse morning in a day, the morning after is known",
    "locked_m30b",
    _one_of("2nd last", 66, ("row 9", "row 12", "row 11", "row 10 then row 9")),
    _one_of("last", 40, ("row 9", "row 12", "row 11", "row 10", "row 8")),
    STOPPED,
    NEXT_MORNING,
    N1,
    held=CHECKED_IN_NOW,
)
SEATED = exclusion_table(
    "not_yet",
    "The seated slider: a lying slider went well twice",
    "not_yet",
    of_movement("earlier", "M30a", "M31", "M30b"),
    response("earlier"),
    when("earlier", {"3 days": 72}),
    of_movement("last", "M30a", "M31", "M33"),
    response("last"),
    when("last", {"2 days": 48}),
)

# --- two worse mornings ----------------------------------------------------------------------

FELT, FURTHER = (Mark("buttock", "left", pain=3),), (Mark("calf_upper", "left", pain=3),)


def _trained(days: int, movement: str, worse: bool) -> dict[str, Any]:
    """A session on the evening before that day, and the check-in of that morning."""
    morning = NOW - timedelta(days=days)
    evening = morning - timedelta(hours=16)
    sets = tuple(
        SetRecord(one, evening, 9, "CENTRALIZING", SetVerdict.CONTINUE) for one in movement.split()
    )
    record = CheckInRecord(morning, leg_now=3, chart=FURTHER if worse else FELT)
    return {
        "history.sessions+": (ExerciseSession(evening, evening, FELT, sets),),
        "history.check_ins+": (record,),
    }


def _morning(name: str, *days: int) -> Axis:
    values = [
        Value(f"{day} days ago after {used}", _trained(day, used, worse=True))
        for day in days
        for used in ("M10", "M20", "M10 M20")
    ]
    values.append(
        Value(f"{days[-1]} days ago but no worse", _trained(days[-1], "M10", worse=False))
    )
    latest = days[-1]
    worse = (
        (f"{latest} days ago but no worse", f"{latest} days ago after M10"),
        (f"{latest} days ago after M10", f"{latest} days ago after M10 M20"),
    )
    return Axis(name, tuple(values), worse)


N2 = exclusion_table(
    "removed_n2",
    "Two worse mornings within a week take what was done before both off for two weeks",
    "removed_n2",
    _morning("first worse morning", 23, 22, 21, 20, 8, 7, 6),
    _morning("second worse morning", 16, 15, 14, 13, 1),
    START,
    held=CHECKED_IN_NOW,
)

SPACES = (UNLOCK, FIRST_USE, SEATED, N2)
