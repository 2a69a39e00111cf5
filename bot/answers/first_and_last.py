"""Who spoke first or last on an issue: by the days of all statements on it, not by their words."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from bot.answers.phrases import listed
from bot.answers.positions import issues_below
from bot.answers.refusals import NOT_NO_POSITION
from bot.answers.side_doubts import turns_round
from bot.answers.speakers_asked_for import keep_theirs, list_only_spoken_of
from knowledge.corpus import Kind, Sourcing
from knowledge.questions import Intent, states_of_actors, wanted_values
from knowledge.text import (
    BEFORE_A_TOPIC,
    CALLING_FOR,
    INSTEAD_OF_A_CLAUSE,
    OPENING_A_CLAUSE,
    SPOKEN_OF,
    tokenize,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.corpus import Value
    from knowledge.questions import FoundName, Topic

_WHAT_ABOUT = frozenset(product(["what"], BEFORE_A_TOPIC))


def asks_of_an_issue(asked: Asked, found: Topic) -> bool:
    """Return whether all that was said on an issue is meant, and not what has certain words.

    `found` is the topic without the words that ask for the order. "Who first said talks should
    begin" asks for words, "who spoke first on talks" for whatever was said.
    """
    if found.intent is not Intent.WHO_SAID or not found.issues or found.words:
        return False
    words = _without_what(asked.question.words)
    return not any(
        verb in OPENING_A_CLAUSE and after not in INSTEAD_OF_A_CLAUSE | SPOKEN_OF
        for verb, after in pairwise(words)
    )


def names_an_issue(asked: Asked, found: Topic) -> bool:
    """Return whether who spoke on an issue is asked for, by its name or by a whole phrase for it.

    The words of these are in few statements on it. A lone word may be a part of what it is about:
    "who spoke of sanctions".
    """
    spans = [f for f in asked.question.found if f.name.kind is Kind.ISSUE]
    whole = all(_is_own_name(asked, f) or _is_whole(asked, f) for f in spans)
    return bool(spans) and whole and asks_of_an_issue(asked, found)


def _is_whole(asked: Asked, named: FoundName) -> bool:
    """Return whether several words name an issue, and none of them turns it: "easing sanctions"."""
    words = asked.question.words[named.first : named.last]
    return len(words) > 1 and not any(turns_round(asked, [named.name.target], w) for w in words)


def _is_own_name(asked: Asked, named: FoundName) -> bool:
    issue = asked.kb.issues[named.name.target]
    typed = [token.folded for token in tokenize(named.typed)]
    own = (issue.name, issue.short or issue.name)
    return any(typed == [token.folded for token in tokenize(name)] for name in own)


def _without_what(words: Sequence[str]) -> list[str]:
    """Return the words without "what" before a topic, which opens no clause: "said what about"."""
    after = [*words[1:], ""]
    return [w for w, next_one in zip(words, after, strict=True) if (w, next_one) not in _WHAT_ABOUT]


def said_on_issue(asked: Asked, found: Topic) -> list[CitedStatement]:
    """Return what was said on an issue by anybody, or for the side asked about, newest first.

    An outlet's account is what nobody said.
    """
    issues = _with_parties(asked, found)
    said = asked.kb.statements_on_any(issues)
    spoken = [s for s in said if s.sourcing is not Sourcing.OUTLET]
    values = _values_asked_for(asked)
    kept = [s for s in spoken if values is None or _takes(s, issues, values)]
    theirs = keep_theirs(asked, found, kept)
    return [s for s in theirs if not _is_left_out(s, found)]


def nobody_on_issue(asked: Asked, found: Topic) -> str:
    """Return that nobody is on record on an issue, or on the side asked about."""
    side = "" if _values_asked_for(asked) is None else "that side of "
    names = listed([asked.kb.name_of(issue) for issue in found.issues])
    return f"Nobody is on record on {side}{names}{asked.when}. {NOT_NO_POSITION}"


def _with_parties(asked: Asked, found: Topic) -> Sequence[str]:
    """Return the issues and those below them, or of these such as have all the parties named."""
    below = issues_below(asked, found.issues)
    named = states_of_actors(asked.kb, list_only_spoken_of(found))
    among = [issue for issue in below if named <= set(issue.parties)]
    return [issue.id for issue in among or below]


def _values_asked_for(asked: Asked) -> Collection[Value] | None:
    """Return the values of the side that is asked for: "who first called for talks"."""
    words = asked.question.words
    calls = any(verb in CALLING_FOR and after != "on" for verb, after in pairwise(words))
    return wanted_values([*words, "for"] if calls else [w for w in words if w != "for"])


def _takes(statement: CitedStatement, issues: Iterable[str], values: Collection[Value]) -> bool:
    return any(t.issue in issues and t.value in values for t in statement.stances)


def _is_left_out(statement: CitedStatement, found: Topic) -> bool:
    speaker = statement.speaker
    voices = {statement.on_behalf_of, *((speaker.id, speaker.of) if speaker else ())}
    return not voices.isdisjoint(found.excluded)
