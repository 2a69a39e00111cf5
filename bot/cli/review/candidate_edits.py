"""What a curator can change of a candidate: by menus, and by pointing at printed words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from bot.cli.review.curator_terminal import NOTHING, Back, ask_in_turn
from bot.cli.review.entry_questions import ask_day, pick_event, pick_organization
from bot.cli.review.printed_words import ask_printed_words
from knowledge.corpus import Interval, Sourcing
from knowledge.intake.review import NewPost
from knowledge.speech import NAME
from knowledge.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.cli.review.curator_terminal import CuratorTerminal
    from knowledge.intake.review import Review
    from knowledge.text import Span

_POINT: Final = "(point)"
_OF: Final = re.compile(r"^(?:(?:the|a|an|its|their|his|her)\s+)?", re.IGNORECASE)


def ask_change(terminal: CuratorTerminal, review: Review, at: int) -> tuple[str, dict[str, Any]]:
    """Return a field and the change of it; raise Back if the curator goes back."""
    while True:
        name = terminal.choose("change", _FIELDS)
        try:
            return name, _FIELDS[name](terminal, review, at)
        except Back:
            continue


def ask_speaker(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:
    """Ask for another speaker, then for the printed words that name them."""
    corpus = review.corpus
    answers = ask_in_turn(
        terminal,
        {
            "speaker": lambda _: terminal.pick("speaker", [*corpus.people, *corpus.organizations]),
            "words": lambda given: _ask_attribution(terminal, review, at, given["speaker"]),
        },
    )
    given = {"speaker": answers["speaker"], "description": None, "naming": None}
    return {**given, **answers["words"]}


def _ask_described(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:
    """Ask for the words that describe a speaker without a name."""
    span = ask_printed_words(terminal, review, at, "the words that describe the speaker")
    words = review.text.printed(span)
    return {"description": words, "speaker": None, "naming": None, "attribution": tuple(span)}


def _ask_attribution(
    terminal: CuratorTerminal, review: Review, at: int, entity: str | None = None
) -> dict[str, Any]:
    """Ask for the words that name the speaker, and whom a pronoun among them refers to.

    Of an entity on record nobody is asked whom it refers to, where the text prints its name.
    """
    speaker = review.apply(review.get_decision(at)).speaker
    printed = review.text[speaker.printed] if speaker else None

    def ask_meant(given: dict[str, Any]) -> dict[str, Any]:
        words = review.text[given["words"]]
        if entity and (name := _find_printed_name(review, entity, words)):
            return {"refers_to": name}
        return {} if NAME.search(words) else _ask_refers_to(terminal, review, at)

    answers = ask_in_turn(
        terminal,
        {
            "words": lambda _: ask_printed_words(
                terminal, review, at, "the words that name the speaker", printed
            ),
            "meant": ask_meant,
        },
    )
    return {"attribution": tuple(answers["words"]), **answers["meant"]}


def _find_printed_name(review: Review, entity: str, words: str) -> str | None:
    """Return the name that the text prints of an entity, where some words have no part of it."""
    entry = review.corpus.people.get(entity) or review.corpus.organizations.get(entity)
    names = (entry.model.name, *entry.model.aliases) if entry else ()
    own = {part.casefold() for name in names for part in name.split()}
    if not own.isdisjoint(words.casefold().split()):
        return None
    return next((name for name in names if review.text.occurrences(fold(name))), None)


def _ask_refers_to(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    return _set_or_clear(
        "refers_to", terminal.pick("who is meant", _find_names(review), clear=True)
    )


def _ask_as(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:
    """Ask for the words for the speaker's post, whose body names a holder that is missing."""
    span = ask_printed_words(terminal, review, at, "the words for the speaker's post")
    made = review.apply(review.get_decision(at))
    holder = None if made.holder else review.find_holder(span)
    return {"as_": review.text.printed(span)} | ({"holder": holder} if holder else {})


