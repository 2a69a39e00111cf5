"""Drafts: the statements that candidates become, or the reason why not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from knowledge.check_corpus.article_budget import ArticleBudget
from knowledge.corpus import model
from knowledge.corpus.errors import IntakeError
from knowledge.corpus.model import QuoteKind, Sourcing
from knowledge.intake.read import slices
from knowledge.intake.read.reading_limits import limit_time
from knowledge.text import folding
from knowledge.text.article_text import fold
from knowledge.text.end_marks import strip_end_marks
from knowledge.text.locating import stands_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.check_corpus.article_check import ArticleCheck
    from knowledge.corpus.errors import Fault
    from knowledge.intake.read.candidate import Candidate
    from knowledge.intake.read.head import Head
    from knowledge.text.article_text import Span, Text

_HEAD: Final = {"agency", "publisher", "title", "byline", "url", "form"}  # which may be empty
_NOTHING: Final = "all of the text, because nothing in it reads as somebody's words."
_NO_ROOM: Final = "The article's quotation limit has no room for it."
MOST_DRAFTS: Final = 500  # an entry has half of what can be read again, and room for a curator
UNWORDED: Final = "To be worded by a curator."
_ID: Final = 44  # characters of an article's id, so that its statements' ids fit


def make_slug(words: str, length: int = _ID) -> str:
    """Return words as an id: lower case with hyphens, cut between words at `length`."""
    folded = " ".join(map(folding.fold, words.split()))  # word by word: a title stays
    plain = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
    return (
        plain if len(plain) <= length else plain[: length + 1].rpartition("-")[0] or plain[:length]
    )


def make_article_id(head: Head, text: Text) -> str:
    """Return an id from outlet, month and headline; without a headline, from the fingerprint."""
    month = head.published.to.strftime("%Y-%m") if head.published else ""
    parts = [
        make_slug(head.publisher or head.agency or "", 16),
        month,
        make_slug(head.title or "", 24),
    ]
    made = "-".join(part for part in parts if part)
    return made if head.title else f"{made}-{text.fingerprint[:8]}".strip("-")


def make_article(head: Head, text: Text, name: str) -> model.Article:
    """Return an entry without statements; the head must have a date."""
    if head.published is None:
        msg = "an article needs the day it was published"
        raise ValueError(msg)
    folded = text.folded
    return model.Article(
        id=name,
        agency=_keep_printed(head.agency, folded),
        publisher=_keep_printed(head.publisher, folded),
        title=_keep_printed(head.title, folded),
        byline=_keep_printed(head.byline, folded),
        url=head.url,
        published=_date_article(head.published, folded),
        fingerprint=text.fingerprint,
        words=text.words,
    )


def _keep_printed(words: str | None, folded: str) -> str | None:
    """Return the words if the text prints them: an entry says no more than its text."""
    return words if words and is_printed(words, folded) else None


def is_printed(words: str, folded: str) -> bool:
    return fold(words) in folded


def _date_article(published: model.Interval, folded: str) -> model.Interval:
    printed = fold(published.printed or "").casefold()
    if published.basis != "printed" or stands_in(printed, folded.casefold()):
        return published
    why = "date inferred from an outside fact: given by the curator who added the text"
    return model.Interval(from_=published.from_, to=published.to, basis=why)


def make_statements(
    made: Iterable[Candidate], text: Text, name: str, *, draft: bool = True
) -> list[model.Statement]:
    """Return one statement for each attribution."""
    groups: dict[tuple[int, str], list[Candidate]] = {}
    for candidate in made:
        if candidate.no_quote is None:
            key = candidate.group, candidate.speaker.key if candidate.speaker else ""
            groups.setdefault(key, []).append(candidate)
    parted = [part for group in groups.values() for part in split_jointly_said(group)]
    return [
        make_statement(group, text, f"{name}-{number}", draft=draft)
        for number, group in enumerate(parted, start=1)
    ]


def split_jointly_said(group: list[Candidate]) -> Iterator[list[Candidate]]:
    """Yield a group once for each speaker: "the two governments" are two."""
    speaker = group[0].speaker
    if speaker is None or not speaker.jointly:
        yield group
        return
    for own in speaker.jointly:
        holder = own.id if own.kind is model.Kind.ORGANIZATION else own.of
        yield [replace(c, speaker=own, holder=holder) for c in group]


def make_statement(
    group: list[Candidate], text: Text, name: str, *, draft: bool, summary: str = UNWORDED
) -> model.Statement:
    first = group[0]
    if first.said is None:
        msg = "a candidate that is a quote has a date"
        raise ValueError(msg)
    return model.Statement(
        id=name,
        draft=draft,
        said=first.said,
        speaker=_make_speaker(first),
        on_behalf_of=first.holder if first.speaker else None,
        sourcing=first.sourcing,
        via=first.via,
        summary=summary,
        quotes=tuple(_make_quotes(group, text)),
    )


def _make_speaker(made: Candidate) -> model.Speaker | None:
    """Return the speaker; describe a name that the corpus does not know as printed."""
    speaker = made.speaker
    if speaker is None or made.sourcing is Sourcing.OUTLET:
        return None
    as_ = strip_end_marks(speaker.as_ or "") or None
    if speaker.id:
        return model.Speaker(id=speaker.id, as_=as_)
    described = speaker.description or speaker.name
    of = speaker.of if speaker.description else None
    return model.Speaker(id=None, description=described, as_=as_, of=of)


def _make_quotes(group: list[Candidate], text: Text) -> Iterator[model.Quote]:
    """Yield a speaker's own words, then each run of narration once."""
    for made in group:
        if made.quotation:
            yield _make_spoken_quote(QuoteKind.DIRECT, made, made.quotation.words, text)
        elif made.speech:
            yield _make_spoken_quote(QuoteKind.LABELED, made, made.speech, text)
    for clause, made in {c.clause: c for c in group if c.clause}.items():
        yield _make_narration(made, clause, text)


