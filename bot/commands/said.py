"""/said WORDS [by NAME] [on ISSUE] [from DATE to DATE] [on-record]: who said it, and how."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome
from bot.answers.command import Command
from bot.answers.reply import help_answer, unread_date_answer
from bot.answers.said_filters import read_filters, said_question
from bot.answers.said_statements import said_answer, said_statements
from bot.block_kit.safe_text import clip
from bot.layout.found_statements import found_parts, not_found
from knowledge.check_quote import blank_quotations, has_marks
from knowledge.corpus import Kind
from knowledge.text import meaningful_words

if TYPE_CHECKING:
    from bot.answers.answer import Choice
    from bot.answers.asked import Asked
    from bot.answers.example_questions import Sample
    from bot.answers.said_filters import SaidFilters
    from knowledge.names import Name

_ECHOED = 80  # characters of a name that is repeated
_IN_EXAMPLE = 3  # words


def answer(asked: Asked) -> Answer:
    """Answer with the statements that have all of the words, else with those that are near."""
    filters = read_filters(asked)
    if unread := unread_date_answer(asked):
        return unread.model_copy(update={"not_understood": ()})  # they are sought with any date
    asked = _up_to(asked) if filters.up_to else asked
    if filters.by and not (filters.by.exact and len(filters.by.names) == 1):
        return _whose(asked, filters)
    if not filters.words:
        return _nothing_sought(asked, filters)
    return _found(asked, filters)


def _up_to(asked: Asked) -> Asked:
    """Read "to 2019" as all days up to the end of 2019."""
    date = asked.question.asked_date
    open_ended = replace(date, first=None) if date else None
    return replace(asked, question=replace(asked.question, asked_date=open_ended))


def _whose(asked: Asked, filters: SaidFilters) -> Answer:
    """Offer what the words after "by" may name; nobody's words are given to somebody else."""
    by = filters.by
    names, typed = (by.names, clip(by.typed, _ECHOED)) if by else ((), "")
    choices = tuple(_instead(asked, filters, name) for name in names)
    if by and by.exact:
        reason = f"“{typed}” could be any of these."
        return asked.answer(Outcome.CHOICE, reason=reason, choices=choices, not_understood=())
    marks = "" if names else " Words in quotation marks are searched as they are."
    return asked.answer(
        Outcome.NO_MATCH,
        reason=f"Nobody on record has the name “{typed}”.{marks}",
        nearest=tuple(asked.ref(name.target) for name in names),
        choices=choices,
        not_understood=(),
    )


def _instead(asked: Asked, filters: SaidFilters, name: Name) -> Choice:
    by = filters.by._replace(names=(name,), exact=True) if filters.by else None
    return asked.choice(name, said_question(asked, replace(filters, by=by)))


def _nothing_sought(asked: Asked, filters: SaidFilters) -> Answer:
    """Return that no words were typed to search for; all that somebody said is elsewhere."""
    if not (filters.by or filters.on or asked.question.asked_date):
        return help_answer(asked, COMMAND)
    narrowed = said_question(asked, replace(filters, words=("WORDS",))).partition(" ")[2]
    typed = f"{asked.typed(COMMAND.name)} {narrowed}"
    reason = f"No words to search for. Type them with it: {typed}"
    if not filters.by:
        return asked.answer(Outcome.NO_MATCH, reason=reason, not_understood=())
    name = filters.by.names[0]
    choice = asked.choice(
        name, f"/who {name.target}", f"All that {asked.ref(name.target).name} said"
    )
    return asked.answer(Outcome.CHOICE, reason=reason, choices=(choice,), not_understood=())


def _found(asked: Asked, filters: SaidFilters) -> Answer:
    speaker, issue = filters.speaker, filters.issue
    said = said_statements(
        asked,
        filters.words,
        speakers=[speaker] if speaker else (),
        issues=[issue] if issue else (),
        on_record=filters.on_record,
    )
    person = bool(speaker) and asked.kb.entities[speaker or ""].kind is Kind.PERSON
    answer = said_answer(
        asked,
        said,
        asked=said_question(asked, filters),
        person=asked.person_ref(speaker) if speaker and person else None,
        organization=asked.ref(speaker) if speaker and not person else None,
        issue=asked.issue_ref(issue) if issue else None,
        on_record_alone=filters.on_record,
    )
    return answer if said.complete else answer.model_copy(update={"reason": not_found(answer)})


def _blanked(text: str) -> str:
    """Leave out what stands between marks where names and dates are read."""
    return blank_quotations(text) if has_marks(text) else text


def _examples(sample: Sample) -> tuple[str, ...]:
    if sample.speech is None:
        return ()
    words = " ".join(meaningful_words(sample.speech.words.split())[:_IN_EXAMPLE])
    return (words, f"{words} by {sample.speech.person}")


COMMAND = Command(
    name="said",
    usage="WORDS [by NAME] [on ISSUE] [from DATE to DATE] [on-record]",
    about="Who said something in such words, in which exact words, per which source.",
    examples=_examples,
    kinds=frozenset(),
    answer=answer,
    parts=found_parts,
    takes_nothing=True,
    reads=_blanked,
)
