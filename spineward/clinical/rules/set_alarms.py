"""Which readings of a set mean help, not exercise? Rows 1-4 of table 2.4, in their order."""

from dataclasses import replace

from spineward.clinical.body import LEG_RANK, LegState
from spineward.clinical.catalogue import limit, zones
from spineward.clinical.facts import CareLevel, Gate, SetOutcome, SetVerdict
from spineward.clinical.facts.answers import AfterHalfHour
from spineward.clinical.rules.rule import RulesOf
from spineward.clinical.set_case import SetPart, grade_up

RULES: RulesOf[SetPart, SetOutcome] = RulesOf()

SYMPTOM_ITEMS = {"chest": "A13", "swelling": "B3"}
"""SS2 and SS3 count as the red-flag item they stand for (4.5)."""
UNSURE_EMERGENCY = ("A1?", "A2?", "A3?", "A5?", "A6?", "A8?")


def item_level(item: str) -> CareLevel:
    """The level of an A or B item, `?` for an unknown answer (0.4); others raise ValueError."""
    if item[:1] not in ("A", "B"):
        raise ValueError(f"red_flags: {item} is not allowed; an A or B item")
    if not item.endswith("?"):
        return CareLevel.EMERGENCY if item[0] == "A" else CareLevel.SAME_DAY
    if item in UNSURE_EMERGENCY:
        return CareLevel.EMERGENCY
    return CareLevel.SOON if item[0] == "B" and item != "B1?" else CareLevel.SAME_DAY


@RULES.rule("row 1", sources="BMJBP LOTH J", hazards="H-01 H-17")
def red_flag(leg: SetPart) -> SetOutcome | None:
    """Any emergency or same-day item is answered yes during or after a set."""
    context = leg.set.context
    if not context.red_flags and not context.symptoms:
        return None
    ticked = {SYMPTOM_ITEMS[sign] for sign in context.symptoms if sign in SYMPTOM_ITEMS}
    items = sorted({*context.red_flags, *ticked})
    if not items:
        return None
    level = max(item_level(item) for item in items)
    return SetOutcome(
        "RED_FLAG",
        SetVerdict.STOP_AND_ESCALATE,
        1,
        (*items, "row 1"),
        level,
        Gate.BLOCK if level >= CareLevel.SAME_DAY else Gate.EASE_ONLY,
    )


@RULES.rule("row 2", sources="BMJBP LOTH J", hazards="H-01 H-18")
def weaker(leg: SetPart) -> SetOutcome | None:
    """A leg is newly weak or weaker, or that is still unclear after the strength check."""
    answers = leg.set.weakness
    if answers.isdisjoint(("new_or_more", "not_sure")):
        return None
    item = "B1" if "new_or_more" in answers else "B1?"
    return SetOutcome(
        "NEURO_MOTOR",
        SetVerdict.STOP_AND_ESCALATE,
        2,
        (item, "row 2"),
        CareLevel.SAME_DAY,
        Gate.BLOCK,
        ("A6", "A7"),
    )


def _second_leg_reached(base: LegState, now: LegState) -> bool:
    """Beyond its t0: tingling or numbness in the leg, or pain at rank 4 or further or in front."""
    known = zones()
    if now.front_pain > base.front_pain:
        return True
    if now.pain > base.pain and now.pain >= limit("set.second_leg_rank"):
        return True
    return any(
        grade > before.get(zone, 0) and known[zone].rank >= LEG_RANK
        for before, grades in (
            (base.tingling_at, now.tingling_at),
            (base.numbness_at, now.numbness_at),
        )
        for zone, grade in grades.items()
    )


def _second_leg(verdict: SetVerdict, at_30: AfterHalfHour | None, item: str = "") -> SetOutcome:
    escalates = verdict == SetVerdict.STOP_AND_ESCALATE
    return SetOutcome(
        "SECOND_LEG",
        verdict,
        3,
        (item, "row 3") if item else ("row 3",),
        CareLevel.EMERGENCY if escalates else CareLevel.SELF_CARE,
        Gate.BLOCK if escalates else Gate.EASE_ONLY,
        ("A5",) if at_30 == "still" else (),
        None if escalates or at_30 else limit("set.re_ask_minutes"),
        at_30,
    )


@RULES.rule("row 3", sources="BMJBP LOTH J", hazards="H-01")
def other_leg(leg: SetPart) -> SetOutcome | None:
    """The second leg has tingling, numbness, or pain below the buttock that it did not have.

    New pain in the buttock alone ends the session and is asked about again after 30 minutes.
    """
    if not leg.second_leg:
        return None
    at_30, asked = leg.at_30, leg.set.readings.at_30
    if _second_leg_reached(leg.base, leg.later):
        return _second_leg(SetVerdict.STOP_AND_ESCALATE, "further", "A5")
    if leg.later.pain <= leg.base.pain:
        return None
    if at_30 is None or asked is None:
        return _second_leg(SetVerdict.STOP_SESSION, None)
    if asked.not_sure:
        return _second_leg(SetVerdict.STOP_AND_ESCALATE, "further", "A5?")
    still = at_30.pain > leg.base.pain
    return _second_leg(SetVerdict.STOP_SESSION, "still" if still else "settled")


def _foot(zone: str) -> bool:
    return zones()[zone].band == max(known.band for known in zones().values())


def _numb_after(leg: SetPart, now: LegState, unsure: bool) -> AfterHalfHour:
    """How numbness stands 30 minutes on; not sure counts as one grade up where it was numb."""
    base, dense = leg.base.numbness_at, limit("b9.grade")
    risen = {zone: grade for zone, grade in now.numbness_at.items() if grade > base.get(zone, 0)}
    if unsure:
        if not any(part.base.numbness_at for part in leg.set.parts):
            return "still"
        risen |= {zone: min(grade + 1, dense) for zone, grade in base.items() if zone not in risen}
    if any(
        zone not in base or grade - base[zone] > 1 or (grade >= dense and _foot(zone))
        for zone, grade in risen.items()
    ):
        return "still"
    return "still_one_grade" if risen else "settled"


@RULES.rule("row 4", sources="BMJBP LOTH J", hazards="H-01 H-18")
def more_numb(leg: SetPart) -> SetOutcome | None:
    """Numbness rose a grade in any zone, or is new in any zone, or the person cannot tell.

    Still there after 30 minutes it is B9, unless it is one grade in a zone that was numb before.
    """
    asked, before = leg.set.readings.at_30, leg.base.numbness_at
    unsure_now = asked is not None and "numbness" in asked.not_sure
    risen = grade_up(before, leg.later.numbness_at)
    if not (risen or unsure_now or "numbness" in leg.set.unsure):
        return None
    ended = SetOutcome("NEURO_SENSORY", SetVerdict.STOP_SESSION, 4, ("row 4",), gate=Gate.EASE_ONLY)
    if leg.at_30 is None:
        return replace(ended, re_ask_minutes=limit("set.re_ask_minutes"))
    at_30 = _numb_after(leg, leg.at_30, unsure_now)
    if at_30 != "still":
        return replace(ended, at_30=at_30)
    sure = grade_up(before, leg.at_30.numbness_at)
    return SetOutcome(
        "NEURO_SENSORY",
        SetVerdict.STOP_AND_ESCALATE,
        4,
        ("B9" if sure else "B9?", "row 4"),
        CareLevel.SAME_DAY,
        Gate.BLOCK,
        at_30=at_30,
    )
