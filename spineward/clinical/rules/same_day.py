"""Which answers mean "be seen today"? B2-B10 (B1: strength.py); unknown ones, in a few days."""

from datetime import date

from spineward.clinical.body import FOOT_BAND
from spineward.clinical.case import Case, once
from spineward.clinical.catalogue import limit, zones
from spineward.clinical.dating import said_to_differ
from spineward.clinical.facts import Chart, Finding, Gate
from spineward.clinical.rules.levels import fires, same_day, soon_few
from spineward.clinical.rules.rule import RuleSet
from spineward.clinical.rules.strength import (
    progressive_weakness,
    sudden_or_complete_weakness,
    weak_leg,
)

RULES = RuleSet()
CANCER_SIGNS = ("growing", "constant", "night", "straining")
INFECTION_RISKS = ("injected_drugs", "diabetes", "dialysis", "weak_immunity", "infection_3m")


def _today(case: Case, item: str, holds: bool) -> Finding | None:
    """SAME_DAY when it holds; an unknown answer is SOON (days) with ease only (0.4)."""
    if holds:
        return same_day(item)
    return soon_few(item, Gate.EASE_ONLY, "?") if case.unsure(item) else None


@RULES.rule("B2", sources="YUS19 COMM23", hazards="H-17")
def spine_infection(case: Case) -> Finding | None:
    """Fever or chills with back or buttock pain; or constant severe back pain with a risk."""
    constant = case.back_now >= limit("b2.back") and case.uneased and case.feature("B2", "constant")
    return _today(case, "B2", case.yes("B2") or (constant and _infection_risk(case)))


def _infection_risk(case: Case) -> bool:
    recent = [
        one
        for one in case.situation.spine_procedure or ()
        if case.days_ago(one.on) <= limit("b2.procedure_days")
    ]
    return bool(recent) or case.background(*INFECTION_RISKS)


@RULES.rule("B3", sources="NG158", hazards="H-17")
def swollen_leg(case: Case) -> Finding | None:
    """One calf or thigh swollen, or warm and tender, within 14 days or unexamined."""
    told = case.yes("B3")
    new = told and (case.within("B3", "b3.days") or case.unexamined("B3"))
    return _today(case, "B3", new or (told and said_to_differ(case, "B3")))


@RULES.rule("B4", sources="RIGHTDEC NG234", hazards="H-17")
@once
def pain_after_cancer(case: Case) -> Finding | None:
    """Cancer history and back pain of this episode, unexamined, and any of: 7 or more, growing,
    constant, there through the night, mid-back, worse on straining."""
    unexamined = not case.known_in_episode(case.situation.examined.get("B4"))
    open_ = case.unexamined("B4") or said_to_differ(case, "B4")
    told = case.yes("B4") and open_ and _named_sign(case)
    derived = unexamined and case.background("cancer") and _worrying_back_pain(case)
    return _today(case, "B4", told or derived)


def _named_sign(case: Case) -> bool:
    """Said to grow, or one of the follow-ups is not denied; with none of them it is rule C2."""
    return "B4" in case.situation.worsened or any(case.feature("B4", sign) for sign in CANCER_SIGNS)


def _worrying_back_pain(case: Case) -> bool:
    """Severe, mid-back, through the night, or worse on straining (unknown counts as worse, 0.4)."""
    mid_back = case.yes("C5") and case.feature("C5", "mid_back") and case.in_episode("C5")
    marked = any(m.zone == "mid_back" and m.pain and not m.usual for m in case.chart)
    straining = case.situation.features.get("worse_cough") in ("yes", "not_sure")
    return (
        case.back_now >= limit("b4.back")
        or mid_back
        or marked
        or (case.back_now > 0 and (straining or case.yes("C4")))
    )


@RULES.rule("B5", sources="COMM23 FIN20 HEN09", hazards="H-17")
def fragile_bone(case: Case) -> Finding | None:
    """Sudden midline pain after a small injury within 6 weeks, at 70 or with fragile bones."""
    told = case.yes("B5") and _fragile(case)
    recent = told and case.within("B5", "b5.days") and not case.examined_since_change("B5")
    return _today(case, "B5", recent or (told and said_to_differ(case, "B5")))


