"""What the weights of telling are fitted to: sentences and reports that people have judged, and the pack's own cases."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.claim.claim_cases import read_claim_cases

from tawatur.claim.acts.frames import Frame, find_frames
from tawatur.claim.news.telling import is_violent, signs_of
from tawatur.claim.news.told_by_form import told_by_form
from tawatur.claim.scope import Scope, scope_of
from tawatur.claim.speaking.said import Said
from tawatur.claim.speaking.speech import Floor, floor_after, speech_of
from tawatur.lang.pack import Pack
from tawatur.lang.vocabulary import claim_type
from tawatur.mark.all import mark_text


@dataclass(frozen=True, slots=True)
class Item:
    """A text with the signs of each of its frames that are weighed; ``plain`` where another is told by its form.

    ``votes`` is the share of annotators who say that it tells; ``judged`` whether it counts in what is measured, ``sure``
    whether they agreed. ``article`` is what it is taken from: its sentences are learnt from together or not at all.
    """

    set: str
    article: str
    votes: float
    frames: tuple[tuple[str, ...], ...]
    judged: bool = True
    sure: bool = True
    told: bool = False
    plain: bool = False


Seen = tuple[Scope, Frame, Said]


def items(data: Path, pack: Pack) -> Iterator[Item]:
    """Everything that has been judged, set by set."""
    for name in ("assault", "protest"):
        for row in _lines(data / f"gsr/{name}.jsonl.gz"):
            yield _voted(name, row, [one for one in _told(row["text"], None, pack) if _is(one[1], name.upper())])
    texts = {row["id"]: row for row in _lines(data / "airwars/reports.jsonl.gz")}
    for row in _lines(data / "marked/gold.jsonl"):
        report = texts[row["id"]]
        for one in _told(report["text"], report["title"], pack):
            label = _marked(one[1], row["happenings"])
            if label is not None:
                yield Item("marked", row["id"], float(label), _signs([one]), told=label, plain=told_by_form(*one[:2]))


def _voted(name: str, row: dict[str, Any], frames: Sequence[Seen]) -> Item:
    """A sentence with the votes of its annotators; the ambiguous are learnt from and not measured."""
    label, votes = row["label"], row["accept"] / row["total"]
    sure = label in ("yes", "easy no")
    article = f"{name} {row['id'].rpartition('-')[0]}"
    plain = any(told_by_form(scope, frame) for scope, frame, _ in frames)
    judged, told = label != "ambiguous", label == "yes"
    return Item(name, article, votes, _signs(frames), judged=judged, sure=sure, told=told, plain=plain)


def cases(pack: Pack) -> Iterator[Item]:
    """The frames of the pack's own cases of claims: those tell of whose type a claim is wanted.

    Where more frames than claims are of one type, the case does not say which of them tell: they are passed over.
    """
    for case in read_claim_cases():
        wanted = Counter(one.type for one in case.want)
        frames = tuple(_told(case.text, None, pack))
        seen = Counter(frame.type for _, frame, _ in frames)
        for one in frames:
            told = one[1].type in wanted
            if not told or seen[one[1].type] <= wanted[one[1].type]:
                yield Item("cases", case.text, float(told), _signs([one]), told=told)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    packed = path.read_bytes()
    lines = gzip.decompress(packed) if path.suffix == ".gz" else packed
    yield from map(json.loads, lines.splitlines())


def _told(chars: str, title: str | None, pack: Pack) -> Iterator[Seen]:
    """The frames of a text that assert violence or a protest."""
    marks = mark_text(chars, pack, title=title)
    floor = Floor(quotations=tuple(mark.span for mark in marks.quotations))
    for sentence in marks.sentences:
        scope = scope_of(chars, marks, sentence)
        speech = speech_of(scope, floor)
        floor = floor_after(scope, speech, floor)
        for frame in find_frames(scope):
            if is_violent(scope, frame):
                yield scope, frame, speech.of(frame.trigger.span)


def _signs(frames: Sequence[Seen]) -> tuple[tuple[str, ...], ...]:
    """The signs of each frame that is weighed, since its form alone does not tell."""
    return tuple(signs_of(*one) for one in frames if not told_by_form(*one[:2]))


def _is(frame: Frame, plover: str) -> bool:
    return claim_type(frame.type).plover == plover


def _marked(frame: Frame, happenings: Sequence[dict[str, Any]]) -> bool | None:
    """True where the reader marked such a happening here, False where he marked none at all, None where it is another."""
    start, end = frame.clause
    here = [one for one in happenings if one["span"][0] < end and start < one["span"][1]]
    if not here:
        return False
    family = claim_type(frame.type).plover
    return True if any(_plover(one["type"]) == family for one in here) else None


def _plover(type_name: str) -> str | None:
    try:
        return claim_type(type_name).plover
    except KeyError:  # the reader's own word for something that the vocabulary has no type for
        return None
