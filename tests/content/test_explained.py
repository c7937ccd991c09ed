"""Is what a rule or a movement is made of told in words that a clinician can read at once?"""

from dataclasses import replace

import pytest

from spineward.clinical.catalogue import ContentError, sources, words
from spineward.clinical.explain import amount, explain, overview
from spineward.clinical.explain_movement import dose, explain_movement, ranges, span
from spineward.clinical.facts import CareLevel, Gate
from spineward.clinical.leads_to import _named, by_outcome, leads_to
from spineward.clinical.library import Dose, movements
from spineward.clinical.rulebook import rulebook


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (1, "days", "1 day"),
        (2, "days", "2 days"),
        (1, "sessions a day", "1 session a day"),
        (2, "times a day", "2 times a day"),
        (4, "features of 7", "4 of 7 features"),
        (5, "points 0-10", "5 on a scale of 0 to 10"),
        (-1, "steps -3 to 3", "-1 on a scale of -3 to 3"),
        (4, "rank", "rank 4"),
        (50, "percent", "50 percent"),
    ],
)
def test_a_number_is_said_with_its_unit(value: int, unit: str, said: str) -> None:
    assert amount(value, unit) == said


def test_a_rule_is_explained_by_its_words_and_what_it_rests_on() -> None:
    found = explain("C1")
    assert (found.id, found.rule, found.outcome) == ("C1", "C1", "soon")
    assert [found.name, found.why, found.do] == [
        words()[f"rule.C1.{x}"] for x in ("name", "why", "do")
    ]
    assert (found.why_unsure, found.do_unsure) == ("", "")
    assert found.statement == rulebook()["C1"].statement
    assert explain("A1").why_unsure == words()["rule.A1.why_unsure"]


def test_a_rule_that_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(ContentError, match="there is no rule Z9"):
        explain("Z9")


def test_the_overview_explains_every_rule_under_what_it_leads_to() -> None:
    listed = {outcome: tuple(one.id for one in rules) for outcome, rules in overview()}
    assert listed == by_outcome()


@pytest.mark.parametrize(
    ("rule", "outcome"),
    [
        *(("A6", "call"), ("C10", "today"), ("T4", "soon"), ("T9", "routine"), ("CL1", "movement")),
        *(("N2", "movement"), ("FLARE_SEVERE", "movement"), ("row9", "set"), ("T1", "steady")),
    ],
)
def test_a_rule_leads_to_the_most_urgent_thing_that_it_names(rule: str, outcome: str) -> None:
    assert leads_to(rule) == outcome


def _opens() -> Gate:
    return Gate.FULL


def _limits() -> Gate:
    return Gate.LIMITED


def _calls() -> CareLevel:
    return CareLevel.EMERGENCY


def test_the_open_gate_is_nothing_that_a_rule_leads_to() -> None:
    assert list(_named(_opens, set())) == []
    assert list(_named(_limits, set())) == [Gate.LIMITED]
    assert list(_named(_calls, set())) == [CareLevel.EMERGENCY]


def test_a_movement_is_explained_by_its_words_its_dose_and_who_is_not_to_do_it() -> None:
    found = explain_movement("M10")
    said = [found.id, found.name, found.short, found.why]
    assert said == ["M10", *(words()[f"movement.M10.{part}"] for part in ("name", "short", "why"))]
    assert found.dose == "5 to 10 times, 3 to 5 seconds each way, 1 to 2 sets, 1 to 3 times a day"
    assert found.ranges == "pelvis tilt -5 to 15°, spine -5 to 10°, hip 40 to 60°, knee 80 to 100°"
    held = ("last_down_24h", "pregnant_20")
    assert found.held_back == tuple((key, words()[f"exclusion.{key}"]) for key in held)
    assert found.sources == tuple(sources()[id] for id in movements()["M10"].sources)


def test_a_movement_without_ranges_has_a_dash() -> None:
    """Nothing that is held to an angle is said, not left empty."""
    assert ranges(replace(movements()["M10"], ranges={})) == "-"


def test_a_dose_names_all_that_it_counts_and_one_of_a_thing_is_single() -> None:
    whole = Dose(
        times_a_day=(1, 1),
        sets=(1, 1),
        reps=(2, 4),
        holds=(1, 1),
        hold_s=(5, 5),
        minutes=(1, 2),
        seconds_each_way=(1, 1),
    )
    assert dose(whole) == (
        "2 to 4 times, 1 hold, 5 seconds each hold, 1 second each way, 1 to 2 minutes, 1 set, "
        "1 time a day"
    )
    assert dose(Dose(times_a_day=(2, 2), minutes=(1, 1))) == "1 minute, 1 set, 2 times a day"


@pytest.mark.parametrize(("given", "said"), [((3, 3), "3"), ((3, 5), "3 to 5")])
def test_one_number_is_said_once(given: tuple[int, int], said: str) -> None:
    assert span(given) == said
