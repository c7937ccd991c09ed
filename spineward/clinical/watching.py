"""What was noticed over time that a person is to be told, and since when does it hold?

The rules act by themselves (spec 2.5, 2.6, 3, 7); this only says which of them are news.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import Assessment, Finding, Gate, Situation
from spineward.clinical.rules.course import relapse, worse_since
from spineward.clinical.rules.next_day import n2_moments, worse_mornings

WATCHED = (
    *("FLARE_LONG", "N1", "N2", "N3", "NC1", "NC2"),
    *("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9"),
)
"""Rules that read the diary over time. All others answer what was just said, and are shown then."""
GOING_ON = "T1"
"""It says to go on; where less than everything is open, the stricter advice stands alone."""


def noticed(assessment: Assessment) -> tuple[str, ...]:
    """The watched rules that hold, the strictest first."""
    found = [one for one in assessment.findings if one.rule in WATCHED and not one.mark]
    if assessment.movement_gate is not Gate.FULL:
        found = [one for one in found if one.rule != GOING_ON]
    return tuple(dict.fromkeys(one.rule for one in sorted(found, key=_gravity)))


def news(
    situation: Situation, assessment: Assessment, told: Mapping[str, datetime]
) -> tuple[str, ...]:
    """Those of them that were not told yet, or that began to hold anew since."""
    held = noticed(assessment)
    if not held:
        return ()
    since = _begun(Case(situation))
    return tuple(
        rule for rule in held if rule not in told or (rule in since and told[rule] < since[rule])
    )


def strength_due(situation: Situation) -> bool:
    """Has the strength of the legs not been checked for a week, or never?"""
    last, lasts = situation.strength_at, timedelta(days=limit("strength.again_days"))
    return last is None or not timedelta(0) <= situation.now - last < lasts


def _gravity(found: Finding) -> tuple[int, int, str]:
    return -found.level, -found.gate, found.rule


def _begun(case: Case) -> dict[str, datetime]:
    """When those rules began whose cause has a moment: one can follow the other without a gap."""
    begun: dict[str, datetime] = {}
    if mornings := worse_mornings(case):
        begun["N1"] = mornings[-1].at
    if seconds := n2_moments(case):
        begun["N2"] = seconds[-1]
    if (day := worse_since(case)) is not None:
        begun["T2"] = datetime.combine(day, time(), case.now.tzinfo)
    if (again := relapse(case)) is not None:
        begun["T8"] = again.at
    return begun
