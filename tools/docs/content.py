"""What does the content hold? Numbers, movements and sources as pages to read."""

from collections.abc import Iterator

from spineward.clinical.catalogue import Limit, limits, sources, words
from spineward.clinical.explain_movement import dose, ranges
from spineward.clinical.library import Movement, movements
from spineward.clinical.rulebook import rulebook
from tools.docs.markdown import names, page, table

LIMITS_LEAD = """Every number that a rule compares with. A value outside its hard bounds stops the
program at its start. "Point" leads to a question for the clinical reviewer
([open points](../open-points.md)). Doses stand with their [movement](movements.md)."""
MOVEMENTS_LEAD = """Every movement of the library. What is offered today depends on the gate, on the
exclusions below and on the last responses; no movement follows from this page alone. Doses are
lowest to highest."""
SOURCES_LEAD = """The reference list. **verified**: read against a retrieved text. **unverified**:
the source was not opened. **judgement**: ours, since no published threshold exists. **article**:
the text that the product set out from."""


def limit_page() -> str:
    """The page of numbers, by the group that their id begins with."""
    groups: dict[str, list[Limit]] = {}
    for one in limits().values():
        groups.setdefault(one.id.partition(".")[0], []).append(one)
    parts = []
    for group, members in groups.items():
        head = ["Number", "Value", "Bounds", "Meaning", "Source", "Since", "Point"]
        parts += [f"## {group}", table(head, [_limit_row(one) for one in members])]
    return page("Numbers", LIMITS_LEAD, *parts)


def _limit_row(one: Limit) -> tuple[str, ...]:
    value, bounds = f"{one.value} {one.unit}", f"{one.low} to {one.high}"
    return f"`{one.id}`", value, bounds, one.text, one.source, one.since, str(one.point or "")


def movement_page() -> str:
    """The page of movements."""
    return page("Movements", MOVEMENTS_LEAD, *(_movement(one) for one in movements().values()))


def _movement(one: Movement) -> str:
    known = words()
    steps = known[f"movement.{one.id}.steps"]
    others = {"Next": one.progress, "Easier": one.regress, "Instead": (one.sibling,)}
    rows = [
        ("Family", one.family),
        ("Position", f"{one.position}; needs {one.needs}{', a bed will do' if one.bed else ''}"),
        ("Dose", dose(one.dose)),
        ("Joint ranges", ranges(one)),
        ("Not for today with", names(one.not_if)),
        *((label, names(filter(None, ids))) for label, ids in others.items() if any(ids)),
        ("Sources", ", ".join(one.sources)),
    ]
    return "\n\n".join(
        [
            f"## {one.id} {known[f'movement.{one.id}.name']}",
            str(known[f"movement.{one.id}.why"]),
            "\n".join(f"{count}. {step}" for count, step in enumerate(steps, start=1)),
            table(["", ""], rows),
        ]
    )


def source_page() -> str:
    """The page of sources, with what rests on each."""
    head = ["Source", "Title", "Where", "How sure", "Used by"]
    return page("Sources", SOURCES_LEAD, table(head, _source_rows()))


def _source_rows() -> Iterator[tuple[str, ...]]:
    for one in sources().values():
        where = f"[{one.where}]({one.link})" if one.link else one.where
        yield one.id, one.title, where, one.strength, _users(one.id)


def _users(source: str) -> str:
    """Rules and movements by id; numbers are counted, since they are many."""
    named = [id for id, rule in rulebook().items() if source in rule.sources]
    named += [one.id for one in movements().values() if source in one.sources]
    numbers = sum(source in one.source.split() for one in limits().values())
    return ", ".join([*named, *([f"{numbers} numbers"] if numbers else [])]) or "-"
