"""The brief as one self-contained HTML file: no script, no font, picture or address from elsewhere."""

from functools import cache, partial
from importlib import resources
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tawatur.brief.accounts import by_teller
from tawatur.brief.page import page_of
from tawatur.brief.words import Language, day_text, how_many, month_text, name_or_value, sign_of, strings
from tawatur.files import write_whole
from tawatur.model.case import CaseView
from tawatur.model.errors import TawaturError
from tawatur.record.withheld import Names


def write_brief(
    view: CaseView, path: Path, *, language: Language, names: Names = "public", notice: str | None = None
) -> None:
    """Writes the brief of a case to ``path``. ``notice`` is a sentence that stands above everything, or None.

    Raises:
        TawaturError: the path ends in ``.pdf``, or cannot be written.
    """
    if path.suffix.lower() == ".pdf":
        html = path.with_suffix(".html").name
        raise TawaturError(f"{path}: a brief cannot be a PDF yet; name it {html}, open it in a browser and print it")
    write_whole(path, render_brief(view, language=language, names=names, notice=notice).encode())


def render_brief(view: CaseView, *, language: Language, names: Names = "public", notice: str | None = None) -> str:
    """The HTML of the brief of a case; the same case gives the same page."""
    page = page_of(view, language=language, names=names, notice=notice)
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            page=page,
            language=language,
            t=strings(language),
            style=_style(),
            sign_of=sign_of,
            day_text=partial(day_text, language=language),
            month_text=partial(month_text, language=language),
            how_many=partial(how_many, language=language),
            by_teller=by_teller,
            grade_names={grade: name_or_value("grade", grade, language) for grade in page.timeline.grades},
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("tawatur", "brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _style() -> Markup:
    """Our own style sheet, which autoescape must leave alone."""
    return Markup((resources.files("tawatur") / "brief" / "brief.css").read_text(encoding="utf-8"))
