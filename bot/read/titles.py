"""The words that tell what a name is: titles, kinds of body and place, countries, first names, nationalities."""

from __future__ import annotations

from collections.abc import Mapping

from bot.read.wordlist import entries_in, words_in

TITLES = frozenset(
    words_in(
        """
    mr mrs ms miss dr prof professor sir dame lord lady sheikh sheikha imam rabbi mullah ayatollah pope
    cardinal archbishop bishop father sister brother reverend rev pastor king queen prince princess emperor
    sultan emir duke duchess baron count president vice premier prime minister chancellor secretary deputy
    undersecretary senator sen representative rep congressman congresswoman governor gov lieutenant mayor
    councillor councilman councilwoman alderman ambassador envoy consul commissioner commissar chairman
    chairwoman chairperson chair speaker leader dictator general gen admiral adm colonel col major maj captain
    capt commander cmdr sergeant sgt corporal private marshal brigadier lt officer detective inspector
    superintendent supt constable sheriff chief executive ceo cfo director judge justice magistrate prosecutor
    attorney lawyer solicitor barrister counsel coach manager captain goalkeeper striker midfielder defender
    laureate spokesman spokeswoman spokesperson activist journalist reporter correspondent editor author
    writer poet actor actress singer musician director artist economist analyst professor researcher scientist
    historian engineer doctor nurse surgeon candidate politician opposition lawmaker mp mep coordinator
    adviser advisor aide ex-president first founder co-founder premier special presidential acting interim
    former supreme grand crown honorable honourable firefighter paramedic billionaire businessman
    businesswoman tycoon marine chef pilot astronaut dissident blogger rapper tsar
    """
    )
)
# These open a title only before another title word or a name; alone they are plain words of other names.
WEAK_TITLES = frozenset(
    words_in(
        """
    special acting interim former first vice deputy chief general major private count chair supreme grand
    crown opposition presidential father brother sister
    """
    )
)
MALE_TITLES = frozenset(
    words_in(
        """
    mr sir lord king prince emperor sultan duke baron father brother pope congressman chairman spokesman
    businessman actor councilman
    """
    )
)
FEMALE_TITLES = frozenset(
    words_in(
        """
    mrs ms miss dame lady queen princess duchess sister congresswoman chairwoman spokeswoman businesswoman
    actress councilwoman sheikha
    """
    )
)
ROLE_NOUNS = TITLES | frozenset(
    words_in(
        """
    wife husband son daughter mother father widow brother sister head boss owner resident survivor witness
    driver teacher student soldier prisoner suspect victim winner veteran champion star host presenter anchor
    critic ally rival successor predecessor colleague counterpart partner boyfriend girlfriend fiancee friend
    citizen national singer-songwriter
    """
    )
)
ORGANISATION_WORDS = frozenset(
    words_in(
        """
    ministry department agency authority bureau office commission committee council court parliament senate
    congress assembly duma rada knesset cabinet bank fund foundation institute university college school
    academy hospital clinic company corporation corp inc ltd llc plc gmbh ag sa group holdings industries
    enterprises partners associates union federation association organization organisation league club party
    movement front alliance coalition army navy police guard forces force command corps brigade regiment
    division battalion service services administration board directorate center centre society church network
    news times post journal tribune herald gazette guardian magazine press broadcasting television radio
    airlines airways air motors electric energy oil gas pharmaceuticals laboratories technologies systems
    software media entertainment pictures studios records orchestra museum theatre theater embassy consulate
    house committee team united city fc athletic rovers wanderers initiative trust charity consortium exchange
    senate secretariat tribunal prosecutor inspectorate registry fund watch headquarters centre international
    reserve treasury cour conseil banque banco tribunal ministère ministerio parti partido partei
    crescent cross intelligence
    """
    )
)
# Suffixes that settle the matter alone; the rest of the words above may also stand in the name of a place.
PLACE_WORDS = frozenset(
    words_in(
        """
    river lake sea ocean bay gulf strait island islands isle mountain mountains mount hill hills valley desert
    coast beach peninsula province state county district region oblast prefecture municipality town village
    city borough street avenue road square park airport station bridge port harbor harbour canal dam stadium
    arena tower palace plaza prison jail hotel mall republic kingdom territory north south east west northern
    southern eastern western central cape forest estate terrace gardens quarter heights racecourse building
    complex bank strip zone crossing
    """
    )
)
EVENT_WORDS = frozenset(
    words_in(
        """
    prize award awards cup war games olympics championship championships open act law bill treaty agreement
    accord accords festival day week revolution summit conference hurricane typhoon storm cyclone covid
    convention protocol operation medal series awards election elections plan deal code constitution amendment
    """
    )
)
OF_HEADS = frozenset(
    words_in(
        """
    ministry department university bank court republic house board church institute office council state
    states chamber federation union association kingdom isle gulf bay cape city committee school college
    center centre museum party commission organization organisation society academy army bureau agency strait
    sea league city bureau embassy province region district university duke prince princess lord bishop
    archbishop cardinal emirates confederation alliance foundation fund group movement front bank trust
    campaign headquarters secretary forum museum centers guard hall mount tower
    """
    )
)
PARTICLES = frozenset(
    words_in(
        """
    de da das do dos del della di du van von der den ter ten la le bin ibn al el af zu bint abu ben
    """
    )
)

