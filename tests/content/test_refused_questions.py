"""Is a question refused when its words, its condition or its item are not there?

Each check stands for one way in which somebody could write content that no page can show.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any, cast

import pytest

from spineward.clinical import questions
from spineward.clinical.catalogue import ContentError, read, words
from spineward.clinical.questions import Field, Form, Item, Line, Page

NOWHEN = cast(Any, "moonlight")
UNKNOWN = "names an unknown condition moonlight"


@pytest.mark.parametrize(
    ("item", "lacking"),
    [
        (Item("A1", when=NOWHEN), f"questions/red_flags.toml: A1 {UNKNOWN}"),
        (Item("A99"), "item.A99.question is missing"),
        (Item("A1", always=("purple",)), "item.A1.detail.purple is missing (A1 needs it)"),
        (Item("A1", dates=("moonrise",)), "field.moonrise.label is missing (A1 needs it)"),
    ],
)
def test_an_item_that_cannot_be_shown_is_refused(item: Item, lacking: str) -> None:
    with pytest.raises(ContentError) as refused:
        questions._check_item(item, words())
    assert lacking in str(refused.value)


def line(id: str = "A1", **changes: Any) -> Line:
    """A line with one thing that is wrong about it."""
    return Line(id, **{"feeds": ("A1",), "items": ("A1",), **changes})


@pytest.mark.parametrize(
    ("page", "wrong", "lacking"),
    [
        ("Q1", line(when=NOWHEN), f"questions/red_flags.toml: A1 {UNKNOWN}"),
        ("Q1", line(opens=("A99",)), "Q1 feeds A99, which is no item to ask"),
        ("Q1", line(feeds=("Z9",)), "rule.Z9.name is missing (Q1 needs it)"),
        ("Q5", line(background=("shoes",)), "background.shoes is missing (Q5 needs it)"),
        ("Q7", line(clearance=("CL9",)), "clearance.CL9 is missing (Q7 needs it)"),
        ("Q6", line(fields=("moon",)), "field.moon.label is missing (Q6 needs it)"),
        ("Q5", line("shoes"), "health.shoes.line is missing (Q5 needs it)"),
        ("QS", line("B7", items=("B7",)), "item.B7.usual is missing (QS needs it)"),
    ],
)
def test_a_line_that_cannot_be_shown_is_refused(page: str, wrong: Line, lacking: str) -> None:
    with pytest.raises(ContentError) as refused:
        questions._check_line(Page(page, (wrong,)), wrong, words())
    assert lacking in str(refused.value)


def test_words_for_long_standing_trouble_are_needed_before_a_session_only() -> None:
    fine = line("B7", items=("B7",))
    questions._check_line(Page("Q4", (fine,)), fine, words())


@pytest.mark.parametrize(
    ("field", "lacking"),
    [
        (Field("age", "number", when=NOWHEN), f"now: age {UNKNOWN}"),
        (Field("moon", "feature"), "feature.moon is missing (now needs it)"),
        (Field("moon", "strength"), "strength.moon.how is missing (now needs it)"),
        (Field("moon", "number"), "field.moon.label is missing (now needs it)"),
        (Field("age", "choice", answers=("moon",)), "choice.moon is missing (now needs it)"),
        (Field("age", "number", or_answer="moon"), "choice.moon is missing (now needs it)"),
    ],
)
def test_a_field_that_cannot_be_shown_is_refused(field: Field, lacking: str) -> None:
    with pytest.raises(ContentError) as refused:
        questions._check_field(Form("now", (field,)), field, words())
    assert lacking in str(refused.value)


# --- each file is checked as it is read ------------------------------------------------------

READERS: tuple[Any, ...] = (
    *(questions.items, questions.pages),
    *(questions.forms, questions.medicines),
)


@pytest.fixture
def fresh() -> Iterator[None]:
    """Nothing read before stays, and nothing read here does."""
    for one in READERS:
        one.cache_clear()
    yield
    for one in READERS:
        one.cache_clear()


def _set(table: dict[str, Any], *path: Any, to: Any) -> None:
    """Put a value where this path of names and places leads."""
    for step in path[:-1]:
        table = table[step]
    table[path[-1]] = to


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize(
    ("reader", "file", "path", "value", "lacking"),
    [
        (questions.items, "red_flags", ("item", 0, "when"), "moonlight", UNKNOWN),
        (questions.pages, "red_flags", ("page", 0, "line", 0, "when"), "moonlight", UNKNOWN),
        (questions.forms, "check_in", ("page", 0, "id"), "moon", "page.moon.title is missing"),
        (questions.forms, "check_in", ("page", 0, "field", 0, "when"), "moonlight", UNKNOWN),
        (
            *(questions.medicines, "medicines", ("medicine", 0, "group"), "moon"),
            "medicine_group.moon is missing (moon needs it)",
        ),
        (
            *(questions.medicines, "medicines", ("medicine", 0, "keys", 0), "moon"),
            "medicine.moon is missing (first needs it)",
        ),
    ],
)
def test_a_file_of_questions_is_refused_when_one_of_them_is(
    monkeypatch: pytest.MonkeyPatch,
    reader: Callable[[], object],
    file: str,
    path: tuple[Any, ...],
    value: str,
    lacking: str,
) -> None:
    name = f"questions/{file}.toml"
    wrong = deepcopy(read(name))
    _set(wrong, *path, to=value)
    monkeypatch.setattr(questions, "read", lambda asked: wrong if asked == name else read(asked))
    with pytest.raises(ContentError) as refused:
        reader()
    assert lacking in str(refused.value)


# --- what is read stays as it was read -------------------------------------------------------


def test_no_question_can_be_changed_once_it_is_read() -> None:
    """A list in one of them could grow for everybody; what is frozen can be hashed."""
    read_once = [*questions.items().values(), *questions.pages().values()]
    assert len({*read_once, *questions.forms().values()}) == len(read_once) + len(questions.forms())


def test_only_what_no_rule_needs_may_be_left_empty_and_the_rest_is_as_it_was_written() -> None:
    """What a row does not say is the default: yes, no or not sure, and nothing besides."""
    fields = [field for form in questions.forms().values() for field in form.fields]
    week = ["sit_minutes", "stand_minutes", "walk_minutes", "tasks"]
    assert [field.name for field in fields if field.optional] == ["change_so_far", *week]
    assert {field.or_answer for field in fields} == {"", "no_leg_yet", "unknown"}
    items = questions.items().values()
    assert {item.answers for item in items} == {"yes_no", "sexual"}
    assert [item.id for item in items if item.strength] == ["A7", "B1"]
    by_yes = [item.id for item in items if item.clarify_clear == "yes"]
    assert by_yes == ["A1", "A2", "A3", "A6", "A7", "B1"]
    assert {item.clarify_clear for item in items} == {"yes", "no"}
    asks = [line.id for page in questions.pages().values() for line in page.lines if line.asks]
    which = ["blood", "procedure", "pregnant", "immunity", "infection", "heart"]
    assert asks == [*which, "CL1", "CL2", "CL3", "CL4", "CL5"]
