"""What do people tell who do have something serious? Cauda equina, infection, cancer, ..."""

from collections.abc import Callable, Mapping

from tools.triage.sketch import Sketch

HIGH = 8


def cauda_equina(sketch: Sketch) -> None:
    """Pressure on the nerves to bladder, bowel and saddle."""
    sketch.leg_now = max(1, sketch.leg_now)
    sketch.mark("buttock", sketch.leg, pain=sketch.leg_now)
    new = {"A1": "bladder", "A2": "bowel", "A3": "saddle", "A4": "sexual", "A5": "legs"}
    for item, name in new.items():
        if sketch.draw.has(f"sign.cauda_{name}"):
            sketch.say(item, sketch.draw.number(item, 0, 3))
            sketch.signs.add(item)
            if item == "A5":
                sketch.mark("calf_upper", sketch.other_leg, pain=HIGH // 2)
                sketch.mark("calf_lower", sketch.leg, pain=sketch.leg_now)


def infection(sketch: Sketch) -> None:
    """Fever, or constant severe pain with a risk."""
    if sketch.draw.has("sign.infection_fever"):
        sketch.say("B2", sketch.draw.number("B2", 0, 5))
        sketch.signs.add("B2")
    if sketch.draw.has("sign.infection_risk"):
        risk = sketch.draw.choice("risk", ("diabetes", "infection_3m"))
        sketch.background[risk] = "yes"
    if sketch.draw.has("sign.infection_pain"):
        _strong_back(sketch)
        sketch.rest["eased_by_position"] = "no"
        sketch.detail["B2"] = {"constant": "yes"}
        sketch.signs.add("constant pain")


def cancer(sketch: Sketch) -> None:
    """Cancer in the spine, known before or not."""
    known = sketch.draw.has("sign.cancer_known")
    if known:
        sketch.background["cancer"] = "yes"
        sketch.say("C2", sketch.bout_days)
        sketch.signs.add("C2")
    if sketch.draw.has("sign.cancer_growing"):
        item = "B4" if known else "C4"
        days = sketch.draw.number(item, 14, 60)
        if known:
            sketch.say(item, days, growing="yes", constant="yes", night="yes", straining="no")
        else:
            sketch.say(item, days)
        sketch.signs.add(item)
        _strong_back(sketch)
    if sketch.draw.has("sign.cancer_unwell"):
        sketch.say("C1", sketch.draw.number("C1", 14, 90))
        sketch.signs.add("C1")


def fracture(sketch: Sketch) -> None:
    """A broken spine bone, after much or little."""
    if sketch.draw.has("sign.fracture_bones"):
        sketch.background["osteoporosis"] = "yes"
    if sketch.draw.has("sign.fracture_fall"):
        sketch.say("A10", sketch.draw.number("A10", 0, 42), cannot_bear_weight="no")
        sketch.signs.add("A10")
    elif sketch.draw.has("sign.fracture_bump"):
        sketch.say("B5", sketch.draw.number("B5", 0, 42))
        sketch.signs.add("B5")
    if sketch.draw.has("sign.fracture_height"):
        sketch.say("C5", sketch.draw.number("C5", 0, 42), mid_back="yes", new_curve="yes")
        sketch.signs.add("C5")
    _strong_back(sketch)


def vessel(sketch: Sketch) -> None:
    """A blocked artery of the leg, or a clot in its vein."""
    if sketch.draw.has("sign.vessel_leg"):
        item = "A12" if sketch.draw.number("vessel", 0, 1) else "B3"
        sketch.say(item, sketch.draw.number(item, 0, 3))
        sketch.signs.add(item)
    if sketch.draw.has("sign.vessel_walking"):
        sketch.say("C6", sketch.draw.number("C6", 7, 200), foot_colder="yes")
        sketch.signs.add("C6")


CONDITIONS: Mapping[str, Callable[[Sketch], None]] = {
    "serious.fracture": fracture,
    "serious.cancer": cancer,
    "serious.infection": infection,
    "serious.cauda_equina": cauda_equina,
    "serious.vessel": vessel,
}
"""The conditions by the assumption that says how common each is."""


def serious(sketch: Sketch, forced: str = "") -> None:
    """Give a few, or everyone when it is forced, a serious condition and what they tell of it."""
    chosen = forced
    if not forced and sketch.draw.has("serious"):
        chosen = sketch.draw.one_of(*CONDITIONS)
    if chosen:
        sketch.condition = chosen
        CONDITIONS[chosen](sketch)


def _strong_back(sketch: Sketch) -> None:
    sketch.back_now = max(HIGH, sketch.back_now)
    sketch.mark("low_back_midline", sketch.leg, pain=sketch.back_now)
    sketch.rest["hours_at_8"] = sketch.rest.get("hours_at_8", 4)
