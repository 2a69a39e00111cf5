"""Make the data of knowledge/world/ and the given names of knowledge/speech/: `make world`.

They come from libraries that only this needs.

What is pinned in requirements/dev.txt decides what comes out; a test holds the files against it.
"""

from __future__ import annotations

import csv
import gzip
import importlib
import json
import pkgutil
import re
from collections import Counter, defaultdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import faker.providers.person
import pycountry
from anyascii import anyascii
from babel import Locale

from knowledge.speech.given_name_pronouns import GIVEN_NAMES
from knowledge.text.english import world_words
from knowledge.text.folding import fold
from knowledge.world import world_knowledge as world

SMALL_WORDS = re.compile(r"\b(?:of|and|the|republic|islands?|new)\b", re.IGNORECASE)
PART_OF = {"noun": "n", "verb": "v", "aux": "v", "adj": "j", "adv": "r"}
# Tags of the Penn Treebank, by how they begin: those of an open class, and of small words.
PART_OF_TAG = {"NN": "n", "VB": "v", "MD": "v", "JJ": "j", "RB": "r"}
SMALL_TAGS = {"CC", "CD", "DT", "IN", "PDT", "PRP", "PRP$", "UH", "WDT", "WP", "WP$", "WRB"}


def main():
    world.NAMES.write_text(names_file(), encoding="utf-8")
    world.WORDS.write_text(words_file(), encoding="utf-8")
    GIVEN_NAMES.write_text(given_names_file(), encoding="utf-8")


@cache
def folder_of(package):
    """Return where a package lies, without importing it (and numpy with it)."""
    return Path(find_spec(package).origin).parent


# States and bodies.


def names_file():
    """Return a line for each name: its words as one, kind, state, and what to call that in a sentence."""
    rows = {}
    for words, kind, state, text in all_names():
        folded = without_article(fold_each(words))
        if folded and folded.isascii() and len(folded.split()) <= world.LONGEST:
            key = folded.replace(" ", "")
            rows.setdefault(key, f"{key}\t{kind}\t{state}\t{text}\t{case_of(key, kind)}\n")
    return "".join([rows[key] for key in sorted(rows)])


def without_article(words):
    return words.removeprefix("the ")


def fold_each(words):
    """Fold words one by one, so that none is taken for a title: "DR Congo"."""
    return " ".join(filter(None, map(fold, re.split(r"[\s–-]+", words))))


def case_of(key, kind):
    if key in world_words.ONLY_IN_CAPITALS:
        return "upper"
    also_a_word = kind == "capital" and key in ordinary_words()
    return "title" if also_a_word or key in world_words.ONLY_CAPITALIZED else "any"


def all_names():
    """Yield the names that are sure first: the first that claims a word has it."""
    states = sorted(pycountry_states(), key=lambda code: (-population(code), code))
    shown = {code: shown_name(code) for code in [*states, *own_states()]}
    for state, names in world_words.STATE_NAMES.items():
        yield from ((name, "state", state, shown[state]) for name in split(names))
    for code in states:
        yield shown[code], "state", code, shown[code]
    yield from bodies()
    for code in states:
        names = (n for n in library_names(code) if fold(n) not in ordinary_words())
        yield from ((name, "state", code, shown[code]) for name in names)
    for state, names in world_words.DEMONYMS.items():
        people = (form for name in names.split() for form in people_of(name.replace("-", " ")))
        yield from ((name, "demonym", state, shown[state]) for name in people)
    for code in states:
        people = (form for name in library_demonyms(code) for form in people_of(name))
        yield from ((name, "demonym", code, shown[code]) for name in people)
    for state, names in world_words.CAPITALS.items():
        yield from ((name, "capital", state, shown[state]) for name in split(names))
    for code in states:
        yield from ((name, "capital", code, shown[code]) for name in library_capitals(code))
    yield from former_states()


def pycountry_states():
    return [country.alpha_2.lower() for country in pycountry.countries] + ["xk"]


def own_states():
    return [code for code in world_words.STATE_NAMES if code not in pycountry_states()]


def split(names):
    return [name.strip() for name in names.split(",")]


