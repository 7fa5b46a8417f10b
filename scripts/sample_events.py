"""Prints some events of an export that rest on several reports, to be read by a person: is each one happening?

usage: python scripts/sample_events.py EXPORT [--number 50] [--seed 1] [--texts REPORTS.jsonl.gz]

EXPORT is a folder written by ``tawatur export --to jsonl``. The same seed takes the same events of the same export: those
whose ids, hashed with the seed, come first. With ``--texts`` each claim shows its clause, else what its evidence quotes.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

Line = Mapping[str, Any]


def sample(events: Sequence[Line], *, number: int, seed: int) -> list[Line]:
    """The events of several reports that the seed takes, in its order."""
    several = [event for event in events if len(event["report_ids"]) > 1]
    return sorted(several, key=lambda event: sha256(f"{seed} {event['id']}".encode()).hexdigest())[:number]


def shown(event: Line, claims: Mapping[str, Line], texts: Mapping[str, str]) -> Iterator[str]:
    """The event and its claims, a line each."""
    days, place = event["date"], event["place"]
    yield f"{event['id']}  {event['title_en']}  {days['start']}..{days['end']}  {' | '.join(place['said'])}"
    for claim in sorted((claims[held] for held in event["claims"]), key=lambda claim: (claim["report"], claim["id"])):
        scenes = "، ".join(place["said"] for place in claim["places"] if place["role"] == "scene")
        counts = ", ".join(f"{count['harm']} {count['low']}-{count['high']}" for count in claim["counts"])
        names = "، ".join(victim["name"] or "" for victim in claim["victims"])
        yield f"  {claim['report']}: {claim['type']} ({claim['status']}) {claim['date']['start']} {scenes}; {counts} {names}"
        yield f"      {_words(claim, texts)}"


def _words(claim: Line, texts: Mapping[str, str]) -> str:
    clause, text = claim["clause"], texts.get(claim["report"])
    if text is None or clause["in"] != "body":
        return " … ".join(dict.fromkeys(evidence["quote"] for evidence in claim["evidence"]))
    return text[clause["start"] : clause["end"]].replace("\n", " ")


def _lines(path: Path) -> list[Line]:
    raw = path.read_bytes()
    return [json.loads(line) for line in (gzip.decompress(raw) if path.suffix == ".gz" else raw).splitlines() if line]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("export", type=Path)
    parser.add_argument("--number", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--texts", type=Path)
    asked = parser.parse_args()
    claims = {claim["id"]: claim for claim in _lines(asked.export / "claims.jsonl")}
    texts = {row["id"]: row["text"] for row in _lines(asked.texts)} if asked.texts else {}
    for event in sample(_lines(asked.export / "events.jsonl"), number=asked.number, seed=asked.seed):
        print("\n".join(shown(event, claims, texts)), end="\n\n")


if __name__ == "__main__":
    main()
