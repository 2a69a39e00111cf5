"""/source [ARTICLE]: an article's head, whom it quotes, and which positions rest on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Choice, Outcome
from bot.answers.command import Command
from bot.answers.pages import cut_more
from bot.answers.refusals import clip_typed
from bot.layout import wording
from bot.layout.signature import name_with_date
from bot.layout.source_card import LISTED, source_card, source_list
from knowledge.citations import within_budget
from knowledge.text import MONTHS, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.asked import Asked
    from bot.answers.example_questions import Sample
    from bot.block_kit.message import Part
    from knowledge.citations import CitedStatement, SourceRecord

_NAMED = 20  # articles, by their ids
_OFFERED = 5  # articles with a button each
_OFFERED_OF_MANY = 2  # where they go on on a further screen
_ALL_READ: dict[str, object] = {"read_as": (), "not_understood": ()}  # no word names a holder here


def answer(asked: Asked) -> Answer:
    """Answer about the one article meant; list those that may be meant, or all of them."""
    typed = dict.fromkeys(_typed(asked).split())
    ids = typed if len(typed) <= _NAMED else ()
    named = [record for word in ids if (record := asked.kb.source(word))]
    found = named if len(named) == len(typed) else _find(asked)
    if typed and not found:
        return _none(asked)
    one = asked.kb.source(found[0].source.id) if len(found) == 1 else None
    return _about(asked, one) if one else _list(asked, found or asked.kb.sources())


def _typed(asked: Asked) -> str:
    """Return what was typed but for "more 12" at its end, which asks for a further screen."""
    typed = asked.question.typed
    return cut_more(typed) if asked.question.more else typed


def _find(asked: Asked) -> list[SourceRecord]:
    """Return the articles that go by all of the words typed."""
    words = {token.folded for token in tokenize(_typed(asked))}
    return [record for record in asked.kb.sources() if words <= _words_of(record)]


def _about(asked: Asked, record: SourceRecord) -> Answer:
    statements = within_budget(asked.kb.statements_in(record.source.id))
    return asked.answer(
        Outcome.ANSWER,
        asked=f"/source {record.source.id}",
        sources=(record,),
        statements=tuple(statements),
        topics=tuple(asked.issue_ref(issue) for issue in _issues(statements)),
        **_ALL_READ,
    )


def _list(asked: Asked, found: Sequence[SourceRecord]) -> Answer:
    """List articles with a button each to the first; of many, to fewer beside Back and More."""
    paged = len(found) > LISTED
    first = found[asked.skip : asked.skip + _OFFERED_OF_MANY] if paged else found[:_OFFERED]
    return asked.answer(
        Outcome.ANSWER,
        asked=f"/source {_typed(asked)}".strip() if paged else None,
        sources=tuple(found),
        choices=tuple(map(_choice, first)),
        **_ALL_READ,
    )


def _none(asked: Asked) -> Answer:
    reason = f"No article on record goes by “{clip_typed(asked.question.typed)}”."
    choices = tuple(map(_choice, asked.kb.sources()[:_OFFERED]))
    return asked.answer(Outcome.NO_MATCH, reason=reason, choices=choices, **_ALL_READ)


def _words_of(record: SourceRecord) -> set[str]:
    """Return the words that an article goes by: its id, outlet, headline, author and month."""
    head = record.source
    days = {head.published.from_, head.published.to}
    dated = [f"{MONTHS[d.month - 1]} {MONTHS[d.month - 1][:3]} {d.year} {d}" for d in days]
    names = [head.id, head.agency, head.publisher, head.title, head.byline, *dated]
    return {token.folded for name in names if name for token in tokenize(name.replace("-", " "))}


def _choice(record: SourceRecord) -> Choice:
    head = record.source
    label = name_with_date(head)
    return Choice(id=head.id, name=label, question=f"/source {head.id}", label=label)


def _issues(statements: Iterable[CitedStatement]) -> list[str]:
    on = (i for s in statements for i in (*(stance.issue for stance in s.stances), *s.about))
    return list(dict.fromkeys(on))


def parts(answer: Answer) -> list[Part]:
    """Lay out one article as a card, several as a list."""
    if answer.outcome is not Outcome.ANSWER:
        return [wording.not_answered(answer)]
    if len(answer.sources) == 1:
        return source_card(answer, answer.sources[0])
    return source_list(answer)


def _examples(_sample: Sample) -> tuple[str, ...]:
    return ("",)


COMMAND = Command(
    name="source",
    usage="[ARTICLE]",
    about="What an article is, whom it quotes, and which positions rest on it.",
    examples=_examples,
    kinds=frozenset(),
    answer=answer,
    parts=parts,
    takes_nothing=True,
    is_of_kb_alone=False,  # when an article's words were last proved is noted beside the kb
    daily=False,
)
