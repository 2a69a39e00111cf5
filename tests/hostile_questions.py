"""Invents what nobody would ask, to find what takes the bot long: every surface, seeded.

What an asker can type is drawn piece by piece: marks, ellipses, names, dates, words and sentences
of the articles, real questions, characters of every Unicode category, long tokens. Pieces are
repeated, joined, nested and spliced up to far more than Slack sends. `climb` mutates the costliest
found so far, which finds worse ones than chance alone.
"""

from __future__ import annotations

import random
import sys
import unicodedata
from collections import defaultdict
from heapq import nlargest
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.reply import reply_to
from bot.cli.ask import ask
from bot.commands import registry
from bot.commands.plain_words import choose
from bot.slack.listeners.asked_messages import decode_shortcut, find_quoted, read_question
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References
from knowledge.text.article_text import Text
from knowledge.text.quotation_marks import TYPED_PAIRS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from bot.answers.answer import Answer
    from knowledge.kb.knowledge_base import KnowledgeBase

LENGTH = 3_000  # characters of most; some are longer by far
HUGE = 1_000_000
MARKS = [
    *TYPED_PAIRS,
    *TYPED_PAIRS.values(),
    "'",
    "‘",
    "’",
    "“„«‘「'",
    "\n“",
    "”\n\n“",
    "''",
    '"""',
]
GAPS = ["…", " … ", "...", " [...] ", "(…)", ". . .", "[", "(", "—", " - ", "-", "/", " / ", ", "]
GAPS += [
    " and ",
    ", and what does ",
    " or ",
    "; ",
    "? ",
    ". ",
    "! ",
    "\n",
    "\n\n",
    "   ",
    ": ",
    "'s ",
]
GAPS += [
    ",",
    "\u200b",
    "\u00ad",
    "\u0301",
    "\u3000",
    " of ",
    " of the ",
    " with ",
    " the ",
    " not ",
]
DATES = ["as of ", "2018", "26/2/2018", "between January and March 2018", "last year", "since 2020"]
DATES += [
    "mid-January ",
    "Feb '18 ",
    "Q1 2018",
    "before ",
    "more",
    "more 99",
    "00:00",
    "1 ",
    "9" * 40,
]
SCRIPTS = [
    "日本",
    "終戦宣言",
    "북한",
    "종전선언은",
    "カタカナ",
    "ひらがな",
    "金正恩",
    "河野",
    "ｶﾞ",
    "ﾊﾟ",
    "가",
    "の",
]
MARKUP = [
    "<@U0BOT> ",
    "<@U0BOT|a",
    "<#C1|korea>",
    "<https://a.b|c>",
    "*",
    "_",
    "~",
    "`",
    "```",
    ":flag-jp:",
]
MARKUP += ["&lt;", "&amp;", "> ", "&gt; ", "<!here>", "<mailto:a@b.c|d>", "<", ">", "|", ":a", "• "]
GRAMMAR = "who what does did say said think of on about the a not support oppose position stance is".split()
OFFICES = [
    "prime minister ",
    "foreign minister of ",
    "president ",
    "Mr. ",
    "Dr. ",
    "former ",
    "envoy for ",
]


class HostileQuestion(NamedTuple):
    """Words, and where they are typed: after a command, in a message, or under a shortcut."""

    surface: str
    text: str

    def ask_of(self, kb: KnowledgeBase, today: date) -> Answer | None:
        return SURFACES[self.surface](kb, self.text, today)


def _ask(kb: KnowledgeBase, text: str, today: date) -> Answer:
    return ask(kb, text, today).answer


def _ask_message(kb: KnowledgeBase, text: str, today: date) -> Answer:
    asked = read_question(
        kb, decode_message({"text": text}), lambda words: choose(kb, words, today)
    )
    return reply_to(kb, asked.meant, today).answer


def _ask_shortcut(kb: KnowledgeBase, text: str, today: date) -> Answer | None:
    return _ask_of_quoted(kb, {"text": text}, today)


def _ask_forwarded(kb: KnowledgeBase, text: str, today: date) -> Answer | None:
    return _ask_of_quoted(kb, {"attachments": [{"is_share": True, "text": text}]}, today)


def _ask_attached(kb: KnowledgeBase, text: str, today: date) -> Answer | None:
    """Ask about lines of a post of an app, each of which can be a quotation."""
    lines = "\n".join(text[i : i + 60] for i in range(0, min(len(text), LENGTH * 4), 60))
    return _ask_of_quoted(kb, {"attachments": [{"text": lines}]}, today)


