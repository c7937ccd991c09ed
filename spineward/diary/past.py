"""What is known of a person at this moment? A fixed number of queries, however long the diary is.

Only texts and stamps are fetched, no model instances: a year of use must not slow a page down.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db.models import Max, Q, TextField
from django.db.models.functions import Cast

from spineward.clinical.catalogue import limit
from spineward.clinical.check_in import HEALTH, TOILET_AND_LEGS
from spineward.clinical.facts import (
    CareLevel,
    ExerciseSession,
    History,
    LockRecord,
    Situation,
    StrengthRecord,
)
from spineward.clinical.missing import stale
from spineward.clinical.questions import FULL_SCREEN
from spineward.diary import convert
from spineward.diary.check import Json
from spineward.diary.models import Answers, CheckIn, Lock, Person, SessionSummary, Weekly
from spineward.diary.models.entry import Entry, as_written
from spineward.diary.replay import recorded

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
SESSION_SCREEN = "QS"
STRENGTH = "strength"


@dataclass(frozen=True, slots=True)
class Page:
    """The latest answers of one page."""

    id: int
    page: str
    at: datetime
    answers: Json
    ticked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The latest page answers and all finished check-ins, and where the present check-in begins."""

    now: datetime
    pages: tuple[Page, ...]
    check_ins: tuple[str, ...]
    """The facts of finished check-ins as text, oldest first, corrected ones left out."""
    strength: tuple[Page, ...] = ()
    """The strength checks before the latest, oldest first."""
    last_answer: int = 0
    draft: tuple[Page, ...] = field(default=())

    @property
    def times(self) -> Mapping[str, datetime]:
        """When each page was last answered."""
        return {page.page: page.at for page in self.pages}


