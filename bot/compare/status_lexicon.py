"""What the news says of how things stand, as data: axes, the states on each that exclude each other, their words.

A phrase is written in its base form and matches every form of its words; `…` lets up to four words stand between
("put … out"); `=` in front wants the word exactly as it stands. A word may stand on several axes.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.record import Level


@dataclass(frozen=True, slots=True)
class Axis:
    """One question about how things stand. `clash` is the level of two different states at the same time;
    `mild` names pairs that go together or follow each other, with their own level; an axis that `modifies` counts only
    where the two also share another one ("partially" says nothing by itself). `course` are states that follow each
    other as time goes on, the first first: a later one, told later, is news however well the two go together."""

    states: dict[str, str]
    clash: Level = Level.ALERT
    mild: dict[frozenset[str], Level] = field(default_factory=dict)
    modifies: bool = False
    course: tuple[str, ...] = ()


def _pairs(level: Level, *pairs: str) -> dict[frozenset[str], Level]:
    return {frozenset(pair.split()): level for pair in pairs}


AXES: dict[str, Axis] = {
    "custody": Axis(
        {
            "held": """
                imprison, =imprisonment, jail, =prisoner, detain, =detention, =held, hold in custody, in custody,
                behind bars, in prison, serve, =incarcerated, incarcerate, remand, captive, hostage, arrest,
                kidnap, abduct, captured, under house arrest, locked up, take … into custody, life sentence, serve
                life, serve … sentence, life in prison, life imprisonment, seize, intern, refuse bail, deny bail,
                without bail, revoke … bail, prison term, jail term, report to prison, begin … sentence, start …
                sentence, begin … term, =inmate, pick up, round up, give … years, hand … years, get … years, jail
                for, turn … in, give … up to police, extradite""",
            "free": """
                free, release, at liberty, let … go, walk free, bail, grant … freedom, win … freedom, regain …
                liberty, regain … freedom, out of prison, out of jail, pardon, amnesty, set free, liberate, leave
                prison, leave jail, walk out of prison, walk out of jail, step free, back home after""",
            "escaped": "escape, on the run, at large, break … out of prison, flee, fugitive",
        },
    ),
    "life": Axis(
        {
            "alive": """
                =alive, survive, survivor, =living, injure, wound, hurt, unharmed, unhurt, uninjured, in critical
                condition, in serious condition, in stable condition, pull … alive, in a coma, recover, in
                hospital, hospitalise, hospitalize, conscious, unconscious""",
            "dead": """
                dead, die, die … injury, death, kill, deceased, murdered, perish, drown, fatally, shot dead, fatal,
                succumb, executed, lifeless, body find, body be find, lose … life, assassinate, lose … lives, pass
                away, kill … crash, find … dead, =died""",
        },
    ),
    "whereabouts": Axis(
        {
            "missing": """
                =missing, unaccounted for, disappear, vanish, not be see since, last see, whereabouts unknown,
                untraced, trap, unfound""",
            "found": """
                =found, accounted for, locate, rescue, recover, turn up, trace, discover, pull from, bring …
                surface, bring to safety, dig out, reach safety, free, hand in, turn in, bring back, safe and well""",
        },
    ),
    "condition": Axis(
        {
            "critical": """
                in critical condition, in a critical condition, critical, critically, life threatening, fight for …
                life""",
            "serious": """
                in serious condition, in a serious condition, serious condition, seriously injure, seriously hurt""",
            "stable": "stable, in stable condition, in a stable condition, out of danger",
            "well": "unharmed, unhurt, uninjured, discharge from hospital, fully recover, unscathed, in good health",
        },
        mild=_pairs(Level.NOTE, "critical serious", "stable well", "serious stable"),
    ),
    "fire": Axis(
        {
            "burning": "burn, rage, ablaze, out of control, on fire, in flames, spread, still smoulder, flames",
            "contained": "contain, under control, bring … under control, surround",
            "out": """
                put … out, extinguish, douse, quench, go out, fire be out, now out, burn itself out, smother,
                extinguished, rain put""",
        },
        mild=_pairs(Level.NOTE, "contained out", "burning contained"),
    ),
    "activity": Axis(
        {
            "going": """
                continue, ongoing, under way, underway, in progress, go on, carry on, resume, proceed, persist,
                still … search, still … work, in full swing, open-ended, remain in force, in effect, =in force, in
                place, valid, =holds, =holding, hold up, hold firm, prolong, extend, renew, uphold, reinstate,
                =keeps, keep … licence, keep … license, keep … permit, retain, maintain, impose, introduce,
                =issued, enact, come into force, enter into force, take effect, under contract, in operation,
                operational, intact, restart, revive, go ahead, on track, on course, as planned, lift off, lifts
                off, lifted off, blast off, still leak, state of emergency declare, declare … state of emergency,
                declare … emergency, reimpose, active, grow, spread, swell, second week, third week, second day,
                still negotiate, =negotiating, sit down again, return to the table, restarted, begin again, take up
                again""",
            "paused": """
                pause, suspend, put … on hold, interrupt, on hold, adjourn, postpone, temporarily halt, put off,
                push back, stall, freeze, defer, reschedule, delay, scrub""",
            "ended": """
                conclude, end, finish, over, complete, halt, call … off, stop, cease, wrap up, wind up, draw to a
                close, abandon, cancel, come to an end, terminate, axe, lift, revoke, withdraw, rescind, annul,
                overturn, quash, strike down, repeal, abolish, scrap, drop, expire, lapse, tear … up, rip … up,
                collapse, break down, break off, fall through, fall apart, shelve, dissolve, disband, void,
                invalid, walk away from, pull out of, throw … out, ditch, burst, breach, give way, plug, strip of,
                strip … of, run out, plugged, capped, lose … licence, lose … license, lose … permit, lose …
                contract, out of contract, trial … end, walk out, leave the table, call … teams off, declare over,
                be over, declare … over""",
        },
        mild=_pairs(Level.NOTE, "paused ended"),
    ),
    "confinement": Axis(
        {
            "house": """
                under house arrest, house arrest, home detention, confine to … home, ankle monitor, electronic tag""",
            "prison": """
                in prison, in jail, take … into custody, into custody, in custody, in a cell, behind bars, to
                prison, prison term, jail term, serve … sentence, serve … term, serve … years""",
        },
        clash=Level.NOTE,
    ),
    "verdict": Axis(
        {
            "pending": """
                charge, indict, accuse, suspect, suspicion, on trial, stand trial, go on trial, await trial,
                allege, allegedly, prosecute, under investigation, investigate, face trial, arraign, face … counts,
                face … count, face … charges, plead, trial … under way""",
            "convicted": """
                convict, conviction, find … guilty, guilty of, sentence, verdict of guilty, guilty verdict, give …
                years, hand … years, get … years, jail for, plead guilty, plea to guilty""",
            "acquitted": """
                acquit, acquittal, find … not guilty, clear of, exonerate, not guilty verdict, absolve, clear … of,
                cleared""",
            "dropped": """
                drop … charges, charges … drop, dismiss … case, case … dismiss, throw … out, mistrial, quash, quash
                … conviction, overturn … conviction, set aside … conviction""",
        },
        mild=_pairs(Level.NOTE, "acquitted dropped"),
    ),
    "proceedings": Axis(
        {
            "heard": "witness, question as … witness, treat as … witness, interview as … witness, not … suspect",
            "suspected": """
                suspect, suspicion, under investigation, investigate, question, person of interest, wanted by,
                =wanted, seek by police""",
            "arrested": "arrest, pick up, take into custody, seize by police, round up",
            "charged": """
                charge, indict, arraign, face … charge, face … charges, face … counts, face … count, appear in
                court""",
            "tried": """
                on trial, stand trial, go on trial, face trial, trial … open, trial … begin, trial … start, in the
                dock, trial get under way, first day of evidence, hear … case, begin hear, jury hear, trial … under
                way""",
            "judged": """
                convict, find … guilty, plead guilty, acquit, find … not guilty, clear of, sentence, trial … end,
                jail for, give … years, hand … years, get … years, plea to guilty, change … plea, find … liable,
                quash … conviction, cleared""",
        },
        clash=Level.NOTE,
        mild=_pairs(Level.SILENCE, "suspected arrested", "charged tried", "suspected tried", "heard arrested"),
        course=("heard", "suspected", "arrested", "charged", "tried", "judged"),
    ),
    "ascent": Axis(
        {
            "running": "=candidate, candidacy, run for, stand for, seek … nomination, in the race, contender",
            "nominated": "nominate, =nominee, choose … to run, win … nomination, pick … to run",
            "elected": "elect, =elect, =designate, win … election, win … vote, set to be, win … presidency",
            "installed": """
                swear in, take office, take … oath, inaugurate, install, become … minister, become … president,
                become … chancellor, become … mayor, begin … term, crown, enthrone""",
        },
        clash=Level.SILENCE,
        course=("running", "nominated", "elected", "installed"),
    ),
    "deal": Axis(
        {
            "offered": """
                offer under, bid under, make … offer, make … bid, approach, in talks to buy, exclusive talks,
                propose""",
            "agreed": "agree, sign … deal, strike … deal",
            "approved": "clear by, wave through, wave … through, clearance",
            "completed": "complete, finalise, finalize, become one, take effect, finish … takeover",
        },
        clash=Level.SILENCE,
        course=("offered", "agreed", "approved", "completed"),
    ),
    "appeal": Axis(
        {
            "open": """
                will appeal, to appeal, whether to appeal, consider … appeal, weigh … appeal, plan to appeal, time
                to appeal, can appeal""",
            "filed": """
                =appealed, have appeal, =appeals, =appealing, lodge … appeal, file … appeal, launch … appeal, enter
                … appeal, submit … appeal, bring … appeal, appeal against, take … to appeal, appeal … pending,
                pending appeal, appeal be hear""",
            "waived": "accept … verdict, accept … ruling, accept … sentence, waive … appeal, drop … appeal, not appeal",
            "won": "win … appeal, uphold … appeal, allow … appeal, succeed on appeal, overturn on appeal",
            "lost": """
                lose … appeal, dismiss … appeal, reject … appeal, throw out … appeal, appeal … reject, appeal …
                dismiss""",
        },
        mild=_pairs(Level.NOTE, "open filed", "open waived", "filed won", "filed lost", "open won", "open lost"),
    ),
    "plan": Axis(
        {
            "planned": """
                =planned, schedule for, =scheduled, due, on schedule, =set, upcoming, to go ahead, to be hold, go
                ahead as planned, await, =awaiting, await trial""",
            "held": """
                take place, =held, =staged, go ahead with, lift off, blast off, undergo, carry out, be launch, set
                sail, trial … open, trial … begin, begin, kick off, approved … referendum""",
            "postponed": """
                postpone, put off, put … off, push back, scrub, reschedule, delay, adjourn, defer, not … before,
                slip to, slip, put back""",
            "cancelled": "cancel, call … off, scrap, drop, abandon, axe, shelve, ditch",
        },
        mild=_pairs(Level.NOTE, "planned held", "postponed cancelled", "postponed held"),
    ),
    "race": Axis(
        {
            "running": """
                =running, run for, stand for, stand in, in the race, seek … election, seek re-election, =candidate""",
            "out": """
                drop out, pull out, bow out, quit … race, withdraw … candidacy, withdraw from … race, end …
                campaign, suspend … campaign, out of the race, not run, not seek""",
        },
        mild=_pairs(Level.ALERT, "running out"),
    ),
    "hospital": Axis(
        {
            "in": """
                in hospital, hospitalise, hospitalize, intensive care, in a coma, in critical condition, in a
                critical condition, in serious condition, in a serious condition, on a ventilator, life support,
                admit to, rush to hospital, take to hospital, in a clinic""",
            "out": """
                discharge, leave hospital, leave … hospital, release from hospital, back home, return home, leave …
                clinic, leave … intensive care, sent home, out of hospital, out of intensive care, go home from
                hospital""",
        },
    ),
    "consciousness": Axis(
        {
            "unconscious": "in a coma, comatose, unconscious, unresponsive, induced coma",
            "conscious": """
                wake from, wake up, awake, come round, come out of … coma, emerge from … coma, conscious,
                responsive""",
        },
    ),
    "results": Axis(
        {
            "provisional": "preliminary, provisional, partial results, not yet certify, yet to be certify, unofficial",
            "final": """
                certify, certified, final result, official result, declare … winner, confirm … result, official
                count, recount confirm""",
            "annulled": "annul, rerun, re-run, void, invalidate, nullify",
        },
        mild=_pairs(Level.NOTE, "provisional final"),
    ),
    "cause": Axis(
        {
            "unknown": """
                cause unknown, unknown, unclear, not known, not yet known, not yet clear, still investigate,
                mystery""",
            "known": """
                determine, establish, pinpoint, trace to, blame on, put down to, cause by, be cause by, find the
                cause""",
        },
    ),
    "alarm": Axis(
        {
            name: f"""{name} alert, alert … {name}, {name} warning, level {name}, to {name}, {name} level, {name} list,
                on {name}, code {name}, {name} code"""
            for name in ("green", "yellow", "amber", "orange", "red")
        },
    ),
    "afloat": Axis(
        {
            "afloat": "afloat, refloat, tow to, tow into, seaworthy, salvage, raise",
            "aground": "aground, stranded on, beached",
            "sunk": "sink, =sunken, capsize, go down, founder, on the seabed, on the bottom, under water",
        },
    ),
    "service": Axis(
        {
            "up": """
                =online, back up, working again, back to normal, back in service, normal service, run normally,
                restore,
                on air, back on air, return to normal, run smoothly""",
            "down": """
                offline, =down, out of service, out of action, paralyse, paralyze, cripple, out of order, outage,
                off air, off the air, disrupt""",
        },
    ),
    "party": Axis(
        {
            "member": "=member, =membership, join, readmit, rejoin",
            "gone": """
                expel from … party, expel from, quit … party, leave … party, resign from … party, strip of …
                membership""",
        },
    ),
    "grip": Axis(
        {
            "kept": "=seized, =confiscated, impound, hold by, keep from, =frozen, freeze, withhold",
            "returned": "return, hand back, give back, restore to, unfreeze, release",
        },
    ),
    "standing": Axis(
        {
            "vacant": "=vacant, vacancy, unfilled, no successor, without a, search for a successor",
            "filled": """
                appoint, name … as, fill … post, hire, take over as, choose … as, elect … as, name … to run, name …
                to lead, name … to succeed, succeed, take over from, elect, choose … to succeed, choose … to lead""",
        },
    ),
    "plea": Axis(
        {
            "guilty": "plead guilty, guilty plea, confess, admit, plea to guilty, change … plea to guilty",
            "not guilty": "plead not guilty, not guilty plea, deny, plead innocent",
        },
    ),
    "sentence": Axis(
        {
            "death": "death sentence, sentence … to death, death penalty, capital punishment",
            "life": "life sentence, life in prison, life imprisonment, sentence … to life, serve life, jail for life",
            "suspended": "suspended sentence, suspended prison sentence, suspended jail term, probation",
            "fine": "fine, community service",
        },
    ),
    "decision": Axis(
        {
            "approved": """
                approve, pass, adopt, ratify, endorse, accept, grant, authorise, authorize, uphold, vote for, vote
                in favour, vote in favor, green light, back, consent, give … go-ahead, clear, extradite, wave
                through, wave … through, sign off on, give … blessing, recommend, give … consent, =yes, clear by""",
            "rejected": """
                reject, vote … down, refuse, turn down, block, veto, throw out, vote against, strike down, deny,
                overturn, disapprove, oppose, withhold, turn … down, rebuff, throw … out, vote no, say no to""",
            "withdrawn": "withdraw, retract, rescind, shelve, pull back",
            "open": """
                under consideration, under review, await … approval, awaiting approval, pending approval, not yet
                decide, subject to approval, =pending, undecided""",
        },
        mild=_pairs(Level.NOTE, "rejected withdrawn", "approved open", "rejected open", "withdrawn open"),
    ),
    "contest": Axis(
        {
            "won": """
                win, =victory, =victorious, =winner, elect, re-elected, reelect, triumph, take gold, =champion,
                take … title, survive … vote, win … vote, win … seat, hold … majority, win … election, win …
                presidency""",
            "lost": "lose, =defeat, =loser, concede, beaten, unseat, knock out, eliminate, runner-up",
            "drawn": "draw, tie, dead heat, stalemate",
        },
    ),
    "runoff": Axis(
        {
            "outright": "outright, first round win",
            "runoff": "runoff, run-off, second round",
        },
    ),
    "access": Axis(
        {
            "open": """
                =open, reopen, =opened, =opens, get through, let through, welcome … visitors, traffic … again,
                flights resume, open … doors, first visitors, first day open""",
            "closed": """
                close, shut, shut down, shutter, seal, seal off, cordon off, barricade, block, no vehicle,
                impassable, off limits, out of bounds, no car""",
        },
    ),
    "permission": Axis(
        {
            "banned": """
                ban, bar, disqualify, prohibit, outlaw, suspend, forbid, exclude, ineligible, sanctioned, illegal,
                unlawful""",
            "allowed": """
                allow, permit, eligible, reinstate, legal, lawful, legalise, legalize, clear to play, clear to
                compete, clear of, readmit, clear, lift … ban, overturn … ban, may prescribe, may play, clear by""",
        },
    ),
    "measures": Axis(
        {
            "imposed": """
                impose, introduce, tighten, extend, expand, reimpose, remain in place, still in force, toughen,
                maintain, keep in place, sanctions list, under sanctions, blacklist""",
            "eased": "ease, partially lift, partly lift, relax, loosen, waive, soften, partial lift",
            "lifted": """
                lift, remove, scrap, drop, revoke, abolish, repeal, cancel, strike off, strike … off, take off …
                list, remove from … list, delist, unfreeze""",
        },
        mild=_pairs(Level.NOTE, "eased lifted"),
    ),
    "extent": Axis(
        {
            "partial": """
                partially, partly, partially lift, partly lift, partial lift, partial, in part, some of, limited,
                most of""",
            "full": "fully, completely, entirely, full, complete, total, totally, all of, in full, altogether",
        },
        modifies=True,
    ),
    "office": Axis(
        {
            "in": """
                swear in, take office, take … oath, appoint, name as, inaugurate, in office, remain in office,
                nominate, hire, stay on, re-appoint, reappoint""",
            "out": """
                resign, step down, stand down, oust, quit, sack, dismiss, fire from, remove from office, leave
                office, retire, impeach and remove, overthrow, lay off, depose, resignation, remove as,
                remove … from office, oust from""",
        },
    ),
    "agreement": Axis(
        {
            "reached": """
                sign, in principle, reach … agreement, reach … deal, strike … deal, clinch, seal … deal, agree,
                sign … deal""",
            "failed": """
                collapse, break down, fall through, walk away from, fail, break off, deadlock, without agreement,
                no deal""",
        },
    ),
    "truce": Axis(
        {
            "holding": "ceasefire hold, truce hold, hold fire, observe … ceasefire, ceasefire in force",
            "broken": """
                ceasefire break, ceasefire … collapse, end … ceasefire, ceasefire … end, break … ceasefire, violate
                … ceasefire, truce … collapse, truce … break, ceasefire … break, breach … truce, resume … strikes""",
        },
    ),
    "direction": Axis(
        {
            "up": """
                rise, increase, grow, climb, jump, gain, higher, surge, soar, raise, rally, expand, accelerate,
                widen, upgrade""",
            "down": """
                fall, drop, decline, decrease, sink, lower, shrink, plunge, slide, slump, cut, contract, slow,
                tumble, narrow, reduce, downgrade, ease""",
            "unchanged": "unchanged, flat, steady, stagnate, hold rates, leave … unchanged, stable",
        },
    ),
    "result": Axis(
        {
            "profit": "=profit, profitable, in the black, surplus",
            "loss": "=loss, lossmaking, in the red, unprofitable, deficit",
        },
    ),
    "solvency": Axis(
        {
            "insolvent": """
                bankrupt, bankruptcy, insolvent, administration, liquidate, liquidation, receivership, file for
                insolvency, file for bankruptcy, file for administration, chapter 11, go bust, go under, in
                administration""",
            "solvent": """
                solvent, out of bankruptcy, emerge from bankruptcy, stave off bankruptcy, avoid bankruptcy, trade
                normally, trading normally, in business""",
        },
    ),
    "effect": Axis(
        {
            "works": "effective, protect against, work against, efficacy, beneficial, reduce … risk",
            "fails": "ineffective, no effect, useless, no benefit, not work, fail to protect, increase … risk",
        },
    ),
    "safety": Axis(
        {
            "safe": "safe, harmless, secure",
            "unsafe": "unsafe, dangerous, harmful, hazardous, toxic",
        },
    ),
    "test": Axis(
        {
            "positive": "test positive, positive test, fail … test, positive for",
            "negative": "test negative, negative test, pass … test, negative for",
        },
    ),
    "confirmation": Axis(
        {
            "confirmed": "confirm, verify, acknowledge, authenticate, genuine, authentic",
            "denied": "deny, dispute, refute, rebut, fake, forged, forgery, hoax, fabricate",
        },
    ),
    "identity": Axis(
        {
            "known": "identify, name",
            "unknown": "unidentified, unnamed, anonymous",
        },
    ),
    "power": Axis(
        {
            "on": """
                power … restore, power be back, restore … power, electricity restore, reconnect, restore, be
                connect, power be back, electricity be back, have power again, lights … back""",
            "off": "power cut, cut off power, without power, without electricity, power out, blackout, outage, cut off",
        },
    ),
    "evacuation": Axis(
        {
            "away": "evacuate, displace, shelter",
            "home": """
                return home, allow home, go home, stay home, stay put, may return, go back home, allow back, went
                home, move back, return to their""",
        },
    ),
    "residence": Axis(
        {
            "left": "deport, expel, leave the country, extradite, go into exile, emigrate",
            "stayed": "remain, stay",
        },
    ),
    "marriage": Axis(
        {
            "married": "marry, married, wed, husband, wife",
            "divorced": "divorce, separate, split",
            "single": "single, unmarried, never marry",
        },
    ),
    "work": Axis(
        {
            "strike": """
                on strike, walk out, go on strike, down tools, stay away from work, stop work, lay down … tools,
                walk off""",
            "working": "return to work, back at work, clock on, back to work, go back to work",
        },
    ),
    "fitness": Axis(
        {
            "fit": """
                fit to play, =fit, return to training, available, back in training, recover from injury, return
                from injury, back from injury, play again, back on the pitch, make … return, return to action, come
                on for, back in the side, fit again""",
            "injured": "injure, sideline, rule out, unavailable, out injured",
        },
    ),
    "flight": Axis(
        {
            "grounded": "ground, delay, cancel, divert",
            "flying": "take off, land safely, depart, resume flights",
        },
    ),
    "contact": Axis(
        {
            "lost": "lose contact, contact lost, contact be lose, fall silent, no signal, out of contact, lost touch",
            "made": """
                regain contact, contact restore, re-establish contact, answer, make contact, send … signal, phone
                home""",
        },
    ),
    "storm": Axis(
        {
            "landfall": "make landfall, hit land, come ashore",
            "offshore": "offshore, out at sea, veer away, turn away, remain at sea",
            "weakened": "weaken, dissipate, downgrade, lose strength",
            "strengthened": "strengthen, intensify, upgrade, gain strength",
        },
        clash=Level.NOTE,
        mild=_pairs(Level.ALERT, "landfall offshore", "weakened strengthened"),
    ),
}

# Offences: each excludes the others unless one is a kind of the other (`KINDS_OF`).
OFFENCES: dict[str, str] = {
    "murder": "murder, first-degree murder, second-degree murder",
    "manslaughter": "manslaughter, culpable homicide",
    "homicide": "homicide, unlawful killing",
    "negligence": "negligence, negligent",
    "fraud": "fraud, defraud, swindle, scam",
    "bribery": "bribery, bribe, kickback, take bribe",
    "corruption": "corruption, corrupt, graft",
    "embezzlement": "embezzle, embezzlement, misappropriation",
    "theft": "theft, steal, larceny, shoplift",
    "robbery": "robbery, rob, armed robbery",
    "burglary": "burglary, burgle, break and enter",
    "extortion": "extortion, extort, blackmail",
    "laundering": "money laundering, launder",
    "tax evasion": "tax evasion, tax fraud, evade tax",
    "smuggling": "smuggle, smuggling, contraband",
    "trafficking": "traffic, trafficking",
    "drugs": "drug trafficking, drug dealing, possession of drugs",
    "espionage": "espionage, spy, spying",
    "treason": "treason, high treason",
    "sedition": "sedition, seditious",
    "terrorism": "terrorism, terrorist",
    "extremism": "extremism, extremist",
    "incitement": "incitement, incite",
    "assault": "assault, battery, bodily harm",
    "rape": "rape",
    "sexual assault": "sexual assault, sexual abuse, indecent assault",
    "harassment": "harassment, harass, stalk",
    "kidnapping": "kidnapping, abduction",
    "arson": "arson",
    "perjury": "perjury, lie under oath",
    "obstruction": "obstruction of justice, pervert the course of justice",
    "forgery": "forgery, forge document, counterfeit",
    "contempt": "contempt of court",
    "defamation": "defamation, libel, slander",
    "doping": "doping, banned substance",
    "match-fixing": "match fixing, fix match",
    "genocide": "genocide",
    "war crimes": "war crime",
    "crimes against humanity": "crime against humanity",
    "hooliganism": "hooliganism",
    "vandalism": "vandalism, criminal damage",
    "insider trading": "insider trading, insider dealing",
    "reckless driving": "reckless driving, dangerous driving, careless driving",
    "drink-driving": "drink driving, drunk driving",
    "speeding": "speeding",
    "coup": "coup plot, plot a coup, insurrection, rebellion",
}

KINDS_OF: dict[str, tuple[str, ...]] = {
    "homicide": (
        "murder",
        "manslaughter",
    ),
    "corruption": (
        "bribery",
        "embezzlement",
        "extortion",
    ),
    "fraud": (
        "tax evasion",
        "forgery",
        "embezzlement",
        "insider trading",
    ),
    "theft": (
        "robbery",
        "burglary",
        "embezzlement",
    ),
    "sexual assault": ("rape",),
    "assault": (
        "sexual assault",
        "rape",
    ),
    "negligence": (
        "manslaughter",
        "homicide",
    ),
    "trafficking": (
        "drugs",
        "smuggling",
    ),
    "smuggling": (
        "trafficking",
        "drugs",
    ),
    "extremism": ("terrorism",),
}

# Words for whoever is in a state: beside a verb for another state they only say who ("the hostages walked free").
BEARERS = (
    "hostage, captive, prisoner, fugitive, suspect, survivor, winner, champion, candidate, member, witness, flames"
)

# What turns the words after it into their opposite, up to the end of the clause.
NEGATORS = """
    not, n't, no, never, without, yet to, no longer, neither, nor, none, nobody, still to, fail to, refuse to,
    cease to be, nothing, far from, deny be, deny having, unable to, cannot, no one, avoid, stop short of, rule
    out"""
NOT_NEGATORS = """
    not only, not just, no doubt, not least, without doubt, in may, since may, of may, by may, until may, last may, may
    stay, may remain, may continue, can stay, can remain"""

# What puts the words after it into the future, or leaves them unsure.
PLANNED = """
    will, would, plan to, to be, set to, due to, expect to, agree to, promise to, vow to, pledge to, intend to,
    about to, announce it would, announce that it would, announce the, announce a, announce an, =going to, want to,
    prepare to, hope to, shall, propose to, schedule to, call for, offer to, ready to, agreed on"""
UNSURE = """
    may, might, could, fear, presume, believe, reportedly, likely, probably, possibly, apparently, unconfirmed,
    perhaps, think to be, assume, rumour, rumor, whether, suspect to be, seem"""
