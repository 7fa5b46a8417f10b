"""All marks of one text, kind by kind, in the order in which they need one another."""

from tawatur.lang.number_tokens import number_tokens
from tawatur.lang.pack import Pack
from tawatur.mark.actions import mark_actions
from tawatur.mark.cues import mark_cues, mark_terms
from tawatur.mark.harm import mark_harm
from tawatur.mark.numbers import mark_numbers
from tawatur.mark.own_name import own_name_spans
from tawatur.mark.parties import mark_parties
from tawatur.mark.people import mark_people
from tawatur.mark.persons import find_persons
from tawatur.mark.places import mark_places
from tawatur.mark.regions import mark_regions
from tawatur.mark.sentences import mark_quotations, mark_sentences
from tawatur.mark.times import mark_times
from tawatur.mark.weapons import mark_weapons
from tawatur.model.mark import Marks


def mark_text(chars: str, pack: Pack, *, title: str | None = None, outlet: str | None = None) -> Marks:
    """The marks of ``chars``, a text of ``outlet`` where that is known. Pure: the same arguments give the same marks."""
    page = pack.page(chars)
    parts = number_tokens(page, pack)
    own = own_name_spans(page, pack, outlet)
    times = tuple(mark for mark in mark_times(page, pack, parts=parts) if not any(one.covers(mark.span) for one in own))
    regions = mark_regions(page, pack, times, title=title)
    parties = mark_parties(page, pack)
    names = find_persons(page, pack, parts)
    named = [mark.span for mark in parties if mark.party.id and mark.group != "adjective"]
    taken = [*own, *named, *(mark.span for mark in names.persons), *names.things, *(mark.span for mark in times)]
    numbers, numerals = mark_numbers(page, pack, times, parts)
    return Marks(
        regions=regions,
        sentences=mark_sentences(page, regions, language=pack.language),
        quotations=mark_quotations(page),
        numbers=numbers,
        times=times,
        places=mark_places(page, pack, taken, regions=regions, parties=parties),
        parties=parties,
        persons=names.persons,
        people=mark_people(page, pack),
        weapons=mark_weapons(page, pack),
        harms=mark_harm(page, pack),
        actions=mark_actions(page, pack),
        cues=mark_cues(page, pack),
        terms=mark_terms(page, pack),
        numerals=numerals,
    )
