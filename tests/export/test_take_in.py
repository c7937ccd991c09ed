"""Does an archived diary come back as it was, each row once, and never into someone else's?

Hazards: H-05, H-12, H-22.
"""

import pytest

from spineward.diary.models import Person
from spineward.diary.trouble import Clash, Stranger
from spineward.export.take_in import Taken, take_in
from tests.cast import owner, stranger
from tests.diary.life import first_check_in
from tests.export.weeks import archived, read, three_weeks_archived

pytestmark = pytest.mark.django_db


def test_an_archive_taken_into_an_empty_diary_gives_the_same_bytes_again() -> None:
    kept = three_weeks_archived()
    rows = sum(len(lines) for lines in read(kept).tables.values())
    person = owner()
    assert take_in(person, read(kept)) == Taken(new=rows, known=0)
    assert archived(person) == kept
