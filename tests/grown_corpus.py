"""Invents a curated corpus of any size with its texts: seeded, and every entry passes its check.

States, their ministers, issues and articles; each article has a few statements with a stance each.
One state speaks in a quarter of them, as one does in a real corpus. `python -m tests.grown_corpus
FOLDER ARTICLES` writes one.
"""

from __future__ import annotations

import random
import sys
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from faker.providers.lorem.en_US import Provider

from knowledge.text.article_text import Text
from knowledge.text.english.turning_words import KEPT_IN_CUTS

STATES, ISSUES = 134, 40
PEOPLE = 4  # articles for each of them
STATEMENTS = (4, 9)  # of an article
WORDS = 600  # of an article
LOUD = 4  # one of so many speakers is of the first state
FIRST = date(2021, 1, 4)
VALUES = ("supports", "opposes", "reluctant", "undeclared")
_SYLLABLES = "ba du ke lo mi nar pel qua ros sul tam vor wen yar zor bri cla dro fen gor".split()
_SPOKEN = "“{said},” {person}, the foreign minister of {state}, said on {day}."


class Minister(NamedTuple):
    """Somebody who speaks for a state, and the article that prints it first."""

    id: str
    name: str
    state: str
    article: str


class Grown:
    """Draws what a corpus of so many articles has, and writes it article by article."""

    def __init__(
        self, articles: int, *, states: int = STATES, issues: int = ISSUES, seed: int = 20261
    ) -> None:
        self._chance = random.Random(seed)
        self._count = articles
        self._known: set[str] = set()
        every = [w for w in Provider.word_list if w.isalpha() and w.islower() and len(w) > 2]
        self._words = [w for w in every if not any(p.search(w) for p in KEPT_IN_CUTS.values())]
        self._weights = list(accumulate(1 / (rank + 5) for rank in range(len(self._words))))
        self.states = [self._name() for _ in range(states)]
        self.issues = [f"{self._name()} treaty" for _ in range(issues)]
        people = max(1, articles // PEOPLE)
        self._names = [f"{self._name()} {self._name()}" for _ in range(max(states, people))]
        self.ministers: dict[str, Minister] = {}

    def write(self, place: Path) -> None:
        """Write the entries below `corpus`, and the texts below `articles`."""
        for folder in ("corpus/articles", "corpus/issues", "corpus/organizations", "corpus/people"):
            (place / folder).mkdir(parents=True)
        (place / "articles").mkdir()
        for number in range(self._count):
            self._write_article(place, number)
        for state in self.states:
            entry = f"id: {slug(state)}\nname: {state}\nclassification: state\n"
            _write(place / "corpus", "organizations", state, entry)
        for issue in self.issues:
            entry = f"name: {issue}\nquestion: Should the {issue} be signed?\n"
            _write(place / "corpus", "issues", issue, f"id: {slug(issue)}\n{entry}")
        for minister in self.ministers.values():
            _write(place / "corpus", "people", minister.name, _person(minister))

    def _write_article(self, place: Path, number: int) -> None:
        name, day = f"paper-{number:06}", FIRST + timedelta(days=number % 1800)
        title = self._sentence(8)
        lines, said = [title, f"By {self._names[0]}", _printed(day)], []
        for _ in range(self._chance.randint(*STATEMENTS)):
            minister, words = self._minister(name), self._sentence(9)
            spoken = {"person": minister.name, "state": minister.state, "day": _printed(day)}
            lines += [_SPOKEN.format(said=words, **spoken), self._sentence(30) + "."]
            said.append((minister, words, self._chance.choice(self.issues)))
        while sum(line.count(" ") + 1 for line in lines) < WORDS:
            lines.append(f"{self._sentence(20)}. {self._sentence(15)}.")
        raw = "\n\n".join(lines) + "\n"
        (place / "articles" / f"{name}.txt").write_text(raw, encoding="utf-8")
        text = Text(raw)
        entry = _head(name, title, self._names[0], day, text)
        entry += "".join(
            self._statement(f"{name}-{i}", day, *own, text) for i, own in enumerate(said)
        )
        (place / "corpus" / "articles" / f"{name}.yaml").write_text(entry, encoding="utf-8")

    def _minister(self, article: str) -> Minister:
        """Draw a speaker; every fourth of them is of the first state."""
        at = self._chance.randrange(len(self._names))
        name = self._names[at]
        state = self.states[0 if at % LOUD == 0 else at % len(self.states)]
        return self.ministers.setdefault(name, Minister(slug(name), name, state, article))

    def _statement(
        self, name: str, day: date, minister: Minister, words: str, issue: str, text: Text
    ) -> str:
        start = text.folded.index(words)
        return f"""\
  - id: {name}
    said: {{from: '{day}', to: '{day}', printed: '{_printed(day)}', basis: printed}}
    speaker: {{id: {minister.id}, as: the foreign minister of {minister.state}}}
    on_behalf_of: {slug(minister.state)}
    sourcing: on_record
    stances:
      - holder: {slug(minister.state)}
        issue: {slug(issue)}
        value: {self._chance.choice(VALUES)}
        basis: declared
        grounds: 0
    summary: {minister.name} spoke of the {issue}.
    quotes:
      - kind: direct
        exact: {words}
        start: {start}
        end: {start + len(words)}
        attribution: {minister.name}
"""

    def _sentence(self, count: int) -> str:
        return " ".join(
            self._chance.choices(self._words, cum_weights=self._weights, k=count)
        ).capitalize()

    def _name(self) -> str:
        while (name := "".join(self._chance.choices(_SYLLABLES, k=3)).capitalize()) in self._known:
            pass
        self._known.add(name)
        return name


def slug(name: str) -> str:
    """Return the id of what has a name."""
    return name.lower().replace(" ", "-")


def _printed(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _head(name: str, title: str, byline: str, day: date, text: Text) -> str:
    return f"""\
format: 2
id: {name}
agency: null
publisher: null
title: {title}
byline: {byline}
url: null
published: {{from: '{day}', to: '{day}', printed: '{_printed(day)}', basis: printed}}
fingerprint: {text.fingerprint}
words: {text.words}
statements:
"""


def _person(minister: Minister) -> str:
    return f"""\
id: {minister.id}
name: {minister.name}
memberships:
  - title: Foreign Minister
    organization: {slug(minister.state)}
    attested:
      - article: {minister.article}
        as: the foreign minister of {minister.state}
"""


def _write(corpus: Path, kind: str, name: str, entry: str) -> None:
    (corpus / kind / f"{slug(name)}.yaml").write_text(f"format: 2\n{entry}", encoding="utf-8")


if __name__ == "__main__":
    Grown(int(sys.argv[2])).write(Path(sys.argv[1]))
