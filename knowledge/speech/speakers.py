"""The speakers of one text: whom a name, a surname, a post or a pronoun means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.speech.found_speaker import FoundSpeaker, is_document
from knowledge.speech.genders import guess_pronoun
from knowledge.speech.known_names import is_host
from knowledge.speech.name_parts import (
    PLAIN_WORDS,
    describes_people,
    ends_with_name,
    ends_with_title,
    find_name,
    find_post_beside,
    find_role,
    find_start,
    find_title,
    governs,
    is_body,
    is_described,
    is_role,
    list_plain_words,
    stands_before_body,
)
from knowledge.speech.names_in_text import NamesInText
from knowledge.speech.post_references import list_post_words, may_go_back
from knowledge.text.article_text import Span
from knowledge.text.english.answering_words import (
    BELONGS_TO,
    ONE_WHO_DOES,
    SEES_IT_OTHERWISE,
)
from knowledge.text.english.pronouns import (
    AND_ANOTHER,
    BOTH_SIDES,
    CALLS_ITS_SUBJECT,
    DESCRIBING,
    LIST,
    OF_A_PLACE,
    ONE_OF_A_FAMILY,
    ONE_OF_EACH,
    ONE_OF_TWO,
    ONE_TITLE,
    OWN_PEOPLE,
    OWN_STATEMENT,
    PART_OF_A_PAPER,
    RELATIVE_INSIDE,
    SENDER,
    SOMEBODY,
    SPEAKING_PRONOUN,
    SPOKESMAN_OF,
    STATES,
    SUBJECT_OF_POSSESSIVE,
    THING_WITH_A_NAME,
    WHENCE,
    WHOSE,
    WORDS_OF_SOMEBODY,
)
from knowledge.text.english.roles import BODIES, DOCUMENTS, GOVERNMENT, GROUPS, KIN, ROLES
from knowledge.text.english.subject_words import COUNTERPART, GIVES_NAME
from knowledge.text.english.titles import HONORIFIC_TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.speech.known_names import KnownNames, Mention
    from knowledge.text.article_text import Text

_GOVERNMENT: Final = re.compile(
    rf"(?:[Tt]he )?(?:{GOVERNMENT} of (?P<of>.+)"
    rf"|(?P<whose>(?!\w+ (?:\w+ ){{0,3}}(?:close|familiar|with|from|in|to)\b)[A-Z][\w.' -]+)"
    rf" {GOVERNMENT})$"
)
_LOOK_BACK: Final = 200  # speakers
_UP_TO_A_PLACE: Final = re.compile(r"\s(?:in|at|from|of|with|for|on|who)\s")
_POST_OF: Final = re.compile(r"(?:[Tt]he )?(?:[A-Z][a-z]+ )?M[A-Z]{1,3} (?:for|of) (?:the )?")
_FEW: Final = 3  # speakers: those of about one sentence
_NEAR: Final = 300  # characters: about two sentences
_FAR: Final = 600
_LONGEST_LIST: Final = 400  # characters
_LONGEST_SUBJECT: Final = 200  # characters; more are no subject
# What no person is called: a name with a figure or "&", or letters alone ("IMF", "EB-5 Coalition").
_NO_PERSON: Final = re.compile(r"\d|&|^[A-Z]{2,5}s?$")


_NEITHER: Final = re.compile(r"neither\b", re.IGNORECASE)
# A pronoun with its verb: "She laughs", and not "he and Dahl".
_HE_DOES: Final = re.compile(r"(?:he|she) (?!and\b|or\b|who\b|\w+'s\b)\w+", re.IGNORECASE)
_DEFINITE: Final = re.compile(r"(?:the|my|our) ", re.IGNORECASE)
_OWN_KIN: Final = re.compile(rf"(?:his|her|their) (?:{'|'.join(sorted(KIN))})", re.IGNORECASE)
_OF_ANOTHER: Final = re.compile(r"(?:his|her|its|their|my|our)\b", re.IGNORECASE)
_INDEFINITE: Final = re.compile(r"(?:an?|one|another|some)\b", re.IGNORECASE)


@dataclass
class Cast:
    """The speakers of one article in the order of their entrance."""

    text: Text
    known: KnownNames
    seen: list[FoundSpeaker] = field(default_factory=list)
    called: dict[str, str] = field(default_factory=dict)  # who was "he", who was "she"
    asked: FoundSpeaker | None = None  # who was asked something last

    @cached_property
    def book(self) -> NamesInText:
        return NamesInText(self.text, self.known)

    @property
    def _lately(self) -> Iterator[FoundSpeaker]:
        """The speakers, the last first, no further back than anybody refers."""
        return reversed(self.seen[-_LOOK_BACK:])

    def rewind(self, offset: int, others: Iterable[FoundSpeaker] = ()) -> Cast:
        """Return the cast as it was at a place of the text, with others who were found since."""
        before = [s for s in [*self.seen, *others] if s.printed.end <= offset]
        earlier = replace(
            self, seen=sorted(before, key=lambda s: s.printed), called={**self.called}
        )
        earlier.book = self.book
        return earlier

    def meet(
        self, subject: Span | None, phrase: Span, apposition: Span | None
    ) -> FoundSpeaker | None:
        """Return and remember whom a sentence is about who says nothing in it.

        "He" may go back to them. `phrase` is its subject in any words: "the prime minister, Marta
        Quill, walked out".
        """
        if _NEITHER.match(self.text.folded, *phrase):
            return None
        named = self._find_name_beside(apposition) if apposition else None
        if named:
            subject, apposition = named, phrase
        if subject is None and self._is_person_described(phrase):
            subject = phrase
        speaker = self._resolve_name(subject, self.text[subject]) if subject else None
        speaker = speaker or self._meet_unnamed(phrase)
        if speaker and (speaker.kind is Kind.PERSON or speaker.id or speaker.description):
            post = find_post_beside(self.text[apposition]) if apposition else None
            words = speaker.words | list_post_words(post or "")
            own = _has_own_title(speaker, post or "")
            as_ = post or speaker.as_ if named and not own else speaker.as_ or post
            self.seen.append(replace(speaker, words=words, as_=as_))
            return self.seen[-1]
        return None

    def meet_asked(self, asked: FoundSpeaker) -> None:
        """Remember whom a sentence leaves to answer: "she" goes back to them first."""
        self.seen.append(asked)
        self.asked = asked

    def find_other(self, span: Span, pronoun: str) -> FoundSpeaker | None:
        """Return whom "him" or "her" means: the last person but the one who does it to them."""
        last = self.seen[-1].key if self.seen else None
        found = self.book.find_last(span.start, _FAR)
        named = (self._resolve_name(name.whole, self.text[name.whole]) for name in found)
        people = (s for s in named if s and s.kind is Kind.PERSON)
        others = (s for s in (*self._lately, *people) if s.key != last)
        earlier = next((s for s in others if self._may_be(pronoun, s)), None)
        if earlier is None:
            return None
        self.called[earlier.key] = pronoun
        return self._repeat(earlier, span)

    def find_author(self, paper: Span, before: Span) -> FoundSpeaker | None:
        """Return the one person whom the sentence before a paper's words is about."""
        near = {s.key: s for s in self.seen[-_FEW:] if before.touches(s.printed)}
        named = self.book.find_last(before.end, before.end - before.start)
        people = (self._resolve_name(name.whole, self.text[name.whole]) for name in named)
        several = {s.key for s in people if s and s.kind is Kind.PERSON} | set(near)
        author = next(iter(near.values()), None)
        if author is None or len(several) > 1 or author.kind is not Kind.PERSON:
            return None
        self.seen.append(self._repeat(author, paper))
        return self.seen[-1]

    def _may_be_asker(self, pronoun: str, asked: FoundSpeaker) -> bool:
        """Return whether "she" is as well whoever asked, where no words tell who was asked."""
        if asked is not self.asked or (self.called.get(asked.key) or guess_pronoun(asked)):
            return False
        others = [s for s in self.seen[-_FEW:] if s.key != asked.key]
        return any(pronoun == (self.called.get(s.key) or guess_pronoun(s)) for s in others)

    def _meet_unnamed(self, phrase: Span) -> FoundSpeaker | None:
        """Return whom "she" or "the director" means as the subject of a sentence."""
        printed = self.text[phrase].strip().rstrip("?")
        if SPEAKING_PRONOUN.match(printed):
            alone = " " not in printed or _HE_DOES.match(printed)
            if alone and SEES_IT_OTHERWISE.match(self.text.folded, phrase.start):
                return self.find_other(phrase, printed.split()[0].lower())
            return self._resolve_pronoun(phrase, printed) if alone else None
        if own := OWN_PEOPLE.match(printed):  # "Brandt's arm was broken. He ..."
            span = Span(phrase.start, phrase.start + own.end("who"))
            found = self._resolve_name(span, own["who"])
            if found and found.kind is Kind.PERSON and not _find_body(printed):
                return found
            self.seen += [found] if found else []  # "He", where "it" is the body
        definite = _DEFINITE.match(printed) and (find_role(printed) or _find_body(printed))
        if _OWN_KIN.fullmatch(printed):  # "His daughter was asked about it. She ..."
            return FoundSpeaker(phrase, description=printed, words=list_plain_words(printed))
        known = definite or (is_described(printed) and _find_body(printed))
        return self._resolve_description(phrase, printed) if known else None

    def find(
        self, subject: Span | None, apposition: Span | None = None, *, speaks: bool = False
    ) -> FoundSpeaker | None:
        """Return whom a subject names, and remember them; who `speaks` may be anybody at all."""
        if subject is None or not self.text[subject].strip():
            return None
        subject, printed = self._narrow(subject)
        if apposition and (several := self._resolve_several(subject, printed, apposition)):
            self.seen.append(several)
            return several
        speaker = self._resolve(subject, printed)
        if apposition and _is_post_of(printed) and self._find_name_beside(apposition):
            speaker = FoundSpeaker(subject, description=printed, words=list_plain_words(printed))
        papers = printed.lower().removesuffix("s") in DOCUMENTS
        if ONE_OF_TWO.fullmatch(printed):
            return None
        if speaker is None and speaks and (papers or SOMEBODY.match(printed)):
            speaker = FoundSpeaker(subject, description=printed, words=list_plain_words(printed))
        if speaker and apposition:
            speaker = self._join_apposition(speaker, apposition)
        if speaker:
            self.seen.append(speaker)
        return speaker

    def _narrow(self, subject: Span) -> tuple[Span, str]:
        """Return the part of a subject that says who, and its words."""
        printed = self.text[subject].strip()
        if relative := RELATIVE_INSIDE.search(printed):  # "a diplomat who has read it"
            printed = printed[: relative.start()]
            subject = Span(subject.start, subject.start + relative.start())
        if whose := WHOSE.match(printed):  # "Ada Finch, whose deputy said"
            subject, printed = (
                Span(subject.start + whose.end(), subject.end),
                printed[whose.end() :],
            )
        # "the email from Ada Finch to Per Dahl"
        if sender := SENDER.match(printed[:_LONGEST_SUBJECT]):
            start, end = sender.span("who")
            printed, subject = sender["who"], Span(subject.start + start, subject.start + end)
        if part := PART_OF_A_PAPER.match(printed[:_LONGEST_SUBJECT]):
            start, end = part.span("who")
            printed, subject = part["who"], Span(subject.start + start, subject.start + end)
        return subject, printed

    def _resolve(self, subject: Span, printed: str) -> FoundSpeaker | None:
        return (
            self._resolve_pronoun(subject, printed)
            or self._resolve_relative(subject, printed)
            or self._resolve_own_statement(subject, printed)
            or self._resolve_joint(subject, printed)
            or self._resolve_of_each(subject, printed)
            or self._resolve_states(subject, printed)
            or self._resolve_list(subject, printed)
            or self._resolve_government(subject, printed)
            or self._resolve_office(subject, printed)
            or self._resolve_name(subject, printed)
            or self._resolve_description(subject, printed)
        )

    def _join_apposition(self, speaker: FoundSpeaker, apposition: Span) -> FoundSpeaker:
        """Return a speaker with what stands beside: the name of one described, or a post."""
        beside = self._find_name_beside(apposition)
        if speaker.description and beside:
            named = self._resolve_name(beside, self.text[beside].strip())
            plain = self.text[Span(apposition.start, beside.end)] if named else ""
            if named and named.as_ is None and _is_plainly_described(plain):
                return named  # "his wife, the actress Ana Gil"
            return _give_post(named, speaker.description) if named else speaker
        if speaker.refers_to:
            return speaker
        printed = self.text[apposition].strip()
        as_ = speaker.as_ or (find_post_beside(printed) if speaker.name else None)
        return replace(speaker, words=speaker.words | list_post_words(printed), as_=as_)

    def _find_name_beside(self, apposition: Span) -> Span | None:
        """Return the name beside a post: "the mayor, Marta Quill, said", "a man named Dahl"."""
        words = self.text[apposition].strip()
        own = find_name(words)
        if own and WHENCE.match(words, own.end()):  # "Captain Per Dahl of the navy"
            words = words[: own.end()]
            apposition = Span(apposition.start, apposition.start + own.end())
        if given := GIVES_NAME.match(words):
            start, end = given.span("name")
            return Span(apposition.start + start, apposition.start + end)
        titled = own and _is_titled(words, own)
        if own is None or not (titled or own.start() == 0):
            return None
        return apposition if ends_with_name(words, words=1 if titled else 2) else None

    def _is_person_described(self, phrase: Span) -> bool:
        """Return whether a name in full ends a description: "Her colleague Per Dahl"."""
        words = self.text[phrase].strip()
        own = find_name(words) if ends_with_name(words) else None
        if own is None or DESCRIBING.fullmatch(words, 0, own.start()) is None:
            return False
        return " " in own[0] or not KIN.isdisjoint(words[: own.start()].split())

    def _resolve_pronoun(self, subject: Span, printed: str) -> FoundSpeaker | None:
        match = SPEAKING_PRONOUN.match(printed)
        if not match:
            return None
        which = SUBJECT_OF_POSSESSIVE.get(match[1].lower(), match[1].lower())
        span = Span(subject.start, subject.start + match.end())
        if same := next((s for s in self._lately if s.printed == span), None):
            return same  # several verbs of one "she"
        earlier = next((s for s in self._lately if self._may_be(which, s)), None)
        if which in {"he", "she"}:
            if earlier and self._may_be_asker(which, earlier):
                return None
            if earlier is None or subject.start - earlier.printed.end > _FAR:
                earlier = self._find_last_named(subject, which, far=bool(earlier)) or earlier
            if earlier and (
                self._is_one_of_two(earlier, which) or self._passes_over(earlier, which)
            ):
                return None
            if earlier:
                self.called[earlier.key] = which
        return self._repeat(earlier, span) if earlier else None

    def _passes_over(self, earlier: FoundSpeaker, which: str) -> bool:
        """Return whether "he" goes past somebody whom the text perhaps calls so itself.

        "Mwale said that he would stay. "I am fine," he said.", though Chanda Mwale has a given name
        of women elsewhere.
        """
        last = self.seen[-1] if self.seen else earlier
        titled = guess_pronoun(replace(last, name=None))
        if last.key == earlier.key or last.kind is not Kind.PERSON or titled:
            return False
        if self.called.get(last.key):
            return False
        sentence = self.text.sentences[self.text.sentence_at(last.printed.start)]
        behind = self.text[Span(last.printed.end, max(last.printed.end, sentence.end))]
        return CALLS_ITS_SUBJECT[which].search(behind) is not None

    def _is_one_of_two(self, earlier: FoundSpeaker, which: str) -> bool:
        """Return whether "he" may as well be another: of "Ada Finch and Per Dahl rose"."""
        if self.called.get(earlier.key) or guess_pronoun(earlier):
            return False
        sentence = self.text.sentences[self.text.sentence_at(earlier.printed.start)]
        named = self.book.find_last(sentence.end, sentence.end - sentence.start)
        for second, first in pairwise(named):
            between = self.text.folded[first.whole.end : second.whole.start]
            if AND_ANOTHER.fullmatch(between):
                both = (self._resolve_name(n.whole, self.text[n.whole]) for n in (first, second))
                people = {s.key: s for s in both if s and s.kind is Kind.PERSON}
                if earlier.key in people and len(people) > 1:
                    return all(self._may_be(which, one) for one in people.values())
        return False

    def _resolve_relative(self, subject: Span, printed: str) -> FoundSpeaker | None:
        """Read "the younger Finch" as words for somebody: which Finch that is, no rule tells."""
        if ONE_OF_A_FAMILY.match(printed) is None:
            return None
        return FoundSpeaker(subject, description=printed, words=list_plain_words(printed))

    def _resolve_own_statement(self, subject: Span, printed: str) -> FoundSpeaker | None:
        """Return whose "its statement" is, where that is somebody named or described before."""
        if named := WORDS_OF_SOMEBODY.fullmatch(printed):
            whose = Span(subject.start, subject.start + named.end("whose"))
            return self._resolve_name(whose, named["whose"])
        match = OWN_STATEMENT.fullmatch(printed)
        if match is None:
            return None
        which = SUBJECT_OF_POSSESSIVE[match["whose"].lower()]
        earlier = next((s for s in self._lately if self._may_be(which, s)), None)
        return self._repeat(earlier, subject) if earlier and not is_document(earlier) else None

    def _may_be(self, pronoun: str, earlier: FoundSpeaker) -> bool:
        """Return whether a pronoun may go back to somebody, by all that is known of both."""
        if not _agrees(pronoun, earlier):
            return False
        if pronoun not in {"he", "she"}:
            return True
        called = self.called.get(earlier.key) or guess_pronoun(earlier)
        return called in {pronoun, None}

    def _find_last_named(self, subject: Span, which: str, *, far: bool) -> FoundSpeaker | None:
        """Return the last person named before, where nobody has spoken yet whom "she" may be.

        Where somebody spoke `far` before, only a person whom the pronoun surely fits is nearer.
        """
        for found in self.book.find_last(subject.start, _NEAR):
            named = self._resolve_name(found.whole, self.text[found.whole])
            if THING_WITH_A_NAME.search(self.text.folded, 0, found.whole.start):
                continue
            may_be = named and named.kind is Kind.PERSON and self._may_be(which, named)
            sure = named and guess_pronoun(named) == which
            if named and may_be and (sure or not (far or self._is_owner(found.whole.start))):
                return named
        return None

    def _is_owner(self, at: int) -> bool:
        """Return whether a name is of whom or what somebody is: "founder of Finch Labs"."""
        return BELONGS_TO.search(self.text.folded, max(0, at - 10), at) is not None

    def _repeat(self, earlier: FoundSpeaker, span: Span) -> FoundSpeaker:
        refers_to = earlier.refers_to or self.text[earlier.printed]
        return replace(earlier, printed=span, refers_to=refers_to)

    def _resolve_joint(self, subject: Span, printed: str) -> FoundSpeaker | None:
        """Read "the two governments" as the two that were last named side by side."""
        if not (match := BOTH_SIDES.match(printed)):
            return None
        before = [m for m in self.book.find_inside(Span(0, subject.start)) if self._is_state(m)]
        for one, other in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
            between = self.text.folded[one.span.end : other.span.start]
            if one.target != other.target and between.strip() in {"and", "and the"}:
                return self._join_states(
                    Span(subject.start, subject.start + match.end()), one, other
                )
        return FoundSpeaker(subject, description=printed, words=list_plain_words(printed))

    def _join_states(self, printed: Span, one: Mention, other: Mention) -> FoundSpeaker:
        refers_to = self.text[Span(one.span.start, other.span.end)]
        first, second = (
            FoundSpeaker(
                printed, self.text[m.span], m.target, Kind.ORGANIZATION, refers_to=refers_to
            )
            for m in (one, other)
        )
        return replace(first, jointly=(first, second))

    def _resolve_of_each(self, subject: Span, printed: str) -> FoundSpeaker | None:
        """Read "the foreign ministers of Velmora and South Tarsk" as one of each state."""
        match = ONE_OF_EACH.match(printed)
        document = match is not None and match["what"].lower() in DOCUMENTS
        if match is None or not (document or is_role(match["what"].lower())):
            return None
        found = self.book.find_inside(Span(subject.start + match.start("whose"), subject.end))
        states = {m.target: m for m in found if self._is_state(m)}
        if not states or (document and len(states) != len(LIST.split(match["whose"]))):
            return None
        whole = FoundSpeaker(subject, description=printed, words=list_plain_words(printed))
        each = (
            FoundSpeaker(subject, self.text[m.span], of, Kind.ORGANIZATION)
            if document
            else replace(whole, of=of)
            for of, m in states.items()
        )
        return replace(whole, jointly=tuple(each))

    def _resolve_states(self, subject: Span, printed: str) -> FoundSpeaker | None:
        """Read "Velmora, South Tarsk and Borland" as each of them; one is a state on record."""
        match = STATES.fullmatch(printed)
        named = {m.span: m for m in self.book.find_inside(subject)} if match else {}
        if match is None or not any(map(self._is_state, named.values())):
            return None
        parties, at = list[FoundSpeaker](), match.start("whose")
        for part in LIST.split(match["whose"]):
            at = printed.index(part, at)
            end, name = subject.start + at + len(part), part.removeprefix("the ")
            span = Span(end - len(name.removeprefix("The ")), end)
            state = named.pop(span, None)
            parties.append(
                FoundSpeaker(span, self.text[span], state and state.target, Kind.ORGANIZATION)
            )
            at += len(part)
        plain = all(p.id or (p.name and " " not in p.name and not is_body(p.name)) for p in parties)
        if named or not plain:
            return None
        return FoundSpeaker(subject, name=printed, kind=Kind.ORGANIZATION, jointly=tuple(parties))

    def _resolve_list(self, subject: Span, printed: str) -> FoundSpeaker | None:
        """Read "Ada Finch, Per Dahl and Marta Quill" as the people who say something together.

        A body on record may be one of them: "Corvane and Finance Minister Ada Finch".
        """
        if " and " not in printed or len(printed) > _LONGEST_LIST:
            return None
        parts = [OF_A_PLACE.sub("", part) for part in LIST.split(printed)]
        if any(map(is_body, parts)) or not all(map(ends_with_name, parts)):
            return None
        if ONE_TITLE.match(printed) and not self.book.find_inside(subject):
            return None  # "Trade and Industry Minister Per Dahl"
        parties, at = list[FoundSpeaker](), 0
        for part in parts:
            at = printed.index(part, at)
            span = Span(subject.start + at, subject.start + at + len(part))
            party = self._resolve_name(span, part)
            whole = any(mention.span == span for mention in self.book.find_inside(span))
            if party is None or not (party.kind is Kind.PERSON or whole):
                return None
            if (
                party.kind is Kind.PERSON
                and " " not in self.text[party.printed]
                and not party.refers_to
                and not self._names_body(subject)
            ):
                # "Ben and Lucy Hart" share a surname, so all of it names Ben.
                party = replace(party, printed=Span(party.printed.start, subject.end))
            parties.append(self._drop_shared_title(party))
            at += len(part)
        if all(party.kind is not Kind.PERSON for party in parties):
            return None
        self.seen += parties
        return FoundSpeaker(subject, name=printed, kind=Kind.PERSON, jointly=tuple(parties))

    def _names_body(self, subject: Span) -> bool:
        return any(m.kind is Kind.ORGANIZATION for m in self.book.find_inside(subject))

    def _drop_shared_title(self, party: FoundSpeaker) -> FoundSpeaker:
        """Return the first of "Presidents Ada Finch and Per Dahl" without what both are."""
        last = (party.as_ or "").lower().rsplit(" ", 1)[-1]
        if not (last.endswith("s") and is_role(last)):
            return party
        name = find_name(self.text[party.printed])
        start = party.printed.start + (name.start() if name else 0)
        return replace(party, as_=None, printed=Span(start, party.printed.end))

    def _resolve_several(
        self, subject: Span, printed: str, apposition: Span
    ) -> FoundSpeaker | None:
        """Read the names that stand beside words for several people, or for one's counterpart."""
        head = find_role(printed)
        if head and head.endswith("s") and find_name(self.text[apposition]):
            named = self._resolve_list(apposition, self.text[apposition])
            whole = Span(subject.start, apposition.end)
            return replace(named, printed=whole, name=self.text[whole]) if named else None
        return self._resolve_counterparts(subject, printed, apposition)

    def _resolve_counterparts(
        self, subject: Span, printed: str, apposition: Span
    ) -> FoundSpeaker | None:
        """Read "Ada Finch and her Borduran counterpart, Per Dahl," as the two of them."""
        match = COUNTERPART.match(printed[:_LONGEST_SUBJECT])
        beside = self._find_name_beside(apposition)
        if match is None or beside is None or not ends_with_name(match["first"]):
            return None
        span = Span(subject.start, subject.start + match.end("first"))
        first = self._resolve_name(span, match["first"])
        second = self._resolve_name(beside, self.text[beside].strip())
        if first is None or second is None or first.kind is not Kind.PERSON:
            return None
        second = replace(second, as_=second.as_ or find_title(match["post"]))
        self.seen += [first, second]
        whole = Span(subject.start, apposition.end)
        return FoundSpeaker(whole, name=self.text[whole], kind=Kind.PERSON, jointly=(first, second))

    def _resolve_government(self, subject: Span, printed: str) -> FoundSpeaker | None:
        """Read "the Biden administration" as the state that its leader holds a post of."""
        match = _GOVERNMENT.match(printed)
        if match is None or self.known.find_target(printed):
            return None
        which = "of" if match["of"] else "whose"
        ruler = self._find_ruler(subject.start + match.start(which), match[which])
        holder = self.known.holders.get(ruler.target if ruler else "")
        if ruler is None or holder is None:
            return None
        whose = ruler.kind is Kind.PERSON
        as_ = re.sub(r"^[Tt]he ", "", printed) if whose else None
        return FoundSpeaker(subject, name=printed, id=holder, kind=Kind.ORGANIZATION, as_=as_)

    def _find_ruler(self, start: int, words: str) -> Mention | None:
        """Return the leader or the state that a government is called after."""
        found = self.known.find_mentions(words, start)
        if found:
            return found[-1]
        full = self._find_full_name(words, start) if " " not in words else None
        known = self.known.find_mentions(full.refers_to or "") if full else []
        return known[-1] if known else None

    def _resolve_office(self, subject: Span, printed: str) -> FoundSpeaker | None:
        """Read "the office of President X" as a body, by the longest name on record it begins."""
        words = printed.split()
        words = words[1:] if words[0].lower() == "the" else words
        if len(words) < 3 or words[0].lower() not in BODIES or words[1] != "of":  # noqa: PLR2004
            return None
        for size in range(len(words), 2, -1):
            target = self.known.find_target(" ".join(words[:size]))
            if target and target[1] is Kind.ORGANIZATION:
                as_ = " ".join(words)
                return FoundSpeaker(subject, printed, target[0], Kind.ORGANIZATION, as_=as_)
        return FoundSpeaker(subject, description=printed, words=list_plain_words(printed))

    def _is_state(self, mention: Mention) -> bool:
        return mention.target in self.known.states

    def _resolve_name(self, subject: Span, printed: str) -> FoundSpeaker | None:
        if is_described(printed):
            return None
        mentions = [m for m in self.known.find_mentions(printed, subject.start) if not m.owns]
        people = [m for m in mentions if m.kind is Kind.PERSON]
        bodies = [m for m in mentions if m.kind is Kind.ORGANIZATION]
        if people:
            return self._make_known(subject, people[-1])
        if bodies and is_host(printed, _within(subject, bodies[-1].span)):
            return None  # "the Borduran embassy in Velmora"
        name = find_name(printed)
        at_end = bodies and bodies[-1].span.end == subject.start + len(printed)
        if (
            at_end
            and _is_alone(subject, name, bodies[-1])
            and self._is_place(subject, printed, bodies[-1])
        ):
            return None
        if at_end and not (name and self._is_of_body(subject, name, bodies[-1])):
            return self._make_known(subject, bodies[-1])
        if name and not bodies and stands_before_body(printed, name):
            return None
        if name:
            return self._resolve_unknown_name(subject, name, bodies)
        return self._make_known(subject, bodies[-1]) if bodies else None

    def _is_of_body(self, subject: Span, name: re.Match[str], body: Mention) -> bool:
        """Return whether a person stands before a body: "Lena Ost of Borland"."""
        end = subject.start + name.end()
        if end > body.span.start or is_body(name[0]):
            return False
        before = self.text.folded[subject.start : subject.start + name.start()]
        between = self.text.folded[end : body.span.start]
        titled = find_title(before.strip(" ,")) is not None
        return titled or (" " in name[0] and WHENCE.search(between) is not None)

    def _is_place(self, subject: Span, printed: str, body: Mention) -> bool:
        """Return whether a body is where somebody is from: "a fisherman from Borland"."""
        before = self.text.folded[subject.start : body.span.start]
        return WHENCE.search(before) is not None and _find_body(printed) is None

    def _make_known(self, subject: Span, mention: Mention) -> FoundSpeaker:
        before = self.text.folded[subject.start : mention.span.start].strip(" ,")
        as_ = find_title(before) if mention.kind is Kind.PERSON else None
        return FoundSpeaker(
            Span(
                subject.start if as_ or not before else find_start(before, subject, mention),
                mention.span.end,
            ),
            name=self.text[mention.span],
            id=mention.target,
            kind=mention.kind,
            as_=as_,
            words=list_post_words(before),
        )

    def _resolve_unknown_name(
        self, subject: Span, name: re.Match[str], bodies: list[Mention]
    ) -> FoundSpeaker | None:
        """Return whom a name that the corpus does not know means: a person or a body."""
        words = name[0].split()
        span = Span(subject.start + name.start(), subject.start + name.end())
        honored = _find_honored(self.text.folded[subject.start : span.start])
        if earlier := self._find_earlier(words, honored):
            return self._repeat(earlier, span)
        body = [m for m in bodies if m.span.touches(span)]
        if body and (len(words) == 1 or body[-1].span.holds(span)):
            return self._make_known(subject, body[-1])
        full = self._find_full_name(words[0], subject.start) if len(words) == 1 else None
        if full and _fits(honored, full):
            return replace(full, printed=span)
        before = self.text.folded[subject.start : span.start].strip(" ,")
        if governs(printed := self.text[Span(span.start, subject.end)].strip()):
            span = Span(span.start, span.start + len(printed))  # "the British government"
            return FoundSpeaker(span, name=printed, kind=Kind.ORGANIZATION)
        body_like = is_body(name[0]) or before.lower() == "the" or _NO_PERSON.search(name[0])
        kind = Kind.ORGANIZATION if body_like else Kind.PERSON
        as_ = None if body_like else find_title(before)
        start = subject.start if as_ else span.start
        return FoundSpeaker(
            Span(start, span.end), name=name[0], kind=kind, as_=as_, words=list_post_words(before)
        )

    def _find_earlier(self, words: list[str], honored: str | None) -> FoundSpeaker | None:
        """Return who was named in full before, now by a part of the name."""
        for earlier in self._lately:
            names = set((earlier.name or "").replace("'s", "").split())
            person = earlier.kind is Kind.PERSON and not earlier.jointly
            if person and set(words) < names and _fits(honored, earlier):
                return earlier
        return None

    def _find_full_name(self, surname: str, before: int) -> FoundSpeaker | None:
        """Find a surname's full name in the text before it, whether its bearer spoke or not."""
        if mention := self.book.find_person(surname, before):
            name = self.text[mention.span]
            return FoundSpeaker(mention.span, name, mention.target, mention.kind, refers_to=name)
        if full := self.book.find_full_name(surname, before):
            return FoundSpeaker(full.span, full.name, kind=Kind.PERSON, refers_to=full.name)
        return None

    def _find_titled(self, words: frozenset[str], before: int) -> FoundSpeaker | None:
        """Find whom "the Japanese prime minister" goes back to, though they did not speak yet."""
        found = self.book.find_titled(words, before)
        known = self._resolve_name(found.whole, self.text[found.whole]) if found else None
        return replace(known, printed=found.whole) if found and known else None

    def _resolve_description(self, subject: Span, printed: str) -> FoundSpeaker | None:
        words = list_plain_words(printed)
        head = find_role(printed) or _find_body(printed)
        if head is None and describes_people(printed):
            return FoundSpeaker(subject, description=printed, words=words)
        if head is None:
            return None
        definite = printed.lower().startswith(("the ", "that ", "this "))
        several = head.endswith("s") and head.removesuffix("s") in ROLES
        if definite and words == {head} and (own := self._find_own_chief(subject)):
            return self._repeat(own, subject)
        if (
            definite
            and not several
            and (earlier := self._find_same(words, head) or self._find_titled(words, subject.start))
        ):
            return self._repeat(earlier, subject)
        return FoundSpeaker(subject, description=printed, words=words)

    def _find_own_chief(self, subject: Span) -> FoundSpeaker | None:
        """Return whom "the minister" means behind "a spokesman for Per Dahl said that"."""
        start = max(0, subject.start - _NEAR)
        match = SPOKESMAN_OF.search(self.text.folded, start, subject.start)
        if match is None:
            return None
        span = Span(*match.span("who"))
        found = self._resolve_name(span, self.text[span])
        return found if found and found.kind is Kind.PERSON else None

    def _find_same(self, words: frozenset[str], head: str) -> FoundSpeaker | None:
        """Find whom "the official" or "the defense chief" goes back to."""
        own = words - {head}
        fitting = [e for e in self._lately if may_go_back(words, e.words)]
        for earlier in fitting:
            described = earlier.description and not earlier.refers_to
            if described and head in earlier.words and own <= earlier.words:
                return earlier
        for earlier in fitting:
            if earlier.kind is Kind.PERSON and (
                own <= earlier.words if own else head in earlier.words
            ):
                return earlier
        return None


