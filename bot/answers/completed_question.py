"""Complete a question that goes on from the one before: what it leaves out is that one's."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bot.answers.answer import CitationStyle
from bot.answers.last_question import SEARCHING
from bot.answers.people_asked_before import keep_those_called, list_people
from bot.answers.question_in_full import CompletedQuestion, mention_unused_words, tell_nobody_else
from bot.answers.quotes_shown import list_statement_ids
from bot.answers.ref import Ref
from bot.answers.taken_over import TakenOver
from bot.answers.units_away import find_unit_away, names_unit
from knowledge.corpus import Kind
from knowledge.questions import Wanted, read
from knowledge.text import REPLYING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.answers.last_question import LastQuestion
    from knowledge.kb import KnowledgeBase
    from knowledge.questions import ShortQuestion

_DAY: Final = timedelta(days=1)
_KEPT: Final = frozenset({"timeline", "compare"})  # commands in which the next question goes on
_LISTING: Final = frozenset({"stance", "who"})  # that list all statements after "more"
_NAMING: Final = frozenset(
    {
        Wanted.NAMED,
        Wanted.OF_THEM,
        Wanted.ABOUT,
        Wanted.BESIDE,
        Wanted.ONLY,
        Wanted.ALL_OTHERS,
        Wanted.BESIDE_OTHERS,
        Wanted.SIDE_BY_SIDE,
        Wanted.THESE,
        Wanted.FIRST_OF_THESE,
        Wanted.FORMER,
        Wanted.LATTER,
        Wanted.NTH,
        Wanted.HOLDERS,
        Wanted.ISSUES,
    }
)
# What goes on from what was asked alone; the others ask about what was shown too.
_OF_WHAT_WAS_ASKED: Final = frozenset(
    {Wanted.NAMED, Wanted.BESIDE, Wanted.ONLY, Wanted.BEFORE, Wanted.AFTER, Wanted.LATEST}
)
_PAIR: Final = 2
_BY: Final = re.compile(r"by\s+", re.IGNORECASE)


def complete(
    kb: KnowledgeBase, short: ShortQuestion, last: LastQuestion
) -> CompletedQuestion | None:
    """Return a question in full; None where the last one does not have what it leaves out."""
    known, last = {*kb.entities, *kb.issues}, _follow(kb, last)
    if not known.issuperset([*last.who, *last.issues, *last.earlier_issues]):
        return None  # of another kb
    if not last.issues and _is_of_earlier(kb, short, last):
        return _complete_with_earlier(kb, short, last)
    if last.issues_unasked and short.wanted in _OF_WHAT_WAS_ASKED and not short.agrees:
        last = last.model_copy(update={"issues": ()})
    meant = keep_those_called(kb, last, short) if short.called else last
    return _Completer(kb, short, meant).complete() if meant else None


def _is_of_earlier(kb: KnowledgeBase, short: ShortQuestion, last: LastQuestion) -> bool:
    """Return whether a question needs an issue, which only the one before the last one has."""
    if not last.earlier_issues or short.names_issue:
        return False
    states = bool(short.who) and all(kb.entities[who].state == who for who in short.who)
    return short.wanted is Wanted.HOLDERS or (
        short.wanted is Wanted.NAMED and short.names_who and (states or short.agrees)
    )


def _complete_with_earlier(
    kb: KnowledgeBase, short: ShortQuestion, last: LastQuestion
) -> CompletedQuestion | None:
    """Return a question on the issue asked about before it was asked who somebody is."""
    earlier = {"issues": last.earlier_issues, "earlier_issues": (), "command": "stance"}
    completed = complete(kb, short, last.model_copy(update=earlier))
    if completed is None:
        return None
    taken = completed.taken_over.model_copy(update={"of_earlier": True})
    return completed._replace(taken_over=taken)


def _follow(kb: KnowledgeBase, last: LastQuestion) -> LastQuestion:
    """Take present ids for those that entries had when the last question was asked."""
    fields = ("who", "issues", "earlier_issues")
    return last.model_copy(
        update={field: tuple(map(kb.entry_id, getattr(last, field))) for field in fields}
    )


class _Completer:
    def __init__(self, kb: KnowledgeBase, short: ShortQuestion, last: LastQuestion) -> None:
        self._kb = kb
        self._short = short
        self._last = last

    def complete(self) -> CompletedQuestion | None:
        last = self._last
        asked_for: Mapping[Wanted, Callable[[], CompletedQuestion | None]] = {
            Wanted.NAMED: self._named,
            Wanted.OF_THEM: self._of_them,
            Wanted.ABOUT: self._about,
            Wanted.BESIDE: self._beside,
            Wanted.WITHOUT: self._without,
            Wanted.ONLY: self._only,
            Wanted.THESE: lambda: self._of_these("compare"),
            Wanted.FIRST_OF_THESE: lambda: self._of_these("timeline"),
            Wanted.FORMER: lambda: self._of_two(0),
            Wanted.LATTER: lambda: self._of_two(1),
            Wanted.NTH: self._nth,
            Wanted.FIRST_OF_ALL: self._first_of_all,
            Wanted.FIRST: lambda: self._timeline(last.who),
            Wanted.WHEN: lambda: self._timeline(last.who),
            Wanted.CHANGES: lambda: self._timeline(last.who),
            Wanted.ALL_OTHERS: self._all_others,
            Wanted.BESIDE_OTHERS: lambda: self._beside_others(last.who),
            Wanted.SIDE_BY_SIDE: self._side_by_side,
            Wanted.LATEST: self._latest,
            Wanted.HOLDERS: self._holders,
            Wanted.BEFORE: self._other_days,
            Wanted.AFTER: self._other_days,
            Wanted.PERSON: lambda: self._person() or self._cited(),
            Wanted.WORDS: lambda: self._all_words() or self._cited(),
            Wanted.REASONS: lambda: self._all_words() or self._cited(),
            Wanted.SPEAKERS: self._cited,
            Wanted.SETTING: self._setting,
            Wanted.ISSUES: self._issues,
            Wanted.SOURCES: self._sources,
            Wanted.CITATION: self._cited,
        }
        return asked_for[self._short.wanted]() or self._again()

    def _named(self) -> CompletedQuestion | None:
        short, last = self._short, self._last
        if last.command == "said" and not (short.of_them and last.who):
            return self._search_again()
        if short.names_issue:
            return self._on_another_issue()
        if not short.names_who:
            return self._ask(self._command, last.who, last.issues)
        new = self._new
        if not last.issues:  # the days alone go on
            return self._ask(self._command, new, (), taken=()) if self._last.typed_days else None
        if self._command == "compare" and {*short.who} & {*last.who}:  # who is compared already
            return self._ask(self._command_for(new), new, last.issues, taken=())
        if self._command == "compare" or (short.of_them and short.agrees):
            return self._ask("compare", [*last.who, *new], last.issues, taken=last.who)
        return self._ask(self._command, new, last.issues, taken=())

    def _of_them(self) -> CompletedQuestion | None:
        """Ask in plain words what somebody says of others, by name instead of the pronoun."""
        short, last = self._short, self._last
        who = last.who if short.pronoun == "they" else list_people(self._kb, last)
        if not who or (short.pronoun != "they" and len(who) > 1):
            return None
        names = " and ".join(self._kb.entities[i].label or self._kb.name_of(i) for i in who)
        before, after = short.around
        return CompletedQuestion(f"{before}{names}{after}", self._take(who, ()))

    def _about(self) -> CompletedQuestion | None:
        """Ask in plain words what those asked about said of others: "and about Japan"."""
        who = self._last.who
        if not who:
            return None
        names = " and ".join(map(self._kb.name_of, who))
        days = "" if self._short.days else self._last.typed_days
        text = f"What did {names} say {self._short.words.rstrip(' ?')} {days}".rstrip()
        return CompletedQuestion(text, self._take(who, (), days=bool(days)))

    def _first_of_all(self) -> CompletedQuestion | None:
        """Ask for all on an issue in order of time: of those compared, or else of whoever it is."""
        last = self._last
        compared = last.command == "compare" and len(last.who) >= _PAIR
        return self._timeline(last.who if compared or not last.issues else ())

    def _of_these(self, command: str) -> CompletedQuestion | None:
        """Ask of several who were asked about, at once or one after the other."""
        who = self._list_several(self._short.count)
        return self._ask(command, who, self._last.issues) if who else None

    def _of_two(self, place: int) -> CompletedQuestion | None:
        """Ask the same of one of the two who were asked about, or of the first of several."""
        of_more = len(self._last.who) > _PAIR
        named = self._last.who[:1] if of_more and place == 0 else self._list_several(_PAIR)
        one = () if of_more and place else named[place : place + 1]
        return self._ask(self._command_for(one), one, self._last.issues) if one else None

    def _nth(self) -> CompletedQuestion | None:
        """Ask the same of one of several, by its number among those asked about.

        That is of those asked about at once, or of two lately, one after the other.
        """
        at_once, lately = self._last.who, self._last.lately
        several = at_once if len(at_once) >= _PAIR else lately if len(lately) == _PAIR else ()
        one = several[self._short.count - 1 : self._short.count]
        return self._ask(self._command_for(one), one, self._last.issues) if one else None

    def _list_several(self, count: int) -> Sequence[str]:
        """Return so many of those asked about, at once or lately; none where there were fewer."""
        last = self._last
        if len(last.who) >= _PAIR and count in {0, len(last.who)}:
            return last.who
        lately = last.lately[-count:] if count else last.lately
        return lately if len(lately) >= max(count, _PAIR) else ()

    def _on_another_issue(self) -> CompletedQuestion | None:
        last = self._last
        if not last.who and self._command != "timeline":
            return None
        command = "stance" if self._command == "who" else self._command
        return self._ask(command, last.who, [self._short.words], taken=last.who)

    @property
    def _new(self) -> tuple[str, ...]:
        """Return the ids of those named, or the words that may name several."""
        return self._short.who or (_BY.sub("", self._short.words, count=1),)

    @property
    def _command(self) -> str:
        """Return the command that goes on: a person alone, or else a position."""
        last = self._last
        if last.command in _KEPT:
            return last.command
        people = all(self._kb.entities[who].kind is Kind.PERSON for who in last.who)
        of_all = last.who and not last.issues and (people or last.command != "stance")
        return "who" if of_all else "stance"

    def _beside(self) -> CompletedQuestion | None:
        short, last = self._short, self._last
        if not last.who:
            return None
        if short.days and not (short.names_who or short.names_issue):
            return self._beside_days()
        if short.names_issue:
            return self._ask("compare", [*last.who, short.words], (), taken=last.who)
        return self._ask("compare", [*last.who, *self._new], last.issues, taken=last.who)

    def _beside_days(self) -> CompletedQuestion | None:
        """Ask for all between the days named and those asked about before, or now."""
        last, named = self._last, read(self._kb, self._short.days).asked_date
        ends = [named.first or named.last if named else None, last.first_day or last.last_day]
        known = sorted(filter(None, ends))
        days = f"since {known[0]}" if known else ""
        self._short = replace(self._short, days=days or "to now")
        return self._timeline(last.who)

    def _without(self) -> CompletedQuestion | None:
        """Ask the same again without those named; where it did not ask about them, say so."""
        last, short = self._last, self._short
        unused = f"without {short.words} {short.days}"
        if last.command == "said":
            self._short = replace(short, names_who=False, names_issue=False)
            return mention_unused_words(self._search_again(), unused)
        who = [one for one in last.who if one not in short.who]
        issues = [issue for issue in last.issues if issue not in short.issues]
        unchanged = len(who) + len(issues) == len(last.who) + len(last.issues)
        if unchanged or not (who or not last.who) or not (issues or not last.issues):
            self._short = replace(short, days="")
            again = self._ask(self._command, last.who, last.issues)
            return again and mention_unused_words(again, unused)
        return self._ask(self._command_for(who), who, issues)

    def _only(self) -> CompletedQuestion | None:
        """Ask the same again of those named alone, or on that issue alone."""
        short, last = self._short, self._last
        if last.command == "said":
            return self._search_again()
        if short.names_issue:
            return self._on_another_issue()
        if not short.names_who:
            return self._ask(self._command, last.who, last.issues)
        if not last.issues:
            return None
        return self._ask(self._command_for(self._new), self._new, last.issues, taken=())

    def _command_for(self, who: Sequence[str]) -> str:
        """Return the command that goes on with those: one alone is beside nobody."""
        command = self._command
        return "stance" if command == "compare" and len(who) == 1 else command

    def _timeline(self, who: Sequence[str]) -> CompletedQuestion | None:
        """Ask for all in order of time; cite words found, which may be of many."""
        last = self._last
        if last.command in SEARCHING and not (last.who and last.issues):
            return self._cited()
        return self._ask("timeline", who, last.issues)

    def _search_again(self) -> CompletedQuestion:
        """Ask for a search that lacks its words, as they are not kept: it asks for them."""
        short = self._short
        by = f"by {' '.join(self._new)}" if short.names_who and len(self._new) == 1 else ""
        on = f"on {short.issues[0]}" if short.names_issue and len(short.issues) == 1 else ""
        named = by or on or not (short.names_who or short.names_issue)
        parts = ["/said", by, on, short.days or self._last.typed_days]
        taken = TakenOver(names=(), was_a_search=True, not_used="" if named else short.words)
        return CompletedQuestion(" ".join(filter(None, parts)), taken)

    def _all_others(self) -> CompletedQuestion | None:
        """Ask about all others beside the one asked about; of several, about the others alone."""
        return self._beside_others(self._last.who if len(self._last.who) < _PAIR else ())

    def _beside_others(self, who: Sequence[str]) -> CompletedQuestion | None:
        """Ask about some beside all others on record; where nobody else is, the answer says so."""
        last = self._last
        below = [issue.id for asked in last.issues for issue in self._kb.under(asked)]
        known = self._kb.places.list_holders(below, last.last_day or date.max)
        others = [one for one in known if one not in last.who]
        if len(last.who) < _PAIR or not others:
            again = self._side_by_side()
            return again and tell_nobody_else(again) if len(last.who) >= _PAIR else again
        each = [*who, *others]
        return self._ask(self._command_for(each), each, last.issues, taken=who)

    def _side_by_side(self) -> CompletedQuestion | None:
        last = self._last
        return self._ask("compare", last.who, last.issues) if last.issues else None

    def _latest(self) -> CompletedQuestion | None:
        if self._last.command in SEARCHING and not (self._last.who and self._last.issues):
            return self._cited()
        self._short = replace(self._short, days="now")
        return self._ask(self._command, self._last.who, self._last.issues)

    def _holders(self) -> CompletedQuestion | None:
        """Ask in plain words who is on a side, of one issue."""
        issues = self._last.issues
        if len(issues) != 1:
            return None
        days = self._last.typed_days
        text = " ".join(filter(None, [self._short.words, *issues, days]))
        return CompletedQuestion(text, self._take((), issues, days=bool(days)))

    def _other_days(self) -> CompletedQuestion | None:
        """Ask for a timeline of the days before those asked about, or after them."""
        self._short = replace(self._short, days=self._find_other_days())
        if self._last.command == "said":
            return self._search_again()
        asked = self._ask("timeline", self._last.who, self._last.issues)
        unread = names_unit(self._short.words) and not self._short.days
        return mention_unused_words(asked, self._short.words) if asked and unread else asked

    def _find_other_days(self) -> str:
        """Return the days, as they are typed; "" where none were asked about."""
        first, last = self._last.first_day, self._last.last_day
        before = self._short.wanted is Wanted.BEFORE
        if away := find_unit_away(self._short.words, self._last, before=before):
            return away
        if before and (first or last):
            return f"to {first - _DAY if first else last}"
        return f"since {last + _DAY}" if last and not before else ""

    def _person(self) -> CompletedQuestion | None:
        """Ask who the one asked about is, or else whoever is quoted: several are a choice."""
        people = list_people(self._kb, self._last)
        if not people:
            return None
        days = self._last.typed_days if self._short.then else ""
        text = f"/who {', '.join(people)} {days}".rstrip()
        return CompletedQuestion(text, self._take(people, (), days=bool(days)))

    def _all_words(self) -> CompletedQuestion | None:
        """Ask for all statements of somebody, where a command lists them."""
        last = self._last
        if self._command not in _LISTING or len(last.who) != 1:
            return None
        return self._ask(self._command, last.who, last.issues, "more")

    def _cited(self) -> CompletedQuestion | None:
        """Ask for what was shown, each with its speaker, day and source, in the style named."""
        said, short = self._last.statements, self._short
        if not said:
            return None
        taken = self._take(self._last.who, self._last.issues)
        asked = CompletedQuestion(f"/cite {' '.join(said)}", taken)
        if short.wanted is not Wanted.CITATION or not short.words:
            return asked
        if short.words not in set(CitationStyle):
            return mention_unused_words(asked, f"as {short.words}")
        return asked._replace(text=f"{asked.text} as {short.words}")

    def _setting(self) -> CompletedQuestion | None:
        """Ask for what was shown, where no entry tells what is asked of it."""
        cited = self._cited()
        return mention_unused_words(cited, self._short.words) if cited else None

    def _issues(self) -> CompletedQuestion | None:
        """Ask for all issues of whoever was asked about."""
        who = self._last.who
        return self._ask("issues", who, ()) if who else None

    def _sources(self) -> CompletedQuestion | None:
        said = self._kb.statements(list_statement_ids(self._last.statements))
        articles = list(dict.fromkeys(statement.article.id for statement in said))
        if not articles:
            return None
        taken = self._take(self._last.who, self._last.issues)
        return CompletedQuestion(f"/source {' '.join(articles)}", taken)

    def _again(self) -> CompletedQuestion | None:
        """Ask the same again, where nothing was shown that could be asked about."""
        last = self._last
        if self._short.wanted in _NAMING or last.statements:
            return None
        if last.command == "said":
            return self._search_again()
        again = self._ask(self._command, last.who, last.issues)
        if again and self._short.wanted is Wanted.CITATION:
            return mention_unused_words(again, "cite")
        return again

    def _ask(
        self,
        command: str,
        who: Sequence[str],
        issues: Sequence[str],
        more: str = "",
        *,
        taken: Iterable[str] | None = None,
    ) -> CompletedQuestion | None:
        """Return a question about some on something; `taken` are those who were asked about."""
        if not (who or issues):
            return None
        command = "compare" if command == "stance" and len(who) > 1 else command
        if command == "compare":
            parts = [", ".join(who), f"on {', '.join(issues)}" if issues else ""]
        else:
            parts = [*who, *issues]
        days = self._short.days or self._last.typed_days
        text = " ".join(filter(None, [f"/{command}", *parts, days, more]))
        taken_issues = [issue for issue in issues if issue in self._last.issues]
        return CompletedQuestion(
            text,
            self._take(who if taken is None else taken, taken_issues, days=not self._short.days),
        )

    def _find_reply(self) -> str:
        """Return the word that asks for a reply: which words came after others is not compared."""
        typed = re.findall(r"\w+", self._short.words if self._short.wanted is Wanted.NAMED else "")
        return next((word for word in typed if word.lower() in REPLYING), "")

    def _take(self, who: Iterable[str], issues: Iterable[str], *, days: bool = False) -> TakenOver:
        """Return what is told of what was taken over."""
        last = self._last
        return TakenOver(
            names=tuple(Ref(id=i, name=self._kb.name_of(i)) for i in (*who, *issues)),
            first_day=last.first_day if days else None,
            last_day=last.last_day if days else None,
            seeks_reasons=self._short.wanted is Wanted.REASONS or self._short.words[:4] == "why ",
            not_used=self._find_reply(),
            was_a_timeline=last.command == "timeline" and not last.who,
        )
