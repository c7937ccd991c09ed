"""What does a set without alarm mean? Rows 5-12 of table 2.4; the first match of a leg counts.

Rows 5-7 are read on both legs and the back, row 8 on the back, rows 9-12 on what had a symptom
before the set. `set_verdict` joins them with rows 1-4 (`set_alarms`): the worse leg rules.
"""

from spineward.clinical.catalogue import limit
from spineward.clinical.facts import Gate, Label, SetOutcome, SetVerdict
from spineward.clinical.rules.rule import RulesOf
from spineward.clinical.signs import PartSigns

WORSE: RulesOf[PartSigns, SetOutcome] = RulesOf()
BACK: RulesOf[PartSigns, SetOutcome] = RulesOf()
CHANGE: RulesOf[PartSigns, SetOutcome] = RulesOf()


@WORSE.rule("row 5", sources="CPG12 MAY12 ALB12 SEED J", hazards="H-02")
def peripheralized(leg: PartSigns) -> SetOutcome | None:
    """Pain or tingling reaches further from the spine by a rank or more, or its place is unclear.

    The movement stops at once. Not back within ten minutes, or for the second time: the session.
    """
    whole = leg.whole
    if leg.reach == "no":
        return None
    if leg.reach == "mild_back_ache":
        return SetOutcome("BACK_OVERLOAD", SetVerdict.REGRESS, 5, ("row 5",))
    unasked = whole.settling == "not_asked"
    unsettled = whole.overdue if unasked else whole.settling == "not_settled"
    if whole.row5_before or unsettled:
        return SetOutcome(
            "PERIPHERALIZED", SetVerdict.STOP_SESSION, 5, ("row 5",), gate=Gate.EASE_ONLY
        )
    awaited = limit("set.settle_minutes") if unasked else None
    return SetOutcome(
        "PERIPHERALIZED", SetVerdict.STOP_MOVEMENT, 5, ("row 5",), re_ask_minutes=awaited
    )


@WORSE.rule("row 6", sources="CPG12 J", hazards="H-02")
def more_tingling(leg: PartSigns) -> SetOutcome | None:
    """Tingling rose a grade, or is new in a zone it already reached, or that is unclear."""
    if leg.tingles == "no":
        return None
    return SetOutcome("NEURO_IRRITATION", SetVerdict.STOP_MOVEMENT, 6, ("row 6",))


@WORSE.rule("row 7", sources="J", hazards="H-02 H-03")
def stronger(leg: PartSigns) -> SetOutcome | None:
    """Leg pain rose by two or more in the same place, or sharp or shooting leg pain is new."""
    if leg.stronger == "no":
        return None
    return SetOutcome("WORSE_IN_PLACE", SetVerdict.STOP_MOVEMENT, 7, ("row 7",))


@BACK.rule("row 8", sources="MAY12 J", hazards="H-02 H-07")
def back_overload(back: PartSigns) -> SetOutcome | None:
    """Back pain rose by three or more and no leg is worse: half the range, the leg decides."""
    if back.back_up == "no":
        return None
    drew_back = back.back_up == "up_while_nearer"
    label: Label = "CENTRALIZING" if drew_back else "BACK_OVERLOAD"
    return SetOutcome(label, SetVerdict.REGRESS, 8, ("row 8",))


@CHANGE.rule("row 9", sources="CPG12 MAY12 SKY05", hazards="H-20")
def centralizing(leg: PartSigns) -> SetOutcome | None:
    """Pain reaches less far right after the set and still does after a minute or two upright."""
    if leg.nearer_t1 and leg.nearer_t2 == "yes":
        return SetOutcome("CENTRALIZING", SetVerdict.CONTINUE, 9, ("row 9",))
    return None


@CHANGE.rule("row 10", sources="ALB12 J", hazards="H-20")
def unstable(leg: PartSigns) -> SetOutcome | None:
    """Pain reaches less far right after the set, and that does not last or nobody said so."""
    if leg.nearer_t1:
        return SetOutcome("UNSTABLE", SetVerdict.CONTINUE_CAUTION, 10, ("row 10",))
    return None


@CHANGE.rule("row 11", sources="ALB12 J", hazards="H-20")
def reduced(leg: PartSigns) -> SetOutcome | None:
    """In the same place, pain is down by two or more, or tingling or numbness by a grade, lasting.

    That pain reaches no further needs no reading here: row 5 comes first.
    """
    if leg.less and leg.nearer_t2 != "missing":
        return SetOutcome("REDUCED", SetVerdict.CONTINUE, 11, ("row 11",))
    return None


@CHANGE.rule("row 12", sources="ALB12 J", hazards="H-20")
def no_change(leg: PartSigns) -> SetOutcome | None:
    """None of the other rows; with no symptom before and none since, there is nothing to change."""
    if leg.whole.any_felt:
        return SetOutcome("NO_CHANGE", SetVerdict.CONTINUE_CAUTION, 12, ("row 12",))
    return SetOutcome("SYMPTOM_FREE", SetVerdict.CONTINUE, 12, ("row 12",))


RULES: RulesOf[PartSigns, SetOutcome] = RulesOf()
RULES.rules = [*WORSE.rules, *BACK.rules, *CHANGE.rules]
