"""What a curator can change of a candidate, by menus and by pointing at printed words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from bot.cli.review.prompts import NOTHING, Back
from knowledge.corpus.model import (
    Basis,
    Classification,
    Interval,
    QuoteKind,
    Sourcing,
    Stance,
    Value,
)
from knowledge.intake.read import slices
from knowledge.intake.read.name_parts import NAME
from knowledge.intake.review.decisions import Naming
from knowledge.intake.review.new_entities import make_free_id
from knowledge.text.article_text import Span
from knowledge.text.head_dates import printed_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.cli.review.prompts import Desk
    from knowledge.intake.read.candidate import Candidate
    from knowledge.intake.review.review_session import Review

_BASES: Final = {Sourcing.ON_RECORD: Basis.DECLARED, Sourcing.OUTLET: Basis.ASCRIBED}
_EDGES: Final = ' ,;"“”'  # marks and commas around what is pointed at
_RUNS: Final = 6  # of one narration
_NEEDS_KEY: Final = "[p]erson  [b]ody  [a]lias of  [d]ifferent from  as [t]yped there only"


def change(desk: Desk, review: Review, at: int) -> dict[str, Any]:
    """Change one field; raise Back where the curator thinks again."""
    name = desk.pick("change", _FIELDS)
    return _FIELDS[name](desk, review, at)


def _speaker(desk: Desk, review: Review, at: int) -> dict[str, Any]:
    """Choose another speaker, then the printed words that name them."""
    corpus = review.library.corpus
    made = {n.entity for d in review.accepted if (n := d.naming) and n.entity}
    picked = desk.pick("speaker", [*corpus.people, *corpus.organizations, *made])
    given: dict[str, Any] = {"speaker": picked, "description": None, "naming": None}
    return given | _attribution(desk, review, at)


def _described(desk: Desk, review: Review, at: int) -> dict[str, Any]:
    """Point at the words that describe a speaker without a name."""
    span = _pointed(desk, review, _context(review, at), "the words that describe the speaker")
    words = review.text.printed(span)
    return {"description": words, "speaker": None, "naming": None, "attribution": tuple(span)}


def _attribution(desk: Desk, review: Review, at: int) -> dict[str, Any]:
    """Point at the words that name the speaker; ask whom a pronoun goes back to."""
    span = _pointed(desk, review, _context(review, at), "the words that name the speaker")
    given: dict[str, Any] = {"attribution": tuple(span)}
    if NAME.search(review.text[span]) is None:
        given |= _refers_to(desk, review, at)
    return given


def _refers_to(desk: Desk, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    return _given("refers_to", desk.pick("which refers to", _names(review), clear=True))


def _as(desk: Desk, review: Review, at: int) -> dict[str, Any]:
    span = _pointed(desk, review, _context(review, at), "the words that say as what")
    return {"as_": review.text.printed(span)}


def _holder(desk: Desk, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    picked = desk.pick("on behalf of", review.library.corpus.organizations, clear=True)
    return _given("holder", picked)


def _sourcing(desk: Desk, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    return {"sourcing": Sourcing(desk.pick("sourcing", list(Sourcing)))}


def _via(desk: Desk, review: Review, at: int) -> dict[str, Any]:
    """Choose who relays from what the text prints of sources, or point at other words."""
    found = [c.via for c in review.candidates if c.via]
    speakers = [c.speaker for c in review.candidates if c.speaker]
    words = dict.fromkeys([*found, *(review.text[s.printed] for s in speakers), "(point)"])
    picked = desk.pick("via", words, clear=True)
    if picked == "(point)":
        span = _pointed(desk, review, _context(review, at), "the words that name who relays")
        picked = review.text.printed(span)
    return _given("via", picked)


def _date(desk: Desk, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    first = _day(desk, "from (2024-02-16)")
    last = _day(desk, "to (Enter: the same day)", first)
    if last.to < first.from_:
        desk.say(f"{last.to} lies before {first.from_}: nothing was changed")
        raise Back
    why = desk.ask("inferred from, in your words")
    if not why:
        desk.say("a date needs what it is inferred from: nothing was changed")
        raise Back
    said = Interval(from_=first.from_, to=last.to, basis=f"date inferred: {why}")
    return {"said": said}


def _day(desk: Desk, label: str, default: Interval | None = None) -> Interval:
    while True:
        typed = desk.ask(label)
        if not typed and default:
            return default
        if not typed:
            raise Back
        if day := printed_date(typed):
            return day
        desk.say(f"{typed!r} is no day: write it as 2024-02-16")


def _event(desk: Desk, review: Review, at: int) -> dict[str, Any]:  # noqa: ARG001 (one shape)
    return {"event": desk.pick("event", review.library.corpus.events)}


_FIELDS: Final[dict[str, Callable[[Desk, Review, int], dict[str, Any]]]] = {
    "speaker": _speaker,
    "described": _described,
    "attribution": _attribution,
    "refers to": _refers_to,
    "as": _as,
    "holder": _holder,
    "sourcing": _sourcing,
    "via": _via,
    "date": _date,
    "event": _event,
}


def _given(name: str, value: str) -> dict[str, Any]:
    return {"cleared": (name,)} if value == NOTHING else {name: value}


def _context(review: Review, at: int) -> Span:
    return review.text.around(review.candidates[at].whole)


def _pointed(desk: Desk, review: Review, span: Span, label: str) -> Span:
    """Let a run of printed words be chosen by its first and last word's number."""
    places = slices.find_words(review.text, span)
    ((first, last),) = desk.point(label, [review.text[p] for p in places])
    return slices.strip_edges(review.text, Span(places[first].start, places[last].end))


