"""What does docs/safety/over-triage.md say? Every figure from one run of the study."""

from spineward.clinical.facts import CareLevel
from tools.docs.markdown import code
from tools.triage.assumptions import OURS, assumptions
from tools.triage.doubtful_rules import Question, questions
from tools.triage.moves import assumption_tables, open_answers, swing_table
from tools.triage.need import need, summary
from tools.triage.study import FOR_SWINGS, Study
from tools.triage.tables import gate_table, grid_table, level_table, rule_table

COMMAND = "python -m tools.triage"
NOTICE = f"<!-- Written by `{COMMAND}`. Change the program, not this page. -->"
LEAD = """How many people who open Spineward for the first time would be sent to a clinician, and
by which rules? Sending too many is a hazard of its own: people stop believing a warning (H-07),
and clinics fill. **Nobody has been observed.** The figures are what today's rules say of
{count:,} made-up people, drawn from the rates listed at the end. {ours} of these {rates} rates
are our own assumptions, for the sources we have read give none."""
AGAIN = """To draw and count again, to see whether this page is fresh (half a minute at most), or to
read some of the people:"""
RULES = """*Sent*: the rule gives a level above self-care. *Decided*: no other rule gave a higher
one. *Alone*: without it the level would have been lower. *Not sure*: of those sent, the share for
an answer left open."""
SWINGS = """Each rate halved and doubled (means by 5 years or 1 point), all others left alone, for
the first {count:,} people. The ten that move the share sent within two weeks or sooner most:"""
QUESTIONS = """Questions to the clinical reviewer. No rule was changed for them; what a clinician
answers goes into the [open points](../open-points.md)."""
LIMITS = """- They follow from the rules and the assumptions. They are not an observation.
- The 95 % intervals cover the chance of drawing {count:,} people, and nothing else. What a wrong
  assumption would change stands above, one at a time.
- Pain, age and sex are those of people who saw a general practitioner for back and leg pain.
  People who look for an app may be milder, younger, or already under care.
- Everybody here has answered every question. In the app an emergency answer ends the questions at
  once; the level is the same, for nothing that is asked later could lower it.
- A review can only be told on a page that asks for it. At the first check-in none asks for T4-T7.
- A serious condition shows here only by the signs that the rules ask for, in shares that we made
  up. So the table of those missed tests the rules and their gaps, not medicine. How many real
  people would be missed is not known.
- The signs of one person are drawn almost independently of each other. Real signs come together:
  so fewer real people may have any, and those who have one may have more of them."""


def page(study: Study) -> str:
    """The whole page."""
    count = len(study.seen)
    known = assumptions().values()
    ours = sum(one.source == OURS for one in known)
    head = [
        "# Over-triage: how many first users are sent to a clinician",
        NOTICE,
        LEAD.format(count=count, ours=ours, rates=len(known)),
        summary(study.seen),
        AGAIN,
        code("\n".join((COMMAND, f"{COMMAND} --check", f"{COMMAND} --show 30")), "sh"),
    ]
    parts = [f"## {title}\n\n{text}" for title, text in _sections(study).items()]
    return "\n\n".join([*head, *parts]) + "\n"


def _sections(study: Study) -> dict[str, str]:
    """The parts of the page by title."""
    seen = study.seen
    rules = (
        RULES,
        rule_table(seen, CareLevel.ROUTINE),
        "The ten that send most people today or now:",
        rule_table(seen, CareLevel.SAME_DAY),
    )
    return {
        "Care level": level_table(seen),
        "Movement gate": gate_table(seen),
        "Level and gate together": grid_table(seen),
        "The ten rules that send most people to a clinician": "\n\n".join(rules),
        "Sent without need, and missed": "\n\n".join(need(study)),
        "What leaving answers open does": open_answers(study),
        "One assumption at a time": f"{SWINGS.format(count=FOR_SWINGS)}\n\n"
        f"{swing_table(study.swings)}",
        "Rules that look over-sensitive to us": f"{QUESTIONS}\n\n"
        + "\n".join(map(_question, questions(seen))),
        "What these figures mean, and what they do not": LIMITS.format(count=len(seen)),
        "Every assumption": "\n\n".join(assumption_tables()),
    }


def _question(one: Question) -> str:
    rules = ", ".join(one.rules)
    point = f" (open point {one.point})" if one.point else ""
    return f"- **{rules}**{point}. {one.saw} *{one.ask}*"
