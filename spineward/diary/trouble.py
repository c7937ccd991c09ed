"""What can go wrong with the diary, and what is the person told? One plain sentence or two each."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from django.db import DatabaseError, DataError, IntegrityError

FULL = "This is not saved: the disk is full. Free some space, then send it again."
READ_ONLY = "This is not saved: the diary file cannot be written to. Check who may write to it."
BUSY = "This is not saved: the diary is busy. Wait a moment, then send it again."
UNSAVED = "This is not saved: the diary could not be written. Send it again in a moment."


class DiaryTrouble(Exception):
    """Something about the diary that a person can be told in plain words: str() is the message."""


class Unsaved(DiaryTrouble):
    """Nothing of this step was saved. The page keeps what was entered."""


class Unfit(Unsaved):
    """The database will never take this as it is; to send it again helps nothing."""


class Refused(DiaryTrouble):
    """An answer that is not allowed: which `field`, its value, and what is allowed."""

    def __init__(self, field: str, value: object, allowed: str) -> None:
        super().__init__(f"{field}: {value!r} is not allowed; {allowed}")
        self.field = field

    @classmethod
    def said(cls, field: str, sentence: str) -> Self:
        """The same, from a sentence that names all three already."""
        refused = cls(field, None, "")
        refused.args = (sentence,)
        return refused


class NotFound(DiaryTrouble):
    """There is no such row for this person."""


class Differs(DiaryTrouble):
    """Another entry stands in the diary under the id of this one."""


class Clash(DiaryTrouble):
    """A copy of a diary tells what this diary tells, in another way; nothing of it was taken in."""


class Stranger(DiaryTrouble):
    """A copy shares no entry with this diary: only the person may say that both are theirs."""


class NotOurs(DiaryTrouble):
    """The file is not a Spineward diary; it was left as it is."""


class TooNew(DiaryTrouble):
    """A newer Spineward wrote this diary; it was left as it is."""


class NotReady(DiaryTrouble):
    """The diary file cannot be opened, read or brought up to date."""


def plain(error: DatabaseError) -> str:
    """A database error in plain words."""
    said = str(error).lower()
    if "full" in said or "no space" in said:
        return FULL
    if "readonly" in said or "read-only" in said:
        return READ_ONLY
    if "locked" in said or "deadlock" in said:
        return BUSY
    return UNSAVED


@contextmanager
def saving() -> Iterator[None]:
    """Whatever the database says goes wrong inside becomes Unsaved."""
    try:
        yield
    except (DataError, IntegrityError) as error:
        raise Unfit(plain(error)) from error
    except DatabaseError as error:
        raise Unsaved(plain(error)) from error
