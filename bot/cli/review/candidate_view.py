"""What the terminal shows of a review: a candidate in its context, the list of all, the budget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text as Styled

from bot.cli.review.add_summary import summarize_added
from bot.cli.words_left import tell_words_left
from knowledge.intake.read import write_slice
from knowledge.intake.review import CuratorVerdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.cli.review.curator_terminal import CuratorTerminal
    from knowledge.intake.read import Candidate
    from knowledge.intake.review import Decision, Review, Spent, Weight

VERDICTS: Final = {
    CuratorVerdict.OPEN: "",
    CuratorVerdict.ACCEPT: "accepted",
    CuratorVerdict.SKIP: "skipped",
    CuratorVerdict.REFUSE: "not a quote",
}
_SHOWN: Final = 60  # characters of a quotation in a list
_LARGEST: Final = 3  # quotations that are named where the budget is full


def show_progress(terminal: CuratorTerminal, review: Review) -> None:
    """Print how the text has changed, and how many candidates are decided already."""
    if review.on_record:
        lines = summarize_added(review.on_record)
        for line in lines[:1] if review.on_record.outcome == "same" else lines:
            terminal.say(line.replace("; nothing was changed", ""))
    if review.decided:
        terminal.say(f"Going on: {review.decided} of {len(review.candidates)} are decided.")


def show_candidate(terminal: CuratorTerminal, review: Review, at: int) -> None:
    """Show a candidate in its context: the sentence bold, the words reversed."""
    made, text = review.apply(review.get_decision(at)), review.text
    around = text.around(made.whole)
    shown = Styled(text[around])
    shown.stylize("bold", made.sentence.start - around.start, made.sentence.end - around.start)
    for run in (made.whole,) if made.kind.is_own_words else made.clause:
        shown.stylize("reverse", run.start - around.start, run.end - around.start)
    verdict = VERDICTS[review.get_verdict(at)]
    terminal.say(f"\n{at + 1} of {len(review.candidates)}{f'   {verdict}' if verdict else ''}")
    terminal.say(tell_weight(review, review.weigh(at)))
    terminal.console.print(shown)
    for label, value in _list_proposals(review, made, review.get_decision(at)):
        terminal.say(f"  {label:<11}{value}")


def show_list(terminal: CuratorTerminal, review: Review) -> None:
    """Show every candidate on a line, with what was decided of it."""
    for at in range(len(review.candidates)):
        made = review.apply(review.get_decision(at))
        who = made.speaker.key if made.speaker else "nobody"
        words = _shorten(made.exact(review.text))
        terminal.say(f"{at + 1:>4}  {VERDICTS[review.get_verdict(at)]:<12}{who}: {words}")


def show_budget(terminal: CuratorTerminal, review: Review) -> None:
    """Show what spends the quotation budget, the most narration first."""
    spent = review.list_spending()
    for one in spent:
        terminal.say(f"  {_tell_spent(review, one)}")
    if not spent:
        terminal.say("Nothing is quoted yet.")


def tell_weight(review: Review, weight: Weight) -> str:
    """Return what words take and leave of the budget; where they are too many, what to shorten."""
    takes = f"takes {_count(weight.quoted)}" + (
        f", {weight.narration} of them as narration" * bool(weight.narration)
    )
    if not weight.over:
        return f"{takes}; {tell_words_left(weight.left)}"
    largest = "; ".join(_tell_spent(review, one) for one in review.list_spending()[:_LARGEST])
    shorten = f" Shorten it or one of these: {largest}." if largest else " Shorten it."
    return f"! {takes}, {_count(weight.over)} over the article's quotation limit.{shorten}"


def _tell_spent(review: Review, one: Spent) -> str:
    by = one.by
    if isinstance(by, int):
        made = review.apply(review.get_decision(by))
        by = f"{by + 1} ({_shorten(made.exact(review.text), 30)})"
    return f"{by} takes {_count(one.quoted)}, {one.narration} as narration"


def _count(words: int) -> str:
    return "1 word" if words == 1 else f"{words:,} words"


def _shorten(words: str, size: int = _SHOWN) -> str:
    return words if len(words) <= size else f"{words[: size - 1].rstrip()}…"


def _list_proposals(review: Review, made: Candidate, opened: Decision) -> Iterable[tuple[str, str]]:
    if no_quote := review.candidates[opened.candidate].no_quote:
        yield "no quote", no_quote
    if made.clause:
        yield "clause" if made.quotation else "words", write_slice(review.text, made.clause)
    yield from _list_speaker(review, made)
    yield "cue", made.cue or "none"
    yield "sourcing", f"{made.sourcing}{f', via {made.via}' if made.via else ''}"
    if made.said:
        yield "said", f"{made.said.from_} to {made.said.to} ({made.said.basis})"
    yield "holder", made.holder or "none"
    yield "issues", ", ".join(made.issues) or "none named"
    yield from _list_decided(review, opened)


def _list_decided(review: Review, opened: Decision) -> Iterable[tuple[str, str]]:
    """Yield what only a curator gives."""
    if opened.post:
        yield "post", f"{opened.post.title}, {opened.post.organization}"
    if opened.event:
        yield "event", opened.event
    if opened.note:
        yield "note", opened.note
    for stance in opened.stances:
        condition = f": {stance.condition}" if stance.condition else ""
        yield "stance", f"{stance.holder} {stance.value} {stance.issue}{condition}"
    if beside := review.find_statement(opened.candidate):
        yield "with", ", ".join(str(d.candidate + 1) for d in beside)
    if opened.summary:
        yield "summary", opened.summary


def _list_speaker(review: Review, made: Candidate) -> Iterable[tuple[str, str]]:
    speaker = made.speaker
    if speaker is None:
        yield "speaker", "nobody" if made.kind.is_own_words else "the outlet itself"
        return
    decided = review.find_naming(speaker.name) if speaker.name and not speaker.id else None
    naming = decided.naming if decided else None
    known = speaker.id or (naming and (naming.entity or naming.alias_of)) or "not on record"
    yield "speaker", f"{speaker.name or speaker.description or _name(review, known)} ({known})"
    yield "named by", review.text[speaker.printed]
    if speaker.refers_to:
        yield "refers to", speaker.refers_to
    if speaker.as_:
        yield "as", speaker.as_


def _name(review: Review, entity: str) -> str:
    """Return the name on record of an entity that the curator chose."""
    entry = review.corpus.people.get(entity) or review.corpus.organizations.get(entity)
    return entry.model.name if entry else entity
