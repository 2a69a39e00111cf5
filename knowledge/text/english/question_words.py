"""Words around the names of a question, by what each does in it."""

from __future__ import annotations

from typing import Final

from knowledge.text.english.mail_words import NO_NAMES_AROUND


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs that stand before a subject: "does Japan", "isn't China".
AUXILIARIES: Final = _words(
    """am are arent be been being can cannot cant could couldnt did didnt do does doesnt doing
    dont had hadnt has hasnt have havent having is isnt may might must shall should shouldnt
    was wasnt were werent will wld wont would wouldnt"""
)
# Words that carry grammar and no content.
GRAMMAR: Final = AUXILIARIES | _words(
    """a an the this that these those it its itself he him his himself she her hers they them
    their theirs we us our ours you your yours i im ive id me my mine one ones someone
    somebody anyone anybody everyone everything something anything thing things who whom whose which
    what whats when whens where wheres why how hows whether about abt above after against
    ago alongside among as at because before behind beside besides between but by despite
    during except for from if in inside into like near of off on onto or out over per
    regarding re since than then though through til till to toward towards under unless
    until up upon versus via vs w while with within wo without and also any both earlier
    later beforehand each either else ever every just lets let much more most many some such
    so there here too very yet still again already not no nor neither together instead o
    others wats wat wut whos whois r u ur bc cuz gonna wanna gotta dunno wd shd cd youre
    thats theyre hes shes everyones everybodys everybody weve theyd hed youd itd theyll
    youll itll thered hasnt behalf apart aside excluding nobody noone none"""
)
# Who asks with one of these claims nothing.
OPEN_QUESTIONS: Final = _words("what who whom whose which how where when why anything ever")
# Words of courtesy, of chat, and of haste.
COURTESY: Final = _words(
    """hello hi hey hiya dear morning evening afternoon good greetings folks team all please
    pls plz kindly thanks thank thx ty cheers sorry ok okay yes yep no nope advance asap fyi
    cc btw tbh imo lol hmm um uh well right really actually exactly simply basically again help
    appreciate appreciated lot much bot stancebook app great awesome perfect nice cool
    brilliant am pm fast soonest work works quick q"""
)
# What is asked for: a position, a quotation, a summary.
ASKED_FOR: Final = _words(
    """position positions stance stances stand stands standing stood view views viewpoint
    opinion opinions line lines take takes taken took taking side sides sided attitude
    attitudes policy policies thinking thought thoughts reaction reactions response
    responses statement statements quote quotes quotation quotations quoted wording words
    word comment comments remark remarks information info details detail summary overview
    brief briefing update updates news latest record records official officially officials
    publicly government govt gov governments administration admin question questions answer
    difference pro con pros cons urgently quickly current currently recent recently now
    today ever previously formerly evidence source sources know known check find found look
    looking show give get got need needs tell remind wonder wondering curious drafting
    writing article note story piece memo draft case reading asked understand understanding
    correct true false wrong sure idea clue exact verbatim ones reporters media press
    journalists phrase term expression lawmakers countries nations diplomats capitals time
    times concern concerns interest interests reason reasons approach argument arguments
    strategy expectation expectations aim aims goal goals tone rhetoric intention intentions
    summarise summarised summarising summarize summarized summarizing paragraph paragraphs essay
    recap preference objection objections resistance hesitation reservation reservations doubt
    doubts mind minds timeline timelines chronology chronologies"""
)
# What is asked for in order of time, and verbs that say that a position is another now.
TIMELINES: Final = frozenset({"timeline", "timelines", "chronology", "chronologies"})
CHANGED: Final = _words("changed shifted evolved softened hardened")
CHANGING: Final = _words("change changes shift shifts evolve evolves soften harden")
# Between a subject and its verb these say that a position begins or ends: "start supporting".
BEGINNING: Final = _words(
    """begin begins began begun start starts started stop stops stopped cease ceases ceased
    quit quits resume resumes resumed first"""
)
# Verbs and nouns that say where somebody stands, whatever the side.
POLARITY: Final = _words(
    """accept accepts accepted accepting agree agrees agreed agreeing approve approves approved
    back backed backing backs believe believes believed condition conditional conditions
    deny denies demand demands demanded disagree disagrees disagreed disagreeing dislike
    endorse endorses endorsed endorsing expect expects expected favor favored favoring favors favour
    favoured favouring favours feel feels felt hope hopes hoped hoping insist insists
    insisted keen like likes liked mean means meant okay open oppose opposed opposes
    opposing opposition optimistic pessimistic plan plans planned prefer prefers preferred
    push pushed pushing pushes ready willing refuse refused refuses refusing reject rejected
    rejecting rejects reluctance reluctant require required requires resist resisted resists
    see seek seeks seem seems sees seen seeking skeptical sceptical support supported
    supporting supportive supports think thinks undeclared unwilling urge urged urges urging
    want wanted wanting wants welcome welcomed welcomes welcoming wish wishes wishing
    worried worry worries allow allows allowed go along come came goes going make makes made
    making put puts keep keeps kept change changed changes changing shift shifted shifts
    evolve evolved evolves soften softened harden hardened differ differs differed different likely
    consider considers considered considering"""
)
# Verbs that report words.
SAYING: Final = _words(
    """answer answered reply replied respond responded say says said saying tell tells told
    telling speak speaks spoke spoken speaking talked call called calls calling claim
    claimed claims declare declared describe described describes mention mentioned mentions
    state stated states announce announced announces warn warned warns warning write wrote
    written writes tweet tweeted tweets argue argued argues explain explained explains
    express expressed expresses convey conveyed conveys propose proposed proposes suggest
    suggested suggests signal signalled signaled signals pledge pledged promise promised add
    added adds comment commented criticize criticized criticise criticised praise praised
    predict predicted admit admitted insist insisted note noted notes complain complained
    urge urged demand demanded caution cautioned vow vowed threaten threatened worry worried
    fear feared assert asserted characterize characterized characterise characterised label
    labeled labelled dub dubbed quoted use used uses using"""
)
# Of these and of the verbs of sides, such as do more than tell something: "who pledged talks".
SPEECH_ACTS: Final = _words(
    """admit admits admitted announce announces announced caution cautions cautioned complain
    complains complained criticise criticised criticises criticize criticized criticizes demand
    demanded demands insist insisted insists pledge pledged pledges praise praised praises predict
    predicted promise promised promises propose proposed proposes suggest suggested suggests
    threaten threatened threatens urge urged urges vow vowed vows warn warned warns"""
)
# Those whose words are asked for without a name: "which official warned".
OFFICIALS: Final = _words(
    """official officials diplomat diplomats minister ministers politician politicians leader
    leaders spokesperson spokesman spokeswoman envoy source sources"""
)
SPEAKERS: Final = OFFICIALS | _words(
    """country countries state states government governments person people side sides nation
    nations party capital capitals anyone anybody somebody someone"""
)

