"""Build the benchmark from the repository's invented texts: python -m tests.check_benchmark.build_set.

The same texts and the same seed give the same set, line by line.
"""

from __future__ import annotations

import csv
import random
import re
from typing import TYPE_CHECKING, NamedTuple

from knowledge.corpus.corpus_reader import load_corpus
from knowledge.corpus.model import Rights
from knowledge.text.article_text import Text, fold
from tests.check_benchmark import changes
from tests.check_benchmark.cases import (
    ALTERED,
    MISLEADING_CUT,
    NOT_PRINTED,
    PRINTED,
    ROOT,
    SET,
    WRONG_SPEAKER,
    Case,
    write_case,
)
from tests.places import CORPUS, TESTS, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SEED = 20261129
OF_A_KIND = 40  # cases made from the texts; the cuts are as many as were written
SHORTEST = 5  # words of a claim
_SECOND = TESTS / "questions" / "second"
CORPORA = ((CORPUS, TEXTS), (_SECOND / "entries", _SECOND / "articles"))
# Cuts that leave what is no sentence, and concessions, of which readers differ.
_OTHERWISE = {"place", "marks", "concession"}
_KEPT = re.compile(r"\[\[(.+?)\]\]|\[(.+?)\]")
_MARKS = re.compile(r"[“”\"]")


class Passage(NamedTuple):
    """Words of a text; those of a person who is on record have a speaker."""

    path: str
    words: str
    speaker: str | None = None
    others: tuple[str, ...] = ()
    """Other people who speak in the same corpus, those of the same text first."""


def build_set() -> Iterator[Case]:
    """Yield every case, those of one kind together."""
    first, second = (_passages(*corpus) for corpus in CORPORA)
    passages = first + second
    yield from _printed(passages)
    yield from _altered(passages)
    yield from _by_speaker(passages)
    yield from _elsewhere(first, second)
    yield from _cuts()


def _passages(entries: Path, texts: Path) -> list[Passage]:
    """Return the sentences without marks, and what people on record say between marks.

    Texts that may only be linked are left out: what they print is told of none of their words.
    """
    corpus = load_corpus(entries)
    articles = {entry.model.fingerprint: entry.model for entry in corpus.articles.values()}
    names = {key: entry.model.name for key, entry in corpus.people.items()}
    speaking = {a.id: _people(a, names) for a in articles.values()}
    found: list[Passage] = []
    for file in sorted(texts.glob("*.txt")):
        text = Text(file.read_text(encoding="utf-8"))
        path, article = file.relative_to(ROOT).as_posix(), articles[text.fingerprint]
        if article.rights == Rights.LINK_ONLY:
            continue
        found += [Passage(path, words) for words in _sentences(text)]
        here = speaking[article.id]
        elsewhere = dict.fromkeys(name for people in speaking.values() for name in people)
        others = tuple(dict.fromkeys([*here, *elsewhere]))
        found += _spoken(path, article, names, others)
    return found


def _people(article, names) -> list[str]:
    ids = [s.speaker.id for s in article.served if s.speaker]
    return list(dict.fromkeys(names[one] for one in ids if one in names))


def _sentences(text: Text) -> Iterator[str]:
    for span in text.sentences:
        words = text.printed(span)
        if (
            _is_long(words)
            and "\n" not in words
            and words[-1] in ".?!"
            and not _MARKS.search(words)
        ):
            yield words


def _spoken(path, article, names, others) -> Iterator[Passage]:
    for statement in article.served:
        name = names.get(statement.speaker.id) if statement.speaker else None
        for quote in statement.quotes:
            if quote.kind == "direct" and name and _is_long(quote.exact):
                rest = tuple(other for other in others if other != name)
                yield Passage(path, quote.exact, name, rest)


def _is_long(words: str) -> bool:
    return len(words.split()) >= SHORTEST


def _numbered(kind: str, cases: Sequence[dict]) -> Iterator[Case]:
    for number, fields in enumerate(cases, 1):
        yield Case(id=f"{kind}-{number:03}", kind=kind, **fields)


