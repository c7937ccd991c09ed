"""Who is in the tests? The owner of a diary, and a stranger in the same database."""

from spineward.diary.models import Person


def owner() -> Person:
    """The one person of a private installation."""
    return Person.objects.get_or_create(own=True)[0]


def stranger() -> Person:
    """Somebody else, whose diary must never show up in the owner's."""
    return Person.objects.create()
