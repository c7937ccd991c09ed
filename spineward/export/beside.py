"""What lies beside the lines in an archive? What they mean, for a person and for a program.

A page in plain words, the JSON Schema of every line, and the body maps that charts were marked on.
Nothing of the person stands in them, and no clock: only the counts differ between diaries.
"""

import json
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files
from typing import Literal

from pydantic.json_schema import models_json_schema

from spineward.export.form import PERSON, TABLES, Part, PersonLine, file_of

INDEX, SCHEMA = "index.html", "schema.json"
MODE: Literal["validation"] = "validation"
MEANT: dict[str, str] = {
    PERSON: "Your settings: emergency number, reminders, language. Your name is not kept.",
    "answers": "Each page you answered, as you sent it.",
    "check_ins": "Each check-in you finished: pain, chart, and what you can do.",
    "weekly": "Your weekly entries.",
    "decisions": "What Spineward said each time, and why.",
    "locks": "Each time movement was locked.",
    "lock_releases": "Each time it was open again.",
    "sessions": "Each session you started, with its plan.",
    "session_events": "All that happened in a session, step by step.",
    "session_summaries": "What each session came to.",
    "notes": "Your own words.",
    "set_aside": "What arrived late and had no place.",
    "told": "Which news you were told.",
}
"""What each file holds, in words for the person."""
HEAD = "".join(f'<th scope="col">{name}</th>' for name in ("File", "What it is", "Lines"))
STYLE = (
    "body{font:18px/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;"
    "color:#1d2833;background:#fbf9f5}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;padding:.5rem .75rem;border-bottom:1px solid #c9c4ba}"
    "td.count{text-align:right}code{overflow-wrap:anywhere}"
    "@media(prefers-color-scheme:dark){body{color:#e8e6e1;background:#14181d}"
    "th,td{border-color:#3a424c}}"
)


def beside(counts: Mapping[str, int]) -> dict[str, bytes]:
    """These files by name; `counts` says how many lines each table has."""
    return {INDEX: _index(counts).encode(), SCHEMA: schema(), **drawings()}


@cache
def drawings() -> dict[str, bytes]:
    """The body maps, by version: a chart names the one that it was marked on."""
    content = files("spineward") / "content"
    names = sorted(entry.name for entry in content.iterdir())
    maps = [name for name in names if name.startswith("zones-") and name.endswith(".svg")]
    return {name: (content / name).read_bytes() for name in maps}


@cache
def schema() -> bytes:
    """The JSON Schema of the lines of each file."""
    kinds: dict[str, type[Part]] = {
        file_of(PERSON): PersonLine,
        **{file_of(name): TABLES[name] for name in TABLES},
    }
    found, shared = models_json_schema([(kind, MODE) for kind in kinds.values()])
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Lines of a Spineward archive, by file",
        "properties": {name: found[kind, MODE] for name, kind in kinds.items()},
        **shared,
    }
    return json.dumps(document, indent=2, sort_keys=True).encode() + b"\n"


def _index(counts: Mapping[str, int]) -> str:
    rows = "\n".join(
        f"<tr><td><code>{file_of(name)}</code></td><td>{escape(said)}</td>"
        f'<td class="count">{counts[name]}</td></tr>'
        for name, said in MEANT.items()
    )
    maps = " ".join(f"<code>{name}</code>" for name in drawings())
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A Spineward diary</title>
<style>{STYLE}</style>
</head>
<body>
<h1>A Spineward diary</h1>
<p>This is everything that you entered, and all that Spineward made of it.</p>
<p>Keep it as you keep a letter from a doctor. Anyone who has it can read it.</p>
<h2>To bring it back</h2>
<p>Open Spineward. Go to Settings, then Your data. Choose the zip file there.</p>
<h2>What stands in it</h2>
<table>
<thead><tr>{HEAD}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
<h2>For programs</h2>
<p>Each <code>.jsonl</code> file is JSON Lines: one JSON object a line, in UTF-8.</p>
<p><code>{SCHEMA}</code> says what a line of each file may hold.</p>
<p><code>manifest.json</code> names each file with its length and its SHA-256.</p>
<p>Times carry the offset of the clock they were made by.</p>
<p>The body map that a chart was marked on: {maps}</p>
</body>
</html>
"""
