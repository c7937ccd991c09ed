"""What stands now? Every rule, number, movement, question and sentence, part by part.

Only tests and commands ask: the register compares it with what was recorded last.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from json import dumps
from pkgutil import walk_packages
from typing import Any

from spineward import clinical
from spineward.clinical.catalogue import limits, names, read, words
from spineward.clinical.program import (
    DIGITS,
    fingerprint,
    functions_of,
    module_fingerprint,
    question_of,
)
from spineward.clinical.register.entries import Key
from spineward.clinical.rulebook import limits_of, rulebook
from spineward.clinical.spaces import SPACES
from spineward.clinical.spaces.space import Space

Written = dict[str, Any]
OWN_WORDS = ("rule", "movement")
"""Kinds whose entries hold their words themselves; all other sentences are entries."""
DECIDE_NOTHING = (
    *("catalogue", "content_check", "explain", "explain_movement", "hazards", "leads_to", "moves"),
    *("open_points", "program", "register", "review", "rulebook", "spaces", "tables"),
    *("translation", "wire"),
)
"""Modules and packages of the engine that only read, check or show; any other is a step."""
ASKED = ("red_flags", "check_in", "medicines")


def standing() -> dict[Key, Written]:
    """Every entry as it would be recorded now."""
    found: dict[Key, Written] = {}
    spoken = _spoken()
    for id in rulebook():
        found["rule", id] = _rule(id) | spoken.get(("rule", id), {})
    led = {one for rule in rulebook().values() for one in functions_of(rule.reads)}
    for name in steps():
        code = module_fingerprint(name, apart=led)
        found["step", name] = {"asks": question_of(name), "code": code}
    for limit in limits().values():
        fields = ("value", "unit", "low", "high", "text", "source", "point", "since")
        row = {name: getattr(limit, name) for name in fields}
        found["number", limit.id] = {k: v for k, v in row.items() if v is not None}
    for name in names("movements"):
        row = read(name)
        id = row.pop("id")
        found["movement", id] = _plain(row) | spoken.get(("movement", id), {})
    for kind, id, row in _rows():
        found[kind, id] = row
    for id, value in words().items():
        if _owner(id) is None:
            found["words", id] = {"text": list(value) if isinstance(value, tuple) else value}
    return found


def steps() -> list[str]:
    """What decides beside the rules, or is shared by them: the other modules of the engine."""
    every = walk_packages(clinical.__path__, f"{clinical.__name__}.")
    names = [one.name.removeprefix(f"{clinical.__name__}.") for one in every if not one.ispkg]
    return [name for name in names if name.split(".")[0] not in DECIDE_NOTHING]


def _rule(id: str) -> Written:
    rule = rulebook()[id]
    return {
        "says": rule.statement,
        "sources": " ".join(rule.sources),
        "hazards": " ".join(rule.hazards),
        "numbers": {name: limits()[name].value for name in limits_of(rule)},
        "code": fingerprint(rule.reads),
    }


def _owner(id: str) -> tuple[str, str, str] | None:
    """(kind, id, part) for a sentence of a rule or a movement."""
    path = id.split(".", 2)
    return (path[0], path[1], path[2]) if path[0] in OWN_WORDS and len(path) == 3 else None


def _spoken() -> dict[Key, Written]:
    """The words of rules and movements, by their owner."""
    found: dict[Key, Written] = {}
    for id, value in words().items():
        if owner := _owner(id):
            kind, owned, part = owner
            text = list(value) if isinstance(value, tuple) else value
            found.setdefault((kind, owned), {})[part] = text
    return found


def _rows() -> Iterator[tuple[str, str, Written]]:
    """Rows of content tables: zones, questions, care cards and sources."""
    yield from _table("zone", "zones.toml", "zone")
    for file in ASKED:
        for table, rows in read(f"questions/{file}.toml").items():
            if isinstance(rows, list):
                yield from _asked(table, rows)
    for table in ("page", "topic", "stretch"):
        for kind, id, row in _table(
            "care", "care.toml", table, "id" if table != "page" else "slug"
        ):
            yield kind, f"{table}.{id}", row
    yield from _table("source", "sources.toml", "source")
    yield from _hazards()
    for row in read("seed.toml")["statement"]:
        yield "seed", row["id"], {"says": row["says"]}
    for row in read("open_points.toml")["point"]:
        yield "point", str(row["id"]), {name: row[name] for name in ("now", "question")}
    for space in SPACES:
        yield "table", space.id, _cases(space)


def _cases(space: Space) -> Written:
    """What a complete table is about: its rules, its size, what counts as worse, and exceptions."""
    return {
        "rules": " ".join(space.rules),
        "cases": space.size,
        "worse": [f"{one.name}: {len(one.worse)} pairs" for one in space.axes if one.worse],
        "softer": [f"{one.axis}: {one.cases}, {one.why}" for one in space.exceptions],
    }


def _table(kind: str, file: str, table: str, key: str = "id") -> Iterator[tuple[str, str, Written]]:
    for row in read(file)[table]:
        yield kind, row[key], _plain({k: v for k, v in row.items() if k != key})


def _hazards() -> Iterator[tuple[str, str, Written]]:
    """Each hazard with how grave it is and what keeps it away; who read it when is no part."""
    for row in read("hazards.toml")["hazard"]:
        own = ("id", "control", "assessed", "reader")
        controls = [
            " ".join((one["kind"], *one.get("rules", ()))) + f": {one['what']}"
            for one in row.get("control", ())
        ]
        told = {k: v for k, v in row.items() if k not in own}
        yield "hazard", row["id"], _plain(told) | {"controls": controls}


def _asked(table: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str, Written]]:
    """Pages, items, fields and groups; the lines or fields of a page each by themselves."""
    for row in rows:
        id = row.get("id") or row.get("name") or row["group"]
        inner = {k: v for k, v in row.items() if k in ("line", "field")}
        rest = _plain({k: v for k, v in row.items() if k not in (*inner, "id", "name", "group")})
        rest |= {f"{k}s": [one.get("id") or one["name"] for one in v] for k, v in inner.items()}
        yield "ask", f"{table}.{id}", rest
        for lines in inner.values():
            for one in lines:
                name = one.get("id") or one["name"]
                own = {k: v for k, v in one.items() if k not in ("id", "name")}
                yield "ask", f"{table}.{id}.{name}", _plain(own)


def _plain(row: Mapping[str, Any]) -> Written:
    """A row with its tables as one line each, its drawing as a fingerprint, and no icon."""
    return {key: _line(key, value) for key, value in row.items() if key != "icon"}


def _line(key: str, value: Any) -> Any:
    if key == "figure":
        return sha256(dumps(value, sort_keys=True).encode()).hexdigest()[:DIGITS]
    if isinstance(value, dict):
        return ", ".join(f"{name} {_line(name, one)}" for name, one in value.items())
    if isinstance(value, list) and all(isinstance(one, int) for one in value):
        return " to ".join(map(str, value))
    return value
