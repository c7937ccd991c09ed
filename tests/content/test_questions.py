"""Are all questions there, each with its words, each fed to the rules the clinical spec names?"""

import pytest

from spineward.clinical import questions
from spineward.clinical.catalogue import ContentError, words
from spineward.clinical.conditions import holds
from spineward.clinical.intake import BACKGROUND
from spineward.clinical.missing import required_items
from spineward.clinical.questions import Item, Line, Page, items, medicines, pages, untouched
from tests.cases.build import typical

FEEDS = {
    "Q1": "A1 A2 A3 A4",
    "Q2": "A5 A6 A7 B1 C10 C11 C13 B9 A8 C16",
    "Q3": "A10 B5 A11 A12 A13 B3 B6",
    "Q4": "A9 B2 B7 A15 C1 C4 A16",
    "Q5": "A8 B4 C2 A14 B2 B8 C15 B10 C6 C10 B5 C5 CL1 CL6 A11 A15",
    "Q6": "C5 C6 C7 C8 C9 C12 C3",
    "Q7": "CL1 CL2 CL3 CL4 CL5",
    "QS": "A1 A2 A3 A4 A5 A6 A7",
}
"""Section 11 of the clinical spec; A15 on Q5 is our own addition (anti-inflammatory pills)."""


@pytest.mark.parametrize("page", FEEDS)
def test_a_page_feeds_the_rules_of_the_spec(page: str) -> None:
    fed = {rule for line in pages()[page].lines for rule in line.feeds}
    assert fed == set(FEEDS[page].split())


def test_none_of_these_on_every_page_answers_the_whole_screen() -> None:
    answered = {item for page in pages() for item in untouched(page).items}
    assert set(required_items()) <= answered


def test_none_of_these_answers_every_health_question() -> None:
    assert set(untouched("Q5").background) == BACKGROUND
    assert set(untouched("Q5").fields) >= {"pregnant", "spine_procedure"}


def test_a_touched_line_leaves_its_own_answers_open() -> None:
    left = untouched("Q1", frozenset({"A2"}))
    assert left.items == ("A1", "A3", "A4")


def test_an_item_that_a_touched_line_opens_is_left_open_too() -> None:
    left = untouched("Q5", frozenset({"blood"}))
    assert "A14" not in left.items
    assert "anticoagulant" not in left.background


def test_the_session_page_has_seven_lines_with_words_for_long_standing_trouble() -> None:
    assert [line.id for line in pages()["QS"].lines] == [f"A{n}" for n in range(1, 8)]
    assert all(f"item.A{n}.usual" in words() for n in range(1, 8))


def test_the_sexual_question_has_its_own_answers() -> None:
    assert items()["A4"].answers == "sexual"
    assert [item.id for item in items().values() if item.answers == "sexual"] == ["A4"]


def test_long_standing_trouble_is_asked_about_for_a1_to_a4_only() -> None:
    assert [item.id for item in items().values() if item.usual] == ["A1", "A2", "A3", "A4"]


def test_every_emergency_item_that_can_be_new_asks_since_when() -> None:
    without = {i.id for i in items().values() if i.id[0] == "A" and "since" not in i.dates}
    assert without == {"A16"}


def test_the_medicine_screen_asks_nothing_twice() -> None:
    keys = [key for group in medicines().values() for key in group]
    assert len(keys) == len(set(keys))
    assert not set(keys) & BACKGROUND


def test_the_first_time_line_is_shown_from_sixty_on() -> None:
    line = next(line for line in pages()["Q6"].lines if line.id == "C3")
    assert not holds(line.when, typical(age=59))
    assert holds(line.when, typical(age=60))


def test_the_thigh_question_needs_diabetes() -> None:
    assert not holds(items()["C10"].when, typical())
    assert holds(items()["C10"].when, typical(background={"diabetes": "not_sure"}))


# --- What is refused -----------------------------------------------------------------------


def test_an_item_without_words_is_refused() -> None:
    with pytest.raises(ContentError, match=r"item\.A99\.question is missing"):
        questions._check_item(Item("A99"), words())


def test_a_follow_up_without_words_is_refused() -> None:
    with pytest.raises(ContentError, match=r"item\.A1\.detail\.purple is missing"):
        questions._check_item(Item("A1", features=("purple",)), words())


def test_a_page_that_feeds_an_unknown_item_is_refused() -> None:
    line = Line("A1", feeds=("A1",), items=("A99",))
    with pytest.raises(ContentError, match="Q1 feeds A99"):
        questions._check_line(Page("Q1", (line,)), line, words())


def test_a_page_that_asks_a_derived_item_is_refused() -> None:
    line = Line("A8", feeds=("A8",), items=("C16",))
    with pytest.raises(ContentError, match="C16, which is no item to ask"):
        questions._check_line(Page("Q2", (line,)), line, words())


def test_a_field_without_words_is_refused() -> None:
    field = questions.Field("mystery", "number")
    with pytest.raises(ContentError, match=r"field\.mystery\.label is missing"):
        questions._check_field(questions.Form("now", (field,)), field, words())
