"""What the stages return: findings, the assessment, the plan, and the outcome of a set."""

from dataclasses import dataclass
from datetime import datetime

from spineward.clinical.facts.answers import (
    AfterHalfHour,
    CareLevel,
    Gate,
    Label,
    Nsaid,
    Pattern,
    SetVerdict,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that fired. `mark` is "?" (unknown answer), "seen", "not_fine" (examined, and not
    told that exercise is fine) or "muted"; `asks` are pages or items to put to the person now."""

    rule: str
    level: CareLevel = CareLevel.SELF_CARE
    gate: Gate = Gate.FULL
    within_days: int | None = None
    mark: str = ""
    asks: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """How it appears in `fired`: A1, A4?, "A7 seen", "A1 muted"."""
        return self.rule + (self.mark if self.mark in ("", "?") else f" {self.mark}")


@dataclass(frozen=True, slots=True)
class Lock:
    """An open lock: which rules set it, when, and the release steps still open.

    Steps are "examined" (0.5 step 1; "crisis_contact" for A16) and "fresh_screen" (step 2).
    """

    fired_at: datetime
    rules: tuple[str, ...]
    level: CareLevel
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A movement that is not for this person today, and the rule or exclusion that removed it."""

    movement: str
    by: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """The outputs of spec section 0, plus what the pages need to say why.

    `opens_lock` are the rules for which a new lock is due; `releases_lock` says that every step of
    the open ones is done. `asks` are pages or items to ask at once, `state` the flare state.
    """

    care_level: CareLevel
    within_days: int | None
    movement_gate: Gate
    pattern: Pattern
    patterns: tuple[Pattern, ...]
    nsaid: Nsaid
    nsaid_reasons: tuple[str, ...]
    findings: tuple[Finding, ...]
    gate_reasons: tuple[str, ...]
    excluded: tuple[Exclusion, ...]
    locked: Lock | None
    missing: tuple[str, ...]
    state: str
    asks: tuple[str, ...] = ()
    opens_lock: tuple[str, ...] = ()
    releases_lock: bool = False

    @property
    def fired(self) -> tuple[str, ...]:
        """Sorted rule ids, each once."""
        return tuple(sorted({finding.id for finding in self.findings}))


@dataclass(frozen=True, slots=True)
class Offer:
    """One movement with its dose. Pairs are (low, high); seconds and minutes say so.

    `limits` are ids of restrictions that go with it, such as half_range or on_bed (dose.py).
    `reasons` are ids of words that say why it is offered. `in_plan` marks the suggested few.
    """

    movement: str
    reps: tuple[int, int] | None
    sets: tuple[int, int]
    hold_s: tuple[int, int] | None
    minutes: tuple[int, int] | None
    times_a_day: tuple[int, int]
    limits: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    in_plan: bool = False
    ease: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What may be done today: movements in order of offer, then ease items; what is held back.

    `opens_at` is the earliest start of the next session, None when it may start now.
    """

    gate: Gate
    offered: tuple[Offer, ...]
    held_back: tuple[Exclusion, ...]
    max_sessions: int
    hours_between: int
    opens_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SetOutcome:
    """What one set's readings mean. `fired` holds "row 5", "SS6", "A1", ... sorted.

    `row` is the deciding row (0 = not assessed). `asks` as in Finding. `level` and `gate` are set
    when the verdict escalates or rests the day. `re_ask_minutes` is 10 or 30 when a further
    reading is awaited, and None otherwise. `at_30` is what the 30-minute reading says.
    """

    label: Label
    verdict: SetVerdict
    row: int
    fired: tuple[str, ...]
    level: CareLevel = CareLevel.SELF_CARE
    gate: Gate | None = None
    asks: tuple[str, ...] = ()
    re_ask_minutes: int | None = None
    at_30: AfterHalfHour | None = None