# Verbs of whoever came together, which no words quoted need to have.
MEETING: Final = _words("meet meets met meeting gathered convened")

# Words that set holders side by side: "compare Japan and China", "where do they differ".
COMPARING: Final = _words(
    """compare compares compared comparing comparison comparisons contrast contrasts contrasted
    contrasting differ differs differed differing difference differences different differently
    diverge diverges diverged diverging divergence versus vs"""
)

# Beside one of these a position is supposed, and none that was.
SUPPOSING: Final = _words("would could might will")

# What a position is compared with, that has no other days.
NOW: Final = _words("now today nowadays currently current")
THEN: Final = _words("then before earlier past former formerly previous previously")

# Before somebody these say when something was: "since Suga".
MARKING_A_TIME: Final = _words("since under before after until")

# Everything that is no name of something and no content.
FILLERS: Final = GRAMMAR | COURTESY | ASKED_FOR | POLARITY | SAYING | COMPARING
# Fillers that carry no content in printed words either.
SMALL_WORDS: Final = (
    GRAMMAR
    | COURTESY
    | _words(
        """believe believes current currently exact feel feels find get gov government govt info
    information know last late latest line make mean need new news now official officially
    officials opinion opinions own policy question quote quotes read recent recently said
    say saying says see seem seems should stance stances stand standing stands statement
    statements take takes tell think thinking thinks thought thoughts today view views want
    wants"""
    )
)

# After one of these, "us" is the pronoun and not the country: "tell us", "told us".
BEFORE_US: Final = frozenset(
    "tell tells told give gave show showed let lets help for remind ask asked".split()
)
# After one of these and an issue, a state is what the issue is about: "sanctions on Russia".
BEFORE_A_TARGET: Final = frozenset("on of over toward towards for in".split())
# After one of these, a state is a party to the issue: "talks between Tokyo and Pyongyang".
BEFORE_A_PARTY: Final = frozenset("with w between against and".split())
# After one of these a name is an object of the question, and not who is asked about.
BEFORE_AN_OBJECT: Final = frozenset(
    "with w toward towards to about abt of against between on over regarding re for from than at"
    " into by".split()
)
# What joins whom is asked about to what is asked: "Japan on talks".
BEFORE_A_TOPIC: Final = frozenset("on about abt regarding re toward towards over".split())
# What joins several of whom is asked about.
JOINING: Final = frozenset("and or vs versus plus".split())
JOINING_PHRASES: Final = frozenset(
    {
        ("and", "also"),
        ("but", "also"),
        ("as", "well", "as"),
        ("and", "then"),
        ("along", "with"),
        ("together", "with"),
        ("alongside",),
    }
)

