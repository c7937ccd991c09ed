"""What can one set show? Its signs, each a closed set of values; the rows read nothing else.

`measured` takes the signs off the readings, the rows of table 2.4 and the session stops decide on
them. So the rows can be asked about every case there is (spaces/response.py), and a page without
the engine can look the answer up. Each value list runs from the mildest sign to the worst.
"""

from typing import Literal, NamedTuple

Part = Literal["left", "right", "back"]
RedFlag = Literal["none", "SOON", "SAME_DAY", "EMERGENCY"]
"""The level of the worst red flag ticked in the set."""
Weak = Literal["none", "not_sure", "new_or_more"]
Settling = Literal["settled", "not_asked", "not_settled"]
"""The ten-minute re-ask: is nothing further, stronger or sharper than before the set?"""
Second = Literal["no", "buttock_settled", "buttock", "buttock_still", "buttock_unsure", "beyond"]
"""What the leg that is not affected shows beyond its t0; `buttock` = not asked again yet."""
Numb = Literal["no", "settled", "still_one_grade", "unsure", "more", "still_unsure", "still"]
"""More numbness; `unsure` and `more` = not asked again yet, the others = 30 minutes on."""
Reach = Literal["no", "mild_back_ache", "unsure", "further"]
"""Pain or tingling further from the spine; `mild_back_ache` = only that, where nothing was felt."""
Tingles = Literal["no", "unsure", "more"]
Stronger = Literal["no", "sharp", "stronger"]
Upright = Literal["yes", "no", "missing"]
"""Does it reach less far after a minute or two upright? Missing = nobody said (invariant 12)."""
BackUp = Literal["no", "up_while_nearer", "up"]
"""Back pain up by three; `up_while_nearer` = and all that is read for change drew nearer."""


class SetSigns(NamedTuple):
    """What the set as a whole showed.

    `severe_leg`: leg pain of 8 or more at any reading. `stopped_before`: one more stopped movement
    is the last of the session. `answered`: there is a reading right after the set. `overdue`: the
    awaited answer has not come in time. `any_felt`: anything was felt at any reading.
    """

    red_flag: RedFlag = "none"
    weak: Weak = "none"
    dizzy: bool = False
    chest: bool = False
    swelling: bool = False
    stop_asked: bool = False
    severe_leg: bool = False
    stopped_before: bool = False
    row5_before: bool = False
    answered: bool = True
    overdue: bool = False
    settling: Settling = "not_asked"
    any_felt: bool = True


class PartSigns(NamedTuple):
    """What one part of the body (left leg, right leg, back) showed in the set.

    `nearer_t1` and `nearer_t2`: it reaches less far than at the set's own t0. `less`: as far, and
    clearly less at t1 and t2. `back_up` is read on the back alone.
    """

    whole: SetSigns
    second: Second = "no"
    numb: Numb = "no"
    reach: Reach = "no"
    tingles: Tingles = "no"
    stronger: Stronger = "no"
    nearer_t1: bool = False
    nearer_t2: Upright = "no"
    less: bool = False
    back_up: BackUp = "no"


class Signs(NamedTuple):
    """All that one set showed. `read`: the parts on which rows 9-12 are read (2.3)."""

    whole: SetSigns
    left: PartSigns
    right: PartSigns
    back: PartSigns
    read: tuple[Part, ...]

    @property
    def parts(self) -> tuple[PartSigns, PartSigns, PartSigns]:
        """Left leg, right leg, back."""
        return self.left, self.right, self.back

    @property
    def read_for_change(self) -> tuple[PartSigns, ...]:
        """The signs of the parts that are read for change."""
        return tuple([getattr(self, part) for part in self.read])
