"""/check "WORDS" [NAME]: whether our articles print these words, whose they are, what differs."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome
from bot.answers.claimed_speaker import SOMEBODY, ClaimedSpeaker
from bot.answers.claimed_speakers import claimed_speakers
from bot.answers.command import Command
from bot.answers.dictated_marks import mark_dictated
from bot.answers.doubted_speakers import doubt_speakers
from bot.answers.foreign_frames import put_in_english
from bot.answers.labeled_lines import mark_labeled_lines
from bot.answers.names_in_marks import label_quotations
from bot.answers.nearest_record import NearestRecord, find_nearest
from bot.answers.numbered_parts import part_numbered
from bot.answers.offices_beside import list_offices_not_held
from bot.answers.phrases import day_in_words
from bot.answers.prose_speakers import list_strangers
from bot.answers.quote_checks import check_quotes, is_withheld, tell_days
from bot.answers.reply import help_answer
from bot.answers.reply_message import help_parts
from bot.answers.speaker_reading import has_rival, read_speaker
from bot.answers.split_quotations import join_halves
from bot.answers.topics_as_speakers import or_topic
from bot.answers.transcript_layout import join_subtitles
from bot.answers.turned_claims import list_denials
from bot.answers.typed_rows import mark_rows
from bot.answers.unchecked_sentences import list_unchecked
from bot.answers.unmarked_speakers import mark_words
from bot.answers.unnamed_speakers import or_unnamed
from bot.answers.unread_lines import tell_unread
from bot.answers.unread_tail import add_lines, list_unread_lines, part_unread, read_beside
from bot.answers.who_said import mark_asked_words
from bot.block_kit.message import Part, refusal_part
from bot.block_kit.safe_text import clip
from bot.layout.bars import source_parts
from bot.layout.check_bars import check_bar
from bot.layout.check_result import detail, heading, summary
from bot.layout.not_printed import nearest_buttons, not_printed
from bot.layout.wording import page
from knowledge.check_quote import Verdict, put_in_marks, read_quotations
from knowledge.corpus import Kind
from knowledge.questions import MAX_LENGTH, tell_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.answer import Check, Choice
    from bot.answers.asked import Asked
    from bot.answers.example_questions import Sample
    from knowledge.kb import KnowledgeBase
    from knowledge.names import Name

_NOTHING = {Verdict.NOT_FOUND, Verdict.NOT_CHECKED}
_AT_ONCE = 5  # quotations that one answer checks
_REPEATED = 20  # quotations that a question asked again repeats
_OFFERED = 5  # names like one that is not on record
_NAMED = 30  # quotations beyond these that are named
_ECHOED = 80  # characters of a date, or of a quotation among a few, that are repeated
_ECHOED_OF_MANY = 40  # of one among more
_FEW = 5


def answer(asked: Asked) -> Answer:
    """Check every quotation; where a name could mean several, ask whose words they are."""
    typed, unread = part_unread(asked.question.typed)
    if unread:
        checked = answer(replace(asked, question=replace(asked.question, typed=typed)))
        told = " ".join(filter(None, [tell_unread(unread), checked.reason]))
        return checked.model_copy(update={"reason": told})
    quotes = read_quotations(typed)
    asked = replace(asked, question=tell_apart(asked.kb, asked.question))
    if not quotes:
        too_long = len(typed) >= MAX_LENGTH
        return _too_long(asked) if too_long else help_answer(asked, COMMAND)
    who = read_speaker(asked.kb.names, asked.question)
    claimed = claimed_speakers(asked.kb.names, asked.question, list_strangers(asked.kb, typed))
    if claimed is None:
        who = or_topic(asked.question, or_unnamed(asked.question, who))
    read, asked = asked.question, _as_read(asked, who)
    if claimed is None and who.certain and len(who.names) > 1:
        who = who._replace(certain=len(who.read) == 1)
    if claimed is None and who.names and has_rival(read, who):
        who = who._replace(certain=False)
    by = doubt_speakers(asked.kb, read, quotes, claimed or (who,) * len(quotes))
    said = list(_without_repeats(quotes, by))
    quotes, given = [words for words, _ in said], [one.or_beside(asked.beside) for _, one in said]
    namesakes = (_offer(asked, quotes, given, one.namesakes, i) for i, one in enumerate(given))
    if choices := next(filter(None, namesakes), ()):
        return _whose(asked, choices)
    return _checked(asked, quotes, given)


def _without_repeats(
    quotes: Sequence[str], claimed: Sequence[ClaimedSpeaker]
) -> Iterable[tuple[str, ClaimedSpeaker]]:
    """Return each quotation once for each to whom it is given; of very many, the rest to nobody.

    Of the rest nothing says who is beside it, so that the same words may be of two rows.
    """
    read = dict.fromkeys(zip(quotes, claimed, strict=False))
    return [*read, *((words, ClaimedSpeaker()) for words in quotes[len(claimed) :])]


def _whose(asked: Asked, choices: Sequence[Choice]) -> Answer:
    return asked.answer(Outcome.CHOICE, reason="Whose words?", choices=choices)


def _offer(
    asked: Asked,
    quotes: Sequence[str],
    claimed: Sequence[ClaimedSpeaker],
    names: Iterable[Name],
    number: int | None = None,
) -> tuple[Choice, ...]:
    """Return the question again for each of several names: for one quotation, or for all."""
    offered = []
    for name in names:
        one = ClaimedSpeaker((name,))
        those = [one if number in {None, i} else who for i, who in enumerate(claimed)]
        offered.append(asked.choice(name, _question(quotes, those)))
    return tuple(offered)


def _too_long(asked: Asked) -> Answer:
    reason = f"Too long: {MAX_LENGTH:,} characters are read at once. Check it in shorter pieces."
    return asked.answer(Outcome.NO_MATCH, reason=reason, as_of=None, read_as=(), not_understood=())


def _as_read(asked: Asked, who: ClaimedSpeaker) -> Asked:
    """Drop readings of words that are part of a name not on record; name what denies the words.

    An office that nothing gives to whoever is named is named, too.
    """
    offices = list_offices_not_held(asked.kb, asked.question)
    left = dict.fromkeys([*who.unread, *list_denials(asked.question), *offices])
    question = replace(asked.question, found=who.read, left=tuple(left))
    return replace(asked, question=question)


def _question(quotes: Sequence[str], claimed: Sequence[ClaimedSpeaker]) -> str:
    """Return a question that gives each quotation to whom it is given."""
    marked, names = map(put_in_marks, quotes), [who.typed for who in claimed]
    if len(set(names)) == 1:
        unread = ":" if names[0] and not claimed[0].names else ""
        return " ".join(filter(None, ["/check", f"{names[0]}{unread}", *marked]))
    said = islice(zip(names, marked, strict=True), _REPEATED)
    return "/check " + "\n".join(f"{name or SOMEBODY}: {words}" for name, words in said)


def _checked(asked: Asked, quotes: Sequence[str], claimed: Sequence[ClaimedSpeaker]) -> Answer:
    checks, statements = check_quotes(asked, quotes[:_AT_ONCE], claimed[:_AT_ONCE])
    left = _not_checked(asked, quotes[len(checks) :])
    found = any(check.verdict not in _NOTHING for check in checks)
    searched = any(check.verdict is Verdict.NOT_FOUND for check in checks)
    asked = _drop_outlets(asked, checks, claimed)
    record = _nearest(asked, checks, claimed)
    if record.words:
        checks = tuple(c.model_copy(update={"nearest": record.words.id}) for c in checks)
    return asked.answer(
        Outcome.ANSWER if found else Outcome.NO_RECORD if searched else Outcome.NO_MATCH,
        # What may not be shown is not shared either: the words that were asked are those.
        asked=None if any(map(is_withheld, checks)) else _question(quotes, claimed),
        as_of=None,
        reason=" ".join([*_tell_retired(asked, checks), *left]) or None,
        checks=checks,
        statements=statements or record.statements,
        stances=(record.stance,) if record.stance else (),
        choices=_offer_near(asked, quotes, claimed),
    )


def _tell_retired(asked: Asked, checks: Sequence[Check]) -> Iterator[str]:
    """Yield when and why words were withdrawn that no statement on record has any more."""
    for check in checks:
        for gone in asked.kb.find_retired(check.asked) if not check.statements else ():
            why = gone.why.rstrip(".")
            yield (
                f"“{clip(check.asked, _ECHOED)}” was on record as “{gone.id}”, a statement that was"
                f" retired on {day_in_words(gone.day)}: {why}."
            )


def _drop_outlets(
    asked: Asked, checks: Sequence[Check], claimed: Sequence[ClaimedSpeaker]
) -> Asked:
    """Return what was asked, with nothing called not read that names the outlet of the words."""
    nobody = [who for who in claimed[: len(checks)] if not who.names]
    named = {name for who in nobody for name in who.unread if name not in who.mentioned}
    unknown = {name for check in checks for name in check.unknown_names}
    unknown |= {name for who in claimed[len(checks) :] for name in who.unread}
    left = tuple(n for n in asked.question.left or () if n not in named or n in unknown)
    return replace(asked, question=replace(asked.question, left=left))


def _offer_near(
    asked: Asked, quotes: Sequence[str], claimed: Sequence[ClaimedSpeaker]
) -> tuple[Choice, ...]:
    """Return whom somebody may mean who is not read; of several quotations, those of the first."""
    number = next((i for i, who in enumerate(claimed) if who.meant), None)
    if number is None:
        return ()
    alike = None if claimed.count(claimed[0]) == len(claimed) else number
    return _offer(asked, quotes, claimed, claimed[number].meant[:_OFFERED], alike)


def _nearest(
    asked: Asked, checks: Sequence[Check], claimed: Sequence[ClaimedSpeaker]
) -> NearestRecord:
    """Find what is on record of one quotation that nothing prints."""
    if [check.verdict for check in checks] != [Verdict.NOT_FOUND]:
        return NearestRecord()
    return find_nearest(asked, checks[0].asked, claimed[0].speaker)


def _not_checked(asked: Asked, left: Sequence[str]) -> Iterator[str]:
    question = asked.question
    if date := question.asked_date:
        yield tell_days(question.typed[slice(*place)] for place in date.places)
    if left:
        count = "1 quotation was" if len(left) == 1 else f"{len(left)} quotations were"
        echoed = _ECHOED if len(left) <= _FEW else _ECHOED_OF_MANY
        named = "; ".join(f"“{clip(words, echoed)}”" for words in left[:_NAMED])
        more = "; …" if left[_NAMED:] else ""
        yield f"{count} not checked: {named}{more}. Ask again with what is left."
    if len(question.typed) >= MAX_LENGTH:
        yield f"No more than {MAX_LENGTH:,} characters are read at once."


def parts(answer: Answer) -> list[Part]:
    """Lay each check out, then the statements behind it, as every command shows them."""
    if answer.outcome is Outcome.HELP:
        return help_parts(COMMAND, answer)
    if answer.outcome is Outcome.CHOICE:
        return [refusal_part(answer.reason or "Whose words?")]
    reason = [refusal_part(answer.reason)] if answer.reason else []
    if [check.verdict for check in answer.checks] == [Verdict.NOT_FOUND]:
        return [*not_printed(answer), *reason]
    left = {s.id: s for s in page(answer.statements, answer)}
    laid: list[Part] = []
    for check in answer.checks:
        behind = [check_bar(check, left.pop(i)) for i in check.statements if i in left]
        shown = {s.id for s in page(answer.statements, answer)} & set(check.statements)
        if shown or not (check.statements or answer.skip):
            laid += _laid_out(check, behind)
        elif not answer.skip:
            laid.append(summary(check))
    named = source_parts(laid, page(answer.statements, answer))
    return [*laid, *named, *reason]


def _laid_out(check: Check, behind: Sequence[Part]) -> list[Part]:
    """Keep printed words and who said them together: both are shown, or neither."""
    verdict, details = heading(check), detail(check)
    if not behind:
        return [Part([*verdict.blocks, *details.blocks])]
    first = behind[0].under(*details.blocks)
    return [verdict, first, *behind[1:]]


def _rewrite(kb: KnowledgeBase, text: str) -> str:
    """Return a text in which whoever is named stands before what is quoted, between marks."""
    text = put_in_english(mark_asked_words(mark_dictated(join_subtitles(text))))
    text = part_numbered(kb, join_halves(kb, text))
    labeled = label_quotations(kb, text)
    if (marked := mark_labeled_lines(kb, labeled)) != labeled:
        return add_lines(marked, list_unread_lines(kb, labeled, marked))
    said = mark_words(kb, mark_rows(labeled))
    return add_lines(said, list_unchecked(kb, said))


def _examples(sample: Sample) -> tuple[str, ...]:
    if sample.speech is None:
        return ()
    words = put_in_marks(sample.speech.words)
    return (words, f"{sample.speech.person} {words}")


COMMAND = Command(
    name="check",
    usage='"WORDS" [NAME]',
    about="Whether our articles print these words, whose they are, and what differs.",
    examples=_examples,
    kinds=frozenset({Kind.PERSON, Kind.ORGANIZATION}),
    answer=answer,
    parts=parts,
    takes_nothing=True,
    rewrites=_rewrite,
    reads=read_beside,
    buttons=nearest_buttons,
)
