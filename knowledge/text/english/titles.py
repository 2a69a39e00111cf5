"""Words beside a person's name: titles, honorifics, particles; those that are roles: roles.py."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.small_words import STOP_WORDS

# Titles that folding drops before a name, so that "President Moon" and "Moon" compare equal.
FOLDED_TITLES: Final = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "senator", "governor"}
    | {"president", "premier", "minister", "chancellor", "ambassador", "secretary"}
    | {"chairman", "chairwoman"}
)
# Words that go with a folded title when the title goes: "Vice Foreign Minister Mori".
TITLE_PARTS: Final = frozenset(
    {"prime", "foreign", "defense", "defence", "vice", "deputy", "chief", "cabinet"}
)
# After one of these a title stays, as it is what is asked about: "president of ...", "prime
# minister's office", "the president said".
KEEPING_A_TITLE: Final = (
    STOP_WORDS
    | {"general", "office", "council", "committee", "palace"}
    | {"say", "says", "said", "think", "thinks", "want", "wants", "call", "called", "about", "as"}
    | {"is", "was", "has", "had", "did", "does", "will", "would", "position", "stance", "view"}
)
# Honorifics joined to a name by a hyphen. After a space they may be a name (Aung San).
HONORIFICS: Final = frozenset({"san", "sama", "shi", "ssi"})

# Words of printed titles before a speaker's name. Wider than FOLDED_TITLES and its parts: an
# article prints "then-Lieutenant General Dahl", and nobody asks for somebody so.
PRINTED_TITLES: Final = frozenset(
    "councillor councilor provost taoiseach tánaiste "
    "minister president premier secretary chancellor ambassador senator sen rep gov governor mayor "
    "general gen colonel col captain capt dr mr mrs ms professor prof king queen prince princess "
    "pope chairman chairwoman chair director judge justice sheriff chief spokesman spokeswoman "
    "spokesperson representative envoy commissioner inspector officer admiral lieutenant lt sgt "
    "sergeant foreign prime vice deputy cabinet state defense defence finance interior attorney "
    "speaker former then leader sir lord lady rev bishop u.s us uk rok dprk un u.n retired rear "
    "adm major maj lt brigadier brig commander ceo cfo coo del sens reps attorneys congressman "
    "congresswoman chairperson pastor reverend imam rabbi cardinal archbishop sen.-elect "
    "president-elect senators ministers presidents governors mayors ambassadors chancellors "
    "councilman councilwoman councilmember assemblyman assemblywoman alderman alderwoman dame "
    "secretaries superintendent detective trooper corporal cpl pvt private hon justices "
    "prosecutor rt revd canon garda constable coun cllr".split()
)
# Words of parties and rivals, which may stand before a name and are no part of it.
BESIDE_A_NAME: Final = frozenset(
    "democrat democratic republican libertarian conservative socialist liberal independent rival "
    "opponent fellow".split()
)
# Titles that are surnames as well: "Charlie King", "Mr. Pope".
TITLES_AS_SURNAMES: Final = frozenset("king prince bishop pope judge major lord speaker".split())
# Behind a surname.
GENERATIONS: Final = frozenset("jr sr ii iii iv".split())
# Titles of anybody, before a surname as before a whole name.
HONORIFIC_TITLES: Final = frozenset("mr mrs ms miss mx dr".split())
# In front of a name, behind a post and a comma: "the deputy, Prof Per Dahl".
HONORS: Final = HONORIFIC_TITLES | frozenset(
    "prof professor sir dame lord lady rt hon rev revd canon col gen lt capt maj sgt adm".split()
)
# Abbreviations whose dot does not end a sentence.
_ABBREVIATED: Final = (
    "Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Capt|St|Jr|Sr|Prof|Adm|Sgt|Rev|Del|Sens|Reps|Messrs"
)
ABBREVIATED_TITLES: Final = frozenset(f"{_ABBREVIATED}|Hon|Maj".lower().split("|"))
# What an abbreviated title is called where it goes back to somebody: "the governor".
WRITTEN_OUT: Final = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "maj": "major",
    "adm": "admiral",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
}
# A sentence that a splitter ended with such a dot goes on.
ENDS_WITH_TITLE: Final = re.compile(
    rf"\b(?:(?!Jr|Sr)(?:{_ABBREVIATED}|Hon|Maj|Coun|Sgt))\.\s*$"
    r"|[^\W\d_]\s[^\W\d_A-Za-z]\.\s*$"  # "Snorri Þ. Dahl"
)
LONGEST_TITLE: Final = len("Messrs.")  # what the pattern finds begins no further before the end
# As part of a name.
ABBREVIATED_IN_NAMES: Final = rf"(?:{_ABBREVIATED}|Maj)\."
# In a sentence that is searched for the end of a name; initials count too.
ABBREVIATED_IN_SENTENCES: Final = rf"\b(?:[A-Z]|{_ABBREVIATED}|Hon)\."

# Small words inside a surname: "van der Berg".
NAME_PARTICLES: Final = r"(?:von|van|der|den|de|la|da|dos|del|di|du|bin|ibn|zu|ter)"
