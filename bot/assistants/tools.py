"""The tools: each asks one command of the bot, and only reads."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, TextContent
from pydantic import Field

from bot.answers.reply import reply
from bot.answers.reply_data import as_data
from bot.block_kit.safe_text import one_line
from bot.commands import registry
from knowledge.check_quote import put_in_marks
from knowledge.corpus import WithheldError
from knowledge.questions import MAX_LENGTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.answers.reply import Reply
    from knowledge.kb import SwappableKb

_Words = Annotated[str, Field(min_length=1, max_length=MAX_LENGTH)]
Holder = Annotated[_Words, Field(description="A government, a person or a body: “Japan”.")]
Speaker = Annotated[_Words, Field(description="Whose words they are said to be: “Taro Kono”.")]
Issue = Annotated[_Words, Field(description="What the stance is on: “end-of-war declaration”.")]
Subject = Annotated[_Words, Field(description="A government, a person, a body or an issue.")]
Article = Annotated[_Words, Field(description="The id of an article, as other answers give it.")]
Quotation = Annotated[_Words, Field(description="The quotation, without marks around it.")]
Day = Annotated[
    str,
    Field(min_length=1, max_length=40, description="A day, month or year: 2021-11-06, Feb 2018."),
]
Holders = Annotated[
    list[Holder], Field(min_length=1, max_length=10, description="Whose positions are compared.")
]


class Tools:
    """The tools over what is served; an assistant reads what each method's docstring says."""

    def __init__(self, served: SwappableKb, today: Callable[[], date] = date.today) -> None:
        self._served, self._today = served, today

    def __iter__(self) -> Iterator[Callable[..., CallToolResult]]:
        yield from (self.stance, self.who, self.said, self.check_quote)
        yield from (self.timeline, self.compare, self.issues, self.source)

    def stance(
        self, holder: Holder, issue: Issue | None = None, as_of: Day | None = None
    ) -> CallToolResult:
        """Return where a government or person stood on an issue, the latest on record by a day."""
        return self._ask("stance", holder, issue, _phrase("as of", as_of))

    def who(self, name: Holder, as_of: Day | None = None) -> CallToolResult:
        """Return the posts that articles name somebody with, and their statements."""
        return self._ask("who", name, _phrase("as of", as_of))

    def said(
        self,
        words: Quotation,
        by: Speaker | None = None,
        on: Issue | None = None,
        since: Day | None = None,
        until: Day | None = None,
    ) -> CallToolResult:
        """Find who said something in such words, among the quotations on record."""
        phrases = {"by": by, "on": on, "from": since, "to": until}
        return self._ask("said", words, *(_phrase(*given) for given in phrases.items()))

    def check_quote(self, words: Quotation, speaker: Speaker | None = None) -> CallToolResult:
        """Check whether an article prints these words, whose they are, and what differs.

        Words that no article prints may still have been said: that is no finding.
        """
        return self._ask("check", put_in_marks(one_line(words)), speaker)

    def timeline(
        self,
        subject: Subject,
        issue: Issue | None = None,
        since: Day | None = None,
        until: Day | None = None,
    ) -> CallToolResult:
        """Return what is on record in order of time, and where a position changed."""
        phrases = {"from": since, "to": until}
        days = (_phrase(*given) for given in phrases.items())
        return self._ask("timeline", subject, issue, *days)

    def compare(self, holders: Holders, issue: Issue, as_of: Day | None = None) -> CallToolResult:
        """Set the positions of several on one issue side by side; of one, beside all others."""
        return self._ask("compare", ", ".join(holders), f"on {issue}", _phrase("as of", as_of))

    def issues(self, about: Subject | None = None) -> CallToolResult:
        """List what can be asked: every issue, and who has a stance on record."""
        return self._ask("issues", about)

    def source(self, article: Article | None = None) -> CallToolResult:
        """Show an article, whom it quotes and how much of it is quoted; without one, list all."""
        return self._ask("source", article)

    def _ask(self, command: str, *words: str | None) -> CallToolResult:
        text = " ".join(one_line(given) for given in words if given)
        try:
            with self._served.reading() as kb:
                return _result(reply(kb, registry()[command], text, self._today(), pressable=False))
        except WithheldError as error:
            raise ToolError(str(error)) from None


def _phrase(word: str, given: object) -> str | None:
    return f"{word} {given}" if given else None


def _result(replied: Reply) -> CallToolResult:
    """Return the answer as Slack shows it, to be quoted as it stands, and the same as data."""
    data: dict[str, Any] = as_data(replied)
    return CallToolResult(
        content=[TextContent(type="text", text=data["text"])], structured_content=data
    )
