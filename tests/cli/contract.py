"""What do the commands answer to this JSON? Checked against the published schemas on both sides."""

import json
from functools import cache
from importlib import import_module
from typing import Any

from pydantic_core import to_json

from spineward.cli import assess, respond
from spineward.cli.schema import schema

Validator = import_module("jsonschema").Draft202012Validator  # it brings no types
COMMANDS = {"assess": assess.answer, "respond": respond.answer}


@cache
def validator(kind: str) -> Any:
    """The published schema of one input or output; its own form is checked too."""
    published = json.loads(json.dumps(schema(kind)))
    Validator.check_schema(published)
    return Validator(published)


def answered(command: str, given: Any) -> dict[str, Any]:
    """The command's answer as its reader gets it. Input and output fit the schemas."""
    validator(command).validate(given)
    answer: dict[str, Any] = json.loads(to_json(COMMANDS[command](json.dumps(given))))
    validator(f"{command}-output").validate(answer)
    return answer
