"""Every case of the exclusions that today's answers decide: who is it, and which pattern?

One table for each exclusion or for the few that read the same answers (spec section 4, "Not if",
with 4.2 and 4.6). What is felt: movements_felt; earlier sessions: movements_past, movements_earned.
"""

from datetime import timedelta
from typing import Any

from spineward.clinical.facts import SpineProcedure
from spineward.clinical.spaces.answered import four
from spineward.clinical.spaces.clearance import cleared
from spineward.clinical.spaces.movement_day import (
    GATE,
    PATTERN,
    STATE,
    exclusion_table,
)
from spineward.clinical.spaces.space import NOW, Axis, Value, ago, chain

Base = dict[str, Any]


# --- who it is -------------------------------------------------------------------------------


def _week(week: int | None) -> Base:
    return {"pregnant": "yes", "pregnant_week": week}


PREGNANT = Axis(
    "pregnant",
    (
        Value("no", {"pregnant": "no"}),
        Value("does not apply", {"pregnant": "does_not_apply"}),
        Value("week 19", _week(19)),
        Value("week 20", _week(20)),
        Value("week 21", _week(21)),
        Value("week not told", _week(None)),
        Value("not sure", {"pregnant": "not_sure"}),
        Value("not asked"),
    ),
    (
        *chain("no", "week 19", "week 20", "week 21"),
        ("no", "does not apply"),
        ("week 19", "week not told"),
        ("week 19", "not sure"),
        ("week 19", "not asked"),
    ),
)
FLOOR = Axis(
    "floor",
    (Value("yes", {"floor_ok": "yes"}), Value("no", {"floor_ok": "no"}), Value("not asked")),
    (("yes", "no"), ("yes", "not asked")),
)
BENDING = four("worse_bending", name="bending worsens")


def _past(kind: Any, days: int) -> Value:
    label = f"{kind.split('_')[0]} {days} days ago"
    return Value(label, {"spine_procedure": (SpineProcedure(kind, ago(days)),)})


OPERATION = Axis(
    "spine procedure",
    (
        Value("none", {"spine_procedure": ()}),
        Value("not asked"),
        _past("injection_or_epidural", 10),
        *(_past("surgery", days) for days in (85, 84, 42, 41, 0)),
        *(_past("instrumentation", days) for days in (85, 84, 42)),
        Value(
            "surgery 200 and 84 days ago",
            {
                "spine_procedure": (
                    SpineProcedure("surgery", ago(200)),
                    SpineProcedure("surgery", ago(84)),
                )
            },
        ),
    ),
    (
        *chain(*(f"surgery {days} days ago" for days in (85, 84, 42, 41, 0))),
        *chain(*(f"instrumentation {days} days ago" for days in (85, 84, 42))),
        ("none", "surgery 84 days ago"),
        ("none", "instrumentation 84 days ago"),
    ),
)
TEAM = Axis(
    "team allows",
    (
        Value("M10 M33 M50", {"team_allowed": ("M10", "M33", "M50")}),
        Value("M10", {"team_allowed": ("M10",)}),
        Value("nothing", {"team_allowed": ()}),
        Value("not asked"),
    ),
    (*chain("M10 M33 M50", "M10", "nothing"), ("M10", "not asked")),
)

WHO = (
    exclusion_table("pregnant", "Pregnancy, by its week", "pregnant pregnant_20", PREGNANT),
    exclusion_table("floor", "Can get down to the floor and up again", "floor", FLOOR),
    exclusion_table(
        "clearances",
        "A broken spine bone, a slipped vertebra, falls",
        "CL1 CL2 CL5",
        four("clearance.CL1"),
        four("clearance.CL2"),
        four("clearance.CL5"),
    ),
    exclusion_table(
        "CL3", "Hip surgery, and the surgeon's word", "CL3", four("clearance.CL3"), cleared("CL3")
    ),
    exclusion_table(
        "CL6",
        "Thin bones",
        "CL6",
        four("clearance.CL6"),
        four("background.osteoporosis", name="osteoporosis"),
    ),
    exclusion_table(
        "team_allowed",
        "After an operation only what its team allowed",
        "team_allowed",
        OPERATION,
        TEAM,
    ),
)

# --- what the other rules said ---------------------------------------------------------------

SAID = (
    exclusion_table("gate", "What each gate leaves open", "gate", GATE),
    exclusion_table("flare", "What a flare takes away by itself", "any_flare FLARE_SEVERE", STATE),
    exclusion_table(
        "patterns",
        "What a pattern takes away, and what only a pattern brings",
        "STENOSIS not_STENOSIS not_only_DGS",
        PATTERN,
    ),
    exclusion_table(
        "spine_limits",
        "Neither hollowing nor rounding the low back is left",
        "spine_limits worse_bending",
        PATTERN,
        four("clearance.CL2"),
        BENDING,
    ),
    exclusion_table(
        "waking_hour",
        "The first hour after waking",
        "waking_hour_root",
        PATTERN,
        Axis(
            "awake for",
            (
                *(
                    Value(f"{m} minutes", {"woke_at": NOW - timedelta(minutes=m)})
                    for m in (300, 61, 60, 59, 0)
                ),
                Value("less than none", {"woke_at": NOW + timedelta(minutes=5)}),
                Value("unknown", {"woke_at": "unknown"}),
                Value("not asked"),
            ),
            (
                *chain(*(f"{m} minutes" for m in (300, 61, 60, 59, 0)), "less than none"),
                ("61 minutes", "unknown"),
                ("61 minutes", "not asked"),
            ),
        ),
    ),
)

SPACES = (*WHO, *SAID)
