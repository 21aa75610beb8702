"""Given names of many cultures, a line for each: its spellings, short forms and sister forms; folded word to lines.

Two given names that are both known and share no line are two names, however alike they look (Maria, Marina).
"""

from __future__ import annotations

# Lines of one culture whose home script is Latin: another spelling is another name on somebody's passport.
_LATIN = """
william bill billy will willie liam wilhelm guillaume guillermo willem
robert bob bobby rob robbie bert roberto
richard rick dick ricky rich richie ricardo riccardo
james jim jimmy jamie jaime
john jon johnny jack johnnie
jonathan jon jonny johnathan jonathon
joseph joe joey jose giuseppe josef jozef josep
joao
jose pepe josep pep
francisco paco pancho fran francesco franz_ cisco
ignacio nacho
manuel manolo manny manolito
rafael rafa raphael raffaele
enrique quique
eduardo lalo edu
jesus chucho
guadalupe lupe
dolores lola
concepcion concha conchita
rosario charo
edward ed eddie ted teddy ned edvard
edmund edmond ed
theodore ted teddy theo theodor fyodor_
edgar ed
charles charlie chuck chas carlos_ charly
michael mike mick mickey mikey micheal mikael
thomas tom tommy tomas tomasz thom
daniel dan danny
david dave davey davide
stephen steven steve stefan_ stephan stevie
andrew andy drew
anthony tony antony anton_ antonio_
antonio tony tonio toni
matthew matt matty mathew matteo_
christopher chris kit kristofer christoph kristoffer
christian chris kristian cristian
christine chris christina tina kristina christina kristin cristina kirsten christie
patrick pat paddy padraig patricio
patricia pat patty tricia trish
peter pete pieter peder petr_ pyotr piotr pedro_ petro_
paul paulie pol_ pavel_
pablo
paolo
paola
george georg georges
jorge
gregory greg gregor greger
geoffrey jeffrey geoff jeff jeffery godfrey
gerald jerry gerry gerard gerhard_
jeremy jerry jeremiah jeremie
kenneth ken kenny
lawrence laurence larry lars_ lorenzo_ lawrie laurent
leonard leo len lenny leonardo_
louis lewis lou louie ludwig_ luis_
luis
luisa louisa
lucas luke lukas luka lucas lukasz
nicholas nick nicky nicolas nico klaus_ nikolaus
nathaniel nathan nate nat
philip phillip phil philippe filip felipe
raymond ray
ronald ron ronnie
donald don donnie donny
samuel sam sammy
samantha sam
timothy tim timmy
vincent vince vinnie vincenzo vicente
walter walt wally
zachary zach zack zak
alfred alf alfie fred alfredo
frederick fred freddie freddy frederic friedrich fritz_ federico
frank frankie franklin francis
francis frank francois_ frances_
franz
francois
albert al bert alberto albrecht
allan alan allen al alain
alice
arthur art artie arturo artur
benjamin ben benny benji binyamin benyamin bibi
bernard bernie barney bernhard bernardo
bradley brad
calvin cal
clifford cliff
curtis curt kurt
curt kurt konrad_
douglas doug
eugene gene
harold harry hal harald
henry harry hank hal henri hendrik heinrich henrik enrico enrique_
harrison harry
herbert herb bert
hubert bert hugh
hugo hugh
isaac ike izzy itzhak_
jacob jake jakob jacques_ jaap
joshua josh
jeb
keith
kevin kev
leslie les lesley
marcus marc mark marko markus marco marcos
mark marc marcus marco
martin marty martinho
maurice morris mauricio
max maximilian maxwell maxime
mitchell mitch
montgomery monty
neil neal niall
oliver ollie olivier
oscar oskar
owen eoin ewan
roger rog rodger
roderick rod
rodney rod
ross
russell russ
sidney sydney sid
spencer
stanley stan
terence terry terrence
theresa teresa terry tess tessa therese
victor vic
wesley wes
abraham abe ibrahim_
abigail abby gail
alexander alex alec alejandro alessandro alexandre sandy sander aleksander
alexandra alexa sandra alejandra alessandra sandy alex
alexis alex
amanda mandy
andrea
angela angie
ana
ann anne anna annie hanna_ ana nan anya_
anita
barbara barb babs barbra
beatrice bea beatriz beatrix
carol caroline carolyn carrie karoline carolina
catherine katherine kate katie kathy cathy kathryn katharine kathleen_ cathryn katharina caterina \
catalina kathrin
christel
deborah debbie deb debra
diana diane dianne
dorothy dot dottie dorothea
eleanor ellie nell nora leonora elinor
elizabeth liz beth betty lizzie eliza elisabeth betsy lisa libby elsie isabel_ lizbeth
ellen ellie helen_
emily em
emma
emily
esther hester ester
eva eve
florence flo
frances fran fanny francesca
gertrude trudy gert
helen helena nell elena_ helene
hillary hilary
ingrid
isabel isabella isobel isabelle bella izzy
jane jean_ joan_ janet_ jayne
janet jan
jean
jeanne joan jeannie
jennifer jen jenny
jessica jess jessie
joan joanie
joanna joanne jo johanna
judith judy
julia julie giulia juliet
julian jules
karen
kimberly kim
laura laurie laure
lillian lily lilian
linda lynda
lucy lucia lucie
margaret maggie meg peggy marge margie greta margarita_ marguerite rita margarethe
maria mary marie mariya molly polly mia mariam_
marianne marian
martha marta
matilda tilly mathilda
michelle shelly michele
mildred millie
monica monika
nancy
natalie natasha_ nathalie
nicole nicky
olivia liv
pamela pam
penelope penny
rachel rachael raquel
rebecca becky becca
rose rosie rosa
ruth
sarah sara sally
sharon
sophia sophie sofia zofia
stephanie steph stefanie
susan sue susie suzanne susanna susana
sylvia silvia
ursula
valerie val
vanessa
veronica vera_ veronika
victoria vicky vicki viktoria_
virginia ginny
wendy
yvonne ivonne
hans johann johannes hannes jan_
jan
jana
juan
giovanni gianni
ivo
soren soeren
lars
jorgen jurgen joergen juergen
jens
karl carl
carlos
carla karla
claudio
claudia
giorgio
giorgia
mario
marina
roberta
bruno
dieter
dietrich
wolfgang wolf
werner
gunter guenter gunther guenther
heinz
stefan steffen stephan
erich erik eric eirik
erin
hugo
sven svend
olaf olav ole
magnus
bjorn bjoern
anders andreas
fritz
reinhard
rolf rudolf rudi rudolph
ralph ralf
emil
gustav gustavo gustaf
mette
nils niels
per
knut
jarmila
lech
jaroslaw jaroslav
krzysztof
wojciech
andrzej andrej andrei andrew_
tomasz
zbigniew
waclaw vaclav
mateusz
laszlo
istvan
ferenc
gyorgy
imre
janos
sandor
zoltan
gabor
attila
mehmet memet
ahmet
mustafa moustafa mostafa mustapha moustapha
kemal kamal
recep
tayyip
bilal
ekrem
abdullah abdallah abdulla
omer
emre
selim salim
bulent
suleyman suleiman sulayman solomon_
turgut
fidel
raul
hugo
diego
pedro

miguel
fernando
andres
alvaro
javier
gonzalo
rodrigo
sergio
emilio
joaquin
ramon
ernesto
nicolas
cristobal
inigo
xavier
camilo
isabel
carmen
mercedes
pilar
luz
paulo
luiz
vitor
nuno
rui
hamza
nelson
winnie
desmond
kofi
kwame
serena
venus
barack
kamala
michel
pierre
claude
jacques jack_
rene
yves
bernadette
emmanuel
frederic
sebastien sebastian
mathieu
camille
chloe
sean shaun shawn
simon
simone simona
gabriel gabe
gabriela gabriella gabrielle
daniela daniella danielle
michaela
paula
pauline
dennis denis
denise
martina
martine
erica erika
brian bryan
ryan
dylan dillon
craig
scott
todd
troy
trent
wayne
noel
nigel
adrian
adriana
gordon
graham graeme
trevor
heather
holly
amy
ashley
brenda
cheryl sheryl
dawn
donna
gloria
grace
jill
joyce
lauren
lori
marilyn
megan meghan
melissa
robin robyn
sheila
tracy tracey
yolanda
ivana
clara klara
lena
nadine
sabine
anja
heidi
greta
sigrid
astrid
axel
felix
moritz
leon
tobias
jonas
elias
noah
ethan
logan
mason
aidan aiden
connor conor
declan
fergus
gavin
barry
derek
ian iain
hector
heitor
ines
beatrix
elena
alina
irene
teresa
sara
rocio
alba
marta
alfonso
ramiro
esteban
"""

