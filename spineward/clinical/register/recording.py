"""How is a change recorded? The named entries take their new text, and a change says why.

What is gone stays in the file as closed, with the change that closed it and what it said.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from json import dumps
from typing import Any

from spineward.clinical.catalogue import ContentError
from spineward.clinical.register.differences import differing
from spineward.clinical.register.entries import KINDS, Change, Entry, Key, Parts, Register

HEAD = """\
# Every rule, step, number, movement, zone, question, card, source, hazard and sentence as it stood
# at its last change; reader = "" means that no clinician has read it yet. `spineward rules record`
# writes this file, nobody does by hand. `code` and `figure` are fingerprints of what is not written
# out.
"""
BLOCKS = ("rule", "movement", "hazard")
"""Kinds whose parts stand on lines of their own; the others take one line an entry."""


def chosen(known: Register, now: Mapping[Key, Parts], ids: Collection[str]) -> list[Key]:
    """The keys that differ: all, or those of these ids. Raises ContentError for an unknown id.

    A number takes along the rules that read it, and a rule its numbers: they changed together.
    """
    keys = differing(known, now)
    if not ids:
        return keys
    wanted = {id.replace(" ", "").casefold() for id in ids}
    there = {key[1].casefold() for key in (*now, *known.entries)}
    if unknown := sorted(wanted - there):
        raise ContentError(f"there is nothing called {unknown[0]} to record")
    wanted |= {id.casefold() for id in _taken_along(keys, known, now, wanted)}
    return [key for key in keys if key[1].casefold() in wanted]


def _taken_along(
    keys: Collection[Key], known: Register, now: Mapping[Key, Parts], wanted: set[str]
) -> Iterator[str]:
    for key in keys:
        before = known.entries[key].parts if key in known.entries else {}
        numbers = {*before.get("numbers", ()), *now.get(key, {}).get("numbers", ())}
        if key[1].casefold() in wanted:
            yield from numbers
        elif wanted & numbers:
            yield key[1]


def recorded(
    known: Register, now: Mapping[Key, Parts], keys: Collection[Key], change: Change
) -> Register:
    """The register after one change to these keys."""
    changes, id = _with(known, change)
    entries = dict(known.entries)
    gone = dict(known.gone)
    for key in keys:
        if key in now:
            entries[key] = Entry(id, now[key])
        else:
            gone[key] = Entry(id, entries.pop(key).parts)
    return Register(changes, {key: entries[key] for key in _order(now, entries)}, gone)


def _order(now: Mapping[Key, Parts], entries: Mapping[Key, Entry]) -> list[Key]:
    """As the content has them, so that a change of one entry is a change of one place."""
    return [key for key in (*now, *(key for key in entries if key not in now)) if key in entries]


def signed(known: Register, keys: Collection[Key], reader: str) -> Register:
    """The register after a clinician read these entries as they stand."""
    for key in keys:
        entry = known.entries[key]
        changes, id = _with(known, replace(known.changes[entry.change], reader=reader))
        known = Register(changes, {**known.entries, key: replace(entry, change=id)}, known.gone)
    return known


def _with(known: Register, change: Change) -> tuple[dict[str, Change], str]:
    """The changes with this one among them, and its id: the day, numbered from the second on."""
    changes = dict(known.changes)
    for id, one in changes.items():
        if one == change:
            return changes, id
    day = _day(change.on)
    # After the highest, not after as many: a number in between is free when nothing points to it.
    taken = [int(id.partition(".")[2] or 1) for id in changes if id.partition(".")[0] == day]
    id = f"{day}.{max(taken) + 1}" if taken else day
    changes[id] = change
    return changes, id


def _day(on: date) -> str:
    return on.isoformat()


# --- The file --------------------------------------------------------------------------------


def as_toml(known: Register) -> str:
    """The whole file; reading it gives the same register."""
    used = {entry.change for entry in (*known.entries.values(), *known.gone.values())}
    lines = [HEAD]
    for id, change in known.changes.items():
        if id in used:
            lines += [f"[change.{_name(id)}]", f"on = {_day(change.on)}"]
            lines += [f"{name} = {_text(getattr(change, name))}" for name in _SAID]
            lines.append("")
    for kind in KINDS:
        lines += _section(kind, {k: e for k, e in known.entries.items() if k[0] == kind})
    for kind in KINDS:
        lines += _section(kind, {k: e for k, e in known.gone.items() if k[0] == kind}, "gone.")
    return "\n".join(lines)


_SAID = ("what", "affects", "reader")


def _section(kind: str, entries: Mapping[Key, Entry], prefix: str = "") -> Iterator[str]:
    """The lines of one kind, with an empty line behind."""
    if not entries:
        return
    if kind not in BLOCKS:
        yield f"[{prefix}{kind}]"
    for (_, id), entry in entries.items():
        parts = {"change": entry.change, **entry.parts}
        if kind in BLOCKS:
            yield f"[{prefix}{kind}.{_name(id)}]"
            yield from (f"{name} = {_toml(value, apart=True)}" for name, value in parts.items())
            yield ""
        else:
            yield f"{_name(id)} = {_toml(parts)}"
    if kind not in BLOCKS:
        yield ""


def _toml(value: Any, *, apart: bool = False) -> str:
    """One value; a list of texts with each on a line of its own where there is room."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_name(name)} = {_toml(one)}" for name, one in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list):
        if apart and any(" " in one for one in value):
            return "[\n" + "".join(f"  {_toml(one)},\n" for one in value) + "]"
        return f"[{', '.join(_toml(one) for one in value)}]"
    return _text(value) if isinstance(value, str) else str(value)


def _name(name: str) -> str:
    plain = name.replace("_", "").replace("-", "").isalnum() and name.isascii()
    return name if plain else _text(name)


def _text(value: str) -> str:
    return dumps(value, ensure_ascii=False)
