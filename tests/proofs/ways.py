"""The cases of a space with other answers put in the place of one axis: ways to the same thing."""

from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import Any

from spineward.clinical.spaces import SPACES
from spineward.clinical.spaces.space import Axis, Space, Value, with_value

BY_ID = {space.id: space for space in SPACES}


def sized(axis: Axis, most: int) -> tuple[Value, ...]:
    """The first and the last values of an axis, so many in all."""
    return axis.values if len(axis.values) <= most else (*axis.values[: most - 1], axis.values[-1])


def cases_with(
    space: Space, axis: str, ways: Mapping[str, Mapping[str, Any]], most: int, step: int
) -> Iterator[tuple[str, list[Any]]]:
    """For each combination of the other axes, one case for each way to answer this axis.

    Of the others at most `most` values each, and of their combinations one in `step`; the text
    says which, for a failure to name it.
    """
    others = [one for one in space.axes if one.name != axis]
    if len(others) != len(space.axes) - 1:
        raise ValueError(f"{space.id} has no axis {axis}")
    combinations = product(*(sized(one, most) for one in others))
    for chosen in islice(combinations, 0, None, step):
        fields = with_value({}, Value("base", space.base))
        for value in chosen:
            fields = with_value(fields, value)
        said = ", ".join(
            f"{one.name} {value.label}" for one, value in zip(others, chosen, strict=True)
        )
        yield said, [space.builds(with_value(fields, Value(way, ways[way]))) for way in ways]
