"""Which colours may a drawing use? The page's custom properties, with light values to fall back on.

The fallbacks are those of islands/shell/_tokens.scss, for pictures shown outside a page.
"""

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
