"""What does `assess --lines` do with bad and empty lines, a terminal, a closed pipe, Ctrl-C?"""

import json
import os
import pty
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from spineward.cli import assess, source
from spineward.cli.__main__ import main
from tests.cli.contract import validator
from tests.cli.program import EXAMPLES, PATIENCE, PROGRAM, ROOT, ask, environment, run

GOOD = json.dumps(json.loads((EXAMPLES / "situation.json").read_text("utf-8")))
BAD = '{"leg_now": 11}'
SAID = "leg_now: 11 is not allowed; a whole number from 0 to 10"


def _answers(out: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_each_line_is_answered_on_a_line_of_its_own() -> None:
    done = run("assess", "--lines", given=f"{GOOD}\n{GOOD}\n")
    assert done.returncode == 0
    assert done.stderr == b""
    one = json.loads(json.dumps(assess.answer(GOOD)))
    assert _answers(done.stdout) == [one, one]
    validator("assess-output").validate(one)


def test_a_bad_line_is_named_by_its_number_and_the_rest_goes_on() -> None:
    done = run("assess", "--lines", given=f"{GOOD}\n{BAD}\n{{\n{GOOD}")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        f"spineward assess: line 2: {SAID}",
        "spineward assess: line 3: input: not JSON; EOF while parsing an object at line 1 column 1",
    ]
    first, second, third, last = _answers(done.stdout)
    assert first == last
    assert second == {"line": 2, "error": SAID}
    assert third["line"] == 3


def test_empty_lines_are_passed_over_but_counted() -> None:
    done = ask("assess", "--lines", given=f"\n  \n{BAD}\n\n")
    assert done.returncode == 2
    assert _answers(done.stdout) == [{"line": 3, "error": SAID}]


def test_no_lines_at_all_are_no_fault() -> None:
    done = ask("assess", "--lines")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_what_is_no_text_spoils_its_own_line_only() -> None:
    done = ask("assess", "--lines", given=b'{"a": "\xff"}\n' + GOOD.encode())
    assert done.returncode == 2
    bad, good = _answers(done.stdout)
    assert bad["error"] == "input: not JSON; invalid unicode code point at line 1 column 8"
    assert good["care_level"] == "SELF_CARE"


def test_a_line_that_is_too_long_is_refused_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(source, "LONGEST", 5000)
    lines = tmp_path / "situations.jsonl"
    lines.write_text(" " * 12_000 + "\n" + GOOD + "\n", "utf-8")
    assert main(["assess", "--lines", str(lines)]) == 2
    long, good = _answers(capfdbinary.readouterr().out)
    assert long == {"line": 1, "error": source.TOO_LONG}
    assert good["care_level"] == "SELF_CARE"


def test_an_input_that_is_too_long_is_refused() -> None:
    done = ask("assess", given=b" " * (source.LONGEST + 1))
    assert done.returncode == 2
    assert done.stderr.decode() == f"spineward assess: {source.TOO_LONG}\n"


def test_a_year_of_history_is_not_too_long() -> None:
    at = "2026-11-20T09:00:00+01:00"
    mark = {"zone": "calf_upper", "side": "right", "pain": 4, "tingling": 1, "numbness": 1}
    check_in = {"at": at, "chart": [mark] * 6, "leg_now": 4, "back_now": 4}
    done = {"movement": "M10", "at": at, "row": 11, "label": "REDUCED", "set_verdict": "CONTINUE"}
    session = {"started": at, "ended": at, "t0": [mark] * 6, "sets": [done] * 6}
    history = {"check_ins": [check_in] * 365, "sessions": [session] * 700}
    text = json.dumps(json.loads(GOOD) | {"history": history})
    assert len(text) * 10 < source.LONGEST
    assert assess.answer(text)["care_level"] == "SELF_CARE"


