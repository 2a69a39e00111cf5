"""Questions about what is not on record yet: a name, an issue, an event, an organization."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from bot.cli.review.curator_terminal import NOTHING, Back, ask_in_turn
from knowledge.check_corpus import is_long_name
from knowledge.corpus import Classification, Event, Interval, Issue, Organization
from knowledge.intake.add import make_free_id
from knowledge.intake.review import Naming, NewEntries, list_sharing
from knowledge.text import printed_date

if TYPE_CHECKING:
    from bot.cli.review.curator_terminal import CuratorTerminal
    from knowledge.intake.review import Review

_NEEDS_KEY = "[p]erson  [b]ody  [a]lias of  [d]ifferent from  [t] keep as printed"
_WHY = "date inferred from an outside fact: given by the curator who entered the event"
Entered = TypeVar("Entered", Issue, Event, Organization)


def pick_organization(
    terminal: CuratorTerminal,
    review: Review,
    label: str,
    *,
    clear: bool = False,
    default: str | None = None,
) -> str:
    """Return an organization on record, or one that is entered now."""
    make = partial(make_organization, terminal, review)
    known = review.corpus.organizations
    return terminal.pick(label, known, clear=clear, default=default, make=make)


def pick_issue(terminal: CuratorTerminal, review: Review, default: str | None = None) -> str:
    """Return an issue that has a question, or one that is entered now."""
    issues = [i for i, e in review.corpus.issues.items() if e.model.question]
    make = partial(make_issue, terminal, review)
    return terminal.pick("issue", issues, default=default, make=make)


def pick_event(terminal: CuratorTerminal, review: Review) -> str:
    make = partial(make_event, terminal, review)
    return terminal.pick("event", review.corpus.events, make=make)


def make_organization(terminal: CuratorTerminal, review: Review, name: str) -> str:
    """Enter an organization, and what it is part of, which may be new too."""
    answers = ask_in_turn(
        terminal,
        {
            "name": lambda _: name or _ask_words(terminal, "name of the organization"),
            "kind": lambda _: terminal.choose("it is a", list(Classification)),
            "parent": lambda _: pick_organization(terminal, review, "part of", clear=True),
        },
    )
    parent = None if answers["parent"] == NOTHING else answers["parent"]
    kind = Classification(answers["kind"])
    made = Organization(
        id=_make_id(review, answers["name"]),
        name=answers["name"],
        classification=kind,
        parent=parent,
    )
    return _enter(terminal, review, NewEntries(organizations=(made,)), made)


def make_issue(terminal: CuratorTerminal, review: Review, name: str) -> str:
    """Enter an issue with the question that "supports" answers with yes."""
    answers = ask_in_turn(
        terminal,
        {
            "name": lambda _: name or _ask_words(terminal, "name of the issue"),
            "question": lambda _: _ask_words(terminal, "question that supports answers with yes"),
            "short": lambda known: _ask_short(terminal, known["name"]),
        },
    )
    made = Issue(id=_make_id(review, answers["name"]), **answers)
    return _enter(terminal, review, NewEntries(issues=(made,)), made)


def _ask_short(terminal: CuratorTerminal, name: str) -> str | None:
    """Return what buttons and lists call an issue of a long name; nothing where it is left out."""
    if not is_long_name(name):
        return None
    return terminal.write("short name for buttons, in one to three words") or None


def make_event(terminal: CuratorTerminal, review: Review, name: str) -> str:
    """Enter an occasion and its day."""
    answers = ask_in_turn(
        terminal,
        {
            "name": lambda _: name or _ask_words(terminal, "the occasion, in your own words"),
            "date": lambda _: ask_day(terminal, "its day (2024-02-16)"),
        },
    )
    day = answers["date"]
    date = Interval(from_=day.from_, to=day.to, basis=_WHY)
    made = Event(id=_make_id(review, answers["name"]), name=answers["name"], date=date)
    return _enter(terminal, review, NewEntries(events=(made,)), made)


def _enter(terminal: CuratorTerminal, review: Review, entries: NewEntries, made: Entered) -> str:
    """Keep a new entry for the step under way, or say what speaks against it and go back."""
    if problems := review.find_entry_problems(entries):
        for why in problems:
            terminal.say(f"! {why}")
        raise Back
    review.pending = review.pending.join(entries)
    terminal.say(f"New: {made.id}")
    return made.id


def _make_id(review: Review, name: str) -> str:
    return make_free_id(review.corpus, name, "entity")


def _ask_words(terminal: CuratorTerminal, label: str) -> str:
    if typed := terminal.write(label):
        return typed
    raise Back


def ask_day(terminal: CuratorTerminal, label: str, default: Interval | None = None) -> Interval:
    """Return a day; an empty answer is the default, or goes back."""
    while True:
        typed = terminal.ask(label)
        if not typed and default:
            return default
        if not typed:
            raise Back
        if day := printed_date(typed):
            return day
        terminal.say(f'"{typed}" is not a day. Write it as 2024-02-16.')


def ask_naming(terminal: CuratorTerminal, review: Review, printed: str) -> Naming:
    """Return whom an unknown name stands for; raise Back if the curator goes back."""
    while True:
        key = terminal.key(f"{printed} is not on record: {_NEEDS_KEY}", "pbadt")
        try:
            return _NAMINGS[key](terminal, review, printed)
        except Back:
            continue


def _keep_as_printed(terminal: CuratorTerminal, review: Review, printed: str) -> Naming:  # noqa: ARG001 (one shape)
    return Naming(name=printed)


def _ask_alias(terminal: CuratorTerminal, review: Review, printed: str) -> Naming:
    corpus = review.corpus
    target = terminal.pick("alias of", [*corpus.people, *corpus.organizations])
    return Naming(name=printed, alias_of=target)


def _ask_person(terminal: CuratorTerminal, review: Review, printed: str) -> Naming:
    return _name_entity(review, printed, _ask_persons_name(terminal, review, printed))


def _ask_different(terminal: CuratorTerminal, review: Review, printed: str) -> Naming:
    """Return a new person who is not one on record with a like name."""
    answers = ask_in_turn(
        terminal,
        {
            "other": lambda _: terminal.pick("different from", review.corpus.people),
            "name": lambda _: _ask_persons_name(terminal, review, printed),
        },
    )
    return _name_entity(review, printed, answers["name"], different_from=(answers["other"],))


def _ask_body(terminal: CuratorTerminal, review: Review, printed: str) -> Naming:
    """Return a new organization with what it is, and what it is part of."""
    answers = ask_in_turn(
        terminal,
        {
            "name": lambda _: _ask_name(terminal, printed),
            "kind": lambda _: terminal.choose("it is a", list(Classification)),
            "parent": lambda _: pick_organization(terminal, review, "part of", clear=True),
        },
    )
    parent = None if answers["parent"] == NOTHING else answers["parent"]
    kind = Classification(answers["kind"])
    return _name_entity(review, printed, answers["name"], classification=kind, parent=parent)


_NAMINGS = {
    "p": _ask_person,
    "b": _ask_body,
    "a": _ask_alias,
    "d": _ask_different,
    "t": _keep_as_printed,
}


def _ask_name(terminal: CuratorTerminal, printed: str) -> str:
    return terminal.write("name", default=re.sub(r"^The ", "", printed)) or printed


def _ask_persons_name(terminal: CuratorTerminal, review: Review, printed: str) -> str:
    """Return a person's name, which is more than a word that others are called by too."""
    name = _ask_name(terminal, printed)
    if others := list_sharing(review.corpus.people, name):
        whose = ", ".join(review.corpus.people[one].model.name for one in others)
        terminal.say(f"! “{name}” alone also means {whose}. Give the name in full.")
        raise Back
    return name


def _name_entity(review: Review, printed: str, name: str, **fields: object) -> Naming:
    entity = _make_id(review, name)
    made = Naming(name=printed, entity=entity, preferred=name if name != printed else None)
    return made.model_copy(update=fields)
