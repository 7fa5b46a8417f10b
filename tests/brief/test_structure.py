"""What stands on the page, in which order, and what may not stand there: on the small case and on the demonstration."""

import re
from dataclasses import replace

import pytest
from lxml import html
from tests.case_builder import C1, C2, E1, E2, case

from tawatur.brief.write import render_brief
from tawatur.lang.vocabulary import name_of
from tawatur.model.errors import Problem
from tawatur.model.event import SettledCount

OUTLINE = [
    "header.page", "h1", "p.lead", "ul.totals", "main",
    "section#findings", "h2", "figure.timeline", "p.note", "table.findings", "p.note after",
    "section#stories", "h2", "p.note", "article.story", "h3", "p.support", "table.story",
    "section#agreements", "h2", "p.note", "article.ledger", "h3", "p.support",
    "section#disputes", "h2", "ul.disputes",
    "section#sheets", "h2", "article.event", "h3", "p.support", "dl.about", "table.figures", "section.aside",
    "ul.disputes", "section.chains", "section.accounts", "article.claim", "article.claim",
    "section#undated", "h2", "p.note", "article.event", "h3", "p.support", "dl.about", "table.figures",
    "section.accounts", "article.claim",
    "section#unplaced", "h2", "p.note",
    "section#sources", "h2", "ol.reports",
    "section#problems", "h2", "ul.problems",
    "section#method", "h2",
    "footer.page",
]  # fmt: skip
OUTLINED = {"header", "h1", "h2", "h3", "main", "section", "article", "table", "figure", "footer"}
CLASSES = {"lead", "totals", "note", "note after", "disputes", "support", "about", "reports", "problems"}


def tree(view, language="ar", names="all"):
    return html.document_fromstring(render_brief(view, language=language, names=names))


def words(node) -> str:
    return " ".join(node.text_content().split())


def outline(page) -> list[str]:
    found = []
    for node in page.xpath("//body//*[not(ancestor::*[@class='claim']) and not(ancestor::table)]"):
        kind, ident = node.get("class"), node.get("id")
        if node.tag in OUTLINED or kind in CLASSES:
            ours = f"#{ident}" if ident and node.tag == "section" and "evt" not in ident else f".{kind}" if kind else ""
            found.append(f"{node.tag}{ours}")
    return found


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_is_built_as_it_was_drawn(language):
    assert outline(tree(case(), language)) == OUTLINE


def test_every_link_of_the_demonstration_leads_to_an_id_and_no_id_stands_twice(demo_page):
    ids = demo_page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in demo_page.xpath("//@href") if href.startswith("#")} <= set(ids)
    assert len(demo_page.xpath("//a[@class='figure']")) > 20


def test_every_figure_of_the_demonstration_leads_to_a_claim_with_its_sentence(demo_page):
    for href in demo_page.xpath("//a[@class='figure']/@href"):
        assert demo_page.xpath(f"//article[@class='claim'][@id='{href[1:]}']//blockquote/q/mark"), href


def test_no_id_of_a_report_claim_or_event_is_shown_but_where_it_is_asked_for(demo_page):
    seen = demo_page.xpath("//body//text()[not(ancestor::p[@class='id'])]")
    told = [*seen, *demo_page.xpath("//@title | //@aria-label")]
    assert not [text for text in told if re.search("(?:rep|clm|evt)-[0-9a-f]{8}", text)]


def test_no_script_and_nothing_from_elsewhere(demo_page):
    assert not demo_page.xpath("//script | //link | //iframe | //img | //object | //@src | //@style | //form")
    assert not [name for node in demo_page.iter() for name in node.attrib if name.startswith("on")]
    (policy,) = demo_page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")


