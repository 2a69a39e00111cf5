"""English words by which a sentence prints who says something, or tells where somebody stands."""

from __future__ import annotations

import re
from typing import Final

_PAST: Final = (
    "said told stated added warned noted stressed emphasized emphasised argued claimed insisted "
    "explained replied responded answered asked declared announced confirmed acknowledged admitted "
    "denied urged called commented concluded continued remarked recalled reiterated pledged "
    "promised vowed predicted suggested wrote tweeted posted observed cautioned criticized "
    "criticised described dismissed praised hailed condemned denounced complained contended "
    "maintained testified revealed disclosed indicated underscored underlined expressed termed "
    "branded labeled labelled quipped joked tells says adds argues insists warns stresses explains "
    "writes demanded accused rejected repeated read reads agreed lamented asserted "
    "hinted countered recalls clarified laughed shouted joked shrugged sighed believes thinks asks "
    "continued conceded signaled signalled elucidated blasted snapped fumed grumbled boasted "
    "reported"
).split()
# Only somebody does this: whatever is printed as the subject is a speaker.
SAYING: Final = frozenset(
    "said says told added asked replied wrote snapped blasted fumed explained".split()
) | {"hit back"}
# The present of the like; what is a noun as often ("its demands") is told by the words before it.
_PRESENT: Final = (
    "asks notes continues maintains hints concedes denies confirms urges proposes demands accuses "
    "rejects claims suggests admits acknowledges announces declares predicts describes criticizes "
    "criticises condemns praises promises vows pledges reiterates complains repeats replies "
    "responds remarks reveals contends asserts laments predicts jokes quips"
).split()
_PHRASES: Final = (
    r"went on(?= \0)|put it|calls(?= (?:it|the|this|that|him|her|them|\0))|ruled out"
    r"|made (?:it )?clear(?= that)|held(?= that)|shared the view|hit back"
    r"|(?<=they )say|(?<=sources )say|(?<=officials )say"
    r"|(?<!to )(?<!would )(?<!will )(?<!not )(?<!could )(?<!can )(?<!may )(?<!might )(?<!should )"
    r"say(?= (?:the|that|they|it|he|she|there|\0))"
)
_PARTICIPLE: Final = (
    "saying adding noting warning stressing emphasizing emphasising arguing claiming insisting "
    "explaining calling describing declaring urging citing telling writing announcing replying "
    "responding suggesting demanding hinting"
).split()
_TO_SAY: Final = (
    r"(?<=went on )to say|(?<=\d )to say|(?<=emerged )to say|(?<=appeared )to say|(?<=rose )to say"
    r"|(?<=stood up )to say|(?<=stepped forward )to say"
)
# What somebody does with words, though the verb brings no words of theirs.
_ACTS: Final = (
    "welcomed supported backed endorsed favored favoured opposed proposed offered threatened "
    "pressed"
).split()
_SPEAK: Final = (
    "say argue comment confirm deny mention disclose specify explain elaborate answer respond "
    "oppose support endorse commit rule said argued commented confirmed denied mentioned disclosed "
    "specified"
).split()
_SPEECHES: Final = (
    "assertion claim promise pledge vow remark remarks warning demand insistence denial threat "
    "assurance statement comment comments call appeal"
).split()
_SILENT: Final = (
    rf"(?:did|do|does|would|will|could|has|have|had)(?: not|n't| never) (?:\w+ly )?"
    rf"(?:{'|'.join(_SPEAK)}|(?:make|made) (?:its|his|her|their) position clear"
    rf"|take (?:a )?(?:sides?|position))|never (?:{'|'.join(_PAST)})|denie[sd] (?:ever )?having \w+"
    r"|declined to (?:comment|say|answer|elaborate)"
)
CUE: Final = re.compile(
    rf"(?<![\w-])(?:(?P<silent>{_SILENT})"
    rf"|(?P<finite>{'|'.join([*_PAST, *_PRESENT])}|{_PHRASES})"
    rf"|(?P<act>(?:{'|'.join(_ACTS)})(?! by))"
    rf"|(?P<participle>{'|'.join(_PARTICIPLE)}|{_TO_SAY})|(?P<according>[Aa]ccording to))\b"
    rf"|(?P<whose>'s?|\b(?:his|her|its|their)) (?:\w+ )?(?P<speech>{'|'.join(_SPEECHES)})"
    r"\b(?= (?:that|to|for|of|on|about)\b)"
)

# Somebody named with their verb: who claims what stands beside it. Not of a verb whose form goes
# with a noun as often: "a plan called Dawn".
_CLAIMING: Final = (
    set(_PAST)
    | {"says", "tells", "adds", "argues", "insists", "warns", "stresses", "explains"}
    | {"writes", "believes", "thinks", "believed", "thought", *_PRESENT}
) - set(
    "called continued continues maintained maintains read reads described termed branded labeled "
    "labelled expressed reported repeated agreed promised pledged rejected repeats notes demands "
    "promises rejects asks remarks".split()
)
CLAIMED: Final = rf"(?:{'|'.join(sorted(_CLAIMING))})"
SPEAKING: Final = re.compile(
    r"\b(?!(?:and|or|but|which|that|has|have|had|was|were|is|are|be|been|also|not|to|by|as|than)\b)"
    rf"[\w'’.-]+ (?:(?:has|have|had|also) )?(?:\w+ly )?{CLAIMED}\b"
    r"|, (?:[\w'’.-]+ ){1,8}(?:hope|fear|believe|think|expect|argue|claim|insist|say|suspect"
    r"|predict)(?:s|d|ed)?(?=\s*(?:[.,;]|$))"
)

# How an outlet says where somebody stands, though nobody is printed as saying so.
_WANTS: Final = (
    r"plan(?:s|ned|ning)?|intend\w*|intention|intent|seek\w*|sought|want\w*|hop(?:e|es|ed|ing)"
    r"|aim\w*|tr(?:y|ies|ied|ying) to|promis\w+|pledg\w+|vow\w*|commit\w*|would like"
    r"|campaign\w*|priorit\w+|push\w*|press(?:es|ed|ing)|promot\w+|demand\w*"
    r"|call(?:s|ed|ing) for|urg(?:e|es|ed|ing)|insist\w*|impos\w+|roll(?:s|ed) out|threat\w*"
)
_LEANS: Final = (
    r"support\w*|back(?:s|ed|ing)|welcom\w*|favou?r\w*|emphasi[sz]\w*|agree\w*|accept\w*"
    r"|allow\w*|prefer\w*|willing\w*|ready|readiness|open to|consider\w*|think\w*|believ\w+"
    r"|expect\w*|stance|position|polic(?:y|ies)|views?|conciliatory|cautious|keen|eager|adamant"
    r"|determined|in favou?r"
)
_SHUNS: Final = (
    r"refus\w*|reject\w*|oppos\w*|resist\w*|avoid\w*|unwilling\w*|reluctan\w*|hesita\w*|wary"
    r"|warn\w*|against|in no mood|objects?|objected|tolerat\w+|sceptic\w*|skeptic\w*"
)
_FEELS: Final = r"uneas\w+|concern\w*|worr\w+|fear\w*|doubt\w*"
ATTITUDE: Final = re.compile(rf"\b(?:{_WANTS}|{_LEANS}|{_SHUNS}|{_FEELS})\b", re.IGNORECASE)
# "There is concern in Tokyo": whose it is may follow.
FELT: Final = re.compile(rf"(?:{_FEELS}|reluctan\w*)\b", re.IGNORECASE)