def _on_a_terminal(*asked: str, stdout: Any) -> tuple[int, str]:
    """Run with standard error on a terminal; the exit code and what the terminal showed."""
    leader, follower = pty.openpty()
    with os.fdopen(leader, "rb", buffering=0) as terminal:
        program = subprocess.Popen(
            [*PROGRAM, *asked],
            stdin=subprocess.DEVNULL,
            stdout=follower if stdout == "terminal" else stdout,
            stderr=follower,
            env=environment(),
            cwd=ROOT,
        )
        os.close(follower)
        shown = b""
        try:
            while part := terminal.read(4096):
                shown += part
        except OSError:
            pass  # so a terminal says that nobody writes to it any more
        return program.wait(PATIENCE), shown.decode()


@pytest.fixture
def two_hundred(tmp_path: Path) -> Path:
    """A file of 200 situations, the last of them bad."""
    lines = tmp_path / "situations.jsonl"
    lines.write_text(f"{GOOD}\n" * 199 + f"{BAD}\n", "utf-8")
    return lines


def test_on_a_terminal_a_bar_shows_how_far_it_has_come(two_hundred: Path) -> None:
    with (two_hundred.parent / "answers").open("wb") as answers:
        code, shown = _on_a_terminal("assess", "--lines", str(two_hundred), stdout=answers)
    assert code == 2
    assert "50% 100 lines" in shown
    assert "100% 200 lines" in shown
    assert f"\x1b[Kspineward assess: line 200: {SAID}\r\n" in shown
    assert len((two_hundred.parent / "answers").read_bytes().splitlines()) == 200


def test_answers_on_the_same_terminal_stand_on_lines_without_the_bar(two_hundred: Path) -> None:
    _, shown = _on_a_terminal("assess", "--lines", str(two_hundred), stdout="terminal")
    answers = [line for line in shown.splitlines() if '"care_level"' in line]
    assert len(answers) == 199
    assert all(line.removeprefix("\x1b[K").startswith("{") for line in answers)


def test_without_a_terminal_there_is_no_bar(two_hundred: Path) -> None:
    done = run("assess", "--lines", str(two_hundred))
    assert done.stderr.decode() == f"spineward assess: line 200: {SAID}\n"


def test_a_reader_that_has_seen_enough_is_no_fault(two_hundred: Path) -> None:
    program = subprocess.Popen(
        [*PROGRAM, "assess", "--lines", str(two_hundred)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=ROOT,
    )
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.readline()
    program.stdout.close()
    assert program.stderr.read() == b""
    assert program.wait(PATIENCE) == 0
    program.stderr.close()


def test_ctrl_c_ends_it_without_a_word() -> None:
    with subprocess.Popen(
        [*PROGRAM, "assess", "--lines"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=ROOT,
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdin.write(f"{GOOD}\n".encode())
        program.stdin.flush()
        program.stdout.readline()
        program.send_signal(signal.SIGINT)
        # What it reads from stays open: the end of that would end it too, by another way.
        assert program.wait(PATIENCE) == 130
        assert program.stderr.read() == b""


def test_a_file_that_is_not_there_is_said_in_one_line() -> None:
    for asked in (["assess"], ["assess", "--lines"], ["respond"]):
        done = ask(*asked, "nowhere.json")
        assert done.returncode == 2
        told = f"spineward {asked[0]}: nowhere.json: No such file or directory\n"
        assert done.stderr.decode() == told


def test_a_mark_of_byte_order_in_front_is_no_fault() -> None:
    done = ask("assess", given=b"\xef\xbb\xbf" + GOOD.encode())
    assert done.returncode == 0


def test_a_full_disk_is_said_in_one_line() -> None:
    for asked in (["assess"], ["assess", "--lines"]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*PROGRAM, *asked],
                input=GOOD.encode(),
                stdout=full,
                stderr=subprocess.PIPE,
                env=environment(),
                cwd=ROOT,
                timeout=PATIENCE,
                check=False,
            )
        assert (done.returncode, done.stderr) == (1, b"spineward: No space left on device\n")
