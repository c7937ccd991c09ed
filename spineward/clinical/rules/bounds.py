"""Who is held back by what they are: under age, pregnant, after an operation? C14 and C15."""

from dataclasses import replace

from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.dating import settled
from spineward.clinical.facts import CareLevel, Finding, Gate
from spineward.clinical.rules.levels import fires, routine, soon_few
from spineward.clinical.rules.rule import RuleSet
from spineward.clinical.rules.same_day import long_after_procedure, pregnancy_alarm

RULES = RuleSet()
OPERATIONS = ("surgery", "instrumentation")
"""Metal in the spine is put there by an operation; an injection is none."""


@RULES.rule("C14", sources="J", hazards="H-19")
def under_age(case: Case) -> Finding | None:
    """Under 18: not made for this person, a clinician instead."""
    age = case.situation.age
    if age is None or age >= limit("c14.age"):
        return None
    return routine("C14", Gate.BLOCK)


@RULES.rule("C15", sources="J", hazards="H-19")
def pregnant_or_operated(case: Case) -> Finding | None:
    """Pregnant without an alarm sign, or a spine operation within 84 days: with the own team."""
    found = [one for one in (_pregnant(case), _operated(case)) if one is not None]
    if not found:
        return None
    worst = max(found, key=lambda finding: finding.level)
    return replace(worst, gate=max(finding.gate for finding in found))


def _pregnant(case: Case) -> Finding | None:
    if not case.pregnant or fires(pregnancy_alarm(case)):
        return None
    if settled(case, "C15"):
        return Finding("C15", CareLevel.SELF_CARE, Gate.LIMITED)
    return routine("C15", Gate.LIMITED)


def _operated(case: Case) -> Finding | None:
    """Blocked for six weeks, then only what the team allowed; getting worse later on is sooner."""
    if case.yes("B8") and long_after_procedure(case):
        return soon_few("C15", Gate.BLOCK)
    known = case.situation.spine_procedure or ()
    last = max((one.on for one in known if one.kind in OPERATIONS), default=None)
    if last is None or case.days_ago(last) > limit("c15.surgery_days"):
        return None
    worsened = case.situation.worsened.get("C15")
    if worsened is not None and worsened >= last:
        return soon_few("C15", Gate.BLOCK)
    days = case.days_ago(last)
    shut = days < limit("c15.surgery_block_days") or not case.situation.team_allowed
    return routine("C15", Gate.BLOCK if shut else Gate.LIMITED)
