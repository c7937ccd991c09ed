"""What happens to one mutant? A process of its own lives with it, bounded in time and memory."""

import os
import resource
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NoReturn

Fate = Literal["killed", "timeout", "survived", "spared", "unfit", "untried"]
"""`spared`: a quick run gave up on it; `unfit`: it cannot be met in a loaded program."""
MEMORY = 3 * 2**30
"""Bytes; a change that collects without end is found here."""
UNFIT = 3


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant, and the test that noticed it."""

    fate: Fate
    by: str = ""


def fork(work: Callable[[], object]) -> int:
    """Start a process that does this; its number."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def alive(live: Callable[[Callable[[str, float], None]], str | None]) -> Outcome:
    """Fork and let `live` run there. It says what it does next and for how long at most, returns
    the test that failed, or None; ValueError: the change cannot be put in place this way."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _live(live, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode().splitlines()
    _, status = os.waitpid(child, 0)
    last = said[-1] if said else ""
    if os.WIFSIGNALED(status):
        return Outcome("timeout" if os.WTERMSIG(status) == signal.SIGALRM else "killed", last)
    code = os.WEXITSTATUS(status)
    if code == UNFIT:
        return Outcome("unfit")
    return Outcome("killed", last) if code else Outcome("survived")


def _live(live: Callable[[Callable[[str, float], None]], str | None], writer: int) -> NoReturn:
    code = 1
    try:
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silence, stream)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.signal(signal.SIGALRM, signal.SIG_DFL)

        def next_is(test: str, seconds: float) -> None:
            os.write(writer, f"{test}\n".encode())
            signal.setitimer(signal.ITIMER_REAL, seconds)

        code = 0 if live(next_is) is None else 1
    except ValueError:
        code = UNFIT
    finally:
        os._exit(code)
