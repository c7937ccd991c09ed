"""Which answers mean "call now"? A1-A5 and A8-A16 (A6 and A7: strength.py).

"Yes" is the full question of a rule; what follows from other answers fires whatever it says.
"""

from datetime import date

from spineward.clinical.case import Case, once
from spineward.clinical.catalogue import limit
from spineward.clinical.dating import began, fresh, muted, said_to_differ
from spineward.clinical.facts import CareLevel, Finding, SpineProcedure
from spineward.clinical.legs import (
    known_bilateral,
    new_saddle_mark,
    second_leg,
    sensation_grew,
    sent_to_c7,
    two_weeks_ago,
)
from spineward.clinical.rules.levels import alarm, emergency, fires
from spineward.clinical.rules.rule import RuleSet
from spineward.clinical.rules.strength import progressive_weakness, sudden_or_complete_weakness
from spineward.clinical.weakness import new_weaknesses

RULES = RuleSet()
CORD_SIGNS = ("unsteady", "clumsy_hands", "neck_shock", "trunk_band")


def _toilet(
    case: Case, item: str, holds: bool, doubt: CareLevel | None, asks: tuple[str, ...] = ()
) -> Finding | None:
    """A1-A4: they fade only when examined and 14 days unchanged; what is old is muted or fires."""
    recent = case.within(item, "new.days") or said_to_differ(case, item)
    current = recent or not case.examined_since_change(item)
    return alarm(case, item, holds=holds, current=current, doubt=doubt, asks=asks)


@RULES.rule("A1", sources="BMJBP LOTH BACKES GRE16", hazards="H-01 H-07")
@once
def bladder(case: Case) -> Finding | None:
    """New change of the bladder: hard to start, weak stream, no feeling, leaking, or cannot go."""
    if case.yes("A1") and muted(case, "A1"):
        return Finding("A1", mark="muted")
    return _toilet(case, "A1", case.yes("A1"), CareLevel.EMERGENCY)


@RULES.rule("A2", sources="BMJBP LOTH BACKES GRE16 YORK", hazards="H-01 H-07")
def bowel(case: Case) -> Finding | None:
    """New change of the bowel: soiling, no feeling of stool passing, or cannot hold."""
    if case.yes("A2") and muted(case, "A2"):
        return Finding("A2", mark="muted")
    return _toilet(case, "A2", case.yes("A2"), CareLevel.EMERGENCY)


@RULES.rule("A3", sources="BMJBP LOTH BACKES GRE16", hazards="H-01 H-09")
def saddle(case: Case) -> Finding | None:
    """New numbness, tingling or oddness between the legs, told or marked on the chart."""
    marked = new_saddle_mark(case)
    if case.yes("A3") and not marked and muted(case, "A3") and case.examined_since_change("A3"):
        return Finding("A3", mark="muted")
    asks = () if case.yes("A3") or not marked else ("A3",)
    return _toilet(case, "A3", case.yes("A3") or marked, CareLevel.EMERGENCY, asks)


@RULES.rule("A4", sources="BMJBP LOTH BACKES GRE16", hazards="H-01 H-07")
def sexual(case: Case) -> Finding | None:
    """New genital numbness, or new loss of erection, ejaculation or orgasm feeling."""
    if case.yes("A4") and muted(case, "A4"):
        return Finding("A4", mark="muted")
    return _toilet(case, "A4", case.yes("A4"), CareLevel.SAME_DAY)


@RULES.rule("A5", sources="LOTH BMJBP J", hazards="H-01 H-04 H-09")
@once
def both_legs(case: Case) -> Finding | None:
    """The second leg newly has pain at rank 4 or beyond, tingling, numbness or weakness."""
    charted = second_leg(case)
    told = case.yes("A5")
    if told and sent_to_c7(case):
        return None
    return alarm(
        case,
        "A5",
        holds=told or charted,
        current=not known_bilateral(case),
        doubt=CareLevel.EMERGENCY,
        asks=() if told else ("A5",),
    )


def _is_new(found: Finding | None) -> bool:
    """It fires, or was seen within 14 days."""
    return found is not None and found.mark in ("", "seen")


def cord_signs(case: Case) -> tuple[int, int]:
    """How many new cord signs are sure, and how many more are possible (A8, C16)."""
    detail = case.situation.detail.get("A8", {})
    worst = sum(detail.get(sign) != "no" for sign in CORD_SIGNS)
    alone = int(case.yes("C16") and fresh(case, "C16"))
    if case.yes("A8"):
        return (max(worst, 1) if fresh(case, "A8") else alone), 0
    if case.unsure("A8"):
        return alone, worst if detail else 1
    return alone, 0


def _unsteady(case: Case) -> bool:
    """A new change of walking beyond a limp from pain, known or not ruled out."""
    return sum(cord_signs(case)) > 0 and case.feature("A8", "unsteady")


ALREADY = {
    "A1": bladder,
    "A6": progressive_weakness,
    "A7": sudden_or_complete_weakness,
}


def _cancer(case: Case) -> bool:
    """Cancer, known or not ruled out. Not asked yet, it adds nothing to what is told and is an
    emergency already: the card would name signs that nobody named."""
    asked = "cancer" in case.situation.background
    already = any(case.yes(item) and fires(rule(case)) for item, rule in ALREADY.items())
    return case.background("cancer") and (asked or not already)


