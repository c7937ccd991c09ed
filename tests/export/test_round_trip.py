"""Does any diary leave and come back the same, whatever was entered and wherever it was cut?

Hazards: H-05, H-22.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spineward.clinical.facts import Reading
from spineward.diary import journey
from spineward.diary.models import Person
from spineward.export.redeciding import moments
from spineward.export.take_in import take_in
from tests.export.weeks import BOTH_LEGS, CALF, FOOT, THIGH, WEEKLY, Life, archived, read

pytestmark = pytest.mark.django_db

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: bool(text.replace("\x00", "").strip())
)
DAY = st.one_of(
    st.tuples(st.just("check-in"), st.integers(0, 10)),
    st.tuples(st.just("note"), WORDS),
    st.tuples(st.just("correct"), st.integers(0, 10)),
    st.tuples(st.just("weekly"), st.integers(0, 24)),
    st.tuples(st.just("session"), st.sampled_from([CALF, THIGH, FOOT, BOTH_LEGS])),
    st.tuples(st.just("aside"), WORDS),
)
DAYS = st.lists(DAY, min_size=1, max_size=7)
MODERATE = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def live(life: Life, days: list[tuple[str, object]]) -> None:
    """Live these days; what is not open on one of them is passed over, as by a person."""
    for what, value in days:
        life.later(days=1)
        if what == "check-in":
            life.screen()
            life.check_in(leg=int(str(value)))
        elif what == "note":
            journey.note(life.person, str(value), now=life.now, client_id=life.form())
        elif what == "weekly":
            entry = {**WEEKLY, "rmdq": value}
            journey.weekly(life.person, entry, now=life.now, client_id=life.form())
        elif what == "aside":
            said = str(value).replace("\x00", "")
            journey.set_aside(
                life.person, {"what": said}, said, now=life.now, client_id=life.form()
            )
        elif what == "correct":
            _correct(life, value)
        elif what == "session":
            _session(life, value)


def _correct(life: Life, value: object) -> None:
    found = [one for one in journey.diary(life.person).entries if one.kind == "check_in"]
    if found:
        changes = {"leg_now": value}
        journey.correct_check_in(
            life.person, found[0].id, changes, now=life.now, client_id=life.form()
        )


def _session(life: Life, chart: object) -> None:
    life.check_in(leg=3)
    plan = journey.plan(life.person, now=life.now, for_session=True)[1]
    if plan.offered and plan.opens_at is None:
        assert isinstance(chart, tuple)
        life.session(Reading(chart).chart)


def begun() -> Life:
    """Somebody on the first day."""
    life = Life(Person.objects.create())
    life.screen()
    life.check_in("first")
    return life


@MODERATE
@given(before=DAYS, after=DAYS)
def test_a_diary_comes_back_in_the_same_bytes_whole_or_in_two_parts(
    before: list[tuple[str, object]], after: list[tuple[str, object]]
) -> None:
    life = begun()
    live(life, before)
    early = archived(life.person)
    live(life, after)
    late = archived(life.person)
    life.person.delete()
    once = Person.objects.create()
    take_in(once, read(late))
    assert archived(once) == late
    once.delete()
    twice = Person.objects.create()
    take_in(twice, read(early))
    take_in(twice, read(late))
    assert archived(twice) == late
    assert take_in(twice, read(early)).new == 0
    twice.delete()


@MODERATE
@given(shared=DAYS, here=DAYS, there=DAYS)
def test_two_copies_that_both_went_on_hold_all_of_either_afterwards(
    shared: list[tuple[str, object]],
    here: list[tuple[str, object]],
    there: list[tuple[str, object]],
) -> None:
    life = begun()
    live(life, shared)
    early = archived(life.person)
    live(life, [day for day in there if day[0] != "correct"])
    other = read(archived(life.person))
    life.person.delete()
    person = Person.objects.create()
    take_in(person, read(early))
    mine = Life(person)
    mine.forms, mine.now = 10_000, life.now
    live(mine, here)
    before = read(archived(person))
    take_in(person, other)
    whole = read(archived(person))
    for table, lines in whole.tables.items():
        ids = [line.client_id for line in lines]
        for copy in (other, before):
            kept = [line.client_id for line in copy.tables[table]]
            assert [id for id in ids if id in set(kept)] == kept, table
        both = {line.client_id for line in (*other.tables[table], *before.tables[table])}
        assert set(ids) == both
    # Each decision of either copy still can be made again from what stood before it.
    assert list(moments(whole))
    journey.assessment(person, now=mine.now)
    person.delete()
