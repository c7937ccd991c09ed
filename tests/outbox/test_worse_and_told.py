"""Do "This made me worse" and "I have read this" arrive late, once, as of their own moment?

Hazards: H-14 H-20.
"""

from datetime import timedelta
from uuid import UUID

from spineward.diary import journey
from spineward.diary.models import Person, Told
from tests.diary.life import answer, day, finish
from tests.outbox.conftest import START, Sender
from tests.web.test_movements import SAME, did

ONCE = UUID(int=77)


def test_what_made_it_worse_yesterday_is_placed_on_its_day(sender: Sender, person: Person) -> None:
    fields = {"movement": ["M10"], "when": ["1"], "note": ["A twist."]}
    for _ in range(2):
        assert sender.form("/diary/note/worse/", START, ONCE, **fields)[0] in (200, 201)
    (kept,) = journey.notes_of(person, "worse")
    assert (kept.at, kept.on) == (START, START.date() - timedelta(days=1))


def test_what_was_read_without_a_network_is_noted_once(sender: Sender, person: Person) -> None:
    did(START, M10=SAME)
    morning = START + timedelta(days=1)
    answer(person, "now", day(leg=7) | {"hours_at_8": 0}, morning)
    finish(person, morning)
    for _ in range(2):
        assert sender.form("/told/", morning, ONCE, rule=["N1"])[0] in (200, 201)
    assert Told.objects.of(person).count() == 1
    assert journey.told(person) == {"N1": morning}
