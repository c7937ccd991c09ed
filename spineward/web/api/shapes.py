"""What may be sent, and what comes back? The engine's own types, by their own names."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, create_model
from typing_extensions import TypedDict

from spineward.clinical import intake
from spineward.clinical.catalogue import drawing_version
from spineward.clinical.check_in import Kind
from spineward.clinical.facts import Situation
from spineward.clinical.facts.chart import Reading
from spineward.clinical.facts.ranges import RANGES
from spineward.clinical.facts.session import SessionEvent, Step
from spineward.clinical.questions import forms, items, pages
from spineward.diary import check
from spineward.export.results import Offered, Responded
from spineward.web.api.reading import Sent
from spineward.web.shell.entries import Event, Start

OTHER_PAGES = ("chart", "examined")
"""Pages of the check-in that have neither lines nor fields in a list."""
KEYS: Mapping[str, Iterable[str]] = {
    "background": intake.BACKGROUND,
    "clearance": intake.CLEARANCES,
    "cleared": intake.CLEARANCES,
    "item": intake.ITEMS,
    "detail": intake.ITEMS,
    "since": intake.REVIEWABLE,
    "worsened": intake.REVIEWABLE,
    "examined": intake.REVIEWABLE,
    "reviewed": intake.REVIEWABLE,
    "features": intake.FEATURES,
    "medicines": intake.MEDICINES,
}
"""Which keys each map of answers may have."""


def _known(allowed: Iterable[str]) -> AfterValidator:
    """Refuses text that is none of these."""
    ids = frozenset(allowed)

    def known(value: str) -> str:
        if value not in ids:
            raise ValueError("a name of the list in /api/v1/openapi.json")
        return value

    return AfterValidator(known)


def _listed(allowed: Iterable[str]) -> Any:
    """Tells them in the document."""
    return Field(json_schema_extra={"enum": list(allowed)})


def page_names() -> tuple[str, ...]:
    """Every page of a check-in, as its address names it."""
    asked = [id for id, item in items().items() if not item.derived]
    health = [line.id for page in pages().values() for line in page.lines if line.asks]
    names = (
        *pages(),
        *forms(),
        *OTHER_PAGES,
        *(f"item.{id}" for id in asked),
        *(f"clarify.{id}" for id in items()),
        *(f"health.{id}" for id in health),
    )
    return tuple(dict.fromkeys(names))


def line_names() -> tuple[str, ...]:
    """Every line of a tick list, and the one tick of the page `changes`."""
    lines = (line.id for page in pages().values() for line in page.lines)
    return tuple(dict.fromkeys((*lines, "changed")))


def drawings() -> tuple[str, ...]:
    """The body map that a chart may be marked on; none for every other page."""
    return "", drawing_version()


class AnswersSent(Sent):
    """The answers of one page of a check-in, by the names of a situation; null withdraws one."""

    page: Annotated[str, _known(page_names()), _listed(page_names())]
    answers: dict[str, Any]
    ticked: list[Annotated[str, _known(line_names()), _listed(line_names())]] = []
    drawing: Annotated[str, _known(drawings()), _listed(drawings())] = ""


class CheckInSent(Sent):
    """The last button of a check-in."""

    kind: Kind


class WeekSent(Sent):
    """A weekly entry."""

    entry: dict[str, Any]


ANSWERS, CHECK_IN, WEEK = TypeAdapter(AnswersSent), TypeAdapter(CheckInSent), TypeAdapter(WeekSent)
START, EVENT = TypeAdapter(Start), TypeAdapter(Event)


def _open(name: str, hint: Any) -> Any:
    """The type of one answer as it may be sent: within its range, by known keys, or withdrawn."""
    if get_origin(hint) is Mapping:
        literal: Any = Literal
        table: Any = dict
        key, value = get_args(hint)
        key = literal[tuple(sorted(KEYS[name]))] if name in KEYS else key
        return table[key, value | None] | None
    if name in RANGES:
        low, high = RANGES[name]
        number = Annotated[int, Field(ge=low, le=high)]
        return (tuple[number, ...] if "tuple" in str(hint) else number) | None
    return hint | None


def _facts(title: str, hints: Mapping[str, Any]) -> type[BaseModel]:
    fields: dict[str, Any] = {name: (_open(name, hint), None) for name, hint in hints.items()}
    return create_model(title, __config__=ConfigDict(extra="forbid"), **fields)


def _told(base: type[BaseModel], **fields: Any) -> TypeAdapter[Any]:
    """The same shape with the parts described that the diary itself reads."""
    given: dict[str, Any] = {name: (shape, ...) for name, shape in fields.items()}
    return TypeAdapter(create_model(base.__name__, __base__=base, __doc__=base.__doc__, **given))


SENT: Mapping[str, TypeAdapter[Any]] = {
    "Answers": _told(AnswersSent, answers=_facts("Facts", check.SITUATION)),
    "Finish": CHECK_IN,
    "Week": _told(WeekSent, entry=_facts("WeekFacts", check.WEEK)),
    "Start": _told(Start, reading=Reading),
    "Event": _told(Event, event=SessionEvent),
}
"""What may be sent, by the names of the document."""

_KNOWN: dict[str, Any] = {
    name: (hint, ...) for name, hint in get_type_hints(Situation).items() if name != "history"
}
SituationNow = create_model(
    "SituationNow",
    __config__=ConfigDict(from_attributes=True),
    __doc__="All that is known now.",
    **_KNOWN,
)


class Draft(TypedDict):
    """The check-in under way. `next` is the page to answer now; null = it can be finished, and
    stop.emergency or stop.result = finish it now, for the assessment cannot wait."""

    kind: Kind
    pages: list[str]
    answered: dict[str, datetime]
    next: str | None


class PlanNow(TypedDict):
    """What may be done now, in order of offer. `opens_at`: the earliest start of a session."""

    offered: list[Offered]
    opens_at: datetime | None


class SessionNow(TypedDict):
    """Where a session stands. `outcome` is that of the current set, once there is one."""

    id: UUID
    step: Step
    movement: str | None
    set_number: int
    half_range: bool
    outcome: Responded | None
    waits_until: datetime | None
    awaits_re_ask: bool
    remaining: list[str]