def _ask_of_quoted(kb: KnowledgeBase, sent: dict[str, object], today: date) -> Answer | None:
    asked = find_quoted(kb, decode_shortcut(sent, References()))
    return reply_to(kb, asked.meant, today).answer if asked else None


SURFACES: dict[str, Callable[[KnowledgeBase, str, date], Answer | None]] = {
    **{f"/{name}": lambda kb, t, d, n=name: _ask(kb, f"/{n} {t}", d) for name in registry()},
    "words": _ask,
    "message": _ask_message,
    "shortcut": _ask_shortcut,
    "forwarded": _ask_forwarded,
    "attached": _ask_attached,
}


class HostileQuestions:
    """Draws them, the same for the same seed and material."""

    def __init__(
        self, seed: int, kb: KnowledgeBase, texts: Iterable[str], questions: Sequence[str]
    ) -> None:
        self.chance = random.Random(seed)
        articles = [Text(text) for text in texts]
        self.questions = questions
        self.sentences = [a[span] for a in articles for span in a.sentences] or list(questions)
        self.words = list(dict.fromkeys(w for s in self.sentences for w in s.split()))
        self.letters = sorted({letter for s in self.sentences for letter in s})
        self.names = [row[0] for row in kb._rows("SELECT text FROM name ORDER BY text, target")]
        self.characters = _by_category()
        self.pieces = [
            lambda: self.any_of(self.names), lambda: self.any_of(self.words),
            lambda: self.any_of(self.sentences), lambda: self.any_of(self.questions),
            lambda: self.any_of(MARKS), lambda: self.any_of(GAPS), lambda: self.any_of(DATES),
            lambda: self.any_of(SCRIPTS), lambda: self.any_of(MARKUP), lambda: self.any_of(GRAMMAR),
            lambda: self.any_of(OFFICES), lambda: self.any_of(self.letters), self.character,
            lambda: self.any_of(self.names).split()[0], self.misspelled,
        ]  # fmt: skip
        self.shapes = [
            self.repeated, self.joined, self.joined, self.nested, self.quoted, self.quoted,
            self.spliced, self.spliced, self.mutated, self.named, self.token, self.mixed,
        ]  # fmt: skip

    def any_of(self, things: Sequence[str]) -> str:
        return self.chance.choice(things)

    def character(self) -> str:
        """Return a character of any category, each of them as often."""
        return self.any_of(self.characters[self.any_of(sorted(self.characters))])

    def misspelled(self) -> str:
        return self.changed(self.any_of(self.names))

    def piece(self) -> str:
        return self.chance.choice(self.pieces)()

    def draw(self) -> HostileQuestion:
        """Return one; one in fifty is longer than anything that is read."""
        surface = self.any_of(list(SURFACES))
        text = self.chance.choice(self.shapes)()
        length = int(LENGTH ** self.chance.uniform(0.4, 1.01))
        if self.chance.random() < 1 / 50:
            length = int(HUGE ** self.chance.uniform(0.6, 1))
            text *= length // max(1, len(text)) + 1
        return HostileQuestion(surface, text[:length])

    def repeated(self) -> str:
        """Repeat a few pieces to the whole length."""
        piece = "".join(self.piece() for _ in range(self.chance.randint(1, 4))) or "a"
        return piece * (LENGTH // len(piece) + 1)

    def joined(self) -> str:
        """Join pieces of one kind by one gap: names by slashes, words by ellipses."""
        gap, kind = self.any_of([*GAPS, " ", ""]), self.chance.choice(self.pieces)
        return self.filled(lambda: f"{kind()}{gap}")

    def mixed(self) -> str:
        return self.filled(self.piece)

    def filled(self, make: Callable[[], str]) -> str:
        made: list[str] = []
        left = self.chance.randint(LENGTH // 4, LENGTH)
        while left > 0:
            made.append(make() or " ")
            left -= len(made[-1])
        return "".join(made)

    def named(self) -> str:
        """Name many, with little between."""
        gaps = [self.any_of(GAPS), " ", self.any_of([*OFFICES, *DATES, *GRAMMAR])]
        names = self.chance.choices(self.names, k=self.chance.randint(1, 6))
        return self.filled(lambda: f"{self.any_of(names)}{self.any_of(gaps)}")

    def nested(self) -> str:
        """Open and close marks, more of the one than of the other."""
        marks = self.chance.choices(MARKS, k=self.chance.randint(1, 4))
        word = self.any_of([" ", "", self.any_of(self.words), "a ", "\n"])
        return self.filled(lambda: self.any_of(marks) + word)

    def quoted(self) -> str:
        """Put a shape between marks, with a speaker perhaps."""
        opening, closing = self.chance.choice(list(TYPED_PAIRS.items()))
        inner = self.chance.choice([self.repeated, self.joined, self.spliced, self.mixed])()
        speaker = self.chance.choice(["", "", f"{self.any_of(self.names)} ", "who said "])
        return f"{speaker}{opening}{inner[: LENGTH - 60]}{closing[:1]}"

    def spliced(self) -> str:
        """Splice sentences of the articles, or their parts, in marks of one kind or in none."""
        gap = self.any_of([*GAPS, " ", " … ", "” “"])
        whole = self.chance.random() < 1 / 3

        def part() -> str:
            words = self.any_of(self.sentences).split()
            first = 0 if whole else self.chance.randrange(len(words))
            last = len(words) if whole else min(len(words), first + self.chance.randint(1, 12))
            if self.chance.random() < 1 / 3:
                words[first] = self.any_of(self.words)
            return " ".join(words[first:last]) + gap

        return self.any_of(["“", "", '"']) + self.filled(part)

    def mutated(self) -> str:
        text = self.any_of(self.questions)
        for _ in range(self.chance.randint(1, 6)):
            text = self.changed(text)
        return text * self.chance.choice([1, 1, 1, 9, 99])

    def token(self) -> str:
        """Make a token that is longer than any word."""
        letters = self.chance.choices([*self.letters, self.character(), "a", "A", "'", "."], k=3)
        return self.filled(lambda: self.any_of(letters))

    def changed(self, text: str) -> str:
        """Take out, repeat, put in or swap some of a text."""
        first, last = sorted(self.chance.randrange(len(text) + 1) for _ in range(2))
        return self.chance.choice(
            [
                lambda: text[:first] + text[last:],
                lambda: text[:last] + text[first:],
                lambda: text[:first] + self.piece() + text[first:],
                lambda: text[:first] + self.piece() + text[last:],
                lambda: text[last:] + text[first:last] + text[:first],
                lambda: text[:first] + text[first:last] * self.chance.randint(2, 9) + text[last:],
            ]
        )()

    def mutate(self, one: HostileQuestion, other: HostileQuestion) -> HostileQuestion:
        """Change one of the costliest, or cross it with another."""
        surface = one.surface if self.chance.random() < 4 / 5 else self.any_of(list(SURFACES))
        text = one.text[:LENGTH]
        if self.chance.random() < 1 / 4:
            cut = self.chance.randrange(len(text) + 1)
            text = text[:cut] + other.text[:LENGTH][cut:]
        for _ in range(self.chance.randint(1, 4)):
            text = self.changed(text)
        return HostileQuestion(surface, text[: LENGTH + 60])

    def climb(
        self,
        cost: Callable[[HostileQuestion], float],
        found: dict[HostileQuestion, float],
        times: int,
    ) -> None:
        """Add mutants of the costliest found so far, and of what they are mutated to."""
        best = nlargest(_KEPT, found, key=found.__getitem__)
        for _ in range(times):
            mutant = self.mutate(self.chance.choice(best), self.chance.choice(best))
            found[mutant] = cost(mutant)
            if found[mutant] > found[best[-1]]:
                best = nlargest(_KEPT, {*best, mutant}, key=found.__getitem__)


_KEPT = 40  # costliest questions that are mutated


def _by_category() -> dict[str, list[str]]:
    """Return every 37th character, by its category; surrogates, as a broken client sends them, too."""
    found = defaultdict[str, list[str]](list)
    for code in chain(range(0x3000), range(0x3000, sys.maxunicode, 37)):
        found[unicodedata.category(chr(code))].append(chr(code))
    return dict(found)


def _named_rows() -> Iterator[tuple[str, HostileQuestion]]:
    """Yield rows of short quotations, and of names."""
    for surface in ("shortcut", "forwarded", "message"):
        yield f"single marks, {surface}", HostileQuestion(surface, "'a' " * 740)
    for name, piece in (("between", "Japan and "), ("one after another", "日本! ")):
        row = f"Who wants talks between {piece * 700}"[:LENGTH]
        yield f"names {name}", HostileQuestion("message", row)


def _named_mixtures() -> Iterator[tuple[str, HostileQuestion]]:
    """Yield long rows of few characters and marks, in no order and in one."""
    for name, surface, drawn in (
        ("letters between single marks", "attached", "''Nu"),
        ("letters beside apostrophes", "shortcut", "J'M"),
        ("signs of lists", "forwarded", "•-'"),
    ):
        yield name, HostileQuestion(surface, "".join(random.Random(1).choices(drawn, k=2_900)))
    for name, surface, piece in (
        ("a state before each mark", "shortcut", "日本”"),
        ("a code in each line", "shortcut", '”```"Kono'),
        ("a letter before each mark", "/check", 'J"before '),
        ("endings in a row", "/check", "'s"),
    ):
        yield name, HostileQuestion(surface, piece * (2_900 // len(piece)))


def named_hostile_questions(words: Sequence[str]) -> Iterator[tuple[str, HostileQuestion]]:
    """Yield those that took longest once, by what is in them; `words` are the articles'."""
    own = list(dict.fromkeys(words))
    for surface, before, after in (("/check", '"', '"'), ("words", "“", "”")):
        for name, text in (
            ("one letter between ellipses", "…".join("a" * 1_495)),
            ("one word between ellipses", "the … " * 495),
            ("every article word between ellipses", " … ".join(own)),
            ("every article word", " ".join(own)),
            ("one letter", "a " * 1_490),
            ("line ends", f"a{chr(10) * 2_950}b"),
        ):
            yield f"{name}, {surface}", HostileQuestion(surface, before + text[:2_985] + after)
        yield f"marks, {surface}", HostileQuestion(surface, "“„«‘「'" * 497)
        yield f"single marks, {surface}", HostileQuestion(surface, "'a' " * 740)
        yield f"short quotations, {surface}", HostileQuestion(surface, '"one two" ' * 290)
    for name, piece in (
        ("words", "what does japan think of sanctions? "),
        ("marks", "“„«‘「'"),
        ("line ends", "what?\n"),
        ("one letter", "a"),
        ("mentions", "<@U0BOT|a "),
    ):
        for surface in ("words", "message"):
            huge = HostileQuestion(surface, piece * (HUGE // len(piece)))
            yield f"a megabyte of {name}, {surface}", huge
    yield from _named_rows()
    yield from _named_mixtures()
    for name, piece in (("surname", "Kim "), ("name", "Kim Jong Un "), ("state", "Japan, ")):
        yield f"one {name} repeated", HostileQuestion("words", piece * (LENGTH // len(piece)))
        yield (
            f"one {name} beside a quotation",
            HostileQuestion("shortcut", f"“a” {piece * 420}"[:2_990]),
        )
    yield "a run of capitals", HostileQuestion("attached", "who said 「" + "W" * 1_500)
    yield "runs of spaces", HostileQuestion("message", "check\n" + ("x" + " " * 600 + "x\n") * 4)
    yield "a table of one letter", HostileQuestion("forwarded", "|a" * 605 + "|")
    for name, mark in (("dashes", "—"), ("dots", ".")):
        for surface in ("words", "message", "forwarded"):
            yield f"{name}, {surface}", HostileQuestion(surface, f"a{mark * 2_950} b")
    for surface in ("message", "forwarded"):
        yield f"a mark in each line, {surface}", HostileQuestion(surface, "„t" + "”\n" * 1_490)
    yield "questions begun", HostileQuestion("words", "“a” and " + ", and what does ≎" * 700)
    yield "prepositions between marks", HostileQuestion("/compare", "« with ” with " * 128)
    yield "letters between marks", HostileQuestion("attached", 'I"D' * 850)
    cuts = "(…) nuclear (…) the (…) talks (…) Japan " * 80
    yield "printed words between cuts", HostileQuestion("attached", cuts[:2_990])
    yield "marks of emphasis alone", HostileQuestion("attached", "_" * 2_990)
    yield "blocks of code", HostileQuestion("shortcut", "```_" * 740)
    yield "words that are not read", HostileQuestion("words", "\U0006e1b5P" * 1_490)
    names = "theendingity against North Korea dampened by North-South talksingmnS.-ROK un "
    yield "names with slips", HostileQuestion("/said", names * 90)
    for name, gap in (("dashes", "—"), ("hyphens", "-"), ("blanks", " ")):
        letters = gap.join("bcdefgzjkLOB" * 122)
        yield (
            f"letters between {name} beside a name",
            HostileQuestion("shortcut", f"“Japan” {letters}"),
        )
