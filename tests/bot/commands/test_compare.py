"""/compare: positions side by side, each with its day and its shortest telling words."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.answers.answer import CellRecord
from bot.block_kit.block_text import as_text
from bot.block_kit.table_block import has_table, without_tables
from bot.cli.ask import as_json, ask
from bot.layout.terminal import choices
from local_slack.blocks.block_checks import check_message_blocks
from tests.bot.invented_corpus import InventedCorpus

TODAY = date(2026, 11, 28)
MANY = [f"{name} Republic" for name in "Alda Borl Cind Dorn Evel Falk Gorm Hald".split()]


@pytest.fixture
def asked(kb):
    return lambda typed: ask(kb, typed, TODAY)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    """Eight states with twenty words each on two issues; one says its condition last."""
    corpus = InventedCorpus(tmp_path_factory.mktemp("crowd") / "entries")
    for name in MANY:
        corpus.state(name)
    corpus.issue("glacier ban")
    corpus.issue("moose tax")
    for i, name in enumerate(MANY):
        for issue in ("glacier ban", "moose tax"):
            words = " ".join(f"{name[0].lower()}{issue[0]}{n}" for n in range(20))
            corpus.said(name, issue, "opposes" if i % 2 else "supports", words)
    opened = corpus.kb()
    yield opened
    opened.close()


def _cells(answer):
    return {(cell.holder.id, cell.issue.id): cell for cell in answer.compared}


def _words(answer):
    """Return how many words the cells show, each slice once."""
    shown = {
        (statement.article.id, quote.start, quote.exact): quote.words
        for statement in answer.statements
        for quote in statement.quotes
    }
    return sum(shown.values())


def test_holders_stand_below_one_another_on_one_issue(asked):
    answer, message = asked("/compare velmora north-tarsk border")
    assert [c.stance.value for c in answer.compared] == ["supports", "conditional"]
    table = next(block for block in message.blocks if block["type"] == "table")
    assert [as_text([row[0]]) for row in table["rows"]] == ["Who", "Velmora", "North Tarsk"]
    told = as_text([table["rows"][1][1]])
    assert told.startswith("supports as of May 2025\n“Velmora supports the opening of the border")
    assert told.endswith(
        "\nIlse Marrow, the new Velmoran envoy to the two Tarsks · May 2, [2025] · said publicly"
    )


def test_a_notification_says_value_and_day_first(asked):
    text = asked("/compare velmora north-tarsk border").message.text
    assert text.startswith(
        "Opening of the Tarsk border: Velmora supports May 2025 · North Tarsk conditional Mar 2025\n"
    )
    assert text.splitlines()[1] == "All 1 year old. Should the Tarsk border be opened now?"


def test_holders_stand_beside_one_another_on_several_issues(asked):
    answer, message = asked("/compare velmora, north tarsk on border and ferries")
    table = next(block for block in message.blocks if block["type"] == "table")
    heads = [as_text([cell]) for cell in table["rows"][0]]
    assert heads == ["Question", "Velmora", "North Tarsk"]
    assert [as_text([row[0]]).splitlines()[0] for row in table["rows"][1:]] == [
        "Opening of the Tarsk border",
        "Ferry ban",
    ]
    assert _cells(answer)["north-tarsk", "ferry-ban"].record is CellRecord.NO_RECORD
    assert as_text([table["rows"][2][2]]) == "no record"


def test_the_questions_on_which_values_differ_come_first(asked):
    text = asked("/compare velmora, united isles, north tarsk on ferries and border").message.text
    assert "The values differ on 1 of 2 questions, which come first." in text
    assert text.startswith("Opening of the Tarsk border: Velmora supports")


def test_one_holder_is_compared_on_several_issues(asked):
    answer, message = asked("/compare velmora border ferries")
    assert {c.issue.id for c in answer.compared} == {"border-opening", "ferry-ban"}
    assert "Velmora · 2 questions" not in message.text
    assert message.blocks[0]["text"]["text"] == "Velmora · two questions"


def test_one_holder_on_one_issue_is_compared_with_all_on_record(asked):
    answer = asked("/compare velmora border").answer
    first, *others = [cell.holder.id for cell in answer.compared]
    assert first == "velmora"
    assert set(others) == {"north-tarsk", "south-tarsk", "united-isles"}
    alone = asked("/compare border").answer
    assert {cell.holder.id for cell in alone.compared} == {"velmora", *others}


def test_positions_are_those_of_the_day_asked_about(asked):
    answer, message = asked("/compare velmora south-tarsk border as of 2025-04-10")
    assert _cells(answer)["velmora", "border-opening"].stance.value == "reluctant"
    assert "On record by Apr 10, 2025." in message.text
    early = asked("/compare velmora north-tarsk border as of 2025-03-15").answer
    assert _cells(early)["north-tarsk", "border-opening"].record is CellRecord.NO_RECORD


def test_what_may_be_later_than_the_day_is_not_certain(asked):
    answer, message = asked("/compare south tarsk, velmora on tolls and border as of 2025-06-10")
    assert _cells(answer)["south-tarsk", "river-treaty"].record is CellRecord.UNCERTAIN
    assert "nothing certain by Jun 10, 2025" in message.text


def test_a_condition_is_in_the_words(asked):
    answer, message = asked("/compare north tarsk, velmora border")
    stance = _cells(answer)["north-tarsk", "border-opening"].stance
    assert stance.condition in message.text


def test_relayed_words_say_by_whom(asked):
    text = asked("/compare united isles, velmora border").message.text
    assert "relayed by the sources" in text


def test_an_article_that_allows_only_a_link_gives_no_words(asked):
    answer, message = asked("/compare south tarsk, velmora on river treaty")
    cell = _cells(answer)["south-tarsk", "river-treaty"]
    assert (cell.stance.value, cell.quotes) == ("undeclared", ())
    assert "at odds over the tolls" not in as_json(asked("/compare south tarsk on river treaty"))
    assert "Words not shown: the publisher allows only a link." in message.text
    assert "took no side as of Jun 2025" in message.text


def test_statements_hold_the_words_of_the_cells_and_no_others(asked):
    answer = asked("/compare velmora, north tarsk on border, ferries").answer
    by_id = {statement.id: statement for statement in answer.statements}
    for cell in answer.compared:
        if cell.quotes:
            statement = by_id[cell.statement]
            assert all(statement.quotes[i].exact for i in cell.quotes)
            (stance,) = [s for s in statement.stances if s.issue == cell.issue.id]
            assert stance.grounds in cell.quotes
    shown = {i for cell in answer.compared for i in [(cell.statement, *cell.quotes)] if cell.quotes}
    assert sum(len(s.quotes) for s in answer.statements) == sum(len(s) - 1 for s in shown)


def test_a_statement_that_only_dates_a_position_keeps_it_and_no_words(shipped_kb):
    for typed in ("/compare japan china on pressure", "/compare japan us"):
        answer = ask(shipped_kb, typed, TODAY).answer
        by_id = {statement.id: statement for statement in answer.statements}
        told = {cell.statement for cell in answer.compared}
        for cell in answer.compared:
            dating = by_id.get(cell.dated_by)
            if dating and dating.id not in told:
                (stance,) = dating.stances
                own = (cell.stance.holder.id, cell.issue.id, cell.stance.value)
                assert (stance.holder, stance.issue, stance.value) == own
                assert (dating.quotes, stance.condition, stance.object) == ((), None, None)
        assert all(statement.stances for statement in answer.statements)


def test_no_more_words_are_quoted_than_an_answer_may_and_the_rest_is_said(crowd):
    answer, message = ask(crowd, "/compare glacier ban", TODAY)
    assert len(answer.compared) == len(MANY)
    assert _words(answer) <= 120
    crowded = [cell for cell in answer.compared if cell.withheld_reason]
    assert len(crowded) == len(MANY) - 6
    assert "A comparison quotes 120 words at most: 2 positions without them." in message.text


def test_more_holders_than_are_compared_are_not_left_out_in_silence(shipped_kb):
    names = ", ".join(entity.name for entity in list(shipped_kb.entities.values())[:30])
    answer, message = ask(shipped_kb, f"/compare japan, {names} on talks", TODAY)
    assert len({cell.holder.id for cell in answer.compared}) == 12
    assert "I compare at most 12 holders on 12 issues, the first of those named." in message.text


def test_what_does_not_fit_is_named_and_slack_takes_the_rest(crowd, broken_limits):
    typed = f"/compare {', '.join(MANY)} on glacier ban, moose tax"
    message = ask(crowd, typed, TODAY).message
    assert broken_limits(message) == []
    assert check_message_blocks(message.blocks) == []
    assert has_table(message.blocks)


def test_slack_takes_every_comparison_of_the_corpus(shipped_kb, broken_limits):
    holders = "japan, united-states, south-korea, north-korea, china"
    for issue in shipped_kb.issues:
        for who in (holders, "japan", "", "japan, china"):
            answer, message = ask(shipped_kb, f"/compare {who} on {issue}", TODAY)
            assert answer.outcome in {"answer", "no_record"}, (who, issue)
            assert broken_limits(message) == []
            assert check_message_blocks(message.blocks) == []
            assert check_message_blocks(without_tables(message.blocks)) == []
            assert _words(answer) <= 120
            assert all(q.words <= 40 for s in answer.statements for q in s.quotes)


def test_every_word_shown_is_a_slice_of_the_corpus(shipped_kb):
    message = ask(shipped_kb, "/compare japan, us, south korea on talks", TODAY).message
    known = {
        quote.exact.replace("“", "‘").replace("”", "’")
        for record in shipped_kb.sources()
        for statement in shipped_kb.statements_in(record.source.id)
        for quote in statement.quotes
    }
    shown = re.findall(r"^“(.*)”$", message.text, re.MULTILINE)
    assert len(shown) > 3
    assert {re.sub(r" \[[A-Z][^\]]*\]", "", words) for words in shown} <= known


def test_words_that_tell_two_positions_are_quoted_once(shipped_kb):
    text = ask(shipped_kb, "/compare us, japan on inter-korean dialogue", TODAY).message.text
    assert text.count("welcomed the North-South dialogue") == 1
    assert "same words as for the United States" in text


@pytest.mark.parametrize(
    ("typed", "outcome", "told"),
    [
        ("/compare", "help", "compare HOLDER"),
        ("/compare velmora", "choice", "Compare Velmora with others on which issue?"),
        ("/compare velmora atlantis border", "no_match", "no record of “atlantis”"),
        (
            "/compare velmora north tarsk whaling",
            "no_match",
            "No issue on record goes by “whaling”",
        ),
        ("/compare tarsk velmora border", "choice", "“tarsk” could be any of these."),
        (
            "/compare velmora isles border as of 2019",
            "no_record",
            "Nothing on record from Velmora or",
        ),
    ],
)
def test_what_cannot_be_compared_is_said_or_asked_about(asked, typed, outcome, told):
    answer, message = asked(typed)
    assert answer.outcome == outcome
    assert told in message.text


def test_every_choice_leads_to_a_comparison(asked):
    for typed in ("velmora", "tarsk velmora border", "velmora atlantis border"):
        found = asked(f"/compare {typed} ").answer.choices
        assert found, typed
        for choice in found:
            answer = asked(choice.question).answer
            assert (answer.command, answer.outcome) == ("compare", "answer"), choice.question


def test_words_that_are_not_read_are_named(asked):
    text = asked("/compare velmora, north tarsk on border and whaling").message.text
    assert "Not read: “whaling”." in text


@pytest.mark.parametrize(
    "typed",
    [
        "where do Velmora and North Tarsk differ on opening the border?",
        "compare Velmora and North Tarsk on the border",
        "Velmora vs North Tarsk border",
    ],
)
def test_plain_words_compare_too(asked, typed):
    answer = asked(typed).answer
    assert (answer.command, answer.outcome) == ("compare", "answer")
    assert [cell.holder.id for cell in answer.compared] == ["velmora", "north-tarsk"]


def test_those_talked_about_are_compared_with_nobody_and_choose_the_issues(asked):
    answer = asked("where do Velmora and North Tarsk differ on South Tarsk?").answer
    cells = {(cell.holder.id, cell.issue.id) for cell in answer.compared}
    assert cells == {("velmora", "border-opening"), ("north-tarsk", "border-opening")}


def test_where_no_issue_is_about_those_talked_about_that_is_said(asked):
    answer = asked("compare Velmora and North Tarsk on the United Isles").answer
    assert answer.outcome == "no_record"
    assert "on one and the same issue about the United Isles" in answer.reason


@pytest.mark.parametrize(
    "typed",
    [
        "Velmora and North Tarsk on ferries and the border",
        "Velmora, North Tarsk: the border and the ferry ban",
    ],
)
def test_several_on_several_issues_are_compared_without_being_asked_to(asked, typed):
    answer = asked(typed).answer
    assert answer.command == "compare"
    assert {cell.issue.id for cell in answer.compared} == {"border-opening", "ferry-ban"}
    assert {cell.holder.id for cell in answer.compared} == {"velmora", "north-tarsk"}


def test_a_card_leads_to_a_comparison_and_keeps_the_day(asked):
    shown = dict(choices(asked("/stance velmora border as of 2025-04-10").message))
    assert shown["Compare"] == "/compare velmora on border-opening as of 2025-04-10"
    assert asked(shown["Compare"]).answer.outcome == "answer"


def test_a_card_does_not_where_nobody_else_is_on_record(asked):
    for typed in ("/stance velmora ferries", "/stance velmora border as of 2025-03-11"):
        assert "Compare" not in dict(choices(asked(typed).message)), typed


def test_where_a_card_has_no_room_for_all_buttons_the_sources_stay(asked):
    shown = dict(choices(asked("/stance velmora border").message))
    assert "Compare" not in shown
    assert {"Sources", "Cite"} <= shown.keys()


def test_a_choice_between_holders_offers_to_compare_them(asked):
    shown = dict(choices(asked("/stance velmora and united isles border").message))
    assert shown["Compare"] == "/compare velmora, united-isles on border-opening"
    assert asked(shown["Compare"]).answer.outcome == "answer"


def test_the_buttons_of_a_comparison_lead_on(asked):
    shown = dict(choices(asked("/compare velmora, north tarsk on border, ferries").message))
    assert shown["Ferry ban"] == "/compare velmora, north-tarsk on ferry-ban"
    assert "Sources" in shown
    one = dict(choices(asked("/compare velmora, north tarsk on border").message))
    assert one["Velmora on Opening of the Tarsk border"] == "/stance velmora border-opening"
    for question in (*shown.values(), *one.values()):
        assert asked(question).answer.outcome == "answer", question


@pytest.fixture
def turned(tmp_path):
    """Return where two states stand, of whom one's own words are older than its position."""
    corpus = InventedCorpus(tmp_path / "entries")
    for name in ("Sordia", "Lutha"):
        corpus.state(name)
        corpus.issue("a canal")
    corpus.said("Lutha", "a canal", "opposes", "No canal, ever.")
    corpus.said("Sordia", "a canal", "supports", "Dig!", said=_day("2023-05-01"))

    def ask_having(words, **fields):
        corpus.said("Sordia", "a canal", "supports", words, **fields)
        return ask(corpus.kb(), "compare sordia and lutha on a canal", date(2025, 6, 1))

    return ask_having


