"""Every case of C14: who is held back by age."""

from spineward.clinical.spaces.space import Axis, Space, Value, chain

AGES = (0, 16, 17, 18, 19, 120)

SPACES = (
    Space(
        id="bounds.age",
        about="Under 18: not made for this person",
        rules=("C14",),
        axes=(
            Axis(
                "age",
                (*(Value(str(n), {"age": n}) for n in AGES), Value("not asked")),
                chain("120", "19", "18", "17", "16", "0"),
            ),
        ),
    ),
)
