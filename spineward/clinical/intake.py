"""Is this situation possible at all? Unknown ids, impossible numbers and future dates are refused.

Pages offer only what is allowed; commands and archives hand in whatever they like, so they pass
through here. A refusal names the field, its value and what is allowed, in one line.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any, get_args

from spineward.clinical.catalogue import zones
from spineward.clinical.facts import Chart, Situation
from spineward.clinical.facts.answers import Answer, SexualAnswer
from spineward.clinical.facts.ranges import RANGES

ITEMS = frozenset(
    [f"A{n}" for n in range(1, 17)]
    + [f"B{n}" for n in range(1, 11)]
    + [f"C{n}" for n in range(1, 17)]
)
CLEARANCES = frozenset(f"CL{n}" for n in range(1, 7))
BACKGROUND = frozenset(
    "cancer anticoagulant bleeding_disorder diabetes steroids_3m weak_immunity dialysis "
    "injected_drugs infection_3m osteoporosis aneurysm heart_or_artery smoked "
    "takes_nsaid_or_aspirin".split()
)
FEATURES = frozenset(
    "worse_standing_or_walking eased_sitting eased_bending both_sides worse_cough buttock_worst "
    "worse_sitting tender_buttock worse_crossing groin_pain limp stiff_socks_shoes dimple_pain "
    "outer_hip_lying sit_bone_running numb_outer_thigh".split()
)
MEDICINES = frozenset(
    "nsaid_reaction ulcer_or_bleed severe_heart_kidney_liver on_nsaid high_blood_pressure "
    "heart_kidney_liver asthma nasal_polyps crohns_or_colitis aspirin clopidogrel ssri_or_snri "
    "steroid lithium methotrexate ace_or_arb_with_diuretic dehydrated chickenpox breastfeeding "
    "trying_for_pregnancy surgery_2_weeks".split()
)
ANSWERS = get_args(Answer)
SEXUAL_ANSWERS = get_args(SexualAnswer)
REVIEWABLE = ITEMS | frozenset(
    [*(f"T{n}" for n in range(1, 10)), "N3", "NC1", "NC2", "FLARE_LONG", *CLEARANCES]
)
_ROUNDING_HOURS = 24
"""A day may lie one calendar day ahead of `now` when the offsets of two clocks differ."""


class InvalidInput(ValueError):
    """A field that cannot be. The message names the field, the value and what is allowed."""

    def __init__(self, field: str, value: object, allowed: str) -> None:
        super().__init__(f"{field}: {value!r} is not allowed; {allowed}")
        self.field = field


def _some(ids: Iterable[str]) -> str:
    return "one of " + ", ".join(sorted(ids))


def _keys(field: str, table: Mapping[str, Any], known: frozenset[str]) -> None:
    for key in table:
        if key not in known:
            raise InvalidInput(field, key, _some(known))


def _items(situation: Situation) -> None:
    _keys("item", situation.item, ITEMS)
    for key, value in situation.item.items():
        allowed = SEXUAL_ANSWERS if key == "A4" else ANSWERS
        if value not in allowed:
            raise InvalidInput(f"item.{key}", value, _some(allowed))


def _days(situation: Situation) -> None:
    latest = (situation.now + timedelta(hours=_ROUNDING_HOURS)).date()
    named = {"episode_start": situation.episode_start, "leg_onset": situation.leg_onset}
    for field in ("since", "worsened", "examined", "reviewed"):
        table: Mapping[str, date] = getattr(situation, field)
        _keys(field, table, REVIEWABLE)
        named |= {f"{field}.{key}": day for key, day in table.items()}
    for one in situation.spine_procedure or ():
        named["spine_procedure"] = one.on
    for field, day in named.items():
        if isinstance(day, date) and day > latest:
            raise InvalidInput(field, str(day), "a day that is not in the future")
    start, onset = situation.episode_start, situation.leg_onset
    if start and isinstance(onset, date) and onset < start:
        raise InvalidInput("leg_onset", str(onset), f"episode_start ({start}) or a later day")


def _numbers(situation: Situation) -> None:
    for field, (low, high) in RANGES.items():
        value = getattr(situation, field, None)
        if value is not None and not low <= value <= high:
            raise InvalidInput(field, value, f"a whole number from {low} to {high}")


def check_chart(field: str, chart: Chart | None) -> None:
    """Refuses a zone or a side that the body map does not have."""
    known = zones()
    for mark in chart or ():
        if mark.zone not in known:
            raise InvalidInput(f"{field}.zone", mark.zone, _some(known))
        if mark.side not in known[mark.zone].sides:
            raise InvalidInput(f"{field}.side", mark.side, _some(known[mark.zone].sides))


def _past(situation: Situation) -> None:
    past = situation.history
    moments = {
        "history.check_ins": [record.at for record in past.check_ins],
        "history.sessions": [session.started for session in past.sessions],
        "history.locks": [lock.fired_at for lock in past.locks],
        "history.weekly": [entry.at for entry in past.weekly],
        "history.strength": [check.at for check in past.strength],
    }
    for field, times in moments.items():
        if times and times[-1] > situation.now:
            raise InvalidInput(field, times[-1].isoformat(), "a moment that is not after `now`")
    for record in past.check_ins:
        check_chart("history.check_ins.chart", record.chart)


_CHECKS: tuple[Callable[[Situation], None], ...] = (_items, _days, _numbers, _past)


def checked(situation: Situation) -> Situation:
    """The same situation, known to be possible. Raises InvalidInput otherwise."""
    for check in _CHECKS:
        check(situation)
    _keys("background", situation.background, BACKGROUND)
    _keys("clearance", situation.clearance, CLEARANCES)
    _keys("cleared", situation.cleared, CLEARANCES)
    _keys("detail", situation.detail, ITEMS)
    _keys("features", situation.features, FEATURES)
    _keys("medicines", situation.medicines, MEDICINES)
    check_chart("chart", situation.chart)
    return situation
