"""How far has it come? A bar on the terminal, and nothing at all when there is none."""

import sys

_EVERY = 100
_WIDTH = 30
_CLEAR = "\r\x1b[K"


class Progress:
    """A bar on standard error that never mixes with what is printed beside it."""

    def __init__(self, size: int) -> None:
        """`size` is the length of the input in bytes, 0 when unknown: then the bar only counts."""
        self.size = size
        self.read = 0
        self.number = 0
        self.on = sys.stderr.isatty()
        self.same_screen = self.on and sys.stdout.isatty()

    def out(self, line: bytes) -> None:
        """Write a line of the result at once, so that whoever waits for it has it."""
        if self.same_screen:
            self._erase()
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()

    def say(self, line: str) -> None:
        """Write a line to standard error."""
        self._erase()
        print(line, file=sys.stderr, flush=True)

    def step(self, number: int, length: int) -> None:
        """So many lines are done, the last of this length."""
        self.number = number
        self.read += length
        if self.on and number % _EVERY == 0:
            self._draw()

    def end(self) -> None:
        """The whole input is done."""
        if self.on:
            self._draw()
            print(file=sys.stderr)

    def _erase(self) -> None:
        if self.on:
            print(_CLEAR, end="", file=sys.stderr, flush=True)

    def _draw(self) -> None:
        bar = f"{self.number} lines"
        if self.size:
            share = min(1.0, self.read / self.size)
            bar = f"[{'#' * round(share * _WIDTH):<{_WIDTH}}] {share:4.0%} {bar}"
        print(f"{_CLEAR}{bar}", end="", file=sys.stderr, flush=True)
