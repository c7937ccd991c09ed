"""What is the one thing to do now? The assessment and the plan in the order a person needs them."""

from dataclasses import dataclass
from datetime import datetime

from spineward.clinical.check_in import again_within
from spineward.clinical.facts import Assessment, CareLevel, Gate, Offer
from spineward.diary.journey import Now
from spineward.web.shell import dose, reasons
from spineward.web.shell.reasons import Reason

CRISIS = "A16"
OF_SESSION = "re_ask"
"""What a session asks again after half an hour; its own page does that."""
CALM = ("move", "check_in")
"""Modes in which news are told; where help, a call or a lock stands first, they wait."""
MOST_HELD_BACK = 3
"""Held-back movements named on this page; the plan page names all."""


@dataclass(frozen=True, slots=True)
class Line:
    """One movement on the page: its id, its dose in words, and why."""

    movement: str
    dose: str
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """A rule that holds and was not told yet; `shown` says that its sentences stand above."""

    reason: Reason
    shown: bool


@dataclass(frozen=True, slots=True)
class TodayCard:
    """Everything the page shows. `mode` picks the card: help, same_day, check_in, locked, move."""

    mode: str
    assessment: Assessment
    level: tuple[Reason, ...]
    gate: tuple[Reason, ...]
    lines: tuple[Line, ...]
    held_back: tuple[Line, ...]
    minutes: int
    state: str
    again_within: int | None
    opens_at: datetime | None
    news: tuple[News, ...]
    strength: str
    """Which words offer the strength check: "first", "again", or none."""

    @property
    def level_name(self) -> str:
        """The id under which the words of the care level stand."""
        return self.assessment.care_level.name

    @property
    def gate_name(self) -> str:
        """The id under which the words of the gate stand."""
        return self.assessment.movement_gate.name

    @property
    def crisis(self) -> bool:
        """Do the answers speak of ending one's life? Help lines are shown then, and later too."""
        return any(finding.rule == CRISIS for finding in self.assessment.findings)

    @property
    def crisis_alone(self) -> bool:
        """Is that the only reason for the level?"""
        return [reason.slug for reason in self.level] == [CRISIS]

    @property
    def open_questions(self) -> bool:
        """Is something to be asked beyond what the session itself asks again?"""
        return any(ask != OF_SESSION for ask in self.assessment.asks)

    @property
    def advises_visit(self) -> bool:
        """Is there someone to see, though not at once?"""
        return self.assessment.care_level in (CareLevel.SOON, CareLevel.ROUTINE)


def mode_of(assessment: Assessment) -> str:
    """The strictest thing first: help, then a call today, then a lock, then missing answers."""
    if assessment.care_level == CareLevel.EMERGENCY:
        return "help"
    if assessment.care_level == CareLevel.SAME_DAY:
        return "same_day"
    if assessment.locked or assessment.movement_gate == Gate.BLOCK:
        return "locked"
    return "check_in" if assessment.missing else "move"


def card(now: Now) -> TodayCard:
    """The page for what stands now."""
    assessment, plan = now.assessment, now.plan
    chosen = tuple(offer for offer in plan.offered if offer.in_plan)
    wanted = ("M10", "M20", "M30a", "M40", "M33")
    held = tuple(dict.fromkeys(one.movement for one in plan.held_back if one.movement in wanted))
    mode, level = mode_of(assessment), reasons.of_level(assessment)
    return TodayCard(
        mode=mode,
        assessment=assessment,
        level=level,
        gate=reasons.of(assessment.gate_reasons),
        lines=tuple(_line(offer) for offer in chosen),
        held_back=tuple(
            Line(movement, "", reasons.of_exclusions(plan.held_back, movement))
            for movement in held[:MOST_HELD_BACK]
        ),
        minutes=dose.minutes(chosen),
        state=assessment.state,
        again_within=again_within(assessment.state, assessment.fired),
        opens_at=plan.opens_at,
        news=_news(now, level) if mode in CALM else (),
        strength=_strength(now) if mode == "move" else "",
    )


def _news(now: Now, level: tuple[Reason, ...]) -> tuple[News, ...]:
    """What was noticed; what the advice to see someone says already is only named."""
    visit = now.assessment.care_level in (CareLevel.SOON, CareLevel.ROUTINE)
    above = {reason.slug for reason in level} if visit else set()
    return tuple(News(reasons.of_id(rule), rule in above) for rule in now.news)


def _strength(now: Now) -> str:
    if not now.strength_due:
        return ""
    return "again" if now.strength_known else "first"


def _line(offer: Offer) -> Line:
    return Line(offer.movement, dose.dose(offer), reasons.of(offer.reasons))
