"""What a question leaves out is taken from the one before, and the answer says so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answer import Outcome
from bot.answers.last_question import LastQuestion, remember
from bot.answers.quotes_shown import list_statement_ids
from bot.cli.ask import ask
from bot.commands.plain_words import choose
from bot.layout.terminal import choices
from tests.questions.gold import rows_of
from tests.questions.question_sets import SETS, TODAY

_MAY = date(2025, 5, 31)


@dataclass
class Conversation:
    """One question after the other."""

    kb: object
    last: LastQuestion | None = None
    answers: list = field(default_factory=list)

    def ask(self, *questions):
        for question in questions:
            reply = ask(self.kb, question, date(2025, 12, 1), self.last)
            self.last = remember(self.kb, reply.answer, self.last, reply.message.shows)
            self.answers.append(reply.answer)
        return reply

    def answer(self, *questions):
        return self.ask(*questions).answer


@pytest.fixture
def talk(kb):
    return Conversation(kb)


BORDER = "where does Velmora stand on opening the border?"


_THREE = "/compare velmora, south tarsk, north tarsk on border"
_OTHERS_ASKED = "/compare south-tarsk, north-tarsk on border-opening"
_SINCE_APRIL = "/timeline velmora border-opening since 2025-04-01"
_TWO_ASKED = "/compare velmora, south-tarsk on border-opening"


def _taken(answer):
    return [ref.id for ref in answer.taken_over.names] if answer.taken_over else None


@pytest.mark.parametrize(
    ("first", "then", "asked", "taken"),
    [
        (BORDER, "and South Tarsk?", "/stance south-tarsk border-opening", ["border-opening"]),
        (BORDER, "and on ferries?", "/stance velmora ferry-ban", ["velmora"]),
        (BORDER, "what about Orin Dask?", "/stance orin-dask border-opening", ["border-opening"]),
        (BORDER, "does South Tarsk agree?", "/stance south-tarsk border-opening", None),
        (BORDER, "since when?", "/timeline velmora border-opening", ["velmora", "border-opening"]),
        (BORDER, "has it changed?", "/timeline velmora border-opening", None),
        (BORDER, "why?", "/stance velmora border-opening", ["velmora", "border-opening"]),
        (
            BORDER,
            "compare with South Tarsk",
            "/compare velmora, south-tarsk on border-opening",
            None,
        ),
        (
            BORDER,
            "compare with South Tarsk on ferries",
            "/compare velmora, south-tarsk on ferry-ban",
            ["velmora"],
        ),
        (
            "/who marrow",
            "and on the border?",
            "/stance ilse-marrow border-opening",
            ["ilse-marrow"],
        ),
        ("/who marrow", "what did she say?", "/who ilse-marrow", ["ilse-marrow"]),
        ("/timeline velmora border", "on ferries?", "/timeline velmora ferry-ban", ["velmora"]),
        (
            "/compare velmora, south tarsk on border",
            "and North Tarsk?",
            "/compare velmora, south-tarsk, north-tarsk on border-opening",
            ["velmora", "south-tarsk", "border-opening"],
        ),
        (
            _THREE,
            "and without Velmora?",
            "/compare south-tarsk, north-tarsk on border-opening",
            None,
        ),
        (
            "/compare velmora, south tarsk on border",
            "without Velmora",
            "/stance south-tarsk border-opening",
            ["south-tarsk", "border-opening"],
        ),
        (
            "/compare velmora, south tarsk on border, ferries",
            "not ferries",
            "/compare velmora, south-tarsk on border-opening",
            None,
        ),
        (_THREE, "only Velmora", "/stance velmora border-opening", ["border-opening"]),
        (_THREE, "Velmora and South Tarsk only", _TWO_ASKED, ["border-opening"]),
        (BORDER, "what about South Tarsk and North Tarsk?", _OTHERS_ASKED, ["border-opening"]),
        ("Velmora and South Tarsk", "on the border", _TWO_ASKED, ["velmora", "south-tarsk"]),
        (
            BORDER,
            "compare with April 2025",
            "/timeline velmora border-opening since 2025-04-01",
            None,
        ),
        (
            f"{BORDER} in April 2025",
            "compare it with now",
            _SINCE_APRIL,
            ["velmora", "border-opening"],
        ),
        ("/timeline border", "and on ferries?", "/timeline ferry-ban", []),
        ("/stance velmora", "only on ferries", "/stance velmora ferry-ban", ["velmora"]),
        (BORDER, "who said it first?", "/timeline border-opening", ["border-opening"]),
        (BORDER, "which came first?", "/timeline velmora border-opening", None),
        ("/who marrow", "and since when?", "/timeline ilse-marrow", ["ilse-marrow"]),
        ("/stance velmora", "the border", "/stance velmora border-opening", ["velmora"]),
        ("/stance border", "Velmora", "/stance velmora border-opening", ["border-opening"]),
        ("/stance dask ferries", "Orin", "/stance orin-dask ferry-ban", ["ferry-ban"]),
    ],
)
def test_what_is_left_out_is_taken_from_the_last_question(talk, first, then, asked, taken):
    answer = talk.answer(first, then)
    assert (answer.outcome, answer.asked) == (Outcome.ANSWER, asked)
    assert answer.taken_over
    assert taken is None or _taken(answer) == taken


def test_the_answer_says_what_was_taken_over(talk):
    text = talk.ask(BORDER, "and South Tarsk?").message.text
    assert "Read with your last question: Opening of the Tarsk border" in text


def test_reasons_are_not_made_up(talk):
    assert "I give no reasons of my own" in talk.ask(BORDER, "why?").message.text


def test_who_said_that_is_answered_for_the_words_shown(talk):
    answer = talk.answer(BORDER, "who said that?")
    assert answer.command == "cite"
    assert [s.id for s in answer.statements] == list(talk.last.statements)


def test_the_source_is_that_of_the_words_shown(talk):
    answer = talk.answer(BORDER, "source?")
    assert answer.command == "source"
    assert [record.source.id for record in answer.sources] == ["marrow-2025-05"]


@pytest.mark.parametrize("then", ["on what issues?", "what other issues?", "on what?"])
def test_other_issues_are_those_of_whoever_was_asked_about(talk, then):
    text = talk.ask("/stance orin dask ferries", then).message.text
    assert text.startswith("Orin Dask on which issue?")
    assert "Read with your last question: Orin Dask" in text
    assert talk.ask(BORDER, then).answer.asked == "/issues velmora"


@pytest.mark.parametrize("then", ["in what post?", "what was his post then?", "what post?"])
def test_a_post_is_asked_of_the_speaker(talk, then):
    assert talk.answer("/stance orin dask ferries", then).asked == "/who orin-dask"


def test_who_the_source_is_is_told_with_the_words(talk):
    answer = talk.answer(BORDER, "who is the source?")
    assert [s.id for s in answer.statements] == list(talk.last.statements)


@pytest.mark.parametrize(
    "first",
    [
        "velmora positions on the border, ferries and talks",
        "/timeline border",
        "/compare velmora, south tarsk on border",
        "/said border",
        "/who orin dask",
        "/check “premature”",
    ],
)
def test_all_words_shown_can_be_asked_about_and_no_others(talk, first):
    shown = talk.ask(first).message
    cited = talk.answer("who said that?").statements
    assert [statement.id for statement in cited] == list_statement_ids(shown.shows)
    ends = [[q.exact.rstrip(" […]”.,")[-12:] in shown.text for q in s.quotes] for s in cited]
    assert shown.shows
    assert all(map(any, ends))


@pytest.mark.parametrize(
    ("then", "style"), [("cite", "plain"), ("as Chicago", "chicago"), ("cite it in AP", "ap")]
)
def test_what_the_button_cites_can_be_typed(talk, then, style):
    reply = talk.ask(BORDER)
    cited = dict(choices(reply.message))["Cite"]
    answer = talk.answer(then)
    assert answer.asked == f"{cited} as {style}"
    assert talk.answer("as apa").asked == f"{cited} as apa"


def test_a_style_that_is_not_written_is_named(talk):
    answer = talk.answer(BORDER, "cite that as Harvard")
    assert (answer.command, answer.taken_over.not_used) == ("cite", "as harvard")


def test_where_nothing_was_shown_there_is_nothing_to_cite(talk):
    answer = talk.answer("South Tarsk on ferries", "cite as apa")
    assert (answer.command, answer.taken_over.not_used) == ("stance", "cite")


def test_words_cited_by_their_ids_can_be_asked_about(talk):
    answer = talk.answer(BORDER, "/cite dask-premature", "as apa")
    assert answer.asked == "/cite dask-premature as apa"
    assert talk.answer("and South Tarsk?").asked == "/stance south-tarsk border-opening"


def test_words_cited_with_nothing_before_can_be_asked_about(talk):
    assert talk.answer("/cite dask-premature", "as apa").asked == "/cite dask-premature as apa"


def test_a_question_about_the_answer_leaves_the_topic_as_it_was(talk):
    answer = talk.answer(BORDER, "who said that?", "source?", "and South Tarsk?")
    assert answer.asked == "/stance south-tarsk border-opening"


def test_several_who_may_be_meant_are_a_choice(talk):
    answer = talk.answer("/compare velmora, south tarsk on border", "who are they?")
    assert {c.id for c in answer.choices} == {"ilse-marrow", "jonas-vehl"}
    answer = talk.answer(BORDER, "and Dask?")
    assert answer.outcome is Outcome.CHOICE
    assert {c.question for c in answer.choices} == {
        "/stance orin-dask border-opening",
        "/stance teva-dask border-opening",
    }


def test_the_days_are_kept_and_said(talk):
    reply = talk.ask("velmora border as of 2025-04-10", "and South Tarsk?")
    assert reply.answer.as_of == date(2025, 4, 10)
    assert "Opening of the Tarsk border, as of 10 April 2025" in reply.message.text
    assert talk.answer("and North Tarsk?").as_of == date(2025, 4, 10)


def test_other_days_replace_them(talk):
    answer = talk.answer("velmora border as of 2025-04-10", "in May 2025?")
    assert (answer.as_of, answer.asked) == (_MAY, "/stance velmora border-opening in May 2025")
    assert answer.taken_over.last_day is None


def test_a_range_is_kept_as_a_range(talk):
    answer = talk.answer("velmora border from April to May 2025", "and South Tarsk?")
    assert answer.taken_over.first_day == date(2025, 4, 1)
    assert answer.taken_over.last_day == _MAY


def test_before_that_ends_where_the_days_began(talk):
    answer = talk.answer("velmora border in May 2025", "and before that?")
    assert (answer.command, answer.as_of) == ("timeline", date(2025, 4, 30))


def test_what_is_said_beside_a_question_does_not_keep_it_from_being_read(talk):
    answer = talk.answer(BORDER, "Thanks, that is helpful. What about South Tarsk?")
    assert answer.asked == "/stance south-tarsk border-opening"
    assert talk.answer("Interesting. Why?").taken_over.seeks_reasons


def test_the_second_of_two_questions_is_named(talk):
    answer = talk.answer(BORDER, "And South Tarsk? And North Tarsk?")
    assert answer.asked == "/stance south-tarsk border-opening"
    assert answer.also_asked == "And North Tarsk?"


def test_the_latest_leaves_the_days_out(talk):
    answer = talk.answer("velmora border as of 2025-04-10", "and is that still current?")
    assert (answer.as_of, answer.taken_over.last_day) == (None, None)


def test_who_was_not_asked_about_cannot_be_left_out_and_is_named(talk):
    reply = talk.ask(BORDER, "and without South Tarsk?")
    assert reply.answer.asked == "/stance velmora border-opening"
    assert "not used: “without South Tarsk”" in reply.message.text


def test_days_cannot_be_left_out_of_others_and_are_named(talk):
    answer = talk.answer("velmora border in May 2025", "without April 2025")
    assert answer.asked == "/stance velmora border-opening from 2025-05-01 to 2025-05-31"
    assert answer.taken_over.not_used == "without April 2025"


def test_the_only_one_asked_about_cannot_be_left_out(talk):
    assert talk.answer(BORDER, "without Velmora").taken_over.not_used == "without Velmora"


def test_somebody_else_is_asked_about_of_the_same_days(talk):
    answer = talk.answer("who was Orin Dask in May 2025?", "and Ilse Marrow then?")
    assert (answer.command, answer.person.id, answer.as_of) == ("who", "ilse-marrow", _MAY)
    assert answer.taken_over.last_day == _MAY


def test_who_else_is_on_a_side_is_asked_of_the_issue(talk):
    answer = talk.answer(BORDER, "who supports it?")
    assert (answer.command, _taken(answer)) == ("issues", ["border-opening"])
    assert {stance.issue.id for stance in answer.stances} == {"border-opening"}


def test_what_is_not_on_record_can_be_gone_on_from(talk):
    answer = talk.answer("South Tarsk on ferries", "since when?", "and Velmora?")
    assert answer.outcome is Outcome.ANSWER
    assert answer.asked == "/timeline velmora ferry-ban"


@pytest.mark.parametrize("sought", ["/said premature", "/said premature on border"])
def test_the_one_holder_of_found_words_is_kept_with_and_without_an_issue(talk, sought):
    assert talk.answer(sought, "since when?").asked == "/timeline velmora border-opening"


def test_help_and_thanks_leave_the_last_question_as_it_is(talk):
    assert talk.answer(BORDER, "thanks!", "help", "and South Tarsk?").outcome is Outcome.ANSWER


def test_a_question_about_nothing_on_record_keeps_the_topic(talk):
    talk.ask(BORDER)
    before = talk.last
    talk.ask("where does Narnia stand on cheese?")
    assert talk.last == before


def test_nothing_is_taken_where_the_last_question_does_not_have_it(talk):
    assert talk.answer("/who marrow", "and South Tarsk?").taken_over is None


def test_ids_of_another_kb_complete_nothing(talk):
    talk.last = LastQuestion(command="stance", who=("gone",), issues=("border-opening",))
    assert talk.answer("and South Tarsk?").taken_over is None


@pytest.mark.parametrize(
    ("then", "left"),
    [
        ("by Ilse Marrow?", "by ilse-marrow"),
        ("and by South Tarsk?", "by south-tarsk"),
        ("and on ferries?", "on ferry-ban"),
        ("in April 2025?", "from 2025-04-01 to 2025-04-30"),
        ("only Velmora", "by velmora"),
    ],
)
def test_a_search_narrowed_asks_for_its_words_again(talk, then, left):
    reply = talk.ask("/said border", then)
    assert reply.answer.command == "said"
    narrowed = f'/said "WORDS" {left}'
    assert reply.answer.reason == f"No words to search for. Type them with it: {narrowed}"
    assert "was a search, and I do not keep its words" in reply.message.text


@pytest.mark.parametrize(
    ("then", "unused"),
    [
        ("without Velmora?", "without Velmora"),
        ("only Velmora and South Tarsk", "Velmora and South"),
    ],
)
def test_what_does_not_narrow_a_search_is_named(talk, then, unused):
    assert talk.answer("/said border", then).taken_over.not_used.startswith(unused)


def test_a_search_narrowed_keeps_its_days(talk):
    answer = talk.answer("/said border since 2025", "and by South Tarsk?")
    assert answer.reason.endswith("by south-tarsk from 2025-01-01")


@pytest.mark.parametrize("then", ["who said that?", "since when?", "who said it first?", "latest?"])
def test_words_found_of_many_are_told_with_speaker_and_day(talk, then):
    reply = talk.ask("/said border", then)
    assert reply.answer.command == "cite"
    assert [s.id for s in reply.answer.statements] == list(talk.last.statements)
    assert reply.message.text.startswith("Read with your last question: "), "not between two"


def test_words_found_of_one_on_one_issue_are_gone_on_from(talk):
    answer = talk.answer("/said premature", "since when?")
    assert answer.asked == "/timeline velmora border-opening"


@pytest.mark.parametrize("then", ["who said that?", "since when?", "why?", "source?"])
def test_words_that_nobody_said_are_not_gone_on_from(talk, then):
    reply = talk.ask("/said nobodysaidso", then)
    assert (reply.answer.command, reply.answer.taken_over.was_a_search) == ("said", True)


def test_nothing_typed_is_remembered(talk):
    talk.ask("/said premature", "velmora “premature” border", "/check “premature” by Dask")
    kept = []
    for question in ("/said premature", "velmora border premature?", "/check “premature”"):
        talk.ask(question)
        kept.append(talk.last)
    assert any(kept)
    told = [last.model_dump_json() for last in kept if last]
    assert not any("premature" in json.replace("dask-premature", "") for json in told)


_IDS = st.sampled_from(["velmora", "south-tarsk", "orin-dask", "ilse-marrow"])
_ISSUES = st.sampled_from(["border-opening", "ferry-ban", "tarsk-dialogue"])
_LAST = st.builds(
    LastQuestion,
    command=st.sampled_from(["stance", "who", "timeline", "compare", "said", "check", "issues"]),
    who=st.lists(_IDS, max_size=3, unique=True).map(tuple),
    issues=st.lists(_ISSUES, max_size=2, unique=True).map(tuple),
    last_day=st.none() | st.just(_MAY),
    statements=st.lists(st.sampled_from(["dask-premature", "gone"]), max_size=2).map(tuple),
    left_open=st.booleans(),
)
_FULL = st.one_of(
    st.builds(
        "{} {} {}".format,
        st.sampled_from(["/stance", "/who", "where does", "what about", "and"]),
        st.sampled_from(["velmora", "South Tarsk", "orin dask", "Narnia"]),
        st.sampled_from(["on the border", "on ferries?", "border as of May 2025", "on cheese"]),
    ),
    st.sampled_from(
        ["who is Dask?", "who opposes the border?", "issues", "help", "sources", "“premature”"]
    ),
)


@given(_FULL, _LAST)
def test_a_full_question_is_never_changed_by_what_went_before(kb, typed, last):
    alone, after = choose(kb, typed, TODAY), choose(kb, typed, TODAY, last=last)
    assert (after.command, after.text, after.taken_over) == (alone.command, alone.text, None)


@pytest.mark.parametrize("asked", SETS, ids=lambda asked: asked.name)
def test_no_question_of_the_gold_is_taken_for_a_short_one(kb, shipped_kb, asked):
    """Hold every question that the two corpora must answer, whatever was asked before."""
    held = shipped_kb if asked.name == "korea" else kb
    last = LastQuestion(command="stance", who=(next(iter(held.entities)),), left_open=True)
    last = last.model_copy(update={"issues": (next(iter(held.issues)),)})
    for row in rows_of(asked.file):
        assert choose(held, row.question, TODAY, last=last).taken_over is None, row.question


@given(st.text(max_size=40), _LAST)
def test_whatever_is_typed_after_whatever_is_answered(kb, typed, last):
    assert ask(kb, typed, TODAY, last).message.blocks


@pytest.mark.parametrize(
    ("first", "then", "person"),
    [
        ("/who marrow", "what does she think about South Tarsk?", "ilse-marrow"),
        ("/who marrow", "and what did she say about Orin Dask?", "ilse-marrow"),
        ("/who marrow", "did she ever criticize Orin Dask", "ilse-marrow"),
        (BORDER, "what do they say about South Tarsk?", "velmora"),
    ],
)
def test_a_pronoun_beside_another_name_speaks_of_that_one(talk, first, then, person):
    answer = talk.answer(first, then)
    assert _taken(answer) == [person]
    assert answer.holder is None or answer.holder.id == "velmora"
    assert answer.person is None or answer.person.id == person


@pytest.mark.parametrize("first", ["/who marrow", BORDER])
def test_a_pronoun_that_fits_nobody_is_named_beside_another_name(talk, first):
    reply = talk.ask(first, "what did he say about Orin Dask?")
    assert reply.answer.statements == ()
    assert reply.message.text.startswith("I did not understand “he”.")


@pytest.mark.parametrize(
    "then",
    [
        "what did he say?",
        "who is he?",
        "and his view on the border?",
        "what did he say about the border",
        "why did he say that?",
        "what was his job?",
    ],
)
def test_he_is_nobody_where_a_woman_was_asked_about(talk, then):
    answer = talk.answer("/who marrow", then)
    assert _taken(answer) is None
    assert answer.person is None


def test_of_several_the_one_is_meant_whom_the_pronoun_fits(talk):
    asked = talk.answer("/compare marrow, vehl on border", "what did she say?")
    assert "jonas-vehl" not in _taken(asked)
    assert {s.speaker.id for s in asked.statements} == {"ilse-marrow"}


def test_a_pronoun_alone_is_asked_about(talk):
    reason = talk.answer("what did she say?").reason
    assert reason.startswith("I do not know whom “she” means here.")


@pytest.mark.parametrize("unanswered", ["and Nora Blau?", "what did anyone say about cheese?"])
def test_what_is_not_on_record_leaves_the_question_before_it(talk, unanswered):
    answer = talk.answer(BORDER, unanswered, "and South Tarsk?")
    assert answer.holder.id == "south-tarsk"
    assert answer.issue.id == "border-opening"


def test_words_that_are_only_near_are_not_gone_on_from(talk):
    answer = talk.answer(BORDER, "what did Orin Dask say about cheese?", "and South Tarsk?")
    assert answer.outcome is Outcome.CHOICE


@pytest.mark.parametrize(
    ("first", "then", "who"),
    [
        ("Japan on pressure", "what did he say?", "taro-kono"),
        ("North Korea on the summit", "what did she say about talks?", "kim-yo-jong"),
        ("Kono and Kang on pressure", "and hers on talks?", "kang-kyung-hwa"),
    ],
)
def test_he_and_she_are_the_one_who_is_quoted_or_compared(shipped_kb, first, then, who):
    answer = Conversation(shipped_kb).answer(first, then)
    assert (answer.command, _taken(answer)[0]) == ("stance", who)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Japan on talks", "did he change it?"),  # two men are quoted
        ("Japan on the summit", "when did he say that?"),
        ("Kono on pressure", "and hers?"),
        ("talks", "what about theirs?"),
    ],
)
def test_whom_a_pronoun_means_is_asked_where_nobody_or_several_may_be_meant(
    shipped_kb, first, then
):
    answer = Conversation(shipped_kb).answer(first, then)
    assert answer.outcome == Outcome.NO_MATCH
    assert answer.reason.startswith("I do not know whom “")


def test_words_read_as_an_issue_that_none_found_is_on_leave_no_issue_behind(shipped_kb, today):
    talk = Conversation(shipped_kb)
    for asked in ("when was that?", "when did he say that?", "and when"):
        answer = talk.answer("Taro Kono on charm diplomacy", asked)
        assert answer.issue.id == "pressure"
        assert [s.speaker.id for s in answer.statements] == ["taro-kono"]


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        ("which article is that from?", "source"),
        ("what paper did it come from", "source"),
        ("how do we know", "source"),
        ("was that on the record?", "cite"),
        ("what was it before?", "timeline"),
        ("was it different before?", "timeline"),
        ("can I quote that?", "cite"),
        ("can i get a citation for that in AP style", "cite"),
        ("why is Velmora reluctant?", "stance"),
        ("i meant North Tarsk's position", "stance"),
    ],
)
def test_everyday_words_go_on_from_an_answer(talk, asked, command):
    answer = talk.answer(BORDER, asked)
    assert (answer.command, answer.outcome) == (command, Outcome.ANSWER)


def test_a_state_that_is_on_a_side_is_asked_about_the_same_issue(talk):
    answer = talk.answer(BORDER, "does North Tarsk disagree?")
    assert (answer.holder.id, answer.issue.id) == ("north-tarsk", "border-opening")
    assert talk.answer(BORDER, "who opposes it?").command == "issues"


def test_what_a_state_replied_is_on_the_same_issue(talk):
    answer = talk.answer(BORDER, "what did North Tarsk reply?")
    assert (answer.holder.id, answer.issue.id) == ("north-tarsk", "border-opening")


def test_one_of_those_compared_is_asked_about_alone(talk):
    answer = talk.answer("/compare velmora, south tarsk on border", "and South Tarsk?")
    assert (answer.command, answer.holder.id) == ("stance", "south-tarsk")


@pytest.mark.parametrize(
    ("first", "then", "speaker", "spoken_of"),
    [
        ("What did Kim Yo Jong say about Japan?", "and about South Korea?", "Kim", "“South Korea”"),
        ("What did Kim Yo Jong say about Japan?", "and about the US?", "Kim", "“US”"),
        ("What did Shin say about Japan?", "about China?", "Shin", "“China”"),
        ("What did Tillerson say about North Korea?", "and on Moon?", "Tillerson", "“Moon”"),
    ],
)
def test_who_is_spoken_of_does_not_speak(shipped_kb, first, then, speaker, spoken_of):
    answer = Conversation(shipped_kb).answer(first, then)
    assert speaker in answer.person.name
    assert spoken_of in answer.reason


def test_what_was_said_about_others_is_of_the_same_days(shipped_kb):
    talk = Conversation(shipped_kb)
    answer = talk.answer("What did Japan say about North Korea in 2021?", "and about the US?")
    assert [ref.id for ref in answer.taken_over.names] == ["japan"]
    assert answer.first_day == date(2021, 1, 1)


@pytest.mark.parametrize("then", ["and with the US?", "and to the US?", "and against the US?"])
def test_whom_it_is_only_dealt_with_is_asked_about(shipped_kb, then):
    talk = Conversation(shipped_kb)
    answer = talk.answer("What did Kim Yo Jong say about Japan?", then)
    assert (answer.outcome, answer.taken_over) == (Outcome.CHOICE, None)


@pytest.mark.parametrize(
    ("first", "then", "found"),
    [
        ("What did Tillerson say about North Korea?", "and Kono?", "pressure"),
        ("What did Kono say about North Korea?", "and Tillerson?", "us-north-korea-talks"),
        (
            "What did Funakoshi tell the Americans in February 2021?",
            "and in October 2021?",
            "end-of-war",
        ),
    ],
)
def test_what_a_statement_found_is_on_was_not_asked(shipped_kb, first, then, found):
    answer = Conversation(shipped_kb).answer(first, then)
    assert answer.outcome is Outcome.ANSWER
    assert {held.issue for said in answer.statements for held in said.stances} == {found}


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("/whois suga in 2018", "what did he say then?"),
        ("what was Suga in 2018?", "what did he say at the time?"),
        ("/whois suga in 2018", "what was his title then?"),
        ("/whois suga in 2018", "in what capacity at the time?"),
    ],
)
def test_then_is_on_the_days_asked_about_before(shipped_kb, first, then):
    answer = Conversation(shipped_kb).answer(first, then)
    assert answer.taken_over.first_day == date(2018, 1, 1)
    assert len(answer.statements) == 1


def test_then_is_no_day_where_none_was_asked_about(shipped_kb):
    answer = Conversation(shipped_kb).answer("What did Suga say?", "what was his title then?")
    assert answer.taken_over.first_day is None


_TWO = "compare Velmora and South Tarsk on the border"


@pytest.mark.parametrize(
    "then", ["who else?", "and everyone else?", "and the others?", "who else is on record?"]
)
def test_others_than_those_compared_are_asked_about_alone(talk, then):
    answer = talk.answer(_TWO, then)
    assert "north-tarsk" in answer.asked
    assert not {"velmora", "south-tarsk"} & {*re.split(r"[ ,]+", answer.asked)}


def test_those_compared_are_set_beside_all_others(talk):
    answer = talk.answer(_TWO, "compare them with everyone else")
    assert {"velmora", "south-tarsk", "north-tarsk"} <= {*re.split(r"[ ,]+", answer.asked)}


def test_where_all_on_record_are_compared_the_answer_says_so(talk):
    answer = talk.answer("/compare velmora on border", "who else?")
    assert (answer.command, answer.taken_over.of_all) == ("compare", True)


@pytest.mark.parametrize(
    ("then", "who"),
    [("the first", "velmora"), ("the second", "south-tarsk"), ("the third", "north-tarsk")],
)
def test_one_of_several_is_asked_about_by_its_number(talk, then, who):
    assert talk.answer(_THREE, then).asked == f"/stance {who} border-opening"


def test_a_number_behind_one_of_several_is_nobody(talk):
    assert talk.answer(_THREE, "the third", "the first").outcome != Outcome.ANSWER


def test_to_whom_words_were_said_is_told_to_be_left_out(talk):
    answer = talk.answer(BORDER, "to whom?")
    assert (answer.command, answer.taken_over.not_used) == ("cite", "to whom")


@pytest.mark.parametrize("between", ["who is Funakoshi?", "/whois funakoshi"])
@pytest.mark.parametrize("then", ["and South Korea?", "does South Korea agree?"])
def test_who_somebody_is_leaves_the_issue_of_the_question_before(shipped_kb, between, then):
    talk = Conversation(shipped_kb)
    answer = talk.answer("Does Japan oppose the end-of-war declaration?", between, then)
    assert answer.asked == "/stance south-korea end-of-war"
    assert answer.taken_over.of_earlier


def test_a_person_named_alone_behind_a_person_is_asked_for(shipped_kb):
    talk = Conversation(shipped_kb)
    answer = talk.answer("Does Japan oppose the end-of-war declaration?", "/who funakoshi", "Kono")
    assert (answer.command, answer.taken_over) == ("who", None)


def test_a_choice_of_nobody_in_particular_leaves_the_question_before(shipped_kb):
    talk = Conversation(shipped_kb)
    talk.ask("Does Japan oppose the end-of-war declaration?", "who is the foreign minister?")
    assert talk.answer("does North Korea agree?").asked == "/stance north-korea end-of-war"


def test_the_government_of_a_state_is_asked_about_the_same_issue(shipped_kb):
    talk = Conversation(shipped_kb)
    answer = talk.answer("Does Japan oppose the end-of-war declaration?", "and its government?")
    assert answer.asked == "/stance japan end-of-war"


@pytest.mark.parametrize(
    ("asked", "then", "days"),
    [
        ("in February 2024", "and the year before?", "from 2023-01-01 to 2023-12-31"),
        ("in February 2024", "the month before?", "from 2024-01-01 to 2024-01-31"),
        ("in January 2018", "and the previous month?", "from 2017-12-01 to 2017-12-31"),
        ("in December 2021", "and a month later?", "from 2022-01-01 to 2022-01-31"),
        ("in 2021", "and the following year?", "from 2022-01-01 to 2022-12-31"),
        ("on 2018-01-16", "and the day after?", "from 2018-01-17 to 2018-01-17"),
        ("on 2018-01-16", "the week before?", "from 2018-01-09 to 2018-01-15"),
    ],
)
def test_a_unit_before_or_after_is_counted_from_the_days_asked_about(shipped_kb, asked, then, days):
    talk = Conversation(shipped_kb)
    talk.ask(f"/timeline japan {asked.removeprefix('on ')}")
    assert choose(shipped_kb, then, last=talk.last).text == f"japan {days}"


def test_a_unit_before_no_days_is_told_to_be_left_out(talk):
    answer = talk.answer(BORDER, "and the year before?")
    assert answer.taken_over.not_used == "the year before"


@pytest.mark.parametrize(
    ("then", "unused"),
    [
        ("how did North Tarsk react?", "react"),
        ("what did North Tarsk reply?", "reply"),
        ("how has North Tarsk responded?", "responded"),
        ("what was North Tarsk's reaction?", "reaction"),
    ],
)
def test_that_words_are_a_reply_is_told_to_be_left_out(talk, then, unused):
    answer = talk.answer(BORDER, then)
    assert answer.asked == "/stance north-tarsk border-opening"
    assert answer.taken_over.not_used == unused


def test_a_reply_of_somebody_named_is_told_to_be_left_out(shipped_kb):
    talk = Conversation(shipped_kb)
    answer = talk.answer("What did Kim Yo Jong say?", "did Kishida reply?")
    assert answer.not_understood == ("reply",)


@pytest.mark.parametrize("then", ["why did it change?", "why has it changed?"])
def test_why_something_changed_is_not_made_up(talk, then):
    assert talk.answer(BORDER, then).taken_over.seeks_reasons


@pytest.mark.parametrize(
    "then", ["did others say the same?", "does anyone else think so?", "does everybody agree?"]
)
def test_whether_others_say_the_same_is_a_comparison(talk, then):
    assert talk.answer(BORDER, then).command == "compare"
