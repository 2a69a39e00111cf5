"""The words that turn a sentence, and what each rule takes of them."""

from __future__ import annotations

import pytest

from knowledge.check_quote.turning_word_search import find_turning_words
from knowledge.text.english.turning_words import KEPT_IN_CUTS, POINTED_OUT


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("it will not sign", "negation"),
        ("it didn't sign", "negation"),
        ("it is reluctant to sign", "attitude"),
        ("as long as others sign", "condition"),
        ("according to the ministry", "attribution"),
        ("it may sign", "modal"),
        ("it tried to sign", "intent"),
        ("it is supposedly signed", "hedge"),
        ("it is the last to sign", "reversal"),
        ("it is too poor to sign", "reversal"),
    ],
)
def test_a_cut_may_not_drop_what_turns_a_sentence(words, kind):
    assert KEPT_IN_CUTS[kind].search(words)


@pytest.mark.parametrize("words", ["it might sign", "it has to sign", "it'll sign"])
def test_a_modal_is_pointed_out(words):
    assert "modal" in {found.what for found in find_turning_words(words.split())}


def test_the_month_of_may_is_not_a_modal():
    assert not list(find_turning_words("signed in May 2018".split()))


def test_both_rules_share_their_patterns():
    shared = KEPT_IN_CUTS.keys() & POINTED_OUT.keys()
    assert shared == {"negation", "condition", "modal"}
    assert all(KEPT_IN_CUTS[kind] is POINTED_OUT[kind] for kind in shared)


@pytest.mark.parametrize("name", ["Denis", "Denise", "Denys", "Stoppard", "Halton", "Failla"])
def test_a_name_that_begins_like_a_denial_is_not_one(name):
    assert not KEPT_IN_CUTS["negation"].search(f"{name} signed")


@pytest.mark.parametrize(
    "form",
    "refuse refused refusing refusal reject rejects rejection deny denies denied denying denial "
    "fail failed failure stop stopped stopping halt halted halting".split(),
)
def test_each_form_of_a_denial_is_one(form):
    assert KEPT_IN_CUTS["negation"].fullmatch(form)
