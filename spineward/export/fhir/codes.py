"""Which codes do we use in FHIR, and how is one written? All of them stand in codes.toml."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from spineward.clinical.catalogue import words
from spineward.clinical.library import movements
from spineward.diary.memory import kept

Json = dict[str, Any]
MOST = 10_000
"""Codes that are kept in mind; what people answer repeats, but an odd file may hold any."""
CODE = re.compile(r"[^\s\ufeff]+( [^\s\ufeff]+)*")
"""What FHIR takes for a code, whoever's idea of white space is asked."""
ODD = re.compile(r"[^\S \r\n\t]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")
"""White space and signs of control that FHIR takes in no text."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is observed, with its code elsewhere and its unit, if it has them."""

    name: str
    title: str
    loinc: str = ""
    loinc_name: str = ""
    loinc_source: str = ""
    site: str = ""
    unit: str = ""


@lru_cache(maxsize=1)
def book() -> Mapping[str, Any]:
    """The whole of codes.toml."""
    return tomllib.loads(files("spineward.export.fhir").joinpath("codes.toml").read_text("utf-8"))


BASE: str = book()["base"]
FOREIGN: Mapping[str, str] = book()["foreign"]


@lru_cache(maxsize=1)
def facts() -> Mapping[str, Fact]:
    """Everything that is observed, by its name."""
    return {row["name"]: Fact(**row) for row in book()["fact"]}


def system(name: str) -> str:
    """The address of a code system of ours."""
    return f"{BASE}/CodeSystem/{name}"


@kept(MOST)
def coding(name: str, code: str) -> Json:
    """A code of ours, with its words where we have some. Shared: never to be changed."""
    shown = display(name, code)
    found = {"system": system(name), "code": code}
    return {**found, "display": shown} if shown else found


@kept(MOST)
def bare(name: str, code: str) -> Json:
    """The same without words, where there are very many."""
    if not CODE.fullmatch(code):
        return concept(name, code)
    return {"coding": [{"system": system(name), "code": code}]}


@kept(MOST)
def concept(name: str, code: str) -> Json:
    """The same as a concept; a fact with a LOINC code has that too. What is no code is text."""
    if not CODE.fullmatch(code):
        return {"text": spelled(code)}
    codings = [coding(name, code)]
    if name == "fact" and (known := facts()[code]).loinc:
        loinc = {"system": FOREIGN["loinc"], "code": known.loinc, "display": known.loinc_name}
        codings = [loinc, *codings]
    return {"coding": codings}


def spelled(text: str) -> str:
    """Any text as FHIR takes it; what it would not take is written as JSON."""
    if text.strip() and not text.startswith('"') and not ODD.search(text):
        return text
    written = json.dumps(text, ensure_ascii=False)
    return ODD.sub(lambda odd: f"\\u{ord(odd[0]):04x}", written)


def unspelled(text: str) -> str:
    """The text that was written so."""
    return str(json.loads(text)) if text.startswith('"') else text


def code_of(concept: Mapping[str, Any]) -> str:
    """Our own code in a concept, or the text that is none."""
    if "coding" in concept:
        return str(concept["coding"][-1]["code"])
    return unspelled(concept["text"])


@cache
def foreign(name: str, code: str) -> Json:
    """A concept of HL7's own terminology."""
    return {"coding": [{"system": FOREIGN[name], "code": code}]}


@kept(MOST)
def place(zone: str, side: str, drawing: str = "") -> Json:
    """Where on the body: zone and side, and the version of the drawing they were marked on."""
    where = dict(coding("zone", zone))
    if drawing:
        where["version"] = drawing
    return {"coding": [where, coding("side", side)]}


WORDS = {
    "zone": "zone.{}",
    "side": "side.{}",
    "movement": "movement.{}.name",
    "rule": "rule.{}.name",
    "answer": "choice.{}",
}


def display(name: str, code: str) -> str:
    """The words of a code; empty where it has none."""
    if name == "fact":
        return facts()[code].title
    if name == "role":
        return str(next(row["title"] for row in book()["role"] if row["name"] == code))
    shown = words().get(WORDS[name].format(code), "") if name in WORDS else ""
    return shown if isinstance(shown, str) else ""


def codes_of(name: str) -> tuple[str, ...]:
    """The codes of a system of ours that are listed in the content; empty where they are not."""
    if name in ("fact", "role"):
        return tuple(row["name"] for row in book()[name])
    if name == "movement":
        return tuple(movements())
    if name not in WORDS:
        return ()
    before, after = WORDS[name].split("{}")
    found = (id for id in words() if id.startswith(before) and id.endswith(after))
    codes = (id.removeprefix(before).removesuffix(after) for id in found)
    return tuple(code for code in codes if code and "." not in code)
