"""How does a template get words and icons? By these tags, which every template has."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from spineward.clinical.catalogue import words
from spineward.web.shell.reasons import Reason, of_id

register = template.Library()


@register.simple_tag
def word(*parts: object) -> str:
    """The sentence of that id, e.g. {% word "rule" id "why" %}; a missing one raises KeyError."""
    found = words()[".".join(str(part) for part in parts)]
    return found if isinstance(found, str) else " ".join(found)


@register.simple_tag
def word_or_nothing(*parts: object) -> str:
    """The sentence of that id, or nothing where not every id has one (a hint, an example)."""
    found = words().get(".".join(str(part) for part in parts), "")
    return found if isinstance(found, str) else " ".join(found)


@register.simple_tag
def word_list(*parts: object) -> tuple[str, ...]:
    """The sentences of that id as a tuple."""
    found = words().get(".".join(str(part) for part in parts), ())
    return (found,) if isinstance(found, str) else found


@register.simple_tag
def word_pairs(first: str, second: str) -> list[tuple[str, str]]:
    """Two lists of words side by side; a longer one raises ValueError."""
    return list(zip(word_list(first), word_list(second), strict=True))


@register.simple_tag
def icon(name: str) -> SafeString:
    """A line icon; always put a word beside it."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        static("built/icons.svg"),
        name,
    )


@register.simple_tag
def client_id() -> str:
    """A fresh id for a form: posted twice, it is saved once."""
    return str(uuid4())


@register.simple_tag
def rules(ids: Iterable[str]) -> list[Reason]:
    """The rules that fired, each once, with name and last part of the address."""
    found = {one.slug: one for one in map(of_id, ids) if one.slug}
    return list(found.values())


@register.filter
def entry(table: Mapping[Any, Any], key: object) -> object:
    """table[key], or an empty string."""
    return table.get(key, "")
