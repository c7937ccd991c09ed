"""What may be done today, in which order, how much, and why? The plan of one assessment.

Spec 4.2-4.4. The suggested few come first; the person may swap any of them for another allowed
movement, which follow; the ease items come last. BLOCK offers nothing.
"""

from collections.abc import Iterator

from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.dose import offer
from spineward.clinical.facts import Assessment, Gate, Offer, Plan
from spineward.clinical.ledger import CENTRALIZING, GOOD
from spineward.clinical.library import Movement, movements
from spineward.clinical.progression import steps_back
from spineward.clinical.rules.no_change import unchanged_movements
from spineward.clinical.spacing import caps, opens_at
from spineward.clinical.today import Today

ORDER = {
    "ROOT": ("M10", "M33", "M20", "M30a", "M60"),
    "STENOSIS": ("M10", "M61", "M20", "M33", "M30a"),
    "DGS": ("M10", "M40", "M30a", "M20"),
    "HIP_SI_OTHER": ("M10", "M33", "M20", "M30a"),
    "UNCLEAR": ("M10", "M33", "M20", "M30a"),
}
"""Where each pattern starts (4.3). In ROOT, M30b takes the place of M30a once it is open."""
STEPS_BEFORE_EASIER = 2
"""Back first by half the range, then by repetitions; after both comes the easier movement (4.4)."""


def plan(case: Case, assessment: Assessment) -> Plan:
    """What is offered today and what is held back; pure and total."""
    gate = assessment.movement_gate
    today = Today(case, gate, assessment.patterns, assessment.state, assessment.fired)
    held = {exclusion.movement for exclusion in assessment.excluded}
    allowed = {one.id: one for one in movements().values() if one.id not in held}
    offered: tuple[Offer, ...] = ()
    if gate is not Gate.BLOCK:
        moves = tuple(_movements(today, assessment.pattern, allowed))
        offered = (*moves, *_ease(today, allowed, alone=not moves))
    return Plan(gate, offered, assessment.excluded, *caps(gate), opens_at(case, gate))


def _ease(today: Today, allowed: dict[str, Movement], *, alone: bool) -> Iterator[Offer]:
    """The ease items; with no movement open they are the plan, and say so (4.2)."""
    for one in allowed.values():
        if one.ease:
            yield offer(today, one, "nothing_left" if alone else "ease", in_plan=alone)


def _movements(today: Today, pattern: str, allowed: dict[str, Movement]) -> Iterator[Offer]:
    """Allowed movements in order of offer; the first few of different families are the plan."""
    cap = _cap(today)
    taken: set[str] = set()
    suggested: list[Offer] = []
    others: list[Offer] = []
    for name, why in _in_order(today, pattern, allowed):
        one = allowed[name]
        if len(suggested) < cap and one.family not in taken and why != "no_change":
            taken.add(one.family)
            suggested.append(offer(today, one, why, in_plan=True))
        else:
            others.append(offer(today, one, why if why == "no_change" else "swap"))
    yield from suggested
    yield from others


def _cap(today: Today) -> int:
    """At most this many movements; late in pregnancy the caps of LIMITED hold in any gate."""
    limited = today.gate is Gate.LIMITED or today.late_pregnancy
    return limit("cap.limited_movements" if limited else "cap.full_movements")


def _in_order(today: Today, pattern: str, allowed: dict[str, Movement]) -> list[tuple[str, str]]:
    """(movement, why): the pattern's order, then the rest. What did the leg good comes first, what
    changed nothing three times running comes last (NC1)."""
    wanted = dict(_wanted(today, pattern, allowed))
    rest = (one.id for one in allowed.values() if not one.ease and one.id not in wanted)
    good: list[tuple[str, str]] = []
    fresh: list[tuple[str, str]] = []
    stale: list[tuple[str, str]] = []
    unchanged = unchanged_movements(today.case)
    for name, why in [*wanted.items(), *((name, "swap") for name in rest)]:
        in_its_place = name == "M30a" and "M30b" in wanted
        did_good = _did_good(today, name)
        if name in unchanged:
            stale.append((name, "no_change"))
        elif did_good and not in_its_place:
            good.append((name, why if why == "next_step" else did_good))
        else:
            fresh.append((name, why))
    return [*good, *fresh, *stale]


def _did_good(today: Today, name: str) -> str:
    """Its last response drew the pain up or eased the leg; M30b starts with that of M30a."""
    row = today.ledger.last_row(name)
    if row is None and name == "M30b":
        row = today.ledger.last_row("M30a")
    if row not in GOOD:
        return ""
    return "drew_up" if row == CENTRALIZING else "eased"


def _wanted(today: Today, pattern: str, allowed: dict[str, Movement]) -> Iterator[tuple[str, str]]:
    """The pattern's movements; one that is out gives way to its sibling, one set back to an
    easier one."""
    for name in ORDER[pattern]:
        found = _open_or_sibling(name, allowed)
        if found is None:
            continue
        one = allowed[found]
        easier = [less for less in one.regress if less in allowed]
        if steps_back(today, one) > STEPS_BEFORE_EASIER and easier:
            yield easier[0], "easier_step"
        elif found == "M30a" and "M30b" in allowed and _next_step_due(today, pattern):
            yield "M30b", "next_step"
        else:
            yield found, f"order_{pattern}" if found == name else "instead"


def _next_step_due(today: Today, pattern: str) -> bool:
    """M30b takes the place of M30a in ROOT, and elsewhere when M30a changed nothing (4.3, NC1)."""
    return pattern == "ROOT" or "M30a" in unchanged_movements(today.case)


def _open_or_sibling(name: str, allowed: dict[str, Movement]) -> str | None:
    tried: list[str] = []
    known = movements()
    candidate: str | None = name
    while candidate is not None and candidate not in tried:
        if candidate in allowed:
            return candidate
        tried.append(candidate)
        candidate = known[candidate].sibling
    return None