# Lines whose home script is another: spellings differ because somebody wrote the sound in Latin letters.
_SLAVIC = """
aleksandr alexander aleksander oleksandr aliaksandr alyaksandr aleksandar alexandr sasha shura oles alex \
sascha alexandre olexandr aleksandre
aleksandra alexandra oleksandra aliaksandra sasha
alexei aleksei alexey aleksey alexej aleksej oleksiy oleksii aliaksei alyaksey alyosha lyosha alexi \
oleksij alexejs alexy aleksiy
ales
anatoly anatoliy anatolii anatoli anatol anatolij anatole tolya
andrei andrey andriy andrii andrej andri andrew andreas andrusha andreja
anton
arkady arkadiy arkadi
artem artyom artsiom artiom
boris barys borys borya
bogdan bohdan
bozhidar bozidar
denis dzianis denys denys
dmitry dmitri dmitriy dmitrii dmytro dzmitry dima dimitri dimitry mitya dmitrij dimitar dimitrios dimitri
eduard edvard edward
evgeny yevgeny evgeni evgeniy yevgeniy evgenii yevgeni yauhen yevhen yevhenii zhenya eugene jewgeni \
evgenij jevgeni evgenios ievgen yaugen evgen
evgenia yevgenia evgeniya yevgeniya zhenya yevheniia yauheniya eugenia jewgenia
filipp
fyodor fedor fiodar fedir theodor
gennady gennadiy gennadi hennadiy henadz gennadij hennadii guennadi
georgy georgi georgiy heorhiy georgii giorgi george heorhii giorgos georgios yorgos
gleb hlib hleb
grigory grigori grigoriy hryhoriy hryhory grisha ryhor gregory hryhorii
igor ihor ihar
ilya ilia illia ilja elijah illya
innokenty
ivan vanya iwan
kirill kiril kyrylo kiryl cyril
konstantin kostya kanstantsin kostiantyn constantin kostyantyn konstantinos costa
leonid lyonya leanid
lev leo leon
maxim maksim maksym maks maxime max
marko
mikhail michail mikhael mykhailo mikhailo mihail misha michael mikheil mihailo mykhaylo mikhal mihajlo michel
mikalai nikolai nikolay mykola nicolai nikolaj mikola kolya nicholas nikolas nikola micolai nicolae
milan
milos
mstislav
nikita mikita mykyta
oleg aleh oleh
ostap
pavel pavlo paval pasha paul pawel
pyotr petr petro piotr piatro peter petya petar pjotr
radovan
ratko
roman raman
rostislav
ruslan
semyon semen siamion simon
sergei sergey siarhei serhiy serhii serge sergiy sergej serhij seryozha siarhej sergii syarhey sergio sergi
slava vyacheslav viacheslav viachaslau vyachaslau wjatscheslaw
slobodan
stanislav stanislau stas stanislaw
stepan stsiapan stefan
svyatoslav sviatoslav
taras
timofey tsimafei timothy
vadim vadym vadzim wadim
valentin valyantsin
valery valeriy valeri valerii valeryi valerij walerij valera valerie_
vasily vasil vasiliy vasyl vasili vasilii wassili vasya vasilij basil
viktar viktor victor wiktor vitya
vitaly vitaliy vitali vitalii vital vitalij witali vitalik
vladimir volodymyr uladzimir wladimir vladimer vova volodya volodimir wolodymyr vladimirs uladimir
vladislav uladzislau vladyslav vlad vladzislau wladislaw
vsevolod
yakov jakov yakiv
yanis giannis yannis ioannis
yaroslav jaroslav yaraslau
yegor egor yahor
yuri yury yuriy iouri jurij yurii iurii jury juri yuriy yura
zakhar zachar
zoran
zmicer
alesia olesya alesya
alyona alena olena elena helena yelena lena aliona jelena ilona_ helen
alina
anastasia anastasiya anastasiia nastya anastasija nastassia
anna hanna ganna anya ania
antonina
daria darya daryia dasha daryna
ekaterina yekaterina katerina kateryna katsiaryna katya katja catherine katerina
elizaveta yelizaveta lizaveta yelyzaveta liza elizabeth
galina halina halyna
inna
irina iryna ira iryina irene irena
karina
ksenia kseniya xenia oksana
larisa larysa larissa
lidia lydia lidiya lidziya
ludmila lyudmila liudmila lyudmyla ljudmila
lyubov liubov
margarita marharyta rita
maria maryia mariya marya masha mariia marija mary marie
marina maryna
nadezhda nadzeya nadia nadya nadiya nadezda
natalia natalya nataliya natasha natallia natalie natalija nataliia natalja
nina
nadia
olga volha olha olya olja helga_
oksana aksana ksenia
palina polina
raisa
sofia sofiya sofya sophia
svetlana sviatlana svitlana sveta svetlana swetlana
tamara
tatiana tatyana tatsiana tetiana tatjana tanya tania tetyana tatsyana
valentina valyantsina
valeria valeriya
vera viera
veronika veranika
victoria viktoria viktoriya viktoryia vika viktorija
yana jana
yulia julia yuliya iulia julija yuliia juliya ioulia julie
zhanna
zinaida
zoya
maksimilian
ivanka
eshon
aram
armen
hayk
nikol
levon
giorgi
mikheil
irakli
zurab
eduard
heydar haidar heidar haydar
ilham
nursultan
emomali
rustam
gurbanguly
islam
aristotelis
antonis antonios
alexis
kyriakos
konstantinos kostas costas
nikos nikolaos
dimitris dimitrios
andreas
yiannis giannis yannis ioannis yanis
panagiotis
"""

