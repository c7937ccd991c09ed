"""How do hands and feet get to where they belong? Limbs that reach, stand, cross or hold."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from spineward.web.shell.drawing.skeleton import (
    FOREARM,
    HAND,
    HEEL,
    LIMITS,
    SHIN,
    THIGH,
    UPPER_ARM,
    Limb,
    Skeleton,
)
from spineward.web.shell.drawing.space import (
    Vector,
    add,
    along,
    bend,
    minus,
    mix,
    reached,
    times,
    unit,
)

Joints = Mapping[str, int]


def moved(body: Skeleton, by: Vector) -> Skeleton:
    def limb(one: Limb) -> Limb:
        return Limb(add(one.root, by), add(one.middle, by), add(one.end, by), add(one.tip, by))

    return replace(
        body,
        trunk=tuple(add(point, by) for point in body.trunk),
        head=add(body.head, by),
        near_leg=limb(body.near_leg),
        far_leg=limb(body.far_leg),
        near_arm=limb(body.near_arm),
        far_arm=limb(body.far_arm),
    )


def reach(arm: Limb, goal: Vector, pole: Vector, hand: Vector) -> Limb:
    """The arm with its wrist at the goal, the elbow toward `pole`, the hand pointing `hand`."""
    wrist = reached(arm.root, goal, UPPER_ARM + FOREARM)
    elbow = bend(arm.root, wrist, UPPER_ARM, FOREARM, pole)
    return Limb(arm.root, elbow, wrist, add(wrist, times(unit(hand), HAND)))


def both_arms(body: Skeleton, arms: Callable[[Limb, float], Limb]) -> Skeleton:
    return replace(body, near_arm=arms(body.near_arm, 1), far_arm=arms(body.far_arm, -1))


def standing_on(leg: Limb, ankle: Vector, pole: Vector, foot: float = 0) -> Limb:
    """The leg with its ankle at a place, the knee toward `pole`, the foot at an angle."""
    goal = reached(leg.root, ankle, THIGH + SHIN)
    knee = bend(leg.root, goal, THIGH, SHIN, pole)
    return Limb(leg.root, knee, goal, along(goal, foot, 1))


def foot_flat(leg: Limb, pole: Vector = (0.2, -1, 0)) -> Limb:
    return standing_on(leg, (leg.end[0], -HEEL, leg.end[2]), pole)


def crossed(body: Skeleton, pole: Vector, above: Vector) -> Skeleton:
    """The near ankle across the far thigh, the near knee fallen out to its side."""
    thigh = body.far_leg
    goal = add(mix(thigh.root, thigh.middle, 0.86), add(above, (0, 0, -5)))
    knee = bend(body.near_leg.root, goal, THIGH, SHIN, pole)
    # The ankle lies on its outer side: the toes point the way of the thigh below.
    along_shin, along_thigh = unit(minus(goal, knee)), unit(minus(thigh.middle, thigh.root))
    toes = add(goal, unit(add(times(along_shin, 0.25), along_thigh)))
    return replace(body, near_leg=Limb(body.near_leg.root, knee, goal, toes))


def bent_further(joints: Joints, gain: float) -> Joints:
    """The same pose with the back bent further, so that a small range is seen in a still."""
    bent = dict(joints)
    for name in ("spine", "pelvis_tilt"):
        low, high = LIMITS[name]
        bent[name] = max(low, min(round(joints.get(name, 0) * gain), high))
    return bent
