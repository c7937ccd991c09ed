"""What does a PDF hold? Its pages, and the kinds of its tags, read from the bytes."""

import re
import zlib


def everything(pdf: bytes) -> bytes:
    """The file with its packed parts beside it."""
    unpacked = []
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            unpacked.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return pdf + b"\n".join(unpacked)


def pages(pdf: bytes) -> int:
    """How many pages there are."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", everything(pdf)))


def structure(pdf: bytes) -> set[str]:
    """The kinds of its tags: headings, tables, figures."""
    found = re.findall(rb"/S\s*/(\w+)", everything(pdf))
    return {kind.decode() for kind in found}


def size(pdf: bytes) -> tuple[int, ...]:
    """Width and height of the first page in points."""
    found = re.search(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", everything(pdf))
    assert found, "there is no page"
    return tuple(round(float(number)) for number in found.groups())
