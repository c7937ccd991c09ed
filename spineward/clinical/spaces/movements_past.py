"""Every case of the exclusions that earlier sessions decide: what did a movement do last?

The past has no end, so it is factored by what an exclusion asks of it: here the last response of a
movement or of its family; in movements_earned the last two or three, and two worse mornings. Each
table varies that, with the rows that a set can end in, and the times on both sides of every limit.
"""

from dataclasses import replace

from spineward.clinical.spaces.movement_day import (
    STATE,
    exclusion_table,
    of_movement,
    response,
    when,
)
from spineward.clinical.spaces.space import Axis, Value, ago, chain

MINUTE = 1 / 60
DAY = 24
EVERY = "M01 M02 M03 M10 M11 M12 M20 M21 M30a M30b M31 M32 M33 M40 M41 M50 M60 M61".split()
GLIDES = ("M30a", "M30b", "M31", "M32")

FAMILY = exclusion_table(
    "family_stopped",
    "A movement was stopped: it and its family rest for a day",
    "family_stopped",
    of_movement("last", *EVERY),
    response(),
    when("last", {"24 h 1 min": 24 + MINUTE, "24 h": 24, "23 h 59": 24 - MINUTE, "now": 0}),
)
TILT = exclusion_table(
    "last_down",
    "A tilt made the leg worse",
    "last_down_24h",
    of_movement("last", "M10", "M11", "M12", "M20"),
    response(),
    when("last", {"24 h 1 min": 24 + MINUTE, "24 h": 24, "23 h 59": 24 - MINUTE, "now": 0}),
)
MODERATE = exclusion_table(
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
LYING = exclusion_table(
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
PRESS = exclusion_table(
    "press",
    "The press moved symptoms down in this episode",
    "moved_down",
    of_movement("last", "M60", "M02"),
    response(),
    when("last", {"61 days": 61 * DAY, "60 days": 60 * DAY, "1 h": 1}),
)
YOUNG = exclusion_table(
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
TINGLED = exclusion_table(
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

SPACES = (
    FAMILY,
    TILT,
    MODERATE,
    LYING,
    PRESS,
    YOUNG,
    TINGLED,
)
