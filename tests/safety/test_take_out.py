"""Is a rule that is taken out really gone, and do its tests notice? Hazards: H-21."""

import pytest

from tools.docs import take_out
from tools.docs.trace import read_trace


@pytest.mark.slow
@pytest.mark.parametrize("rule", ["B10", "row5", "SS4"])
def test_a_rule_taken_out_is_missed_by_a_test_that_is_named_for_it(
    rule: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take_out.main([rule]) == 0
    said = capsys.readouterr().out
    failed = said.partition("taken out: ")[2].splitlines()[0].partition("[")[0]
    assert failed in read_trace().rules[rule].tests
    assert said.endswith("Rules taken out: 1. Missed by a test of theirs: 1.\n")


@pytest.mark.slow
def test_a_rule_that_no_test_misses_is_a_gap(capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = ("tests/content/test_movements.py::test_every_movement_belongs_to_one_family",)
    assert take_out.noticed("A1", elsewhere) == (False, "no test failed")


def test_what_is_no_rule_cannot_be_taken_out(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(LookupError, match="there is no rule Z9"):
        take_out.take_out("Z9")
    assert take_out.main(["Z9"]) == 2
    assert capsys.readouterr().out == "There is no rule Z9.\n"
