"""What moves the figures? Answers left open, and each assumption in turn; and the assumptions."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tools.docs.markdown import table
from tools.triage.assumptions import OURS, Assumption, assumptions, references
from tools.triage.draw import SEED
from tools.triage.sensitivity import Swing
from tools.triage.study import Study
from tools.triage.tables import LEVELS, TEN, percent


def open_answers(study: Study) -> str:
    """The same people, sure of everything, or leaving twice as much open."""
    groups = (
        ("as assumed", study.seen),
        ("everybody sure of everything", study.sure),
        ("open answers twice as often", study.doubtful),
    )
    rows = []
    for name, group in groups:
        count = Counter(one.level for one in group)
        rows.append((name, *(percent(count[level], len(group)) for level in LEVELS)))
    moved = sum(a.level > b.level for a, b in zip(study.seen, study.sure, strict=True))
    lower = sum(a.level < b.level for a, b in zip(study.seen, study.sure, strict=True))
    note = (
        f"{percent(moved, len(study.seen))} of all are sent higher only because an answer was left "
        f"open, and {percent(lower, len(study.seen))} lower: unknown is never better than no."
    )
    return f"{table(['Answers', *(level.name for level in LEVELS)], rows)}\n\n{note}"


def swing_table(swings: Sequence[Swing]) -> str:
    """The assumptions that move the share most."""
    rows = [
        (
            swing.assumption.text,
            f"{_value(swing.assumption, swing.low)} / {_value(swing.assumption, swing.high)}",
            f"{100 * swing.soon[0]:.1f} % / {100 * swing.soon[1]:.1f} %",
            f"{100 * swing.today[0]:.1f} % / {100 * swing.today[1]:.1f} %",
        )
        for swing in swings[:TEN]
    ]
    head = ["Assumption", "Low / high", "Within two weeks or sooner", "Today or now"]
    return table(head, rows)


def _value(one: Assumption, value: float) -> str:
    return f"{100 * value:.3g} %" if one.unit == "share" else f"{value:g} {one.unit}"


def _source(one: Assumption) -> str:
    if one.source == OURS:
        return "our assumption"
    if one.source in references():
        return one.source
    return f"[{one.source}](../reference/sources.md)"


def assumption_tables() -> Iterator[str]:
    """Every assumption, by group."""
    yield (
        "Shares hold at age 50; *per decade* multiplies them for every ten years more. The file is "
        f"`tools/triage/assumptions.toml`, the seed {SEED}. Read for one of the rates only: "
        + "; ".join(f"{one.id}: {one.title}, {one.where}" for one in references().values())
        + "."
    )
    grouped: dict[str, list[Assumption]] = {}
    for one in assumptions().values():
        grouped.setdefault(one.group, []).append(one)
    for group, members in grouped.items():
        yield f"### {group}"
        yield table(
            ["Assumption", "Value", "Per decade", "Source", "Why"], [_row(one) for one in members]
        )


def _row(one: Assumption) -> tuple[str, ...]:
    growth = f"x {one.per_decade:g}" if one.per_decade != 1 else "-"
    return one.text, _value(one, one.value), growth, _source(one), one.why