COUNTRIES: Mapping[str, str] = {
    country: demonym
    for pair in entries_in(
        """
        Afghanistan:Afghan|Albania:Albanian|Algeria:Algerian|Angola:Angolan|Argentina:Argentine|Armenia:Armenian
        Australia:Australian|Austria:Austrian|Azerbaijan:Azerbaijani|Bahrain:Bahraini|Bangladesh:Bangladeshi
        Belarus:Belarusian|Belgium:Belgian|Bolivia:Bolivian|Bosnia:Bosnian|Botswana:Botswanan|Brazil:Brazilian
        Britain:British|Bulgaria:Bulgarian|Burkina Faso:Burkinabe|Burundi:Burundian|Cambodia:Cambodian
        Cameroon:Cameroonian|Canada:Canadian|Chad:Chadian|Chile:Chilean|China:Chinese|Colombia:Colombian
        Congo:Congolese|Costa Rica:Costa Rican|Croatia:Croatian|Cuba:Cuban|Cyprus:Cypriot|Czech Republic:Czech
        Czechia:Czech|Denmark:Danish|Dominican Republic:Dominican|Ecuador:Ecuadorian|Egypt:Egyptian
        El Salvador:Salvadoran|England:English|Eritrea:Eritrean|Estonia:Estonian|Ethiopia:Ethiopian|Finland:Finnish
        France:French|Gabon:Gabonese|Gaza:Gazan|Georgia:Georgian|Germany:German|Ghana:Ghanaian|Greece:Greek
        Greenland:Greenlandic|Guatemala:Guatemalan|Guinea:Guinean|Haiti:Haitian|Honduras:Honduran|Hungary:Hungarian
        Iceland:Icelandic|India:Indian|Indonesia:Indonesian|Iran:Iranian|Iraq:Iraqi|Ireland:Irish|Israel:Israeli
        Italy:Italian|Ivory Coast:Ivorian|Jamaica:Jamaican|Japan:Japanese|Jordan:Jordanian|Kazakhstan:Kazakh
        Kenya:Kenyan|Kosovo:Kosovar|Kuwait:Kuwaiti|Kyrgyzstan:Kyrgyz|Laos:Laotian|Latvia:Latvian|Lebanon:Lebanese
        Liberia:Liberian|Libya:Libyan|Lithuania:Lithuanian|Luxembourg:Luxembourgish|Madagascar:Malagasy
        Malawi:Malawian|Malaysia:Malaysian|Mali:Malian|Malta:Maltese|Mauritania:Mauritanian|Mexico:Mexican
        Moldova:Moldovan|Mongolia:Mongolian|Montenegro:Montenegrin|Morocco:Moroccan|Mozambique:Mozambican
        Myanmar:Burmese|Namibia:Namibian|Nepal:Nepali|Netherlands:Dutch|New Zealand:New Zealander
        Nicaragua:Nicaraguan|Niger:Nigerien|Nigeria:Nigerian|North Korea:North Korean|North Macedonia:Macedonian
        Norway:Norwegian|Oman:Omani|Pakistan:Pakistani|Palestine:Palestinian|Panama:Panamanian|Paraguay:Paraguayan
        Peru:Peruvian|Philippines:Philippine|Poland:Polish|Portugal:Portuguese|Qatar:Qatari|Romania:Romanian
        Russia:Russian|Rwanda:Rwandan|Saudi Arabia:Saudi|Scotland:Scottish|Senegal:Senegalese|Serbia:Serbian
        Sierra Leone:Sierra Leonean|Singapore:Singaporean|Slovakia:Slovak|Slovenia:Slovenian|Somalia:Somali
        South Africa:South African|South Korea:South Korean|South Sudan:South Sudanese|Soviet Union:Soviet
        Spain:Spanish|Sri Lanka:Sri Lankan|Sudan:Sudanese|Sweden:Swedish|Switzerland:Swiss|Syria:Syrian
        Taiwan:Taiwanese|Tajikistan:Tajik|Tanzania:Tanzanian|Thailand:Thai|Tunisia:Tunisian|Turkey:Turkish
        Türkiye:Turkish|Turkmenistan:Turkmen|Uganda:Ugandan|Ukraine:Ukrainian|United Arab Emirates:Emirati
        United Kingdom:British|United States:American|Uruguay:Uruguayan|Uzbekistan:Uzbek|Venezuela:Venezuelan
        Vietnam:Vietnamese|Wales:Welsh|Yemen:Yemeni|Zambia:Zambian|Zimbabwe:Zimbabwean|Europe:European|Asia:Asian
        Africa:African|America:American|Latin America:Latin American|Middle East:Middle Eastern|Crimea:Crimean
        Chechnya:Chechen|Tibet:Tibetan|Catalonia:Catalan|Hong Kong:Hong Konger
        """
    )
    for country, _, demonym in [pair.partition(":")]
}
DEMONYMS = frozenset(COUNTRIES.values()) | frozenset(
    words_in(
        """
    Argentinian Filipino Filipina Turks Kurdish Arab Jewish Muslim Islamic Islamist Christian Catholic
    Protestant Orthodox Sunni Shiite Shia Hindu Buddhist Sikh Western Eastern Northern Southern Nazi Communist
    Republican Republicans Democrat Democrats Democratic Conservative Conservatives Labour Tory Tories Briton
    Britons Brits Spaniard Frenchman Scots Swede Swedes Dane Danes Finn Finns Pole Poles Turk Serb Serbs Croat
    Croats Jew Jews Arabs Muslims Christians Kurds Afrikaans Nordic Baltic Balkan Scandinavian Slavic Hispanic
    Latino Black White Caribbean Mediterranean Atlantic Pacific Arctic Antarctic Stalinist Marxist Londoner
    Parisian Muscovite Viennese Roman Venetian Ottoman Jerusalemite Nobel-winning
    """
    )
)
PLACES = frozenset(COUNTRIES) | frozenset(
    entries_in(
        """
        US|U.S.|USA|U.S|UK|U.K.|UAE|D.C.|Washington|New York|Los Angeles|Chicago|Houston|San Francisco|Boston|Miami
        Dallas|Seattle|Philadelphia|Atlanta|Denver|Detroit|Las Vegas|California|Texas|Florida|Alaska|Hawaii|Ohio
        Virginia|Pennsylvania|Michigan|Minnesota|Wisconsin|Arizona|Colorado|Oregon|Nevada|Utah|Louisiana|Alabama
        Kentucky|Tennessee|Illinois|Massachusetts|London|Manchester|Liverpool|Birmingham|Glasgow|Edinburgh|Belfast
        Cardiff|Dublin|Paris|Lyon|Marseille|Berlin|Munich|Hamburg|Frankfurt|Cologne|Bonn|Vienna|Zurich|Geneva|Bern
        Brussels|Amsterdam|Rotterdam|The Hague|Hague|Luxembourg|Rome|Milan|Naples|Turin|Venice|Madrid|Barcelona
        Valencia|Seville|Lisbon|Porto|Athens|Thessaloniki|Istanbul|Ankara|Izmir|Moscow|St. Petersburg|St Petersburg
        Saint Petersburg|Kyiv|Kiev|Kharkiv|Odesa|Odessa|Lviv|Mariupol|Donetsk|Luhansk|Kherson|Zaporizhzhia|Dnipro
        Minsk|Brest|Grodno|Gomel|Vitebsk|Vilnius|Kaunas|Riga|Tallinn|Warsaw|Krakow|Gdansk|Prague|Bratislava|Budapest
        Bucharest|Sofia|Belgrade|Zagreb|Ljubljana|Sarajevo|Skopje|Tirana|Pristina|Podgorica|Chisinau|Tbilisi|Yerevan
        Baku|Stockholm|Gothenburg|Oslo|Bergen|Copenhagen|Helsinki|Reykjavik|Beijing|Shanghai|Shenzhen|Guangzhou
        Wuhan|Xinjiang|Macau|Taipei|Tokyo|Osaka|Kyoto|Hiroshima|Nagasaki|Fukushima|Seoul|Busan|Pyongyang|Delhi
        New Delhi|Mumbai|Kolkata|Chennai|Bangalore|Bengaluru|Hyderabad|Kashmir|Punjab|Islamabad|Karachi|Lahore
        Peshawar|Kabul|Kandahar|Dhaka|Kathmandu|Colombo|Bangkok|Hanoi|Ho Chi Minh City|Phnom Penh|Kuala Lumpur
        Jakarta|Bali|Manila|Yangon|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Auckland|Wellington
        Christchurch|Tehran|Baghdad|Basra|Mosul|Damascus|Aleppo|Idlib|Beirut|Amman|Jerusalem|Tel Aviv|Haifa
        Gaza City|Rafah|Khan Younis|Ramallah|West Bank|Riyadh|Jeddah|Mecca|Doha|Dubai|Abu Dhabi|Muscat|Sanaa|Aden
        Cairo|Alexandria|Tripoli|Benghazi|Tunis|Algiers|Rabat|Casablanca|Khartoum|Addis Ababa|Nairobi|Mombasa
        Kampala|Kigali|Mogadishu|Lagos|Abuja|Accra|Dakar|Bamako|Kinshasa|Luanda|Harare|Lusaka|Johannesburg|Pretoria
        Cape Town|Durban|Soweto|Ottawa|Toronto|Montreal|Vancouver|Calgary|Quebec|Ontario|Alberta|British Columbia
        Mexico City|Guadalajara|Havana|Caracas|Bogota|Bogotá|Medellin|Quito|Lima|La Paz|Santiago|Buenos Aires
        Montevideo|Brasilia|Brasília|Sao Paulo|São Paulo|Rio de Janeiro|Siberia|Ural|Donbas|Donbass|Bavaria|Saxony
        Normandy|Brittany|Tuscany|Sicily|Corsica|Andalusia|Yorkshire|Cornwall|Kent|Essex|Lancashire|Northern Ireland
        Balkans|Caucasus|Sahel|Scandinavia|Antarctica|Arctic|Sahara|Himalayas|Alps
        """
    )
)
ORGANISATIONS = frozenset(
    entries_in(
        """
        Kremlin|Pentagon|White House|NATO|Nato|EU|UN|U.N.|AFP|AP|Reuters|BBC|CNN|Congress|Senate|Parliament|Interpol
        Europol|Hamas|Hezbollah|Taliban|Houthis|Isis|Google|Microsoft|Apple|Amazon|Meta|Facebook|Twitter|X|Tesla
        Boeing|Airbus|Gazprom|Rosneft|Wagner|Bundestag|Bundesrat|Knesset|Duma|Rada|Kuomintang|Mossad|Greenpeace
        Unicef|Unesco|Opec|Fifa|Uefa|Supreme Court|Red Cross|Oxfam|Amnesty International|Human Rights Watch
        Associated Press|New York Times|Washington Post|Financial Times|Wall Street Journal|Downing Street
        Scotland Yard|Wall Street|European Union|United Nations|European Commission|European Parliament|Al Jazeera
        State Department|Oval Office|Capitol
        """
    )
)

