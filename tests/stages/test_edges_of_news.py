"""Since when does it hold, so that what was read before is news once more?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from spineward.clinical.assessment import assess
from spineward.clinical.facts import Finding
from spineward.clinical.watching import news, noticed
from tests.cases.build import NOW, ago, typical
from tests.stages.test_watching import CALM, found, mornings, told


def hours_of_news(rule: str, *worse: int) -> list[int]:
    """How many hours ago must it have been read to be news now, with these worse mornings?"""
    person = mornings(*worse)
    held = assess(person)
    assert rule in noticed(held)
    return [
        hours
        for hours in range(60)
        if rule in news(person, held, told(rule, at=NOW - timedelta(hours=hours)))
    ]


@pytest.mark.parametrize("worse", [(6,), (30, 6), (54, 30, 6)])
def test_a_worse_morning_is_news_to_whoever_read_of_one_before_it(worse: tuple[int, ...]) -> None:
    assert hours_of_news("N1", *worse) == list(range(7, 60))


@pytest.mark.parametrize("worse", [(30, 6), (54, 30, 6)])
def test_a_second_worse_morning_is_news_to_whoever_read_of_one_before_it(
    worse: tuple[int, ...],
) -> None:
    assert hours_of_news("N2", *worse) == list(range(7, 60))


def test_where_nothing_holds_nothing_is_news() -> None:
    assert news(typical(), CALM, {}) == ()
    assert news(typical(), CALM, told("N1", at=ago(days=1))) == ()


def test_what_a_clinician_has_seen_is_not_news() -> None:
    seen = replace(Finding("T6"), mark="seen")
    assert noticed(found(seen, Finding("NC1"))) == ("NC1",)
