"""Does the report hold what was told, and nothing that was not?

Hazards: H-08.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from spineward.clinical.facts import (
    CareLevel,
    CheckInRecord,
    History,
    LockRecord,
    Situation,
    StrengthRecord,
)
from spineward.clinical.facts.report import Affirmed, Beside, Said
from spineward.clinical.report import WEEKS_OF_DOSE, Report, report
from tests.cases.build import NOW, TODAY, ago, chart, days_ago, session, typical


def signs(found: Report) -> list[tuple[str, str | None]]:
    return [(sign.item, sign.stands) for sign in found.screen.signs]


def test_with_nothing_told_every_part_is_there_and_empty() -> None:
    found = report(Situation(now=NOW))
    assert found.empty
    assert found.latest is None
    assert found.screen.asked is None
    assert found.screen.signs == ()
    assert (found.strength.day, found.strength.legs) == (None, {})
    assert (found.helped, found.dose, found.locks) == ((), (), ())
    assert found.medicines.unasked == 21


def test_a_screen_without_a_yes_says_how_many_were_a_no_and_when() -> None:
    found = report(typical(screened_at=ago(days=2)))
    assert found.screen.signs == ()
    assert found.screen.no > 30
    assert found.screen.unasked == 0
    assert found.screen.asked == days_ago(2)


def test_signs_of_now_come_before_those_of_the_past_and_a_before_b_before_c() -> None:
    told = {"C4": "not_sure", "B1": "yes", "A4": "prefer_not_to_say"}
    item: dict[str, Any] = dict(typical().item) | told
    earlier = Beside(affirmed=(Affirmed("A1", "yes", ago(days=9)),))
    found = report(replace(typical(), item=item), earlier)
    assert signs(found) == [
        ("A4", "prefer_not_to_say"),
        ("B1", "yes"),
        ("C4", "not_sure"),
        ("A1", "no"),
    ]
    assert found.screen.signs[-1].affirmed == days_ago(9)
    assert not found.screen.signs[-1].now


def test_a_sign_that_follows_from_an_age_is_named_as_such() -> None:
    found = report(replace(typical(), age=62, first_ever="yes"))
    assert [(sign.item, sign.rule, sign.now) for sign in found.screen.signs] == [("C3", True, True)]
    assert found.level is CareLevel.ROUTINE or found.level is CareLevel.SOON


def test_where_it_is_now_is_the_last_check_in_with_a_chart() -> None:
    told = CheckInRecord(ago(days=3), 5, 2, chart("r6:5"), nights_broken=1)
    later = CheckInRecord(ago(days=1), 4, 2)
    known = replace(typical(), chart=None, history=History(check_ins=(told, later)))
    found = report(known).latest
    assert found is not None
    assert (found.at, found.leg, found.nights_broken) == (told.at, 5, 1)
    now = report(typical("r5:3")).latest
    assert now is not None
    assert now.at == NOW


def test_the_strength_check_is_the_latest_there_is() -> None:
    weak: dict[Any, Any] = {"right": {"heel_walk": "weaker"}}
    same: dict[Any, Any] = {"right": {"heel_walk": "same"}}
    history = History(
        check_ins=(CheckInRecord(ago(days=9), strength=weak),),
        strength=(StrengthRecord(ago(days=4), same),),
    )
    found = report(replace(typical(), history=history)).strength
    assert (found.day, found.legs) == (days_ago(4), same)
    found = report(replace(typical(), strength=weak, strength_at=ago(days=1))).strength
    assert (found.day, found.legs) == (days_ago(1), weak)


@pytest.mark.parametrize(("days", "weeks"), [(0, 1), (6, 1), (7, 2), (200, WEEKS_OF_DOSE)])
def test_dose_goes_back_to_the_first_session_and_no_further(days: int, weeks: int) -> None:
    history = History(sessions=(session(ago(days=days), ("M10", 9), ("M33", 12)),))
    found = report(replace(typical(), history=history)).dose
    assert len(found) == weeks
    assert found[0].last == TODAY
    assert all(one.last - one.first == timedelta(days=6) for one in found)
    assert sum(one.sessions for one in found) == (1 if days < 28 else 0)
    assert sum(one.sets for one in found) == (2 if days < 28 else 0)


def test_a_week_with_a_stop_says_so() -> None:
    history = History(sessions=(session(ago(days=1), ("M10", 5)),))
    assert report(replace(typical(), history=history)).dose[0].stopped == 1


def test_locks_are_told_newest_first_with_their_end() -> None:
    old = LockRecord(ago(days=20), ("A1",), CareLevel.EMERGENCY, released_at=ago(days=15))
    now = LockRecord(ago(days=1), ("B3",), CareLevel.SAME_DAY)
    found = report(replace(typical(), history=History(locks=(old, now)))).locks
    assert [(one.since, one.rules, one.until) for one in found] == [
        (days_ago(1), ("B3",), None),
        (days_ago(20), ("A1",), days_ago(15)),
    ]


def test_answers_are_sorted_into_yes_unsure_no_and_unasked() -> None:
    answers: dict[str, Any] = dict(typical().medicines) | {"asthma": "yes", "lithium": "not_sure"}
    found = report(replace(typical(), medicines=answers)).medicines
    assert (found.yes, found.unsure, found.no, found.unasked) == (("asthma",), ("lithium",), 19, 0)


def test_notes_go_by_their_kind() -> None:
    said = tuple(Said(ago(days=1), kind, kind) for kind in ("worse", "goal", "question"))
    found = report(typical(), Beside(said=said))
    assert [one.text for one in (*found.worse, *found.goals, *found.questions)] == [
        "worse",
        "goal",
        "question",
    ]
