"""Plain words: which command they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import reply as replying
from bot.answers.last_question import LastQuestion
from bot.commands import commands_as, plain_words, registry
from bot.commands.plain_words import choose, without_mention
from knowledge.questions.reader import read
from knowledge.text import work_budget
from knowledge.text.work_budget import Work, spend
from tests.steps import count_steps


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("what does Seoul think about ending the Korean War?", "stance"),
        ("Japan position on sanctions pls", "stance"),
        ("what did Kono say about pressure?", "stance"),
        ("japan", "stance"),
        ("South Korea in February 2024", "timeline"),
        ("what was Japan's position in Feb 2018", "timeline"),
        ("Japan as of 2018", "stance"),
        ("Japan on pressure in 2018", "stance"),
        ("who is Japan in 2018", "who"),
        ("who is Kim Yo Jong", "who"),
        ("who's funakoshi?", "who"),
        ("Kim Yo Jong", "who"),
        ("what did Kono say?", "who"),
        ("and who is narnia", "who"),
        ("ok so who is narnia", "who"),
        ("who opposes sanctions?", "issues"),
        ("and who opposes sanctions?", "issues"),
        ("/who kim", "who"),
        ("/whois kim", "who"),
        ("/stance japan end-of-war", "stance"),
        ("/stance who funakoshi", "who"),
        ("issues", "issues"),
        ("list the issues please", "issues"),
        ("hello", "help"),
        ("thanks!", "help"),
        ("", "help"),
        ("👋", "help"),
        ("what can you do", "help"),
        ("/nonsense japan", "help"),
    ],
)
def test_plain_words_mean_a_command(shipped_kb, typed, command):
    assert choose(shipped_kb, typed)[0].name == command


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("@stancebook, who is kim", "who is kim"),
        ("Stancebook: who is kim", "who is kim"),
        ("stancebooks are good", "stancebooks are good"),
    ],
)
def test_whom_the_words_are_addressed_to_is_stripped(typed, left):
    assert without_mention(typed) == left


@given(st.text(max_size=100))
def test_any_words_mean_some_command(shipped_kb, typed):
    command, text, *_ = choose(shipped_kb, typed)
    assert command.name
    assert isinstance(text, str)


def test_a_question_in_plain_words_is_read_once(shipped_kb, today, monkeypatch):
    seen = []

    def counted(names, typed, *kinds, **options):
        seen.append(typed)
        return read(names, typed, *kinds, **options)

    monkeypatch.setattr(replying, "read", counted)
    monkeypatch.setattr(plain_words, "read", counted)
    typed = "what does Japan think about the end of war declaration"
    answered = replying.reply_to(shipped_kb, choose(shipped_kb, typed), today)
    assert answered.answer.outcome == "answer"
    assert seen == [typed]


def test_a_history_is_read_as_often_after_a_question_as_without_one(shipped_kb, monkeypatch):
    seen = []

    def counted(kb, typed, **options):
        seen.append(typed)
        return read(kb, typed, **options)

    monkeypatch.setattr(plain_words, "read", counted)
    typed = "the history of Japan's position on talks"
    alone = choose(shipped_kb, typed)
    reads, seen[:] = list(seen), []
    assert choose(shipped_kb, typed, last=LastQuestion(command="who", who=("japan",))) == alone
    assert alone.command.name == "timeline"
    assert seen == reads


def test_help_on_a_command_by_its_name_here_takes_nothing_from_the_last_question(shipped_kb):
    here = commands_as({"who": "japan"}, ["stance", "who"])
    last = LastQuestion(command="stance", issues=("pressure",))
    meant = choose(shipped_kb, "help japan", commands=here, last=last)
    assert (meant.command, meant.text) == (here["who"], "help")


def test_what_goes_on_from_the_last_question_means_a_command_as_it_is_known_here(shipped_kb):
    here = commands_as({"stance": "position"}, ["stance"])
    last = LastQuestion(command="stance", who=("japan",), issues=("pressure",))
    meant = choose(shipped_kb, "and China?", commands=here, last=last)
    assert meant.taken_over
    assert meant.command is here[meant.command.name]


@pytest.mark.parametrize(
    "beside", ["", "someone says", "Kono said", "quote:", "source?", "someone", "wrote:"]
)
def test_a_quotation_beside_which_somebody_says_it_is_checked(shipped_kb, beside):
    typed = f"{beside} “This is not the time to reduce pressure”"
    assert choose(shipped_kb, typed).command.name == "check"


@pytest.mark.parametrize("end", ["; ", "? ", "\n", ", and what "])
def test_a_quotation_is_not_cut_where_a_sentence_in_it_ends(shipped_kb, end):
    typed = f"“Japan believes it is important{end}to talk to North Korea”"
    assert choose(shipped_kb, typed)[:2] == (registry()["check"], typed)


def test_quotations_on_lines_of_their_own_are_all_checked(shipped_kb):
    typed = "“Japan believes it is important”\n“North Korea has not shown it”"
    assert choose(shipped_kb, typed)[:2] == (registry()["check"], typed)


def test_a_name_between_marks_is_no_quotation(shipped_kb):
    assert choose(shipped_kb, "Japan “pressure on North Korea”").command.name == "stance"


def test_a_huge_message_is_cut_before_anything_reads_it(shipped_kb):
    """Of a million characters, no more is gone through than of ten thousand."""
    for piece in ("what does japan think? ", "<@U0BOT|a ", "a\n", "“„«‘「'"):
        short, long = (piece * (size // len(piece)) for size in (10_000, 1_000_000))
        choose(shipped_kb, short)
        steps = [count_steps(lambda t=text: choose(shipped_kb, t)) for text in (short, long)]
        assert steps[1] <= steps[0] * 1.01


@pytest.mark.parametrize(
    "typed", ["what does japan think?", "/check “ease the pressure”", "/who kim"]
)
def test_what_takes_too_much_work_to_read_is_told_so(shipped_kb, today, monkeypatch, typed):
    monkeypatch.setattr(replying, "_answer", lambda *_: spend(replying.STEPS + 1))
    answered = replying.reply_to(shipped_kb, choose(shipped_kb, typed), today)
    assert answered.answer.outcome == "no_match"
    assert "too much to read at once" in answered.message.text


def test_a_message_that_takes_too_much_work_to_understand_is_told_so(
    shipped_kb, today, monkeypatch
):
    monkeypatch.setattr(plain_words, "find_topic", lambda *_: spend(replying.STEPS + 1))
    here = commands_as({"stance": "position"}, ["stance"])
    meant = choose(shipped_kb, "what does japan think?", commands=here)
    assert meant.too_much
    assert meant.command is here["stance"]
    answered = replying.reply_to(shipped_kb, meant, today)
    assert "too much to read at once" in answered.message.text


def test_time_that_reading_took_is_not_there_to_answer(shipped_kb, today, monkeypatch):
    told = {}
    monkeypatch.setattr(work_budget, "thread_time", lambda: 0.001)
    monkeypatch.setattr(replying, "_answer", lambda *_: spend(replying.STEPS) or help_given)
    meant = choose(shipped_kb, "what does japan think?")
    help_given = replying._refuse(shipped_kb, choose(shipped_kb, "help"), today)
    for took in (0.0, replying.IN_ALL.seconds + 0.001):
        slow = meant._replace(spent=Work(0, took))
        told[took] = replying.reply_to(shipped_kb, slow, today).answer is help_given
    assert list(told.values()) == [True, False]


def test_names_without_number_are_not_held_against_one_another(shipped_kb):
    assert not choose(shipped_kb, "Kim, Japan " * 40).too_much
    assert choose(shipped_kb, "Kim " * 740).too_much


@pytest.mark.parametrize("asked", ["check", "please check", "can you verify this passage:"])
@pytest.mark.parametrize("words", ["x" * 3_001, "ferry " * 600, "。" * 3_001])
def test_words_to_check_that_are_too_long_are_told_so(shipped_kb, today, asked, words):
    text = replying.reply_to(shipped_kb, choose(shipped_kb, f"{asked} {words}"), today).message.text
    assert "3,000 characters are read at once" in text


def test_the_words_that_are_not_read_are_told(shipped_kb, today):
    long = f"what does japan think of sanctions {'and so on ' * 400}"
    for typed in (long, f"/stance {long}"):
        text = replying.reply_to(shipped_kb, choose(shipped_kb, typed), today).message.text
        assert "no more than 3,000 characters are read at once" in text


@pytest.mark.parametrize(
    "typed",
    [
        "Kono said “” and Tillerson said “”",
        "Kono: “”\nTillerson: “”",
        "“,” said Kono; “,” said Tillerson",
        "Foreign Minister Kono: “”. Then Rex Tillerson: “”",
        "According to Kono “”, and Tillerson thinks “”",
        "“” – Kono, 16 January 2018; “” – Tillerson in 2018",
        "Kono’s “” vs Tillerson’s “”",
        "Kono says “”, whereas grell says “”, but Tillerson wrote “”",
    ],
)
def test_quotations_with_a_name_each_are_all_checked(shipped_kb, typed):
    words = "this is not the time to reduce it"
    filled = typed.replace("“", f"“{words}")
    assert choose(shipped_kb, filled)[:2] == (registry()["check"], filled)


def test_what_is_asked_beside_several_quotations_is_answered(shipped_kb):
    typed = "what does Kono think about “charm in diplomacy” and “pressure on North Korea”?"
    assert choose(shipped_kb, typed).command.name != "check"


def test_two_names_between_marks_are_no_quotations(shipped_kb):
    typed = "Japan “end of war declaration” and “pressure on North Korea”"
    assert choose(shipped_kb, typed).command.name == "stance"


@pytest.mark.parametrize(
    "typed", ["funakoshi “premature”", "“premature” Funakoshi", "Kono said “charm diplomacy”"]
)
def test_a_word_between_marks_beside_a_name_is_checked(shipped_kb, typed):
    assert choose(shipped_kb, typed)[:2] == (registry()["check"], typed)


@pytest.mark.parametrize(
    "typed", ["Japan “pressure”", "Kono “talks”", "Japan “end of war declaration”"]
)
def test_what_an_issue_is_called_is_no_quotation(shipped_kb, typed):
    assert choose(shipped_kb, typed).command.name == "stance"


@pytest.mark.parametrize(
    "typed",
    [
        "Sung Kim told Funakoshi it was “premature”",
        "“This is not the time to reduce pressure on North Korea” Who’s this?",
        "Can I use “North Korea has not shown that it is trustworthy” as it is?",
        "my lede: Kono called it “a thing that nobody printed at all”. Good to go?",
        "Abe and Suga agree: “it is not a thing that anybody printed”",
    ],
)
def test_a_quotation_is_checked_whatever_an_editor_writes_beside_it(shipped_kb, typed):
    assert choose(shipped_kb, typed).command.name == "check"


@pytest.mark.parametrize(
    "typed",
    [
        "end-of-war “premature”",
        "did Noh call an end-of-war declaration “premature”?",
        "did Sung Kim describe the end of war proposal as “premature” in Washington?",
        "did Funakoshi call the talks “highly effective” or only useful",
        "did Ned Price call the nukes an issue of “urgent priority” or is that our gloss",
        "Is it “premature” or “too early”? Funakoshi on the end-of-war proposal",
        "“premature” end of war declaration: who came up with that",
        "the talks were “premature”, according to a Japanese diplomat",
    ],
)
def test_printed_words_are_checked_though_an_issue_is_named_beside_them(shipped_kb, typed):
    assert choose(shipped_kb, typed).command.name == "check"


@pytest.mark.parametrize("typed", ["did Funakoshi demand the “”?", "Funakoshi: “”", "“”"])
def test_a_printed_sentence_of_nothing_but_names_is_checked(shipped_kb, typed):
    words = "complete, verifiable, irreversible dismantlement of North Korea’s nuclear program"
    assert choose(shipped_kb, typed.replace("“", f"“{words}")).command.name == "check"


@pytest.mark.parametrize(
    "typed",
    [
        "Japan “pressure on North Korea over its nuclear program”",
        "Is Japan “ready” for talks with North Korea?",
        "is Japan really “open” to an end of war declaration?",
    ],
)
def test_names_and_words_of_any_question_are_no_quotation_for_their_marks(shipped_kb, typed):
    assert choose(shipped_kb, typed).command.name == "stance"


@pytest.mark.parametrize(
    "typed",
    [
        "what does Kono think about “reducing the pressure on North Korea”?",
        "Does Japan support “an end to the Korean War, at last”?",
        "Japan’s position on “an end to the Korean War, at last”",
        "Japan “pressure on North Korea”",
        "how does Seoul see the “end of war declaration”?",
    ],
)
def test_what_is_asked_of_somebody_named_is_answered_though_words_are_quoted(shipped_kb, typed):
    assert choose(shipped_kb, typed).command.name != "check"


@pytest.mark.parametrize(
    "typed",
    [
        "FYI only, no need to reply",
        "Japan moved on sanctions today, no reply needed",
        "just FYI: Kono is back in town",
        "never mind",
        "please don’t answer, I know where Japan stands",
    ],
)
def test_what_wants_no_answer_gets_no_search(shipped_kb, typed):
    assert choose(shipped_kb, typed).command.name == "help"


@pytest.mark.parametrize(
    "typed",
    [
        "no need to reply at length: where does Japan stand on sanctions?",
        "FYI only: “This is not the time to reduce pressure”",
    ],
)
def test_what_asks_or_quotes_is_answered_though_it_wants_no_long_answer(shipped_kb, typed):
    assert choose(shipped_kb, typed).command.name != "help"


@pytest.mark.parametrize(
    ("typed", "also"),
    [
        ("what did Orin Dask say and what did Jonas Vehl say", "what did Jonas Vehl say"),
        ("Does Velmora oppose it and why does South Tarsk agree?", "why does South Tarsk agree?"),
        ("who is Orin Dask and what did he say", None),
        ("what did Orin Dask and Jonas Vehl say", None),
        ("what does Velmora think of ferries and what of the border", None),
    ],
)
def test_a_second_question_about_somebody_is_named(kb, typed, also):
    assert choose(kb, typed).also == also


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("what did the Velmoran Foreign Ministry say", "who"),
        ("what did the Velmoran Foreign Ministry say about the border", "stance"),
        ("what did Velmora say", "stance"),
    ],
)
def test_the_words_of_a_body_are_its_own_statements(kb, typed, command):
    assert choose(kb, typed).command.name == command


def test_a_place_or_a_time_leaves_a_question_about_all_that_somebody_said(kb):
    assert choose(kb, "what did Orin Dask say at the United Isles").command.name == "who"
    assert choose(kb, "what did Orin Dask say about the United Isles").command.name == "stance"
