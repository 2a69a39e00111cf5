"""/stance: the questions people ask, and what they get."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.answers.reply import Reply, reply
from bot.cli.ask import ask
from bot.commands import registry
from bot.layout.stance_card import position
from bot.layout.terminal import choices
from tests.bot.layout.shown_slices import shown_slices
from tests.bot.slack_requests import as_read, without_digest

TODAY = date(2026, 11, 21)


@pytest.fixture
def asked(shipped_kb):
    return lambda typed: ask(shipped_kb, typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "holder", "issue", "value"),
    [
        ("/stance japan end-of-war", "japan", "end-of-war", "reluctant"),
        ("/stance end-of-war japan", "japan", "end-of-war", "reluctant"),
        ("/stance united states end-of-war", "united-states", "end-of-war", "undeclared"),
        ("/stance end of war united states", "united-states", "end-of-war", "undeclared"),
        ("/stance tokyo declration of end of war", "japan", "end-of-war", "reluctant"),
        ("/stance japn endofwar", "japan", "end-of-war", "reluctant"),
        ("/stance U.S. end of war", "united-states", "end-of-war", "undeclared"),
        ("/stance us end of war", "united-states", "end-of-war", "undeclared"),
        ("/stance pyongyang peace declaration", "north-korea", "end-of-war", "conditional"),
        ("/stance ROK ending the Korean War", "south-korea", "end-of-war", "supports"),
        ("what does Seoul think about ending the Korean War?", "south-korea", "end-of-war", "supports"),
        ("Japan position on sanctions pls", "japan", "pressure", "supports"),
        ("@stancebook japan: end of war", "japan", "end-of-war", "reluctant"),
        ("tell us about Japan and sanctions", "japan", "pressure", "supports"),
        ("Japan’s stance on “end‑of‑war”", "japan", "end-of-war", "reluctant"),
    ],
)  # fmt: skip
def test_a_holder_and_an_issue_in_any_words_and_order_are_answered(
    asked, typed, holder, issue, value
):
    answer = asked(typed).answer
    assert answer.outcome == "answer"
    assert (answer.holder.id, answer.issue.id, answer.stances[0].value) == (holder, issue, value)


@pytest.mark.parametrize("word", ["not", "no"])
@pytest.mark.parametrize("pair", ["us {} end-of-war", "kono {} pressure"])
def test_a_word_that_turns_a_question_is_asked_about_though_statements_have_it(asked, pair, word):
    answer = asked(f"/stance {pair.format(word)}").answer
    assert answer.outcome == "choice"
    assert f"“{word}”" in answer.reason


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("is north korea's nuclear programme an urgent priority for the US?", "united-states"),
        ("is an end-of-war declaration acceptable to Pyongyang", "north-korea"),
        ("are south korea's talks with the north a problem for japan", "japan"),
        ("Japan wants talks with the DPRK, correct?", "japan"),
        ("Kono said Japan should reward the DPRK, correct?", "taro-kono"),
    ],
)
def test_whose_view_it_is_answers_though_another_is_named(asked, typed, who):
    answer = asked(typed).answer
    assert answer.outcome == "answer"
    assert who in {*(s.holder.id for s in answer.stances), answer.person and answer.person.id}


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("what did Japan say on March 16, 2018", "on 16 March 2018"),
        ("what did Japan say March 16, 2018", "on 16 March 2018"),
        ("what did Japan say in March 2019", "in March 2019"),
    ],
)
def test_words_of_a_day_are_missing_on_it_and_not_by_it(asked, typed, when):
    answer, message = asked(typed)
    assert f"Nothing on record from Japan {when}." in answer.reason
    assert "On record on it" not in message.text  # on what?


def test_the_answer_a_correspondent_pastes(asked):
    answer, message = asked("/stance japan end-of-war")
    funakoshi = next(s for s in answer.statements if s.id == "funakoshi-premature")
    assert funakoshi.said.from_ == funakoshi.said.to == date(2021, 10, 19)
    assert funakoshi.said.inferred == "year inferred"
    assert funakoshi.sourcing == "relayed"
    assert funakoshi.via == "diplomatic sources"
    assert funakoshi.article.agency == "Kyodo"
    assert "said it is “premature” to discuss the proposal" in message.text
    assert "head of the Foreign Ministry’s Asian and Oceanian Affairs Bureau" in message.text
    assert "Oct 19, [2021] · relayed by diplomatic sources" in message.text
    assert message.text.startswith("Japan · End-of-war declaration: reluctant as of Nov 2021")


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("/stance korea end-of-war", {"north-korea", "south-korea"}),
        ("/stance kim trilateral", {"kim-jong-un", "kim-yo-jong", "kim-yong-nam", "sung-kim"}),
        ("/stance end-of-war", {"japan", "north-korea", "south-korea", "united-states"}),
        ("/stance Japan and US on sanctions", {"japan", "united-states"}),
        ("/stance Japan China on pressure", {"japan", "china"}),
        ("/stance Japan US views on pressure", {"japan", "united-states"}),
        ("/stance Tokyo Beijing US on pressure", {"japan", "china", "united-states"}),
    ],
)
def test_words_that_could_mean_several_are_a_choice(asked, typed, choices):
    answer = asked(typed).answer
    assert answer.outcome == "choice"
    assert {choice.id for choice in answer.choices} == choices


def test_a_holder_alone_is_asked_on_which_issue(asked):
    answer = asked("/stance japan").answer
    assert answer.outcome == "choice"
    assert {c.kind for c in answer.choices} == {"issue"}
    assert "end-of-war" in {c.id for c in answer.choices}


def test_every_choice_leads_to_an_answer(asked):
    for typed in ("/stance korea end-of-war", "/stance japan", "/stance end-of-war", "/who kim"):
        for choice in asked(typed).answer.choices:
            assert asked(choice.question).answer.outcome == "answer", choice.question


def test_a_person_and_an_issue_give_the_persons_statements_and_the_holder(asked):
    answer, message = asked("/stance kono pressure")
    assert (answer.outcome, answer.holder.id, answer.person.id) == ("answer", "japan", "taro-kono")
    assert {s.speaker.id for s in answer.statements} == {"taro-kono"}
    assert message.text.startswith("Taro Kono · ")
    assert "by Taro Kono, for Japan" in message.text.splitlines()[1]


def test_a_parent_issue_is_answered_issue_by_issue(asked):
    answer = asked("/stance japan talks").answer
    assert answer.issue.id == "dialogue"
    assert {s.issue.id for s in answer.stances} > {"japan-north-korea-talks", "summit"}
    assert all(s.issue.parent for s in answer.stances)


def test_an_issue_not_understood_is_not_answered_about_another(asked):
    answer = asked("/stance japan whaling").answer
    assert answer.outcome == "no_record"
    assert "whaling" in answer.reason
    assert answer.sought == ("whaling",)
    assert not answer.statements


@pytest.mark.parametrize(
    "typed", ["Japan’s China on pressure", "Japan’s Foreign Ministry on pressure"]
)
def test_whose_somebody_is_does_not_make_two_of_them(asked, typed):
    assert asked(typed).answer.outcome != "choice"


@pytest.mark.parametrize("word", ["premature", "pre\xadmature"])
def test_a_word_that_was_sought_is_not_called_unread(asked, word):
    found = asked(f"/stance what did Funakoshi say about {word}").answer
    assert (found.sought, found.not_understood) == (("premature",), ())


@pytest.mark.parametrize("typed", ["japan trade talks", "/stance japan talks on whaling"])
def test_a_strange_word_beside_the_issue_is_asked_about(asked, typed):
    answer = asked(typed).answer
    assert answer.outcome == "choice"
    assert not answer.statements


def test_nothing_on_record_is_no_position_and_says_who_has_one(asked):
    answer, message = asked("/stance china abductions")
    assert answer.outcome == "no_record"
    assert [ref.id for ref in answer.holders_on_record] == ["japan"]
    assert "That does not mean they took no position." in message.text


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("/stance trump denuclearization", "Donald Trump"),
        ("is North Korea ready to talk to America?", "North Korea expressed readiness"),
    ],
)
def test_words_of_others_that_name_who_has_nothing_on_record_are_shown(asked, typed, named):
    answer = asked(typed).answer
    assert answer.outcome == "no_record"
    assert any(named in quote.exact for s in answer.statements for quote in s.quotes)


def test_an_answer_without_a_position_says_on_whom_and_what_it_is(asked):
    message = asked("south korea on the japan-north korea summit").message
    assert message.text.startswith("South Korea · Japan-North Korea summit: no position coded")


def test_a_typo_that_is_answered_says_what_it_was_read_as(asked):
    message = asked("/stance tokyo declration of end of war").message
    assert "Read “declration of end of war” as End-of-war declaration." in message.text


@pytest.mark.parametrize("typed", ["2018", "2018-12", "as of december 2018", "dec 2018"])
def test_as_of_answers_as_of_then(asked, typed):
    answer = asked(f"/stance japan talks {typed}").answer
    assert answer.as_of == date(2018, 12, 31)
    assert all(s.said.from_ <= answer.as_of for s in answer.statements)
    assert not {"summit", "us-north-korea-talks"} & {s.issue.id for s in answer.stances}


def test_before_anything_was_said_nothing_is_on_record(asked):
    answer = asked("/stance japan end-of-war as of 2020").answer
    assert answer.outcome == "no_record"
    assert "31 December 2020" in answer.reason


def test_a_date_that_cannot_be_read_is_said_and_nothing_answered(asked):
    answer = asked("/stance japan talks as of banana").answer
    assert answer.outcome == "no_match"
    assert "“as of banana” is not a date" in answer.reason


def test_a_date_that_may_be_two_days_names_both(asked):
    answer = asked("/stance japan talks as of 03/05/2021 please").answer
    assert answer.outcome == "choice"
    assert answer.reason == "“as of 03/05/2021” may be 5 March 2021 or 3 May 2021."
    assert [choice.question for choice in answer.choices] == [
        "/stance japan talks as of 2021-03-05 please",
        "/stance japan talks as of 2021-05-03 please",
    ]
    assert asked(answer.choices[1].question).answer.as_of == date(2021, 5, 3)


@pytest.mark.parametrize("typed", ["as of today", "today"])
def test_as_of_today_is_answered_as_without_a_date(asked, typed):
    dated, plain = asked(f"/stance japan talks {typed}"), asked("/stance japan talks")
    assert dated.message.text == plain.message.text
    assert dated.answer.as_of is None


def test_a_statement_that_may_be_later_follows_marked(asked):
    answer, message = asked("/stance japan end-of-war as of 2021-11-15")
    assert answer.maybe_later == ("japan-reluctance-end-of-war",)
    assert answer.stances[0].latest.to == date(2021, 10, 19)
    assert "1 statement may be later than the day asked about." in message.text
    (every,) = [question for label, question in choices(message) if label == "All 2"]
    assert "may be later than the day asked about" in asked(every).message.text


def test_evidence_older_than_a_year_says_so_first_under_the_head(asked, shipped_kb):
    old = asked("/stance japan end-of-war").message.text.splitlines()[1]
    then = ask(shipped_kb, "/stance japan end-of-war", date(2022, 1, 1)).message.text
    assert old.startswith("5 years old, the latest on record")
    assert then.splitlines()[1].startswith("The latest on record")


def test_past_the_last_screen_there_is_no_more(asked):
    answer, message = asked("/stance united states end-of-war more 2")
    told = f"No more: all {len(answer.statements)} statements were shown before.\n\n[Back]"
    assert message.text == told


def test_more_from_the_start_is_the_whole(asked):
    whole = asked("/stance japan end-of-war more 0")
    assert {bar.statement.id for bar in shown_slices(whole)} == {
        "funakoshi-premature", "japan-reluctance-end-of-war",
    }  # fmt: skip
    assert asked("/stance japan end-of-war more").message.text == whole.message.text


@pytest.mark.parametrize("typed", ["japan talks with russia", "US sanctions on Russia"])
def test_a_question_about_other_parties_is_not_answered(asked, typed):
    answer = asked(typed).answer
    assert answer.outcome == "choice"
    assert "Russia" in answer.reason


def test_what_a_body_said_is_not_widened_to_its_state_in_silence(asked):
    answer = asked("what did the White House say about trilateral cooperation?").answer
    assert answer.outcome == "no_record"
    assert answer.choices[0].question == "/stance united-states trilateral-cooperation"
    said = asked("what did Uriminzokkiri say about dialogue")
    assert {s.speaker.id for s in said.answer.statements} == {"uriminzokkiri"}
    assert said.message.text.startswith("Uriminzokkiri · ")


def test_an_issue_on_which_nothing_is_certain_by_a_day_says_so(asked):
    answer, message = asked("/stance japan summit as of 2020")
    assert [issue.id for issue in answer.uncertain_issues] == ["summit"]
    assert message.text.startswith(
        "Japan · Japan-North Korea summit: nothing certain by Dec 31, 2020"
    )


def test_the_first_of_a_run_is_never_later_than_its_latest(asked, shipped_kb):
    for row in shipped_kb.stances():
        for stance in asked(f"/stance {row.holder} {row.issue}").answer.stances:
            assert stance.since.from_ <= stance.latest.from_


def test_who_is_on_record_is_told_as_of_the_day(asked):
    assert asked("/stance japan pressure as of 2010").answer.holders_on_record == ()
    uncertain = asked("/stance japan end-of-war before october 2021").answer
    assert [ref.id for ref in uncertain.holders_on_record] == ["south-korea"]


def test_the_party_of_talks_is_not_their_holder(asked):
    answer = asked("what does Seoul think about talks between Tokyo and Pyongyang").answer
    assert (answer.holder.id, answer.issue.id) == ("south-korea", "japan-north-korea-talks")


@pytest.mark.parametrize(
    "typed", ["what's the weather in Tokyo today?", "who won the world cup?", "what is the price of rice"]
)  # fmt: skip
def test_a_question_about_something_else_is_never_answered(asked, typed):
    assert asked(typed).answer.outcome in {"no_match", "no_record"}


@pytest.mark.parametrize("typed", ["japan end-of-war", "japan talks more", "kono pressure", "china abductions", "korea talks"])  # fmt: skip
def test_wording(asked, typed, snapshot):
    assert as_read(asked(f"/stance {typed}").message) == snapshot


def test_layout(asked, snapshot):
    assert without_digest(asked("/stance kono pressure").message) == snapshot


def test_a_stranger_beside_an_issue_that_only_groups_is_named(kb, today):
    answer = reply(kb, registry()["stance"], "narnia tarsk-dialogue", today).answer
    assert answer.outcome is Outcome.NO_MATCH
    assert "narnia" in answer.reason


def test_a_noun_after_a_state_makes_another_holder(asked):
    answer = asked("/stance japan south korea whaling end-of-war").answer
    assert answer.outcome == "no_match"
    assert "south korea whaling" in answer.reason


def test_all_statements_stand_under_the_side_they_take(asked):
    text = asked("/stance japan talks more").message.text
    for heading in ("Japan-North Korea summit: supports", "Japan-North Korea talks: conditional"):
        assert text.count(f"\n{heading}\n") == 1
    assert "\nOn record about it\n" in text


def test_several_issues_show_the_statement_that_dates_each(asked):
    answer, message = asked("/stance japan talks")
    assert "\n2 to 8 years old. Four questions, newest first.\n" in message.text
    assert len(shown_slices(Reply(answer, message))) == 4
    assert "now plans to take part in informal meetings" in message.text


def test_a_lone_statement_shows_one_more_of_its_quotes(asked):
    text = asked("/stance kono pressure").message.text
    assert "“charm diplomacy.”\n“Japan-U.S.-ROK unity …” on Taro Kono · same statement" in text


def test_older_own_words_lead_and_the_head_says_whose_account_dates_it(asked):
    head, age, _, first, *_ = asked("/stance japan pressure").message.text.splitlines()
    assert head == "Japan · Pressure on North Korea: supports as of 2021"
    assert age.startswith("5 years old, by an outlet’s account, the latest on record; ")
    assert "; Japan’s own words are 8 years old. On record since Jan 2018. Should" in age
    assert first == "> “This is not the time to reduce pressure or reward the DPRK.”"


def test_a_speakers_position_leads_to_the_holders_and_to_who_it_is(asked):
    found = dict(choices(asked("/stance kono pressure as of 2018-02").message))
    assert found["Japan on Pressure"] == "/stance japan pressure as of 2018-02-28"
    assert found["Who is Taro Kono"] == "/who taro-kono as of 2018-02-28"
    for label in ("Japan on Pressure", "Who is Taro Kono"):
        assert asked(found[label]).answer.outcome == "answer"


def test_a_button_says_how_many_statements_an_issue_has(asked):
    answer, message = asked("/stance japan talks")
    counts = [len(stance.statements) for stance in answer.stances]
    labels = [label for label, _ in choices(message)]
    assert labels == [f"{s.issue.short} ({n})" for s, n in zip(answer.stances, counts, strict=True)]
    assert labels[0] == "Summit (2)"


def test_no_card_of_a_holder_on_an_issue_has_over_120_words(asked, shipped_kb):
    for holder, issue in {(row.holder, row.issue) for row in shipped_kb.stances()}:
        answer, message = asked(f"/stance {holder} {issue}")
        read = [w for line in message.text.splitlines() for w in line.split() if w not in "·>"]
        pressed = [w for label, _ in choices(message) for w in label.split()]
        told = len(read) - len(pressed)
        assert told <= 120 or len(answer.stances) > 1, (holder, issue)


def test_a_card_on_one_question_has_about_a_hundred_words(every_reply):
    longest = 0
    for question, (answer, message) in every_reply.items():
        if answer.outcome == "answer" and answer.is_card and len(answer.stances) == 1:
            read = [w for line in message.text.splitlines() for w in line.split() if w not in "·>"]
            pressed = [w for label, _ in choices(message) for w in label.split()]
            longest = max(longest, len(read) - len(pressed))
            assert longest <= 125, question  # 120 beside what was read and not read
    assert longest > 60


def test_a_second_bar_that_makes_a_card_too_long_waits_behind_a_button(asked):
    message = asked("/stance japan us-north-korea-talks").message
    assert sum(line.startswith("> ") for line in message.text.splitlines()) == 1
    assert "All 3" in dict(choices(message))


def test_a_second_bar_that_dates_the_position_is_never_left_out(asked):
    message = asked("/stance south-korea trilateral-cooperation").message
    assert "as of Feb 2024" in message.text
    assert "> The South Korean government said Friday" in message.text


def test_a_notification_shows_value_and_date_at_its_beginning(every_reply):
    held = 0
    for question, (answer, message) in every_reply.items():
        stance = answer.command == "stance" and answer.outcome == "answer"
        state = not (answer.person or answer.organization)
        if stance and state and answer.is_card and len(answer.stances) == 1 and not answer.read_as:
            value, year = position(answer.stances[0]).split(" as of ")
            assert f"{value} as of {year}" in message.text[:60], question
            held += 1
    assert held > 20


def test_a_card_of_several_issues_is_headed_by_none_of_them(kb, today):
    answer, message = ask(kb, "what does Velmora think of ferries and the border?", today)
    assert len(answer.stances) > 1
    assert answer.issue.id in {stance.issue.id for stance in answer.stances}
    assert message.text.startswith("Velmora: latest on record\n")


@pytest.mark.parametrize("before", ["at", "under", "since"])
def test_where_or_when_something_was_said_hides_no_words(kb, today, before):
    answer = ask(kb, f"what did Orin Dask say {before} the United Isles", today).answer
    assert answer.outcome == "answer"
    assert {statement.speaker.id for statement in answer.statements} == {"orin-dask"}
    assert "United Isles" in answer.not_understood
    about = ask(kb, "what did Orin Dask say about the United Isles", today).answer
    assert about.outcome == "no_record"


def test_a_sentence_on_somebody_else_is_not_signed_as_on_who_is_asked_about(asked):
    answer, message = asked("is north korea willing to talk to the US")
    assert answer.outcome == "no_record"
    assert any(statement.speaker is None for statement in answer.statements)
    assert "on North Korea ·" not in message.text


def test_several_without_an_issue_are_offered_side_by_side_on_each(kb, today):
    answer = ask(kb, "/stance what about velmora and south tarsk since 2025?", today).answer
    assert answer.outcome is Outcome.CHOICE
    assert answer.reason == "Velmora and South Tarsk on which issue?"
    assert answer.choices
    for choice in answer.choices:
        assert choice.question == f"/compare velmora, south-tarsk on {choice.id} since 2025"


def test_several_with_nothing_on_record_are_all_named(kb, today):
    reason = ask(kb, "/stance velmora and south tarsk in 1990", today).answer.reason
    assert reason.startswith("Nothing on record from Velmora and South Tarsk")


def test_a_body_is_asked_about_on_the_issues_of_the_bodies_below_it(kb, today):
    below = ask(kb, "/stance northern bureau", today).answer
    above = ask(kb, "/stance velmoran foreign ministry", today).answer
    assert above.outcome == "choice"
    assert {c.id for c in below.choices} <= {c.id for c in above.choices}
