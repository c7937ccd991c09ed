"""How is the document for reviewers written? One template: a page of the app, and a file alone."""

from datetime import date
from importlib.resources import files
from typing import Any

from django.template import Context, Engine

from spineward import __version__
from spineward.clinical.catalogue import read
from spineward.clinical.review import FILE, parts
from spineward.diary.versions import content_version, rules_version

WEB = files("spineward.web")
SIGNATURE = ("Name", "Profession", "Registration number", "Date", "Signature")


def title() -> str:
    """What the document is called."""
    return str(read(FILE)["title"])


def context() -> dict[str, Any]:
    """What the template is filled with: texts only, so that it needs no settings of an app."""
    said = read(FILE)
    return {
        "said": {name: said[name] for name in ("title", "lead", "pace", "sign")},
        "steps": said["step"],
        "version": f"Spineward {__version__}, rules {rules_version()}, content {content_version()}",
        "parts": parts(),
        "counts": {
            part.id: (str(len(part.entries)), str(part.word_count), str(part.minutes))
            for part in parts()
        },
        "total": str(sum(part.minutes for part in parts())),
        "signature": SIGNATURE,
    }


def alone(on: date) -> str:
    """The whole document as one file with its style within, as written on that day."""
    style = WEB.joinpath("static/spineward/review.css").read_text("utf-8")
    engine = Engine(dirs=[str(WEB.joinpath("how/templates"))])
    filled = {**context(), "style": style, "on": on.isoformat()}
    return engine.get_template("how/alone.html").render(Context(filled))
