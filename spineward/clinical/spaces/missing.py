"""Every answer that must be given: left out, it is listed, and until then there is only easing.

The factoring. The list is made answer by answer, so the first table leaves out one at a time; that
two left out are both listed, and that any name on the list leaves only easing, is tested over all
of them in tests/proofs/test_missing_answers.py. The questions put only when another answer calls
for them, and how long a screen lasts, have tables of their own.
"""

from datetime import timedelta

from spineward.clinical.facts import CheckInRecord
from spineward.clinical.intake import BACKGROUND
from spineward.clinical.missing import CLEARANCES, missing, required_items
from spineward.clinical.spaces.answered import DENIED
from spineward.clinical.spaces.space import NOW, TODAY, Axis, Space, Value, chain

GIVEN = {
    "age": 40,
    "episode_start": TODAY,
    "leg_onset": TODAY,
    "pregnant": "no",
    "spine_procedure": (),
    "floor_ok": "yes",
    "chart": (),
    "leg_now": 3,
    "back_now": 3,
    "eased_by_position": "yes",
    "can_sit_10": "yes",
    "can_stand_10": "yes",
    "can_walk_10": "yes",
    "after_activity": "none",
    "nights_broken": 0,
    "first_ever": "no",
}
TABLES = {
    "item": {name: DENIED[f"item.{name}"] for name in required_items()},
    "background": dict.fromkeys(sorted(BACKGROUND), "no"),
    "clearance": dict.fromkeys(CLEARANCES, "no"),
}
JUST_NOW = {"screened_at": None, "session_screen_at": None}
NEITHER = {"hours_at_8": None, "severe_most_days": None, "history.check_ins": ()}
COMPLETE = {**GIVEN, **TABLES, **JUST_NOW, **NEITHER}
ALL_ITEMS = dict.fromkeys(
    (
        *(f"{table}.{key}" for table, keys in TABLES.items() for key in keys),
        "background.*",
    ),
    "all answered, but where one is left out",
)


def in_words(names: tuple[str, ...]) -> str:
    """ "EASE_ONLY until given age chart" (0.4), or that nothing is missing."""
    return f"EASE_ONLY until given {' '.join(names)}" if names else "nothing missing"


def left_out() -> tuple[Value, ...]:
    """Each answer that is always asked for, by its name in the list."""
    plain = [Value(name, {name: None}) for name in GIVEN if name != "first_ever"]
    tabled = [
        Value(f"{table}.{key}", {table: {k: v for k, v in keys.items() if k != key}})
        for table, keys in TABLES.items()
        for key in keys
    ]
    return (*plain, *tabled)


NOTHING = Value("nothing")
ONE = Space(
    id="missing.one",
    about="One answer left out",
    rules=(),
    base=COMPLETE,
    axes=(
        Axis(
            "left out",
            (NOTHING, *left_out()),
            tuple(("nothing", one.label) for one in left_out()),
        ),
    ),
    decides=missing,
    said=in_words,
    held=ALL_ITEMS,
)


def _given(path: str, *values: int) -> Axis:
    """A number told, and none."""
    told = (Value(str(n), {path: n}) for n in values)
    return Axis(
        path.replace("_", " "),
        (*told, Value("not asked", {path: None})),
        chain(*(str(n) for n in values)),
    )


def _answered(path: str, said: object) -> Axis:
    """Answered or not."""
    values = (Value("answered", {path: said}), Value("not asked", {path: None}))
    return Axis(path.replace("_", " "), values, chain("answered", "not asked"))


WHEN_ASKED = Space(
    id="missing.when_asked",
    about="Questions put only from an age, or from a pain, on",
    rules=(),
    base=COMPLETE,
    axes=(
        _given("age", 59, 60, 61),
        _given("leg_now", 6, 7, 8, 9),
        _given("back_now", 6, 7, 8, 9),
        _answered("first_ever", "no"),
        _answered("hours_at_8", 0),
        _answered("severe_most_days", "no"),
        Axis(
            "check-ins before",
            (
                Value("one", {"history.check_ins": (CheckInRecord(at=NOW - timedelta(days=1)),)}),
                Value("none"),
            ),
            chain("one", "none"),
        ),
    ),
    decides=missing,
    said=in_words,
    held=ALL_ITEMS,
)


def _screen(path: str, **before: timedelta) -> Axis:
    """A screen of just now, or so long ago: the older, the worse."""
    values = [Value(label.replace("_", " "), {path: NOW - age}) for label, age in before.items()]
    ahead = Value("in the future", {path: NOW + timedelta(minutes=1)})
    labels = [value.label for value in values]
    return Axis(
        path.replace("_", " "),
        (Value("just now", {path: None}), *values, ahead),
        (*chain("just now", *labels), ("just now", "in the future")),
    )


DAY, MINUTE, SECOND = timedelta(days=1), timedelta(minutes=1), timedelta(seconds=1)
SCREENS = Space(
    id="missing.screens",
    about="A full screen lasts seven days, the questions before a session thirty minutes",
    rules=(),
    base=COMPLETE,
    axes=(
        _screen(
            "screened_at",
            days_6=6 * DAY,
            days_7=7 * DAY,
            days_7_and_a_second=7 * DAY + SECOND,
            days_8=8 * DAY,
            days_9=9 * DAY,
        ),
        _screen(
            "session_screen_at",
            minutes_29=29 * MINUTE,
            minutes_30=30 * MINUTE,
            minutes_30_and_a_second=30 * MINUTE + SECOND,
            minutes_31=31 * MINUTE,
            minutes_32=32 * MINUTE,
        ),
    ),
    decides=missing,
    said=in_words,
    held=ALL_ITEMS,
)

SPACES = (ONE, WHEN_ASKED, SCREENS)
