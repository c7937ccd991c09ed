"""What holds after every step of weeks that are lived in any order? All of spec 0, 0.5 and 9.

Hazards: H-01, H-02, H-03, H-05, H-06, H-07, H-11, H-12, H-14.
"""

from datetime import datetime
from io import BytesIO

from hypothesis.stateful import invariant, precondition, rule

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.check_in import due, next_page
from spineward.clinical.facts import Gate, SetVerdict, Situation
from spineward.clinical.plan import plan
from spineward.diary import erase, journey
from spineward.diary.models import LockRelease, Person
from spineward.export import archive, reading
from spineward.export.redeciding import moments
from tests.journeys import always, locks
from tests.journeys.rows import left_of, rows_of
from tests.journeys.sessions import Sessions

OLD_ENOUGH = 12
"""Steps of a life before it may be erased."""
SELDOM = 4
"""Every so many steps the page to come is asked for, and the assessment once more."""


class Journey(Sessions):
    """A life with everything that must always hold; it counts its steps."""

    steps = 0
    lives = 0

    @precondition(lambda self: self.turn > OLD_ENOUGH)
    @rule()
    def forget_everything(self) -> None:
        """Every row goes; a form of the other device then finds no diary."""
        erase.forget(self.person)
        assert left_of(self.person.pk) == 0
        self.turn = 0
        self.anew()

    @invariant()
    def what_is_decided_now_holds(self) -> None:
        """The gate, the offers and their words; looked at twice, it is the same."""
        type(self).steps += 1
        type(self).lives += self.turn == 0
        self.turn += 1
        found, today = journey.plan(self.person, now=self.now)
        known = journey.situation(self.person, now=self.now)
        assert assess(known) == found
        assert plan(Case(known), found) == today
        always.gate_holds(found)
        always.every_reason_has_words(found)
        always.offers_fit_the_gate(found, today)
        always.not_knowing_is_never_better(known, self.turn)
        still = [lock for lock in known.history.locks if lock.released_at is None]
        assert bool(still) == (found.locked is not None)
        if self.turn % SELDOM == 0:
            draft = journey.draft(self.person, due(known), now=self.now, asks=found.asks)
            assert next_page(draft, known) != ""
            assert journey.assessment(self.person, now=self.now) == found
        self._only_ease_after_a_stop(known, found.movement_gate)

    def _only_ease_after_a_stop(self, known: Situation, gate: Gate) -> None:
        """The whole day, also when the clock shows an earlier one; a wish (SS5) rests nothing."""
        for session in known.history.sessions:
            over: datetime = session.ended or session.started
            days = (self.now.date(), self.now.astimezone(over.tzinfo).date())
            stopped = any(one.verdict >= SetVerdict.STOP_SESSION for one in session.sets)
            if (stopped or set(session.stops) - {"SS5"}) and min(days) <= over.date():
                assert gate >= Gate.EASE_ONLY, over

    @invariant()
    def rows_are_only_added(self) -> None:
        """No row goes or changes, and nobody else's either; each release followed 0.5."""
        before, after = self.rows, rows_of(self.person)
        for table, rows in before.items():
            assert rows.items() <= after[table].items(), table
        for id in after["LockRelease"].keys() - before["LockRelease"].keys():
            locks.released_in_order(self.person, LockRelease.objects.get(pk=id))
        self.rows = after
        assert rows_of(self.bystander) == self.beside

    def teardown(self) -> None:
        """The whole life, archived and decided again, is as it was decided."""
        first, second = BytesIO(), BytesIO()
        archive.write(self.person, first)
        archive.write(self.person, second)
        assert first.getvalue() == second.getvalue()
        again = list(moments(reading.read_from(first)))
        assert [moment for moment in again if moment.changes] == []
        Person.objects.filter(pk__in=(self.person.pk, self.bystander.pk)).delete()
