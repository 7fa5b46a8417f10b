"""The title of an event: what, where, when."""

from datetime import date

from tawatur.model.place import PlaceRef
from tawatur.record.words import Said, Words, named

HAPPENED = ("asserted", "attempted")
"""Statuses that a title leaves unsaid."""


def title_of(
    claim_type: str, status: str, place: PlaceRef | None, days: tuple[date, date] | None, *, words: Words
) -> Said:
    """The title in both languages, such as "shelling: Daraa al-Balad, 29 July 2021"."""
    what = named("type", claim_type)
    if status not in HAPPENED:
        what = words.say("title", "not_asserted", type=what, status=named("status", status))
    when = words.days(*(days or (None, None)))
    if place is None:
        return words.say("title", "without_place", type=what, day=when)
    where = Said(place.name_ar or place.said, place.name_en or place.said)
    return words.say("title", "with_place", type=what, place=where, day=when)
