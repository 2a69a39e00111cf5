"""The standard form of each file: find files that differ, and rewrite them without loss."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from knowledge.check_corpus import comments
from knowledge.check_corpus.check_memory import make_key
from knowledge.check_corpus.kept_comments import keep_comments
from knowledge.corpus import canonical, corpus_reader
from knowledge.corpus.corpus_lock import hold_corpus
from knowledge.corpus.errors import FolderError, Problem
from knowledge.corpus.folder import read_entry_file, watched
from knowledge.corpus.format import find_format
from knowledge.corpus.joint_change import FileChange, write_jointly
from knowledge.corpus.os_errors import find_what_to_do
from knowledge.corpus.partial_file import remove_abandoned
from knowledge.text.locating import locate
from knowledge.text.nearest_words import differences
from knowledge.text.quote_search import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from knowledge.check_corpus.check_memory import CheckMemory
    from knowledge.check_corpus.comments import Comment
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.entry import Entry
    from knowledge.corpus.model import Article, Model, Statement
    from knowledge.text.article_text import Text

_RUN_FIX = "Run 'stancebook check --fix'."
_COMPARED = 2000  # characters of a line that is compared word by word; the standard form has 100


class Written(NamedTuple):
    """A file that was written anew, and what in it."""

    file: str
    what: str


def judge(
    found: Corpus, folder: Path, memory: CheckMemory | None = None
) -> tuple[list[Problem], list[Problem]]:
    """Return the files that do not say what they seem to, and those that only look otherwise.

    The standard form keeps changes readable; that a file strays from it is no reason not to serve.
    With a memory no warnings are sought: writing the standard form is most of the work.
    """
    problems, warnings = list[Problem](), [] if memory else _find_older(found)
    for entry in found.entries():
        key = make_key("form", entry.file, entry.digest)
        if entry.unread or (memory and memory.has_passed(key)):  # or it lacks drafts of the file
            continue
        written = _read_again(entry, folder)
        if written is None:
            why = "The file changed while it was checked."
            problems.append(Problem(entry.file, 1, "", why, "Check again."))
            continue
        text = written.decode()
        cut = _cuts(entry.file, text)
        if memory and not cut:
            memory.note_pass(key)
        elif text != (right := keep_comments(text, canonical.write(entry.model, entry.format))):
            problems += cut
            warnings.append(_stray(entry.file, text, right))
    return problems, warnings


def _cuts(file: str, written: str) -> list[Problem]:
    """Return where a number sign takes the end of a value away, as in "See #12"."""
    return [_remark(file, remark) for remark in comments.curators(written) if remark.is_doubtful]


def _read_again(entry: Entry[Any], folder: Path) -> bytes | None:
    """Return the bytes of an entry's file, or None where they are not those that were read."""
    try:
        written = read_entry_file(folder / entry.file, folder)
    except OSError:
        return None
    return written if sha256(written).hexdigest() == entry.digest else None


def _find_older(found: Corpus) -> list[Problem]:
    """Return one warning for all files of an older format, which are read as they stand."""
    older = [entry for entry in found.entries() if entry.format < _current(entry.model)]
    if not older:
        return []
    count = "1 entry is" if len(older) == 1 else f"{len(older)} entries are"
    current = max(_current(entry.model) for entry in older)
    why = f"{count} in an older format than {current}, the current one."
    return [Problem(min(e.file for e in older), 1, "", why, f"{_RUN_FIX} It loses nothing.")]