def test_nothing_that_counts_people_or_accounts_stands_without_a_link(demo_page, demo_view):
    language = demo_page.get("lang")
    month = "|".join(re.escape(name_of("month", str(number), language)) for number in range(1, 13))
    day = re.compile(f"[0-9]{{1,2}} (?:{month}) [0-9]{{4}}")
    refs = sorted((item.ref for item in demo_view.reports), key=len, reverse=True)
    parts = ("findings", "disputes", "also", "sheets", "stories", "agreements", "undated", "unplaced")
    zones = f"//*[{' or '.join(f'@id={part!r}' for part in parts)}]"
    # A share of a text counts neither people nor accounts.
    outside = (
        "not(ancestor::a or ancestor::time or ancestor::ul[@class='shared']"
        " or ancestor::article[@class='claim'] or ancestor::p[@class='note'])"
    )
    for text in demo_page.xpath(f"{zones}//text()[{outside}]"):
        plain = day.sub("", text)
        for ref in refs:
            plain = plain.replace(ref, "")
        # A year and an ordinal ("4th Division") are parts of names.
        assert not re.search("(?<![0-9])[0-9]+(?![0-9a-z])", re.sub("(?:19|20)[0-9]{2}", "", plain)), text


def test_no_cell_is_empty_or_a_dash(demo_page):
    cells = [words(cell) for cell in demo_page.xpath("//td | //th | //dd")]
    assert len(cells) > 100
    assert not [cell for cell in cells if cell in ("", "-", "\u2013", "\u2014", "None", "unknown.")]


def test_the_notice_of_the_demonstration_stands_in_the_language_of_the_page(demo_page):
    (notice,) = demo_page.xpath("//p[@class='notice']")
    begins = {"ar": "عرض توضيحي", "en": "Demonstration"}[demo_page.get("lang")]
    assert words(notice).startswith(begins)


def test_happenings_with_figures_reports_or_disputes_come_first_and_the_rest_is_also_told(demo_page, demo_view):
    listed = {
        table: [href[1:] for href in demo_page.xpath(f"//table[@class='{table}']//th/a/@href")]
        for table in ("findings", "also")
    }
    dated = {event.id: event for event in demo_view.events if event.start or event.end}
    assert sorted([*listed["findings"], *listed["also"]]) == sorted(dated)
    for ident in listed["also"]:
        event = dated[ident]
        assert not event.disputes
        assert event.type == "statement" or (len(event.reports) == 1 and not event.counts)
    for ident in listed["findings"]:
        assert dated[ident].disputes or dated[ident].counts or len(dated[ident].reports) > 1


def test_findings_stand_by_date(demo_page):
    rows = demo_page.xpath("//table[@class='findings']/tbody/tr")
    days = [row.xpath("string(.//time/@datetime)") for row in rows]
    assert days == sorted(days)
    assert len(days) > 5


def test_a_finding_is_named_without_the_day_that_stands_beside_it():
    (heading,) = tree(case(), "en").xpath("//table[@class='findings']//th/a")
    assert words(heading) == "shelling: Tariq al-Sad"


def test_reports_and_chains_stand_in_a_badge_that_says_what_they_are():
    (badge,) = tree(case(), "en").xpath("//table[@class='findings']//a[@class='badge']")
    assert words(badge) == "2 reports → 2 chains"
    assert badge.get("aria-label") == "2 reports, 2 chains between which no dependence was found"
    (badge,) = tree(case()).xpath("//table[@class='findings']//a[@class='badge']")
    assert words(badge) == "تقريران ← سلسلتان"


