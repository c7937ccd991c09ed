"""Which judges sit? Medplum's Node is started once for all tests of a worker."""

from collections.abc import Iterator

import pytest

from tests.fhir.judges import Medplum


@pytest.fixture(scope="session")
def medplum() -> Iterator[Medplum]:
    """Medplum's validator."""
    judge = Medplum()
    yield judge
    judge.close()
