"""Could a page lack a sentence? Every id that it may ask for has words, whatever was decided.

A template that asks for words by a value has its line in PAGES, with every value there can be; a
new one is refused until it has. Reasons: test_no_missing_reason.py. Hazards: H-08, H-24.
"""

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

import spineward
from spineward.clinical.care import ADVICE, cards, stretches
from spineward.clinical.catalogue import sources, words, zones
from spineward.clinical.facts import CareLevel, Gate, SetVerdict
from spineward.clinical.facts.answers import Label, Nsaid, Pattern, StrengthTest, Unsure
from spineward.clinical.intake import MEDICINES
from spineward.clinical.leads_to import OUTCOMES
from spineward.clinical.library import movements
from spineward.clinical.questions import forms, items, pages
from spineward.clinical.questions import medicines as groups
from spineward.clinical.rulebook import rulebook
from spineward.clinical.rules import medicines
from spineward.diary.check import NOTE_KINDS
from spineward.web.care.warmth import BARS
from spineward.web.check_in.item_forms import PLAIN, SEXUAL, UNKNOWN, USUAL
from spineward.web.progress.helped import SIDES
from spineward.web.reminders.schedule import Said
from spineward.web.session import forms as session_forms

PACKAGE = Path(spineward.__path__[0])
LINES = [line for page in pages().values() for line in page.lines]
ASKED = [item.id for item in items().values() if not item.derived]
NAMED = [*pages(), *forms()]
LEVELS = [level.name for level in CareLevel]
GATES = [gate.name for gate in Gate]
VERDICTS = [verdict.name for verdict in SetVerdict]
STRENGTHS: list[str] = sorted({source.strength for source in sources().values()})
NSAID_REASONS = {
    *medicines.NEVER,
    *medicines.NEVER_HEALTH,
    *medicines.ASK,
    *medicines.ASK_HEALTH,
    *MEDICINES,
    "pregnant",
    "age",
    "pharmacist",
}
PAGES: dict[tuple[str, ...], list[str]] = {
    ("rule", "*", "name"): list(rulebook()),
    ("rule", "*", "why"): list(rulebook()),
    ("rule", "*", "do"): list(rulebook()),
    ("zone", "*"): list(zones()),
    ("change", "*"): [str(step) for step in range(-3, 4)],
    ("grade", "*"): ["1", "2", "3"],
    ("page", "*", "title"): NAMED,
    ("page", "*", "lead"): NAMED,
    ("item", "*", "question"): ASKED,
    ("item", "*", "example"): ASKED,
    ("item", "*", "usual"): [line.id for line in pages()["QS"].lines],
    ("*", "line"): [line.words for line in LINES],
    ("health", "*", "line"): [line.id for line in LINES if line.asks],
    ("health", "*", "example"): [line.id for line in LINES if line.asks],
    ("choice", "*"): ["left", "right", "both"],
    ("gate", "*", "title"): GATES,
    ("gate", "*", "text"): GATES,
    ("pattern", "*", "text"): list(get_args(Pattern)),
    ("movement", "*", "name"): list(movements()),
    ("movement", "*", "short"): list(movements()),
    ("movement", "*", "why"): list(movements()),
    ("movement", "*", "steps"): list(movements()),
    ("movement", "*", "feel"): list(movements()),
    ("movement", "*", "stop"): list(movements()),
    ("care_level", "*", "title"): LEVELS,
    ("care_level", "*", "do"): LEVELS,
    ("label", "*", "title"): list(get_args(Label)),
    ("label", "*", "text"): list(get_args(Label)),
    ("verdict", "*", "title"): VERDICTS,
    ("verdict", "*", "text"): VERDICTS,
    ("strength", "*", "name"): list(get_args(StrengthTest)),
    ("strength", "*", "how"): list(get_args(StrengthTest)),
    ("strength", "*", "seated"): list(get_args(StrengthTest)),
    ("strength", "*", "seated_name"): list(get_args(StrengthTest)),
    ("lock", "*"): ["examined", "crisis_contact", "fresh_screen"],
    ("nsaid", "*", "text"): list(get_args(Nsaid)),
    ("nsaid", "*"): sorted(NSAID_REASONS),
    ("care", "*", "title"): list(cards("care")),
    ("care", "*", "lead"): list(cards("care")),
    ("care", "*", "do"): list(cards("care")),
    ("care", "*", "dont"): list(cards("care")),
    ("care", "*", "text"): list(cards("care")),
    **{("warmth", "*", part): list(BARS) for part in ("title", "held", "go")},
    ("warmth", "*", "why"): sorted({bar for bars in BARS.values() for bar in bars}),
    ("explain", "*", "title"): list(cards("explain")),
    ("explain", "*", "text"): list(cards("explain")),
    ("prognosis", "*", "text"): list(cards("prognosis")),
    ("prognosis", "*", "caveat"): list(cards("prognosis")),
    ("stretch", "*", "name"): list(stretches()),
    ("stretch", "*", "why"): list(stretches()),
    ("stretch_answer", "*"): list(ADVICE),
    ("how.outcome", "*", "name"): list(OUTCOMES),
    ("how.outcome", "*", "lead"): list(OUTCOMES),
    ("helped.side", "*"): list(SIDES),
    ("strength_offer", "*"): ["again", "first"],
    ("note_kind", "*"): [kind for kind in NOTE_KINDS if kind],
    ("how.sure", "*"): STRENGTHS,
    ("how.sure_means", "*"): ["judgement", "unverified"],
}
FIELDS = [field for form in forms().values() for field in form.fields]
PLAIN_FIELDS = [field.name for field in FIELDS if field.kind not in ("feature", "strength")]
DATES = {name for item in items().values() if not item.derived for name in item.dates}
ANSWERS = {answer for field in FIELDS for answer in (*field.answers, field.or_answer) if answer}
STRENGTH_PARTS = ("name", "how", "seated_name", "seated")
MOVEMENT_PARTS = ("name", "short", "steps", "feel", "stop")
CODE: dict[tuple[str, ...], list[str]] = {
    ("after_set", "*"): list(session_forms.NEW),
    ("background", "*"): [key for line in LINES for key in line.background],
    ("change", "*"): [str(step) for step in range(-3, 4)],
    ("choice", "*"): sorted({*ANSWERS, *SEXUAL, *UNKNOWN, *PLAIN, *session_forms.UNKNOWN}),
    ("clearance", "*"): [key for line in LINES for key in line.clearance],
    ("feature", "*"): [field.name for field in FIELDS if field.kind == "feature"],
    ("field", "*", "label"): [*PLAIN_FIELDS, *sorted(DATES), *USUAL, *session_forms.GRADED],
    ("grade", "*"): [str(grade) for grade in range(4)],
    ("health", "*", "line"): [line.id for line in LINES if line.asks],
    ("item", "*", "clarify"): ASKED,
    ("item", "*", "question"): ASKED,
    ("limit", "*"): ["half_range"],
    ("medicine", "*"): [key for keys in groups().values() for key in keys],
    ("medicine_group", "*"): list(groups()),
    **{("movement", "*", part): list(movements()) for part in MOVEMENT_PARTS},
    ("rank", "*"): [str(rank) for rank in session_forms.RANKS],
    ("reminder", "*", "text"): list(get_args(Said)),
    ("reminder", "*", "title"): list(get_args(Said)),
    **{("strength", "*", part): list(get_args(StrengthTest)) for part in STRENGTH_PARTS},
    ("unsure", "*"): list(get_args(Unsure)),
    ("warmth", "*", "question"): sorted({bar for bars in BARS.values() for bar in bars}),
    ("zone", "*"): list(zones()),
}
"""The same for the code of the pages."""
BY_TESTS_OF_THEIR_OWN: dict[tuple[str, ...], str] = {
    ("field", "*", "help"): "a field may have none",
    ("item", "*", "detail", "*"): "each feature is checked when the questions are read",
    ("item", "*"): "the address of a page, no words",
    ("pace", "*", ""): "how ids begin; tests of the player ask for each phase of each movement",
    ("health", "*"): "the name of a page in the API's address, no words",
    ("rule", "*", "name"): "below",
    ("rule", "*", "do"): "below",
    ("rule", "*", "do_unsure"): "below",
    ("rule", "*", "why_unsure"): "below",
    ("mark", "*", "text"): "below",
    ("mark", "*_*", "text"): "below",
    ("unsure", "*", "do"): "below",
}
TAG = re.compile(r"{% (word|word_list) ([^%]*?)(?: as \w+)? %}")


