"""Which colours may a drawing use? The page's custom properties, with light values to fall back on.

The fallbacks are those of islands/shell/_tokens.scss, for pictures shown outside a page.
"""

import re

CARD = "var(--card,#fff)"
LINE = "var(--line,#e4ded3)"
EDGE = "var(--edge,#7a8591)"
INK = "var(--ink,#1d2733)"
QUIET = "var(--quiet,#566270)"
GO = "var(--go,#0b6e66)"
HOLD = "var(--hold,#8a5a00)"
PAIN = "var(--pain,#d9481c)"
TINGLING = "var(--tingling,#2563a8)"
NUMBNESS = "var(--numbness,#7b8490)"

SKIN = "var(--figure-skin,#d9ae88)"
HAIR = "var(--figure-hair,#5b4a40)"
SHIRT = "var(--figure-shirt,#fff)"
TROUSERS = "var(--figure-trousers,#5d6d7f)"
FAR_LEG = "var(--figure-far,#8a97a4)"
BODY_LINE = "var(--figure-line,#1d2733)"
SHADE = "var(--figure-shade,#1d273322)"
PILLOW_TONE = "var(--figure-pillow,#d3dde3)"
STRIPE = "var(--figure-stripe,#d9481c)"
"""The figure keeps its own tones: a person in negative is no person."""

_VARIABLE = re.compile(r"var\(--[a-z-]+,(#[0-9a-f]+)\)")


def printed(svg: str) -> str:
    """A picture with its colours fixed, for programs that know no variables."""
    return _VARIABLE.sub(r"\1", svg)
