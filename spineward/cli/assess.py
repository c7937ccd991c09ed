"""spineward assess: what follows from one situation, or from one a line?"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from spineward.cli.contract.output import assessed
from spineward.cli.contract.refusal import Refused, one_line
from spineward.cli.contract.situation import SituationIn
from spineward.clinical.assessment import assess_case
from spineward.clinical.case import Case
from spineward.clinical.intake import checked
from spineward.clinical.plan import plan

ABOUT = "assess one situation (JSON), or one a line with --lines"
_ADAPTER = TypeAdapter(SituationIn)
_PROGRESS_EVERY = 200


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", nargs="?", default="-", help="a file, or - for standard input")
    parser.add_argument("--lines", action="store_true", help="JSON Lines: one situation a line")


def run(options: Namespace) -> int:
    """Print the outputs as JSON; 2 when something was refused."""
    try:
        if options.file == "-":
            return _lines(sys.stdin, 0) if options.lines else _one(sys.stdin.read())
        path = Path(options.file)
        if not options.lines:
            return _one(path.read_text("utf-8"))
        with path.open(encoding="utf-8") as lines:
            return _lines(lines, path.stat().st_size)
    except (OSError, UnicodeDecodeError) as error:
        print(f"spineward assess: {options.file}: {error}", file=sys.stderr)
        return 2


def _one(text: str) -> int:
    try:
        print(json.dumps(answer(text), indent=2))
    except Refused as refusal:
        print(f"spineward assess: {refusal}", file=sys.stderr)
        return 2
    return 0


def answer(text: str | bytes) -> dict[str, Any]:
    """The outputs for one situation as JSON text. Raises Refused with one line."""
    try:
        given = _ADAPTER.validate_json(text)
        case = Case(checked(given.facts(datetime.now().astimezone())))
    except ValidationError as error:
        raise Refused(one_line(error)) from None
    except ValueError as error:
        raise Refused(str(error)) from None
    assessment = assess_case(case)
    return assessed(assessment, plan(case, assessment))


def _lines(lines: Iterable[str], size: int) -> int:
    """Answer each line; a refused one is reported with its number and the rest goes on.

    `size` is the length of the input in bytes, 0 when unknown: then the bar only counts.
    """
    refused = number = read = 0
    bar = sys.stderr.isatty()
    for number, line in enumerate(lines, start=1):
        read += len(line)
        if not line.strip():
            continue
        try:
            result = answer(line)
        except Refused as refusal:
            refused += 1
            result = {"line": number, "error": str(refusal)}
            print(f"spineward assess: line {number}: {refusal}", file=sys.stderr)
        sys.stdout.write(json.dumps(result) + "\n")
        if bar and number % _PROGRESS_EVERY == 0:
            print(_bar(number, read, size), end="", file=sys.stderr, flush=True)
    if bar:
        print(_bar(number, size, size), file=sys.stderr)
    return 2 if refused else 0


def _bar(number: int, read: int, size: int) -> str:
    if not size:
        return f"\r{number} situations"
    share = min(1.0, read / size)
    return f"\r[{'#' * round(share * 30):<30}] {share:4.0%} {number} situations"
