"""The figures of an event as lines for a terminal, with what stands beside each."""

from collections.abc import Iterator, Mapping

from tawatur.cli.tongue import Tongue
from tawatur.model.claim import Claim
from tawatur.model.event import Event, SettledCount
from tawatur.record.settling.aside import set_aside

OTHERS = ("lowest", "majority", "latest")


def figure_lines(event: Event, claims: Mapping[str, Claim], tongue: Tongue) -> Iterator[str]:
    """Each figure with the other policies and the parts inside it; then the figures that move none of these, with why."""
    for count in event.counts:
        yield f"{tongue.label('figure')}{_figure(count, tongue)}"
        yield from (f"            {line}" for line in _more_of(count, tongue))
    for one in set_aside(event, claims):
        harm, status = tongue.name("harm", one.counts.harm), tongue.name("civil_status", one.counts.civil_status)
        yield "            " + tongue.say(
            "aside", label=f"{harm} ({status})", numbers=between(one.low, one.high, tongue),
            why=tongue.name("aside", one.why), claims=tongue.listed(one.claims),
        )  # fmt: skip


def _figure(count: SettledCount, tongue: Tongue) -> str:
    best = tongue.say("best", best=count.best) if count.best not in (None, count.low, count.high) else ""
    return tongue.say(
        "counted", harm=tongue.name("harm", count.harm), status=tongue.name("civil_status", count.civil_status),
        numbers=between(count.low, count.high, tongue), best=best, claims=tongue.many("claims", len(count.claims)),
        policy=tongue.name("policy", count.policy),
    )  # fmt: skip


def between(low: int | None, high: int | None, tongue: Tongue) -> str:
    """What two bounds leave open, in words."""
    if low is None:
        return tongue.say("unknown") if high is None else tongue.say("up_to", high=high)
    if high is None:
        return tongue.say("or_more", low=low)
    return str(low) if low == high else tongue.say("to", start=low, end=high)


def _more_of(count: SettledCount, tongue: Tongue) -> Iterator[str]:
    """What stands beside a figure: the other policies, the parts inside."""
    others = [
        f"{tongue.name('policy', bound.name)} {bound.number}"
        for bound in count.bounds
        if bound.name in OTHERS and bound.number is not None
    ]
    if others:
        yield tongue.listed(others)
    for part in count.of:
        yield tongue.say(
            "of_them", numbers=between(part.low, part.high, tongue), group=tongue.name("group", part.group)
        )
