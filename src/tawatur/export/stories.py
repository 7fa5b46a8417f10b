"""Stories and agreements as lines of JSON (docs/formats.md)."""

from tawatur.export.parts import Known, Line, free, iso, rounded
from tawatur.model.story import Agreement, Breach, LedgerTerm, Story


def story_line(story: Story, known: Known) -> Line:
    """One line of ``stories.jsonl``."""
    place = story.place
    return {
        "id": story.id,
        "kind": story.kind,
        "title_ar": free(story.title_ar, known),
        "title_en": free(story.title_en, known),
        "date": {"start": iso(story.start), "end": iso(story.end)},
        "place": {
            "id": place.id if place else None,
            "name_ar": (place.name_ar or free(place.said, known)) if place else None,
            "name_en": place.name_en if place else None,
            "lat": rounded(place.lat) if place else None,
            "lon": rounded(place.lon) if place else None,
        },
        "ended": iso(story.ended),
        "core": [*story.core],
        "events": [{"event": tie.event, "part": tie.part, "reasons": [*tie.reasons]} for tie in story.ties],
        "agreements": [*story.agreements],
        "report_ids": [*sorted(known.refs.get(report, report) for report in story.reports)],
    }


def agreement_line(agreement: Agreement, known: Known) -> Line:
    """One line of ``agreements.jsonl``."""
    return {
        "id": agreement.id,
        "event": agreement.event,
        "title_ar": free(agreement.title_ar, known),
        "title_en": free(agreement.title_en, known),
        "terms": [_term(term, known) for term in agreement.terms],
        "breaches": [_breach(breach, known) for breach in agreement.breaches],
        "claims": [*agreement.claims],
        "story": agreement.story,
    }


def _term(term: LedgerTerm, known: Known) -> Line:
    return {"said": free(term.said, known), "number": term.number, "claims": [*term.claims]}


def _breach(breach: Breach, known: Known) -> Line:
    return {
        "event": breach.event,
        "kind": breach.kind,
        "status": breach.status,
        "term": breach.term,
        "claims": [*breach.claims],
        "by_ar": [free(name, known) for name in breach.by_ar],
        "by_en": [free(name, known) for name in breach.by_en],
        "said_by_ar": free(breach.said_by_ar, known),
        "said_by_en": free(breach.said_by_en, known),
    }
