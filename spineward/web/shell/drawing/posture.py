"""How does the body rest on the world? A pose put on mat, chair or wall, hands and feet placed.

The angles of a pose come from the content; contacts (a foot flat on the floor, a hand behind the
thigh) are solved by reaching, so that a drawn hand really holds what it is said to hold.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from spineward.web.shell.drawing.contact import (
    Joints,
    bent_further,
    both_arms,
    crossed,
    foot_flat,
    moved,
    reach,
    standing_on,
)
from spineward.web.shell.drawing.skeleton import (
    FOREARM,
    HEEL,
    HIPS,
    SHIN,
    THIGH,
    UPPER_ARM,
    Limb,
    Skeleton,
    checked,
    pose,
)
from spineward.web.shell.drawing.space import add, along, mix

Props = tuple[str, ...]

PROPS = frozenset(
    {"mat", "bed", "chair", "wall", "worktop", "pillow"}
    | {"arms_up", "hold_shin", "hold_other_thigh"}
)
"""Things around the figure, and for someone on the back what the arms do: lie beside the head, or
hold the shins or the other thigh instead of the near one."""
BACK_HEIGHT = 11.0
"""How high the middle of the chest lies above the mat."""
SEAT = 41.0
"""The height of a chair seat; with the thigh on it the foot just stands."""
ON_SEAT = SEAT + 9.5
CROSSED = 15
"""From this turn of the hip on, the ankle lies across the other thigh."""
REACHING = 45
"""From this shoulder angle on, lying on the back, the hands take hold of a leg."""


def placed(lying: str, joints: Joints, props: Props = ()) -> Skeleton:
    """The pose in its place; raises ValueError for an unknown position, prop or angle."""
    if unknown := sorted(set(props) - PROPS):
        raise ValueError(f"props: there is no {unknown[0]}; known: {', '.join(sorted(PROPS))}")
    if lying not in PLACES:
        raise ValueError(f"lying: there is no position {lying}; known: {', '.join(PLACES)}")
    return PLACES[lying](checked(joints), props)


def _supine(joints: Joints, props: Props) -> Skeleton:
    body = pose(bent_further(joints, 1.5), 180, 0.75)
    body = moved(body, (0, -BACK_HEIGHT - body.trunk[3][1], 0))
    lift = max(0.0, body.head[1] + 13.5)
    body = replace(body, head=add(body.head, (0, -lift, 0)))
    if "chair" not in props:
        body = replace(body, near_leg=_grounded(body.near_leg), far_leg=_grounded(body.far_leg))
    if joints.get("hip_rotation", 0) >= CROSSED:
        body = crossed(body, (0.15, -0.45, 1), (0, -10, 0))
    if joints.get("shoulder", 0) >= REACHING:
        return _holding(body, props)
    if "arms_up" in props:
        up = body.head[0]
        return both_arms(
            body,
            lambda arm, side: reach(arm, (up - 6, -4, side * 27), (0, 0, side), (-1, 0.1, 0)),
        )
    down = body.trunk[0][0]
    return both_arms(
        body, lambda arm, side: reach(arm, (down + 2, -4, side * 25), (0, 0.4, side), (1, 0.1, 0))
    )


def _grounded(leg: Limb) -> Limb:
    """A foot that the angles bring near the floor stands on it."""
    return foot_flat(leg) if leg.end[1] > -26 else leg


def _holding(body: Skeleton, props: Props) -> Skeleton:
    """Both hands behind the near thigh, behind the other thigh, or on the shins."""
    if "hold_shin" in props:
        near = mix(body.near_leg.middle, body.near_leg.end, 0.22)
        bent = body.far_leg.end[1] < -2 * HEEL
        far = mix(body.far_leg.middle, body.far_leg.end, 0.22) if bent else near
        goals = {1: add(near, (3, -6, 5)), -1: add(far, (3, -6, -5 if bent else -9))}
    else:
        leg = body.far_leg if "hold_other_thigh" in props else body.near_leg
        behind = add(mix(leg.root, leg.middle, 0.62), (8.5, 1.5, 0))
        goals = {1: add(behind, (0, 0, 6)), -1: add(behind, (0, 0, -6))}
    return both_arms(
        body,
        lambda arm, side: reach(arm, goals[int(side)], (0, 0.5, side * 0.6), (0.2, -0.5, -side)),
    )


def _prone(joints: Joints, props: Props) -> Skeleton:
    """On the front. The legs lie; the trunk lifts from the hip by no more than its angle says."""
    arched = joints.get("spine", 0) < -10
    body = pose(
        joints if arched else bent_further(joints, 2.1),
        joints.get("spine", 0) * 0.35 if arched else 0,
        0.0 if arched else 0.75,
    )
    raised = 20.0 if "pillow" in props and joints.get("spine", 0) > 0 else 11.5
    body = moved(body, (0, -raised - body.trunk[0][1], 0))
    legs = {}
    for name in ("near_leg", "far_leg"):
        leg: Limb = getattr(body, name)
        ankle = (-THIGH - SHIN + 1.5, -5.0, leg.root[2])
        legs[name] = standing_on(leg, ankle, (0, 1, 0), 174)
    body = replace(body, near_leg=legs["near_leg"], far_leg=legs["far_leg"])
    return _prone_arms(body, joints, arched)


PRESSING = 35.0
"""Where the hands of someone who presses up lie: this far from the hip, beside the chest."""


def _prone_arms(body: Skeleton, joints: Joints, arched: bool) -> Skeleton:
    if joints.get("shoulder", 0) > 140:
        body = replace(body, head=(body.head[0], -15.0, 0))
        return both_arms(
            body,
            lambda arm, side: reach(
                arm, (body.head[0] + 6, -4, side * 5), (0.7, 0.2, side), (-0.5, 0, -side)
            ),
        )
    if not arched:
        body = replace(body, head=(body.head[0], -14.5, 0))
    hands = body.trunk[0][0] + PRESSING
    return both_arms(
        body,
        lambda arm, side: reach(arm, (hands, -4, side * 19), (-1, -0.8, 0), (1, 0.15, 0)),
    )


def _on_side(joints: Joints, _props: Props) -> Skeleton:
    """Lying on the side, seen from above: y runs across the mat, not down."""
    body = pose(joints, 0, 0.5)
    under = reach(body.far_arm, add(body.head, (2, 15, -16)), (1, 1, 0), (0.3, -1, 0))
    rest = add(body.trunk[3], (6, 36, 10))
    near = reach(body.near_arm, rest, (-1, 0.4, 0), (0.9, 0.3, 0))
    return replace(body, near_arm=near, far_arm=under)


def _seated(joints: Joints, _props: Props) -> Skeleton:
    straight = joints.get("pelvis_tilt", 0) == 0
    hips = [joints.get("hip", 90), joints.get("far_hip", 90)]
    lean = 1.6 * max(0, min(hips) - 90) if straight else 0.0
    body = moved(pose(bent_further(joints, 1.6), -90 + lean, 0.5), (0, -ON_SEAT, 0))
    stand = THIGH + 1.0
    far = standing_on(body.far_leg, (stand, -HEEL, -HIPS), (1, -1, 0))
    near = body.near_leg
    if joints.get("knee", 0) >= 80:
        near = standing_on(near, (stand, -HEEL, HIPS), (1, -1, 0))
    body = replace(body, near_leg=near, far_leg=far)
    if joints.get("hip_rotation", 0) >= CROSSED:
        body = crossed(body, (0.4, -0.12, 1), (0, -9, 0))
        return _hands_on_crossed(body)
    return both_arms(body, lambda arm, side: _on_thigh(arm, body, side))


def _on_thigh(arm: Limb, body: Skeleton, side: float) -> Limb:
    leg = body.far_leg
    spot = add(mix(leg.root, leg.middle, 0.62), (0, -9.5, 0))
    return reach(arm, (spot[0], spot[1], side * (HIPS + 1)), (-1, 0.3, side), (1, 0.25, 0))


def _hands_on_crossed(body: Skeleton) -> Skeleton:
    """One hand on the thigh that fell out, the other on the ankle across the other thigh."""
    leg = body.near_leg
    thigh = add(mix(leg.root, leg.middle, 0.5), (-2, -9, 0))
    near = reach(body.near_arm, thigh, (-1, 0.2, 0.9), (0.8, 0.3, 0.2))
    far = reach(body.far_arm, add(leg.end, (-6, -8, 3)), (-1, 0.2, -0.8), (0.7, 0.3, 0.3))
    return replace(body, near_arm=near, far_arm=far)


def _standing(joints: Joints, _props: Props) -> Skeleton:
    body = pose(bent_further(joints, 1.5), -90, 0.75)
    feet = (14.0, -HEEL)
    body = moved(body, (-body.trunk[3][0], 0, 0))
    height = -HEEL - 0.975 * (THIGH + SHIN)
    body = moved(body, (0, height - body.trunk[0][1], 0))
    near = standing_on(body.near_leg, (*feet, HIPS), (1, 0, 0))
    far = standing_on(body.far_leg, (*feet, -HIPS), (1, 0, 0))
    body = replace(body, near_leg=near, far_leg=far)
    hip = body.trunk[0]
    return both_arms(
        body,
        lambda arm, side: reach(
            arm, (hip[0] + 11, hip[1] + 3, side * 14), (-0.2, 0, side), (0.1, 1, -side * 0.3)
        ),
    )


def _walking(joints: Joints, props: Props) -> Skeleton:
    body = pose(joints, -88, 0.0)
    swing = joints.get("shoulder", 0)
    other = pose({**joints, "shoulder": -swing}, -88, 0.0)
    body = replace(body, far_arm=other.far_arm)
    low = max(
        max(leg.end[1] + HEEL, leg.end[1] + 18 * (leg.tip[1] - leg.end[1]) + 4)
        for leg in (body.near_leg, body.far_leg)
    )
    body = moved(body, (0, -low, 0))
    if "worktop" in props:
        return replace(body, far_arm=_beside(body))
    return body


WORKTOP = 92.0
"""The height of a kitchen worktop: a hand rests on it beside someone who stands."""


def _beside(body: Skeleton) -> Limb:
    hold = (body.trunk[0][0] + 24, -WORKTOP - 3, -27)
    return reach(body.far_arm, hold, (-1, 0.4, -0.4), (1, 0.1, 0))


HANDS = 50.5
"""How far from the hip the hands of someone on hands and knees stand: under the shoulders."""


def _hands_knees(joints: Joints, _props: Props) -> Skeleton:
    wanted = -(UPPER_ARM + FOREARM) * 0.985 - 5
    hip = -THIGH - 6.5
    up = -8.0
    for _ in range(4):
        body = moved(pose(bent_further(joints, 1.8), up, 0.5, 0.4), (0, hip, 0))
        up += (wanted - body.near_arm.root[1]) * 1.1
    body = replace(body, near_leg=_kneeling(body.near_leg), far_leg=_kneeling(body.far_leg))
    return both_arms(
        body,
        lambda arm, side: reach(arm, (HANDS, -5, side * 15), (-1, 0, side * 0.2), (1, 0.22, 0)),
    )


def _kneeling(leg: Limb) -> Limb:
    knee = (leg.root[0], -6.5, leg.root[2])
    ankle = (knee[0] - SHIN, -4.5, leg.root[2])
    return Limb(leg.root, knee, ankle, along(ankle, 172, 1))


PLACES: Mapping[str, Callable[[Joints, Props], Skeleton]] = MappingProxyType(
    {
        "supine": _supine,
        "prone": _prone,
        "side": _on_side,
        "seated": _seated,
        "standing": _standing,
        "walking": _walking,
        "one_leg": _walking,
        "hands_knees": _hands_knees,
    }
)
