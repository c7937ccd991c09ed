"""What do the pages about the rules show? All rules by what they lead to, and one rule whole."""

from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from spineward.clinical.explain import explain
from spineward.clinical.leads_to import by_outcome
from spineward.clinical.rulebook import rulebook
from spineward.web.how import document


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """How rules combine, what they cannot see, and every rule under what it leads to."""
    return render(request, "how/index.html", {"groups": list(by_outcome().items())})


@require_GET
def rule(request: HttpRequest, id: str) -> HttpResponse:
    """One rule: in words, with its numbers, sources, hazards and last change."""
    if id not in rulebook():
        raise Http404
    return render(request, "how/rule.html", {"rule": explain(id)})


@require_GET
def review(request: HttpRequest) -> HttpResponse:
    """Every rule, number, movement and sentence, to print, tick and sign."""
    return render(request, "how/review.html", {"title": document.title(), "written": _written()})


@lru_cache(maxsize=1)
def _written() -> SafeString:
    """All rules and words to print; they are the same as long as the program runs."""
    return render_to_string("how/_document.html", document.context())
