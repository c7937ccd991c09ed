"""What was entered, and what does the diary have of it? Counts what is lost, doubled, or judged
otherwise than by the engine.
"""

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from spineward.clinical.facts.session import SessionEvent
from spineward.clinical.session import state
from spineward.diary import convert
from tests.diary.programs import run
from tests.islands import engine

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
READ = """
import json
from spineward.diary.models import Answers, Note, Session, SessionEvent, SetAside
rows = {model.__name__: [str(id) for id in model.objects.values_list("client_id", flat=True)]
        for model in (Answers, Note, Session, SessionEvent, SetAside)}
rows["sessions"] = {
    str(one.client_id): {
        "planned": one.planned, "affected": one.affected,
        "events": [[str(id), facts] for id, facts in
                   one.events.order_by("id").values_list("client_id", "facts")]}
    for one in Session.objects.all()}
rows["why"] = list(SetAside.objects.values_list("why", flat=True))
print("ROWS" + json.dumps(rows))
"""


@dataclass
class Ledger:
    """`entries` by id, as the browser kept them; `shown` is what its pages made of them."""

    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    shown: list[dict[str, Any]] = field(default_factory=list)
    both_won: int = 0
    races: int = 0

    def keeps(self, kept: list[dict[str, Any]]) -> None:
        """All that the outbox of the browser holds just now."""
        self.entries |= {one["uuid"]: one["event"] for one in kept}

    def sees(self, seen: dict[str, Any]) -> None:
        """What the player shows after so many events."""
        self.shown.append(seen)

    def raced(self, *won: bool) -> None:
        """Two tabs added after the same event."""
        self.races += 1
        self.both_won += all(won)

    def events_of(self, session: str) -> list[tuple[str, dict[str, Any]]]:
        """The events of a session in the order in which one names the other, the start first."""
        start = self.entries[session]
        chain = [(session, {"at": start["at"], "kind": "started", "reading": start["reading"]})]
        follows = {
            one["after"]: (id, one["event"])
            for id, one in self.entries.items()
            if one["what"] == "session.event" and one["session"] == session
        }
        while (found := follows.get(chain[-1][0])) is not None:
            chain.append(found)
        return chain


@dataclass
class Found:
    """What became of it all."""

    entered: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    judged: int = 0
    differs: list[str] = field(default_factory=list)
    aside: Counter[str] = field(default_factory=Counter)

    def faults(self) -> list[str]:
        """All that is wrong, in words."""
        named = {"lost": self.lost, "doubled": self.doubled, "never entered": self.strange}
        told = [f"{name}: {id}" for name, ids in named.items() for id in ids]
        return [*told, *self.differs]


def compare(ledger: Ledger, diary: Path) -> Found:
    """The ledger beside the rows of the diary."""
    said = run(READ, diary)
    rows = json.loads(said.stdout.rpartition("ROWS")[2])
    found = Found(entered=len(ledger.entries), aside=Counter(rows["why"]))
    _placed(ledger, rows, found)
    for session, stored in rows["sessions"].items():
        _same_events(ledger, session, stored["events"], set(rows["SetAside"]), found)
    for seen in ledger.shown:
        _same_verdict(ledger, seen, found)
    return found


def _placed(ledger: Ledger, rows: dict[str, Any], found: Found) -> None:
    tables = ("Answers", "Note", "Session", "SessionEvent", "SetAside")
    stands = Counter(id for table in tables for id in rows[table])
    for id, entry in ledger.entries.items():
        if not stands[id]:
            found.lost.append(f"{id} {entry['what']}")
        elif stands[id] > 1:
            found.doubled.append(f"{id} {entry['what']} stands {stands[id]} times")
    found.strange += [id for id in rows["Note"] + rows["Session"] if id not in ledger.entries]


def _same_events(
    ledger: Ledger, session: str, stored: list[Any], aside: set[str], found: Found
) -> None:
    """The diary has the events of the browser, in their order, and no other, save that it ends a
    session by itself whose time has run out (diary/deciding.py)."""
    wanted = [one for one in ledger.events_of(session)[1:] if one[0] not in aside]
    if stored[-1][1]["kind"] == "ended" and stored[-1][0] not in ledger.entries:
        stored = stored[:-1]
    if [id for id, _ in wanted] != [id for id, _ in stored[1:]]:
        found.differs.append(f"{session}: other events, or in another order")
    for (id, sent), (_, facts) in zip(wanted, stored[1:], strict=False):
        if _event(sent) != _event(facts):
            found.differs.append(f"{id}: {sent} is stored as {facts}")


def _event(facts: dict[str, Any]) -> SessionEvent:
    return convert.session_event(json.dumps(facts))


def _same_verdict(ledger: Ledger, seen: dict[str, Any], found: Found) -> None:
    """The page showed what the engine says of the same events at the same time."""
    known = ledger.events_of(seen["session"])[: seen["count"]]
    events = [_event(event) for _, event in known]
    now = EPOCH + timedelta(milliseconds=seen["now"])
    decided = state(events, tuple(seen["planned"]), tuple(seen["affected"]), now)
    found.judged += 1
    wanted = json.loads(json.dumps(engine.state(decided)))
    if len(known) != seen["count"] or wanted != seen["state"]:
        found.differs.append(f"{seen['session']} after {seen['count']}: {seen['state']}\n{wanted}")
