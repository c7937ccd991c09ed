"""Do the signs tell all that matters of a set? Readings of any kind, and one decision on signs.

What a set comes to through its readings is what its signs come to, in the engine and on a page that
carries the tables alone; and every sign has a value of its closed set, so no page meets another.

Hazards: H-02 H-05 H-11.
"""

from dataclasses import replace
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import given, settings

from spineward.clinical import measured
from spineward.clinical.facts import SetContext, SetReadings
from spineward.clinical.measured import signs, signs_of
from spineward.clinical.rulebook import limits_of, rulebook
from spineward.clinical.set_case import SetCase
from spineward.clinical.set_verdict import decide, opens, read_set
from spineward.clinical.signs import PartSigns, SetSigns
from spineward.clinical.wire import FILE
from spineward.clinical.wire.reading import Response, as_told, decode
from spineward.clinical.wire.writing import version
from tests.rules.test_set_rows import contexts, sets


@cache
def known() -> Response:
    """The committed file."""
    return decode(FILE.read_text("utf-8"), version())


@given(sets(), contexts())
@settings(max_examples=600, deadline=None)
def test_a_set_is_decided_on_its_signs_and_a_page_says_the_same(
    readings: SetReadings, around: SetContext
) -> None:
    """Only names are added: red flags that were ticked, questions that new marks open."""
    shown, found = signs(readings, around), read_set(readings, around)
    named = decide(shown)
    more = opens(SetCase(readings, around))
    named = replace(
        named,
        fired=tuple(sorted({*named.fired, *around.red_flags})),
        asks=tuple(sorted({*named.asks, *more})),
    )

    assert named == found
    assert known().outcome(as_told(shown)) == decide(shown)


@given(sets(), contexts())
@settings(max_examples=400, deadline=None)
def test_every_sign_has_a_value_of_its_closed_set(
    readings: SetReadings, around: SetContext
) -> None:
    """A page has a label for whatever is measured."""
    shown = signs(readings, around)

    for one in (shown.whole, *shown.parts):
        hints = get_type_hints(type(one))
        for name, value in one._asdict().items():
            if name != "whole":
                closed = get_args(hints[name]) if get_origin(hints[name]) else (True, False)
                assert value in closed, f"{name} is {value!r}"
    assert all((part.nearer_t2 == "missing") == (readings.t2 is None) for part in shown.parts)
    known().check(as_told(shown))


@given(sets(), contexts())
@settings(max_examples=400, deadline=None)
def test_the_quick_way_to_the_signs_of_an_unmoved_part_is_the_long_way(
    readings: SetReadings, around: SetContext
) -> None:
    """A part that is the same at every reading is not measured sign by sign."""
    case = SetCase(readings, around)
    shown = signs_of(case)

    long = [measured._part(part, shown.whole) for part in case.parts]

    assert shown.left == long[0]
    assert shown.right == long[1]
    assert shown.back._replace(back_up="no") == long[2]


def test_every_sign_is_measured_by_the_function_of_its_name() -> None:
    """So that the rule book finds the numbers behind a row."""
    plain = {"dizzy", "chest", "swelling", "stop_asked", "row5_before", "answered", "overdue"}
    for name in {*SetSigns._fields, *PartSigns._fields} - plain - {"whole"}:
        function: Any = getattr(measured, name)
        assert function.__doc__, name
    assert hasattr(SetCase, "overdue")


def test_the_rule_book_names_the_numbers_behind_each_row() -> None:
    behind = {id: set(limits_of(rulebook()[id])) for id in ("row3", "row4", "row5", "row7", "row8")}

    assert "set.second_leg_rank" in behind["row3"]
    assert {"b9.grade", "set.re_ask_minutes"} <= behind["row4"]
    assert {"set.back_quiet", "set.settle_minutes", "set.answer_minutes"} <= behind["row5"]
    assert behind["row7"] == {"set.leg_up"}
    assert behind["row8"] == {"set.back_up"}
    assert limits_of(rulebook()["SS4"]) == ("set.leg_stop",)
    assert limits_of(rulebook()["SS6"]) == ("set.stops_per_session",)
