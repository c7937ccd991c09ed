"""spineward respond: what do the readings of one set mean?"""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from spineward.cli.contract.output import responded
from spineward.cli.contract.refusal import Refused, one_line
from spineward.cli.contract.set_readings import SetReadingsIn
from spineward.clinical.intake import ITEMS, InvalidInput, check_chart
from spineward.clinical.response import read_set

ABOUT = "read one set (JSON: t0, tdur, t1, t2, context)"
_ADAPTER = TypeAdapter(SetReadingsIn)


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", nargs="?", default="-", help="a file, or - for standard input")


def run(options: Namespace) -> int:
    """Print label, verdict and fired rows as JSON; 2 when the input was refused."""
    try:
        source = sys.stdin.read() if options.file == "-" else Path(options.file).read_text("utf-8")
        print(json.dumps(answer(source), indent=2))
    except (Refused, OSError) as refusal:
        print(f"spineward respond: {refusal}", file=sys.stderr)
        return 2
    return 0


def answer(text: str | bytes) -> dict[str, Any]:
    """The outcome of one set as JSON text. Raises Refused with one line."""
    try:
        readings, context = _ADAPTER.validate_json(text).facts()
        for point in ("t0", "tdur", "t1", "t2", "at_10", "at_30"):
            if (reading := getattr(readings, point)) is not None:
                check_chart(f"{point}.chart", reading.chart)
        check_chart("context.session_t0", context.session_t0)
        for flag in context.red_flags:
            if flag.removesuffix("?") not in ITEMS:
                raise InvalidInput("context.red_flags", flag, "A1-A16 or B1-B10")
    except ValidationError as error:
        raise Refused(one_line(error)) from None
    except ValueError as error:
        raise Refused(str(error)) from None
    return responded(read_set(readings, context))
