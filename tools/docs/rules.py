"""Which rules are there, what does each read, and which hazards and sources stand behind it?"""

from spineward.clinical.catalogue import Source, words
from spineward.clinical.explain import explain, sure
from spineward.clinical.hazards import Hazard
from spineward.clinical.rulebook import rulebook
from tools.docs.markdown import anchor, page, table
from tools.docs.trace import hazard_place

LEAD = """Every rule of the engine, in the order in which it is written. All are evaluated, none
stops another; the strictest finding counts and every one is shown. The statement is for clinicians;
the words that a person sees stand below it."""


def rules() -> str:
    """The page of all rules."""
    links = " · ".join(f"[{id}]({anchor(title(id))})" for id in rulebook())
    return page("Rules", LEAD, links, *map(_section, rulebook()))


def title(id: str) -> str:
    """The heading of a rule."""
    return f"{id} {words()[f'rule.{id}.name']}"


def _section(id: str) -> str:
    rule = explain(id)
    lines = [
        f"## {title(id)}",
        rule.statement,
        f"> {rule.why}\n>\n> {rule.do}",
        f"Leads to: {words()[f'how.outcome.{rule.outcome}.name']}. "
        f"Sources: {', '.join(map(_source, rule.sources))}. "
        f"Hazards: {', '.join(map(_hazard, rule.hazards))}. "
        f"Code: `{rulebook()[id].reads.__module__}`.",
    ]
    if rule.numbers:
        rows = [(f"`{one.limit.id}`", one.value, one.limit.text) for one in rule.numbers]
        lines.append(table(["Number", "Value", "Meaning"], rows))
    return "\n\n".join(lines)


def _source(one: Source) -> str:
    return f"[{one.id}](sources.md) ({sure(one).lower()})"


def _hazard(one: Hazard) -> str:
    return f"[{one.id}](../safety/{hazard_place(one)})"
