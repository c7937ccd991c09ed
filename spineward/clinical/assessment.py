"""What is safe now, and why? Every rule is asked, and the strictest answer wins.

Spec section 0: no rule stops another, the order of answers never matters, and what is unknown is
never better than "no".
"""

from collections.abc import Sequence

from spineward.clinical import verdict
from spineward.clinical.case import Case
from spineward.clinical.facts import Assessment, CareLevel, Finding, Gate, Lock, Situation
from spineward.clinical.lock import lock_now
from spineward.clinical.missing import missing
from spineward.clinical.rules import (
    bounds,
    clearance,
    emergency,
    flare,
    medicines,
    next_day,
    no_change,
    patterns,
    rests,
    same_day,
    soon,
    strength,
    trends,
)
from spineward.clinical.rules.hold_movement import exclusions

RULE_SETS = (
    emergency.RULES,
    strength.RULES,
    same_day.RULES,
    soon.RULES,
    bounds.RULES,
    clearance.RULES,
    flare.RULES,
    trends.RULES,
    next_day.RULES,
    no_change.RULES,
)


QUIET = ("seen", "muted", "not_fine")


def assess(situation: Situation) -> Assessment:
    """The outputs of spec section 0 for one person at one moment; pure, total, no side effects."""
    return assess_case(Case(situation))


def assess_case(case: Case) -> Assessment:
    """The same for a situation that is read already, so that the plan can go on with it."""
    findings = [found for rules in RULE_SETS for found in rules.fire(case)]
    findings += rests.escalations(case)
    lock, kept, opens, releases = lock_now(case, findings)
    again = {found.rule for found in kept}
    # Nothing is both locked and quiet: one id for one rule.
    findings = [one for one in findings if one.mark not in QUIET or one.rule not in again]
    findings += kept
    findings += rests.unnamed_alarm(case)
    open_answers = missing(case)
    gates = [*findings, *_gates(case, lock, bool(open_answers), releases)]
    gate = verdict.gate(gates)
    state = flare.state(case)
    named = patterns.patterns(case)
    fired = frozenset(found.rule for found in findings)
    nsaid, nsaid_reasons = medicines.nsaid(case)
    return Assessment(
        care_level=verdict.care_level(findings),
        within_days=verdict.within_days(findings),
        movement_gate=gate,
        pattern=named[0],
        patterns=named,
        nsaid=nsaid,
        nsaid_reasons=nsaid_reasons,
        findings=tuple(findings),
        gate_reasons=() if gate == Gate.FULL else verdict.deciding(gates, gate),
        excluded=exclusions(case, gate, named, state, fired),
        locked=lock,
        missing=open_answers,
        state=state,
        asks=_asks(gates),
        opens_lock=opens,
        releases_lock=releases,
    )


def _gates(case: Case, lock: Lock | None, incomplete: bool, releases: bool) -> list[Finding]:
    """What closes the gate without being a rule that fires: combining 2 and 4, 0.4, 0.5, 2.4.

    A lock that is released by this very assessment limits the sessions from now on.
    """
    gates: list[Finding] = list(rests.rests(case))
    if releases or rests.first_sessions(case):
        gates.append(Finding("first_sessions", CareLevel.SELF_CARE, Gate.LIMITED))
    if incomplete:
        gates.append(Finding("incomplete", CareLevel.SELF_CARE, Gate.EASE_ONLY))
    if lock is not None:
        gates.append(Finding("lock", CareLevel.SELF_CARE, Gate.BLOCK))
    return gates


def _asks(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Pages and items to put to the person at once, each once, in order."""
    return tuple(dict.fromkeys(page for found in findings for page in found.asks))
