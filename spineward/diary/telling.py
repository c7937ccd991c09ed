"""Of which rules does the person know? Each is told once for each time that it begins to hold.

The person says that it was read; showing a page writes nothing. When a later decision finds that
the rule holds no more, that is noted, so that it is told again once it holds anew.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID, uuid5

from spineward.diary.models import Person, Told
from spineward.diary.writing import known, writing


def told(person: Person) -> Mapping[str, datetime]:
    """The rules that were told and are not known to be over, and when; one query."""
    standing: dict[str, datetime] = {}
    rows = Told.objects.of(person).order_by("id")
    for row in rows.only("rule", "over", "at", "utc_offset"):
        standing.pop(row.rule, None)
        if not row.over:
            standing[row.rule] = row.moment
    return standing


def tell(person: Person, rules: Iterable[str], *, now: datetime, client_id: UUID) -> None:
    """The person has read of these rules; sent twice, it is noted once."""
    with writing(person):
        for rule in sorted(set(rules)):
            _add(person, rule, now, uuid5(client_id, rule), over=False)


def close(person: Person, fired: Collection[str], now: datetime) -> None:
    """Note which of the rules that were told hold no more; inside `writing`."""
    for rule in told(person).keys() - set(fired):
        Told.objects.add(person, now=now, rule=rule, over=True)


def _add(person: Person, rule: str, now: datetime, id: UUID, *, over: bool) -> None:
    if not known(Told, person, id):
        Told.objects.add(person, now=now, client_id=id, rule=rule, over=over)
