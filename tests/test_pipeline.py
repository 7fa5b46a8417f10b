"""The flow as a whole, where the order of adding and running could leave a trace."""

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cases import made_reports

from tawatur.export.verify import verify_view
from tawatur.logs import pack_of
from tawatur.model.case import CaseView, Record, Settings
from tawatur.model.judgement import Judgement, judgement_id
from tawatur.model.kept import Kept
from tawatur.model.text import Report, report_id, text_of
from tawatur.pipeline import derive, run
from tawatur.store.codec import dump
from tawatur.store.memory import MemoryStore
from tawatur.view import view_of

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


def _made(seed: int, count: int) -> list[Report]:
    """Reports that a seed makes, some of which repeat the text of others."""
    made = []
    for line in made_reports(count, seed):
        chars, day = text_of(line["text"]), line["published"]
        named = report_id(line["id"], line["outlet"], None, chars)
        published = date.fromisoformat(day) if day else None
        made.append(
            replace(FIRST, id=named, given_ref=line["id"], outlet=line["outlet"], text=chars, published=published)
        )
    return made


def _judged(store: MemoryStore, chance: Random) -> None:
    """A judgement on what the last run left, or the last one undone."""
    record, number = store.record(), len(store.judgements())
    events = [event for event in record.events if len(event.claims) > 1] if record else []
    undone = [one.id for one in store.judgements() if one.verdict != "undo"]
    verdict = chance.choice(("reject", "different", "undo"))
    about = tuple(undone[-1:]) if verdict == "undo" else ()
    if verdict != "undo" and events:
        event = chance.choice(events)
        about = event.claims[:2] if verdict == "different" else (event.id,)
    if about:
        made = f"2022-01-01T00:00:{number:02}"
        one = judgement_id(verdict, about, None, None, "reviewer", made)
        store.add_judgement(Judgement(one, verdict, about, None, None, None, "reviewer", made, ""))


@settings(max_examples=6)
@given(st.integers(0, 10**6), st.lists(st.sampled_from(("add", "add", "judge", "day", "drop")), min_size=3, max_size=7))
def test_runs_after_every_change_leave_the_record_of_one_run_of_all(seed: int, steps: list[str]):
    chance, store, waiting = Random(seed), MemoryStore(), _made(seed % 100, 12)
    chance.shuffle(waiting)
    store.write_settings_once(Settings("Asia/Damascus", "2021-12-31"))
    for step in ("add", *steps):
        if step == "add":
            for report in (waiting.pop() for _ in range(min(len(waiting), chance.randint(1, 4)))):
                store.add_report(report)
        elif step == "judge":
            _judged(store, chance)
        elif step == "day":
            one = chance.choice(list(store.reports()))
            store.add_report(replace(one, published=date(2021, 7, chance.randint(20, 24))))
        else:
            store.drop_kept()
        run(store)
    again, kept = store.record(), store.kept()
    fresh = derive(store, pack_of(store))
    assert again is not None
    assert dump(Record, again) == dump(Record, fresh.record)
    assert kept is None or dump(Kept, kept) == dump(Kept, fresh.kept)


def test_a_run_says_how_many_events_it_kept_and_made():
    store = MemoryStore()
    store.write_settings_once(Settings("Asia/Damascus", "2021-12-31"))
    store.add_report(FIRST)
    first = run(store)
    other = text_of("اعتقلت الشرطة شابين في مدينة دير الزور في 2 أيار 2021.")
    new = report_id("b", None, None, other)
    store.add_report(replace(FIRST, id=new, given_ref="b", text=other, title=None, published=date(2021, 5, 3)))
    second = run(store)
    assert (first.events_kept, second.events_kept) == (0, first.events_made)
    assert second.events_made > 0
    assert (run(store).events_kept, run(store).events_made) == (0, 0)
