"""Is every statement of the article carried, said and proved, and would a lost one be noticed?

Hazards: H-08 claims that go beyond the evidence, H-21 a sentence or rule that is lost.
"""

import re
from dataclasses import replace
from typing import Any

import pytest

from spineward.clinical.catalogue import words
from spineward.clinical.library import movements
from tools.docs import seed
from tools.docs.seed import Statement, seed_gaps, statements
from tools.docs.trace import read_trace

TRACE = read_trace()
WHOLE = statements()[0]
PARTS_OF_THE_ARTICLE = 21


def test_every_statement_is_carried_said_and_proved() -> None:
    assert list(seed_gaps(statements(), TRACE)) == []


def test_no_statement_of_the_article_is_left_out() -> None:
    assert [one.id for one in statements()] == [
        f"S{count:02}" for count in range(1, PARTS_OF_THE_ARTICLE + 1)
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"rules": ("A99",)}, "there is no rule A99"),
        ({"movements": ("M99",)}, "there is no movement M99"),
        ({"cards": ("CC99",)}, "there is no card CC99"),
        ({"words": ("explain.ED99",)}, "there is no sentence explain.ED99"),
        ({"words": ()}, "is not told to anyone: it names no words"),
        ({"tests": ()}, "is proved by nothing: it names no test"),
        ({"tests": ("tests/test_gone.py",)}, "there is no test file tests/test_gone.py"),
        (
            {"tests": ("tests/content/test_words.py::test_gone",)},
            "there is no test test_gone in tests/content/test_words.py",
        ),
        ({"rules": ()}, "is carried by no rule, no movement and no card"),
        ({"rules": (), "cards": ("CC1",)}, "by a card alone, and nothing says why"),
    ],
)
def test_a_statement_that_lacks_a_part_is_found(changes: dict[str, Any], said: str) -> None:
    broken: Statement = replace(WHOLE, **changes)
    assert [gap for gap in seed_gaps([broken], TRACE) if said in gap]


def test_a_gap_is_printed_and_ends_the_command_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert seed.main() == 0
    monkeypatch.setattr(seed, "statements", lambda: (replace(WHOLE, tests=()),))
    assert seed.main() == 1
    assert "S01" in capsys.readouterr().out


# --- what no other test says of the article ----------------------------------------------------


def test_the_glide_of_the_article_keeps_its_angles_and_its_number() -> None:
    glide = movements()["M30b"]
    start, straight, release = glide.figure.poses
    assert glide.dose.reps == (10, 15)
    assert (start.joints["hip"], start.joints["knee"]) == (90, 90)
    assert straight.joints["ankle"] > 0 > release.joints["ankle"]
    assert straight.joints["knee"] < start.joints["knee"]
    steps = " ".join(words()["movement.M30b.steps"]).lower()
    for part in ("light pull", "toes toward your head", "hold", "toes point away"):
        assert part in steps


def test_no_movement_of_the_library_is_a_stretch_of_the_hamstrings() -> None:
    told = {
        id: " ".join(words()[f"movement.{id}.steps"]).lower()
        for id in movements()
        if f"movement.{id}.steps" in words()
    }
    assert len(told) == len(movements())
    stretching = re.compile(r"towel|touch your toes|straight leg up|straight-leg|hamstring")
    assert {id for id, steps in told.items() if stretching.search(steps)} == set()
    assert {one.family for one in movements().values()} == set(
        "ease extension tilt cat glide ankle buttock walk flexion".split()
    )


def test_no_sentence_claims_that_a_movement_frees_a_nerve_from_pressure() -> None:
    claims = re.compile(r"decompress|takes? (?:the )?pressure off|frees? (?:the|a) nerve", re.I)
    lines = [
        (id, line)
        for id, text in words().items()
        for line in ([text] if isinstance(text, str) else text)
    ]
    assert [id for id, line in lines if claims.search(line)] == []
