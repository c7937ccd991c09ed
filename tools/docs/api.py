"""What can be asked of the API, and what comes back? From the document that it gives itself."""

import os
from collections.abc import Iterator, Mapping
from typing import Any

from spineward.cli.up import ADDRESS, PORT
from tools.docs.contract import allowed, fields, long_lists
from tools.docs.markdown import code, names, page, table

PLACE = "/api/v1/"
LEAD = """A script on your own machine can use the diary as its pages do: the same questions, rules
and locks. The whole document, as OpenAPI 3.1, stands at `/api/v1/openapi.json`."""
DOOR = """Make a key under Settings, Your data, A key for scripts, and send it with every call. It
is shown once; on the same page it is withdrawn. A browser that came in by the start address may
call too; to write, its calls carry the form token in the header `X-CSRFToken`."""
HERE = f"http://{ADDRESS}:{PORT}"
EXAMPLE = f"""curl -H "Authorization: Bearer $KEY" {HERE}/api/v1/check-in
curl -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -X PUT \\
  -d '{{"page": "now", "answers": {{"worst_24h": 4, "eased_by_position": "yes"}}}}' \\
  {HERE}/api/v1/check-in/answers/0b54b0f2-6c5a-4d5a-8f6e-3c8f8f0f4d11"""
ENTRIES = """Every entry is sent by PUT under an id that you make (a UUID): 201 says that it is new,
200 that it was there already. So a call whose answer was lost is simply sent again. Another entry
under the same id is refused with 409. A moment is text with its offset, such as
`2026-11-22T09:30:00+01:00`, never a number. What is left out was not asked; that is never read as
"no"."""
REFUSALS = """In the form of [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457): `field` names the
thing, `detail` says what is allowed."""
FOR_THE_DOCUMENT = "only-to-read-the-document"


def api() -> str:
    """The page of the API."""
    document = _document()
    shapes = document["components"]["schemas"]
    return page(
        "API",
        LEAD,
        DOOR,
        code(EXAMPLE, "sh"),
        ENTRIES,
        "## Calls",
        table(["Call", "What it does", "Sent", "Comes back"], _calls(document["paths"])),
        "## Refusals",
        REFUSALS,
        table(["Status", "Meaning"], _refusals(document["paths"])),
        "## Shapes",
        *_shapes(shapes),
        *long_lists(shape for shape in shapes.values() if "properties" in shape),
    )


def _document() -> Mapping[str, Any]:
    import django
    from django.apps import apps

    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spineward.web.settings")
        # Without one the settings would make and keep a key of a diary that nobody has.
        os.environ.setdefault("SPINEWARD_SECRET_KEY", FOR_THE_DOCUMENT)
        django.setup()
    from spineward.web.api.urls import api as own

    return own.get_openapi_schema(path_prefix=PLACE)


def _calls(paths: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    for path, methods in paths.items():
        for method, call in methods.items():
            sent = _content(call.get("requestBody", {}))
            back = _content(call["responses"][200])
            asked = [p for p in call["parameters"] if p["in"] == "query"]
            query = "".join(f" `?{one['name']}=` {allowed(one['schema'])}" for one in asked)
            about = f"{call['summary']}. {call.get('description', '')}".strip()
            yield f"`{method.upper()} {path}`{query}", about, sent, back


def _content(part: Mapping[str, Any]) -> str:
    for kind, content in part.get("content", {}).items():
        if kind != "application/json":
            return f"`{kind}`"
        return allowed(content["schema"])
    return "-"


def _refusals(paths: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    found = {
        status: answer["description"]
        for methods in paths.values()
        for call in methods.values()
        for status, answer in call["responses"].items()
        if status >= 400
    }
    yield from ((str(status), found[status]) for status in sorted(found))


def _shapes(shapes: Mapping[str, Any]) -> Iterator[str]:
    for name in sorted(shapes):
        yield f"### {name}"
        if about := shapes[name].get("description"):
            yield " ".join(about.split("\n\n")[0].split())
        if "properties" in shapes[name]:
            yield fields(shapes[name])
        else:
            yield names(shapes[name].get("enum", ()))