def test_a_low_and_a_best_figure_each_lead_to_the_claim_that_says_it():
    spread = SettledCount("killed", "unknown", None, "total", 2, 3, 3, "range", (C1.id, C2.id))
    event = replace(E1, counts=(spread,))
    page = tree(replace(case(), events=(event, E2)))
    links = page.xpath(f"//article[@id='{E1.id}']//table[@class='figures']//a[@class='figure']")
    assert [(words(link), link.get("href")) for link in links] == [
        ("2", f"#{C1.id}"), ("3", f"#{C2.id}"), ("3", f"#{C2.id}"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [(23, None, "at least 23"), (23, 23, "23"), (20, None, "at least 20 (Best 23)")],
    ids=["open", "exact", "spread"],
)
def test_the_findings_say_at_least_where_no_upper_bound_is_known(low, high, told):
    count = SettledCount("killed", "unknown", None, "total", low, 23, high, "range", (C1.id,))
    page = tree(replace(case(), events=(replace(E1, counts=(count,)), E2)), "en")
    (cell, *_) = page.xpath("//table[@class='findings']//td[@class='howmany']")
    assert words(cell) == f"killed (status unknown): {told}"


def test_a_figure_in_a_dispute_leads_to_the_claim_that_says_it():
    told = replace(E1.disputes[0], kind="superseded", text_ar="قتلى: 2 أولًا، ثم 3.", text_en="killed: first 2, then 3.")
    page = tree(replace(case(), events=(replace(E1, disputes=(told,)), E2)), "en")
    links = page.xpath("//section[@id='disputes']//li/bdi/a")
    assert [(words(link), link.get("href")) for link in links] == [("2", f"#{C1.id}"), ("3", f"#{C2.id}")]


def test_an_arabic_name_in_an_english_sentence_stands_apart_from_its_direction():
    said = "Denied according to شاهد (صحيفة السهل), asserted according to موقع الجبل, مرصد الوادي (حتى 2024)."
    page = tree(replace(case(), events=(replace(E1, disputes=(replace(E1.disputes[0], text_en=said),)), E2)), "en")
    (dispute,) = page.xpath("//section[@id='disputes']//li/bdi[contains(., 'Denied')]")
    assert [words(name) for name in dispute.xpath("bdi")] == [
        "شاهد (صحيفة السهل)",
        "موقع الجبل",
        "مرصد الوادي (حتى 2024)",
    ]
    assert words(dispute) == said


def test_a_report_without_an_outlet_is_called_by_its_ref():
    told = replace(C2, attribution=replace(C2.attribution, chain=(), mode="own_voice"))
    view = replace(case(), claims=tuple(sorted((C1, told), key=lambda claim: claim.id)), events=(E1,))
    assert "report 002" in [words(node) for node in tree(view, "en").xpath("//span[@class='teller']/bdi")]


def test_two_figures_of_two_sides_say_whose_they_are():
    ours = replace(E1.counts[1], party="syr-gov")
    page = tree(replace(case(), events=(replace(E1, counts=(E1.counts[0], ours)), E2)), "en")
    labels = page.xpath(f"//article[@id='{E1.id}']//table[@class='figures']//th[@scope='row']")
    assert [words(label) for label in labels] == [
        "killed (status unknown) of whom children: 1", "killed (combatant, government forces)",
    ]  # fmt: skip


def test_a_figure_says_where_it_counts_families_or_more_than_this_happening():
    families = replace(E1.counts[0], measure="families", period="since", of=())
    page = tree(replace(case(), events=(replace(E1, counts=(families,)), E2)), "en")
    (label,) = page.xpath(f"//article[@id='{E1.id}']//table[@class='figures']//th[@scope='row']")
    assert words(label) == "killed (status unknown, since an earlier date, families)"


@pytest.mark.parametrize("folder", ["/srv/desk/secret/", "C:\\Users\\somebody\\", "../case/"])
def test_the_folder_of_a_file_with_a_problem_is_not_shown(folder):
    problem = Problem(f"{folder}notes.jsonl:7", "read", f"{folder}notes.jsonl:7: no text", f"open {folder}notes.jsonl")
    (told,) = tree(replace(case(), problems=(problem,)), "en").xpath("//section[@id='problems']//li")
    assert words(told) == "notes.jsonl:7 notes.jsonl:7: no text what to do: open notes.jsonl"


def test_the_address_of_a_problem_is_shown_whole():
    problem = Problem("https://news.example/a/b", "read", "nothing there", "")
    (told,) = tree(replace(case(), problems=(problem,)), "en").xpath("//section[@id='problems']//li")
    assert words(told) == "https://news.example/a/b nothing there"


def test_a_withheld_speaker_is_called_by_kind():
    page = tree(replace(case(), events=(E1, E2)), "en", names="public")
    refs = page.xpath(f"//article[@id='{E2.id}']//table[@class='figures']//span[@class='teller']/bdi")
    assert [words(ref) for ref in refs] == ["witness (name withheld)"]
