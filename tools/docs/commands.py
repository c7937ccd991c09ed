"""Which commands are there? Read from the parsers that the program itself uses."""

import subprocess
import sys
from argparse import SUPPRESS, Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from spineward.cli.__main__ import COMMANDS
from tools.docs.markdown import code, page, table

ROOT = Path(__file__).parents[2]
LEAD = """Installed, the command is `spineward`; in a clone it is `.venv/bin/spineward`, made by
`python3 dev.py setup`. The names of fields and the allowed answers are a public contract:
[assess](contract-assess.md), [respond](contract-respond.md)."""

EXITS = {
    "up": {
        0: "ended by Ctrl-C",
        1: "it could not start; one plain sentence says why",
        2: "an option is not allowed",
    },
    "assess": {
        0: "every situation was answered",
        2: "a situation was refused, or the file could not be read",
    },
    "respond": {0: "the set was answered", 2: "it was refused, or the file could not be read"},
    "rules": {0: "printed", 2: "there is no such rule"},
    "schema": {0: "printed", 2: "there is no such schema"},
    "content": {0: "the content is sound", 1: "it is not; each problem on a line"},
    "archive": {
        0: "the archive is written",
        1: "nothing was written; one plain sentence says why",
        2: "an option is not allowed",
    },
    "restore": {
        0: "the diary holds all of the archive",
        1: "nothing was changed; one plain sentence says why",
        2: "an option is not allowed",
    },
    "demo": {
        0: "ended by Ctrl-C; the example is removed",
        1: "it could not start; one plain sentence says why",
        2: "an option is not allowed",
    },
    "fhir": {
        0: "the file is written, or all of it was taken in",
        1: "something was refused, or nothing was done; each reason on a line",
        2: "an option is not allowed",
    },
    "replay": {
        0: "today's rules decide each moment as it was decided",
        1: "at least one moment would be decided otherwise",
        2: "the archive cannot be read; one line names the file and the line in it",
    },
}
EXAMPLES = {
    "up": ["up", "up --no-browser --port 0", "up --data-dir my-diary"],
    "assess": ["assess docs/examples/situation.json", "assess --lines situations.jsonl"],
    "respond": ["respond docs/examples/set.json"],
    "rules": ["rules list", "rules explain A1", "rules explain row5", "rules review review.html"],
    "schema": ["schema assess", "schema respond-output"],
    "content": ["content check"],
    "archive": ["archive diary.zip", "archive diary.zip --data-dir my-diary"],
    "restore": ["restore diary.zip", "restore diary.zip --join"],
    "demo": ["demo", "demo --no-browser --port 0"],
    "fhir": ["fhir export diary.json", "fhir import diary.json", "fhir rules rules.json"],
    "replay": ["replay diary.zip", "replay diary.zip --json"],
}
NOTES = {
    "archive": """One zip file with a JSON Lines file for each table, and a manifest with the
version of the form, of rules, content and words. The same diary gives the same bytes. A file that
is there already is left as it is. It holds health data as plain text, and only its owner may read
it: keep it as you keep a letter from a clinic.""",
    "restore": """Adds what the diary lacks, each row once, and changes no row that is there:
[A diary comes back](../decisions/0034-a-diary-comes-back.md). An archive of any version is read. A
diary that shares no entry with the archive may be someone else's; only `--join` makes them one.""",
    "demo": """Twelve weeks of an example person, marked on every page. It has a folder of its own,
which is removed at the end, and touches no diary:
[An example apart](../decisions/0035-an-example-apart.md).""",
    "fhir": """What becomes of what, and which codes are used: [FHIR](fhir.md). A Bundle of our own
comes back whole or not at all. Of what others wrote, pain from 0 to 10 and answers to our questions
become notes, which no rule reads; the rest is refused, each resource with its reason.""",
    "replay": """Reads the archive alone; no diary is opened and none is changed. Each stored
decision, set and session is decided again from what the diary held at that moment. A line tells
what was decided then and what would be decided today; "LOOSER" is what to look at before a release:
[Archive and replay](../decisions/0019-archive-and-replay.md).""",
    "assess": """A bad field is refused in one line on standard error: the field, its value and what
is allowed. With `--lines` each line of the input gives one line of output; a refused line gives
`{"line": 3, "error": "..."}` in its place, and the rest goes on. On a terminal a bar shows how far
it has come. Blank lines are passed over.""",
    "up": """The address that it prints carries a token that lets one browser in, once. The diary
lies in the folder that the platform keeps for such data, unless `--data-dir` names another.""",
}


def parser_of(command: str) -> ArgumentParser:
    """The parser of one command."""
    module = import_module(f"spineward.cli.{command}")
    parser = ArgumentParser(prog=f"spineward {command}", description=module.ABOUT)
    module.arguments(parser)
    return parser


def commands() -> str:
    """The page of all commands."""
    return page("Commands", LEAD, *(_section(command) for command in COMMANDS), *_verbs())


def _verbs() -> Iterator[str]:
    """What dev.py says when it is called bare."""
    dev = [sys.executable, str(ROOT / "dev.py")]
    said = subprocess.run(dev, capture_output=True, text=True, check=True)
    yield "## In a clone: python3 dev.py"
    yield "Prepares what the verb needs, then does it. Called bare, it lists its verbs:"
    yield code(said.stdout)


def _section(command: str) -> str:
    parser = parser_of(command)
    parts = [f"## spineward {command}", _sentence(str(parser.description)), *_arguments(parser)]
    if note := NOTES.get(command):
        parts.append(note)
    exits = [(str(number), meaning) for number, meaning in EXITS[command].items()]
    parts += [
        table(["Exit code", "Meaning"], exits),
        code("\n".join(f"spineward {example}" for example in EXAMPLES[command])),
    ]
    return "\n\n".join(parts)


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _arguments(parser: ArgumentParser) -> Iterator[str]:
    """A table of the arguments, and one for each verb within the command."""
    rows = [_row(action) for action in parser._actions if _told(action)]
    if rows:
        yield table(["Argument", "Allowed", "Meaning"], rows)
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            for choice in action._choices_actions:
                yield f"**{parser.prog} {choice.dest}**: {choice.help}"
                yield from _arguments(action.choices[choice.dest])


def _told(action: Action) -> bool:
    return action.dest != "help" and not isinstance(action, _SubParsersAction)


def _row(action: Action) -> tuple[str, str, str]:
    name = ", ".join(action.option_strings) or action.metavar or action.dest.upper()
    allowed = " ".join(f"`{choice}`" for choice in action.choices or ())
    if not allowed and action.nargs == 0:
        allowed = "no value"
    needed = "" if action.option_strings or action.nargs == "?" else " (needed)"
    about = "" if action.help in (None, SUPPRESS) else str(action.help)
    return f"`{name}`{needed}", allowed or "text", about
