"""Do the five years of the benchmarks hold what they say, in a form that a diary can hold?"""

from datetime import timedelta
from io import BytesIO

import pytest

from spineward.clinical.facts import SetVerdict
from spineward.diary import journey
from spineward.export import archive, reading
from tests.cast import owner
from tests.diary.five_years import CHECK_INS, SESSIONS, SETS, live_five_years
from tests.diary.life import MORNING

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_five_years_are_read_whole_and_pass_every_check_of_an_archive() -> None:
    person = owner()
    live_five_years(person, MORNING)
    history = journey.situation(person, now=MORNING).history
    assert len(history.check_ins) == CHECK_INS
    assert len(history.sessions) == SESSIONS
    assert sum(len(session.sets) for session in history.sessions) == SETS
    assert any(
        one.verdict >= SetVerdict.STOP_SESSION
        for session in history.sessions
        for one in session.sets
    )
    assert history.check_ins[-1].at == MORNING - timedelta(days=1)
    file = BytesIO()
    rows = archive.write(person, file)
    file.seek(0)
    assert sum(len(lines) for lines in reading.read_from(file).tables.values()) == rows
