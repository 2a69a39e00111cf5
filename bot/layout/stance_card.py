"""The card of one holder on one issue: the value and its date, how old it is, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.phrases import in_words, with_article
from bot.block_kit.block_elements import header, run, small_print
from bot.block_kit.block_text import as_text
from bot.block_kit.message import Part
from bot.layout.ages import age_of, first_upper, full_years, is_old, years_old
from bot.layout.bars import source_parts, stance_bar
from bot.layout.days_in_words import asked_days, from_before, head_days
from bot.layout.signature import AlreadyShown
from knowledge.corpus import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bot.answers.answer import Answer, StanceOnIssue
    from bot.block_kit.block_elements import Block
    from knowledge.citations import CitedStatement

_BARS = 2
_WORDS = 120  # of a card, beside what was read of the question
_NO_WORDS = {"·", ">"}
_NOTIFIED = 60  # characters that a notification shows


def stance_card(answer: Answer, stance: StanceOnIssue) -> list[Part]:
    """Lay out where one holder stands on one issue, in two bars at most.

    Where they make the card too long, the second is left out unless it dates the position; then
    the card does not tell since when it is on record.
    """
    told = list_told(answer, stance)
    card = _lay_out(answer, stance, told[:_BARS])
    if _count_words(card) <= _WORDS:
        return card
    if told[0] is _find_dating(told):
        return _lay_out(answer, stance, told[:1])
    return _lay_out(answer, stance, told[:_BARS], tells_since=False)


def _count_words(card: Sequence[Part]) -> int:
    lines = [line for part in card for line in as_text(part.blocks).splitlines()]
    return sum(word not in _NO_WORDS for line in lines for word in line.split())


def _lay_out(
    answer: Answer,
    stance: StanceOnIssue,
    shown: Sequence[CitedStatement],
    *,
    tells_since: bool = True,
) -> list[Part]:
    since = _since(stance) if tells_since else ""
    head = [header(_title(answer, stance)), _small_print(answer, stance, shown, since)]
    bars = list(_two_bars(stance, shown))
    return [Part(head), *bars, *source_parts(bars, shown)]


def _two_bars(stance: StanceOnIssue, shown: Sequence[CitedStatement]) -> Iterator[Part]:
    """Yield the words that decide the stance; of a lone statement, what else it quotes too."""
    above: AlreadyShown | None = None
    for statement in shown:
        yield stance_bar(statement, stance, above, alone=len(shown) == 1)
        above = AlreadyShown(day=statement.said)


def list_told(answer: Answer, stance: StanceOnIssue) -> list[CitedStatement]:
    """Return the statements of a position as they are told; the one that dates it is second."""
    by_id = {s.id: s for s in answer.statements}
    told = [by_id[i] for i in stance.statements if i in by_id]
    dating = _find_dating(told)
    if dating is None or dating in told[:_BARS]:
        return told
    return [told[0], dating, *(s for s in told[1:] if s is not dating)]


def _find_dating(told: Sequence[CitedStatement]) -> CitedStatement | None:
    """Return the statement that gives the head its date, which is the newest."""
    return min(told, key=lambda statement: statement.place, default=None)


def _title(answer: Answer, stance: StanceOnIssue) -> str:
    """Return whose position it is, on what, where and as of when: short enough to be notified."""
    who = answer.person or answer.organization or stance.holder
    names = (stance.issue.name, stance.issue.short)
    titles = [f"{who.name} · {name}: {position(stance)}" for name in names]
    return titles[0] if len(titles[0]) <= _NOTIFIED else titles[1]


def from_before_days(answer: Answer, stance: StanceOnIssue) -> str:
    """Return that a position is from before the days asked about, or may be."""
    first = answer.first_day
    if first is None or is_of_days(answer, stance):
        return ""
    return f"{'perhaps ' * (stance.latest.to >= first)}{from_before(first)}"


def perhaps_newer(stance: StanceOnIssue) -> str:
    """Return that another value may be the newer one: "supports may be newer".

    The days of the statements do not tell which came last.
    """
    other = stance.perhaps_newer
    return f"{in_words(other)} may be newer" if other else ""


def position(stance: StanceOnIssue) -> str:
    """Return a value and when it is of: "reluctant as of Nov 2021"."""
    return f"{in_words(stance.value)} as of {head_days(stance.latest)}"


def _small_print(
    answer: Answer, stance: StanceOnIssue, shown: Sequence[CitedStatement], since: str
) -> Block:
    """Return how old the evidence is, on whose account, since when, and the issue's question."""
    told = first_upper(f"{tell_age(answer, stance, shown)}.")
    question = f" {stance.issue.question}" if stance.issue.question else ""
    return small_print(run(told, bold=True), since, question)


