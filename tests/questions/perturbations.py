"""Questions made of those that are answered with a position, each with what is then due.

The kinds are those of RefusalBench. A word is put in, or a name, a day or an issue is changed,
and the answer must change with it, say why there is none, or ask. `python -m
tests.questions.perturbations` prints how often it does; with -v, also where it does not.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from knowledge.corpus import Kind, QuoteKind, Value
from tests.questions.gold import Mark, rows_of
from tests.questions.question_sets import SETS, TODAY, asked_of, open_corpus
from tests.questions.refusals import (
    Due,
    Result,
    answers_with,
    asks_or_answers_saying,
    denies_the_words,
    is_silent_by,
    names_both,
    refuses_naming,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.answers.answer import Answer
    from knowledge.citations import CitedStatement
    from knowledge.kb.knowledge_base import KnowledgeBase
    from tests.questions.question_sets import QuestionSet

COVERAGE = 92  # percent at least of what can be answered
RIGHT_REASONS = 90  # percent at least of what is refused
NEGATIONS = ("not", "no", "never", "neither", "except", "unlike", "former")
STATES = ("Portugal", "Bolivia", "Nepal", "Fiji", "Iceland", "Chad", "Peru", "Latvia")
GIVEN_NAMES = ("Hunter", "Martin", "Olga", "Fatima")
KOREAN_GIVEN_NAMES = ("Sang-hoon", "Mi-kyung")
COMPOUNDS = (
    "East {}", "{} Airlines", "{} City", "Lower {}", "{} Motors", "New {}", "{} River",
    "Greater {}", "{} Press Club", "Western {}", "{} Opposition",
)  # fmt: skip
FAR_ISSUES = (
    "whaling", "a carbon tax", "visa waivers", "5G auctions", "beef imports", "Taiwan",
    "EV subsidies", "the fishing dispute", "gay marriage", "Brexit", "farm subsidies",
)  # fmt: skip
QUOTE_LENGTHS = range(5, 13)  # words
NEGATED = "does {} not support {}?", "has {} never supported {}?", "isn't {} against {}?"
OPPOSITE = {Value.SUPPORTS: "oppose", Value.OPPOSES: "support"}


Place = tuple[int, int] | None


class Kin(NamedTuple):
    """A question made of another, its kind, and what is due."""

    kind: str
    question: str
    due: Due


class Base(NamedTuple):
    """A question that is answered with a position: its words, and what they were read as."""

    kb: KnowledgeBase
    place: int
    question: str
    answer: Answer
    holder: Place
    """Where the question names who is asked about."""
    issue: Place

    def of(self, choices: tuple[str, ...]) -> str:
        return choices[self.place % len(choices)]

    def with_holder(self, words: str) -> str:
        start, end = self.holder or (0, 0)
        return self.question[:start] + words + self.question[end:]

    def with_issue(self, words: str) -> str:
        start, end = self.issue or (0, 0)
        return self.question[:start] + words + self.question[end:]

    @property
    def typed_holder(self) -> str:
        return self.question[slice(*(self.holder or (0, 0)))]

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of who is asked about, and of the issue."""
        who, issue = self.answer.person or self.answer.holder, self.answer.issue
        return (who.id if who else "", issue.id if issue else "")

    @property
    def pair_names(self) -> tuple[str, str]:
        return self.kb.name_of(self.pair[0]), self.kb.name_of(self.pair[1])

    @property
    def is_dated(self) -> bool:
        return bool(self.answer.as_of or self.answer.first_day)


def bases(kb: KnowledgeBase, questions: QuestionSet) -> Iterator[Base]:
    asked = asked_of(kb, rows_of(questions.file))
    for place, (row, answer, judgment) in enumerate(asked):
        is_position = answer.outcome is Outcome.ANSWER and answer.stances and answer.holder
        if is_position and answer.issue and judgment.mark is Mark.RIGHT:
            named = list(_named(kb, row.question))
            issue = _place_of(answer.issue.id, named)
            holder = _place_of((answer.person or answer.holder).id, named)
            base = Base(kb, place, row.question, answer, holder, issue)
            others = {target for *_, target in named if target in kb.issues} - {answer.issue.id}
            decides = not others and _decides(base)
            yield base if decides else base._replace(issue=None)


