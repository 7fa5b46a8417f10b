"""Every error that this package raises on purpose.

TawaturError
├── InputError       an input could not be read (names the input, says what to do); the rest goes on
├── PackError        a file of a language pack is wrong (names file, key and value)
├── SpanError        offsets do not fit the text they point into
├── CaseError        the CASE is not one of ours, or cannot be opened or written
└── NotFoundError    no event, claim or report has this id
"""

import re
from dataclasses import dataclass
from typing import Final

_FOLDER: Final = re.compile(r"(?!https?://)(?:.*[/\\])", re.IGNORECASE)


class TawaturError(Exception):
    """The root: catch this to catch everything that Tawatur raises on purpose. Its text is a sentence for the user."""


class InputError(TawaturError):
    """An input could not be read. The message names the input and the mend; other inputs are still read."""


class PackError(TawaturError):
    """A file of a language pack breaks its schema. The message names file, key and value."""


class SpanError(TawaturError):
    """Offsets do not fit the text that they point into."""


class CaseError(TawaturError):
    """The CASE cannot be used: not ours, read-only, or the disk is full. The message names it and the mend."""


class NotFoundError(TawaturError):
    """Nothing in the case has this id."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong with one input or report and did not stop the rest.

    ``subject`` names the input or the report's ref, ``stage`` where it happened (read, mark, claim …), ``message``
    is a sentence that says what, ``mend`` what to do.
    """

    subject: str
    stage: str
    message: str
    mend: str


def without_folder(problem: Problem) -> Problem:
    """The problem with file names alone: a path tells strangers whose machine it was, and differs from one to another."""
    folder = _FOLDER.match(problem.subject)
    if folder is None:
        return problem
    told = (problem.subject, problem.message, problem.mend)
    subject, message, mend = (text.replace(folder.group(), "") for text in told)
    return Problem(subject, problem.stage, message, mend)
