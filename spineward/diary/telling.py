"""Of which rules does the person know? Each is told once for each time that it begins to hold.

The person says that it was read; showing a page writes nothing. When a later decision finds that
the rule holds no more, that is noted, so that it is told again once it holds anew.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID, uuid5

from spineward.diary.models import Person, Told
from spineward.diary.models.entry import as_written
from spineward.diary.writing import known, writing


def told(person: Person) -> Mapping[str, datetime]:
    """The rules that were told and are not known to be over, and when; one query."""
    standing: dict[str, datetime] = {}
    rows = Told.objects.of(person).order_by("id")
    for rule, over, at, offset in rows.values_list("rule", "over", "at", "utc_offset"):
        standing.pop(rule, None)
        if not over:
            standing[rule] = as_written(at, offset)
    return standing


def tell(person: Person, rules: Iterable[str], *, now: datetime, client_id: UUID) -> None:
    """The person has read of these rules; sent twice, it is noted once."""
    with writing(person):
        for rule in sorted(set(rules)):
            id = uuid5(client_id, rule)
            if not known(Told, person, id):
                Told.objects.add(person, now=now, client_id=id, rule=rule)


def close(person: Person, fired: Collection[str], now: datetime) -> None:
    """Note which of the rules that were told hold no more; inside `writing`."""
    for rule in sorted(told(person).keys() - set(fired)):
        Told.objects.add(person, now=now, rule=rule, over=True)
