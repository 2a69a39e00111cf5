"""The corpus of invented names that the tests of every word ask: states, ministers, issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bot.invented_corpus import InventedCorpus

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.kb.knowledge_base import KnowledgeBase


def every_word_kb(folder: Path) -> KnowledgeBase:
    """Return the knowledge base of the corpus, written into a folder."""
    corpus = InventedCorpus(folder)
    _write_states(corpus)
    _write_issues(corpus)
    _write_people(corpus)
    _write_statements(corpus)
    return corpus.kb()


def _write_states(corpus: InventedCorpus) -> None:
    corpus.state("Ruritania", "Ruritanian")
    corpus.state("Sordia", "Sordian")
    corpus.state("South Sordia")
    corpus.state("Mexia", "Mexian")
    corpus.state("Zemblia")
    corpus.state("Sudan", "Sudanese")
    corpus.state("Egypt", "Egyptian", "Cairo")
    corpus.state("Ethiopia", "Ethiopian")
    corpus.state("Congo")


def _write_issues(corpus: InventedCorpus) -> None:
    corpus.issue("Ban on glacier mining", "glacier ban", "mining ban")
    corpus.issue("First use of nuclear weapons", "first use")
    corpus.issue("Agenda 2020")
    corpus.issue("Filling of the dam", "dam", "the dam")
    corpus.issue("Role of the Security Council")


def _write_people(corpus: InventedCorpus) -> None:
    corpus.person("Otto Brandt", post=("Prime Minister", "Ruritania"))
    corpus.person("Kim Hong-il")
    for name in ("An Min-su", "No Tae-u", "Do Sang-ho", "Amira Said", "Hugo Will", "To Van Lam"):
        corpus.person(name)
    for name in ("Kim Jo Ran", "Kim Yong Ran", "Tae Kim", "Kenji Onodera"):
        corpus.person(name)
    corpus.person("Boris Lunt", "Борис Лунт")


def _write_statements(corpus: InventedCorpus) -> None:
    ban, use = "Ban on glacier mining", "First use of nuclear weapons"
    corpus.said("Ruritania", ban, "supports", "We support the ban as a start", "Otto Brandt")
    corpus.said("Sordia", ban, "opposes", "We oppose the ban in every form")
    corpus.said("Mexia", ban, "supports", "A ban on mining is overdue in our land")
    corpus.said("Zemblia", ban, "supports", "The ban is right without reserve")
    corpus.said("Congo", ban, "opposes", "No ban on mines will be kept here")
    corpus.said("Ruritania", use, "supports", "We keep the first use open", "Otto Brandt")
    corpus.said("Ruritania", "Agenda 2020", "opposes", "We oppose the agenda from today on")
    corpus.said("Sudan", "Filling of the dam", "opposes", "The dam must not be filled this year")
    corpus.said("Egypt", "Filling of the dam", "opposes", "Nobody may fill that dam alone")
    council = "Role of the Security Council"
    corpus.said("Ethiopia", council, "opposes", "The council has no say on our river")
