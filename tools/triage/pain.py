"""Where is it felt, how strongly, and what does it stop? The chart, the day and the features."""

from datetime import timedelta

from spineward.clinical.facts.answers import YesNo
from tools.triage.sketch import NOW, Sketch

ABOVE_KNEE = ("buttock", "thigh_back_upper", "thigh_back_lower")
BELOW_KNEE = ("calf_upper", "shin_upper", "calf_lower")
FOOT = ("sole", "foot_top", "toes")
SEVERE, VERY_SEVERE = 7, 8
MEAN_LEG = 5.2
"""Against this mean the shares "in proportion to leg pain" are meant."""


def pain(sketch: Sketch) -> None:
    """The body chart and the two numbers that come from it."""
    draw = sketch.draw
    if not draw.has("back_pain.none") or sketch.onset_days is None:
        along = "leg_pain.mean pain.together"
        sketch.back_now = draw.normal("back_pain.mean", "back_pain.sd", 1, 10, with_=along)
        zone = draw.choice("back_zone", ("low_back_midline", "low_back"))
        sketch.mark(zone, sketch.leg, pain=sketch.back_now)
    if sketch.onset_days is None:
        return
    sketch.leg_now = draw.normal("leg_pain.mean", "leg_pain.sd", 1, 10)
    sketch.mark("buttock", sketch.leg, pain=max(1, sketch.leg_now - 2))
    far = _furthest(sketch)
    sketch.mark(far, sketch.leg, pain=sketch.leg_now)
    if draw.has("front_thigh"):
        sketch.mark("front_thigh", sketch.leg, pain=max(1, sketch.leg_now - 1))
    if draw.has("tingling"):
        sketch.mark(far, sketch.leg, tingling=draw.number("tingling", 1, 2))
    if draw.has("numbness"):
        sketch.mark(far, sketch.leg, numbness=draw.number("numbness", 1, 2))
        if draw.has("numb.dense"):
            sketch.mark("toes", sketch.leg, numbness=3)
            sketch.due.add("a dense or growing numb patch")
        if draw.has("numb.growing"):
            sketch.say("B9", draw.number("B9", 0, min(30, sketch.onset_days)))
            sketch.due.add("a dense or growing numb patch")
    if draw.has("other_buttock"):
        sketch.mark("buttock", sketch.other_leg, pain=max(1, sketch.leg_now // 2))


def _furthest(sketch: Sketch) -> str:
    draw = sketch.draw
    if not draw.has("below_knee"):
        return draw.choice("far", ABOVE_KNEE)
    return draw.choice("far", FOOT if draw.has("foot") else BELOW_KNEE)


def day(sketch: Sketch) -> None:
    """What eases it, what it stops, how it settles, and the night."""
    draw = sketch.draw
    strength = sketch.leg_now / MEAN_LEG
    worst = max(sketch.leg_now, sketch.back_now)
    uneased = draw.has("uneased", 2.0 if worst >= VERY_SEVERE else 1.0)
    unsure = draw.has("uneased.unsure")
    sketch.rest["eased_by_position"] = "no" if uneased else "not_sure" if unsure else "yes"
    if worst >= VERY_SEVERE:
        long = draw.has("at_8_for_a_day")
        sketch.rest["hours_at_8"] = draw.number("hours", 24, 72) if long else 4
    if sketch.leg_now >= SEVERE:
        sketch.rest["severe_most_days"] = "yes" if draw.has("severe_most_days") else "no"
    for what in ("sit", "stand", "walk"):
        cannot = draw.has(f"cannot.{what}", strength)
        sketch.rest[f"can_{what}_10"] = "no" if cannot else "yes"
    slow, slower = draw.has("after.over_30"), draw.has("after.over_60")
    quick = draw.choice("settles", ("none", "under_30"))
    sketch.rest["after_activity"] = "over_60" if slower else "30_to_60" if slow else quick
    most, some = draw.has("nights.most", strength), draw.has("nights.any")
    sketch.rest["nights_broken"] = draw.number("nights", 2, 3) if most else int(some)
    sketch.rest["woke_at"] = NOW - timedelta(hours=5)
    sketch.rest["worst_24h"] = min(10, sketch.leg_now + draw.number("worst", 0, 2))


def behaviour(sketch: Sketch) -> None:
    """The features that tell patterns apart, as far as a level or a gate can hang on them."""
    draw = sketch.draw
    sketch.rest["worse_bending"] = "yes" if draw.has("worse_bending") else "no"
    if draw.has("worse_cough"):
        sketch.features["worse_cough"] = "yes"
    hip = {
        "groin_pain": draw.has("hip.groin"),
        "limp": draw.has("hip.limp"),
        "stiff_socks_shoes": draw.has("hip.stiff"),
    }
    for name, true in hip.items():
        if true:
            sketch.features[name] = "yes"
    if sum(hip.values()) > 1:
        sketch.say("C12", sketch.bout_days, **{name: _said(true) for name, true in hip.items()})


def _said(true: bool) -> YesNo:
    return "yes" if true else "no"