@RULES.rule("A8", sources="COMM23 RIGHTDEC NG234", hazards="H-01 H-17 H-18")
@once
def cord(case: Case) -> Finding | None:
    """Two cord signs; one with new weakness or numbness; or cancer with leg or bladder change."""
    sure, possible = cord_signs(case)
    weak = bool(new_weaknesses(case))
    numb = case.new_numbness or case.yes("B9")
    spread = _cancer(case) and (weak or _is_new(bladder(case)) or _unsteady(case))
    if sure > 1 or (sure and (weak or numb)) or spread:
        causes = [x for x in ("A6", "A7", "B1", "A1", "C16") if case.yes(x)]
        dated = None if case.yes("A8") else began(case, "A8", *causes)
        found = alarm(case, "A8", holds=True, current=True, changed=dated, doubt=None)
        return emergency("A8", "?") if possible and not fires(found) else found
    also = weak or numb or any(case.unsure(item) for item in ("A6", "A7", "B1", "B9"))
    signs = sure + possible
    if signs > 1 or (signs and also):
        return emergency("A8", "?")
    known = case.yes("A8") and not fresh(case, "A8")
    return alarm(case, "A8", holds=known, current=False, doubt=None)


@RULES.rule("A9", sources="COMM23 YUS19", hazards="H-17")
def fever_with_nerve_signs(case: Case) -> Finding | None:
    """Fever or shivering with new nerve signs or A1-A3; or very unwell, confused, hard to wake."""
    derived = case.yes("B2") and (
        any(_is_new(rule(case)) for rule in (bladder, bowel, saddle))
        or bool(new_weaknesses(case))
        or sensation_grew(case, two_weeks_ago(case)) is not False
    )
    changed = None if case.yes("A9") else began(case, "A9", "B2")
    return alarm(case, "A9", holds=case.yes("A9") or derived, current=True, changed=changed)


@RULES.rule("A10", sources="FIN20 K", hazards="H-17")
def big_injury(case: Case) -> Finding | None:
    """A big injury within 6 weeks with spine pain, unexamined; or any fall and cannot stand."""
    recent = case.within("A10", "a10.days") and not case.examined_since_change("A10")
    standing = case.situation.detail.get("A10", {}).get("cannot_bear_weight", "no")
    return alarm(case, "A10", holds=case.yes("A10"), current=recent or standing != "no")


@RULES.rule("A11", sources="NG156 K", hazards="H-17")
def aorta(case: Case) -> Finding | None:
    """Pulsing belly, sudden severe pain with faintness, or a known aneurysm with new pain."""
    start = case.situation.episode_start
    recent = start is None or case.days_ago(start) <= limit("new.days")
    examined = case.known_in_episode(case.situation.examined.get("A11"))
    derived = case.background("aneurysm") and recent and case.back_now > 0 and not examined
    told = case.yes("A11")
    return alarm(case, "A11", holds=told or derived, current=derived or fresh(case, "A11"))


@RULES.rule("A12", sources="K", hazards="H-17")
def cold_leg(case: Case) -> Finding | None:
    """One leg suddenly cold, pale or blue; or sudden severe pain with a foot that feels nothing."""
    current = case.within("A12", "a12.days") or fresh(case, "A12")
    return alarm(case, "A12", holds=case.yes("A12"), current=current)


@RULES.rule("A13", sources="K", hazards="H-17")
def heart_lung_or_stroke(case: Case) -> Finding | None:
    """Chest pain, breathlessness, coughing blood, or face, arm or speech change, not assessed."""
    current = said_to_differ(case, "A13") or not case.examined_since_change("A13")
    return alarm(case, "A13", holds=case.yes("A13"), current=current)


@RULES.rule("A14", sources="K", hazards="H-17 H-18")
def bleeding_round_the_nerves(case: Case) -> Finding | None:
    """Bleeding risk with spine pain after a fall; or a recent spine procedure with nerve change."""
    hurt = [item for item in ("A10", "B5") if case.yes(item) and fresh(case, item)]
    fall = bool(hurt) and ("B5" in hurt or case.back_now > 0)
    thin = case.background("anticoagulant", "bleeding_disorder")
    derived = (thin and fall) or any(_after(case, one) for one in _recent_procedures(case))
    return alarm(
        case,
        "A14",
        holds=case.yes("A14") or derived,
        current=derived or fresh(case, "A14"),
        changed=None if case.yes("A14") else began(case, "A14", *hurt),
    )


def _recent_procedures(case: Case) -> list[SpineProcedure]:
    days = limit("a14.procedure_days")
    return [p for p in case.situation.spine_procedure or () if case.days_ago(p.on) <= days]


def _after(case: Case, procedure: SpineProcedure) -> bool:
    """Weakness since the procedure, or more numbness or tingling than on a chart before it.

    Without such a chart it is new unless the leg symptoms are known to be older.
    """
    weak = any(weak.changed >= procedure.on for weak in new_weaknesses(case))
    grew = sensation_grew(case, procedure.on)
    onset = case.situation.leg_onset
    older = isinstance(onset, date) and onset < procedure.on
    return weak or (not older if grew is None else grew)


@RULES.rule("A15", sources="K", hazards="H-15 H-17")
def medicine_harm(case: Case) -> Finding | None:
    """After an NSAID or aspirin: black stools, vomited blood, swollen face or throat, wheeze."""
    return alarm(case, "A15", holds=case.yes("A15"), current=True)


@RULES.rule("A16", sources="K", hazards="H-16")
def thoughts_of_ending_life(case: Case) -> Finding | None:
    """Thoughts of ending one's life, now or within 2 weeks: the crisis line is shown first."""
    return alarm(case, "A16", holds=case.yes("A16"), current=True)
