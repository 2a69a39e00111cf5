"""Words of questions that go on from the one before: how they open, and what whole ones ask for.

Patterns are matched with folded words, each parted from the next by a space.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.text.later_pattern import compile_later

if TYPE_CHECKING:
    import re


def _any(*phrases: str) -> re.Pattern[str]:
    return compile_later("|".join(f"(?:{phrase})" for phrase in phrases))


_IT: Final = "(?:he|she|they|it|that|this|so|these|those|them)"
_THEIR: Final = "(?:(?:the|their|his|her|its|that|this) (?:position|stance|view|line))"
_THE: Final = r"(?:the |those |these |their |his |her |its |your |any )?"
_SHOW: Final = (
    "(?:(?:can you |please )?(?:show|give|tell)(?: me| us)? |(?:let me |can i )?see "
    "|what (?:(?:is|are|was|were) )?)"
)
_EXACT: Final = "(?:(?:exact|actual|original|printed|full|very|own) )*"
_POST: Final = "(?:post|job|title|role|office|capacity)"
_THEN: Final = "(?: then| at the time| (?:that|on that) day)?"
# What ends a question about the days that were asked about before.
THEN: Final = compile_later(r"(?i)\b(?:(?:back )?then|at (?:the|that) time|in those days)\W*$")
_WORDS: Final = "(?:words?|wording|quotes?|quotations?|statements?)"

# What opens a question that goes on: "and South Korea?", "what about talks?".
OPENING: Final = _any(
    r"(?:and |but |or |also |then |so )*(?:what|how) (?:about|of)(?: for| on| in)?(?= |$)",
    r"(?:and |but |or )*(?:the )?same (?:question |thing )?(?:for|with|about|on)(?= |$)",
    r"(?:and|but|or|also|so)(?: also| then)?(?= |$)",
)
# Who or what was spoken of before.
THEY: Final = frozenset("he she they them their theirs his her hers him its".split())
SPEAKING_PRONOUNS: Final = frozenset({"he", "she", "they"})
# What a state has on an issue: "what is their position?" is of some issue.
POSITION: Final = frozenset(
    """position positions stance stances view views viewpoint opinion opinions line stand stands
    stood think thinks thought say says feel feels reaction response""".split()
)
# Before a name these ask about days or about others.
BESIDE_THE_POINT: Final = frozenset("before after since until like than".split())
THAT: Final = frozenset("that this it same so either too".split())
# Words that may stand beside names in a question that is nothing but these.
BESIDE_NAMES: Final = frozenset(
    "a an the on about abt regarding re of for from in at by and or then now today".split()
)
# What sets whoever comes next beside whoever was asked about: "compared with", "versus".
BESIDE: Final = _any(
    r"(?:can you |please )?(?:now )?(?:compare|compares|compared|contrast|contrasted)"
    rf"(?: {_IT}| {_THEIR})? (?:with|to|against)(?= )",
    r"(?:versus|vs)(?= )",
    rf"how (?:does|do|did) (?:{_IT}|{_THEIR}) (?:compare|differ|contrast) (?:with|to|from)(?= )",
    r"in (?:comparison|contrast) (?:with|to)(?= )",
)
# What leaves out whoever comes next, or everybody else.
LEAVING_OUT: Final = _any(
    r"(?:now )?(?:without|excluding|except(?: for)?|not|minus|apart from|leaving out"
    r"|(?:leave out|leave|drop|omit|ignore|skip|remove))(?= )"
)
ONLY: Final = _any(
    r"(?:now )?(?:only|just)(?= )",
    r"i (?:meant|mean)(?: to (?:ask about|say|ask|type))?(?= )",
    r"make (?:that|it)(?= )",
)
AFTER_THE_ONLY: Final = frozenset({"only", "alone"})  # "Japan only", "Japan alone"
_ELSE: Final = "(?:everyone|everybody|anyone|anybody|who|all) else"
_OTHERS: Final = rf"(?:(?:all )?(?:the |of the )?others?|{_ELSE})"
ALL_OTHERS: Final = _any(
    rf"{_OTHERS}(?: on (?:the )?record)?",
    rf"{_ELSE} (?:is|are) on (?:the )?record(?: on {_IT})?",
    rf"{_ELSE} (?:has|have|had|took|takes) (?:an? )?(?:positions?|stances?|views?|sides?)"
    rf"(?: on {_IT})?",
)
BESIDE_OTHERS: Final = _any(
    rf"(?:compare|contrast)(?: {_IT})? (?:with|to|against) (?:{_OTHERS}|the rest)",
    rf"who (?:else )?(?:(?:dis)?agree[ds]?|differs?|differed)(?: with {_IT})?",
    rf"(?:do|does|did|has|have) (?:(?:the )?others?|all|{_ELSE}|any(?:one|body)|every(?:one|body))"
    rf" (?:(?:dis)?agreed?(?: with {_IT})?|(?:say|said|think|thought|want|wanted)"
    rf" (?:the same(?: thing)?|{_IT})(?: too)?)",
    rf"who (?:is|was|does|do|did|has|would)(?:nt| not)(?: {_IT})?|who (?:isnt|doesnt|didnt|wasnt)",
)
SIDE_BY_SIDE: Final = _any(
    r"(?:as|in) a table",
    rf"(?:where|how|do|did) {_IT} (?:all )?(?:agree|disagree|differ|compare|diverge)",
    rf"(?:where|how) (?:do|did|does) {_IT} (?:all )?(?:agree|disagree|differ|compare|diverge)",
    rf"(?:compare|contrast)(?: {_IT})?(?: (?:with|to|against) (?:everyone|everybody))?",
)
# Several of those who were asked about: "compare the two", "which of them supports it?".
NUMBERS: Final = {"two": 2, "both": 2, "three": 3, "four": 4}
_SEVERAL: Final = (
    "(?:(?:the|these|those|all) (?:two|three|four)(?: of them)?|both(?: of them)?|them both"
    "|them all|all of them)"
)
_SIDED: Final = (
    "(?:(?:is|are|was|were) (?:for|against)|(?:would |did )?(?:support|oppose|back|reject|favor"
    "|favour|want|welcome)[a-z]{0,3})"
)
THESE: Final = _any(
    rf"(?:now )?(?:compare|contrast) {_SEVERAL}",
    rf"(?:compare )?(?:{_SEVERAL}|them)(?: together| side by side| next to each other)",
    rf"(?:compare )?{_SEVERAL}",
    rf"which(?: one)? {_SIDED} {_IT}",
    rf"which(?: one)? of (?:{_SEVERAL}|them|these|those) {_SIDED} {_IT}",
)
# The one of two who was named first, or last.
FORMER: Final = _any("(?:the |of the )?(?:former|first one)")
LATTER: Final = _any("(?:only )?(?:the )?(?:latter|second one|last one)(?: alone)?")
# One of several, by its number in the order asked.
NTH: Final = _any("the (?:first|second)", "(?:the )?(?:third|fourth|fifth)(?: one)?")
ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
WHEN: Final = _any(
    rf"(?:in |on |from )?(?:what|which) (?:year|month|week|day|date)"
    rf"(?: (?:is|was|were) {_IT}(?: said)?)?",
    r"(?:since|from|as of|until) when",
    r"(?:for )?how long(?: (?:has|have|had) (?:that|this|it) been (?:so|the case|true))?",
    rf"when(?: exactly)?(?: (?:is|was|were) {_IT})?(?: (?:said|from|printed))?",
    rf"when (?:did|was|were|has|have) {_IT} (?:say|said|saying|start|begin)(?: {_IT})?",
)
CHANGES: Final = _any(
    rf"(?:how|when|has|have|did|why) (?:(?:has|have|did) )?(?:{_IT}|{_THEIR}) "
    r"(?:ever )?(?:change|changed|shift|shifted|evolve|evolved)"
    rf"(?: {_THEIR}| (?:their|his|her|its) minds?)?(?: over time| since)?",
    r"what(?: has| have)? changed(?: since)?|any changes?",
    rf"(?:was|were|is|are|has|have) (?:{_IT}|{_THEIR}) (?:(?:ever|always) )?(?:been )?"
    r"(?:different|otherwise|the same)(?: (?:before|earlier|previously|in the past))?",
    r"over time|(?:the |a )?(?:timeline|history|chronology)",
    r"(?:show|give)(?: me| us)? (?:the |a )?(?:timeline|history|chronology)",
)
# Who came first of all, and what of what was shown did.
FIRST_OF_ALL: Final = _any(
    rf"who (?:had |has )?(?:first )?(?:said|says|say|called|proposed|suggested|stated) {_IT}"
    "(?: first| earliest)",
    rf"(?:did|was) {_IT} (?:say|call|propose|suggest|state) {_IT} (?:first|earliest)",
    rf"who first (?:said|called|proposed|suggested|stated) {_IT}",
    rf"who (?:was|were|came|spoke|began|started) (?:{_IT} )?(?:the )?(?:first|earliest)"
    rf"(?: to (?:say|call|propose|suggest|state) {_IT})?",
)
FIRST_OF_THESE: Final = _any(
    rf"(?:which|who)(?: one)? of (?:{_SEVERAL}|them|these|those) (?:said|says|say|called for)"
    rf" {_IT} (?:first|earliest)",
    rf"which(?: one)? of (?:{_SEVERAL}|them|these|those) (?:was|came|spoke|were) (?:the )?first",
)
FIRST: Final = _any(
    r"(?:which|what)(?: one)?(?: of (?:them|these|those|the two))? (?:is|was|came|comes|are|were)"
    r" (?:the )?(?:first|earlier|earliest|older|oldest)",
    r"(?:what(?: is|s)? )?(?:the )?(?:earliest|oldest)(?: (?:one|first|words?|statement|quote))?",
    r"(?:in|by) (?:order of time|chronological order|date)|oldest first|chronologically",
)
LATEST: Final = _any(
    rf"(?:is|was) {_IT} (?:still )?(?:current|valid|true|the case|so|up to date|the latest)",
    r"(?:what(?: is|s)? )?(?:the )?(?:latest|newest)(?: position| word| on record)?",
    rf"how (?:old|recent|current|new) (?:is|are) {_IT}",
    r"still",
    r"(?:is there |do you have )?anything (?:newer|more recent|later)",
    r"(?:any )?(?:newer|more recent|later) (?:ones?|words?|statements?)",
)
BEFORE: Final = _any(
    rf"(?:what|how) (?:was|were) (?:it|this|that|{_THEIR}) (?:before|earlier|previously)"
    "(?: that| then| this)?",
    "what (?:came|comes|was said) before(?: that| then| this)?",
    "before(?: that| then| this)?|earlier|previously|beforehand|until then"
    "|(?:the|a|one) (?:day|week|month|year) (?:before|earlier)(?: that)?"
    "|the (?:previous|prior|preceding) (?:day|week|month|year)"
    "|anything (?:earlier|older|before that)",
)
AFTER: Final = _any(
    "what (?:came|comes|was said) (?:after|next|later|since)(?: that| then| this)?",
    "after(?: that| then| this)?|later|afterwards?|since(?: then)?"
    "|(?:the|a|one) (?:day|week|month|year) (?:after|later)(?: that)?"
    "|the (?:next|following) (?:day|week|month|year)|anything (?:after that|since)",
)
# What somebody does that came after what was shown: "what did Seoul reply?".
REPLYING: Final = frozenset(
    """reply replied respond responded response answer answered react reacts reacted
    reaction""".split()
)
# Who stands where on what was asked about: "who else supports it?", "is anyone against it?".
_ANYBODY: Final = (
    "(?:is |are |was |were |does |do |did )?(?:any(?:one|body)|some(?:one|body)"
    "|any (?:states?|countr(?:y|ies)|governments?))"
)
HOLDERS: Final = compile_later(
    rf"(?:(?P<who>who|which (?:states|countries|governments))|whos|{_ANYBODY}) (?:else |also )*"
    r"(?:(?P<does>(?P<not>(?:does|do|did|would) not |(?:does|do|did|would)nt )?"
    r"(?:would |did )?(?:support|oppose|back|reject|accept|endorse|favor|favour|want|welcome"
    r"|resist|refuse)\w{0,3})"
    r"|(?:is |are |was |were )?(?P<side>for|against|opposed to|in favou?r of|undecided|neutral"
    r"|reluctant|hesitant|wary|skeptical|sceptical))"
    r"(?: (?:it|that|this|them))?"
)
SPEAKERS: Final = _any(
    rf"(?:who|which official) (?:exactly )?(?:said|says|say|stated|wrote) (?:exactly )?{_IT}"
    "(?: exactly)?",
    r"who (?:said|says|wrote) (?:which|what)(?: one)?(?: of (?:them|these|those|it))?",
    rf"(?:is|was|are|were) {_IT} (?:said )?(?:on the record|publicly|public|on record)",
    r"says who|said by whom|(?:by|according to|from) (?:who|whom)",
    rf"(?:who|whom) (?:is|was) (?:quoted|speaking|{_IT} (?:said by|from|by))",
    r"who (?:is|are|was|were) (?:the|its|their|his|her|that|this) sources?",
    rf"(?:in )?whose (?:words|quote|statement)(?: (?:is|are|was|were) {_IT})?",
    rf"(?:did|has|have|does) {_IT} (?:say|said|says) {_IT} (?:in public|publicly|on the record)",
)
PERSON: Final = _any(
    "as (?:what|who|whom)",
    r"who (?:is |was |are |were )?(?:he|she|they|that|this|these|those)(?: exactly)?",
    rf"(?:what|which) (?:is|was|are|were) (?:his|her|their) {_POST}s?{_THEN}",
    rf"(?:(?:his|her|their) |(?:in |as |with )?(?:what|which) ){_POST}{_THEN}",
    rf"what else (?:did|has|have) {_IT} (?:say|said)",
)
# What no entry tells of the words shown.
SETTING: Final = _any(
    "(?:to|with|before) (?:whom|who)|who to",
    rf"where(?: (?:exactly|(?:did|do|was|were) {_IT} (?:say|speak)(?: {_IT})?))?",
    "(?:in|at|on) (?:what|which) (?:place|city|country|event|meeting|occasion|setting|language)",
)
WORDS: Final = _any(
    rf"{_SHOW}?{_THE}{_EXACT}{_WORDS}(?: (?:please|of that|again|for that))?",
    r"(?:show|give)(?: me| us)?(?: (?:it|that|them|more|all|everything|all of (?:it|them)))?",
    r"(?:tell me |say )?more|more of (?:it|that|them)|(?:anything|what) else|all of (?:it|them)",
    r"everything|the rest|(?:the )?details",
    rf"(?:in )?(?:which|what) {_EXACT}{_WORDS}(?: (?:exactly|did {_IT} use|were used))?",
    rf"what (?:exactly )?(?:did|has|have|do|does) {_IT} (?:say|said)(?: exactly)?"
    "(?: about (?:it|that|this))?",
    r"what (?:exactly )?was said(?: exactly)?|verbatim|word for word|literally",
    r"can you quote (?:it|that|them)|quote (?:it|that|them)",
)
REASONS: Final = _any(
    rf"why(?: not| so| exactly)?|why (?:is|was|are|were) {_IT}|how come|how so",
    rf"why (?:do|does|did|would) {_IT}(?: (?:say|think|want|oppose|support|believe)(?: {_IT})?)?",
    r"for (?:what|which) reasons?|on (?:what|which) grounds",
    r"what (?:is|was|are|were)? ?(?:the|their|his|her|its) (?:reasons?|reasoning|grounds)",
    r"(?:under |on |with )?(?:what|which|any) conditions?",
    r"what (?:is|was|are|were)? ?(?:the|their|his|her|its) conditions?|unless what|if what",
)
ISSUES: Final = _any(
    r"(?:on |about )?(?:what|which) (?:other |else )?(?:issue|topic|question|subject)s?",
    r"(?:on |about )what else|on what",
)
SOURCES: Final = _any(
    rf"(?:per |in |from |according to )?(?:what|which) (?:source|article|outlet|paper)s?"
    rf"(?: (?:is|was|are|were) {_IT} (?:from|in))?",
    r"(?:show me |what |what is |what are )?the (?:source|article)s?|sources?",
    rf"where (?:is|was|are|were|did) {_IT} (?:from|printed|published|reported|said)",
    rf"how (?:do|can) (?:you|we|i) (?:know|tell)(?: {_IT})?|are you sure(?: about {_IT})?",
    "evidence|proof",
    rf"(?:which|what) (?:source|article|outlet|paper)s? (?:is|was|are|were|did|does) {_IT}"
    "(?: (?:come|taken|printed))?(?: (?:from|in))?",
    rf"where (?:did|do) you (?:get|have) {_IT}(?: from)?",
    rf"(?:who|which (?:outlet|paper)) (?:reported|reports|printed|published|wrote) {_IT}",
)
# A form to paste of what was shown, and its style: "cite that in APA style", "as Chicago".
CITATION: Final = compile_later(
    rf"(?:(?:how (?:do|can|should|would) (?:i|we|you) |(?:can you |please )?)(?:cite|reference)"
    rf"(?: {_IT})?|(?:can|may|could|how (?:do|can|should|would)) (?:i|we) (?:quote|cite|print)"
    rf" {_IT}|(?:{_SHOW}|(?:can|could) (?:i|we) (?:get|have) )?(?:a |the )?"
    rf"(?:citations?|footnotes?|references?)"
    rf"(?: (?:for|of) {_IT})?)(?: (?:as|in)(?: an?| the)? (?P<style>\w+)(?: style| format)?)?"
    r"|(?:as|in)(?: an?| the)? (?P<alone>chicago|ap|apa|mla|plain)(?: style| format| citations?)?"
    r"|(?P<named>chicago|ap|apa|mla) (?:style|format|citations?)"
)
