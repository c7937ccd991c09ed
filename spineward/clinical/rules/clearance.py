"""Has someone who knows this body cleared it for exercise? CL1-CL6 (spec 4.6).

The findings say level and gate; what each takes off the menu stands in hold_movement.py.
"""

from spineward.clinical.case import UNKNOWN, Case
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import CareLevel, Finding, Gate
from spineward.clinical.rules.rule import RuleSet

RULES = RuleSet()


def holds(case: Case, item: str) -> bool:
    """The item applies, cleared or not; unknown and missing count as yes (0.4)."""
    return _answer(case, item) != "no"


def cleared(case: Case, item: str) -> bool:
    """A clinician or surgeon has cleared it."""
    return case.situation.cleared.get(item) == "yes"


def _answer(case: Case, item: str) -> str | None:
    """CL6 also follows from thin bones among the health answers, unless CL1 holds."""
    own = case.situation.clearance.get(item)
    if item != "CL6":
        return own
    if holds(case, "CL1"):
        return "no"
    bones = case.situation.background.get("osteoporosis")
    if "yes" in (own, bones):
        return "yes"
    return "no" if bones == "no" and own in ("no", None) else None


def _found(case: Case, item: str, *, waits: bool) -> Finding | None:
    """The finding, with level and gate while it waits for a clearance."""
    answer = _answer(case, item)
    if answer == "no":
        return None
    mark = "?" if answer in UNKNOWN else ""
    if not waits or cleared(case, item):
        return Finding(item, mark=mark)
    within = limit("within.routine")
    return Finding(item, CareLevel.ROUTINE, Gate.EASE_ONLY, within, mark)


@RULES.rule("CL1", sources="K STRONG22 TOOFIT14", hazards="H-19")
def cl1(case: Case) -> Finding | None:
    """A broken spine bone or severe thin bones: only easing until cleared."""
    return _found(case, "CL1", waits=True)


@RULES.rule("CL2", sources="K J", hazards="H-19")
def cl2(case: Case) -> Finding | None:
    """An unstable slipped vertebra: only easing until cleared."""
    return _found(case, "CL2", waits=True)


@RULES.rule("CL3", sources="K J", hazards="H-19")
def cl3(case: Case) -> Finding | None:
    """Hip replacement or hip surgery: only easing until cleared, up to 12 weeks after it."""
    recent = case.days_ago(case.since("CL3")) <= limit("cl3.days")
    return _found(case, "CL3", waits=recent)


@RULES.rule("CL4", sources="K J", hazards="H-17 H-19")
def cl4(case: Case) -> Finding | None:
    """Heart or blood-pressure disease out of control: only easing until cleared."""
    return _found(case, "CL4", waits=True)


@RULES.rule("CL5", sources="J", hazards="H-19")
def cl5(case: Case) -> Finding | None:
    """A high risk of falling: no gate, but a steadier choice of movements."""
    return _found(case, "CL5", waits=False)


@RULES.rule("CL6", sources="STRONG22 TOOFIT14 K", hazards="H-19")
def cl6(case: Case) -> Finding | None:
    """Thin bones without a fracture: no gate, but little rounding of the back."""
    return _found(case, "CL6", waits=False)
