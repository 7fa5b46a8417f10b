"""What every sheet needs to know of the whole case."""

from collections.abc import Mapping
from dataclasses import dataclass

from tawatur.brief.accounts import accounts_of, report_links
from tawatur.brief.rows import Account, Link
from tawatur.brief.words import Language, in_language, isolated, name_or_value, showable, strings
from tawatur.model.case import CaseView, ReportView
from tawatur.model.claim import Claim
from tawatur.model.event import Event
from tawatur.model.party import PartyRef
from tawatur.model.story import Agreement
from tawatur.model.text import Span
from tawatur.record.chains.graphs import ChainGraph, chain_graphs
from tawatur.record.names_said import outlet_said, speaker_said
from tawatur.record.withheld import Names, Withheld, withheld_for
from tawatur.record.words import Said, load_words


@dataclass(frozen=True, slots=True)
class Context:
    """The case's reports and links by id, the language, and the names that are kept out.

    ``hidden`` are the spans of withheld names by report id and place ("body", "title"). ``accounts`` lead to the claims,
    ``sources`` to the reports, ``events`` from a claim's id to its event, ``titles``, ``stories`` and ``ledgers`` to what
    has that id: ledgers are the agreements of which terms or breaches are told. ``parties`` names each party that has an
    id, ``graphs`` are the chains by event, ``refs`` the refs of all reports, ``speakers`` what each speaker is called.
    """

    language: Language
    withheld: Withheld
    words: Mapping[str, str]
    reports: Mapping[str, ReportView]
    hidden: Mapping[tuple[str, str], tuple[Span, ...]]
    claims: Mapping[str, Claim]
    accounts: Mapping[str, Account]
    sources: Mapping[str, Link]
    events: Mapping[str, Link]
    titles: Mapping[str, Link]
    parties: Mapping[str, str]
    happenings: Mapping[str, Event]
    stories: Mapping[str, Link]
    ledgers: Mapping[str, Link]
    graphs: Mapping[str, ChainGraph]
    refs: frozenset[str]
    speakers: Mapping[str, Said]

    def name(self, vocabulary: str, value: str) -> str:
        """The name of a value in the page's language."""
        return name_or_value(vocabulary, value, self.language)

    def pick(self, arabic: str | None, english: str | None) -> str | None:
        """The wording in the page's language, else in the other one; names that are withheld are masked."""
        chosen = (arabic or english) if self.language == "ar" else (english or arabic)
        return self.shown(chosen) if chosen else None

    def party(self, party: PartyRef) -> str:
        """A party by its name in the page's language; one that no register holds in Arabic as it was said."""
        if self.language == "ar":
            return self.shown(party.name_ar or party.said)
        return self.shown(party.name_en or party.name_ar or party.said)

    def outlet(self, outlet: str | None) -> str | None:
        """An outlet by its name in the page's language, None where it is unknown."""
        return self.shown(in_language(outlet_said(outlet), self.language)) if outlet else None

    def shown(self, text: str) -> str:
        """Words that came from reports or people, as they may stand on the page."""
        return showable(self.withheld.mask(text))

    def links(self, claims: tuple[str, ...]) -> tuple[Account, ...]:
        """The ways to these claims, by their number in the event; a claim that the case lacks has none."""
        found = (self.accounts[claim] for claim in claims if claim in self.accounts)
        return tuple(sorted(found, key=lambda account: (account.number or 0, account.name)))


def context_of(view: CaseView, *, language: Language, names: Names) -> Context:
    """The context of a case."""
    withheld = withheld_for(view, names=names)
    titles = {event.id: _title(event, language, withheld) for event in view.events}
    return Context(
        language=language,
        withheld=withheld,
        words=strings(language),
        reports={report.report.id: report for report in view.reports},
        hidden=_hidden(view, withheld),
        claims={claim.id: claim for claim in view.claims},
        accounts=accounts_of(view, language, withheld),
        sources=report_links(view, language, withheld),
        events={claim: Link(event.id, event.id) for event in view.events for claim in event.claims},
        titles={event: Link(title, event) for event, title in titles.items()},
        parties=_parties(view, language, withheld),
        happenings={event.id: event for event in view.events},
        stories={
            one.id: Link(_picked(one.title_ar, one.title_en, language, withheld), f"story-{one.id}")
            for one in view.stories
        },
        ledgers={
            one.id: Link(_picked(one.title_ar, one.title_en, language, withheld), agreement_anchor(one))
            for one in view.agreements
            if one.terms or one.breaches
        },
        graphs={graph.event: graph for graph in chain_graphs(view)},
        refs=frozenset(item.ref for item in view.reports),
        speakers={
            speaker.name: speaker_said(speaker, load_words())
            for claim in view.claims
            for speaker in claim.attribution.chain
        },
    )


def agreement_anchor(agreement: Agreement) -> str:
    """Where the ledger of an agreement stands on the page."""
    return f"ledger-{agreement.id}"


def _title(event: Event, language: Language, withheld: Withheld) -> str:
    title = _picked(event.title_ar, event.title_en, language, withheld)
    return title or showable(name_or_value("type", event.type, language))


def _picked(arabic: str, english: str, language: Language, withheld: Withheld) -> str:
    both = (arabic, english) if language == "ar" else (english, arabic)
    return isolated(showable(withheld.mask(both[0] or both[1])), language)


def _parties(view: CaseView, language: Language, withheld: Withheld) -> dict[str, str]:
    named = [party for claim in view.claims for party in (*claim.actors, *claim.targets, *claim.sponsors) if party.id]
    names = {
        party.id: (party.name_ar or party.name_en) if language == "ar" else (party.name_en or party.name_ar)
        for party in named
    }
    return {ident: showable(withheld.mask(name)) for ident, name in names.items() if ident and name}


def _hidden(view: CaseView, withheld: Withheld) -> dict[tuple[str, str], tuple[Span, ...]]:
    texts = [(item.report.id, "body", item.report.text) for item in view.reports]
    titles = [(item.report.id, "title", item.report.title) for item in view.reports if item.report.title]
    return {(report, where): withheld.spans(text.chars) for report, where, text in [*texts, *titles]}
