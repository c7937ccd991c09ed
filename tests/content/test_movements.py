"""Is every movement complete: its words, its way up and down, and poses that a body can take?"""

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from spineward.clinical.catalogue import ContentError, read, words
from spineward.clinical.library import EXCLUSIONS, Movement, families, movement, movements

EVERY = list(movements().values())
BODY = {
    "pelvis_tilt": (-15, 20),
    "spine": (-40, 45),
    "neck": (-45, 50),
    "hip": (-20, 125),
    "knee": (0, 140),
    "ankle": (-45, 20),
    "shoulder": (-40, 180),
    "elbow": (0, 145),
    "hip_rotation": (-40, 60),
}
"""What a body can do, in degrees: wider than any movement asks for."""


def each(one: Movement) -> str:
    """The name of a test case."""
    return one.id


def text(one: Movement, part: str) -> tuple[str, ...]:
    """The words of one part as lines."""
    found = words()[f"movement.{one.id}.{part}"]
    return (found,) if isinstance(found, str) else found


def test_the_library_holds_the_eighteen_movements() -> None:
    wanted = "M01 M02 M03 M10 M11 M12 M20 M21 M30a M30b M31 M32 M33 M40 M41 M50 M60 M61"
    assert list(movements()) == wanted.split()


def test_every_movement_belongs_to_one_family() -> None:
    members = [name for family in families().values() for name in family]
    assert sorted(members) == sorted(movements())


@pytest.mark.parametrize("one", EVERY, ids=each)
def test_every_pose_stays_in_the_stated_range(one: Movement) -> None:
    for pose in one.figure.poses:
        for joint, (low, high) in one.ranges.items():
            assert low <= pose.joints.get(joint, 0) <= high, f"{pose.name}: {joint}"


@pytest.mark.parametrize("one", EVERY, ids=each)
def test_every_pose_is_one_a_body_can_take(one: Movement) -> None:
    for pose in one.figure.poses:
        for joint, angle in pose.joints.items():
            low, high = BODY[joint.removeprefix("far_")]
            assert low <= angle <= high, f"{pose.name}: {joint} {angle}"


@pytest.mark.parametrize("one", EVERY, ids=each)
def test_every_figure_moves_or_breathes(one: Movement) -> None:
    poses = one.figure.poses
    assert len(poses) >= 2
    assert len({pose.name for pose in poses}) == len(poses)
    assert len({tuple(sorted(pose.joints.items())) for pose in poses}) >= 2
    assert all(pose.seconds > 0 and pose.hold >= 0 for pose in poses)


@pytest.mark.parametrize("one", EVERY, ids=each)
def test_three_to_five_short_steps_say_how(one: Movement) -> None:
    assert 3 <= len(text(one, "steps")) <= 5


@pytest.mark.parametrize("one", EVERY, ids=each)
def test_sentences_are_short_and_calm(one: Movement) -> None:
    for part in ("name", "short", "steps", "feel", "stop", "why"):
        for line in text(one, part):
            assert "!" not in line
            for sentence in re.split(r"(?<=[.?])\s+", line):
                assert len(sentence.split()) <= 15, sentence


@pytest.mark.parametrize("one", EVERY, ids=each)
def test_a_glide_never_locks_the_knee(one: Movement) -> None:
    if one.family == "glide":
        assert all(pose.joints["knee"] >= 20 for pose in one.figure.poses)


@pytest.mark.parametrize("one", EVERY, ids=each)
def test_every_source_is_known(one: Movement) -> None:
    known = {row["id"] for row in read("sources.toml")["source"]}
    assert set(one.sources) <= known


def test_every_exclusion_is_said_in_words() -> None:
    said = {name.removeprefix("exclusion.") for name in words() if name.startswith("exclusion.")}
    assert said == set(EXCLUSIONS)


def raw(name: str) -> dict[str, Any]:
    """One movement file as it is written."""
    return tomllib.loads(files("spineward.content").joinpath(f"movements/{name}.toml").read_text())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"not_if": ["rain"]}, "there is no exclusion rain"),
        ({"family": "yoga"}, "there is no family yoga"),
        ({"needs": "pool"}, "cannot need pool"),
        ({"sources": []}, "names its sources"),
        ({"id": "M99"}, "words for movement.M99.name are missing"),
        ({"dose": {"reps": [10, 5], "times_a_day": [1, 3]}}, "not in order"),
        ({"dose": {"times_a_day": [1, 3]}}, "counts reps, holds or minutes"),
    ],
)
def test_a_broken_file_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ContentError, match=message):
        movement("movements/M10.toml", raw("M10") | change)


@pytest.mark.parametrize("gone", ["family", "dose", "figure", "range", "not_if"])
def test_a_file_that_lacks_a_part_is_refused(gone: str) -> None:
    row = raw("M10")
    del row[gone]
    with pytest.raises(ContentError, match=f"not complete: '{gone}'"):
        movement("movements/M10.toml", row)


def test_a_way_up_that_leads_nowhere_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spineward.clinical.library.names", lambda folder: ["movements/M10.toml"])
    with pytest.raises(ContentError, match="there is no other movement M11"):
        movements.__wrapped__()
