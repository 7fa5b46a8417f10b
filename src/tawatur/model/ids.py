"""Ids that follow from content alone, so that the same input has the same id on every machine."""

import hashlib
from typing import Final

DIGITS: Final = 16


def content_id(prefix: str, *parts: str | int | None) -> str:
    """An id such as ``clm-1f0c…``: a readable prefix, a dash and 16 hex digits of the SHA-256 of ``parts``.

    Parts are joined with a separator that cannot stand in them unescaped, and None differs from the empty string,
    so that two different lists of parts never give one id by being glued together.
    """
    glued = "\x1f".join("\x00" if part is None else str(part).replace("\x1f", "\x1f\x1f") for part in parts)
    return f"{prefix}-{hashlib.sha256(glued.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"


def sha256_hex(data: bytes) -> str:
    """The SHA-256 of ``data`` as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()
