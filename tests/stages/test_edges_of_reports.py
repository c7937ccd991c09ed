"""Is each part of a report what was told, and is nothing counted that was not?

Hazards: H-08.
"""

from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.facts import (
    CareLevel,
    CheckInRecord,
    History,
    Situation,
    StrengthRecord,
)
from spineward.clinical.facts.report import AFFIRMED, Affirmed, Beside, Said, Sign
from spineward.clinical.questions import items
from spineward.clinical.report import Report, report
from tests.cases.build import NOW, TODAY, ago, chart, days_ago, session, typical

ASKED = [id for id, item in items().items() if not item.derived]


def screened(**answers: str) -> Situation:
    """The person of the conventions with these answers to warning signs."""
    item: dict[str, Any] = dict(typical().item) | answers
    return replace(typical(), item=item)


def sign(person: Situation, *affirmed: Affirmed) -> Sign:
    """The only sign on the report."""
    (found,) = report(person, Beside(affirmed=affirmed)).screen.signs
    return found


# --- what was told beside the check-ins --------------------------------------------------------


def test_a_note_belongs_to_the_day_it_is_about_else_to_the_day_it_was_written() -> None:
    note = Said(ago(days=1), "goal", "Walk to the lake")
    assert (note.day, note.movement) == (days_ago(1), "")
    assert replace(note, on=days_ago(3)).day == days_ago(3)


def test_whatever_is_not_a_clear_no_is_affirmed() -> None:
    assert {"yes", "changed", "not_sure", "prefer_not_to_say"} == AFFIRMED
    for answer in AFFIRMED:
        assert Sign("B1", answer).now
    for calm in ("no", "no_change", None):
        assert not Sign("B1", calm).now
    assert Sign("C3", None, rule=True).now


# --- the head of the page ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "empty"),
    [
        (Situation(now=NOW), True),
        (replace(Situation(now=NOW), chart=()), False),
        (replace(Situation(now=NOW), item={"B1": "no"}), False),
        (replace(Situation(now=NOW), item={"B1": "yes"}), False),
    ],
)
def test_it_is_empty_until_a_place_or_a_sign_was_told(person: Situation, empty: bool) -> None:
    assert report(person).empty is empty


def test_the_level_is_explained_by_the_rules_of_that_level_alone() -> None:
    person = replace(screened(B1="yes"), age=62, first_ever="yes")
    levels = {one.id: one.level for one in assess(person).findings}
    found = report(person)
    assert len(set(levels.values())) > 1
    assert found.because == tuple(sorted(id for id in levels if levels[id] is found.level))
    assert found.because
    assert found.level is not CareLevel.SELF_CARE


@pytest.mark.parametrize("at", [None, ago(hours=3)])
def test_where_it_is_now_is_told_with_its_hour_its_chart_and_what_can_be_done(at: Any) -> None:
    answers: dict[str, Any] = {"can_sit_10": "no", "can_stand_10": "yes", "can_walk_10": None}
    found = report(replace(typical("r6:4 back:2"), checked_in_at=at, **answers)).latest
    assert found is not None
    assert found.at == (at or NOW)
    assert found.chart == chart("r6:4 back:2")
    assert found.can == {"sit": "no", "stand": "yes", "walk": None}


def test_pain_that_is_felt_nowhere_is_told_as_such() -> None:
    found = report(replace(typical(), chart=())).latest
    assert found is not None
    assert found.chart == ()


# --- warning signs -----------------------------------------------------------------------------


def test_every_sign_that_is_asked_is_a_no_a_yes_or_unasked() -> None:
    assert len(ASKED) < len(items())
    for told, yes in (({}, 0), ({"B1": "yes"}, 1), ({"B1": "yes", "C4": "not_sure"}, 2)):
        screen = report(screened(**told)).screen
        assert (screen.no, screen.unasked, len(screen.signs)) == (len(ASKED) - yes, 0, yes)
    some: dict[str, Any] = {"B1": "no", "C4": "no"}
    screen = report(replace(typical(), item=some, background={})).screen
    assert (screen.no, screen.unasked) == (2, len(ASKED) - 2)


@pytest.mark.parametrize("order", [1, -1])
def test_a_sign_is_told_with_the_last_day_on_which_it_was_no_clear_no(order: int) -> None:
    told = [Affirmed("B1", "yes", ago(days=days)) for days in (20, 9, 12)]
    found = sign(typical(), *told[::order])
    assert (found.stands, found.affirmed, found.now) == ("no", days_ago(9), False)


DATES = ("since", "worsened", "examined", "reviewed")


def test_a_sign_is_told_with_everything_that_is_known_of_it() -> None:
    days: dict[str, Any] = {name: {"B1": days_ago(n)} for n, name in enumerate(DATES, 1)}
    found = sign(replace(screened(B1="yes"), told_ok={"B1": "no"}, **days))
    assert found == Sign(
        item="B1",
        stands="yes",
        since=days_ago(1),
        worsened=days_ago(2),
        examined=days_ago(3),
        told_ok="no",
    )
    assert sign(screened(B1="yes")) == Sign("B1", "yes")


@pytest.mark.parametrize("name", ["examined", "reviewed"])
def test_an_examination_is_told_whichever_way_it_was_asked(name: str) -> None:
    days: dict[str, Any] = {name: {"B1": days_ago(4)}}
    assert sign(replace(screened(B1="yes"), **days)).examined == days_ago(4)


def test_only_who_was_asked_of_signs_and_of_health_has_signs_that_follow() -> None:
    older = replace(typical(), age=62, first_ever="yes")
    assert [one.item for one in report(older).screen.signs] == ["C3"]
    assert report(replace(older, item={})).screen.signs == ()
    assert report(replace(older, background={})).screen.signs == ()


# --- strength and dose -------------------------------------------------------------------------


def test_a_strength_check_without_an_hour_is_of_now_and_one_leg_is_enough() -> None:
    weak: dict[Any, Any] = {"left": {}, "right": {"heel_walk": "weaker"}}
    found = report(replace(typical(), strength=weak)).strength
    assert (found.day, found.legs) == (TODAY, weak)


def test_a_check_in_without_a_strength_check_does_not_hide_an_earlier_one() -> None:
    weak: dict[Any, Any] = {"left": {}, "right": {"heel_walk": "weaker"}}
    told = CheckInRecord(ago(days=2), leg_now=3)
    history = History(strength=(StrengthRecord(ago(days=4), weak),), check_ins=(told,))
    found = report(replace(typical(), history=history)).strength
    assert (found.day, found.legs) == (days_ago(4), weak)


@pytest.mark.parametrize(("row", "stopped"), [(8, 0), (7, 1), (5, 1), (3, 1), (12, 0)])
def test_a_week_counts_its_stops_from_a_stopped_movement_on(row: int, stopped: int) -> None:
    history = History(sessions=(session(ago(days=1), ("M10", row)),))
    (week,) = report(replace(typical(), history=history)).dose
    assert (week.sessions, week.sets, week.stopped) == (1, 1, stopped)


def test_each_week_of_dose_holds_the_seven_days_up_to_its_last() -> None:
    sessions = tuple(session(ago(days=days), ("M10", 12)) for days in (14, 13, 7, 6, 0))
    found: Report = report(replace(typical(), history=History(sessions=sessions)))
    assert [(week.last, week.sessions) for week in found.dose] == [
        (TODAY, 2),
        (days_ago(7), 2),
        (days_ago(14), 1),
    ]