_MALE = words_in(
    """
    aaron abdul abdullah adam ahmed alan albert alejandro ales aleksandr aleksei alex alexander alexandre
    alexei alexey ali alberto andre andrea andreas andrei andrew andrey andriy anthony anton antonio arthur
    ben benjamin bernard bill bob boris brad brandon brian bruce carl carlos charles chris christian
    christopher claude colin craig dan daniel dave david dean denis dennis diego dmitri dmitry dmytro donald
    douglas edward elon emmanuel eric evan fernando francis francisco frank frederic gary george gerald gordon
    graham greg gregory hans harold harry hassan henry hugo hussein ian ibrahim igor ilya imran ivan jack
    jacob jaime jake james jan jason javier jean jeff jeffrey jeremy jerome jim joao joe joel john johnny
    jonathan jorge jose josé joseph josh joshua juan julian julien justin karim karl keith ken kenneth kevin
    khaled kurt kyle larry lee leo leon leonid lloyd louis luca luis luke manuel marc marco marcus mario mark
    martin marcin mathieu matt matthew maxim max michael michel miguel mike mikalai mikhail mohamed mohammad
    mohammed muhammad mustafa nathan neil nicholas nick nicolas nigel nikolai oleg oleh oliver olivier omar
    oscar osama pablo pascal patrick paul pavel pedro peter petro phil philip philippe pierre rafael rahul raj
    ralph ramon raul ray raymond recep ricardo richard rick rishi rob robert roberto rodrigo roger roman
    ronald roy rupert russell ryan salman sam samuel scott sean sebastian sergei sergey serhiy sergio shane
    shaun simon stefan stephen steve steven stuart sven taras tariq ted terry thomas tim timothy tobias todd
    tom tomas tony trevor tyler valery viktar viktor victor vincent vitaly vladimir volodymyr walter warren
    wayne william wolfgang yevgeny yuri yury zach joaquin jens lars erik johan fredrik magnus giorgio giovanni
    giuseppe paolo pietro matteo stefano enrique gustavo alvaro xi kim narendra shinzo hiroshi takashi kenji
    naoto abdel mahmoud yusuf yasser benyamin binyamin yair itamar nikol ilham
    """
)
_FEMALE = words_in(
    """
    abigail agnes aisha alice alicia alina alison amanda amelia amina amy ana anastasia andrea angela anita
    ann anna anne annie antonia ashley barbara beatrice beth brenda bridget camila carla carmen carol caroline
    catherine charlotte cheryl christina christine claire clara claudia cristina cynthia daria dawn deborah
    denise diana diane donna dorothy eileen elaine elena elisabeth elizabeth ella ellen emily emma erin esther
    eva evelyn fatima fiona florence frances gabriela gina giorgia gloria grace greta hannah heather helen
    helena hillary ines inna irina isabel isabella jacqueline jane janet janice jean jennifer jessica jill
    joan joanna josephine joyce judith judy julia julie kamala karen kate katherine kathleen kathryn kathy
    katie kelly kristalina kim kirsten laura lauren leila lena leslie lily linda lisa liz louise lucia lucy
    ludmila lynn madeleine margaret maria maría mariam marie marina marine mariya marta martha mary maryna
    maya megan melania melanie melissa mia michelle miriam monica nadia nancy naomi natalia natalie natasha
    nicola nicole nina olena olga olivia oksana pamela patricia paula penny priti rachel rebecca renee rosa
    rose ruth sabrina samantha sandra sara sarah sharon sheila silvia sofia sonia sophia sophie stella
    stephanie susan susana suzanne svetlana sviatlana sylvia tamara tanya tatiana tatyana teresa theresa tina
    tracy ursula valentina valerie vanessa vera veronica veranika victoria viktoria virginia volha wendy yana
    yelena yulia yuliya zoe ingrid astrid birgitta sigrid giulia francesca chiara jacinda keiko yuko sanae
    dilma cristiane alsu vika
    """
)
GIVEN_NAMES: Mapping[str, str] = {
    **dict.fromkeys(_MALE, "he"),
    **{name: "" if name in set(_MALE) else "she" for name in _FEMALE},
}