def _find_honored(before: str) -> str | None:
    """Return whether "he" or "she" is meant by the title in front of a surname: "Mrs."."""
    title = before.rsplit(maxsplit=1)[-1:]
    word = title[0].lower().rstrip(".") if title else ""
    return {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}.get(word)


def _fits(honored: str | None, person: FoundSpeaker) -> bool:
    return honored is None or guess_pronoun(person) in {honored, None}


def _is_post_of(printed: str) -> bool:
    """Return whether the only name in words is of what somebody is of: "MP for Ostby North"."""
    name = find_name(printed)
    return name is not None and _POST_OF.fullmatch(printed, 0, name.start()) is not None


def _within(subject: Span, inner: Span) -> Span:
    return Span(inner.start - subject.start, inner.end - subject.start)


def _is_titled(words: str, name: re.Match[str]) -> bool:
    """Return whether a title, or plain words for what somebody is, stand before a name."""
    described = " " in name[0] and _is_plainly_described(words)
    return ends_with_title(words[: name.start()]) or described


def _is_plainly_described(words: str) -> bool:
    name = find_name(words)
    return name is not None and PLAIN_WORDS.fullmatch(words[: name.start()]) is not None


def _give_post(named: FoundSpeaker, described: str) -> FoundSpeaker:
    """Return somebody named with the post that they are described by beside the name.

    That of another is less than a title: "his deputy, State Secretary Marta Quill".
    """
    if _INDEFINITE.match(described):
        return replace(named, as_=None)
    return named if _has_own_title(named, described) else replace(named, as_=described)


