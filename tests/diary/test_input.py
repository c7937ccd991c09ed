"""Is everything refused that could not be read again, by name, and is nothing of it stored?"""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from spineward.clinical.facts import Mark
from spineward.diary import journey
from spineward.diary.models import Answers
from spineward.diary.trouble import Refused
from tests.cast import owner
from tests.diary.life import MORNING, answer

pytestmark = pytest.mark.django_db

TOMORROW = (MORNING + timedelta(days=2)).date().isoformat()

REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("colour", {"colour": "red"}),
    ("history", {"history": {}}),
    ("screened_at", {"screened_at": MORNING.isoformat()}),
    ("now", {"now": MORNING.isoformat()}),
    ("age", {"age": "forty"}),
    ("age", {"age": 45.5}),
    ("age", {"age": True}),
    ("age", {"age": 121}),
    ("age", {"age": -1}),
    ("leg_now", {"leg_now": 11}),
    ("hours_at_8", {"hours_at_8": 73}),
    ("nights_broken", {"nights_broken": 4}),
    ("change_so_far", {"change_so_far": -4}),
    ("pregnant_week", {"pregnant_week": 43}),
    ("item", {"item": {"A17": "yes"}}),
    ("item", {"item": {"A1": "maybe"}}),
    ("item", {"item": "yes"}),
    ("item", {"item": ["A1"]}),
    ("background", {"background": {"gout": "yes"}}),
    ("since", {"since": {"A1": "yesterday"}}),
    ("since", {"since": {"A1": 0}}),
    ("since.A1", {"since": {"A1": TOMORROW}}),
    ("episode_start", {"episode_start": TOMORROW}),
    ("leg_onset", {"episode_start": "2026-11-10", "leg_onset": "2026-11-09"}),
    ("woke_at", {"woke_at": (MORNING + timedelta(minutes=1)).isoformat()}),
    ("chart", {"chart": [{"zone": "wing", "side": "left", "pain": 1}]}),
    ("chart", {"chart": [{"zone": "calf_upper", "side": "middle", "pain": 1}]}),
    ("chart", {"chart": [{"zone": "calf_upper", "side": "left", "pain": 11}]}),
    ("chart", {"chart": [{"zone": "calf_upper", "side": "left", "numbness": 4}]}),
    ("chart", {"chart": "everywhere"}),
    ("strength", {"strength": {"right": {"tail_wag": "weaker"}}}),
    ("spine_procedure", {"spine_procedure": [{"kind": "surgery"}]}),
    ("answers", {"age": float}),
]


@pytest.mark.parametrize(("field", "answers"), REFUSED, ids=lambda value: str(value)[:60])
def test_what_cannot_be_is_refused_by_name_and_not_stored(
    field: str, answers: dict[str, Any]
) -> None:
    person = owner()
    with pytest.raises(Refused) as refused:
        answer(person, "page", answers)
    assert refused.value.field.startswith(field)
    message = str(refused.value)
    assert message.startswith(field)
    assert "\n" not in message
    assert Answers.objects.of(person).count() == 0


@pytest.mark.parametrize(("field", "low", "high"), [("leg_now", 0, 10), ("age", 0, 120)])
def test_the_last_allowed_number_is_kept(field: str, low: int, high: int) -> None:
    person = owner()
    for number in (low, high):
        answer(person, "page", {field: number})
        assert getattr(journey.situation(person, now=MORNING), field) == number


def test_the_engines_own_types_are_taken_as_well_as_plain_json() -> None:
    person = owner()
    answer(
        person,
        "page",
        {
            "episode_start": date(2026, 11, 1),
            "leg_onset": "none",
            "woke_at": datetime(2026, 11, 20, 6, 0, tzinfo=MORNING.tzinfo),
            "chart": (Mark("toes", "right", numbness=1, usual=True),),
            "team_allowed": (),
        },
    )
    known = journey.situation(person, now=MORNING)
    assert known.episode_start == date(2026, 11, 1)
    assert known.leg_onset == "none"
    assert known.chart == (Mark("toes", "right", numbness=1, usual=True),)
    assert known.team_allowed == ()
    assert known.woke_at == datetime(2026, 11, 20, 6, 0, tzinfo=MORNING.tzinfo)


def test_a_moment_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="UTC offset"):
        answer(owner(), "page", {"age": 45}, MORNING.replace(tzinfo=None))
