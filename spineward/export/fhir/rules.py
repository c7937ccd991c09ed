"""What are the rules themselves, as FHIR? A PlanDefinition of all rules, an ActivityDefinition of
each movement, the Questionnaires, and the code systems that they use.

It says which rules there are, what each asks, and where it is from. It decides nothing: what a rule
does is program text, and stays so.
"""

from typing import Any

from spineward.clinical.catalogue import sources, words
from spineward.clinical.library import Movement, movements
from spineward.clinical.rulebook import rulebook
from spineward.clinical.rules.rule import RuleOf
from spineward.diary.versions import content_version, rules_version
from spineward.export.fhir.codes import (
    BASE,
    Json,
    book,
    codes_of,
    coding,
    concept,
    display,
    foreign,
    system,
)
from spineward.export.fhir.parts import address
from spineward.export.fhir.questionnaires import questionnaires


def published() -> list[Json]:
    """Everything that decides: rules, movements, questions, and the codes that they use."""
    activities = [_activity(one) for one in movements().values()]
    return [_plan_definition(), _order(), *activities, *questionnaires().values(), *code_systems()]


def _citations(ids: tuple[str, ...]) -> list[Json]:
    found = []
    for id in ids:
        source = sources()[id]
        cited: Json = {
            "type": "citation",
            "label": id,
            "citation": f"{source.title}. {source.where}",
        }
        found.append(cited | ({"url": source.link} if source.link else {}))
    return found


def _action(id: str, rule: RuleOf[Any, Any]) -> Json:
    return {
        "id": id,
        "title": display("rule", id) or id,
        "description": rule.statement,
        "code": [concept("rule", id)],
        "documentation": _citations(rule.sources),
        "extension": [{"url": address("hazard"), "valueCode": one} for one in rule.hazards],
    }


def _head(kind: str, id: str, title: str, version: str) -> Json:
    return {
        "resourceType": kind,
        "id": id,
        "url": f"{BASE}/{kind}/{id}",
        "version": version,
        "name": f"Spineward_{id.replace('-', '_')}",
        "title": title,
        "status": "draft",
        "experimental": True,
    }


def _plan_definition() -> Json:
    """Every rule as an action, by its id; none of them can be run from here."""
    about = "The rules by which Spineward decides, for reading. They run in Spineward only."
    return _head("PlanDefinition", "rules", "Rules of Spineward", rules_version()) | {
        "type": foreign("definition", "eca-rule"),
        "description": about,
        "action": [_action(id, rule) for id, rule in rulebook().items()],
    }


def _order() -> Json:
    """The library of movements as actions that lead to their definitions."""
    about = "The movements that a plan is made of. Which are offered today, the rules decide."
    actions = [
        {
            "title": display("movement", id),
            "code": [concept("movement", id)],
            "definitionCanonical": f"{BASE}/ActivityDefinition/{id}",
        }
        for id in movements()
    ]
    return _head("PlanDefinition", "movements", "Movements of Spineward", content_version()) | {
        "type": foreign("definition", "clinical-protocol"),
        "description": about,
        "action": actions,
    }


def _activity(movement: Movement) -> Json:
    title = display("movement", movement.id)
    how = words().get(f"movement.{movement.id}.how", "")
    text = how if isinstance(how, str) else "\n".join(how)
    found = _head("ActivityDefinition", movement.id, title, content_version()) | {
        "kind": "ServiceRequest",
        "code": concept("movement", movement.id),
        "relatedArtifact": _citations(movement.sources),
        "extension": _dose(movement),
    }
    return found | ({"description": text} if text else {})


def _dose(movement: Movement) -> list[Json]:
    doses = ("reps", "sets", "hold_s", "minutes", "times_a_day")
    found = [(name, getattr(movement.dose, name)) for name in doses]
    inner = [
        {"url": name, "valueRange": {"low": {"value": pair[0]}, "high": {"value": pair[1]}}}
        for name, pair in found
        if pair
    ]
    return [{"url": address("dose"), "extension": inner}]


def code_systems() -> list[Json]:
    """Our own code systems, with their codes where the content lists them."""
    found = []
    for row in book()["system"]:
        name = row["name"]
        codes = tuple(rulebook()) if name == "rule" else codes_of(name)
        resource = _head("CodeSystem", name, row["title"], content_version()) | {
            "url": system(name),
            "description": f"Codes are listed in: {row['source']}",
            "content": "complete" if codes else "not-present",
            "caseSensitive": True,
        }
        if codes:
            resource["concept"] = [_concept(name, code) for code in codes]
        found.append(resource)
    return found


def _concept(name: str, code: str) -> Json:
    shown = coding(name, code).get("display")
    return {"code": code, "display": shown} if shown else {"code": code}
