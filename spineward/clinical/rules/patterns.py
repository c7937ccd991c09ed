"""Which pattern do the answers resemble? Never a diagnosis: a pattern only sets restrictions.

Spec section 5. Not sure counts as no, except for cough and for groin or hip pain, where yes is the
stricter reading. An unanswered feature names no pattern, but an unanswered cough rules DGS out.
"""

from spineward.clinical.body import LegState
from spineward.clinical.case import Case, once
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import Pattern

BELOW_KNEE = 6
"""The first rank below the knee."""
SURE_OR_NOT = frozenset({"worse_cough", "groin_pain", "outer_hip_lying", "stiff_socks_shoes"})
"""Not sure counts as yes: cough, and groin or hip pain (0.4)."""
STENOSIS = ("worse_standing_or_walking", "eased_sitting", "eased_bending")
DGS = ("buttock_worst", "worse_sitting", "tender_buttock", "worse_crossing")
HIP = (
    "groin_pain",
    "limp",
    "stiff_socks_shoes",
    "dimple_pain",
    "outer_hip_lying",
    "sit_bone_running",
    "numb_outer_thigh",
)
HIP_ITEM = ("groin_pain", "limp", "stiff_socks_shoes")
"""The same three features, when they were answered as follow-ups of C12."""
WEAKNESS = ("A6", "A7", "B1", "C11", "C13")


@once
def patterns(case: Case) -> tuple[Pattern, ...]:
    """Every pattern that holds, the leading one first; UNCLEAR when none does."""
    root = _root(case)
    found: list[Pattern] = []
    if _stenosis(case):
        found.append("STENOSIS")
    if root:
        found.append("ROOT")
    if _hip(case):
        found.append("HIP_SI_OTHER")
    if not root and _dgs(case):
        found.append("DGS")
    return tuple(found) or ("UNCLEAR",)


def _feature(case: Case, name: str) -> bool:
    answer = case.situation.features.get(name)
    return answer == "yes" or (answer == "not_sure" and name in SURE_OR_NOT)


def _stenosis(case: Case) -> bool:
    """An unknown age counts as old enough: the pattern only takes movements away then."""
    age = case.situation.age
    if age is not None and age < limit("pattern.stenosis_age"):
        return False
    both = _feature(case, "both_sides") or all(leg.pain for leg in case.legs.values())
    return both + sum(_feature(case, name) for name in STENOSIS) >= limit("pattern.stenosis")


def _root(case: Case) -> bool:
    legs = case.legs.values()
    signs = (
        any(max(leg.pain, leg.tingling) >= BELOW_KNEE for leg in legs)
        + (case.leg_now > case.back_now)
        + any(_odd_feeling(leg) for leg in legs)
    )
    return signs >= limit("pattern.root") or (signs == 1 and _feature(case, "worse_cough"))


def _odd_feeling(leg: LegState) -> bool:
    """Tingling or numbness anywhere in the leg."""
    return bool(leg.tingling or leg.numbness or leg.front_tingling or leg.front_numbness)


def _dgs(case: Case) -> bool:
    if case.situation.features.get("worse_cough") != "no":
        return False
    if any(leg.numbness_at for leg in case.legs.values()) or _weakness(case):
        return False
    return sum(_feature(case, name) for name in DGS) >= limit("pattern.dgs")


def _weakness(case: Case) -> bool:
    """Any answer that says, or leaves open, that a leg is weaker."""
    if any(case.yes(item) or case.unsure(item) for item in WEAKNESS):
        return True
    if case.yes("C10") and case.feature("C10", "weak_thigh"):
        return True
    tests = (test for side in case.situation.strength.values() for test in side.values())
    return any(answer in ("weaker", "cannot") for answer in tests)


def _hip(case: Case) -> bool:
    """The features of this page, and those told as follow-ups of C12."""
    named = {name for name in HIP if _feature(case, name)}
    if case.yes("C12"):
        named |= {name for name in HIP_ITEM if case.feature("C12", name)}
    return len(named) >= limit("pattern.hip")
