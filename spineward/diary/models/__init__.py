"""Which tables are there? One file per stage, in the order of the way through."""

from spineward.diary.models.assessment import Decision, Lock, LockRelease
from spineward.diary.models.check_in import Answers, CheckIn, Weekly
from spineward.diary.models.entry import Entry
from spineward.diary.models.note import Note
from spineward.diary.models.person import Person
from spineward.diary.models.session import Session, SessionEvent, SessionSummary
from spineward.diary.models.set_aside import SetAside
from spineward.diary.models.told import Told

__all__ = [
    "Answers",
    "CheckIn",
    "Decision",
    "Entry",
    "Lock",
    "LockRelease",
    "Note",
    "Person",
    "Session",
    "SessionEvent",
    "SessionSummary",
    "SetAside",
    "Told",
    "Weekly",
]