@cache
def countries():
    """Return what countryinfo has of each state, by its code."""
    found = {}
    for file in sorted(folder_of("countryinfo").glob("data/*.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        code = data.get("ISO", {}).get("alpha2", "").lower()
        if code not in found or len(data) > len(found[code]):
            found[code] = data
    return found


def country(code):
    return countries().get(code, {})


def population(code):
    return country(code).get("population") or 0


def is_sovereign(code):
    """Return whether a state has a seat of its own in the United Nations, or nearly."""
    return country(code).get("subregion") and code not in DEPENDENT


def library_capitals(code):
    names = country(code).get("capital") or []
    names = [names] if isinstance(names, str) else names
    return [name for name in names if is_sovereign(code)]


DEPENDENT = frozenset(
    "ai as aw ax bl bm bq bv cc ck cw cx fk fo gf gg gi gl gp gs gu hk hm im io je ky mf mo mp mq ms nc"
    " nf nu pf pm pn pr re sh sj sx tc tf tk um vg vi wf yt".split()
)
WITH_ARTICLE = frozenset(
    "ae bs cd cf cg ck cc do fk fo gb gm hm ic io ky km mh mp mv nl ph sb sc su tc tf"
    " um us va vg vi ps-wb".split()
)


def shown_name(code):
    """Return what to call a state in a sentence."""
    own = split(world_words.STATE_NAMES.get(code, ""))[0]
    name = SHOWN.get(code) or cldr(code) or own
    name = name.replace("&", "and").replace("St.", "Saint").replace("’", "'")
    return f"the {name.removeprefix('the ')}" if code in WITH_ARTICLE else name


SHOWN = {
    "cd": "Democratic Republic of the Congo",
    "cg": "Republic of the Congo",
    "hk": "Hong Kong",
    "mm": "Myanmar",
    "mo": "Macao",
    "ps": "Palestine",
    "tr": "Turkey",
    "ci": "Ivory Coast",
    "va": "Vatican",
}


def cldr(code):
    return (
        Locale("en").territories.get(code.upper())
        if "-" not in code and code in pycountry_states()
        else None
    )


def library_names(code):
    yield from cldr_names(code)
    entry = pycountry.countries.get(alpha_2=code.upper())
    for field in ("name", "common_name", "official_name"):
        if entry and (name := getattr(entry, field, None)):
            yield from turned(name)
    yield country(code).get("name", "")
    for name in country(code).get("altSpellings", ()):
        if (
            " " in name
            and name.isascii()
            and SMALL_WORDS.search(name)
            and not re.search(r"\b(?:de|du|la)\b", name)
        ):
            yield from turned(name)


def cldr_names(code):
    name = cldr(code) or ""
    yield name.replace("&", "and").replace("St.", "Saint")
    yield from (part for part in re.split(r"[()]", name) if part.strip())


def turned(name):
    """Yield "Korea, Republic of" as "Republic of Korea" as well."""
    yield re.sub(r"\(.*\)", "", name)
    before, comma, after = name.partition(", ")
    if comma and "," not in after:
        yield f"{after} {before}"


def library_demonyms(code):
    if code in DEPENDENT and code not in {"pr", "gl", "bm", "gu", "fo", "aw"}:
        return []
    return [name for name in re.split(r"[,/]", country(code).get("demonym") or "") if name]


def people_of(name):
    yield name
    if not name.endswith(
        ("s", "sh", "ch", "ese", "z", "men", "man", "woman", "x")
    ) or name.endswith("German"):
        yield f"{name}s"


def bodies():
    for line in world_words.BODIES:
        shown, _, others = line.partition(" | ")
        key = fold(without_article(shown)).replace(" ", "-")
        yield from ((name, "body", key, shown) for name in [shown, *split(others)] if name)


def former_states():
    """Yield those that have no name of their own among the states yet."""
    for former in pycountry.historic_countries:
        if former.alpha_4 in {"BUMM", "BYAA", "CSHH", "DDDE", "SUHH", "VDVN", "YUCS", "ZRCD"}:
            continue
        code = former.alpha_4.lower()
        for name in turned(former.name):
            yield name, "state", code, former.name.partition(",")[0]


# Words.


def words_file():
    """Return a line for each word: what it is as a name, and as a word of English."""
    known = defaultdict(set)
    for flag, names in ((world.GIVEN, given_names()), (world.SURNAME, surnames())):
        for name in names:
            known[name].add(flag)
    named = set(known) - ordinary_words()
    tagged = {(word, part) for word, part in tagged_words() if part == "o" or word not in named}
    for word, part in english_words() | tagged:
        known[word].add(part)
    lines = [f"{word}\t{''.join(sorted(flags))}\n" for word, flags in known.items()]
    return "".join(sorted(lines, key=str.encode))


@cache
def english_words():
    """Return pairs of a lower-case word of English and a part of speech it can be."""
    file = folder_of("lemminflect") / "resources" / "lemma_lu.csv.gz"
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split(",") for line in lines]
    forms = {(form, pos) for word, pos, lemmas in rows for form in (word, *lemmas.split("/"))}
    return {(word, PART_OF[pos]) for word, pos in forms if is_word(word)}


def is_word(word):
    return word.isascii() and word.isalpha() and word.islower()


@cache
def tagged_words():
    """Return pairs likewise, of a lexicon that has small and newer words too, and more noise."""
    file = folder_of("textblob") / "en" / "en-lexicon.txt"
    rows = [line.split() for line in file.read_text(encoding="utf-8").splitlines()]
    return {
        (row[0], part)
        for row in rows
        if len(row) == 2 and is_word(row[0]) and (part := part_of_tag(row[1]))
    }


def part_of_tag(tag):
    return (
        "o" if tag in SMALL_TAGS else "" if tag.startswith("NNP") else PART_OF_TAG.get(tag[:2], "")
    )


@cache
def all_english_words():
    return ordinary_words() | {word for word, _ in tagged_words()}


@cache
def ordinary_words():
    return {word for word, _ in english_words()}


def given_names():
    """Yield given names; of words of English those that are well known as such: Hunter, not Media."""
    census = list(census_names("dist.female.first", "dist.male.first"))
    written = (name for name, _ in japanese("first_name_*.csv", 1))
    return well_known(census, "first", written)


FAR_MORE = 5  # times as many
# Given names of the census that begin names elsewhere as surnames: "Kim Jong Un".
SURNAMES_IN_FRONT = set(
    "kim an lee jung young song yong chong min sun sung hong kong chang".split()
)


def given_names_file():
    """Return a line for each given name that mostly goes with "he" or with "she"."""
    shares = japanese_shares() | census_shares()  # of a name in both, the census tells more
    return "".join(
        f"{name}\t{pronoun}\n"
        for name, share in sorted(shares.items())
        if (pronoun := most(share)) and name not in SURNAMES_IN_FRONT
    )


def census_shares():
    """Return by name of how many women and men in a hundred it is the name."""
    shares = defaultdict(dict)
    for pronoun, which in (("she", "female"), ("he", "male")):
        for line in (folder_of("names") / f"dist.{which}.first").read_text("ascii").splitlines():
            shares[line.split()[0].lower()][pronoun] = float(line.split()[1])
    return shares


SHORTEST = 5  # letters: shorter ones are names elsewhere too, such as "shin"
WRITINGS = 3  # of the rarest name that tells


def japanese_shares():
    """Return by name in Latin letters in how many ways women and men write it."""
    shares = defaultdict(Counter)
    for pronoun, which in (("she", "woman"), ("he", "man")):
        for name, writings in japanese(f"first_name_{which}_org.csv", 1):
            if len(name) >= SHORTEST:
                shares[name][pronoun] += writings
    return {name: share for name, share in shares.items() if share.total() >= WRITINGS}


def most(share):
    he, she = share.get("he", 0), share.get("she", 0)
    return "he" if he >= FAR_MORE * she else "she" if she >= FAR_MORE * he else None


def surnames():
    census = list(census_names("dist.all.last"))
    written = (name for name, _ in japanese("last_name_org.csv", 3))
    return well_known(census[:COMMON], "last", [*written, *census])


COMMON = 10_000  # surnames, in the order of how many bear them
COMMON_LISTS = 3  # of locales


def well_known(common, which, others):
    listed = Counter(name for names in faker_lists(which) for name in set(latin(names)))
    sure = {name for name, times in listed.items() if times >= COMMON_LISTS} | set(latin(common))
    sure.update(*(latin(names) for names in faker_lists(f"{which}_romanized")))
    unsure = {*listed, *latin(others)} - all_english_words()
    return sure | unsure


def faker_lists(which):
    """Yield a list of names for each locale of Faker, of those called first or last names."""
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        name = f"{faker.providers.person.__name__}.{module.name}"
        provider = importlib.import_module(name).Provider
        lists = [getattr(provider, name) for name in dir(provider) if which in name]
        listed = (names for names in lists if isinstance(names, (tuple, list, dict)))
        yield [part for names in listed for name in names for part in strings(name)]


def strings(name):
    return [name] if isinstance(name, str) else [part for part in name if isinstance(part, str)]


def census_names(*files):
    """Yield the names of the census of the United States."""
    for file in files:
        lines = (folder_of("names") / file).read_text(encoding="ascii").splitlines()
        yield from (line.split()[0] for line in lines)


def japanese(pattern, column):
    """Yield names in Latin letters, with long vowels written and not, and how many writings each has."""
    folder = folder_of("japanese_personal_name_dataset") / "dataset"
    for file in sorted(folder.glob(pattern)):
        with file.open(encoding="utf-8") as lines:
            for row in csv.reader(lines):
                long = fold(row[column]) if len(row) > column else ""
                if long.isascii() and long.isalpha():
                    short = long.replace("ou", "o").replace("oo", "o").replace("uu", "u")
                    for name in dict.fromkeys((long, short)):
                        yield name, len(row) - column - 1


def latin(names):
    """Yield names of one word, folded; of other scripts in Latin letters, Hangul by syllables too."""
    for name in names:
        yield from (anyascii(letter).lower() for letter in name if "\uac00" <= letter <= "\ud7a3")
        for folded in {fold(name), fold(anyascii(name))}:
            if folded.isascii() and folded.isalpha() and len(folded) > 1:
                yield folded


if __name__ == "__main__":
    main()
