"""Words that describe a speaker without a name; a role that is a title too is in titles.py."""

from __future__ import annotations

import re
from typing import Final

# Bodies that speak or hold a stance. A name that ends with one is not a person's.
BODIES: Final = frozenset(
    "ministry department service agency office council committee bureau house party commission "
    "government administration embassy palace court bank union university institute association "
    "police army navy force forces nations parliament assembly congress senate kremlin pentagon "
    "company group corporation inc board authority institution federation league news press "
    "radio television times post herald gazette coalition foundation fund campaign network society "
    "alliance movement organization organisation center centre project school college hospital "
    "church caucus conference chamber club studies".split()
)
# What a body is about, behind the word for it: "Commission on Fair Trade".
_ABOUT: Final = (
    "Commission Committee Council Center Centre Institute Campaign Association Coalition Alliance "
    "Fund Foundation Office Bureau Department Society Union Partnership Network".split()
)
BODY_ABOUT: Final = rf"(?:{'|'.join(rf'(?<={word})' for word in _ABOUT)})\s+(?:on|for|to|against)"
# What somebody is: "a Foreign Ministry official", "the envoy".
ROLES: Final = frozenset(
    "official officials source sources diplomat diplomats spokesman spokeswoman spokesperson "
    "minister president premier secretary chancellor ambassador senator governor mayor general "
    "chairman chairwoman chair speaker director judge chief envoy representative negotiator leader "
    "adviser advisor aide aides lawmaker lawmakers expert experts analyst analysts officer "
    "officers head "
    "witness resident professor lawyer lawyers economist manager nominee critics activist critic "
    "person people commander commissioner economists workers residents activists witnesses man "
    "woman student farmer doctor teacher deputy host anchor narrator moderator announcer "
    "strategist pollster consultant candidate supporter supporters voter voters spokespeople "
    "delegate delegates senators congressman congresswoman businessman mogul billionaire author "
    "writer neurosurgeon surgeon pastor priest protester protesters rival "
    "operative operatives strategists democrats republicans attorney attorneys psychologist "
    "spokesmen spokeswomen chairmen congressmen businessmen "
    "scientist researcher researchers historian veteran veterans mother father judges proponents "
    "accused defendant plaintiff counsel banker "
    "opponents advocates advocate insiders insider donors donor senators".split()
)
# Those of them who speak for a state or a body: not "a Spanish banker".
OFFICIALS: Final = frozenset(
    "official source diplomat spokesman spokeswoman spokesperson minister president premier "
    "secretary chancellor ambassador governor general chief envoy representative negotiator "
    "leader adviser advisor aide officer head commander commissioner deputy delegate spokespeople "
    "spokesmen spokeswomen monarch king queen emperor consul attache delegation side admiral "
    "colonel marshal prince princess emissary mediator counsellor undersecretary "
    "vice-minister vice-president director".split()
)
# Papers that are printed as saying something.
DOCUMENTS: Final = frozenset(
    "statement communique communiqué report document declaration letter resolution treaty paper "
    "release text memo draft bill memorandum study survey filing indictment ruling email e-mail "
    "message website site poll ad advert advertisement spot post tweet transcript editorial brief "
    "complaint caption sign banner poster book article story piece column op-ed video clip footage "
    "lawsuit affidavit petition note plaque headline newsletter manifesto platform bylaws "
    "constitution law charter agreement certificate notice leaflet flyer placard "
    "inscription motto slogan graffiti epitaph mural headstone gravestone t-shirt".split()
)
# A relation that is printed before a name as a title is: "sister Kim Yo-jong".
KIN: Final = frozenset(
    "sister brother wife husband son daughter father mother cousin uncle aunt".split()
)
# Those who pass on what others say or think.
SOURCES: Final = re.compile(
    r"\b(?:sources?|officials?|media|diplomats?|news|agency)\b", re.IGNORECASE
)
# Words for a state's government, which stands for the state: "the Abe administration".
GOVERNMENT: Final = r"(?:administration|government|cabinet)"
# Groups by what they are: "African-Americans", "Democrats".
GROUPS: Final = re.compile(
    r"\b(?:[\w-]*(?:Americans|Koreans|Europeans|Asians|Africans|Latinos|Hispanics|Muslims|Christians"
    r"|Jews)|Republicans|Democrats|Liberals|Conservatives|Russians|Germans|Israelis|Palestinians"
    r"|Iranians|Ukrainians|Britons)$"
)
