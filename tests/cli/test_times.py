import json
import subprocess

import pytest
from tests.command import TAWATUR, called, done

ASKED = {"text": "قُتل اثنان أمس في نوى", "reference": "2021-07-30"}


@pytest.mark.parametrize("more", [[], ["--json"]], ids=["plain", "json"])
def test_a_line_in_gives_a_line_out(more: list[str]):
    (answer,) = done("times", *more, stdin=json.dumps(ASKED).encode()).rows
    (time,) = answer["times"]
    assert (time["text"], time["from"], time["to"], time["precision"]) == ("أمس", "2021-07-29", "2021-07-29", "day")
    assert ASKED["text"][time["start"] : time["end"]] == "أمس"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{broken", "line 2: not JSON"),
        (b'{"text": "x"}', "line 2: wants"),
        (b"[1]", "line 2: wants"),
        (b'{"text": "x", "reference": "yesterday"}', "'yesterday' is no ISO date or time"),
        (b"\xff\xfe", "line 2: not JSON"),
        (b"[" * 100_000, "line 2: not JSON"),
    ],
    ids=["broken", "no reference", "no object", "no date", "no text", "nested"],
)
def test_a_wrong_line_is_answered_with_its_error_and_the_others_are_answered_too(line: bytes, said: str):
    good = json.dumps(ASKED).encode()
    ended = called("times", stdin=good + b"\n" + line + b"\n" + good + b"\n")
    assert ended.code == 1
    first, wrong, last = ended.rows
    assert first == last
    assert first["times"]
    assert wrong["times"] == []
    assert said in wrong["error"]


def test_no_line_is_no_answer():
    assert done("times").out == ""


@pytest.mark.e2e
def test_each_line_is_answered_before_the_next_is_asked():
    with subprocess.Popen([TAWATUR, "times"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(2):
            process.stdin.write(json.dumps(ASKED).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["times"]
        process.stdin.close()
        assert process.wait(timeout=60) == 0


def test_weeks_start_on_the_day_that_is_asked_for():
    question = json.dumps({"text": "هذا الأسبوع", "reference": "2021-07-29"}).encode()
    starts = {
        day: done("times", "--week-starts", day, stdin=question).rows[0]["times"][0]["from"]
        for day in ("saturday", "sunday", "monday")
    }
    assert starts == {"saturday": "2021-07-24", "sunday": "2021-07-25", "monday": "2021-07-26"}
    assert done("times", stdin=question).rows[0]["times"][0]["from"] == starts["saturday"]
