"""Which diaries can there be at all? Rows of every table, as odd as the strict reader lets them be.

No rule has to have led to them: what matters is that each field of each row comes back.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

from spineward.export.fhir.codes import Json
from spineward.export.fitting import CORRECTED
from spineward.export.form import NAME, TABLES, VERSION, Manifest, PersonLine
from spineward.export.reading import Archive
from tests.fhir.any_facts import (
    ANSWERS,
    DAY,
    DAYS,
    EVENT,
    FREE,
    ITEM,
    JSON,
    MOMENTS,
    MOVEMENT,
    READING,
    STRENGTH,
    WEEKLY,
    WORD,
    WORDS,
    plain,
    some,
    summaries,
)

PUT_RIGHT = CORRECTED - {"session_events", "session_summaries"}
"""Tables of which any row may take the place of another; in a session only a few may."""


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

    begun: set[int] = set()

    def event(at: datetime) -> Json:
        session = named("sessions")
        first = {"kind": "started", "reading": draw(READING)} if session not in begun else {}
        begun.add(session)
        facts = {"at": at.isoformat(), "kind": "reading", **draw(EVENT)}
        return {"session": session, "facts": facts | first}

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
        "session_events": event,
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
