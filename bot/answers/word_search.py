"""The search for the statements that have the words a question asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.answers.done_to import is_of_who_it_was_done_to
from bot.answers.positions import issues_below
from bot.answers.speakers_asked_for import list_whose
from bot.answers.spoken_answer import keep_in_time, list_voiced
from bot.answers.turned_claims import turns_another_thing
from bot.answers.verbs_said import is_done
from knowledge.questions import Intent, find_attitude, find_attributed, find_called, find_deed
from knowledge.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.kb import FoundStatement
    from knowledge.questions import Topic


class WordHits(NamedTuple):
    """Statements that have every word and are of whom is meant, that have every word, and all."""

    whole: list[FoundStatement]
    have_all: list[FoundStatement]
    every: list[FoundStatement]
    sought: Sequence[str]


def search_words(asked: Asked, found: Topic) -> WordHits:
    """Search the statements of those asked about for the words that a question has."""
    hits, sought = _search(asked, found, list_sought(asked, found))
    have_all = [hit for hit in hits if len(hit.matched) == len(sought)]
    whole = [h for h in have_all if not is_of_who_it_was_done_to(asked, found, h.statement)]
    deed = find_deed(asked.kb, asked.question) if found.intent is Intent.WHO_SAID else None
    if deed and deed in sought:
        whole = [h for h in whole if is_done(h.statement, deed)]
    whole = [h for h in whole if not turns_another_thing(h.statement, sought, found.issue_words)]
    return WordHits(whole, have_all, hits, sought)


def list_sought(asked: Asked, found: Topic) -> list[str]:
    """Return the words to look for; those of an issue only where nothing else was typed.

    What somebody did is looked for with whom it was done to: "who met Nora Blau".
    """
    sought = list(dict.fromkeys(found.words)) or list(dict.fromkeys(found.issue_words))
    if found.intent is not Intent.WHO_SAID:
        return sought
    if found.issues:
        attributed = None if found.words else find_attributed(asked.question, found.objects)
        return [*sought, attributed] if attributed else sought
    if (said_of := find_attributed(asked.question, found.objects)) and not sought:
        sought = [said_of]
    deed = find_deed(asked.kb, asked.question) or find_attitude(asked.kb, asked.question) or said_of
    if deed is None or not (sought or found.objects):
        return sought
    done_to = [word for actor in found.objects for word in find_called(asked.kb, actor)]
    return list(dict.fromkeys([*sought, deed, *done_to]))


def _search(
    asked: Asked, found: Topic, words: Sequence[str]
) -> tuple[list[FoundStatement], Sequence[str]]:
    """Return the statements that have most of the words, and the words that were looked for.

    Where an issue is named too, those on it go first, and then those that have its words too.
    """
    if not found.issues or not found.words:
        return _find(asked, found, words), words
    below = [issue.id for issue in issues_below(asked, found.issues)]
    on_it = _find(asked, found, words, issues=below)
    if any(len(hit.matched) == len(words) for hit in on_it):
        return on_it, words
    every = list(dict.fromkeys([*words, *found.issue_words]))
    return _find(asked, found, every), every


def _find(
    asked: Asked, found: Topic, words: Sequence[str], issues: Sequence[str] = ()
) -> list[FoundStatement]:
    who = found.asked_about or list_whose(found)
    states = [one for one in who if asked.kb.entities[one].state == one]
    speakers = [one for one in who if one not in states]
    hits = asked.kb.search(words, holders=states, issues=issues)
    if speakers:
        own = {s.id for s in list_voiced(asked, speakers)}
        hits = [hit for hit in asked.kb.search(words, issues=issues) if hit.statement.id in own]
    said = {s.id for s in keep_in_time(asked, who, [hit.statement for hit in hits])}
    kept = [hit for hit in hits if hit.statement.id in said]
    return [hit for hit in kept if not _is_of(hit.statement, found.excluded)]


def _is_of(statement: CitedStatement, who: Collection[str]) -> bool:
    speaker = statement.speaker
    return statement.on_behalf_of in who or bool(speaker and speaker.id in who)


def statements_of(hits: Iterable[FoundStatement]) -> list[CitedStatement]:
    """Return the statements alone, in their order."""
    return [hit.statement for hit in hits]


def having_sought(asked: Asked, words: Sequence[str]) -> dict[str, object]:
    """Return the fields that say which words were looked for: they were read as such."""
    sought = {fold_word(word) for word in words}
    left = [word for word in asked.question.not_understood if fold_word(word) not in sought]
    return {"sought": tuple(words), "not_understood": tuple(dict.fromkeys(left))}


def fold_word(word: str) -> str:
    """Return a word folded, so that a soft hyphen or a capital makes no other word of it."""
    return " ".join(token.folded for token in tokenize(word))
