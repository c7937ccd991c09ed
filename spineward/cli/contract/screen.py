"""What did the red-flag screen find? Items, their follow-ups, and who has looked at them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated, Any, get_args

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from spineward.cli.contract.keys import ITEM_IDS, MutableItem, RuleId, details
from spineward.cli.contract.parts import Part, or_word
from spineward.cli.contract.times import Day, Moment, Since, SinceOrNever, SinceOrNone
from spineward.clinical.facts import LockRecord
from spineward.clinical.facts.answers import Answer, Examined, SexualAnswer, YesNo
from spineward.clinical.intake import InvalidInput

Json = dict[str, Any]
A_TIME = 'a day or "about n hours, days, weeks or months ago"'
FUTURE = "a day that is not in the future"
OTHER_OFFSET = timedelta(days=1)
"""A day may lie one ahead of `now` when it was written on a clock with another offset."""
_ANSWER: Json = {"type": "string", "enum": list(get_args(Answer))}
_SEXUAL: Json = {"type": "string", "enum": list(get_args(SexualAnswer))}


def _fields(fields: Mapping[str, CoreSchema]) -> CoreSchema:
    """An object with any of these fields and no other."""
    known = {
        key: core_schema.typed_dict_field(value, required=False) for key, value in fields.items()
    }
    return core_schema.typed_dict_schema(known, extra_behavior="forbid")


@dataclass(frozen=True)
class _Items:
    """One answer an item; those of A4 (sexual function) are its own."""

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        plain = core_schema.literal_schema(list(get_args(Answer)))
        sexual = core_schema.literal_schema(list(get_args(SexualAnswer)))
        return _fields({id: sexual if id == "A4" else plain for id in ITEM_IDS})

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> Json:
        return {
            "type": "object",
            "propertyNames": {"enum": list(ITEM_IDS)},
            "properties": {"A4": _SEXUAL},
            "additionalProperties": _ANSWER,
        }


@dataclass(frozen=True)
class _Details:
    """Each item has follow-ups of its own."""

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        answer = core_schema.literal_schema(list(get_args(Answer)))
        return _fields(
            {id: _fields(dict.fromkeys(names, answer)) for id, names in details().items()}
        )

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> Json:
        of_item = {
            id: {
                "type": "object",
                "propertyNames": {"enum": list(names)},
                "additionalProperties": _ANSWER,
            }
            for id, names in details().items()
        }
        return {
            "type": "object",
            "propertyNames": {"enum": list(of_item)},
            "properties": of_item,
            "additionalProperties": {"type": "object", "additionalProperties": _ANSWER},
        }


class ToldIn(Part):
    """What a clinician said about exercise, and the day."""

    answer: Examined = Field(description="was exercise said to be fine?")
    date: Day | None = Field(
        None, description="a word given before the finding's last change counts as not_discussed"
    )


_ONLY = {word: ToldIn(answer=word, date=None) for word in get_args(Examined)}
_TOLD = 'no, yes, not_discussed or an object like {"answer": "yes", "date": "2026-11-22"}'
Told = Annotated[ToldIn, or_word(_ONLY, _TOLD, Examined | ToldIn)]


class ScreenIn(Part):
    """The red-flag screen and what came of it. Maps go by item or rule id."""

    item: Annotated[dict[str, Answer | SexualAnswer], _Items()] = Field(
        default_factory=dict,
        description="what was answered, after the clarifying question; yes = the rule's whole "
        "question was affirmed. A4 (sexual function) has answers of its own. What an "
        "id means: `spineward rules explain`",
    )
    detail: Annotated[dict[str, dict[str, Answer]], _Details()] = Field(
        default_factory=dict, description="follow-ups of a ticked item; they can only narrow it"
    )
    since: dict[RuleId, Since] = Field(
        default_factory=dict, description=f"when a finding began: {A_TIME}; left out = today"
    )
    worsened: dict[RuleId, SinceOrNever] = Field(
        default_factory=dict, description=f"when it last grew: {A_TIME}, or never; left out = never"
    )
    examined: dict[RuleId, SinceOrNone] = Field(
        default_factory=dict,
        description=f"when a clinician tested this very finding in person: {A_TIME}, or none",
    )
    reviewed: dict[RuleId, SinceOrNone] = Field(
        default_factory=dict,
        description=f"when a clinician assessed this issue: {A_TIME}, or none",
    )
    told_ok: dict[RuleId, Told] = Field(
        default_factory=dict, description="did the clinician say that exercise is fine?"
    )
    before_episode: dict[MutableItem, YesNo] = Field(
        default_factory=dict, description="was it there before the back trouble?"
    )
    same_as_usual: dict[MutableItem, YesNo] = Field(
        default_factory=dict, description="is it exactly the same now?"
    )
    screened_at: Moment | None = Field(
        None, description="when the full screen was last complete; left out = just now"
    )
    session_screen_at: Moment | None = Field(
        None, description="when the short screen before a session was; left out = just now"
    )


def told(
    given: Mapping[str, ToldIn],
    now: datetime,
    changed: Mapping[str, date],
    locks: tuple[LockRecord, ...],
) -> dict[str, Examined]:
    """The words that still hold: one given before the last change, or a lock, says nothing of it.

    `changed` is the last change of each finding that has one. Raises InvalidInput for a word that
    will only be given.
    """
    last = dict(changed)
    for lock in locks:
        for rule in lock.rules:
            id = rule.rstrip("?")
            last[id] = max(last.get(id, date.min), lock.fired_at.date())
    latest = (now + OTHER_OFFSET).date()
    said: dict[str, Examined] = {}
    for id, word in given.items():
        if word.date and word.date > latest:
            raise InvalidInput(f"told_ok.{id}.date", str(word.date), FUTURE)
        stale = word.date is not None and word.date < last.get(id, date.min)
        said[id] = "not_discussed" if stale else word.answer
    return said
