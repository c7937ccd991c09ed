"""Does the mutation run find what it claims to? Planted changes, one of each kind.

Hazards: H-21.
"""

import gc
import importlib.util
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from spineward.clinical import catalogue
from tools.mutate.child import Outcome, alive
from tools.mutate.limits import Moved, move, moved, refused
from tools.mutate.memory import Memory
from tools.mutate.mutants import Mutant, members_of, mutants
from tools.mutate.page import Verdict, verdict, written
from tools.mutate.recording import caches
from tools.mutate.swap import functions, swap
from tools.mutate.transplant import transplant

RULE = '''"""A rule."""

from functools import cache

OLDEST = 99


@cache
def grown(age: int, oldest: int = 120) -> bool:
    """Is it a grown person?"""
    return age >= 18 and age < OLDEST


def until(goal: int) -> int:
    count = 0
    while count < goal:
        count += 1
    return count
'''


@pytest.fixture
def rule(tmp_path: Path) -> Iterator[ModuleType]:
    """A module of one rule, loaded from a file of its own."""
    path = tmp_path / "rule.py"
    path.write_text(RULE)
    spec = importlib.util.spec_from_file_location("tests.planted_rule", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["tests.planted_rule"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["tests.planted_rule"]


def planted(module: ModuleType, change: str) -> tuple[str, Mutant]:
    """The place of the module, and the one mutant of it that is called so."""
    path = Path(str(module.__file__))
    (found,) = (one for one in mutants(path, "rule.py", {}) if one.change == change)
    return str(path), found


def put(module: ModuleType, change: str) -> None:
    """Put a change in place, as a worker does."""
    path, mutant = planted(module, change)
    before = compile(RULE, path, "exec")
    assert swap(functions(path), path, before, mutant.code(path))
    module.grown.cache_clear()


def meets(module: ModuleType, change: str, check: Callable[[], bool]) -> Outcome:
    """What becomes of a change that meets one check."""

    def live(next_is: Callable[[str, float], None]) -> str | None:
        put(module, change)
        next_is("the check", 1)
        return None if check() else "the check"

    return alive(live)


def test_a_change_that_a_check_notices_is_killed(rule: ModuleType) -> None:
    outcome = meets(rule, "age >= 18 -> age > 18", lambda: rule.grown(18))
    assert outcome == Outcome("killed", "the check")
    assert rule.grown(18), "the change stayed in the process that was made for it"


def test_a_change_that_no_check_notices_survives(rule: ModuleType) -> None:
    outcome = meets(rule, "age >= 18 -> age > 18", lambda: rule.grown(40))
    assert outcome == Outcome("survived")


def test_a_change_without_end_is_killed_by_time(rule: ModuleType) -> None:
    outcome = meets(rule, "count += 1 -> count -= 1", lambda: rule.until(3) == 3)
    assert outcome == Outcome("timeout", "the check")


def test_each_operand_and_each_edge_is_tried(rule: ModuleType) -> None:
    found = {one.change for one in mutants(Path(str(rule.__file__)), "rule.py", {})}
    both = "age >= 18 and age < OLDEST"
    assert {f"{both} -> age >= 18", f"{both} -> age < OLDEST"} <= found
    assert {f"{both} -> age >= 18 or age < OLDEST", "age < OLDEST -> age <= OLDEST"} <= found
    assert {"18 -> 19", "99 -> 100", "120 -> 121", f"return {both} -> return None"} <= found


def test_docstrings_and_types_are_left_alone(rule: ModuleType) -> None:
    names = [one.id for one in mutants(Path(str(rule.__file__)), "rule.py", {})]
    assert len(names) == len(set(names))
    assert not [name for name in names if "grown person" in name or "int" in name]


def test_numbers_named_side_by_side_are_known_by_each_of_their_names(tmp_path: Path) -> None:
    steps = tmp_path / "steps.py"
    steps.write_text("REPS, SETS = 1, 2\nSPAN: int = 3\nshown[0] = 4\n")
    assert {one.change: one.name for one in mutants(steps, "steps.py", {})} == {
        "1 -> 2": "REPS|SETS",
        "2 -> 3": "REPS|SETS",
        "3 -> 4": "SPAN",
        "0 -> 1": "",
        "4 -> 5": "",
    }


def test_the_step_of_an_enumeration_becomes_the_milder_one(tmp_path: Path) -> None:
    answers = tmp_path / "answers.py"
    answers.write_text("class Gate(IntEnum):\n    FULL = 0\n    LIMITED = 1\n    BLOCK = 2\n")
    assert members_of(answers) == {
        "Gate.FULL": "LIMITED",
        "Gate.LIMITED": "FULL",
        "Gate.BLOCK": "LIMITED",
    }


def test_a_changed_value_of_a_file_reaches_who_uses_it(rule: ModuleType) -> None:
    path, mutant = planted(rule, "99 -> 100")
    assert not rule.grown(99)
    transplant(rule, mutant.code(path))
    rule.grown.cache_clear()
    assert rule.grown(99)


def test_what_the_tests_froze_is_changed_too(rule: ModuleType) -> None:
    """tests/conftest.py freezes all that was imported, and the collector then lists none of it."""

    def live(_: Callable[[str, float], None]) -> str | None:
        gc.freeze()
        put(rule, "age >= 18 -> age > 18")
        return "the change is not in place" if rule.grown(18) else None

    assert alive(live).fate == "survived"


def test_every_number_moves_up_and_down_by_one() -> None:
    content = Path(catalogue.__file__).parents[1] / "content"
    rows = tomllib.loads((content / "limits.toml").read_text("utf-8"))["limit"]
    steps = {(one.limit, one.now - one.was) for one in moved(content)}
    assert steps == {(row["id"], step) for row in rows for step in (1, -1)}


@pytest.mark.parametrize(("value", "fate"), [(15, "killed"), (13, "survived")])
def test_a_number_that_moved_is_read_and_one_out_of_bounds_is_refused(
    value: int, fate: str
) -> None:
    """`new.days` is 14, and may not be less."""

    def live(next_is: Callable[[str, float], None]) -> str | None:
        held = caches()
        move("new.days", value)
        for cache in held:
            cache.cache_clear()
        next_is("the number", 5)
        if value < 14:
            return None if refused() else "the content was not refused"
        return "the number" if catalogue.limit("new.days") == value else None

    assert alive(live).fate == fate


UP = Moved("new.days", 14, 15)
DOWN = Moved("new.days", 14, 13)
KILLED, SURVIVED = Outcome("killed", "a test"), Outcome("survived")


def test_a_survivor_needs_a_reason_and_a_reason_a_survivor() -> None:
    found = [(UP, KILLED), (DOWN, SURVIVED)]
    assert verdict(found, {}) == Verdict(1, 2, 0, (DOWN.id,), ())
    assert verdict(found, {DOWN.id: "no one is 13"}) == Verdict(1, 2, 0, (), ())
    assert verdict(found, {UP.id: "gone"}) == Verdict(1, 2, 0, (DOWN.id,), (UP.id,))


def test_a_run_is_sound_from_97_percent_on_with_every_survivor_explained() -> None:
    assert Verdict(97, 100, 0, (), ()).sound
    assert not Verdict(96, 100, 0, (), ()).sound
    assert not Verdict(99, 100, 0, ("a change",), ()).sound
    assert not Verdict(99, 100, 0, (), ("a reason left over",)).sound
    assert not Verdict(99, 100, 1, (), ()).sound, "one was not tried"


def test_the_page_says_how_many_and_why() -> None:
    page = written([(UP, KILLED), (DOWN, SURVIVED)], {DOWN.id: "No one is 13."}, "2026-11-22")
    assert "Of 2 mutants 1 were killed (50.0 %)." in page
    assert f"| `{DOWN.id}` | No one is 13. |" in page
    assert "not a whole run" not in page


def test_the_page_hides_no_mutant_that_was_not_tried_to_the_end() -> None:
    page = written([(UP, KILLED), (DOWN, Outcome("spared"))], {}, "2026-11-22")
    assert "1 were not tried to the end" in page
    assert "This is not a whole run:" in page


def test_what_was_killed_is_known_until_the_test_changes(tmp_path: Path) -> None:
    test = tmp_path / "test_it.py"
    test.write_text("one")
    memory = Memory(tmp_path / "results.jsonl", tmp_path)
    memory.keep(UP, Outcome("killed", "test_it.py::test_one"))
    memory.keep(DOWN, SURVIVED)
    again = Memory(tmp_path / "results.jsonl", tmp_path)
    assert again.of(UP) == Outcome("killed", "test_it.py::test_one")
    assert again.of(DOWN) is None, "a survivor is always tried again"
    test.write_text("two")
    assert again.of(UP) is None
