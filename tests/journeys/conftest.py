"""How many steps were lived? Said at the end of a run, also when workers shared it."""

from typing import Any

import pytest


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """One line for each test that counted its lives and steps."""
    for report in terminalreporter.stats.get("passed", []):
        for name, said in getattr(report, "user_properties", []):
            if name == "journeys":
                terminalreporter.write_line(f"journeys: {said}")


@pytest.fixture
def count(request: pytest.FixtureRequest) -> Any:
    """Keeps what a test has counted for the last lines of the run."""
    return lambda said: request.node.user_properties.append(("journeys", said))
