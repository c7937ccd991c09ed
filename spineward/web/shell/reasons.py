"""How does a page say why? Rule ids become a sentence, a name, and a link to the rule itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from spineward.clinical.catalogue import words
from spineward.clinical.facts import Assessment, CareLevel, Exclusion, Finding

_PLACES = ("rule.{}.why", "gate_reason.{}", "rest.{}", "exclusion.{}", "offer_reason.{}")
"""Where the sentence of an id may stand: rules first, then reasons that are no rule."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: the sentence, the rule's short name and the last part of its address."""

    id: str
    why: str
    name: str = ""
    slug: str = ""
    do: str = ""


def text(id: str) -> str:
    """The sentence of that id as one text, or nothing where there is none."""
    found = words().get(id, "")
    return found if isinstance(found, str) else " ".join(found)


def of_id(id: str, level: CareLevel | None = None, places: tuple[str, ...] = _PLACES) -> Reason:
    """The reason behind an id as it stands in `fired`, in a gate reason or in an exclusion.

    An unknown answer ("A4?") says so and asks for what its `level` asks for, unless its rule has
    words of its own for that; a rule that was "seen" or is "muted" asks for nothing. Some rules
    have words of their own for a mark (mark.seen_A16).
    """
    rule, _, mark = id.replace("row ", "row").partition(" ")
    unsure, rule = rule.endswith("?"), rule.removesuffix("?")
    marked = text(f"mark.{mark}_{rule}.text") or text(f"mark.{mark}.text")
    special = text(f"rule.{rule}.why_unsure") if unsure else marked
    why = special or next((found for place in places if (found := text(place.format(rule)))), "")
    do = text(f"rule.{rule}.do")
    if unsure:
        general = text(f"unsure.{level.name}.do") if level is not None else ""
        do = text(f"rule.{rule}.do_unsure") or general
    known = f"rule.{rule}.name" in words()
    return Reason(
        id=id,
        why=why,
        name=text(f"rule.{rule}.name"),
        slug=rule if known else "",
        do="" if mark else do,
    )


def of(ids: Iterable[str], places: tuple[str, ...] = _PLACES) -> tuple[Reason, ...]:
    """The reasons behind several ids, each sentence once."""
    return _once(of_id(id, places=places) for id in ids)


def _once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    found = {reason.why: reason for reason in reasons if reason.why}
    return tuple(found.values())


def of_findings(findings: Iterable[Finding]) -> tuple[Reason, ...]:
    """The reasons behind findings, the most severe first."""
    ordered = sorted(findings, key=lambda finding: (-finding.level, -finding.gate, finding.rule))
    return _once(of_id(finding.id, finding.level) for finding in ordered)


def of_level(assessment: Assessment) -> tuple[Reason, ...]:
    """The reasons that set the care level."""
    return of_findings(f for f in assessment.findings if f.level == assessment.care_level)


def of_exclusions(held: Iterable[Exclusion], movement: str) -> tuple[Reason, ...]:
    """Why one movement is held back."""
    ids = (one.by for one in held if one.movement == movement)
    return of(ids, ("exclusion.{}", *_PLACES))
