"""What ties events together on the page: stories, ledgers, who told whom, and totals with what they hold."""

from dataclasses import replace
from datetime import date

from lxml import html
from tests.case_builder import C1, C2, C3, E1, E2, case

from tawatur.brief.write import render_brief
from tawatur.model.case import CaseView
from tawatur.model.event import Choice, SettledCount
from tawatur.model.party import PartyRef
from tawatur.model.story import Breach


def tree(view, language="en", names="all"):
    return html.document_fromstring(render_brief(view, language=language, names=names))


def words(node) -> str:
    return " ".join(node.text_content().split())


def with_events(first, second=E2) -> CaseView:
    return replace(case(), events=tuple(sorted((first, second), key=lambda event: event.id)))


def test_a_story_lists_its_events_with_what_they_are_in_it_and_what_ties_them():
    (rows,) = [tree(case()).xpath("//article[@class='story']//tbody/tr")]
    assert [words(row.xpath("./th")[0]) for row in rows] == [
        "siege shelling: Tariq al-Sad the story is made around it",
        "violence arrest: عمر فائز same place",
    ]
    assert [row.xpath("string(./th/a/@href)") for row in rows] == [f"#{E1.id}", f"#{E2.id}"]


def test_a_story_in_arabic_runs_from_the_right_in_arabic_words():
    page = tree(case(), "ar")
    assert page.get("dir") == "rtl"
    (note,) = page.xpath("//article[@class='story']//tbody/tr[2]//small[@class='reasons']")
    assert words(note) == "مكان واحد"


def test_figures_in_a_story_lead_to_the_claims_that_say_them():
    links = tree(case()).xpath("//article[@class='story']//a[@class='figure']/@href")
    assert links == [f"#{C1.id}", f"#{C2.id}", f"#{C3.id}"]


def test_a_term_stands_in_its_own_words_and_leads_to_its_sentence():
    (term,) = tree(case()).xpath("//article[@class='ledger']//a[@class='term']")
    assert (words(term), term.get("href"), term.get("lang"), term.get("dir")) == (
        "نقل السلاح",
        f"#{C3.id}",
        "ar",
        "rtl",
    )


def test_a_breach_stands_under_the_term_it_breaks_with_who_says_so():
    (row,) = tree(case()).xpath("//ol[@class='terms']/li/ul/li[@class='breach']")
    assert words(row) == "× breach by the army , day unknown أم ياسر الزعبي 1".replace(" ,", ",")
    assert row.xpath(".//a/@href") == [f"#{E2.id}", f"#{C3.id}"]


def test_a_breach_of_no_term_stands_apart_and_says_where_it_is_only_threatened():
    (agreement,) = case().agreements
    loose = Breach(E2.id, "collapse", None, (C3.id,), (), (), "مراسل", "a correspondent", "threatened")
    page = tree(replace(case(), agreements=(replace(agreement, breaches=(loose,)),)))
    assert page.xpath("//ol[@class='terms']//li[@class='breach']") == []
    (row,) = page.xpath("//ul[@class='breaches']/li")
    assert words(row).startswith("× collapse (threatened)")


def test_an_agreement_of_which_neither_terms_nor_breaches_are_told_has_no_ledger():
    (agreement,) = case().agreements
    page = tree(replace(case(), agreements=(replace(agreement, terms=(), breaches=()),)))
    assert page.xpath("//*[@id='agreements'] | //a[starts-with(@href, '#ledger')]") == []


def test_a_case_without_stories_has_no_section_for_them():
    assert tree(replace(case(), stories=(), agreements=())).xpath("//*[@id='stories' or @id='agreements']") == []


def test_a_child_s_name_in_a_term_is_withheld():
    (agreement,) = case().agreements
    (term,) = agreement.terms
    told = replace(agreement, terms=(replace(term, said="تسليم سلمى نادر الحوري"),))
    (shown,) = tree(replace(case(), agreements=(told,)), names="public").xpath("//a[@class='term']")
    assert words(shown) == "تسليم …"


def test_who_told_whom_runs_from_the_origin_to_the_report():
    (chain, *_) = [
        path
        for path in tree(case()).xpath(f"//article[@id='{E1.id}']//span[@class='path']")
        if "الميدان" in words(path)
    ]
    assert words(chain) == "وكالة الميدان news agency → Al-Masar <News>, 29 July 2021"


def test_an_account_that_nobody_signs_says_that_it_adds_no_chain():
    bare = replace(C2, attribution=replace(C2.attribution, chain=(), mode="unattributed"))
    view = replace(case(), claims=tuple(sorted((C1, bare, C3), key=lambda claim: claim.id)))
    (beside,) = tree(view).xpath(f"//article[@id='{E1.id}']//li[@class='beside']")
    assert words(beside).startswith("adds no chain: unsigned")


