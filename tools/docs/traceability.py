"""What belongs together: hazard, rule or control, test and source? One page, both ways round."""

from collections.abc import Iterable, Iterator

from tools.docs.hazard_log import FROM_LOG, file_link, link_to_test, rule_link
from tools.docs.markdown import page, table
from tools.docs.trace import Ground, Trace, hazard_place, read_trace

LEAD = """Read it from either end: from a hazard to what keeps it away, the tests that show it and
the sources behind it; or from a source to all that rests on it.

- A **test of a rule** is one that expects something of that rule: its id stands in what the test
  asserts, or in the cases that the test is run with. An id that is only put in as an answer does
  not count. `python -m tools.docs.gaps A1` lists the single tests of a rule.
- Continuous integration fails on any gap, in either direction: `python -m tools.docs.gaps`. The
  finder is itself tested with planted gaps
  ([tests/safety/test_traceability.py](../../tests/safety/test_traceability.py)).
- A link alone shows that a test names the rule. That the tests would miss it is shown by taking
  each rule out in turn and running the tests named here: `python -m tools.docs.take_out`."""


def traceability() -> str:
    """The page of all links."""
    trace = read_trace()
    return page(
        "Traceability",
        LEAD,
        "## From hazard to source",
        table(["Hazard", "Control", "Rules or place", "Tests", "Sources"], _from_hazards(trace)),
        "## From rule to test",
        table(["Rule", "Hazards", "Sources", "Tests"], _from_rules(trace)),
        "## Decisions that are no rule",
        "Likenesses, the medicine screen and choices of design name their sources here.",
        table(["Decision", "What", "Sources", "Place", "Tests"], map(_ground, trace.grounds)),
        "## From source to what rests on it",
        table(["Source", "Rules", "Other decisions, numbers, movements, cards"], _uses(trace)),
        "## Tests that name hazards",
        table(["Test", "Hazards"], _naming(trace)),
    )


def _from_hazards(trace: Trace) -> Iterator[tuple[str, ...]]:
    for hazard in trace.hazards.values():
        name = f"[{hazard.id}]({hazard_place(hazard)}) {hazard.title}"
        for control in hazard.controls:
            where = [rule_link(id, FROM_LOG) for id in control.rules]
            where += [file_link(path, FROM_LOG) for path in control.where]
            tests = [link_to_test(test, FROM_LOG) for test in control.tests]
            tests += ["[those of each rule](#from-rule-to-test)"] if control.rules else []
            sources = {source for id in control.rules for source in trace.rules[id].sources}
            yield name, control.what, " ".join(where), "; ".join(tests), _sources(sources)
            name = hazard.id


def _from_rules(trace: Trace) -> Iterator[tuple[str, ...]]:
    for id, rule in trace.rules.items():
        hazards = " ".join(f"[{one}]({hazard_place(trace.hazards[one])})" for one in rule.hazards)
        yield rule_link(id, FROM_LOG), hazards, _sources(rule.sources), _tests(_files(trace, id))


def _ground(one: Ground) -> tuple[str, ...]:
    return (
        one.id,
        one.what,
        _sources(one.sources),
        file_link(one.where, FROM_LOG),
        _tests(one.tests),
    )


def _uses(trace: Trace) -> Iterator[tuple[str, ...]]:
    for source in sorted(trace.used):
        users = trace.used[source]
        rules = " ".join(rule_link(id, FROM_LOG) for id in trace.rules if id in users)
        yield _sources([source]), rules or "-", ", ".join(sorted(users - trace.rules.keys())) or "-"


def _naming(trace: Trace) -> Iterator[tuple[str, ...]]:
    for path, tested in trace.tests.items():
        if tested.hazards:
            yield link_to_test(path, FROM_LOG), " ".join(sorted(tested.hazards))


def _files(trace: Trace, rule: str) -> list[str]:
    return sorted({test.partition("::")[0] for test in trace.rules[rule].tests})


def _tests(tests: Iterable[str]) -> str:
    return "; ".join(link_to_test(test, FROM_LOG) for test in tests)


def _sources(ids: Iterable[str]) -> str:
    found = ids if isinstance(ids, tuple | list) else sorted(ids)
    return " ".join(f"[{id}](../reference/sources.md)" for id in found) or "-"
