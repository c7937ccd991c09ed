"""Do rows 1-7 of one part, with rows 1 and 2 of the whole, follow from their tables in every case?

Rows 1 and 2 read the set, rows 3-7 the part, so their tables stand apart.

Hazards: H-01 H-02 H-03 H-18.
"""

from typing import Any

from spineward.clinical.facts import SetOutcome, SetVerdict
from spineward.clinical.rulebook import rulebook
from spineward.clinical.rules import set_alarms, set_rows, stop_session
from spineward.clinical.rules.rule import RulesOf
from spineward.clinical.set_verdict import worse
from spineward.clinical.signs import PartSigns, SetSigns
from spineward.clinical.spaces import response
from spineward.clinical.spaces.space import cases
from spineward.clinical.tables import committed
from tests.proofs.counted import Count
from tests.proofs.response_cases import helps, joined, kinds_of_part, no_milder, strict


class Watched:
    """Stands in for signs, and notes which are read."""

    def __init__(self, known: Any, read: set[str]) -> None:
        self._known, self._read = known, read

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._known, name)
        if isinstance(value, SetSigns):
            return Watched(value, self._read)
        self._read.add(name)
        return value


def test_each_row_reads_only_the_signs_that_its_table_varies(count_cases: Count) -> None:
    """So the tables may stand apart: rows 1 and 2 see no part, rows 3-7 see no sign of theirs."""
    count = 0
    for space in (response.HELP, response.PART, response.BACK, response.CHANGE):
        varied = {axis.name for axis in space.axes}
        rules = [rulebook()[id].reads for id in space.rules]
        for one in cases(space):
            read: set[str] = set()
            for reads in rules:
                reads(Watched(one, read))
            assert read <= varied, f"{space.id} leaves out {sorted(read - varied)}"
            count += 1
    count_cases(count, "cases in which was noted which signs the rows read")


def test_the_whole_and_the_part_are_decided_apart_and_joined(count_cases: Count) -> None:
    """Help called by the whole leaves of the part only what calls for help too."""
    count = 0
    for told in helps():
        named = {name: getattr(told, name) for name in ("red_flag", "chest", "swelling", "weak")}
        for whole, parts in kinds_of_part():
            for part in parts:
                alone = worse(part)
                both = worse(part._replace(whole=whole._replace(**named)))
                help_needed = worse(PartSigns(told))
                expected = alone
                if help_needed is not None:
                    calls = alone is not None and alone.verdict == SetVerdict.STOP_AND_ESCALATE
                    expected = joined([help_needed, alone if calls else None])
                assert both == expected, (part, named)
                count += 1
    count_cases(count, "what the whole shows beside every outcome of a part, in every context")


def test_every_case_has_one_outcome_and_the_same_each_time(count_cases: Count) -> None:
    """Invariants 13 and 14: total, and determined by the signs alone."""
    count = 0
    for space in response.SPACES:
        decides = space.decides
        assert decides is not None
        for one in cases(space):
            found = decides(one)
            assert found is None or isinstance(found, SetOutcome)
            assert decides(one) == found
            count += 1
    count_cases(count, "cases of the six response tables, decided twice")


def test_what_cannot_be_told_is_never_better_than_no(count_cases: Count) -> None:
    """Invariant 2: each `unsure` beside the same case with `no`."""
    doubts = {
        "numb": ("unsure", "still_unsure"),
        "second": ("buttock_unsure",),
        "reach": ("unsure",),
        "tingles": ("unsure",),
    }
    count = 0
    for one in cases(response.PART):
        for sign, values in doubts.items():
            if getattr(one, sign) in values:
                count += 1
                clear = worse(one._replace(**{sign: "no"}))
                assert no_milder(strict(worse(one)), strict(clear)), (sign, one)
    for told in helps():
        if told.weak == "not_sure":
            count += 1
            part = next(cases(response.PART))._replace(whole=told)
            clear = worse(part._replace(whole=told._replace(weak="none")))
            assert no_milder(strict(worse(part)), strict(clear)), told
    count_cases(count, "signs that cannot be told, beside the same case with no")


def test_every_row_and_every_stop_decides_somewhere_and_is_missed_when_deleted(
    count_cases: Count,
) -> None:
    """Each rule, taken away, changes its table."""
    lists: tuple[RulesOf[Any, SetOutcome], ...] = (
        set_alarms.RULES,
        set_rows.WORSE,
        set_rows.BACK,
        set_rows.CHANGE,
        stop_session.RULES,
    )
    count = 0
    for rules in lists:
        for rule in list(rules.rules):
            id = rule.id.replace(" ", "")
            space = next(one for one in response.SPACES if id in one.rules)
            known = committed(space.id)
            named = [text for text in known.outcomes if rule.id.replace(" ", "_") in text.split()]
            assert named, f"{rule.id} is in no outcome of {space.id}"
            place = rules.rules.index(rule)
            rules.rules.remove(rule)
            try:
                assert space.decides is not None
                now = [space.said(space.decides(one)) for one in cases(space)]
            finally:
                rules.rules.insert(place, rule)
            moved = sum(
                known.outcomes[code] != text for code, text in zip(known.codes, now, strict=True)
            )
            assert moved, f"{rule.id} can be deleted and no case of {space.id} moves"
            count += len(now)
    count_cases(count, "cases with one row or session stop deleted")