def _make_spoken_quote(kind: QuoteKind, made: Candidate, words: Span, text: Text) -> model.Quote:
    return model.Quote(
        kind=kind,
        exact=text.printed(words),
        start=words.start,
        end=words.end,
        **_read_attribution(made, text),
    )


def _make_narration(made: Candidate, clause: tuple[Span, ...], text: Text) -> model.Quote:
    return model.Quote(
        kind=QuoteKind.NARRATION,
        exact=slices.write_slice(text, clause),
        start=clause[0].start,
        end=clause[-1].end,
        **_read_attribution(made, text),
    )


def _read_attribution(made: Candidate, text: Text) -> dict[str, str | None]:
    speaker = made.speaker
    if speaker is None:
        return {"attribution": None, "refers_to": made.refers_to}
    refers_to = speaker.refers_to and text.as_printed(speaker.refers_to)
    return {"attribution": text.printed(speaker.printed), "refers_to": refers_to}


def keep_passing(
    entry: model.Article, text: Text, check: ArticleCheck, base: model.Article | None = None
) -> tuple[model.Article, list[str]]:
    """Return the entry without what does not pass the check, and the reasons.

    What it begins with, if it goes on from a `base`, is the curator's own and stays as it is.
    Raises IntakeError where the rest cannot be written: where its day of publication is wrong.
    """
    faults = _find_new_faults(entry, text, check, base)
    wrong: dict[object, list[Fault]] = defaultdict(list)
    for fault in faults:
        if fault.where[0] == "statements" and fault.where[1:]:
            wrong[fault.where[1]].append(fault)
    budget, staying = ArticleBudget(text), len(base.statements) if base else 0
    kept, left_out = list(entry.statements[:staying]), list[str]()
    for one in kept:
        budget.add_statement(one)
    for i, one in enumerate(entry.statements[staying:], start=staying):
        # One by one: a fault of one refutes no other, but all share the budget.
        own = wrong[i]
        part = _drop_quotes(one, own) if own else one
        has_room = part is not None and budget.take(part)
        if part and has_room:
            kept.append(part)
        if own or not has_room:
            left_out.append(_explain_left_out(one, own[0] if own else None))
    passing, emptied = _mend_head(entry, text, faults)
    if not (left_out or emptied):
        return entry, []
    passing = passing.model_copy(update={"statements": tuple(kept)})
    passing, more = keep_passing(passing, text, check, base)  # they may bear on one another
    return passing, [*left_out, *emptied, *more]


