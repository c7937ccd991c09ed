"""What does the diary tell a report that no rule reads? Notes by kind, signs, and own tasks.

A fixed number of queries, however long the diary is.
"""

from collections.abc import Iterator

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from spineward.clinical.facts.report import AFFIRMED, Able, Affirmed, Beside, Said
from spineward.diary.check import NOTE_KINDS
from spineward.diary.listing import notes_of
from spineward.diary.models import Answers, Person
from spineward.diary.models.entry import as_written
from spineward.diary.weeks import weeks


def beside(person: Person) -> Beside:
    """All of it; notes newest first, as last corrected."""
    notes = [note for kind in NOTE_KINDS if kind for note in notes_of(person, kind)]
    said = (Said(note.at, note.kind, note.text, note.movement, note.on) for note in notes)
    return Beside(
        said=tuple(sorted(said, key=lambda one: one.day, reverse=True)),
        affirmed=tuple(_affirmed(person)),
        able=_able(person),
    )


def _affirmed(person: Person) -> Iterator[Affirmed]:
    """Every answer to a warning sign that was not a no; only rows that may hold one are read."""
    rows = Answers.objects.of(person).annotate(text=Cast("answers", TextField()))
    may = Q()
    for answer in sorted(AFFIRMED):
        may |= Q(text__contains=f'"{answer}"')
    found = rows.filter(may, text__contains='"item"').order_by("id")
    for at, offset, answers in found.values_list("at", "utc_offset", "answers"):
        for item, answer in (answers.get("item") or {}).items():
            if answer in AFFIRMED:
                yield Affirmed(item, answer, as_written(at, offset))


def _able(person: Person) -> Able | None:
    """The last week that named an own task or minutes."""
    for week in reversed(weeks(person)):
        minutes = (week.sit_minutes, week.stand_minutes, week.walk_minutes)
        if week.scored or any(one is not None for one in minutes):
            return Able(week.record.at.date(), week.scored, *minutes)
    return None
