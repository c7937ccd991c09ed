"""Why is a diary of years read without a pause? The collector of cycles rests while rows are made.

Rows hold no cycles, yet with each few hundred made Python looks through all there are: of a diary
of five years that takes longer than to read it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """What is made inside is looked through afterwards only."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
