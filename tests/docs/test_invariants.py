"""Is every invariant proved by tests that exist, and is none left out? Hazards: H-01 H-02."""

import ast
from pathlib import Path

import pytest

from tools.docs.proofs import invariants

TESTS = Path(__file__).parents[1]
OF_THE_CLINICAL_TEXT = 15


def test_all_fifteen_and_those_beyond_are_numbered_in_order() -> None:
    ids = [one["id"] for one in invariants()]
    assert ids == list(range(1, len(ids) + 1))
    assert len(ids) > OF_THE_CLINICAL_TEXT


@pytest.mark.parametrize("one", invariants(), ids=lambda one: str(one["id"]))
def test_an_invariant_names_tests_that_are_there(one: dict[str, list[str]]) -> None:
    assert one["holds"]
    assert one["tests"], "an invariant without a test is a claim"
    for test in one["tests"]:
        file, _, name = test.partition("::")
        text = (TESTS / file).read_text("utf-8")
        functions = [
            node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)
        ]
        known = [found for found in functions if found.startswith("test_")]
        assert (name in known) if name else known, f"{test} is not there"
