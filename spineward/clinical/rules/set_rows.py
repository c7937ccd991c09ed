"""What does a set without alarm mean? Rows 5-12 of table 2.4; the first match of a leg counts.

Rows 5-7 are read on both legs and the back, row 8 on the back, rows 9-12 on what had a symptom
before the set. `set_verdict` joins them with rows 1-4 (`set_alarms`): the worse leg rules.
"""

from spineward.clinical.body import LEG_RANK
from spineward.clinical.catalogue import limit, zones
from spineward.clinical.facts import Gate, Label, SetOutcome, SetVerdict
from spineward.clinical.rules.rule import RulesOf
from spineward.clinical.set_case import SetCase, SetPart, felt, further, grade_up

WORSE: RulesOf[SetPart, SetOutcome] = RulesOf()
BACK: RulesOf[SetPart, SetOutcome] = RulesOf()
CHANGE: RulesOf[SetPart, SetOutcome] = RulesOf()

BACK_RANKS = range(1, LEG_RANK)


def _mild_back_ache_only(case: SetCase) -> bool:
    """Nothing was felt at t0, and since then only a mild ache in the back.

    t0 is the one that "up" is judged against: an ache that came with an earlier set of a session
    begun without symptoms is still that ache.
    """
    first = case.context.session_t0
    starts = (case.readings.t0.chart, case.readings.t0.chart if first is None else first)
    if "place" in case.unsure or all(any(felt(mark) for mark in chart) for chart in starts):
        return False
    known, most = zones(), limit("set.back_quiet")
    return all(
        known[mark.zone].rank in BACK_RANKS and mark.pain <= most and not mark.tingling
        for reading in case.given
        for mark in reading.chart
        if felt(mark)
    )


@WORSE.rule("row 5", sources="CPG12 MAY12 ALB12 SEED J", hazards="H-02")
def peripheralized(leg: SetPart) -> SetOutcome | None:
    """Pain or tingling reaches further from the spine by a rank or more, or its place is unclear.

    The movement stops at once. Not back within ten minutes, or for the second time: the session.
    """
    case = leg.set
    if leg.part == "back" and case.t0.legs_symptomatic:
        return None
    if not ("place" in case.unsure or further(leg.base, leg.peak)):
        return None
    if _mild_back_ache_only(case):
        return SetOutcome("BACK_OVERLOAD", SetVerdict.REGRESS, 5, ("row 5",))
    unsettled = case.overdue if case.readings.at_10 is None else not case.settled
    if case.context.row5_before or unsettled:
        return SetOutcome(
            "PERIPHERALIZED", SetVerdict.STOP_SESSION, 5, ("row 5",), gate=Gate.EASE_ONLY
        )
    awaited = limit("set.settle_minutes") if case.readings.at_10 is None else None
    return SetOutcome(
        "PERIPHERALIZED", SetVerdict.STOP_MOVEMENT, 5, ("row 5",), re_ask_minutes=awaited
    )


@WORSE.rule("row 6", sources="CPG12 J", hazards="H-02")
def more_tingling(leg: SetPart) -> SetOutcome | None:
    """Tingling rose a grade, or is new in a zone it already reached, or that is unclear."""
    before = leg.base.tingling_at
    if "tingling" in leg.set.unsure or grade_up(before, leg.peak.tingling_at):
        return SetOutcome("NEURO_IRRITATION", SetVerdict.STOP_MOVEMENT, 6, ("row 6",))
    return None


@WORSE.rule("row 7", sources="J", hazards="H-02 H-03")
def stronger(leg: SetPart) -> SetOutcome | None:
    """Leg pain rose by two or more in the same place, or sharp or shooting leg pain is new."""
    if leg.part == "back":
        return None
    most = leg.base.intensity + limit("set.leg_up")
    if leg.set.sharp or leg.peak.intensity >= most:
        return SetOutcome("WORSE_IN_PLACE", SetVerdict.STOP_MOVEMENT, 7, ("row 7",))
    return None


@BACK.rule("row 8", sources="MAY12 J", hazards="H-02 H-07")
def back_overload(back: SetPart) -> SetOutcome | None:
    """Back pain rose by three or more and no leg is worse: half the range, the leg decides."""
    most = back.base.intensity + limit("set.back_up")
    if back.peak.intensity < most:
        return None
    drew_back = all(centralizing(part) for part in back.set.read_for_change)
    label: Label = "CENTRALIZING" if drew_back else "BACK_OVERLOAD"
    return SetOutcome(label, SetVerdict.REGRESS, 8, ("row 8",))


@CHANGE.rule("row 9", sources="CPG12 MAY12 SKY05", hazards="H-20")
def centralizing(leg: SetPart) -> SetOutcome | None:
    """Pain reaches less far right after the set and still does after a minute or two upright."""
    if leg.nearer(leg.t1) and leg.nearer(leg.t2):
        return SetOutcome("CENTRALIZING", SetVerdict.CONTINUE, 9, ("row 9",))
    return None


@CHANGE.rule("row 10", sources="ALB12 J", hazards="H-20")
def unstable(leg: SetPart) -> SetOutcome | None:
    """Pain reaches less far right after the set, and that does not last or nobody said so."""
    if leg.nearer(leg.t1):
        return SetOutcome("UNSTABLE", SetVerdict.CONTINUE_CAUTION, 10, ("row 10",))
    return None


@CHANGE.rule("row 11", sources="ALB12 J", hazards="H-20")
def reduced(leg: SetPart) -> SetOutcome | None:
    """In the same place, pain is down by two or more, or tingling or numbness by a grade, lasting.

    That pain reaches no further needs no reading here: row 5 comes first.
    """
    if leg.less():
        return SetOutcome("REDUCED", SetVerdict.CONTINUE, 11, ("row 11",))
    return None


@CHANGE.rule("row 12", sources="ALB12 J", hazards="H-20")
def no_change(leg: SetPart) -> SetOutcome | None:
    """None of the other rows; with no symptom before and none since, there is nothing to change."""
    if any(felt(mark) for reading in leg.set.given for mark in reading.chart):
        return SetOutcome("NO_CHANGE", SetVerdict.CONTINUE_CAUTION, 12, ("row 12",))
    return SetOutcome("SYMPTOM_FREE", SetVerdict.CONTINUE, 12, ("row 12",))


RULES: RulesOf[SetPart, SetOutcome] = RulesOf()
RULES.rules = [*WORSE.rules, *BACK.rules, *CHANGE.rules]
