"""Which weakness means now, which means today, and which is known? A6, A7, B1, C11 and C13.

The self-check of spec 1.6 and the items are read together: clinical/weakness.py.
"""

from collections.abc import Iterable
from dataclasses import replace

from spineward.clinical.case import Case, once
from spineward.clinical.catalogue import limit
from spineward.clinical.dating import fresh, said_to_differ, settled
from spineward.clinical.facts import CareLevel, Finding, Gate
from spineward.clinical.rules.levels import (
    alarm,
    emergency,
    fires,
    routine,
    same_day,
    soon,
    soon_few,
)
from spineward.clinical.rules.rule import RuleSet
from spineward.clinical.weakness import (
    Weakness,
    had_pain,
    is_new,
    new_weaknesses,
    unclear,
    weak_legs,
    weaknesses,
)

RULES = RuleSet()


@RULES.rule("A6", sources="COMM23", hazards="H-18 H-01")
@once
def progressive_weakness(case: Case) -> Finding | None:
    """New weakness that gets worse or spreads, is in both legs, or a leg that will not hold."""
    both = len(weak_legs(case)) > 1
    if both and _untested(new_weaknesses(case)):
        return emergency("A6")
    dated = "A6" in case.situation.since or not both
    changed = None if dated else max(weak.changed for weak in new_weaknesses(case))
    return alarm(
        case,
        "A6",
        holds=case.yes("A6") or both,
        current=both or fresh(case, "A6"),
        changed=changed,
        doubt=CareLevel.EMERGENCY,
    )


@RULES.rule("A7", sources="LOTH SEED COMM23", hazards="H-18")
@once
def sudden_or_complete_weakness(case: Case) -> Finding | None:
    """New complete loss of foot lift or push-off, or sudden severe loss of strength in a leg."""
    found = [weak for weak in weaknesses(case) if weak.tested and _lost(case, weak)]
    new = [weak for weak in found if is_new(case, weak)]
    if _untested(new):
        return emergency("A7")
    return alarm(
        case,
        "A7",
        holds=case.yes("A7") or bool(found),
        current=bool(new) or (case.yes("A7") and fresh(case, "A7")),
        changed=max((weak.changed for weak in found), default=None),
        doubt=None,  # an unknown A7 is B1? (0.4)
    )


@RULES.rule("B1", sources="LOTH MACKI16", hazards="H-18")
@once
def weak_leg(case: Case) -> Finding | None:
    """One leg clearly weaker and unexamined: in this episode, or under 42 days ago without pain."""
    found = [weak for weak in weaknesses(case) if _is_b1(case, weak)]
    if found:
        asked = any(weak.tested for weak in found)
        pages = [item for item in ("A6", "A7") if asked or not case.clear(item)]
        return same_day("B1", asks=tuple(page for page in pages if not case.yes(page)))
    if unclear(case):
        return same_day("B1", "?", asks=("strength",))
    return None


@RULES.rule("C11", sources="YAP15", hazards="H-17 H-18")
@once
def weakness_without_pain(case: Case) -> Finding | None:
    """Never examined: weak for 42 days without pain, a thinner leg, or weak and twitching.

    Said to differ from usual it is another finding than the one that was examined (0.3).
    """
    if settled(case, "C11"):
        return None
    unseen = case.never_examined("C11") or said_to_differ(case, "C11")
    listed = case.yes("C11") and unseen and _names_a_sign(case)
    painless = any(_is_c11(case, weak) for weak in weaknesses(case))
    return soon_few("C11", Gate.BLOCK) if listed or painless else None


@RULES.rule("C13", sources="J", hazards="H-18 H-07")
def known_weakness(case: Case) -> Finding | None:
    """One-leg weakness that is known and not worse: limited, or less where not told it is fine."""
    known = weaknesses(case)
    reviewed = settled(case, "C11") and (case.yes("C11") or bool(known))
    urgent = (progressive_weakness(case), sudden_or_complete_weakness(case), weak_leg(case))
    if any(fires(found) for found in urgent):
        return None
    if any(found is not None and found.mark == "seen" for found in urgent):
        known = tuple(weak for weak in known if not weak.examined)
    if reviewed:
        return FINE
    found = [_known(weak) for weak in known if not _is_c11(case, weak)]
    if not found:
        return None
    worst = max(found, key=lambda finding: finding.level)
    return replace(worst, gate=max(finding.gate for finding in found))


FINE = Finding("C13", CareLevel.SELF_CARE, Gate.LIMITED)
"""C13 where a clinician said that exercise is fine."""


def _known(weak: Weakness) -> Finding:
    """C13 (a) told that exercise is fine, (b) not told so, (c) old and never examined."""
    if weak.examined and weak.told == "yes":
        return FINE
    return routine("C13", Gate.EASE_ONLY) if weak.examined else soon("C13", Gate.LIMITED)


def _untested(weak: Iterable[Weakness]) -> bool:
    """The strength check shows one that no clinician tested: an earlier one being seen is of no
    use."""
    return any(one.tested and not one.examined for one in weak)


def _lost(case: Case, weak: Weakness) -> bool:
    """A foot test not possible even once, or another test that was lost within 48 hours."""
    if weak.degree == "complete":
        return True
    return weak.degree == "severe" and case.days_ago(weak.changed) <= limit("a7.sudden_days")


def _is_b1(case: Case, weak: Weakness) -> bool:
    """A complete loss is A7, and A6 has its own card. Under 42 days ago pain does not matter."""
    if weak.examined or weak.degree == "complete" or weak.source == "A6":
        return False
    recent = case.days_ago(weak.changed) < limit("b1.no_pain_days")
    in_episode = weak.changed >= case.episode_start
    return recent or (in_episode and had_pain(case, weak, unknown=True))


def _is_c11(case: Case, weak: Weakness) -> bool:
    """Both rules that ask have turned back before where C11 was examined and found fine."""
    long = case.days_ago(weak.changed) >= limit("b1.no_pain_days")
    in_episode = weak.changed >= case.episode_start
    return long and not weak.examined and not had_pain(case, weak, unknown=in_episode)


def _names_a_sign(case: Case) -> bool:
    """Twitching counts only with weakness; twitching alone does not fire."""
    if not case.has_detail("C11"):
        return True
    weak = not case.clear("B1") or bool(weaknesses(case))
    twitching = case.situation.detail["C11"].get("twitching", "yes") == "yes"
    thinner = case.situation.detail["C11"].get("thinner_leg", "yes") == "yes"
    no_pain = case.situation.detail["C11"].get("no_pain", "yes") == "yes"
    return thinner or (twitching and weak) or no_pain