_OTHER = """
muhammad mohammed mohamed mohammad muhammed mohamad mehmed mahomet mhmd mamadou muhamad mohd
ahmad ahmed akhmed ahmet akhmad hmd
mahmoud mahmud mahmood
hamid hameed
hamad
ali aly
hassan hasan
hussein husayn hossein hussain husein hosein hoseyn houssein hsyn
omar umar omer
osman uthman othman usman
abubakar
ibrahim ebrahim abraham brahim
ismail ismael esmail
ishaq isaac
yusuf youssef yousef yousuf joseph yosef josef yussuf
yahya yehiyeh yahia
musa moussa mousa
isa issa
dawud daoud david
sulayman suleiman soleiman sulaiman
khalid khaled chalid
khalifa
walid waleed
said saeed sayed sayyid saeid syed
salman
salim saleem
salah
saleh salih
sami
samir sameer
rashid rasheed raschid rachid
hisham hicham hichem hishem
bashir bachir basheer
sharif cherif charif shareef
ashraf achraf
shukri chokri choukri
nureddin noureddine nooruddin nuruddin nourredine
mukhtar mokhtar moukhtar
munir mounir muneer
yunus younes younis yunis
husam houssam hossam husam hussam
tawfiq tawfik toufik taoufik
lutfi lotfi
murad mourad
jihad djihad gihad
imad emad
rached
tariq tarek tareq tarik
tahir taher
jamal gamal djamal djamel jamel
kamal
karim kareem
nasser nasir nasr
nouri nuri noori
hosni husni
bashar baschar
hafez hafiz
maher mahir
muammar moammar muamar
saddam
uday oday udai
qusay
osama usama ousama
ayman aiman
yasser yasir yassir
anwar
faisal faysal feisal
fahd fahad
zayed zayid
mansour mansur
majid majed
abdullah abdallah abdulla
abdulaziz
abdelaziz abdulaziz
abdulmunim abdulmenam abdelmonem abdulmonem abdelmoneim
abdel abdul abd
adnan
fatima fatimah fatemeh fatma
aisha ayesha aysha aicha
khadija khadijah
zainab zeinab zaynab
layla leila laila leyla
maryam mariam miriam
noor nur nour
amina aminah
hamza
bilal
qasem qasim kassem ghasem qassem
javad
reza riza
ruhollah
mahdi mehdi
sadeq sadegh sadiq
masoud massoud masud
hashem hashim
benjamin binyamin benyamin bibi
yitzhak itzhak isaac yitzchak
ariel arik
shimon simon
yosef joseph yossi
yaakov jacob yakov
moshe moses
ehud
yonatan jonathan yoni
avraham avram abraham
david davide
golda
tzipi
yair
naftali
narendra
rajiv rajeev
rahul
sanjay
indira
sonia
amit
arvind
arun
imran
irfan
nawaz
shehbaz shahbaz
benazir
pervez parvez
asif
priyanka
hiroshi
hiroto
takashi
takeshi
shinzo
shintaro
taro
fumio
junichiro
haruki
yoko
yuko
yuki
naoto
"""

LATIN, SLAVIC, OTHER = "latin", "slavic", "other"


def _read_lines() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[str]]]:
    lines: dict[str, set[int]] = {}
    homes: dict[str, set[str]] = {}
    number = 0
    for home, table in ((LATIN, _LATIN), (SLAVIC, _SLAVIC), (OTHER, _OTHER)):
        for line in table.split("\n"):
            number += 1
            for name in line.split():
                # A trailing mark: a sister form, belongs to this line too but is at home in another.
                sister = name.endswith("_")
                lines.setdefault(name.rstrip("_"), set()).add(number)
                if not sister:
                    homes.setdefault(name, set()).add(home)
    return {name: frozenset(of) for name, of in lines.items()}, {name: frozenset(of) for name, of in homes.items()}


LINES, HOMES = _read_lines()
