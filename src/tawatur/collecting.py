"""Python's collector of garbage, put off while much is made that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """While this is entered no garbage is looked for.

    What is read and made of a case stays until its end, a hundred objects a claim: looking through them again and again as
    they are made takes as long as making them. Nothing of it points in circles, so that what goes, goes at once.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
