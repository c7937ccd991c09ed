"""What does each test of the strength check look like? Stills of the figure, and of a foot.

The pictures show; what is asked and what follows from it stands in the rules and words.
"""

from collections.abc import Mapping
from functools import lru_cache
from html import escape
from types import MappingProxyType

from spineward.clinical.library import Figure, Pose
from spineward.web.shell.drawing.figure import HELD, figure_svg
from spineward.web.shell.drawing.paint import BODY_LINE, GO, LINE, SKIN, TROUSERS

Joints = Mapping[str, int]


def _one(lying: str, props: tuple[str, ...], *poses: Joints) -> Figure:
    """Someone beside a support, in these poses; the last one is where it ends."""
    held = tuple(Pose(str(n), 1, HELD, joints) for n, joints in enumerate(poses))
    return Figure("side", lying, props, "near", held)


def _sitting(knee: int, ankle: int) -> Figure:
    """On a chair, the near leg a little out, its foot pulled up or pushed down."""
    hips = {"hip": 88, "far_hip": 90, "far_knee": 90, "shoulder": 25, "elbow": 50}
    return _one("seated", ("chair",), {**hips, "knee": knee, "ankle": ankle})


STEP = {"hip": 18, "knee": 4, "ankle": 24, "far_hip": -12, "far_knee": 2, "far_ankle": 35}
OTHER = {"hip": -12, "knee": 2, "ankle": 35, "far_hip": 18, "far_knee": 4, "far_ankle": 24}
ONE_LEG = {"far_hip": 8, "far_knee": 70, "far_ankle": -10}
SITS = {"hip": 90, "knee": 90, "far_hip": 90, "far_knee": 90, "shoulder": 20, "elbow": 45}
BY_THE_WORKTOP = ("worktop",)

FIGURES: Mapping[str, tuple[Figure, ...]] = MappingProxyType(
    {
        "heel_walk": (
            _one("walking", BY_THE_WORKTOP, STEP),
            _one("walking", BY_THE_WORKTOP, OTHER),
        ),
        "toe_raise": (
            _one("one_leg", BY_THE_WORKTOP, ONE_LEG),
            _one("one_leg", BY_THE_WORKTOP, {**ONE_LEG, "ankle": -34}),
        ),
        "chair_rise": (
            _one("seated", ("chair",), SITS),
            _one("standing", ("chair",), {}),
        ),
    }
)
"""Each test on the feet, in the order of its pictures; the big toe has a picture of its own."""
SEATED: Mapping[str, tuple[Figure, ...]] = MappingProxyType(
    {
        "heel_walk": (_sitting(66, 0), _sitting(66, 20)),
        "toe_raise": (_sitting(66, 0), _sitting(66, -30)),
        "chair_rise": (_sitting(85, 0), _sitting(50, 0)),
    }
)
"""The same tests on a chair."""
BIG_TOE = "big_toe"
TOES = (0, -32)
"""How far the big toe is lifted in each of its two pictures, in degrees."""


@lru_cache(maxsize=16)
def strength_pictures(test: str, seated: bool, title: str, desc: str) -> tuple[str, ...]:
    """The pictures of one test as inline SVG, each with its title and description."""
    if test == BIG_TOE:
        return tuple(_foot(lift, f"{title}, {n} of 2", desc) for n, lift in enumerate(TOES, 1))
    figures = (SEATED if seated else FIGURES)[test]
    return tuple(
        figure_svg(one, 0, None, f"{title}, {n} of {len(figures)}", desc)
        for n, one in enumerate(figures, 1)
    )


def _foot(lift: int, title: str, desc: str) -> str:
    """A foot flat on the floor, seen from its inner side, with the big toe down or lifted."""
    key = f"toe{-lift}"
    way = (
        f'<path d="M147 60q8 -10 2 -21m0 0l-7 5m7 -5l3 8" fill="none" stroke="{GO}" '
        f'stroke-width="3" stroke-linecap="round"/>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="figure" role="img" viewBox="0 0 168 100" '
        f'aria-labelledby="{key}-t {key}-d"><title id="{key}-t">{escape(title)}</title>'
        f'<desc id="{key}-d">{escape(desc)}</desc>'
        f'<path d="M4 87H164" stroke="{LINE}" stroke-width="3" stroke-linecap="round"/>'
        f'<g stroke="{BODY_LINE}" stroke-width="2" stroke-linejoin="round">'
        f'<path d="M118 70Q132 66 143 72Q150 77 146 85H116Z" fill="{SKIN}" '
        f'transform="rotate({lift} 116 82)"/>'
        f'<path d="M34 12V48Q20 60 20 74Q20 85 34 85H116Q122 84 121 76Q120 68 108 62Q84 52 76 12Z" '
        f'fill="{SKIN}"/>'
        f'<path d="M29 4H81L78 34H32Z" fill="{TROUSERS}"/></g>{way if lift else ""}</svg>'
    )
