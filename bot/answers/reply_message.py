"""A reply as it is sent: the parts of an answer, how it was read, and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome
from bot.answers.choice_pages import choice_buttons
from bot.answers.follow_ups import follow_up_buttons
from bot.answers.governments import tell_governments
from bot.answers.pages import all_quotes_button, find_again, page_buttons
from bot.answers.phrases import day_in_words
from bot.answers.quotes_shown import count_left_out
from bot.block_kit.block_elements import bullets, line, paragraph, run, small_print
from bot.block_kit.buttons import ASK, row
from bot.block_kit.message import Message, Part, compose, list_shown, refusal_part
from bot.block_kit.safe_text import clip
from knowledge.questions import MAX_LENGTH
from knowledge.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.answer import ReadAs
    from bot.answers.command import Command
    from bot.answers.taken_over import TakenOver
    from bot.block_kit.block_elements import Block
    from bot.block_kit.buttons import Button

_BUTTONS = 4  # beside Share: more fill a phone
_ECHOED = 80  # characters of what was typed that an answer repeats


def message(command: Command, answer: Answer, *, pressable: bool = True) -> Message:
    """Lay an answer out within Slack's limits."""
    helps = answer.outcome is Outcome.HELP and command.in_slack
    parts = help_parts(command, answer) if helps else _exhausted(answer) or command.parts(answer)
    place = _place_of_reading(answer, parts)
    parts = [*parts[:place], *_reading(answer), *parts[place:]]
    total = max(
        answer.listed_count - answer.skip, sum(part.statement or part.told for part in parts)
    )
    if not pressable:
        return compose(parts, lambda shown: _count(answer, total - shown))
    offered = {choice.question for choice in answer.choices}
    leading_on = [
        b for b in command.buttons(answer) if _leads_on(b, answer) and b.question not in offered
    ]
    words = list_shown(parts)
    return compose(parts, lambda shown: _foot(answer, leading_on, words, shown, total - shown))


def _place_of_reading(answer: Answer, parts: Sequence[Part]) -> int:
    """Return where to say how words were read: under the head, and not between two citations."""
    between = len(parts) > 1 and parts[0].statement
    return 0 if between or any(read.misspelled for read in answer.read_as) else 1


def _leads_on(button: Button, answer: Answer) -> bool:
    """Return whether a button asks something else than what is answered here, or does not ask."""
    return button.action != ASK or button.question != answer.asked


def _exhausted(answer: Answer) -> list[Part]:
    """Return a refusal where there is no further screen."""
    count = answer.listed_count
    if not count or answer.skip < count or answer.outcome is Outcome.CHOICE:
        return []
    return [refusal_part(f"No more: {_all(answer, count)} shown before.")]


def _all(answer: Answer, count: int) -> str:
    thing = _thing(answer)
    return f"the one {thing} was" if count == 1 else f"all {count} {thing}s were"


def _thing(answer: Answer) -> str:
    if not answer.is_list:
        return "statement"
    if answer.sources:
        return "article"
    return "holder" if answer.holder_count else "issue"


def _count(answer: Answer, hidden: int) -> list[Block]:
    """Return a line on what this screen leaves out."""
    if not hidden or (answer.is_card and answer.sources):  # an article's card names them all
        return []
    more = _more(answer, hidden)
    counted = answer.is_card and (answer.lanes or answer.command == "who")  # by the card itself
    unseen = f"Words of {more} are not shown" if counted else more
    return [small_print(f"{unseen}.")]


def _foot(
    answer: Answer, leading_on: Sequence[Button], words: Sequence[str], shown: int, hidden: int
) -> list[Block]:
    """Return buttons for the choices, for what follows and for what this screen leaves out.

    `words` are the ids of the statements whose words it shows.
    """
    left = count_left_out(answer, words)
    pages = page_buttons(answer, shown, hidden) or all_quotes_button(answer, left)
    after = [*pages, *leading_on] if not answer.is_card else [*leading_on, *pages]
    after = [*after, *follow_up_buttons(answer, _BUTTONS - len(after), words)]
    found = [*choice_buttons(answer), *after[:_BUTTONS]]
    return [*_left_out(answer, hidden), *_more_quotes(left), *row(found, answer.kb_digest)]