def _fragile(case: Case) -> bool:
    age = case.situation.age
    old = age is not None and age >= limit("b5.age")
    return old or case.background("osteoporosis", "steroids_3m")


@RULES.rule("B6", sources="J K", hazards="H-03 H-17")
def disabling_pain(case: Case) -> Finding | None:
    """Pain of 8 for 24 hours that nothing eases, or too much to reach the toilet, dress or eat."""
    hours = case.situation.hours_at_8
    long = hours is None or hours >= limit("b6.hours")
    strong = max(case.leg_now, case.back_now) >= limit("b6.pain")
    return _today(case, "B6", case.yes("B6") or (strong and long and case.uneased))


@RULES.rule("B7", sources="KODA15 MALL20 K", hazards="H-17")
def rash(case: Case) -> Finding | None:
    """A blistering or band-like rash on the painful side, within 14 days."""
    told = case.yes("B7")
    current = told and (case.within("B7", "b7.days") or said_to_differ(case, "B7"))
    return _today(case, "B7", current)


@RULES.rule("B8", sources="DAV08", hazards="H-17 H-19")
def worse_after_procedure(case: Case) -> Finding | None:
    """Worse, or the wound leaks, within 42 days of a spine operation or injection: their team."""
    return _today(case, "B8", case.yes("B8") and not long_after_procedure(case))


def long_after_procedure(case: Case) -> bool:
    """Every procedure that is known lies further back than B8 reads: then C15 takes it."""
    known = case.situation.spine_procedure
    if not known:
        return False
    return all(case.days_ago(one.on) > limit("b8.days") for one in known)


@RULES.rule("B9", sources="J", hazards="H-18 H-01")
def spreading_numbness(case: Case) -> Finding | None:
    """The numb area grew into a further zone within 14 days, or the foot is dead to touch."""
    motor = (progressive_weakness(case), sudden_or_complete_weakness(case), weak_leg(case))
    if any(fires(found) for found in motor):
        return None  # the weakness is the more urgent card
    told = case.yes("B9") and (case.unexamined("B9") or said_to_differ(case, "B9"))
    return _today(case, "B9", told or _foot_dead(case) or _numbness_grew(case))


def _numb(chart: Chart, grade: int = 1) -> set[tuple[str, str]]:
    """Zones and sides that are at least so numb."""
    return {(mark.zone, mark.side) for mark in chart if mark.numbness >= grade}


def _fresh_numb(case: Case, grade: int = 1) -> set[tuple[str, str]]:
    """The same today, less the usual marks."""
    return _numb(tuple(mark for mark in case.chart if not mark.usual), grade)


def _foot_dead(case: Case) -> bool:
    """Densely numb at rank 8-9 in this episode, and nobody has tested it since it became so."""
    grade = limit("b9.grade")
    dense = {place for place in _fresh_numb(case, grade) if zones()[place[0]].band == FOOT_BAND}
    if not dense:
        return False
    examined = case.situation.examined.get("B9")
    if examined is None:
        return True
    first = case.today
    for record in reversed(case.history.check_ins):
        if record.chart is None:
            continue
        if not dense <= _numb(record.chart, grade):
            return examined < first
        first = record.at.date()
    return examined < min(first, case.changed("B9"))


def _numbness_grew(case: Case) -> bool:
    """Numb in a zone that was not so in the last 14 days, while another was; unexamined since."""
    numb = _fresh_numb(case)
    appeared: dict[tuple[str, str], date] = dict.fromkeys(numb, case.today)
    grown: set[tuple[str, str]] = set()
    for record in reversed(case.history.check_ins):
        day = record.at.date()
        if case.days_ago(day) > limit("b9.days"):
            break
        before = _numb(record.chart or ())
        if before:
            grown |= numb - before
        for place in numb & before:
            appeared[place] = min(appeared[place], day)
    examined = case.situation.examined.get("B9")
    return any(examined is None or examined < appeared[place] for place in grown)


@RULES.rule("B10", sources="K", hazards="H-17 H-19")
@once
def pregnancy_alarm(case: Case) -> Finding | None:
    """Pregnant with bleeding, contractions, fever or severe new pain: maternity triage."""
    return _today(case, "B10", case.yes("B10"))
