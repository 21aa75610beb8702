"""What news counts and says, as data: each concept with the words and phrases that express it.

One line a concept: `name [family]: word, word, phrase of words, verb ~ particle`. Words stand for all their plain
inflections (see stems.py); irregular forms are listed. `~` is a gap of up to five words. Concepts of one family exclude
each other for one number: those hurt are not those killed. A word listed under two concepts carries both.
"""

from __future__ import annotations

CONCEPTS = """
dead [fate]: kill, dead, die, dies, died, dying, death, toll, fatal, fatality, fatally, perish, deceased, corpse,
  body, bodies, drown, slain, claim ~ lives, claim ~ life, lost ~ lives, lost ~ life, cost ~ lives, lives lost,
  lives were lost, lives had been lost, took ~ lives, loss of life, casualty toll, succumb, mortality, remains found,
  shot dead, life lost, lose ~ lives, bodies ~ pulled, pulled ~ bodies, bodies ~ brought up, bodies ~ taken out,
  bodies ~ found, found ~ bodies, bodies ~ lifted
injured [fate]: injure, injury, injuries, wound, hurt, maimed, casualty
hospitalised [fate]: hospitalise, hospitalize, hospital, hospitalisation, hospitalization, admitted, treated,
  inpatient
critical [fate]: critical, critically, intensive care, life threatening, serious condition, seriously, severe
  condition, icu, ventilator, fighting for ~ life, fighting for ~ lives, fight for ~ life, fight for ~ lives
missing [fate]: missing, unaccounted, untraced, not be reached, not ~ be reached, whereabouts unknown, yet to be
  found, never found, not ~ been found, not be found, cannot be found, still unfound
rescued [fate]: rescue, survivor, survive, pulled ~ alive, found alive, saved, pulled from, plucked, brought to
  safety, led to safety, brought ~ to safety, led ~ to safety, helped ~ to safety, carried ~ to safety,
  took ~ to safety, helped out of, helped ~ out of, reached safety, made it out, make it out, got out alive,
  came out alive, brought out alive, dug out alive, escaped alive, walked out alive
trapped [fate]: trap, stranded, stuck, buried
evacuated [fate]: moved from ~ homes, leave ~ homes, left ~ homes, forced from ~ homes, driven from ~ homes, under
  orders to, ordered out, ordered to leave, told to leave, had to leave, evacuate, evacuee, evacuation, flee, fled
displaced [fate]: displace, homeless, shelter, made homeless, refugee, left without homes
lawsuit: sue, sued, lawsuit, legal action, file suit, filed suit, take to court, took to court
lawcase: on the case, in the case, case against, court case, criminal case, fraud case, murder case, display case,
  glass case, the case file
infected [fate]: infect, infection, case, cases, tested positive for, fall ill, fell ill, took ill, caught ~ virus,
  catch ~ virus, caught ~ disease, came down with, sicken, contracted, sick, ill
recovered [fate]: recover, recovery, discharge, cured, bodies ~ pulled, pulled ~ bodies, retrieve, bodies ~ brought up,
  bodies ~ taken out, bodies ~ found, found ~ bodies, bodies ~ lifted
vaccinated [fate]: given ~ dose, got ~ dose, receive ~ dose, given ~ vaccine, got ~ jab, had ~ jab, vaccinate,
  vaccination, inoculate, jab, immunise, immunize
quarantined [fate]: quarantine, isolate, isolation
confirmed: confirm, laboratory confirmed
suspectedcase: suspected case, suspected, probable
identified: identify, identification, identifiable, been named, were named
arrested [custody]: arrest, detain, custody, apprehend, rounded up, being held, are holding, is holding, under
  arrest, have held, has held, police held, take ~ in, captured, seized suspects, detention
charged [custody]: charge, indict, indictment, prosecute, prosecution, accused, arraigned, faces trial
convicted [custody]: convict, conviction, guilty, found guilty
acquitted [custody]: acquit, acquittal, not guilty, exonerate, cleared of
sentenced [custody]: sentence, jail, imprison, prison term, jail term, given ~ years, got ~ years, to prison for, to
  jail for, behind bars for, prison for, sent ~ prison, jailed, was given ~ months, prison sentence, imprisonment,
  handed ~ years, life term, serving ~ sentence, jailed for, got ~ months, given ~ months, sentenced to ~ prison,
  ordered to serve
served [custody]: serve, served, time served, in a ~ prison, after ~ months in, after ~ years in, spent ~ behind
  bars, years behind bars, months behind bars, days behind bars, days in prison, months in prison, held for, has
  been held, been held for, spent ~ in prison
prison: prison, behind bars, incarcerate, cell
freed [custody]: free, freed, release, liberate, let go, go free, went free, gone free, come free, came free, set
  free, set ~ free, let ~ go, let ~ walk, let out, amnesty, liberty, freedom, gave up, out of ~ custody, change hands,
  got out, walk free, walked free
pardoned [custody]: pardon, clemency, amnesty
exchanged [custody]: exchange, swap, trade, prisoner deal, handover
moved: transfer, transport, deport, fly, flew, flown, handed over, hand over, arrive, land, taken to, sent to, went
  to, went back, come home, go back, return, came home, come home, back home, extradite, brought to, brought back,
  brought home, repatriate, bound for, get there, delivered to, handed to, move, taken back
vanished: vanish, disappear
executed: execute, execution, hanged
expelled: expel, expulsion
suspended: suspend, suspension
banned: ban, banned, disqualify, disqualification, barred, ineligible, may not work, may not compete, may not ride,
  may not play, may not race, out of ~ for, may not take part
dismissed: dismiss, sack, fire from, laid off, lay off, layoff, redundant, redundancy, job cut, cut ~ jobs, jobs ~
  cut, jobs ~ lost, jobs ~ go, positions ~ go, posts ~ go, lose ~ jobs, lost ~ jobs, shed ~ jobs, axe ~ jobs, cut ~
  positions, eliminate ~ jobs, job losses, let ~ staff go, job reduction, loss of ~ jobs, loss of ~ posts, loss of ~
  positions, jobs went, shedding ~ jobs, cull ~ jobs
hired: hire, recruit
sofar: so far, to date, in all, altogether, in total, until now, up to now, now come, that makes, have now, has now,
  by now, are now
takeover: coup, takeover, seize power, seized power, took power, power grab, putsch
resigned: resign, resignation, step down, stepped down, stand down, stood down, quit, left office, leave office
appointed: appoint, nominate, name as, sworn in, took office, take office, took the oath, take the oath, taken the oath
suspicion: suspicion, suspect, alleged, allege, accuse, charge, investigation for, over suspected, under
  investigation
begin: begin, began, begun, start, break out, broke out, broken out, erupt, ignite, onset, flare, opened, commence,
  kick off, kicked off, launch, struck, hit, made landfall, landfall, set off, caught fire, began to burn,
  took effect, outbreak, slam into, came ashore, come ashore, barrel into, hit land
occur: take place, took place, taken place, happen, occur, be held, was held, were held, is held, to be held, due
  on, due for, is due, scheduled, set for, carried out, carry out, staged, go ahead, went ahead, fell on, came on,
  was on, were on, agreed on, conducted, open, opened
end: end, finish, conclude, complete, close, wrap up, called off, is over, was over
announce: announce, unveil, publish, announcement
sign: sign, signature, ratify
agree: agree, agreement, deal, accord, pact, treaty, settlement
fire: fire, blaze, inferno, flame, conflagration, wildfire, bushfire
quake: quake, earthquake, tremor, seismic, temblor
aftershock: aftershock
flood: flood, deluge, floodwater, inundate, inundation
storm: storm, hurricane, typhoon, cyclone, tornado, tempest, gale, blizzard
landslide: landslide, mudslide, avalanche
eruption: volcano, volcanic
explosion: explosion, blast, explode, bomb, bombing, detonate, detonation
crash: crash, collision, collide, derail, derailment, wreck, pile up, jump ~ tracks,
  jump ~ rails, left the rails, left the tracks, off the rails, off the tracks
attack: attack, shooting, stabbing, assault, raid, gunfire, massacre, rampage
sinking: sink, sank, sunk, sinking, capsize, went down, go down, gone down, shipwreck, founder
collapse: collapse, cave in, caved in, gave way, give way, giving way, came down, came crashing down, fell in, fall in
strike: strike, industrial action, walkout, strike action, walk off the job, walked off the job
protest: protest, demonstration, rally, march, demonstrate, protester, demonstrator
election: election, vote, ballot, go to the polls, went to the polls, polling day, referendum, runoff, run off,
  elect
outbreak: outbreak, epidemic, pandemic
merger: merger, takeover, acquisition, acquire, merge, buyout, take over, took over, buy ~ for, bought ~ for,
  acquire ~ for
trialcourt: trial, court, verdict, ruling, judgment, judgement, hearing
match: match, game, final, semifinal, tie, fixture, bout
tower [structure]: tower, high rise, highrise, skyscraper, block, tower block, building
house [structure]: house, home, dwelling, houses
flat [structure]: flat, apartment, household, unit of housing, housing unit
storey [structure]: storey, story, storeys, floor, stories
school [structure]: school, classroom
business [structure]: business, shop, store, outlet, branch
road [structure]: road, highway, motorway
bridge [structure]: bridge
church [structure]: church, mosque, temple
farm [structure]: farm
village [structure]: village, town, settlement, hamlet, municipality, community, communities
car [vehicle]: car, vehicle, truck, lorry, van
bus [vehicle]: bus, coach
aircraft [vehicle]: aircraft, plane, jet, airplane, aeroplane, airliner
helicopter [vehicle]: helicopter, chopper
train [vehicle]: train, locomotive
carriage [vehicle]: carriage, wagon
ship [vehicle]: ship, boat, vessel, ferry, tanker, dinghy
engine [vehicle]: fire engine, appliance, fire truck
animal [livestock]: animal, livestock, cattle, cow, sheep, goat, pig, horse, hen, chicken, poultry, duck, dog, bird
country: country, nation
affected [impact]: burn, burnt, gut, engulf, spread, affect, damage, reach, ravage, scorch, swept, blacken, caught
destroyed [impact]: destroy, raze, flatten, levelled, leveled, wiped out, burnt down, burned down, demolish,
  wrecked, destruction, no longer exist, no longer stand, swept away, washed away, wiped off, torn away, in ruins,
  reduced to rubble, reduced to ashes
spared [impact]: unaffected, untouched, intact, escape, spare, not reached, unscathed, undamaged, remain standing
woman [group]: woman, women, female, mother, girl, wife
man [group]: man, men, male, boy, father
child [group]: child, children, minor, kid, teenager, teen, toddler, baby, babies, infant, youngster, pupil,
  schoolchild, schoolchildren, boy, girl, youth, juvenile, under 18
elderly [group]: elderly, pensioner, retiree, senior citizen, over 65
firefighter [group]: firefighter, fireman, firemen, fire officer, fire crew
police [group]: police officer, policeman, policemen, policewoman, officer, constable, cop, gendarme
soldier [group]: soldier, troop, serviceman, servicemen, marine, trooper, conscript, military personnel
worker [group]: worker, labourer, laborer, decorator, miner, builder, contractor, technician
employee [group]: employee, staff, workforce, personnel, headcount
job [prisoner]: job, post, position
journalist [group]: journalist, reporter, correspondent, columnist
medic [group]: doctor, nurse, medic, paramedic, physician, health worker
tourist [group]: tourist, holidaymaker, visitor, hiker, pilgrim
student [group]: student, undergraduate
teacher [group]: teacher, professor
passenger [group]: passenger, traveller, traveler, commuter, on board, aboard
crew [group]: crew, sailor, seafarer
driver [group]: driver, motorist, cyclist
pilot [group]: pilot, cabin crew
civilian [group]: civilian, bystander
militant [group]: militant, gunman, gunmen, fighter, insurgent, rebel, attacker, assailant, bomber
suspect [group]: suspect, defendant
executive [group]: executive, director, consultant, official, manager
dissident [group]: dissident, opponent, opposition figure, activist, opposition politician
migrant [group]: migrant, asylum seeker, refugee
foreigner [group]: foreigner, foreign national, overseas national
specialist [group]: specialist, expert, volunteer, rescuer, responder, personnel deployed, investigator,
  observer
lawmaker [group]: lawmaker, deputy, legislator, senator, parliamentarian
player [group]: player, athlete, footballer, runner, rider, swimmer
fan [group]: fan, supporter, spectator
juror [group]: juror, jury
witness [group]: witness
candidate [group]: candidate, contender, hopeful
shareholder [group]: shareholder, investor
farmer [group]: farmer
patient [group]: patient
relative [group]: relative, sibling, brother, sister
family: family, families
hostage [prisoner]: hostage, captive, abductee
prisoner [prisoner]: prisoner, detainee, inmate, captive, convict, political prisoner
vote [ballotthing]: vote, ballot cast, popular vote, votes cast
turnout [ballotthing]: turnout, participation, turn out, cast their ballots, entitled to vote, eligible voters,
  those entitled
seat [ballotthing]: seat, mandate, member of parliament, mp, mps
invalid: invalid, spoilt, spoiled, blank
registered: registered, eligible, electorate, entitled to vote, on the roll
counted: counted, tallied
majority: majority
margin: margin, lead, ahead
round: round
pollingplace: polling station, polling place, polling centre
observer: observer
constituency: constituency, district
revenue [account]: revenue, sales, turnover, top line, takings
profit [account]: profit, net income, earnings, bottom line, surplus
operating: operating, operational, underlying, ebit
ebitda [account]: ebitda
loss [account]: loss, losses, deficit, in the red
margin2 [account]: profit margin, operating margin
dividend [account]: dividend, payout
shares: share, stock
earningspershare [account]: earnings per share, eps, earnings ~ share, earned ~ share
debt [account]: debt, borrowing, owes, liabilities
cash [account]: cash
cost [account]: cost, expense, expenditure, spend, spent, spending
price [account]: price, fee, tariff, buy ~ for, bought ~ for, acquire ~ for, purchase ~ for, sell ~ for, sold ~ for
investment [account]: invest, investment, capex, capital expenditure
value [account]: valuation, market value, market capitalisation, market capitalization, worth, valued, market cap
offer [account]: offer, bid
buyback [account]: buyback, repurchase, bought back, buy back, buying back
damagecost [account]: damage, losses, insured
fine [account]: fine, fined, penalty, penalties
compensation [account]: damages, compensation, compensate, payout, settlement, restitution, pay ~ family,
  pay ~ families, paid ~ family, paid ~ families
bail [account]: bail, bond
ransom [account]: ransom
budget [account]: budget
aid [account]: aid, relief, donation, donate, pledge, grant, fund
bribe [account]: bribe, kickback
prize [account]: prize
salary [account]: salary, wage, pay, bonus
tax [account]: tax, duty, levy
order: order, backlog
delivery: deliver, delivery, deliveries, ship units, shipment, sold, units sold
production: produce, production, output, manufacture
subscriber: subscriber, member, customer, user
guidance: guidance, forecast, outlook, expect, expectation, predict, projection, estimate, target
quarter: quarter, quarterly
halfyear: half year, first half, second half, six months
fullyear: full year, annual, year, yearly
grow [change]: grow, grew, grown, growth, rise, rose, risen, increase, up, climb, jump, surge, soar, gain, higher
fall [change]: fall, fell, fallen, drop, decline, decrease, down, slip, plunge, shrink, slump, lower, tumble
stake: stake, holding, interest in
inflation: inflation, inflationary, consumer prices, cost of living, price growth
unemployment: unemployment, jobless, out of work
interest: interest rate, base rate, key rate, benchmark rate
gdp: gdp, gross domestic product, economy
efficacy: efficacy, effective, effectiveness, protection, reduce the risk, risk reduction, vaccine efficacy
participant: participant, volunteer, subject, enrol, enroll, enrolled, recruited, took part, take part, trial
  patient
dose: dose, shot
sideeffect: side effect, adverse, adverse event, adverse effect
placebo: placebo, control group
test: test, swab, sample
hospitalbed: bed, ward
goal: goal, scored, score, try, tries
medal: medal, gold, silver, bronze
title: title, trophy, championship, crown
attendance: attendance, crowd, spectator, attended, watched by
point: point
obtain: win, won, take, took, get, got, gain, reach, secure, receive, give, gave, poll, polled, score, hold,
  collect, grab, end up with, come ~ with, came ~ with, finish ~ with, capture, pick up, pull
win: win, won, victory, victories, triumph, beat
defeat: defeat, lose, lost, loser, beaten
record: world record, record
transferfee [account]: transfer fee
doping: doping, banned substance, steroid, positive test, anti doping, test positive, tested positive, failed ~
  test, positive sample
rank: rank, ranked, ranking, place in
magnitude: magnitude, richter
depth: depth, deep
epicentre: epicentre, epicenter
wind: wind, gust
rain: rain, rainfall, precipitation
category: category
wave: wave, surge, tsunami
temperature: temperature, degree, heat, temperature hit, hit ~ degree
area: area, hectare, acre, square kilometre, square kilometer, square mile
outage: outage, power is off, power is ~ off, power ~ off, without power, without electricity, without it, power cut,
  blackout, lost power, powerless, no power, no electricity, lost electricity, cut off, power supply, in the dark,
  without light, power failure
power: power, electricity
speed: speed
discovered: discover, discovery, unearth, uncover, came upon, come upon, came to light, come to light, dug up, the
  find
stolen: steal, theft, thief, thieves, heist, burglary, break in, broke in, made off with, robbery, rob
demand: demand, ask for, want, wants, wanted, asks, asked, call for, seek
withdrawn: withdraw, take ~ out, took ~ out, taken out, pull ~ out, pulled out, withdrawal
plume: plume, ash column, column of ash, ash cloud
contract: contract, signed for, signed until
height: height, tall, high, altitude
length: length, long
weight: weight, weigh
age: age, aged, year old, years old, youngest, oldest, old
youngest: youngest
oldest: oldest
sincebirth: born, birth
population: population, inhabitant, live, live there, home to, resident, residents
deployed: deploy, mobilise, mobilize, battle, fighting the, tackle, involved in the operation, on duty, took part,
  scramble, needed
stillheld: still held, remain ~ prison, remain behind bars, remain in custody, remain in jail, still ~ prison, still
  behind bars, still in custody, still in jail, remain imprisoned, remain jailed, remain detained, still imprisoned,
  still jailed, still detained, are behind bars, is holding
counts: count of, charge of, charges of
appeal: appeal
parole: parole
plea: plea, plead, pleaded
testify: testify, testimony, took the stand, take the stand, gave evidence, give evidence, give testimony
victim: victim
complainant: complainant
hectic: accident
flight: flight
stop: stopover
lasted: last, lasted, took, duration, length of time, go on, went on
negligence: negligence, negligent, negligently
maintenance: maintenance, renovation, refurbishment, renovate, refurbish, maintain, overhaul, upkeep
signatory: signatory, member state
sanction: sanction
tariffs: tariff
visa: visa
loan [account]: loan
warhead: warhead, missile, rocket, drone
border: border
"""

