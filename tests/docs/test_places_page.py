"""docs/places.md counts what the table holds."""

from places_page import BEGIN, END, PAGE, counts
from tawatur.lang.gazetteer import load_gazetteer
from tawatur.lang.own_places import DEFAULT_KIND, NEEDED
from tawatur.lang.place import COLUMNS

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_counts_of_the_page_are_those_of_the_table():
    assert TEXT.split(BEGIN, 1)[1].split(END, 1)[0] == counts(load_gazetteer())


def test_the_page_names_every_column_that_a_user_may_fill():
    own = TEXT.split("## Your own places", 1)[1]
    computed = {"keys", "weak_keys"}
    assert not [column for column in COLUMNS if column not in computed and f"`{column}`" not in own]
    assert all(f"`{column}`" in own for column in NEEDED)
    assert f'"{DEFAULT_KIND}" unless given' in own
