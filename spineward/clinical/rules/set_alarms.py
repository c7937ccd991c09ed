"""Which readings of a set mean help, not exercise? Rows 1-4 of table 2.4, in their order."""

from dataclasses import replace

from spineward.clinical.catalogue import limit
from spineward.clinical.facts import CareLevel, Gate, SetOutcome, SetVerdict
from spineward.clinical.facts.answers import AfterHalfHour
from spineward.clinical.rules.rule import RulesOf
from spineward.clinical.signs import PartSigns

RULES: RulesOf[PartSigns, SetOutcome] = RulesOf()


@RULES.rule("row 1", sources="BMJBP LOTH J", hazards="H-01 H-17")
def red_flag(leg: PartSigns) -> SetOutcome | None:
    """Any emergency or same-day item is answered yes during or after a set."""
    whole = leg.whole
    if whole.red_flag == "none" and not (whole.chest or whole.swelling):
        return None
    level = CareLevel.SELF_CARE if whole.red_flag == "none" else CareLevel[whole.red_flag]
    items: tuple[str, ...] = ()
    if whole.chest:  # SS2 and SS3 count as the red-flag item they stand for (4.5)
        items, level = ("A13",), CareLevel.EMERGENCY
    if whole.swelling:
        items, level = (*items, "B3"), max(level, CareLevel.SAME_DAY)
    return SetOutcome(
        "RED_FLAG",
        SetVerdict.STOP_AND_ESCALATE,
        1,
        (*items, "row 1"),
        level,
        Gate.BLOCK if level >= CareLevel.SAME_DAY else Gate.EASE_ONLY,
    )


@RULES.rule("row 2", sources="BMJBP LOTH J", hazards="H-01 H-18")
def weaker(leg: PartSigns) -> SetOutcome | None:
    """A leg is newly weak or weaker, or that is still unclear after the strength check."""
    if leg.whole.weak == "none":
        return None
    item = "B1" if leg.whole.weak == "new_or_more" else "B1?"
    return SetOutcome(
        "NEURO_MOTOR",
        SetVerdict.STOP_AND_ESCALATE,
        2,
        (item, "row 2"),
        CareLevel.SAME_DAY,
        Gate.BLOCK,
        ("A6", "A7"),
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
        None if at_30 else limit("set.re_ask_minutes"),
        at_30,
    )


@RULES.rule("row 3", sources="BMJBP LOTH J", hazards="H-01")
def other_leg(leg: PartSigns) -> SetOutcome | None:
    """The second leg has tingling, numbness, or pain below the buttock that it did not have.

    New pain in the buttock alone ends the session and is asked about again after 30 minutes.
    """
    if leg.second == "no":
        return None
    if leg.second == "beyond":
        return _second_leg(SetVerdict.STOP_AND_ESCALATE, "further", "A5")
    if leg.second == "buttock":
        return _second_leg(SetVerdict.STOP_SESSION, None)
    if leg.second == "buttock_unsure":
        return _second_leg(SetVerdict.STOP_AND_ESCALATE, "further", "A5?")
    return _second_leg(
        SetVerdict.STOP_SESSION, "still" if leg.second == "buttock_still" else "settled"
    )


@RULES.rule("row 4", sources="BMJBP LOTH J", hazards="H-01 H-18")
def more_numb(leg: PartSigns) -> SetOutcome | None:
    """Numbness rose a grade in any zone, or is new in any zone, or the person cannot tell.

    Still there after 30 minutes it is B9, unless it is one grade in a zone that was numb before.
    """
    found = leg.numb
    if found == "no":
        return None
    ended = SetOutcome("NEURO_SENSORY", SetVerdict.STOP_SESSION, 4, ("row 4",), gate=Gate.EASE_ONLY)
    if found in ("more", "unsure"):
        return replace(ended, re_ask_minutes=limit("set.re_ask_minutes"))
    if found in ("settled", "still_one_grade"):
        return replace(ended, at_30=found)
    return SetOutcome(
        "NEURO_SENSORY",
        SetVerdict.STOP_AND_ESCALATE,
        4,
        ("B9" if found == "still" else "B9?", "row 4"),
        CareLevel.SAME_DAY,
        Gate.BLOCK,
        at_30="still",
    )
