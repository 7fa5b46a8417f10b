"""docs/method.md has the five parts that the Standards for Casualty Recording ask for, and tells the rules in force."""

import re

from method_page import BEGIN, END, LIMITS, PAGE, configuration
from tawatur.lang.vocabulary import values
from tawatur.record.rules import WEIGHTS_FILE, read_table

TEXT = PAGE.read_text(encoding="utf-8")


def section(heading: str) -> str:
    return TEXT.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def test_the_five_parts_stand_in_their_order_with_definitions_and_inclusion_before_them():
    headings = re.findall("^## (.+)$", TEXT, re.MULTILINE)
    assert headings[:7] == [
        "Definitions", "What is included", "1. Sources", "2. Collection", "3. Evaluation", "4. Corroboration",
        "5. Quality control",
    ]  # fmt: skip
    assert all(len(section(heading)) > 300 for heading in headings[:7])


def test_the_configuration_of_the_page_is_what_the_files_say():
    assert TEXT.split(BEGIN, 1)[1].split(END, 1)[0] == configuration()


def test_every_policy_and_grade_of_the_vocabulary_is_explained_in_words():
    told = section("3. Evaluation") + section("4. Corroboration") + section("5. Quality control")
    assert [name for name in values("policy") if name != "judged" and f"**{name}**" not in told] == []
    assert [name for name in values("grade") if f"| {name} |" not in told] == []


def test_days_that_the_page_says_in_words_are_those_of_the_files():
    story = read_table(WEIGHTS_FILE)["story"]
    assert f"from {story['days_before']} days before to {story['days_after']} after" in TEXT
    assert set(LIMITS) <= set(read_table(WEIGHTS_FILE)["limits"])
