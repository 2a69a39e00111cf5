"""Small print says what it was given, in bold where it may be, and is plain where it may not."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.block_kit import limits
from bot.block_kit.block_elements import header, link, run, small_print
from bot.block_kit.block_text import as_text, small_runs

_RUNS = st.lists(st.tuples(st.text("ab *_~`:&<>\n·“é", max_size=8), st.booleans()), min_size=1)


def _element(*texts):
    (element,) = small_print(*texts)["elements"]
    return element


def test_bold_words_are_marked_up_and_spaces_stay_outside_the_marks():
    element = _element(run("5 years old. ", bold=True), "Should it be?")
    assert element["type"] == "mrkdwn"
    assert element["text"] == "*5 years old.* Should it be?"
    assert element["verbatim"]


def test_small_print_without_bold_is_plain():
    assert _element("Source: A & B")["text"] == "Source: A & B"


@pytest.mark.parametrize("name", ["a*b", "a_b", "~a~", "`a`", ":tada:", "a\nb"])
def test_a_line_that_markup_would_restyle_is_plain(name):
    element = _element(run(name, bold=True), ", Minister")
    assert (element["type"], element["text"]) == ("plain_text", f"{name}, Minister")
    assert element["emoji"] is False


@pytest.mark.parametrize(("before", "after"), [("on", ""), ("", "s"), ("", "’s")])
def test_marks_inside_a_word_would_show_and_are_not_set(before, after):
    kind = "mrkdwn" if after == "’s" else "plain_text"
    assert _element(before, run("Dask", bold=True), after)["type"] == kind


@pytest.mark.parametrize("words", ["Mar 12: noon", "relayed 10:30 by A"])
def test_a_lone_colon_is_no_emoji(words):
    assert _element(run(words, bold=True))["type"] == "mrkdwn"


@given(_RUNS)
@example([("<!channel>", True), (" & others", False)])
def test_small_print_reads_as_what_it_was_made_of(given_runs):
    runs = [run(text, bold=bold) for text, bold in given_runs]
    whole = "".join(text for text, _ in given_runs)
    block = small_print(*runs)
    assert as_text([block]) == whole
    (element,) = block["elements"]
    bold = [r["text"] for r in small_runs(element) if r.get("style")]
    meant = [words for text, is_bold in given_runs if is_bold and (words := text.strip())]
    assert element["type"] == "plain_text" or bold == meant


def test_an_address_is_a_link_and_reads_as_its_words():
    block = small_print("Source: ", link("Post & Co, 2025", "https://e.com/a?b=1&c"))
    (element,) = block["elements"]
    assert element["text"] == "Source: <https://e.com/a?b=1&amp;c|Post &amp; Co, 2025>"
    assert as_text([block]) == "Source: Post & Co, 2025"


@pytest.mark.parametrize(
    "url", [None, "javascript:alert(1)", "https://e.com/a|b", "https://e.com/<"]
)
def test_what_is_no_address_is_no_link(url):
    assert _element("Source: ", link("Post", url)) == _element("Source: Post")


def test_a_header_is_cut_where_slack_cuts_it_off():
    assert len(header("z" * 200)["text"]["text"]) == limits.HEADER_TEXT
