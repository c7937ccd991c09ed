"""Does the body map's content hold? Nerve-root areas, that no rule reads, and the drawing."""

import re
from pathlib import Path

import spineward.clinical
from spineward.clinical.body import LEG_RANK
from spineward.clinical.catalogue import drawing_version, read, sources, zones

ROOT = re.compile(r"L[1-5]|S[1-5]")


def test_every_zone_of_a_leg_says_in_which_nerve_root_area_it_lies() -> None:
    of_a_leg = [zone for zone in zones().values() if zone.rank >= LEG_RANK]
    assert of_a_leg
    for zone in of_a_leg:
        assert zone.roots, zone.id
    for zone in zones().values():
        assert all(ROOT.fullmatch(root) for root in zone.roots), zone.id
        assert list(zone.roots) == sorted(set(zone.roots)), zone.id


def test_where_the_nerve_root_areas_are_from_is_said() -> None:
    assert read("zones.toml")["roots_source"] in sources()


def test_no_rule_reads_the_nerve_root_area_of_a_zone() -> None:
    """Areas overlap and people differ: such an area must never name a cause, nor decide."""
    engine = Path(spineward.clinical.__path__[0])
    readers = [
        path.relative_to(engine).as_posix()
        for path in engine.rglob("*.py")
        if re.search(r"\.roots\b", path.read_text("utf-8"))
    ]
    assert readers == []


def test_the_inner_lower_leg_ranks_as_the_calf_beside_it_does() -> None:
    known = zones()
    for half in ("upper", "lower"):
        inner, calf = known[f"leg_inner_{half}"], known[f"calf_{half}"]
        assert (inner.rank, inner.band, inner.path) == (calf.rank, calf.band, calf.path)


def test_the_drawing_has_a_version_and_is_committed_under_it() -> None:
    content = Path(spineward.clinical.__path__[0]).parent / "content"
    drawing = (content / f"{drawing_version()}.svg").read_text("utf-8")
    assert f'data-version="{drawing_version()}"' in drawing
