import pytest

from tawatur.lang.vocabulary import (
    COLUMNS,
    acled_of,
    claim_type,
    claim_types,
    name_of,
    plover_of,
    read_types,
    read_values,
    values,
)
from tawatur.model.errors import PackError

TYPES = """
ground_offensive armed_clash territory_captured territory_control shelling air_strike drone_strike explosive_device
landmine_erw suicide_bombing chemical_attack attack execution raid capture abduction arrest torture death_in_custody
body_found sexual_violence property_damage looting siege displacement evacuation deployment agreement ceasefire
agreement_breach agreement_collapse negotiation release surrender aid protest riot strike statement other
"""

VALUES = {
    "status": "asserted attempted denied threatened planned demanded hypothetical none_reported",
    "stance": "plain hedged distanced",
    "told_as": "news background",
    "harm": "killed injured captured abducted arrested disappeared missing displaced evacuated trapped released "
    "killed_or_injured killed_or_captured neutralised casualties_unspecified",
    "transition": "injured_to_killed missing_to_killed",
    "civil_status": "civilian combatant hors_de_combat mixed unknown",
    "status_basis": "stated party_designation inferred",
    "group": "women children men medics journalists aid_workers",
    "scope": "total part",
    "period": "incident day campaign since",
    "measure": "persons families bodies",
    "relation": "updates corrects retracts",
    "qualifier": "exact at_least more_than about up_to dozens hundreds several plural_unstated",
    "place_role": "scene firing_point axis reference origin treatment home",
    "party_basis": "stated carried launch_area hashtag",
    "party_link": "joint alternative",
    "date_kind": "occurred died found reported",
    "attribution": "named unnamed own_voice unattributed",
    "interest": "own_loss enemy_loss admission self_exculpatory",
    "dispute": "contradiction unaccounted_remainder scope_mismatch granularity duration_mismatch two_datelines "
    "rival_perpetrators status_contested denial superseded",
    "grade": "confirmed fair weak contested discounted",
    "act": "condemn accuse threaten demand appeal deny support claim_responsibility admit",
    "phase": "imposed tightened lifted ongoing",
    "copy_kind": "exact reuse update possible_translation",
}

PLOVER = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT"
)

ACLED = {
    "Battles": ["Government regains territory", "Non-state actor overtakes territory", "Armed clash"],
    "Protests": ["Excessive force against protesters", "Protest with intervention", "Peaceful protest"],
    "Riots": ["Violent demonstration", "Mob violence"],
    "Explosions/Remote violence": [
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    ],
    "Violence against civilians": ["Sexual violence", "Attack", "Abduction/forced disappearance"],
    "Strategic developments": [
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ],
}

HEADER = "\t".join(COLUMNS)


def test_the_claim_types_are_those_of_the_contract_in_its_order():
    assert values("type") == tuple(TYPES.split())
    assert tuple(kind.id for kind in claim_types()) == tuple(TYPES.split())


@pytest.mark.parametrize("vocabulary", VALUES)
def test_each_closed_vocabulary_is_that_of_the_contract(vocabulary: str):
    assert values(vocabulary) == tuple(VALUES[vocabulary].split())


def test_every_acled_sub_type_stands_under_its_event_type():
    for kind in claim_types():
        subs = [sub for sub in (kind.acled_sub, kind.acled_sub_state) if sub]
        assert all(sub in ACLED[kind.acled_event or ""] for sub in subs), kind.id
        assert (kind.acled_event is None) == (not subs), kind.id


def test_every_plover_type_is_one_of_the_manual():
    codes = {kind.plover for kind in claim_types()} - {None}
    assert codes <= set(PLOVER.split())


def test_names_of_types_differ_from_one_another_in_both_languages():
    assert len({kind.name_ar for kind in claim_types()}) == len(TYPES.split())
    assert len({kind.name_en for kind in claim_types()}) == len(TYPES.split())


def test_a_value_is_named_in_the_language_asked_for():
    assert name_of("type", "shelling", "en") == "shelling"
    assert name_of("month", "7", "ar") == "تموز/يوليو"
    assert name_of("grade", "weak", "ar") != name_of("grade", "weak", "en")


def test_shelling_has_its_three_codes():
    kind = claim_type("shelling")
    assert (kind.acled_sub, kind.plover, kind.family) == ("Shelling/artillery/missile attack", "ASSAULT", "strike")


@pytest.mark.parametrize(
    ("type_id", "act", "phase", "harms", "code"),
    [
        ("raid", None, None, (), ("COERCE", None)),
        ("raid", None, None, ("killed",), ("ASSAULT", None)),
        ("raid", None, None, ("arrested",), ("COERCE", None)),
        ("arrest", None, None, (), ("COERCE", "arrest")),
        ("capture", None, None, ("captured",), ("ASSAULT", "abduct")),
        ("siege", None, "imposed", ("trapped",), ("COERCE", "restrict")),
        ("siege", None, "lifted", (), ("RETREAT", "access")),
        ("statement", "condemn", None, (), ("ACCUSE", "disapprove")),
        ("statement", None, None, (), (None, None)),
        ("ceasefire", None, None, (), ("AGREE", None)),
        ("riot", None, None, ("killed",), ("PROTEST", "riot")),
    ],
)
def test_plover_follows_act_phase_and_harm(type_id, act, phase, harms, code):
    assert plover_of(type_id, act=act, phase=phase, harms=harms) == code


def test_territory_taken_by_state_forces_is_regained():
    assert acled_of("territory_captured", actor_kinds=("state forces",)) == "Government regains territory"
    assert acled_of("territory_captured", actor_kinds=("rebel group",)) == "Non-state actor overtakes territory"
    assert acled_of("statement", actor_kinds=("state forces",)) is None


def test_an_unknown_type_is_refused_by_name():
    with pytest.raises(PackError, match="no claim type 'bombardment'"):
        claim_type("bombardment")


def test_an_unknown_value_is_refused_by_name():
    with pytest.raises(PackError, match=r"\[grade\] has no value 'excellent'"):
        name_of("grade", "excellent", "en")
    with pytest.raises(PackError, match="no vocabulary 'colour'"):
        values("colour")
    with pytest.raises(PackError, match="no name in 'fr'"):
        name_of("grade", "weak", "fr")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("id\tname_ar\n", "header must be"),
        (HEADER + "\na\tb\n", "x.tsv:2: 2 cells where 10"),
        (HEADER + "\na\tb\tc\t\t\t\t9\t\t\tf\n", "ucdp is '9'"),
        (HEADER + "\na\t\tc\t\t\t\t\t\t\tf\n", "name_ar is empty"),
        (HEADER + "\n" + "a\tb\tc\t\t\t\t\t\t\tf\n" * 2, "id 'a' stands there twice"),
    ],
)
def test_a_wrong_type_file_is_named_with_its_line(content: str, message: str):
    with pytest.raises(PackError, match=message):
        read_types(content, file="x.tsv")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[grade", "x.toml is not TOML"),
        ("grade = 1", "grade is 1"),
        ("[grade]\nweak = 'w'", r"\[grade\] weak is 'w'"),
        ("[grade]\nweak = { ar = 'x' }", r"\[grade\] weak: en is None"),
    ],
)
def test_a_wrong_value_file_is_named_with_its_key(content: str, message: str):
    with pytest.raises(PackError, match=message):
        read_values(content, file="x.toml")
