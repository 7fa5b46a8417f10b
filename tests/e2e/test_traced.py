"""Every number of events.jsonl can be followed to claims that say it, or from which it is made as it says."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.command import called, done, lines_of

Json = dict[str, Any]
NUMBERS = ("low", "best", "high")


def made_of(count: Json, name: str, number: int, claims: list[Json]) -> bool:
    """Whether these claims say the number, or give it in the way that its ``how`` says."""
    how = count["from"][name]["how"]
    said = [other for claim in claims for other in claim["counts"] if other["harm"] == count["harm"]]
    if how == "said":
        return any(number in (other[key] for key in NUMBERS) for other in said)
    if how == "named":
        names = {victim["name"] for claim in claims for victim in claim["victims"] if victim["harm"] == count["harm"]}
        return number <= len(names)
    if how == "parts":
        inside = [value for other in said for value in other["of"].values()]
        return number <= sum(other["low"] or 0 for other in said) or number in inside
    assert how == "moved"
    died = [other["low"] for claim in claims for other in claim["counts"] if other["transition"] == "injured_to_killed"]
    bases = [other[key] or 0 for other in said for key in NUMBERS if other["transition"] is None]
    most = sum(died)
    return bool(died) and any(abs(number - base) <= most for base in [0, *bases])


def untraced(folder: Path) -> Iterator[str]:
    """The numbers of an export that lead nowhere."""
    claims = {claim["id"]: claim for claim in lines_of(folder / "claims.jsonl")}
    own = {report["ref"]: report["published_resolved"] for report in lines_of(folder / "reports.jsonl")}
    for event in lines_of(folder / "events.jsonl"):
        held = [claims[claim] for claim in event["claims"]]
        for count in event["counts"]:
            yield from (f"{event['id']} {what}" for what in _of_count(count, claims))
        yield from (f"{event['id']} {what}" for what in _of_event(event, held, own))


def _of_count(count: Json, claims: dict[str, Json]) -> Iterator[str]:
    numbers = {name: count[name] for name in NUMBERS} | count["policies"]
    for name, number in numbers.items():
        rests = [claims[claim] for claim in count["from"][name]["claims"]]
        if (number is None) != (not rests) or (rests and not made_of(count, name, number, rests)):
            yield f"{count['harm']} {name} {number} of {count['from'][name]}"
    for group, part in count["of"].items():
        said = {other["of"].get(group) for claim in part["claims"] for other in claims[claim]["counts"]}
        if not {part["low"], part["best"], part["high"]} <= said:
            yield f"{count['harm']} {group} {part}"


def _of_event(event: Json, claims: list[Json], own: dict[str, Json]) -> Iterator[str]:
    points = {(place["lat"], place["lon"]) for claim in claims for place in claim["places"]}
    if event["place"]["lat"] is not None and (event["place"]["lat"], event["place"]["lon"]) not in points:
        yield f"point {event['place']}"
    days = {claim["date"][key] for claim in claims for key in ("start", "end")}
    days |= {own[claim["report"]]["end"] for claim in claims}  # what lasts has lasted until its report
    if not {event["date"]["start"], event["date"]["end"]} <= {*days, None}:
        yield f"days {event['date']}"
    if event["reports"] != len({claim["report"] for claim in claims}) or event["chains"] != len(event["origins"]):
        yield f"reports {event['reports']}, chains {event['chains']}"


def numbers_in(folder: Path) -> int:
    return sum(len(event["counts"]) for event in lines_of(folder / "events.jsonl"))


def test_every_number_of_the_demonstration_leads_to_claims(demo_folder: Path, tmp_path: Path):
    done("export", demo_folder / "demo.tawatur", tmp_path, "--names", "all")
    assert list(untraced(tmp_path)) == []
    assert numbers_in(tmp_path) > 5


def test_every_number_of_many_reports_of_many_days_leads_to_claims(shared: Path, tmp_path: Path):
    reports = tmp_path / "reports.jsonl"
    reports.write_bytes(gzip.decompress((shared / "bench" / "airwars" / "reports.jsonl.gz").read_bytes()))
    assert called("add", tmp_path / "c.tawatur", reports).code <= 1
    assert called("run", tmp_path / "c.tawatur").code == 0
    done("export", tmp_path / "c.tawatur", tmp_path / "out", "--names", "all")
    assert list(untraced(tmp_path / "out")) == []
    assert numbers_in(tmp_path / "out") > 500


def test_a_number_that_no_claim_says_would_be_found(demo_folder: Path, tmp_path: Path):
    done("export", demo_folder / "demo.tawatur", tmp_path, "--names", "all")
    path = tmp_path / "events.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('"low": 2,', '"low": 77,', 1), encoding="utf-8")
    assert len(list(untraced(tmp_path))) == 1


@pytest.mark.parametrize("name", ["claims", "events"])
def test_rejecting_a_claim_and_putting_it_back_restores_the_file_to_the_byte(
    demo_copy: Path, tmp_path: Path, name: str
):
    def export() -> bytes:
        done("export", demo_copy, tmp_path / "out")
        return (tmp_path / "out" / f"{name}.jsonl").read_bytes()

    before = export()
    event = max(lines_of(tmp_path / "out" / "events.jsonl"), key=lambda event: event["reports"])
    rejected = done("judge", demo_copy, "reject", event["claims"][0], "--json").json["id"]
    assert export() != before
    done("judge", demo_copy, "undo", rejected)
    assert export() == before
