"""Every case of C1 and C3 to C12: who sees someone soon, each rule by itself.

C2 stands with B4 (same_day), C11 and C13 with the weaknesses (strength), C16 with A8 (cord), C14
and C15 in bounds. C4 and C5 ask whether any other rule of this file holds: alone.py, with every
combination of the others. C7 stands with A5 (upright.py). A review ends each of them the same way:
reviewed.py varies its dates.

The factoring. C3 reads a gain, which the course of weeks decides; here the person's own word
stands for it. Other ways to a gain, to weakness and to a sign of the cord change nothing here:
tests/proofs/test_factoring_soon.py.
"""

from spineward.clinical.facts import Mark
from spineward.clinical.spaces.answered import A_COURSE, EVERYTHING, NOBODY, all_but, four, review
from spineward.clinical.spaces.dated import of_weakness
from spineward.clinical.spaces.space import Axis, Space, Value, ago, answers, chain, ordered, yes_no

NOT_DATED = "undated: a yes counts as of today (0.2); `soon.reviewed_...` varies the dates"
HIP = ("groin_pain", "limp", "stiff_socks_shoes")
INFLAMED = (
    "onset_under_45",
    "over_3_months",
    "late_night_waking",
    "morning_stiffness",
    "better_with_exercise",
    "psoriasis_bowel_eye",
)


def undated(*items: str) -> dict[str, str]:
    """`held`: when these began, grew, and were seen."""
    kinds = "since worsened examined reviewed told_ok same_as_usual detail"
    return {f"{kind}.{item}": NOT_DATED for item in items for kind in kinds.split()}


UNWELL = Space(
    id="soon.C1",
    about="Weight loss, night sweats, or generally ill for a week",
    rules=("C1",),
    axes=(four("item.C1"), review("C1")),
    held=undated("C1"),
)
ONSET = Axis(
    "leg symptoms since",
    (
        Value("not asked"),
        Value("none yet", {"leg_onset": "none"}),
        *(Value(f"{n} days ago", {"leg_onset": ago(n)}) for n in (0, 27, 28, 29)),
    ),
    chain("none yet", "0 days ago", "27 days ago", "28 days ago", "29 days ago"),
)


def _review(item: str) -> Axis:
    """Reviewed today and told it is fine, or not; reviewed.py varies the rest."""
    fine = {f"reviewed.{item}": ago(0), f"told_ok.{item}": "yes"}
    return ordered(f"{item} review", Value("fine", fine), Value("none"))


