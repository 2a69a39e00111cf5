"""The typed answer to a question: what `ask --json` prints and what every layout is made from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pydantic import Field

from bot.answers.ref import Ref
from bot.answers.taken_over import TakenOver
from knowledge.check_quote import Difference, MeaningChange, Verdict
from knowledge.citations import CitedStatement, Source, SourceRecord
from knowledge.corpus import Basis, Interval, Kind, Model, QuoteKind, Value

SCREEN = 3  # statements on the first screen; more behind a button or the word "more"


class Outcome(StrEnum):
    """`no_record` is never "no position", and `no_match` names what is nearest."""

    ANSWER = "answer"
    CHOICE = "choice"
    NO_RECORD = "no_record"
    NO_MATCH = "no_match"
    HELP = "help"


class IssueRef(Ref):
    short: str
    """What buttons and lists call it."""
    parent: str | None = None
    """The id of the wider issue."""
    question: str | None = None
    """The question that `supports` answers with yes."""


class Attested(Model):
    """One article calling somebody so; the dates are those of the words."""

    article: str
    """The article's id."""
    as_: str = Field(alias="as")
    """The printed words."""
    from_: date = Field(alias="from")
    """The first day of those words."""
    to: date
    """The last day."""
    inferred: str | None = None
    """What of the date is inferred, such as `year inferred`."""


class Post(Model):
    """A post as attested: never in the present tense."""

    title: str
    """The office."""
    organization: str
    """The organization's name."""
    start: str | None
    """When it began, as far as an article says so."""
    end: str | None
    """When it ended, likewise."""
    attested: tuple[Attested, ...]
    """The articles that attest the post."""
    asked: bool = False
    """Whether the question names the person by this post."""
    note: str | None = None
    """The curator's note."""


class PersonRef(Ref):
    posts: tuple[Post, ...] = ()
    """Posts, each as attested."""
    descriptions: tuple[Attested, ...] = ()
    """Printed words about the person that are not posts."""
    note: str | None = None
    """The curator's note."""


class ReadAs(Model):
    typed: str
    """The words as typed."""
    name: str
    """The name they were read as."""
    misspelled: bool = False
    """Whether a lone word was read as a person, though it has other letters than the name."""


class Choice(Ref):
    kind: Kind | None = None
    """What the choice is; null for a day."""
    question: str
    """The question to ask to pick this choice."""
    label: str
    """The words on its button."""


class Days(Model):
    from_: date = Field(alias="from")
    """The first day."""
    to: date
    """The last day."""


class StanceOnIssue(Model):
    """Where the holder stands on one issue, latest on record."""

    holder: Ref
    """Whose stance it is."""
    issue: IssueRef
    """The issue."""
    value: Value
    """The latest value on record."""
    condition: str | None
    """The printed words of the condition."""
    basis: Basis
    """Who says so."""
    since: Days
    """When the first statement of the unbroken run with this value was said."""
    latest: Days
    """When the newest statement with this value was said."""
    perhaps_newer: Value | None = None
    """Another value that may be newer: the days of the statements do not tell which came last."""
    earlier: bool = False
    """Whether a stance from before the days asked about is on record beside those given."""
    statements: tuple[str, ...] = ()
    """Ids of the statements of that run, in the order in which they are told: own words first.
    With `/issues` no more than the first three.
    """


class UncertainStance(Model):
    """A holder on an issue, who may have taken a side on it only after the days asked about."""

    holder: Ref
    """Whose stance it would be."""
    issue: IssueRef
    """The issue."""


class CellRecord(StrEnum):
    """What is on record of one holder on one issue."""

    POSITION = "position"
    NO_POSITION = "no_position"
    UNCERTAIN = "uncertain"
    NO_RECORD = "no_record"


