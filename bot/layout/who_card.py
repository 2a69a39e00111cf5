"""The card of a person or an organization: what articles called them, and what they said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.phrases import count_of, in_words, listed, with_article
from bot.block_kit.block_elements import bullets, header, line, paragraph, run, small_print
from bot.block_kit.message import Part, refusal_part
from bot.layout.ages import age_of, is_old, tell_latest, years_old
from bot.layout.bar_words import has_own_words
from bot.layout.bars import deciding_bar, list_sources, source_parts, statement_bars
from bot.layout.days_in_words import asked_days, days, from_before, head_days, partial_day
from bot.layout.printed_descriptions import behind_days, behind_name, without_time
from bot.layout.signature import AlreadyShown
from bot.layout.wording import doubt_of, settled_first
from knowledge.corpus import Sourcing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from bot.answers.answer import Answer, Attested, PersonRef, Post
    from bot.block_kit.block_elements import Block
    from knowledge.citations import CitedStance, CitedStatement
    from knowledge.corpus import Interval

BARS = 2  # statements that the card shows
_NAMED = 3  # posts and descriptions in the head, and statements named at the end


def who_card(answer: Answer) -> list[Part]:
    """Lay out who somebody was, as named in articles, and the newest of what they said."""
    said = settled_first(answer.statements, answer)
    shown = [*said[:1], *_second(said)]
    others = [statement for statement in said if statement not in shown]
    named = _named_as(answer, answer.person) if answer.person else []
    beside = AlreadyShown(posts=frozenset(behind_name(attested.as_) for attested in named))
    sides = BARS if len(shown) == 1 else 1
    sections = [part for s in shown for part in _sections(answer, s, beside, sides)]
    return [
        Part(_head(answer, named)),
        *sections,
        *_others(answer, others),
        *source_parts(sections, shown),
        *_said_under(answer),
        *_naming(answer, {statement.article.id for statement in shown}),
    ]


def _said_under(answer: Answer) -> list[Part]:
    """Name what bodies said that a person led, beside their own words."""
    if not answer.said_under or not answer.person:
        return []
    told = _listed(answer, answer.said_under)
    return [Part([small_print(f"Bodies under {answer.person.name} said: {told}.")])]


def _naming(answer: Answer, told: Collection[str]) -> list[Part]:
    """Show what others said that names somebody of whom no words are on record.

    `told` are the ids of articles that are named above.
    """
    shown = answer.naming[:BARS]
    bars = [statement_bars(statement) for statement in shown]
    heading = [refusal_part("Named by others:")] if bars else []
    articles = [*answer.named_in, *(statement.article for statement in shown)]
    return [*heading, *bars, *list_sources([a for a in articles if a.id not in told])]


def _second(said: Sequence[CitedStatement]) -> list[CitedStatement]:
    """Return the newest of the further statements; own words, where the newest of all has none."""
    others = said[1:]
    own = [] if any(map(has_own_words, said[:1])) else list(filter(has_own_words, others))
    return [*own, *others][:1]


def _head(answer: Answer, named: Sequence[Attested]) -> list[Block]:
    who = answer.person or answer.organization
    name, state = who.name if who else "", answer.holder.name if answer.holder else ""
    spoke = "spoke for" if answer.person else "of"
    title = f"{name} · {spoke} {with_article(state)}" if state and state != name else name
    return [header(title), small_print(*_called(answer, named), *_count(answer))]


def _named_as(answer: Answer, person: PersonRef) -> list[Attested]:
    """Return posts and descriptions: what was asked about first, each post once, the newest first.

    What was so only later than the day asked about comes behind, what was nearest to it first, and
    so does another name of a post.
    """
    ranked = [
        (not post.asked, i > 0, a) for post in person.posts for i, a in enumerate(post.attested)
    ]
    ranked += [(True, False, described) for described in person.descriptions]
    newest = sorted(ranked, key=lambda r: (r[2].to, r[2].from_), reverse=True)
    until = answer.as_of or answer.today
    told = sorted(newest, key=lambda r: (r[0] or r[1], _days_after(r[2].from_, until), r[1]))
    return [attested for *_, attested in told[:_NAMED]]


def _days_after(day: date, until: date) -> int:
    return max(0, (day - until).days)


def count_unnamed(answer: Answer) -> int:
    """Return how many posts and descriptions of a person the head leaves out."""
    person = answer.person
    count = sum(len(post.attested) for post in person.posts) if person else 0
    return max(0, count + len(person.descriptions if person else ()) - _NAMED)


def _called(answer: Answer, named: Sequence[Attested]) -> Iterator[Block | str]:
    """Yield posts and descriptions, each as printed and when."""
    if not named or not answer.person:
        return
    yield run("Named ", bold=True)
    left = count_unnamed(answer)
    told = [f"in {_when_named(answer, a)}{behind_days(a.as_)}" for a in named]
    yield f"{'; '.join(told)}{f'; {left} more' if left else ''}. "


def _when_named(answer: Answer, attested: Attested) -> str:
    """Return when somebody was called so; also of when, where an article looks back.

    "His daughter was kidnapped in 1977" is not printed in 1977.
    """
    described = answer.person is not None and attested in answer.person.descriptions
    of = {source.id: source.published for source in answer.named_in}.get(attested.article)
    if not (of and described and of.from_ > attested.to):
        return _when(attested)
    return f"{_when(of)}, of {_when(attested)}"


def _when(days: Attested | Interval) -> str:
    words = head_days(days)
    return f"[{words}]" if days.inferred else words


def post_list(person: PersonRef) -> list[Part]:
    """List every post and description with all that articles print of it."""
    items = [_post_line(post) for post in person.posts]
    items += [[run(f"{without_time(d.as_)}: named so in {_when(d)}")] for d in person.descriptions]
    return [Part([paragraph(bullets(items))])] if items else []


def _post_line(post: Post) -> list[Block]:
    dates = [
        *([f"from {partial_day(post.start)}"] if post.start else []),
        *([f"until {partial_day(post.end)}"] if post.end else []),
        *(f"named in {_when(a)}{behind_days(a.as_)}" for a in post.attested),
    ]
    return [run(f"{post.title}, {post.organization}", bold=True), run(f": {'; '.join(dates)}")]


def _count(answer: Answer) -> Iterator[Block | str]:
    """Yield how many statements there are, how they reached the articles, and their age."""
    said, today = answer.statements, answer.as_of or answer.today
    if not said:
        asked = asked_days(answer.first_day, answer.as_of)
        yield run(f"No statement on record{asked}.", bold=True)
        return
    if answer.from_bodies and answer.person:
        asked = asked_days(answer.first_day, answer.as_of)
        yield f"No words of {answer.person.name} on record{asked}. What bodies under them said: "
    before = _from_before(answer)
    if before and not answer.from_bodies:
        yield f"No statement on record{asked_days(answer.first_day, answer.as_of)}. "
    until = before or _of_days(answer)
    count = f"{len(said)} statement{'s' * (len(said) > 1)}{until}"
    yield f"{count}{_all_alike(said)}"
    newest = min(said, key=lambda statement: statement.place).said
    if is_old(newest, today):
        age, then = age_of(newest, today), bool(answer.as_of)
        told = tell_latest(age, then=then) if len(said) > 1 else years_old(age, then=then)
        yield "; "
        yield run(told, bold=True)
    yield "."


def _from_before(answer: Answer) -> str:
    """Return that all statements are from before the days asked about, where they are."""
    first = answer.first_day
    if first is None or any(statement.said.to >= first for statement in answer.statements):
        return ""
    return f" {from_before(first)}"


def _of_days(answer: Answer) -> str:
    """Return of which days the statements are, and whether they may be of others."""
    asked, first, said = (
        asked_days(answer.first_day, answer.as_of),
        answer.first_day,
        answer.statements,
    )
    early = sum(statement.said.from_ < first for statement in said) if first else 0
    if early:
        many = "" if len(said) == 1 else "all " if early == len(said) else "some "
        return f"{asked}, {many}perhaps earlier"
    perhaps = ", perhaps" if asked and {s.id for s in said} <= set(answer.maybe_later) else ""
    return f"{perhaps}{asked}"


def _all_alike(said: Sequence[CitedStatement]) -> str:
    """Return that all were relayed, or all by speakers not named, where that is so."""
    ways = {statement.sourcing for statement in said}
    alike = {Sourcing.RELAYED: "relayed", Sourcing.UNNAMED: "from speakers not named"}
    if len(ways) != 1 or not ways <= set(alike):
        return ""
    return f", {'all ' * (len(said) > 1)}{alike[ways.pop()]}"


def _sections(
    answer: Answer, statement: CitedStatement, beside: AlreadyShown, sides: int
) -> Iterator[Part]:
    """Yield a statement under each issue it is on, as many as have room; the first names others."""
    own = _sides(answer, statement)
    left = own[sides:]
    also = "".join(f"; also {_side(answer, stance)}" for stance in left)
    first, *others = own[:sides] or (None,)
    yield _under_issue(answer, statement, first, beside, also)
    for stance in others:
        yield replace(_under_issue(answer, statement, stance, beside), statement=False)


def _under_issue(
    answer: Answer,
    statement: CitedStatement,
    stance: CitedStance | None,
    beside: AlreadyShown,
    also: str = "",
) -> Part:
    """Show what decides a side, under the issue with the value and its day where one is taken."""
    about = answer.holder.name if answer.holder else None
    bar = deciding_bar(statement, stance, about, doubt_of(statement, answer), beside)
    value = f" {in_words(stance.value)} as of {head_days(statement.said)}" if stance else ""
    topic = _topic(answer, statement, stance)
    return bar.under(paragraph(line(run(f"{topic}:", bold=True), run(f"{value}{also}"))))


def _topic(
    answer: Answer, statement: CitedStatement, stance: CitedStance | None, *, short: bool = False
) -> str:
    names = {ref.id: ref.short if short else ref.name for ref in answer.topics}
    on = [stance.issue] if stance else statement.about[:1]
    return names.get(on[0], on[0]) if on else "Also said"


def _others(answer: Answer, left: Sequence[CitedStatement]) -> list[Part]:
    """Name the statements that are not shown: when, on what, and the side they take."""
    if not left:
        return []
    return [Part([small_print(f"{len(left)} more: {_listed(answer, left)}.")])]


def _listed(answer: Answer, statements: Sequence[CitedStatement]) -> str:
    """Name statements, a few where they are many, and count the others."""
    named = statements if len(statements) == _NAMED + 1 else statements[:_NAMED]
    rest = len(statements) - len(named)
    more = [f"and {count_of(rest, 'other')}"] if rest else []
    return "; ".join([*(_named(answer, statement) for statement in named), *more])


def _named(answer: Answer, statement: CitedStatement) -> str:
    """Return when a statement was made, and each side that it takes, or what it is about."""
    sides = [_side(answer, stance) for stance in _sides(answer, statement)]
    told = listed(sides) or _topic(answer, statement, None, short=True)
    return f"{days(statement.said)}, {told}"


def _sides(answer: Answer, statement: CitedStatement) -> Sequence[CitedStance]:
    """Return the sides that a statement takes; of a state asked about, its own alone."""
    state = answer.organization and answer.holder and answer.holder.id == answer.organization.id
    if not (state and answer.holder):
        return statement.stances
    return [stance for stance in statement.stances if stance.holder == answer.holder.id]


def _side(answer: Answer, stance: CitedStance) -> str:
    names = {ref.id: ref.short for ref in answer.topics}
    return f"{names.get(stance.issue, stance.issue)}, {in_words(stance.value)}"