def asked_by_templates() -> set[tuple[str, ...]]:
    """The ids that templates ask for by a value, with * for each value."""
    found = set()
    for template in PACKAGE.rglob("*.html"):
        for _, parts in TAG.findall(template.read_text("utf-8")):
            id = tuple(p.strip('"') if p.startswith('"') else "*" for p in parts.split())
            if "*" in id:
                found.add(id)
    return found


def test_every_value_that_a_template_asks_words_by_is_known() -> None:
    new = asked_by_templates() - PAGES.keys()
    assert not new, f"add to PAGES, with every value there can be: {sorted(new)}"


def asked_by_code() -> set[tuple[str, ...]]:
    """The ids that the Python of the pages puts together, with * for each value."""
    heads = {id.split(".")[0] for id in words()}
    found = set()
    for path in (PACKAGE / "web").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = [p.value if isinstance(p, ast.Constant) else "*" for p in node.values]
                id = tuple("".join(map(str, parts)).split("."))
                if id[0] in heads and len(id) > 1 and " " not in "".join(id):
                    found.add(id)
    return found


def test_every_value_that_the_code_asks_words_by_is_known() -> None:
    new = asked_by_code() - CODE.keys() - BY_TESTS_OF_THEIR_OWN.keys()
    assert not new, f"add to CODE, with every value there can be: {sorted(new)}"


@pytest.mark.parametrize(
    ("id", "values"), [*PAGES.items(), *CODE.items()], ids=lambda one: ".".join(one)[:40]
)
def test_every_id_that_a_page_may_ask_for_has_words(id: tuple[str, ...], values: list[str]) -> None:
    ids = [".".join(part if part != "*" else value for part in id) for value in values]
    assert ids
    assert [one for one in ids if not words().get(one)] == []
