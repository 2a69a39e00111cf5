"""The small print under a slice: whose words, as what, when, and how they reached the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.attribution import how
from bot.answers.phrases import in_marks, with_article
from bot.block_kit.block_elements import run
from bot.layout.days_in_words import days
from bot.layout.printed_descriptions import behind_name
from knowledge.corpus import Kind, Sourcing
from knowledge.text import fold

if TYPE_CHECKING:
    from bot.block_kit.block_elements import Block
    from knowledge.citations import CitedSpeaker, CitedStatement, Source
    from knowledge.corpus import Interval

_TITLE = 22  # characters of a headline that stands for an outlet which the article does not print
_APART = " · "
_ARTICLE = re.compile(r"^(?:An?|The)\b")  # with which a printed sentence begins
_NO_POST = "post that day not certain"


@dataclass(frozen=True, slots=True)
class AlreadyShown:
    """What a reader has before them already, so that a signature need not say it again."""

    words: str = ""
    """The words that are signed."""
    posts: frozenset[str] = frozenset()
    """Posts in the head of the card."""
    day: Interval | None = None
    """The days of the bar above."""
    is_dated: bool = False
    """Whether the line above says when it was."""


_NOTHING = AlreadyShown()


def sign(
    statement: CitedStatement,
    about: str | None,
    *,
    is_own_words: bool,
    beside: AlreadyShown = _NOTHING,
) -> list[Block]:
    """Return who said the words, as what, when and how.

    A sentence of the outlet is the outlet's on somebody, and never signed as if it were theirs.
    `about` names whom the sentence is on where there is no speaker.
    """
    when = "same day" if _is_same_day(statement.said, beside.day) else days(statement.said)
    dated = [] if beside.is_dated else [when]
    rest = _APART.join(["", *dated, _way(statement, is_own_words=is_own_words)])
    who = _whose(statement, about, beside, is_own_words=is_own_words)
    as_what = _as_what(statement.speaker)
    return [*who, run(("" if as_what in beside.posts else _comma(as_what)) + rest)]


def sign_again(statement: CitedStatement, about: str | None) -> list[Block]:
    """Return the signature of the outlet's words beside own words of the same statement."""
    who = _whose(statement, about, _NOTHING, is_own_words=False)
    return [*who, run(f"{_APART}same statement")]


def _is_same_day(said: Interval, above: Interval | None) -> bool:
    return above is not None and said.from_ == said.to == above.from_ == above.to


def _way(statement: CitedStatement, *, is_own_words: bool) -> str:
    """Return how the words came; a sentence about speakers without a name was relayed by them."""
    who = statement.speaker
    if statement.sourcing is Sourcing.UNNAMED and not is_own_words and who and who.description:
        return f"relayed by {_ARTICLE.sub(_lower, who.description)}"
    return how(statement)


def _lower(found: re.Match[str]) -> str:
    return found[0].lower()


def _whose(
    statement: CitedStatement, about: str | None, beside: AlreadyShown, *, is_own_words: bool
) -> list[Block]:
    who = statement.speaker
    name = speaker_name(who) if who else about
    if is_own_words and name:
        return [run(name, bold=True)]
    outlet = run(outlet_or_headline(statement.article))
    if not name or _is_told(statement, beside):
        return [outlet]
    return [outlet, run(f" on {_article_before(who, name)}"), run(name, bold=True)]


def _article_before(who: CitedSpeaker | None, name: str) -> str:
    """Return the article that a name takes in a sentence, with a space behind it, or nothing."""
    person = who is not None and who.kind is Kind.PERSON
    return "" if person else with_article(name).removesuffix(name)


def name_subject(statement: CitedStatement, about: str | None, *, beside: str) -> str:
    """Return whom the outlet's words are on, and as what; nothing where those words say it."""
    who = statement.speaker
    name = speaker_name(who) if who else about
    told = AlreadyShown(words=beside)
    if not name or fold(name) in fold(beside) or _is_told(statement, told):
        return ""
    return f"{_article_before(who, name)}{name_and_post(who) or name}"


def _is_told(statement: CitedStatement, beside: AlreadyShown) -> bool:
    """Return whether the words, or how they came, say already what a speaker without a name is."""
    who = statement.speaker
    if who is None or who.name is not None or who.description is None:
        return False
    unnamed = statement.sourcing is Sourcing.UNNAMED
    return unnamed or who.description.casefold() in beside.words.casefold()


def speaker_name(who: CitedSpeaker | None) -> str | None:
    """Return a speaker's name, or the printed words for one without a name."""
    return (who.name or who.description) if who else None


def name_and_post(who: CitedSpeaker | None) -> str | None:
    """Return a speaker's name with what the article calls them that day."""
    name = speaker_name(who)
    return f"{name}{_comma(_as_what(who))}" if name else None


def _as_what(who: CitedSpeaker | None) -> str:
    """Return what the article calls a speaker that day."""
    if who is None or who.name is None:
        return ""
    as_what = who.as_ or who.description
    if who.kind is Kind.PERSON and not as_what:
        return _NO_POST
    return behind_name(as_what) if as_what and as_what != who.name else ""


def _comma(as_what: str) -> str:
    return f", {as_what}" if as_what else ""


def outlet_or_headline(source: Source) -> str:
    """Return what an article goes by: who printed it, or the first words of its headline."""
    names = list(dict.fromkeys(n for n in (source.agency, source.publisher) if n))
    if names:
        return ", ".join(names)
    first, *others = (source.title or "").split() or [""]
    if not first:
        return "an article without a headline"
    for word in others:
        if len(f"{first} {word}") > _TITLE:
            return in_marks(f"{first} …")
        first = f"{first} {word}"
    return in_marks(first)


def name_with_date(source: Source) -> str:
    """Return what an article goes by, and its date."""
    return f"{outlet_or_headline(source)}, {days(source.published)}"
