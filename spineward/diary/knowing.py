"""What follows from the rows of a diary? The same for rows of the database and of an archive.

Nothing here asks a database: rows come in as plain values, by the names of `Rows`, and whoever
keeps them says where they are.
"""

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from spineward.clinical.assessment import assess_case
from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit
from spineward.clinical.check_in import HEALTH, TOILET_AND_LEGS
from spineward.clinical.facts import (
    Assessment,
    ExerciseSession,
    History,
    LockRecord,
    Situation,
    StrengthRecord,
)
from spineward.clinical.legs import affected_legs
from spineward.clinical.missing import stale
from spineward.clinical.plan import plan
from spineward.clinical.questions import FULL_SCREEN
from spineward.diary import convert
from spineward.diary.check import Json
from spineward.diary.happened import Aside, Recorded

LOG = logging.getLogger("spineward.diary")
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
SESSION_SCREEN = "QS"
STRENGTH = "strength"
OVER = ("re_ask", "finished")
"""Steps at which no further set follows; a re-ask still awaits its answer."""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The answers of one page as sent."""

    id: int
    page: str
    at: datetime
    answers: Json
    ticked: tuple[str, ...]


class Rows(Protocol):
    """The rows of one person that decide. A row begins with its id and what it supersedes."""

    def pages(self) -> Iterable[Page]:
        """The latest of each page and all strength checks, by id."""

    def check_ins(self) -> Iterable[Row]:
        """(id, supersedes, last answer, facts as text), oldest first."""

    def weekly(self) -> Iterable[Row]:
        """(id, supersedes, facts as text), oldest first."""

    def summaries(self) -> Iterable[Row]:
        """(id, supersedes, session, facts as text) of sessions summed up, oldest first."""

    def running(self) -> Iterable[Recorded]:
        """The sessions without a summary."""

    def asides(self) -> Iterable[Aside]:
        """The sessions of which parts were set aside."""

    def locks(self) -> Iterable[LockRecord]:
        """All locks, oldest first."""


@dataclass(frozen=True, slots=True)
class Known:
    """The latest page answers and all finished check-ins, and where the present check-in begins."""

    now: datetime
    pages: tuple[Page, ...]
    check_ins: tuple[str, ...]
    """The facts of finished check-ins as text, oldest first, corrected ones left out."""
    strength: tuple[Page, ...] = ()
    """The strength checks before the latest, oldest first."""
    draft: tuple[Page, ...] = field(default=())

    @property
    def times(self) -> Mapping[str, datetime]:
        """When each page was last answered."""
        return {page.page: page.at for page in self.pages}


def standing(rows: Iterable[Row]) -> list[Row]:
    """Rows that no later row corrects."""
    rows = list(rows)
    corrected = {row[1] for row in rows}
    return [row for row in rows if row[0] not in corrected]


def known(rows: Rows, now: datetime) -> Known:
    """The answers and check-ins so far."""
    sent = tuple(rows.pages())
    pages = tuple(sorted({page.page: page for page in sent}.values(), key=lambda page: page.id))
    finished = standing(rows.check_ins())
    last = max((row[2] for row in finished), default=0)
    lasts = timedelta(hours=limit("check_in.draft_hours"))
    return Known(
        now=now,
        pages=pages,
        check_ins=tuple(row[-1] for row in finished if row[-1] is not None),
        strength=tuple(page for page in sent if page.page == STRENGTH)[:-1],
        draft=tuple(page for page in pages if page.id > last and not stale(page.at, now, lasts)),
    )


def situation(rows: Rows, now: datetime, *, for_session: bool) -> Situation:
    """Everything known now; see `today` for which check-in counts as the present one."""
    diary = known(rows, now)
    current, finished, checked_in_at = today(diary)
    lasting = convert.merge(page.answers for page in diary.pages)
    answers = {name: value for name, value in lasting.items() if name not in convert.DAILY}
    _expire_waking(answers, diary)
    sure = convert.situation(
        answers | current,
        History(
            check_ins=tuple(convert.check_in_record(text) for text in finished),
            sessions=_sessions(rows, now),
            locks=tuple(rows.locks()),
            weekly=tuple(convert.weekly_record(row[-1]) for row in standing(rows.weekly())),
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
    return _with_asides(sure, tuple(rows.asides()))


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


def decision(known: Situation) -> tuple[Assessment, Json]:
    """What the engine makes of a situation, and the words in which that is kept."""
    case = Case(known)
    result = assess_case(case)
    return result, convert.decision_words(result, plan(case, result))


def summary(session: Recorded, now: datetime) -> Json | None:
    """What a session has come to, as it is kept; None as long as it is not over."""
    state = session.at(now)
    return convert.session_facts(state.done) if state.step in OVER else None


def _sessions(rows: Rows, now: datetime) -> tuple[ExerciseSession, ...]:
    """Sessions by their summaries; one without, running or cut short, by its events so far."""
    over = _each_once(standing(rows.summaries()))
    rest = [session.at(now).done for session in rows.running()]
    return tuple(sorted((*over, *rest), key=lambda session: session.started))


def _with_asides(known: Situation, asides: Sequence[Aside]) -> Situation:
    """The same with every stop in what was set aside: it holds back as any other does (H-06)."""
    if not asides:
        return known
    legs, stops = affected_legs(Case(known)), []
    for one in asides:
        try:
            found = one.stops(legs, known.now)
        except Exception:
            # It was refused, so it may be anything: it must not close the diary.
            LOG.exception("a session that was set aside cannot be read")
            continue
        if found is not None:
            stops.append(found)
    sessions = sorted((*known.history.sessions, *stops), key=lambda session: session.started)
    return replace(known, history=replace(known.history, sessions=tuple(sessions)))


def _each_once(summaries: Iterable[Row]) -> list[ExerciseSession]:
    """Two copies of a diary that became one may each have summed up the same session: it counts
    once, unless the two tell of other sets."""
    summed: dict[int, list[ExerciseSession]] = {}
    for _, _, session, text in summaries:
        summed.setdefault(session, []).append(convert.exercise_session(text))
    return [
        one
        for same in summed.values()
        for one in (same if len(same) == 1 else {(d.sets, d.stops): d for d in same}.values())
    ]


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
