import re
import tomllib
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import html
from tests.case_builder import (
    ARREST,
    C1,
    C2,
    C3,
    CHILD,
    COUNTER,
    DETAINEE,
    E1,
    E2,
    R1,
    R3,
    SHELLING,
    TITLE,
    WITNESS,
    case,
)

import tawatur.brief
from tawatur.brief.write import render_brief, write_brief
from tawatur.model.errors import Problem, TawaturError
from tawatur.model.text import text_of

FOLDER = Path(next(iter(tawatur.brief.__path__)))
LANGUAGES = ("ar", "en")


def page(language="ar", names="all", view=None, notice=None):
    return html.document_fromstring(render_brief(view or case(), language=language, names=names, notice=notice))


def texts(nodes) -> list[str]:
    return [" ".join(node.text_content().split()) for node in nodes]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_on_the_page_leads_somewhere_and_ids_are_unique(language):
    tree = page(language)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")} <= set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_of_an_event_is_a_link_to_a_sentence_that_says_it(language):
    tree = page(language)
    cells = tree.xpath(f"//*[@id='{E1.id}']//table[@class='figures']//td[position() < 4]")
    figures = [cell for cell in cells if any(letter.isdigit() for letter in cell.text_content())]
    assert len(figures) == 5
    for cell in figures:
        (href,) = cell.xpath(".//a/@href")
        assert tree.xpath(f"//article[@class='claim'][@id='{href[1:]}']//mark[@class='figure']")


def test_a_count_without_an_upper_bound_says_so_and_shows_no_zero():
    row = page("en").xpath(f"//*[@id='{E1.id}']//table[@class='figures']/tbody/tr")[0]
    assert texts(row.xpath("./*"))[:4] == ["killed (status unknown) of whom children: 1", "2", "2", "no bound said"]


def test_the_characters_of_the_reports_stand_on_the_page_unchanged():
    said = [node.text_content() for node in page().xpath("//blockquote/q")]
    assert said[0] == TITLE
    assert all(any(part in whole for whole in (TITLE, SHELLING, COUNTER, ARREST)) for part in said)
    assert any("\u00a0" in part and part.startswith("\U0001f534") for part in said)


def test_nothing_but_marks_stands_inside_a_report_s_words():
    assert {node.tag for node in page().xpath("//blockquote/q//*")} == {"mark"}
    assert {node.tag for node in page(names="public").xpath("//blockquote/q//*")} == {"mark", "span"}


def test_the_evidence_of_a_count_is_lit_within_its_claim():
    assert texts(page().xpath(f"//*[@id='{C1.id}']//mark[@class='figure']")) == ["مقتل شخصين على الأقل"]


def test_a_claim_leads_back_to_its_event():
    assert page().xpath(f"//*[@id='{C3.id}']//p[@class='back']/a/@href") == [f"#{E2.id}"]


def test_a_chain_runs_from_its_origin_to_the_outlet():
    chain = texts(page("en").xpath(f"//*[@id='{C1.id}']//ol[@class='chain']/li"))
    assert chain == ["وكالة الميدان news agency", "Al-Masar <News> 29 July 2021"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_strings_stay_text(language):
    report = replace(R3, outlet="<img src=x onerror=alert(1)>", url="javascript:alert(1)")
    view = case()
    view = replace(view, reports=(*view.reports[:2], replace(view.reports[2], report=report)))
    view = replace(view, problems=(Problem("<script>x</script>.html", "read", "<b>&amp;</b>", "</ul>"),))
    tree = page(language, view=view, notice="<script>notice</script>")
    assert not tree.xpath("//script | //img | //main//b[contains(., 'عاجل')]")
    assert not [href for href in tree.xpath("//@href") if href.startswith("javascript")]
    assert "<b>&amp;</b>" in tree.text_content()
    assert texts(tree.xpath("//p[@class='notice']")) == ["<script>notice</script>"]


def test_the_page_asks_for_nothing_from_elsewhere():
    whole = render_brief(case(), language="ar")
    tree = html.document_fromstring(whole)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    assert not tree.xpath("//script | //link | //iframe | //@src | //@onclick")
    assert not re.search(r"url\(|@import|@font-face", whole)


def test_a_report_s_address_is_a_link_only_where_it_is_a_web_address():
    assert page().xpath("//a[@class='url']/@href") == [
        f"https://news.example/{ref}?a=1&b=<2>" for ref in ("001", "002", "003")
    ]


def test_a_report_stands_with_its_day_and_what_it_copies():
    (report,) = texts(page("en").xpath("//ol[@class='reports']/li[2]"))
    assert report.startswith("outlet unknown published 30 July 2021 copy of Al-Masar <News>, 29 July 2021 002 https://")


def test_a_copy_leads_to_the_report_that_it_copies():
    assert page().xpath("//ol[@class='reports']/li[2]/small/a/@href") == [f"#report-{R1.id}"]


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_the_page_runs_in_the_direction_of_its_language(language, direction):
    root = page(language).getroottree().getroot()
    assert (root.get("lang"), root.get("dir")) == (language, direction)


def test_days_are_shown_with_both_names_of_the_month_and_carry_the_iso_day():
    (day,) = page().xpath("//table[@class='findings']//time")
    assert (day.text_content(), day.get("datetime")) == ("29 تموز/يوليو 2021", "2021-07-29")


def test_numbers_and_ids_are_whole_values_from_left_to_right():
    tree = page()
    for value in ("2", "3", "001.01", C1.id):
        nodes = tree.xpath(f"//*[not(self::script)][text()='{value}']")
        assert nodes
        assert all((node.tag, node.get("dir")) == ("bdi", "ltr") for node in nodes), value


def test_an_event_without_a_day_or_a_point_is_not_lost():
    tree = page()
    assert tree.xpath("//section[@id='undated']/article/@id") == [E2.id]
    assert tree.xpath("//section[@id='unplaced']//li/a/@href") == [f"#{E2.id}"]
    assert tree.xpath("//section[@id='sheets']/article/@id") == [E1.id]


def test_a_dispute_stands_as_a_sentence_with_its_claims():
    (dispute,) = page("en").xpath("//section[@id='disputes']//li")
    assert "The dead were fighters, by an army spokesman." in dispute.text_content()
    assert dispute.xpath(".//span[@class='refs']//a/@href") == [f"#{C1.id}", f"#{C2.id}"]
    assert texts(dispute.xpath(".//span[@class='teller']")) == ["وكالة الميدان 1", "متحدث باسم الجيش 2"]


def test_the_totals_count_and_lead_to_what_they_count():
    totals = texts(page("en").xpath("//ul[@class='totals']/li"))
    assert totals == [
        "3 reports",
        "3 claims",
        "2 events",
        "2 chains between which no dependence was found",
        "1 story",
        "1 agreement",
        "1 dispute",
        "1 problem",
    ]


def test_a_problem_stands_with_its_mend():
    (problem,) = texts(page("en").xpath("//section[@id='problems']//li"))
    assert problem == "004.html 004.html holds no text what to do: open it in a browser and save the text"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [CHILD, DETAINEE, WITNESS])