def _sample(kind: str, cases: Sequence[dict]) -> Iterator[Case]:
    """Yield so many of the cases, in their order; each kind has dice of its own."""
    places = range(len(cases))
    chosen = random.Random(f"{SEED} {kind}").sample(places, min(OF_A_KIND, len(cases)))
    yield from _numbered(kind, [cases[place] for place in sorted(chosen)])


def _printed(passages: list[Passage]) -> Iterator[Case]:
    whole = [{"right": PRINTED, "claim": p.words, "source_path": p.path} for p in passages]
    yield from _sample("whole", whole)
    dice = random.Random(f"{SEED} typography")
    typed = []
    for passage in passages:
        words, how = changes.set_otherwise(passage.words, dice)
        if words != passage.words:
            typed.append(
                {"right": PRINTED, "claim": words, "source_path": passage.path, "how": how}
            )
    yield from _sample("typography", typed)


def _altered(passages: list[Passage]) -> Iterator[Case]:
    everything = {p.path: fold(_read(p.path)).casefold() for p in passages}
    for kind, change in changes.CHANGES.items():
        dice = random.Random(f"{SEED} {kind}")
        made = []
        for passage in passages:
            others = [p.words for p in passages if p.path == passage.path and p != passage]
            changed = change(passage.words, others, dice)
            if changed and fold(changed.words).casefold() not in everything[passage.path]:
                made.append(
                    {
                        "right": ALTERED,
                        "claim": changed.words,
                        "source_path": passage.path,
                        "how": changed.how,
                    }
                )
        yield from _sample(kind, made)


def _read(path: str) -> str:
    return " ".join((ROOT / path).read_text(encoding="utf-8").split())


def _by_speaker(passages: list[Passage]) -> Iterator[Case]:
    said = [p for p in passages if p.speaker]
    given = [
        {"right": PRINTED, "claim": p.words, "source_path": p.path, "speaker": p.speaker}
        for p in said
    ]
    yield from _sample("right_speaker", given)
    taken = [
        {
            "right": WRONG_SPEAKER,
            "claim": p.words,
            "source_path": p.path,
            "speaker": p.others[0],
            "how": f"said by {p.speaker}",
        }
        for p in said
        if p.others
    ]
    yield from _sample("wrong_speaker", taken)


def _elsewhere(first: list[Passage], second: list[Passage]) -> Iterator[Case]:
    """Yield sentences of one corpus that are claimed of a text of the other."""
    dice = random.Random(f"{SEED} not_printed")
    claims = [
        {"right": NOT_PRINTED, "claim": p.words, "source_path": dice.choice(other).path}
        for own, other in ((first, second), (second, first))
        for p in own
    ]
    yield from _sample("not_printed", claims)


def _cuts() -> Iterator[Case]:
    """Yield the cuts that were written by hand: those that mislead, and those that do not."""
    harmful = _rows("knowledge/check_quote/harmful_cuts.tsv")[1:]
    harmful += _rows("knowledge/check_corpus/harmful_cuts.txt")
    harmful = [row for row in harmful if row[0] not in _OTHERWISE]
    honest = [(None, *row) for row in _rows("knowledge/check_corpus/honest_cuts.txt")]
    fresh = _rows("check_benchmark/fresh_cuts.tsv")
    yield from _cut_alike("misleading_cut", MISLEADING_CUT, harmful)
    yield from _cut_alike("honest_cut", PRINTED, honest)
    for kind, right in (("misleading_cut", MISLEADING_CUT), ("honest_cut", PRINTED)):
        unseen = [(None, marked) for which, marked in fresh if which == kind]
        yield from _cut_alike(f"fresh_{kind}", right, unseen)


def _cut_alike(kind: str, right: str, rows: Sequence[Sequence[str | None]]) -> Iterator[Case]:
    cases = [_cut(marked) | {"right": right, "how": how} for how, marked in rows if marked]
    yield from _numbered(kind, cases)


def _rows(name: str) -> list[list[str]]:
    with (TESTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _cut(marked: str) -> dict:
    """Return the kept words, an ellipsis between them, and the sentence they were cut from."""
    kept = [one or other for one, other in _KEPT.findall(marked)]
    return {"claim": " … ".join(kept), "source": _KEPT.sub(lambda m: m[1] or m[2], marked)}


def main() -> None:
    lines = [write_case(case) for case in build_set()]
    SET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
