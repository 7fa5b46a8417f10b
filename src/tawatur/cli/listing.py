"""What the commands print of whole cases and long lists: lines for people, or JSON for machines."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from tawatur.brief.words import Language
from tawatur.cli.doctor import Check
from tawatur.cli.screen import complain, say, say_json
from tawatur.cli.tongue import Tongue, tongue
from tawatur.model.case import CaseView
from tawatur.model.errors import Problem, TawaturError
from tawatur.model.event import Event
from tawatur.pipeline import Added, AddedPlaces, Ran

MOST_EVENTS: Final = 12
MOST_STORIES: Final = 5
OUTCOMES: Final = {"taken": "taken", "there": "already there", "refused": "refused"}


def figures_of(view: CaseView) -> dict[str, int]:
    """The figures of a case. ``chains`` are the origins that any of its events has, each counted once."""
    return {
        "reports": len(view.reports),
        "claims": len(view.claims),
        "events": len(view.events),
        "chains": len({origin for event in view.events for origin in event.origins}),
        "copies": len(view.copies),
        "disputes": sum(len(event.disputes) for event in view.events),
        "undated_events": sum(event.start is None for event in view.events),
        "unplaced_events": sum(event.place is None for event in view.events),
        "problems": len(view.problems),
    }


def summary(
    view: CaseView, *, json: bool, brief: Path | None = None, notice: str | None = None, language: Language = "en"
) -> None:
    """The figures of a case, its disputes and best supported events, and where the brief lies if one was written."""
    if json:
        named = {"own_places": [own.name for own in view.own_places]} if view.own_places else {}
        say_json(
            {
                **figures_of(view),
                **named,
                **({"brief": str(brief)} if brief else {}),
                **({"notice": notice} if notice else {}),
            }
        )
        return
    words = tongue(language)
    if notice:
        say(notice)
    for name, value in figures_of(view).items():
        say(f"{words.say(f'sum_{name}'):16} {value}")
    if view.own_places:
        say(f"{words.say('sum_own_places'):16} {words.listed(own.name for own in view.own_places)}")
    _disputes(view, words)
    _events(view, words)
    _stories(view, words)
    if brief:
        say(f"{words.say('sum_brief'):16} {brief}")


def _disputes(view: CaseView, words: Tongue) -> None:
    kinds = Counter(dispute.kind for event in view.events for dispute in event.disputes)
    if kinds:
        said = words.listed(f"{number} {words.name('dispute', kind)}" for kind, number in sorted(kinds.items()))
        say(f"{'':16} {words.say('sum_kinds', kinds=said)}")


def _events(view: CaseView, words: Tongue) -> None:
    """The events that most is to be seen in: those with disputes, then those with most chains."""
    ranked = sorted(view.events, key=lambda event: (-len(event.disputes), -event.chains, str(event.start), event.id))
    for event in ranked[:MOST_EVENTS]:
        say(line_of_event(event, words))
    if len(ranked) > MOST_EVENTS:
        say(words.say("more_events", number=len(ranked) - MOST_EVENTS))


def _stories(view: CaseView, words: Tongue) -> None:
    """The stories that hold most events."""
    ranked = sorted(view.stories, key=lambda story: (-len(story.ties), story.id))
    for story in ranked[:MOST_STORIES]:
        size = words.say("story_of", events=words.many("events", len(story.ties)))
        say(f"{story.id}  {words.pick(story.title_ar, story.title_en)}  ({size})")
    if len(ranked) > MOST_STORIES:
        say(words.say("more_stories", number=len(ranked) - MOST_STORIES))


def line_of_event(event: Event, words: Tongue) -> str:
    """An event on one line: its id, title and support."""
    return f"{event.id}  {words.pick(event.title_ar, event.title_en)}  ({_support(event, words)})"


def _support(event: Event, words: Tongue) -> str:
    sizes = [("reports", len(event.reports)), ("chains", event.chains), ("disputes", len(event.disputes))]
    found = (words.many(thing, size) for thing, size in sizes if size)
    return words.listed((words.name("grade", event.grade.name), *found))


def added_places(all_added: Iterable[AddedPlaces], *, json: bool) -> None:
    """A line a gazetteer."""
    for one in all_added:
        if json:
            say_json(asdict(one))
        else:
            say(f"{OUTCOMES[one.outcome]:14} {one.subject}  with {one.places} place{'s' * (one.places != 1)}")


def added(all_added: Iterable[Added], *, json: bool) -> int:
    """How many inputs were refused, or not reached since the case could not be written. A line an input, as it comes.

    Raises:
        TawaturError: the case could not be written, and nothing at all was added.
    """
    outcomes: Counter[str] = Counter()
    broken = 0
    try:
        for one in all_added:
            outcomes[one.outcome] += 1
            _one_added(one, json=json)
    except TawaturError as error:
        if not outcomes:
            raise
        broken = 1
        complain(f"stopped before the end: {error}")
    if not json:
        say(", ".join(f"{outcomes[name]} {said}" for name, said in OUTCOMES.items()))
    return outcomes["refused"] + broken


def _one_added(one: Added, *, json: bool) -> None:
    if json:
        say_json(asdict(one))
        return
    say(f"{OUTCOMES[one.outcome]:14} {one.subject}" + (f"  as {one.ref}" if one.ref and one.outcome == "taken" else ""))
    _problems(one.problems)


def _problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        say(f"{'':14} {problem.message}; {problem.mend}")


def ran(done: Ran, view: CaseView, *, json: bool) -> None:
    """What a run did, then the summary."""
    if json:
        events = {"events_kept": done.events_kept, "events_made": done.events_made}
        say_json({"read": done.read, "derived": done.derived, **events, **figures_of(view)})
        return
    if done.read or done.derived:
        before = f"; {done.reports - done.read} were read before" if done.read < done.reports else ""
        say(f"{done.read} report{'s' * (done.read != 1)} read{before}")
    else:
        say("nothing to do: every report is read and the events are up to date")
    summary(view, json=False)


def written(paths: Sequence[Path], *, json: bool) -> None:
    """The files that were written."""
    if json:
        say_json({"written": [str(path) for path in paths]})
        return
    for path in paths:
        say(str(path))


def faults(found: Sequence[str], view: CaseView, *, json: bool) -> None:
    """What does not hold, or that all does."""
    quotes = sum(len(claim.evidence) for claim in view.claims)
    sizes = {"reports": len(view.reports), "claims": len(view.claims), "quotes": quotes, "events": len(view.events)}
    if json:
        say_json({**sizes, "faults": list(found)})
        return
    for fault in found:
        say(fault)
    say(f"{len(found)} faults in " + ", ".join(f"{number} {name}" for name, number in sizes.items()))


def unreadable(fault: str, *, json: bool) -> None:
    """The one fault of a case that cannot be read at all."""
    if json:
        say_json({"reports": None, "claims": None, "quotes": None, "events": None, "faults": [fault]})
    else:
        say(fault)


def checks(all_checks: Sequence[Check], *, json: bool) -> None:
    """What works and what does not."""
    if json:
        say_json([asdict(check) for check in all_checks])
        return
    for check in all_checks:
        mark = "ok  " if check.works else ("FAIL" if check.needed else "--  ")
        say(f"{mark} {check.name}: {check.found}" + (f"; {check.mend}" if not check.works else ""))
