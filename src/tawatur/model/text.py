"""Text, spans of it, and the report that it came in."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tawatur.model.errors import SpanError
from tawatur.model.ids import content_id, sha256_hex


class Span(NamedTuple):
    """A stretch of text: code points ``start`` (included) to ``end`` (excluded)."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def join(self, other: "Span") -> "Span":
        """The shortest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Text:
    """The characters of a report, never changed; two reports with the same characters share it."""

    sha256: str
    chars: str

    def quote(self, span: Span) -> str:
        """The characters of ``span``.

        Raises:
            SpanError: the span is empty or reaches outside the text.
        """
        if not 0 <= span.start < span.end <= len(self.chars):
            raise SpanError(f"span {span.start}-{span.end} does not fit a text of {len(self.chars)} code points")
        return self.chars[span.start : span.end]


def text_of(chars: str) -> Text:
    """The Text of ``chars``, with the SHA-256 of its UTF-8 bytes."""
    return Text(sha256_hex(chars.encode("utf-8", "surrogatepass")), chars)


@dataclass(frozen=True, slots=True)
class Report:
    """One retrieved item of one outlet. What is unknown is None.

    ``given_ref`` is the id it came with (or its file's stem, or its content hash): two reports may carry the same;
    the ref that exports show is made unique per case. ``published`` is the day in the case's time zone.
    """

    id: str
    given_ref: str
    outlet: str | None
    url: str | None
    title: Text | None
    published: date | None
    retrieved: str | None
    language: str | None
    text: Text
    bytes_sha256: str | None


def report_id(given_ref: str, outlet: str | None, url: str | None, text: Text) -> str:
    """The id of a report: a hash of its ref, outlet, URL and text."""
    return content_id("rep", given_ref, outlet, url, text.sha256)