def _current(model: Model) -> int:
    return find_format(model.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def _stray(file: str, written: str, right: str) -> Problem:
    if written.replace("\r\n", "\n") == right:
        return Problem(file, 1, "", "The file has Windows line endings (CR LF).", _RUN_FIX)
    ours, theirs = written.splitlines(), right.splitlines()
    pairs = zip([*ours, ""], [*theirs, ""], strict=False)
    strays = ((n, p) for n, p in enumerate(pairs, start=1) if p[0] != p[1])
    # Where no line differs, the last one does not end.
    line, (is_so, should) = next(strays, (len(ours), (ours[-1] if ours else "", "")))
    marked = differences(is_so, should) if max(len(is_so), len(should)) < _COMPARED else ""
    marked = marked if marked != should else ""  # white space alone
    why = "The file is not in the standard form."
    return Problem(file, line, "", why, _RUN_FIX, should, marked, label="Standard form")


def _remark(file: str, comment: Comment) -> Problem:
    why = f"'#' begins a comment, so {comment.words!r} is not part of the value."
    what_to_do = "Put the value in quotation marks, or a space behind the '#' of a comment."
    return Problem(file, comment.line, "", why, what_to_do)


def fix(folder: Path, texts: Mapping[str, Text]) -> tuple[list[Written], list[Problem]]:
    """Write form, offsets and word counts; return what was written, and what could not be.

    A curator's comments stay. A file where one may be the end of a value is left alone. Nobody else
    writes meanwhile, and a change of several entries that was cut short is finished first.
    """
    remove_abandoned(folder, *watched(folder))
    with hold_corpus(folder):
        return _fix(folder, texts)


def _fix(folder: Path, texts: Mapping[str, Text]) -> tuple[list[Written], list[Problem]]:
    found, _ = corpus_reader.read(folder)
    fixed, unwritten = [], []
    for entry in found.entries():
        if entry.unread:  # a draft that cannot be read would be lost
            continue
        model = entry.model
        if entry is found.articles.get(model.id):
            model = _with_offsets(model, texts)
        written = _read_again(entry, folder)
        if written is None or _cuts(entry.file, written.decode()):
            continue  # what somebody wrote meanwhile is not written over
        text = keep_comments(written.decode(), canonical.write(model))
        if written == text.encode():
            continue
        try:  # one at a time: each is whole by itself
            write_jointly(folder, [FileChange(entry.file, text, entry.digest)])
        except FolderError:
            continue  # likewise
        except OSError as error:
            unwritten.append(_explain_unwritten(entry, error))
            continue
        right = keep_comments(written.decode(), canonical.write(entry.model, entry.format))
        strays = written != right.encode()
        changes = [
            *_upgrade(entry.format, _current(model)),
            *_changes(entry.model, model, strays=strays),
        ]
        fixed.append(Written(entry.file, ", ".join(changes)))
    return fixed, unwritten


def _explain_unwritten(entry: Entry[Any], error: OSError) -> Problem:
    why = f"This file cannot be rewritten, and is as it was: {error.strerror or error}."
    return Problem(entry.file, 0, "", why, find_what_to_do(error, "Put that right."))


def _upgrade(number: int, current: int) -> Iterator[str]:
    if number != current:
        yield f"format {current}"


def _changes(old: Model, new: Model, *, strays: bool) -> Iterator[str]:
    if strays:
        yield "standard form"
    for name in ("words", "statements"):
        was, held = getattr(old, name, None), getattr(new, name, None)
        if was != held:
            yield f"words: {held}" if name == "words" else "offsets of quotes"


def _with_offsets(article: Article, texts: Mapping[str, Text]) -> Article:
    """Write where quotes stand; what only an earlier text prints, in that."""
    text = texts.get(article.fingerprint)
    if text is None:
        return article
    statements = tuple(_located(s, texts.get(s.printed_in or "", text)) for s in article.statements)
    return article.model_copy(update={"statements": statements, "words": text.words})


def _located(statement: Statement, text: Text) -> Statement:
    """Write where each quote stands; one that is not found keeps what it has."""
    quotes = []
    for quote in statement.quotes:
        spans = locate(text, quote)
        if not isinstance(spans, NotFound):
            quote = quote.model_copy(update={"start": spans[0].start, "end": spans[-1].end})  # noqa: PLW2901
        quotes.append(quote)
    return statement.model_copy(update={"quotes": tuple(quotes)})
