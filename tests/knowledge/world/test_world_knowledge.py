"""States, bodies, names of people and words of English are known without being on record."""

from __future__ import annotations

import pycountry
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.text.english import world_words
from knowledge.text.folding import fold, tokenize
from knowledge.world.world_knowledge import World, WorldKind
from tests import world_data

WORLD = World.load()


def find(text):
    return WORLD.find([token.folded for word in text.split() for token in tokenize(word)])


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda country: country.alpha_2)
def test_every_country_is_a_state_by_its_names(country):
    names = [country.name, getattr(country, "common_name", country.name)]
    plain = [name for name in names if not {",", "("} & set(name)]
    named = {find(name) for name in plain or [world_data.shown_name(country.alpha_2.lower())]}
    assert {(name.kind, name.state) for name in named} == {("state", country.alpha_2.lower())}


# Their demonyms are those of a greater state, or nobody's.
SHARED = {"cg", "dm", "io", "um"}


CODES = sorted(set(world_data.pycountry_states()) - SHARED)


def test_every_state_is_known_by_its_demonyms():
    demonyms = [(code, name) for code in CODES for name in world_data.library_demonyms(code)]
    assert len(demonyms) > 190
    assert [(code, name) for code, name in demonyms if find(name).state != code] == []


def test_every_sovereign_state_is_known_by_its_capital():
    capitals = [(code, name) for code in CODES for name in world_data.library_capitals(code)]
    assert len(capitals) > 190
    assert [(code, name) for code, name in capitals if find(name).state != code] == []


@pytest.mark.parametrize(
    ("names", "state", "text"),
    [
        ("Mongolia, Mongolian, Mongolians, Ulaanbaatar", "mn", "Mongolia"),
        ("United Kingdom, UK, U.K., Britain, British, Britons, London", "gb", "the United Kingdom"),
        ("United States, US, U.S., USA, America, Americans, Washington, White House", "us", "the United States"),
        ("the Philippines, Philippines, Filipino, Filipinos, Manila", "ph", "the Philippines"),
        ("DR Congo, DRC, Democratic Republic of the Congo, Kinshasa", "cd", "the Democratic Republic of the Congo"),
        ("North Korea, DPRK, North Koreans, Pyongyang", "kp", "North Korea"),
        ("South Korea, ROK, South Korean, Seoul, Blue House, Republic of Korea", "kr", "South Korea"),
        ("China, PRC, Chinese, Beijing, People's Republic of China", "cn", "China"),
        ("Taiwan, Taiwanese, Taipei, Republic of China", "tw", "Taiwan"),
        ("South Sudan, South Sudanese, Juba", "ss", "South Sudan"),
        ("Sudan, Sudanese, Khartoum", "sd", "Sudan"),
        ("Türkiye, Turkey, Turkish, Turks, Ankara", "tr", "Turkey"),
        ("Côte d'Ivoire, Ivory Coast, Ivorian", "ci", "Ivory Coast"),
        ("Hong Kong, HKSAR", "hk", "Hong Kong"),
        ("Kosovo, Kosovar, Kosovars, Pristina", "xk", "Kosovo"),
        ("Palestine, Palestinians, Palestinian Authority, Ramallah", "ps", "Palestine"),
        ("Scotland, Scottish, Scots, Holyrood", "gb-sct", "Scotland"),
        ("England, English", "gb-eng", "England"),
        ("USSR, Soviet Union, the Soviet Union, Soviets", "su", "the Soviet Union"),
        ("Yugoslavia, Yugoslav", "yu", "Yugoslavia"),
        ("EU, European Union, the European Union", "european-union", "the European Union"),
        ("UN, U.N., United Nations", "united-nations", "the United Nations"),
        ("NATO, North Atlantic Treaty Organization", "nato", "NATO"),
        ("WHO, World Health Organisation", "world-health-organization", "the World Health Organization"),
        ("ASEAN", "asean", "ASEAN"),
        ("African Union, AU", "african-union", "the African Union"),
        ("G7, G-7, Group of Seven", "group-of-seven", "the Group of Seven"),
        ("IAEA", "international-atomic-energy-agency", "the International Atomic Energy Agency"),
        ("OPEC, OPEC+", "opec", "OPEC"),
    ],
)  # fmt: skip
def test_all_names_of_a_state_or_body_are_one(names, state, text):
    found = [find(name) for name in names.split(", ")]
    assert {(name.state, name.text) for name in found} == {(state, text)}