# Words that open a sentence in capitals and name nobody.
COMMON_WORDS = frozenset(
    words_in(
        """
    a about above according across additionally after again against ago ahead all almost along already also
    although always am amid among an and another any anyone apart are around article as aside asked at
    authorities away back based be because become been before began behind being below beneath beside besides
    between beyond both but by can cases cities city citizens civilians clearly come communities companies
    conditions consequently consider could country court critics current currently customers data dear demand
    deputies despite details did diplomats do doctors does dozens down due during each earlier early either
    else email emergency employees english enough even eventually ever every everyone everything evidence ex
    except experts facing families few fewer fighting figures finally fire firefighters first five following
    food for foreign former forty four from full funds further furthermore get given global go god good got
    government governments great groups had half has have having he health hello hence her here hers herself
    high him his home hospitals hours how however human hundreds i if image images immigration important in
    including indeed information inside instead interestingly international internet into investigators
    investors is issues it its itself january jobs just keep killed last late later lawmakers lawyers lead
    leaders leading learn least less let life like likewise listen little live local long look looking lots
    made main major make many market markets may maybe me meanwhile media medical meeting members men military
    millions mine more moreover most mostly much multiple must my myself national nearly neither never
    nevertheless new news next nine no nobody none nonetheless nor not note nothing now nowhere observers
    obviously of off officers official officials often oh ok old on once one ones only open opinion opposition
    or order other others otherwise our ours out outside over overall own page parents part parties partly
    passengers past patients peace people perhaps photo photos picture please police political politicians
    polls population power presidential previous previously prices prior prison prisoners prosecutors
    protesters protests public published put quite quote rather read readers real recent recently related
    relations relatives remember report reporters reports rescue rescuers researchers residents rights
    russians said same sanctions saturday save saying says schools scientists scores second security see
    seeing seven several shall share she shortly should show similarly simply since six so social soldiers
    some somebody someone something sometimes soon sources speaking special staff state statement states
    status still story strong students subscribe such suddenly support supporters sure survivors take talks
    ten thanks that the their theirs them themselves then there thereafter thereby therefore these they thing
    things third this those though thought thousands three through throughout thus time to today together
    tomorrow tonight too top total tourists towards trade traffic troops true try twelve twenty two ultimately
    under undoubtedly unfortunately unions unless unlike until up update updated upon us use used users using
    usually various very veterans via victims video view views villagers visit voters wages want war warning
    was watch water we weather week well were what whatever when whenever where whereas wherever whether which
    while who whoever whole whom whose why will winners with within without witnesses women words work workers
    world would written year years yes yesterday yet you young your yours zero advertisement advertising
    cookies copyright credit editing edited editor file follow photograph photographer reporting sign source
    writing written translated additional alternative illustration minutes min released freed arrested lifting
    relations release normalization negotiations exile human-rights normalizing seventy-nine twenty-nine
    forty-three investigator detectives crews ministers judges teachers farmers nurses drivers pilots
    engineers
    """
    )
)
NO_NAMES = frozenset(
    words_in(
        """
    tv ceo cfo cto dna ai it pm am mp mps gdp gmt utc pr id hiv aids covid covid-19 sms pdf url faq q&a ok no
    usd eur gbp bst est cet i ii iii iv
    """
    )
)
