"""Reports and their variants as rows, and back."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, select

from tawatur.model.errors import CaseError
from tawatur.model.ids import sha256_hex
from tawatur.model.text import Report, Text
from tawatur.store import tables as t
from tawatur.store.codec import ReportCore, ReportRest, core_of, dump, load, rest_of, text_from, variant_key


def row(report: Report) -> dict[str, Any]:
    """The row of ``reports``: what all variants share."""
    return {"id": report.id, "text": report.text.sha256, "payload": dump(ReportCore, core_of(report))}


def variant_row(report: Report) -> dict[str, Any]:
    """The row of ``variants``."""
    rest = rest_of(report)
    payload = dump(ReportRest, rest)
    return {"report": report.id, "digest": sha256_hex(payload), "title": rest.title, "payload": payload}


def page(connection: Connection, after: str, size: int, name: str) -> list[tuple[str, Report]]:
    """Up to ``size`` reports whose ids follow ``after``, sorted, each with its id. ``name`` is the case's."""
    found = connection.execute(_cores().where(t.reports.c.id > after).order_by(t.reports.c.id).limit(size)).all()
    if not found:
        return []
    theirs = and_(t.variants.c.report >= found[0].id, t.variants.c.report <= found[-1].id)
    variants: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    for variant in connection.execute(_variants().where(theirs)):
        variants[variant.report].append(variant)
    return [(core.id, _report(core, variants[core.id], name)) for core in found]


def one(connection: Connection, report_id: str, name: str) -> Report | None:
    """The report with this id, or None. ``name`` is the case's."""
    core = connection.execute(_cores().where(t.reports.c.id == report_id)).one_or_none()
    if core is None:
        return None
    return _report(core, connection.execute(_variants().where(t.variants.c.report == report_id)).all(), name)


def _cores() -> Select[Any]:
    return select(t.reports, t.texts.c.chars).join(t.texts, t.reports.c.text == t.texts.c.sha256)


def _variants() -> Select[Any]:
    return select(t.variants, t.texts.c.chars).join(t.texts, t.variants.c.title == t.texts.c.sha256, isouter=True)


def _report(core: Row[Any], variants: Sequence[Row[Any]], name: str) -> Report:
    of = f"{name}: report {core.id}"
    shared: ReportCore = load(ReportCore, core.payload, of=of)
    rest, title = min(
        ((load(ReportRest, variant.payload, of=of), variant.chars) for variant in variants),
        key=lambda pair: variant_key(pair[0]),
    )
    return Report(
        id=core.id,
        given_ref=shared.given_ref,
        outlet=shared.outlet,
        url=shared.url,
        title=_title(rest, title, of),
        published=rest.published,
        retrieved=rest.retrieved,
        language=rest.language,
        text=text_from(core.text, core.chars, of=of),
        bytes_sha256=rest.bytes_sha256,
    )


def _title(rest: ReportRest, chars: bytes | None, of: str) -> Text | None:
    if rest.title is None:
        return None
    if chars is None:
        raise CaseError(f"{of} has lost its title {rest.title}: take the case from a backup")
    return text_from(rest.title, chars, of=of)
