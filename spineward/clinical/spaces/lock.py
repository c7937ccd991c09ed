"""Every case of a lock: what set it, who examined it, what they said, and what is answered now?

The lock asks, of each rule that set it, when it fired, the examination, the word on exercise, the
screen, and what is found now (spec 0.5). `lock.each` varies all of that for every rule that can set
one. `lock.two` has two open locks, or one of two rules, each examined at another time.
Asked are the rules that set the lock; that no other fires in these situations the tests prove.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, Gate, LockRecord
from spineward.clinical.lock import lock_now
from spineward.clinical.rulebook import rulebook
from spineward.clinical.spaces.answered import EVERYTHING
from spineward.clinical.spaces.space import (
    NOW,
    Axis,
    Fields,
    Space,
    Value,
    chain,
    situation,
    with_value,
)
from spineward.clinical.verdict import care_level

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
RULES = (
    "A1 A2 A3 A4 A4? A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 A15 A16 B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 C10"
).split()
"""Every rule that can set a lock; A4? is A4 left open."""


ANSWERED = EVERYTHING | {f"clearance.CL{n}": "no" for n in range(1, 7)}
DENIED = with_value({}, Value("denied", ANSWERED))
"""Every answer given, and harmless."""
CAUSES: dict[str, Fields] = {
    "B5": {"background.osteoporosis": "yes"},
    "C10": {"detail.C10": {"weak_thigh": "yes"}},
}
"""What these need beside their own answer."""
ALSO = {"A7": ("B1",), "A8": ("C16",), "B1": ("C13",)}
"""What reads the same answer: a foot not sure of is B1?, one sign of the cord C16, a leg that was
seen to C13."""


class Locked(NamedTuple):
    """Someone with open locks, and the rules of these."""

    case: Case
    rules: tuple[str, ...]


class Outcome(NamedTuple):
    """Is it released? If not, which steps are open, and which level goes on showing?"""

    released: bool
    level: CareLevel
    steps: tuple[str, ...]
    opens: tuple[str, ...]


def decides(locked: Locked) -> Outcome:
    """What becomes of the locks, as the assessment decides it."""
    known = rulebook()
    items = [rule.rstrip("?") for rule in locked.rules]
    asked = dict.fromkeys(one for item in items for one in (item, *ALSO.get(item, ())))
    findings = [f for item in asked if (f := known[item].reads(locked.case)) is not None]
    lock, kept, opens, released = lock_now(locked.case, findings)
    shown = care_level([*findings, *kept])
    return Outcome(released, shown, () if lock is None else lock.steps, opens)


def outcome_text(found: Outcome) -> str:
    """ "released SELF_CARE LIMITED", or "EMERGENCY BLOCK until examined fresh_screen"."""
    if found.released:
        return f"released {found.level.name} {Gate.LIMITED.name}"
    again = f" locked_again {' '.join(found.opens)}" if found.opens else ""
    return f"{found.level.name} {Gate.BLOCK.name} until {' '.join(found.steps)}{again}"


# --- one lock of one rule --------------------------------------------------------------------


def _tell(told: Fields, item: str, answer: str, changed: datetime) -> None:
    """Answer one item; a yes has its dates, and "worse" one of today."""
    given = {"no": "no", "not sure": "not_sure", "yes": "yes", "yes, worse": "yes"}[answer]
    words = {"no": "no_change", "yes": "changed", "not_sure": "not_sure"}
    told[f"item.{item}"] = words[given] if item == "A4" else given
    if answer.startswith("yes"):
        told[f"since.{item}"] = changed.date()
    if answer == "yes, worse":
        told[f"worsened.{item}"] = NOW.date()


EXAMINED = (
    "after it",
    "on its day, after it",
    "on its day, before it",
    "the day before",
    "never",
)
SCREENED = (
    "after both",
    "seven days ago",
    "a minute before that",
    "between lock and examination",
    "no later than the lock",
    "in the future",
    "not complete",
)
TOLD = {"fine": "yes", "not talked about": "not_discussed", "not fine": "no", "not asked": None}


def _examined_on(when: str, fired: datetime) -> date | None:
    days = {"after it": min(fired + DAY, NOW), "the day before": fired - DAY, "never": None}
    at = days.get(when, fired)
    return None if at is None else at.date()


def _screened_at(when: str, fired: datetime) -> datetime | None:
    """When the screen was complete; None is just now."""
    return {
        "seven days ago": NOW - 7 * DAY,
        "a minute before that": NOW - 7 * DAY - timedelta(minutes=1),
        "between lock and examination": fired + HOUR,
        "no later than the lock": fired,
        "in the future": NOW + HOUR,
    }.get(when)


def one_lock(fields: Fields) -> Locked:
    """One open lock of one rule."""
    rule, fired = fields["rule"], fields["fired"]
    item = rule.rstrip("?")
    level = CareLevel.EMERGENCY if rule[0] == "A" and rule != "A4?" else CareLevel.SAME_DAY
    examined = _examined_on(fields["examined"], fired)
    before = {item: examined} if examined and "before" in fields["examined"] else {}
    told = dict(CAUSES.get(item, {}))
    _tell(told, item, fields["answer"], fired)
    if examined is not None:
        told[f"examined.{item}"] = examined
    if said := TOLD[fields["told"]]:
        told[f"told_ok.{item}"] = said
    told["screened_at"] = _screened_at(fields["screened"], fired)
    lock = LockRecord(fired, (rule,), level, examined=before)
    open_item = "B7" if item != "B7" else "B3"
    left_out = open_item if fields["screened"] == "not complete" else ""
    return Locked(_locked_case(told, (lock,), left_out), (rule,))


def _locked_case(told: Fields, locks: tuple[LockRecord, ...], left_out: str = "") -> Case:
    """The case of someone with these locks: all is denied but what is told; one item left out."""
    fields = {**DENIED, "history": {"locks": locks}}
    for path, value in told.items():
        name, _, key = path.partition(".")
        fields[name] = {**fields.get(name, {}), key: value} if key else value
    if left_out:
        fields["item"] = {k: v for k, v in fields["item"].items() if k != left_out}
    return Case(situation(fields))


def _axis(name: str, labels: Iterable[str], *worse: tuple[str, str], why: str = "") -> Axis:
    return Axis(name, tuple(Value(label, {name: label}) for label in labels), worse, why)


RULE = _axis("rule", RULES, why="which rule set the lock")
FIRED = Axis(
    "fired",
    (
        Value("15 days ago", {"fired": NOW - 15 * DAY}),
        Value("14 days ago", {"fired": NOW - 14 * DAY}),
        Value("2 hours ago", {"fired": NOW - 2 * HOUR}),
    ),
    why_unordered="when it fired; an examination and a screen are counted from there",
)
EXAMINATION = _axis(
    "examined",
    EXAMINED,
    ("after it", "on its day, before it"),
    ("after it", "the day before"),
    ("after it", "never"),
)
WORD = _axis(
    "told", TOLD, ("fine", "not talked about"), ("fine", "not fine"), ("fine", "not asked")
)
SCREEN = _axis("screened", SCREENED, *(("after both", label) for label in SCREENED[1:]))
ANSWER = _axis(
    "answer",
    ("no", "not sure", "yes", "yes, worse"),
    ("no", "not sure"),
    *chain("no", "yes", "yes, worse"),
)

EACH = Space(
    id="lock.each",
    about="One lock: its rule, the examination, the word on exercise, the screen, the answer now",
    rules=(),
    axes=(EXAMINATION, WORD, SCREEN, ANSWER, FIRED, RULE),
    decides=decides,
    builds=one_lock,
    said=outcome_text,
)

# --- two rules -------------------------------------------------------------------------------

PAIRS = (
    ("A1", "B3"),
    ("A1", "A2"),
    ("A1", "A16"),
    ("A16", "B3"),
    ("A4?", "A1"),
    ("A4?", "B3"),
    ("B1", "B9"),
)
EARLY, LATE = NOW - 6 * DAY, NOW - 4 * DAY
SEEN_ON = {
    "after both": NOW - 2 * DAY,
    "between": NOW - 5 * DAY,
    "before both": NOW - 8 * DAY,
}
ASKED = {
    "after all": None,
    "before the last examination": NOW - 3 * DAY,
    "between the locks": NOW - 5 * DAY,
}


def two_rules(fields: Fields) -> Locked:
    """Two open locks, or one lock of two rules; all is answered with no, or the first is not."""
    pair: tuple[str, str] = fields["pair"]
    told: Fields = {}
    for rule, which in zip(pair, ("first", "second"), strict=True):
        item, seen = rule.rstrip("?"), fields[which]
        if seen != "never":
            told[f"examined.{item}"] = SEEN_ON[seen.removesuffix(", not fine")].date()
            told[f"told_ok.{item}"] = "no" if seen.endswith("not fine") else "yes"
    _tell(told, pair[0].rstrip("?"), fields["answer"], EARLY)
    told["screened_at"] = ASKED[fields["screened"]]
    levels = [
        CareLevel.EMERGENCY if rule[0] == "A" and rule != "A4?" else CareLevel.SAME_DAY
        for rule in pair
    ]
    first = LockRecord(EARLY, pair[:1], levels[0])
    second = LockRecord(LATE, pair[1:], levels[1])
    locks: dict[str, tuple[LockRecord, ...]] = {
        "one after the other": (first, second),
        "as one": (LockRecord(EARLY, pair, max(levels)),),
        "the first released": (replace(first, released_at=LATE), second),
    }
    return Locked(_locked_case(told, locks[fields["locks"]]), pair)


def _visit(which: str) -> Axis:
    labels = (*SEEN_ON, "after both, not fine", "never")
    worse = tuple(("after both", label) for label in labels[2:])
    return _axis(which, labels, *worse)


TWO = Space(
    id="lock.two",
    about="Two rules locked: one lock after the other, or both as one",
    rules=(),
    axes=(
        Axis(
            "pair",
            tuple(Value(" and ".join(pair), {"pair": pair}) for pair in PAIRS),
            why_unordered="which rules set the locks",
        ),
        _axis(
            "locks",
            ("the first released", "as one", "one after the other"),
            why="how they were set; each of them stays until its own steps are done",
        ),
        _visit("first"),
        _visit("second"),
        _axis("screened", ASKED, *(("after all", label) for label in list(ASKED)[1:])),
        _axis("answer", ("no", "not sure", "yes"), ("no", "not sure"), ("no", "yes")),
    ),
    decides=decides,
    builds=two_rules,
    said=outcome_text,
)

SPACES = (EACH, TWO)
