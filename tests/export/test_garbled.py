"""Does an archive that is not sound end in one line, whatever is wrong with it?

Hazards: H-05.
"""

import hashlib
import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spineward.cli.__main__ import main
from spineward.export import reading
from spineward.export.beside import MEANT, beside
from spineward.export.form import ADDED_LATER, MANIFEST, file_of
from spineward.export.reading import Unreadable
from spineward.export.redeciding import moments
from tests.export.weeks import three_weeks_archived

KEPT = (Path(__file__).parent / "archives" / "version-1.zip").read_bytes()
Files = dict[str, bytes]
PLACES = st.integers(0, len(KEPT) - 1)


def files() -> Files:
    """The files of the kept archive."""
    with ZipFile(BytesIO(KEPT)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(contents: Files, method: int = ZIP_DEFLATED) -> bytes:
    """These files as an archive."""
    file = BytesIO()
    with ZipFile(file, "w", method) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return file.getvalue()


def signed(contents: Files) -> bytes:
    """The same with a manifest that fits: only the sense of a line can tell that it is wrong."""
    manifest = json.loads(contents[MANIFEST])
    for name in manifest["files"]:
        text = contents[name]
        told = {"lines": text.count(b"\n"), "sha256": hashlib.sha256(text).hexdigest()}
        manifest["files"][name] = told
    return zipped({**contents, MANIFEST: json.dumps(manifest).encode()})


def replays(content: bytes) -> str:
    """What is wrong with it in one line, or nothing."""
    try:
        for _ in moments(reading.read_from(BytesIO(content))):
            pass
    except Unreadable as trouble:
        said = str(trouble)
        return said if "\n" not in said else "several lines"
    return ""


def line_of(name: str, number: int, change: Callable[[dict[str, Any]], None]) -> bytes:
    """The archive with one line changed."""
    contents = files()
    lines = contents[name].splitlines(keepends=True)
    values = json.loads(lines[number - 1])
    change(values)
    lines[number - 1] = json.dumps(values).encode() + b"\n"
    return signed({**contents, name: b"".join(lines)})


def test_the_kept_archive_is_sound() -> None:
    assert replays(KEPT) == replays(signed(files())) == ""


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "it is not a zip file, or it was cut short"),
        (KEPT[:-30], "it is not a zip file, or it was cut short"),
        (zipped({"a.txt": b""}), "manifest.json is missing"),
        (zipped({MANIFEST: b"{"}), "manifest.json: invalid JSON"),
        (zipped({**files(), "more.txt": b""}), "'more.txt' is not named in manifest.json"),
        (zipped(files(), ZIP_BZIP2), "packed in a way that is not read here"),
    ],
    ids=["empty", "cut", "other zip", "garbled manifest", "one too many", "other method"],
)
def test_what_is_no_archive_is_named(content: bytes, told: str) -> None:
    assert told in replays(content)


@pytest.mark.parametrize("name", sorted(files()))
def test_a_file_that_is_missing_is_named(name: str) -> None:
    left = {other: content for other, content in files().items() if other != name}
    assert replays(zipped(left)) == f"{name} is missing"


def test_another_version_is_named() -> None:
    contents = files()
    manifest = json.loads(contents[MANIFEST]) | {"version": 3}
    contents[MANIFEST] = json.dumps(manifest).encode()
    assert (
        replays(zipped(contents))
        == "manifest.json: version 3; this Spineward reads versions 1 and 2"
    )


def test_a_file_that_was_changed_is_named() -> None:
    contents = files()
    contents["notes.jsonl"] = contents["notes.jsonl"].replace(b"felt good", b"felt evil")
    assert replays(zipped(contents)) == (
        "notes.jsonl: it was changed since it was written (checksum)"
    )
    contents["notes.jsonl"] += contents["notes.jsonl"]
    assert replays(zipped(contents)) == "notes.jsonl: 2 lines; manifest.json tells of 1"


def put(**values: Any) -> Callable[[dict[str, Any]], None]:
    """Give these fields of a line another value."""
    return lambda line: line.update(values)


