"""/who: posts and descriptions as attested, and what was said for whom."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask
from bot.layout.days_in_words import head_days
from bot.layout.terminal import choices
from tests.bot.invented_corpus import InventedCorpus
from tests.bot.slack_requests import as_read

TODAY = date(2026, 11, 21)


@pytest.fixture
def asked(shipped_kb):
    return lambda typed: ask(shipped_kb, typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("/who funakoshi", "takehiro-funakoshi"),
        ("/who funakosi", "takehiro-funakoshi"),
        ("/who Funakoshi-san", "takehiro-funakoshi"),
        ("/whois Takehiro Funakoshi", "takehiro-funakoshi"),
        ("/who kim's sister", "kim-yo-jong"),
        ("/who Kim’s sister", "kim-yo-jong"),
        ("/who yo jong", "kim-yo-jong"),
        ("/who Kim Yo-jong", "kim-yo-jong"),
        ("/who yo jong kim", "kim-yo-jong"),
        ("/stance who funakoshi", "takehiro-funakoshi"),
        ("who is Kim Yo Jong", "kim-yo-jong"),
        ("who's Sung Kim?", "sung-kim"),
        ("who is Julie Turner and what did she say?", "julie-turner"),
        ("who is Suga and what did he say", "yoshihide-suga"),
        ("and who was Suga, what has he said about North Korea", "yoshihide-suga"),
        ("who is the foreign minister of Japan and what did he say", "taro-kono"),
        ("what did Kono say", "taro-kono"),
        ("/who President Moon", "moon-jae-in"),
    ],
)
def test_a_name_in_any_form_is_answered(asked, typed, person):
    answer = asked(typed).answer
    assert (answer.outcome, answer.person and answer.person.id) == ("answer", person)


def test_who_somebody_is_and_what_they_said_on_an_issue_is_answered_by_the_issue(asked):
    answer = asked("who is Kono and what did he say about pressure?").answer
    assert (answer.command, answer.outcome, answer.issue.id) == ("stance", "answer", "pressure")
    assert answer.person.id == "taro-kono"


def test_who_is_said_to_do_something_asks_for_nobody_named(asked):
    assert asked("who is said to back pressure").answer.person is None


def test_a_typo_that_is_answered_says_what_it_was_read_as(asked):
    assert "Read “funakosi” as Takehiro Funakoshi" in asked("/who funakosi").message.text


def test_a_bracket_that_opens_in_a_name_closes_in_what_is_repeated(asked):
    assert "Read “Kono (FM)” as Taro Kono" in asked("/who Kono (FM)").message.text


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("/who kim", {"kim-jong-un", "kim-yo-jong", "kim-yong-nam", "sung-kim"}),
        ("/who yokota", {"megumi-yokota", "shigeru-yokota"}),
    ],
)
def test_a_shared_surname_is_a_choice(asked, typed, choices):
    answer = asked(typed).answer
    assert answer.outcome == "choice"
    assert {c.id for c in answer.choices} == choices


def test_an_unknown_name_that_no_name_is_like_is_silence(asked):
    answer = asked("/who angela merkel").answer
    assert answer.outcome == "no_match"
    assert answer.nearest == ()
    assert answer.person is None


def test_both_posts_of_one_who_held_two_are_told_as_attested(asked):
    person = asked("/who yoshihide suga").answer.person
    attested = {(p.title, f"{p.attested[0].from_:%Y}") for p in person.posts}
    assert attested == {("Prime Minister", "2021"), ("Chief Cabinet Secretary", "2018")}


def test_a_nominee_is_told_as_one(asked):
    assert "nominee" in asked("/who cho tae-yong").message.text


def test_statements_come_newest_first_with_whom_they_were_for(asked):
    answer = asked("/who funakoshi").answer
    days = [s.said.to for s in answer.statements]
    assert days == sorted(days, reverse=True)
    assert {s.on_behalf_of for s in answer.statements} == {"japan"}


def test_every_person_answers_to_the_own_name(shipped_kb):
    for entity in shipped_kb.entities.values():
        answer = ask(shipped_kb, f"/who {entity.name}", TODAY).answer
        told = answer.person or answer.organization
        assert (answer.outcome, told.id) == ("answer", entity.id)


@pytest.mark.parametrize(
    "typed", ["funakoshi", "kim", "angela merkel", "yokota megumi", "white house"]
)
def test_wording(asked, typed, snapshot):
    assert as_read(asked(f"/who {typed}").message) == snapshot


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("/who suga", ["Prime Minister", "Chief Cabinet Secretary"]),
        ("/who suga in February 2018", ["Chief Cabinet Secretary", "Prime Minister"]),
    ],
)
def test_posts_of_the_days_asked_are_told_first(asked, typed, titles):
    assert [post.title for post in asked(typed).answer.person.posts] == titles


@pytest.mark.parametrize("whose", ["japans", "Japan's", "Japan’s"])
def test_an_office_is_found_behind_a_possessive_without_its_mark(asked, whose):
    answer = asked(f"who was {whose} foreign minister in jan 2018").answer
    assert answer.person.id == "taro-kono"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("what did Kono say in 2020", "No statement on record in 2020."),
        ("what did Kono say on March 16, 2018", "No statement on record on Mar 16, 2018."),
        ("what did Kono say on January 16, 2018", "1 statement on Jan 16, 2018."),
        ("/whois kishida in 2020", "No statement on record in 2020."),
        ("/whois kishida as of 2020", "No statement on record by Dec 31, 2020."),
    ],
)
def test_words_of_some_days_are_none_of_days_before(shipped_kb, typed, told):
    answer, message = ask(shipped_kb, typed, TODAY)
    assert told in message.text
    labels = [choice.label.partition(", ")[2] for choice in answer.choices]
    assert labels == ([] if answer.statements else ["all days"])


def test_own_words_are_shown_beside_newer_ones_that_are_not(asked):
    text = asked("/who suga").message.text
    assert "> “Japan believes it is important to directly communicate" in text
    assert "\n1 more: [Sep 2020–Mar 2021], Abductions, supports.\n" in text


def test_posts_told_in_the_head_are_not_repeated_in_signatures(asked):
    text = asked("/who funakoshi").message.text
    assert text.count("director general") == 1
    assert "\nKyodo on Takehiro Funakoshi · Oct 19, [2021] · relayed by" in text


_POSTS = {
    "harbor master": ("2019-01-05", "2019-03-01"),
    "envoy": ("2021-02-01", "2021-02-01"),
    "mayor": ("2022-06-01", "2022-06-01"),
    "chancellor": ("2023-04-01", "2023-04-01"),
    "president": ("2024-05-01", "2024-05-01"),
}


@pytest.fixture
def officeholder(tmp_path):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.officeholder("Nora Blau", _POSTS, of="Sordia")
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("/who nora blau", "in May 2024 as the president; in Apr 2023"),
        ("/who nora blau in february 2019", "in 2019 as the harbor master; in Feb 2021"),
        ("who was nora blau before june 2022", "in Feb 2021 as the envoy; in 2019"),
        ("who was nora blau in 2021", "in Feb 2021 as the envoy; in 2019"),
        ("/who sordia envoy", "in Feb 2021 as the envoy; in May 2024"),
        ("who was harbor master of sordia", "in 2019 as the harbor master; in May 2024"),
    ],
)
def test_the_post_asked_about_is_named_first(officeholder, typed, first):
    assert f"Nora Blau\nNamed {first}" in officeholder(typed).message.text


def test_posts_that_the_card_leaves_out_are_a_button_away(officeholder):
    card = officeholder("/who nora blau as of 2024-05-01")
    assert "; 2 more." in card.message.text
    (question,) = [q for label, q in choices(card.message) if label == "Posts"]
    listed = officeholder(question).message.text
    assert all(title in listed for title in _POSTS)


def _on(day):
    return {"from": day, "to": day, "printed": day, "basis": "printed"}


@pytest.fixture
def many_sided(tmp_path):
    """A corpus of one who takes two sides at once, and of one under whom an office spoke too."""
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Lutha")
    for issue in ("a canal", "a dike", "a ferry"):
        corpus.issue(issue)
    corpus.person("Nora Blau", post=("minister", "Lutha"))
    corpus.officeholder("Ida Lund", {"president": ("2024-01-01", "2025-03-01")}, of="Lutha")
    corpus.body("Lutha Chancery", "Lutha")
    office = {
        "speaker": {"id": "lutha-chancery", "as": "the chancery of Ida Lund"},
        "stances": [],
        "about": ["a-canal"],
    }
    corpus.said("Lutha", "a canal", "supports", "It is dug.", said=_on("2024-05-05"), **office)
    declared = {"holder": "lutha", "basis": "declared", "grounds": 0}
    both = [{**declared, "issue": "a-canal", "value": "supports"},
            {**declared, "issue": "a-dike", "value": "opposes"}]  # fmt: skip
    corpus.said("Lutha", "a canal", "supports", "Dig, and no dike.", by="Nora Blau", stances=both)
    for day, value in enumerate(["supports", "opposes"] * 3, start=1):
        said = _on(f"2025-02-0{day}")
        issue = "a ferry" if value == "supports" else "a dike"
        corpus.said("Lutha", issue, value, f"Day {day}.", by="Ida Lund", said=said)
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, date(2025, 6, 1)).message.text


def test_each_side_that_is_taken_in_one_statement_is_told(many_sided):
    text = many_sided("/who nora blau")
    assert "a canal: supports as of Mar 2025" in text
    assert "a dike: opposes as of Mar 2025" in text
    assert "1 statement" in text


def test_statements_that_are_not_named_are_counted(many_sided):
    text = many_sided("/who ida lund")
    assert text.count("; Feb ") == 3
    assert "4 more: " in text
    assert "other" not in text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/who megumi yokota", "Named in Mar 2021, of 1977: “his 13-year-old daughter Megumi was"),
        ("/who shigeru yokota", "; in Mar 2021, of [1977–2020] as a leading figure"),
        ("/who trump", "Named in 2019 as U.S. President."),
    ],
)
def test_somebody_known_from_descriptions_alone_has_their_source(shipped_kb, typed, told):
    text = ask(shipped_kb, typed, date(2025, 6, 1)).message.text
    assert told in text
    assert text.count("Source: Kyodo News, Mar 3, 2021") == 1


def test_what_bodies_said_under_somebody_stands_beside_their_own_words(many_sided):
    assert "Bodies under Ida Lund said: May 5, 2024, a canal." in many_sided("/who ida lund")
    told = many_sided("/timeline ida lund")
    assert "oldest first. One statement by bodies under Ida Lund." in told
    assert "• May 5, 2024 about it, no position coded: Lutha Chancery" in told
    then = many_sided("/who ida lund in may 2024")
    assert "No words of Ida Lund on record in May 2024." in then
    assert "> “It is dug.”" in then


@pytest.fixture
def led(tmp_path):
    """A corpus of a bank with a head, and of one who was named in two posts."""
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Lutha")
    corpus.body("Lutha Chancery", "Lutha")
    corpus.officeholder("Ida Lund", {"president": ("2024-02-03", "2024-02-09")}, of="Lutha")
    posts = {
        "envoy": ("2024-11-02", "2024-11-02"),
        "acting secretary": ("2024-03-02", "2024-03-02"),
    }
    corpus.officeholder("Nora Blau", posts, of="Lutha Chancery")
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, date(2025, 6, 1)).message.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("who led Lutha in 2022?", "as leading Lutha in 2022. Another time: Ida Lund (Feb 2024)."),
        ("who was president of Lutha in 2022?", "Another time: Ida Lund (Feb 2024)."),
        ("who headed Lutha in February 2024?", "Named in Feb 2024 as the president."),
        (
            "/who nora blau in february 2024",
            "Named in Mar 2024 as the acting secretary; in Nov 2024",
        ),
        ("/who nora blau in december 2024", "Named in Nov 2024 as the envoy; in Mar 2024"),
    ],
)
def test_who_held_a_post_another_time_is_told_by_the_month(led, typed, told):
    text = led(typed)
    assert told in text
    assert "Not read" not in text


@pytest.fixture
def two_states(tmp_path):
    """A corpus of two states, one of which a minister spoke for too, and an outlet on the other."""
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.state("Lutha")
    corpus.person("Nora Blau", post=("minister", "Sordia"))
    corpus.issue("a canal")
    corpus.issue("a dike")
    corpus.said("Sordia", "a canal", "supports", "Dig it.")
    note = "Nora Blau spoke for Lutha too."
    joint = [
        {"holder": who, "issue": "a-canal", "value": value, "basis": "declared", "grounds": 0}
        for who, value in (("lutha", "opposes"), ("sordia", "supports"))
    ]
    corpus.said(
        "Sordia", "a canal", "supports", "Dig on.", by="Nora Blau", stances=joint, note=note
    )
    account = [{"holder": "lutha", "issue": "a-canal", "value": "opposes", "basis": "ascribed",
                "grounds": 0}]  # fmt: skip
    by_outlet = {"speaker": None, "on_behalf_of": None, "sourcing": "outlet"}
    corpus.said("Lutha", "a canal", "opposes", "Lutha balks.", stances=account, **by_outlet)
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, TODAY)


@pytest.mark.parametrize("state", ["sordia", "lutha"])
def test_of_a_state_all_is_told_that_is_on_record_of_it(two_states, state):
    reply = two_states(f"/whois {state}")
    assert reply.message.text.startswith(f"{state.title()}\n2 statements; ")
    timeline = two_states(f"/timeline {state}").answer
    assert {s.id for s in reply.answer.statements} == {s.id for s in timeline.statements}


def test_what_is_said_for_several_states_shows_the_side_of_the_one_asked_about(two_states):
    assert "opposes" not in two_states("/whois sordia").message.text
    assert "supports" not in two_states("/whois lutha").message.text


def test_all_that_a_state_said_leads_to_what_was_said_for_it(two_states):
    text = two_states("/stance sordia dike").message.text
    assert "[All that Sordia said]" in text


def test_an_office_of_another_time_leads_to_whoever_held_it(asked):
    answer = asked("/whois the NIS chief in 2023").answer
    assert [c.label for c in answer.choices] == ["Cho Tae-yong, all days"]
    assert asked(answer.choices[0].question).answer.statements


@pytest.mark.parametrize(
    "typed",
    [
        "Marrow's post in 2025",
        "what was Ilse Marrow's job in May 2025?",
        "which post did Marrow hold in 2025?",
        "the role of Marrow",
        "/who marrow's post in 2025",
    ],
)
def test_the_word_for_a_post_is_answered_by_the_posts(kb, today, typed):
    answer = ask(kb, typed, today).answer
    assert answer.command == "who"
    assert answer.person.id == "ilse-marrow"
    assert answer.person.posts
    assert answer.not_understood == ()


def test_a_post_before_a_name_still_turns_a_question(kb, today):
    assert ask(kb, "post Marrow on the border", today).answer.outcome != "answer"


def test_all_posts_keep_what_is_inferred_of_their_days_in_brackets(shipped_kb, today):
    for typed in ("/whois cho tae-yong", "/whois suga", "/whois abe"):
        card, every = (ask(shipped_kb, f"{typed}{more}", today) for more in ("", " more"))
        person = every.answer.person
        for attested in (*(a for p in person.posts for a in p.attested), *person.descriptions):
            if attested.inferred:
                told = f"in [{head_days(attested)}]"
                assert told in every.message.text
        assert " from 20" not in every.message.text.split("\n\n")[0]
        assert card.answer.person == person
