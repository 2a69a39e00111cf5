"""Nouns for somebody who is named by somebody else: "Kono’s aide", "the Biden administration"."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.question_words import BODIES_BESIDE_A_STATE, GOVERNMENTS
from knowledge.text.english.roles import BODIES, KIN, ROLES

# Whoever speaks for the state or body that is named with the role: "a Japanese official".
SPEAKING_FOR: Final = frozenset(
    "official officials diplomat diplomats source sources spokesman spokesmen spokeswoman "
    "spokeswomen spokesperson spokespersons spokespeople representative representatives".split()
)
# Beside a name these are no bodies that speak: "Kono's press conference", "in Japan times".
_NO_BODIES: Final = {"news", "times", "herald", "conference"}
# A body of its own beside the name of a state, which it does not speak for.
OTHER_BODIES: Final = (BODIES | BODIES_BESIDE_A_STATE) - GOVERNMENTS - _NO_BODIES
# Somebody else beside a person's name, who is no relation and holds no office.
COMPANIONS: Final = frozenset(
    "adversary advisers advisors ally allies ambassadors assistant assistants associate boss camp "
    "campaign colleague colleagues confidant counterpart counterparts delegate delegates "
    "delegation emissary envoys entourage faction friend friends host interlocutor interlocutors "
    "interpreter lieutenant ministers mentor minder negotiators opponent opponents opposition "
    "partner party patron predecessor predecessors protégé protege rival rivals speechwriter "
    "staff staffer staffers strategist subordinate successor successors supporter supporters team "
    "base translator undersecretary".split()
)
RELATIVES: Final = KIN | frozenset(
    "aunt cousin daughters nephew niece sons uncle wives sisters brothers husbands parents "
    "family grandson granddaughter grandfather grandmother fiancee fiance girlfriend "
    "boyfriend".split()
)
RELATED: Final = ROLES | RELATIVES | OTHER_BODIES | GOVERNMENTS | SPEAKING_FOR | COMPANIONS
# Of these, whoever is named by a person in a question, and stands in the person's place there. A
# campaign may be what the person wants.
NAMED_BY_A_PERSON: Final = (ROLES | RELATIVES | SPEAKING_FOR | COMPANIONS) - {"campaign"}
# Of these, whoever is named by a name without 's: "Kono aide". The others are as often what the
# person does, or what is asked for: "Kono sources".
NAMED_WITHOUT_AN_S: Final = NAMED_BY_A_PERSON - frozenset(
    "host partner judge head chair source sources".split()
)
# These are what the person thinks, or is one of, before "to".
NOBODY_BEFORE_TO: Final = frozenset({"opposition", "party", "witness"})
# Whom an issue touches, and whose position is not that of a state: "the abductees’ families".
GROUPS: Final = frozenset(
    "families family relatives parents survivors survivor victims victim abductees abductee "
    "hostages prisoners detainees captives orphans widows siblings brothers sisters children sons "
    "daughters wives husbands descendants residents citizens people voters nationals refugees "
    "defectors escapees fishermen farmers workers soldiers troops veterans students companies "
    "company businesses firms manufacturers exporters importers unions activists protesters "
    "campaigners scholars critics owners operators captains crews traders growers producers "
    "investors shareholders consumers customers taxpayers villagers islanders industry opposition "
    "press media newspapers journalists reporters lawmakers legislators parliamentarians senators "
    "congressmen politicians pundits commentators hawks doves hardliners party parties public "
    "electorate conservatives liberals progressives nationalists moderates".split()
)
# Groups that are one only behind an article or a nation: "the right in Japan", "Japan's left".
WINGS: Final = frozenset("right left centre center".split())
BEFORE_A_WING: Final = frozenset("the far hard extreme political religious moderate".split())
# A government of another time: neither today's nor that of a name on record.
OF_ANOTHER_TIME: Final = frozenset(
    "next previous prior last future former past earlier later incoming outgoing coming preceding "
    "succeeding successive subsequent different alternative hypothetical another caretaker interim "
    "transitional rival".split()
)
GOVERNMENTS_IN_A_NAME: Final = (GOVERNMENTS - {"admin", "govt"}) | frozenset(
    "governments administrations cabinets".split()
)
# Who does so is asked for, before a name: "who speaks for Japan", "who spoke on behalf of Japan".
SPEAKING_FOR_SOMEBODY: Final = re.compile(
    r"\b(?:speaks?|spoke|spoken|speaking)(?: for| on behalf of)$"
)