# Beside a name these make another name, or turn the question.
COMPOUNDING: Final = _words(
    """north south east west northern southern eastern western central upper lower greater new
    dem rep dr democratic republic peoples united federal federated occupied exiled imperial
    communist socialist islamic free royal independent"""
)
# These leave somebody out, and those ask for all: "everyone except Japan".
EXCEPTING: Final = _words(
    "except excepting excluding barring besides apart aside other beyond minus"
)
EVERYONE: Final = _words("everyone everybody everyones everybodys all anyone anybody nobody noone")
TURNING: Final = _words(
    "no not non anti former formerly ex except without never neither nor only other post pre"
    " excluding besides apart aside unlike instead"
)
# Nouns that name a body of their own after the name of a state: "the Japanese opposition".
BODIES_BESIDE_A_STATE: Final = _words(
    """opposition party parties parliament congress senate assembly court courts army military
    navy airlines airways bank banks union unions league chamber church university embassy
    consulate police press media public voters citizens people businesses business industry
    companies company lawmakers legislators mps activists critics experts analysts scholars students
    federation association committee commission council board group groups club team forces
    rebels diaspora minority community refugees farmers fishermen workers residents
    nationals expatriates expats migrants immigrants descendants schools city town village
    district province prefecture county region river bay harbor harbour sea island islands
    coast airport"""
)
# After the name of a state these are an outlet: "the Japan Times on".
OUTLETS_BESIDE_A_STATE: Final = _words(
    "times today news daily herald journal tribune telegraph gazette broadcasting television tv"
)
# Qualities that leave an issue what it is: "formal", "direct", "renewed".
QUALIFIERS: Final = _words(
    """new possible potential proposed planned direct immediate early formal informal official
    future further renewed current recent latest full complete total unconditional
    conditional bilateral mutual actual eventual so-called alleged overall general whole
    entire ongoing continued continuing fresh serious real meaningful substantive active
    strong stronger tough tougher hard harder soft softer big bigger major high highlevel
    level important key strengthening strengthened tightening tightened easing eased lifting
    holding resuming resumed resumption restart restarting reopening opening starting start
    ending idea ideas concept question issue issues topic topics matter matters proposal
    proposals plan plans prospect prospects possibility call calls demand demands push
    effort efforts campaign debate discussion problem problems unilateral public private
    upcoming next first second last third final willingness readiness desire interest need
    time way return hold held have having resume resumes restarts starts stop stopping end
    each other rolled set setting mere simple"""
)

# After a leader's name these are the government: "the Biden administration".
GOVERNMENTS: Final = _words("administration admin government cabinet govt")

# What states have with one another, whatever the issue: "Pyongyang's ties with Japan".
BETWEEN_STATES: Final = _words("ties relations relationship links contacts alliance friendship")

# These turn round what an issue names: "who opposes easing sanctions".
REVERSING: Final = _words(
    """ease eases easing eased relax relaxes relaxing relaxed reduce reduces reducing reduced
    lift lifts lifting lifted end ends ended ending softer weaker fewer weaken weakening soften
    softening loosen loosening drop dropping scrap scrapping stop stops stopped stopping abolish
    abolishing cancel cancelling relief"""
)

# An issue with one of these is about an end of something, or of doing it.
HALTING: Final = _words(
    """ban bans banned banning dismantle dismantled dismantling forbid forbidden freeze freezing
    frozen halt halted halting moratorium over pause paused pausing phase prohibit prohibited
    suspend suspended suspending suspension withdraw withdrawal withdrawn"""
)

# Plain words that ask who somebody is, and that ask for the list of issues.
WHO: Final = frozenset({"who", "whos", "whois"})
LISTING: Final = frozenset({"issues", "topics", "list", "subjects"})

# What holders of a position do, before what they do it with: "who is against", "who wants".
HOLDING: Final = POLARITY - _words("condition conditional conditions open okay") | {
    "against",
    "behind",
    "for",
}

# Verbs that ask who leads a body.
LEADING: Final = _words(
    "head headed heads lead leads led run runs ran chair chairs chaired rule rules ruled"
)
# Plain words beside a quotation that ask whether it is right.
CHECKING: Final = _words(
    """accurate accurately authentic check confirm confirmed correct correctly exact fake genuine
    misquote misquoted real right true verbatim verify verified"""
)
# Plain words that ask which office somebody held.
OFFICES: Final = _words(
    "office offices post posts job title role rank hold holding become becomes became becoming"
)

# Before those words: which office it was, or whose.
BEFORE_AN_OFFICE: Final = _words("which what whose his her their the a this that same")

# Words about saying, and of roles, beside a claimed speaker: no part of the name.
BESIDE_A_CLAIMED_SPEAKER: Final = frozenset(
    """according actually added adds allegedly also announced apparently attributed cf citing
    claim claimed claims declared denied director envoy ever finally first former fw fwd
    general gmt head jst kst leader meanwhile minister never nominee once only publicly quoted
    quoting really repeatedly replied reportedly representative said says second secretary
    senior sources spokesman spokesperson spokeswoman stated supposedly tell tells third told
    true truly tweet tweeted unlike utc warned words write writes wrote yesterday""".split()
).union(NO_NAMES_AROUND)
