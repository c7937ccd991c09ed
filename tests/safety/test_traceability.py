"""Is the chain hazard, rule, control, test, source whole, and would each kind of gap be found?

Hazards: H-21. Each planted gap is one that somebody could leave behind by taking out or renaming
something; the sentence that names it is for a clinician.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tools.docs import gaps as finder
from tools.docs.evidence import FileOfTests, naming_tests, read_tests
from tools.docs.gaps import gaps
from tools.docs.trace import Ground, Trace, read_trace

WHOLE = read_trace()
RULE, HAZARD, SOURCE = "A1", "H-01", "BMJBP"
LISTED = "tests/rules/test_lock.py"


def test_no_link_of_the_chain_is_missing() -> None:
    assert gaps(WHOLE) == []


def rule(**changes: Any) -> Trace:
    """The trace with one rule changed."""
    return replace(WHOLE, rules={**WHOLE.rules, RULE: replace(WHOLE.rules[RULE], **changes)})


def without_rule() -> Trace:
    return replace(WHOLE, rules={id: one for id, one in WHOLE.rules.items() if id != RULE})


def hazard(**changes: Any) -> Trace:
    """The trace with one hazard changed."""
    changed = replace(WHOLE.hazards[HAZARD], **changes)
    return replace(WHOLE, hazards={**WHOLE.hazards, HAZARD: changed})


def control(**changes: Any) -> Trace:
    """The trace with the last control of a hazard changed."""
    *others, last = WHOLE.hazards[HAZARD].controls
    return hazard(controls=(*others, replace(last, **changes)))


def ground(**changes: Any) -> Trace:
    """The trace with one decision that is no rule changed."""
    whole = Ground("pattern.ROOT", "a likeness", ("J",), "dev.py", (LISTED,))
    return replace(WHOLE, grounds=(replace(whole, where="docs/glossary.md", **changes),))


def further_test(path: str, *hazards: str) -> Trace:
    """The trace with a test file that says it answers these hazards."""
    return replace(WHOLE, tests={**WHOLE.tests, path: FileOfTests(path, {}, frozenset(hazards))})


PLANTED: dict[str, tuple[Callable[[], Trace], str]] = {
    "a hazard without a control": (
        lambda: hazard(controls=()),
        "Hazard H-01 (Cauda equina syndrome is missed) has no control",
    ),
    "a control without a test": (lambda: control(tests=()), "no test shows that it works"),
    "a control that names no rule of ours": (
        lambda: control(rules=("A99",)),
        "there is no rule A99. Was it taken out or renamed?",
    ),
    "a control that names a rule for something else": (
        lambda: control(rules=("T5",)),
        "it counts on rule T5, which does not name this hazard",
    ),
    "a control in a file that is gone": (
        lambda: control(where=("spineward/gone.py",)),
        "there is no file spineward/gone.py",
    ),
    "a control with a test file that is gone": (
        lambda: control(tests=("tests/test_gone.py",)),
        "there is no test file tests/test_gone.py",
    ),
    "a control with a test that was renamed": (
        lambda: control(tests=(f"{LISTED}::test_old_name",)),
        "there is no test test_old_name in tests/rules/test_lock.py",
    ),
    "a rule that was taken out": (without_rule, "there is no rule A1"),
    "a rule without a hazard": (lambda: rule(hazards=()), "Rule A1 answers no hazard"),
    "a rule with an unknown hazard": (
        lambda: rule(hazards=("H-01", "H-07", "H-99")),
        "Rule A1 names hazard H-99, which is not in the hazard log",
    ),
    "a rule that no control counts on": (
        lambda: rule(hazards=("H-01", "H-07", "H-02")),
        "Rule A1 says that it answers H-02, but no control there counts on it",
    ),
    "a rule without a source": (lambda: rule(sources=()), "Rule A1 names no source"),
    "a rule without a test": (lambda: rule(tests=()), "Rule A1 has no test"),
    "a rule without words": (
        lambda: replace(WHOLE, words=WHOLE.words - {"rule.A1.do"}),
        "Rule A1 has no sentence 'do'",
    ),
    "a source that nobody uses": (
        lambda: replace(WHOLE, sources=WHOLE.sources | {"IDLE"}),
        "Source IDLE is listed, and nothing rests on it",
    ),
    "a source that is not listed": (
        lambda: replace(WHOLE, sources=WHOLE.sources - {SOURCE}),
        "Source BMJBP is named by A1, A2",
    ),
    "a test that names no hazard of ours": (
        lambda: further_test("tests/test_new.py", "H-01", "H-98"),
        "The test tests/test_new.py says that it answers H-98",
    ),
    "a decision in a file that is gone": (
        lambda: replace(WHOLE, grounds=(replace(WHOLE.grounds[0], where="gone.py"),)),
        "The decision pattern.ROOT: there is no file gone.py",
    ),
    "a decision without a test": (
        lambda: ground(tests=()),
        "The decision pattern.ROOT: no test shows that it holds",
    ),
    "a decision with a test that is gone": (
        lambda: ground(tests=(f"{LISTED}::test_gone",)),
        "there is no test test_gone in tests/rules/test_lock.py",
    ),
}


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_gap_is_found_and_said_in_words(kind: str) -> None:
    plant, said = PLANTED[kind]
    assert [line for line in gaps(plant()) if said in line], gaps(plant())


def test_a_gap_is_printed_and_ends_the_command_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert finder.main() == 0
    assert capsys.readouterr().out.endswith("no gaps\n")
    monkeypatch.setattr(finder, "read_trace", lambda: rule(tests=()))
    assert finder.main() == 1
    assert "Rule A1 has no test" in capsys.readouterr().out


def test_the_tests_of_a_rule_are_listed_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    assert finder.main(["A1", "row5"]) == 0
    said = capsys.readouterr().out
    assert "A1: tests/cases/test_triage_cauda_equina.py::test_cauda_equina_signs\n" in said
    assert "row5: tests/cases/test_response.py::" in said
    assert finder.main(["Z9"]) == 2
    assert capsys.readouterr().out == "There is no rule Z9.\n"


# --- what counts as a test of a rule ---------------------------------------------------------

EXAMPLE = '''"""A question. Hazards: H-02, H-03."""

CASES = [Case("W1", item={"A2": "yes"}, fired="A1?, row 5"), ("B1", ticked("C1"))]


@pytest.mark.parametrize("case", CASES)
def test_cases(case):
    assert fires(case)


def test_one():
    """H-04."""
    person = typical(item={"A3": "yes"})
    assert "A4" in assess(person, item={"A5": "yes"}).fired


def helper():
    assert "A6"
'''


def test_a_rule_counts_as_tested_where_it_is_expected_and_not_where_it_is_put_in() -> None:
    found = read_tests("tests/rules/test_x.py", EXAMPLE)
    assert set(found.expects) == {"test_cases", "test_one"}
    assert {"A1", "row5", "B1"} <= found.expects["test_cases"]
    assert not {"A2", "C1"} & found.expects["test_cases"]
    assert "A4" in found.expects["test_one"]
    assert not {"A3", "A5", "A6"} & found.expects["test_one"]
    assert found.hazards == {"H-02", "H-03", "H-04"}


def test_only_tests_that_run_rules_count_for_a_rule() -> None:
    rules = read_tests("tests/rules/test_x.py", EXAMPLE)
    pages = read_tests("tests/docs/test_x.py", EXAMPLE)
    files = {"tests/rules/test_x.py": rules, "tests/docs/test_x.py": pages}
    assert list(naming_tests("A4", files)) == ["tests/rules/test_x.py::test_one"]
