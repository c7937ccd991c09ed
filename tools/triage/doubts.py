"""What do people leave at not sure, or tick by mistake? A small share, and it is never a no."""

from tools.triage.sketch import Sketch

ASKED = tuple(
    [f"A{n}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16)]
    + [f"B{n}" for n in (1, 2, 3, 5, 6, 7, 9)]
    + [f"C{n}" for n in (1, 4, 5, 6, 7, 8, 12)]
)
"""The warning signs that everybody is asked; the others follow from health lines."""
SLIPS = tuple(item for item in ASKED if item[0] in "AB")
STRENGTH = ("A7", "B1")
HEALTH = (
    "cancer",
    "bleeding_disorder",
    "diabetes",
    "steroids_3m",
    "weak_immunity",
    "infection_3m",
    "osteoporosis",
    "aneurysm",
    "heart_or_artery",
    "takes_nsaid_or_aspirin",
)
"""Lines that somebody may not know; dialysis, smoking or a new hip are known."""
CLEARANCE = ("CL1", "CL2", "CL4", "CL5")


def doubts(sketch: Sketch) -> None:
    """One item, one health line or one clearance left unsure; one item ticked by mistake."""
    draw = sketch.draw
    if draw.has("unsure.item"):
        _unsure(sketch, draw.choice("unsure.item", ASKED))
    if draw.has("unsure.health"):
        key = draw.choice("unsure.health", HEALTH)
        if sketch.background[key] == "no":
            sketch.background[key] = "not_sure"
    if draw.has("unsure.clearance"):
        key = draw.choice("unsure.clearance", CLEARANCE)
        if sketch.clearance[key] == "no":
            sketch.clearance[key] = "not_sure"
    if draw.has("slip"):
        item = draw.choice("slip", SLIPS)
        if sketch.item[item] in ("no", "no_change", "does_not_apply"):
            sketch.say(item, 0)


def _unsure(sketch: Sketch, item: str) -> None:
    """The clarifier did not settle it; strength can still be settled by trying."""
    if sketch.item[item] not in ("no", "no_change"):
        return
    sketch.item[item] = "not_sure"
    if item in STRENGTH and sketch.draw.has("unsure.strength"):
        tests = dict.fromkeys(("heel_walk", "toe_raise", "chair_rise", "big_toe"), "same")
        sketch.rest["strength"] = {"left": tests, "right": tests}