def _named(kb: KnowledgeBase, words: str) -> Iterator[tuple[int, int, str]]:
    """Yield where words name something on record, and what: the longest names first."""
    names = {(name.text, name.target) for name in kb._named()} | {(i, i) for i in kb.issues}
    taken: dict[int, tuple[int, int]] = {}
    for name, target in sorted(names, key=lambda name: (-len(name[0]), name)):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE):
            over = {taken[i] for i in range(*found.span()) if i in taken}
            if over <= {found.span()}:
                taken |= dict.fromkeys(range(*found.span()), found.span())
                yield *found.span(), target


def _place_of(target: str, named: Iterable[tuple[int, int, str]]) -> Place:
    return next(((start, end) for start, end, of in named if of == target), None)


def _decides(base: Base) -> bool:
    """Return whether a question without the words for its issue is about that issue no longer."""
    assert base.answer.issue
    without = ask(base.kb, base.with_issue(""), TODAY).answer
    return without.issue is None or without.issue.id != base.answer.issue.id


def negated(base: Base) -> Iterator[Kin]:
    if base.issue:
        for word in NEGATIONS:
            words = base.question[slice(*base.issue)]
            due = partial(asks_or_answers_saying, word, *base.pair)
            yield Kin("negated", base.with_issue(f"{word} {words}"), due)
    for form in NEGATED:
        question = form.format(*base.pair_names)
        yield Kin("negated", question, partial(answers_with, *base.pair))


def of_wrong_holder(base: Base) -> Iterator[Kin]:
    if not base.holder:
        return
    namesakes = [_namesake(base, person) for person in _speakers(base.answer.statements)]
    for stranger in [base.of(STATES), *namesakes]:
        for typed in (stranger, stranger.lower()):
            yield Kin("wrong holder", base.with_holder(typed), partial(refuses_naming, typed))
    if not base.answer.person:
        yield from _of_compound(base, base.of(COMPOUNDS))


def _of_compound(base: Base, compound: str) -> Iterator[Kin]:
    stranger = compound.format(base.typed_holder)
    yield Kin("wrong holder", base.with_holder(stranger), partial(refuses_naming, stranger))
    # Without its capital, a noun beside a name may be an ordinary word, which is mentioned.
    word = compound.format("").split()[0].lower()
    due = partial(asks_or_answers_saying, word, *base.pair)
    yield Kin("wrong holder", base.with_holder(compound.lower().format(base.typed_holder)), due)


def _speakers(statements: Iterable[CitedStatement]) -> set[str]:
    speakers = [statement.speaker for statement in statements if statement.speaker]
    return {s.name for s in speakers if s.name and s.kind is Kind.PERSON and " " in s.name}


def _namesake(base: Base, name: str) -> str:
    """Return a name with another given name: "Taro Kono" as "Hunter Kono"."""
    first, *between, last = name.split()
    if between or "-" in last:
        return f"{first} {base.of(KOREAN_GIVEN_NAMES)}"
    return f"{base.of(GIVEN_NAMES)} {last}"


def of_wrong_date(base: Base) -> Iterator[Kin]:
    if base.is_dated:
        return
    first = min(row.said_from for row in base.kb.stances())
    day = date.fromisoformat(first) - timedelta(days=400)
    question = f"{base.question.rstrip('?! ')} as of {day:%d %B %Y}"
    yield Kin("wrong date", question, partial(is_silent_by, day, *base.pair))


def of_neighboring_issue(base: Base) -> Iterator[Kin]:
    if not base.issue:
        return
    far = base.of(FAR_ISSUES)
    words = far.removeprefix("a ").removeprefix("the ")
    yield Kin("far issue", base.with_issue(far), partial(refuses_naming, words))
    if base.is_dated or base.answer.person:
        return
    holder, issue = base.pair
    others = [i.id for i in base.kb.issues.values() if i.question and i.id != issue]
    other = others[base.place % len(others)]
    question = base.with_issue(base.kb.name_of(other))
    yield Kin("neighboring issue", question, _due_on(base.kb, holder, other))


def _due_on(kb: KnowledgeBase, holder: str, issue: str) -> Due:
    if any(kb.stances(holder=holder, issue=below.id) for below in kb.under(issue)):
        return partial(answers_with, holder, issue)
    return partial(is_silent_by, None, holder, issue)


def of_false_premise(base: Base) -> Iterator[Kin]:
    holder, issue = base.pair_names
    verb = OPPOSITE.get(base.answer.stances[0].value)
    if verb and not base.is_dated:
        question = f"why does {holder} {verb} {issue}?"
        yield Kin("false premise", question, partial(answers_with, *base.pair))
    for words, other in _misattributed(base):
        for form in ('/check "{}" {}', 'did {1} say "{0}"?'):
            yield Kin("false premise", form.format(words, other), denies_the_words)