def standing(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Rows that no later row corrects; each row begins with its id and what it supersedes."""
    rows = list(rows)
    corrected = {row[1] for row in rows}
    return [row for row in rows if row[0] not in corrected]


def known(person: Person, now: datetime) -> Known:
    """Two queries: the latest row of each page with all strength checks, and the check-ins."""
    newest = Answers.objects.of(person).values("page").annotate(newest=Max("id"))
    latest = Q(id__in=newest.values("newest"))
    sent = tuple(
        Page(id, page, as_written(at, offset), answers, tuple(ticked))
        for id, page, at, offset, answers, ticked in Answers.objects.of(person)
        .filter(latest | Q(page=STRENGTH))
        .order_by("id")
        .values_list("id", "page", "at", "utc_offset", "answers", "ticked")
    )
    pages = tuple(sorted({page.page: page for page in sent}.values(), key=lambda page: page.id))
    rows = standing(_texts(CheckIn, person, "last_answer"))
    last = max((row[2] for row in rows), default=0)
    lasts = timedelta(hours=limit("check_in.draft_hours"))
    return Known(
        now=now,
        pages=pages,
        check_ins=tuple(row[-1] for row in rows if row[-1] is not None),
        strength=tuple(page for page in sent if page.page == STRENGTH)[:-1],
        last_answer=last,
        draft=tuple(page for page in pages if page.id > last and not stale(page.at, now, lasts)),
    )


def situation(person: Person, now: datetime, *, for_session: bool) -> Situation:
    """Everything known now; see `today` for which check-in counts as the present one."""
    diary = known(person, now)
    current, finished, checked_in_at = today(diary)
    lasting = convert.merge(page.answers for page in diary.pages)
    answers = {name: value for name, value in lasting.items() if name not in convert.DAILY}
    _expire_waking(answers, diary)
    return convert.situation(
        answers | current,
        History(
            check_ins=tuple(convert.check_in_record(text) for text in finished),
            sessions=_sessions(person, now),
            locks=_locks(person),
            weekly=tuple(
                convert.weekly_record(row[-1]) for row in standing(_texts(Weekly, person))
            ),
            strength=tuple(
                StrengthRecord(page.at, convert.merge((page.answers,)).get("strength", {}))
                for page in diary.strength
            ),
        ),
        now=now,
        screened_at=screened_at(diary),
        session_screen_at=session_screen_at(diary) if for_session else None,
        checked_in_at=checked_in_at,
        strength_at=diary.times.get(STRENGTH),
    )


def today(diary: Known) -> tuple[Json, list[str], datetime | None]:
    """The present check-in's own answers, the facts of all earlier ones, and when it was finished.

    Answers that are not yet finished come first. Otherwise the latest finished check-in counts for
    the rest of its day, and a few hours beyond midnight; after that nothing of the day is known.
    """
    finished = list(diary.check_ins)
    unfinished = convert.merge(page.answers for page in diary.draft)
    current = {name: unfinished[name] for name in convert.DAILY if name in unfinished}
    if current or not finished:
        return current, finished, None
    facts = json.loads(finished[-1])
    at = datetime.fromisoformat(facts["at"])
    lasts = timedelta(hours=limit("check_in.draft_hours"))
    if at.date() == diary.now.date() or not stale(at, diary.now, lasts):
        current = {name: facts[name] for name in convert.DAILY if name in facts}
        return current, finished[:-1], at
    return {}, finished, None


def screened_at(diary: Known) -> datetime | None:
    """When the full screen was last complete: its oldest page. Items say whether it is complete.

    Weekly the page on changes stands in for the health pages, unless something has changed.
    """
    times = diary.times
    changes = max(
        (page.at for page in diary.pages if page.page == "changes" and not page.ticked),
        default=NEVER,
    )
    screen = (
        max(times[page], changes) if page in HEALTH else times[page]
        for page in FULL_SCREEN
        if page in times
    )
    return min(screen, default=None)


def session_screen_at(diary: Known) -> datetime:
    """When A1-A7 were last asked together: on the page before a session, or in the full screen.

    A page from the future, of a clock since set back, is left out: it is asked again (H-11).
    """
    times = {page: at for page, at in diary.times.items() if at <= diary.now}
    full = min(times.get(page, NEVER) for page in TOILET_AND_LEGS)
    return max(times.get(SESSION_SCREEN, NEVER), full)


def _texts(model: type[Entry], person: Person, *more: str) -> Iterable[tuple[Any, ...]]:
    """(id, supersedes, ..., facts as text), oldest first."""
    rows = model.objects.of(person).annotate(text=Cast("facts", TextField()))
    texts: Iterable[tuple[Any, ...]] = rows.order_by("at", "id").values_list(
        "id", "supersedes_id", *more, "text"
    )
    return texts


def _sessions(person: Person, now: datetime) -> tuple[ExerciseSession, ...]:
    """Sessions by their summaries; one without, running or cut short, by its events so far."""
    over = [convert.exercise_session(row[-1]) for row in standing(_texts(SessionSummary, person))]
    rest = [session.at(now).done for session in recorded(person, summaries=None)]
    return tuple(sorted((*over, *rest), key=lambda session: session.started))


def _locks(person: Person) -> tuple[LockRecord, ...]:
    rows: Iterable[tuple[Any, ...]] = (
        Lock.objects.of(person)
        .order_by("at", "id")
        .values_list(
            "at", "utc_offset", "rules", "level", "examined", "release__at", "release__utc_offset"
        )
    )
    return tuple(
        LockRecord(
            fired_at=as_written(at, offset),
            rules=tuple(rules),
            level=CareLevel[level],
            released_at=as_written(released, released_offset) if released else None,
            examined={item: date.fromisoformat(day) for item, day in examined.items()},
        )
        for at, offset, rules, level, examined, released, released_offset in rows
    )


def _expire_waking(answers: Json, diary: Known) -> None:
    """A waking time counts on its own day; "unknown" means no later than when it was answered."""
    page = max(
        (page for page in diary.pages if "woke_at" in page.answers),
        key=lambda page: page.id,
        default=None,
    )
    if page is None or page.at.date() != diary.now.date():
        answers.pop("woke_at", None)
    elif answers.get("woke_at") == "unknown":
        answers["woke_at"] = page.at
