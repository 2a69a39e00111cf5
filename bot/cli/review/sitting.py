"""The review in the terminal: one candidate at a time, each decision on disk when it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from rich.text import Text as Styled

from bot.cli.review import changes
from bot.cli.review.added_text import added_text
from bot.cli.review.prompts import Back, Desk, Quit
from knowledge.check_corpus.article_budget import NARRATION_SHARE, QUOTED_SHARE
from knowledge.corpus.errors import IntakeError
from knowledge.intake.add.article_store import AddedText
from knowledge.intake.add.incoming_article import read_article
from knowledge.intake.read import slices
from knowledge.intake.review.decisions import CuratorVerdict, Decision
from knowledge.intake.review.review_session import Review, begin_review, give_head
from knowledge.text.article_text import fold
from knowledge.text.head_dates import printed_date, unsure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.intake.add.library import Library
    from knowledge.intake.read.candidate import Candidate
    from knowledge.intake.read.head import Head

_KEYS: Final = (
    "[a]ccept  [c]hange  s[t]ance  [w]ords  [s]kip  skip the [r]est  [h]ead  [u]ndo  [q]uit"
)
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


def curate(
    library: Library, content: bytes, given: Head, *, review: bool = False, desk: Desk | None = None
) -> None:
    """Review a text's candidates; quit at any time, and the same command goes on."""
    desk = desk or Desk()
    sitting = _Sitting(desk, library, content, given, again=review)
    try:
        added = sitting.sit()
    except Quit:
        desk.say("stopped: what was decided is kept; run the same command to go on")
        return
    for line in added_text(added):
        desk.say(line.replace(" draft statement", " statement"))


@dataclass
class _Sitting:
    """One sitting over one text."""

    desk: Desk
    library: Library
    content: bytes
    given: Head
    again: bool

    def sit(self) -> AddedText:
        """Go through all candidates, and write what was accepted once the curator says so."""
        begun = self._begin()
        if isinstance(begun, Review):
            begun = self._ask_head(begun)
        if isinstance(begun, AddedText):
            return begun
        _open(self.desk, begun)
        while True:
            while (at := begun.next) is not None:
                _show(self.desk, begun, at)
                begun = self._decide(begun, at)
            if self._is_done(begun):
                return begun.finish()

    def _begin(self) -> Review | AddedText:
        """Begin; ask for the day of publication where neither the text nor an option gives it."""
        while True:
            try:
                return begin_review(self.library, self.content, self.given, again=self.again)
            except IntakeError as error:
                if "--published" not in str(error):
                    raise
                self._give("published")

    def _again(self) -> Review:
        """Begin anew with what was given of the head; the decisions are in the journal."""
        begun = self._begin()
        if isinstance(begun, AddedText):
            msg = "a text under review is not yet on record"
            raise TypeError(msg)
        return begun

    def _give(self, label: str, lines: Iterable[str] = ()) -> None:
        """Ask for one field of the head, and keep the answer; an empty one says: none printed."""
        while True:
            typed = self.desk.ask(
                "published (2024-02-16)" if label == "published" else label, lines
            )
            if wrong := self._wrong(label, typed):
                self.desk.say(wrong)
            else:
                give_head(self.library, self.content, _HEAD[label], typed)
                return

    def _wrong(self, label: str, typed: str) -> str | None:
        """Say what of the head cannot be kept: no day, or words that the text does not print."""
        if label == "published":
            two = unsure(typed) or f"{typed!r} is no day"
            return None if printed_date(typed) else f"{two}: write it as 2024-02-16"
        if label == "address" or fold(typed) in read_article(self.content, self.given).text.folded:
            return None
        return f"the text does not print {typed!r}: copy it as printed, or leave it empty"

    def _ask_head(self, begun: Review) -> Review:
        """Ask for what is not found in a new text, once."""
        missing = [
            label
            for label in _ASKED
            if begun.is_new
            and not getattr(begun.head, _HEAD[label])
            and _HEAD[label] not in begun.journal.head
        ]
        if missing:
            self.desk.say("not found in the text; Tab completes from it, Enter: it prints none")
        for label in missing:
            self._give(label, _lines(begun))
        return self._again() if missing else begun

    def _change_head(self, begun: Review) -> Review:
        for label, name in _HEAD.items():
            value = getattr(begun.head, name)
            self.desk.say(f"  {label:<10}{value.to if name == 'published' and value else value}")
        self._give(self.desk.pick("change", _HEAD), _lines(begun))
        return self._again()

    def _decide(self, review: Review, at: int) -> Review:
        """Ask about one candidate once; return the review to go on with."""
        key = self.desk.key(_KEYS, "actwsrhuq")
        try:
            if key == "h":
                return self._change_head(review)
            _KEYED[key](self.desk, review, at)
        except Back:
            self.desk.say("nothing was changed")
        return review

    def _is_done(self, review: Review) -> bool:
        """Ask before anything is written: the last decision can be undone too."""
        count = len(review.candidates)
        key = self.desk.key(f"all {count} are decided: [w]rite  [u]ndo  [q]uit", "wuq")
        if key == "w":
            return True
        _KEYED[key](self.desk, review, count - 1)
        return False


def _lines(review: Review) -> list[str]:
    lines = [line.strip() for line in review.raw.splitlines() if line.strip()]
    return list(dict.fromkeys(lines[:_FIRST_LINES]))


def _quit(desk: Desk, review: Review, at: int) -> None:  # noqa: ARG001 (one shape for all keys)
    raise Quit