def _day(day):
    return {"from": day, "to": day, "printed": day, "basis": "printed"}


def test_the_words_of_a_cell_are_of_the_time_that_its_position_is_of(turned):
    text = turned("We are going to dig this canal in due course.").message.text
    assert "Sordia: supports as of Mar 2025\n“We are going to dig this canal" in text
    assert "Dig!" not in text


def test_words_of_another_time_than_the_position_say_so(turned):
    text = turned(" ".join(["on"] * 41)).message.text
    assert "Sordia: supports as of Mar 2025; words of May 2023\n“Dig!”" in text


@pytest.mark.parametrize(
    ("both", "order"),
    [("2023-05-01", "those with several on record first"), ("", "newest first")],
)
def test_the_order_of_questions_is_the_one_that_is_named(tmp_path, both, order):
    corpus = InventedCorpus(tmp_path / "entries")
    for name in ("Sordia", "Lutha"):
        corpus.state(name)
    for name in ("a canal", "a dike"):
        corpus.issue(name)
    corpus.said("Sordia", "a dike", "supports", "Raise it.")
    corpus.said("Lutha", "a canal", "supports", "Fill it.", said=_day(both or "2023-05-02"))
    if both:
        corpus.said("Sordia", "a canal", "supports", "Dig it.", said=_day(both))
    typed = "compare sordia and lutha on a canal and a dike"
    answer, message = ask(corpus.kb(), typed, date(2025, 6, 1))
    assert f"Two questions, {order}." in message.text
    assert answer.compared[0].issue.id == ("a-canal" if both else "a-dike")


