"""Questions that go on from the one before, and those that stand by themselves."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions import Wanted, read_short

TODAY = date(2025, 12, 1)
PHRASES = {
    Wanted.WHEN: ["Since when?", "when was that", "and for how long?", "when did they say that?"],
    Wanted.CHANGES: [
        "How has it changed?",
        "has their position changed",
        "did they ever change their mind?",
        "timeline",
        "over time?",
    ],
    Wanted.FIRST_OF_ALL: [
        "who said it first?",
        "Did she say that first?",
        "And who first said that?",
        "who was first",
    ],
    Wanted.FIRST: [
        "which came first?",
        "what’s the earliest?",
        "which of them is older?",
        "by date",
    ],
    Wanted.LATEST: ["is that still current?", "latest?", "what’s the latest?", "how old is that"],
    Wanted.HOLDERS: [
        "who else supports it?",
        "and who is against it",
        "Which states opposed that?",
        "so who supports it?",
        "anyone against it?",
        "is anybody for it?",
        "and who's against?",
        "who is undecided?",
        "who does not support it?",
    ],
    Wanted.BEFORE: ["and before that?", "Earlier?", "what came before?"],
    Wanted.AFTER: ["and after that?", "since then?"],
    Wanted.SPEAKERS: [
        "Who said that?",
        "ok, and who said it exactly?",
        "says who",
        "in whose words?",
    ],
    Wanted.PERSON: [
        "as what?",
        "Who is he?",
        "who’s that?",
        "what was her post?",
        "What else did he say?",
    ],
    Wanted.WORDS: [
        "Show me the words",
        "the exact words please",
        "What did they say exactly?",
        "verbatim?",
        "more",
        "can you give me the quotes",
        "which words exactly",
    ],
    Wanted.REASONS: ["Why?", "and why not?", "how come", "under what conditions?", "Why is that?"],
    Wanted.SOURCES: ["Source?", "what’s the source", "which article?", "Where was that printed?"],
    Wanted.ALL_OTHERS: ["And everyone else?", "who else?", "what about the others?"],
    Wanted.BESIDE_OTHERS: [
        "compare it with the others",
        "compare them with the rest",
        "who disagrees?",
        "who disagreed?",
        "and who does not?",
        "did anyone disagree?",
    ],
    Wanted.SIDE_BY_SIDE: ["Compare", "do they agree?", "as a table"],
    Wanted.SETTING: ["to whom?", "where?", "where did he say that?", "in which city?"],
    Wanted.FORMER: ["the former?", "the first one"],
    Wanted.NTH: ["the first", "the second?", "the third", "and the fourth one?"],
}
ALONE = [
    "where does velmora stand on the border",
    "velmora border",
    "And Velmora on the border?",
    "who is Orin Dask?",
    "and who is Orin Dask?",
    "Orin Dask",
    "what did Orin Dask say?",
    "and without Narnia?",
    "only the weather",
    "cite Orin Dask",
    "not Velmora on ferries",
    "what is the time in Velmora now?",
    "and before Orin Dask?",
    "What did Velmora say in 2025?",
    "who supports opening the border?",
    "and who said “too early”?",
    "how has the border changed?",
    "compare velmora and north tarsk",
    "compare velmora with north tarsk on the border",
    "what do you have on the border?",
    "and Narnia?",
    "and the weather?",
    "as of whenever?",
    "why is the sky blue?",
    "help",
    "what can I ask?",
    "thanks",
    "and",
    "",
    "?",
    "ok",
]


def _read(kb, typed, **how):
    return read_short(kb, typed, TODAY, **how)


@pytest.mark.parametrize(("wanted", "typed"), [(w, t) for w, ts in PHRASES.items() for t in ts])
def test_a_phrase_that_names_nothing_asks_about_the_answer_before(kb, wanted, typed):
    assert _read(kb, typed).wanted is wanted


@pytest.mark.parametrize("typed", ALONE)
def test_a_full_question_and_what_is_not_understood_stand_alone(kb, typed):
    assert _read(kb, typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "and South Tarsk?",
        "What about South Tarsk?",
        "the same for South Tarsk please",
        "South Tarsk?",
        "for south tarsk",
        "does South Tarsk agree?",
        "what did South Tarsk say about that?",
        "and where does South Tarsk stand?",
        "what is South Tarsk's position then?",
        "what does South Tarsk say?",
    ],
)
def test_a_state_without_an_issue_goes_on(kb, typed):
    short = _read(kb, typed)
    assert (short.who, short.names_issue, short.days) == (("south-tarsk",), False, "")


@pytest.mark.parametrize(
    "typed", ["and Orin Dask?", "What about Orin Dask", "did Dask, Orin agree"]
)
def test_a_person_goes_on_where_the_words_say_so(kb, typed):
    assert _read(kb, typed).who == ("orin-dask",)


def test_a_name_alone_is_a_reply_where_a_name_was_asked_for(kb):
    assert _read(kb, "Orin Dask") is None
    assert _read(kb, "Orin Dask", replies=True).who == ("orin-dask",)


def test_a_name_of_several_keeps_its_words(kb):
    short = _read(kb, "and Dask?")
    assert (short.names_who, short.who, short.words) == (True, (), "Dask?")


@pytest.mark.parametrize(
    "typed",
    [
        "and on the border?",
        "on ferries?",
        "what about the river treaty?",
        "where do they stand on the border?",
        "what is her view on ferries",
        "and on talks with North Tarsk?",
    ],
)
def test_an_issue_without_a_holder_goes_on(kb, typed):
    short = _read(kb, typed)
    assert (short.names_who, short.names_issue) == (False, True)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("in May 2025?", "in May 2025"),
        ("and as of 2025-04-01?", "as of 2025-04-01"),
        ("and before April 2025", "before April 2025"),
    ],
)
def test_days_alone_go_on(kb, typed, days):
    short = _read(kb, typed)
    assert (short.wanted, short.days) == (Wanted.NAMED, days)
    assert (short.names_who, short.names_issue) == (False, False)


def test_a_change_may_be_asked_of_some_days(kb):
    short = _read(kb, "how has it changed since 2024?")
    assert (short.wanted, short.days) == (Wanted.CHANGES, "since 2024")


def test_days_are_parted_from_the_name_beside_them(kb):
    short = _read(kb, "and South Tarsk in May 2025?")
    assert (short.who, short.words, short.days) == (("south-tarsk",), "South Tarsk", "in May 2025")


@pytest.mark.parametrize(
    "typed",
    [
        "compare with South Tarsk",
        "and compared to South Tarsk?",
        "versus south tarsk",
        "How does that compare with South Tarsk?",
        "how does their position differ from South Tarsk?",
    ],
)
def test_a_comparison_with_one_side_leaves_the_other_out(kb, typed):
    short = _read(kb, typed)
    assert (short.wanted, short.who) == (Wanted.BESIDE, ("south-tarsk",))


@pytest.mark.parametrize(
    ("typed", "style"),
    [
        ("cite", ""),
        ("Cite that, please", ""),
        ("how do I cite this?", ""),
        ("give me a footnote", ""),
        ("as Chicago", "chicago"),
        ("and in APA style?", "apa"),
        ("cite it in AP", "ap"),
        ("cite as Harvard", "harvard"),
        ("APA format", "apa"),
    ],
)
def test_a_form_to_paste_is_asked_for_in_a_style(kb, typed, style):
    short = _read(kb, typed)
    assert (short.wanted, short.words) == (Wanted.CITATION, style)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("and without South Tarsk?", Wanted.WITHOUT),
        ("except for South Tarsk", Wanted.WITHOUT),
        ("not South Tarsk", Wanted.WITHOUT),
        ("Leave out South Tarsk please", Wanted.WITHOUT),
        ("only South Tarsk", Wanted.ONLY),
        ("and just South Tarsk?", Wanted.ONLY),
        ("South Tarsk only", Wanted.ONLY),
        ("South Tarsk alone, please", Wanted.ONLY),
    ],
)
def test_a_name_may_be_left_out_or_kept_alone(kb, typed, wanted):
    short = _read(kb, typed)
    assert (short.wanted, short.who, short.names_issue) == (wanted, ("south-tarsk",), False)
    assert short.words.strip(" ,?") == "South Tarsk"


@pytest.mark.parametrize(
    ("typed", "wanted"), [("without ferries", Wanted.WITHOUT), ("only on ferries", Wanted.ONLY)]
)
def test_an_issue_may_be_left_out_or_kept_alone(kb, typed, wanted):
    short = _read(kb, typed)
    assert (short.wanted, short.who, short.issues) == (wanted, (), ("ferry-ban",))


_HOLDERS = ["velmora", "Velmora's", "South Tarsk", "Orin Dask", "the United Isles"]
_ISSUES = ["the border", "ferries", "the river treaty", "border opening", "talks"]
_FULL = [
    "{} on {}",
    "{} {}",
    "and {} on {}?",
    "where does {} stand on {}?",
    "what about {} on {}",
    "what did {} say about {}",
    "how has {} changed on {}?",
    "Does {} support {}?",
]
_DAYS = ["", " in May 2025", " as of 2025-04-01", "?"]


@given(
    st.sampled_from(_FULL),
    st.sampled_from(_HOLDERS),
    st.sampled_from(_ISSUES),
    st.sampled_from(_DAYS),
)
def test_whoever_and_whatever_is_named_together_is_a_full_question(kb, form, who, issue, days):
    assert _read(kb, form.format(who, issue) + days) is None


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read(kb, typed):
    _read(kb, typed)
