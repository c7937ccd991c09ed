"""What is a report made of? Headings with lines, tables, and pictures with their words."""

from dataclasses import dataclass

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its head, its rows, and a line below; an empty one says `none`."""

    title: str
    head: tuple[str, ...]
    rows: Rows
    none: str
    below: tuple[str, ...] = ()

    @property
    def labelled(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The rows, each cell with the head of its column."""
        return tuple(tuple(zip(self.head, row, strict=True)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with fixed colours, for print, and the same in words."""

    svg: str
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with a few lines; without lines it says `none`."""

    title: str
    lines: tuple[str, ...]
    none: str
