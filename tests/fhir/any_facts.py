"""Which answers, readings and decisions can a row hold? As odd as the strict reader takes them."""

import json
from dataclasses import asdict
from datetime import date, datetime, timedelta, timezone
from typing import Any, get_args

from hypothesis import strategies as st

from spineward.clinical.catalogue import zones
from spineward.clinical.facts import Label, SetVerdict
from spineward.clinical.intake import ITEMS
from spineward.clinical.library import movements
from spineward.export.fhir.codes import Json
from spineward.export.words import Held, Locked, Offered, Words

YES_NO = st.sampled_from(("yes", "no"))
UNSURE = st.sampled_from(("yes", "no", "not_sure"))
MOVEMENT = st.sampled_from(sorted(movements()))
ITEM = st.sampled_from(sorted(set(ITEMS) - {"A4"}))
WORD = st.text("ABCkr_19?", min_size=1, max_size=6) | st.sampled_from(("A7 seen", "row 5", "a  b"))
FREE = st.text(min_size=1, max_size=20).filter(lambda text: text.strip() and "\x00" not in text)
PLACES = st.sampled_from([(z.id, side) for z in zones().values() for side in z.sides])
OFFSETS = st.sampled_from((60, 0, -300, 345, 780, 840, 930, -720)).map(
    lambda minutes: timezone(timedelta(minutes=minutes))
)
"""Minutes east of UTC; a clock may show what FHIR does not know."""
MOMENTS = st.builds(
    lambda seconds, micro, zone: datetime.fromtimestamp(seconds + micro / 10**6, zone),
    st.integers(1_577_836_800, 1_893_456_000),
    st.sampled_from((0, 308480)),
    OFFSETS,
)
DAYS = st.dates(date(2000, 1, 1), date(2019, 1, 1)).map(date.isoformat)


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Json]:
    """Any of these fields."""
    return st.fixed_dictionaries({}, optional=fields)


@st.composite
def charts(draw: st.DrawFn) -> list[Json]:
    """Any marks, each place once."""
    grades = some(
        pain=st.integers(0, 10),
        tingling=st.integers(0, 3),
        numbness=st.integers(0, 3),
        usual=st.booleans(),
    )
    places = draw(st.lists(PLACES, unique=True, max_size=3))
    return [{"zone": zone, "side": side, **draw(grades)} for zone, side in places]


def or_none(given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Answered, or withdrawn."""
    return given | st.none()


SCORE = st.integers(0, 10)
TESTS = some(
    heel_walk=st.sampled_from(("same", "weaker", "cannot", "never_could", "not_tried")),
    big_toe=st.just("same"),
)
STRENGTH = some(left=TESTS, right=TESTS)
DAY = {
    "leg_now": SCORE,
    "back_now": SCORE,
    "worst_24h": SCORE,
    "eased_by_position": UNSURE,
    "hours_at_8": st.integers(0, 72),
    "can_sit_10": YES_NO,
    "after_activity": st.sampled_from(("none", "under_30", "over_60")),
    "nights_broken": st.integers(0, 3),
    "chart": charts(),
}
ANSWERS = some(
    item=st.dictionaries(ITEM, or_none(UNSURE), max_size=3),
    since=st.dictionaries(ITEM, or_none(DAYS), max_size=2),
    same_as_usual=st.dictionaries(ITEM, or_none(YES_NO), max_size=2),
    age=or_none(st.integers(0, 120)),
    leg_onset=or_none(DAYS | st.just("none")),
    change_so_far=st.integers(-3, 3),
    strength=STRENGTH,
    spine_procedure=or_none(
        st.lists(st.fixed_dictionaries({"kind": st.just("surgery"), "on": DAYS}), max_size=2)
    ),
    team_allowed=or_none(st.lists(MOVEMENT, unique=True, max_size=2)),
    woke_at=st.just("unknown") | st.just("2019-01-01T06:30:00+01:00"),
    **{name: or_none(kind) for name, kind in DAY.items()},
)
WEEKLY = some(
    global_change=st.integers(-3, 3),
    psfs=st.lists(SCORE, max_size=3),
    rmdq=st.integers(0, 24),
    mood_low=YES_NO,
    weeks_off_work=st.integers(0, 50),
    sit_minutes=st.integers(0, 480),
)
READING = st.builds(
    lambda chart, more: {"chart": chart, **more},
    charts(),
    some(
        sharp_shooting=YES_NO,
        weakness=st.sampled_from(("none", "new_or_more")),
        not_sure=st.lists(st.sampled_from(("place", "tingling")), unique=True, max_size=2),
    ),
)
EVENT = some(
    movement=MOVEMENT,
    point=st.sampled_from(("t0", "t1", "at_30")),
    reading=READING,
    symptoms=st.lists(st.sampled_from(("dizzy", "chest")), unique=True, max_size=2),
    red_flags=st.lists(st.sampled_from(("A1", "A5", "B3")), unique=True, max_size=2),
    note=st.just("") | FREE,
)
PAIRS = st.none() | st.tuples(st.integers(1, 9), st.integers(10, 12))
SHORT = st.lists(WORD, max_size=2).map(tuple)
OFFERED = st.builds(
    Offered,
    movement=MOVEMENT,
    reps=PAIRS,
    sets=PAIRS,
    hold_s=PAIRS,
    minutes=PAIRS,
    times_a_day=PAIRS,
    limits=SHORT,
    reasons=SHORT,
    in_plan=st.booleans(),
    ease=st.booleans(),
)
WORDS = st.builds(
    Words,
    within_days=st.none() | st.integers(0, 30),
    gate_reasons=SHORT,
    state=WORD,
    pattern=WORD,
    patterns=SHORT,
    nsaid_reasons=SHORT,
    fired=SHORT,
    excluded=st.lists(st.builds(Held, MOVEMENT, WORD), max_size=2).map(tuple),
    locked=st.none()
    | st.builds(Locked, fired_at=MOMENTS.map(datetime.isoformat), rules=SHORT, steps=SHORT),
    missing=SHORT,
    offered=st.lists(OFFERED, max_size=2).map(tuple),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


def plain(words: Words) -> Json:
    """A decision as it is stored: an offer holds no nulls."""
    stored: Json = asdict(words)
    stored["offered"] = [
        {name: said for name, said in offer.items() if said is not None}
        for offer in stored["offered"]
    ]
    again: Json = json.loads(json.dumps(stored))
    return again


def summaries(at: datetime) -> st.SearchStrategy[Json]:
    """What a session may have come to."""
    one = st.builds(
        lambda more, movement, label, verdict: {
            "movement": movement,
            "at": at.isoformat(),
            "row": 5,
            "label": label,
            "verdict": verdict.value,
            **more,
        },
        some(at_30=st.sampled_from(("settled", "further")), half_range=st.booleans()),
        MOVEMENT,
        st.sampled_from(get_args(Label)),
        st.sampled_from(SetVerdict),
    )
    more = some(
        ended=st.just(at.isoformat()),
        t0=charts(),
        sets=st.lists(one, max_size=2),
        stops=st.lists(st.sampled_from(("SS1", "SS6")), unique=True, max_size=2),
    )
    return more.map(lambda facts: {"started": at.isoformat(), **facts})
