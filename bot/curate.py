"""The review in the terminal: one candidate at a time, decided by keys, menus and completion."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import FuzzyWordCompleter
from rich.console import Console
from rich.text import Text as Styled

from bot.adding import told
from knowledge.errors import IntakeError
from knowledge.intake.adding import review as begin
from knowledge.intake.drafting import slug
from knowledge.intake.head import printed_date
from knowledge.intake.review import Decision, Naming, Review, Verdict
from knowledge.intake.store import Added
from knowledge.model import Basis, Interval, Sourcing, Stance, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from knowledge.intake.adding import Library
    from knowledge.intake.candidates import Candidate
    from knowledge.intake.head import Head

_KEYS: Final = "[a]ccept  [c]hange  s[t]ance  [s]kip  [u]ndo  [q]uit"
_FIELDS: Final = ("speaker", "holder", "sourcing", "via", "date")
_BASES: Final = {Sourcing.ON_RECORD: Basis.DECLARED, Sourcing.OUTLET: Basis.ASCRIBED}


class _Quit(Exception):  # noqa: N818 (no error: the curator goes)
    """The curator goes; all that was decided is kept."""


@dataclass
class Desk:
    """A terminal to ask and to show on; tests hand it a pipe and a string."""

    console: Console = field(default_factory=lambda: Console(highlight=False))
    input: Input | None = None
    output: Output | None = None

    def ask(self, label: str, words: Iterable[str] = (), default: str = "") -> str:
        """Ask for one line with completion; raise _Quit on Ctrl-C and Ctrl-D."""
        completer = FuzzyWordCompleter(sorted(words))
        session: PromptSession[str] = PromptSession(input=self.input, output=self.output)
        try:
            return session.prompt(
                f"{label} › ", completer=completer, complete_while_typing=True, default=default
            ).strip()
        except (KeyboardInterrupt, EOFError):
            raise _Quit from None

    def pick(self, label: str, words: Iterable[str], *, empty: bool = True) -> str:
        """Ask until the answer is one of the words, or nothing where that is allowed."""
        allowed = set(words)
        while True:
            picked = self.ask(label, allowed)
            if picked in allowed or (empty and not picked):
                return picked
            self.say(f"{picked!r} is none of them; Tab completes")

    def say(self, line: str = "") -> None:
        self.console.print(line, markup=False)


def curate(
    library: Library, content: bytes, given: Head, *, review: bool = False, desk: Desk | None = None
) -> None:
    """Review a text's candidates; quit at any time, and the same command goes on."""
    desk = desk or Desk()
    try:
        begun = _begin(library, content, given, desk, again=review)
        if isinstance(begun, Added):
            _tell(desk, begun)
            return
        if begun.decisions:
            desk.say(f"going on: {len(begun.decisions)} of {len(begun.candidates)} are decided")
        _decide_all(desk, begun)
        _tell(desk, begun.finish())
    except _Quit:
        desk.say("stopped: what was decided is kept; run the same command to go on")


def _begin(
    library: Library, content: bytes, given: Head, desk: Desk, *, again: bool
) -> Review | Added:
    """Begin; ask for the day of publication where neither the text nor an option gives it."""
    while True:
        try:
            return begin(library, content, given, again=again)
        except IntakeError as error:
            if "--published" not in str(error):
                raise
            typed = desk.ask("published (2024-02-16)")
            given = given.given(published=printed_date(typed))


def _tell(desk: Desk, added: Added) -> None:
    for line in told(added):
        desk.say(line.replace(" draft statement", " statement"))


def _decide_all(desk: Desk, review: Review) -> None:
    while (at := review.next) is not None:
        _show(desk, review, at)
        _decide(desk, review, at)


def _decide(desk: Desk, review: Review, at: int) -> None:
    """Ask about one candidate until it is accepted, skipped, or the one before is undone."""
    changes: dict[str, Any] = {}
    while True:
        key = desk.ask(_KEYS)[:1].lower()
        if key == "q":
            raise _Quit
        if key == "u":
            undone = review.undo()
            desk.say("undone" if undone else "nothing to undo")
            return
        if key == "s":
            review.decide(Decision(candidate=at, verdict=Verdict.SKIP))
            return
        if key == "c":
            changes |= _change(desk, review)
        elif key == "t":
            changes["stances"] = (*changes.get("stances", ()), *_stance(desk, review, at, changes))
        elif key == "a" and _accept(desk, review, at, changes):
            return


def _accept(desk: Desk, review: Review, at: int, changes: dict[str, Any]) -> bool:
    """Accept, unless the text does not bear it out: then say why, and ask on."""
    made = review.candidates[at]
    if made.speaker is None:
        desk.say(f"{made.no_quote}: there is nobody to attribute it to; skip it")
        return False
    if made.speaker.name and not made.speaker.id and "speaker" not in changes:
        changes["naming"] = _name(desk, review, made.speaker.name)
    summary = desk.ask("summary, in your own words (empty: stays a draft)") or None
    decision = Decision(candidate=at, verdict=Verdict.ACCEPT, summary=summary, **changes)
    if problems := review.problems(decision):
        for why in problems:
            desk.say(f"! {why}")
        return False
    review.decide(decision)
    return True


