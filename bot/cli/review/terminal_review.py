"""One review of a text: candidate by candidate, with each decision on disk when it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from rich.text import Text as Styled

from bot.cli.review import candidate_edits
from bot.cli.review.add_summary import NO_DRAFTS, summarize_added
from bot.cli.review.curator_terminal import Back, CuratorTerminal, Quit
from bot.cli.words_left import tell_words_left
from knowledge.corpus import IntakeError
from knowledge.intake.add import AddedText, read_article
from knowledge.intake.read import write_slice
from knowledge.intake.review import (
    CuratorVerdict,
    Decision,
    Review,
    begin_review,
    change_decision,
    find_head_problem,
    give_head,
)
from knowledge.text import fold, printed_date, unsure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.intake.add import Library
    from knowledge.intake.read import Candidate, Head

_KEYS: Final = (
    "[a]ccept  [c]hange  s[t]ance  [w]ords  [s]kip  skip the [r]est  [h]ead  [u]ndo  [q]uit"
)
_ALL_DECIDED: Final = "Every proposal is decided: [w]rite  [u]ndo  [q]uit"
_HEAD: Final = {
    "headline": "title",
    "outlet": "publisher",
    "agency": "agency",
    "byline": "byline",
    "address": "url",
    "published": "published",
}
_ASKED: Final = ("headline", "outlet", "byline")  # where the text's own is not found
_FIRST_LINES: Final = 15


def review_article(
    library: Library,
    content: bytes,
    given: Head,
    *,
    review: bool = False,
    terminal: CuratorTerminal | None = None,
) -> None:
    """Review the candidates of a text; after a quit, the same command goes on."""
    terminal = terminal or CuratorTerminal()
    reviewing = _TextReview(terminal, library, content, given, again=review)
    try:
        added = reviewing.decide_all()
    except Quit:
        terminal.say("Stopped. Every decision is kept. Run the same command again to go on.")
        return
    for line in summarize_added(added):
        terminal.say(line.replace(" draft statement", " statement"))
    if review and added.outcome == "same":
        terminal.say(NO_DRAFTS)


@dataclass
class _TextReview:
    """Asks about one text until all is decided."""

    terminal: CuratorTerminal
    library: Library
    content: bytes
    given: Head
    again: bool

    def decide_all(self) -> AddedText:
        """Ask about every candidate, and write what was accepted when the curator says so."""
        begun = self._begin()
        if isinstance(begun, Review):
            begun = self._ask_head(begun)
        if isinstance(begun, AddedText):
            return begun
        if begun.on_record and begun.on_record.outcome == "same" and not begun.candidates:
            return begun.on_record
        _show_progress(self.terminal, begun)
        while True:
            while (at := begun.next) is not None:
                _show(self.terminal, begun, at)
                begun = self._decide(begun, at)
            if self._is_done(begun):
                return begun.finish()

    def _begin(self) -> Review | AddedText:
        """Begin; ask for the day of publication if neither the text nor an option gives it."""
        while True:
            try:
                return begin_review(self.library, self.content, self.given, again=self.again)
            except IntakeError as error:
                if "--published" not in str(error):
                    raise
                self._give("published")

    def _again(self) -> Review:
        """Begin again with the changed head; the journal holds the decisions."""
        begun = self._begin()
        if isinstance(begun, AddedText):
            msg = "a text under review is not yet on record"
            raise TypeError(msg)
        return begun

    def _give(self, label: str, lines: Iterable[str] = ()) -> None:
        """Ask for one field of the head, and keep it; an empty answer means none is printed."""
        while True:
            typed = self.terminal.ask(
                "published, such as 2024-02-16" if label == "published" else label, lines
            )
            if wrong := self._wrong(label, typed):
                self.terminal.say(wrong)
            else:
                give_head(self.library, self.content, _HEAD[label], typed)
                return

    def _wrong(self, label: str, typed: str) -> str | None:
        """Return what is wrong with a field: not a day, or words that the text does not print."""
        if label == "published":
            two = unsure(typed)
            why = f"Two days are possible: {two}" if two else f'"{typed}" is not a day'
            if printed_date(typed):
                return find_head_problem(self.library, self.content, "published", typed)
            return f"{why}. Write it as 2024-02-16."
        if label == "address" or fold(typed) in read_article(self.content, self.given).text.folded:
            return None
        return f'The text does not print "{typed}". Copy it as printed, or leave it empty.'

    def _ask_head(self, begun: Review) -> Review:
        """Ask once for what was not found in a new text."""
        missing = [
            label
            for label in _ASKED
            if begun.is_new
            and not getattr(begun.head, _HEAD[label])
            and _HEAD[label] not in begun.journal.head
        ]
        if missing:
            self.terminal.say(
                "Not found in the text: type it as printed. Enter alone: not printed."
            )
        for label in missing:
            self._give(label, _list_first_lines(begun))
        return self._again() if missing else begun

    def _change_head(self, begun: Review) -> Review:
        for label, name in _HEAD.items():
            value = getattr(begun.head, name)
            self.terminal.say(
                f"  {label:<10}{value.to if name == 'published' and value else value}"
            )
        self._give(self.terminal.pick("change", _HEAD), _list_first_lines(begun))
        return self._again()

    def _decide(self, review: Review, at: int) -> Review:
        """Ask once about a candidate; return the review to go on with."""
        key = self.terminal.key(_KEYS, "actwsrhuq")
        try:
            if key == "h":
                return self._change_head(review)
            _KEYED[key](self.terminal, review, at)
        except Back:
            self.terminal.say("Nothing was changed.")
        return review

    def _is_done(self, review: Review) -> bool:
        """Ask before anything is written, so that the last decision can still be undone."""
        count = len(review.candidates)
        key = self.terminal.key(_ALL_DECIDED, "wuq")
        if key == "w":
            return True
        _KEYED[key](self.terminal, review, count - 1)
        return False


def _list_first_lines(review: Review) -> list[str]:
    lines = [line.strip() for line in review.raw.splitlines() if line.strip()]
    return list(dict.fromkeys(lines[:_FIRST_LINES]))


def _quit(terminal: CuratorTerminal, review: Review, at: int) -> None:  # noqa: ARG001 (one shape for all keys)
    raise Quit


def _undo(terminal: CuratorTerminal, review: Review, at: int) -> None:  # noqa: ARG001 (likewise)
    terminal.say("Undone." if review.journal.undo() else "There is nothing to undo.")


def _skip(terminal: CuratorTerminal, review: Review, at: int) -> None:  # noqa: ARG001 (likewise)
    review.journal.decide(Decision(candidate=at, verdict=CuratorVerdict.SKIP))


def _skip_rest(terminal: CuratorTerminal, review: Review, at: int) -> None:  # noqa: ARG001 (likewise)
    while (following := review.next) is not None:
        review.journal.decide(Decision(candidate=following, verdict=CuratorVerdict.SKIP))


def _change(terminal: CuratorTerminal, review: Review, at: int) -> None:
    _keep(review, at, candidate_edits.ask_change(terminal, review, at))


def _choose_slice(terminal: CuratorTerminal, review: Review, at: int) -> None:
    _keep(review, at, candidate_edits.ask_slice(terminal, review, at))


def _add_stance(terminal: CuratorTerminal, review: Review, at: int) -> None:
    _keep(review, at, candidate_edits.ask_stance(terminal, review, at))


def _keep(review: Review, at: int, changes: dict[str, Any]) -> None:
    """Write a change to the journal, so that leaving now loses nothing."""
    review.journal.decide(change_decision(review.get_decision(at), changes))


def _accept(terminal: CuratorTerminal, review: Review, at: int) -> None:
    """Accept, or say what the text, the codebook or the corpus speaks against, and ask on."""
    made = review.apply(review.get_decision(at))
    if made.speaker is None and made.kind.is_own_words:
        terminal.say("The text names nobody who said it. Change the speaker, or skip it.")
        return
    if (
        made.speaker
        and made.speaker.name
        and not made.speaker.id
        and not review.get_decision(at).naming
    ):
        before = review.find_naming(made.speaker.name)
        naming = (
            before.naming
            if before
            else candidate_edits.ask_naming(terminal, review, made.speaker.name)
        )
        _keep(review, at, {"naming": naming})
    typed = terminal.ask(_label_summary(review, at), default=review.get_decision(at).summary or "")
    decision = review.get_decision(at).model_copy(
        update={"verdict": CuratorVerdict.ACCEPT, "summary": typed or None}
    )
    if problems := review.find_problems(decision):
        for why in problems:
            terminal.say(f"! {why}")
        _keep(review, at, {"summary": typed or None})
        return
    review.journal.decide(decision)


def _label_summary(review: Review, at: int) -> str:
    group = review.candidates[at].group
    beside = [d for d in review.accepted if review.candidates[d.candidate].group == group]
    if any(d.summary for d in beside):
        return "summary, in your own words (Enter: joins the statement before)"
    return "summary, in your own words (Enter: stays a draft)"


_KEYED: Final = {
    "a": _accept,
    "c": _change,
    "t": _add_stance,
    "w": _choose_slice,
    "s": _skip,
    "r": _skip_rest,
    "u": _undo,
    "q": _quit,
}


def _show_progress(terminal: CuratorTerminal, review: Review) -> None:
    """Print how the text has changed, and how many candidates are decided already."""
    if review.on_record:
        for line in (
            summarize_added(review.on_record)[:1]
            if review.on_record.outcome == "same"
            else summarize_added(review.on_record)
        ):
            terminal.say(line.replace("; nothing was changed", ""))
    if review.decided:
        terminal.say(f"Going on: {review.decided} of {len(review.candidates)} are decided.")


def _show(terminal: CuratorTerminal, review: Review, at: int) -> None:
    """Show a candidate in its context: the sentence bold, the words reversed."""
    made, text = review.apply(review.get_decision(at)), review.text
    around = text.around(made.whole)
    shown = Styled(text[around])
    shown.stylize("bold", made.sentence.start - around.start, made.sentence.end - around.start)
    for run in (made.whole,) if made.kind.is_own_words else made.clause:
        shown.stylize("reverse", run.start - around.start, run.end - around.start)
    terminal.say(f"\n{at + 1} of {len(review.candidates)}   {tell_words_left(review.budget.left)}")
    terminal.console.print(shown)
    for label, value in _list_proposals(review, made, review.get_decision(at)):
        terminal.say(f"  {label:<11}{value}")


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
    if opened.note:
        yield "note", opened.note
    for stance in opened.stances:
        condition = f": {stance.condition}" if stance.condition else ""
        yield "stance", f"{stance.holder} {stance.value} {stance.issue}{condition}"


def _list_speaker(review: Review, made: Candidate) -> Iterable[tuple[str, str]]:
    speaker = made.speaker
    if speaker is None:
        yield "speaker", "nobody" if made.kind.is_own_words else "the outlet itself"
        return
    decided = review.find_naming(speaker.name) if speaker.name and not speaker.id else None
    naming = decided.naming if decided else None
    known = speaker.id or (naming and (naming.entity or naming.alias_of)) or "not on record"
    yield "speaker", f"{speaker.name or speaker.description} ({known})"
    yield "named by", review.text[speaker.printed]
    if speaker.refers_to:
        yield "refers to", speaker.refers_to
    if speaker.as_:
        yield "as", speaker.as_
