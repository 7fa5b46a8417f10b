"""Bytes that are no text: told by how they start, or by their control characters."""

from typing import Final

from tawatur.read.remark import Refusal

TEXT_CONTROLS: Final = b"\t\n\v\f\r\x1a\x1b"
CONTROLS: Final = bytes(set(range(32)) - set(TEXT_CONTROLS))
MOST_CONTROLS: Final = 0.01
LOOKED_AT: Final = 100_000

SAVE_AS_TEXT: Final = "save its words as plain text (.txt, UTF-8) and add that"
UNPACK: Final = "unpack it and add the files in it"
SIGNATURES: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"%PDF-", "a PDF", SAVE_AS_TEXT),
    (b"{\\rtf", "a rich-text (RTF) document", SAVE_AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "an old Office document", SAVE_AS_TEXT),
    (b"PK\x03\x04", "a zip archive or an Office document", f"{UNPACK}, or {SAVE_AS_TEXT}"),
    (b"\x1f\x8b", "packed with gzip", "unpack it, or name it .jsonl.gz if it holds JSON lines"),
    (b"BZh", "packed with bzip2", UNPACK),
    (b"\xfd7zXZ", "packed with xz", UNPACK),
    (b"\x28\xb5\x2f\xfd", "packed with zstd", UNPACK),
    (b"7z\xbc\xaf", "a 7z archive", UNPACK),
    (b"Rar!", "a rar archive", UNPACK),
    (b"SQLite format 3\0", "a SQLite database", "export its texts as .jsonl and add those"),
    (b"\x89PNG", "a PNG picture", SAVE_AS_TEXT),
    (b"\xff\xd8\xff", "a JPEG picture", SAVE_AS_TEXT),
    (b"GIF8", "a GIF picture", SAVE_AS_TEXT),
)


def refuse_signature(data: bytes) -> None:
    """Nothing, where ``data`` does not start as a known kind of file that holds no plain text.

    Raises:
        Refusal: it does; the sentence names the kind.
    """
    for start, kind, mend in SIGNATURES:
        if data.startswith(start):
            raise Refusal(f"not read: it is {kind}, whatever its name says", mend)


def refuse_controls(data: bytes) -> None:
    """Nothing, where ``data`` (no UTF-16) has no NUL byte and few control characters.

    Raises:
        Refusal: it has; the sentence names the first NUL, or the share of control characters.
    """
    nul = data.find(b"\0")
    if nul >= 0:
        raise Refusal(f"not read: a NUL byte stands at byte {nul}, so it is no text", SAVE_AS_TEXT)
    head = data[:LOOKED_AT]
    controls = len(head) - len(head.translate(None, CONTROLS))
    if controls > MOST_CONTROLS * len(head):
        share = round(100 * controls / len(head))
        raise Refusal(f"not read: {share}% of its bytes are control characters, so it is no text", SAVE_AS_TEXT)