def _has_own_title(named: FoundSpeaker, described: str) -> bool:
    """Return whether a title tells more than whose somebody is, and is none of anybody's."""
    title = (named.as_ or "").lower().rstrip(".")
    return bool(title) and title not in HONORIFIC_TITLES and bool(_OF_ANOTHER.match(described))


def _is_alone(subject: Span, name: re.Match[str] | None, body: Mention) -> bool:
    """Return whether a subject has no name but a body's."""
    return name is None or subject.start + name.start() >= body.span.start


def _find_body(printed: str) -> str | None:
    """Return what a body without a name is called: "the union"."""
    last = printed.rsplit(maxsplit=1)[-1].lower()
    return last if last in BODIES else None


def _agrees(pronoun: str, earlier: FoundSpeaker) -> bool:
    plural = bool(earlier.jointly) or _UP_TO_A_PLACE.split(earlier.description or "")[0].endswith(
        "s"
    )
    plural = plural or bool(GROUPS.search(earlier.name or ""))
    if pronoun == "they":
        return plural
    if pronoun == "it":
        body = earlier.description and _find_body(earlier.description)
        return earlier.kind is Kind.ORGANIZATION or bool(body or earlier.words & DOCUMENTS)
    if earlier.description is not None:
        kin = not KIN.isdisjoint(earlier.words)
        does = ONE_WHO_DOES.fullmatch(earlier.description) and not is_document(earlier)
        return not plural and bool(kin or is_role(find_role(earlier.description) or "") or does)
    return not plural and earlier.kind is Kind.PERSON
