"""What does one set's reading mean? Table 2.4, row by row: the first match of each leg counts.

Rows 1-7 are read on both legs and the back. Only when none of them matches is row 8 read for the
back, and rows 9-12 on the legs that had a symptom before the set. The worse leg rules.
"""

from dataclasses import replace

from spineward.clinical.body import LEG_RANK, LegState
from spineward.clinical.catalogue import limit, zones
from spineward.clinical.facts import CareLevel, Gate, Mark, SetOutcome, SetVerdict
from spineward.clinical.facts.answers import AfterHalfHour
from spineward.clinical.rules.rule import RulesOf
from spineward.clinical.set_case import SetCase, SetPart, further, grade_up

WORSE: RulesOf[SetPart, SetOutcome] = RulesOf()
BACK: RulesOf[SetPart, SetOutcome] = RulesOf()
CHANGE: RulesOf[SetPart, SetOutcome] = RulesOf()

SYMPTOM_ITEMS = {"chest": "A13", "swelling": "B3"}
"""SS2 and SS3 count as the red-flag item they stand for (4.5)."""
OPENS = {"saddle": "A3", "trunk": "A8", "mid_back": "C5", "groin": "C12"}
"""A new mark off the path is never ranked; it opens the item's question (2.2)."""
UNSURE_EMERGENCY = ("A1?", "A2?", "A3?", "A5?", "A6?", "A8?")
AT_30: tuple[AfterHalfHour, ...] = ("settled", "still_one_grade", "still", "further")

BACK_RANKS = range(1, LEG_RANK)


def felt(mark: Mark) -> bool:
    """Anything at all in this zone."""
    return bool(mark.pain or mark.tingling or mark.numbness)


def item_level(item: str) -> CareLevel:
    """The level of an A or B item, `?` for an unknown answer (0.4); others raise ValueError."""
    if item[:1] not in ("A", "B"):
        raise ValueError(f"red_flags: {item} is not allowed; an A or B item")
    if not item.endswith("?"):
        return CareLevel.EMERGENCY if item[0] == "A" else CareLevel.SAME_DAY
    if item in UNSURE_EMERGENCY:
        return CareLevel.EMERGENCY
    return CareLevel.SOON if item[0] == "B" and item != "B1?" else CareLevel.SAME_DAY


@WORSE.rule("row 1", sources="BMJBP LOTH J", hazards="H-01 H-17")
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


@WORSE.rule("row 2", sources="BMJBP LOTH J", hazards="H-01 H-18")
def weaker(leg: SetPart) -> SetOutcome | None:
    """A leg is newly weak or weaker, or that is still unclear after the strength check."""
    answers = {reading.weakness for reading in leg.set.given}
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


@WORSE.rule("row 3", sources="BMJBP LOTH J", hazards="H-01")
def other_leg(leg: SetPart) -> SetOutcome | None:
    """The second leg has tingling, numbness, or pain below the buttock that it did not have.

    New pain in the buttock alone ends the session and is asked about again after 30 minutes.
    """
    if not leg.second_leg:
        return None
    at_30, asked = leg.at_30, leg.set.readings.at_30
    if any(_second_leg_reached(leg.base, now) for now in leg.later):
        after = "further" if at_30 and _second_leg_reached(leg.base, at_30) else None
        return _second_leg(SetVerdict.STOP_AND_ESCALATE, after, "A5")
    if not any(now.pain > leg.base.pain for now in leg.later):
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


@WORSE.rule("row 4", sources="BMJBP LOTH J", hazards="H-01 H-18")
def more_numb(leg: SetPart) -> SetOutcome | None:
    """Numbness rose a grade in any zone, or is new in any zone, or the person cannot tell.

    Still there after 30 minutes it is B9, unless it is one grade in a zone that was numb before.
    """
    asked, before = leg.set.readings.at_30, leg.base.numbness_at
    unsure_now = asked is not None and "numbness" in asked.not_sure
    risen = any(grade_up(before, now.numbness_at) for now in leg.later)
    if not (risen or unsure_now or leg.set.unsure("numbness")):
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


