"""Which signs do the readings of a set show? Measuring only: what follows from them, rows decide.

Every sign (signs.py) is measured by the function of the same name, so that the rule book finds the
numbers behind a row: a row that reads `leg.stronger` reads what `stronger` reads.
"""

from typing import get_args

from spineward.clinical.body import LEG_RANK, LegState
from spineward.clinical.catalogue import limit, zones
from spineward.clinical.facts import CareLevel, SetContext, SetReadings
from spineward.clinical.set_case import SetCase, SetPart, felt, further, grade_up
from spineward.clinical.signs import (
    BackUp,
    Numb,
    PartSigns,
    Reach,
    RedFlag,
    Second,
    SetSigns,
    Settling,
    Signs,
    Stronger,
    Tingles,
    Upright,
    Weak,
)

UNSURE_EMERGENCY = ("A1?", "A2?", "A3?", "A5?", "A6?", "A8?")
BACK_RANKS = range(1, LEG_RANK)
RED_FLAGS: dict[str, RedFlag] = {name: name for name in get_args(RedFlag)}


def signs(readings: SetReadings, context: SetContext) -> Signs:
    """All signs of one set. Raises ValueError for a red flag that is no A or B item."""
    return signs_of(SetCase(readings, context))


def signs_of(case: SetCase) -> Signs:
    """All signs of a set whose readings stand part by part."""
    noticed = case.context.symptoms
    whole = SetSigns(
        red_flag(case),
        weak(case),
        "dizzy" in noticed,
        "chest" in noticed,
        "swelling" in noticed,
        "stop_asked" in noticed,
        severe_leg(case),
        stopped_before(case),
        case.context.row5_before > 0,
        case.readings.t1 is not None,
        case.overdue,
        settling(case),
        any_felt(case),
    )
    told = not case.unsure and case.readings.at_30 is None and not case.sharp
    left, right, back = [
        _unmoved(part, whole) if told and _same(part) else _part(part, whole) for part in case.parts
    ]
    legs = tuple([part.part for part in case.parts[:2] if part.t0.symptomatic])
    shown = Signs(whole, left, right, back, legs or ("back",))
    up = back_up(case.parts[2], shown.read_for_change)
    return shown if up == "no" else shown._replace(back=back._replace(back_up=up))


def _same(part: SetPart) -> bool:
    """Every reading of this part is its t0 (a leg without a mark, most often)."""
    return part.later is part.t0 and part.base is part.t0


def _unmoved(part: SetPart, whole: SetSigns) -> PartSigns:
    """A part that is the same at every reading, and plainly so: the quick way to its signs."""
    return PartSigns(whole, nearer_t2=nearer_t2(part))


def _part(part: SetPart, whole: SetSigns) -> PartSigns:
    return PartSigns(
        whole,
        second(part),
        numb(part),
        reach(part),
        tingles(part),
        stronger(part),
        nearer_t1(part),
        nearer_t2(part),
        less(part),
    )


# --- the set as a whole ----------------------------------------------------------------------


def item_level(item: str) -> CareLevel:
    """The level of an A or B item, `?` for an unknown answer (0.4); others raise ValueError."""
    if item[:1] not in ("A", "B"):
        raise ValueError(f"red_flags: {item} is not allowed; an A or B item")
    if not item.endswith("?"):
        return CareLevel.EMERGENCY if item[0] == "A" else CareLevel.SAME_DAY
    if item in UNSURE_EMERGENCY:
        return CareLevel.EMERGENCY
    return CareLevel.SOON if item[0] == "B" and item != "B1?" else CareLevel.SAME_DAY


def red_flag(case: SetCase) -> RedFlag:
    """The level of the worst red flag ticked."""
    ticked = case.context.red_flags
    return RED_FLAGS[max(map(item_level, ticked)).name] if ticked else "none"


def weak(case: SetCase) -> Weak:
    """A leg newly weak or weaker at any reading; not sure = still unclear after the check."""
    if "new_or_more" in case.weakness:
        return "new_or_more"
    return "not_sure" if "not_sure" in case.weakness else "none"


def severe_leg(case: SetCase) -> bool:
    """Pain of a leg at or over the most with which a session goes on, at any reading."""
    most = limit("set.leg_stop")
    return any(max(view.left.intensity, view.right.intensity) >= most for view in case.views)


def stopped_before(case: SetCase) -> bool:
    """One more stopped movement is the last of this session."""
    return case.context.stops_before + 1 >= limit("set.stops_per_session")


def settling(case: SetCase) -> Settling:
    """How it stands ten minutes after a movement was stopped."""
    if case.readings.at_10 is None:
        return "not_asked"
    return "settled" if case.settled else "not_settled"


def any_felt(case: SetCase) -> bool:
    """Anything at all, at any reading."""
    return any(felt(mark) for reading in case.given for mark in reading.chart)


