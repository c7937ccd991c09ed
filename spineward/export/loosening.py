"""Does a copy undo a stop that stands in the diary it comes into? Only where its rows bear it out.

What was locked here is opened, and what was stopped here called milder, by what a person answered,
never by a row that only says so.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from spineward.clinical.facts import SetVerdict
from spineward.diary import convert, knowing, standing
from spineward.diary.models import Person
from spineward.diary.trouble import Clash
from spineward.export.archived import ArchiveRows, Shelves
from spineward.export.form import DecisionLine, SessionSummaryLine
from spineward.export.reading import Archive
from spineward.export.redeciding import IN_THE_END

LOCKED = "A lock that holds here is open there, and the answers there do not say why."
STOPPED = "A session that was stopped here was not there, and what happened there says it was."
APART = "A session went on in another way there."


def check(person: Person, archive: Archive) -> None:
    """Raises Clash for a copy that would undo a stop, or that tells a session in another way."""
    _sessions(person, archive)
    released = _released(person, archive)
    milder = _milder(person, archive)
    if not released and not milder:
        return
    shelves = Shelves(archive)
    started = {session.decision for session in archive.tables["sessions"]}
    for line in released:
        rows = ArchiveRows(shelves, line.basis)
        known = knowing.situation(rows, line.at, for_session=line.id in started)
        if not knowing.decision(known)[0].releases_lock:
            raise Clash(LOCKED)
    for done in milder:
        recorded = shelves.recorded(done.session)
        if recorded is None or _stops(convert.session_facts(recorded.at(IN_THE_END).done)):
            raise Clash(STOPPED)


def _sessions(person: Person, archive: Archive) -> None:
    """What happened in a session stands in one order: of two copies one has more, or both the same.

    A part that came in between could change what a later one was the answer to.
    """
    here = standing.events(person)
    there: dict[int, list[UUID]] = defaultdict(list)
    for row in archive.tables["session_events"]:
        there[row.session].append(row.client_id)
    for row in archive.tables["sessions"]:
        one, other = here.get(row.client_id, []), there[row.id]
        both = min(len(one), len(other))
        if one[:both] != other[:both]:
            raise Clash(APART)


def _released(person: Person, archive: Archive) -> list[DecisionLine]:
    """The decisions that released there what is locked here."""
    open_here = standing.open_locks(person)
    locks = {row.id for row in archive.tables["locks"] if row.client_id in open_here}
    decided = {row.decision for row in archive.tables["lock_releases"] if row.lock in locks}
    return [row for row in archive.tables["decisions"] if row.id in decided]


def _milder(person: Person, archive: Archive) -> list[SessionSummaryLine]:
    """What stands there of a session that was stopped here, and is no stop."""
    stopped = {id for id, facts in standing.summed_up(person).items() if _stops(facts)}
    lines: tuple[SessionSummaryLine, ...] = archive.tables["session_summaries"]
    sessions = {line.session for line in lines if line.client_id in stopped}
    gone = {line.supersedes for line in lines}
    return [
        line
        for line in lines
        if line.session in sessions and line.id not in gone and not _stops(line.facts)
    ]


def _stops(facts: Mapping[str, Any]) -> bool:
    sets = facts.get("sets") or ()
    return bool(facts.get("stops")) or any(
        one["verdict"] >= SetVerdict.STOP_MOVEMENT for one in sets
    )
