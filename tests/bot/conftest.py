"""What the tests of the bot share: invented citations, a check of Slack's limits, every answer."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from bot.answers.reply import reply
from bot.block_kit import limits
from bot.commands import registry
from knowledge.citations.citation import CitedStatement
from knowledge.corpus.model import Kind
from tests.bot.curators_desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.answers.reply import Reply
    from bot.block_kit.block_elements import Block
    from bot.block_kit.message import Message
    from knowledge.kb.knowledge_base import KnowledgeBase

_PRINTED = {"printed": "then", "basis": "printed"}


def _direct(exact: str, *, start: int = 0, **fields: Any) -> dict[str, Any]:
    place = {"start": start, "end": start + len(exact), "words": len(exact.split())}
    return {"exact": exact, "kind": "direct", "attribution": "Orin Dask", **place, **fields}


def _narration(exact: str, *, start: int = 0, **fields: Any) -> dict[str, Any]:
    return _direct(exact, start=start, **fields) | {"kind": "narration"}


def _cited(**fields: Any) -> CitedStatement:
    data: dict[str, Any] = {
        "place": 0,
        "id": "dask-premature",
        "said": {"from": "2025-03-12", "to": "2025-03-12", **_PRINTED},
        "speaker": {"id": "orin-dask", "name": "Orin Dask", "kind": "person", "as": "the head"},
        "sourcing": "on_record",
        "summary": "Dask found the plan too early.",
        "quotes": [_direct("We will keep the ban until the last fisherman is home.")],
        "article": {
            "id": "valley-post-2025-04",
            "agency": None,
            "publisher": "Valley Post",
            "title": "Velmora wary of plan",
            "byline": "Anna Quill",
            "url": None,
            "published": {"from": "2025-04-05", "to": "2025-04-05", **_PRINTED},
        },
    }
    source = data["article"] | fields.pop("article", {})
    return CitedStatement.model_validate(data | fields | {"article": source})


@dataclass(frozen=True)
class Invented:
    """Makes citations that no corpus holds."""

    cited: Callable[..., CitedStatement] = _cited
    direct: Callable[..., dict[str, Any]] = _direct
    narration: Callable[..., dict[str, Any]] = _narration


@pytest.fixture(scope="session")
def invented() -> Invented:
    return Invented()


def _strings(node: object, key: str = "") -> Iterator[str]:
    if isinstance(node, dict):
        for name, value in node.items():
            yield from _strings(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value, key)
    elif key == "text":
        yield str(node)


def _too_long(what: str, length: int, limit: int) -> list[str]:
    return [f"{what}: {length} > {limit}"] if length > limit else []


def _over(blocks: list[Block]) -> list[str]:
    found: list[str] = []
    elements = [e for b in blocks if b["type"] == "actions" for e in b["elements"]]
    for block in blocks:
        if block["type"] == "actions":
            found += _too_long("buttons", len(block["elements"]), limits.ACTION_ELEMENTS)
        if block["type"] == "context":
            found += _too_long("context", len(block["elements"]), limits.CONTEXT_ELEMENTS)
            for element in block["elements"]:
                found += _too_long("context text", len(element["text"]), limits.CONTEXT_TEXT)
        if not block.get("elements", True):
            found.append(f"an empty {block['type']}")
        if block["type"] == "rich_text" and "" in _strings(block):
            found.append("an empty run of rich text")
    for element in elements:
        found += _too_long("button text", len(element["text"]["text"]), limits.BUTTON_TEXT)
        found += _too_long("button value", len(element["value"]), limits.BUTTON_VALUE)
        found += _too_long("action_id", len(element["action_id"]), limits.ACTION_ID)
    ids = [element["action_id"] for element in elements]
    return found + ([] if len(ids) == len(set(ids)) else [f"action_ids not unique: {ids}"])


def _broken_limits(message: Message) -> list[str]:
    """Name every one of Slack's limits that a message breaks."""
    payload = message.payload()
    blocks = payload["blocks"]
    return [
        *([] if payload["text"] else ["no top-level text"]),
        *_too_long("top-level text", len(payload["text"]), limits.TOP_LEVEL_TEXT),
        *_too_long("blocks", len(blocks), limits.BLOCKS),
        *_too_long("text", sum(map(len, _strings(blocks))), limits.TEXT_OF_ALL_BLOCKS),
        *_over(blocks),
    ]


@pytest.fixture(scope="session")
def broken_limits() -> Callable[[Message], list[str]]:
    return _broken_limits


def _quoted(blocks: list[Block]) -> list[str]:
    """Return the words that the blocks set apart as quotations, in their order."""
    elements = [e for block in blocks if block["type"] == "rich_text" for e in block["elements"]]
    quotes = [e for e in elements if e["type"] == "rich_text_quote"]
    return ["".join(run["text"] for run in quote["elements"]) for quote in quotes]


@pytest.fixture(scope="session")
def quoted() -> Callable[[list[Block]], list[str]]:
    return _quoted


@pytest.fixture(scope="session")
def today() -> date:
    """The day on which the tests ask: dates in answers do not change overnight."""
    return date(2026, 11, 21)


@pytest.fixture(scope="session")
def every_reply(shipped_kb: KnowledgeBase, today: date) -> dict[str, Reply]:
    """Return what is said to every question on the real corpus: the question, then the reply."""
    kb = shipped_kb
    holders = {row.holder for issue in kb.issues for row in kb.stances(issue=issue)}
    people = [e.id for e in kb.entities.values() if e.kind is Kind.PERSON]
    asked = [("stance", f"{who} {i}") for who in sorted(holders | set(people)) for i in kb.issues]
    asked += [("who", entity) for entity in kb.entities]
    asked += [(command, f"{text} more") for command, text in asked]
    asked += [("issues", text) for text in ("", *sorted(holders), *kb.issues)]
    commands = registry()
    return {f"/{c} {text}": reply(kb, commands[c], text, today) for c, text in asked}


@pytest.fixture
def entries(tmp_path: Path, corpus_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Entries that may be written to, in a checkout of their own; their kbs have their own cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "checkout" / "entries"
    shutil.copytree(corpus_folder, folder)
    return folder


@pytest.fixture
def desk(entries: Path, texts_folder: Path) -> Iterator[Desk]:
    made = Desk(entries, texts_folder)
    yield made
    made.swappable.close()
