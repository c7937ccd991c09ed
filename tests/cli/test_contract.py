"""Can an outsider write the input from the schema alone, in any of the allowed ways?"""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from spineward.cli import assess
from spineward.cli.contract.situation import SituationIn
from spineward.cli.schema import KINDS, schema
from spineward.clinical import intake
from spineward.clinical.catalogue import zones
from spineward.clinical.facts import Situation, SpineProcedure
from spineward.clinical.library import movements
from tests.cli.contract import validator

NOW = "2026-11-22T09:30:00+01:00"
SPEC = """age episode_start leg_onset first_ever change_so_far item since worsened examined reviewed
told_ok background pregnant pregnant_week spine_procedure team_allowed clearance cleared floor_ok
chart leg_now back_now worst_24h eased_by_position hours_at_8 severe_most_days can_sit_10
can_stand_10 can_walk_10 after_activity nights_broken woke_at strength features worse_bending
medicines weekly history""".split()


def read(**given: Any) -> Situation:
    """The situation that the engine is handed for these fields; they fit the schema."""
    whole = {"now": NOW} | given
    validator("assess").validate(whole)
    clock = datetime(1999, 1, 1, tzinfo=UTC)
    return SituationIn.model_validate_json(json.dumps(whole)).facts(clock)


# --- the schema ----------------------------------------------------------------------------


def _fields(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of every object in a schema, by the object's name and its own."""
    whole = schema(kind)
    for name, model in ({"": whole} | whole.get("$defs", {})).items():
        for field, about in model["properties"].items():
            yield f"{name}.{field}", about


@pytest.mark.parametrize("kind", list(KINDS))
def test_the_schema_tells_what_every_field_means(kind: str) -> None:
    silent = [name for name, about in _fields(kind) if not about.get("description")]
    assert silent == []


@pytest.mark.parametrize("kind", list(KINDS))
def test_no_object_takes_a_field_that_nobody_knows(kind: str) -> None:
    whole = schema(kind)
    for model in (whole, *whole.get("$defs", {}).values()):
        assert model["additionalProperties"] is False


def test_the_inputs_have_the_names_of_the_specification() -> None:
    assert set(SPEC) <= schema("assess")["properties"].keys()
    history = schema("assess")["$defs"]["HistoryIn"]["properties"]
    assert set(history) == {"check_ins", "sessions", "locks", "weekly", "strength"}


@pytest.mark.parametrize(
    ("field", "keys"),
    [
        ("item", intake.ITEMS),
        ("since", intake.REVIEWABLE),
        ("worsened", intake.REVIEWABLE),
        ("examined", intake.REVIEWABLE),
        ("reviewed", intake.REVIEWABLE),
        ("told_ok", intake.REVIEWABLE),
        ("background", intake.BACKGROUND),
        ("clearance", intake.CLEARANCES),
        ("cleared", intake.CLEARANCES),
        ("features", intake.FEATURES),
        ("medicines", intake.MEDICINES),
    ],
)
def test_the_schema_lists_the_keys_of_a_map(field: str, keys: frozenset[str]) -> None:
    assert set(schema("assess")["properties"][field]["propertyNames"]["enum"]) == keys


def test_the_schema_lists_the_follow_ups_of_each_item() -> None:
    detail = schema("assess")["properties"]["detail"]["properties"]
    assert detail["A10"]["propertyNames"]["enum"] == ["cannot_bear_weight"]
    assert detail["B1"]["propertyNames"]["enum"] == ["right", "left"]


def test_the_schema_lists_zones_and_movements() -> None:
    parts = schema("assess")["$defs"]
    assert parts["MarkIn"]["properties"]["zone"]["enum"] == list(zones())
    assert parts["SetIn"]["properties"]["movement"]["enum"] == list(movements())


def test_the_schema_knows_that_one_item_has_answers_of_its_own() -> None:
    schema_of = validator("assess")
    assert schema_of.is_valid({"item": {"A1": "no", "A4": "no_change"}})
    assert not schema_of.is_valid({"item": {"A1": "no_change"}})
    assert not schema_of.is_valid({"item": {"A4": "no"}})
    assert not schema_of.is_valid({"item": {"A99": "no"}})


# --- the ways to write it ------------------------------------------------------------------


def test_nothing_at_all_is_a_situation_of_now_in_which_all_is_missing() -> None:
    answer = assess.answer("{}")
    assert answer["movement_gate"] == "EASE_ONLY"
    assert {"age", "chart", "item.A1", "background.cancer", "leg_now"} <= set(answer["missing"])


def test_null_is_not_asked() -> None:
    assert read(age=None, chart=None, pregnant=None, weekly=None, history=None) == read()


def test_an_empty_chart_is_an_answer() -> None:
    assert read(chart=[]).chart == ()


def test_a_moment_without_offset_is_utc() -> None:
    assert read(now="2026-11-22T09:30:00").now == datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    assert read(woke_at="2026-11-22 08:00").woke_at == datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("about 12 hours ago", date(2026, 11, 21)),
        ("about 1 day ago", date(2026, 11, 21)),
        ("3 days ago", date(2026, 11, 19)),
        ("about 2 weeks ago", date(2026, 11, 8)),
        ("about 3 months ago", date(2026, 8, 24)),
    ],
)
def test_a_finding_is_dated_by_day_or_by_how_long_ago_it_was(written: str, day: date) -> None:
    dated = {key: {"A1": written} for key in ("since", "worsened", "examined", "reviewed")}
    found = read(**dated)
    assert found.since == found.worsened == found.examined == found.reviewed == {"A1": day}


