"""What a curator can change of a candidate: by menus, and by pointing at printed words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from bot.cli.review.curator_terminal import NOTHING, Back
from knowledge.corpus import Basis, Classification, Interval, QuoteKind, Sourcing, Stance, Value
from knowledge.intake.read import find_words, join_runs, strip_edges, write_slice
from knowledge.intake.review import Naming, make_free_id
from knowledge.speech import NAME
from knowledge.text import Span, printed_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.cli.review.curator_terminal import CuratorTerminal
    from knowledge.intake.read import Candidate
    from knowledge.intake.review import Review

_BASES: Final = {Sourcing.ON_RECORD: Basis.DECLARED, Sourcing.OUTLET: Basis.ASCRIBED}
_EDGES: Final = ' ,;"“”'  # marks and commas around what is pointed at
_RUNS: Final = 6  # of one narration
_NEEDS_KEY: Final = "[p]erson  [b]ody  [a]lias of  [d]ifferent from  [t] keep as printed"


def ask_change(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:
    """Return the change of one field; raise Back if the curator goes back."""
    name = terminal.pick("change", _FIELDS)
    return _FIELDS[name](terminal, review, at)


def _ask_speaker(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:
    """Ask for another speaker, then for the printed words that name them."""
    corpus = review.library.corpus
    made = {n.entity for d in review.accepted if (n := d.naming) and n.entity}
    picked = terminal.pick("speaker", [*corpus.people, *corpus.organizations, *made])
    given: dict[str, Any] = {"speaker": picked, "description": None, "naming": None}
    return given | _ask_attribution(terminal, review, at)


def _ask_described(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:
    """Ask for the words that describe a speaker without a name."""
    span = _ask_printed_words(
        terminal, review, _find_context(review, at), "the words that describe the speaker"
    )
    words = review.text.printed(span)
    return {"description": words, "speaker": None, "naming": None, "attribution": tuple(span)}


def _ask_attribution(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:
    """Ask for the words that name the speaker, and whom a pronoun among them refers to."""
    span = _ask_printed_words(
        terminal, review, _find_context(review, at), "the words that name the speaker"
    )
    given: dict[str, Any] = {"attribution": tuple(span)}
    if NAME.search(review.text[span]) is None:
        given |= _ask_refers_to(terminal, review, at)
    return given


def _ask_refers_to(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    return _set_or_clear(
        "refers_to", terminal.pick("who is meant", _find_names(review), clear=True)
    )


def _ask_as(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:
    span = _ask_printed_words(
        terminal, review, _find_context(review, at), "the words for the speaker's post"
    )
    return {"as_": review.text.printed(span)}


def _ask_holder(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    picked = terminal.pick("holder", review.library.corpus.organizations, clear=True)
    return _set_or_clear("holder", picked)


def _ask_sourcing(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    return {"sourcing": Sourcing(terminal.pick("sourcing", list(Sourcing)))}


def _ask_via(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:
    """Ask who relays the words: a source that the text prints, or other words of it."""
    found = [c.via for c in review.candidates if c.via]
    speakers = [c.speaker for c in review.candidates if c.speaker]
    words = dict.fromkeys([*found, *(review.text[s.printed] for s in speakers), "(point)"])
    picked = terminal.pick("via", words, clear=True)
    if picked == "(point)":
        span = _ask_printed_words(
            terminal, review, _find_context(review, at), "the words for who relays it"
        )
        picked = review.text.printed(span)
    return _set_or_clear("via", picked)


def _ask_date(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    first = _ask_day(terminal, "from (2024-02-16)")
    last = _ask_day(terminal, "to (Enter: the same day)", first)
    if last.to < first.from_:
        terminal.say(f"{last.to} is before {first.from_}.")
        raise Back
    why = terminal.ask("inferred from, in your words")
    if not why:
        terminal.say("A date needs a reason.")
        raise Back
    said = Interval(from_=first.from_, to=last.to, basis=f"date inferred: {why}")
    return {"said": said}


def _ask_day(terminal: CuratorTerminal, label: str, default: Interval | None = None) -> Interval:
    while True:
        typed = terminal.ask(label)
        if not typed and default:
            return default
        if not typed:
            raise Back
        if day := printed_date(typed):
            return day
        terminal.say(f'"{typed}" is not a day. Write it as 2024-02-16.')


def _ask_event(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    return {"event": terminal.pick("event", review.library.corpus.events)}


def _ask_note(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    """Ask for a note, which can say for whom else somebody spoke."""
    if note := terminal.ask("note, such as: She spoke for Velmora, whose letter she read."):
        return {"note": note}
    raise Back


_FIELDS: Final[dict[str, Callable[[CuratorTerminal, Review, int], dict[str, Any]]]] = {
    "speaker": _ask_speaker,
    "described": _ask_described,
    "attribution": _ask_attribution,
    "refers to": _ask_refers_to,
    "as": _ask_as,
    "holder": _ask_holder,
    "sourcing": _ask_sourcing,
    "via": _ask_via,
    "date": _ask_date,
    "event": _ask_event,
    "note": _ask_note,
}


def _set_or_clear(name: str, value: str) -> dict[str, Any]:
    return {"cleared": (name,)} if value == NOTHING else {name: value}


def _find_context(review: Review, at: int) -> Span:
    return review.text.around(review.candidates[at].whole)


def _ask_printed_words(terminal: CuratorTerminal, review: Review, span: Span, label: str) -> Span:
    """Return a run of printed words, chosen by the numbers of its first and last word."""
    places = find_words(review.text, span)
    ((first, last),) = terminal.point(label, [review.text[p] for p in places])
    return strip_edges(review.text, Span(places[first].start, places[last].end))


def _find_names(review: Review) -> list[str]:
    """Return the speakers and the names that the text prints."""
    found = [m[0] for m in NAME.finditer(review.text.folded) if " " in m[0]]
    speakers = [review.text[c.speaker.printed] for c in review.candidates if c.speaker]
    return list(dict.fromkeys([*speakers, *found]))


def ask_slice(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:
    """Return the slice of the outlet's sentence to quote; its cuts are marked."""
    made = review.candidates[at]
    if made.speech:
        return _ask_speech(terminal, review, made.speech)
    if not made.clause:
        terminal.say("Words between quotation marks are quoted whole.")
        raise Back
    sentence = review.text.sentences[review.text.sentence_at(made.whole.start)]
    places = find_words(review.text, sentence)
    chosen = terminal.point(
        "words to keep (such as 1-8 12-20)", [review.text[p] for p in places], parts=_RUNS
    )
    runs = [Span(places[a].start, places[b].end) for a, b in chosen]
    return {"clause": tuple(tuple(run) for run in join_runs(review.text, sentence, runs))}


