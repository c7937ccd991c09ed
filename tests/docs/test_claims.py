"""Is it so, what the decisions claim of the code? Here those that no other test looks at."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import spineward.clinical.rules

RULES = sorted(Path(spineward.clinical.rules.__path__[0]).glob("*.py"))


def own_numbers(code: str) -> Iterator[str]:
    """Comparisons with a number above one that stands in the code (decision 0016).

    How many parts there are (`len`) and whether there is any (0, 1) are no thresholds.
    """
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Compare):
            continue
        sides = [node.left, *node.comparators]
        counted = any(
            isinstance(side, ast.Call) and ast.unparse(side.func) == "len" for side in sides
        )
        numbers = [side.value for side in sides if isinstance(side, ast.Constant)]
        if not counted and any(isinstance(n, int | float) and abs(n) > 1 for n in numbers):
            yield ast.unparse(node)


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.name)
def test_no_rule_compares_with_a_number_of_its_own(path: Path) -> None:
    assert list(own_numbers(path.read_text("utf-8"))) == []


def test_a_number_in_a_rule_would_be_found() -> None:
    assert list(own_numbers("fires = case.leg_now >= 7")) == ["case.leg_now >= 7"]
    assert list(own_numbers("fires = len(given) == 2 or case.leg_now > limit('a.b')")) == []
