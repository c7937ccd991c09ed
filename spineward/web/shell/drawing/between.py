"""Where is every joint on the way from one key pose to the next? Bones turn, they never shrink.

Each bone turns evenly from its first direction to its last, which is the same as moving its joint
angle. A hand or foot that rests on something in both poses stays there; the limb bends for it.
"""

from math import acos, sin

from spineward.web.shell.drawing.skeleton import Limb, Skeleton
from spineward.web.shell.drawing.space import (
    Vector,
    add,
    bend,
    cross,
    dot,
    length,
    minus,
    mix,
    times,
    unit,
)

PLANTED = 2.5
"""A hand or foot that ends up nearer than this to where it was has not left its place."""


def between(here: Skeleton, there: Skeleton, share: float) -> Skeleton:
    """The figure at `share` (0 to 1) of the way from one pose to another."""
    trunk = [mix(here.trunk[0], there.trunk[0], share)]
    for i in range(1, len(here.trunk)):
        first, last = (minus(one.trunk[i], one.trunk[i - 1]) for one in (here, there))
        trunk.append(add(trunk[-1], _bone(first, last, share)))
    neck = _bone(minus(here.head, here.trunk[-1]), minus(there.head, there.trunk[-1]), share)

    def limb(name: str, base: int) -> Limb:
        one, other = getattr(here, name), getattr(there, name)
        hang = mix(minus(one.root, here.trunk[base]), minus(other.root, there.trunk[base]), share)
        return _limb(one, other, add(trunk[base], hang), share)

    return Skeleton(
        trunk=tuple(trunk),
        fronts=tuple(
            _bone(one, other, share) for one, other in zip(here.fronts, there.fronts, strict=True)
        ),
        head=add(trunk[-1], neck),
        crown=_bone(here.crown, there.crown, share),
        gaze=_bone(here.gaze, there.gaze, share),
        near_leg=limb("near_leg", 0),
        far_leg=limb("far_leg", 0),
        near_arm=limb("near_arm", -1),
        far_arm=limb("far_arm", -1),
    )


def _limb(here: Limb, there: Limb, root: Vector, share: float) -> Limb:
    upper = (minus(here.middle, here.root), minus(there.middle, there.root))
    lower = (minus(here.end, here.middle), minus(there.end, there.middle))
    hand = _bone(minus(here.tip, here.end), minus(there.tip, there.end), share)
    if length(minus(here.end, there.end)) < PLANTED:
        end = mix(here.end, there.end, share)
        sizes = (_size(*upper, share), _size(*lower, share))
        middle = bend(root, end, *sizes, _bone(_pole(here), _pole(there), share))
    else:
        middle = add(root, _bone(*upper, share))
        end = add(middle, _bone(*lower, share))
    return Limb(root, middle, end, add(end, hand))


def _pole(limb: Limb) -> Vector:
    """The side toward which a limb bends."""
    line = unit(minus(limb.end, limb.root))
    out = minus(limb.middle, limb.root)
    return unit(minus(out, times(line, dot(out, line))))


def _size(here: Vector, there: Vector, share: float) -> float:
    return length(here) + (length(there) - length(here)) * share


def _bone(here: Vector, there: Vector, share: float) -> Vector:
    """A bone turned along the shortest arc from one direction to another."""
    start, end = unit(here), unit(there)
    turn = acos(max(-1.0, min(1.0, dot(start, end))))
    size = _size(here, there, share)
    if turn < 1e-6 or length(cross(start, end)) < 1e-6:
        return times(start if share < 0.5 else end, size)
    first, last = sin(turn * (1 - share)) / sin(turn), sin(turn * share) / sin(turn)
    return times(add(times(start, first), times(end, last)), size)
