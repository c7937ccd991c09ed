"""How does an outbox saved as a file come into the diary? Entry by entry, by the same door."""

import json
from collections import Counter
from typing import Any, Literal
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from pydantic import BaseModel, ConfigDict, ValidationError

from spineward.web.outbox.placing import aside, place
from spineward.web.shell import entries, person

LARGEST = 5_000_000
"""Bytes of a file; months without a network need less."""
BEFORE_IT = "The entry before it is not in the file."


class NoFile(Exception):
    """Why a file cannot be taken in, in one sentence."""


class _Outbox(BaseModel):
    model_config = ConfigDict(strict=True)

    spineward: Literal["outbox"]
    version: Literal[1]
    events: list[dict[str, Any]]


def take_in(request: HttpRequest, file: "UploadedFile[bytes] | None") -> dict[str, int]:
    """Place every entry of a file, in its order; how many went where. Raises NoFile, Unsaved."""
    if file is None or (file.size or 0) > LARGEST:
        raise NoFile("Choose the file that Spineward saved.")
    try:
        outbox = _Outbox.model_validate_json(file.read())
    except ValidationError:
        raise NoFile("This is not a file that Spineward saved.") from None
    went = Counter(_take(request, dict(one)) for one in outbox.events)
    return {name: went[name] for name in ("diary", "known", "aside", "unread")}


def _take(request: HttpRequest, one: dict[str, Any]) -> str:
    """Place one entry; where it went."""
    try:
        id = UUID(str(one.pop("uuid", "")))
        entry, whole = entries.read(json.dumps(one).encode())
    except (entries.NoEntry, ValueError):
        return "unread"
    own = person.own()
    placed = place(request, own, id, entry, whole)
    if placed.kept == "waits":
        # Nobody sends it again, so it is kept aside rather than lost.
        return aside(own, id, entry, whole, BEFORE_IT, told=entry.at).kept
    return placed.kept