def _misattributed(base: Base) -> Iterator[tuple[str, str]]:
    """Yield words of a statement with the name of somebody of another side."""
    for statement in base.answer.statements[:1]:
        sides = {s.holder for s in statement.stances}
        others = [
            entity.name
            for entity in base.kb.entities.values()
            if entity.kind is Kind.PERSON
            and (states := base.kb.states_of_person(entity.id))
            and not sides & {*states}
            and not (statement.speaker and statement.speaker.of in states)
        ]
        for quote in statement.quotes:
            is_of_length = quote.words in QUOTE_LENGTHS
            if others and quote.kind is QuoteKind.DIRECT and is_of_length:
                yield quote.exact, others[base.place % len(others)]


def of_two_holders(base: Base) -> Iterator[Kin]:
    if not base.holder or not base.issue:
        return
    holder, issue = base.pair
    others = sorted({row.holder for row in base.kb.stances(issue=issue)} - {holder})
    for other in [base.kb.name_of(o) for o in others[:1]] + [base.of(STATES)]:
        due = partial(names_both, holder, other)
        yield Kin("two holders", base.with_holder(f"{base.typed_holder} and {other}"), due)


KINDS: list[Callable[[Base], Iterator[Kin]]] = [
    negated,
    of_wrong_holder,
    of_wrong_date,
    of_neighboring_issue,
    of_false_premise,
    of_two_holders,
]


class Held(NamedTuple):
    kin: Kin
    answer: Answer
    result: Result


def perturbed(questions: QuestionSet, folder: Path) -> list[Held]:
    """Ask the kin of each question of a set that is answered with a position."""
    with closing(open_corpus(questions.entries, folder)) as kb:
        made = chain.from_iterable(kind(base) for base in bases(kb, questions) for kind in KINDS)
        kin = {each.question: each for each in made}
        answers = {question: ask(kb, question, TODAY).answer for question in kin}
        return [Held(k, answers[q], k.due(answers[q])) for q, k in kin.items()]


class Share(NamedTuple):
    """Results of one kind of kin, or of all."""

    results: Counter[Result]

    @property
    def coverage(self) -> float:
        """The percentage answered of what can be answered."""
        answered, late = self.results[Result.ANSWERED], self.results[Result.UNANSWERED]
        return 100 * answered / (answered + late) if answered + late else 100.0

    @property
    def right_reasons(self) -> float:
        """The percentage of refusals that say the right reason."""
        right, other = self.results[Result.REFUSED], self.results[Result.OTHER_REASON]
        return 100 * right / (right + other) if right + other else 100.0


def shares(held: Iterable[Held]) -> dict[str, Share]:
    found: dict[str, Share] = {}
    for each in held:
        for kind in (each.kin.kind, "all"):
            found.setdefault(kind, Share(Counter())).results[each.result] += 1
    return dict(sorted(found.items(), key=lambda item: item[0] == "all"))


def holds(share: Share) -> bool:
    is_never_wrong = not share.results[Result.WRONG]
    return is_never_wrong and share.coverage >= COVERAGE and share.right_reasons >= RIGHT_REASONS


def main(sets: Iterable[QuestionSet], folder: Path, *, is_verbose: bool) -> bool:
    """Print a table for each set; return whether all of them hold."""
    found = True
    for questions in sets:
        held = perturbed(questions, folder)
        of_kind = shares(held)
        for each in held if is_verbose else ():
            if each.result in {Result.OTHER_REASON, Result.UNANSWERED, Result.WRONG}:
                print(f"{each.result:13}{each.kin.kind:18}{each.kin.question}")
                print(f"{'':31}{each.answer.outcome}: {each.answer.reason}")
        print_shares(questions.name, of_kind)
        found &= holds(of_kind["all"])
    return found


def print_shares(name: str, of_kind: dict[str, Share]) -> None:
    headings = [*Result, "coverage", "reasons"]
    print(f"\n{name + ', perturbed':19}" + "".join(f"{heading:>13}" for heading in headings))
    for kind, share in of_kind.items():
        counts = "".join(f"{share.results[result]:13}" for result in Result)
        print(f"  {kind:17}{counts}{share.coverage:11.1f} %{share.right_reasons:11.1f} %")


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        sys.exit(0 if main(SETS, Path(place), is_verbose="-v" in sys.argv[1:]) else 1)
