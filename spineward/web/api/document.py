"""Which answers does the document of the API name? Those of ninja, and every refusal of ours."""

from functools import lru_cache
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation
from pydantic import TypeAdapter

from spineward.clinical.catalogue import zones
from spineward.clinical.facts.ranges import RANGES
from spineward.clinical.intake import ITEMS
from spineward.clinical.library import movements
from spineward.diary import journey
from spineward.web.api.problems import MEDIA_TYPE, Problem
from spineward.web.api.reading import MEDIA_TYPE as JSON
from spineward.web.api.shapes import SENT

SENT_REF = "#/components/schemas/Sent{model}"
"""What is sent has names of its own: in an answer the same thing always has all its fields."""
PROBLEMS = {
    400: "A part of the address, or the body, cannot be read.",
    401: "There is no cookie and no key that opens this diary.",
    403: "A cookie alone does not write: the form token is missing.",
    404: "There is nothing under this id.",
    409: "Another entry has this id, or the one before is not there.",
    413: "The body is too large.",
    415: "The body is not sent as JSON.",
    422: "It can be read, but it cannot be so, or not now.",
    503: "The diary cannot be written or read now. Send it again later.",
}
OF_EVERY = (400, 401, 404, 503)
OF_WRITING = (403, 409, 413, 415, 422)


def narrower() -> dict[str, dict[str, dict[str, Any]]]:
    """What the engine's own types do not say of a part, and its readers check: ids and ranges."""
    movement = {"enum": list(movements())}
    flags = {"items": {"type": "string", "enum": sorted(id for id in ITEMS if id[0] in "AB")}}
    numbers = {
        name: {"minimum": RANGES[name][0], "maximum": RANGES[name][1]}
        for name in ("pain", "tingling", "numbness")
    }
    return {
        "SentMark": {"zone": {"enum": list(zones())}, **numbers},
        "SentStart": {"planned": {"items": {"type": "string", **movement}, "minItems": 1}},
        "SentSessionEvent": {
            "movement": {"anyOf": [{"type": "string", **movement}, {"type": "null"}]},
            "red_flags": flags,
            "at": {"pattern": f"^{journey.MOMENT.pattern}$"},
        },
    }


def taking(name: str, answer: Any) -> dict[str, Any]:
    """What every operation says that takes an entry: what it answers, new or known already, and
    the body, which it reads itself (reading.py)."""
    content = {JSON: {"schema": {"$ref": SENT_REF.format(model=name)}}}
    body = {"requestBody": {"required": True, "content": content}}
    return {"response": {200: answer, 201: answer}, "openapi_extra": body}


class Document(OpenAPISchema):
    """ninja leaves out what a door or a reader of our own answers; here it is added for all."""

    def responses(self, operation: Operation) -> dict[int, dict[str, Any]]:
        """The answers of an operation, refusals included."""
        found: dict[int, dict[str, Any]] = super().responses(operation)
        refusals = OF_EVERY if "GET" in operation.methods else OF_EVERY + OF_WRITING
        schema = {"$ref": "#/components/schemas/Problem"}
        for status in sorted(refusals):
            about = {"description": PROBLEMS[status], "content": {MEDIA_TYPE: {"schema": schema}}}
            found[status] = about
        return found

    def get_components(self) -> dict[str, Any]:
        """All shapes by their names."""
        self.add_schema_definitions({"Problem": Problem.model_json_schema(mode="serialization")})
        for name, shape in SENT.items():
            self._add_sent(name, shape)
        for name, parts in narrower().items():
            for part, more in parts.items():
                self.schemas[name]["properties"][part].update(more)
        components: dict[str, Any] = super().get_components()
        return components

    def _add_sent(self, name: str, shape: TypeAdapter[Any]) -> None:
        schema = shape.json_schema(ref_template=SENT_REF)
        inner = schema.pop("$defs", {})
        self.add_schema_definitions({f"Sent{key}": value for key, value in inner.items()})
        self.add_schema_definitions({f"Sent{name}": schema})


class Api(NinjaAPI):
    """An API with this document."""

    def get_openapi_schema(self, *, path_prefix: Any = None, path_params: Any = None) -> Document:
        """The document, as OpenAPI 3.1."""
        prefix = self.get_root_path(path_params or {}) if path_prefix is None else path_prefix
        return _document(self, prefix)


@lru_cache(maxsize=1)
def _document(api: Api, prefix: str) -> Document:
    """It is the same as long as the program runs, and takes as long to make as four pages."""
    return Document(api, prefix)
