"""Countries and what news calls them, as data: name, adjective, people, the capital that stands for the government."""

from __future__ import annotations

NATIONS = """
united states: us, u.s, usa, america, american, washington, united states of america
united kingdom: uk, u.k, britain, british, briton, great britain, london
england: english
scotland: scottish, scot
wales: welsh
russia: russian, moscow, kremlin
ukraine: ukrainian, kyiv, kiev
belarus: belarusian, belarussian, minsk
germany: german, berlin, bonn
france: french, paris, frenchman
spain: spanish, spaniard, madrid
portugal: portuguese, lisbon
italy: italian, rome
poland: polish, pole, warsaw
czech republic: czech, czechia, prague
slovakia: slovak, bratislava
slovenia: slovenian, slovene, ljubljana
croatia: croatian, croat, zagreb
serbia: serbian, serb, belgrade
bosnia: bosnian, sarajevo
hungary: hungarian, budapest
romania: romanian, bucharest
bulgaria: bulgarian, sofia
greece: greek, athens
turkey: turkish, turk, ankara, türkiye, turkiye
cyprus: cypriot, nicosia
austria: austrian, vienna
switzerland: swiss, bern
netherlands: dutch, dutchman, the hague, holland
belgium: belgian
luxembourg: luxembourger
denmark: danish, dane, copenhagen
norway: norwegian, oslo
sweden: swedish, swede, stockholm
finland: finnish, finn, helsinki
iceland: icelandic, icelander, reykjavik
ireland: irish, irishman, dublin
estonia: estonian, tallinn
latvia: latvian, riga
lithuania: lithuanian, vilnius
moldova: moldovan, chisinau
georgia: georgian, tbilisi
armenia: armenian, yerevan
azerbaijan: azerbaijani, azeri, baku
kazakhstan: kazakh, astana
uzbekistan: uzbek, tashkent
kyrgyzstan: kyrgyz, bishkek
tajikistan: tajik, dushanbe
china: chinese, beijing
hong kong: hongkonger, hong konger
taiwan: taiwanese, taipei
japan: japanese, tokyo
south korea: south korean, seoul
north korea: north korean, pyongyang
india: indian, new delhi, delhi
pakistan: pakistani, islamabad
bangladesh: bangladeshi, dhaka
sri lanka: sri lankan, colombo
nepal: nepali, nepalese, kathmandu
afghanistan: afghan, kabul
iran: iranian, tehran
iraq: iraqi, baghdad
syria: syrian, damascus
israel: israeli, jerusalem, tel aviv
palestine: palestinian, gaza, gazan
lebanon: lebanese, beirut
jordan: jordanian, amman
saudi arabia: saudi, riyadh
qatar: qatari, doha
yemen: yemeni, sanaa
united arab emirates: uae, emirati, abu dhabi
kuwait: kuwaiti
egypt: egyptian, cairo
libya: libyan, tripoli
tunisia: tunisian, tunis
algeria: algerian, algiers
morocco: moroccan, rabat
sudan: sudanese, khartoum
ethiopia: ethiopian, addis ababa
kenya: kenyan, nairobi
uganda: ugandan, kampala
rwanda: rwandan, kigali
tanzania: tanzanian
congo: congolese, kinshasa
nigeria: nigerian, abuja
ghana: ghanaian, accra
senegal: senegalese, dakar
mali: malian, bamako
south africa: south african, pretoria
zimbabwe: zimbabwean, harare
zambia: zambian, lusaka
mozambique: mozambican, maputo
angola: angolan, luanda
indonesia: indonesian, jakarta
malaysia: malaysian, kuala lumpur
singapore: singaporean
thailand: thai, bangkok
vietnam: vietnamese, hanoi
philippines: philippine, filipino, filipina, manila
myanmar: burmese, burma
cambodia: cambodian, phnom penh
mongolia: mongolian
australia: australian, canberra
new zealand: new zealander, wellington
canada: canadian, ottawa
mexico: mexican, mexico city
guatemala: guatemalan
honduras: honduran
el salvador: salvadoran
cuba: cuban, havana
haiti: haitian, port-au-prince
jamaica: jamaican
dominican republic: dominican
venezuela: venezuelan, caracas
colombia: colombian, bogota
ecuador: ecuadorian, quito
peru: peruvian, lima
bolivia: bolivian, la paz
brazil: brazilian, brasilia
argentina: argentine, argentinian, buenos aires
chile: chilean, santiago
uruguay: uruguayan, montevideo
paraguay: paraguayan
"""
