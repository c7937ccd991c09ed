"""What the response proofs share: the tables' cases with their outcomes, and how strict one is."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any

from spineward.clinical.facts import Gate, SetOutcome
from spineward.clinical.set_verdict import worse, worst
from spineward.clinical.signs import PartSigns, SetSigns, Signs
from spineward.clinical.spaces import response
from spineward.clinical.spaces.space import Space, cases

Strict = tuple[int, int, int]


def strict(found: SetOutcome | None) -> Strict:
    """Verdict, level and gate; a gate that is not set leaves everything open."""
    if found is None:
        return (0, 0, 0)
    return (int(found.verdict), int(found.level), int(found.gate or Gate.FULL))


def no_milder(after: Strict, before: Strict) -> bool:
    """Nothing became milder: not the verdict, not the level, not the gate."""
    return after[0] >= before[0] and after[1] >= before[1] and after[2] >= before[2]


def labelled(space: Space) -> Iterator[tuple[dict[str, str], Any]]:
    """Every case of a table: the labels of its signs, and what its rules are asked about."""
    names = [axis.name for axis in space.axes]
    labels = product(*(axis.labels for axis in space.axes))
    for told, one in zip(labels, cases(space), strict=True):
        yield dict(zip(names, told, strict=True)), one


@cache
def outcomes_of(space_id: str) -> tuple[SetOutcome, ...]:
    """Every outcome that a table holds, each once."""
    space = next(one for one in response.SPACES if one.id == space_id)
    decides = space.decides or worse
    found: dict[Any, None] = {decides(one): None for one in cases(space)}
    return tuple(one for one in found if one is not None)


@cache
def kinds_of_part() -> tuple[tuple[SetSigns, tuple[PartSigns, ...]], ...]:
    """For each context: one part for each outcome that rows 3-7 can have there, the first met.

    Contexts with the same outcomes, overdue or not, are one: nothing else reads them.
    """
    found: dict[SetSigns, dict[Any, PartSigns]] = {}
    for one in cases(response.PART):
        found.setdefault(one.whole, {}).setdefault(worse(one), one)
    apart = {(whole.overdue, *parts): whole for whole, parts in reversed(found.items())}
    return tuple((whole, tuple(found[whole].values())) for whole in apart.values())


@cache
def kinds_of_change() -> tuple[dict[str, Any], ...]:
    """Every way a part can change that did not get worse."""
    fields = product((True, False), ("yes", "no", "missing"), (True, False))
    return tuple(
        {"nearer_t1": nearer, "nearer_t2": upright, "less": less}
        for nearer, upright, less in fields
    )


def with_whole(shown: Signs, **more: Any) -> Signs:
    """The same set with other signs of the whole, in every part."""
    whole = shown.whole._replace(**more)
    left, right, back = (part._replace(whole=whole) for part in shown.parts)
    return Signs(whole, left, right, back, shown.read)


def helps() -> Iterator[SetSigns]:
    """Every combination of the signs that rows 1 and 2 read."""
    yield from (one.whole for one in cases(response.HELP))


def joined(found: list[SetOutcome | None]) -> SetOutcome | None:
    """The strictest of those there are."""
    known = [one for one in found if one is not None]
    return worst(known) if known else None
