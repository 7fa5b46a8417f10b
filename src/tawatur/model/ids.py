"""Ids that follow from content alone, so that the same input has the same id on every machine."""

import hashlib
import json
from typing import Final

DIGITS: Final = 16


def content_id(prefix: str, *parts: str | int | None) -> str:
    """An id such as ``clm-1f0c…``: a readable prefix, a dash and 16 hex digits of the SHA-256 of ``parts``.

    The parts are hashed as a JSON list, so that no two different lists of parts give one id by being glued together,
    and None differs from the empty string.
    """
    listed = json.dumps([None if part is None else str(part) for part in parts], ensure_ascii=False)
    return f"{prefix}-{sha256_hex(listed.encode('utf-8', 'surrogatepass'))[:DIGITS]}"


def digest_of(*parts: object) -> str:
    """16 hex digits of the SHA-256 of ``parts`` as Python writes them: texts, numbers, days, dataclasses and tuples or lists of
    these, and no set or dictionary, which Python writes in any order. It says whether something changed and names nothing.
    """
    return sha256_hex(repr(parts).encode("utf-8", "surrogatepass"))[:DIGITS]


def sha256_hex(data: bytes) -> str:
    """The SHA-256 of ``data`` as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()
