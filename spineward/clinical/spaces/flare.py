"""Every case of the flare rules: one check-in, how a flare ends, what came before, how long.

A flare is worked out by walking through the check-ins, so its input has no end. It is factored by
what a check-in is to that walk: severe, calm, calm but further down, or not answered (`flare.day`
tells which answers make which). `flare.course` then takes every sequence of four such check-ins.
The walk keeps only whether it is in a flare, since when it was calm, and the last place of pain:
four steps pass through each of these states into each.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from spineward.clinical.facts import CheckInRecord, ExerciseSession, Mark, SetRecord, SetVerdict
from spineward.clinical.spaces.space import (
    NOW,
    Axis,
    Space,
    Value,
    chain,
    numbers,
    ordered,
)

RULES = ("FLARE_SEVERE", "FLARE_MODERATE", "FLARE_LONG")
NO_MEDIAN = "earlier check-ins are varied in `flare.course` and `flare.week`"
FREE = {"can_sit_10": "yes", "can_stand_10": "yes", "can_walk_10": "yes"}
CALM_DAY: dict[str, Any] = {
    **FREE,
    "eased_by_position": "yes",
    "after_activity": "none",
    "nights_broken": 0,
}
NOT_READ = {
    "history.sessions": "sessions are varied in `flare.week` and `flare.course`",
    "history.check_ins": NO_MEDIAN,
    "checked_in_at": "today's answers were given now",
    "worst_24h": "kept with the record, and read by no flare rule",
    "hours_at_8": "kept with the record, and read by B6",
    "strength.*": "kept with the record, and read by `strength`",
    "leg_onset": "T2 is varied in `flare.long`",
    "reviewed.FLARE_LONG": "varied in `flare.long`",
    "reviewed.T2": "T2 is varied in `trends`",
    "told_ok.FLARE_LONG": "varied in `flare.long`",
    "told_ok.T2": "T2 is varied in `trends`",
}


def here(pain: int, zone: str = "calf_upper") -> tuple[Mark, ...]:
    """Pain in one zone of the left leg; none at 0."""
    return (Mark(zone, "left", pain=pain),) if pain else ()


def earlier(hours: float, leg: int | None, zone: str = "calf_upper", **said: Any) -> CheckInRecord:
    """An earlier check-in: leg pain in one zone, calm in everything else."""
    chart = None if leg is None else here(leg, zone)
    answers: Mapping[str, Any] = CALM_DAY | said
    return CheckInRecord(
        at=NOW - timedelta(hours=hours), leg_now=leg, back_now=0, chart=chart, **answers
    )


def _can(*names: str) -> dict[str, str]:
    return {name: "no" if name in names else "yes" for name in FREE}


DAY = Space(
    id="flare.day",
    about="One check-in by itself: which answers make a severe or moderate flare",
    rules=RULES,
    axes=(
        numbers("leg_now", *range(11), name="leg pain"),
        numbers("back_now", *range(11), name="back pain"),
        Axis(
            "a position eases it",
            (
                Value("yes", {"eased_by_position": "yes"}),
                Value("not asked"),
                Value("not sure", {"eased_by_position": "not_sure"}),
                Value("no", {"eased_by_position": "no"}),
            ),
            (("yes", "not asked"), ("yes", "not sure"), ("yes", "no")),
        ),
        ordered(
            "cannot for 10 minutes",
            Value("nothing", _can()),
            Value("sit", _can("can_sit_10")),
            Value("sit and stand", _can("can_sit_10", "can_stand_10")),
            Value("sit, stand and walk", _can(*FREE)),
        ),
        ordered(
            "after activity",
            Value("none", {"after_activity": "none"}),
            Value("not asked"),
            Value("under 30", {"after_activity": "under_30"}),
            Value("30 to 60", {"after_activity": "30_to_60"}),
            Value("over 60", {"after_activity": "over_60"}),
        ),
        ordered(
            "nights broken",
            Value("0", {"nights_broken": 0}),
            Value("not asked"),
            *(Value(str(n), {"nights_broken": n}) for n in (1, 2, 3)),
        ),
    ),
    base={"chart": ()},
    held=NOT_READ,
)

SEVERE, MILD, FURTHER, SIX = (8, "calf_upper"), (3, "calf_upper"), (3, "toes"), (6, "calf_upper")
NEARER = (3, "buttock")


def _step(name: str, hours: float) -> Axis:
    kinds = {"severe": SEVERE, "calm": MILD, "calm, further down": FURTHER, "six": SIX}
    values = [
        Value(label, {"history.check_ins+": (earlier(hours, *kind),)})
        for label, kind in kinds.items()
    ]
    values += [
        Value("calm, nearer", {"history.check_ins+": (earlier(hours, *NEARER),)}),
        Value("not answered", {"history.check_ins+": (earlier(hours, None),)}),
    ]
    return Axis(
        name,
        tuple(values),
        # How far down it was earlier, and whether that is known, is what now is compared with.
        (("calm", "severe"),),
    )


def _now() -> Axis:
    kinds = {
        "calm, nearer": NEARER,
        "calm": MILD,
        "calm, further down": FURTHER,
        "six": SIX,
        "severe": SEVERE,
    }
    values = [
        Value(label, {"leg_now": leg, "chart": here(leg, zone)})
        for label, (leg, zone) in kinds.items()
    ]
    return Axis(
        "now",
        (*values, Value("not answered")),
        chain("calm, nearer", "calm", "calm, further down", "severe"),
    )


def _too_much(hours: float) -> dict[str, tuple[ExerciseSession, ...]]:
    at = NOW - timedelta(hours=hours)
    done = SetRecord("M10", at, 7, "WORSE_IN_PLACE", SetVerdict.STOP_SESSION)
    return {"history.sessions+": (ExerciseSession(at, at, sets=(done,), stops=("SS4",)),)}


COURSE = Space(
    id="flare.course",
    about="Three check-ins and now: how a severe flare starts, goes on and ends",
    rules=RULES,
    axes=(
        _step("2 days ago", 48),
        _step("12 hours ago", 12),
        _step("11 hours 59 ago", 11.99),
        _now(),
        Axis(
            "8 or more in a session",
            (
                Value("never"),
                Value("an hour ago", _too_much(1)),
                Value("13 hours ago", _too_much(13)),
                Value("3 days ago", _too_much(72)),
            ),
            chain("never", "3 days ago", "13 hours ago", "an hour ago"),
        ),
    ),
    base=CALM_DAY | {"back_now": 0},
    held=NOT_READ,
)

SPACES = (DAY, COURSE)
