"""Who is it, and what was there before this bout? Age, health, operations, this bout's course."""

import math
from datetime import timedelta

from spineward.clinical.facts import SpineProcedure
from spineward.clinical.intake import BACKGROUND
from tools.triage.sketch import TODAY, Sketch

CHILDBEARING = range(18, 46)
ACUTE_DAYS, SUBACUTE_DAYS, LONGEST_DAYS = 41, 83, 1500
WAITS = ("CL1", "CL2", "CL4")
"""Items of the last page that a clinician can clear."""


def who(sketch: Sketch) -> None:
    """Age and sex; a few are under 18."""
    draw = sketch.draw
    sketch.age = draw.normal("age.mean", "age.sd", 18, 95)
    if draw.has("age.under_18"):
        sketch.age = draw.number("young", 14, 17)
    draw.decades = (sketch.age - 50) / 10
    sketch.woman = draw.has("woman")
    sketch.rest["first_ever"] = "yes" if draw.has("first_ever") else "no"
    sketch.rest["floor_ok"] = "no" if draw.has("no_floor") else "yes"
    sketch.leg = draw.choice("leg", ("left", "right"))


def course(sketch: Sketch) -> None:
    """Since when, how it has gone, and whether a clinician has seen it."""
    draw = sketch.draw
    stage = draw.one_of("onset.acute", "onset.subacute")
    if stage == "onset.acute":
        days = draw.number("days", 1, ACUTE_DAYS)
    elif stage == "onset.subacute":
        days = draw.number("days", ACUTE_DAYS + 1, SUBACUTE_DAYS)
    else:
        # The longer ago, the rarer: months are as likely between 3 and 12 as between 12 and 50.
        span = math.log(LONGEST_DAYS / SUBACUTE_DAYS)
        days = round(SUBACUTE_DAYS * math.exp(span * draw.number("days", 1, 1000) / 1000)) + 1
    back_first = draw.number("back_first", 0, 60) if draw.number("order", 0, 9) < 4 else 0
    sketch.episode_start = TODAY - timedelta(days=days + back_first)
    sketch.onset_days = None if draw.has("onset.none") else days
    onset = TODAY - timedelta(days=days)
    sketch.rest["leg_onset"] = "none" if sketch.onset_days is None else onset
    better, worse = draw.has("change.better"), draw.has("change.worse")
    sketch.rest["change_so_far"] = 2 if better else -1 if worse else draw.number("change", 0, 1)
    if draw.has("visit.acute" if stage == "onset.acute" else "visit.later"):
        sketch.visit = TODAY - timedelta(days=draw.number("visit", 0, sketch.bout_days))
        if draw.has("visit.fine"):
            sketch.told = "yes"
        elif draw.number("told", 0, 9) == 0:
            sketch.told = "no"


def background(sketch: Sketch) -> None:
    """Diseases and medicines, pregnancy, procedures, and the page before moving."""
    draw = sketch.draw
    for key in sorted(BACKGROUND):
        factor = 1.0
        if key == "osteoporosis":
            factor = 2.0 if sketch.woman else 0.5
        if draw.has(key, factor):
            sketch.background[key] = "yes"
    _pregnancy(sketch)
    _procedure(sketch)
    for key in sketch.clearance:
        if draw.has(key):
            sketch.clearance[key] = "yes"
            if key in WAITS:
                sketch.cleared[key] = "yes" if draw.has("cleared") else "no"
    if sketch.clearance["CL3"] == "yes":
        long_ago = draw.number("hip", 20, 8000)
        sketch.since["CL3"] = TODAY - timedelta(days=long_ago)
        sketch.cleared["CL3"] = "yes" if draw.has("cleared") else "no"


def _pregnancy(sketch: Sketch) -> None:
    draw = sketch.draw
    sketch.rest["pregnant"] = "no" if sketch.woman else "does_not_apply"
    if not sketch.woman or sketch.age not in CHILDBEARING:
        return
    if draw.has("pregnant"):
        sketch.rest |= {"pregnant": "yes", "pregnant_week": draw.number("week", 4, 40)}
        if draw.has("B10"):
            sketch.say("B10", draw.number("B10", 0, 3))
            sketch.due.add("pregnancy")
    elif draw.has("pregnant.unsure"):
        sketch.rest["pregnant"] = "not_sure"


def _procedure(sketch: Sketch) -> None:
    """A recent injection or operation, its after-effects, and what the team allowed."""
    draw, had = sketch.draw, []
    if draw.has("injection"):
        days = draw.number("injection", 1, 90)
        had.append(SpineProcedure("injection_or_epidural", TODAY - timedelta(days=days)))
    if draw.has("operation"):
        days = draw.number("operation", 1, 84)
        had.append(SpineProcedure("surgery", TODAY - timedelta(days=days)))
        allowed = ("M10", "M33") if draw.number("team", 0, 1) else ()
        sketch.rest["team_allowed"] = allowed
    sketch.rest["spine_procedure"] = tuple(had)
    if had and draw.has("procedure.worse"):
        sketch.say("B8", draw.number("B8", 0, 7))
        sketch.due.add("worse after a procedure")
    thin = [sketch.background[key] for key in ("anticoagulant", "bleeding_disorder")]
    if (had or "yes" in thin) and draw.has("A14"):
        sketch.say("A14", draw.number("A14", 0, 7))
        sketch.due.add("possible bleed round the nerves")
