"""Does a page give the right reason for each thing that fired?"""

from spineward.clinical.facts import CareLevel, Finding
from spineward.web.shell import reasons


def test_an_answered_sign_says_what_was_answered_and_what_to_do() -> None:
    reason = reasons.of_id("A1")
    assert reason.why == "You said peeing has changed."
    assert reason.do.startswith("You must get help now.")


def test_an_unknown_answer_says_so_and_asks_for_no_more_than_its_level() -> None:
    (reason,) = reasons.of_findings([Finding("A4", CareLevel.SAME_DAY, mark="?")])
    assert reason.why.startswith("You were not sure")
    assert reason.do.startswith("Ring your doctor today")


def test_doubt_about_dark_thoughts_points_to_people_and_not_to_a_check() -> None:
    (reason,) = reasons.of_findings([Finding("A16", CareLevel.SAME_DAY, mark="?")])
    assert reason.do.startswith("Please talk to someone today")


def test_what_a_doctor_has_seen_asks_for_nothing_more() -> None:
    reason = reasons.of_id("A7 seen")
    assert reason.why.startswith("A doctor has seen this.")
    assert reason.do == ""


def test_a_row_of_the_verdict_table_has_its_reason() -> None:
    assert reasons.of_id("row 5").why == "The feeling went further down the leg."


def test_each_sentence_is_given_once() -> None:
    assert len(reasons.of(["A1", "A1", "first_sessions"])) == 2
