"""Does the left leg get what the right leg would get? Hazards: H-04."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.case import Case
from spineward.clinical.facts import Chart, CheckInRecord, Situation
from spineward.clinical.legs import affected_legs
from spineward.clinical.spaces import SPACES
from spineward.clinical.spaces.space import Space, case_at
from spineward.clinical.tables import asking
from tests.proofs.committed import some, table
from tests.proofs.counted import Count

OTHER: dict[str, Any] = {"left": "right", "right": "left", "middle": "middle"}
SIDED = ("chart", "strength", "detail", "history")


LARGE = 8_000
"""Of a table larger than this about one case in thirteen is mirrored, every value among them."""


def _sided(path: str, what: Any) -> bool:
    """It tests or names a leg, or marks one on a chart, now or earlier."""
    if path.startswith("strength.") or path.rpartition(".")[2] in ("left", "right"):
        return True
    return isinstance(what, tuple) and "side='left'" in repr(what)


def has_sides(space: Space) -> bool:
    """Some value of some axis is about one leg."""
    return space.of_a_case and any(
        _sided(path, what)
        for axis in space.axes
        for value in axis.values
        for path, what in value.sets.items()
    )


ABOUT_LEGS = [space for space in SPACES if has_sides(space)]


def mirrored_chart(chart: Chart | None) -> Any:
    """Every mark on the other side."""
    return chart and tuple(replace(mark, side=OTHER[mark.side]) for mark in chart)


def swapped(known: Mapping[str, Any]) -> dict[str, Any]:
    """Left for right and right for left, where these are keys."""
    return {OTHER.get(key, key): value for key, value in known.items()}


def _sides(strength: Mapping[Any, Any]) -> Any:
    return swapped(strength)


def mirrored_record(record: CheckInRecord) -> CheckInRecord:
    """An earlier check-in with its sides exchanged."""
    return replace(record, chart=mirrored_chart(record.chart), strength=_sides(record.strength))


def mirrored(now: Situation) -> Situation:
    """The same person with left and right exchanged, today and in all that came before."""
    past, detail = now.history, {item: swapped(said) for item, said in now.detail.items()}
    if not (now.chart or now.strength or past.check_ins or past.sessions or past.strength):
        return now if detail == now.detail else replace(now, detail=detail)
    history = replace(
        past,
        check_ins=tuple(mirrored_record(one) for one in past.check_ins),
        sessions=tuple(replace(one, t0=mirrored_chart(one.t0)) for one in past.sessions),
        strength=tuple(replace(one, strength=_sides(one.strength)) for one in past.strength),
    )
    return replace(
        now,
        chart=mirrored_chart(now.chart),
        strength=_sides(now.strength),
        detail=detail,
        history=history,
    )


def test_there_are_tables_about_legs() -> None:
    names = {one.id for one in ABOUT_LEGS}
    assert {"emergency.A5_chart", "strength.B1", "strength.tests", "flare.course"} <= names


@pytest.mark.parametrize("space", ABOUT_LEGS, ids=lambda space: space.id)
def test_left_and_right_exchanged_change_no_outcome(space: Space, count_cases: Count) -> None:
    decides, known = space.decides or asking(space), table(space.id)
    count, about = 0, space.size // 13 if space.size > LARGE else space.size
    for place in some(space.size, about):
        now = case_at(space, place).situation
        other = mirrored(now)
        if other is now:
            continue
        count += 1
        said = space.said(decides(Case(other)))
        assert said == known.outcomes[known.codes[place]], other
    count_cases(count, f"cases of {space.id}, mirrored")


def test_the_affected_leg_changes_sides_with_the_person(count_cases: Count) -> None:
    space = next(space for space in ABOUT_LEGS if space.id == "emergency.A5_chart")
    places = some(space.size, space.size // 7)
    for place in places:
        case = case_at(space, place)
        legs = {OTHER[leg] for leg in affected_legs(case)}
        assert set(affected_legs(Case(mirrored(case.situation)))) == legs, case.situation
    count_cases(len(places), "cases in which legs are told apart")
