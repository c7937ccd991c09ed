"""Which questions does Spineward ask, as FHIR Questionnaires? One for each page, from the content.

The items stand under the same paths as the answers of a page, so that whoever fills one in
elsewhere answers exactly what is asked here.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from spineward.clinical.body import LEGS
from spineward.clinical.catalogue import words, zones
from spineward.clinical.library import movements
from spineward.clinical.questions import Field, Item, Line, forms, items, medicines, pages
from spineward.diary.versions import content_version
from spineward.export.fhir.codes import Json, coding, facts
from spineward.export.fhir.responses import WEEKLY, canonical

UNKNOWN = ("yes", "no", "not_sure")
SEXUAL = ("no_change", "does_not_apply", "changed", "prefer_not_to_say", "not_sure")
DAYS = ("since", "worsened", "examined", "reviewed")
PLAIN = {
    "told_ok": ("yes", "no", "not_discussed"),
    "before_episode": ("yes", "no"),
    "same_as_usual": ("yes", "no"),
    "cleared": ("yes", "no"),
}
PROCEDURES = ("surgery", "injection_or_epidural", "instrumentation")
OWN_NUMBERS = ("psfs", "rmdq", "sit_minutes", "stand_minutes", "walk_minutes")
"""What a weekly entry may hold beside the fields of its page."""
Questions = dict[str, Any]
"""Items by name; a table of its own is a group."""


def _say(*ids: str) -> str:
    """The first of these sentences that there is."""
    found = next((words()[id] for id in ids if id in words()), ids[0])
    return found if isinstance(found, str) else " ".join(found)


def _choice(text: str, answers: Iterable[str], system: str = "answer", **more: Any) -> Json:
    options = [{"valueCoding": coding(system, answer)} for answer in answers]
    return {"text": text, "type": "choice", **more, "answerOption": options}


def _item(id: str) -> Json:
    sexual = items()[id].answers == "sexual"
    text = _say(f"item.{id}.question", f"item.{id}.line")
    return _choice(text, SEXUAL if sexual else UNKNOWN)


def _of_line(line: Line) -> Questions:
    """What a line of a tick list, or its own page, may record."""
    found: Questions = {"item": {id: _item(id) for id in (*line.items, *line.opens)}}
    for name in ("background", "clearance"):
        keys = getattr(line, name)
        found[name] = {key: _choice(_say(f"{name}.{key}"), UNKNOWN) for key in keys}
    found["cleared"] = {
        key: _choice(_say("field.cleared.label"), PLAIN["cleared"]) for key in line.clearance
    }
    return _joined(found, {name: _of_name(name) for name in line.fields})


def _of_name(name: str) -> Json:
    """A field of the health pages."""
    text = _say(f"field.{name}.label")
    if name == "spine_procedure":
        kind, day = _choice(text, PROCEDURES), {"text": "When was it?", "type": "date"}
        return {"text": text, "type": "group", "repeats": True, "item": {"kind": kind, "on": day}}
    if name == "team_allowed":
        return _choice(text, movements(), "movement", repeats=True)
    if name == "pregnant_week":
        return {"text": text, "type": "integer"}
    return _choice(text, (*UNKNOWN, "does_not_apply") if name == "pregnant" else ("yes", "no"))


def _of_item(item: Item) -> Questions:
    """The page of one red-flag item: the answer, its features, its dates."""
    id = item.id
    found: Questions = {"item": {id: _item(id)}}
    features = (*item.features, *item.always)
    if features:
        detail = {f: _choice(_say(f"item.{id}.detail.{f}"), UNKNOWN) for f in features}
        found["detail"] = {id: detail}
    for name in (*item.dates, "before_episode", "same_as_usual"):
        text = _say(f"field.{name}.label")
        day = {"text": text, "type": "date"}
        found[name] = {id: day if name in DAYS else _choice(text, PLAIN[name])}
    return found


def _of_field(field: Field) -> Questions:
    """A field of a page of the check-in."""
    name, text = field.name, _say(f"field.{field.name}.label", f"feature.{field.name}")
    if field.kind == "strength":
        asked = _choice(_say(f"strength.{name}.name"), field.answers)
        return {"strength": {leg: {name: asked} for leg in LEGS}}
    if field.kind == "feature" and name != "worse_bending":
        return {"features": {name: _choice(text, field.answers)}}
    if field.kind == "chart":
        return {"chart": _chart(text)}
    if field.kind in ("number", "scale", "change"):
        return {name: {"text": text, "type": "integer"}}
    if field.kind in ("date", "time"):
        return {name: {"text": text, "type": "date" if field.kind == "date" else "dateTime"}}
    return {name: _choice(text, field.answers)}


def _chart(text: str) -> Json:
    sides = ("left", "right", "middle")
    grades = {n: {"text": _say(f"field.{n}.label"), "type": "integer"} for n in GRADES}
    where = {
        "zone": _choice(_say("field.chart.label"), zones(), "zone"),
        "side": _choice("Which side?", sides, "side"),
        **grades,
        "usual": {"text": _say("field.usual.label"), "type": "boolean"},
    }
    return {"text": text, "type": "group", "repeats": True, "item": where}


GRADES = ("pain", "tingling", "numbness")


def _joined(one: Questions, more: Questions) -> Questions:
    """Both together; groups under the same name are joined as deep as they go."""
    found = dict(one)
    for key, value in more.items():
        before = found.get(key)
        both = isinstance(before, dict) and "type" not in before and "type" not in value
        found[key] = _joined(before, value) if both and before is not None else value
    return {key: value for key, value in found.items() if value}


def _asked() -> Iterator[tuple[str, str, Questions]]:
    """Every page: its id, its title, its questions."""
    for page in pages().values():
        found: Questions = {}
        for line in page.lines:
            found = _joined(found, _of_line(line))
        yield page.id, _say(f"page.{page.id}.title"), found
        for line in page.lines:
            if line.asks:
                yield f"health.{line.id}", _say(f"health.{line.id}.line"), _of_line(line)
    for item in items().values():
        if not item.derived:
            yield f"item.{item.id}", _say(f"item.{item.id}.line"), _of_item(item)
            yield (
                f"clarify.{item.id}",
                _say(f"item.{item.id}.clarify"),
                {"item": {item.id: _item(item.id)}},
            )
    for form in forms().values():
        found = {}
        for field in form.fields:
            found = _joined(found, _of_field(field))
        yield form.id, _say(f"page.{form.id}.title"), found | _beside(form.id)
    asked = {
        key: _choice(_say(f"medicine.{key}"), UNKNOWN)
        for keys in medicines().values()
        for key in keys
    }
    yield "medicines", _say("page.medicines.title"), {"medicines": asked}


def _beside(form: str) -> Questions:
    """The leg and back numbers of a day are read off its body map; a weekly entry has more."""
    if form in ("chart", "now"):
        names: tuple[str, ...] = ("leg_now", "back_now")
    elif form == WEEKLY:
        names = OWN_NUMBERS
    else:
        return {}
    found: Questions = {n: {"text": facts()[n].title, "type": "integer"} for n in names}
    if form == WEEKLY:
        found["psfs"]["repeats"] = True
        found["tasks"] = {"text": facts()["tasks"].title, "type": "string", "repeats": True}
    return found


def _items(questions: Mapping[str, Any], before: str = "") -> list[Json]:
    written = []
    for name, asked in questions.items():
        path = f"{before}{name}"
        if "type" not in asked or isinstance(asked["type"], dict):
            item: Json = {"linkId": path, "type": "group", "item": _items(asked, f"{path}.")}
        elif "item" in asked:
            item = {"linkId": path, **asked, "item": _items(asked["item"], f"{path}.")}
        else:
            item = {"linkId": path, **asked}
        written.append(item)
    return written


@lru_cache(maxsize=1)
def questionnaires() -> Mapping[str, Json]:
    """Every Questionnaire by the id of its page."""
    return {
        page: {
            "resourceType": "Questionnaire",
            "id": page.replace("_", "-"),
            "url": canonical(page),
            "version": content_version(),
            "name": f"Spineward_{page.replace('.', '_')}",
            "title": title,
            "status": "draft",
            "subjectType": ["Patient"],
            "item": _items(asked),
        }
        for page, title, asked in _asked()
        if asked
    }
