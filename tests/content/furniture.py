"""Which words does a page add of its own? Text of templates, and of the code behind them.

Values are not known here: `{{ name }}` and a field of an f-string count as one short word.
Sentences from the words files are measured by themselves.
"""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from django.template.base import Lexer, TokenType

import spineward
from tests.content.reading import Sentence, split

PACKAGE = Path(spineward.__path__[0])
ROOT = PACKAGE.parent
VALUE = "this"
"""Stands for what is filled in."""
SHOWN_ATTRIBUTES = ("aria-label", "alt", "title", "placeholder", "aria-roledescription")
INLINE = frozenset("a abbr b code em i label small span strong time".split())
"""Elements inside a sentence; any other ends it."""
NOT_PROSE = re.compile(r"[<>{}=;\\^]|https?:|PRAGMA")
"""Markup, headers, patterns, addresses: no words for a person."""
NOT_SHOWN = ("web/settings.py", "web/wsgi.py", "web/urls.py", "field/_group.html")
"""Files without a word for a person: set-up, addresses, the class of an element."""
TYPED = re.compile(r"""(["'`])((?:(?!\1)[^\\\n]|\\.)*)\1""")
DRAWN = re.compile(rf"[A-Z]{VALUE}|{VALUE}{VALUE}")
"""The outline of a drawing."""
NAME = re.compile(r"[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+|[A-Za-z]+(?:[.A-Z][a-z]+)+\w*")
"""The name of an HTTP header, a class or a module."""
MACHINE = re.compile(r"{% block page %}.*?{% endblock %}")
"""The name of a page for its style, not for a person."""
SENTENCE_LIKE = re.compile(r"[A-Z][a-z]|[a-z]+ [a-z]+ [a-z]+")
FILTER_TEXT = re.compile(r'\|(?:default|default_if_none|yesno|pluralize|add):"([^"]*)"')
WITH_TEXT = re.compile(r'\b\w+="([^"]*[A-Z ][^"]*)"')


def furniture() -> list[Sentence]:
    """Every sentence of a page that no words file holds."""
    return [*templates(), *python(), *scripts()]


def templates() -> Iterator[Sentence]:
    """Text and spoken attributes of every template."""
    for path in sorted(PACKAGE.rglob("*.html")):
        if not place(path).endswith(NOT_SHOWN):
            for text in template_texts(path.read_text("utf-8")):
                yield from split(place(path), text)


def python() -> Iterator[Sentence]:
    """Text in the Python of the pages and the diary, and of the command that starts them."""
    folders = (PACKAGE / "web", PACKAGE / "diary")
    files = [path for folder in folders for path in sorted(folder.rglob("[!0]*.py"))]
    for path in [*files, PACKAGE / "cli" / "up.py"]:
        if not place(path).endswith(NOT_SHOWN):
            for text in python_texts(path.read_text("utf-8")):
                yield from split(place(path), text)


def scripts() -> Iterator[Sentence]:
    """Text in what the browser runs."""
    for path in sorted((ROOT / "islands").rglob("*.ts")):
        source = re.sub(r"^\s*(?://|\*|/\*).*", "", path.read_text("utf-8"), flags=re.MULTILINE)
        for _, text in TYPED.findall(source):
            if _is_prose(text):
                yield from split(place(path), text)


def place(path: Path) -> str:
    """Where a file lies, as the repository has it."""
    return path.relative_to(ROOT).as_posix()


class _Texts(HTMLParser):
    """Gathers running text, ended by every element that is not inline."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.running = ""

    def end(self) -> None:
        """The running text is whole."""
        self.found.append(" ".join(self.running.split()))
        self.running = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in SHOWN_ATTRIBUTES and value]
        if tag not in INLINE:
            self.end()

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE:
            self.end()

    def handle_data(self, data: str) -> None:
        for number, part in enumerate(data.split("\0")):
            if number:
                self.end()
            self.running += part


def template_texts(source: str) -> list[str]:
    """The texts of one template; a tag between two texts parts them."""
    html = ""
    found: list[str] = []
    for token in Lexer(MACHINE.sub("", source)).tokenize():
        if token.token_type == TokenType.TEXT:
            html += token.contents
        elif token.token_type == TokenType.VAR:
            html += VALUE
            found += FILTER_TEXT.findall(token.contents)
        elif token.token_type == TokenType.BLOCK:
            html += _tag(token.contents, html)
            found += WITH_TEXT.findall(token.contents)
    parser = _Texts()
    parser.feed(html)
    parser.close()
    parser.end()
    return [text for text in (*parser.found, *found) if re.search("[A-Za-z]", text)]


def _tag(contents: str, before: str) -> str:
    """What stands for a tag: nothing inside markup, a value for a word, an end of text else."""
    if before.rfind("<") > before.rfind(">"):
        return VALUE if contents.startswith(("word", "url", "static")) else ""
    return "\0"


def python_texts(source: str) -> Iterator[str]:
    """The texts of one module that read like words for a person; docstrings are not."""
    tree = ast.parse(source)
    silent = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            silent |= {id(inner) for inner in ast.walk(node) if inner is not node}
    for node in ast.walk(tree):
        text = "" if id(node) in silent else _text(node)
        if _is_prose(text):
            yield re.sub(r"%\(\w+\)s", VALUE, text)


def _is_prose(text: str) -> bool:
    other = NOT_PROSE.search(text) or DRAWN.search(text) or NAME.fullmatch(text)
    return SENTENCE_LIKE.search(text) is not None and not other


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) or VALUE for part in node.values)
    return ""