def tell_age(answer: Answer, stance: StanceOnIssue, shown: Sequence[CitedStatement]) -> str:
    """Return how old a position is, and whether it rests on an outlet's account or older words."""
    today, then = answer.as_of or answer.today, bool(answer.as_of)
    age = age_of(stance.latest, today)
    parts = [
        years_old(age, then=then) if is_old(stance.latest, today) else "",
        from_before_days(answer, stance),
        "by an outlet’s account" if stance.basis is Basis.ASCRIBED else "",
        _latest(answer, stance),
        perhaps_newer(stance),
    ]
    older = _older_words(stance, shown[0], today, then=then) if shown else ""
    return ", ".join(filter(None, parts)) + older


def _older_words(stance: StanceOnIssue, first: CitedStatement, today: date, *, then: bool) -> str:
    """Return how old the words are that are shown first, where they are older than the position."""
    if full_years(first.said, today) <= full_years(stance.latest, today):
        return ""
    told = years_old(age_of(first.said, today), then=then)
    return f"; {_first_words(stance, first)} {'were' if then else 'are'} {told}"


def _first_words(stance: StanceOnIssue, first: CitedStatement) -> str:
    """Return what the words are that are shown first."""
    decided = [s for s in first.stances if s.issue == stance.issue.id]
    own = any(s.basis is Basis.DECLARED and s.holder == stance.holder.id for s in decided)
    return f"{stance.holder.name}’s own words" if own else "the words shown first"


def _latest(answer: Answer, stance: StanceOnIssue) -> str:
    """Return that nothing newer is on record, of whom, and by which day."""
    what = "the only one on record" if _is_only(answer, stance) else "the latest on record"
    speaker = answer.person or answer.organization
    by = f" by {'bodies under ' if answer.from_bodies else ''}{speaker.name}" if speaker else ""
    if answer.governments and speaker:
        what, by = "the latest on record", f" by name under {speaker.name}"
    state = f", for {with_article(stance.holder.name)}" if _is_for(answer, stance) else ""
    first = answer.first_day if is_of_days(answer, stance) else None
    return f"{what}{by}{state}{asked_days(first, answer.as_of)}"


def is_of_days(answer: Answer, stance: StanceOnIssue) -> bool:
    """Return whether a position certainly is of the days asked about, and not from before them."""
    return answer.first_day is not None and stance.latest.from_ >= answer.first_day


def _is_only(answer: Answer, stance: StanceOnIssue) -> bool:
    """Return whether no other statement is on the issue, with whatever value."""
    if stance.earlier and not is_of_days(answer, stance):
        return False
    others = (s for s in answer.statements if s.id not in stance.statements)
    issue = stance.issue.id
    held = any(own.issue == issue for s in others for own in s.stances)
    return len(stance.statements) == 1 and not held


def _is_for(answer: Answer, stance: StanceOnIssue) -> bool:
    speaker = answer.person or answer.organization
    return speaker is not None and speaker.id != stance.holder.id


def _since(stance: StanceOnIssue) -> str:
    """Return since when the value is on record, where that is not the day of its head."""
    since = head_days(stance.since)
    return "" if since == head_days(stance.latest) else f" On record since {since}."
