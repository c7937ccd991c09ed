"""Does the first page say how soon to be seen, and by reason of what, whatever else it shows?

Hazards: H-17, H-24, H-25.
"""

from dataclasses import replace
from html import unescape

import pytest
from django.template.loader import render_to_string

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.catalogue import words
from spineward.clinical.facts import Assessment, CareLevel, Finding, Gate
from spineward.clinical.plan import plan
from spineward.clinical.rulebook import rulebook
from spineward.diary.journey import Now
from spineward.web.today import presenter
from tests.cases.build import typical

MODES = {
    "move": ("today/move.html", Gate.LIMITED, ()),
    "check_in": ("today/check_in_first.html", Gate.EASE_ONLY, ("screen",)),
    "locked": ("today/locked.html", Gate.BLOCK, ()),
}
VISITS = [
    (CareLevel.SOON, 3, "See a doctor soon"),
    (CareLevel.SOON, 14, "See a doctor soon"),
    (CareLevel.ROUTINE, 28, "Plan a visit"),
]


def standing(assessment: Assessment, usual: Assessment) -> Now:
    """A day on which nothing is to be told."""
    return Now(
        assessment, plan(Case(typical()), usual), (), strength_due=False, strength_known=True
    )


def page(mode: str, level: CareLevel, days: int, rule: str) -> str:
    """The first page in that mode, for someone whom a rule sends to a visit and another holds."""
    template, gate, missing = MODES[mode]
    usual = assess(typical())
    found = Finding(rule, level, Gate.FULL, days)
    assessment: Assessment = replace(
        usual,
        care_level=level,
        within_days=days,
        movement_gate=gate,
        findings=(found, Finding("CL4", CareLevel.SELF_CARE, gate)),
        gate_reasons=("CL4",),
        missing=missing,
    )
    card = presenter.card(standing(assessment, usual))
    assert card.mode == mode
    return unescape(render_to_string(template, {"card": card}))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("level", "days", "title"), VISITS)
def test_a_visit_is_named_with_its_days(mode: str, level: CareLevel, days: int, title: str) -> None:
    shown = page(mode, level, days, "C9")
    assert title in shown
    assert f"within {days} days" in shown


@pytest.mark.parametrize("mode", MODES)
def test_the_reason_for_the_visit_is_shown_beside_what_holds_movement(mode: str) -> None:
    for rule in (one for one in rulebook() if one[0] in "CTN" and not one.startswith("CL")):
        shown = page(mode, CareLevel.SOON, 14, rule)
        for part in ("why", "do"):
            text = words()[f"rule.{rule}.{part}"]
            assert str(text) in shown, f"{rule} in {mode}"


def test_a_reason_that_also_closes_movement_is_told_once() -> None:
    usual = assess(typical())
    found = Finding("C14", CareLevel.ROUTINE, Gate.BLOCK, 28)
    assessment = replace(
        usual,
        care_level=CareLevel.ROUTINE,
        within_days=28,
        movement_gate=Gate.BLOCK,
        findings=(found,),
        gate_reasons=("C14",),
    )
    card = presenter.card(standing(assessment, usual))
    shown = unescape(render_to_string("today/locked.html", {"card": card}))
    assert shown.count(str(words()["rule.C14.do"])) == 1
    assert "within 28 days" in shown


@pytest.mark.parametrize(
    ("mode", "level", "urgent"),
    [
        ("help", CareLevel.EMERGENCY, "You must call the emergency number"),
        ("same_day", CareLevel.SAME_DAY, "Ring your doctor now."),
    ],
)
def test_what_cannot_wait_stands_alone_and_says_so(
    mode: str, level: CareLevel, urgent: str
) -> None:
    usual = assess(typical())
    assessment = replace(
        usual,
        care_level=level,
        within_days=0,
        movement_gate=Gate.BLOCK,
        findings=(Finding("A1", level, Gate.BLOCK, 0),),
        gate_reasons=("A1",),
    )
    card = presenter.card(standing(assessment, usual))
    assert card.mode == mode
    shown = unescape(
        render_to_string("today/see_someone.html", {"card": card, "emergency_number": "112"})
    )
    assert urgent in shown
    assert str(words()[f"care_level.{level.name}.title"]) in shown
    assert str(words()["rule.A1.do"]) in shown
