"""How a record says its days, in both languages."""

from datetime import date

import pytest

from tawatur.record.words import load_words


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2019, 4, 1), date(2019, 4, 1), "1 April 2019"),
        (date(2019, 4, 1), date(2019, 4, 30), "April 2019"),
        (date(2020, 2, 1), date(2020, 2, 29), "February 2020"),
        (date(2020, 2, 1), date(2020, 2, 28), "1 February 2020 to 28 February 2020"),
        (date(2019, 4, 2), date(2019, 4, 30), "2 April 2019 to 30 April 2019"),
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        (date(2018, 1, 1), date(2019, 12, 31), "1 January 2018 to 31 December 2019"),
        (None, date(2019, 4, 30), "date unknown"),
    ],
)
def test_days_are_said_by_the_widest_name_that_is_just_theirs(start: date | None, end: date | None, said: str):
    assert load_words().days(start, end).en == said


def test_a_month_is_named_in_arabic_too():
    assert load_words().days(date(2019, 4, 1), date(2019, 4, 30)).ar == "نيسان/أبريل 2019"
