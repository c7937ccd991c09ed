"""Every case of the exclusions that read what is felt today, and what the red flags leave behind.

A foot that is numb, a leg without symptoms, a sore groin; and C5, C10 and C12, whose movements stay
off also when a review ended the rest (1.5).
"""

from datetime import timedelta
from typing import Any

from spineward.clinical.facts import CheckInRecord, Mark
from spineward.clinical.spaces.answered import EVERYTHING, all_but, four
from spineward.clinical.spaces.dated import not_grown, of_weakness
from spineward.clinical.spaces.movement_day import exclusion_table
from spineward.clinical.spaces.space import NOW, Axis, Space, Value, ago, chain, numbers, ordered

SIDED = (
    "low_back buttock hip_pocket outer_hip thigh_back_upper thigh_outer_upper thigh_back_lower "
    "thigh_outer_lower knee_back calf_upper shin_upper leg_inner_upper leg_outer_upper calf_lower "
    "shin_lower leg_inner_lower leg_outer_lower ankle heel sole foot_top toes front_thigh groin"
).split()
MIDDLE = ("low_back_midline", "saddle", "trunk", "mid_back")
WHERE = Axis(
    "where",
    (
        *(Value(zone, {"mark.zone": zone, "mark.side": "left"}) for zone in SIDED),
        *(Value(zone, {"mark.zone": zone, "mark.side": "middle"}) for zone in MIDDLE),
    ),
    why_unordered="a zone is a place; how bad it is there has axes of its own",
)
OTHER_SIDE = Axis(
    "side",
    tuple(Value(side, {"mark.side": side}) for side in ("left", "right")),
    why_unordered="no side is worse than the other",
)
FOOT = Axis(
    "where",
    tuple(
        Value(zone, {"mark.zone": zone}) for zone in ("ankle", "heel", "sole", "foot_top", "toes")
    ),
    chain("ankle", "heel"),
)
USUAL = Axis(
    "mark",
    (Value("new", {"mark.usual": False}), Value("usual", {"mark.usual": True})),
    why_unordered="as usual, it says nothing of this episode; in the foot it counts all the same",
)
FELT = Axis(
    "felt",
    (
        Value("nothing"),
        *(Value(kind, {f"mark.{kind}": 1}) for kind in ("pain", "tingling", "numbness")),
    ),
    why_unordered="a glide is for those who feel something in the leg: more felt can open it",
)


def _charted(days: int, *marks: Mark) -> dict[str, Any]:
    record = CheckInRecord(NOW - timedelta(days=days), chart=marks)
    return {"history.check_ins+": (record,)}


CALF = Mark("calf_upper", "left", pain=1)
EARLIER = Axis(
    "charted before",
    (
        Value("never"),
        Value("back, 2 days ago", _charted(2, Mark("low_back", "left", pain=5))),
        Value("front thigh, 2 days ago", _charted(2, Mark("front_thigh", "left", pain=5))),
        Value("calf as usual, 2 days ago", _charted(2, Mark("calf_upper", "left", 5, usual=True))),
        Value("no chart, 2 days ago", {"history.check_ins+": (CheckInRecord(NOW),)}),
        *(Value(f"calf, {days} days ago", _charted(days, CALF)) for days in (2, 60, 61)),
        Value(
            "calf 60 days ago, back since",
            {
                "history.check_ins+": (
                    CheckInRecord(NOW - timedelta(days=60), chart=(CALF,)),
                    CheckInRecord(NOW - timedelta(days=2), chart=()),
                )
            },
        ),
    ),
    why_unordered="a glide is for those who felt something in the leg: more felt can open it",
)
NOW_FELT = Axis(
    "charted now",
    (
        Value("not asked"),
        Value("nothing", {"chart": ()}),
        Value("back", {"chart": (Mark("low_back", "left", pain=5),)}),
        Value("buttock", {"chart": (Mark("buttock", "right", tingling=1),)}),
    ),
    why_unordered="a glide is for those who feel something in the leg: more felt can open it",
)

FELT_TODAY = (
    exclusion_table(
        "foot",
        "Numbness and tingling of a foot",
        "numb_foot foot_tingling",
        FOOT,
        OTHER_SIDE,
        numbers("mark.numbness", 0, 1, 2, 3, name="numbness"),
        numbers("mark.tingling", 0, 1, 2, 3, name="tingling"),
        USUAL,
    ),
    exclusion_table(
        "leg_symptom",
        "Anything in the leg to glide for, now",
        "no_leg_symptom",
        WHERE,
        FELT,
        USUAL,
        held={"history.check_ins": "varied in movements.leg_symptom_before"},
    ),
    exclusion_table(
        "leg_symptom_before",
        "Anything in the leg to glide for, earlier in this episode",
        "no_leg_symptom",
        EARLIER,
        NOW_FELT,
    ),
    exclusion_table(
        "groin_or_hip",
        "Groin or hip pain, told or marked",
        "groin_or_hip",
        four("features.groin_pain", name="groin pain"),
        four("features.outer_hip_lying", name="outer hip"),
        four("detail.C12.groin_pain", name="groin pain told with C12"),
        Axis(
            "groin marked",
            (
                Value("no", {"chart": ()}),
                Value("tingling", {"chart": (Mark("groin", "left", tingling=3),)}),
                Value("pain 1", {"chart": (Mark("groin", "right", pain=1),)}),
            ),
            chain("no", "tingling", "pain 1"),
        ),
    ),
)