def test_never_and_none_are_no_day() -> None:
    found = read(worsened={"A1": "never"}, examined={"A1": "none"}, reviewed={"A1": "none"})
    assert found == read()


@pytest.mark.parametrize(
    ("given", "answer", "week"),
    [
        ({"pregnant": "no"}, "no", None),
        ({"pregnant": "yes"}, "yes", None),
        ({"pregnant": "yes", "pregnant_week": 22}, "yes", 22),
        ({"pregnant": {"week": 22}}, "yes", 22),
        ({"pregnant": {"answer": "yes", "week": 22}, "pregnant_week": 22}, "yes", 22),
    ],
)
def test_a_pregnancy_is_given_with_its_week(
    given: dict[str, Any], answer: str, week: int | None
) -> None:
    assert (read(**given).pregnant, read(**given).pregnant_week) == (answer, week)


def test_no_procedure_is_an_answer_and_not_asked_is_none() -> None:
    assert read().spine_procedure is None
    assert read(spine_procedure="none").spine_procedure == ()
    assert read(spine_procedure=[]).spine_procedure == ()
    done = read(spine_procedure=[{"kind": "surgery", "date": "2026-10-01"}])
    assert done.spine_procedure == (SpineProcedure("surgery", date(2026, 10, 1)),)


def test_a_weekly_entry_of_now_needs_no_moment_and_comes_last() -> None:
    earlier = {"at": "2026-11-15T09:00:00+01:00", "rmdq": 9}
    entries = read(weekly={"rmdq": 4}, history={"weekly": [earlier]}).history.weekly
    assert [entry.rmdq for entry in entries] == [9, 4]
    assert entries[-1].at == read().now


def test_the_past_may_come_in_any_order() -> None:
    first, second = {"at": "2026-11-20T09:00:00Z"}, {"at": "2026-11-21T09:00:00Z"}
    one = read(history={"check_ins": [first, second]})
    assert one == read(history={"check_ins": [second, first]})
    assert [record.at.day for record in one.history.check_ins] == [20, 21]


# --- what a clinician said about exercise --------------------------------------------------


def _said(date: str | None, **more: Any) -> str:
    answer = {"answer": "yes", "date": date} if date else "yes"
    return read(told_ok={"B1": answer}, **more).told_ok["B1"]


def test_a_word_holds_with_or_without_its_day() -> None:
    assert _said(None) == "yes"
    assert _said("2026-11-20") == "yes"
    assert _said("2026-11-20", since={"B1": "2026-11-20"}) == "yes"


def test_a_word_from_before_the_last_change_says_nothing_of_it() -> None:
    assert _said("2026-11-20", since={"B1": "2026-11-21"}) == "not_discussed"
    changed = {"since": {"B1": "2026-11-01"}, "worsened": {"B1": "about 1 day ago"}}
    assert _said("2026-11-20", **changed) == "not_discussed"
    assert _said("2026-11-20", since={"A1": "2026-11-21"}) == "yes"


def test_a_lock_says_which_examinations_it_knew_of() -> None:
    lock = {"fired_at": "2026-11-20T09:00:00Z", "rules": ["A7"], "level": "EMERGENCY"}
    told = lock | {"examined": {"A7": "2026-11-20"}}
    known = [read(history={"locks": [one]}).history.locks[0].examined for one in (lock, told)]
    assert known == [{}, {"A7": date(2026, 11, 20)}]


def test_a_word_from_before_a_lock_does_not_open_it() -> None:
    lock = {"fired_at": "2026-11-21T09:00:00Z", "rules": ["B1?"], "level": "SAME_DAY"}
    assert _said("2026-11-20", history={"locks": [lock]}) == "not_discussed"
    assert _said("2026-11-21", history={"locks": [lock]}) == "yes"