def _names(review: Review) -> list[str]:
    """Return the names and the speakers that the text prints, to choose from."""
    found = [m[0] for m in NAME.finditer(review.text.folded) if " " in m[0]]
    speakers = [review.text[c.speaker.printed] for c in review.candidates if c.speaker]
    return list(dict.fromkeys([*speakers, *found]))


def words(desk: Desk, review: Review, at: int) -> dict[str, Any]:
    """Choose the slice of the outlet's sentence that is quoted; the cuts are marked."""
    made = review.candidates[at]
    if not made.clause:
        desk.say("what stands between marks is quoted whole: there is no slice to choose")
        raise Back
    sentence = review.text.sentences[review.text.sentence_at(made.whole.start)]
    places = slices.find_words(review.text, sentence)
    chosen = desk.point(
        "words to keep (such as 1-8 12-20)", [review.text[p] for p in places], parts=_RUNS
    )
    runs = [Span(places[a].start, places[b].end) for a, b in chosen]
    return {"clause": tuple(tuple(run) for run in slices.join_runs(review.text, sentence, runs))}


def stance(desk: Desk, review: Review, at: int) -> dict[str, Any]:
    """Ask for a stance, and where two quotes could be its grounds, for which."""
    opened, corpus = review.get_decision(at), review.library.corpus
    made = review.apply(opened.model_copy(update={"candidate": at}))
    if made.issues:
        desk.say(f"named nearby: {', '.join(made.issues)}")
    issue = desk.pick("issue", [i for i, e in corpus.issues.items() if e.model.question])
    desk.say(corpus.issues[issue].model.question or "")
    value = Value(desk.pick("value", list(Value)))
    holder = _stance_holder(desk, review, made)
    grounds = _grounds(desk, review, made)
    exact = (
        made.exact(review.text) if grounds == 0 else slices.write_slice(review.text, made.clause)
    )
    condition = _condition(desk, exact) if value is Value.CONDITIONAL else None
    basis = _BASES.get(made.sourcing, Basis.RELAYED)
    new = Stance(
        holder=holder, issue=issue, value=value, basis=basis, condition=condition, grounds=grounds
    )
    return {"stances": (*opened.stances, new)}


def _stance_holder(desk: Desk, review: Review, made: Candidate) -> str:
    states = review.library.corpus.organizations
    if made.holder:
        typed = desk.ask(f"holder (Enter: {made.holder})", states)
        return typed if typed in states else made.holder
    return desk.pick("holder", states)


def _grounds(desk: Desk, review: Review, made: Candidate) -> int:
    """Ask which of a candidate's two quotes decides: the words between marks, or the clause."""
    if made.kind is QuoteKind.NARRATION or not made.clause:
        return 0
    desk.say(f"  q  {made.exact(review.text)}\n  c  {slices.write_slice(review.text, made.clause)}")
    return "qc".index(desk.key("decided by the [q]uotation or the [c]lause", "qc"))


def _condition(desk: Desk, exact: str) -> str:
    run = exact.split()
    ((first, last),) = desk.point("the words of the condition", run)
    return " ".join(run[first : last + 1]).strip(_EDGES)


def name(desk: Desk, review: Review, printed: str) -> Naming:
    """Ask what an unknown name is; raise Back where the curator thinks again."""
    corpus = review.library.corpus
    key = desk.key(f"{printed} is not on record: {_NEEDS_KEY}", "pbadt")
    if key == "t":
        return Naming(name=printed)
    if key == "a":
        target = desk.pick("alias of", [*corpus.people, *corpus.organizations])
        return Naming(name=printed, alias_of=target)
    other = (desk.pick("different from", corpus.people),) if key == "d" else ()
    preferred = desk.ask("name", default=re.sub(r"^The ", "", printed)) or printed
    taken = [n.entity for d in review.accepted if (n := d.naming) and n.entity]
    made = Naming(
        name=printed,
        entity=make_free_id(corpus, preferred, taken),
        preferred=preferred if preferred != printed else None,
        different_from=other,
    )
    return _body(desk, review, made) if key == "b" else made


def _body(desk: Desk, review: Review, naming: Naming) -> Naming:
    """Ask what an organization is, and to which it belongs."""
    kind = Classification(desk.pick("it is a", list(Classification)))
    parent = desk.pick("part of", review.library.corpus.organizations, clear=True)
    belongs = None if parent == NOTHING else parent
    return naming.model_copy(update={"classification": kind, "parent": belongs})
