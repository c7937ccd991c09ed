"""Which rules are there, what does each read, and which hazards and sources stand behind it?"""

from typing import Any

from spineward.clinical.catalogue import limits, words
from spineward.clinical.hazards import hazards
from spineward.clinical.rulebook import limits_of, rulebook
from spineward.clinical.rules.rule import RuleOf
from tools.docs.markdown import anchor, page, table
from tools.docs.trace import hazard_place

LEAD = """Every rule of the engine, in the order in which it is written. All are evaluated, none
stops another; the strictest finding counts and every one is shown. The statement is for clinicians;
the words that a person sees stand below it."""


def rules() -> str:
    """The page of all rules."""
    links = " · ".join(f"[{id}]({anchor(title(id))})" for id in rulebook())
    return page("Rules", LEAD, links, *(_section(id, rule) for id, rule in rulebook().items()))


def title(id: str) -> str:
    """The heading of a rule."""
    return f"{id} {words()[f'rule.{id}.name']}"


def _section(id: str, rule: RuleOf[Any, Any]) -> str:
    known = words()
    lines = [
        f"## {title(id)}",
        rule.statement,
        f"> {known[f'rule.{id}.why']}\n>\n> {known[f'rule.{id}.do']}",
        f"Sources: {', '.join(f'[{source}](sources.md)' for source in rule.sources)}. "
        f"Hazards: {', '.join(map(_hazard, rule.hazards))}. "
        f"Code: `{rule.reads.__module__}`.",
    ]
    if numbers := limits_of(rule):
        rows = [
            (f"`{name}`", f"{limits()[name].value} {limits()[name].unit}", limits()[name].text)
            for name in numbers
        ]
        lines.append(table(["Number", "Value", "Meaning"], rows))
    return "\n\n".join(lines)


def _hazard(id: str) -> str:
    return f"[{id}](../safety/{hazard_place(hazards()[id])})"
