"""Does the builder of cases refuse a name that no rule reads?"""

from typing import Any

import pytest

from tests.cases.build import days_ago, established, typical


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"features": {"worse_standing_walking": "yes"}}, "features: worse_standing_walking"),
        ({"background": {"cancers": "yes"}}, "background: cancers"),
        ({"item": {"A17": "yes"}}, "item: A17"),
        ({"detail": {"C17": {"left": "yes"}}}, "detail: C17"),
        ({"detail": {"C7": {"left": "yes"}}}, "detail.C7: left"),
        ({"medicines": {"ibuprofen": "yes"}}, "medicines: ibuprofen"),
        ({"clearance": {"CL7": "yes"}}, "clearance: CL7"),
        ({"since": {"A17": days_ago(1)}}, "since: A17"),
        ({"told_ok": {"X1": "yes"}}, "told_ok: X1"),
    ],
)
def test_a_name_that_no_rule_reads_is_refused(changes: dict[str, Any], named: str) -> None:
    for build in (typical, established):
        with pytest.raises(KeyError, match=named):
            build("r5:3", **changes)


def test_names_that_are_read_are_kept() -> None:
    person = typical(
        "r5:3", detail={"C7": {"shorter_distance": "yes"}}, reviewed={"T6": days_ago(1)}
    )
    assert person.detail["C7"] == {"shorter_distance": "yes"}
    assert person.reviewed == {"T6": days_ago(1)}