FIRST_BOUT = Space(
    id="soon.C3",
    about="The first such pain in life at 60 or later; sooner with other signs, or without gain",
    rules=("C1", "C3", "C4"),
    base=all_but(EVERYTHING, "item.C1", "item.C3", "item.C4") | {"leg_now": 4, "back_now": 0},
    axes=(
        Axis(
            "age",
            (*(Value(str(n), {"age": n}) for n in (59, 60, 61)), Value("not asked")),
            chain("59", "60", "61"),
        ),
        Axis(
            "first ever",
            (
                Value("no", {"first_ever": "no"}),
                Value("yes", {"first_ever": "yes"}),
                Value("not asked"),
            ),
            (("no", "yes"), ("no", "not asked")),
        ),
        answers("item.C3"),
        yes_no("item.C1"),
        yes_no("item.C4"),
        ONSET,
        ordered(
            "change so far",
            *(Value(str(n), {"change_so_far": n}) for n in (3, 2, 1)),
            Value("not asked"),
        ),
        _review("C3"),
        _review("C1"),
    ),
    held=NOBODY | A_COURSE,
)
CIRCULATION = Space(
    id="soon.C6",
    about="Leg pain on walking that goes on standing still",
    rules=("C6",),
    axes=(
        four("item.C6"),
        four("detail.C6.foot_colder", name="foot colder"),
        four("background.smoked", name="smoked"),
        four("background.diabetes", name="diabetes"),
        four("background.heart_or_artery", name="heart or artery"),
        review("C6"),
    ),
    held=undated("C6"),
)
JOINTS = Space(
    id="soon.C8",
    about="Features of inflamed joints: four of six",
    rules=("C8",),
    axes=(
        four("item.C8"),
        *(answers(f"detail.C8.{name}", name=name) for name in INFLAMED),
    ),
    held=undated("C8"),
)
JOINTS_OPEN = Space(
    id="soon.C8_not_asked",
    about="The same with features never asked, and after a review",
    rules=("C8",),
    base={"item.C8": "yes", "detail.C8.onset_under_45": "no"},
    axes=(
        *(yes_no(f"detail.C8.{name}", name=name, missing=True) for name in INFLAMED[1:]),
        review("C8"),
    ),
    held=undated("C8"),
)
PELVIC = Space(
    id="soon.C9",
    about="Pain with the periods, a lump in the pelvis, bleeding that nothing explains",
    rules=("C9",),
    axes=(
        four("item.C9"),
        four("detail.C9.after_menopause", name="after menopause"),
        review("C9"),
    ),
    held=undated("C9"),
)
STIFF_HIP = Space(
    id="soon.C12",
    about="Groin pain, a limp of its own, a stiff hip: two of three, told here or there",
    rules=("C12",),
    axes=(
        four("item.C12"),
        *(four(f"detail.C12.{name}", name=f"C12 {name}") for name in HIP),
        *(yes_no(f"features.{name}", name=f"pattern {name}", missing=True) for name in HIP),
    ),
    held=undated("C12"),
)
DENIED_WEAK = {"item.A6": "no", "item.A7": "no", "item.B1": "no"}
KNOWN_WEAK = {"since.B1": ago(20), "examined.B1": ago(10), "told_ok.B1": "yes"}
CHAIR = {"strength.left.chair_rise": "weaker"}
WEAK = Axis(
    "weakness",
    (
        Value("denied", DENIED_WEAK),
        Value("not asked"),
        Value("not sure", DENIED_WEAK | {"item.B1": "not_sure"}),
        Value("told, examined", DENIED_WEAK | KNOWN_WEAK | {"item.B1": "yes"}),
        Value("told, unexamined", DENIED_WEAK | {"item.B1": "yes"}),
        Value("rising, examined", DENIED_WEAK | KNOWN_WEAK | CHAIR),
        Value("rising, unexamined", DENIED_WEAK | CHAIR),
    ),
    (
        ("denied", "not asked"),
        ("denied", "not sure"),
        ("denied", "told, unexamined"),
        ("denied", "rising, unexamined"),
        ("told, examined", "told, unexamined"),
        ("rising, examined", "rising, unexamined"),
    ),
)
"""No weakness, and one that a clinician has tested: two answers lie between them, so no order."""
THIGH = ordered(
    "front of the thigh",
    Value("unmarked"),
    *(Value(str(n), {"chart": (Mark("front_thigh", "left", n),)}) for n in (6, 7, 8)),
)
DIABETIC = Space(
    id="soon.C10",
    about="Diabetes with a very sore, thinner or weak thigh",
    rules=("A6", "A7", "B1", "C10", "C13"),
    axes=(
        four("item.C10"),
        WEAK,
        four("detail.C10.weak_thigh", name="weak thigh"),
        four("background.diabetes", name="diabetes"),
        THIGH,
        ordered(
            "C10 examined",
            Value("today", {"examined.C10": ago(0), "since.C10": ago(3)}),
            Value("before it began", {"examined.C10": ago(4), "since.C10": ago(3)}),
            Value("never", {"since.C10": ago(3)}),
        ),
        Axis(
            "C10 review",
            (
                Value("fine", {"reviewed.C10": ago(3), "told_ok.C10": "yes"}),
                Value("none"),
            ),
            chain("fine", "none"),
        ),
    ),
    held={
        **of_weakness(),
        "strength.left.*": "the only test that was done",
        **undated("C10"),
        "worsened.C10": "counts as a later `since`",
        "leg_now": "pain decides between B1 and C11, whose table is strength",
        "history.locks": "no lock",
    },
)

SPACES = (
    UNWELL,
    FIRST_BOUT,
    CIRCULATION,
    JOINTS,
    JOINTS_OPEN,
    PELVIC,
    STIFF_HIP,
    DIABETIC,
)
