"""Which warning signs do people tick who have nothing serious? Most have a harmless cause."""

from datetime import timedelta

from spineward.clinical.facts.answers import Answer, YesNo
from tools.triage.pain import MEAN_LEG
from tools.triage.sketch import TODAY, Sketch

YEARS_AGO = 730
UPRIGHT = 3.0
"""How much more often two legs are felt by those who feel them only on walking or standing."""
PAIN_FROM = 4
TWO_WEEKS = 14
PLAIN = ("A2", "A3", "A12")
"""Ticked, with a day on which it began, and nothing more to say."""


def signs(sketch: Sketch) -> None:
    """Everything that is ticked on the pages Q1-Q4 and Q6."""
    toilet(sketch)
    upright(sketch)
    second_leg(sketch)
    weakness(sketch)
    sudden(sketch)
    ill(sketch)
    back_and_joints(sketch)
    after_cancer(sketch)


def _lately(sketch: Sketch, name: str, longest: int = 60) -> int:
    """Days ago, somewhere in this bout."""
    return sketch.draw.number(name, 0, min(longest, max(1, sketch.bout_days)))


def toilet(sketch: Sketch) -> None:
    """Bladder, bowel, saddle, sex: old and unchanged, or newly changed from another cause."""
    draw = sketch.draw
    if draw.has("bladder.long", 1.0 if sketch.woman else 0.5) and draw.has("bladder.ticked"):
        sketch.say("A1", sketch.bout_days + YEARS_AGO)
        sketch.before_episode["A1"] = "yes"
        sketch.same_as_usual["A1"] = "yes" if draw.has("bladder.same") else "no"
    elif draw.has("A1"):
        sketch.say("A1", _lately(sketch, "A1"))
    for item in PLAIN:
        if draw.has(item):
            sketch.say(item, _lately(sketch, item))
    if draw.has("A4"):
        sketch.say("A4", _lately(sketch, "A4"))
    elif draw.has("A4.untold"):
        sketch.item["A4"] = "prefer_not_to_say"
    elif draw.number("partner", 0, 2) == 0:
        sketch.item["A4"] = "does_not_apply"


def upright(sketch: Sketch) -> None:
    """Only on walking or standing: nerves in a narrow canal (C7), or arteries (C6)."""
    draw = sketch.draw
    if sketch.onset_days is None:
        return
    if draw.has("C7"):
        shorter = draw.has("C7.shorter")
        sketch.say("C7", sketch.onset_days, shorter_distance="yes" if shorter else "no")
        for name in ("worse_standing_or_walking", "eased_sitting", "eased_bending"):
            sketch.features[name] = "yes"
    if draw.has("C6"):
        colder = draw.number("colder", 0, 9) == 0
        sketch.say("C6", sketch.onset_days, foot_colder="yes" if colder else "no")


def second_leg(sketch: Sketch) -> None:
    """Both legs: told on its page and marked on the chart, or there before and marked as usual."""
    draw = sketch.draw
    more = UPRIGHT if sketch.item["C7"] == "yes" else 1.0
    if sketch.onset_days is None or not draw.has("two_legs", more):
        return
    usual = draw.has("two_legs.usual")
    grades = {"pain": max(1, sketch.leg_now - 2)} if draw.number("kind", 0, 2) else {"tingling": 1}
    sketch.mark("thigh_back_upper", sketch.other_leg, usual=usual, **grades)
    sketch.features["both_sides"] = "yes"
    # The sore leg is the one that is felt further down, or as far and more strongly.
    sketch.mark("calf_upper", sketch.leg, pain=max(PAIN_FROM, sketch.leg_now))
    sketch.leg_now = max(PAIN_FROM, sketch.leg_now)
    if usual:
        return
    together = draw.number("together", 0, 9) < 6
    days = sketch.onset_days if together else draw.number("A5", 0, sketch.onset_days)
    sketch.say("A5", days)
    if not together and draw.number("more", 0, 4) == 0:
        sketch.worsened["A5"] = TODAY - timedelta(days=draw.number("A5+", 0, days))


def weakness(sketch: Sketch) -> None:
    """One leg plainly weaker: steady, growing, complete, or thin."""
    draw = sketch.draw
    if sketch.onset_days is None or not draw.has("weak"):
        return
    days = draw.number("weak", 0, sketch.onset_days)
    sides: dict[str, Answer] = {
        "left": _yes(sketch.leg == "left"),
        "right": _yes(sketch.leg == "right"),
    }
    sketch.say("B1", days, **sides)
    if "B1" not in sketch.examined:
        sketch.due.add("weakness that nobody has tested")
    if draw.has("weak.worse"):
        sketch.say("A6", min(days, 14), **sides)
        sketch.due.add("weakness that grows")
    if draw.has("weak.complete"):
        sketch.say("A7", days, **sides)
        sketch.due.add("weakness that nobody has tested")
    if draw.has("weak.thin"):
        signs: dict[str, Answer] = {"thinner_leg": "yes", "twitching": "no", "no_pain": "no"}
        sketch.say("C11", days, **sides, **signs)


