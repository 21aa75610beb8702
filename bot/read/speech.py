"""The words with which a text hands the word to somebody: verbs of saying, pronouns, nouns for a speaker."""

from __future__ import annotations

from bot.read.wordlist import words_in

SAYING = words_in(
    """
    said says saying say told tells telling added adds adding stated states announced announces declared
    declares noted notes explained explains insisted insists warned warns argued argues claimed claims
    reported reports wrote writes acknowledged acknowledges admitted admits asked asks replied replies
    answered answers stressed stresses emphasized emphasised emphasizes emphasises confirmed confirms denied
    denies indicated indicates commented comments recalled recalls continued continues concluded concludes
    observed observes remarked remarks quipped joked shouted tweeted posted testified pledged promised vowed
    vows urged urges suggested suggests maintained maintains reiterated reiterates responded responds revealed
    reveals recounted recounts pointed conceded concedes complained lamented predicted predicts agreed agrees
    cautioned cautions contended countered described describes demanded estimates estimated alleged alleges
    thinks believes believed called calls quoted sighed whispered repeated repeats wondered cried exclaimed
    disclosed asserted asserts advised hinted implied implies went boasted accused praised condemned
    criticized criticised welcomed dismissed rejected likened termed dubbed proclaimed proposed ruled wrote
    thanked told hailed expressed inquired enquired murmured muttered yelled screamed snapped interrupted mused scoffed
    """
)
# Those that need a quote beside them, for they also tell of deeds.
WEAK_SAYING = frozenset(
    words_in(
        """
    called calls described describes quoted went pointed asked asks welcomed dismissed rejected likened termed
    dubbed praised condemned accused ruled proposed thanked agreed agrees revealed continued continues
    believed believes thinks hailed urged urges expressed demanded responded posted
    """
    )
)
HE, SHE, THEY = "he", "she", "they"
SPEAKER_NOUNS = frozenset(
    words_in(
        """
    envoy official officials president minister spokesman spokeswoman spokesperson leader lawyer attorney
    judge prosecutor prosecutors police officer ambassador diplomat senator governor mayor chairman chairwoman
    chief director head founder activist journalist reporter author researcher scientist professor doctor
    expert analyst economist witness survivor resident victim mother father wife husband son daughter brother
    sister politician lawmaker candidate adviser advisor aide secretary commissioner superintendent inspector
    general commander colonel premier chancellor king queen prince princess pope bishop coach manager player
    captain singer actor actress director executive boss company ministry agency group government court
    department union party bank report statement service organizations organisations groups source sources
    dictator firefighter laureate republican democrat congressman congresswoman veteran billionaire
    entrepreneur owner driver teacher student soldier dissident organisation organization committee council
    commission office authorities critic critics opposition
    """
    )
)
