"""An invented transcript, and the tiny corpus with what is said in it."""

from __future__ import annotations

import shutil
from functools import cache
from typing import TYPE_CHECKING, Any

from knowledge.check_corpus import contradictions
from knowledge.check_corpus.corpus_check import run_check
from knowledge.check_corpus.proof import article_problems
from knowledge.check_corpus.speaker_names import NamesOf
from knowledge.corpus import canonical, corpus_reader
from knowledge.corpus.entry import Entry
from knowledge.corpus.model import Article
from knowledge.text.article_text import Text
from knowledge.text.locating import locate
from knowledge.text.quote_search import NotFound
from tests.places import CORPUS, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.corpus.model import Statement

KEEPS = "We will keep the ferry ban as long as the ice moves."
HEARING = f"""Harbor Gazette

Transcript: the harbor committee hears Orin Dask

By Ada Finch

June 3, 2025

The committee of Ostby heard Orin Dask and Ilse Marrow on Tuesday.

MR HOLLIS: Your own ministry said that “the ban is as good as dead”. Will you lift it now?

MR DASK: No. {KEEPS} But in summer we can talk about it.

[Laughter.]

I have said so at every meeting since the winter, and I say it again.

MR HOLLIS: And what does the mayor of the harbor town think of that?

MS MARROW: I want the ferry back before the first tourists come.

MR DASK: The mayor has her view and I have mine.

This transcript was shortened.
"""
INTERVIEW = """Harbor Gazette

“The ice decides”: an interview with Orin Dask

By Ada Finch

June 5, 2025

The head of the Northern Bureau, Orin Dask, spoke to the Gazette on Wednesday.

Q: Will you lift the ferry ban this year, as your friends ask?

A: I will not lift it while the ice moves in the sound.

Q: What does Ilse Marrow say to that?

A: You must ask the mayor about that, and not me.
"""
SIGNED = "The Ministers agreed that no boat will cross the sound until the ice is gone."
COMMUNIQUE = f"""Velmoran Foreign Ministry

Joint Statement of the Foreign Ministers of Velmora and South Tarsk

Ostby, June 3, 2025

1. The Foreign Ministers of Velmora and South Tarsk met in Ostby this week.

2. {SIGNED} They called on North Tarsk to do the same.

3. Both sides will meet again before the first snow falls.

Notes to editors: The ministers had lunch.
"""
SPEECH = """Remarks by Harbor Commissioner Orin Dask at the Ice Forum

Ostby, June 3, 2025

Friends, I thank you for coming to Ostby in this weather.

We will not open the ferry line as long as the ice moves. I have said so before.

In summer we can talk about it, and I ask you to come back then.
"""


def make_article(text: str, *statements: dict[str, Any]) -> Article:
    """Return an entry of a text with statements, which lack their offsets."""
    read = Text(text)
    day = "2025-06-03" if "June 3" in text else "2025-06-05"
    outlet = "Harbor Gazette" if "Gazette" in text else None
    printed = {"printed": "June 3, 2025" if "June 3" in text else "June 5, 2025"}
    return Article.model_validate(
        {
            "id": "harbor-gazette-2025-06-hearing",
            "agency": None,
            "publisher": outlet,
            "title": None,
            "byline": "Ada Finch" if outlet else None,
            "url": None,
            "published": {"from": day, "to": day, **printed, "basis": "printed"},
            "fingerprint": read.fingerprint,
            "words": read.words,
            "statements": statements,
        }
    )


def speak(
    exact: str, label: str | None = "MR DASK", by: str | None = "orin-dask", **fields: Any
) -> dict[str, Any]:
    """Return a statement with one quote under a label."""
    quote = {"kind": "labeled", "exact": exact, "attribution": label}
    quote |= {k: fields.pop(k) for k in ("kind", "refers_to", "attribution") if k in fields}
    return {
        "id": "dask-at-the-hearing",
        "said": {
            "from": "2025-06-03",
            "to": "2025-06-03",
            "printed": None,
            "basis": "date inferred: the day of publication",
        },
        "speaker": {"id": by},
        "on_behalf_of": "velmora",
        "sourcing": "on_record",
        "summary": "Dask wants to keep the ban.",
        "quotes": [quote],
        **fields,
    }


def find_faults(text: str, **fields: Any) -> Iterator[str]:
    """Yield what is wrong with a statement on a text, by the names of the tiny corpus."""
    read, names = Text(text), _read_names()
    article = make_article(text, speak(**fields))
    statements = tuple(_locate(read, statement) for statement in article.statements)
    article = article.model_copy(update={"statements": statements})
    for fault in contradictions.faults(article):
        yield f"{fault.why} {fault.what_to_do}"
    for problem in article_problems(Entry("", article, {}), read, names):
        yield f"{problem.why} {problem.what_to_do}"


@cache
def _read_names() -> NamesOf:
    return NamesOf(corpus_reader.read(CORPUS)[0])


def _locate(text: Text, statement: Statement) -> Statement:
    """Return a statement with the offsets of its quote, as `check --fix` writes them."""
    (quote,) = statement.quotes
    spans = locate(text, quote)
    place = {} if isinstance(spans, NotFound) else spans[0]._asdict()
    return statement.model_copy(update={"quotes": (quote.model_copy(update=place),)})


def write_corpus(folder: Path, article: Article, text: str) -> tuple[Path, Path]:
    """Write the tiny corpus with one more article, and its texts; return both folders."""
    entries, texts = folder / "entries", folder / "texts"
    shutil.copytree(CORPUS, entries)
    shutil.copytree(TEXTS, texts)
    (texts / "hearing.txt").write_text(text, encoding="utf-8")
    file = entries / "articles" / f"{article.id}.yaml"
    file.write_text(canonical.write(article), encoding="utf-8")
    run_check(entries, texts, fix=True)
    return entries, texts