def _find_new_faults(
    entry: model.Article, text: Text, check: ArticleCheck, base: model.Article | None
) -> list[Fault]:
    known = {fault.why for fault in check.find_faults(base, text)} if base else set()
    return [fault for fault in check.find_faults(entry, text) if fault.why not in known]


def _drop_quotes(statement: model.Statement, faults: list[Fault]) -> model.Statement | None:
    """Return a statement without the quotes that are wrong; None where more than these is."""
    wrong = {fault.where[3] for fault in faults if fault.where[2:3] == ("quotes",)}
    others = tuple(quote for i, quote in enumerate(statement.quotes) if i not in wrong)
    whole = statement.stances or any(fault.where[2:3] != ("quotes",) for fault in faults)
    return None if whole or not others else statement.model_copy(update={"quotes": others})


def _explain_left_out(statement: model.Statement, fault: Fault | None) -> str:
    """Return what is left out and why, as one line."""
    which = fault.where[3] if fault and fault.where[2:3] == ("quotes",) else 0
    words = statement.quotes[int(which)].exact[:60] if statement.quotes else statement.id
    return f"{words!r}: {fault.why if fault else _NO_ROOM}"


def _mend_head(
    entry: model.Article, text: Text, faults: list[Fault]
) -> tuple[model.Article, list[str]]:
    """Return the entry without what its head claims and the text does not bear out."""
    told = {str(f.where[0]): f for f in reversed(faults) if f.where[:1] != ("statements",)}
    mended: dict[str, int | None] = {"words": text.words} | dict.fromkeys(_HEAD & told.keys())
    for name, fault in told.items():
        if name not in mended:
            field = ".".join(map(str, fault.where))
            msg = f"{field}: {fault.why} {fault.what_to_do}"
            raise IntakeError(msg)
    return entry.model_copy(update=mended), [f"{name}: {f.why}" for name, f in told.items()]


@limit_time()
def draft_entry(
    head: Head, text: Text, made: list[model.Statement], name: str, check: ArticleCheck
) -> tuple[model.Article, list[str]]:
    """Return an entry of all that passes the check, and what was left out."""
    kept, spare = keep_within_budget(made, text)
    entry = make_article(head, text, name).model_copy(update={"statements": tuple(kept)})
    entry, refuted = keep_passing(entry, text, check)
    return entry, [*refuted, *spare]


def keep_within_budget(
    made: list[model.Statement], text: Text
) -> tuple[list[model.Statement], list[str]]:
    """Return the statements that the budget has room for, and a note on those it has not."""
    budget, ranked = ArticleBudget(text), sorted(made, key=_rank)
    taken = [one.id for one in ranked if budget.take(one)]
    kept = set(taken[:MOST_DRAFTS])
    notes = [
        *_note_spare(len(made) - len(taken), "the article's quotation limit is full"),
        *_note_spare(len(taken) - len(kept), f"an entry holds {MOST_DRAFTS:,} drafts at most"),
    ]
    return [s for s in made if s.id in kept], notes


def _note_spare(spare: int, why: str) -> Iterator[str]:
    if spare:
        what = "1 proposal" if spare == 1 else f"{spare} proposals"
        yield f"{what}, because {why}. --review shows all."


def explain_nothing(found: Iterable[Candidate]) -> list[str]:
    """Return why a text has no statement, a line for each reason, the most frequent first."""
    reasons = Counter(candidate.no_quote for candidate in found if candidate.no_quote)
    told = [note for why, count in reasons.most_common() for note in _note_spare(count, why)]
    return told or [_NOTHING]


def _rank(made: model.Statement) -> tuple[bool, bool, bool, bool]:
    """Return what sorts the words of a speaker before reports, and the outlet's own to the end.

    Of what stands under labels, questions come behind answers, and what a paper says of itself
    behind what it quotes of others: it has enough words to take all room.
    """
    spoken = any(quote.kind.is_own_words for quote in made.quotes)
    labeled = [quote for quote in made.quotes if quote.kind is QuoteKind.LABELED]
    asks = any(quote.exact.endswith("?") for quote in labeled)
    paper = bool(labeled) and made.sourcing is Sourcing.DOCUMENT
    return not spoken, paper, asks, made.sourcing is Sourcing.OUTLET