def _name(desk: Desk, review: Review, name: str) -> Naming:
    """Ask what an unknown name is; whoever was decided on earlier in this text is taken again."""
    for decision in review.decisions:
        if decision.naming and decision.naming.name == name:
            return decision.naming
    corpus = review.library.corpus
    label = f"{name} is not on record: [n]ew person, [a]lias of, [d]ifferent from, [p]rinted only"
    key = desk.ask(label)[:1].lower()
    if key == "a":
        return Naming(
            name=name,
            alias_of=desk.pick("alias of", [*corpus.people, *corpus.organizations], empty=False),
        )
    if key == "d":
        other = desk.pick("different from", corpus.people, empty=False)
        return Naming(name=name, person=_free_id(review, name), different_from=(other,))
    return Naming(name=name, person=_free_id(review, name) if key == "n" else None)


def _free_id(review: Review, name: str) -> str:
    corpus, made = review.library.corpus, slug(name)
    taken = {*corpus.people, *corpus.organizations, *corpus.issues}
    return made if made not in taken else f"{made}-{review.text.fingerprint[:4]}"


def _change(desk: Desk, review: Review) -> dict[str, Any]:
    """Change one field by completion; words of the article are never typed."""
    corpus = review.library.corpus
    name = desk.pick("change", _FIELDS)
    if name == "speaker":
        return _given("speaker", desk.pick("speaker", [*corpus.people, *corpus.organizations]))
    if name == "holder":
        return _given("holder", desk.pick("on behalf of", corpus.organizations))
    if name == "sourcing":
        return _given("sourcing", desk.pick("sourcing", [str(s) for s in Sourcing]))
    if name == "via":
        return _given("via", desk.pick("via", _phrases(review)))
    return _said(desk) if name == "date" else {}


def _given(name: str, value: str) -> dict[str, Any]:
    return {name: value} if value else {}


def _phrases(review: Review) -> list[str]:
    """Return what the text prints as sources, to choose from."""
    found = [c.via for c in review.candidates if c.via]
    speakers = [c.speaker for c in review.candidates if c.speaker]
    return list(dict.fromkeys([*found, *(review.text[s.printed] for s in speakers)]))


def _said(desk: Desk) -> dict[str, Any]:
    first, last = printed_date(desk.ask("from (2024-02-16)")), printed_date(desk.ask("to"))
    why = desk.ask("inferred from")
    if first is None or not why:
        desk.say("a date needs its day, and what it is inferred from")
        return {}
    to = (last or first).to
    return {"said": Interval(from_=first.from_, to=to, basis=f"date inferred: {why}")}


def _stance(desk: Desk, review: Review, at: int, changes: dict[str, Any]) -> list[Stance]:
    """Ask for a stance; its grounds are this quotation."""
    made, corpus = review.candidates[at], review.library.corpus
    issues = [i for i, e in corpus.issues.items() if e.model.question]
    if made.issues:
        desk.say(f"named nearby: {', '.join(made.issues)}")
    issue = desk.pick("issue", issues)
    if not issue:
        return []
    desk.say(corpus.issues[issue].model.question or "")
    value = Value(desk.pick("value", [str(v) for v in Value], empty=False))
    holder = (
        changes.get("holder")
        or made.holder
        or desk.pick("holder", corpus.organizations, empty=False)
    )
    condition = _slice(desk, made.exact(review.text)) if value is Value.CONDITIONAL else None
    basis = _BASES.get(Sourcing(changes.get("sourcing") or made.sourcing), Basis.RELAYED)
    return [
        Stance(holder=holder, issue=issue, value=value, basis=basis, condition=condition, grounds=0)
    ]


def _slice(desk: Desk, exact: str) -> str:
    """Let a run of the quotation be chosen by its first and last word's number."""
    words = exact.split()
    desk.say(" ".join(f"{word}({i})" for i, word in enumerate(words, start=1)))
    numbers = [str(i) for i in range(1, len(words) + 1)]
    first = int(desk.pick("condition from word", numbers, empty=False))
    last = int(desk.pick("to word", numbers, empty=False))
    return " ".join(words[first - 1 : max(first, last)])


def _show(desk: Desk, review: Review, at: int) -> None:
    """Show a candidate in its context, its sentence bold, the quotation reversed."""
    made, text = review.candidates[at], review.text
    whole = made.whole
    around = text.around(whole)
    shown = Styled(text[around])
    shown.stylize("bold", made.sentence.start - around.start, made.sentence.end - around.start)
    shown.stylize("reverse", whole.start - around.start, whole.end - around.start)
    desk.say(f"\n{at + 1} of {len(review.candidates)}")
    desk.console.print(shown)
    for label, value in _proposals(made):
        desk.say(f"  {label:<10}{value}")


def _proposals(made: Candidate) -> Iterable[tuple[str, str]]:
    if made.no_quote:
        yield "no quote", made.no_quote
    if made.speaker:
        known = made.speaker.id or "not on record"
        yield "speaker", f"{made.speaker.name or made.speaker.description} ({known})"
        if made.speaker.refers_to:
            yield "refers to", made.speaker.refers_to
    yield "cue", made.cue or "none"
    yield "sourcing", f"{made.sourcing}{f', via {made.via}' if made.via else ''}"
    if made.said:
        yield "said", f"{made.said.from_} to {made.said.to} ({made.said.basis})"
    yield "holder", made.holder or "none"
    yield "issues", ", ".join(made.issues) or "none named"
