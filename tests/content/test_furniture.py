"""Is every word found that a page adds of its own? Text, spoken attributes, forms and errors.

Hazards: H-08.
"""

import pytest

from tests.content.furniture import furniture, python_texts, template_texts


@pytest.mark.parametrize(
    ("template", "texts"),
    [
        ("<p>Go on, <b>slowly</b>.</p>", ["Go on, slowly."]),
        ("<p>{{ waiting }} more minutes.</p>", ["this more minutes."]),
        ("<h1>One</h1>Two<button>Three</button>", ["One", "Two", "Three"]),
        ("<p>{% if x %}Yes it is{% else %}No{% endif %}</p>", ["Yes it is", "No"]),
        ('<nav aria-label="All pages"><img alt="A leg"></nav>', ["All pages", "A leg"]),
        ('<input title="Your age" class="big box" value="x">', ["Your age"]),
        ('{% include "shell/why.html" with lead="Why is it so?" %}', ["Why is it so?"]),
        ('{{ name|default:"No name" }}', ["this", "No name"]),
        ("{# A remark #}<!-- another -->{% block page %}grades{% endblock %}", []),
        ('<a href="{% url "diary" %}">Diary</a>', ["Diary"]),
    ],
)
def test_the_texts_of_a_template_are_found(template: str, texts: list[str]) -> None:
    assert sorted(template_texts(template)) == sorted(texts)


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('raise ValidationError("Enter a day.")', ["Enter a day."]),
        ('text = f"{name} is in the future."', ["this is in the future."]),
        ('text = "%(value)s is not an answer here"', ["this is not an answer here"]),
        ('Field(label="Age", help_text="In whole years")', ["Age", "In whole years"]),
        ('"""A docstring is for us."""', []),
        ("header = \"default-src 'none'; script-src 'self'\"", []),
        ('path = f"M{x}{y}Z"', []),
        ('key = "leg_now"', []),
    ],
)
def test_the_texts_of_a_module_are_found(source: str, texts: list[str]) -> None:
    assert list(python_texts(source)) == texts


def test_known_words_of_pages_forms_and_errors_are_among_those_measured() -> None:
    found = {sentence.text for sentence in furniture()}
    assert {
        "Skip to the page",
        "Tick the line you are not sure about.",
        "A short check-in comes first.",
        "This is not saved: the disk is full.",
        "It opens once, in one browser:",
    } <= found
