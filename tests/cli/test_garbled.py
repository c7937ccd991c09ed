"""Can any text make a command stumble? It is answered, or refused in one line, nothing else."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spineward.cli import assess, respond
from spineward.cli.contract.refusal import Refused
from spineward.cli.schema import schema
from tests.cli.contract import refusal, validator

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SITUATION = json.loads((EXAMPLES / "situation.json").read_text("utf-8"))
SET = json.loads((EXAMPLES / "set.json").read_text("utf-8"))
MANY = {str(number): 1 for number in range(100)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "", "input: not JSON; EOF while parsing a value at line 1 column 0", id="empty"
        ),
        pytest.param(
            '{"age": 40',
            "input: not JSON; EOF while parsing an object at line 1 column 10",
            id="cut off",
        ),
        pytest.param("{}{}", "input: not JSON; trailing characters at line 1 column 3", id="two"),
        pytest.param(
            "[" * 5000, "input: not JSON; recursion limit exceeded at line 1 column 202", id="deep"
        ),
        pytest.param(
            b'{"a": "\xff"}',
            "input: not JSON; invalid unicode code point at line 1 column 8",
            id="no UTF-8",
        ),
        pytest.param("[]", "input: [] is not allowed; an object", id="list"),
        pytest.param("null", "input: null is not allowed; an object", id="null"),
        pytest.param(
            '{"a\\nb": 1}',
            '"a\\nb": 1 is not allowed; there is no such field',
            id="line break in a name",
        ),
        pytest.param(
            '{"\\u001b[31m": 1}',
            '"\\u001b[31m": 1 is not allowed; there is no such field',
            id="terminal code in a name",
        ),
        pytest.param(
            json.dumps({"age": "x" * 99}),
            f'age: "{"x" * 56}... is not allowed; a whole number from 0 to 120',
            id="long value",
        ),
        pytest.param(
            json.dumps({"chart": [1] * 100_000}),
            "chart[0]: 1 is not allowed; an object",
            id="long list",
        ),
        pytest.param(
            json.dumps({"chart": MANY}),
            "chart: a large object is not allowed; a list",
            id="large object",
        ),
        pytest.param(
            '{"age": 30, "age": 200}',
            "age: 200 is not allowed; a whole number from 0 to 120",
            id="of a doubled key the last counts",
        ),
    ],
)
def test_garbled_text_is_refused_in_one_line(text: str | bytes, said: str) -> None:
    assert refusal(assess.answer, text) == said


def _names(part: Any) -> Iterator[str]:
    """Every name and word that stands in a schema."""
    if isinstance(part, dict):
        yield from part
    for inner in (
        part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    ):
        yield from _names(inner)
    if isinstance(part, str):
        yield part


WORDS = sorted({*_names(schema("assess")), *_names(schema("respond"))})
MOMENTS = ["2026-11-20T08:00:00Z", "2026-11-21", "about 3 days ago", "1900-01-01T00:00:00+14:00"]
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-5, 80)
    | st.integers()
    | st.floats()
    | st.sampled_from([*WORDS, *MOMENTS])
    | st.text(max_size=8)
)
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=4), inner, max_size=6)
    ),
    max_leaves=15,
)


def _answered_or_refused(answer: Callable[[str | bytes], dict[str, Any]], value: Any) -> None:
    """Any other error fails the test that called."""
    text = json.dumps(value)
    try:
        result = answer(text)
    except Refused:
        refusal(answer, text)
    else:
        command = "assess" if answer is assess.answer else "respond"
        validator(f"{command}-output").validate(json.loads(json.dumps(result)))


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a JSON value: the object or list, and the key or index in it."""
    if not isinstance(value, dict | list):
        return []
    keys = list(value) if isinstance(value, dict) else range(len(value))
    return [place for key in keys for place in ((value, key), *_places(value[key]))]


@settings(max_examples=200, deadline=None)
@given(JSON)
def test_any_json_is_answered_or_refused(value: Any) -> None:
    _answered_or_refused(assess.answer, value)
    _answered_or_refused(respond.answer, value)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_situation_with_anything_in_one_place_is_answered_or_refused(data: st.DataObject) -> None:
    value = deepcopy(SITUATION)
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = data.draw(st.sampled_from(_places(value)))
        holder[key] = data.draw(JSON)
    _answered_or_refused(assess.answer, value)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_set_with_anything_in_one_place_is_answered_or_refused(data: st.DataObject) -> None:
    value = deepcopy(SET)
    holder, key = data.draw(st.sampled_from(_places(value)))
    holder[key] = data.draw(JSON)
    _answered_or_refused(respond.answer, value)