# --- one part of the body --------------------------------------------------------------------


def second(part: SetPart) -> Second:
    """What the leg that is not affected shows beyond its t0, and 30 minutes on."""
    if not part.second_leg:
        return "no"
    if _beyond(part.base, part.later):
        return "beyond"
    if part.later.pain <= part.base.pain:
        return "no"
    asked = part.set.readings.at_30
    if part.at_30 is None or asked is None:
        return "buttock"
    if asked.not_sure:
        return "buttock_unsure"
    return "buttock_still" if part.at_30.pain > part.base.pain else "buttock_settled"


def _beyond(base: LegState, now: LegState) -> bool:
    """Tingling or numbness in the leg, or pain at rank 4 or further or in front of the thigh."""
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


def numb(part: SetPart) -> Numb:
    """Numbness up a grade in any zone or new in any zone, and how it stands 30 minutes on."""
    before, asked = part.base.numbness_at, part.set.readings.at_30
    unsure_now = asked is not None and "numbness" in asked.not_sure
    more = grade_up(before, part.later.numbness_at)
    if not (more or unsure_now or "numbness" in part.set.unsure):
        return "no"
    if part.at_30 is None:
        return "more" if more else "unsure"
    found = _numb_after(part, part.at_30, unsure_now)
    sure = found != "still" or grade_up(before, part.at_30.numbness_at)
    return found if sure else "still_unsure"


def _numb_after(part: SetPart, now: LegState, unsure: bool) -> Numb:
    """How numbness stands 30 minutes on; not sure counts as one grade up where it was numb."""
    base, dense = part.base.numbness_at, limit("b9.grade")
    risen = {zone: grade for zone, grade in now.numbness_at.items() if grade > base.get(zone, 0)}
    if unsure:
        if not any(other.base.numbness_at for other in part.set.parts):
            return "still"
        risen |= {zone: min(grade + 1, dense) for zone, grade in base.items() if zone not in risen}
    if any(
        zone not in base or grade - base[zone] > 1 or (grade >= dense and _foot(zone))
        for zone, grade in risen.items()
    ):
        return "still"
    return "still_one_grade" if risen else "settled"


def _foot(zone: str) -> bool:
    return zones()[zone].band == max(known.band for known in zones().values())


def reach(part: SetPart) -> Reach:
    """Pain or tingling further from the spine by a rank or more, or its place is unclear.

    The back is read only when no leg had a symptom before the set (2.3).
    """
    case = part.set
    if part.part == "back" and case.t0.legs_symptomatic:
        return "no"
    if "place" in case.unsure:
        return "unsure"
    if not further(part.base, part.peak):
        return "no"
    return "mild_back_ache" if _mild_back_ache_only(case) else "further"


def _mild_back_ache_only(case: SetCase) -> bool:
    """Nothing was felt at t0, and since then only a mild ache in the back.

    t0 is the one that "up" is judged against: an ache that came with an earlier set of a session
    begun without symptoms is still that ache.
    """
    first = case.context.session_t0
    starts = (case.readings.t0.chart, case.readings.t0.chart if first is None else first)
    if all(any(felt(mark) for mark in chart) for chart in starts):
        return False
    known, most = zones(), limit("set.back_quiet")
    return all(
        known[mark.zone].rank in BACK_RANKS and mark.pain <= most and not mark.tingling
        for reading in case.given
        for mark in reading.chart
        if felt(mark)
    )


def tingles(part: SetPart) -> Tingles:
    """Tingling up a grade, or new in a zone; or the person cannot tell."""
    if grade_up(part.base.tingling_at, part.peak.tingling_at):
        return "more"
    return "unsure" if "tingling" in part.set.unsure else "no"


def stronger(part: SetPart) -> Stronger:
    """Leg pain clearly stronger, or sharp or shooting where it was not."""
    if part.part == "back":
        return "no"
    if part.peak.intensity >= part.base.intensity + limit("set.leg_up"):
        return "stronger"
    return "sharp" if part.set.sharp else "no"


def nearer_t1(part: SetPart) -> bool:
    """It reaches less far right after the set."""
    return part.nearer(part.t1)


def nearer_t2(part: SetPart) -> Upright:
    """It reaches less far after a minute or two upright."""
    if part.t2 is None:
        return "missing"
    return "yes" if part.nearer(part.t2) else "no"


def less(part: SetPart) -> bool:
    """As far, and clearly less, both times."""
    return part.less()


def back_up(back: SetPart, read_for_change: tuple[PartSigns, ...]) -> BackUp:
    """Back pain up by three or more; and did all that is read for change draw nearer meanwhile?"""
    if back.peak.intensity < back.base.intensity + limit("set.back_up"):
        return "no"
    nearer = all(part.nearer_t1 and part.nearer_t2 == "yes" for part in read_for_change)
    return "up_while_nearer" if nearer else "up"
