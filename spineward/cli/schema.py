"""spineward schema: what shape do the inputs and outputs have?"""

import json
from argparse import ArgumentParser, Namespace
from typing import Any

from pydantic import TypeAdapter

from spineward.cli.contract.set_readings import SetReadingsIn
from spineward.cli.contract.situation import SituationIn
from spineward.export.results import Assessed, Responded

ABOUT = "print the JSON Schema of an input or output"
KINDS: dict[str, tuple[type, str]] = {
    "assess": (SituationIn, "validation"),
    "assess-output": (Assessed, "serialization"),
    "respond": (SetReadingsIn, "validation"),
    "respond-output": (Responded, "serialization"),
}


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("kind", nargs="?", choices=KINDS, help="which one; all when left out")


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of one input or output."""
    model, mode = KINDS[kind]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **TypeAdapter(model).json_schema(
            mode="validation" if mode == "validation" else "serialization"
        ),
    }


def run(options: Namespace) -> int:
    """Print one schema, or all by name."""
    kinds = [options.kind] if options.kind else list(KINDS)
    found = {kind: schema(kind) for kind in kinds}
    print(json.dumps(found[options.kind] if options.kind else found, indent=2))
    return 0