class ComparedPosition(Model):
    """One cell of a comparison: where one of those compared stands on one of the issues."""

    holder: Ref
    """Who is compared: a state, or somebody who speaks for one."""
    issue: IssueRef
    """The issue."""
    record: CellRecord
    """Whether a position is on record; `no_position`: only statements that take no side;
    `uncertain`: none that is certainly of the day asked about or earlier.
    """
    stance: StanceOnIssue | None = None
    """The position, where there is one."""
    statement: str | None = None
    """The id of the statement that tells it, in `statements`."""
    dated_by: str | None = None
    """The id of the newest statement with this value, which dates it."""
    named_by_others: bool = False
    """Whether what others said there names a person who has nothing on record."""
    cites: str | None = None
    """What `/cite` takes for the words shown: the statement's id, with the numbers of its quotes
    where not all of them are.
    """
    quotes: tuple[int, ...] = ()
    """The numbers of that statement's quotes that tell it, counted from 0; empty where its words
    are not shown.
    """
    withheld_reason: str | None = None
    """Why words that the corpus holds are not shown."""


class TimelinePoint(Model):
    """What is on record of one occasion, for one holder on one issue."""

    said: Interval
    """The day of the occasion, of its reports the one known best."""
    event: Ref | None = None
    """The occasion, where it is named."""
    values: tuple[Value, ...] = ()
    """Where the holder stood; none where no side is coded, several where reports differ."""
    account: bool = False
    """Whether an outlet's account is all there is of it."""
    statements: tuple[str, ...]
    """Ids of the statements that report it, in the order in which they are told."""


class TimelineChange(Model):
    """Two values of one holder on one issue that follow one another."""

    before: str
    """The id of the statement with the old value."""
    after: str
    """The id of the statement with the new one."""
    old: Value
    """The old value."""
    new: Value
    """The new value."""
    in_order: bool
    """Whether the old one was certainly said first: the days do not overlap."""


class Lane(Model):
    """All that is on record of one holder on one issue in the days asked about, oldest first."""

    holder: Ref | None
    """The holder; null where nobody was spoken for."""
    issue: IssueRef | None
    """The issue; null for what is on none."""
    points: tuple[TimelinePoint, ...]
    """The occasions."""
    changes: tuple[TimelineChange, ...] = ()
    """The changes of value."""
    condition_count: int = 0
    """The number of conditions that are printed in different words."""


class Attribution(Model):
    """Those to whom one article attributes a quotation."""

    article: str
    """Id of the article."""
    to: tuple[str, ...]
    """Whom it gives the words to; relayed ones with who relayed them."""


class Check(Model):
    """What our articles print of words that somebody asked to have checked."""

    asked: str
    """The quotation as typed."""
    verdict: Verdict
    """The verdict."""
    speaker: Ref | None = None
    """The person or body named in the question."""
    theirs: bool | None = None
    """Whether an article gives the words to `speaker`; null where no article says so."""
    statements: tuple[str, ...] = ()
    """Ids of the statements that quote the words, or some of them with `from_whole_text`."""
    kind: QuoteKind | None = None
    """What kind of quote prints the words."""
    label: str | None = None
    """The label of `labeled` words, as printed."""
    printed: str | None = None
    """The printed words."""
    article: Source | None = None
    """The article that prints them."""
    also_in: tuple[Source, ...] = ()
    """Other articles that print them too."""
    searched_texts: int = 0
    """The number of articles whose whole texts were searched, beside the quotes on record."""
    searched_all: bool = False
    """Whether these are all articles of the corpus."""
    differences: tuple[Difference, ...] = ()
    """Words that differ."""
    left_out: tuple[str, ...] = ()
    """Printed words that the question leaves out."""
    unproved_words: tuple[str, ...] = ()
    """Words of the question that our record of the article has no print of."""
    unrecorded_gap: bool = False
    """Whether the article prints words in between that our record does not hold."""
    withheld_words: int = 0
    """The number of left-out words that the quotation limit keeps from being shown."""
    quote_count: int = 1
    """The number of quotes of one statement that together print the words."""
    within_quotations: int = 0
    """With `narration`: the number of quotations in it that hold words of the question."""
    between_quotations: tuple[str, ...] = ()
    """What is printed between these quotations."""
    all_in_quotations: bool = False
    """Whether all words of the question stand in these quotations."""
    other_statement_count: int = 0
    """The number of other statements that print the words too."""
    from_whole_text: bool = False
    """Whether `printed` comes from an article's whole text and from no quote on record."""
    attributed_to: tuple[str, ...] = ()
    """Those to whom `article` attributes the quotation."""
    also_attributed: tuple[Attribution, ...] = ()
    """Those to whom articles in `also_in` attribute it, as far as that is on record."""
    unknown_names: tuple[str, ...] = ()
    """Words around the quotation that may be a name, but of nobody on record."""
    possible_speakers: tuple[Ref, ...] = ()
    """Those to whom the question may give the words, where it cannot be told which."""
    parts: tuple[Check, ...] = ()
    """Checks of the parts, where no article prints them as one quotation."""
    meaning_changes: tuple[MeaningChange, ...] = ()
    """What changes the meaning: words that differ, were left out, or are printed around these."""
    fragment: bool = False
    """Whether the words are part of a sentence whose rest our record does not hold."""
    withheld_reason: str | None = None
    """Why the printed words are not shown."""
    nearest: str | None = None
    """Where nothing prints the words: the id of the nearest statement of whoever is named."""


