"""What is a rule or a movement made of? Its sentence, numbers, sources, and how sure they are."""

from dataclasses import dataclass

from spineward.clinical.catalogue import Limit, Source, limits, sources
from spineward.clinical.library import movements
from spineward.clinical.rulebook import limits_of, rulebook
from spineward.web.shell.reasons import text


@dataclass(frozen=True, slots=True)
class WhyPage:
    """The page of one rule or movement."""

    id: str
    name: str
    plain: str
    statement: str
    numbers: tuple[Limit, ...]
    sources: tuple[Source, ...]
    is_rule: bool = True


def page(id: str) -> WhyPage | None:
    """The page of that id, or None when there is no such rule or movement."""
    if rule := rulebook().get(id):
        return WhyPage(
            id=rule.id,
            name=text(f"rule.{id}.name"),
            plain=f"{text(f'rule.{id}.why')} {text(f'rule.{id}.do')}",
            statement=rule.statement,
            numbers=tuple(limits()[name] for name in limits_of(rule)),
            sources=tuple(sources()[source] for source in rule.sources),
        )
    if movement := movements().get(id):
        return WhyPage(
            id=movement.id,
            name=text(f"movement.{id}.name"),
            plain=text(f"movement.{id}.why"),
            statement=text(f"movement.{id}.short"),
            numbers=(),
            sources=tuple(sources()[source] for source in movement.sources),
            is_rule=False,
        )
    return None
