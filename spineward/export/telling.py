"""How is a difference told, so that a clinician can judge it? One line a moment, and a summary."""

import dataclasses
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from spineward.diary.versions import content_version, rules_version
from spineward.export.reading import Archive
from spineward.export.redeciding import Moment, counted

FOLLOWS_THE_GATE = ("offered", "excluded", "in_plan", "dose")
"""What changes along with the gate: told only when the gate is as it was. The JSON has it all."""
MARKS = {"looser": "LOOSER", "stricter": "stricter", "reasons": "reasons"}


def lines(archive: Archive, found: Sequence[Moment]) -> Iterator[str]:
    """The summary, and a line for each moment that would be otherwise today."""
    for moment in found:
        if moment.direction is not None:
            yield f"{MARKS[moment.direction]:<9} {_when(moment.at)}, {moment.what}: {_said(moment)}"
    ways = counted(found)
    yield (
        f"{len(found)} moments decided again, {ways.total()} differ: {ways['looser']} looser, "
        f"{ways['stricter']} stricter, {ways['reasons']} only in reasons"
    )
    yield _versions(archive)


def as_json(archive: Archive, found: Sequence[Moment]) -> dict[str, Any]:
    """The same with every changed field."""
    ways = counted(found)
    return {
        "archive": {
            "version": archive.manifest.version,
            "rules_versions": sorted(_stored(archive, "rules_version")),
            "content_versions": sorted(_stored(archive, "content_version")),
        },
        "rules_version": rules_version(),
        "content_version": content_version(),
        "moments": len(found),
        "differ": ways.total(),
        **ways,
        "differences": [
            {
                "at": moment.at.isoformat(),
                "moment": moment.what,
                "direction": moment.direction,
                "said": _said(moment),
                "changes": [dataclasses.asdict(change) for change in moment.changes],
            }
            for moment in found
            if moment.changes
        ],
    }


def _said(moment: Moment) -> str:
    gate = any(change.what == "movement_gate" for change in moment.changes)
    told = [
        change.said
        for change in moment.changes
        if not (gate and change.what.partition(".")[0] in FOLLOWS_THE_GATE)
    ]
    return "; ".join(told)


def _when(at: datetime) -> str:
    return f"{at.day} {at:%b %Y %H:%M}"


def _stored(archive: Archive, version: str) -> set[str]:
    return {getattr(line, version) for line in archive.tables["decisions"]}


def _versions(archive: Archive) -> str:
    """Which rules decided then, and which decide now."""
    then = sorted(_stored(archive, "rules_version")) or ["none"]
    content = sorted(_stored(archive, "content_version")) or ["none"]
    return (
        f"Rules then: {', '.join(then)}; today: {rules_version()}. "
        f"Content then: {', '.join(content)}; today: {content_version()}."
    )
