"""spineward assess: what follows from one situation, or from one a line?"""

import sys
from argparse import ArgumentParser, Namespace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from spineward.cli import source
from spineward.cli.contract.refusal import Refused, one_line
from spineward.cli.contract.situation import SituationIn
from spineward.cli.progress import Progress
from spineward.clinical.assessment import assess_case
from spineward.clinical.case import Case
from spineward.clinical.intake import InvalidInput, checked
from spineward.clinical.plan import plan
from spineward.export.output import assessed

ABOUT = "assess one situation (JSON), or one a line with --lines"
_ADAPTER = TypeAdapter(SituationIn)


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", nargs="?", default="-", help="a file, or - for standard input")
    parser.add_argument("--lines", action="store_true", help="JSON Lines: one situation a line")


def run(options: Namespace) -> int:
    """Print the outputs as JSON; 2 when something was refused."""
    try:
        if options.lines:
            return _lines(options.file)
        result = answer(source.whole(options.file))
    except Refused as refusal:
        print(f"spineward assess: {refusal}", file=sys.stderr)
        return 2
    print(to_json(result, indent=2).decode())
    return 0


def answer(text: str | bytes) -> dict[str, Any]:
    """The outputs for one situation as JSON text. Raises Refused with one line."""
    try:
        given = _ADAPTER.validate_json(text)
        case = Case(checked(given.facts(datetime.now().astimezone())))
    except ValidationError as error:
        raise Refused(one_line(error)) from None
    except InvalidInput as error:
        raise Refused(str(error)) from None
    assessment = assess_case(case)
    return assessed(assessment, plan(case, assessment))


def _lines(name: str) -> int:
    """Answer each line; a refused one is reported with its number and the rest goes on."""
    refused = 0
    progress = Progress(source.size(name))
    for number, line in enumerate(source.lines(name), start=1):
        if line is not None and not line.strip():
            continue
        try:
            result = answer(_not_too_long(line).strip())
        except Refused as refusal:
            refused += 1
            result = {"line": number, "error": str(refusal)}
            progress.say(f"spineward assess: line {number}: {refusal}")
        progress.out(to_json(result) + b"\n")
        progress.step(number, len(line or b""))
    progress.end()
    return 2 if refused else 0


def _not_too_long(line: bytes | None) -> bytes:
    if line is None:
        raise Refused(source.TOO_LONG)
    return line
