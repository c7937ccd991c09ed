"""What became of all that was entered? Counts what is lost, doubled, altered, or judged otherwise
than by the engine.
"""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from spineward.clinical.facts.session import SessionEvent
from spineward.clinical.session import state
from spineward.diary import convert
from spineward.web.outbox.placing import NOT_READ
from tests.browser.fault_ledger import Entry, Ledger, kind_of
from tests.browser.fault_rows import PLACES, Rows
from tests.islands import engine

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
BESIDE = ("drawing", "answer", "client_id", "woke_at")
"""Fields of a form that are no answer of their own, or are stored as a moment."""
WRONG = ("lost", "doubled", "strange", "differs", "unread")


@dataclass
class Found:
    """What became of it all."""

    kinds: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    judged: int = 0
    differs: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Set aside because the program tripped over it; our own pages send nothing unreadable."""
    aside: Counter[str] = field(default_factory=Counter)

    def faults(self) -> list[str]:
        """All that is wrong, in words."""
        return [f"{name}: {line}" for name in WRONG for line in getattr(self, name)]


def compare(ledger: Ledger, rows: Rows) -> Found:
    """The ledger beside the rows of the diary."""
    found = Found(
        kinds=Counter(kind_of(entry) for entry in ledger.entries.values()),
        lost=list(ledger.unheard),
        doubled=list(ledger.twice),
        unread=[
            f"{one['id']} {one['event']}" for one in rows["SetAside"] if one["why"] == NOT_READ
        ],
        aside=Counter(one["why"] for one in rows["SetAside"]),
    )
    _placed(ledger, rows, found)
    _same_words(ledger, rows, found)
    _check_ins(ledger, rows, found)
    for session in rows["Session"]:
        _same_events(ledger, session, rows, found)
    stored = _stored(rows)
    rested_on = {one["id"]: one for one in rows["Session"]}
    for seen in ledger.shown:
        basis = rested_on.get(seen["session"], seen)
        _same_verdict(ledger, seen, stored[seen["session"]], basis, found)
    return found


def _placed(ledger: Ledger, rows: Rows, found: Found) -> None:
    """Each entry stands in one place, and nothing else does but what the diary adds by rule."""
    stands = Counter(one["id"] for table in PLACES for one in rows[table])
    for id, entry in ledger.entries.items():
        if not stands[id]:
            found.lost.append(f"{id} {kind_of(entry)}")
        elif stands[id] > 1:
            found.doubled.append(f"{id} {kind_of(entry)} stands {stands[id]} times")
    known = ledger.before | set(ledger.entries)
    for table in ("Answers", "Note", "Session", "SetAside"):
        # A set that calls for help is recorded among the answers too (diary/sessions.py).
        ours = [one for one in rows[table] if one.get("page") != "session"]
        found.strange += [f"{table} {one['id']}" for one in ours if one["id"] not in known]


def _same_words(ledger: Ledger, rows: Rows, found: Found) -> None:
    """What stands is what was entered: notes to the letter, answers one by one, the rest whole."""
    for note in rows["Note"]:
        entry = ledger.entries.get(note["id"])
        if entry and entry["fields"]["note"] != [note["text"]]:
            found.differs.append(f"note {note['id']}: {note['text']}")
    said = Counter(note["text"] for note in rows["Note"])
    found.doubled += [
        f"note {text} stands {times} times" for text, times in said.items() if times > 1
    ]
    for page in rows["Answers"]:
        entry = ledger.entries.get(page["id"])
        if entry and (page["page"] != entry["path"].split("/")[2] or _unlike(entry, page)):
            found.differs.append(
                f"answers {page['id']}: {entry['fields']} became {page['answers']}"
            )
    for one in rows["SetAside"]:
        if one["id"] in ledger.entries and one["event"] != ledger.entries[one["id"]]:
            found.differs.append(f"aside {one['id']}: not as it was sent")


def _unlike(entry: Entry, page: dict[str, Any]) -> dict[str, str]:
    """The fields of a form that do not stand among the answers; a grade of 0 is no mark."""
    has = {name: str(value) for name, value in page["answers"].items()}
    for one in page["answers"].get("chart") or ():
        has |= {f"{one['zone']}-{one['side']}.{name}": str(one[name]) for name in one}
    for leg, tests in (page["answers"].get("strength") or {}).items():
        has |= {f"{name}_{leg}": str(result) for name, result in tests.items()}
    fields = {name: value[0] for name, value in entry["fields"].items() if name not in BESIDE}
    return {
        name: value
        for name, value in fields.items()
        if has.get(name, "0" if "." in name else "") != value
    }


def _check_ins(ledger: Ledger, rows: Rows, found: Found) -> None:
    """Each day that was answered is closed by a check-in, and no answers are closed by two."""
    closes = Counter(one["closes"] for one in rows["CheckIn"])
    found.doubled += [f"{n} check-ins close answer {pk}" for pk, n in closes.items() if n > 1]
    for page in rows["Answers"]:
        if (
            page["page"] == "day"
            and page["id"] in ledger.entries
            and page["pk"] > max(closes, default=0)
        ):
            found.lost.append(f"the check-in of {page['id']}")


def _same_events(ledger: Ledger, session: dict[str, Any], rows: Rows, found: Found) -> None:
    """The diary has the events of the browser, in their order, and no other, save that it ends a
    session by itself whose time has run out (diary/deciding.py), until it hears more."""
    id, aside = session["id"], {one["id"] for one in rows["SetAside"]}
    if id not in ledger.entries:
        return
    all_of_it = [one for one in rows["SessionEvent"] if one["session"] == id]
    found.lost += [
        f"{one['id']} was taken back"
        for one in all_of_it
        if one["taken_back"] and one["id"] in ledger.entries
    ]
    stored = [one for one in all_of_it if not one["taken_back"]]
    if stored and stored[-1]["facts"]["kind"] == "ended" and stored[-1]["id"] not in ledger.entries:
        stored = stored[:-1]
    start, *wanted = ledger.events_of(id)
    wanted = [(id, facts) for id, facts in wanted if id not in aside]
    if [id for id, _ in wanted] != [one["id"] for one in stored[1:]]:
        found.differs.append(f"session {id}: other events, or in another order")
    if session["planned"] != ledger.entries[id]["planned"]:
        found.differs.append(f"session {id}: planned {session['planned']}")
    for (name, sent), one in zip([start, *wanted], stored, strict=False):
        if _event(sent) != _event(one["facts"]):
            found.differs.append(f"{name}: {sent} is stored as {one['facts']}")


def _event(facts: dict[str, Any]) -> SessionEvent:
    return convert.session_event(json.dumps(facts))


def _stored(rows: Rows) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """The events of each session as they stand, in the diary or aside."""
    found: dict[str, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for one in rows["SetAside"]:
        if one["event"]["what"] == "session.start":
            start = {name: one["event"][name] for name in ("at", "reading")}
            found[one["id"]].append((one["id"], start | {"kind": "started"}))
    for one in rows["SessionEvent"]:
        first = not found[one["session"]]
        found[one["session"]].append((one["session"] if first else one["id"], one["facts"]))
    for one in rows["SetAside"]:
        if one["event"]["what"] == "session.event":
            found[one["event"]["session"]].append((one["id"], one["event"]["event"]))
    return found


def _same_verdict(
    ledger: Ledger,
    seen: dict[str, Any],
    stored: list[tuple[str, dict[str, Any]]],
    basis: dict[str, Any],
    found: Found,
) -> None:
    """The page showed what the engine says of all that is stored, at that time."""
    known = [id for id, _ in ledger.events_of(seen["session"])][: seen["count"]]
    facts = dict(stored)
    events = [_event(facts[id]) for id in known if id in facts]
    now = EPOCH + timedelta(milliseconds=seen["now"])
    found.judged += 1
    if len(events) != seen["count"]:
        found.differs.append(f"{seen['session']}: shown after {seen['count']}, has {len(events)}")
        return
    decided = state(events, tuple(basis["planned"]), tuple(basis["affected"]), now)
    wanted = json.loads(json.dumps(engine.state(decided)))
    if wanted != seen["state"]:
        found.differs.append(f"{seen['session']} after {seen['count']}: {seen['state']}\n{wanted}")
