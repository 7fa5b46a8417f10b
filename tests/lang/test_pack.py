"""A pack is checked when it is loaded; what is wrong is named by file, key and value."""

import pickle

import pytest
from tests.lang.packs import NO_PLACES, small_pack, write_pack

from tawatur.lang.pack import load_pack, read_pack
from tawatur.lang.schema import HarmRule, WeaponRule
from tawatur.model.errors import PackError

SECOND = '[[rule]]\nid = "new"\nharm = "killed"\nform = "noun"\n'
HARM = '[[rule]]\nid = "killed-noun"\nharm = "killed"\nform = "noun"\nnouns = ["مقتل"]\n'


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (HARM.replace('"killed"', '"kiled"'), r"packs/ar/harm\.toml: rule\[0\]\.harm: .*got 'kiled'"),
        (HARM.replace("nouns", "noun"), r"packs/ar/harm\.toml: rule\[0\]\.noun: Extra inputs .*got \['مقتل'\]"),
        (HARM.replace("killed-noun", "Killed Noun"), r"packs/ar/harm\.toml: rule\[0\]\.id: .*got 'Killed Noun'"),
        (HARM.replace('form = "noun"\n', ""), r"packs/ar/harm\.toml: rule\[0\]\.form: Field required"),
        (HARM.replace('["مقتل"]', '"مقتل"'), r"packs/ar/harm\.toml: rule\[0\]\.nouns: .*got 'مقتل'"),
        (HARM + HARM.replace('"killed"', "3"), r"packs/ar/harm\.toml: rule\[1\]\.harm: .*got 3"),
        ("[[rule]\n", r"packs/ar/harm\.toml: not TOML"),
        (HARM + HARM, r"packs/ar/harm\.toml: rule\.id: two rules are called 'killed-noun'; rename one"),
    ],
)
def test_a_broken_file_is_named_with_key_and_value(tmp_path, source, message):
    with pytest.raises(PackError, match=message):
        small_pack(tmp_path, harm=source)


def test_a_missing_file_is_named(tmp_path):
    write_pack(tmp_path)
    (tmp_path / "weapons.toml").unlink()
    with pytest.raises(PackError, match=r"weapons\.toml: this file is missing from the pack; add it"):
        read_pack(tmp_path, "ar", NO_PLACES)


def test_a_shape_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(PackError, match=r"packs/ar/morphology\.toml: clitics\[0\]\.shape: .*got 'nuon'"):
        small_pack(tmp_path, morphology='clitics = [{ shape = "nuon", before = [], after = [] }]\n')


def test_an_empty_pack_finds_nothing(tmp_path):
    assert small_pack(tmp_path).page("مقتل شخصين").hits("harm") == ()


def test_a_rule_is_reached_from_its_hit(tmp_path):
    pack = small_pack(tmp_path, harm=HARM)
    (hit,) = pack.page("وبمقتل قائد").hits("harm")
    assert hit.entry.rule == "ar/harm#killed-noun"
    assert pack.rule(hit, HarmRule).harm == "killed"


def test_a_rule_of_another_kind_is_refused(tmp_path):
    pack = small_pack(tmp_path, harm=HARM)
    (hit,) = pack.page("مقتل").hits("harm")
    with pytest.raises(PackError, match="ar/harm#killed-noun: expected a WeaponRule, got a HarmRule"):
        pack.rule(hit, WeaponRule)


def test_the_same_files_have_the_same_version(tmp_path):
    assert small_pack(tmp_path, harm=HARM).version == small_pack(tmp_path, harm=HARM).version


@pytest.mark.parametrize("changed", [HARM.replace("مقتل", "مصرع"), HARM + SECOND, ""])
def test_the_version_changes_with_a_rule(tmp_path, changed):
    assert small_pack(tmp_path, harm=HARM).version != small_pack(tmp_path, harm=changed).version


def test_the_version_changes_with_the_places(tmp_path):
    before = small_pack(tmp_path).version
    other = type(NO_PLACES)((), {}, {}, "other places")
    assert read_pack(tmp_path, "ar", other).version != before


def test_a_language_without_a_pack_is_refused():
    with pytest.raises(PackError, match=r"is missing from the pack"):
        load_pack("zz")


def test_the_arabic_pack_goes_to_another_process_and_finds_the_same():
    pack = load_pack("ar")
    again = pickle.loads(pickle.dumps(pack))
    text = "قصفت قوات النظام بلدة طفس بقذائف الهاون"
    assert again.version == pack.version
    assert [again.page(text).hits(name) for name in ("actions", "parties", "weapons", "gazetteer")] == [
        pack.page(text).hits(name) for name in ("actions", "parties", "weapons", "gazetteer")
    ]


def test_every_rule_of_the_arabic_pack_can_be_found_by_some_form_or_pattern():
    pack = load_pack("ar")
    keys = ("verbs", "nouns", "singular", "dual", "plural", "names", "phrases", "lines", "starts", "patterns", "weight")
    mute = [rule for rule, row in pack.rules.items() if not any(getattr(row, key, None) for key in keys)]
    assert mute == []
