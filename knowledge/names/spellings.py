"""Names as others spell them: digraphs for special letters, and other romanizations."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.names import japanese, korean, personal_names
from knowledge.names.resolution import Name
from knowledge.text.english.small_words import EVERYDAY_WORDS, STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from knowledge.names.personal_names import NamePart

# Letters that are written with two where they are not to be had.
_SPECIAL: Final = re.compile("[øöåäüæœ]", re.IGNORECASE)
# Not at the end of Joe and of Michael.
_DIGRAPH: Final = re.compile(
    r"(?<![aeiou])(?:([aou])e|a(a))(?![aeiou])(?!l[ae]?$)(?:(?=.)|(?<=.{5}))"
)
_HAN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_HANGUL: Final = re.compile("[가-힣]")
_NEVER_IN_A_NAME: Final = STOP_WORDS - {"an", "in", "to"}  # An, Jae-in, To
_VOWELS: Final = re.compile("[aeiou]")
_LONE: Final = 3  # letters in a lone word that is read as another spelling
_GIVEN_ALONE: Final = 5  # likewise in a Korean given name, all ways to write it
_LONGEST: Final = 60  # letters
_MOST: Final = 4  # words in a name that is spelled otherwise

Named = tuple[Name, "Sequence[str]"]


class _Form(NamedTuple):
    name: Name
    words: Sequence[str]
    typed: str


class Spellings:
    """Other spellings of names; all of them weak, as they may be somebody else's own."""

    def __init__(self, named: Iterable[Named], own: Mapping[Name, Sequence[NamePart]]) -> None:
        named = list(named)
        forms = list(_forms(own))
        others = [_Form(name, words, name.text) for name, words in named if name not in own]
        scripts = _scripts(named)
        self._plain = _keyed(
            ("".join(map(_undo_digraphs, f.words)), f) for f in [*forms, *others] if _has_digraph(f)
        )
        self._short = _keyed(_short_keys(forms))
        self._kunrei = _keyed(_kunrei_keys(forms, {t for t, s in scripts.items() if s == {"han"}}))
        self._korean = _by_skeleton(_korean_patterns(named, own, scripts))
        self._koreans = {
            n.target for found in self._korean.values() for _, names in found for n in names
        }

    def find(self, words: Sequence[str]) -> tuple[Name, ...]:
        """Return the names that some folded words are another spelling of."""
        joined = "".join(words) if len(words) <= _MOST else ""
        if not _LONE <= len(joined) <= _LONGEST or not joined.isascii():
            return ()
        small = EVERYDAY_WORDS if len(words) == 1 else _NEVER_IN_A_NAME
        if not small.isdisjoint(words) or len(joined) == len(words):
            return ()  # no name has a single letter for each of its words
        found = {name.target: name for name in self._all(words, joined)}
        return tuple(found.values())

    def _all(self, words: Sequence[str], joined: str) -> Iterator[Name]:
        heard = [_hear(word) for word in words]
        yield from self._plain.get("".join([word.plain for word in heard]), ())
        if len(words) > 1 or len(_VOWELS.findall(joined)) > 1:
            yield from self._short.get("".join([word.short for word in heard]), ())
            yield from self._kunrei.get("".join([word.kunrei for word in heard]), ())
        key = korean.beginning(joined) + "".join([word.skeleton for word in heard])
        for pattern, names in self._korean.get(key, ()):
            if _compiled(pattern).fullmatch(joined):
                yield from names

    def is_another(self, words: Sequence[str], target: str) -> bool:
        """Return whether words are a Korean name, and not that of this person, who has one."""
        return target in self._koreans and korean.is_name(words)


class _Heard(NamedTuple):
    """What spellings of one word have in common, in each way to spell it."""

    plain: str
    short: str
    kunrei: str
    skeleton: str


def _undo_digraphs(word: str) -> str:
    return _DIGRAPH.sub(lambda found: found[1] or found[2], word)


@lru_cache(4096)
def _hear(word: str) -> _Heard:
    return _Heard(
        plain=_undo_digraphs(word),
        short=japanese.without_length(word),
        kunrei=japanese.kunrei(word),
        skeleton=korean.skeleton(word),
    )


_compiled = lru_cache(4096)(re.compile)  # a pattern is compiled when its skeleton is asked for


def _has_digraph(form: _Form) -> bool:
    return bool(_SPECIAL.search(form.typed)) or any(_undo_digraphs(w) != w for w in form.words)


