"""Is the chain from hazard to test and source unbroken? Each gap in a sentence for a clinician.

`python -m tools.docs.gaps` prints every gap and ends with 1 when there is one; with the ids of
rules it lists the tests of each.
"""

import sys
from collections.abc import Iterable, Iterator

from tools.docs.trace import RULE_WORDS, Trace, read_trace


def gaps(trace: Trace) -> list[str]:
    """Every gap, in either direction; none means that the chain is whole."""
    return [
        *_hazards(trace),
        *_rules(trace),
        *_grounds(trace),
        *_sources(trace),
        *_tests(trace),
    ]


def _hazards(trace: Trace) -> Iterator[str]:
    """Each hazard has a control, each control names what exists and a test."""
    for id, hazard in trace.hazards.items():
        owner = f"Hazard {id} ({hazard.title})"
        if not hazard.controls:
            yield f"{owner} has no control: nothing says what keeps it away."
        for control in hazard.controls:
            part = f"{owner}, control '{control.what}'"
            for rule in control.rules:
                if rule not in trace.rules:
                    yield f"{part}: there is no rule {rule}. Was it taken out or renamed?"
                elif id not in trace.rules[rule].hazards:
                    yield f"{part}: it counts on rule {rule}, which does not name this hazard."
            if not control.rules and not control.tests:
                yield f"{part}: no test shows that it works."
            for where in control.where:
                if where not in trace.files:
                    yield f"{part}: there is no file {where}."
            yield from missing_tests(trace, part, control.tests)


def _rules(trace: Trace) -> Iterator[str]:
    """Each rule has a hazard that counts on it, a source, words and a test."""
    for id, rule in trace.rules.items():
        if not rule.hazards:
            yield f"Rule {id} answers no hazard: nobody knows what it is for."
        for hazard in rule.hazards:
            if hazard not in trace.hazards:
                yield f"Rule {id} names hazard {hazard}, which is not in the hazard log."
            elif all(id not in control.rules for control in trace.hazards[hazard].controls):
                yield f"Rule {id} says that it answers {hazard}, but no control there counts on it."
        if not rule.sources:
            yield f"Rule {id} names no source, not even our own judgement (J)."
        for part in RULE_WORDS:
            if f"rule.{id}.{part}" not in trace.words:
                yield f"Rule {id} has no sentence '{part}' to show to a person."
        if not rule.tests:
            yield f"Rule {id} has no test: it could be taken out and nothing would notice."


def _grounds(trace: Trace) -> Iterator[str]:
    for ground in trace.grounds:
        owner = f"The decision {ground.id}"
        if ground.where not in trace.files:
            yield f"{owner}: there is no file {ground.where}."
        if not ground.tests:
            yield f"{owner}: no test shows that it holds."
        yield from missing_tests(trace, owner, ground.tests)


def _sources(trace: Trace) -> Iterator[str]:
    """Each source is used by someone, and each one used is listed."""
    for source in sorted(trace.sources - trace.used.keys()):
        yield f"Source {source} is listed, and nothing rests on it."
    for source in sorted(trace.used.keys() - trace.sources):
        users = ", ".join(sorted(trace.used[source]))
        yield f"Source {source} is named by {users}, and the reference list does not have it."


def _tests(trace: Trace) -> Iterator[str]:
    """Each hazard that a test says it answers is in the log."""
    for path, tested in trace.tests.items():
        for hazard in sorted(tested.hazards - trace.hazards.keys()):
            yield f"The test {path} says that it answers {hazard}, which is not in the hazard log."


def missing_tests(trace: Trace, owner: str, tests: Iterable[str]) -> Iterator[str]:
    """The tests that are named and are not there."""
    for test in tests:
        path, _, name = test.partition("::")
        if path not in trace.tests:
            yield f"{owner}: there is no test file {path}."
        elif name and name not in trace.tests[path].expects:
            yield f"{owner}: there is no test {name} in {path}. Was it taken out or renamed?"


def main(rules: Iterable[str] = ()) -> int:
    """Print each gap, 1 when there is one; or the tests of the rules that are asked for."""
    trace = read_trace()
    if rules:
        return max(_show(trace, id) for id in rules)
    found = gaps(trace)
    for gap in found:
        print(gap)
    controls = sum(len(hazard.controls) for hazard in trace.hazards.values())
    print(
        f"{len(trace.hazards)} hazards, {controls} controls, {len(trace.rules)} rules, "
        f"{len(trace.sources)} sources: {len(found) or 'no'} gap{'s' if len(found) != 1 else ''}"
    )
    return 1 if found else 0


def _show(trace: Trace, id: str) -> int:
    if id not in trace.rules:
        print(f"There is no rule {id}.")
        return 2
    for test in trace.rules[id].tests:
        print(f"{id}: {test}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
