"""What was entered, as whoever entered it knows? Kept outside of the browser, tap by tap.

An entry counts from the moment the page said that it is kept (`told`), whether or not the browser
still has it later; and each tap has to lead to the one entry that was meant, or the page says why.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.browser.fault_rows import Rows

Entry = dict[str, Any]


@dataclass
class Ledger:
    """`entries` by id, as the browser kept them; `shown` is what its pages made of them."""

    entries: dict[str, Entry] = field(default_factory=dict)
    shown: list[dict[str, Any]] = field(default_factory=list)
    before: set[str] = field(default_factory=set)
    """The ids of all rows from before the first entry."""
    taps: Counter[str] = field(default_factory=Counter)
    unheard: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    races: Counter[str] = field(default_factory=Counter)

    def begins(self, rows: Rows) -> None:
        """The diary before the first entry."""
        self.before = {one["id"] for table in rows.values() for one in table}

    def told(self, id: str, event: Entry) -> None:
        """A page said that this entry is kept: from now on it may not be lost."""
        self.entries.setdefault(id, event)

    def keeps(self, kept: list[dict[str, Any]]) -> None:
        """All that the outbox of the browser holds just now."""
        for one in kept:
            known = self.entries.setdefault(one["uuid"], one["event"])
            if known != one["event"]:
                self.unheard.append(f"{one['uuid']} {known} became {one['event']} in the browser")

    def tapped(self, meant: str, kept: list[dict[str, Any]], excuse: str) -> None:
        """What a tap led to, with what the page said when it led to nothing."""
        self.taps[meant] += 1
        self.keeps(kept)
        kinds = [kind_of(one["event"]) for one in kept]
        if meant not in kinds and not excuse:
            self.unheard.append(f"tap: {meant} led to {kinds}")
        if kinds.count(meant) > 1:
            self.twice.append(f"tap: {meant} led to {kinds}")

    def sees(self, seen: dict[str, Any]) -> None:
        """What the player shows after so many events."""
        self.shown.append(seen)

    def raced(self, *ends: str) -> None:
        """Two tabs added after the same event: "won", or the name of the error."""
        won = ends.count("won")
        self.races[
            "both kept" if won > 1 else "one kept" if won else f"none: {', '.join(ends)}"
        ] += 1

    def events_of(self, session: str) -> list[tuple[str, Entry]]:
        """The events of a session in the order in which one names the other, the start first."""
        start = self.entries.get(session)
        if start is None:
            return []
        chain = [(session, {"at": start["at"], "kind": "started", "reading": start["reading"]})]
        follows = {
            one["after"]: (id, one["event"])
            for id, one in self.entries.items()
            if one["what"] == "session.event" and one["session"] == session
        }
        while (found := follows.get(chain[-1][0])) is not None:
            chain.append(found)
        return chain


def kind_of(entry: Entry) -> str:
    """What kind of entry it is: the page of a form, or what happened in a session."""
    if entry["what"] == "form":
        path: str = entry["path"].partition("?")[0]
        return path.strip("/")
    if entry["what"] == "session.start":
        return "session started"
    event: dict[str, str] = entry["event"]
    return f"session {event['kind']}"