@pytest.fixture
def named_by_others(tmp_path):
    """A corpus in which a person has no words on record, but is named in those of others."""
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.state("Lutha")
    corpus.person("Nora Blau", post=("minister", "Lutha"))
    corpus.issue("a canal")
    corpus.said("Sordia", "a canal", "supports", "We dig whatever Nora Blau wants.")
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, date(2025, 6, 1)).message.text


@pytest.mark.parametrize(
    ("typed", "head"),
    [
        ("compare nora blau and lutha on a canal", "Named by others:\n\n> “We dig whatever"),
        (
            "compare nora blau and lutha on a canal",
            "No words of Nora Blau or Lutha on record on a canal. That does",
        ),
        ("/timeline nora blau", "Named by others:\n\n> “We dig whatever"),
        ("/timeline nora blau a canal", "Named by others:\n\n> “We dig whatever"),
        ("/who nora blau", "Named by others:\n\n> “We dig whatever"),
        ("/stance nora blau a canal", "No words of Nora Blau on record on a canal. That does"),
        ("/timeline nora blau a canal", "No words of Nora Blau on record on a canal. That does"),
        ("/stance nora blau", "Named by others:\n\n> “We dig whatever"),
        ("compare nora blau and sordia on a canal", "Nora Blau: no record; named by others\n"),
    ],
)
def test_what_others_say_of_somebody_without_words_is_shown(named_by_others, typed, head):
    assert head in named_by_others(typed)


def test_own_words_near_what_was_asked_are_not_called_those_of_others(named_by_others):
    text = named_by_others("what did sordia say about lutha")
    assert "Otherwise on record:" in text
    assert "Others" not in text
    assert "named by others" not in text.lower()


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (
            "where do Tokyo and Washington differ on North Korea",
            "supports as of 2021, by the account of Kyodo News; statement of Jan 2018",
        ),
        ("compare Japan and North Korea", "reluctant as of Nov 2021; statement of Oct 2021"),
        (
            "compare Japan and the US on pressure",
            "supports as of 2021, by the account of Kyodo News; words of Jan 2018",
        ),
    ],
)
def test_a_statement_of_another_time_than_its_value_says_when_with_its_words_left_out(
    shipped_kb, typed, value
):
    assert value in ask(shipped_kb, typed, TODAY).message.text
