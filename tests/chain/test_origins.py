from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.chain.made import CLAUSE, WIRE, edited, made_claim, made_report, made_text

from tawatur.chain.copies import find_copies
from tawatur.chain.origins import Chains, count_chains, pairs_among, pairs_by_report
from tawatur.chain.tellers import ReportSource
from tawatur.model.claim import Speaker
from tawatur.model.text import Span

MONITOR = Speaker("مرصد السهل", "monitor:plain", "monitor")
RESCUE = Speaker("فرق إنقاذ التلال", None, "rescue")
WITNESS = Speaker("شهود", None, "witness")
FIRST = Span(0, 40)


class Told:
    """Claims of made reports, gathered for one count."""

    def __init__(self):
        self.reports, self.claims, self.views = [], [], {}

    def add(self, outlet, *chain, mode=None, text=None, clause=FIRST, credit=None, where="body", key=None):
        report = made_report(text or made_text(60, len(self.reports)), str(len(self.reports)), outlet)
        self.reports.append(report)
        self.views[report.id] = ReportSource(report.id, key or outlet, credit)
        return self.also(report, *chain, mode=mode, clause=clause, where=where)

    def also(self, report, *chain, mode=None, clause=FIRST, where="body"):
        told = mode or ("named" if chain else "own_voice")
        self.claims.append(made_claim(report, clause, chain, told, where))
        return report

    def count(self) -> Chains:
        return count_chains(self.claims, views=self.views, pairs=find_copies(self.reports))


def told_by(*outlets_and_chains) -> Chains:
    told = Told()
    for outlet, *chain in outlets_and_chains:
        told.add(outlet, *chain)
    return told.count()


def test_no_claims_have_no_chain():
    assert told_by() == Chains(0, (), "0 of 0 claims lead back to 0 origins: none")


def test_one_named_source_in_many_outlets_is_one_chain():
    chains = told_by(("a", MONITOR), ("b", MONITOR), ("c", MONITOR))
    assert (chains.number, chains.origins) == (1, (MONITOR.name,))


def test_two_named_sources_are_two_chains():
    assert told_by(("a", MONITOR), ("b", RESCUE)).origins == tuple(sorted([MONITOR.name, RESCUE.name]))


def test_a_source_without_an_id_is_known_by_its_folded_name():
    assert told_by(("a", RESCUE), ("b", Speaker("فرق انقاذ التّلال", None, "rescue"))).number == 1


def test_the_origin_is_the_far_end_of_the_chain():
    agency = Speaker("وكالة الجسر", "agency:bridge", "agency")
    assert told_by(("a", agency, MONITOR), ("b", MONITOR)).origins == (MONITOR.name,)


def test_the_own_voice_of_two_outlets_is_two_chains():
    assert told_by(("a",), ("b",)).number == 2


def test_the_own_voice_of_one_outlet_in_two_reports_is_one_chain():
    assert told_by(("a",), ("a",)).number == 1


def test_reports_of_unknown_outlets_stand_each_for_itself():
    assert told_by((None,), (None,)).number == 2


def test_an_outlet_that_is_quoted_is_the_same_origin_as_its_own_voice():
    assert told_by(("Hills Radio",), ("b", Speaker("hills radio", None, "outlet"))).number == 1


def test_a_local_source_belongs_to_its_outlet():
    told = Told()
    told.add("a", WITNESS, mode="unnamed")
    told.add("a", Speaker("مصدر محلي", None, "local_source"), mode="unnamed")
    told.add("b", WITNESS, mode="unnamed")
    assert told.count().origins == ("a", "b")


def test_an_unnamed_official_is_not_one_person_in_all_outlets():
    told = Told()
    for outlet in ("a", "b"):
        told.add(outlet, Speaker("مسؤول أمني", None, "official"), mode="unnamed")
    assert told.count().number == 2


def test_witnesses_who_told_an_agency_are_the_agencys():
    told = Told()
    agency = Speaker("وكالة الجسر", None, "agency")
    for outlet in ("a", "b"):
        told.add(outlet, agency, WITNESS, mode="unnamed")
    assert told.count().origins == (agency.name,)


