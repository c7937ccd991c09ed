"""Every case of CL1 to CL6: does exercise wait for somebody's word?

CL1 and CL6 stand together with the health answer on thin bones: CL6 is quiet while CL1 holds. The
others read one answer each, and CL3 the day of the hip operation.
"""

from spineward.clinical.spaces.answered import four
from spineward.clinical.spaces.dated import changed
from spineward.clinical.spaces.space import Axis, Space, Value


def cleared(item: str) -> Axis:
    """Has a clinician or surgeon cleared it? All but yes is worse than yes."""
    path = f"cleared.{item}"
    values = (Value("yes", {path: "yes"}), Value("no", {path: "no"}), Value("not asked"))
    return Axis(f"{item} cleared", values, (("yes", "no"), ("yes", "not asked")))


BONES = Space(
    id="clearance.bones",
    about="A broken spine bone, severely thin bones, or thin bones",
    rules=("CL1", "CL6"),
    axes=(
        four("clearance.CL1"),
        four("clearance.CL6"),
        four("background.osteoporosis", name="osteoporosis"),
        cleared("CL1"),
        cleared("CL6"),
    ),
)
HIP = Space(
    id="clearance.hip",
    about="A hip replacement or hip operation, and how long ago",
    rules=("CL3",),
    axes=(four("clearance.CL3"), cleared("CL3"), changed("CL3", 83, 84, 85)),
)
OTHERS = Space(
    id="clearance.others",
    about="An unstable slipped vertebra, heart or blood pressure out of control, falls",
    rules=("CL2", "CL4", "CL5"),
    axes=(
        four("clearance.CL2"),
        four("clearance.CL4"),
        four("clearance.CL5"),
        cleared("CL2"),
        cleared("CL4"),
        cleared("CL5"),
    ),
)

SPACES = (BONES, HIP, OTHERS)
