"""What is asked, on which page, and what does an untouched line record?

Reads content/questions: the red-flag screen (pages of lines, items with their follow-ups), the
check-in pages (fields), and the medicine screen. Which page comes next is decided
in check_in; the words stand under the same ids in content/words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal

from spineward.clinical.catalogue import ContentError, Words, by_id, read, words
from spineward.clinical.conditions import CONDITIONS, When

SCREEN = "questions/red_flags.toml"
FORMS = "questions/check_in.toml"
FULL_SCREEN = ("Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7")
"""The pages of the full screen; QS asks part of it again before a session."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a tick list. Unticked, it records "no" for all that it names.

    `opens` are the items whose pages a tick opens, after a page of its own if it `asks` which of
    several things it is. `feeds` are the rules that read it.
    """

    id: str
    feeds: tuple[str, ...]
    items: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    clearance: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    asks: bool = False
    when: When = ""

    @property
    def words(self) -> str:
        """Where its tick line stands in the words."""
        return f"item.{self.id}" if self.id in self.items else f"health.{self.id}"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the red-flag screen: Q1-Q7, or QS before a session."""

    id: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One red-flag item and its own page.

    `features` narrow a yes; `always` are asked whatever the answer. `dates` follow a yes or an
    unsure. `usual` asks about long-standing trouble (spec 1.4), `strength` offers the strength
    check, `clarify_clear` is the harmless answer to the clarifying question. A `derived` item is
    never asked.
    """

    id: str
    answers: Literal["yes_no", "sexual"] = "yes_no"
    dates: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    usual: bool = False
    strength: bool = False
    clarify_clear: Literal["yes", "no"] = "no"
    derived: str = ""
    when: When = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One small question: what may be answered, as choices or as a range of whole numbers."""

    name: str
    kind: str
    answers: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    or_answer: str = ""
    optional: bool = False
    when: When = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A page of fields: the check-in beside the screen."""

    id: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Untouched:
    """What a page's unticked lines answer: "no" for each id named here.

    Of the fields, `spine_procedure` and `team_allowed` are then empty lists, and `pregnant_week`
    stays unanswered.
    """

    items: tuple[str, ...]
    background: tuple[str, ...]
    clearance: tuple[str, ...]
    fields: tuple[str, ...]


def _frozen(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _line(row: Mapping[str, Any]) -> Line:
    values = _frozen(row)
    return Line(**{"opens": values.get("items", ()), **values})


@lru_cache(maxsize=1)
def items() -> Mapping[str, Item]:
    """Every item A1-C16 by id; one without words raises ContentError."""
    table = by_id(SCREEN, [Item(**_frozen(row)) for row in read(SCREEN)["item"]])
    for item in table.values():
        _check_item(item, words())
    return table


@lru_cache(maxsize=1)
def pages() -> Mapping[str, Page]:
    """Q1-Q7 and QS in order; a page that names an unknown item raises ContentError."""
    rows = read(SCREEN)["page"]
    table = by_id(SCREEN, [Page(row["id"], tuple(map(_line, row["line"]))) for row in rows])
    for page in table.values():
        for line in page.lines:
            _check_line(page, line, words())
    return table


@lru_cache(maxsize=1)
def forms() -> Mapping[str, Form]:
    """Every page of fields by id; one without words raises ContentError."""
    rows = read(FORMS)["page"]
    found = [Form(row["id"], tuple(Field(**_frozen(f)) for f in row["field"])) for row in rows]
    for form in found:
        _need(words(), f"page.{form.id}.title", form.id)
        for field in form.fields:
            _check_field(form, field, words())
    return by_id(FORMS, found)


@lru_cache(maxsize=1)
def medicines() -> Mapping[str, tuple[str, ...]]:
    """The medicine screen: keys by group, in order."""
    groups = {
        row["group"]: tuple(row["keys"]) for row in read("questions/medicines.toml")["medicine"]
    }
    for group, keys in groups.items():
        _need(words(), f"medicine_group.{group}", group)
        for key in keys:
            _need(words(), f"medicine.{key}", group)
    return MappingProxyType(groups)


def untouched(page: str, touched: frozenset[str] = frozenset()) -> Untouched:
    """What the lines of a page record that were neither ticked nor unsure.

    An item stays out as long as one of the page's touched lines names or opens it.
    """
    lines = pages()[page].lines
    left = [line for line in lines if line.id not in touched]
    open_still = {
        item for line in lines if line.id in touched for item in (*line.items, *line.opens)
    }
    return Untouched(
        items=tuple(item for item in _once(left, "items") if item not in open_still),
        background=_once(left, "background"),
        clearance=_once(left, "clearance"),
        fields=_once(left, "fields"),
    )


def _once(lines: list[Line], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry for line in lines for entry in getattr(line, name)))


def _need(known: Words, id: str, owner: str) -> None:
    if id not in known:
        raise ContentError(f"words: {id} is missing ({owner} needs it)")


def _check_item(item: Item, known: Words) -> None:
    if item.when not in CONDITIONS:
        raise ContentError(f"{SCREEN}: {item.id} names an unknown condition {item.when}")
    if item.derived:
        return
    for part in ("question", "example", "clarify"):
        _need(known, f"item.{item.id}.{part}", item.id)
    for feature in (*item.features, *item.always):
        _need(known, f"item.{item.id}.detail.{feature}", item.id)
    for name in item.dates:
        _need(known, f"field.{name}.label", item.id)


def _check_line(page: Page, line: Line, known: Words) -> None:
    if line.when not in CONDITIONS:
        raise ContentError(f"{SCREEN}: {line.id} names an unknown condition {line.when}")
    for item in (*line.items, *line.opens):
        if item not in items() or items()[item].derived:
            raise ContentError(f"{SCREEN}: {page.id} feeds {item}, which is no item to ask")
    for feed in line.feeds:
        _need(known, f"rule.{feed}.name", page.id)
    for key in line.background:
        _need(known, f"background.{key}", page.id)
    for key in line.clearance:
        _need(known, f"clearance.{key}", page.id)
    for name in line.fields:
        _need(known, f"field.{name}.label", page.id)
    _need(known, f"{line.words}.line", page.id)
    if page.id == "QS":
        _need(known, f"item.{line.id}.usual", page.id)


def _check_field(form: Form, field: Field, known: Words) -> None:
    if field.when not in CONDITIONS:
        raise ContentError(f"{form.id}: {field.name} names an unknown condition {field.when}")
    if field.kind == "feature":
        _need(known, f"feature.{field.name}", form.id)
    elif field.kind == "strength":
        _need(known, f"strength.{field.name}.how", form.id)
    else:
        _need(known, f"field.{field.name}.label", form.id)
    for answer in (*field.answers, *((field.or_answer,) if field.or_answer else ())):
        _need(known, f"choice.{answer}", form.id)
