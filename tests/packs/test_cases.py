"""Every case of the Arabic pack is seen as it is written, and nothing else is."""

import pytest
from tests.packs.cases import BrokenCases, Case, case_files, cases_of, read_cases
from tests.packs.shown import KINDS, seen_in

from tawatur.lang.pack import Pack, load_pack

FILES = case_files()
CASES = [
    (name, path.stem, number, case)
    for name, paths in FILES.items()
    for path in paths
    for number, case in enumerate(read_cases(path), start=1)
]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ar")


@pytest.mark.parametrize(
    ("name", "case"), [pytest.param(name, case, id=f"{name}-{part}-{number}") for name, part, number, case in CASES]
)
def test_a_case_is_seen_exactly_as_written(pack: Pack, name: str, case: Case):
    seen = [(mark.quote, mark.value) for mark in seen_in(case.text, pack, name)]
    assert seen == [(wanted.quote, wanted.value) for wanted in case.want], case.text


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_cases_says_what_must_not_be_seen(name: str):
    assert all(any(not case.want for case in read_cases(path)) for path in FILES[name])


@pytest.mark.parametrize("name", FILES)
def test_quotes_stand_in_their_text_in_order(name: str):
    for case in cases_of(name):
        at = 0
        for wanted in case.want:
            found = case.text.find(wanted.quote, at)
            assert found >= 0, f"{wanted.quote!r} is not in {case.text[at:]!r}"
            at = found + (1 if name == "parties" else len(wanted.quote))


@pytest.mark.parametrize("name", FILES)
def test_no_text_stands_twice_for_a_file_of_rules(name: str):
    texts = [case.text for case in cases_of(name)]
    assert sorted(set(texts)) == sorted(texts)


def test_every_file_of_rules_has_cases():
    assert set(KINDS) - set(FILES) <= {"times"}
    assert set(FILES) <= set(KINDS)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('[[case]]\ntext = "x"\n', r"broken\.toml: case\[0\]\.want: Field required"),
        ('[[case]]\ntext = ""\nwant = []\n', r"broken\.toml: case\[0\]\.text: .* got ''"),
        ('[[case]]\ntext = "x"\nwant = []\nwants = 1\n', r"broken\.toml: case\[0\]\.wants: .* got 1"),
        (
            '[[case]]\ntext = "x"\nwant = [{ quote = "x" }]\n',
            r"broken\.toml: case\[0\]\.want\[0\]\.value: Field required",
        ),
        ("[[case]\n", r"broken\.toml: not TOML"),
    ],
)
def test_a_broken_file_of_cases_names_file_key_and_value(tmp_path, source, message):
    path = tmp_path / "broken.toml"
    path.write_text(source, encoding="utf-8")
    with pytest.raises(BrokenCases, match=message):
        read_cases(path)