def test_a_correspondent_belongs_to_the_outlet():
    told = Told()
    told.add("a", Speaker("مراسلنا", None, "correspondent"), mode="named", credit="وكالة الجسر")
    assert told.count().origins == ("a",)


def test_a_credit_line_names_the_origin_of_what_outlets_say_themselves():
    told = Told()
    told.add("a", credit="وكالة الجسر")
    told.add("b", credit="وكاله الجسر")
    assert told.count().number == 1


def test_a_claim_that_nobody_made_has_no_chain():
    told = Told()
    told.add("a", mode="unattributed")
    assert told.count().number == 0
    assert "1 name nobody" in told.count().why


def test_a_claim_that_nobody_made_adds_none():
    told = Told()
    told.add("a", MONITOR)
    told.add("b", mode="unattributed")
    assert told.count().number == 1


def test_the_lead_of_a_report_that_names_its_source_adds_none():
    told = Told()
    report = told.add("a", MONITOR)
    told.also(report, clause=Span(50, 90))
    assert told.count().origins == (MONITOR.name,)


def test_another_report_of_that_outlet_in_its_own_voice_adds_one():
    told = Told()
    told.also(told.add("a", MONITOR), clause=Span(50, 90))
    told.add("a")
    assert told.count().origins == tuple(sorted(["a", MONITOR.name]))


def test_a_copied_text_adds_no_chain():
    told = Told()
    for outlet in ("a", "b", "c"):
        told.add(outlet, text=WIRE, clause=Span(0, len(CLAUSE)))
    assert told.count().number == 1


def test_a_copied_sentence_in_a_text_of_its_own_adds_no_chain():
    told = Told()
    told.add("a", text=CLAUSE + " " + made_text(80, 1), clause=Span(0, len(CLAUSE)))
    before = made_text(50, 2) + " "
    told.add("b", text=before + CLAUSE, clause=Span(len(before), len(before + CLAUSE)))
    (pair,) = find_copies(told.reports)
    assert pair.shared is not None
    assert pair.shared < 0.5
    assert told.count().number == 1


def test_a_claim_outside_the_copied_sentence_is_a_chain_of_its_own():
    told = Told()
    told.add("a", text=CLAUSE + " " + made_text(80, 1), clause=Span(0, len(CLAUSE)))
    before = made_text(50, 2) + " "
    told.add("b", text=before + CLAUSE, clause=Span(0, 40))
    assert told.count().number == 2


def test_an_edited_sentence_beside_a_long_passage_adds_no_chain():
    told = Told()
    first, second = made_text(12, 1), made_text(12, 2)
    more = made_text(30, 3)
    told.add("a", text=f"{first} {more} {made_text(60, 4)}", clause=Span(0, len(first)))
    told.add("b", text=f"{second} {more} {made_text(60, 5)}", clause=Span(0, len(second)))
    (pair,) = find_copies(told.reports)
    assert pair.shared is not None
    assert pair.shared < 0.5
    assert told.count().number == 1


def test_two_sources_of_one_wire_stay_two_when_it_is_reprinted():
    told = Told()
    for outlet in ("a", "b", "c"):
        report = told.add(outlet, MONITOR, text=WIRE, clause=Span(0, len(CLAUSE)))
        told.also(report, RESCUE, clause=Span(len(CLAUSE) + 2, len(CLAUSE) + 90))
    assert told.count().number == 2


def test_a_copy_that_leaves_out_the_source_adds_none_and_joins_no_sources():
    told = Told()
    report = told.add("a", MONITOR, text=WIRE, clause=Span(0, len(CLAUSE)))
    told.also(report, RESCUE, clause=Span(len(CLAUSE) + 2, len(CLAUSE) + 90))
    told.add("b", text=WIRE, clause=Span(0, len(CLAUSE)))
    assert told.count().origins == tuple(sorted([MONITOR.name, RESCUE.name]))


def test_a_title_does_not_stand_in_the_passages_of_the_text():
    told = Told()
    told.add("a", text=CLAUSE + " " + made_text(80, 1), clause=Span(0, 40), where="title")
    told.add("b", text=CLAUSE + " " + made_text(80, 2), clause=Span(0, 40))
    assert told.count().number == 2


