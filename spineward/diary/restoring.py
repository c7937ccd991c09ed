"""How do rows that once left a diary come back? As they stood, each once, all together or not.

Nothing is decided here: after it the next assessment is made from all rows, by the rules of today.
A row is known by its client_id. New rows at the end are added; rows that belong between others make
the diary be numbered anew, above every id it ever gave, so that no old id means another row.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Field, Max

from spineward.diary import check
from spineward.diary.deciding import end_by_itself
from spineward.diary.inserting import clear, insert, quoted
from spineward.diary.merging import Disordered, Numbers, merged
from spineward.diary.models import Entry, Person
from spineward.diary.reminders import allowed
from spineward.diary.trouble import Clash, Refused, Stranger
from spineward.diary.whole import TABLES, whole
from spineward.diary.writing import writing

Row = Mapping[str, Any]
"""The fields of a row by their names; a reference holds an id of its own copy."""
Copy = Mapping[str, Sequence[Row]]
"""All rows of a diary by table, each table in the order of its ids."""

OF_THE_PLACE = frozenset({"id", "recorded_at", "rules_version", "content_version"})
"""What may differ between two copies of one row: where and when it came to stand."""
UNTIL = {"last_answer": "answers"}
"""Fields that say "all rows of that table up to this id"; `basis` does so for many tables."""


@dataclass(frozen=True, slots=True)
class Restored:
    """How many rows were added, and how many stood there already."""

    new: int
    known: int


@dataclass(frozen=True, slots=True)
class _Table:
    """One table of both copies, and in which order its rows will stand."""

    model: type[Entry]
    mine: dict[int, Row]
    theirs: dict[int, Row]
    order: Sequence[int]

    @property
    def between(self) -> bool:
        """Does a new row belong before one that stands there?"""
        return list(self.order[: len(self.mine)]) != list(self.mine)


def restore(person: Person, about: Row, copy: Copy, *, join: bool = False) -> Restored:
    """Add what the diary of this person lacks; raises Clash, Stranger, and what `writing` raises.

    `about` are the fields of the person. A diary that shares no row with the copy is taken for
    somebody else's: only with `join` the two become one.
    """
    with writing(person):
        _hold()
        fields = {table: _names(model) for table, model in TABLES.items()}
        mine = whole(person, fields)
        tables = {name: _table(name, mine[name], copy.get(name, ())) for name in TABLES}
        known = sum(len(table.mine.keys() & table.theirs.keys()) for table in tables.values())
        is_theirs = join or known > 0 or not any(mine.values())
        if not is_theirs and any(copy.values()):
            raise Stranger("This diary holds other entries. They may be of someone else.")
        new = sum(len(table.order) - len(table.mine) for table in tables.values())
        _compare(tables)
        if new:
            _write(person, tables)
        if is_theirs:
            _settings(person, about, empty=not any(mine.values()))
    person.refresh_from_db()
    return Restored(new, known)


def _hold() -> None:
    """Nobody else takes an id meanwhile. SQLite lets one writer in at a time anyway."""
    if connection.vendor == "postgresql":
        names = ", ".join(map(quoted, TABLES.values()))
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE")


def _fields(model: type[Entry]) -> "Iterator[Field[Any, Any]]":
    """What a row carries from one copy to another."""
    return (f for f in model._meta.concrete_fields if f.name not in ("person", "utc_offset"))


def _names(model: type[Entry]) -> tuple[str, ...]:
    return tuple(field.name for field in _fields(model))


def _links(model: type[Entry]) -> dict[str, str]:
    """Which fields name a row, and of which table."""
    tables: dict[Any, str] = {known: name for name, known in TABLES.items()}
    return {
        field.name: tables[field.related_model] for field in _fields(model) if field.is_relation
    }


def _table(name: str, mine: Sequence[Row], theirs: Sequence[Row]) -> _Table:
    # As whole numbers: a UUID is slow as a key, and there are tens of thousands.
    ours = {row["client_id"].int: row for row in mine}
    others = {row["client_id"].int: row for row in theirs}
    if len(others) != len(theirs):
        raise Clash(f"An entry of {name} stands there twice.")
    came = {id: row["recorded_at"] for id, row in (others | ours).items()}
    try:
        order = merged(list(ours), list(others), came)
    except Disordered:
        raise Clash(f"The entries of {name} stand in another order here.") from None
    return _Table(TABLES[name], ours, others, order)


def _compare(tables: Mapping[str, _Table]) -> None:
    """A row that both copies hold must say the same in both; a row is corrected only once."""
    mine = {n: {row["id"]: id for id, row in table.mine.items()} for n, table in tables.items()}
    theirs = {n: {row["id"]: id for id, row in table.theirs.items()} for n, table in tables.items()}
    for name, table in tables.items():
        links = _links(table.model)
        said = [f for f in _names(table.model) if f not in {*OF_THE_PLACE, *UNTIL, *links, "basis"}]
        for id in table.mine.keys() & table.theirs.keys():
            one, other = table.mine[id], table.theirs[id]
            same = all(one[field] == other[field] for field in said)
            linked = all(
                mine[to].get(one[field]) == theirs[to].get(other[field])
                for field, to in links.items()
            )
            if not linked or not (same or _ended_here_and_there(name, one, table, mine)):
                raise Clash(f"An entry of {name} says something else here.")
        for field in (f for f in _fields(table.model) if f.is_relation and f.unique):
            named = [
                (theirs if id in table.theirs else mine)[links[field.name]][row[field.name]]
                for id, row in (table.mine | table.theirs).items()
                if row[field.name] is not None
            ]
            if len(named) != len(set(named)):
                raise Clash(f"An entry of {name} was changed here in another way.")


def _ended_here_and_there(
    name: str, row: Row, table: _Table, mine: Mapping[str, Mapping[int, int]]
) -> bool:
    """Each copy ends by itself a session whose time ran out, at the moment when it notices: the
    end that stands here stays."""
    if name != "session_events" or row["facts"]["kind"] != "ended":
        return False
    events = sum(one["session"] == row["session"] for one in table.mine.values())
    session = UUID(int=mine["sessions"][row["session"]])
    return row["client_id"] in {end_by_itself(session, n) for n in range(events)}


def _write(person: Person, tables: Mapping[str, _Table]) -> None:
    """Put the new rows at the end; or all rows anew, where one belongs between others."""
    anew = any(table.between for table in tables.values())
    ids = {name: _ids(table, anew) for name, table in tables.items()}
    mine = {n: _numbers(table.mine, ids[n]) for n, table in tables.items()}
    theirs = {n: _numbers(table.theirs, ids[n]) for n, table in tables.items()}
    if anew:
        for model in TABLES.values():
            clear(model, person)
    for name, table in tables.items():
        links = _links(table.model)
        written = table.order if anew else table.order[len(table.mine) :]
        rows = (
            _moved(table.mine[id], ids[name][id], links, mine)
            if id in table.mine
            else _moved(table.theirs[id], ids[name][id], links, theirs)
            for id in written
        )
        insert(table.model, person, rows)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(TABLES.values())):
            cursor.execute(statement)


def _ids(table: _Table, anew: bool) -> dict[int, int]:
    """Which id each row has from now on; those of the copy where they are free and come last."""
    top = table.model._default_manager.aggregate(top=Max("id"))["top"] or 0
    if anew:
        return {id: top + count for count, id in enumerate(table.order, 1)}
    added = table.order[len(table.mine) :]
    theirs = {id: table.theirs[id]["id"] for id in added}
    if min(theirs.values(), default=0) <= top:
        theirs = {id: top + count for count, id in enumerate(added, 1)}
    return {id: row["id"] for id, row in table.mine.items()} | theirs


def _numbers(rows: Mapping[int, Row], ids: Mapping[int, int]) -> Numbers:
    now = {row["id"]: ids[id] for id, row in rows.items()}
    return Numbers(tuple(now), now)


def _moved(
    row: Row, id: int, links: Mapping[str, str], numbers: Mapping[str, Numbers]
) -> dict[str, Any]:
    """The row with the ids that everything has now."""
    moved = {**row, "id": id}
    for field, table in links.items():
        moved[field] = numbers[table].of(row[field])
    for field, table in UNTIL.items():
        if field in row:
            moved[field] = numbers[table].up_to(row[field])
    if "basis" in row:
        until = {table: numbers[table].up_to(last) for table, last in row["basis"].items()}
        moved["basis"] = {table: last for table, last in until.items() if last}
    return moved


def _settings(person: Person, about: Row, *, empty: bool) -> None:
    """What was chosen here stays; what was not is taken from the copy, if it may be chosen at all:
    a copy may be older than today's limits, and a number that nobody can dial helps nobody."""
    known = Person.objects.filter(pk=person.pk).get()
    values: dict[str, Any] = {"created_at": min(known.created_at, about["created_at"])}
    if empty:
        values |= {"created_at": about["created_at"], "language": about["language"]}
    values["emergency_number"] = known.emergency_number or _dialled(about["emergency_number"])
    values["reminders"] = known.reminders or allowed(about["reminders"])
    Person.objects.filter(pk=person.pk).update(**values)


def _dialled(number: str | None) -> str | None:
    try:
        return None if number is None else check.number_to_call(number)
    except Refused:
        return None
