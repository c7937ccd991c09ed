"""Do programs and tabs that write at the same moment wait for each other, and add nothing twice?"""

from pathlib import Path

import pytest

from tests.diary.programs import run, start

MADE = """
from spineward.diary import database, journey
database.prepare(lambda step: None)
journey.own_person()
"""
SENT_BY_ALL = """
from uuid import UUID
from spineward.diary import journey
from tests.diary.life import MORNING, SCREEN
person = journey.own_person()
for number, (page, answers) in enumerate(SCREEN.items()):
    journey.answer(person, page, answers, now=MORNING, client_id=UUID(int=number))
journey.finish_check_in(person, "weekly", now=MORNING, client_id=UUID(int=0))
"""
COUNTED = """
from spineward.diary import journey
from spineward.diary.models import Answers, CheckIn
person = journey.own_person()
print(Answers.objects.of(person).count(), CheckIn.objects.of(person).count())
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_same_forms_from_four_programs_at_once_are_saved_once(tmp_path: Path) -> None:
    assert run(MADE, tmp_path).returncode == 0
    programs = [start(SENT_BY_ALL, tmp_path) for _ in range(4)]
    assert [program.communicate()[1] for program in programs] == [""] * 4
    assert run(COUNTED, tmp_path).stdout.split() == ["7", "1"]
