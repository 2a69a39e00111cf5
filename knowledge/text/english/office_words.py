"""Words for offices: what is said in several ways, and what says more or less than the office."""

from __future__ import annotations

from typing import Final

# An office in the ways it is written and typed; the first of each row is what it is called here.
# A word after the colon is what the office is about: a foreign minister is a minister.
_WAYS: Final = """
prime minister = pm, premier, prime min
president = pres
vice president = vp, veep
minister: foreign = fm, formin, foreign min, top diplomat, chief diplomat
minister: defense = secdef, defmin, defense min, defence min, defense sec, defence sec
secretary of state = secstate, sec of state, sec state
national security adviser = national security advisor, nsa
chief cabinet secretary = ccs
director general = directorgeneral, dg
secretary general = secretarygeneral, secgen, general secretary
spokesperson = spokesman, spokeswoman, spox, spokes, press secretary
envoy = special representative, special rep, special envoy, representative, rep
leader = ruler
chair = chairman, chairwoman, chairperson
head = chief, director, boss
minister = minister
minister of state = state minister
secretary = secretary
head of state = chief of state
head of government = government head
adviser = advisor
ambassador = amb
commander = commander in chief
chief of staff = staff chief
attorney general = attorneygeneral
""".strip().splitlines()


def _ways() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return each way of writing an office, in words, as its words and what it is about."""
    ways = {}
    for row in _WAYS:
        called, _, others = row.partition(" = ")
        role, _, about = called.partition(": ")
        for way in [*([] if about else [role]), *others.split(", ")]:
            ways[tuple(way.split())] = (*about.split(), role)
    return ways


# "secretary of state" → ("secretary of state",); "fm" → ("foreign", "minister")
OFFICES: Final = _ways()
# What stands for an office in capitals or in haste, and may be another name's letters.
ABBREVIATIONS: Final = frozenset("pm vp fm nsa ccs dg rep amb pres spokes".split())

# Offices that are known without looking at a corpus. What else a corpus has as a title is one too.
KNOWN_OFFICES: Final = frozenset(row[-1] for row in OFFICES.values()) | {
    *("commissioner", "chancellor", "senator", "mayor", "negotiator", "lawmaker", "emperor"),
    *("speaker", "consul", "monarch", "undersecretary"),
}
# Another office where it is about something: an acting secretary of state for Asia is not the
# secretary of state. Of the others the bare word means any: "the envoy".
WHOLE_OFFICES: Final = frozenset(
    {"prime minister", "president", "vice president", "secretary of state", "leader"}
    | {"national security adviser", "chief cabinet secretary", "secretary general"}
    | {"chief of staff", "king", "queen", "emperor", "pope", "monarch", "chancellor"}
)
# Offices that are one with another where both are about the same.
SAME_OFFICE: Final = {
    "minister": frozenset({"secretary"}),
    "secretary": frozenset({"minister"}),
    "envoy": frozenset({"ambassador", "negotiator"}),
    "ambassador": frozenset({"envoy"}),
    "negotiator": frozenset({"envoy"}),
    "head": frozenset({"minister", "secretary", "commissioner", "commander", "director general"})
    | {"chair", "general"},
}
# Whose state, before the word, may be the one that they are sent to: "the North Korea envoy".
SENT_TO_A_STATE: Final = frozenset({"envoy", "ambassador", "negotiator", "consul"})
# What the office means in a state that has none by that name: the leader of Japan.
STAND_INS: Final = {
    ("minister", frozenset({"foreign"})): ("secretary of state",),
    ("secretary", frozenset({"foreign"})): ("secretary of state",),
    ("head", frozenset[str]()): ("secretary general", "director general", "chair"),
    ("leader", frozenset[str]()): ("head of government", "prime minister", "president"),
    ("head of government", frozenset[str]()): ("prime minister", "chancellor", "president"),
    ("head of state", frozenset[str]()): ("president", "king", "queen", "emperor", "monarch"),
}

# Everyday words as well, where no article and no name stands before them: "talks head nowhere".
VERBS_TOO: Final = frozenset({"head", "chair"})

# What ministers and heads are in charge of, where no corpus says so.
PORTFOLIOS: Final = frozenset(
    "foreign defense interior finance treasury justice trade commerce economy economic agriculture "
    "fisheries health education labor environment energy transport culture tourism science "
    "technology unification home spy intelligence security police army navy military nuclear human "
    "rights peace press government cabinet communications development planning water religious "
    "youth sports housing immigration industry climate digital infrastructure veterans "
    "parliamentary state ceremonial opposition party ministry department agency office "
    "service council committee bureau embassy house union commission diplomatic".split()
)
# Words for one thing in the name of an office.
SAME_THING: Final = {
    other: word
    for row in """
asia = asian
africa = african
intelligence = spy
farm = agriculture, agricultural, farming, farms
fisheries = fishery, fishing
environment = environmental
economy = economic, economics
finance = treasury, financial
parliament = parliamentary
foreign = diplomatic, external
army = military
justice = legal
education = educational
nuclear = nuke
department = dept
government = govt, gov
interior = home, internal
unification = reunification
""".strip().splitlines()
    for word, _, others in [row.partition(" = ")]
    for other in others.split(", ")
}
# Whoever is in the office today, and nobody who held it another time.
TODAY_IN_OFFICE: Final = frozenset("current present incumbent sitting serving reigning new".split())
# Words that change nothing about which office it is.
BESIDE_AN_OFFICE: Final = TODAY_IN_OFFICE | frozenset(
    "senior top special supreme longtime honorable his her their its "
    "affairs affair matters matter issues issue government governments newly appointed republic "
    "nation country "
    "then outgoing chief".split()
)
# The office of another person: "vice foreign minister".
DEPUTIES: Final = frozenset("vice deputy assistant under junior associate second".split())
STANDING_IN: Final = frozenset({"acting", "interim", "caretaker"})
NO_LONGER: Final = frozenset({"former", "ex", "previous", "late", "onetime", "erstwhile"})
# Not yet, or perhaps never, in the office.
NOT_YET: Final = frozenset("elect designate nominee candidate hopeful incoming next future".split())
# What joins an office to what it is about.
JOINING: Final = frozenset({"of", "for", "on", "to", "in", "at", "with", "under"})

# Endings that a word may come with or without: Korea, Korean, Koreans.
ENDINGS: Final = ("ese", "ians", "ian", "ans", "an", "ia", "es", "s", "a", "e")
