"""Which cases can each rule set meet? One file a rule set; the tables are written from them."""

from spineward.clinical.spaces import (
    alone,
    bounds,
    clearance,
    cord,
    emergency,
    emergency_derived,
    flare,
    flare_past,
    medicines,
    missing,
    numbness,
    patterns,
    response,
    reviewed,
    same_day,
    soon,
    strength,
    strength_tests,
    trends,
    two_legs,
    upright,
)
from spineward.clinical.spaces.space import Space

FILES = (
    emergency,
    emergency_derived,
    flare,
    flare_past,
    strength,
    strength_tests,
    trends,
    two_legs,
    numbness,
    cord,
    same_day,
    soon,
    alone,
    upright,
    reviewed,
    bounds,
    clearance,
    medicines,
    patterns,
    missing,
    response,
)
SPACES: tuple[Space, ...] = tuple(space for file in FILES for space in file.SPACES)
"""Every space, in the order of the files."""
