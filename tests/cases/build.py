"""How does a worked case become a Situation? The defaults, and a short way to write charts.

Conventions: age 40, right leg, episode and leg symptoms since 14 days, every red flag, background,
clearance and medicine answer no, sits, stands and walks 10 minutes, awake for hours.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from spineward.clinical import intake
from spineward.clinical.body import LEGS, back_state, leg_state
from spineward.clinical.facts import (
    Chart,
    CheckInRecord,
    ExerciseSession,
    History,
    Mark,
    SetRecord,
    SetVerdict,
    Situation,
)
from spineward.clinical.facts.answers import Label
from spineward.clinical.questions import items

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TODAY = NOW.date()

# In order, for the workers of a test run must agree on it.
ITEMS = sorted(intake.ITEMS)
BACKGROUND = sorted(intake.BACKGROUND)
FEATURES = sorted(intake.FEATURES)
MEDICINES = sorted(intake.MEDICINES)
KEYS = {
    "item": intake.ITEMS,
    "background": intake.BACKGROUND,
    "features": intake.FEATURES,
    "medicines": intake.MEDICINES,
    "clearance": intake.CLEARANCES,
    "cleared": intake.CLEARANCES,
    "detail": intake.ITEMS,
    **dict.fromkeys(("since", "worsened", "examined", "reviewed"), intake.REVIEWABLE),
    **dict.fromkeys(("told_ok", "before_episode", "same_as_usual"), intake.REVIEWABLE),
}

ZONE_OF_RANK = {
    1: "low_back_midline",
    2: "low_back",
    3: "buttock",
    4: "thigh_back_upper",
    5: "thigh_back_lower",
    6: "calf_upper",
    7: "calf_lower",
    8: "sole",
    9: "toes",
}
GRADES = {"r": "pain", "tg": "tingling", "nb": "numbness"}


def days_ago(days: float) -> date:
    """The calendar day that many days before the cases' today."""
    return (NOW - timedelta(days=days)).date()


def ago(**parts: float) -> datetime:
    """That long before the cases' now."""
    return NOW - timedelta(**parts)


def chart(text: str = "") -> Chart:
    """Marks from words, e.g. "r6:4 left/tg8:1 nb9:1u front:7".

    Pain 4 at rank 6 (right), tingling on the left, numbness marked usual, front thigh; "back:2" is
    midline, "back2:2" one-sided right; a zone also by its name: "saddle/nb:1", "groin:3".
    """
    marks: list[Mark] = []
    for word in text.split():
        where, _, grade = word.partition(":")
        usual = grade.endswith("u")
        side, _, place = (
            where.rpartition("/") if where.startswith(("left/", "right/")) else ("", "", where)
        )
        zone, kind = _zone(place)
        middle = zone in ("low_back_midline", "saddle", "trunk", "mid_back")
        marks.append(
            Mark(
                zone=zone,
                side="middle" if middle else "left" if side == "left" else "right",
                usual=usual,
                **{kind: int(grade.rstrip("u"))},
            )
        )
    return tuple(marks)


def _zone(place: str) -> tuple[str, str]:
    for prefix, kind in sorted(GRADES.items(), key=lambda pair: -len(pair[0])):
        rank = place.removeprefix(prefix)
        if rank != place and rank.isdigit():
            return ZONE_OF_RANK[int(rank)], kind
    name, _, short = place.partition("/")
    kind = GRADES.get(short, "pain")
    named = {"back": "low_back_midline", "back2": "low_back", "front": "front_thigh"}
    return named.get(name, name), kind


def typical(text: str = "r5:3", **changes: Any) -> Situation:
    """The person of the conventions with this chart; dict fields in `changes` are merged in."""
    marks = chart(text)
    base: dict[str, Any] = {
        "now": NOW,
        "age": 40,
        "episode_start": days_ago(14),
        "leg_onset": days_ago(14),
        "first_ever": "no",
        "change_so_far": 0,
        "background": dict.fromkeys(BACKGROUND, "no"),
        "pregnant": "no",
        "spine_procedure": (),
        "clearance": dict.fromkeys(intake.CLEARANCES, "no"),
        "floor_ok": "yes",
        "item": dict.fromkeys(ITEMS, "no") | {"A4": "no_change"},
        "chart": marks,
        "leg_now": max(leg_state(marks, leg).intensity for leg in LEGS),
        "back_now": back_state(marks).intensity,
        "worst_24h": 0,
        "eased_by_position": "yes",
        "can_sit_10": "yes",
        "can_stand_10": "yes",
        "can_walk_10": "yes",
        "after_activity": "none",
        "nights_broken": 0,
        "woke_at": ago(hours=5),
        "features": dict.fromkeys(FEATURES, "no"),
        "worse_bending": "no",
        "medicines": dict.fromkeys(MEDICINES, "no"),
    }
    refuse_unknown(changes)
    for name, value in changes.items():
        base[name] = base[name] | value if isinstance(base.get(name), dict) else value
    return Situation(**base)


