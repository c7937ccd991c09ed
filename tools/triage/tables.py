"""How many at each level and gate, and by which rules? The first tables of the page."""

from collections import Counter
from collections.abc import Sequence

from spineward.clinical.catalogue import words
from spineward.clinical.facts import CareLevel, Gate
from tools.docs.markdown import anchor, table
from tools.triage.run import Outcome, RuleCount, by_rule, interval

LEVELS = tuple(sorted(CareLevel, reverse=True))
GATES = tuple(sorted(Gate, reverse=True))
WHEN = {
    CareLevel.EMERGENCY: "now",
    CareLevel.SAME_DAY: "today",
    CareLevel.SOON: "within two weeks",
    CareLevel.ROUTINE: "within four weeks",
    CareLevel.SELF_CARE: "nobody",
}
TOGETHER = (
    (CareLevel.SAME_DAY, "today or now"),
    (CareLevel.SOON, "within two weeks or sooner"),
)
TEN = 10


def percent(part: int, whole: int) -> str:
    """A share with one decimal; a dash of nobody."""
    return f"{100 * part / whole:.1f} %" if whole else "-"


def _between(part: int, whole: int) -> str:
    low, high = interval(part, whole)
    return f"{100 * low:.1f} to {100 * high:.1f}"


def level_table(seen: Sequence[Outcome]) -> str:
    """Each level, and the worst ones taken together."""
    count = Counter(one.level for one in seen)
    rows = [(f"{level.name} ({WHEN[level]})", count[level]) for level in LEVELS]
    rows += [(f"*{name}*", sum(o.level >= least for o in seen)) for least, name in TOGETHER]
    shares = [(name, percent(n, len(seen)), _between(n, len(seen))) for name, n in rows]
    return table(["Level", "Share", "95 % interval"], shares)


def gate_table(seen: Sequence[Outcome]) -> str:
    """Each gate and what sets it, and who is limited only for being new."""
    total, rows = len(seen), []
    for gate in GATES:
        there = [one for one in seen if one.gate == gate]
        n = len(there)
        rows.append((gate.name, percent(n, total), _between(n, total), _why(there)))
    new = sum(one.limited_as_new for one in seen)
    note = (
        "FULL is shut to everybody at first: LIMITED holds until two sessions are done without a "
        f"stop. {percent(new, total)} of all are LIMITED for that reason only; no rule holds them "
        "back."
    )
    return f"{table(['Gate', 'Share', '95 % interval', 'Set by, most often'], rows)}\n\n{note}"


def _why(there: Sequence[Outcome]) -> str:
    """What set the gate, most often first; a lock only repeats the rule that set it."""
    reasons = Counter(reason for one in there for reason in one.reasons if reason != "lock")
    most = sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))[:5]
    return ", ".join(f"{reason} {percent(count, len(there))}" for reason, count in most) or "-"


def grid_table(seen: Sequence[Outcome]) -> str:
    """Level by gate, as shares of all."""
    count = Counter((one.level, one.gate) for one in seen)
    rows = [
        (level.name, *(percent(count[level, gate], len(seen)) for gate in GATES))
        for level in LEVELS
    ]
    return table(["Level", *(gate.name for gate in GATES)], rows)


def rule_table(seen: Sequence[Outcome], least: CareLevel) -> str:
    """The ten rules that send most people on, at that level or above."""
    return table(
        ["Rule", "Sent", "Decided", "Alone", "Not sure"],
        [_rule_row(row, len(seen)) for row in by_rule(seen, least)[:TEN]],
    )


def _rule_row(row: RuleCount, total: int) -> tuple[str, ...]:
    shares = (percent(part, total) for part in (row.sent, row.deciding, row.alone))
    return rule_link(row.rule), *shares, percent(row.unsure, row.sent)


def rule_link(rule: str) -> str:
    """The rule with its name, linked to its section."""
    title = f"{rule} {words()[f'rule.{rule}.name']}"
    return f"[{title}](../reference/rules.md{anchor(title)})"