def _left_out(answer: Answer, hidden: int) -> list[Block]:
    """Return a line on what this screen leaves out, where no button says it, or of holders."""
    if not hidden or (find_again(answer) and not answer.holder_count):
        return []
    name_one = (
        ": name one" if answer.is_list and not answer.asked else ""
    )  # a statement has no name
    and_more = "And " if answer.holder_count else ""
    return [small_print(f"{and_more}{_more(answer, hidden)}{name_one}.")]


def _more_quotes(left: int) -> list[Block]:
    """Return a line on the quotations that a speaker's card leaves out of what it shows."""
    told = f"Not shown: {left:,} more quotation{'s' * (left > 1)}."
    return [small_print(told)] if left else []


def _more(answer: Answer, hidden: int) -> str:
    return f"{hidden:,} more {_thing(answer)}{'s' * (hidden > 1)}"


def _reading(answer: Answer) -> list[Part]:
    """Return a line on how typed words were read, and on those not understood."""
    notes = list(_taken_over(answer.taken_over)) if answer.taken_over else []
    notes += [f"read “{r.typed}” as {r.name}" for r in answer.read_as if not _is_part(r)]
    if answer.on_record_alone and answer.command != "said":  # which says it in its head
        notes.append("only what was said on the record")
    notes += tell_governments(answer)
    if answer.not_understood:
        notes.append("not read: " + ", ".join(f"“{w}”" for w in answer.not_understood))
    if len(answer.question) >= MAX_LENGTH and answer.command != "check":  # which says it itself
        notes.append(f"no more than {MAX_LENGTH:,} characters are read at once")
    if answer.also_asked:
        notes.append(f"one question at a time: ask “{answer.also_asked}” by itself")
    return [Part([small_print(_sentence(" · ".join(notes)))])] if notes else []


def _taken_over(taken: TakenOver) -> Iterator[str]:
    """Yield what was taken from the question before, and that no reasons are made up."""
    which = "an earlier" if taken.of_earlier else "the last" if taken.of_anybody else "your last"
    whose = f"{which} question{' here' if taken.of_anybody else ''}"
    names = [ref.name for ref in taken.names]
    days = [_days(taken)] if taken.first_day or taken.last_day else []
    if taken.was_a_search:
        yield f"{whose} was a search, and I do not keep its words"
    else:
        rest = "a timeline" if taken.was_a_timeline else "the words found"
        yield f"read with {whose}: {', '.join([*names, *days]) or rest}"
    if taken.of_all:
        yield "nobody else has a position on record on it"
    if taken.not_used:
        yield f"not used: “{clip(taken.not_used, _ECHOED)}”"
    if taken.seeks_reasons:
        yield "I give no reasons of my own, only the words on record"


def _days(taken: TakenOver) -> str:
    first, last = (d and day_in_words(d) for d in (taken.first_day, taken.last_day))
    if first and last:
        return f"{first} to {last}"
    return f"since {first}" if first else f"as of {last}"


def _is_part(read: ReadAs) -> bool:
    """Return whether the words typed are words of the name, which the answer shows."""
    typed, name = ({token.folded for token in tokenize(words)} for words in (read.typed, read.name))
    return typed <= name


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def help_parts(command: Command, answer: Answer) -> list[Part]:
    """Return what a command does, with examples that work."""
    return [
        Part(
            [
                paragraph(
                    line(run(f"{answer.typed(command.name)} {command.usage}".strip(), bold=True)),
                    line(run(command.about)),
                    *(line(run(example)) for example in answer.examples),
                )
            ]
        )
    ]


def goodbye(answer: Answer) -> Part:
    """Return a line for thanks: nothing is asked, and nothing need be read."""
    example = "".join(f", for example: {one}" for one in answer.examples[:1])
    lines = f"Ask again at any time{example}", "“help” lists what I answer."
    return Part([paragraph(*(line(run(words)) for words in lines))])


def overview(commands: Iterable[Command], answer: Answer) -> list[Part]:
    """Return what each command does, a line each."""
    lines = [
        [run(f"{answer.typed(c.name)} {c.usage}".strip(), bold=True), run(f" — {c.about}")]
        for c in commands
    ]
    opening = (
        "Stancebook answers who stands where on what, since when, said by whom, in which exact "
        "words, per which source. It quotes, and writes nothing of its own."
    )
    plain = "In a mention or a direct message, you can write plain words"
    plain = ": ".join([plain, *answer.examples]) if answer.examples else f"{plain}."
    return [Part([paragraph(line(run(opening)), bullets(lines), line(run(plain)))])]