def refuse_unknown(changes: Mapping[str, Any]) -> None:
    """A key that no rule can read would leave a case quietly without its point."""
    for name, known in KEYS.items():
        if unknown := set(changes.get(name, {})) - known:
            raise KeyError(f"{name}: {', '.join(sorted(unknown))}")
    for item, answers in changes.get("detail", {}).items():
        asked = items()[item]
        if unknown := set(answers) - {*asked.features, *asked.always}:
            raise KeyError(f"detail.{item}: {', '.join(sorted(unknown))}")


def done(movement: str, row: int, at: datetime, **more: Any) -> SetRecord:
    """One set as recorded, with the label and verdict that the row usually has."""
    label, verdict = ROW_OUTCOME[row]
    return SetRecord(movement, at, row, label, verdict, **more)


ROW_OUTCOME: dict[int, tuple[Label, SetVerdict]] = {
    0: ("NOT_ASSESSED", SetVerdict.STOP_SESSION),
    1: ("RED_FLAG", SetVerdict.STOP_AND_ESCALATE),
    2: ("NEURO_MOTOR", SetVerdict.STOP_AND_ESCALATE),
    3: ("SECOND_LEG", SetVerdict.STOP_SESSION),
    4: ("NEURO_SENSORY", SetVerdict.STOP_SESSION),
    5: ("PERIPHERALIZED", SetVerdict.STOP_MOVEMENT),
    6: ("NEURO_IRRITATION", SetVerdict.STOP_MOVEMENT),
    7: ("WORSE_IN_PLACE", SetVerdict.STOP_MOVEMENT),
    8: ("BACK_OVERLOAD", SetVerdict.REGRESS),
    9: ("CENTRALIZING", SetVerdict.CONTINUE),
    10: ("UNSTABLE", SetVerdict.CONTINUE_CAUTION),
    11: ("REDUCED", SetVerdict.CONTINUE),
    12: ("NO_CHANGE", SetVerdict.CONTINUE_CAUTION),
}


def session(at: datetime, *sets: tuple[str, int], t0: str = "", **more: Any) -> ExerciseSession:
    """One completed session at that time: sets as (movement, row), its first chart as words."""
    records = tuple(done(movement, row, at + timedelta(minutes=5)) for movement, row in sets)
    return ExerciseSession(at, at + timedelta(minutes=20), chart(t0), records, **more)


def day_values(*values: int, text: str = "r6:{}") -> tuple[CheckInRecord, ...]:
    """One calm check-in a day up to yesterday with these leg values, oldest first."""
    count = len(values)
    return tuple(
        CheckInRecord(
            at=ago(days=count - index),
            leg_now=value,
            back_now=0,
            chart=chart(text.format(value)) if value else (),
            eased_by_position="yes",
            can_sit_10="yes",
            can_stand_10="yes",
            can_walk_10="yes",
            after_activity="none",
            nights_broken=0,
        )
        for index, value in enumerate(values)
    )


def established(text: str = "r5:3", *, row: int = 11, **changes: Any) -> Situation:
    """ "est.": 6 sessions in the last 10 days, last responses row 11, day values equal to now."""
    person = typical(text, **changes)
    if "history" in changes:
        return person
    used = ("M10", "M33", "M20", "M11")
    sessions = tuple(
        session(ago(days=10 - 1.8 * index, hours=1), *((m, row) for m in used), t0=text)
        for index in range(6)
    )
    values = day_values(*([person.leg_now or 0] * 10))
    same = tuple(replace(record, chart=person.chart, back_now=person.back_now) for record in values)
    return replace(person, history=History(check_ins=same, sessions=sessions))
