"""How does a page without the engine know what a set means? It carries the response tables.

The file (content/tables/response.json) holds the format, the version of the rules, a SHA-256 and a
body; the hash is that of the bytes of the body. `writing` writes it, `reading` is the reference
that islands copy. The format: docs/decisions/0021.
"""

from pathlib import Path

FORM = "spineward response 1"
FILE = Path(__file__).parents[2] / "content" / "tables" / "response.json"
