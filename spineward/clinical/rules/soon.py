"""Which answers mean "see someone soon"? C1-C10, C12 and C16: how it behaves, and what came before.

C11 and C13 (weakness) stand in strength.py, C14 and C15 (who it is for) in bounds.py.
"Alone" in C4 and C5 = none of the other rules of this file and not C11.
"""

from collections.abc import Callable

from spineward.clinical.case import Case, once
from spineward.clinical.catalogue import limit
from spineward.clinical.dating import settled
from spineward.clinical.facts import Finding, Gate
from spineward.clinical.rules.emergency import both_legs, cord, cord_signs
from spineward.clinical.rules.levels import fires, routine, same_day, soon, soon_few
from spineward.clinical.rules.rule import RuleSet
from spineward.clinical.rules.same_day import pain_after_cancer
from spineward.clinical.rules.strength import weakness_without_pain
from spineward.clinical.rules.trends import gain
from spineward.clinical.weakness import weaknesses

RULES = RuleSet()
HIP = ("groin_pain", "limp", "stiff_socks_shoes")
INFLAMED = (
    "onset_under_45",
    "over_3_months",
    "late_night_waking",
    "morning_stiffness",
    "better_with_exercise",
    "psoriasis_bowel_eye",
)


def _told(case: Case, item: str) -> bool:
    """Ticked, and not reviewed since its last change."""
    return case.yes(item) and not settled(case, item)


def _says(case: Case, item: str, name: str) -> bool:
    """A follow-up of a C item: yes, or never answered (not sure counts as no, 0.4)."""
    return case.situation.detail.get(item, {}).get(name, "yes") == "yes"


def _pain(case: Case) -> bool:
    """Any pain at all in back, buttock or leg."""
    return case.leg_now > 0 or case.back_now > 0 or any(mark.pain for mark in case.chart)


def _mid_back(case: Case) -> bool:
    """C5 (a) or (b): told with either follow-up, or marked strongly and not as usual."""
    told = case.yes("C5") and (_says(case, "C5", "mid_back") or _says(case, "C5", "new_curve"))
    strong = limit("c5.mid_back")
    return told or any(
        m.zone == "mid_back" and m.pain >= strong and not m.usual for m in case.chart
    )


def _old_injuries(case: Case) -> list[str]:
    """C5 (d): an injury of the A10 or B5 kind, over 6 weeks ago in this episode, unexamined."""
    return [
        item
        for item in ("A10", "B5")
        if case.yes(item)
        and case.days_ago(case.changed(item)) > limit("c5.injury_days")
        and case.unexamined(item)
    ]


def _soft_bones(case: Case) -> bool:
    """C5 (c): steroid tablets for three months, or weak immunity."""
    return case.background("steroids_3m", "weak_immunity")


def _hip_features(case: Case) -> int:
    """How many of the three; one never asked counts only when the item itself was ticked."""
    detail = case.situation.detail.get("C12", {})
    silent = "yes" if case.yes("C12") else "no"
    general = case.situation.features
    return sum(detail.get(name, general.get(name, silent)) == "yes" for name in HIP)


def _front_thigh(case: Case) -> bool:
    """Severe pain on the front of the thigh."""
    strong = limit("c10.front_thigh")
    return any(mark.zone == "front_thigh" and mark.pain >= strong for mark in case.chart)


def _weak_thigh(case: Case) -> bool:
    """Weak by its own follow-up, by any weakness told or tested, or by a follow-up never asked
    while the questions on weakness are not answered with no."""
    answer = case.situation.detail.get("C10", {}).get("weak_thigh")
    if answer is not None and case.yes("C10"):
        return answer == "yes" or bool(weaknesses(case))
    denied = all(case.clear(item) for item in ("A6", "A7", "B1"))
    return bool(weaknesses(case)) or (case.yes("C10") and not denied)


@RULES.rule("C1", sources="COMM23", hazards="H-17")
@once
def unwell(case: Case) -> Finding | None:
    """Unexplained weight loss, drenching night sweats, or generally ill for a week."""
    return soon_few("C1", Gate.EASE_ONLY) if _told(case, "C1") else None


@RULES.rule("C2", sources="COMM23", hazards="H-17")
@once
def new_pain_after_cancer(case: Case) -> Finding | None:
    """Cancer history with pain of this episode, unexamined, neither A8 nor B4."""
    open_question = not case.known_in_episode(case.situation.examined.get("C2"))
    told = case.yes("C2") or (case.yes("B4") and case.unexamined("B4"))
    holds = told or (case.background("cancer") and _pain(case))
    if not holds or not open_question or settled(case, "C2", "B4"):
        return None
    worse = fires(cord(case)) or fires(pain_after_cancer(case))
    return None if worse else soon_few("C2", Gate.EASE_ONLY)


@RULES.rule("C3", sources="COMM23 J", hazards="H-17 H-20")
@once
def first_bout_late_in_life(case: Case) -> Finding | None:
    """Aged 60 or over with the first such pain in life; sooner with C1, C4, or, from day 28 on,
    without gain."""
    age = case.situation.age
    first = case.situation.first_ever == "yes" or case.yes("C3")
    if age is None or age < limit("c3.age") or not first or settled(case, "C3"):
        return None
    with_others = _told(case, "C1") or _has_c4(case)
    day = case.leg_day
    slow = day is not None and day >= limit("c3.day") and not gain(case)
    return (soon if with_others or slow else routine)("C3", Gate.LIMITED)


@RULES.rule("C4", sources="K GCARE", hazards="H-17")
def night_pain(case: Case) -> Finding | None:
    """Night pain for two weeks that no change of position alters."""
    if not _has_c4(case):
        return None
    return routine("C4") if _alone(case, _has_c4) else soon("C4")


