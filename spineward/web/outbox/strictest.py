"""How bad can it be? The strictest card that a tick or a mark can lead to, before anyone decides.

A phone without a network shows this card at once, since nothing there decides (H-01). The levels
are those of the rules themselves: what a rule leads to at most, and what the rules find on a chart.
"""

from collections.abc import Mapping
from dataclasses import replace

from spineward.clinical.body import LEGS
from spineward.clinical.case import Case
from spineward.clinical.catalogue import zones
from spineward.clinical.facts import CareLevel, Chart, Mark, Situation
from spineward.clinical.facts.answers import Side
from spineward.clinical.leads_to import BY_LEVEL, OUTCOMES, Outcome, leads_to
from spineward.clinical.questions import Line, pages
from spineward.clinical.rulebook import rulebook
from spineward.clinical.rules import emergency, same_day, soon, strength

CARDS = ("call", "today", "soon")
"""The strictest first. What leads to less is shown as the last: it is looked at when it can be."""


def at_most(zone: str, side: Side) -> Mark:
    """A place marked as strongly as can be."""
    return Mark(zone, side, pain=10, tingling=3, numbness=3)


def of_line(line: Line) -> str:
    """The card of a ticked line: the strictest of every rule that it feeds or opens."""
    rules = {*line.feeds, *line.items, *line.opens} & set(rulebook())
    found: list[Outcome] = [leads_to(rule) for rule in rules]
    return _card(min(found, key=OUTCOMES.index, default="soon"))


def of_pages() -> Mapping[str, Mapping[str, str]]:
    """The card of each line of each tick page."""
    return {id: {line.id: of_line(line) for line in page.lines} for id, page in pages().items()}


def of_places(known: Situation) -> Mapping[str, str]:
    """The card of each place of the chart, as if it were marked as strongly as can be."""
    found = {}
    for zone in zones().values():
        for side in zone.sides:
            level = _level(known, (*(known.chart or ()), at_most(zone.id, side)))
            if level >= CareLevel.SOON:
                found[f"{zone.id}-{side}"] = _card(BY_LEVEL[level])
    return found


def of_both_legs(known: Situation) -> str:
    """The card of marks on both legs together; none for someone whose both legs are known."""
    legs = tuple(
        at_most(zone.id, leg)
        for zone in zones().values()
        for leg in LEGS
        if zone.rank and leg in zone.sides
    )
    level = _level(known, legs)
    return _card(BY_LEVEL[level]) if level >= CareLevel.SOON else ""


def _level(known: Situation, chart: Chart) -> CareLevel:
    """What the rules find on this chart beyond what they find without one."""
    sets = (emergency.RULES, strength.RULES, same_day.RULES, soon.RULES)
    without = {(f.rule, f.level) for r in sets for f in r.fire(Case(replace(known, chart=())))}
    case = Case(replace(known, chart=chart))
    found = [f.level for r in sets for f in r.fire(case) if (f.rule, f.level) not in without]
    return max(found, default=CareLevel.SELF_CARE)


def _card(outcome: Outcome) -> str:
    return outcome if outcome in CARDS else CARDS[-1]
