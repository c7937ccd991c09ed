"""spineward respond: what do the readings of one set mean?"""

import sys
from argparse import ArgumentParser, Namespace
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from spineward.cli import source
from spineward.cli.contract.refusal import Refused, one_line
from spineward.cli.contract.set_readings import SetReadingsIn
from spineward.clinical.response import read_set
from spineward.export.output import responded

ABOUT = "read one set (JSON: t0, tdur, t1, t2, context)"
_ADAPTER = TypeAdapter(SetReadingsIn)


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", nargs="?", default="-", help="a file, or - for standard input")


def run(options: Namespace) -> int:
    """Print label, verdict and fired rows as JSON; 2 when the input was refused."""
    try:
        result = answer(source.whole(options.file))
    except Refused as refusal:
        print(f"spineward respond: {refusal}", file=sys.stderr)
        return 2
    print(to_json(result, indent=2).decode())
    return 0


def answer(text: str | bytes) -> dict[str, Any]:
    """The outcome of one set as JSON text. Raises Refused with one line."""
    try:
        readings, context = _ADAPTER.validate_json(text).facts()
    except ValidationError as error:
        raise Refused(one_line(error)) from None
    return responded(read_set(readings, context))