class CitationStyle(StrEnum):
    """How a citation is written."""

    PLAIN = "plain"
    CHICAGO = "chicago"
    AP = "ap"
    APA = "apa"


class Answer(Model):
    """What is said to one question."""

    question: str
    """The question as typed."""
    command: str
    """The command that answered it."""
    typed_names: Mapping[str, str] = Field(default_factory=dict)
    """How each command is typed where the question was asked."""
    outcome: Outcome
    """What became of the question."""
    asked: str | None = None
    """The question in its plainest form; null where statements were found by words."""
    holder: Ref | None = None
    """The holder asked about; with a person, the state that all statements were made for."""
    issue: IssueRef | None = None
    """The issue asked about."""
    person: PersonRef | None = None
    """The person asked about."""
    organization: Ref | None = None
    """The organization asked about."""
    asked_about: tuple[Ref, ...] = ()
    """Those asked about together, where they are several."""
    silent: tuple[Ref, ...] = ()
    """With `/timeline`: those asked about of whom nothing is on record there."""
    as_of: date | None = None
    """The day asked about; null means today."""
    first_day: date | None = None
    """The first of the days asked about; null where they have no beginning, and with "as of"."""
    dated: str = ""
    """The days asked about, as the questions of its buttons repeat them."""
    today: date
    """The day of the answer."""
    read_as: tuple[ReadAs, ...] = ()
    """Words that were read as a name they do not match exactly."""
    not_understood: tuple[str, ...] = ()
    """Words that were not read: they name nothing on record."""
    taken_over: TakenOver | None = None
    """What was taken from the question before it; null where the words stand by themselves."""
    also_asked: str | None = None
    """A further question in the same message, which is not answered."""
    reason: str | None = None
    """Why there is no answer, or not a full one."""
    examples: tuple[str, ...] = ()
    """With help: questions that this corpus answers."""
    choices: tuple[Choice, ...] = ()
    """What the question could mean."""
    nearest: tuple[Ref, ...] = ()
    """The nearest names on record."""
    stances: tuple[StanceOnIssue, ...] = ()
    """Where the holders stand, with `/issues` those of one screen; with `/check`, on the question
    that words not found make a claim on.
    """
    issue_count: int | None = None
    """With `/issues`: the number of issues that all screens together list."""
    holder_count: int | None = None
    """With `/issues`, where one issue is listed holder by holder: the number of holders."""
    holders_left_out: Mapping[str, int] = Field(default_factory=dict)
    """With `/issues`: by an issue's id, the number of holders that are not in its line."""
    stances_uncertain: tuple[UncertainStance, ...] = ()
    """With `/issues`: whose words on what may be later than the days asked about."""
    compared: tuple[ComparedPosition, ...] = ()
    """With `/compare`: a cell for each of those compared on each issue, issue by issue. Their
    `statements` hold no more than the words that the cells show.
    """
    issues_apart: tuple[IssueRef, ...] = ()
    """With `/compare`, where no issue is named: issues that only some of those compared are on
    record on, and that are not compared.
    """
    issues_without_record: tuple[IssueRef, ...] = ()
    """Issues asked about with nothing on record."""
    uncertain_issues: tuple[IssueRef, ...] = ()
    """Issues asked about with nothing certain by the day asked about."""
    issues_without_position: tuple[IssueRef, ...] = ()
    """Issues asked about on which what is on record takes no side, where it does on others."""
    holders_on_record: tuple[Ref, ...] = ()
    """Others with a stance on the issue by the day asked about."""
    topics: tuple[IssueRef, ...] = ()
    """With a person, an organization, an article or words sought: the issues that the statements
    are on.
    """
    topic_holders: tuple[Ref, ...] = ()
    """With words sought: those whose stances the statements hold."""
    told_of: dict[str, str] = Field(default_factory=dict, exclude=True)
    """Whom the accounts of outlets among the statements are on, by their ids."""
    lanes: tuple[Lane, ...] = ()
    """With `/timeline`: a lane for each holder and issue. Those with a change come first, then
    those with several conditions, and those without any side last.
    """
    checks: tuple[Check, ...] = ()
    """One check for each quotation."""
    sources: tuple[SourceRecord, ...] = ()
    """The articles asked about, the newest first; with `/source` alone, all."""
    citation_style: CitationStyle | None = None
    """With `/cite`: how the citations are written."""
    citations: tuple[str, ...] = ()
    """With `/cite`: a citation of each quote, to paste."""
    statements: tuple[CitedStatement, ...] = ()
    """All statements, newest first: an outlet's account not before the speech that it reports,
    and those that were found by words in the order of their fit.
    """
    naming: tuple[CitedStatement, ...] = ()
    """With `/who`: what others said that names somebody of whom no words are on record."""
    named_in: tuple[Source, ...] = ()
    """With `/who`: the articles that call somebody so of whom no words are on record."""
    said_under: tuple[CitedStatement, ...] = ()
    """With `/who`: what bodies that a person led said, beside the person's own words."""
    from_bodies: bool = False
    """Whether the statements are those of bodies that the person led, and not their own words."""
    governments: tuple[Ref, ...] = ()
    """Leaders whose governments, or what bodies said under them, are answered in part: the others
    of the words for their states are of days on which it is not certain that they led these.
    """
    not_told_apart: tuple[Ref, ...] = ()
    """The states of `governments`, in their order."""
    sought: tuple[str, ...] = ()
    """Words that were sought in what was said, of which `statements` have all, or some."""
    found_count: int | None = None
    """The number of statements that have all words sought; `statements` are the best of them."""
    on_record_alone: bool = False
    """Whether the words were sought only in what was said on the record."""
    maybe_later: tuple[str, ...] = ()
    """Ids of statements that may be later than `as_of`. With `/said` and `/timeline` also of those
    that may be earlier than `first_day`, which are certain by `as_of`.
    """
    asked_for_more: bool = False
    """Whether the question asked for a further screen."""
    skip: int = 0
    """The number of statements that earlier screens showed."""
    before: tuple[int, ...] = ()
    """What the pages before skipped, the latest first."""
    kb_digest: str
    """The digest of the corpus and its schema."""

    def typed(self, command: str) -> str:
        """Return how a command is typed: /said, or /stance said where Slack does not know it."""
        return self.typed_names.get(command, f"/{command}")

    def as_typed(self, question: str) -> str:
        """Return a question that begins with a command's own name as it is typed here."""
        name, space, words = question.partition(" ")
        return f"{self.typed(name.removeprefix('/'))}{space}{words}"

    @property
    def is_card(self) -> bool:
        """Whether the first screen shows what decides, and not the first of a list."""
        further = self.asked_for_more or self.sought or self.checks
        return not (further or self.citations or self.is_list)

    @property
    def is_list(self) -> bool:
        """Whether issues or articles are listed, and no statements."""
        return self.command == "issues" or len(self.sources) > 1

    @property
    def listed_count(self) -> int:
        """The number of what all screens together go through."""
        if self.command == "issues":
            return self.holder_count or self.issue_count or 0
        listed = self.sources if self.is_list else self.citations or self.statements
        return self.found_count or len(listed)