def sudden(sketch: Sketch) -> None:
    """Cord signs, injuries, belly, chest, a swollen leg, and pain that stops everything."""
    draw = sketch.draw
    if draw.has("A8"):
        names = ["unsteady", "clumsy_hands", "neck_shock", "trunk_band"]
        first = names.pop(draw.number("cord", 0, 9) // 4)  # mostly the unsteady legs
        told = {first, names[0]} if draw.has("A8.two") else {first}
        sketch.say(
            "A8",
            _lately(sketch, "A8"),
            **{sign: "yes" if sign in told else "no" for sign in (first, *names)},
        )
    if draw.has("A10"):
        sketch.say("A10", draw.number("A10", 0, 84), cannot_bear_weight="no")
    if draw.has("B5"):
        sketch.say("B5", _lately(sketch, "B5", 90))
    for item, within in (("A11", 7), ("A13", 7), ("B7", 14)):
        if draw.has(item):
            sketch.say(item, draw.number(item, 0, within))
    if draw.has("B3"):
        sketch.say("B3", _lately(sketch, "B3", 120))
    if draw.has("B6", sketch.leg_now / MEAN_LEG):
        sketch.say("B6", 0)
        sketch.due.add("pain that stops everything")


def ill(sketch: Sketch) -> None:
    """Fever, very unwell, after a pill, low, losing weight, and the night."""
    draw = sketch.draw
    if draw.has("A9"):
        sketch.say("A9", draw.number("A9", 0, 3))
        sketch.due.add("very unwell")
    if draw.has("B2"):
        sketch.say("B2", draw.number("B2", 0, 7))
    sketch.detail["B2"] = {"constant": "yes" if draw.has("B2.constant") else "no"}
    if draw.has("A15"):
        sketch.say("A15", draw.number("A15", 0, 5))
        sketch.due.add("harm by a medicine")
    if draw.has("A16"):
        sketch.say("A16", draw.number("A16", 0, 14))
        sketch.due.add("thoughts of ending life")
    if draw.has("C1"):
        sketch.say("C1", draw.number("C1", 7, 180))
    if sketch.bout_days >= TWO_WEEKS and draw.has("C4"):
        sketch.say("C4", draw.number("C4", TWO_WEEKS, sketch.bout_days))


def back_and_joints(sketch: Sketch) -> None:
    """Mid-back, stiff mornings, periods, and the diabetic thigh."""
    draw = sketch.draw
    if draw.has("C5"):
        curve = draw.number("curve", 0, 4) == 0
        sketch.say("C5", sketch.bout_days, mid_back="no" if curve else "yes", new_curve=_yes(curve))
        if not curve:
            sketch.mark("mid_back", sketch.leg, pain=draw.number("mid_back", 2, 6))
    if draw.has("C8"):
        further = ("late_night_waking", "morning_stiffness", "better_with_exercise")
        often = round(100 * draw.rates.value["C8.feature"])
        has = {name: _yes(draw.number(name, 1, 100) <= often) for name in further}
        sketch.say(
            "C8",
            sketch.bout_days,
            onset_under_45=_yes(sketch.age - sketch.bout_days / 365 < 45),
            over_3_months=_yes(sketch.bout_days > 90),
            psoriasis_bowel_eye=_yes(draw.number("psoriasis", 0, 19) == 0),
            **has,
        )
    if sketch.woman and draw.has("C9"):
        sketch.say("C9", sketch.bout_days, after_menopause=_yes(sketch.age > 51))
    if sketch.background["diabetes"] == "yes" and draw.has("C10"):
        sketch.say("C10", sketch.bout_days, thinner_thigh="yes", weak_thigh="no")


def after_cancer(sketch: Sketch) -> None:
    """The two pages that a cancer history opens: is it of this bout (C2), and does it grow (B4)?"""
    if sketch.background["cancer"] != "yes":
        return
    sketch.say("C2", sketch.bout_days)
    if sketch.back_now and sketch.draw.has("cancer.growing"):
        sketch.say("B4", sketch.bout_days, growing="yes", constant="no", night="no", straining="no")


def _yes(true: bool) -> YesNo:
    return "yes" if true else "no"