def _mild_back_ache_only(case: SetCase) -> bool:
    """Nothing was felt at t0, and since then only a mild ache in the back."""
    if case.unsure("place") or any(felt(mark) for mark in case.readings.t0.chart):
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
    if not (case.unsure("place") or any(further(leg.base, now) for now in leg.during)):
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
    if leg.set.unsure("tingling") or any(grade_up(before, now.tingling_at) for now in leg.during):
        return SetOutcome("NEURO_IRRITATION", SetVerdict.STOP_MOVEMENT, 6, ("row 6",))
    return None


@WORSE.rule("row 7", sources="J", hazards="H-02 H-03")
def stronger(leg: SetPart) -> SetOutcome | None:
    """Leg pain rose by two or more in the same place, or sharp or shooting leg pain is new."""
    if leg.part == "back":
        return None
    most = leg.base.intensity + limit("set.leg_up")
    if leg.set.sharp or any(now.intensity >= most for now in leg.during):
        return SetOutcome("WORSE_IN_PLACE", SetVerdict.STOP_MOVEMENT, 7, ("row 7",))
    return None


@BACK.rule("row 8", sources="MAY12 J", hazards="H-02 H-07")
def back_overload(back: SetPart) -> SetOutcome | None:
    """Back pain rose by three or more and no leg is worse: half the range, the leg decides."""
    most = back.base.intensity + limit("set.back_up")
    if not any(now.intensity >= most for now in back.during):
        return None
    drew_back = all(centralizing(part) for part in back.set.read_for_change)
    label = "CENTRALIZING" if drew_back else "BACK_OVERLOAD"
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


def worst(outcomes: list[SetOutcome]) -> SetOutcome:
    """The strictest outcome decides; every reason and every question of the others is kept."""
    head = max(outcomes, key=lambda found: (found.verdict, -found.row))
    if len(outcomes) == 1:
        return head
    same = [found for found in outcomes if found.verdict == head.verdict]
    gates = [found.gate for found in outcomes if found.gate is not None]
    return SetOutcome(
        head.label,
        head.verdict,
        head.row,
        tuple(sorted({id for found in outcomes for id in found.fired})),
        max(found.level for found in outcomes),
        max(gates, default=None),
        tuple(sorted({item for found in outcomes for item in found.asks})),
        max((found.re_ask_minutes for found in same if found.re_ask_minutes), default=None),
        max((found.at_30 for found in outcomes if found.at_30), key=AT_30.index, default=None),
    )


def not_assessed(case: SetCase) -> SetOutcome:
    """Nobody said how it was after the set: no further set, and nothing counts as unchanged.

    Asking to stop (SS5) needs no reason and restricts nothing.
    """
    asked_to_stop = "stop_asked" in case.context.symptoms
    gate = None if asked_to_stop else Gate.EASE_ONLY
    return SetOutcome("NOT_ASSESSED", SetVerdict.STOP_SESSION, 0, (), gate=gate)


def decide(case: SetCase) -> SetOutcome:
    """The row that decides this set, before the session stops are read."""
    worse = [found for part in case.parts if (found := WORSE.first(part))]
    unanswered = case.readings.t1 is None
    if worse and (found := worst(worse)).verdict >= SetVerdict.STOP_MOVEMENT:
        gave_up = unanswered and case.readings.at_10 is None and case.overdue
        if gave_up and found.verdict < SetVerdict.STOP_SESSION:
            return replace(
                found, verdict=SetVerdict.STOP_SESSION, gate=Gate.EASE_ONLY, re_ask_minutes=None
            )
        return found
    if unanswered:
        return worst([not_assessed(case), *worse])
    if worse:
        return worst(worse)
    if (back := BACK.first(case.parts[2])) is not None:
        return back
    return worst([found for part in case.read_for_change if (found := CHANGE.first(part))])


def opens(case: SetCase) -> tuple[str, ...]:
    """The items whose questions a new mark off the path opens (2.2)."""
    before = {(mark.zone, mark.side) for mark in case.readings.t0.chart if felt(mark)}
    return tuple(
        sorted(
            {
                OPENS[mark.zone]
                for reading in case.given
                for mark in reading.chart
                if mark.zone in OPENS and felt(mark) and (mark.zone, mark.side) not in before
            }
        )
    )
