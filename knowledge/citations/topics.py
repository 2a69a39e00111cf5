"""Whose words a statement is, and which issues it is about, with a stance or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.citations.citation import CitedStatement


def voices(statement: CitedStatement) -> list[str]:
    """Return who speaks: the speaker, and the body in whose post or name they speak.

    Without a post, that is the state they speak for.
    """
    speaker = statement.speaker
    if speaker is None:
        return []
    return sorted({who for who in (speaker.id, speaker.of or statement.on_behalf_of) if who})


def topics(statement: CitedStatement) -> list[tuple[str, str]]:
    """Return each issue with each of those whose words, or whose position, are on it.

    What is of nobody named is with an empty name.
    """
    issues = {*statement.about, *(stance.issue for stance in statement.stances)}
    who = {*voices(statement), *(stance.holder for stance in statement.stances)}
    if statement.on_behalf_of:
        who.add(statement.on_behalf_of)
    return [(issue, one) for issue in sorted(issues) for one in sorted(who or {""})]
