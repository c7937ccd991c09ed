"""Where does the input come from? A file or standard input, whole or line by line, as bytes.

Bytes, because what is no UTF-8 is then refused like any other bad input, in one line and, among
many, by its number.
"""

import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from spineward.cli.contract.refusal import Refused

STDIN = "-"
LONGEST = 16 * 1024 * 1024
"""Bytes of one situation or set; ten years of daily entries need less than that."""
TOO_LONG = f"input: more than {LONGEST} bytes; at most {LONGEST} for one"


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    try:
        if name != STDIN:
            with Path(name).open("rb") as file:
                yield file
        elif sys.stdin is None:
            raise Refused("input: there is no standard input; name a file")
        else:
            yield sys.stdin.buffer
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Refused(f"{name}: {error.strerror or error}") from None


def whole(name: str) -> bytes:
    """All of it. Raises Refused when it cannot be read or is too long."""
    with _opened(name) as file:
        text = file.read(LONGEST + 1)
    if len(text) > LONGEST:
        raise Refused(TOO_LONG)
    return text.removeprefix(BOM_UTF8)


def size(name: str) -> int:
    """How many bytes there are; 0 when that is not known beforehand."""
    try:
        return 0 if name == STDIN else Path(name).stat().st_size
    except OSError:
        return 0


def lines(name: str) -> Iterator[bytes | None]:
    """Line after line; None for one that is too long. Raises Refused when it cannot be read."""
    with _opened(name) as file:
        while line := file.readline(LONGEST + 1):
            if len(line) <= LONGEST:
                yield line.removeprefix(BOM_UTF8)
                continue
            while line and not line.endswith(b"\n"):
                line = file.readline(LONGEST)
            yield None
