"""Which diaries can there be at all? Rows of every table, as odd as the strict reader lets them be.

No rule has to have led to them: what matters is that each field of each row comes back.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime, timedelta, timezone
from typing import Any, get_args

from hypothesis import strategies as st

from spineward.clinical.catalogue import zones
from spineward.clinical.facts import Label, SetVerdict
from spineward.clinical.intake import ITEMS
from spineward.clinical.library import movements
from spineward.export.fhir.codes import Json
from spineward.export.fitting import CORRECTED
from spineward.export.form import NAME, TABLES, VERSION, Manifest, PersonLine
from spineward.export.reading import Archive
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
PUT_RIGHT = CORRECTED - {"session_events", "session_summaries"}
"""Tables of which any row may take the place of another; in a session only a few may."""
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


@st.composite
def diaries(draw: st.DrawFn) -> Archive:
    """A whole diary: a few rows of every table."""
    rows: dict[str, list[Json]] = {table: [] for table in TABLES}

    def add(table: str, fill: Callable[[datetime], Json]) -> None:
        for _ in range(draw(st.integers(0, 2))):
            at = draw(MOMENTS)
            before = rows[table][-1]["id"] if rows[table] else 0
            taken = [row["supersedes"] for row in rows[table]]
            free = before and table in PUT_RIGHT and before not in taken
            head = {
                "id": before + draw(st.integers(1, 3)),
                "at": at,
                "recorded_at": draw(MOMENTS),
                "client_id": draw(st.uuids()),
                "rules_version": draw(st.sampled_from(("54e3c5abb0f0", "1"))),
                "content_version": draw(st.sampled_from(("2f1e52b4a5fb", "2"))),
                "supersedes": before if free and draw(st.booleans()) else None,
            }
            rows[table].append(head | fill(at))

    def named(table: str) -> int:
        if not rows[table]:
            rows[table].append(draw(single[table]))
        return int(draw(st.sampled_from(rows[table]))["id"])

    single: dict[str, st.SearchStrategy[Json]] = {}
    for table, fill in _fills(draw, named).items():
        single[table] = st.builds(_first, MOMENTS, st.uuids(), st.just(fill))
        add(table, fill)
    manifest = {"format": NAME, "version": VERSION, "spineward": "0.1.0", "files": {}}
    versions = dict.fromkeys(("rules_version", "content_version", "words_version"), "1")
    person = {
        "created_at": draw(MOMENTS),
        "emergency_number": draw(st.none() | st.sampled_from(("112", "+49112"))),
        "reminders": draw(st.dictionaries(WORD, JSON, max_size=2)),
        "language": "en",
    }
    return Archive(
        Manifest.model_validate(manifest | versions),
        PersonLine.model_validate(person),
        {name: tuple(map(TABLES[name].model_validate, lines)) for name, lines in rows.items()},
    )


def _first(at: datetime, client_id: Any, fill: Callable[[datetime], Json]) -> Json:
    versions = {"rules_version": "1", "content_version": "2", "supersedes": None}
    head = {"id": 1, "at": at, "recorded_at": at, "client_id": client_id}
    return head | versions | fill(at)


def _fills(draw: st.DrawFn, named: Callable[[str], int]) -> dict[str, Callable[[datetime], Json]]:
    """What fills the rows of each table, those first that others name."""
    drawing = st.sampled_from(("", "zones-1"))

    def linked(table: str) -> int | None:
        return named(table) if draw(st.booleans()) else None

    return {
        "answers": lambda at: {
            "page": draw(st.sampled_from(("Q1", "now", "item.A5", "a page / of old"))),
            "answers": draw(ANSWERS),
            "ticked": draw(st.lists(WORD, max_size=2)),
            "drawing": draw(drawing),
        },
        "check_ins": lambda at: {
            "kind": draw(st.sampled_from(("first", "daily"))),
            "last_answer": draw(st.integers(0, 2**40)),
            "facts": draw(
                st.none()
                | some(**DAY, strength=STRENGTH).map(lambda facts: {"at": at.isoformat(), **facts})
            ),
            "drawing": draw(drawing),
        },
        "weekly": lambda at: {"facts": {"at": at.isoformat(), **draw(WEEKLY)}},
        "decisions": lambda at: {
            "check_in": linked("check_ins"),
            "words": plain(draw(WORDS)),
            "basis": draw(st.dictionaries(st.sampled_from(sorted(TABLES)), st.integers(1, 9))),
        },
        "locks": lambda at: {
            "decision": named("decisions"),
            "rules": draw(st.lists(st.sampled_from(("A5", "A4?")), min_size=1, unique=True)),
            "level": draw(st.sampled_from(("SAME_DAY", "EMERGENCY"))),
            "examined": draw(st.dictionaries(ITEM, DAYS, max_size=2)),
        },
        "lock_releases": lambda at: {"decision": named("decisions"), "lock": named("locks")},
        "sessions": lambda at: {
            "decision": named("decisions"),
            "planned": draw(st.lists(MOVEMENT, min_size=1, max_size=3)),
            "affected": draw(st.lists(st.sampled_from(("left", "right")), unique=True)),
        },
        "session_events": lambda at: {
            "session": named("sessions"),
            "facts": {"at": at.isoformat(), "kind": "reading", **draw(EVENT)},
        },
        "session_summaries": lambda at: {
            "session": named("sessions"),
            "facts": draw(summaries(at)),
        },
        "notes": lambda at: {
            "text": draw(FREE),
            "kind": draw(st.sampled_from(("", "goal", "question", "worse"))),
            "movement": draw(st.just("") | MOVEMENT),
            "on": draw(st.none() | st.dates(date(2020, 1, 1), date(2026, 1, 1))),
            "check_in": linked("check_ins"),
            "session": linked("sessions"),
            "event": linked("session_events"),
        },
        "told": lambda at: {"rule": draw(WORD), "over": draw(st.booleans())},
        "set_aside": lambda at: {
            "event": draw(st.dictionaries(st.text(max_size=3), JSON, max_size=2)),
            "why": draw(st.text(max_size=5)),
        },
    }
