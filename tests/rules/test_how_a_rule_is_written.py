"""What does a rule keep of how it is written, and which rules may not be written at all?

Each test stands for a small change of the engine that no other test noticed.
Hazards: H-30.
"""

import pytest

from spineward.clinical.facts import CareLevel, SetOutcome, SetVerdict
from spineward.clinical.rules import set_alarms, set_rows
from spineward.clinical.rules.rule import RuleOf, RulesOf
from spineward.clinical.rules.stop_session import EndedSet, second_stop
from spineward.clinical.signs import PartSigns, Second, SetSigns
from tests.rules.days import held
from tests.rules.test_hold_movement import CASES


def over_nine(number: int) -> str | None:
    """A number
    beyond nine.

    This is left out.
    """
    return "far" if number > 9 else None


def test_a_rule_keeps_its_id_its_sources_its_hazards_and_its_first_sentence() -> None:
    """And the function stays what it was, so that another rule may ask it."""
    rules: RulesOf[int, str] = RulesOf()
    assert rules.rule("X1", sources="J K", hazards="H-01 H-02")(over_nine) is over_nine
    kept = RuleOf("X1", ("J", "K"), ("H-01", "H-02"), over_nine, "A number beyond nine.")
    assert rules.rules == [kept]
    assert (rules.fire(10), rules.first(9)) == (["far"], None)


@pytest.mark.parametrize(("sources", "hazards"), [("", "H-01"), ("J", ""), ("J", "H-01")])
def test_a_rule_without_source_hazard_or_words_is_refused(sources: str, hazards: str) -> None:
    rules: RulesOf[int, str] = RulesOf()

    def wordless(number: int) -> str | None:
        return None if number else "nought"

    with pytest.raises(ValueError, match="rule X1"):
        rules.rule("X1", sources=sources, hazards=hazards)(wordless)
    assert rules.rules == []
    assert wordless(0) == "nought"


# --- the rows of a set -----------------------------------------------------------------------

CALM = PartSigns(SetSigns())
ROWS: dict[int, list[PartSigns]] = {
    1: [PartSigns(SetSigns(red_flag="SOON")), PartSigns(SetSigns(chest=True))],
    2: [PartSigns(SetSigns(weak="not_sure")), PartSigns(SetSigns(weak="new_or_more"))],
    3: [
        CALM._replace(second="buttock"),
        CALM._replace(second="buttock_still"),
        CALM._replace(second="beyond"),
    ],
    4: [CALM._replace(numb="more"), CALM._replace(numb="still"), CALM._replace(numb="settled")],
    5: [
        CALM._replace(reach="mild_back_ache"),
        CALM._replace(reach="further"),
        PartSigns(SetSigns(row5_before=True), reach="further"),
    ],
    6: [CALM._replace(tingles="unsure")],
    7: [CALM._replace(stronger="sharp")],
    8: [CALM._replace(back_up="up"), CALM._replace(back_up="up_while_nearer")],
    9: [CALM._replace(nearer_t1=True, nearer_t2="yes")],
    10: [CALM._replace(nearer_t1=True)],
    11: [CALM._replace(less=True)],
    12: [CALM, PartSigns(SetSigns(any_felt=False))],
}


def test_each_row_of_the_table_is_recorded_under_its_own_number() -> None:
    """What happens on later days asks the record for it."""
    rows = (set_alarms.RULES, set_rows.RULES)
    read = {
        number: {found.row for part in parts for table in rows for found in table.fire(part)}
        for number, parts in ROWS.items()
        if number < 9
    }
    assert read == {number: {number, 12} for number in read}
    change = {
        number: {found.row for part in ROWS[number] if (found := set_rows.CHANGE.first(part))}
        for number in (9, 10, 11, 12)
    }
    assert change == {number: {number} for number in change}


@pytest.mark.parametrize(
    ("at_30", "minutes", "level"),
    [
        ("buttock", 30, CareLevel.SELF_CARE),
        ("buttock_still", None, CareLevel.SELF_CARE),
        ("buttock_settled", None, CareLevel.SELF_CARE),
        ("buttock_unsure", None, CareLevel.EMERGENCY),
        ("beyond", None, CareLevel.EMERGENCY),
    ],
)
def test_the_second_leg_is_asked_about_again_once(
    at_30: Second, minutes: int | None, level: CareLevel
) -> None:
    found = set_alarms.other_leg(PartSigns(SetSigns(), second=at_30))
    assert found is not None
    assert (found.re_ask_minutes, found.level) == (minutes, level)


@pytest.mark.parametrize(
    ("verdict", "fired", "ends"),
    [
        (SetVerdict.STOP_MOVEMENT, ("row 5",), True),
        (SetVerdict.STOP_MOVEMENT, ("row 6",), True),
        (SetVerdict.STOP_MOVEMENT, ("row 7",), True),
        (SetVerdict.STOP_SESSION, ("row 5", "row 8"), True),
        (SetVerdict.STOP_SESSION, ("row 4",), False),
        (SetVerdict.REGRESS, ("row 5",), False),
        (SetVerdict.REGRESS, ("row 8",), False),
        (SetVerdict.CONTINUE, ("row 9",), False),
    ],
)
def test_the_second_movement_stopped_by_rows_5_to_7_ends_the_session(
    verdict: SetVerdict, fired: tuple[str, ...], ends: bool
) -> None:
    """SS6: a mild back ache (row 5, half the range) stops nothing."""
    rows = SetOutcome("WORSE_IN_PLACE", verdict, 7, fired)
    again = second_stop(EndedSet(SetSigns(stopped_before=True), rows))
    assert (again is not None and again.fired == ("SS6",)) is ends
    assert second_stop(EndedSet(SetSigns(), rows)) is None


def test_each_exclusion_of_a_movement_holds_for_someone_and_not_for_another() -> None:
    """All of them at one go; tests/rules/test_hold_movement.py tries each by itself."""
    lacking = [by for by, movement, day, _ in CASES if (movement, by) not in held(day)]
    beyond = [by for by, movement, _, other in CASES if (movement, by) in held(other)]
    assert (lacking, beyond) == ([], [])
