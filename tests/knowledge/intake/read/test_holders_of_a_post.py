"""Whom "the governor" goes back to: who holds the post, and nobody who only has to do with it."""

from __future__ import annotations

import pytest

from knowledge.speech.post_references import list_post_words
from tests.knowledge.intake.read.reading_texts import list_speakers, read

SAID = "said the ferry was “a coffin that somebody painted white.”"


@pytest.mark.parametrize(
    "who",
    [
        "Tom Hale, a former governor,",
        "Tom Hale, a candidate for governor,",
        "Tom Hale, the governor's spokesman,",
        "Tom Hale, spokesman for the governor,",
        "Tom Hale, an aide to the governor,",
        "Deputy Governor Tom Hale",
        "Lieutenant Governor Tom Hale",
        "Lt. Gov. Tom Hale",
        "Former Governor Tom Hale",
    ],
)
def test_the_governor_is_nobody_who_only_has_to_do_with_one(who):
    assert list_speakers(f"{who} opened the talks. The governor {SAID}") == ["The governor"]


@pytest.mark.parametrize(
    ("who", "post"),
    [
        ("Governor Tom Hale", "The governor"),
        ("Gov. Tom Hale", "The governor"),
        ("Tom Hale, the governor of Ostby,", "The governor"),
        ("Sen. Tom Hale", "The senator"),
        ("Former Governor Tom Hale", "The former governor"),
        ("Deputy Governor Tom Hale", "The deputy governor"),
        ("Lt. Gov. Tom Hale", "The lieutenant governor"),
        ("Tom Hale, the governor's spokesman,", "The spokesman"),
    ],
)
def test_words_for_a_post_go_back_to_its_holder(who, post):
    assert list_speakers(f"{who} opened the talks. {post} {SAID}") == ["Tom Hale"]


@pytest.mark.parametrize(
    ("post", "words"),
    [
        ("chief of staff of the governor", "chief staff"),
        ("Borland's minister for fisheries", "borland s minister for fisheries"),
        ("Lt. Gov.", "lt gov lieutenant governor"),
    ],
)
def test_a_post_has_the_words_of_what_somebody_is(post, words):
    assert list_post_words(post) >= set(words.split()) - {"s", "for"}
    assert list_post_words(post) <= set(words.split())


@pytest.mark.parametrize(
    "post", ["an aide to the governor", "the envoy to Egypt", "the governor of Ostby"]
)
def test_a_post_beside_a_name_is_kept_whole(post):
    (made,) = [c for c in read(f"Tom Hale, {post}, {SAID}") if c.quotation]
    assert made.speaker.as_ == post
