"""What is not as it was recorded? One line for each, in words a clinician understands."""

from collections.abc import Iterator, Mapping
from typing import Any

from spineward.clinical.register.entries import KINDS, Key, Parts, Register, register
from spineward.clinical.register.standing import standing

SAY = (
    "Say what changed and who is affected: spineward rules record {id} --what '...' "
    "--affects '...'. A clinician must read it."
)
NAMED_BY = ("name", "asks", "title")
PART = {
    "says": "its statement",
    "why": "the words for why it speaks up",
    "why_unsure": "the words for an answer that is not sure",
    "do": "the words for what to do",
    "do_unsure": "the words for what to do when not sure",
    "text": "its text",
}
"""Parts by the name a clinician gives them; any other part goes by its own name."""


def differences() -> list[str]:
    """One line for each thing that is not as it was recorded; none when all was said."""
    return list(compare(register(), standing()))


def differing(known: Register, now: Mapping[Key, Parts]) -> list[Key]:
    """The keys of what is new, changed, or gone without a word."""
    changed = [
        key
        for key, parts in now.items()
        if key not in known.entries or known.entries[key].parts != parts
    ]
    return changed + [key for key in known.entries if key not in now]


def compare(known: Register, now: Mapping[Key, Parts]) -> Iterator[str]:
    """What `differing` finds, as lines."""
    for key in differing(known, now):
        id = key[1]
        name, say = _called(key, known, now), SAY.format(id=id)
        if key not in now:
            yield f"{name} is gone. Nothing is deleted silently. {say}"
        elif key in known.entries:
            what = "; ".join(_changed(known.entries[key].parts, now[key]))
            yield f"{name} changed: {what}. {say}"
        elif key in known.gone:
            yield f"{name} was closed, and is back. What is new takes a new id. {say}"
        else:
            yield f"{name} is new. {say}"


def _called(key: Key, known: Register, now: Mapping[Key, Parts]) -> str:
    """Kind, id and what a person would call it: "Rule C9 (Periods or bleeding)"."""
    kind, id = key
    parts = known.entries[key].parts if key in known.entries else now[key]
    name = next((parts[part] for part in NAMED_BY if part in parts), "")
    return f"{KINDS[kind].capitalize()} {id}" + (f" ({name})" if name else "")


def _changed(was: Parts, now: Parts) -> Iterator[str]:
    """Each part that differs, with what it was and what it is."""
    for part in dict.fromkeys((*was, *now)):
        before, after = was.get(part), now.get(part)
        if before == after:
            continue
        if part == "numbers":
            yield from _numbers(before or {}, after or {})
        elif part == "code":
            yield "the way it decides changed (`spineward rules diff` shows which cases moved)"
        elif part == "figure":
            yield "the way its figure moves changed"
        else:
            before, after = _only_new(before, after)
            yield f"{PART.get(part, f'its {part}')}: was {_shown(before)}, now {_shown(after)}"


def _numbers(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for id in dict.fromkeys((*was, *now)):
        if id not in now:
            yield f"it no longer reads the number {id} (it was {was[id]})"
        elif id not in was:
            yield f"it now reads the number {id} ({now[id]})"
        elif was[id] != now[id]:
            yield f"its number {id} was {was[id]}, now {now[id]}"


def _only_new(was: Any, now: Any) -> tuple[Any, Any]:
    """Of two lists the lines that differ, unless only their order does."""
    if not (isinstance(was, list) and isinstance(now, list)):
        return was, now
    gone, new = [one for one in was if one not in now], [one for one in now if one not in was]
    return (gone, new) if gone or new else (was, now)


def _shown(value: Any) -> str:
    if value is None or value == []:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return f"'{' / '.join(map(str, value))}'"
    return f"'{value}'" if isinstance(value, str) else str(value)
