"""Plain words to the same commands: which command a mention or a direct message means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answers.asking_sentences import find_first_question, list_asking, part_questions
from bot.answers.check_requests import (
    find_quoted_words,
    find_unchecked,
    find_words_to_check,
    gives_words_to_check,
)
from bot.answers.citing_messages import part_citing
from bot.answers.completed_question import complete
from bot.answers.described_speakers import asks_described
from bot.answers.foreign_frames import put_in_english
from bot.answers.listing_messages import asks_for_articles, asks_for_everything
from bot.answers.marked_words import find_marked_word
from bot.answers.offices_without_state import name_state
from bot.answers.one_of_two import name_one_of_two
from bot.answers.order_asked import read_newest
from bot.answers.printed_sentences import mark_printed
from bot.answers.pronoun_names import (
    asks_of_an_office,
    name_days,
    name_pronoun,
    name_speaker,
    name_year,
)
from bot.answers.questions_of_meaning import find_meant_words, find_swallowed_words
from bot.answers.reply import IN_ALL, STEPS, Meant
from bot.answers.said_in_a_place import leave_out_place
from bot.answers.spoken_about import is_circumstance
from bot.answers.unasked_messages import closes, wants_nothing
from bot.answers.unmarked_words import is_printed_in_part
from bot.answers.words_of_others import ask_of_same_words
from bot.commands import called, helped, registry, routed
from knowledge.check_quote import has_marks
from knowledge.corpus import Kind
from knowledge.questions import (
    MAX_LENGTH,
    Intent,
    asks_to_compare,
    find_days_compared,
    find_silence,
    find_topic,
    read,
    read_short,
)
from knowledge.text import (
    COURTESY,
    LISTING,
    PRONOUNS_OF_SOMEBODY,
    SAYING,
    OutOfStepsError,
    allow,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from bot.answers.command import Command
    from bot.answers.last_question import LastQuestion
    from bot.answers.question_in_full import CompletedQuestion
    from knowledge.kb import KnowledgeBase
    from knowledge.names import Name
    from knowledge.questions import Question, Topic

_ADDRESSED = re.compile(r"^\s*@?stancebook\b[:,]?", re.IGNORECASE)
# Characters of a message that are looked at: what is blanked in front takes nothing of the rest.
_LOOKED_AT = 2 * MAX_LENGTH
# "The history of Japan's position"; the words alone may be a subject of their own.
_HISTORY = re.compile(
    r"^\W*(?:(?:what(?:['’]?s|\s+is|\s+was)|(?:tell|give|show)\s+me)\s+)?(?:the\s+|an?\s+)?"
    r"(?:short\s+|brief\s+)?(?:history|evolution)\s+of\b",
    re.IGNORECASE,
)
_TO_GO_ON = STEPS // 2  # of work: the rest is left to words that stand alone
_SHORT = 4  # words of a greeting that need not all be understood
_USING = frozenset({"work", "works", "working", "use", "using", "start"})  # "how does this work?"


def without_mention(text: str) -> str:
    """Strip whom the words are addressed to, and what is longer than anything that is read."""
    return _ADDRESSED.sub(" ", text[:_LOOKED_AT]).strip()


def choose(
    kb: KnowledgeBase,
    text: str,
    today: date | None = None,
    commands: Mapping[str, Command] | None = None,
    last: LastQuestion | None = None,
) -> Meant:
    """Return the command that plain words mean, the text to give it, and its reading if it is made.

    A greeting, or a command that is not there, gets help. `commands` are as a workspace knows them.
    What the words leave out is taken from the last question; words that stand by themselves never
    take anything from it.
    """
    text, known = put_in_english(without_mention(text)), commands or registry()

    def read() -> Meant:
        goes_on = _go_on(kb, text, last, today, known) if last else None
        return goes_on or _named_command(kb, text, known) or _choose(kb, text, today, known)

    try:
        with allow(STEPS, IN_ALL.seconds) as allowed:
            meant = read()
    except OutOfStepsError:
        return Meant(known["stance"], text, too_much=True)
    return meant._replace(spent=allowed.spent)


def _go_on(
    kb: KnowledgeBase,
    text: str,
    last: LastQuestion,
    today: date | None,
    commands: Mapping[str, Command],
) -> Meant | None:
    """Return the question that words make with the last one, or what their opening alone tells.

    None where they stand alone otherwise.
    Words that take too much work to read are left as they are.
    """
    try:
        with allow(_TO_GO_ON):
            return _complete(kb, text, last, today, commands)
    except OutOfStepsError:
        return None


def _complete(
    kb: KnowledgeBase,
    text: str,
    last: LastQuestion,
    today: date | None,
    commands: Mapping[str, Command],
) -> Meant | None:
    if text.startswith("/") or helped(text, commands) or gives_words_to_check(text):
        return None
    if has_marks(text):
        return _meant_by(kb, name_speaker(kb, text, last), None, today, commands)
    if opened := _by_opening(kb, text, today, commands):
        return opened
    if is_printed_in_part(kb, text):
        return None
    first, *others = list_asking(kb, text)
    also = others[0].strip() if others else None
    return _meant_by(kb, _go_on_from(kb, first, last, today), also, today, commands)


def _go_on_from(
    kb: KnowledgeBase, first: str, last: LastQuestion, today: date | None
) -> CompletedQuestion | None:
    if same := ask_of_same_words(kb, first, last):
        return same
    first = leave_out_place(kb, first, last)
    of_an_office = asks_of_an_office(kb, first)
    named = None if of_an_office else name_state(kb, first, last)
    completed = None if of_an_office or named else _complete_short(kb, first, last, today)
    if completed:
        return completed
    if with_year := name_year(kb, first, last):
        return _complete_short(kb, with_year, last, today)
    if named := named or name_one_of_two(kb, first, last) or name_pronoun(kb, first, last):
        again = _complete_short(kb, named.text, last, today)
        return again.taking(*named.taken_over.names) if again else named
    return name_days(kb, first, last)


def _complete_short(
    kb: KnowledgeBase, first: str, last: LastQuestion, today: date | None
) -> CompletedQuestion | None:
    short = read_short(kb, first, today, replies=last.left_open)
    return complete(kb, short, last) if short else None


def _meant_by(
    kb: KnowledgeBase,
    completed: CompletedQuestion | None,
    also: str | None,
    today: date | None,
    commands: Mapping[str, Command],
) -> Meant | None:
    """Return the command that a completed question means, and what else the message asks."""
    if completed is None:
        return None
    again = completed.text
    meant = _named_command(kb, again, commands) or _choose(kb, again, today, commands)
    return meant._replace(taken_over=completed.taken_over, also=also or meant.also)


def _named_command(kb: KnowledgeBase, text: str, commands: Mapping[str, Command]) -> Meant | None:
    """Return the command that a text begins with, or about which it wants help."""
    first, _, rest = text.partition(" ")
    if about := helped(text, commands):
        return Meant(about, "help")
    if not first.startswith("/"):
        return None
    command = called(first, commands)
    return Meant(*routed(command, rest, kb, commands)) if command else Meant(commands["help"], "")


def _choose(
    kb: KnowledgeBase, text: str, today: date | None, commands: Mapping[str, Command]
) -> Meant:
    if opened := _by_opening(kb, text, today, commands) or _by_listing(text, commands):
        return opened
    if citing := part_citing(text):
        return _choose(kb, citing[0], today, commands)._replace(also=citing[1])
    if word := find_marked_word(kb, text, today):
        return Meant(commands["said"], word)
    quoting, asking = part_questions(kb, text)
    if (words := find_words_to_check(kb, quoting)) is not None:
        return Meant(commands["check"], words, also=asking)
    if words := find_meant_words(kb, text):
        return Meant(commands["check"], words)
    first, also = find_first_question(kb, quoting)
    if words := find_quoted_words(kb, quoting, first):
        return Meant(commands["check"], words, also=asking or (also if words == first else None))
    if (marked := mark_printed(kb, text)) != text:
        return _choose(kb, marked, today, commands)
    if asking is not None:
        first, also = find_first_question(kb, text)
    return _ask(kb, first, also, today, commands)


def _ask(
    kb: KnowledgeBase,
    text: str,
    also: str | None,
    today: date | None,
    commands: Mapping[str, Command],
) -> Meant:
    """Return the command that answers one question, and what else the message asks."""
    question = read(kb, text, today=today)
    if _is_listing(question):
        named = _names_any(question)
        return Meant(commands["issues"], *((text, question) if named else ("",)))
    if _is_small_talk(question):
        return Meant(commands["help"], "")
    topic = find_topic(kb, question)
    if words := find_swallowed_words(kb, text, topic):
        return Meant(commands["check"], words, also=also)
    also = also or find_unchecked(kb, text)
    if over_time := find_days_compared(kb, question):
        return Meant(commands["timeline"], over_time, also=also)
    return Meant(commands[_command_of(kb, question, topic)], text, question, also, topic)


def _by_opening(
    kb: KnowledgeBase, text: str, today: date | None, commands: Mapping[str, Command]
) -> Meant | None:
    """Return what the first words alone tell: nothing is asked, a list of articles, a history."""
    first, _, rest = text.partition(" ")
    if wants_nothing(text) or closes(text):
        return Meant(commands["help"], text)
    if first.lower().rstrip("s:") == "source" and (not rest or kb.source(rest.strip())):
        return Meant(commands["source"], rest)
    return _history_of(kb, text, today, commands)


def _by_listing(text: str, commands: Mapping[str, Command]) -> Meant | None:
    """Return the list that all is asked for with: of articles, or of issues."""
    if asks_for_articles(text):
        return Meant(commands["source"], "")
    return Meant(commands["issues"], "") if asks_for_everything(text) else None


def _history_of(
    kb: KnowledgeBase, text: str, today: date | None, commands: Mapping[str, Command]
) -> Meant | None:
    """Return the timeline that "the history of Japan's position" asks for."""
    opening = _HISTORY.match(text)
    if not opening or any(f.first == 0 for f in read(kb, text).found):
        return None
    rest = text[opening.end() :].strip()
    question = read(kb, rest, today=today)
    return Meant(commands["timeline"], rest, question) if question.found else None


def _command_of(kb: KnowledgeBase, question: Question, topic: Topic) -> str:
    """Return the command that answers a question: whose position, who holds one, or who it is."""
    described = asks_described(kb, question, topic)
    if not described and asks_to_compare(kb, question, topic):
        return "compare"
    if topic.over_time and topic.intent is not Intent.WHO_SAID:
        return "timeline"
    if not topic.asked_about and (topic.intent is Intent.WHO_HOLDS or find_silence(question)):
        return "issues"
    named = [n for actor in topic.subjects for n in actor.names]
    objects = [a for a in topic.objects if not is_circumstance(question, a)]
    more = topic.issues or topic.issue_choices or topic.words or objects
    people = any(name.kind is Kind.PERSON for name in named) or _asks_a_body(kb, topic, named)
    if described:
        return "stance"
    asks_who = topic.intent in {Intent.WHO_IS, Intent.WHO_LEADS}
    if not (more or asks_who) and _asks_for_days(kb, question, topic, named):
        return "timeline"
    if _asks_for_days_of_an_issue(question, topic):
        return "timeline"
    return "who" if asks_who or (people and not more) else "stance"


def _asks_for_days(
    kb: KnowledgeBase, question: Question, topic: Topic, named: Sequence[Name]
) -> bool:
    """Return whether all of a state's positions and words of some days are asked for."""
    days, states = question.asked_date, [name.target for name in named]
    of_a_state = len(states) == 1 and kb.entities[states[0]].state == states[0]
    return of_a_state and days is not None and days.is_range and not topic.doubtful


