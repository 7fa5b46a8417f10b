"""The days on which reports came in, as rows, and back."""

from sqlalchemy import Connection, func, inspect, select

from tawatur.store.dialect import insert_new
from tawatur.store.tables import additions


def add(connection: Connection, report: str, day: str) -> None:
    """Keep the day, unless the report came in before."""
    additions.create(connection, checkfirst=True)
    first = connection.scalar(select(func.min(additions.c.day)).where(additions.c.report == report))
    if first is None or day < first:
        insert_new(connection, additions, {"report": report, "day": day})


def first_days(connection: Connection) -> dict[str, str]:
    """The first day of each report by its id; none in a case that was made before there were any."""
    if not inspect(connection).has_table(additions.name):
        return {}
    found = select(additions.c.report, func.min(additions.c.day)).group_by(additions.c.report)
    return {report: day for report, day in connection.execute(found.order_by(additions.c.report))}
