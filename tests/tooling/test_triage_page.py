"""Are the made-up first users counted rightly, and does the page say what they give?

Hazards: H-07.
"""

from pathlib import Path

import pytest

from spineward.clinical.facts import CareLevel, Finding, Gate
from spineward.clinical.rulebook import rulebook
from tools.triage.__main__ import main
from tools.triage.draw import Draw, Rates
from tools.triage.people import people, person
from tools.triage.run import Outcome, by_rule, interval, outcome
from tools.triage.sketch import TODAY
from tools.triage.study import study

SOME = 1_200


def found(*findings: Finding) -> Outcome:
    """Somebody for whom just these rules fired."""
    level = max((f.level for f in findings), default=CareLevel.SELF_CARE)
    return Outcome(person(1, Rates()), level, Gate.LIMITED, ("first_sessions",), findings, ())


def test_a_rule_alone_is_one_without_which_the_level_would_be_lower() -> None:
    soon, routine = Finding("C1", CareLevel.SOON), Finding("T7", CareLevel.ROUTINE)
    also_soon = Finding("T6", CareLevel.SOON)
    assert found(soon, routine).alone == "C1"
    assert found(soon, also_soon).alone == ""
    assert found().alone == ""
    rows = {row.rule: row for row in by_rule([found(soon, routine), found(soon, also_soon)])}
    assert (rows["C1"].sent, rows["C1"].deciding, rows["C1"].alone) == (2, 2, 1)
    assert (rows["T7"].sent, rows["T7"].deciding, rows["T7"].alone) == (1, 0, 0)


def test_a_rule_that_fired_for_an_open_answer_is_counted_as_such() -> None:
    rows = by_rule([found(Finding("A4", CareLevel.SAME_DAY, mark="?")), found()])
    assert [(row.rule, row.sent, row.unsure) for row in rows] == [("A4", 1, 1)]


def test_only_the_urgent_part_is_counted_when_that_is_asked() -> None:
    rows = by_rule(
        [found(Finding("T6", CareLevel.SOON), Finding("B1", CareLevel.SAME_DAY))],
        CareLevel.SAME_DAY,
    )
    assert [row.rule for row in rows] == ["B1"]


def test_limited_as_new_is_not_limited_by_a_rule() -> None:
    assert found().limited_as_new
    held = Outcome(
        found().person, CareLevel.ROUTINE, Gate.LIMITED, ("C7", "first_sessions"), (), ()
    )
    assert not held.limited_as_new


def test_the_interval_of_a_share_is_wilsons() -> None:
    low, high = interval(10, 100)
    assert (round(low, 4), round(high, 4)) == (0.0552, 0.1744)
    assert interval(0, 50)[0] == 0.0


def test_chance_has_no_favourite() -> None:
    """Each assumption's own number is spread evenly, and two of them do not go together."""
    draws = [Draw(number, Rates()) for number in range(1, 801)]
    asked = [
        (draw.has("cancer"), draw.tips["cancer"], draw.has("weak"), draw.tips["weak"])
        for draw in draws
    ]
    tips = [(one[1], one[3]) for one in asked if max(one[1], one[3]) < 1]
    for side in (0, 1):
        assert abs(sum(tip[side] for tip in tips) / len(tips) - 0.475) < 0.04
    together = sum((a - 0.475) * (b - 0.475) for a, b in tips) / len(tips)
    assert abs(together) < 0.01


def test_people_can_be_read_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--show", "3"]) == 0
    said = capsys.readouterr().out
    assert [f"#{number} " in said for number in (1, 2, 3, 4)] == [True, True, True, False]
    assert said.count("  => ") == 3


def test_a_call_that_makes_no_sense_says_how_to_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--show"]) == 2
    assert "--check | --show N" in capsys.readouterr().out


@pytest.mark.proof
def test_the_page_says_what_a_fresh_run_counts() -> None:
    assert main(["--check"]) == 0, "run: python -m tools.triage"


@pytest.mark.slow
def test_a_stale_page_is_named_and_written_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "over-triage.md"
    assert main(["--check"], place) == 1
    assert "is stale; run: python -m tools.triage" in capsys.readouterr().out
    assert main([], place) == 0
    assert main(["--check"], place) == 0


@pytest.mark.slow
def test_ten_thousand_are_counted_and_none_has_an_open_question() -> None:
    seen = study().seen
    assert len(seen) == 10_000
    assert [one.person.number for one in seen if one.missing] == []
    assert all(one.rules <= rulebook().keys() for one in seen)
    assert all((one.level >= CareLevel.SAME_DAY) <= (one.gate == Gate.BLOCK) for one in seen)


@pytest.mark.slow
def test_being_sure_of_everything_sends_nobody_higher() -> None:
    known = study()
    assert all(a.level >= b.level for a, b in zip(known.seen, known.sure, strict=True))
    assert all(a.level <= b.level for a, b in zip(known.seen, known.doubtful, strict=True))


@pytest.mark.slow
def test_whoever_tells_a_sign_of_cauda_equina_is_sent_now() -> None:
    told = [one for one in study().ill["serious.cauda_equina"] if one.person.signs]
    assert len(told) > 300
    assert {one.level for one in told} == {CareLevel.EMERGENCY}


def test_a_day_lies_in_the_past_for_everybody() -> None:
    for one in map(outcome, people(Rates(), SOME)):
        days = one.person.situation.since.values()
        assert all(day <= TODAY for day in days)
