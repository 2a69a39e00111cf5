"""/timeline: what is on record in order of time, and where it changed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import pytest

from bot.cli.ask import as_json, ask
from bot.commands.plain_words import choose
from bot.layout.terminal import choices
from knowledge.corpus.model import Value
from knowledge.corpus.quotation_limits import WORDS_OF_ONE_ARTICLE
from tests.bot.invented_corpus import InventedCorpus
from tests.bot.slack_requests import app_of, asked

TODAY = date(2026, 11, 28)
WHOLE = "/timeline japan from January 2018 to February 2024"


def days(first, last=None):
    last = last or first
    return {"from": first, "to": last, "printed": f"{first} to {last}", "basis": "printed"}


def said_on(first, last=None, **fields):
    return {"said": days(first, last), **fields}


@pytest.fixture
def corpus(tmp_path):
    written = InventedCorpus(tmp_path / "entries")
    for state in ("Sordia", "Velmark"):
        written.state(state)
    for issue in ("a toll bridge", "a fishing ban"):
        written.issue(issue, issue.removeprefix("a "))
    return written


@pytest.fixture
def ask_of(corpus, request):
    def asking(typed, **rights):
        opened = corpus.kb(**rights)
        request.addfinalizer(opened.close)
        return ask(opened, typed, TODAY)

    return asking


def values(lane):
    return [[value.value for value in point.values] for point in lane.points]


def changes(lane):
    return [(c.old.value, c.new.value, c.in_order) for c in lane.changes]


# On the real corpus.


def test_a_state_over_six_years_has_a_lane_an_issue_and_changes_only_within_one(shipped_kb):
    answer = ask(shipped_kb, WHOLE, TODAY).answer
    pairs = [(lane.holder.id, lane.issue.id) for lane in answer.lanes]
    held = {row.issue for row in shipped_kb.stances(holder="japan")}
    assert {issue for _, issue in pairs} == held
    assert len(pairs) == len(set(pairs))
    assert {holder for holder, _ in pairs} == {"japan"}
    lane_of = {i: lane.issue.id for lane in answer.lanes for p in lane.points for i in p.statements}
    assert set(lane_of) == {statement.id for statement in answer.statements}
    for lane in answer.lanes:
        own = {i for point in lane.points for i in point.statements}
        assert {i for c in lane.changes for i in (c.before, c.after)} <= own
        firsts = [(p.said.from_, p.said.to) for p in lane.points]
        assert firsts == sorted(firsts)
    assert all(
        s.said.from_ <= date(2024, 2, 29) and s.said.to >= date(2018, 1, 1)
        for s in answer.statements
    )
    assert "abe-government-concrete-steps" in answer.maybe_later


def test_it_says_so_where_nothing_changed(shipped_kb):
    text = ask(shipped_kb, WHOLE, TODAY).message.text
    told = "no change of side, conditions differ on 1 of 10"
    assert text.startswith(f"Japan: timeline 2018–24, {told}\n")
    assert "changed from" not in text


@pytest.mark.parametrize(
    ("typed", "head"),
    [
        ("/timeline south korea trilateral", "supports, no change, 2024 (about it 2018–24)"),
        ("/timeline japan us-north-korea-talks", "supports, Feb 2021 (about it 2018–21)"),
        ("/timeline japan end-of-war", "reluctant, no change, 2021"),
    ],
)
def test_a_side_is_told_of_the_days_on_which_it_was_taken(shipped_kb, typed, head):
    assert ask(shipped_kb, typed, TODAY).message.text.split("\n")[0].endswith(f": {head}")


def test_old_words_stand_beside_new_ones(shipped_kb, quoted):
    answer, message = ask(shipped_kb, "/timeline us us-north-korea-talks", TODAY)
    assert changes(answer.lanes[0]) == [
        ("reluctant", "supports", True),
        ("supports", "conditional", False),
    ]
    old, new, last = quoted(message.blocks)
    assert "not shown that it is a trustworthy negotiating partner" in old
    assert "tried to organize high-level talks" in new
    assert "could accept a “chat.”" in last
    assert "\n[Feb 2018] changed from reluctant to supports\n> " in message.text
    assert "conditional (before or after supports, not certain)" in message.text


def test_other_words_for_a_condition_are_shown_and_are_no_change(shipped_kb, quoted):
    message = ask(shipped_kb, "/timeline japan talks", TODAY).message
    assert message.text.splitlines()[3].startswith("Japan-North Korea talks: "), "it comes first"
    told = "conditional, no change of value; its condition is printed in 3 ways"
    assert f"\nJapan-North Korea talks: {told}\n" in message.text
    words = " ".join(quoted(message.blocks))
    assert words.index("concrete steps") < words.index("informal meetings")


@pytest.mark.parametrize(
    ("typed", "person", "lanes"),
    [
        ("/timeline funakoshi", "takehiro-funakoshi", 3),
        ("/timeline kono pressure", "taro-kono", 1),
        ("/timeline suga", "yoshihide-suga", 3),
    ],
)
def test_a_person_has_a_lane_for_each_issue_they_spoke_on(shipped_kb, typed, person, lanes):
    answer = ask(shipped_kb, typed, TODAY).answer
    assert (answer.person.id, len(answer.lanes)) == (person, lanes)
    assert {s.speaker.id for s in answer.statements} == {person}


def test_an_issue_has_a_lane_for_each_holder(shipped_kb):
    answer, message = ask(shipped_kb, "/timeline end-of-war", TODAY)
    held = {row.holder for row in shipped_kb.stances(issue="end-of-war")}
    assert {lane.holder.id for lane in answer.lanes} == held
    assert "\nSouth Korea: supports, no change\n" in message.text


def test_an_issue_has_all_that_is_on_record_on_it(shipped_kb):
    for issue in shipped_kb.issues:
        answer = ask(shipped_kb, f"/timeline {issue}", TODAY).answer
        below = [one.id for one in shipped_kb.under(issue)]
        said = {statement.id for statement in shipped_kb.statements_on_any(below)}
        assert {statement.id for statement in answer.statements} == said
    text = ask(shipped_kb, "/timeline abductions", TODAY).message.text
    assert "\nCho Tae-yong: no position coded\n" in text


def test_a_holder_has_all_that_is_on_record_of_it_with_a_position_or_without(shipped_kb):
    states = [who for who, entity in shipped_kb.entities.items() if entity.state == who]
    for state in states:
        said = {statement.id for statement in shipped_kb.statements_for(state)}
        answer = ask(shipped_kb, f"/timeline {state}", TODAY).answer
        assert {statement.id for statement in answer.statements} == said, state
    text = ask(shipped_kb, "/timeline north korea in 2024", TODAY).message.text
    assert "\nJapan-North Korea talks: no position coded\n" in text
    assert "Two statements in 2024" in text


def test_two_holders_on_one_issue_are_two_lanes(shipped_kb):
    answer, message = ask(shipped_kb, "/timeline japan and the us on pressure", TODAY)
    assert {lane.holder.id for lane in answer.lanes} == {"japan", "united-states"}
    assert message.text.startswith("Japan and United States · Pressure on North Korea: timeline ")


def test_what_two_people_said_is_not_called_their_states(shipped_kb):
    answer, message = ask(shipped_kb, "/timeline Kishida and Suga on summit", TODAY)
    assert [ref.name for ref in answer.asked_about] == ["Fumio Kishida", "Yoshihide Suga"]
    assert message.text.startswith("Fumio Kishida and Yoshihide Suga · Japan-North Korea summit: ")


def test_whoever_has_nothing_on_record_there_is_named_apart(shipped_kb):
    answer, message = ask(shipped_kb, "/timeline us and north korea talks", TODAY)
    assert [ref.id for ref in answer.silent] == ["north-korea"]
    assert message.text.startswith("United States · US-North Korea talks: reluctant")
    assert "\nNothing on record from North Korea.\n" in message.text


def test_a_government_is_asked_about_by_its_leader(shipped_kb):
    answer = ask(shipped_kb, "how has the Biden administration changed on summit?", TODAY).answer
    told = ask(shipped_kb, "/timeline the Biden administration", TODAY).answer
    assert answer.command == told.command == "timeline"
    assert {lane.holder.id for lane in told.lanes} == {"united-states"}
    assert len(told.lanes) > len(ask(shipped_kb, "/timeline biden", TODAY).answer.lanes)


@pytest.mark.parametrize(
    "typed",
    [
        "how has Japan's position on talks changed?",
        "when did Japan change its mind on sanctions?",
        "has Tokyo softened on talks since 2018",
        "did the US position on talks with North Korea shift?",
        "timeline of the end-of-war declaration",
        "@stancebook timeline: kono",
        "kono timeline please",
        "show me a chronology of what Suga said",
        "who changed their position on talks?",
        "the history of Japan's position on talks",
        "what's the history of the abduction issue?",
        "how did Seoul's view of pressure evolve over time",
        "/stance timeline japan talks",
    ],
)
def test_plain_words_ask_for_it(shipped_kb, typed):
    assert choose(shipped_kb, typed).command.name == "timeline"
    answer = ask(shipped_kb, typed, TODAY).answer
    assert (answer.command, answer.outcome, answer.not_understood) == ("timeline", "answer", ())


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("what would change Japan's mind on talks?", "stance"),
        ("who said Japan changed its stance on talks?", "stance"),
        ("will Japan change its position on talks?", "stance"),
        ("what does Japan think about talks?", "stance"),
        ("timeline", "help"),
    ],
)
def test_what_asks_for_no_order_of_time_is_no_timeline(shipped_kb, typed, command):
    assert choose(shipped_kb, typed).command.name == command


@pytest.mark.parametrize(
    ("typed", "outcome", "told"),
    [
        ("/timeline aso", "no_match", "I have no record of “aso”."),
        ("/timeline kim", "choice", "“kim” could be any of these."),
        ("/timeline japan tomatoes", "no_match", "No issue on record goes by “tomatoes”."),
        ("/timeline kono end-of-war", "no_record", "Nothing on record from Taro Kono"),
        ("/timeline japan in 2019", "no_record", "Nothing on record from Japan in 2019."),
        ("/timeline japan talks as of banana", "no_match", "“as of banana” is not a date."),
        ("/timeline japan talks except abductions", "no_match", "I did not understand “except”"),
    ],
)
def test_what_cannot_be_answered_says_why(shipped_kb, typed, outcome, told):
    answer, message = ask(shipped_kb, typed, TODAY)
    assert answer.outcome == outcome
    assert message.text.startswith(told)
    for _, question in choices(message):
        followed = ask(shipped_kb, question, TODAY).answer
        assert (followed.command, followed.outcome != "no_match") == ("timeline", True), question


def test_the_json_is_typed(shipped_kb):
    told = as_json(ask(shipped_kb, "/timeline us us-north-korea-talks", TODAY))
    assert '"old": "reluctant", "new": "supports", "in_order": true}' in told
    assert '"event": {"id": "foreign-ministerial-2018-01-16", "name": "Foreign minis' in told


def test_its_buttons_lead_on_and_keep_the_days_asked_about(shipped_kb):
    for typed in (WHOLE, "/timeline us talks as of 2018-03", "/timeline kono", "/timeline talks"):
        for label, question in choices(ask(shipped_kb, typed, TODAY).message):
            answer = ask(shipped_kb, question, TODAY).answer
            assert answer.outcome == "answer", (label, question)
            if answer.command in {"timeline", "stance"}:
                assert answer.as_of == ask(shipped_kb, typed, TODAY).answer.as_of, question


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("/stance us us-north-korea-talks", "How it changed"),
        ("/stance us talks", "How it changed"),
        ("/stance south korea inter-korean-dialogue", None),
        ("/stance japan end-of-war", None),
        # Tillerson's words alone show no change.
        ("/stance tillerson us-north-korea-talks", None),
        ("/who funakoshi", "Timeline"),
        ("/who cho tae-yong", None),
    ],
)
def test_a_card_leads_to_it_only_where_there_is_something_to_order(shipped_kb, typed, label):
    found = dict(choices(ask(shipped_kb, typed, TODAY).message))
    leading = {name for name in found if name in {"How it changed", "Timeline"}}
    assert leading == ({label} if label else set())
    if label:
        lanes = ask(shipped_kb, found[label], TODAY).answer.lanes
        assert any(lane.changes for lane in lanes) == (label == "How it changed")


def test_a_card_of_the_past_leads_to_no_later_change(shipped_kb):
    found = dict(
        choices(ask(shipped_kb, "/stance us us-north-korea-talks as of 2018-01-31", TODAY)[1])
    )
    assert "How it changed" not in found
    later = dict(
        choices(ask(shipped_kb, "/stance us us-north-korea-talks as of 2018-03", TODAY)[1])
    )
    assert later["How it changed"].endswith(" as of 2018-03-31")


# On corpora that are written for it.


def test_a_change_is_marked_within_one_holder_and_one_issue_only(corpus, ask_of):
    corpus.said("Sordia", "a toll bridge", "supports", "Build it.", **said_on("2021-01-01"))
    corpus.said("Sordia", "a fishing ban", "opposes", "Never ban it.", **said_on("2022-01-01"))
    corpus.said("Velmark", "a toll bridge", "opposes", "Not a bridge.", **said_on("2022-01-01"))
    answer = ask_of("/timeline toll bridge").answer
    assert [changes(lane) for lane in answer.lanes] == [[], []]
    corpus.said("Sordia", "a toll bridge", "opposes", "Tear it down.", **said_on("2023-01-01"))
    answer, message = ask_of("/timeline toll bridge")
    assert answer.lanes[0].holder.id == "sordia", "what changed comes first"
    assert [changes(lane) for lane in answer.lanes] == [[("supports", "opposes", True)], []]
    assert "\nSordia: supports → opposes\n" in message.text


def test_the_lines_between_old_and_new_words_are_none(corpus, ask_of):
    for year in range(2015, 2020):
        corpus.said(
            "Sordia", "a toll bridge", "supports", f"Build {year}.", **said_on(f"{year}-01-01")
        )
    for year in range(2020, 2024):
        corpus.said(
            "Sordia", "a toll bridge", "opposes", f"Fell {year}.", **said_on(f"{year}-01-01")
        )
    text = ask_of("/timeline sordia bridge").message.text
    old, new = text.index("“Build 2019.”"), text.index("“Fell 2020.”")
    assert text[old:new].count("Jan 1, ") == 1, "that of the change"
    assert text.startswith("Sordia · a toll bridge: supports → opposes, 2015–23\n")


def test_two_reports_of_one_occasion_are_one_point(corpus, ask_of):
    corpus.event("Ferry summit", days("2021-01-01"))
    for words in ("Build it.", "Do build it."):
        corpus.said(
            "Sordia",
            "a toll bridge",
            "supports",
            words,
            **said_on("2021-01-01", event="ferry-summit"),
        )
    answer, message = ask_of("/timeline sordia toll bridge")
    assert values(answer.lanes[0]) == [["supports"]]
    assert len(answer.lanes[0].points[0].statements) == 2
    assert "Jan 1, 2021 supports · Ferry summit · two reports\n" in message.text


def test_an_occasion_of_several_lanes_counts_once(corpus, ask_of):
    corpus.event("Ferry summit", days("2021-01-01"))
    of_it = said_on("2021-01-01", event="ferry-summit")
    corpus.said("Sordia", "a toll bridge", "supports", "Build it.", **of_it)
    corpus.said("Sordia", "a fishing ban", "supports", "Ban it.", **said_on("2021-02-01"))
    corpus.said("Sordia", "a fishing ban", "supports", "For good.", **of_it)
    assert "Three statements on two occasions" in ask_of("/timeline sordia").message.text


def test_the_words_of_a_statement_stand_where_it_takes_a_side(corpus, ask_of):
    corpus.person("Ida Lund", post=("minister", "Sordia"))
    aside = said_on("2021-01-01", about=["a-fishing-ban"])
    corpus.said("Sordia", "a toll bridge", "supports", "Build it.", by="Ida Lund", **aside)
    answer, message = ask_of("/timeline ida lund")
    assert [lane.issue.name for lane in answer.lanes] == ["a toll bridge", "a fishing ban"]
    assert message.text.index("Build it.") < message.text.index("a fishing ban: no position coded")


def test_what_is_said_for_nobody_is_not_called_the_only_holders(corpus, ask_of):
    corpus.said("Sordia", "a toll bridge", "supports", "Build it.")
    account = {"speaker": None, "on_behalf_of": None, "sourcing": "outlet", "stances": []}
    corpus.said("Sordia", "", "supports", "It rained.", about=["a-toll-bridge"], **account)
    answer, message = ask_of("/timeline a toll bridge")
    assert [lane.holder and lane.holder.id for lane in answer.lanes] == ["sordia", None]
    assert message.text.startswith("a toll bridge: timeline Mar 2025\nThe latest is 1 year old.")
    assert "\nSordia: supports\n" in message.text
    assert "\nFor nobody named: no position coded\n" in message.text


def test_a_report_shows_no_side_that_another_of_its_occasion_takes(corpus, ask_of):
    corpus.event("Ferry summit", days("2021-01-01"))
    of_it = said_on("2021-01-01", event="ferry-summit")
    corpus.said("Sordia", "a toll bridge", "supports", "Build it.", **of_it)
    aside = {**of_it, "stances": [], "about": ["a-toll-bridge"]}
    corpus.said("Sordia", "a toll bridge", "supports", "It rained.", **aside)
    text = ask_of("/timeline sordia toll bridge more").message.text
    assert "a toll bridge: supports\n> “Build it.”" in text
    assert "a toll bridge: about it, no position coded\n> “It rained.”" in text


def test_reports_that_differ_are_said_to_and_are_no_change(corpus, ask_of):
    corpus.event("Ferry summit", days("2021-01-01"))
    for value in ("supports", "opposes"):
        corpus.said(
            "Sordia",
            "a toll bridge",
            value,
            f"It {value}.",
            **said_on("2021-01-01", event="ferry-summit"),
        )
    answer, message = ask_of("/timeline sordia toll bridge")
    assert (len(answer.lanes[0].points), answer.lanes[0].changes) == (1, ())
    assert "reports differ: " in message.text


@pytest.mark.parametrize(
    ("asked_for", "kept"),
    [
        ("", 4),
        ("from 2021", 3),
        ("from 2021 to 2022", 2),
        ("to 2021", 2),
        ("until 2021", 2),
        ("as of 2021-06-30", 2),
        ("2021", 1),
        ("in 2021", 1),
        ("2021-01-01", 1),
        ("since 2022", 2),
        ("before 2021", 1),
    ],
)
def test_days_keep_what_may_be_of_them(corpus, ask_of, asked_for, kept):
    for year in range(2020, 2024):
        corpus.said(
            "Sordia", "a toll bridge", "supports", f"Build {year}.", **said_on(f"{year}-01-01")
        )
    answer = ask_of(f"/timeline sordia toll bridge {asked_for}").answer
    assert len(answer.statements) == kept
    again = ask_of(f"{answer.asked} more").answer
    assert {s.id for s in again.statements} == {s.id for s in answer.statements}, answer.asked


def test_what_may_be_of_other_days_is_marked(corpus, ask_of):
    words = said_on("2020-06-01", "2021-06-30")
    corpus.said("Sordia", "a toll bridge", "supports", "Build it.", **words)
    answer, message = ask_of("/timeline sordia toll bridge from 2021")
    assert len(answer.maybe_later) == 1
    assert "may be earlier than the days asked about" in message.text


def test_an_article_that_may_only_be_linked_shows_no_word(corpus, ask_of, quoted):
    corpus.said("Sordia", "a toll bridge", "supports", "Build it.", **said_on("2021-01-01"))
    corpus.said("Sordia", "a toll bridge", "opposes", "Tear it down.", **said_on("2023-01-01"))
    answer, message = ask_of("/timeline sordia toll bridge", rights="link_only")
    assert changes(answer.lanes[0]) == [("supports", "opposes", True)]
    assert quoted(message.blocks) == []
    assert "Build" not in message.text
    assert "• Jan 1, 2023 changed from supports to opposes: Sordia\n" in message.text


def test_words_of_one_article_are_limited_and_those_of_a_change_are_the_last_to_go(
    corpus, ask_of, quoted
):
    long = " ".join(["words"] * 38)
    for year in range(2010, 2020):
        value = "supports" if year < 2012 else "opposes"
        corpus.said("Sordia", "a toll bridge", value, f"{year} {long}.", **said_on(f"{year}-01-01"))
    answer, message = ask_of("/timeline sordia toll bridge")
    words = sum(q.words for s in answer.statements for q in s.quotes)
    assert 0 < words <= WORDS_OF_ONE_ARTICLE
    assert [words[1:5] for words in quoted(message.blocks)][:2] == ["2011", "2012"]


def _many(corpus, number):
    start = date(2000, 1, 1)
    for i in range(number):
        value = ("supports", "opposes")[i // 7 % 2]
        corpus.said(
            "Sordia",
            ("a toll bridge", "a fishing ban")[i % 2],
            value,
            f"Word {i} said.",
            **said_on(str(start + timedelta(days=i))),
        )


def test_pages_show_every_statement_once_from_the_oldest_on(corpus, ask_of, broken_limits):
    _many(corpus, 40)
    message = ask_of("/timeline sordia").message
    assert broken_limits(message) == []
    labels = dict(choices(message))
    question, told = labels["All 40"], ""
    for _ in count():
        page = ask_of(question).message
        assert broken_limits(page) == []
        told += page.text
        more = [q for label, q in choices(page) if label.startswith("More (")]
        if not more:
            break
        (question,) = more
    places = [told.index(f"“Word {i} said.”") for i in range(40)]
    assert places == sorted(places)


def _copies(kb, number):
    """Return a holder's statements as if there were many, each of a day and an article of its own."""
    own = [s for s in kb.statements_for("velmora") if s.stances]
    for i in range(number):
        day, (stance, *_) = date(1990, 1, 1) + timedelta(days=i), own[i % len(own)].stances
        value = ("supports", "opposes", "reluctant")[i // 5 % 3]
        yield own[i % len(own)].model_copy(
            update={
                "id": f"s{i}",
                "place": number - i,
                "said": own[0].said.model_copy(update={"from_": day, "to": day}),
                "stances": (stance.model_copy(update={"value": Value(value)}),),
                "article": own[0].article.model_copy(update={"id": f"a{i}"}),
            }
        )


@pytest.mark.slow(seconds=6)
def test_ten_thousand_statements_of_one_holder_are_within_slacks_limits(
    kb, monkeypatch, broken_limits
):
    many = list(_copies(kb, 10_000))[::-1]
    monkeypatch.setattr(kb, "statements_for", lambda _: many)
    for typed in (
        "/timeline velmora",
        "/timeline velmora border opening",
        "/timeline velmora more",
    ):
        answer, message = ask(kb, typed, TODAY)
        assert answer.outcome == "answer"
        assert broken_limits(message) == []
        assert answer.lanes[0].changes


def test_alone_it_says_how_to_ask(shipped_kb):
    told = asked(app_of(shipped_kb), "/stance", "timeline")["text"]
    assert told.startswith("/stance timeline HOLDER or ISSUE [ISSUE] [from DATE] [to DATE]\n")


def test_slack_gets_it_as_a_word_behind_stance(shipped_kb):
    app = app_of(shipped_kb)
    told = asked(app, "/stance", "timeline japan end-of-war")
    assert told["text"].startswith("Japan · End-of-war declaration: reluctant, no change, 2021\n")


@pytest.mark.parametrize(
    ("of_days", "told"),
    [
        ("to 2021-10-19", "Two statements by Oct 19, 2021, oldest first."),
        ("since 2021-06", "Two statements since Jun 2021, oldest first."),
        ("in 2021", "Two statements in 2021, oldest first."),
        ("", "Three statements, oldest first."),
    ],
)
def test_it_says_where_it_begins_and_stops(corpus, ask_of, of_days, told):
    for day in ("2020-02-03", "2021-07-01", "2021-12-24"):
        corpus.said("Sordia", "a toll bridge", "supports", f"Of {day}.", **said_on(day))
    assert told in ask_of(f"/timeline sordia toll bridge {of_days}").message.text


def test_an_occasion_is_named_whole_and_in_our_marks(shipped_kb):
    text = ask(shipped_kb, "/timeline end-of-war", TODAY).message.text
    assert "senior officials for North Korea in Washington" in text
    assert "Moon Jae-in’s speech at" in ask(shipped_kb, "/timeline moon", TODAY).message.text


@pytest.mark.parametrize(
    "typed",
    [
        "when was the last time Japan commented on the abductions?",
        "when did Japan last comment on the abductions?",
    ],
)
def test_when_somebody_spoke_last_is_told_with_what_takes_no_side(shipped_kb, typed):
    answer = ask(shipped_kb, typed, TODAY).answer
    assert answer.command == "timeline"
    assert max(statement.said.to for statement in answer.statements) == date(2021, 11, 27)