@pytest.mark.parametrize(
    ("name", "number", "change", "told"),
    [
        ("answers", 7, put(page=None), "page: input should be a valid string"),
        ("answers", 7, put(answers={"item": {"A99": "no"}}), "A99"),
        ("answers", 7, put(answers={"shoe_size": 44}), "shoe_size"),
        ("answers", 7, put(at="2026-11-20T08:00:00"), "at: input should have timezone info"),
        ("answers", 7, put(at="0001-01-01T00:00:00+00:00"), "is not from 1970 to 2199"),
        ("answers", 7, put(id=1), "id 1 is out of order"),
        ("check_ins", 1, put(facts={"at": "2026-11-20T08:00:00"}), "has no offset from UTC"),
        ("check_ins", 1, put(facts={"at": "2026-11-20T08:00:00Z", "leg_now": 11}), "0 to 10"),
        ("check_ins", 2, put(supersedes=999), "supersedes 999 is not in check_ins.jsonl"),
        ("check_ins", 2, lambda line: line.update(supersedes=line["id"]), "not before it"),
        ("weekly", 1, put(facts={"at": "2026-11-20T08:00:00Z", "rmdq": 25}), "rmdq: 25"),
        ("decisions", 3, put(words={}), "care_level: field required"),
        ("decisions", 3, put(basis={"answers": "all"}), "basis.answers: input should be a valid"),
        ("locks", 1, put(rules=[]), "rules: none"),
        ("locks", 1, put(examined={"A5": "soon"}), "Invalid isoformat string"),
        ("lock_releases", 1, put(lock=999), "lock 999 is not in locks.jsonl"),
        ("sessions", 1, put(planned=["M99"]), "M99"),
        ("session_events", 2, put(facts={"at": "2026-11-20T08:00:00Z", "kind": "ran"}), "kind"),
        ("session_summaries", 1, put(facts={"started": "today"}), "started"),
    ],
)
def test_a_line_that_no_diary_can_hold_is_named(
    name: str, number: int, change: Callable[[dict[str, Any]], None], told: str
) -> None:
    said = replays(line_of(f"{name}.jsonl", number, change))
    assert said.startswith(f"{name}.jsonl, line {number}: "), said
    assert told in said


def test_a_session_that_does_not_begin_is_named() -> None:
    contents = files()
    first, *rest = contents["session_events.jsonl"].splitlines(keepends=True)
    assert b'"started"' in first
    said = replays(signed({**contents, "session_events.jsonl": b"".join(rest)}))
    assert said == (
        "session_events.jsonl, line 1: session 1 begins with it; started with a reading comes first"
    )


def test_the_command_says_it_in_one_line_with_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cut.zip"
    file.write_bytes(KEPT[:1000])
    assert main(["replay", str(file)]) == 2
    out, error = capsys.readouterr()
    assert (out, error.count("\n")) == ("", 1)
    assert error.startswith("spineward replay: it is not a zip file")
    assert main(["replay", str(tmp_path / "none.zip")]) == 2
    assert "No such file" in capsys.readouterr().err


QUIET = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@settings(QUIET, max_examples=150)
@given(start=PLACES, length=st.integers(1, 40), filled=st.binary(max_size=40))
def test_bytes_that_were_cut_out_or_overwritten_never_crash_it(
    start: int, length: int, filled: bytes
) -> None:
    replays(KEPT[:start] + filled + KEPT[start + length :])


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(("yes", "no", "9999-12-31", "0001-01-01", "2026-11-20T08:00:00+01:00", "A1")),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)
LINES = {name: text.count(b"\n") for name, text in files().items() if name.endswith(".jsonl")}


@settings(QUIET, max_examples=150)
@given(data=st.data())
def test_any_value_anywhere_in_a_line_never_crashes_it(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(LINES)))
    number = data.draw(st.integers(1, LINES[name]))

    def change(line: dict[str, Any]) -> None:
        inner: Any = line
        for _ in range(data.draw(st.integers(0, 3))):
            parts = list(inner.values() if isinstance(inner, dict) else inner)
            deeper = [part for part in parts if isinstance(part, (dict, list)) and part]
            if not deeper:
                break
            inner = data.draw(st.sampled_from(deeper))
        keys: list[Any] = sorted(inner) if isinstance(inner, dict) else list(range(len(inner)))
        inner[data.draw(st.sampled_from(keys))] = data.draw(values)

    replays(line_of(name, number, change))


@pytest.mark.django_db
def test_the_form_is_still_that_of_the_kept_archive() -> None:
    with ZipFile(BytesIO(three_weeks_archived())) as now:
        then = files()
        later = {file_of(name) for name in ADDED_LATER} | beside({}.fromkeys(MEANT, 0)).keys()
        assert set(now.namelist()) == set(then) | later
        for name, text in then.items():
            if name.endswith(".jsonl"):
                known = set(json.loads(text.splitlines()[0]))
                assert known <= set(json.loads(now.read(name).splitlines()[0])), name
