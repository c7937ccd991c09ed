"""What does a set mean, by the response file alone? The reference that islands copy step by step.

What it cannot read, does not know or finds stale stops the session.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from spineward.clinical.facts import CareLevel, Gate, SetOutcome, SetVerdict
from spineward.clinical.set_verdict import worst
from spineward.clinical.signs import PartSigns, SetSigns, Signs
from spineward.clinical.wire import FORM

PARTS = ("left", "right", "back")
DERIVED = {"found", "stopped_by_rows_5_to_7"}
"""Axes of the file that the look-up itself fills."""
UNREADABLE = (KeyError, TypeError, IndexError, ValueError, AttributeError)
ROWS_5_TO_7 = ("row 5", "row 6", "row 7")
STOPPED = SetOutcome("NOT_ASSESSED", SetVerdict.STOP_SESSION, 0, (), gate=Gate.EASE_ONLY)
"""What a set means when its answer cannot be looked up."""
Told = Mapping[str, Any]
"""The signs of a set by name and label, as a page has them (`as_told`)."""


class WireError(ValueError):
    """A response file that cannot be used, or an answer that it does not know."""


def outcome_from(packed: Mapping[str, Any], inherits: SetOutcome | None = None) -> SetOutcome:
    """One outcome of the file; what a session stop leaves open it inherits from the rows."""
    return SetOutcome(
        packed["label"] if inherits is None else inherits.label,
        SetVerdict[packed["verdict"]],
        packed["row"] if inherits is None else inherits.row,
        tuple(packed.get("fired", ())),
        CareLevel[packed.get("level", "SELF_CARE")],
        Gate[packed["gate"]] if "gate" in packed else None,
        tuple(packed.get("asks", ())),
        packed.get("again"),
        packed.get("at_30"),
    )


@dataclass(frozen=True, slots=True)
class WireTable:
    """One table: its axes, and the place of each case's outcome, the last axis fastest."""

    axes: tuple[tuple[str, tuple[str, ...]], ...]
    codes: tuple[int, ...]

    def place(self, told: Told) -> int:
        """The outcome's place for these signs. Raises WireError for a sign it does not know."""
        case = 0
        for name, labels in self.axes:
            if told.get(name) not in labels:
                raise WireError(f"{name}: {told.get(name)!r} is not known")
            case = case * len(labels) + labels.index(told[name])
        return self.codes[case]


@dataclass(frozen=True, slots=True)
class Response:
    """A response file that was read and found whole."""

    outcomes: tuple[Any, ...]
    tables: Mapping[str, WireTable]

    def at(self, table: str, told: Told) -> Any:
        """What a table says."""
        return self.outcomes[self.tables[table].place(told)]

    def check(self, told: Told) -> None:
        """Raises WireError when any sign, looked up or not, has a value that no table knows."""
        axes = {name: labels for one in self.tables.values() for name, labels in one.axes}
        for part in PARTS:
            seen = told["whole"] | told["parts"][part]
            for name in axes.keys() - DERIVED:
                if seen.get(name) not in axes[name]:
                    raise WireError(f"{part}, {name}: {seen.get(name)!r} is not known")

    def outcome(self, told: Told) -> SetOutcome:
        """What a set means, by its signs. Raises WireError for a sign that no table knows."""
        self.check(told)
        found = self.rows(told)
        stopped = found.verdict >= SetVerdict.STOP_MOVEMENT and any(
            row in found.fired for row in ROWS_5_TO_7
        )
        seen = told["whole"] | {"stopped_by_rows_5_to_7": "yes" if stopped else "no"}
        stop = self.at("stops", seen)
        return found if stop is None else worst([found, outcome_from(stop, found)])

    def rows(self, told: Told) -> SetOutcome:
        """What the rows come to, before the session stops are read."""
        whole, parts = told["whole"], told["parts"]
        help_needed = self.at("help", whole)
        each = [self.at("part", whole | parts[part]) for part in PARTS]
        matched = [outcome_from(one) for one in (help_needed, *each) if one is not None]
        if help_needed is not None:
            matched = [one for one in matched if one.verdict == SetVerdict.STOP_AND_ESCALATE]
        found = worst(matched) if matched else None
        kind = "nothing" if found is None else found.verdict.name
        follows = self.at("flow", whole | {"found": kind})
        if follows == "stands" and found is not None:
            return found
        if follows == "ends" and found is not None:
            stop = SetVerdict.STOP_SESSION
            return replace(found, verdict=stop, gate=Gate.EASE_ONLY, re_ask_minutes=None)
        if follows != "change":
            return worst([outcome_from(follows), *matched])
        if (back := self.at("back", parts["back"])) is not None:
            return outcome_from(back)
        read = [self.at("change", whole | parts[part]) for part in told["read"]]
        return worst([outcome_from(one) for one in read])

    def stopped(self, told: Told) -> SetOutcome:
        """A set with a sign that no table knows: it stops, and what calls for help still does."""
        found = [STOPPED]
        for table, part in (("help", "left"), *(("part", part) for part in PARTS)):
            with suppress(*UNREADABLE):
                one = self.at(table, told["whole"] | told["parts"][part])
                found += [outcome_from(one)] if one else []
        return worst([one for one in found if one is STOPPED or one.verdict > STOPPED.verdict])


def decode(text: str, rules: str) -> Response:
    """A file, read. Raises WireError when it is another format, other rules, or not whole."""
    try:
        head = json.loads(text)
        if head["format"] != FORM:
            raise WireError(f"format: {head['format']!r} is not known")
        if head["version"] != rules:
            raise WireError(f"version: {head['version']!r} is stale; the rules are {rules!r}")
        if sha256(head["body"].encode()).hexdigest() != head["sha256"]:
            raise WireError("sha256: the body is not the one that was written")
        body = json.loads(head["body"])
        tables = {name: _table(one) for name, one in body["tables"].items()}
        return Response(tuple(body["outcomes"]), tables)
    except UNREADABLE as wrong:
        raise WireError(str(wrong)) from wrong


def _table(packed: Mapping[str, Any]) -> WireTable:
    axes = tuple((name, tuple(labels)) for name, labels in packed["axes"])
    runs = packed["runs"]
    codes = [code for n, code in zip(runs[::2], runs[1::2], strict=True) for _ in range(n)]
    return WireTable(axes, tuple(codes))


def look_up(text: str, rules: str, told: Told) -> SetOutcome:
    """What a set means, by the file alone. Whatever is amiss stops the session, or more."""
    try:
        known = decode(text, rules)
    except WireError:
        return STOPPED
    try:
        return known.outcome(told)
    except UNREADABLE:
        return known.stopped(told)


def as_told(shown: Signs) -> Told:
    """The signs of a set as a page has them: names and labels only."""
    parts = {"left": shown.left, "right": shown.right, "back": shown.back}
    return {
        "whole": _labels(shown.whole),
        "parts": {name: _labels(part) for name, part in parts.items()},
        "read": list(shown.read),
    }


def _labels(known: SetSigns | PartSigns) -> dict[str, str]:
    names = [name for name in known._fields if name != "whole"]
    return {name: _label(getattr(known, name)) for name in names}


def _label(value: str | bool) -> str:
    return value if isinstance(value, str) else "yes" if value else "no"
