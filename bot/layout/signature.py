"""The small print under a slice: whose words, as what, when, and how they reached the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.attribution import how
from bot.block_kit.message import run
from bot.layout.days_in_words import days
from knowledge.corpus import Kind

if TYPE_CHECKING:
    from bot.block_kit.message import Block
    from knowledge.citations import CitedSpeaker, CitedStatement, Source

_TITLE_WORDS = 3  # of a headline that stands for an outlet which the article does not print
_APART = " · "


def sign(statement: CitedStatement, about: str | None, *, is_own_words: bool) -> list[Block]:
    """Return who said the words, as what, when and how.

    A sentence of the outlet is the outlet's on somebody, and never signed as if it were theirs.
    `about` names whom the sentence is on where no speaker is named.
    """
    rest = _APART.join(["", days(statement.said), how(statement)])
    who = _whose(statement, about, is_own_words=is_own_words)
    return [*who, run(_as_what(statement.speaker) + rest)]


def sign_again(statement: CitedStatement, about: str | None) -> list[Block]:
    """Return the signature of the outlet's words beside own words of the same statement."""
    return [*_whose(statement, about, is_own_words=False), run(f"{_APART}same statement")]


def _whose(statement: CitedStatement, about: str | None, *, is_own_words: bool) -> list[Block]:
    name = speaker_name(statement.speaker) or about
    named = [run(name, bold=True)] if name else []
    if is_own_words and named:
        return named
    outlet = run(outlet_or_headline(statement.article))
    return [outlet, run(" on "), *named] if named else [outlet]


def speaker_name(who: CitedSpeaker | None) -> str | None:
    """Return a speaker's name, or the printed words for one without a name."""
    return (who.name or who.description) if who else None


def _as_what(who: CitedSpeaker | None) -> str:
    """Return what the article calls a speaker that day."""
    if who is None or who.name is None:
        return ""
    as_what = who.as_ or who.description
    if who.kind is Kind.PERSON and not as_what:
        as_what = "post that day not certain"
    return f", {as_what}" if as_what and as_what != who.name else ""


def outlet_or_headline(source: Source) -> str:
    """Return what an article goes by: who printed it, or the first words of its headline."""
    names = list(dict.fromkeys(n for n in (source.agency, source.publisher) if n))
    if names:
        return ", ".join(names)
    words = (source.title or "").split()
    if not words:
        return "an article without a headline"
    cut = " …" if len(words) > _TITLE_WORDS else ""
    return f"“{' '.join(words[:_TITLE_WORDS])}{cut}”"


def name_with_date(source: Source) -> str:
    """Return what an article goes by, and its date."""
    return f"{outlet_or_headline(source)}, {days(source.published)}"
