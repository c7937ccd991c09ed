"""What must hold of every assessment and plan, whoever and whenever? Spec 0, 0.4, 4.2 and 9."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spineward.clinical.assessment import assess
from spineward.clinical.catalogue import words
from spineward.clinical.facts import Assessment, CareLevel, Gate, Plan, Situation
from spineward.clinical.library import movements
from spineward.clinical.missing import ALWAYS, required_items
from tests.cases.build import BACKGROUND

QUIET = ("seen", "muted", "not_fine")
MOST_LIMITED = (2, 1, 8)
"""In LIMITED: movements in the plan, sets, repetitions (section 0)."""


def gate_holds(found: Assessment) -> None:
    """Whatever is urgent blocks; what is unknown of a B item leaves ease at the most."""
    for id in found.fired:
        rule, _, mark = id.partition(" ")
        if mark in QUIET or rule[0] not in "AB":
            continue
        if rule.startswith("B") and rule.endswith("?") and rule != "B1?":
            assert found.movement_gate >= Gate.EASE_ONLY, id
        else:
            assert found.movement_gate == Gate.BLOCK, id
            assert found.care_level >= CareLevel.SAME_DAY, id
    if found.locked is not None or found.care_level >= CareLevel.SAME_DAY:
        assert found.movement_gate == Gate.BLOCK
    if found.missing:
        assert found.movement_gate >= Gate.EASE_ONLY
    assert found.nsaid in ("NO", "ASK_FIRST")


def every_reason_has_words(found: Assessment) -> None:
    """Each rule that fired can be named, explained, and says what to do."""
    for id in found.fired:
        rule = id.partition(" ")[0].rstrip("?") if not id.startswith("row") else id
        for part in ("name", "why", "do"):
            assert words()[f"rule.{rule.replace(' ', '')}.{part}"], id


def offers_fit_the_gate(found: Assessment, today: Plan) -> None:
    """Nothing in BLOCK, only ease in EASE_ONLY, little in LIMITED; nothing that is held back."""
    held = {one.movement for one in found.excluded}
    known = movements()
    moves = [one for one in today.offered if not known[one.movement].ease]
    assert today.gate == found.movement_gate
    assert not held & {one.movement for one in today.offered}
    assert all(one.ease == known[one.movement].ease for one in today.offered)
    if today.gate == Gate.BLOCK:
        assert today.offered == ()
    elif today.gate == Gate.EASE_ONLY:
        assert moves == []
    elif today.gate == Gate.LIMITED:
        most, sets, reps = MOST_LIMITED
        assert sum(one.in_plan for one in moves) <= most
        assert all(one.sets[1] <= sets for one in moves)
        assert all(one.reps is None or one.reps[1] <= reps for one in moves)
    if "FLARE_SEVERE" in found.fired or found.state == "FLARE_SEVERE":
        assert moves == []


def not_knowing_is_never_better(known: Situation, turn: int) -> None:
    """One answer after the other, turn by turn: left out, or not sure, against a plain no."""
    item = required_items()[turn % len(required_items())]
    key = BACKGROUND[turn % len(BACKGROUND)]
    no = "no_change" if item == "A4" else "no"
    _no_better(known, "item", item, no)
    _no_better(known, "background", key, "no")
    name = ALWAYS[turn % len(ALWAYS)]
    left_out = assess(_with(known, name, None))
    assert left_out.movement_gate >= Gate.EASE_ONLY, name
    assert name in left_out.missing


def _no_better(known: Situation, field: str, key: str, no: str) -> None:
    answered = dict(getattr(known, field))
    said_no = assess(_with(known, field, answered | {key: no}))
    unsure = assess(_with(known, field, answered | {key: "not_sure"}))
    answered.pop(key, None)
    left_out = assess(_with(known, field, answered))
    assert unsure.movement_gate >= said_no.movement_gate, key
    assert unsure.care_level >= said_no.care_level, key
    assert left_out.movement_gate >= max(said_no.movement_gate, Gate.EASE_ONLY), key


def _with(known: Situation, field: str, answers: Any) -> Situation:
    change: dict[str, Any] = {field: answers}
    return replace(known, **change)


def urgent(found: Assessment) -> Iterator[str]:
    """The A and B rules that fire, without marks."""
    for id in found.fired:
        if id[0] in "AB" and " " not in id:
            yield id.rstrip("?")
