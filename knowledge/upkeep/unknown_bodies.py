"""Bodies and states that articles name and no entry answers to: who may speak there next."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from knowledge.check_corpus.proof import read_texts
from knowledge.speech.known_names import KnownNames
from knowledge.text.english.roles import BODIES
from knowledge.text.folding import fold, tokenize
from knowledge.upkeep.open_work import OpenWork, WorkKind
from knowledge.world.world_knowledge import World, WorldKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.text.article_text import Text
    from knowledge.text.folding import Token

_WORD: Final = r"[A-Z][\w'-]*"
_BODY: Final = f"(?:{'|'.join(sorted(word.capitalize() for word in BODIES))})"
_OF: Final = rf"(?:of|for) (?:the )?{_WORD}(?: (?:and )?{_WORD}){{0,3}}"
# "Velmoran Water Ministry", "Ministry of Water and Power"; a body's word alone names none.
_NAMED: Final = re.compile(rf"\b(?:(?:{_WORD} ){{1,5}}{_BODY}\b(?: {_OF})?|{_BODY} {_OF})")
# What begins with a capital in front of a name: the sentence, or whose body it is.
_OPENING: Final = re.compile(
    r"^(?:.*'s |(?:The|A|An|In|At|On|But|And|For|When|As|By|From|Its|His|Her) )"
)
_SENTENCE: Final = re.compile(r"[.?!]['\")]*$")
_NOT_SAID: Final = {WorldKind.CAPITAL, WorldKind.DEMONYM}


def list_unknown_bodies(corpus: Corpus, articles: Path) -> Iterator[OpenWork]:
    """Yield the bodies that texts at hand name and no entry does, most often named first."""
    known = KnownNames.of(corpus)
    mentions, places = Counter[str](), dict[str, str]()
    for file, name in _list_named(corpus, articles, known):
        mentions[name] += 1
        places.setdefault(name, file)
    unknown = [(name, count) for name, count in mentions.items() if not _is_known(name, known)]
    for name, count in sorted(unknown, key=lambda found: (-found[1], found[0])):
        times = "once" if count == 1 else f"{count} times"
        what = f"{name}: named {times}, and not on record"
        yield OpenWork(WorkKind.UNKNOWN_BODY, places[name], 0, what)


def _list_named(corpus: Corpus, articles: Path, known: KnownNames) -> Iterator[tuple[str, str]]:
    texts = read_texts(articles)
    for entry in corpus.articles.values():
        heads = filter(None, (entry.model.agency, entry.model.publisher))
        names = [_OPENING.sub("", head) for head in heads]
        if text := texts.get(entry.model.fingerprint):
            names += _list_in_text(text, known)
        yield from ((entry.file, name) for name in names)


def _is_known(name: str, known: KnownNames) -> bool:
    """Return whether a name is on record, or the end of one: "the Foreign Ministry"."""
    end = fold(name).replace(" ", "")
    return bool(known.find_target(name)) or any(key.endswith(end) for key in known.names)


def _list_in_text(text: Text, known: KnownNames) -> Iterator[str]:
    """Yield what the sentences of a text name; a headline's capitals say nothing."""
    for sentence in text.sentences:
        words = text[sentence]
        if _SENTENCE.search(words):
            taken = [(m.span.start, m.span.end) for m in known.find_mentions(words)]
            for found in _NAMED.finditer(words):
                if " " in (name := _OPENING.sub("", found[0])):
                    yield name
                taken.append(found.span())
            yield from _list_of_world(words, taken)


def _list_of_world(words: str, taken: list[tuple[int, int]]) -> Iterator[str]:
    """Yield the states and bodies of the world that some words name, where nothing else stands."""
    world, tokens, at = World.load(), tokenize(words), 0
    while at < len(tokens):
        size = _find_size(world, words, tokens[at : at + world.longest])
        start, end = tokens[at].start, tokens[at + max(size, 1) - 1].end
        free = all(end <= first or last <= start for first, last in taken)
        if size and free:
            name = world.find([t.folded for t in tokens[at : at + size]])
            yield name.text if name else words[start:end]
        at += max(size, 1)


def _find_size(world: World, words: str, tokens: list[Token]) -> int:
    """Return how many words name a state or a body of the world, the most first; else 0."""
    if words[tokens[0].start].islower():
        return 0
    for size in range(len(tokens), 0, -1):
        found = world.find([token.folded for token in tokens[:size]])
        typed = words[tokens[0].start : tokens[size - 1].end]
        if found and found.kind not in _NOT_SAID and found.is_meant(typed):
            return size
    return 0
