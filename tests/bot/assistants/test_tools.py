"""The tools as an assistant's client sees them, over the library's own client."""

from __future__ import annotations

from datetime import date

import anyio
import pytest
from mcp import Client

from bot.assistants.tool_server import make_server
from bot.assistants.tools import Tools
from knowledge.kb import KnowledgeBase
from knowledge.kb.swappable_kb import SwappableKb

TOOLS = {"stance", "who", "said", "check_quote", "timeline", "compare", "issues", "source"}


@pytest.fixture
def served(kb):
    opened = SwappableKb(KnowledgeBase(kb.path))
    yield opened
    opened.close()


@pytest.fixture
def call(served):
    """Return what a tool answers: its text, its data, and whether it is an error."""

    async def ask(name, words):
        async with Client(make_server(served)) as client:
            return await client.call_tool(name, words)

    def called(tool, /, **words):
        result = anyio.run(ask, tool, words)
        return result.content[0].text, result.structured_content, result.is_error

    return called


@pytest.fixture
def tools(served):
    async def listed():
        async with Client(make_server(served)) as client:
            return (await client.list_tools()).tools

    return anyio.run(listed)


def test_every_tool_says_what_it_does_and_only_reads(tools):
    assert {tool.name for tool in tools} == TOOLS
    for tool in tools:
        assert not any(line.startswith(" ") for line in tool.description.splitlines())
        assert tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint
        given = tool.input_schema["properties"].values()
        assert all("description" in one or "anyOf" in one for one in given)


def test_a_stance_carries_its_words_and_its_source(call):
    text, data, failed = call("stance", holder="Velmora", issue="border", as_of="2025-12-31")
    assert not failed
    assert text.startswith("Velmora · Opening of the Tarsk border: supports as of May 2025")
    assert "“Velmora supports the opening of the border this year”" in text
    assert [s["value"] for s in data["stances"]] == ["supports"]
    assert data["statements"][0]["quotes"][0]["article"]["id"] == "marrow-2025-05"
    assert data["as_of"] == "2025-12-31"
    assert data["text"] == text


def test_words_that_differ_are_told_apart_from_those_that_are_printed(call):
    exact, _, _ = call("check_quote", words="supports the opening", speaker="Marrow")
    other, data, _ = call("check_quote", words="Velmora opposes the opening of the border")
    assert exact.startswith("A part of what an article prints")
    assert other.startswith("Differs from what an article prints")
    assert [check["verdict"] for check in data["checks"]] == ["differs"]


@pytest.mark.parametrize(
    "words", ["“supports the opening”", '"supports the opening"', "supports\nthe"]
)
def test_marks_and_line_ends_in_a_quotation_make_no_second_one(call, words):
    _, data, _ = call("check_quote", words=words)
    assert len(data["checks"]) == 1


def test_words_of_an_article_that_may_only_be_linked_are_not_given(call):
    text, data, _ = call("source", article="harbor-gazette-2025-06")
    assert "harbor-gazette-2025-06" in text
    of_it = [s for s in data["statements"] if s["article"]["id"] == "harbor-gazette-2025-06"]
    assert not any(statement["quotes"] for statement in of_it)


def test_the_card_of_an_article_names_all_statements_and_counts_no_more(call):
    text, data, _ = call("source", article="marrow-2025-05")
    assert len(data["statements"]) > 1
    assert "more statement" not in text


def test_somebody_who_is_not_on_record_is_named_and_not_answered_for(call):
    text, data, failed = call("who", name="Hunter Zabriskie")
    assert not failed
    assert (data["outcome"], data["statements"]) == ("no_match", [])
    assert "Hunter Zabriskie" in text


def test_words_are_found_between_two_days(call):
    _, found, _ = call("said", words="opening of the border", by="Marrow", since="2025-01-01")
    _, earlier, _ = call("said", words="opening of the border", until="2024-01-01")
    assert found["statements"]
    assert not earlier["statements"]


@pytest.mark.parametrize("day", ["2025-12-31", "December 2025", "2025"])
def test_days_are_read_as_in_a_question(call, day):
    _, data, _ = call("stance", holder="Velmora", issue="border", as_of=day)
    assert data["as_of"] == "2025-12-31"


def test_a_day_that_cannot_be_read_is_repeated(call):
    text, _, failed = call("stance", holder="Velmora", issue="border", as_of="31/31/2025")
    assert not failed
    assert "31/31/2025" in text


def test_nothing_is_answered_while_nothing_may_be_served(call, served):
    served.swap(None)
    text, _, failed = call("issues")
    assert failed
    assert "does not pass its check" in text


def test_what_is_swapped_in_is_served(call, served, kb):
    served.swap(None)
    served.swap(KnowledgeBase(kb.path))
    assert "issues, latest on record" in call("issues")[0]


def test_an_answer_is_of_its_day(served):
    later = Tools(served, lambda: date(2035, 1, 1)).stance("Velmora", "border")
    assert "9 years old" in later.content[0].text


@pytest.mark.parametrize(
    ("tool", "words", "told"),
    [
        ("stance", {}, "“holder” is missing."),
        ("stance", {"holder": 5, "issue": ["a"]}, "“holder” is not text. “issue” is not text."),
        ("stance", {"holder": "velmora", "isue": "x"}, "has no argument “isue”: it takes “holder”"),
        ("stance", {"holder": ""}, "“holder” is empty."),
        ("stance", {"holder": "x" * 5000}, "“holder” has more than"),
        ("check_quote", {"words": "peace " * 9000}, "“words” has more than 3000 characters"),
        ("compare", {"holders": "velmora", "issue": "x"}, "“holders” is not a list."),
        ("compare", {"holders": ["a"] * 11, "issue": "x"}, "“holders” has more than 10 items"),
        ("compare", {"holders": ["a", 7], "issue": "x"}, "“holders”, item 2, is not text."),
        ("who", {"name": None}, "“name” is not text."),
        ("timeline", {"subject": "velmora", "since": "y" * 41}, "“since” has more than 40 char"),
    ],
)
def test_arguments_that_a_tool_does_not_take_are_told_in_a_sentence(call, tool, words, told):
    text, data, is_error = call(tool, **words)
    assert (data, is_error) == (None, True)
    assert told in text
    assert not any(library in text for library in ("pydantic", "validation error", "Error exec"))
