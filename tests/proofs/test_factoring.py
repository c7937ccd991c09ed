"""May a table let one answer stand for a finding of another rule? Hazards: H-01 H-17 H-18.

Where a rule asks whether something else is new (a weakness, a toilet or saddle change), its table
varies only the plainest way to it. Here other ways to the same take its place, and the outcome of
every case must stay the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import combinations, product
from typing import Any

import pytest

from spineward.clinical import verdict
from spineward.clinical.assessment import RULE_SETS
from spineward.clinical.case import Case
from spineward.clinical.facts import CareLevel, Finding, Gate, LockRecord, Mark, Situation
from spineward.clinical.spaces import SPACES
from spineward.clinical.spaces.space import NOW, Space, ago, case_at, case_of
from spineward.clinical.tables import asking
from tests.proofs.committed import table
from tests.proofs.counted import Count

Other = Callable[[Situation], Situation]


def with_answers(now: Situation, without: str, **more: Mapping[str, Any]) -> Situation:
    """The same person without one ticked item, and with other answers in its place."""
    item = {name: said for name, said in now.item.items() if name != without}
    changes: dict[str, Any] = {"item": item | dict(more.pop("item", {}))}
    for name, said in more.items():
        changes[name] = {**getattr(now, name), **said}
    return replace(now, **changes)


def way(without: str, **more: Mapping[str, Any]) -> Other:
    """Another way to the same finding."""
    return lambda now: with_answers(now, without, **more)


def seen(now: Situation) -> Situation:
    """A1 that set a lock ten days ago and was examined since: seen, and still new."""
    lock = LockRecord(NOW - timedelta(days=10), ("A1",), CareLevel.EMERGENCY)
    history = replace(now.history, locks=(*now.history.locks, lock))
    dated = {"since": {"A1": ago(12)}, "examined": {"A1": ago(9)}}
    return replace(with_answers(now, "", **dated), history=history)


def marked(now: Situation) -> Situation:
    """A new mark between the legs instead of the answer."""
    plain = with_answers(now, "A3")
    return replace(
        plain, chart=(*(plain.chart or ()), Mark("saddle", "middle", pain=1, numbness=1))
    )


WEAK: dict[str, Other] = {
    "A6 told": way("B1", item={"A6": "yes"}),
    "A7 told": way("B1", item={"A7": "yes"}),
    "B1 two weeks old and untested": way("B1", item={"B1": "yes"}, since={"B1": ago(15)}),
    "known weakness that grew": way("B1", item={"C13": "yes"}, since={"C13": ago(3)}),
    "a toe raise weaker": way("B1", strength={"left": {"toe_raise": "weaker"}}),
    "a heel walk lost": way("B1", strength={"right": {"heel_walk": "cannot"}}),
}
WEAK_SINCE = {name: other for name, other in WEAK.items() if "two weeks" not in name}
"""The same, as far as it began after a procedure of two weeks ago."""
NOT_WEAK: dict[str, Other] = {
    "weak before the episode": way("", item={"B1": "yes"}, since={"B1": ago(61)}),
    "every test the same": way("", strength={"left": {"toe_raise": "same", "heel_walk": "same"}}),
}
BLADDER: dict[str, Other] = {
    "two weeks ago": way("", since={"A1": ago(14)}, examined={"A1": ago(14)}),
    "never examined": way("", since={"A1": ago(59)}),
    "seen": seen,
}
NOT_BLADDER: dict[str, Other] = {
    "muted": way(
        "",
        item={"A1": "yes"},
        since={"A1": ago(200)},
        before_episode={"A1": "yes"},
        same_as_usual={"A1": "yes"},
    ),
    "not sure": way("", item={"A1": "no"}),
}
FACTORS: dict[str, tuple[str, str, str, dict[str, Other]]] = {
    "A9, weak": ("emergency.A9", "weak leg", "yes", WEAK),
    "A9, not weak": ("emergency.A9", "weak leg", "no", NOT_WEAK),
    "A9, bladder": ("emergency.A9", "toilet or saddle", "bladder", BLADDER),
    "A9, no bladder": ("emergency.A9", "toilet or saddle", "none", NOT_BLADDER),
    "A9, saddle": ("emergency.A9", "toilet or saddle", "saddle", {"marked": marked}),
    "A14, weak": ("emergency.A14", "leg since then", "weak", WEAK_SINCE),
}
EVERY = 5
"""Of the cases with that value every fifth is tried: no axis is in step with it."""


def with_value(space: Space, axis: str, label: str) -> list[int]:
    """The places of the cases in which an axis has this value."""
    names = [one.name for one in space.axes]
    at = names.index(axis)
    step = 1
    for one in space.axes[at + 1 :]:
        step *= len(one.values)
    value, count = space.axes[at].labels.index(label), len(space.axes[at].values)
    return [place for place in range(space.size) if place // step % count == value]


@pytest.mark.parametrize("name", FACTORS)
def test_another_way_to_the_same_finding_changes_no_outcome(name: str, count_cases: Count) -> None:
    id, axis, label, others = FACTORS[name]
    space = next(space for space in SPACES if space.id == id)
    decides, known = asking(space), table(id)
    places = with_value(space, axis, label)[:: EVERY * len(others)]
    for place in places:
        now = case_at(space, place).situation
        for way_to_it, other in others.items():
            said = space.said(decides(Case(other(now))))
            assert said == known.outcomes[known.codes[place]], (way_to_it, other(now))
    count_cases(len(places) * len(others), f"other ways: {name}")


def joined(*items: tuple[str, int, int | None]) -> tuple[CareLevel, Gate]:
    """Level and gate of weaknesses told with their days and examinations."""
    fields: dict[str, Any] = {
        "item": {"A6": "no", "A7": "no", "B1": "no"} | {item: "yes" for item, _, _ in items},
        "since": {item: ago(since) for item, since, _ in items},
        "examined": {item: ago(seen) for item, _, seen in items if seen is not None},
        "chart": (),
        "leg_now": 0,
    }
    case = case_of(fields)
    found: list[Finding] = [one for rules in RULE_SETS[:2] for one in rules.fire(case)]
    return verdict.care_level(found), verdict.gate(found)


def test_two_weaknesses_are_never_milder_than_either_alone(count_cases: Count) -> None:
    """So the tables may date all items alike."""
    days, seen_ago = (61, 43, 42, 41, 15, 14, 2, 0), (None, 0, 14)
    count = 0
    for one, other in combinations(("A6", "A7", "B1"), 2):
        for a, b, seen_a, seen_b in product(days, days, seen_ago, seen_ago):
            both = joined((one, a, seen_a), (other, b, seen_b))
            for alone in (joined((one, a, seen_a)), joined((other, b, seen_b))):
                assert both[0] >= alone[0], (one, a, seen_a, other, b, seen_b)
                assert both[1] >= alone[1], (one, a, seen_a, other, b, seen_b)
            count += 1
    count_cases(count, "pairs of weaknesses, each with its own dates")
