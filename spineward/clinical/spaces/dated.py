"""The axes that many items share: when it changed, was it examined, was it there before?"""

from datetime import timedelta

from spineward.clinical.facts import CareLevel, LockRecord
from spineward.clinical.spaces.space import NOW, Axis, Softening, Value, ago, chain, days_ago

EXAMINED_AGO = (0, 14, 15)


def changed(item: str, *days: int) -> Axis:
    """Since when, by days; "no date" counts as today."""
    axis = days_ago(f"since.{item}", *days, name="since", missing="no date")
    return Axis(axis.name, axis.values, (*axis.worse, (f"{min(days)} days ago", "no date")))


def worsened(item: str, *days: int) -> Axis:
    """When it last grew; "never" is the mildest."""
    axis = days_ago(f"worsened.{item}", *days, name="grew", missing="never")
    return Axis(axis.name, axis.values, (("never", f"{max(days)} days ago"), *axis.worse))


def examined(item: str, *days: int) -> Axis:
    """When a clinician tested it: longer ago is worse, and never the worst."""
    chosen = days or EXAMINED_AGO
    values = [Value(f"{n} days ago", {f"examined.{item}": ago(n)}) for n in sorted(chosen)]
    labels = [value.label for value in values]
    return Axis("examined", (*values, Value("never")), chain(*labels, "never"))


def told(item: str) -> Axis:
    """What the clinician said of exercise; what was not said counts as not told it is fine."""
    said = {"fine": "yes", "not talked about": "not_discussed", "not fine": "no"}
    values = [Value(label, {f"told_ok.{item}": answer}) for label, answer in said.items()]
    worse = (("fine", "not talked about"), ("fine", "not fine"), ("fine", "not asked"))
    return Axis("exercise", (*values, Value("not asked")), worse)


def before(item: str) -> Axis:
    """Was it there before the back trouble? Only a clear yes can mute it (1.4)."""
    values = (
        Value("yes", {f"before_episode.{item}": "yes"}),
        Value("not asked"),
        Value("no", {f"before_episode.{item}": "no"}),
    )
    return Axis("there before", values, chain("yes", "not asked", "no"))


def usual(item: str) -> Axis:
    """Is it exactly as usual? "No" is a change, whatever the dates say."""
    values = (
        Value("yes", {f"same_as_usual.{item}": "yes"}),
        Value("not asked"),
        Value("no", {f"same_as_usual.{item}": "no"}),
    )
    return Axis("as usual", values, chain("yes", "not asked", "no"))


def lock_of(item: str, *others: str, level: CareLevel = CareLevel.EMERGENCY) -> Axis:
    """Had it set a lock? Then an examination after the lock shows it as seen (0.5)."""
    rules = (item, *others)
    fired = NOW - timedelta(days=15, hours=1)
    today = NOW - timedelta(hours=1)
    known = {item: ago(0)}
    values = (
        Value("never"),
        Value("15 days ago", {"history.locks+": (LockRecord(fired, rules, level),)}),
        Value("today", {"history.locks+": (LockRecord(today, rules, level),)}),
        Value(
            "today, after its examination",
            {"history.locks+": (LockRecord(today, rules, level, examined=known),)},
        ),
    )
    return Axis("locked", values, why_unordered="a lock is what came before, not a sign")


def not_grown(item: str) -> dict[str, str]:
    """`held`: the last change is the later of two dates, so a later growth is a later start."""
    return {f"worsened.{item}": "counts as a later `since`; both are varied for A1, A12 and A13"}


def dates_of(*items: str, why: str) -> dict[str, str]:
    """`held`: all that says when these items changed and who saw them, for one reason."""
    kinds = "item detail since worsened examined told_ok before_episode same_as_usual reviewed"
    return {f"{kind}.{item}": why for item in items for kind in kinds.split()}


def of_weakness() -> dict[str, str]:
    """`held`: what says whether a leg is newly weak; here B1 is answered yes, or nothing is."""
    why = "whether a leg is newly weak is decided by `strength`; here a yes to B1 stands for it"
    others = ("strength.*", "strength.left", "strength.right", "strength_at", "history.strength")
    told = dates_of("A6", "A7", "B1", "C11", "C13", why=why)
    return told | dict.fromkeys((*others, "history.check_ins"), why)


# --- Why a worse sign may lead to milder advice: releases, by design ------------------------


def seen_ends(item: str, cases: int) -> Softening:
    """14 days after the change it is no longer shown as seen but read anew."""
    return Softening(
        axis="since",
        why="examined after its lock, it is shown as seen for 14 days; then it is read anew",
        source="0.5",
        cases=cases,
        was=rf"{item} EMERGENCY.*",
        now=rf"{item}(_seen|\?) .*",
    )


def not_said_fine(item: str, cases: int, axis: str = "examined") -> Softening:
    """A clinician who tested it and did not say that exercise is fine counts for more than age."""
    return Softening(
        axis=axis,
        why="examined, not cleared: only easing; never examined and older than this bout: not read",
        source="0.3 old, C13 (b)",
        cases=cases,
        was=rf"{item}_not_fine .*",
        now="nothing",
    )


def before_its_lock(item: str, cases: int) -> Softening:
    """Tested before the lock it is not `seen`; the lock itself goes on blocking."""
    return Softening(
        axis="examined",
        why="tested before its lock it is not shown as seen; the lock itself still blocks (lock)",
        source="0.5",
        cases=cases,
        was=rf"{item}_seen .*",
        now=rf"nothing|{item}_not_fine .*",
    )
