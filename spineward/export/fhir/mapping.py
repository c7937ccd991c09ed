"""What becomes of what, in words for the person? Shown on a page and in the docs."""

from collections.abc import Mapping

BECOMES: Mapping[str, tuple[str, str]] = {
    "answers": ("each page you answered", "one item for each answer, by its dotted path"),
    "check_ins": (
        "each finished check-in",
        "a panel with an Observation for each number, ability, strength test and place",
    ),
    "weekly": ("your weekly entry", "its numbers stand once more as Observations"),
    "decisions": (
        "what was decided, and your plan",
        "a movement is an activity with its dose; one held back is not to be done, with the rule",
    ),
    "locks": ("each time movement was locked", "active until it is released"),
    "lock_releases": ("each release", "what ended the Flag, and when"),
    "sessions": ("each session", "planned movements, legs, how it ended"),
    "session_events": ("each thing that happened in it", "places and signs as components"),
    "session_summaries": ("what it came to", "an Observation for each set, with its verdict"),
    "notes": ("your own words", "goals, questions and what made it worse by category"),
    "told": ("news that you read", "from Spineward to you, with the rule"),
    "set_aside": ("what arrived and had no place", "as one that was not done, with the reason"),
}
"""For the rows of each table: what they are, and how they stand in FHIR."""
