"""Who is compared, on what: the parties to an issue are no part of the comparison."""

from __future__ import annotations

import pytest

from knowledge.questions import asks_to_compare, find_comparison, find_topic, read

_BORDER, _TALKS, _NORTH_TALKS = "border-opening", "tarsk-dialogue", "velmora-north-tarsk-talks"


def _found(kb, typed):
    found = find_comparison(kb, read(kb, typed))
    return [actor.target for actor in found.actors], list(found.issues)


@pytest.mark.parametrize(
    ("typed", "holders", "issues"),
    [
        ("velmora north tarsk border", ["velmora", "north-tarsk"], [_BORDER]),
        ("border velmora, north tarsk", ["velmora", "north-tarsk"], [_BORDER]),
        ("velmora vs north tarsk on the border", ["velmora", "north-tarsk"], [_BORDER]),
        ("compare velmora with the united isles: border", ["velmora", "united-isles"], [_BORDER]),
        ("compare velmora on border and ferries", ["velmora"], [_BORDER, "ferry-ban"]),
        ("velmora border ferries", ["velmora"], [_BORDER, "ferry-ban"]),
        ("velmora border, ferries", ["velmora"], [_BORDER, "ferry-ban"]),
        ("orin dask and jonas vehl on the border", ["orin-dask", "jonas-vehl"], [_BORDER]),
        (
            "where do the united isles, velmora and south tarsk differ on talks?",
            ["united-isles", "velmora", "south-tarsk"],
            [_TALKS],
        ),
        (
            "how does velmora's position on ferries differ from north tarsk's",
            ["velmora", "north-tarsk"],
            ["ferry-ban"],
        ),
        (
            "compare velmora and south tarsk on talks with north tarsk",
            ["velmora", "south-tarsk"],
            [_TALKS],
        ),
        (
            "difference between orin dask and jonas vehl on north tarsk talks",
            ["orin-dask", "jonas-vehl"],
            [_TALKS],
        ),
        (
            "talks between velmora and north tarsk: south tarsk vs united isles",
            ["south-tarsk", "united-isles"],
            [_NORTH_TALKS],
        ),
        ("what is the difference between velmora and the united isles", None, []),
        ("velmora, united isles on opening the border as of 2025-05", None, [_BORDER]),
        ("compare the two tarsks on the border", ["north-tarsk", "south-tarsk"], [_BORDER]),
        ("compare both tarsks: border", ["north-tarsk", "south-tarsk"], [_BORDER]),
        (
            "compare velmora's policy on the border with that on ferries",
            ["velmora"],
            [_BORDER, "ferry-ban"],
        ),
        ("compare velmora and south tarsk on north tarsk", ["velmora", "south-tarsk"], []),
        (
            "where do velmora and south tarsk differ on the north tarsk?",
            ["velmora", "south-tarsk"],
            [],
        ),
        (
            "where do velmora and the isles differ on north tarsk's border",
            ["velmora", "united-isles"],
            [_BORDER],
        ),
        (
            "compare velmora's policy on ferries with that on north tarsk's position",
            ["velmora", "north-tarsk"],
            ["ferry-ban"],
        ),
        ("compare the border", [], [_BORDER]),
        ("", [], []),
    ],
)
def test_those_named_are_compared_but_not_the_parties_to_an_issue(kb, typed, holders, issues):
    both = ["velmora", "united-isles"]
    assert _found(kb, typed) == (both if holders is None else holders, issues)


def test_who_is_talked_about_is_told_from_those_compared(kb):
    found = find_comparison(kb, read(kb, "how do velmora and the isles differ on north tarsk"))
    assert (found.topics, found.about) == ((), ("north-tarsk",))
    found = find_comparison(kb, read(kb, "velmora vs the isles on north tarsk and whaling"))
    assert [word for topic in found.topics for word in topic.not_understood] == ["whaling"]


def test_words_of_an_issue_that_are_not_read_are_kept_apart(kb):
    (topic,) = find_comparison(kb, read(kb, "compare velmora and north tarsk on whaling")).topics
    assert not topic.is_read
    assert topic.not_understood == ("whaling",)


def test_a_word_beside_an_issue_is_not_read_as_part_of_it(kb):
    found = find_comparison(kb, read(kb, "velmora vs north tarsk on the border and whaling"))
    assert found.issues == (_BORDER,)
    assert [word for topic in found.topics for word in topic.not_understood] == ["whaling"]


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        ("compare velmora and north tarsk on the border", True),
        ("velmora vs north tarsk border", True),
        ("where do velmora and north tarsk differ?", True),
        ("how is velmora's view of the border different from north tarsk's?", True),
        ("compare velmora on the border and ferries", True),
        ("do velmora and north tarsk agree on the border?", True),
        ("did velmora agree to the border plan?", False),
        ("does velmora agree with north tarsk on the border?", True),
        ("velmora disagrees with the isles on ferries?", True),
        ("is velmora more open than north tarsk on the border?", True),
        ("is ilse marrow softer than jonas vehl?", True),
        ("does velmora want more than talks with north tarsk?", False),
        ("does velmora want talks with anybody other than north tarsk?", False),
        ("who agrees with velmora on the border?", False),
        ("velmora and north tarsk on the border", True),
        ("what is the difference between a ferry ban and a treaty for velmora?", False),
        ("did velmora's view differ before 2020?", False),
        ("who differs with velmora on the border?", True),
        ("which states differ from velmora on the border", True),
        ("who supports velmora on the border?", False),
        ("how do the two tarsks differ on the border?", True),
        ("hello", False),
    ],
)
def test_plain_words_ask_to_compare_where_they_set_several_side_by_side(kb, typed, asks):
    question = read(kb, typed)
    assert asks_to_compare(kb, question, find_topic(kb, question)) is asks