def test_a_withheld_name_stands_nowhere_on_a_public_page(language, name):
    assert name in render_brief(case(), language=language, names="all")
    assert name not in render_brief(case(), language=language, names="public")


def test_a_page_with_all_names_warns():
    assert "Do not publish" in page("en", names="all").text_content()
    assert "Do not publish" not in page("en", names="public").text_content()


def test_a_claim_that_is_in_no_event_is_still_shown():
    tree = page(view=replace(case(), events=(E1,)))
    assert tree.xpath("//section[@id='alone']/article/@id") == [C3.id]


def test_an_empty_case_has_a_page():
    empty = replace(case(), reports=(), claims=(), events=(), copies=(), problems=())
    assert "No dated events" in page("en", view=empty).text_content()


def test_characters_that_html_cannot_hold_are_shown_as_missing():
    odd = replace(R1, title=text_of("a\x00b\ud800c"))
    view = case()
    view = replace(view, reports=(replace(view.reports[0], report=odd), *view.reports[1:]))
    assert texts(page(view=view).xpath("//span[@class='headline']")) == ["a\ufffdb\ufffdc"]


def test_the_same_case_gives_the_same_file(tmp_path: Path):
    view = case()
    turned = replace(view, claims=view.claims[::-1], events=view.events[::-1], reports=view.reports[::-1])
    write_brief(view, tmp_path / "a.html", language="ar", names="public", notice=None)
    write_brief(turned, tmp_path / "b.html", language="ar", names="public", notice=None)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_a_pdf_is_refused_with_the_mend(tmp_path: Path):
    with pytest.raises(TawaturError, match=r"brief.PDF: .* name it brief.html"):
        write_brief(case(), tmp_path / "brief.PDF", language="ar", names="public")
    assert not list(tmp_path.iterdir())


def test_tags_are_closed_in_order():
    class Balance(HTMLParser):
        open_tags: list[str] = []  # noqa: RUF012

        def handle_starttag(self, tag, attrs):
            if tag not in ("meta", "br", "img"):
                self.open_tags.append(tag)

        def handle_endtag(self, tag):
            assert self.open_tags.pop() == tag

    balance = Balance()
    balance.feed(render_brief(case(), language="en"))
    assert balance.open_tags == []


def test_both_languages_have_the_same_words_and_each_is_used():
    tables = tomllib.loads((FOLDER / "strings.toml").read_text(encoding="utf-8"))
    assert list(tables["ar"]) == list(tables["en"])
    code = "".join(path.read_text(encoding="utf-8") for path in FOLDER.iterdir() if path.suffix in (".py", ".j2"))
    assert [key for key in tables["ar"] if not re.search(rf"t\.{key}\b|[\"']{key}[\"']", code)] == []


def test_the_style_knows_no_left_and_no_right():
    style = (FOLDER / "brief.css").read_text(encoding="utf-8")
    assert not re.findall(
        r"(?:margin|padding|border|inset)-(?:left|right)|(?:text-align|float): *(?:left|right)", style
    )
