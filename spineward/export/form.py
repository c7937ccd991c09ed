"""What stands in an archive? One file a table, one line a row; format version 2.

A later Spineward reads every version for ever. What it adds to a line, an earlier reader passes
over; whatever would make an earlier reader decide otherwise takes a new version. In version 2 a
decision also reads what was set aside.
"""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

NAME = "spineward-archive"
VERSION = 2
READ = (1, 2)
"""The versions that can be read; of version 1 nothing set aside is read in a decision."""
MANIFEST = "manifest.json"
Id = Annotated[int, Field(ge=1, lt=2**53)]
"""A row's number, far below the last that a database can give: rows must find a place after it."""


class Part(BaseModel):
    """Something that stands in an archive, read strictly: no text is taken for a number."""

    model_config = ConfigDict(strict=True, frozen=True)


class Content(Part):
    """How many lines a file has, and the SHA-256 of its bytes."""

    lines: int
    sha256: str


class Manifest(Part):
    """Which archive this is, what wrote it, and what stands in it."""

    format: Literal["spineward-archive"]
    version: int
    spineward: str
    rules_version: str
    content_version: str
    words_version: str
    files: dict[str, Content]


class PersonLine(Part):
    """Whose diary it is; no name is kept, so none stands here. Nor does the calendar's secret."""

    created_at: AwareDatetime
    emergency_number: str | None
    reminders: dict[str, Any] = Field(default_factory=dict)  # archives before reminders have none
    language: str


class Line(Part):
    """What every row carries. `at` has the offset of the person's clock."""

    id: Id
    at: AwareDatetime
    recorded_at: AwareDatetime
    client_id: UUID
    rules_version: str
    content_version: str
    supersedes: Id | None


class AnswersLine(Line):
    """One question page as sent; a null withdraws."""

    page: str
    answers: dict[str, Any]
    ticked: list[str]
    drawing: str = ""  # the body map that a chart was marked on; archives before it have none


class CheckInLine(Line):
    """A finished check-in; it took in the answers up to `last_answer`."""

    kind: str
    last_answer: Annotated[int, Field(ge=0, lt=2**53)]
    facts: dict[str, Any] | None
    drawing: str = ""


class WeeklyLine(Line):
    """A weekly entry."""

    facts: dict[str, Any]


class DecisionLine(Line):
    """What was decided, in words; `basis` names the last row of each file that it read."""

    check_in: Id | None
    words: dict[str, Any]
    basis: dict[str, Id]


class LockLine(Line):
    """A lock that opened."""

    decision: Id
    rules: list[str]
    level: Literal["SAME_DAY", "EMERGENCY"]
    examined: dict[str, str]


class LockReleaseLine(Line):
    """A lock that was released."""

    decision: Id
    lock: Id


class SessionLine(Line):
    """A session that was started."""

    decision: Id
    planned: list[str]
    affected: list[Literal["left", "right"]]


class SessionEventLine(Line):
    """One event of a session."""

    session: Id
    facts: dict[str, Any]


class SessionSummaryLine(Line):
    """What a session has come to."""

    session: Id
    facts: dict[str, Any]


class NoteLine(Line):
    """The person's own words; archives before they had kinds hold plain notes."""

    text: str
    check_in: Id | None
    session: Id | None
    event: Id | None
    kind: Literal["", "goal", "question", "worse"] = ""
    movement: str = ""
    on: date | None = None


class SetAsideLine(Line):
    """An entry that arrived and had no place; all of it, and why."""

    event: dict[str, Any]
    why: str


class ToldLine(Line):
    """A rule that the person was told of, or that it is over."""

    rule: Annotated[str, Field(min_length=1, max_length=20)]
    over: bool


PERSON = "person"
TABLES: dict[str, type[Line]] = {
    "answers": AnswersLine,
    "check_ins": CheckInLine,
    "weekly": WeeklyLine,
    "decisions": DecisionLine,
    "locks": LockLine,
    "lock_releases": LockReleaseLine,
    "sessions": SessionLine,
    "session_events": SessionEventLine,
    "session_summaries": SessionSummaryLine,
    "notes": NoteLine,
    "set_aside": SetAsideLine,
    "told": ToldLine,
}
"""The tables by their names; a file is called by its table."""
ADDED_LATER = ("set_aside", "told")
"""Tables that an archive of an earlier Spineward does not have."""
REFERENCES: dict[str, dict[str, str]] = {
    "decisions": {"check_in": "check_ins"},
    "locks": {"decision": "decisions"},
    "lock_releases": {"decision": "decisions", "lock": "locks"},
    "sessions": {"decision": "decisions"},
    "session_events": {"session": "sessions"},
    "session_summaries": {"session": "sessions"},
    "notes": {"check_in": "check_ins", "session": "sessions", "event": "session_events"},
}
"""Which fields of a table name a row of another."""


def file_of(table: str) -> str:
    """The file in which a table stands."""
    return f"{table}.jsonl"
