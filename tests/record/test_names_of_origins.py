"""Origins and claimants are called as readers know them: as spelled, by outlet or ref, never by a folded key or an id."""

from dataclasses import replace

import pytest
from tests.record.builders import Desk, by

from tawatur.model.claim import Attribution, Speaker


@pytest.fixture
def desk() -> Desk:
    return Desk()


def without_outlet(desk: Desk, report: str) -> None:
    desk.reports = [replace(item, outlet=None) if item.id == report else item for item in desk.reports]


def test_an_outlet_is_named_as_it_is_spelled(desk: Desk):
    desk.claim(desk.report("a", outlet="شبكة أخبار التلّ"))
    assert desk.event().origins == ("شبكة أخبار التلّ",)


def test_an_outlet_spelled_in_two_ways_is_one_under_its_commoner_spelling(desk: Desk):
    for ref, outlet in (("a", "شبكة أخبار التل"), ("b", "شبكة اخبار التل"), ("c", "شبكة أخبار التل")):
        desk.claim(desk.report(ref, outlet=outlet))
    event = desk.event()
    assert (event.chains, event.origins) == (1, ("شبكة أخبار التل",))


def test_a_report_without_an_outlet_stands_by_its_ref(desk: Desk):
    report = desk.report("noon-7")
    desk.claim(report)
    without_outlet(desk, report)
    event = desk.event()
    assert event.origins == ("noon-7",)
    assert event.grade.why_en == "One chain only: a report without an outlet's name (noon-7)."


def test_two_reports_that_share_a_ref_and_have_no_outlet_are_two_origins(desk: Desk):
    one, other = desk.report("same", outlet="a"), desk.report("same", outlet="b")
    for report in (one, other):
        desk.claim(report)
        without_outlet(desk, report)
    event = desk.event()
    assert event.chains == len(set(event.origins)) == 2
    assert all(origin.startswith("same-") for origin in event.origins)


def test_a_dispute_between_reports_without_outlets_tells_them_apart(desk: Desk):
    for ref, status in (("noon-7", "asserted"), ("night-8", "denied")):
        report = desk.report(ref)
        desk.claim(report, status=status)
        without_outlet(desk, report)
    (dispute,) = desk.event().disputes
    assert "a report without an outlet's name (night-8)" in dispute.text_en
    assert "تقرير بلا اسم ناشر (noon-7)" in dispute.text_ar


def test_a_speaker_without_a_name_stands_with_the_outlet_that_heard_him(desk: Desk):
    unnamed = Attribution((Speaker("مصادر محلية", kind="local_source"),), "unnamed")
    desk.claim(desk.report("a", outlet="شبكة التل"), told=unnamed)
    desk.claim(desk.report("b"), status="denied", told=by("مصدر عسكري", kind="official"))
    (dispute,) = desk.event().disputes
    assert dispute.text_en == "Denied according to مصدر عسكري, asserted according to مصادر محلية (شبكة التل)."


def test_a_registered_speaker_bears_its_english_name_in_english_sentences(desk: Desk):
    speaker = Speaker("المرصد السوري لحقوق الإنسان", "sohr", "monitor")
    desk.claim(desk.report("a"), told=Attribution((speaker,), "named"))
    grade = desk.event().grade
    assert grade.why_en == "One chain only: Syrian Observatory for Human Rights."
    assert grade.why_ar == "سلسلة واحدة فقط: المرصد السوري لحقوق الإنسان."


def test_the_correspondent_of_a_registered_outlet_is_its_correspondent_in_english(desk: Desk):
    speaker = Speaker("مراسل عنب بلدي", "enab-baladi", "correspondent")
    desk.claim(desk.report("a"), told=Attribution((speaker,), "named"))
    assert desk.event().grade.why_en == "One chain only: the correspondent of Enab Baladi."


def test_a_spokesman_is_not_called_by_the_name_of_his_ministry(desk: Desk):
    speaker = Speaker("المتحدث باسم وزارة الداخلية", "sy-moi", "official")
    desk.claim(desk.report("a"), told=Attribution((speaker,), "named"))
    assert desk.event().grade.why_en == "One chain only: المتحدث باسم وزارة الداخلية."


def test_a_registered_outlet_bears_its_english_name_in_english_sentences(desk: Desk):
    desk.claim(desk.report("a", outlet="عنب بلدي"))
    assert desk.event().grade.why_en == "One chain only: Enab Baladi."
