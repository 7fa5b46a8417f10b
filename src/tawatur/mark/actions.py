"""Words of action: each may make a claim of its type."""

from typing import Final

from tawatur.lang.forms import ARTICLE
from tawatur.lang.lexicon import Hit, Page
from tawatur.lang.pack import Pack
from tawatur.lang.schema import ActionRule
from tawatur.model.mark import ActionMark

_AND: Final = ("\u0648", "\u0641")
_FUTURE: Final = "\u0633"


def mark_actions(page: Page, pack: Pack) -> tuple[ActionMark, ...]:
    """The words of action in a text, in text order.

    A word that is spelt alike as verb and as verbal noun is a noun where a preposition, an article or a pronoun is
    attached to it, a verb where it is conjugated, and "either" where nothing decides.
    """
    return tuple(_mark(page, hit, pack.rule(hit, ActionRule)) for hit in page.hits("actions"))


def _mark(page: Page, hit: Hit, rule: ActionRule) -> ActionMark:
    form = _form(page, hit, rule)
    named = form in ("noun", "either")  # a verb may well begin with the letters of the article
    definite = named and (ARTICLE in hit.before or page.view.startswith(ARTICLE, hit.start))
    return ActionMark(
        page.span(hit.start, hit.end),
        rule.type,
        form,
        hit.entry.rule,
        rule.act,
        rule.phase,
        definite,
        rule.weak,
        hit.before.endswith(_FUTURE),
        rule.general,
        hit.entry.tense,
        rule.armed,
    )


def _form(page: Page, hit: Hit, rule: ActionRule) -> str:
    """verb, passive, noun or either."""
    if rule.form != "either":
        return rule.form
    if hit.before.removeprefix(_AND[0]).removeprefix(_AND[1]) not in ("", _FUTURE):
        return "noun"
    bare = any(page.view[hit.start : hit.end] == written for written in _bare(rule))
    return "either" if bare else ("verb" if hit.entry.shape == "verb" else "noun")


def _bare(rule: ActionRule) -> tuple[str, ...]:
    """The third person past of the rule's verbs, which is spelt like a noun."""
    return tuple(verb.partition(" ")[0] for verb in rule.verbs)
