"""/cite STATEMENT… [as STYLE]: a form of quoted words to paste, with speaker, day and source."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.answer import Answer, CitationStyle, Outcome
from bot.answers.command import Command
from bot.answers.pages import cut_more
from bot.answers.phrases import day_in_words, listed
from bot.answers.positions import find_records
from bot.answers.quotes_shown import keep_shown, name_shown, read_shown
from bot.answers.refusals import clip_typed, list_typed
from bot.answers.told_of import name_told_of
from bot.block_kit.message import refusal_part
from bot.layout import wording
from bot.layout.forms_to_paste import citation_parts, list_citations, style_buttons
from knowledge.citations import within_budget
from knowledge.questions import find_topic, read

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from bot.answers.answer import Choice
    from bot.answers.asked import Asked
    from bot.answers.example_questions import Sample
    from bot.block_kit.message import Part
    from knowledge.citations import CitedStatement
    from knowledge.kb import KnowledgeBase, RetiredStatement
    from knowledge.questions import Question

_AT_ONCE = 10  # statements
_CITED = 2  # statements of a position, as many as its card shows
_BETWEEN = re.compile(r"[\s,;]+")
_MARKS = ".:“”‘’\"'`()[]"  # around an id as it is copied from a sentence
_LEADING = frozenset({"as", "in"})  # words that a style stands behind
_FILLING = frozenset({"and", "style", "format", "please"})
_ALL_READ: dict[str, object] = {"read_as": (), "not_understood": ()}  # ids, and no names


def answer(asked: Asked) -> Answer:
    """Answer with citations of the statements of these ids, in the order asked."""
    request = _follow(asked.kb, _read(cut_more(asked.question.typed)))
    position = _find_position(asked, request)
    if position:
        request = request._replace(ids=position.statements)
    by_id = {statement.id: statement for statement in asked.kb.statements(request.at_once)}
    found = within_budget(by_id[name] for name in request.at_once if name in by_id)
    picked = [keep_shown(said, request.quotes.get(said.id, ())) for said in found]
    if not found:
        choices = tuple(_of_positions(asked, request))
        reason = _unknown(asked, request)
        return asked.answer(Outcome.NO_MATCH, reason=reason, choices=choices, **_ALL_READ)
    style = request.style
    return asked.answer(
        Outcome.ANSWER,
        asked=f"/cite {' '.join(map(name_shown, found, (s.quotes for s in picked)))} as {style}",
        reason=" ".join([*_name(position), *_left_out(asked.kb, request, by_id)]) or None,
        statements=tuple(found),
        citation_style=style,
        citations=tuple(
            c for s in picked for c in list_citations(s, name_told_of(asked.kb, s), style)
        ),
        **_ALL_READ,
    )


class _Request(NamedTuple):
    """The ids that were typed, each once, the style, and a style that is not known.

    `quotes` are the numbers of those that are asked for, by the id of each that is not whole.
    """

    ids: Sequence[str]
    style: CitationStyle
    unknown_style: str | None
    quotes: Mapping[str, frozenset[int]]

    @property
    def at_once(self) -> Sequence[str]:
        return self.ids[:_AT_ONCE]


def _read(typed: str) -> _Request:
    """Read ids as they are listed, with commas or without, and the style."""
    words = [word for part in _BETWEEN.split(typed) if (word := part.lower().strip(_MARKS))]
    ids, named = _cut_style(words)
    style = next((style for style in CitationStyle if style == named), None)
    unknown = named if style is None else None
    names = [read_shown(word) for word in ids if word not in _FILLING]
    quotes = _gather_quotes(names)
    once = list(dict.fromkeys(own for own, _ in names))
    return _Request(once, style or CitationStyle.PLAIN, unknown, quotes)


def _gather_quotes(names: Sequence[tuple[str, frozenset[int]]]) -> dict[str, frozenset[int]]:
    """Return the numbers of quotes by id; an id without numbers asks for all of them."""
    whole = {own for own, numbers in names if not numbers}
    quotes: dict[str, frozenset[int]] = {}
    for own, numbers in names:
        if own not in whole:
            quotes[own] = quotes.get(own, frozenset()) | numbers
    return quotes


def _follow(kb: KnowledgeBase, request: _Request) -> _Request:
    """Take the present id of a statement for one that it had before."""
    quotes = {kb.statement_id(own): numbers for own, numbers in request.quotes.items()}
    return request._replace(
        ids=list(dict.fromkeys(map(kb.statement_id, request.ids))), quotes=quotes
    )


def _cut_style(words: Sequence[str]) -> tuple[Sequence[str], str | None]:
    """Return the words without "as chicago", and the word behind "as" or a style at the end."""
    for place, (leading, named) in enumerate(pairwise(words)):
        if leading in _LEADING:
            return [*words[:place], *words[place + 2 :]], named
    if words and words[-1] in set(CitationStyle):
        return words[:-1], words[-1]
    return words, None


def _left_out(kb: KnowledgeBase, request: _Request, found: Container[str]) -> Iterator[str]:
    """Yield a sentence for each thing that was typed and is not in the answer."""
    missing = [name for name in request.at_once if name not in found]
    retired = [gone for name in missing if (gone := kb.retired(name))]
    yield from map(_tell_retired, retired)
    unknown = [name for name in missing if name not in {gone.id for gone in retired}]
    if unknown:
        named = list_typed(unknown, "or")
        yield f"No statement on record has the id {named}."
    if request.unknown_style:
        known = listed(list(CitationStyle), "or")
        unwritten = clip_typed(request.unknown_style)
        yield f"I do not write the style “{unwritten}”. Choose {known}."
    if left := len(request.ids) - len(request.at_once):
        yield f"I cite {_AT_ONCE} statements at once and left out the last {left}."


def _tell_retired(gone: RetiredStatement) -> str:
    """Say of a statement that it was withdrawn, in the curators' own words."""
    why = gone.why.rstrip(".")
    return f"The statement “{gone.id}” was retired on {day_in_words(gone.day)}: {why}."


