"""Words in the lines above an article's text: papers, agencies, what authors are, labels."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.later_pattern import compile_later

# What follows an author's name in a byline.
AUTHOR_ROLES: Final = (
    r"(?:Correspondent|Editor|Reporter|Writer|Columnist|Bureau|Chief|Analyst|Fellow|Staff)"
)
# What stands in front of whoever wrote an article.
BEFORE_AN_AUTHOR: Final = (
    r"(?:(?:(?:article|interview(?:ed)?|words|text|story|report(?:ed|ing)|written|posted|analysis"
    r"|opinion|comment(?:ary)?|column|essay|review)\s+)?by:?|authors?:)\s+"
)
# What a page gives where it has no author.
NAMES_NO_AUTHOR: Final = compile_later(
    r"(?:the )?(?:user ?name|user|no (?:author|byline)|not (?:available|given)|n/?a|none|null"
    r"|unknown(?: author)?|author(?: name)?|byline|name|admin(?:istrator)?|webmaster|guest"
    r"|contributors?|(?:web ?|news ?)?(?:staff|desk|team|editors?|editorial|newsroom))"
    r"(?: (?:staff|desk|team))?",
    re.IGNORECASE,
)
AGENCY: Final = compile_later(
    r"\b(?:Kyodo(?: News)?|Reuters|Associated Press|AP|AFP|Agence France-Presse|Yonhap|Xinhua|Jiji"
    r"(?: Press)?|TASS|Interfax|dpa|ANSA|EFE|PTI|UPI|Bloomberg)\b"
)
# What an agency that is not widely known is called: "Harrow News Agency".
NAMED_AS_AGENCY: Final = compile_later(
    r"(?:[A-Z][\w.'’-]*\s+){0,4}(?:Agency|Press|Newswire|Wire|(?:News|Press|Wire) Service)"
    r"|(?:[A-Z][\w.'’-]*\s+){1,4}News"
)
# Outlets in brackets behind a place that are no agencies.
BROADCASTER: Final = compile_later(
    r"(?:CNN|BBC|NBC|CBS|ABC|NPR|PBS|CNBC|MSNBC|RT|DW|Fox|Sky|Euro)(?: News)?"
)
# A line that says whose a picture is.
OF_A_PICTURE: Final = compile_later(
    r"\b(?:photo(?:graph)?s?|pictures?|images?|getty|file|video|pool)\b", re.IGNORECASE
)
# In front of an outlet in a line of its own.
OUTLET_LABEL: Final = compile_later(
    r"(?:source|publisher|outlet|publication|published (?:by|in)|from the):?\s+(?=[A-Z])",
    re.IGNORECASE,
)
# Words in the names of papers.
PAPER: Final = compile_later(
    r"\b(?:Times|Post|Herald|Gazette|Ledger|News|Mercury|Courier|Review|Journal|Tribune|Guardian"
    r"|Telegraph|Independent|Mail|Globe|Chronicle|Observer|Monitor|Press|Standard|Daily|Weekly"
    r"|Bulletin|Dispatch|Examiner|Inquirer|Enquirer|Sentinel|Economist|Mirror|Agency|Radio|Argus|Star"
    r"|Echo|Insider|Advertiser|Advocate|Beacon|Register|Record|Reporter|Broadcasting|Broadcaster"
    r"|Television|TV|FM|Magazine|Gazetteer|Clarion|Bugle|Newswire|Newspaper|Messenger)\b",
    re.IGNORECASE,
)
# The last word of the name of a publication, where it stands above a headline of its own.
MASTHEAD_END: Final = compile_later(
    r"Reports?|Notes?|Wire|Digest|Desk|Brief|Briefing|Hansard|Proceedings|Debates|Dispatches|Line"
    r"|Letter|Newsletter|Quarterly|Monthly|Outlook|Watch|Online|Today|Live|Forum|Diary|Chronicles"
)
# A body of a state that publishes a paper of its own: "Ministry of Foreign Affairs of Borland".
OFFICIAL_BODY: Final = compile_later(
    r"(?:the )?(?:[\w.'’-]+ ){0,4}?(?:ministry|department|office|government|embassy|consulate"
    r"|presidency|chancellery|cabinet|directorate|commission|council|bureau|secretariat|mission"
    r"|parliament|senate|treasury|inspectorate|prosecutor|police)"
    r"(?:,? (?:of|for|on|to) [^.;:!?|]+)?",
    re.IGNORECASE,
)
# A line with the day on which somebody was asked, which is not that of publication.
CONDUCTED: Final = compile_later(
    r"\b(?:conducted|recorded|interviewed|took place|spoke)\b", re.IGNORECASE
)
PUBLISHED: Final = compile_later(r"\bpublish(?:ed)?\b", re.IGNORECASE)
# A place in front of a dateline's day, perhaps with its state and an agency in brackets.
PLACE_ALONE: Final = compile_later(
    r"(?!(?:On|In|At|By|From|Since|Until|Before|After|During|As|When|The) )"
    r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?: (?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|de|del|la|le|of|am|an|der|the)){0,4}"
    r"(?:, [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}){0,2}(?:\W{0,3}\([A-Z][\w ]{1,30}\))?"
)
# A line that labels an article and is not its headline.
LABEL: Final = compile_later(
    r"(?:for immediate release|(?:press|news|media) (?:release|statement)|embargoed\b.*"
    r"|breaking(?: news)?"
    r"|exclusive|opinion|analysis|interview|live updates?)[:!]?$",
    re.IGNORECASE,
)
# Plain words that a head prints beside its day; others make the line a sentence.
BESIDE_A_DAY: Final = frozenset("by on at of the and first last am pm a.m p.m updated".split())
# A line with the day of a change, which is not that of publication.
CHANGED: Final = compile_later(r"\b(?:updat|modif)", re.IGNORECASE)
# Dots that end no line of text: "Per Dahl Jr.", "9 a.m.".
DOTTED_END: Final = compile_later(r"\b(?:Jr|Sr|[ap]\.m|[A-Z])\.$")
# The office that a paper comes from, below the ministry's name: no headline.
_OFFICES: Final = (
    r"(?:Office|Bureau|Department|Ministry|Directorate|Division|Secretariat|Embassy|Mission"
    r"|Delegation|Section|Unit|Service|Agency)"
)
OFFICE_LINE: Final = compile_later(
    rf"(?:The )?{_OFFICES}(?:[- ]General)? (?:of|for|to)"
    r"(?: (?:[A-Z&][\w.,'’&-]*|of|the|and|for|to|on|in)){1,12}$"
    rf"|(?:The )?(?:[A-Z][\w.'’-]* ){{1,4}}{_OFFICES}$"
)
# What a page prints to lead about, above its article: "Skip to content", "Home World Sport".
_ELSEWHERE: Final = (
    r"menu|search|subscribe|sign in|sign up|log ?in|register|home|share|print|e-?mail|close|more"
    r"|advertisement|newsletters?|cookies?|follow us|world|politics|business|opinion|sports?|news"
    r"|culture|technology|tech|science|health|travel|videos?|live|markets|economy|finance|life"
    r"|lifestyle|arts|local|national|international|africa|asia|europe|americas"
)
NAVIGATION: Final = compile_later(
    r"(?:(?:skip|jump|go|back) to (?:the )?(?:main )?(?:content|navigation|menu|search|top|home)"
    r"|(?:we|this (?:site|website|page)) uses? cookies\b.*"
    rf"|(?:(?:{_ELSEWHERE})(?:[\s|·•/>]+|$)){{1,30}})$",
    re.IGNORECASE,
)
# The number of a printed page, behind the paper's name or alone.
PAGE_NUMBER: Final = compile_later(r"(?:(?<=\S)\s{2,}|^)[Pp](?:age|\.) \d{1,4}(?: of \d{1,4})?$")
