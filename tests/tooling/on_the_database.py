"""Which tests run once more on PostgreSQL? Those that use the database; no others see a difference.

A plugin for the inner run of test_postgres.
"""

import pytest

FIXTURES = {"db", "transactional_db"}


def uses_the_database(item: pytest.Item) -> bool:
    """By its mark, or by any fixture it asks for; without either pytest-django keeps it away."""
    return item.get_closest_marker("django_db") is not None or bool(
        FIXTURES & set(getattr(item, "fixturenames", ()))
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the others out, and say so as pytest does."""
    others = [item for item in items if not uses_the_database(item)]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if uses_the_database(item)]
