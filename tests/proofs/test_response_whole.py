"""Is the whole set what its parts say? Every kind of left leg, right leg and back together.

A part stands for all parts of its outcome: rows 1-7 of a set read a part only through what its own
rows came to (`set_verdict.rows`), which test_response_parts.py goes through case by case. What a
page looks up by the file alone is compared with the engine in each of these sets.

Hazards: H-01 H-02 H-04 H-11.
"""

from collections.abc import Iterator
from itertools import combinations_with_replacement, product
from typing import get_args

from spineward.clinical.facts import SetOutcome, SetVerdict
from spineward.clinical.set_verdict import decide, not_assessed, rows, worse, worst
from spineward.clinical.signs import BackUp, Part, PartSigns, SetSigns, Signs
from spineward.clinical.wire import FILE
from spineward.clinical.wire.reading import Response, as_told, decode
from spineward.clinical.wire.writing import version
from tests.proofs.counted import Count
from tests.proofs.response_cases import (
    helps,
    joined,
    kinds_of_change,
    kinds_of_part,
    no_milder,
    strict,
    with_whole,
)

STOPS = ("dizzy", "chest", "swelling", "stop_asked", "severe_leg", "stopped_before")
GOES_ON = (SetVerdict.CONTINUE, SetVerdict.CONTINUE_CAUTION)


def response() -> Response:
    """The file that pages carry."""
    return decode(FILE.read_text("utf-8"), version())


def sets() -> Iterator[Signs]:
    """Any kind of left leg with any of right leg and back, in every context; legs in one order."""
    for whole, kinds in kinds_of_part():
        backs = [part for part in kinds if part.second == "no" and part.stronger == "no"]
        for answered in (True, False):
            told = whole._replace(answered=answered)
            here = {part: part._replace(whole=told) for part in kinds}
            for left, right in combinations_with_replacement(kinds, 2):
                for back in backs:
                    yield Signs(told, here[left], here[right], here[back], ("left",))


def changes() -> Iterator[Signs]:
    """No part worse, and each way the parts that are read can have changed."""
    kinds, ups = kinds_of_change(), get_args(BackUp)
    for felt, up in product((True, False), ups):
        whole = SetSigns(any_felt=felt)
        for one, other in product(kinds, repeat=2):
            if (one["nearer_t2"] == "missing") != (other["nearer_t2"] == "missing"):
                continue  # the upright reading is one chart of the whole body
            left, right = PartSigns(whole, **one), PartSigns(whole, **other)
            yield Signs(whole, left, right, PartSigns(whole, back_up=up), ("left", "right"))
        for one in kinds:
            plain, part = PartSigns(whole), PartSigns(whole, **one)
            yield Signs(whole, part, plain, plain._replace(back_up=up), ("left",))
            yield Signs(whole, plain, plain, part._replace(back_up=up), ("back",))


def mirrored(shown: Signs) -> Signs:
    """Left and right changed over."""
    other: dict[Part, Part] = {"left": "right", "right": "left", "back": "back"}
    read = tuple([other[part] for part in shown.read])
    return Signs(shown.whole, shown.right, shown.left, shown.back, read)


def test_the_worst_part_rules_on_either_side_and_pages_look_up_the_same(count_cases: Count) -> None:
    """Invariants 5 and 7, for whatever rows 1-7 come to."""
    known, count = response(), 0
    for shown in sets():
        found, whole = rows(shown), shown.whole
        parts = joined([worse(part) for part in shown.parts])
        if whole.answered and parts:
            assert found == parts
        elif parts and parts.verdict >= SetVerdict.STOP_MOVEMENT:
            assert no_milder(strict(found), strict(parts))
            assert found.verdict >= SetVerdict.STOP_SESSION or not whole.overdue
        elif not whole.answered:
            assert found == worst([not_assessed(whole), *([parts] if parts else [])])
        assert rows(mirrored(shown)) == found
        assert known.outcome(as_told(shown)) == decide(shown), shown
        count += 1
    count_cases(count, "sets of every kind of left leg, right leg and back")


def test_whatever_calls_for_help_is_told_beside_every_part(count_cases: Count) -> None:
    """Rows 1 and 2 with any kind of part beside them, looked up too."""
    known, count = response(), 0
    for told in helps():
        named = {name: getattr(told, name) for name in ("red_flag", "chest", "swelling", "weak")}
        for whole, kinds in kinds_of_part():
            for part in kinds:
                plain = PartSigns(whole)
                shown = with_whole(Signs(whole, part, plain, plain, ("left",)), **named)
                found = decide(shown)
                assert found.verdict == SetVerdict.STOP_AND_ESCALATE or told == SetSigns()
                for one in (PartSigns(told), part):
                    assert no_milder(strict(found), strict(worse(one))), "neither hides the other"
                assert known.outcome(as_told(shown)) == found
                count += 1
    count_cases(count, "signs that call for help beside every kind of part")


def test_both_legs_are_read_for_change_and_the_worse_one_rules(count_cases: Count) -> None:
    """Invariants 7 and 12: without the upright reading nothing lasts."""
    known, count = response(), 0
    for shown in changes():
        found = decide(shown)
        alone = [decide(shown._replace(read=(part,))) for part in shown.read]
        assert found.verdict == max(one.verdict for one in alone)
        assert decide(mirrored(shown)) == found
        if shown.back.back_up == "no" and any(
            part.nearer_t2 == "missing" for part in shown.read_for_change
        ):
            assert found.label not in ("CENTRALIZING", "REDUCED")
        assert known.outcome(as_told(shown)) == found
        count += 1
    count_cases(count, "sets in which nothing got worse")


def test_session_stops_are_added_to_every_outcome_of_the_rows(count_cases: Count) -> None:
    """SS1-SS6 in all 64 combinations, beside each outcome that rows can have; looked up too."""
    known, kinds = response(), dict[SetOutcome, Signs]()
    for shown in (*sets(), *changes()):
        kinds.setdefault(rows(shown), shown)
    count = 0
    for shown in kinds.values():
        before = strict(decide(with_whole(shown)))
        for there in product((False, True), repeat=len(STOPS)):
            more = with_whole(shown, **dict(zip(STOPS, there, strict=True)))
            found = decide(more)
            after = strict(found)
            if shown.whole.answered or not more.whole.stop_asked:
                assert no_milder(after, before)
            assert not any(there[:5]) or found.verdict >= SetVerdict.STOP_SESSION
            assert known.outcome(as_told(more)) == found
            count += 1
    count_cases(count, "outcomes of the rows with every combination of session stops, looked up")
