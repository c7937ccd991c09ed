"""Does one worse sign ever make a whole set milder? Every sign of a part, beside every other part.

The tables prove it table by table (test_tables.py); here the set is put together. Two exceptions
stand, each with its exact number: a mild back ache (it meets no such sign, see
test_response_charts.py), and a stop that is told before the answer after the set is due.

Hazards: H-01 H-02 H-03 H-11.
"""

from collections import Counter
from itertools import product
from math import prod
from typing import Any

from spineward.clinical.facts import SetVerdict
from spineward.clinical.set_verdict import decide
from spineward.clinical.signs import PartSigns, Signs
from spineward.clinical.spaces import response
from spineward.clinical.spaces.response import FOUND
from spineward.clinical.spaces.space import cases
from tests.proofs.counted import Count
from tests.proofs.response_cases import Strict, no_milder, strict

AXES = response.PART.axes
SIZES = [len(axis.values) for axis in AXES]
STEPS = [prod(SIZES[place + 1 :]) for place in range(len(SIZES))]
BEFORE_MILD_ACHE = response.PART.axes[2].labels.index("mild_back_ache") - 1
EXPECTED = {"a mild back ache alone": 192, "told before the answer is due": 60}


def decided(answered: bool, beside: str) -> list[Strict]:
    """How strict each case of the part table is, beside another part of this kind."""
    found = []
    for one in cases(response.PART):
        whole = one.whole._replace(answered=answered)
        part = one._replace(whole=whole)
        shown: dict[str, Any] = dict(FOUND[beside])
        other = PartSigns(whole)._replace(**shown)
        found.append(strict(decide(Signs(whole, PartSigns(whole), part, other, ("right",)))))
    return found


def test_one_worse_sign_never_makes_a_set_milder(count_cases: Count) -> None:
    """Verdict, level and gate, for every sign of rows 3-7 in every case, answered or not yet."""
    count, softer = 0, Counter[str]()
    for beside, answered in product(FOUND, (True, False)):
        known = decided(answered, beside)
        for axis, size, step in zip(AXES, SIZES, STEPS, strict=True):
            for place, before in enumerate(known):
                value = place // step % size
                if value + 1 == size:
                    continue
                count += 1
                if no_milder(known[place + step], before):
                    continue
                ache = answered and (axis.name, value) == ("reach", BEFORE_MILD_ACHE)
                waits = not answered and beside in ("nothing", "REGRESS")
                assert ache or waits, (axis.name, axis.labels[value + 1], beside, answered)
                assert not waits or known[place + step][0] == SetVerdict.STOP_MOVEMENT
                softer["a mild back ache alone" if ache else "told before the answer is due"] += 1
    assert softer == EXPECTED
    count_cases(count, "pairs of sets, one with one worse sign")