OFFENCES = """
murder, manslaughter, fraud, corruption, bribery, treason, espionage, arson, terrorism, theft, robbery, rape,
assault, kidnapping, embezzlement, smuggling, extortion, perjury, negligence, blackmail, trafficking, conspiracy,
tax evasion, money laundering, genocide, insider trading, hooliganism, extremism, doping, racketeering, sedition,
homicide, forgery, burglary, harassment, obstruction, sexual assault, attempted murder, war crimes, dangerous
driving, careless driving, drunk driving, match fixing, bribe, spying, cybercrime, libel, defamation, contempt,
abuse of office, tax fraud, wire fraud, false accounting, sabotage, mutiny, piracy, stalking, vandalism,
looting, rioting
"""

GENERIC_PEOPLE = """
people, person, individual, human, other, others, soul, victim, citizen, national, resident, inhabitant, member,
lives, life, man and woman, men and women, civilian, local, everyone, anybody, nobody, folk, casualty, survivor,
adult, colleague, workmate
"""

LIGHT = """
number, total, count, figure, amount, overall, all, used, use, made, make, given, give, taken, take, report, record,
said, say, whole, sum, people, person, official, confirmed, so, far, per, each, value, size, level, rate, share,
percentage, percent, proportion, date, day, time, year, years, month, week, hour, minute, state, statement, status,
involved, final, latest, current, first, initial, part, main, group, over, after, before, during, under, into, from,
about, around, than, more, less, most, least, up, down, out, off, on, in, at, by, for, of, to, the, a, an, and, or,
with, without, as, its, their, his, her, it, they, he, she, who, which, whose, that, this, these, those, was, were,
is, are, be, been, has, have, had, did, do, not, no, nor, whom, where, when, what, how, one, among, across, case,
incident, event, put, set, held, earlier, new, via, between, against, within, there, but, also, will, would, could,
may, might, should, can, him, them, we, us, our, i
"""

