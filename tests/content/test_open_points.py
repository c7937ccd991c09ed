"""Is every question for a clinician whole, and its answer signed? Hazards: H-08."""

from datetime import date
from typing import Any

import pytest

from spineward.clinical.catalogue import ContentError
from spineward.clinical.open_points import open_points, point, points_of
from spineward.clinical.rulebook import rulebook
from tools.docs.points import _answer

WHOLE: dict[str, Any] = {"id": 1, "now": "So.", "question": "Right?", "rules": ["A4"]}
SIGNED = {"answer": "Confirmed", "reader": "P. Reader, physiotherapist", "on": date(2027, 1, 31)}


def test_every_point_rests_on_a_rule_or_a_number_and_asks() -> None:
    for one in open_points().values():
        assert one.rules or one.numbers, one.id
        assert one.now.endswith(".")
        assert one.question.endswith("?")
        assert set(one.rules) <= rulebook().keys()


def test_a_rule_knows_the_points_it_rests_on() -> None:
    assert [one.id for one in points_of("A4")] == [1, 6]
    assert points_of("row12") == ()


def test_an_open_point_stays_open_until_someone_signs() -> None:
    assert _answer(point(WHOLE)) == "open"
    assert _answer(point(WHOLE | SIGNED)) == "Confirmed (P. Reader, physiotherapist, 2027-01-31)"


@pytest.mark.parametrize("left_out", SIGNED)
def test_an_answer_without_name_or_day_is_refused(left_out: str) -> None:
    half = {name: value for name, value in SIGNED.items() if name != left_out}
    with pytest.raises(ContentError, match="point 1: answer, reader and on belong together"):
        point(WHOLE | half)


@pytest.mark.parametrize("row", [{"id": 3}, {**WHOLE, "answr": "yes"}])
def test_a_point_with_a_missing_or_unknown_field_is_refused(row: dict[str, Any]) -> None:
    with pytest.raises(ContentError, match="is not complete"):
        point(row)
