"""Does an entry that is sent a second time tell what it told the first time?"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from spineward.diary.models import (
    Answers,
    CheckIn,
    Entry,
    Person,
    Session,
    SessionEvent,
    Weekly,
)
from spineward.diary.trouble import Differs

TABLES: Mapping[str, type[Entry]] = {
    "answers": Answers,
    "check_in": CheckIn,
    "weekly": Weekly,
    "session": Session,
    "event": SessionEvent,
}


def again(person: Person, client_id: UUID, table: str, **told: Any) -> None:
    """Raises Differs where another entry, or one that tells something else, has this id.

    The moment of an entry is a field of its own: told apart from it, `facts` leave it out.
    """
    found = TABLES[table].objects.of(person).filter(client_id=client_id).values(*told).first()
    if found and table == "weekly":
        del found["facts"]["at"]
    if found != told:
        raise Differs(f"id: {client_id} is not allowed; another entry has it, so make a new one")
