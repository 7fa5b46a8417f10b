"""What the making of each event may ask for: reports, days, tellers, rules and words. Built once a record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tawatur.model.claim import Claim
from tawatur.model.text import Report
from tawatur.model.time import ReportDay
from tawatur.record.judged.verdicts import Verdicts
from tawatur.record.names_said import outlet_said, speaker_said
from tawatur.record.rules import Rules
from tawatur.record.words import Said, Words, plain


@dataclass(frozen=True, slots=True)
class Context:
    """``tellers`` maps a claim's id to its teller's key, ``datelines`` a report's id to the two days that it bears,
    where it bears two, ``todays`` the two weekdays that it calls today, where they lie apart; ``spoken`` a claim's id to
    the days on which its speaker said so, where the report tells; ``as_of`` a report's id to the last day on which it
    can have been published, None where unknown.
    """

    reports: Mapping[str, Report]
    days: Mapping[str, ReportDay]
    tellers: Mapping[str, str]
    datelines: Mapping[str, tuple[date, date]]
    todays: Mapping[str, tuple[int, int]]
    spoken: Mapping[str, tuple[date, date]]
    verdicts: Verdicts
    rules: Rules
    words: Words
    as_of: Mapping[str, date | None]

    def claimant(self, claim: Claim) -> Said:
        """The nearest speaker of a claim, else where its report stands; for a speaker without a name both."""
        where = self.where(claim.report)
        if not claim.attribution.chain:
            return where
        speaker = speaker_said(claim.attribution.chain[0], self.words)
        if claim.attribution.mode == "named":
            return speaker
        return self.words.say("lists", "nameless_speaker", speaker=speaker, where=where)

    def where(self, report: str) -> Said:
        """The outlet of a report, in English by the register's name where it has one; else words that give its ref."""
        found = self.reports[report]
        if found.outlet:
            return outlet_said(found.outlet)
        return self.words.say("lists", "no_outlet", ref=plain(found.given_ref))

    def origins(self, names: Iterable[str], claims: Sequence[Claim]) -> Said:
        """The origins of the chains behind ``claims``, which are named as a speaker, an outlet or a ref."""
        known = {
            speaker.name: speaker_said(speaker, self.words) for claim in claims for speaker in claim.attribution.chain
        }
        for report in sorted({claim.report for claim in claims}):
            found = self.reports[report]
            known.setdefault(found.outlet or found.given_ref, self.where(report))
        return self.words.join(known.get(name) or outlet_said(name) for name in names)

    def claimants(self, claims: Iterable[Claim]) -> Said:
        """The claimants of several claims, each once, in the order of the claims."""
        return self.words.join(dict.fromkeys(map(self.claimant, claims)))

    def told_on(self, claim: Claim) -> date | None:
        """The first day on which a claim's report can have appeared, None where unknown."""
        return self.days[claim.report].start
