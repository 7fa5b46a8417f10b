"""The way to each claim of a case: its number in its event, who tells it, and where."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from tawatur.brief.rows import Account, Link
from tawatur.brief.words import Language, day_text, in_language, isolated, name_or_value, showable, strings
from tawatur.model.case import CaseView, ReportView
from tawatur.model.claim import Claim
from tawatur.record.names_said import outlet_said, speaker_said
from tawatur.record.withheld import Withheld
from tawatur.record.words import load_words


def accounts_of(view: CaseView, language: Language, withheld: Withheld) -> dict[str, Account]:
    """The account of each claim, by claim id."""
    reports = {report.report.id: report for report in view.reports}
    last = _numbers_in_reports(view)
    number = _numbers_in_events(view, reports)
    return {
        claim.id: Account(
            anchor=claim.id,
            number=number.get(claim.id),
            who=_who(claim, reports.get(claim.report), language, withheld),
            where=report_words(reports.get(claim.report), claim.report, language, withheld),
            name=f"{_ref(reports, claim.report)}.{last[claim.id]:02}",
            last=f"{last[claim.id]:02}",
        )
        for claim in view.claims
    }


def report_words(view: ReportView | None, report: str, language: Language, withheld: Withheld) -> str:
    """A report in words: its outlet and day, or that they are unknown; its ref where no outlet is known."""
    words = strings(language)
    outlet = view.report.outlet if view else None
    shown = in_language(outlet_said(outlet), language) if outlet else None
    name = withheld.mask(shown) if shown else words["report_by_ref"].format(ref=view.ref if view else report)
    return isolated(showable(f"{name}{words['comma']}{day_words(view, language)}"), language)


def day_words(view: ReportView | None, language: Language) -> str:
    """The day of a report in words: that of its publication, else the one that was worked out, where it is one day."""
    words = strings(language)
    if view is not None and view.report.published:
        return day_text(view.report.published, language)
    known = view is not None and view.day.start is not None and view.day.start == view.day.end
    if view is None or view.day.start is None or not known:
        return words["day_unknown"]
    return words["worked_out"].format(day=day_text(view.day.start, language))


def by_teller(accounts: Iterable[Account]) -> list[tuple[str, tuple[Account, ...]]]:
    """The accounts under who tells them, in the order in which each is first met."""
    told: dict[str, tuple[Account, ...]] = {}
    for account in accounts:
        told[account.who] = (*told.get(account.who, ()), account)
    return list(told.items())


def report_links(view: CaseView, language: Language, withheld: Withheld) -> dict[str, Link]:
    """The link to each report, by report id."""
    return {
        item.report.id: Link(report_words(item, item.report.id, language, withheld), f"report-{item.report.id}")
        for item in view.reports
    }


def _who(claim: Claim, view: ReportView | None, language: Language, withheld: Withheld) -> str:
    """The nearest speaker, by kind where the name is withheld; else the outlet, else the report by its ref."""
    words = strings(language)
    if claim.attribution.chain:
        speaker = claim.attribution.chain[0]
        hidden = withheld.reason(speaker.name) is not None
        kind = name_or_value("speaker_kind", speaker.kind, language)
        return (
            f"{kind} ({words['withheld']})"
            if hidden
            else showable(withheld.mask(in_language(speaker_said(speaker, load_words()), language)))
        )
    outlet = view.report.outlet if view else None
    ref = view.ref if view else claim.report
    shown = in_language(outlet_said(outlet), language) if outlet else None
    return showable(withheld.mask(shown) if shown else words["report_by_ref"].format(ref=ref))


def _ref(reports: Mapping[str, ReportView], report: str) -> str:
    return showable(reports[report].ref if report in reports else report)


def _numbers_in_reports(view: CaseView) -> dict[str, int]:
    """The number of each claim in the text of its report."""
    return _counted(view, key=lambda claim: claim.report, order=_position)


def _numbers_in_events(view: CaseView, reports: Mapping[str, ReportView]) -> dict[str, int]:
    """The number of each claim in its event: the reports by day, those without one last, then as the text goes."""
    home = {claim: event.id for event in view.events for claim in event.claims}

    def order(claim: Claim) -> tuple[date, str, tuple[str, bool, int, int, str]]:
        report = reports.get(claim.report)
        day = report.report.published if report else None
        return day or date.max, report.ref if report else "", _position(claim)

    return {
        claim: number
        for claim, number in _counted(view, key=lambda claim: home.get(claim.id, ""), order=order).items()
        if claim in home
    }


def _counted(
    view: CaseView, *, key: Callable[[Claim], str], order: Callable[[Claim], tuple[object, ...]]
) -> dict[str, int]:
    """Each claim's number, from 1, among those that share its key."""
    seen: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for claim in sorted(view.claims, key=order):
        numbers[claim.id] = seen[key(claim)] = seen.get(key(claim), 0) + 1
    return numbers


def _position(claim: Claim) -> tuple[str, bool, int, int, str]:
    return claim.report, claim.where != "title", claim.clause.start, claim.clause.end, claim.id
