"""Does the timer of heat and ice keep its time? Its pure part, in Node."""

from pathlib import Path

from tests.islands.test_moving_figure import node

TEST = Path(__file__).parent / "timer" / "clock.test.ts"


def test_the_timer_does_what_its_tests_say() -> None:
    assert "pass 7" in node("--test", TEST)
