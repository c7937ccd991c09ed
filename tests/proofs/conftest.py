"""How many cases did the proofs go through, and how fast? Told at the end of a run."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.proofs.counted import Count


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of this folder is proofs: `dev.py check` leaves them out."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.proof)


@pytest.fixture
def count_cases(record_property: Callable[[str, object], None]) -> Count:
    """Call it with the number of cases a proof went through, and what they are."""

    def count(cases: int, of: str = "") -> None:
        assert cases > 0, "a proof without a case proves nothing"
        record_property("cases", (cases, of))

    return count


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The cases of each proof that counts them, their sum, and the rate."""
    counted = list(_counted(terminalreporter))
    if not counted:
        return
    terminalreporter.section("cases enumerated by the proofs")
    for test, cases, of, seconds in counted:
        terminalreporter.line(f"{cases:>12,} {of or 'cases'}  ({test}, {seconds:.1f} s)")
    total, seconds = sum(one[1] for one in counted), sum(one[3] for one in counted)
    terminalreporter.line(f"{total:>12,} in all, {total / max(seconds, 0.01):,.0f} a second")


def _counted(reporter: pytest.TerminalReporter) -> Iterator[tuple[str, int, str, float]]:
    for report in reporter.stats.get("passed", []):
        found = [value for name, value in report.user_properties if name == "cases"]
        for cases, of in found:
            test = report.nodeid.rpartition("::")[2]
            yield test, cases, of, report.duration / len(found)