def _undo(desk: Desk, review: Review, at: int) -> None:  # noqa: ARG001 (likewise)
    desk.say("undone" if review.journal.undo() else "nothing to undo")


def _skip(desk: Desk, review: Review, at: int) -> None:  # noqa: ARG001 (likewise)
    review.journal.decide(Decision(candidate=at, verdict=CuratorVerdict.SKIP))


def _skip_rest(desk: Desk, review: Review, at: int) -> None:  # noqa: ARG001 (likewise)
    while (following := review.next) is not None:
        review.journal.decide(Decision(candidate=following, verdict=CuratorVerdict.SKIP))


def _change(desk: Desk, review: Review, at: int) -> None:
    _keep(review, at, changes.change(desk, review, at))


def _words(desk: Desk, review: Review, at: int) -> None:
    _keep(review, at, changes.words(desk, review, at))


def _stance(desk: Desk, review: Review, at: int) -> None:
    _keep(review, at, changes.stance(desk, review, at))


def _keep(review: Review, at: int, changes: dict[str, Any]) -> None:
    """Note a change in the journal, so that leaving now loses none of it."""
    opened = review.get_decision(at)
    cleared = {*opened.cleared, *changes.pop("cleared", ())} - set(changes)
    data = opened.model_dump(by_alias=True) | changes | {"cleared": tuple(sorted(cleared))}
    review.journal.decide(Decision.model_validate(data | {"verdict": CuratorVerdict.OPEN}))


def _accept(desk: Desk, review: Review, at: int) -> None:
    """Accept, unless text, codebook or corpus does not bear it out: then say why, and ask on."""
    made = review.apply(review.get_decision(at))
    if made.speaker is None and made.quotation:
        desk.say("nobody is printed as saying it: change the speaker, or skip it")
        return
    if (
        made.speaker
        and made.speaker.name
        and not made.speaker.id
        and not review.get_decision(at).naming
    ):
        before = review.find_naming(made.speaker.name)
        naming = before.naming if before else changes.name(desk, review, made.speaker.name)
        _keep(review, at, {"naming": naming})
    typed = desk.ask(_summary_label(review, at), default=review.get_decision(at).summary or "")
    decision = review.get_decision(at).model_copy(
        update={"verdict": CuratorVerdict.ACCEPT, "summary": typed or None}
    )
    if problems := review.find_problems(decision):
        for why in problems:
            desk.say(f"! {why}")
        _keep(review, at, {"summary": typed or None})
        return
    review.journal.decide(decision)


def _summary_label(review: Review, at: int) -> str:
    group = review.candidates[at].group
    beside = [d for d in review.accepted if review.candidates[d.candidate].group == group]
    if any(d.summary for d in beside):
        return "summary, in your own words (empty: joins the statement before)"
    return "summary, in your own words (empty: stays a draft)"


_KEYED: Final = {
    "a": _accept,
    "c": _change,
    "t": _stance,
    "w": _words,
    "s": _skip,
    "r": _skip_rest,
    "u": _undo,
    "q": _quit,
}


def _open(desk: Desk, review: Review) -> None:
    """Say what is known before the first candidate: a changed text, and what is decided."""
    if review.told:
        for line in (
            added_text(review.told)[:1]
            if review.told.outcome == "same"
            else added_text(review.told)
        ):
            desk.say(line.replace("; nothing was changed", ""))
    if review.decided:
        desk.say(f"going on: {review.decided} of {len(review.candidates)} are decided")


def _show(desk: Desk, review: Review, at: int) -> None:
    """Show a candidate in its context: its sentence bold, its words reversed."""
    made, text = review.apply(review.get_decision(at)), review.text
    around = text.around(made.whole)
    shown = Styled(text[around])
    shown.stylize("bold", made.sentence.start - around.start, made.sentence.end - around.start)
    for run in made.clause if made.quotation is None else (made.whole,):
        shown.stylize("reverse", run.start - around.start, run.end - around.start)
    desk.say(f"\n{at + 1} of {len(review.candidates)}   {_used(review)}")
    desk.console.print(shown)
    for label, value in _proposals(review, made, review.get_decision(at)):
        desk.say(f"  {label:<11}{value}")


def _used(review: Review) -> str:
    narrated, quoted = review.budget.used
    return (
        f"quoted {quoted:.0%} of {QUOTED_SHARE:.0%},"
        f" narration {narrated:.0%} of {NARRATION_SHARE:.0%}"
    )


def _proposals(review: Review, made: Candidate, opened: Decision) -> Iterable[tuple[str, str]]:
    if no_quote := review.candidates[opened.candidate].no_quote:
        yield "no quote", no_quote
    if made.clause:
        yield "clause" if made.quotation else "words", slices.write_slice(review.text, made.clause)
    yield from _speaker(review, made)
    yield "cue", made.cue or "none"
    yield "sourcing", f"{made.sourcing}{f', via {made.via}' if made.via else ''}"
    if made.said:
        yield "said", f"{made.said.from_} to {made.said.to} ({made.said.basis})"
    yield "holder", made.holder or "none"
    yield "issues", ", ".join(made.issues) or "none named"
    for stance in opened.stances:
        condition = f": {stance.condition}" if stance.condition else ""
        yield "stance", f"{stance.holder} {stance.value} {stance.issue}{condition}"


def _speaker(review: Review, made: Candidate) -> Iterable[tuple[str, str]]:
    speaker = made.speaker
    if speaker is None:
        yield "speaker", "nobody" if made.quotation else "the outlet itself"
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
