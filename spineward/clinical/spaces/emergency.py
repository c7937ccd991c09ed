"""Every case of the emergency rules that stand by themselves: A1-A4, A10, A12, A13, A15, A16.

None of them reads another rule, so each has a table of its own. Those that follow from several
answers stand in `emergency_derived`, A5 in `two_legs`, A6 and A7 in `strength`, A8 in `cord`.
"""

from spineward.clinical.facts import Mark
from spineward.clinical.spaces.dated import (
    before,
    before_its_lock,
    changed,
    examined,
    lock_of,
    not_grown,
    not_said_fine,
    seen_ends,
    told,
    usual,
    worsened,
)
from spineward.clinical.spaces.space import (
    Axis,
    Softening,
    Space,
    Value,
    answers,
    ordered,
)

MUTED_AGO = (150, 149, 61, 60, 15, 14, 13, 0)
"""Three months before the episode, its first day, and two weeks: each with its neighbour."""


def _sexual() -> Axis:
    """A4 has answers of its own."""
    said = ("no_change", "does_not_apply", "prefer_not_to_say", "not_sure", "changed")
    values = tuple(Value(one.replace("_", " "), {"item.A4": one}) for one in said)
    worse = tuple(
        (mild, bad)
        for mild in ("no change", "does not apply", "not asked")
        for bad in ("prefer not to say", "not sure")
    )
    worse += (("no change", "changed"), ("does not apply", "changed"), ("no change", "not asked"))
    return Axis("answer", (*values, Value("not asked")), worse)


def _toilet(item: str, about: str, answer: Axis) -> Space:
    """A1, A2 and A4: dated, muted when old and as usual, seen once examined after its lock."""
    return Space(
        id=f"emergency.{item}",
        about=about,
        rules=(item,),
        axes=(
            answer,
            usual(item),
            before(item),
            changed(item, *MUTED_AGO),
            examined(item),
            told(item),
            lock_of(item),
            worsened(item, 15, 14),
        ),
    )


SADDLE = ordered(
    "saddle mark",
    Value("none", {"chart+": ()}),
    Value("usual", {"chart+": (Mark("saddle", "middle", numbness=1, usual=True),)}),
    Value("pain", {"chart+": (Mark("saddle", "middle", pain=2),)}),
    Value("tingling", {"chart+": (Mark("saddle", "middle", tingling=1),)}),
    Value("numbness", {"chart+": (Mark("saddle", "middle", numbness=1),)}),
)

A3 = Space(
    id="emergency.A3",
    about="Numb, tingling or odd between the legs, told or marked",
    rules=("A3",),
    axes=(
        SADDLE,
        answers("item.A3", name="answer", missing=True),
        usual("A3"),
        before("A3"),
        changed("A3", 150, 149, 60, 15, 14, 0),
        examined("A3"),
        told("A3"),
        lock_of("A3"),
    ),
    held=not_grown("A3"),
)

A10 = Space(
    id="emergency.A10",
    about="A big injury within six weeks, or any fall and cannot stand",
    rules=("A10",),
    axes=(
        answers("item.A10", name="answer", missing=True),
        answers("detail.A10.cannot_bear_weight", name="cannot stand", missing=True),
        changed("A10", 61, 60, 43, 42, 41, 15, 14, 0),
        examined("A10", 0, 14, 42),
        told("A10"),
        lock_of("A10"),
    ),
    held=not_grown("A10")
    | {"same_as_usual.A10": "read only to tell whether it is still shown as seen: varied for A12"},
    exceptions=(
        seen_ends("A10", 24),
        not_said_fine("A10", 48),
        before_its_lock("A10", 8),
    ),
)


def _dated(item: str, about: str, days: tuple[int, ...], *exceptions: Softening) -> Space:
    """A12 and A13: told, dated, and quiet once examined or old."""
    return Space(
        id=f"emergency.{item}",
        about=about,
        rules=(item,),
        axes=(
            answers(f"item.{item}", name="answer", missing=True),
            usual(item),
            changed(item, *days),
            examined(item),
            told(item),
            lock_of(item),
            worsened(item, 15, 14),
        ),
        exceptions=exceptions,
    )


def _plain(item: str, about: str) -> Space:
    """A15 and A16: a yes is enough, until it was examined after its lock."""
    return Space(
        id=f"emergency.{item}",
        about=about,
        rules=(item,),
        axes=(
            answers(f"item.{item}", name="answer", missing=True),
            usual(item),
            changed(item, 15, 14, 0),
            examined(item),
            told(item),
            lock_of(item),
        ),
        held=not_grown(item),
        exceptions=(seen_ends(item, 24),),
    )


SPACES = (
    _toilet("A1", "A change of the bladder", answers("item.A1", name="answer", missing=True)),
    _toilet("A2", "A change of the bowel", answers("item.A2", name="answer", missing=True)),
    A3,
    _toilet("A4", "A change of sexual feeling or function", _sexual()),
    A10,
    _dated(
        "A12",
        "One leg suddenly cold, pale or blue",
        (61, 60, 15, 14, 13, 0),
        not_said_fine("A12", 16),
    ),
    _dated(
        "A13",
        "Chest, breath, or face, arm or speech",
        (61, 60, 15, 14, 8, 7, 0),
        before_its_lock("A13", 48),
    ),
    _plain("A15", "Black stools, vomited blood, swelling or wheeze after an NSAID"),
    _plain("A16", "Thoughts of ending one's life"),
)
