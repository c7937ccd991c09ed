"""Which of the rules that hold are news, and since when does each hold?"""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.facts import Assessment, CareLevel, Finding, Gate, History, Situation
from spineward.clinical.watching import WATCHED, news, noticed, strength_due
from tests.cases.build import NOW, ago, session, typical
from tests.cases.course import check_in, since, went

CALM = assess(typical())


def found(*findings: Finding, gate: Gate = Gate.FULL) -> Assessment:
    """An assessment in which these rules hold."""
    return replace(CALM, findings=findings, movement_gate=gate)


def told(*rules: str, at: datetime = NOW) -> dict[str, datetime]:
    """These rules were read at that time."""
    return dict.fromkeys(rules, at)


def test_only_what_the_diary_shows_over_time_is_news_the_strictest_first() -> None:
    held = found(
        Finding("NC1"),
        Finding("C9", CareLevel.SOON),
        Finding("T5", CareLevel.ROUTINE),
        Finding("N1", gate=Gate.EASE_ONLY),
        Finding("T6", CareLevel.SOON),
    )
    assert noticed(held) == ("T6", "T5", "N1", "NC1")
    assert noticed(CALM) == ()


@pytest.mark.parametrize("rule", WATCHED)
def test_each_watched_rule_is_told_until_it_was_read(rule: str) -> None:
    held = found(Finding(rule))
    assert news(typical(), held, {}) == (rule,)
    assert news(typical(), held, told(rule)) == ()
    assert news(typical(), held, told("A1")) == (rule,)


@pytest.mark.parametrize("gate", [Gate.LIMITED, Gate.EASE_ONLY, Gate.BLOCK])
def test_go_on_is_not_said_where_less_is_open(gate: Gate) -> None:
    assert noticed(found(Finding("T1"), Finding("N1"), gate=gate)) == ("N1",)


def mornings(*hours_ago: int) -> Situation:
    """Sessions, each with a worse morning that many hours ago."""
    sessions = tuple(session(ago(hours=h + 20), ("M10", 12), t0="r6:2") for h in hours_ago)
    after = tuple(check_in("r6:5", hours_ago=h) for h in hours_ago)
    return typical("r6:5", history=History(check_ins=after, sessions=sessions))


@pytest.mark.parametrize(("read_before", "again"), [(1, False), (10, True), (25, True)])
def test_another_worse_morning_is_told_anew(read_before: int, again: bool) -> None:
    person = mornings(30, 6)
    held = assess(person)
    assert {"N1", "N2"} <= set(noticed(held))
    known = told("N1", "N2", at=NOW - timedelta(hours=read_before))
    assert bool(set(news(person, held, known)) & {"N1", "N2"}) is again


def test_a_turn_for_the_worse_is_told_anew_when_it_begins_anew() -> None:
    person = went("r6:7", 3, 3, 3, 3, 3, 3, 3, 3, 7, 7, **since(20))
    held = assess(person)
    assert "T2" in held.fired
    days = [n for n in range(8) if "T2" in news(person, held, told("T2", at=ago(days=n)))]
    assert days == list(range(days[0], 8))
    assert days[0] > 0


def test_a_relapse_is_told_as_of_its_day() -> None:
    person = went("r6:4", 3, *[1] * 29, **since(70))
    held = assess(person)
    assert "T8" in news(person, held, told("T8", at=ago(days=3)))
    assert "T8" not in news(person, held, told("T8"))


@pytest.mark.parametrize(
    ("hours", "due"), [(None, True), (7 * 24, True), (7 * 24 - 1, False), (0, False), (-1, True)]
)
def test_the_strength_check_is_due_when_a_week_has_passed(hours: int | None, due: bool) -> None:
    at = None if hours is None else ago(hours=hours)
    assert strength_due(typical(strength_at=at)) is due