def _cite(asked: Asked, picked: Iterable[CitedStatement], style: CitationStyle) -> Iterator[str]:
    for statement in picked:
        yield from list_citations(statement, name_told_of(asked.kb, statement), style)


def _unknown(asked: Asked, request: _Request) -> str:
    if any(map(asked.kb.retired, request.at_once)):
        return " ".join(_left_out(asked.kb, request, ()))
    return (
        f"No statement on record has the id “{clip_typed(' '.join(request.ids))}”. Press Cite under"
        f" an answer; {asked.typed('source')} ARTICLE more lists an article’s statements with ids."
    )


class _Position(NamedTuple):
    """A position that is named in place of ids, and the statements that are cited for it."""

    issue: str
    label: str
    statements: Sequence[str]


def _find_position(asked: Asked, request: _Request) -> _Position | None:
    """Return the one position that is named where every word of it is read: "japan end-of-war"."""
    known = asked.kb.statements(request.at_once) or any(map(asked.kb.retired, request.at_once))
    if known or request.unknown_style:
        return None
    question = read(asked.kb, " ".join(request.ids), today=asked.today)
    found = find_topic(asked.kb, question)
    if question.unclear or question.strangers or question.asked_date or found.doubtful:
        return None
    positions = list(_list_positions(asked, question))
    return positions[0] if len(positions) == len(found.issues) == 1 else None


def _name(position: _Position | None) -> Iterator[str]:
    """Yield whose position on what is cited, where no ids were typed."""
    if position:
        yield f"{position.label}:"


def _list_positions(asked: Asked, question: Question) -> Iterator[_Position]:
    found = find_topic(asked.kb, question)
    who = found.asked_about
    for record in find_records(asked, who[0], found.issues) if len(who) == 1 else ():
        if record.stance:
            label = f"{asked.kb.name_of(who[0])} on {asked.kb.name_of(record.issue.id)}"
            yield _Position(record.issue.id, label, record.stance.statements[:_CITED])


def _of_positions(asked: Asked, request: _Request) -> Iterator[Choice]:
    """Yield citations of the positions that are named in place of ids."""
    question = read(asked.kb, " ".join(request.ids), today=asked.today)
    for issue, label, told in _list_positions(asked, question):
        ask = f"/cite {' '.join(told)} as {request.style}"
        yield asked.choice(asked.kb.name_as(issue), ask, label)


def parts(answer: Answer) -> list[Part]:
    """Lay each citation out by itself, under what was left out of those that were asked for."""
    if answer.outcome is not Outcome.ANSWER:
        return [wording.not_answered(answer)]
    remark = [refusal_part(answer.reason)] if answer.reason else []
    return [*remark, *citation_parts(answer.citations[answer.skip :])]


def _examples(sample: Sample) -> tuple[str, ...]:
    return (sample.speech.statement,) if sample.speech else ()


COMMAND = Command(
    name="cite",
    usage="STATEMENT… [as chicago, ap or apa]",
    about="A form to paste: the words in marks, with their speaker, day and source.",
    examples=_examples,
    kinds=frozenset(),
    answer=answer,
    parts=parts,
    buttons=style_buttons,
    daily=False,
)