def wired(told: Told, outlets: int, seed: int = 0) -> None:
    """One wire's text through made outlets, 5 to 20 words of 100 edited in each, told in the outlet's own voice."""
    random = Random(seed)
    lead = len(CLAUSE.split())
    for n in range(outlets):
        text = edited(WIRE, random.uniform(0.05, 0.2), 1000 * seed + n)
        told.add(f"outlet {n}", text=text, clause=Span(0, len(" ".join(text.split()[:lead]))))


def test_one_wire_through_two_hundred_outlets_adds_no_chain():
    told = Told()
    told.add("wire", text=WIRE, clause=Span(0, len(CLAUSE)))
    assert told.count().number == 1
    wired(told, 200)
    assert told.count().number == 1


def test_one_wire_through_two_hundred_outlets_hides_no_witness():
    told = Told()
    wired(told, 200)
    told.add("witness")
    assert told.count().number == 2


@given(st.randoms(use_true_random=False))
def test_the_order_of_claims_makes_no_difference(random: Random):
    told = Told()
    wired(told, 6)
    told.add("x", MONITOR)
    told.also(told.add("y", RESCUE), MONITOR, clause=Span(50, 90))
    expected = told.count()
    random.shuffle(told.claims)
    random.shuffle(told.reports)
    assert told.count() == expected


def test_the_pairs_of_an_event_are_those_between_its_reports():
    reports = [made_report(WIRE, str(n), f"outlet {n}") for n in range(4)]
    pairs = find_copies(reports)
    wanted = {reports[0].id, reports[2].id}
    among = pairs_among(pairs_by_report(pairs), wanted)
    assert [{pair.a, pair.b} for pair in among] == [wanted]


def test_copies_from_far_apart_of_a_wire_that_thousands_print_are_one_chain():
    """Of so many copies only neighbours are compared: an event may hold two of which no pair was made."""
    told = Told()
    one, other = told.add("a", text=made_text(60, 1)), told.add("b", text=made_text(60, 2))
    views = {held.id: ReportSource(held.id, held.outlet, None, None, "grp-1") for held in (one, other)}
    assert count_chains(told.claims, views=views, pairs=()).number == 1


def test_a_copy_that_leaves_out_the_source_adds_none_though_no_pair_was_made():
    told = Told()
    one, other = told.add("a", MONITOR, text=made_text(60, 1)), told.add("b", text=made_text(60, 2))
    views = {held.id: ReportSource(held.id, held.outlet, None, None, "grp-1") for held in (one, other)}
    assert count_chains(told.claims, views=views, pairs=()).origins == (MONITOR.name,)


def test_two_sources_in_whole_copies_stay_two():
    told = Told()
    one, other = told.add("a", MONITOR, text=made_text(60, 1)), told.add("b", RESCUE, text=made_text(60, 2))
    views = {held.id: ReportSource(held.id, held.outlet, None, None, "grp-1") for held in (one, other)}
    assert count_chains(told.claims, views=views, pairs=()).number == 2


def of_whole_copies(told: Told) -> Chains:
    views = {held.id: ReportSource(held.id, held.outlet, None, None, "grp-1") for held in told.reports}
    return count_chains(told.claims, views=views, pairs=())


DOCTOR = Speaker("الطبيب نزار الصفدي", None, "person")
MISPRINTED = Speaker("الطبيب نزار سياج", None, "person")


def test_one_name_edited_in_whole_copies_is_one_source():
    told = Told()
    for number, who in enumerate((DOCTOR, DOCTOR, MISPRINTED)):
        told.add(f"outlet {number}", who, text=made_text(60, number))
    assert of_whole_copies(told).origins == (DOCTOR.name,)


def test_two_names_that_one_copy_gives_are_two_sources_however_alike():
    told = Told()
    report = told.add("a", DOCTOR, text=made_text(60, 1))
    told.also(report, MISPRINTED, clause=Span(50, 90))
    told.add("b", MISPRINTED, text=made_text(60, 2))
    assert of_whole_copies(told).number == 2


def test_names_alike_in_texts_that_are_no_copies_are_two_sources():
    assert told_by(("a", DOCTOR), ("b", MISPRINTED)).number == 2