def _ask_post(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:
    """Ask for a post that the words give the speaker, which is entered with the person."""
    speaker = review.apply(review.get_decision(at)).speaker
    printed = speaker.as_ if speaker else None
    answers = ask_in_turn(
        terminal,
        {
            "words": lambda _: ask_printed_words(
                terminal, review, at, "the words for the speaker's post", printed
            ),
            "organization": lambda given: pick_organization(
                terminal, review, "post at", default=review.find_body(given["words"])
            ),
            "title": lambda given: _ask_title(terminal, review, given["words"]),
        },
    )
    post = NewPost(title=answers["title"], organization=answers["organization"])
    holder = review.corpus.state_of(post.organization)
    given = {"as_": review.text.printed(answers["words"]), "post": post}
    return given | ({"holder": holder} if holder else {})


def _ask_title(terminal: CuratorTerminal, review: Review, words: Span) -> str:
    """Ask for the office; the words without whose it is are the default."""
    printed = review.text.printed(review.skip_body(words))
    title = _OF.sub("", printed).strip()
    title = title[:1].upper() + title[1:]
    if typed := terminal.write("title of the post", default=title):
        return typed
    raise Back


def _ask_holder(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    return _set_or_clear("holder", pick_organization(terminal, review, "holder", clear=True))


def _ask_sourcing(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    return {"sourcing": Sourcing(terminal.choose("sourcing", list(Sourcing)))}


def _ask_via(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:
    """Ask who relays the words: a source that the text prints, or other words of it."""
    found = [c.via for c in review.candidates if c.via]
    speakers = [c.speaker for c in review.candidates if c.speaker]
    words = dict.fromkeys([*found, *(review.text[s.printed] for s in speakers), _POINT])
    while True:
        picked = terminal.pick("via", words, clear=True)
        try:
            return _set_or_clear("via", _point_at(terminal, review, at, picked))
        except Back:
            continue


def _point_at(terminal: CuratorTerminal, review: Review, at: int, picked: str) -> str:
    if picked != _POINT:
        return picked
    span = ask_printed_words(terminal, review, at, "the words for who relays it")
    return review.text.printed(span)


def _ask_date(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    answers = ask_in_turn(
        terminal,
        {
            "first": lambda _: ask_day(terminal, "from (2024-02-16)"),
            "last": lambda given: _ask_last_day(terminal, given["first"]),
            "why": lambda _: _ask_reason(terminal),
        },
    )
    first, last, why = answers["first"], answers["last"], answers["why"]
    return {"said": Interval(from_=first.from_, to=last.to, basis=f"date inferred: {why}")}


def _ask_last_day(terminal: CuratorTerminal, first: Interval) -> Interval:
    while True:
        last = ask_day(terminal, "to (Enter: the same day)", first)
        if last.to >= first.from_:
            return last
        terminal.say(f"{last.to} is before {first.from_}.")


def _ask_reason(terminal: CuratorTerminal) -> str:
    if why := terminal.write("inferred from, in your words"):
        return why
    terminal.say("A date needs a reason.")
    raise Back


def _ask_event(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    return {"event": pick_event(terminal, review)}


def _ask_note(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:
    """Ask for a note, which can say for whom else somebody spoke."""
    label = "note, such as: She spoke for Velmora, whose letter she read."
    if note := terminal.write(label, default=review.get_decision(at).note or ""):
        return {"note": note}
    raise Back


_FIELDS: Final[dict[str, Callable[[CuratorTerminal, Review, int], dict[str, Any]]]] = {
    "speaker": ask_speaker,
    "described": _ask_described,
    "attribution": _ask_attribution,
    "refers to": _ask_refers_to,
    "as": _ask_as,
    "post": _ask_post,
    "holder": _ask_holder,
    "sourcing": _ask_sourcing,
    "via": _ask_via,
    "date": _ask_date,
    "event": _ask_event,
    "note": _ask_note,
}


def _set_or_clear(name: str, value: str) -> dict[str, Any]:
    return {"cleared": (name,)} if value == NOTHING else {name: value}


def _find_names(review: Review) -> list[str]:
    """Return the speakers and the names that the text prints."""
    found = [m[0] for m in NAME.finditer(review.text.folded) if " " in m[0]]
    speakers = [review.text[c.speaker.printed] for c in review.candidates if c.speaker]
    return list(dict.fromkeys([*speakers, *found]))
