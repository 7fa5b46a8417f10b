"""What every store promises, asked of each of them."""

from dataclasses import replace
from datetime import date

import pytest
from tests.store.builders import PACK, judgement, kept, problem, reading, record, report

from tawatur.model.case import OwnPlaces, Record, Settings
from tawatur.model.errors import CaseError, NotFoundError
from tawatur.model.text import Text, text_of
from tawatur.store import sql
from tawatur.store.base import Store
from tawatur.store.memory import MemoryStore

HARD = "a\ud800\udfff\x00b \U0001f4a5 \u200f\u0650 \n\r\n"
"""Halves of surrogates, a NUL, a sign beyond 16 bits, a mark of direction, a vowel sign and two kinds of line ends."""


def add(store: Store, *numbers: int) -> None:
    for number in numbers:
        store.add_report(report(number))


def test_a_new_case_is_empty(store: Store):
    assert list(store.reports()) == []
    assert not any((store.report_ids(), store.variants(), store.problems(), store.judgements(), store.forwards()))
    assert store.read_ids(PACK) == frozenset()
    assert list(store.readings(PACK)) == []
    assert store.record() is None
    assert store.record_fingerprint() is None


def test_settings_are_the_defaults_until_they_are_written(store: Store):
    assert store.settings() == Settings()
    store.write_settings_once(Settings("Asia/Beirut", "2024-05-01"))
    assert store.settings() == Settings("Asia/Beirut", "2024-05-01")


def test_the_same_settings_may_be_written_again(store: Store):
    store.write_settings_once(Settings(as_of="2024-05-01"))
    store.write_settings_once(Settings(as_of="2024-05-01"))
    assert store.settings() == Settings(as_of="2024-05-01")


def test_other_settings_are_refused_with_both_named(store: Store):
    store.write_settings_once(Settings("Asia/Beirut"))
    with pytest.raises(CaseError, match=r"Asia/Beirut.*Europe/Berlin"):
        store.write_settings_once(Settings("Europe/Berlin"))
    assert store.settings() == Settings("Asia/Beirut")


def test_the_first_settings_stay_even_where_they_are_the_defaults(store: Store):
    store.write_settings_once(Settings())
    with pytest.raises(CaseError):
        store.write_settings_once(Settings("Europe/Berlin"))


def test_a_report_comes_back_as_it_was_given(store: Store):
    given = report(title="قصف صباحي", url="https://example.org/1", retrieved="2021-07-30T10:00:00Z")
    assert store.add_report(given)
    assert store.report(given.id) == given
    assert list(store.reports()) == [given]


def test_a_report_of_unknowns_keeps_them_unknown(store: Store):
    given = replace(report(published=None, outlet=None), language=None)
    store.add_report(given)
    assert store.report(given.id) == given


def test_no_character_is_too_hard_to_keep(store: Store):
    given = replace(report(text=HARD, title=HARD[1:], outlet=HARD, url=HARD), language=HARD)
    store.add_report(given)
    assert store.report(given.id) == given


def test_an_empty_text_is_kept_and_is_not_an_absent_title(store: Store):
    given = report(text="", title="")
    store.add_report(given)
    assert store.report(given.id) == given


def test_the_same_report_again_is_not_new(store: Store):
    assert store.add_report(report())
    assert not store.add_report(report())
    assert len(store.report_ids()) == 1
    assert store.variants() == ()


def test_reports_with_the_same_text_stay_two(store: Store):
    add(store, 1)
    store.add_report(report(1, outlet="مرصد الوادي"))
    assert len(list(store.reports())) == 2


def test_another_title_makes_a_variant_and_not_a_second_report(store: Store):
    store.add_report(report(title="عنوان"))
    assert store.add_report(report(title="عنوان آخر"))
    assert store.report_ids() == store.variants() == (report().id,)
    assert len(list(store.reports())) == 1


def test_the_order_of_variants_does_not_matter(store: Store):
    kept = [report(title=title, published=day) for title in ("أ", "ب", None) for day in (date(2021, 7, 29), None)]
    other = MemoryStore()
    for variant, reverse in zip(kept, reversed(kept), strict=True):
        store.add_report(variant)
        other.add_report(reverse)
    assert list(store.reports()) == list(other.reports())
    assert store.report(report().id) == other.report(report().id)


def test_a_variant_that_knows_its_day_goes_before_one_that_does_not(store: Store):
    store.add_report(report(published=None, title="أ"))
    store.add_report(report(title="ب"))
    kept = store.report(report().id)
    assert kept is not None
    assert kept.published == report().published


def test_a_text_under_a_wrong_hash_is_refused(store: Store):
    given = report()
    with pytest.raises(CaseError, match="hash"):
        store.add_report(replace(given, text=Text(text_of("another").sha256, given.text.chars)))
    assert store.report_ids() == ()


def test_reports_come_sorted_by_id_over_many_pages(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sql, "PAGE", 3)
    add(store, *range(10))
    assert [one.id for one in store.reports()] == sorted(report(number).id for number in range(10))
    assert store.report_ids() == tuple(one.id for one in store.reports())


def test_a_report_that_is_not_there_is_none(store: Store):
    assert store.report("rep-0000000000000000") is None


def test_a_reading_comes_back_as_it_was_given(store: Store):
    add(store, 1)
    store.add_reading(reading(report(1)))
    assert list(store.readings(PACK)) == [reading(report(1))]
    assert store.read_ids(PACK) == {report(1).id}


def test_a_reading_without_claims_is_still_a_reading(store: Store):
    add(store, 1)
    store.add_reading(reading(report(1), claims=0))
    assert list(store.readings(PACK)) == [reading(report(1), claims=0)]