# --- what a red flag takes away, reviewed or not (1.5) ---------------------------------------


def _reviewed(item: str) -> Axis:
    fine = {f"reviewed.{item}": ago(0), f"told_ok.{item}": "yes"}
    return Axis(
        "review",
        (Value("fine", fine), Value("none")),
        why_unordered="a review ends level and gate; what is off stays off (1.5)",
    )


def _injury(item: str, days: int, **more: Any) -> dict[str, Any]:
    return {f"item.{item}": "yes", f"since.{item}": ago(days), **more}


INJURY = ordered(
    "injury",
    Value("none"),
    Value("fall 42 days ago", _injury("A10", 42)),
    Value("fall 43 days ago", _injury("A10", 43)),
)
SMALL_INJURY = Axis(
    "small injury",
    (
        Value("none"),
        Value("42 days ago", _injury("B5", 42)),
        Value("43 days ago, examined", _injury("B5", 43, **{"examined.B5": ago(0)})),
        Value("43 days ago", _injury("B5", 43)),
        Value("61 days ago", _injury("B5", 61)),
    ),
    (("none", "42 days ago"), ("42 days ago", "43 days ago")),
)
MID_BACK = ordered(
    "mid-back",
    Value("unmarked", {"chart": ()}),
    Value("usual pain 9", {"chart": (Mark("mid_back", "middle", pain=9, usual=True),)}),
    *(Value(f"pain {n}", {"chart": (Mark("mid_back", "middle", pain=n),)}) for n in (4, 5, 6)),
)
FRONT = ordered(
    "front thigh",
    *(Value(f"pain {n}", {"chart": (Mark("front_thigh", "left", n),)}) for n in (6, 7, 8)),
)
CHAIR = Axis(
    "chair rise",
    (
        *(
            Value(said.replace("_", " "), {"strength.left.chair_rise": said})
            for said in ("same", "weaker", "cannot")
        ),
        Value("not asked"),
    ),
    chain("same", "weaker", "cannot"),
)


def _hip_feature(name: str) -> tuple[Axis, Axis]:
    """One feature, as a follow-up of C12 and among the pattern questions."""
    short = name.replace("_", " ")
    told = four(f"detail.C12.{name}", name=f"{short} told with C12")
    values = (
        Value("no", {f"features.{name}": "no"}),
        Value("not asked"),
        Value("yes", {f"features.{name}": "yes"}),
    )
    return told, Axis(short, values, (("no", "yes"), ("no", "not asked")))


OTHERS = dict.fromkeys(
    (
        "chart",
        "detail.C12",
        "features.groin_pain",
        "features.limp",
        "features.stiff_socks_shoes",
        "strength.*",
        "strength.left.*",
        "strength.right",
        "history.sessions",
    ),
    "C5, C10 and C12 are worked out at one go; each varies its own answers in a table of its own",
)
INJURED = OTHERS | not_grown("A10") | not_grown("B5") | {"examined.A10": "varied for B5"}
WEAK = OTHERS | of_weakness()
RED_FLAGS = (
    exclusion_table(
        "C5",
        "A mid-back, or bones that need care",
        "C5",
        four("item.C5"),
        four("detail.C5.mid_back", name="mid-back told"),
        four("detail.C5.new_curve", name="new curve told"),
        MID_BACK,
        four("background.steroids_3m", name="steroids"),
        _reviewed("C5"),
        base=all_but(EVERYTHING, "item.C5", "background.steroids_3m"),
        held=OTHERS,
    ),
    exclusion_table(
        "C5_injury",
        "An injury over six weeks ago that nobody examined, and weak immunity",
        "C5",
        INJURY,
        SMALL_INJURY,
        four("background.weak_immunity", name="weak immunity"),
        _reviewed("C5"),
        base=all_but(EVERYTHING, "item.A10", "item.B5", "background.weak_immunity"),
        held=INJURED,
    ),
    exclusion_table(
        "C10",
        "Diabetes and the front of the thigh",
        "C10",
        four("item.C10"),
        four("background.diabetes", name="diabetes"),
        FRONT,
        CHAIR,
        _reviewed("C10"),
        base=all_but(EVERYTHING, "item.C10", "background.diabetes"),
        held=WEAK,
    ),
    exclusion_table(
        "C12",
        "Two features of a stiff or sore hip",
        "C12",
        four("item.C12"),
        *_hip_feature("groin_pain"),
        *_hip_feature("limp"),
        *_hip_feature("stiff_socks_shoes"),
        base=all_but(EVERYTHING, "item.C12"),
        held=OTHERS,
    ),
)

SPACES: tuple[Space, ...] = (*FELT_TODAY, *RED_FLAGS)
