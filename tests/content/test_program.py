"""Is a rule that decides otherwise noticed, and one that is only written otherwise left alone?

Hazards: H-21.
"""

import linecache
from types import FunctionType

import pytest

from spineward.clinical.program import PACKAGE, fingerprint, functions_of, module_fingerprint
from spineward.clinical.rulebook import rulebook

RULE = '''
FEW = ("A1", "A2")
def helper(case):
    return case.yes("A1") and case.days < limit("new.days")
def rule(case):
    """Says what it says."""
    if helper(case) or case.item in FEW:
        return Finding("A1", 3)
    return None
'''
SAME = {
    "a comment": ("    if helper", "    # Why, with its source.\n    if helper"),
    "layout": ("helper(case) or case.item", "(helper(case)\n            or case.item"),
    "a docstring": ("Says what it says.", "Says it in other words."),
    "a note in a helper": ("def helper(case):\n", 'def helper(case):\n    """Is it new?"""\n'),
    "annotations": ("def rule(case):", "def rule(case: Case) -> Finding | None:"),
}
OTHER = {
    "a condition": ("or case.item", "and case.item"),
    "a level": ('Finding("A1", 3)', 'Finding("A1", 2)'),
    "a constant": ('("A1", "A2")', '("A1",)'),
    "a helper's comparison": ("case.days <", "case.days <="),
    "a helper's number": ("new.days", "new.weeks"),
    "an answer": ('case.yes("A1")', 'case.unsure("A1")'),
    "a decorator": ("def rule", "@never\ndef rule"),
    "a default": ("def rule(case)", "def rule(case, most=3)"),
}


def made(text: str, name: str) -> FunctionType:
    """The rule of a text, as if it stood in a module of ours."""
    file = f"<{name}>"
    linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
    scope = {
        "__name__": f"{PACKAGE}.{name}",
        "never": lambda one: one,
        "Case": FunctionType,
        "Finding": int,
    }
    exec(compile(text, file, "exec"), scope)  # noqa: S102
    rule = scope["rule"]
    assert isinstance(rule, FunctionType)
    return rule


@pytest.mark.parametrize("what", SAME)
def test_what_decides_nothing_does_not_count(what: str) -> None:
    text = RULE.replace(*SAME[what])
    if what == "layout":
        text = text.replace("in FEW:", "in FEW):")
    assert text != RULE
    assert fingerprint(made(text, f"same {what}")) == fingerprint(made(RULE, "first"))


@pytest.mark.parametrize("what", OTHER)
def test_what_decides_counts(what: str) -> None:
    text = RULE.replace(*OTHER[what])
    assert text != RULE
    assert fingerprint(made(text, f"other {what}")) != fingerprint(made(RULE, "first"))


def test_a_rule_leads_to_the_functions_and_case_methods_it_names() -> None:
    led = {function.__qualname__ for function in functions_of(rulebook()["A1"].reads)}
    assert {"bladder", "_toilet", "Case.yes", "Case.within", "alarm", "muted"} <= led


def test_every_rule_has_a_fingerprint_of_its_own() -> None:
    found = {id: fingerprint(rule.reads) for id, rule in rulebook().items()}
    assert len(set(found.values())) == len(found)
    assert all(len(digits) == 12 for digits in found.values())


def test_a_whole_module_has_one_too() -> None:
    assert module_fingerprint("lock") != module_fingerprint("verdict")


def test_what_a_rule_leads_to_is_not_counted_with_its_module_again() -> None:
    led = functions_of(rulebook()["A1"].reads)
    assert module_fingerprint("case", apart=led) != module_fingerprint("case")
    assert module_fingerprint("lock", apart=led) == module_fingerprint("lock")
