"""How are findings joined? The strictest wins, every reason is kept, and nothing can loosen.

Spec section 0, combining 2-4.
"""

from collections.abc import Iterable, Sequence

from spineward.clinical.facts import CareLevel, Finding, Gate


def care_level(findings: Iterable[Finding]) -> CareLevel:
    """The most severe level of any finding; SELF_CARE without one."""
    return max((found.level for found in findings), default=CareLevel.SELF_CARE)


def within_days(findings: Sequence[Finding]) -> int | None:
    """The fewest days among the findings of the winning level; None for SELF_CARE."""
    level = care_level(findings)
    return min(
        (f.within_days for f in findings if f.level == level and f.within_days is not None),
        default=None,
    )


def gate(findings: Iterable[Finding]) -> Gate:
    """The strictest gate of any finding; EMERGENCY and SAME_DAY always give BLOCK."""
    return max(
        (Gate.BLOCK if f.level >= CareLevel.SAME_DAY else f.gate for f in findings),
        default=Gate.FULL,
    )


def deciding(findings: Iterable[Finding], wanted: Gate) -> tuple[str, ...]:
    """The ids of the findings that set the gate to what it is."""
    return tuple(
        sorted(
            f.id
            for f in findings
            if max(f.gate, Gate.BLOCK if f.level >= CareLevel.SAME_DAY else f.gate) == wanted
        )
    )
