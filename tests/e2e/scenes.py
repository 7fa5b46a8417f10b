"""Small sets of reports with what the record must say of them, written before the record was asked.

A folder of ``scenarios`` is one scene: ``reports.toml`` (reports as ``tawatur add`` takes them) and ``expected.toml``.
What stands in ``expected.toml`` is compared field by field; a key that is absent is not asked about. Figures are written
"low best high", policies "lowest majority latest", with "-" for null.
"""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from tests.command import done, lines_of

Row = dict[str, Any]
Files = dict[str, list[Row]]

FOLDER: Final = Path(__file__).with_name("scenarios")
NAMES: Final = sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())
FILES: Final = ("reports", "copies", "claims", "events", "stories", "agreements")
BESIDE: Final = frozenset({"statement", "other"})
"""Types that a scene may leave unsaid: who condemned what beside the happenings."""


def table_of(scene: str, file: str) -> Row:
    """The tables of a scene's file."""
    return tomllib.loads((FOLDER / scene / file).read_text(encoding="utf-8"))


def built(scene: str, folder: Path) -> Path:
    """The case of a scene's reports, added and run by the public commands."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(row, ensure_ascii=False) for row in table_of(scene, "reports.toml")["report"]]
    source, case = folder / "reports.jsonl", folder / "case.tawatur"
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done("add", case, source)
    done("run", case)
    return case


def exported(case: Path, folder: Path) -> Files:
    """The rows of an export of a case, by file."""
    done("export", case, "--to", "jsonl", folder)
    return {name: lines_of(folder / f"{name}.jsonl") for name in FILES}


def differences(expected: Row, files: Files) -> list[str]:
    """What the record says otherwise than expected, a line each; empty where nothing."""
    found = matched(expected.get("event", []), files["events"])
    names = {row["id"]: name for name, row in found.items()}
    lines = [line for event in expected.get("event", []) for line in _event(event, found, names, files)]
    left = [row for row in files["events"] if row["id"] not in names and row["type"] not in BESIDE]
    lines += [f"also there: {told(row)}" for row in left]
    lines += list(_reports(expected, files["reports"]))
    lines += list(_copies(expected, files))
    lines += list(_stories(expected, files["stories"], names))
    lines += list(_agreements(expected, files["agreements"], names))
    return lines


def matched(events: Iterable[Row], rows: Iterable[Row]) -> dict[str, Row]:
    """The event of the record that is most like each expected one, each taken once."""
    pairs = sorted(
        ((_likeness(event, row), event["name"], row["id"], row) for event in events for row in rows),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    found: dict[str, Row] = {}
    for points, name, ident, row in pairs:
        if points >= 4 and name not in found and ident not in {one["id"] for one in found.values()}:
            found[name] = row
    return found


def _likeness(event: Row, row: Row) -> float:
    """Points for what an expected event and one of the record have in common."""
    refs, own = set(event.get("reports", [])), set(row["report_ids"])
    points = 4.0 * len(refs & own) / max(1, len(refs | own))
    points += 3.0 * (row["type"] in _several(event.get("type")))
    points += 2.0 * (event.get("days") in (None, days(row["date"])))
    return points + 2.0 * (event.get("place") is None or event["place"] in _places(row))


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _event(event: Row, found: Mapping[str, Row], names: Mapping[str, str], files: Files) -> Iterator[str]:
    name = event["name"]
    if name not in found:
        yield f"{name}: no such event"
        return
    row = found[name]
    seen = said(row, names)
    for key, value in event.items():
        if key == "name":
            continue
        if key == "type":
            wrong = row["type"] not in _several(value)
        elif key == "place":
            wrong = value not in _places(row)
        elif key == "story":
            wrong = value not in [story["kind"] for story in files["stories"] if story["id"] == row["story"]]
        elif key == "counts_include":
            wrong = any(seen["counts"].get(one) != figure for one, figure in value.items())
        else:
            wrong = seen[key] != value
        if wrong:
            yield f"{name}: {key} is {seen.get(key)!r}, expected {value!r}"


def said(row: Row, names: Mapping[str, str]) -> Row:
    """What an event says, in the form of ``expected.toml``."""
    counts = row["counts"]
    return {
        "type": row["type"],
        "days": days(row["date"]),
        "place": _places(row),
        "admin1": row["place"]["admin1"],
        "reports": row["report_ids"],
        "chains": row["chains"],
        "grade": row["grade"]["name"],
        "disputes": sorted(dispute["kind"] for dispute in row["disputes"]),
        "counts": {_key(count): _figure(count) for count in counts},
        "counts_include": {_key(count): _figure(count) for count in counts},
        "policies": {_key(count): _policies(count["policies"]) for count in counts},
        "of": {_key(count): {part: _figure(of) for part, of in count["of"].items()} for count in counts if count["of"]},
        "dead": _widest(counts, "killed"),
        "hurt": _widest(counts, "injured"),
        "victims": sorted(f"{one['harm']} {one['name'] or '(' + one['withheld'] + ')'}" for one in row["victims"]),
        "by": sorted(one["id"] or one["said"] for one in row["parties"] if one["role"] == "actor"),
        "contains": sorted(names.get(one, one) for one in row["contains"]),
        "within": names.get(row["within"], row["within"]),
        "story": row["story"],
    }


def told(row: Row) -> str:
    """An event in one line, for who reads a failure."""
    counts = ", ".join(f"{_key(count)} {_figure(count)}" for count in row["counts"])
    return f"{row['type']} {days(row['date'])} {'/'.join(_places(row))} of {row['report_ids']} [{counts}]"


def days(date: Row) -> str:
    """A stretch of days, one day where it begins and ends on it."""
    return date["start"] if date["start"] == date["end"] else f"{date['start']}..{date['end']}"


def _places(row: Row) -> list[str]:
    return [one for one in dict.fromkeys([row["place"]["name_ar"], *row["place"]["said"]]) if one]


def _key(count: Row) -> str:
    words = [count["harm"], count["civil_status"]]
    words += [count["scope"]] if count["scope"] != "total" else []
    words += [count["period"]] if count["period"] not in ("incident", "day") else []
    words += [count["measure"]] if count["measure"] != "persons" else []
    return " ".join(words)


def _numbers(*values: int | None) -> str:
    return " ".join("-" if value is None else str(value) for value in values)


def _figure(count: Row) -> str:
    return _numbers(count["low"], count["best"], count["high"])


def _policies(policies: Mapping[str, Any]) -> str:
    return _numbers(*(policies[name] for name in ("lowest", "majority", "latest")))


def _widest(counts: Iterable[Row], harm: str) -> str:
    """The figure of a whole for one harm: the highest that is counted there, whatever they were."""
    wholes = [count for count in counts if count["harm"] == harm and count["scope"] == "total"]
    best = max(wholes, key=lambda count: (count["high"] or count["low"] or 0, count["low"] or 0), default=None)
    return _figure(best) if best is not None else "- - -"


def _reports(expected: Row, rows: Iterable[Row]) -> Iterator[str]:
    resolved = {row["ref"]: days(row["published_resolved"]) for row in rows}
    for ref, day in expected.get("published", {}).items():
        if resolved[ref] != day:
            yield f"report {ref}: published {resolved[ref]}, expected {day}"


def _copies(expected: Row, files: Files) -> Iterator[str]:
    if "copies" in expected:
        pairs = [(*sorted((row["a"], row["b"])), row["kind"]) for row in files["copies"]]
        wanted = [(*row, "") if len(row) == 2 else tuple(row) for row in expected["copies"]]
        plain = [(a, b) for a, b, _ in pairs]
        yield from (f"copies: {pair} is missing; there are {pairs}" for pair in wanted if pair[:2] not in plain)
        yield from (f"copies: {pair} is there" for pair in pairs if pair[:2] not in [one[:2] for one in wanted])
        yield from (f"copies: {one} expected, {pairs}" for one in wanted if one[2] and one not in pairs)
    if "copy_groups" in expected:
        groups: dict[str, list[str]] = {}
        for row in files["reports"]:
            if row["copy_group"]:
                groups.setdefault(row["copy_group"], []).append(row["ref"])
        if sorted(groups.values()) != expected["copy_groups"]:
            yield f"copy groups: {sorted(groups.values())}, expected {expected['copy_groups']}"


def _stories(expected: Row, rows: Iterable[Row], names: Mapping[str, str]) -> Iterator[str]:
    seen = [
        {"kind": row["kind"], "days": days(row["date"]),
         "events": sorted(names.get(one["event"], one["event"]) for one in row["events"])}
        for row in rows
    ]  # fmt: skip
    if "story" in expected and seen != expected["story"]:
        yield f"stories: {seen}, expected {expected['story']}"


def _agreements(expected: Row, rows: Iterable[Row], names: Mapping[str, str]) -> Iterator[str]:
    if "agreement" not in expected:
        return
    seen = [
        {"event": names.get(row["event"], row["event"]), "terms": len(row["terms"]),
         "breaches": sorted(names.get(one["event"], one["event"]) for one in row["breaches"])}
        for row in rows
    ]  # fmt: skip
    if seen != expected["agreement"]:
        terms = [term["said"] for row in rows for term in row["terms"]]
        yield f"agreements: {seen} with the terms {terms}, expected {expected['agreement']}"
