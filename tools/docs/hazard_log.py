"""Which hazards are there, how grave, and what keeps each away? An index, and a page a hazard."""

from collections.abc import Iterator, Mapping

from spineward.clinical.hazards import Control, Hazard, hazards, risk, scales
from tools.docs.markdown import anchor, page, table
from tools.docs.rules import title
from tools.docs.trace import Trace, hazard_place, read_trace

INDEX_LEAD = """What could harm a person through Spineward, how grave and how likely that is, and
how much risk is left. Each hazard has a page with its causes, its controls and their tests, and
with what is **not** controlled. A hazard keeps its number for ever: it is closed, never deleted.

**Likelihoods are judgements of the authors. Nothing here has been confirmed by a clinician yet.**
How it is scored and accepted: [method](method.md). Which rule, test and source belong together:
[traceability](traceability.md). What has gone wrong so far:
[investigations](investigations/README.md). For whom and what for:
[intended purpose](intended-purpose.md)."""
FROM_LOG, FROM_PAGE = "..", "../.."
"""Ways up to docs/: from docs/safety, and from a page of a hazard."""


def hazard_index() -> str:
    """The page of all hazards, with the risk matrix."""
    head = ["Hazard", "What could happen", "Severity", "Risk before", "Risk left", "Controls"]
    return page(
        "Hazard log",
        INDEX_LEAD,
        table(head, (_index_row(one) for one in hazards().values())),
        "## Where each stands once controlled",
        table(["Severity", *_names("likelihood")], _matrix()),
        "In brackets: the risk of the cell. Above 3 none is accepted.",
        "## What the grades mean",
        *_scales(),
    )


def _index_row(one: Hazard) -> tuple[str, ...]:
    link = f"[{one.id}]({hazard_place(one)})"
    closed = "" if one.status == "open" else " (closed)"
    grades = (str(one.severity), str(one.risk_before), f"**{one.risk_after}**")
    return link, f"{one.title}{closed}", *grades, str(len(one.controls))


def _names(scale: str) -> list[str]:
    return [f"{grade.value} {grade.name}" for grade in scales()[scale]]


def _matrix() -> Iterator[tuple[str, ...]]:
    likelihoods = scales()["likelihood"]
    for grade in reversed(scales()["severity"]):
        cells = (_cell(grade.value, likelihood.value) for likelihood in likelihoods)
        yield f"{grade.value} {grade.name}", *cells


def _cell(severity: int, likelihood: int) -> str:
    here = [
        f"[{one.id}]({hazard_place(one)})"
        for one in hazards().values()
        if (one.severity, one.likelihood_after) == (severity, likelihood)
    ]
    return " ".join([*here, f"({risk(severity, likelihood)})"])


def _scales() -> Iterator[str]:
    for name, grades in scales().items():
        rows = ((str(grade.value), grade.name, grade.meaning) for grade in grades)
        yield table([name.capitalize(), "Name", "Meaning"], rows)


def hazard_pages() -> Mapping[str, str]:
    """The page of each hazard by its place under docs/."""
    trace = read_trace()
    return {f"safety/{hazard_place(one)}": _page(one, trace) for one in hazards().values()}


def _page(one: Hazard, trace: Trace) -> str:
    known = scales()
    return page(
        f"{one.id} {one.title}",
        f"**What could happen to the person.** {one.harm}",
        table(
            ["", "Severity", "Likelihood", "Risk"],
            [
                ("Without controls", *_scored(one, one.likelihood_before)),
                ("With controls", *_scored(one, one.likelihood_after)),
            ],
        ),
        f"**Why this is accepted.** {one.accepted} A risk of {one.risk_after} is "
        f"{known['risk'][one.risk_after - 1].name}: {known['risk'][one.risk_after - 1].meaning}",
        f"Status: {one.status}. Assessed {one.assessed}. Clinical reader: {one.reader}. The "
        "likelihoods are judgements.",
        "## How it could come about",
        _list(one.causes),
        "## What keeps it away",
        *(_control(count, control) for count, control in enumerate(one.controls, start=1)),
        *_also(one, trace),
        "## What is not controlled",
        _list(one.residual),
        "[All hazards](../hazards.md) · [How risk is scored](../method.md)",
    )


def _scored(one: Hazard, likelihood: int) -> tuple[str, str, str]:
    known = scales()
    return (
        f"{one.severity} {known['severity'][one.severity - 1].name}",
        f"{likelihood} {known['likelihood'][likelihood - 1].name}",
        str(risk(one.severity, likelihood)),
    )


def _list(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _control(count: int, one: Control) -> str:
    lines = [f"{count}. {one.what} *({one.kind})*"]
    if one.rules:
        lines.append(f"   - Rules: {' '.join(rule_link(id, FROM_PAGE) for id in one.rules)}")
    if one.where:
        lines.append(f"   - Where: {' '.join(file_link(at, FROM_PAGE) for at in one.where)}")
    tests = [link_to_test(test, FROM_PAGE) for test in one.tests]
    tests += ["[those of each rule](../traceability.md#from-rule-to-test)"] if one.rules else []
    lines.append(f"   - Tests: {'; '.join(tests)}")
    return "\n".join(lines)


def _also(one: Hazard, trace: Trace) -> Iterator[str]:
    """Further tests whose own text says that they answer the hazard."""
    found = [path for path, tested in trace.tests.items() if one.id in tested.hazards]
    if found:
        links = " ".join(link_to_test(path, FROM_PAGE) for path in found)
        yield f"Tests that name this hazard themselves: {links}"


def rule_link(id: str, up: str) -> str:
    """A link to a rule on the page of rules."""
    return f"[{id}]({up}/reference/rules.md{anchor(title(id))})"


def file_link(path: str, up: str) -> str:
    """A link to a file of the repository."""
    return f"[{path.removeprefix('spineward/')}]({up}/../{path})"


def link_to_test(test: str, up: str) -> str:
    """A link to a test file, and the name of the test in it."""
    path, _, name = test.partition("::")
    said = name.removeprefix("test_").replace("_", " ") or path.removeprefix("tests/")
    return f"[{said}]({up}/../{path})"
