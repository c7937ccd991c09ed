"""Every case of the exclusions that earlier sessions decide: what did a movement do, and when?

The past has no end, so it is factored by what an exclusion asks of it: the last response of a
movement, the last two or three, the last stop of its family, or two worse mornings. Each table
varies that, with every row that a set can end in, and the times on both sides of every limit.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from spineward.clinical.facts import CheckInRecord, ExerciseSession, Mark, SetRecord, SetVerdict
from spineward.clinical.spaces.answered import EPISODE as START
from spineward.clinical.spaces.movement_day import (
    STATE,
    day_of,
    held_text,
    holding,
    of_movement,
    response,
    when,
)
from spineward.clinical.spaces.space import NOW, Axis, Space, Value, ago, chain, ordered

MINUTE = 1 / 60
DAY = 24
EVERY = "M01 M02 M03 M10 M11 M12 M20 M21 M30a M30b M31 M32 M33 M40 M41 M50 M60 M61".split()
GLIDES = ("M30a", "M30b", "M31", "M32")


def _space(id: str, about: str, names: str, *axes: Axis, base: Any = None) -> Space:
    return Space(
        id=f"movements.{id}",
        about=about,
        rules=(),
        axes=axes,
        decides=holding(*names.split()),
        builds=day_of,
        base=base or {},
        said=held_text,
    )


# --- the last response -----------------------------------------------------------------------

FAMILY = _space(
    "family_stopped",
    "A movement was stopped: it and its family rest for a day",
    "family_stopped",
    of_movement("last", *EVERY),
    response(),
    when("last", {"24 h 1 min": 24 + MINUTE, "24 h": 24, "23 h 59": 24 - MINUTE, "now": 0}),
)
TILT = _space(
    "last_down",
    "A tilt made the leg worse",
    "last_down_24h",
    of_movement("last", "M10", "M11", "M12", "M20"),
    response(),
    when("last", {"24 h 1 min": 24 + MINUTE, "24 h": 24, "23 h 59": 24 - MINUTE, "now": 0}),
)
MODERATE = _space(
    "moderate_flare",
    "A moderate flare leaves what last did the leg no harm",
    "FLARE_MODERATE",
    replace(
        STATE, worse=(("CALM", "FLARE_MODERATE"),), why_unordered="severe: the gate shuts them all"
    ),
    of_movement("last", "M10", "M20", "M21", "M61"),
    response(),
    when(
        "last",
        {"61 days": 61 * DAY, "60 days": 60 * DAY, "1 h": 1},
        why="before the episode it is not read: then it is as if it was never done",
    ),
)
AGAIN = of_movement("again", "M02")
LYING = _space(
    "lying_on_the_front",
    "Lying on the front drew the pain up, or moved it down",
    "m02_not_up moved_down_7d",
    of_movement("last", "M02", "M10"),
    response(),
    when(
        "last",
        {
            "7 days 1 min": 7 * DAY + MINUTE,
            "7 days": 7 * DAY,
            "6 days 23 h 59": 7 * DAY - MINUTE,
            "2 h": 2,
        },
        why="the longer ago it drew up, the less it opens; the longer ago it went down, the more",
    ),
    AGAIN,
    Axis(
        "again response",
        (
            Value("not done again"),
            *(
                Value(row, {"done.again.row": row, "done.again.hours": 1})
                for row in ("row 5", "row 9", "row 12")
            ),
        ),
        (("row 9", "row 12"), ("row 9", "row 5")),
    ),
)
PRESS = _space(
    "press",
    "The press moved symptoms down in this episode",
    "moved_down",
    of_movement("last", "M60", "M02"),
    response(),
    when("last", {"61 days": 61 * DAY, "60 days": 60 * DAY, "1 h": 1}),
)
YOUNG = _space(
    "how_far_back",
    "A young episode: what was done in the two weeks before it still counts",
    "moved_down moved_down_7d FLARE_MODERATE",
    of_movement("last", "M60", "M20"),
    response("last", "row 5", "row 9"),
    when(
        "last",
        {"15 days": 15 * DAY, "14 days": 14 * DAY, "6 days": 6 * DAY, "4 days": 4 * DAY},
        why="before that it is not read: then it is as if it was never done",
    ),
    base={"episode_start": ago(5), "state": "FLARE_MODERATE"},
)
TINGLED = _space(
    "tingling_rose",
    "Tingling rose in the last session with a glide",
    "tingling_rose",
    of_movement("last", *GLIDES, "M10"),
    response(never=False),
    when("last", {"3 days": 72}),
    Axis(
        "second set",
        (Value("none"), *(Value(row, {"done.last.then": (row,)}) for row in ("row 6", "row 9"))),
        chain("none", "row 6"),
    ),
    of_movement("again", "M31", "M33"),
    Axis(
        "again response",
        (
            Value("not done again"),
            *(
                Value(row, {"done.again.row": row, "done.again.hours": 48})
                for row in ("row 4", "row 6", "row 9")
            ),
        ),
        (("row 9", "row 6"), ("row 9", "row 4")),
    ),
)

# --- the last two or three -------------------------------------------------------------------

BRIEF = ("row 9", "row 11", "row 12", "row 10", "row 7", "row 4")
"""Good, steady, and each kind of setback."""


def _one_of(which: str, hours: float, rows: tuple[str, ...] = BRIEF) -> Axis:
    """A session of M30a that long ago, with its response, or none."""
    told = {f"done.{which}.movement": "M30a", f"done.{which}.hours": hours}
    values = tuple(Value(row, told | {f"done.{which}.row": row}) for row in rows)
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
UNLOCK = _space(
    "locked_m30b",
    "The seed glide: the slider went well two or three times running since any stop",
    "locked_m30b",
    _one_of("3rd last", 90),
    _one_of("2nd last", 60),
    _one_of("last", 40),
    GLIDE_STOPPED,
    SEED_GLIDE,
    MORNING,
    base={"checked_in_at": NOW},
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
FIRST_USE = _space(
    "first_seed_glide",
    "The first seed glide: no stop and no worse morning in a day, the morning after is known",
    "locked_m30b",
    _one_of("2nd last", 66, ("row 9", "row 12")),
    _one_of("last", 40, ("row 9", "row 12", "row 11", "row 10", "row 8")),
    STOPPED,
    NEXT_MORNING,
    N1,
    base={"checked_in_at": NOW},
)
SEATED = _space(
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


N2 = _space(
    "removed_n2",
    "Two worse mornings within a week take what was done before both off for two weeks",
    "removed_n2",
    _morning("first worse morning", 23, 22, 21, 20, 8, 7, 6),
    _morning("second worse morning", 16, 15, 14, 13, 1),
    START,
)

SPACES = (
    FAMILY,
    TILT,
    MODERATE,
    LYING,
    PRESS,
    YOUNG,
    TINGLED,
    UNLOCK,
    FIRST_USE,
    SEATED,
    N2,
)