def _ask_speech(terminal: CuratorTerminal, review: Review, speech: Span) -> dict[str, Any]:
    """Return the sentences of speech under a label to quote, by their first and last word."""
    places = find_words(review.text, speech)
    words = [review.text[place] for place in places]
    ((first, last),) = terminal.point("first and last word of whole sentences", words)
    return {"clause": ((places[first].start, places[last].end),)}


def ask_stance(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:
    """Return one more stance, with the quote that it rests on."""
    opened, corpus = review.get_decision(at), review.library.corpus
    made = review.apply(opened.model_copy(update={"candidate": at}))
    if made.issues:
        terminal.say(f"Named nearby: {', '.join(made.issues)}.")
    issue = terminal.pick("issue", [i for i, e in corpus.issues.items() if e.model.question])
    terminal.say(corpus.issues[issue].model.question or "")
    value = Value(terminal.pick("value", list(Value)))
    holder = _ask_stance_holder(terminal, review, made)
    grounds = _ask_grounds(terminal, review, made)
    exact = made.exact(review.text) if grounds == 0 else write_slice(review.text, made.clause)
    condition = _ask_condition(terminal, exact) if value is Value.CONDITIONAL else None
    basis = _BASES.get(made.sourcing, Basis.RELAYED)
    new = Stance(
        holder=holder, issue=issue, value=value, basis=basis, condition=condition, grounds=grounds
    )
    spoken_for = {"holder": holder} if made.speaker and not made.holder else {}
    return {"stances": (*opened.stances, new)} | spoken_for


def _ask_stance_holder(terminal: CuratorTerminal, review: Review, made: Candidate) -> str:
    states = review.library.corpus.organizations
    if made.holder:
        typed = terminal.ask(f"holder (Enter: {made.holder})", states)
        return typed if typed in states else made.holder
    return terminal.pick("holder", states)


def _ask_grounds(terminal: CuratorTerminal, review: Review, made: Candidate) -> int:
    """Return the index of the quote that decides: the words between marks, or the clause."""
    if made.kind is QuoteKind.NARRATION or not made.clause:
        return 0
    terminal.say(f"  q  {made.exact(review.text)}\n  c  {write_slice(review.text, made.clause)}")
    return "qc".index(terminal.key("decided by the [q]uotation or the [c]lause", "qc"))


def _ask_condition(terminal: CuratorTerminal, exact: str) -> str:
    run = exact.split()
    ((first, last),) = terminal.point("the words of the condition", run)
    return " ".join(run[first : last + 1]).strip(_EDGES)


def ask_naming(terminal: CuratorTerminal, review: Review, printed: str) -> Naming:
    """Return whom an unknown name stands for; raise Back if the curator goes back."""
    corpus = review.library.corpus
    key = terminal.key(f"{printed} is not on record: {_NEEDS_KEY}", "pbadt")
    if key == "t":
        return Naming(name=printed)
    if key == "a":
        target = terminal.pick("alias of", [*corpus.people, *corpus.organizations])
        return Naming(name=printed, alias_of=target)
    other = (terminal.pick("different from", corpus.people),) if key == "d" else ()
    preferred = terminal.ask("name", default=re.sub(r"^The ", "", printed)) or printed
    taken = [n.entity for d in review.accepted if (n := d.naming) and n.entity]
    made = Naming(
        name=printed,
        entity=make_free_id(corpus, preferred, taken),
        preferred=preferred if preferred != printed else None,
        different_from=other,
    )
    return _ask_body(terminal, review, made) if key == "b" else made


def _ask_body(terminal: CuratorTerminal, review: Review, naming: Naming) -> Naming:
    """Return the naming with what the organization is, and what it is part of."""
    kind = Classification(terminal.pick("it is a", list(Classification)))
    parent = terminal.pick("part of", review.library.corpus.organizations, clear=True)
    belongs = None if parent == NOTHING else parent
    return naming.model_copy(update={"classification": kind, "parent": belongs})