def test_a_second_reading_by_the_same_pack_changes_nothing(store: Store):
    add(store, 1)
    store.add_reading(reading(report(1)))
    store.add_reading(reading(report(1), claims=1))
    assert list(store.readings(PACK)) == [reading(report(1))]


def test_a_reading_by_another_pack_stands_beside_the_first(store: Store):
    add(store, 1, 2)
    store.add_reading(reading(report(1)))
    store.add_reading(reading(report(1), pack="ar-2", claims=1))
    assert store.read_ids("ar-2") == {report(1).id}
    assert list(store.readings(PACK)) == [reading(report(1))]
    assert list(store.readings("ar-2")) == [reading(report(1), pack="ar-2", claims=1)]


def test_a_reading_of_an_unknown_report_is_refused(store: Store):
    with pytest.raises(NotFoundError, match=report(1).id):
        store.add_reading(reading(report(1)))
    assert store.read_ids(PACK) == frozenset()


def test_readings_given_together_are_kept_as_if_one_by_one(store: Store):
    add(store, 1, 2)
    store.add_reading(reading(report(1), claims=2))
    store.add_readings([reading(report(1), claims=5), reading(report(2), claims=1)])
    expected = [reading(report(1), claims=2), reading(report(2), claims=1)]
    assert list(store.readings(PACK)) == sorted(expected, key=lambda one: one.report)


def test_of_readings_given_together_none_is_kept_where_one_is_refused(store: Store):
    add(store, 1)
    with pytest.raises(NotFoundError, match=report(2).id):
        store.add_readings([reading(report(1)), reading(report(2))])
    assert store.read_ids(PACK) == frozenset()


def test_readings_come_sorted_by_report_over_many_pages(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sql, "PAGE", 3)
    add(store, *range(10))
    for number in range(10):
        store.add_reading(reading(report(number), claims=number % 3))
    expected = [reading(report(number), claims=number % 3) for number in range(10)]
    assert list(store.readings(PACK)) == sorted(expected, key=lambda one: one.report)


def test_what_is_read_may_be_written_about_at_once(store: Store):
    add(store, *range(5))
    for one in store.reports():
        store.add_reading(reading(one))
    assert len(store.read_ids(PACK)) == 5


def test_the_day_on_which_a_report_first_came_in_is_kept(store: Store):
    a, b, c = report(1), report(2), report(3)
    for one, day in ((a, "2024-03-02"), (a, "2024-05-01"), (b, "2024-03-02"), (b, "2024-01-09"), (c, None)):
        store.add_report(one, added=day)
    assert store.added_days() == dict(sorted([(a.id, "2024-03-02"), (b.id, "2024-01-09")]))


def test_a_problem_is_kept_once_and_sorted(store: Store):
    for number in (2, 1, 2):
        store.add_problem(problem(number))
    assert store.problems() == (problem(1), problem(2))


def test_judgements_come_in_the_order_they_were_made(store: Store):
    late, early = judgement("2024-02-01T00:00:00Z"), judgement("2024-01-01T00:00:00Z")
    for one in (late, early, late):
        store.add_judgement(one)
    assert store.judgements() == (early, late)


def test_a_judgement_with_another_reason_does_not_overwrite_the_first(store: Store):
    store.add_judgement(judgement(why="a"))
    store.add_judgement(judgement(why="b"))
    assert [one.why for one in store.judgements()] == ["a", "b"]


def test_forwards_are_kept_in_order_and_not_twice_in_a_row(store: Store):
    for new in ("evt-b", "evt-b", "evt-c", "evt-b"):
        store.forward("evt-a", new)
    assert store.forwards() == (("evt-a", "evt-b"), ("evt-a", "evt-c"), ("evt-a", "evt-b"))


def test_a_record_comes_back_as_it_was_put(store: Store):
    store.put_record("made-from-1", record())
    assert store.record() == record()
    assert store.record_fingerprint() == "made-from-1"


def test_a_record_is_replaced_as_a_whole(store: Store):
    store.put_record("1", record(5))
    store.put_record("2", record(1))
    assert store.record() == record(1)
    assert store.record_fingerprint() == "2"


def test_an_empty_record_is_not_an_absent_one(store: Store):
    store.put_record("1", record())
    store.put_record("2", Record((), (), (), ()))
    assert store.record() == Record((), (), (), ())


def test_what_is_kept_of_a_record_comes_back_as_it_was_put(store: Store):
    assert store.kept() is None
    store.put_record("1", record(), kept=kept())
    assert store.kept() == kept()
    assert store.record() == record()


def test_what_is_kept_of_a_record_goes_with_it(store: Store):
    store.put_record("1", record(), kept=kept())
    store.put_record("2", record(1))
    assert store.kept() is None


def test_what_is_kept_of_a_record_can_be_dropped_and_the_record_stays(store: Store):
    store.drop_kept()
    store.put_record("1", record(), kept=kept())
    store.drop_kept()
    assert store.kept() is None
    assert store.record() == record()


def own(name: str, text: str) -> OwnPlaces:
    return OwnPlaces(name, text_of(text).sha256, text)


def test_gazetteers_come_back_by_name_as_they_were_given(store: Store):
    first, second = own("b.csv", "name_ar,lat,lon\nطفس,32,36\n"), own("a.csv", "name_ar,lat,lon\n")
    assert store.places() == ()
    assert store.add_places(first)
    assert store.add_places(second)
    assert store.places() == (second, first)


def test_a_gazetteer_takes_the_place_of_the_last_one_of_its_name(store: Store):
    old, new = own("a.csv", "name_ar,lat,lon\n"), own("a.csv", "name_ar,lat,lon,kind\n")
    assert [store.add_places(one) for one in (old, new, new, old)] == [True, True, False, True]
    assert store.places() == (old,)
