"""The flow as a whole, where the order of adding and running could leave a trace."""

from dataclasses import replace
from datetime import date

from tawatur.export.verify import verify_view
from tawatur.model.case import CaseView, Settings
from tawatur.model.text import Report, report_id, text_of
from tawatur.pipeline import run, view_of
from tawatur.store.memory import MemoryStore

TEXT = text_of("قصفت قوات النظام بلدة طفس في 20 تموز 2021 وقتل مدنيان، بحسب المرصد.")
FIRST = Report(
    id=report_id("a", None, None, TEXT),
    given_ref="a",
    outlet=None,
    url=None,
    title=text_of("مظاهرة في مدينة نوى"),
    published=date(2021, 9, 30),
    retrieved=None,
    language="ar",
    text=TEXT,
    bytes_sha256=None,
)
AGAIN = replace(FIRST, published=date(2021, 7, 21), title=text_of("هدوء في طفس"))


def _case(*steps: Report | None) -> CaseView:
    """A case made by these steps: a report is added, None is a run."""
    store = MemoryStore()
    store.write_settings_once(Settings("Asia/Damascus", "2021-12-31"))
    for step in (*steps, None):
        if step is None:
            run(store)
        else:
            store.add_report(step)
    return view_of(store)


def test_a_report_that_comes_again_with_another_day_and_title_is_read_as_it_now_stands():
    at_once = _case(FIRST, AGAIN)
    assert _case(FIRST, None, AGAIN) == at_once
    assert _case(AGAIN, None, FIRST) == at_once
    assert verify_view(at_once) == ()


def test_another_day_of_retrieval_makes_the_record_anew():
    store = MemoryStore()
    undated = replace(FIRST, published=None, retrieved="2021-08-01")
    store.add_report(undated)
    run(store)
    store.add_report(replace(undated, retrieved="2021-07-25"))
    assert run(store).derived


DAYLESS = text_of("قصفت قوات النظام اليوم الثلاثاء 3 آذار بلدة طفس وقتل مدنيان، بحسب المرصد.")


def _dayless(ref: str) -> Report:
    chars = text_of(f"{DAYLESS.chars} ({ref})")
    made = report_id(ref, None, None, chars)
    return replace(FIRST, id=made, given_ref=ref, text=chars, title=None, published=None)


def test_a_day_without_a_year_is_sought_before_the_day_on_which_its_own_report_came_in():
    store = MemoryStore()
    store.write_settings_once(Settings("Asia/Damascus", "2018-06-01"))
    early, late = _dayless("early"), _dayless("late")
    store.add_report(early, added="2018-06-01")
    run(store)
    store.add_report(late, added="2020-06-01")
    run(store)
    years = {item.report.id: item.day.start.year for item in view_of(store).reports if item.day.start}
    assert years == {early.id: 2015, late.id: 2020}
