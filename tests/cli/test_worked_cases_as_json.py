"""Do all worked cases come out the same through the JSON of the commands?

Every test of tests/cases runs here once more. Each situation and set that it asks about is also
written as JSON, handed to the command and compared: the input that was read and the whole answer.
"""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from operator import attrgetter
from types import ModuleType
from typing import Any

import pytest
from pydantic import TypeAdapter
from pydantic_core import to_json

import tests.cases
from spineward.cli.contract.set_readings import SetReadingsIn
from spineward.cli.contract.situation import SituationIn
from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import Assessment, SetContext, SetOutcome, SetReadings, Situation
from spineward.clinical.plan import plan
from spineward.clinical.response import read_set
from spineward.export.output import assessed, responded
from tests.cli.as_json import set_json, situation_json
from tests.cli.contract import answered

MODULES: list[ModuleType] = [
    import_module(f"tests.cases.{found.name}")
    for found in pkgutil.iter_modules(tests.cases.__path__)
]
SITUATION: TypeAdapter[SituationIn] = TypeAdapter(SituationIn)
SET: TypeAdapter[SetReadingsIn] = TypeAdapter(SetReadingsIn)
NEVER_NOW = datetime(1999, 1, 1, tzinfo=UTC)


def _as_json(output: dict[str, Any]) -> Any:
    return TypeAdapter(dict[str, Any]).validate_json(to_json(output))


def in_order(situation: Situation) -> Situation:
    """The same with its sessions oldest first, as the engine is promised them."""
    past = situation.history
    sessions = tuple(sorted(past.sessions, key=attrgetter("started")))
    return replace(situation, history=replace(past, sessions=sessions))


def assess_through_json(situation: Situation) -> Assessment:
    """The engine's own assessment, after the command gave the same for the situation as JSON."""
    situation = in_order(situation)
    given = situation_json(situation)
    assert SITUATION.validate_json(to_json(given)).facts(NEVER_NOW) == situation
    found = assess(situation)
    assert answered("assess", given) == _as_json(assessed(found, plan(Case(situation), found)))
    return found


def read_set_through_json(readings: SetReadings, context: SetContext) -> SetOutcome:
    """The engine's own outcome, after the command gave the same for the set as JSON."""
    given = set_json(readings, context)
    assert SET.validate_json(to_json(given)).facts() == (readings, context)
    outcome = read_set(readings, context)
    assert answered("respond", given) == _as_json(responded(outcome))
    return outcome


DOORS: dict[str, Callable[..., Any]] = {
    "assess": assess_through_json,
    "read_set": read_set_through_json,
}


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """While a case runs here, whatever it asks the engine goes through the JSON as well."""
    for module in MODULES:
        for name, door in DOORS.items():
            if hasattr(module, name):
                monkeypatch.setattr(module, name, door)


def _cases() -> Iterator[tuple[str, Any]]:
    """Every test of the cases, under a name that tells which file it comes from."""
    for module in MODULES:
        where = module.__name__.rpartition(".")[2].removeprefix("test_")
        for name, test in vars(module).items():
            if name.startswith("test_") and test.__module__ == module.__name__:
                yield f"test_{where}__{name.removeprefix('test_')}", test


globals().update(_cases())


def test_situations_and_sets_are_both_asked_for() -> None:
    asking = {name for module in MODULES for name in DOORS if hasattr(module, name)}
    assert asking == set(DOORS)
