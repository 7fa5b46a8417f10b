"""Dates as social media print them under embedded posts, in English whatever the post's language."""

from typing import Final

from tawatur.model.time import TimeSaid

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LETTERS: Final = 3


def english_date(day: str, month: str, year: str) -> TimeSaid | None:
    """The date of "4", "september", "2021"; None where the month is no English month."""
    short = month[:_LETTERS].lower()
    if short not in _MONTHS:
        return None
    return TimeSaid("date", year=int(year), month=_MONTHS.index(short) + 1, day=int(day))
