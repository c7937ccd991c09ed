"""Which cases can each rule set meet? One file a rule set; the tables are written from them."""

from spineward.clinical.spaces import bounds, emergency, emergency_derived
from spineward.clinical.spaces.space import Space

FILES = (emergency, emergency_derived, bounds)
SPACES: tuple[Space, ...] = tuple(space for file in FILES for space in file.SPACES)
"""Every space, in the order of the files."""