def test_two_reports_that_share_text_say_how_much_and_which_came_first():
    (row,) = tree(case()).xpath(f"//article[@id='{E1.id}']//ul[@class='shared']/li")
    assert words(row).endswith(": reused text, 12% of the shorter, the first came before")


def test_why_it_is_one_event_and_another_is_another_can_be_opened():
    (why,) = tree(case()).xpath(f"//article[@id='{E1.id}']/details[@class='why-one']")
    joined, apart = why.xpath(".//li")
    assert words(joined) == "1 with 2 same type, same place"
    assert words(apart) == "1 arrest: عمر فائز: other days"
    assert words(tree(case(), "ar").xpath("//details[@class='why-one']//li")[1]).endswith("يومان مختلفان")


def test_a_figure_put_aside_stands_with_its_reason_and_its_claim():
    (row,) = tree(case()).xpath(f"//article[@id='{E1.id}']/section[@class='aside']//li")
    assert words(row).startswith("killed (status unknown): 9 nobody is said to be its source")
    assert row.xpath("./a/@href") == [f"#{C2.id}"]


def test_a_figure_that_a_later_one_replaced_is_shown_beside_it():
    later = SettledCount("killed", "unknown", None, "total", 4, 4, 4, "range", (C2.id,))
    (row,) = tree(with_events(replace(E1, counts=(later, E1.counts[1])))).xpath(
        "//section[@class='aside']//li[contains(., 'later')]"
    )
    assert words(row).startswith("killed (status unknown): at least 2 its own teller gives a later")


def test_a_type_that_was_not_taken_stands_with_who_gives_it():
    other = Choice("type", "attack", "اعتداء", "attack", False, 1, (C2.id,))
    page = tree(with_events(replace(E1, choices=(other,))))
    (row,) = page.xpath(f"//article[@id='{E1.id}']/dl/div[dt='Also told as']/dd")
    assert words(row) == "attack 2"


def test_an_event_inside_a_total_shows_the_total_with_its_figures_and_its_tellers():
    inner, total = replace(E1, within=E2.id), replace(E2, contains=(E1.id,))
    page = tree(with_events(inner, total))
    (of_inner,) = page.xpath(f"//article[@id='{E1.id}']/section[@class='holders']//li")
    assert words(of_inner) == "part of arrest: عمر فائز arrested (status unknown): 1 According to: أم ياسر الزعبي"
    (of_total,) = page.xpath(f"//article[@id='{E2.id}']/section[@class='holders']//li")
    assert words(of_total).startswith("contains shelling: Tariq al-Sad")
    assert "وكالة الميدان" in words(of_total)


def test_a_total_of_very_many_events_has_them_folded_away():
    parts = [replace(E1, id=f"evt-{number:016x}", within=E2.id) for number in range(13)]
    total = replace(E2, contains=tuple(part.id for part in parts))
    page = tree(replace(case(), events=(*parts, total), stories=(), agreements=()))
    (summary,) = page.xpath(f"//article[@id='{E2.id}']/section[@class='holders']/details/summary")
    assert words(summary) == "13 events"
    assert len(page.xpath(f"//article[@id='{E2.id}']/section[@class='holders']/details//li")) == 13


def test_a_whole_month_is_called_by_its_name():
    month = replace(E1, start=date(2021, 7, 1), end=date(2021, 7, 31), precision="month")
    (day,) = tree(with_events(month)).xpath(f"//article[@id='{E1.id}']/dl/div[dt='Day']/dd/time")
    assert (words(day), day.get("datetime")) == ("July 2021", "2021-07")


def test_an_unregistered_party_keeps_its_arabic_words_on_the_arabic_page():
    fighters = replace(E1.parties[0], party=PartyRef("مقاتلو الحي", name_en="fighters"))
    view = with_events(replace(E1, parties=(fighters,)))
    assert "مقاتلو الحي" in words(tree(view, "ar").xpath(f"//article[@id='{E1.id}']/dl")[0])
    assert "fighters" in words(tree(view, "en").xpath(f"//article[@id='{E1.id}']/dl")[0])


def test_a_report_s_day_that_was_worked_out_is_said_to_be():
    first, second, third = case().reports
    worked = replace(third, day=replace(third.day, start=date(2021, 8, 2), end=date(2021, 8, 2)))
    (shown,) = tree(replace(case(), reports=(first, second, worked))).xpath("//ol[@class='reports']/li[3]/small[1]")
    assert words(shown) == "2 August 2021 (worked out)"
