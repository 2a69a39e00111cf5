"""What a message in plain words wants checked: it asks for a check, or it only quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answers.asking_sentences import names_something
from bot.answers.check_openings import ASKED_TO, CHECK, CHECK_MARKED, asks_to_check
from bot.answers.labeled_lines import mark_labeled_lines
from bot.answers.listed_quotes import find_listed_quotes
from bot.answers.printed_to_the_letter import is_printed_at_all
from bot.answers.quoted_messages import check_of
from bot.answers.quoting_messages import LONG, are_names, are_quotations, is_quotation, is_quoting
from bot.answers.typed_rows import is_table, unquote_lines
from bot.answers.unmarked_speakers import find_request
from bot.answers.unmarked_words import (
    find_printed,
    is_name,
    is_printed,
    is_quotable,
)
from knowledge.check_quote import (
    blank_quotations,
    has_marks,
    place_quotations,
    put_in_marks,
    read_quotations,
)
from knowledge.corpus import Kind, QuoteKind
from knowledge.questions import read
from knowledge.text import ARTICLES, CHECKING, tokenize

if TYPE_CHECKING:
    from knowledge.kb import KnowledgeBase

# "check what he said on talks" asks for an answer, and gives no words to be checked.
_CHECK_ANSWER = re.compile(
    rf"{ASKED_TO}\W+(?:what|who|whom|whose|where|when|why|how)\b", re.IGNORECASE
)
# What is quoted right behind one of these is somebody's words: 'what does Kono mean by "…"'.
_SAID_BEFORE = re.compile(
    r"\b(?:say|says|said|saying|mean(?:s|t)?\s+by|call(?:s|ed)?(?:\s+for)?|threaten(?:s|ed)?(?:\s+with)?"
    r"|promise[sd]?|vow(?:s|ed)?|demand(?:s|ed)?|pledge[sd]?|warn(?:s|ed)?(?:\s+of)?"
    r"|(?:use[sd]?|using|coin(?:s|ed)?)(?:\s+the)?"
    r"(?:\s+(?:phrases?|terms?|words?|wording|expressions?|slogan))?)(?:\s+that)?\s*[:,]?\s*$",
    re.IGNORECASE,
)
# What is called words is a quotation also where it is a name: 'the words “maximum pressure”'.
_WORDS_BEFORE = re.compile(
    r"\b(?:the|these|those)\s+(?:exact\s+)?(?:words|phrases?|wording|expression|slogan)\s*[:,]?\s*$",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"^\W*(?:(?:and|so|but|or)\s+)?(?:what|why|when|where|how|who|did|do|does|has|have|had|is|was|were"
    r"|can|could|may|should)\b",
    re.IGNORECASE,
)
# "Is this right: …", "a quote: …": what the words in front of a colon announce.
_ANNOUNCING = CHECKING | {"quote", "quotation", "checking", "verifying", "claim"}
# All that may stand beside a name between marks that an article quotes: "“dialogue” – who?".
_WHOSE = re.compile(
    r"\W*+(?:(?:and|so)\s+)?(?:whose(?:\s+(?:words?|phrase|term|quote))?|by\s+whom|(?:from\s+)?who(?:m|se)?"
    r"|who(?:\s+(?:is|was)|['’]s)\s+(?:this|that|it))?(?:\s+(?:is|was)\s+(?:this|that|it))?\W*",
    re.IGNORECASE,
)
_AROUND_A_REQUEST = " :–—-"
_OPENING = 60  # characters in which a colon ends what announces a quotation
_REACH = 40  # characters in front of a quotation that are looked at
_SEVERAL = 2  # words between marks that are a phrase; one alone is a word of the question
_QUOTED_AT_ONCE = 5  # quotations of a question that are looked at


def find_words_to_check(kb: KnowledgeBase, text: str) -> str | None:
    """Return what to check of words that ask for it, or that are quotations and nothing else."""
    text = _mark_quoted_lines(text)
    if (words := _to_check(kb, text)) is not None:
        return words
    if has_marks(text):
        quoted = are_quotations(kb, text) or _asks_whose(kb, text)
        return text if quoted else None
    if is_printed(kb, text) or is_table(text, headed=True):
        return text
    if listed := find_listed_quotes(kb, text):
        return listed
    return _unmarked_check(kb, text) or find_printed(kb, text)


def gives_words_to_check(text: str) -> bool:
    """Return whether a text begins with a request, so that what follows is to be checked as it is.

    A pronoun in these words is that of whoever wrote them.
    """
    before, colon, _ = text[:_OPENING].partition(":")
    if colon and not _ANNOUNCING.isdisjoint(token.folded for token in tokenize(before)):
        return True
    return bool(CHECK_MARKED.match(text)) and not _CHECK_ANSWER.match(text)


def _to_check(kb: KnowledgeBase, text: str) -> str | None:
    """Return what to check of "check: ...", of 'check "..."', and of 'did Kono say "..."?'."""
    if check := CHECK.match(text):
        return mark_labeled_lines(kb, text[check.end() :])
    if not has_marks(text):
        return None
    if check := CHECK_MARKED.match(text):
        return text[check.end() :]
    return text if asks_to_check(blank_quotations(text)) or _is_told_as_said(kb, text) else None


def _asks_whose(kb: KnowledgeBase, text: str) -> bool:
    """Return whether a text is one quotation on record, and at most asks who said it.

    That holds for what an issue is called too, as somebody put marks around it as in print.
    """
    quoted = read_quotations(text)
    asks = len(quoted) == 1 and bool(_WHOSE.fullmatch(blank_quotations(text)))
    return asks and any(one.kind is QuoteKind.DIRECT for one in kb.quotes.same(quoted[0]))


def _is_told_as_said(kb: KnowledgeBase, text: str) -> bool:
    """Return whether somebody is told to have said what is quoted: 'what did X mean by "…"'."""
    places = place_quotations(text)[:_QUOTED_AT_ONCE] if _ASKING.match(text) else []
    before = [text[max(start - _REACH, 0) : start] for start, _ in places]
    if any(map(_WORDS_BEFORE.search, before)):
        return True
    told = (p for p, words in zip(places, before, strict=True) if _SAID_BEFORE.search(words))
    return any(_is_phrase(kb, text[start:end]) for start, end in told)


def _is_phrase(kb: KnowledgeBase, words: str) -> bool:
    """Return whether several words are no name: "talks about talks" is none of an issue.

    So many that they are a quotation anywhere are one though an issue is called so too.
    """
    count = len(tokenize(words))
    if count < _SEVERAL or count >= LONG:
        return count >= LONG
    return not is_name(kb, words) or _goes_beyond_a_name(kb, words)


def _goes_beyond_a_name(kb: KnowledgeBase, words: str) -> bool:
    """Return whether words have the name of an issue in them, and more than that."""
    question = read(kb, words)
    left = sum(word not in ARTICLES for word in question.words)
    issues = [f for f in question.found if f.names[0].kind is Kind.ISSUE]
    return bool(issues) and all(f.last - f.first < left for f in question.found)


def _unmarked_check(kb: KnowledgeBase, text: str) -> str | None:
    """Return what to check of "check" and words without marks, if they read as a quotation."""
    check = CHECK_MARKED.match(text)
    words = text[check.end() :].lstrip(_AROUND_A_REQUEST) if check else ""
    if (marked := mark_labeled_lines(kb, words)) != words:
        return marked
    at = find_request(words)
    told, words = "\n" in words[:at], words[at:]
    if check and (is_table(words) or (told and is_printed_at_all(kb, words.strip()))):
        return words
    if is_quotable(kb, words):
        return words
    return find_printed(kb, words) if check else None


def _mark_quoted_lines(text: str) -> str:
    """Return a text whose last lines are quoted as in mail with these between marks."""
    lines = text.split("\n")
    bare = [unquote_lines(line) for line in lines]
    first = next((i for i, line in enumerate(lines) if bare[i] != line), 0)
    quoted = bare[first:]
    kept = any(words == line for words, line in zip(quoted, lines[first:], strict=True))
    if not first or kept or has_marks(text) or is_table("\n".join(quoted)):
        return text
    return "\n".join([*lines[:first], put_in_marks(" ".join(quoted))])


def find_quoted_words(kb: KnowledgeBase, whole: str, text: str) -> str | None:
    """Return what to check of a message that quotes, and asks nothing else of anybody it names."""
    alone = has_marks(text) and not place_quotations(text)[1:]  # several were looked at before
    if alone and is_quotation(kb, text) and not are_names(kb, text):
        return check_of(kb, whole) if place_quotations(whole)[1:] else text
    return check_of(kb, whole) if is_quoting(kb, whole) else None


def find_unchecked(kb: KnowledgeBase, text: str) -> str | None:
    """Return the check of a quotation that stands in a question, and is not checked with it."""
    quoted = read_quotations(text)[:_QUOTED_AT_ONCE] if has_marks(text) else []
    long = (w for w in quoted if len(tokenize(w)) >= LONG and not is_name(kb, w))
    swallowed = (w for w in quoted if _goes_beyond_a_name(kb, w))
    words = next(long, None) or next(swallowed, None)
    return f"check {put_in_marks(words)}" if words else None


def asks_about_quoted(kb: KnowledgeBase, beside: str) -> bool:
    """Return whether words beside something quoted ask about it: "check this", "who said so?"."""
    return not names_something(kb, beside) or asks_to_check(beside)
