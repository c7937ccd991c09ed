"""Does the rule book tell the truth? What it says a rule reads is what the rule reads."""

import sys

import pytest

from spineward.clinical.assessment import RULE_SETS
from spineward.clinical.case import Case
from spineward.clinical.catalogue import ContentError, limit, limits
from spineward.clinical.facts import Situation
from spineward.clinical.rulebook import SETS, limits_of, rulebook
from tests.cases.build import ITEMS, days_ago, established, typical
from tests.cases.course import went

SICK = {"item": {item: "changed" if item == "A4" else "yes" for item in ITEMS}}
PEOPLE = {
    "a calm day": typical(),
    "everything ticked": typical("r8:9 nb9:3 left/r6:5", **SICK),
    "ticked, and dated long ago": typical("r8:9", since=dict.fromkeys(ITEMS, days_ago(99)), **SICK),
    "after some sessions": established("r6:6"),
    "eight good days, then two worse": went("r6:5", *[3] * 8, 5, 5),
    "nine weeks without gain": went("r6:6", *[6] * 9, leg_onset=days_ago(63)),
}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The ids of the numbers that were really asked for."""
    asked: set[str] = set()

    def noted(id: str) -> int:
        asked.add(id)
        return limit(id)

    for name, module in list(sys.modules.items()):
        if name.startswith("spineward.clinical.") and vars(module).get("limit") is limit:
            monkeypatch.setattr(module, "limit", noted)
    return asked


def of_others(id: str) -> set[str]:
    """A C item asks whether it is alone; what the other C items read for that is not its own."""
    others = (rule for other, rule in rulebook().items() if id[0] == other[0] == "C")
    return {number for rule in others for number in limits_of(rule)}


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
def test_a_rule_reads_no_number_that_the_rule_book_does_not_name(
    person: Situation, read: set[str]
) -> None:
    for rule in (rule for rules in RULE_SETS for rule in rules.rules):
        read.clear()
        rule.reads(Case(person))
        assert read <= set(limits_of(rule)) | of_others(rule.id), rule.id


def test_a_word_that_is_also_the_name_of_a_number_is_not_taken_for_it() -> None:
    assert "severe" in limits()
    assert "severe" not in limits_of(rulebook()["B1"])


def test_numbers_read_by_a_method_of_the_set_or_the_course_are_named() -> None:
    assert "set.leg_down" in limits_of(rulebook()["row11"])
    assert {"trend.window", "t1.drop_top"} <= set(limits_of(rulebook()["T1"]))


def test_a_rule_that_stands_in_two_places_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the register would hold one of them only."""
    book = sys.modules["spineward.clinical.rulebook"]
    monkeypatch.setattr(book, "SETS", (*SETS, SETS[0]))
    with pytest.raises(ContentError, match=r"^rule row1 stands in two places$"):
        rulebook.__wrapped__()
