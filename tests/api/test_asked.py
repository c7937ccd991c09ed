"""Can a script say that a page was asked without its answers, so that an old "no" counts as fresh?

Hazards: H-01, H-05.
"""

from typing import Any
from uuid import uuid4

import pytest

from spineward.clinical.questions import pages
from spineward.diary.models import Answers
from tests.api.conftest import Script, nothing
from tests.cast import owner
from tests.diary.life import day, first_check_in


def tables(page: str) -> dict[str, dict[str, Any]]:
    """What a page records in tables, by their names."""
    return {name: table for name, table in nothing(page).items() if isinstance(table, dict)}


@pytest.mark.parametrize("page", sorted(pages()))
def test_whatever_a_page_of_the_screen_leaves_out_is_named(script: Script, page: str) -> None:
    for name, table in tables(page).items():
        for id in table:
            for odd in ({}, {id: None}):
                less = {key: said for key, said in table.items() if key != id} | odd
                status, told = script.answer(page, {**nothing(page), name: less})
                assert (status, told["field"]) == (422, f"answers.{name}.{id}")
    assert not Answers.objects.exists()
    assert script.answer(page, nothing(page))[0] == 201


def test_an_empty_page_before_a_session_opens_none(script: Script) -> None:
    first_check_in(owner(), script.clock.at)
    script.clock.wait(hours=5)
    assert script.answer("QS", {"item": {}})[0] == 422
    assert script.start(uuid4(), {"chart": day()["chart"]}, "M10")[0] == 422
    assert script.answer("QS", nothing("QS"))[0] == 201
    assert script.start(uuid4(), {"chart": day()["chart"]}, "M10")[0] == 201


def test_a_ticked_line_takes_an_earlier_no_back(script: Script) -> None:
    assert script.answer("QS", nothing("QS"))[0] == 201
    answers = nothing("Q1")["item"]
    rest = {id: said for id, said in answers.items() if id != "A1"}
    ticked = {"page": "Q1", "ticked": ["A1"]}
    path = "check-in/answers/0b54b0f2-6c5a-4d5a-8f6e-3c8f8f0f4d11"
    status, told = script.put(path, {**ticked, "answers": {"item": rest}})
    assert (status, told["field"]) == (422, "answers.item.A1")
    assert script.put(path, {**ticked, "answers": {"item": {**rest, "A1": None}}})[0] == 201
    assert "A1" not in script.get("situation")["item"]


@pytest.mark.parametrize("drawing", ["../../x", "zones-99"])
def test_a_drawing_that_there_is_not_is_refused(script: Script, drawing: str) -> None:
    sent = {"page": "chart", "answers": {"chart": day()["chart"]}, "drawing": drawing}
    path = "check-in/answers/0b54b0f2-6c5a-4d5a-8f6e-3c8f8f0f4d11"
    status, told = script.put(path, sent)
    assert (status, told["field"]) == (400, "drawing")
