"""English words by which a sentence prints who says something, or tells where somebody stands."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.later_pattern import compile_later
from knowledge.text.word_pattern import any_of

_PAST: Final = (
    "said told stated added warned noted stressed emphasized emphasised argued claimed insisted "
    "explained replied responded answered asked declared announced confirmed acknowledged "
    "admitted denied urged called commented concluded continued remarked recalled reiterated "
    "pledged promised vowed predicted suggested wrote tweeted posted observed cautioned "
    "criticized criticised described dismissed praised hailed condemned denounced complained "
    "contended maintained testified revealed disclosed indicated underscored underlined expressed "
    "termed branded labeled labelled Tweeted quipped joked tells says adds argues insists warns "
    "stresses explains writes demanded accused rejected repeated read reads agreed lamented "
    "asserted hinted countered recalls clarified laughed shouted shrugged sighed believes thinks "
    "asks conceded signaled signalled elucidated blasted snapped fumed grumbled boasted reported"
).split()
# Only somebody does this: whatever is printed as the subject is a speaker.
SAYING: Final = frozenset(
    "said says told added asked replied wrote snapped blasted fumed explained".split()
) | {"hit back"}
# The present of the like; what is a noun as often ("its demands") is told by the words before it.
_PRESENT: Final = (
    "notes continues maintains hints concedes denies confirms urges proposes demands accuses "
    "rejects claims suggests admits acknowledges announces declares predicts describes criticizes "
    "criticises condemns praises promises vows pledges reiterates complains repeats replies "
    "responds remarks reveals contends asserts laments jokes quips"
).split()
# These bring words of their subject only in a sentence with words between marks: "He ripped the
# plan" says nothing that anybody could quote.
_BESIDE_MARKS: Final = (
    "advised affirmed alleged applauded assailed assured attacked barked bashed begged bellowed "
    "bemoaned bragged chanted characterized characterised chided chuckled cited compared "
    "credited cried decried defended demurred deadpanned derided echoed elaborated enthused "
    "estimated exclaimed exhorted gloated gushed hissed hollered identified implied implored "
    "inquired instructed interjected intoned lauded lectured likened mentioned moaned mocked "
    "murmured mused muttered opined pleaded pondered proclaimed prodded pronounced questioned "
    "railed ranted rapped reasoned recited recounted referenced rejoined relayed remembered "
    "reminded reprised retorted ridiculed ripped roared sang scoffed scolded screamed slammed "
    "snarled speculated summarized surmised taunted theorized thundered touted trumpeted vented "
    "ventured volunteered texted emailed e-mailed messaged blogged scrawled scribbled whispered "
    "wondered yelled retaliated recognized penned inscribed advises affirms alleges applauds "
    "assails assures bemoans brags chants characterizes cites compares decries defends echoes "
    "exclaims finds identifies lauds mocks muses observes opines pleads ponders proclaims "
    "recounts remembers reminds retorts rips scoffs sings slams snaps states touts wonders "
    "whispers commends concludes undertook undertakes recognizes emphasizes underscores "
    "highlights stipulates specifies"
).split()
# Nouns as often: verbs where what they bring follows at once, or nothing does.
_NOUNS_TOO: Final = (
    "tweets questions comments posts details notes reports attacks points references mentions "
    "cries shouts sighs cautions counters quips screams yells"
).split()
_PLURAL: Final = (
    "say write state argue contend claim insist warn complain allege call describe explain"
)
_PHRASES_BESIDE: Final = (
    r"(?<!had )(?<!have )(?<!has )found"
    rf"|(?:{'|'.join(_NOUNS_TOO)})(?=[,:]? ?\0| that\b|[.:]|$)"
    r"|(?:(?<=\ws )|(?<=\bthey )|(?<=\bmany )|(?<=\bsome )|(?<=\btwo )|(?<=\bboth ))"
    rf"(?:{_PLURAL.replace(' ', '|')})"
    r"|ruled(?= that\b|[,.]| (?:on )?\w+day\b| (?:last|this)\b)"
    r"|(?<=, )(?:counters|cautions|quips)(?= [A-Z])"
    rf"|(?:(?<=\bhe )|(?<=\bshe )|(?<=\bwho ))(?:{'|'.join(_NOUNS_TOO)})"
    r"|(?:feared|fears|hoped|hopes|worried|worries)(?= (?:that|it|he|she|they|the)\b)"
    r"|chimed in|(?:shot|fired|wrote) back|(?:fires|shoots) back|weighed in|point(?:s|ed) out"
    r"|summed (?:it )?up|call(?:ed|s) out|(?:went|goes|gone) after|went on about|joked about"
    r"|sp(?:oke|eaks) of|talk(?:ed|s) (?:about|of)|called (?:on|for)|refer(?:s|red) to"
    r"|told (?:of|about)|(?<=used to )(?:say|tell)"
    r"|(?<='d )say|(?<=would )say(?=[,.:])|(?:goes|go|going|went) on(?= \0|[.,:]|$)|puts it"
)
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
    "responding suggesting demanding hinting asking tweeting stating acknowledging admitting "
    "lamenting complaining wondering predicting joking promising vowing pledging repeating "
    "recalling conceding proclaiming blasting slamming accusing criticizing criticising praising "
    "denouncing dismissing labeling labelling branding reminding assuring remarking observing "
    "posting questioning touting condemning concluding alleging contending asserting cautioning "
    "commenting boasting quipping deriding hailing bragging testifying shouting yelling screaming "
    "chanting regretting deploring "
    "pleading exclaiming pointing_out mocking likening comparing characterizing attacking deeming"
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
CUE: Final = compile_later(
    rf"(?<![\w-])(?:(?P<silent>{_SILENT})"
    rf"|(?P<finite>{any_of([*_PAST, *_PRESENT])}|{_PHRASES})"
    rf"|(?P<act>(?:{any_of(_ACTS)})(?! by))"
    rf"|(?P<participle>{any_of(word.replace('_', ' ') for word in _PARTICIPLE)}|{_TO_SAY})"
    rf"|(?P<beside>{any_of(_BESIDE_MARKS)}|{_PHRASES_BESIDE})"
    r"|(?P<according>[Aa]ccording to|[Ii]n the words of|(?<=, )per(?= (?:the|an?|[A-Z]))))\b"
    rf"|(?P<whose>'s?|\b(?:his|her|its|their)) (?:\w+ )?(?P<speech>{any_of(_SPEECHES)})"
    r"\b(?= (?:that|to|for|of|on|about)\b)"
)
# These say how somebody speaks, and nothing of what, but for a clause beside them: "laughed that".
MANNER: Final = frozenset(
    "laughed shrugged sighed joked joking quipped snapped fumed grumbled shouted replied responded "
    "answered replies responds quips jokes".split()
) | {"hit back", "put it", "puts it"}
WHAT_IS_SAID: Final = compile_later(r"\s?(?:that|yes|no|with|by \w+ing|how|why|what|whether)\b|:")
# In front of whoever only has a word for what an outlet tells: "what diplomats called a row".
WHAT_IS_CALLED: Final = compile_later(
    r"\bwhat\s(?:(?:the|an?|his|her|its|their)\s(?:[\w-]+,?\s){0,4})?$", re.IGNORECASE
)
# And these tell it alone: "Dahl agreed."
COMPLETE_ALONE: Final = frozenset("agreed denied confirmed agrees denies confirms accused".split())
# What something is described as stands behind it: "described the toll, an old one, as too high".
DESCRIBED_AS: Final = compile_later(r"(?:described|describes|characterized|characterised)$")
# Behind a question, a cry or dots between marks, a capital begins no sentence where all that
# follows says who spoke: "Why now?" Ada Finch asked the crowd.
CLOSED_BY_A_MARK: Final = compile_later(r"(?:[?!,]|\.\.\.)['\"]{1,2}\s*$")
# What the same speaker goes on about: "Of the port: ..."
ON_A_SUBJECT: Final = compile_later(
    r"(?:Of|On|About|As for|Regarding|And|But|Then):?[^.\0]{0,60}: \0"
)
# The outlet's words at the end of a paragraph whose mark was never closed.
ATTRIBUTED_INSIDE: Final = compile_later(
    r",\s(?:he|she|they|(?:[A-Z][\w.'-]*\s){1,4}|the\s\w+\s)\s?(?:said|says|added|asked|told)\b"
    r"[^\ue000-\ue003\"]{0,60}$"
)
SIGNED: Final = compile_later(r"['\"] ?-{1,2} ?[A-Z]")
ATTRIBUTION: Final = compile_later(
    rf"(?P<who>[^,;:\"]{{1,80}}?(?:, [^;:\"]{{1,120}}?,)?)\s(?:\w+ly\s|then\s|also\s)?"
    rf"(?P<verb>{'|'.join([*_PAST, *_PRESENT, *_BESIDE_MARKS])}|chimed in|shot back|fired back"
    r"|went on)\b"
    r"(?!\s(?:that|it|there|he|she|they|his|her|their|its|\"|')\b)"
    r"(?![^.,;\"]*\b(?:that|whether|why|how|if)\b)(?![,:]? \")"
)

# Behind a verb: the speaker is silent, and words in a paragraph of their own are another's.
SAYS_NO_MORE: Final = compile_later(r"\s(?:no more|nothing|little)\b")
# Before a colon: "Added Finch: ..." and "From the report: ...".
SAID_FIRST: Final = compile_later(
    rf"(?P<verb>{'|'.join(word.capitalize() for word in [*_PAST, *_PRESENT, *_BESIDE_MARKS])})"
    r"(?: also| then)? (?P<who>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3})$"
)
FROM_A_TEXT: Final = compile_later(r"(?:Here is |Here's |As )?[Ff]rom (?P<who>[^,:;\0]{1,60})$")

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
SPEAKING: Final = compile_later(
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
ATTITUDE: Final = compile_later(rf"\b(?:{_WANTS}|{_LEANS}|{_SHUNS}|{_FEELS})\b", re.IGNORECASE)
# "There is concern in Tokyo": whose it is may follow.
FELT: Final = compile_later(rf"(?:{_FEELS}|reluctan\w*)\b", re.IGNORECASE)
