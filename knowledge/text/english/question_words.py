"""Words around the names of a question: fillers, and what says how the names go together."""

from __future__ import annotations

from typing import Final

# Words that carry none of a question's content.
FILLERS: Final = frozenset(
    """a about accept accepts after again against ago agree agrees all also am an and any anyone
    anything are as ask at back backed backing backs be been before being believe believes
    between but by can cant condition conditional conditions could current currently did
    disagree disagrees do does doing dont either ever exact exactly favor favors favour favours
    feel feels find for from get give gov government govt had has have having he hello help her
    hey hi him his how however i im in info information into is it its just know last late
    latest let lets like likes line look make me mean most much my need new news no now of
    official officially officials ok okay on one opinion opinions oppose opposed opposes
    opposing opposition or our over own please pls plz policies policy position positions
    question quote quotes re read recent recently refuse refuses regarding reject rejects
    reluctance reluctant require required requires right said say saying says see seem seems she
    should show so some someone soon stance stances stand standing stands statement statements
    still support supported supporting supportive supports take takes tell than thank thanks
    that the their them then there these they thing things think thinking thinks this those
    thought thoughts thx to today toward towards u undeclared up us view views want wants was we
    well were what whats when where which while who whois whom whos whose why will with would
    yes yet you your""".split()
)
# Fillers that say where somebody stands. They are content where printed words are sought.
_POSITIONS: Final = frozenset(
    """accept accepts agree agrees back backed backing backs condition conditional conditions
    disagree disagrees favor favors favour favours let lets no oppose opposed opposes opposing
    opposition policies policy position positions refuse refuses reject rejects reluctance
    reluctant require required requires stance stances support supported supporting supportive
    supports undeclared""".split()
)
# Fillers that carry no content in printed words either.
SMALL_WORDS: Final = FILLERS - _POSITIONS

# After one of these, "us" is the pronoun and not the country: "tell us".
BEFORE_US: Final = frozenset("tell give show let help for remind ask".split())
# After one of these and an issue, a state is what the issue is about: "sanctions on Russia".
BEFORE_A_TARGET: Final = frozenset("on of over toward towards".split())
# After one of these, a state is a party to the issue: "talks between Tokyo and Pyongyang".
BEFORE_A_PARTY: Final = frozenset("with between against and".split())

# Plain words that ask who somebody is, and that ask for the list of issues.
WHO: Final = frozenset({"who", "whos", "whois"})
LISTING: Final = frozenset({"issues", "topics", "list"})

# Words about saying, and of roles, beside a claimed speaker: no part of the name.
BESIDE_A_CLAIMED_SPEAKER: Final = frozenset(
    """according actually added adds allegedly also announced apparently attributed claim claimed
    claims declared denied director envoy ever former general head leader minister nominee once
    only publicly quoted really reportedly representative repeatedly replied said says secretary
    senior sources spokesman spokesperson spokeswoman stated supposedly tell tells told true truly
    tweet tweeted warned words write writes wrote yesterday""".split()
)