def test_a_name_is_known_however_its_words_are_joined():
    assert find("New-Zealand") == find("NewZealand") == find("New Zealand")


@pytest.mark.parametrize(
    "words", ["", "the", "North Sudan", "West Egypt", "New Mexia", "Ruritania", "islands", "and"]
)
def test_what_no_state_is_called_names_none(words):
    assert find(words) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("US", True), ("U.S.", True), ("us", False), ("Us", False), ("WHO", True), ("Who", False), ("Poles", True), ("poles", False), ("turkey", True), ("Male", True), ("male", False)],
)  # fmt: skip
def test_a_name_that_is_a_word_too_is_meant_where_its_letters_say_so(typed, meant):
    assert find(typed).is_meant(typed) is meant


@pytest.mark.parametrize("line", world_words.BODIES)
def test_every_body_is_found_by_each_of_its_names(line):
    shown, _, others = line.partition(" | ")
    found = {find(name) for name in [shown, *filter(None, others.split(", "))]}
    assert {(name.kind, name.text) for name in found} == {(WorldKind.BODY, shown)}


@pytest.mark.parametrize(
    "name", "hunter kenji antony stephen toshimitsu yoshimasa taro joe fumio vladimir ned".split()
)
def test_given_names_are_known(name):
    assert WORLD.is_given_name(name)


@pytest.mark.parametrize("name", ["hunter", "kenji", "joe", "taro"])
def test_a_given_name_in_small_letters_is_one(name):
    assert WORLD.is_mainly_given_name(name)


@pytest.mark.parametrize(
    "word", ["will", "mark", "long", "an", "said", "may", "rich", "opposition"]
)
def test_a_word_that_does_more_than_name_a_thing_is_rather_a_word(word):
    assert not WORLD.is_mainly_given_name(word)


@pytest.mark.parametrize(
    "name", "spence hayashi wang konno kono kishida xi kim trump pence hunter merkel".split()
)
def test_surnames_are_known(name):
    assert WORLD.is_surname(name)


@pytest.mark.parametrize(
    "word", ["opposition", "airlines", "unconditional", "xyzzy", "", "kim jong"]
)
def test_an_ordinary_word_is_no_name(word):
    assert not WORLD.is_given_name(word)
    assert not WORLD.is_surname(word)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("airlines", {"NOUN"}),
        ("opposition", {"NOUN"}),
        ("refused", {"VERB"}),
        ("unconditional", {"ADJ"}),
        ("colour", {"NOUN", "VERB"}),
        ("color", {"NOUN", "VERB"}),
        ("organise", {"VERB"}),
        ("organize", {"VERB"}),
        ("unless", {"OTHER"}),
        ("online", {"ADJ", "ADV"}),
        ("asap", set()),
        ("xyzzy", set()),
        ("kenji", set()),
        ("", set()),
    ],
)
def test_words_of_english_have_their_parts_of_speech(word, parts):
    assert WORLD.parts_of_speech(word) == parts


@given(st.text())
@example("\n")
@example("\t")
@example("\ud800")
def test_any_text_may_be_asked_about(text):
    WORLD.find(fold(text).split())
    WORLD.find([text])
    assert WORLD.parts_of_speech(text) <= {"NOUN", "VERB", "ADJ", "ADV", "OTHER"}
    assert not WORLD.is_given_name(f"{text}\t")
    assert not WORLD.is_surname(f"{text}\n{text}")
