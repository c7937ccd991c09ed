"""What do the rules say of each person? Assessed one by one, and counted."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from spineward.clinical.assessment import assess
from spineward.clinical.facts import CareLevel, Finding, Gate
from tools.triage.people import Person

FIRST_SESSIONS = "first_sessions"
Z95 = 1.96


@dataclass(frozen=True, slots=True)
class Outcome:
    """One person and what the rules said. `reasons` are the ids that set the gate."""

    person: Person
    level: CareLevel
    gate: Gate
    reasons: tuple[str, ...]
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]

    @property
    def rules(self) -> frozenset[str]:
        """The rules that send this person to a clinician, at any level."""
        return frozenset(f.rule for f in self.findings if f.level > CareLevel.SELF_CARE)

    @property
    def deciding(self) -> frozenset[str]:
        """The rules whose finding is as severe as the level."""
        if self.level == CareLevel.SELF_CARE:
            return frozenset()
        return frozenset(f.rule for f in self.findings if f.level == self.level)

    @property
    def alone(self) -> str:
        """The one rule without which the level would be lower, "" if there are several."""
        return next(iter(self.deciding)) if len(self.deciding) == 1 else ""

    @property
    def limited_as_new(self) -> bool:
        """Limited for no other reason than that nobody has had two sessions yet."""
        return self.gate == Gate.LIMITED and self.reasons == (FIRST_SESSIONS,)


def outcome(person: Person) -> Outcome:
    """Through the engine's public door."""
    found = assess(person.situation)
    return Outcome(
        person,
        found.care_level,
        found.movement_gate,
        found.gate_reasons,
        found.findings,
        found.missing,
    )


def outcomes(people: Iterable[Person]) -> list[Outcome]:
    """All of them, in order."""
    return [outcome(person) for person in people]


def share(seen: Sequence[Outcome], holds: Callable[[Outcome], bool]) -> float:
    """Of how many it holds, as a share of 1."""
    return sum(map(holds, seen)) / len(seen)


def interval(count: int, total: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson): the chance of the draw only, never of the assumptions."""
    p, n, z = count / total, total, Z95
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often one rule sent someone on: in all, at the winning level, and as the only one."""

    rule: str
    sent: int
    unsure: int
    deciding: int
    alone: int


def by_rule(seen: Sequence[Outcome], least: CareLevel = CareLevel.ROUTINE) -> list[RuleCount]:
    """Rules by the people they send on at that level or above; the most first."""
    sent, unsure, deciding, alone = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for one in seen:
        high = [f for f in one.findings if f.level >= least]
        sent.update({f.rule for f in high})
        unsure.update({f.rule for f in high if f.mark == "?"})
        if one.level >= least:
            deciding.update(one.deciding)
            alone.update({one.alone} - {""})
    rows = [RuleCount(rule, sent[rule], unsure[rule], deciding[rule], alone[rule]) for rule in sent]
    return sorted(rows, key=lambda row: (-row.sent, row.rule))
