"""One typed line as the runs of rich text that Slack's composer makes of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from local_slack.people.app_text import read_app_text, unescape
from local_slack.workspace import emoji
from local_slack.workspace.regions import REGIONS

if TYPE_CHECKING:
    from collections.abc import Collection

    from local_slack.people.names_typed import NamesTyped
    from local_slack.refusal import Payload

Token = str | dict[str, Any]  # one character, or an element of rich text
STYLES = {"*": "bold", "_": "italic", "~": "strike"}
# What a site may end with; real endings are a thousand more, and these are the usual ones.
_ENDINGS = ("com", "org", "net", "edu", "gov", "int", "mil", "info", "biz", "app", "dev", "news")
_SITE_END = "|".join((*_ENDINGS, "example", *REGIONS, "uk"))
# A lookbehind lets each kind begin at the edge of a word only, so that reading stays linear.
_ATOM = re.compile(
    rf"""
    `(?P<code>[^`\n]+)`
    | \[(?P<label>[^\[\]\n]+)\]\((?P<target>(?:https?://|mailto:)[^\s()<>]+)\)
    | (?<![\w])(?P<url>https?://[^\s<>"“”]+)
    | (?<![\w.+-])(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    | (?<![\w@./:-])(?P<site>(?:[\w-]+\.)+(?:{_SITE_END})(?![\w.-]\w|\w)(?:[/?\#][^\s<>]*)?)
    | (?<!\w)(?P<sign>[@\#])
    | :(?P<emoji>[a-z0-9_+'-]+):(?::skin-tone-(?P<tone>[2-6]):)?
    """,
    re.VERBOSE,
)
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}(?!\w)")
_NOT_OF_A_LINK = ".,;:!?'\"*_~)]}’”»"


class InlineText:
    """Reads typed lines with the names and the emoji of one workspace, or lines of an app."""

    def __init__(
        self, names: NamesTyped, custom_emoji: Collection[str], *, by_app: bool = False
    ) -> None:
        self._names = names
        self._custom = custom_emoji
        self._by_app = by_app

    def read(self, line: str, *, formatting: bool = True) -> list[Payload]:
        """Return a line as runs; without formatting, marks stay the characters that they are."""
        tokens = self._tokens(line, formatting=formatting)
        return join_runs(_read_marks(tokens, {}) if formatting else [_run(t, {}) for t in tokens])

    def code(self, text: str) -> str:
        """Return code as it is: of an app's text, without its escapes."""
        return unescape(text) if self._by_app else text

    def _tokens(self, line: str, *, formatting: bool) -> list[Token]:
        tokens: list[Token] = []
        at = 0
        while at < len(line):
            of_app = read_app_text(line, at) if self._by_app and line[at] in "<&" else None
            match = _ATOM.match(line, at) if _may_begin(line[at]) else None
            atom = match and self._atom(match, formatting=formatting)
            token, at = of_app or atom or _emoji_character(line, at) or (line[at], at + 1)
            tokens.append(token)
        return tokens

    def _atom(self, match: re.Match[str], *, formatting: bool) -> tuple[Token, int] | None:
        """Return an element and where it ends; None if the characters are only themselves."""
        kind = match.lastgroup
        if kind in {"code", "target"} and not formatting:
            return None
        if match["url"] or match["site"]:
            return _address(match)
        if match["sign"]:
            return self._named(match)
        made = self._element(match)
        return (made, match.end()) if made else None

    def _element(self, match: re.Match[str]) -> Payload | None:
        if match["code"]:
            return {"type": "text", "text": self.code(match["code"]), "style": {"code": True}}
        if match["target"]:
            return {"type": "link", "url": match["target"], "text": match["label"]}
        if match["mail"]:
            return {"type": "link", "url": f"mailto:{match['mail']}", "text": match["mail"]}
        tone = int(match["tone"]) if match["tone"] else None
        return emoji.emoji_element(match["emoji"], tone, self._custom)

    def _named(self, match: re.Match[str]) -> tuple[Token, int] | None:
        sign, line = match["sign"], match.string
        if found := self._names.read_after(sign, line, match.end()):
            element, end = found
            return {**element}, end
        color = _COLOR.match(line, match.start())
        return ({"type": "color", "value": color[0]}, color.end()) if color else None


def _may_begin(character: str) -> bool:
    """Return whether an element may begin here, which spares most characters a search."""
    return character.isalnum() or character in "`[@#:_.+-"


def _address(match: re.Match[str]) -> tuple[Token, int] | None:
    """Return a link to an address that was typed, without the marks after it."""
    typed = _without_marks(match["url"] or match["site"])
    url = typed if match["url"] else f"http://{typed}"
    label = {} if match["url"] else {"text": typed}
    return {"type": "link", "url": url, **label}, match.start() + len(typed)


def _without_marks(address: str) -> str:
    """Leave off the marks after an address; a bracket stays if it was opened inside."""
    while address and address[-1] in _NOT_OF_A_LINK:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address


def _emoji_character(line: str, at: int) -> tuple[Token, int] | None:
    """Return an emoji that was typed as a character, as the composer turns it into its name."""
    if line[at].isascii() and line[at + 1 : at + 2] not in {"\ufe0f", "\u20e3"}:
        return None
    for shown, name in emoji.names_from(line[at]):
        end = at + len(shown)
        if line.startswith(shown, at):
            tone = emoji.tone_of(line[end : end + 1]) if end < len(line) else None
            element = emoji.emoji_element(name, tone, ())
            return (element, end + (tone is not None)) if element else None
    return None


# marks


def _read_marks(tokens: list[Token], style: dict[str, bool]) -> list[Payload]:
    """Return runs with their styles; a mark that is never closed is a character."""
    runs: list[Payload] = []
    unclosed: set[str] = set()
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = _closing(tokens, at, style, unclosed)
        if end and isinstance(token, str):
            inside = tokens[at + 1 : end]
            runs += _read_marks(inside, {**style, STYLES[token]: True})
            at = end + 1
        else:
            runs.append(_run(token, style))
            at += 1
    return runs


def _closing(
    tokens: list[Token], at: int, style: dict[str, bool], unclosed: set[str]
) -> int | None:
    """Return where the mark at a place is closed, or None if it opens nothing."""
    mark = tokens[at]
    if not isinstance(mark, str) or mark not in STYLES or STYLES[mark] in style:
        return None
    before, after = _at(tokens, at - 1), _at(tokens, at + 1)
    if mark in unclosed or _is_word(before) or before == mark or _is_space(after) or after == mark:
        return None
    for end in range(at + 2, len(tokens)):
        if tokens[end] == mark and _closes(tokens, end, mark):
            return end
    unclosed.add(mark)
    return None


def _closes(tokens: list[Token], end: int, mark: str) -> bool:
    before, after = _at(tokens, end - 1), _at(tokens, end + 1)
    return not (_is_space(before) or before == mark or _is_word(after) or after == mark)


def _at(tokens: list[Token], at: int) -> Token:
    """Return the token at a place; beyond the ends there is none."""
    return tokens[at] if 0 <= at < len(tokens) else {}


def _is_word(token: Token) -> bool:
    return isinstance(token, str) and token.isalnum()


def _is_space(token: Token) -> bool:
    return token == {} or (isinstance(token, str) and token.isspace())


# runs


def _run(token: Token, style: dict[str, bool]) -> Payload:
    element: Payload = {"type": "text", "text": token} if isinstance(token, str) else token
    both = {**style, **element.get("style", {})}
    return {**element, "style": both} if both else element


def join_runs(runs: list[Payload]) -> list[Payload]:
    """Put neighbors of one style together, as the composer never sends them apart."""
    joined: list[Payload] = []
    for run in runs:
        last = joined[-1] if joined else {}
        if run["type"] == last.get("type") == "text" and run.get("style") == last.get("style"):
            joined[-1] = {**last, "text": last["text"] + run["text"]}
        else:
            joined.append(run)
    return joined