def _has_c4(case: Case) -> bool:
    return _told(case, "C4")


@RULES.rule("C5", sources="COMM23 FIN20 J", hazards="H-17 H-19")
def bones(case: Case) -> Finding | None:
    """(a) New mid-back pain; (b) a new stoop or lost height; (c) steroid tablets for 3 months or
    weak immunity; (d) an injury over 6 weeks ago that nobody examined."""
    if not _has_c5(case):
        return None
    mild = case.back_now < limit("c5.back") and _alone(case, _has_c5)
    worse = _mid_back(case) or bool(_old_injuries(case))
    return (routine if mild and not worse else soon)("C5", Gate.LIMITED)


def _has_c5(case: Case) -> bool:
    return _c5_holds(case) and not settled(case, "C5", *_old_injuries(case))


def _c5_holds(case: Case) -> bool:
    return _mid_back(case) or bool(_old_injuries(case)) or _soft_bones(case)


@RULES.rule("C6", sources="VILLA12 LEVINE", hazards="H-17")
def poor_circulation(case: Case) -> Finding | None:
    """Leg pain brought on by walking and gone within ten minutes of standing still; sooner with a
    colder foot, smoking, diabetes, or heart or artery disease."""
    if not _told(case, "C6"):
        return None
    risk = case.background("smoked", "diabetes", "heart_or_artery")
    return (soon if risk or _says(case, "C6", "foot_colder") else routine)("C6", Gate.LIMITED)


@RULES.rule("C7", sources="SURI10", hazards="H-20")
def only_upright(case: Case) -> Finding | None:
    """Leg symptoms only on walking or standing, eased by sitting or bending."""
    if not _has_c7(case):
        return None
    shorter = _says(case, "C7", "shorter_distance")
    return (soon if shorter else routine)("C7", Gate.LIMITED)


def _has_c7(case: Case) -> bool:
    """Two legs only through the A5 exception: while A5 fires, C7 does not."""
    return _told(case, "C7") and not fires(both_legs(case))


@RULES.rule("C8", sources="NG65", hazards="H-17")
def inflamed_joints(case: Case) -> Finding | None:
    """Four or more features of inflamed joints."""
    return routine("C8") if _has_c8(case) else None


def _has_c8(case: Case) -> bool:
    features = sum(_says(case, "C8", name) for name in INFLAMED)
    return _told(case, "C8") and features >= limit("c8.features")


@RULES.rule("C9", sources="ALKH07", hazards="H-17")
def pelvic(case: Case) -> Finding | None:
    """Pain that follows the periods, a pelvic lump, or unexplained bleeding."""
    if not _told(case, "C9"):
        return None
    return soon("C9") if _says(case, "C9", "after_menopause") else routine("C9")


@RULES.rule("C10", sources="K", hazards="H-17 H-18")
def diabetic_thigh(case: Case) -> Finding | None:
    """Diabetes with severe front-thigh pain, a thinner thigh, or thigh weakness."""
    if not _has_c10(case):
        return None
    known = weaknesses(case)
    examined = case.examined_since_change("C10") or (known and all(w.examined for w in known))
    return same_day("C10") if _weak_thigh(case) and not examined else soon("C10")


def _has_c10(case: Case) -> bool:
    return _c10_holds(case) and not settled(case, "C10")


def _c10_holds(case: Case) -> bool:
    chair = any(weak.source == "chair_rise" for weak in weaknesses(case))
    derived = case.background("diabetes") and (_front_thigh(case) or chair)
    return case.yes("C10") or derived


@RULES.rule("C12", sources="MOORE", hazards="H-17 H-19")
def hip(case: Case) -> Finding | None:
    """Two or more of groin pain, a limp of its own, and a hip too stiff for socks or shoes."""
    return routine("C12") if _has_c12(case) else None


def _has_c12(case: Case) -> bool:
    return _c12_holds(case) and not settled(case, "C12")


def _c12_holds(case: Case) -> bool:
    return _hip_features(case) >= limit("c12.features")


@RULES.rule("C16", sources="J", hazards="H-01 H-17")
def one_cord_sign(case: Case) -> Finding | None:
    """One cord sign alone, new."""
    return soon_few("C16", Gate.EASE_ONLY, _mark_c16(case)) if _has_c16(case) else None


def _has_c16(case: Case) -> bool:
    """Not while A8 fires; and a sign of A8 that was seen counts only when C16 names it itself."""
    found = cord(case)
    known = found is not None and found.mark in ("seen", "not_fine")
    if found is not None and not (known and case.yes("C16")):
        return False
    return sum(cord_signs(case)) > 0 and not settled(case, "C16", "A8")


def _mark_c16(case: Case) -> str:
    return "" if cord_signs(case)[0] else "?"


@once
def holding(case: Case) -> frozenset[str]:
    """Which of the rules that take movements away or limit them hold, reviewed or not: a review
    ends the level and the gate, and movement exclusions stay (1.5)."""
    found = {
        "C5": _c5_holds(case),
        "C6": case.yes("C6"),
        "C10": _c10_holds(case),
        "C12": _c12_holds(case),
    }
    return frozenset(rule for rule, holds in found.items() if holds)


ALONE: tuple[Callable[[Case], object], ...] = (
    unwell,
    new_pain_after_cancer,
    first_bout_late_in_life,
    _has_c4,
    _has_c5,
    lambda case: _told(case, "C6"),
    _has_c7,
    _has_c8,
    lambda case: _told(case, "C9"),
    _has_c10,
    weakness_without_pain,
    _has_c12,
    _has_c16,
)


def _alone(case: Case, itself: Callable[[Case], object]) -> bool:
    """No other C item fires, C13-C15 apart."""
    return not any(fires(case) for fires in ALONE if fires is not itself)
