"""What do the commands answer to this JSON? Checked against the published schemas on both sides."""

import json
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

import pytest
from pydantic_core import to_json

from spineward.cli import assess, respond
from spineward.cli.contract.refusal import Refused
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


def refusal(answer: Callable[[str | bytes], dict[str, Any]], text: str | bytes) -> str:
    """Why this text is refused; always a single line of plain characters."""
    with pytest.raises(Refused) as refused:
        answer(text)
    said = str(refused.value)
    assert said.isascii()
    assert said.isprintable()
    return said
