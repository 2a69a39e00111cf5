"""Where a text prints a post: beside whose name, and whether as the whole of it or a part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_corpus.subject_places import find_words
from knowledge.corpus.errors import Fault
from knowledge.names.offices import read_office
from knowledge.text.article_text import Span, fold
from knowledge.text.english import post_words
from knowledge.text.english.office_words import DEPUTIES, NO_LONGER, NOT_YET, STANDING_IN
from knowledge.text.english.roles import KIN, ROLES
from knowledge.text.english.titles import PRINTED_TITLES
from knowledge.text.whole_words import find_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.check_corpus.speaker_names import NamesOf
    from knowledge.names.offices import Office
    from knowledge.text.article_text import Text

_WORD_BEFORE = re.compile(r"([\w'.]+)[\s-]$")
_WORD_AFTER = re.compile(r"[\s-]([\w']+)")
_GIVEN_NAMES = re.compile(r"(?<=[\w,] )(?:[A-Z][a-z][\w'-]*\s)+$")  # that begin no sentence
_DETERMINED = re.compile(r"(?:the|an?|its|his|her|their)\b", re.IGNORECASE)
_NEXT_NAME = 60  # characters behind a post, within which its holder's name ends
_FARTHEST = 300  # characters between a post and its name, and some more
_TO_NAME, _TO_POST = re.compile(post_words.TO_NAME), re.compile(post_words.TO_POST)
_ABOUT = frozenset({"to", "for", "on"})
_GOES_ON = re.compile(r",|\b(?:until|since|who|before|after|from|when)\b")
_WORDS = re.compile(r"[\w][\w.'-]*")


class PrintedPost(NamedTuple):
    """A place of some words for a post: beside whose name, and which word they leave out."""

    own: bool
    others: str | None
    left_out: str | None


def faults(text: Text, post: str, person: str, names: NamesOf) -> Iterator[Fault]:
    """Yield a fault where all that a text prints of a post beside names makes it another's."""
    printed = list(find_posts(text, post, person, names))
    own = [place.left_out for place in printed if place.own]
    others = [place.others for place in printed if place.others]
    if own and all(own):
        why = f"{post!r} is part of a longer post: the text prints {own[0]!r} with it."
        yield Fault(("as",), why, "Copy the post whole.")
    elif others and not own:
        why = f"The text prints {post!r} beside the name of '{others[0]}', not of '{person}'."
        yield Fault(("as",), why, "Copy what stands beside the name, or remove it.")


def find_posts(text: Text, post: str, person: str, names: NamesOf) -> Iterator[PrintedPost]:
    """Yield the places where a text prints words for a post."""
    own = _find_beside(text, post, names.own(person))
    for at in find_words(post, text.folded):
        others = _find_others_name(text, at, person, names)
        yield PrintedPost(any(at == o for o in own), others, find_left_out(text.folded, at))


def _find_beside(text: Text, post: str, called: Iterable[str]) -> list[Span]:
    """Return where a text prints a post beside a name; the same is sought once."""
    printed, names = fold(post).casefold(), tuple(fold(n).casefold() for n in called if n)
    key = printed, names
    if key not in text.beside:
        text.beside[key] = list(_seek_beside(text, printed, names))
    return text.beside[key]


def _seek_beside(text: Text, printed: str, names: tuple[str, ...]) -> Iterator[Span]:
    """Yield where a post stands right before or behind a name: only near it a name is sought."""
    for start in find_whole(printed, text.caseless):
        post = Span(start, start + len(printed))
        if any(_is_own_name(text, post, name, names) for name in names):
            yield post


def _is_own_name(text: Text, post: Span, name: str, names: tuple[str, ...]) -> bool:
    """Return whether one of somebody's names stands beside a post, and is not of a longer name."""
    first, last = max(0, post.start - _FARTHEST - len(name)), post.end + _FARTHEST + len(name)
    places = (Span(at, at + len(name)) for at in find_whole(name, text.caseless, first, last))
    return any(
        _stand_together(text.caseless, post, at) and not _is_of_longer_name(text.folded, at, names)
        for at in places
    )


def _stand_together(caseless: str, post: Span, name: Span) -> bool:
    """Return whether what stands between a post and a name joins the two."""
    if post.end <= name.start:
        return _TO_NAME.fullmatch(caseless, post.end, name.start) is not None
    return _TO_POST.fullmatch(caseless, name.end, post.start) is not None


def _is_of_longer_name(printed: str, at: Span, names: tuple[str, ...]) -> bool:
    """Return whether a surname stands behind another given name: Jon Holm's in "Ada Holm"."""
    before = _GIVEN_NAMES.search(printed, max(0, at.start - 60), at.start)
    if before is None or " " in printed[slice(*at)]:
        return False
    own = {word for name in names for word in name.split()}
    words = before[0].casefold().split()
    return (own | PRINTED_TITLES | ROLES | KIN).isdisjoint(words)


def is_beside(text: Text, post: str, called: Iterable[str]) -> bool:
    """Return whether a text prints a whole post beside one of some names."""
    found = _find_beside(text, post, called)
    return any(find_left_out(text.folded, at) is None for at in found)


def find_left_out(printed: str, at: Span) -> str | None:
    """Return the word of a longer post that some words leave out: "vice" of a vice president."""
    whole = _DETERMINED.match(printed, at.start)
    before = None if whole else _WORD_BEFORE.search(printed, max(0, at.start - 30), at.start)
    more = DEPUTIES | STANDING_IN | NO_LONGER | post_words.MORE_THAN_A_POST
    if before and before[1].lower().removesuffix(".") in more:
        return before[1]
    after = _WORD_AFTER.match(printed, at.end)
    return after[1] if after and after[1].lower() in NOT_YET - {"next", "future"} else None


def _find_others_name(text: Text, at: Span, person: str, names: NamesOf) -> str | None:
    """Return the person whose name stands right behind some words, if not this one's alone."""
    behind = text.caseless[at.end : at.end + _NEXT_NAME].lstrip(" ,")
    return min(names.find_first_people(behind) - {person}, default=None)


def is_other_post(title: str, printed: str) -> bool:
    """Return whether printed words are surely those of another post than a title."""
    ours, post = read_post(title), read_post(printed)
    if ours is None or post is None:
        return False
    if ours.deputy is not post.deputy:
        return True
    if post.role in post_words.HEADS and post_words.LESSER_BODY.search(fold(printed)):
        return ours.role not in post_words.HEADS
    if {ours.role, post.role} & (post_words.HEADS | post_words.RULERS):
        return False
    if "envoy" not in {ours.role, post.role} and not ours.is_like(post):
        return True
    both = {ours.joined, post.joined} <= _ABOUT  # "to Oumara", "on squid"
    return both and ours.about.isdisjoint(post.about)


def read_post(words: str) -> Office | None:
    """Return the office that words name, without since when or until when it was held."""
    post = _GOES_ON.split(fold(words).lower())[0]
    return read_office(_WORDS.findall(post), lambda _: 0, ())
