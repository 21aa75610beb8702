"""The words with which a text hands the word to somebody: verbs of saying, pronouns, nouns for a speaker."""

from __future__ import annotations

from bot.read.wordlist import words_in

SAYING = words_in(
    """
    said says saying say told tells telling added adds adding stated states announced announces declared declares
    noted notes explained explains insisted insists warned warns argued argues claimed claims reported reports wrote
    writes acknowledged acknowledges admitted admits asked asks replied replies answered answers stressed stresses
    emphasized emphasised emphasizes emphasises confirmed confirms denied denies indicated indicates commented
    comments recalled recalls continued continues concluded concludes observed observes remarked remarks quipped joked
    shouted tweeted posted testified pledged promised vowed vows urged urges suggested suggests maintained maintains
    reiterated reiterates responded responds revealed reveals recounted recounts pointed conceded concedes complained
    lamented predicted predicts agreed agrees cautioned cautions contended countered described describes demanded
    estimates estimated alleged alleges thinks believes believed called calls quoted sighed whispered repeated repeats
    wondered cried exclaimed disclosed asserted asserts advised hinted implied implies went boasted accused praised
    condemned criticized criticised welcomed dismissed rejected likened termed dubbed proclaimed proposed ruled
    thanked hailed expressed inquired enquired murmured muttered yelled screamed snapped interrupted mused scoffed
    laughed laughs grumbled grumbles screams pleaded pleads begged begs appealed appeals jokes quips sobbed gasped
    growled roared chuckled smiled moaned groaned protested marvelled reflected reflects ventured mumbled retorted
    retorts reasoned confided confides gushed fumed enthused laments apologised apologized blamed blames labelled
    labeled branded decried denounced denounces touted mocked ridiculed defended chanted sang blasted slammed hoped
    calling describing insisting noting stressing urging arguing claiming warning signalled signaled conceding vowing
    argue insist believe fear feared warn claim complains contends reckons reckoned counters shouts cries sighs
    whispers wonders boasts accuses praises condemns criticises criticizes welcomes dismisses rejects
    """
)
# Those that need a quote beside them, for they also tell of deeds.
WEAK_SAYING = frozenset(
    words_in(
        """
    called calls described describes quoted went pointed asked asks welcomed dismissed rejected likened termed dubbed
    praised condemned accused ruled proposed thanked agreed agrees revealed continued continues believed believes
    thinks hailed urged urges expressed demanded responded posted laughed smiled appealed appeals pleaded begged
    protested apologised apologized blamed blames labelled labeled branded decried denounced denounces touted mocked
    ridiculed defended chanted sang blasted slammed hoped calling describing adding insisting noting stressing urging
    arguing claiming warning signalled signaled conceding vowing reflected reflects accuses praises condemns
    criticises criticizes welcomes dismisses rejects counters
    """
    )
)
# Those that judge a thing: a "that" behind them tells of the thing ("condemned the attack that ..."), not what is said.
JUDGING = frozenset(
    words_in(
        """
    called calls described describes quoted went pointed welcomed dismissed rejected likened termed dubbed praised
    condemned accused thanked hailed blamed blames labelled labeled branded decried denounced denounces touted mocked
    ridiculed defended chanted sang blasted slammed calling describing criticized criticised appealed appeals asked
    accuses praises condemns criticises criticizes welcomes dismisses rejects
    """
    )
)
# Bodies that speak as one: "the group said", "it said".
BODIES = frozenset(
    words_in(
        """
    group company ministry agency organisation organization charity airline firm union party bank department bureau
    regulator watchdog operator carrier manufacturer team club foundation institute university hospital school army
    military navy network broadcaster newspaper association federation authority committee council commission office
    government court administration institution retailer automaker carmaker planemaker chipmaker drugmaker supplier
    lender utility studio body movement campaign embassy tribunal parliament board panel mission publisher brewer
    developer chain
    """
    )
)
# Those of them that a text calls by no more than that: "Boeing ... the company said".
ANY_BODIES = frozenset(
    words_in(
        """
    group company agency organisation organization firm charity body airline carrier retailer automaker carmaker
    planemaker chipmaker drugmaker lender manufacturer operator movement broadcaster club
    """
    )
)
SPEAKER_NOUNS = frozenset(
    words_in(
        """
    envoy official officials president minister spokesman spokeswoman spokesperson leader lawyer attorney judge
    prosecutor prosecutors police officer ambassador diplomat senator governor mayor chairman chairwoman chief
    director head founder activist journalist reporter author researcher scientist professor doctor expert analyst
    economist witness survivor resident victim mother father wife husband son daughter brother sister politician
    lawmaker candidate adviser advisor aide secretary commissioner superintendent inspector general commander colonel
    premier chancellor king queen prince princess pope bishop coach manager player captain singer actor actress
    executive boss company ministry agency group government court department union party bank report statement service
    organizations organisations groups source sources dictator firefighter laureate republican democrat congressman
    congresswoman veteran billionaire tycoon magnate entrepreneur owner driver teacher student soldier dissident
    organisation organization committee council commission office authorities critic critics opposition companies
    agencies unions airline charity firm bureau regulator watchdog operator carrier manufacturer association
    federation authority retailer automaker carmaker planemaker chipmaker drugmaker lender broadcaster newspaper
    embassy chair chairperson speaker treasurer coordinator representative negotiator delegate historian engineer
    geologist biologist climatologist meteorologist forecaster pathologist coroner detective constable sheriff admiral
    priest imam rabbi archbishop cardinal trader investor strategist consultant columnist editor novelist writer poet
    artist musician composer conductor filmmaker comedian midfielder striker goalkeeper defender champion athlete
    cyclist swimmer skipper trainer volunteer organiser organizer councillor ombudsman pilot nurse farmer fisherman
    shopkeeper neighbour neighbor neighbours neighbors passenger passengers protester protesters campaigner
    campaigners relatives tourist widow widower grandmother grandfather aunt uncle cousin friend friends colleague
    colleagues investigator secretary-general lawmakers senators spokespeople supporter supporters opponents
    """
    )
)
