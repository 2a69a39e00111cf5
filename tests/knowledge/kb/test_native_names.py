"""Short names in other scripts, generated from the aliases that are entered."""

from __future__ import annotations

import pytest

from knowledge.corpus.model import Person
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.kb.native_names import native_parts
from knowledge.names.resolver import fold


def person(name, *aliases):
    return Person(id="somebody", name=name, aliases=aliases)


@pytest.mark.parametrize(
    ("name", "alias", "parts"),
    [
        ("Boris Lunt", "Борис Лунт", {"Борис", "Лунт"}),
        ("Faisal Hadi", "فيصل هادي", {"فيصل", "هادي"}),
        ("Boris Lunt", "Дядя Боря", {"Боря"}),  # "uncle" sounds like neither of his names
        ("Park Min-su", "박민수", {"박"}),
        ("Min-su Park", "박민수", {"박"}),
        ("Namgung Min", "남궁민", {"남궁"}),
        ("Park Min-su", "대변인", set()),  # "spokesman" has not his surname
        ("Wang Yi", "王毅", {"王"}),
        (
            "Kenji Onodera",
            "小野寺健二",  # and not 小野, another surname
            {"小野寺", "おのでら", "オノデラ", "おのでらけんじ", "オノデラケンジ"},
        ),
        (
            "Taro Kono",
            "河野太郎",
            {"河野", "こうの", "コウノ", "こうのたろう", "コウノタロウ"},
        ),
        ("Kenji Onodera", "新聞記者", set()),
        ("Boris Lunt", "Boris the Bold", set()),
        ("the spokesman", "Борис Лунт", set()),
    ],
)
def test_what_a_name_in_another_script_is_shortened_to(name, alias, parts):
    assert set(native_parts(person(name, alias))) == parts


def test_the_surname_of_a_korean_name_in_han_is_its_first_character():
    assert {"문", "文"} == set(native_parts(person("Moon Jae-in", "문재인", "文在寅")))


def test_what_is_generated_is_found_weak_and_asks_where_several_have_it(curator, tmp_path):
    for given, hangul in (("Min-su", "민수"), ("Ji-won", "지원")):
        entry = f"people/park-{given.lower()}"
        curator.write(
            entry, f"id: park-{given.lower()}\nname: Park {given}\naliases: [박{hangul}]\n"
        )
    build(curator.folder, tmp_path / "kb.sqlite")
    kb = KnowledgeBase(tmp_path / "kb.sqlite")
    names = kb.names.exact(fold("박").split())
    assert {name.target for name in names} == {"park-min-su", "park-ji-won"}
    assert all(name.weak and name.generated for name in names)
    assert kb.names.exact(["지원"]) == ()  # which means support
    kb.close()
