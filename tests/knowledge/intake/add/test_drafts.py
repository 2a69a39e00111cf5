"""Drafts proved against their text: each once, and within the budget, however long the text is."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from knowledge.check_corpus.article_check import ArticleCheck
from knowledge.corpus import corpus_reader as entries
from knowledge.corpus.model import Interval
from knowledge.intake.add import drafts
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.intake.read.head import Head
from knowledge.speech.known_names import KnownNames
from knowledge.text.article_text import Text
from tests.places import CORPUS as TINY

CORPUS = entries.load_corpus(TINY)
KNOWN, CHECK = KnownNames.of(CORPUS), ArticleCheck(CORPUS)
DAY = Interval(from_=date(2025, 7, 9), to=date(2025, 7, 9), printed="July 9, 2025", basis="printed")
HEAD = Head(title="Envoy calls river plan premature", published=DAY)
PARTS = """“We will keep the ferry number {i} running,” Marta Quill said on Monday.

The council of Ostby meets at the end of the month, and the engineers bring their drawings of it.

Quill said that treaty {i} would be “a waste of paper {i}.”

“No comment on {i},” said Ada Brandt, who came late to the hall and left it early with her umbrella."""


def _text(parts):
    body = "\n\n".join(PARTS.format(i=i) for i in range(parts))
    return f"{HEAD.title}\n\n{DAY.printed}\n\n{body}\n"


def _drafted(raw):
    text = Text(raw)
    made = drafts.make_statements(find_candidates(raw, DAY, KNOWN), text, "quill")
    return text, made


def _unattributed(statement):
    quotes = [q.model_copy(update={"attribution": "Nobody Else"}) for q in statement.quotes]
    return statement.model_copy(update={"quotes": tuple(quotes)})


def _calls(parts, raw=None):
    """Count the calls that proving takes, the same on every machine; a third does not hold."""
    text, made = _drafted(raw or _text(parts))
    made[::3] = [_unattributed(statement) for statement in made[::3]]
    assert text.sentences  # read once, by whoever comes first
    count = 0

    def counted(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        _, left_out = drafts.draft_entry(HEAD, text, made, "quill", CHECK)
    finally:
        sys.setprofile(before)
    return count, len(left_out)


def test_four_times_the_text_is_about_four_times_the_work():
    (short, few), (long, many) = _calls(10), _calls(40)
    assert many > few > 1
    assert long < 5 * short


def test_words_that_a_text_prints_again_and_again_are_sought_once():
    again = "\n\n“We have nothing to say about it,” Marta Quill said on Monday in the old hall."
    (short, _), (long, _) = (_calls(0, f"{_text(2)}{again * n}") for n in (20, 80))
    assert long < 5 * short


def test_a_statement_that_does_not_hold_is_left_out_and_no_other():
    text, made = _drafted(_text(1))
    (first, *rest) = made
    wrong = first.quotes[0].model_copy(update={"exact": "We will sink the ferry"})
    broken = first.model_copy(update={"quotes": (wrong,)})
    entry = drafts.make_article(HEAD, text, "quill").model_copy(
        update={"statements": (broken, *rest)}
    )
    kept, left_out = drafts.keep_passing(entry, text, CHECK)
    assert [s.id for s in kept.statements] == [s.id for s in rest]
    assert len(left_out) == 1
    assert "'We will sink the ferry'" in left_out[0]


def test_what_goes_over_the_budget_is_left_out_with_a_word():
    raw = f"{DAY.printed}\n\n“We will keep the old ferry running as long as we can,” Quill said.\n"
    text, made = _drafted(raw)
    entry = drafts.make_article(Head(published=DAY), text, "quill")
    kept, left_out = drafts.keep_passing(
        entry.model_copy(update={"statements": (*made,)}), text, CHECK
    )
    assert kept.statements == ()
    assert "quotation limit has no room" in left_out[0]


@pytest.mark.parametrize("words", [199, 4])
def test_a_head_that_does_not_hold_takes_no_statement_with_it(words):
    text, made = _drafted(_text(1))
    entry = drafts.make_article(HEAD, text, "quill")
    wrong = entry.model_copy(update={"words": words, "statements": (*made,)})
    kept, left_out = drafts.keep_passing(wrong, text, CHECK)
    assert len(kept.statements) == len(made)
    assert f"words: The text has {text.words} words." in left_out
    assert kept.words == text.words


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Halvard Rønning", "halvard-ronning"),
        ("Łukasz Żak", "lukasz-zak"),
        ("President d’Estrées’s plan", "president-destrees-plan"),
        ("N. Korea: talks?", "n-korea-talks"),
        ("日本", ""),
    ],
)
def test_an_id_is_made_of_a_name_in_plain_letters(words, made):
    assert drafts.make_slug(words) == made


@pytest.mark.parametrize(("count", "what"), [(1, "1 proposal"), (2, "2 proposals")])
def test_proposals_over_the_limit_are_counted(count, what):
    quoted = "“We will keep the old ferry running as long as we can,” Quill said.\n\n"
    text, made = _drafted(f"{DAY.printed}\n\n{quoted}")
    kept, left_out = drafts.keep_within_budget(made * count, text)
    assert kept == []
    assert left_out == [
        f"{what}, because the article's quotation limit is full. --review shows all."
    ]


def test_a_part_that_is_too_short_leaves_the_rest_of_what_was_said():
    words = "“We will keep the ferry running until the ice comes,” Marta Quill said on Monday."
    text, made = _drafted(f"{HEAD.title}\n\n{DAY.printed}\n\n{words} “That is all.”\n")
    entry, left_out = drafts.draft_entry(HEAD, text, made, "quill", CHECK)
    (kept,) = entry.statements
    assert [quote.exact for quote in kept.quotes] == [
        "We will keep the ferry running until the ice comes"
    ]
    assert len(left_out) == 1
    assert left_out[0].startswith("'That is all.': The quote has fewer than")


@pytest.mark.parametrize(
    ("raw", "reasons"),
    [
        (
            "Q: Will you go?\n\nA: I will not go home yet.\n\nQ: Why?\n\nA: Because I like it here.",
            ["does not say above the label who answers", "a question of somebody"],
        ),
        ("It rained on Monday. The ferry was late.", ["nothing in it reads as somebody's words"]),
    ],
)
def test_a_text_without_a_statement_says_why(raw, reasons):
    told = drafts.explain_nothing(find_candidates(raw, DAY, KNOWN))
    assert len(told) == len(reasons)
    assert all(any(why in line for line in told) for why in reasons)
