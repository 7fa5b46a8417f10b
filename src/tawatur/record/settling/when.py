"""The day of an event, from those of its claims."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from tawatur.record.item import Item
from tawatur.record.settling.wounds import died_later

Days = tuple[date, date]
_NIGHT: Final = 1
"""Days from the first to the last of what is told of a day or a night."""


def event_days(items: Sequence[Item], *, lasting: bool) -> tuple[Days | None, str]:
    """First and last day with the precision: what all dated claims have in common, else all that those of a day or night cover,
    where there are such.

    A ``lasting`` event, such as a siege, covers whatever its claims cover.

    (None, "unknown") where no claim is dated. Claims without a date, denials beside what they deny, and the later death
    of somebody who was wounded in it, say nothing; where one claim is told with a time, nor does the mere day of a report.
    """
    telling = [item for item in items if item.claim.status != "denied"] or list(items)
    telling = [item for item in telling if not died_later(item)] or telling
    if not lasting:
        telling = [item for item in telling if item.settled.said is not None and item.days is not None] or telling
    known = [item.days for item in telling if item.days is not None]
    if not known:
        return None, "unknown"
    common = (max(start for start, _ in known), min(end for _, end in known))
    narrow = known if lasting else [days for days in known if (days[1] - days[0]).days <= _NIGHT] or known
    covered = (min(start for start, _ in narrow), max(end for _, end in narrow))
    days = covered if lasting or common[0] > common[1] else common
    said = {item.settled.precision for item in telling if (item.settled.start, item.settled.end) == days}
    return days, _precision(days, said)


def _precision(days: Days, said: set[str]) -> str:
    """The precision that a claim of just these days has; "day" or "span" where there is none."""
    if len(said) == 1:
        return said.pop()
    return "day" if days[0] == days[1] else "span"