# Concepts near enough that one may stand for the other: the second column says how much of a match it is.
RELATED = """
exchanged: freed 0.85, moved 0.5, agree 0.7
freed: exchanged 0.85, pardoned 0.8
pardoned: freed 0.8
moved: freed 0.5, exchanged 0.6, expelled 0.5
arrested: suspicion 0.7, charged 0.6, served 0.8
charged: suspicion 0.6, arrested 0.5
sentenced: convicted 0.6
served: prison 0.6
hospitalised: injured 0.3
affected: destroyed 0.8
destroyed: affected 0.7
tower: house 0.5
flat: house 0.6
employee: worker 0.8
worker: employee 0.8
evacuated: displaced 0.7, moved 0.5
displaced: evacuated 0.7
attendance: fan 0.7
fan: attendance 0.7
vote: election 0.7, obtain 0.8
seat: obtain 0.5
win: obtain 0.85
medal: obtain 0.5
dismissed: fall 0.3
subscriber: people 0.3
participant: people 0.4
loss: damagecost 0.8
damagecost: loss 0.8, cost 0.7
cost: price 0.6, value 0.6
price: cost 0.6, value 0.7, offer 0.5
value: price 0.7, cost 0.6
offer: price 0.7, value 0.6
population: people 0.3
infected: confirmed 0.3
deployed: specialist 0.5
agree: exchanged 0.4
grow: fall 0.2
fine: compensation 0.4
lasted: end 0.3
begin: occur 0.85
occur: begin 0.8
area: affected 0.3
"""