def _asks_for_days_of_an_issue(question: Question, topic: Topic) -> bool:
    """Return whether all that is on record on an issue on some days is asked for, of nobody named.

    The card of whoever alone has a position on it would leave out what others said.
    """
    days = question.asked_date
    named = question.strangers or any(f.name.kind is not Kind.ISSUE for f in question.found)
    left = topic.words or topic.issue_choices or topic.doubtful
    plain = not (named or left or read_newest(question, topic))
    of_all = topic.intent in {Intent.POSITION, Intent.WORDS} and bool(topic.issues)
    return plain and of_all and days is not None and days.is_range


def _asks_a_body(kb: KnowledgeBase, topic: Topic, named: Sequence[Name]) -> bool:
    """Return whether a body's words are asked for: its own statements answer, whatever they are on.

    A state is asked about issue by issue, as all who speak for it would be too many.
    """
    states = any(kb.entities[name.target].state == name.target for name in named)
    return topic.intent is Intent.WORDS and bool(named) and not states


def _names_any(question: Question) -> bool:
    """Return whether a question names somebody, something or a day."""
    return bool(question.found or question.strangers or question.asked_date)


def _is_listing(question: Question) -> bool:
    """Return whether it asks for what is on record: "which topics do you have on Japan?"."""
    left = {question.words[i] for i in question.unclear}
    issues = any(n.kind is Kind.ISSUE for f in question.found for n in f.names)
    asking = {"can", "ask"} <= set(question.words)
    listing = asking or not LISTING.isdisjoint(question.words)
    return listing and left <= {*LISTING, "ask"} and not issues


def _is_small_talk(question: Question) -> bool:
    """Return whether it is a greeting, or words of which nothing was understood."""
    polite = question.words[:1] and question.words[0] in COURTESY
    short = len(question.words) <= _SHORT
    how = "how" in question.words and not _USING.isdisjoint(question.words)
    asks_of_somebody = not PRONOUNS_OF_SOMEBODY.isdisjoint(question.words) or (
        question.words[:1] == ("who",) and not SAYING.isdisjoint(question.words)
    )
    if asks_of_somebody and not (how or polite):
        return False
    return not _names_any(question) and (not question.unclear or bool(polite and short) or how)