def _forms(own: Mapping[Name, Sequence[NamePart]]) -> Iterator[_Form]:
    """Yield the own names of people and what they are shortened to."""
    for name, parts in own.items():
        for some in (parts, *personal_names.shorten(parts)) if parts else ():
            typed = " ".join([part.typed for part in some])
            other = Name(typed, name.target, name.kind, weak=True, generated=True)
            yield _Form(other, [part.folded for part in some], typed)


def _keyed(found: Iterable[tuple[str, _Form]]) -> dict[str, tuple[Name, ...]]:
    keyed = defaultdict[str, dict[str, Name]](dict)
    for key, form in found:
        keyed[key].setdefault(form.name.target, _generated(form.name))
    return {key: tuple(names.values()) for key, names in keyed.items()}


def _generated(name: Name) -> Name:
    if name.generated:
        return name
    return Name(name.text, name.target, name.kind, weak=True, generated=True)


def _short_keys(forms: Iterable[_Form]) -> Iterator[tuple[str, _Form]]:
    """Yield Japanese names without signs of length; a name with other syllables is none."""
    for form in forms:
        if all(map(japanese.is_romanized, form.words)):
            yield "".join(map(japanese.without_length, form.words)), form


def _kunrei_keys(
    forms: Iterable[_Form], japanese_ones: Collection[str]
) -> Iterator[tuple[str, _Form]]:
    for form in forms:
        if form.name.target in japanese_ones and all(map(japanese.is_romanized, form.words)):
            yield "".join(map(japanese.kunrei, form.words)), form


def _scripts(named: Iterable[Named]) -> dict[str, set[str]]:
    """Return in which scripts of East Asia each target has a name."""
    scripts = defaultdict[str, set[str]](set)
    for name, _ in named:
        if _HAN.search(name.text):
            scripts[name.target].add("han")
        if _HANGUL.search(name.text):
            scripts[name.target].add("hangul")
    return scripts


def _korean_patterns(
    named: Iterable[Named],
    own: Mapping[Name, Sequence[NamePart]],
    scripts: Mapping[str, Collection[str]],
) -> Iterator[tuple[korean.Ways, Name]]:
    """Yield the ways to write the names of Koreans: whole, in both orders, and each part."""
    latin = {name.target: (name, parts) for name, parts in own.items() if name.preferred and parts}
    hangul = {
        name.target: "".join(words)
        for name, words in named
        if not name.weak and _HANGUL.search(name.text)
    }
    for target, (name, parts) in latin.items():
        if scripts.get(target) == {"han"}:
            continue
        for surname, given in _divided(parts, hangul.get(target)):
            other = Name(name.text, target, name.kind, weak=True, generated=True)
            yield from ((ways, other) for ways in (surname + given, given + surname, surname))
            if sum(min(map(len, syllable)) for syllable in given) >= _GIVEN_ALONE:
                yield given, other


def _divided(
    parts: Sequence[NamePart], hangul: str | None
) -> Iterator[tuple[korean.Ways, korean.Ways]]:
    """Yield surname and given name: as the Hangul has them, else as one romanization has them."""
    if hangul is None:
        yield from _read(parts)
        return
    ends = (parts[0].folded, parts[-1].folded)
    for surname, given in korean.divide_hangul(hangul):
        if any(re.fullmatch(korean.pattern(surname), end) for end in ends):
            yield surname, given
            return


def _read(parts: Sequence[NamePart]) -> Iterator[tuple[korean.Ways, korean.Ways]]:
    words = [re.split(r"\W+", part.typed.lower()) for part in parts]
    for first, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        surname = korean.read_surname(first[0]) if len(first) == 1 else []
        given = korean.read_given([word for part in rest for word in part])
        if surname and given:
            yield surname, given
            return


def _by_skeleton(
    found: Iterable[tuple[korean.Ways, Name]],
) -> dict[str, list[tuple[str, list[Name]]]]:
    names = defaultdict[str, list[Name]](list)
    skeletons: dict[str, str] = {}
    for ways, name in found:
        pattern = korean.pattern(ways)
        names[pattern].append(name)
        joined = "".join([min(syllable) for syllable in ways])
        skeletons[pattern] = korean.beginning(joined) + korean.skeleton(joined)
    keyed = defaultdict[str, list[tuple[str, list[Name]]]](list)
    for pattern, claimed in names.items():
        keyed[skeletons[pattern]].append((pattern, claimed))
    return dict(keyed)
