"""Does an item page put right what a session once said of that item? Hazards: H-05 H-07."""

from typing import Any

import pytest

from spineward.clinical.questions import items
from spineward.web.check_in.item_forms import ItemForm
from tests.cases.build import NOW


@pytest.mark.parametrize("answer", ["no", "not_sure"])
def test_answered_anew_a_page_withdraws_what_a_session_had_said_of_it(answer: str) -> None:
    """A session in which the second leg tingled says "not as usual"; it must not stand for ever."""
    data: dict[str, Any] = {"answer": answer}
    form = ItemForm(items()["A5"], NOW, data)
    assert form.is_valid(), form.errors
    assert form.answers()["same_as_usual"] == {"A5": None}
