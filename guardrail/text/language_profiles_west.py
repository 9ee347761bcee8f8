"""The words by which western and northern European languages are told: their commonest, function words first."""

from __future__ import annotations

WORDS = {
    "en": """
the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which you
were all her she there would their we him been has when who will no more if out so what its about than into them can
only other time some could these two may first then do any like my now over such our me even most made after also
did many before must through years where much your way well down should because each just those people how too very
good know take see come think look want give use find tell ask work seem feel try leave call please thank hello yes
don't it's i'm can't let's one new day year again something nothing never always every still own while here where's
why house water today tomorrow yesterday morning night week friend children long small great little world life right
""",
    "de": """
der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch
man sein wurde wenn können schon dann unter wir soll ich eines kann gegen vom wo ihr ihre ihren seine mein meine
dein dir mir mich dich uns euch was wer hier da jetzt immer heute morgen gestern sehr gut viel viele alle alles
etwas nichts kein keine keinen muss müssen möchte bitte danke ja nein weil damit ob doch mal ganz zwei drei jahr
jahre zeit haus kinder wasser leben gehen kommen machen sehen wissen geben finden stehen lassen habe bin hast bist
ohne zwischen während diese dieser dieses welche jeder jede wieder neu neue große kleine frau mann tag abend nacht
woche freund schön weiß groß
""",
    "fr": """
de la le et les des en un une du que est dans qui par pour au il sur pas plus ne se ce avec sont ou aux mais être
cette son sa ses comme nous vous ils elle elles on je tu me te lui leur leurs y a été avait fait faire dit tout tous
toute toutes bien peut aussi même très sans deux entre après avant encore moins alors donc car où quand comment
pourquoi quoi ça c'est j'ai n'est d'un d'une l'on qu'il qu'elle s'est mon ma mes ton ta tes notre votre nos vos ces
cet si oui non merci bonjour chez vers depuis pendant contre sous rien jamais toujours souvent beaucoup peu trop
autre autres chaque année jour jours temps vie monde homme femme enfants maison eau petit petite grand grande
nouveau nouvelle avoir aller voir savoir pouvoir vouloir venir suis sommes êtes avons avez ont vais va aujourd'hui
demain hier matin soir semaine ami
""",
    "es": """
de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este
ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay
vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada e vida otro después te otros
aunque esa eso hace otra gobierno tan durante siempre día tanto ella tres sí dijo sido gran según menos mundo año
antes estos estaba estar hacer tener nada algo alguien nunca casa agua hombre mujer niños nuevo nueva bueno buena
gracias hola por favor mañana hoy ayer noche semana amigo amiga quiero quiere puedo tengo vamos voy somos usted
ustedes nosotros ellos ellas aquí allí mucho muchos mucha muchas poco mejor grande pequeño cómo cuándo dónde quién
las del están fueron
""",
    "pt": """
de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser
quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me
esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos elas havia seja qual será nós tenho
lhe deles essas esses pelas este fosse dele tu te vocês vos lhes meus minhas teu tua nosso nossa dela delas esta
estes aquele aquela isto aquilo estou estamos fazer dizer ir ver dar pode podem quero vou vai vamos ainda sempre
nunca nada tudo todos toda todas outro outra bom boa obrigado obrigada olá sim dia dias ano anos tempo vida casa
água homem mulher crianças novo nova grande pequeno hoje amanhã ontem manhã noite semana amigo onde porque então
agora aqui muitos cada
""",
    "it": """
di e il la che in a per un è del non una le si con i da della al dei sono come più nel alla ha lo anche ma gli o
questo se delle su dal stato essere ai nella dalla ed suo sua loro era due ci degli anni chi quando dopo prima solo
tra fra così molto tutto tutti tutta tutte dove perché cosa io tu lui lei noi voi mi ti vi ne mio mia tuo tua nostro
nostra questa questi queste quello quella quelli sempre mai niente nulla ancora già poi ora adesso oggi domani ieri
ogni fare dire andare vedere sapere potere volere può possono hanno abbiamo avete ho hai siamo siete sei fatto detto
bene buono buona grazie ciao sì no casa acqua uomo donna bambini tempo vita mondo giorno anno grande piccolo nuovo
nuova senza sotto sopra contro durante mentre quindi però invece qui là poco molti altre altri altro c'è l'ho
dell'anno mattina sera notte settimana amico dello negli alle sulla sul nelle nell'altra un'altra vorrei posso
voglio devo
""",
    "nl": """
de van het een en in is dat op te voor met die niet zijn aan er om ook als dan maar bij of uit nog worden door naar
heeft tot ze wordt over meer hij was ik je we wij jij u hun haar zich deze dit wat wie waar hoe waarom omdat veel
hebben had heb hebt kan kunnen zou zal moet moeten mag wil willen geen al na onder tegen tussen zonder tijdens wel
mijn jouw zijn ons onze jullie mij me hem hen toch dus want toen nu altijd nooit iets niets alles iemand niemand
gaan komen doen maken zien weten geven vinden staan laten ben bent goed goede groot grote klein kleine nieuw nieuwe
jaar jaren dag dagen tijd huis water leven man vrouw kinderen mensen vandaag morgen gisteren avond nacht week vriend
bedankt dank alstublieft hallo ja nee twee drie eerste andere elk elke weer heel zeer erg bijna samen graag even
hier daar waren werd werden zoals echter ongeveer sinds tot mensen eigen lang laatste volgende
""",
    "sv": """
och i att det som en på är av för med till den har de inte om ett men var jag sig så från vi kan när hon han ska
eller under efter upp där vid mot nu bara även också vad mycket alla ut man in då skulle varit andra kommer mer här
hade får blir finns sedan mellan många år inom utan år denna detta dessa sin sitt sina min mitt mina din ditt vår
vårt er ni du dig mig honom henne oss dem dom hur varför vem vilken vilka någon något några ingen inget inga allt
aldrig alltid ofta igen göra gör gå går komma se ser veta vet ge finna stå låta vill måste bli blev blivit god bra
stor stort stora liten litet små ny nytt nya tid dag dagar hus vatten liv man kvinna barn människor idag imorgon
igår kväll natt vecka vän tack hej ja nej två tre första varje genom eftersom medan innan fortfarande kanske
tillsammans mycket ju väl
""",
    "da": """
og i at det er en til på som for med de af den der ikke et har han jeg var fra men vi sig om kan hun så eller når
efter ud op over ved mod nu kun også hvad meget alle man ind da skulle været andre kommer mere her havde får bliver
findes siden mellem mange år inden uden denne dette disse sin sit sine min mit mine din dit vores jeres du dig mig
ham hende os dem hvordan hvorfor hvem hvilken hvilke nogen noget nogle ingen intet alt aldrig altid ofte igen gøre
gør gå går komme se ser vide ved give finde stå lade vil må blive blev blevet god godt stor stort store lille små ny
nyt nye tid dag dage hus vand liv mand kvinde børn mennesker folk i dag i morgen i går aften nat uge ven tak hej ja
nej to tre første hver gennem fordi mens før stadig måske sammen bare jo vel blandt efterfølgende skal hvor hvis
selv lige aldeles hvornår deres dens netop tæt lærer kunne ville sige siger sagde tage tager mest flere fleste bag
foran hjem hjemme sommer vinter job bog penge sprog spise drikke søster bror bedstefar bedstemor lørdag mandag
tirsdag torsdag længe nok høj lav hvid gul grøn pige dreng øje hånd omkring størst mindst køre rejse pris især
station regering avis kærlighed
""",
    "no": """
og i det er på en til som for med at av den de har ikke et jeg han var fra men vi seg om kan hun så eller når etter
ut opp over ved mot nå bare også hva mye alle man inn da skulle vært andre kommer mer her hadde får blir finnes
siden mellom mange år innen uten denne dette disse sin sitt sine min mitt mine din ditt vår vårt våre deres du deg
meg ham henne oss dem hvordan hvorfor hvem hvilken hvilke noen noe ingen ingenting alt aldri alltid ofte igjen gjøre
gjør gå går komme se ser vite vet gi finne stå la vil må bli ble blitt god godt stor stort store liten lite små ny
nytt nye tid dag dager hus vann liv mann kvinne barn mennesker folk i dag i morgen i går kveld natt uke venn takk
hei ja nei to tre første hver gjennom fordi mens før fortsatt kanskje sammen bare jo vel blant skal hvor hvis selv
like kunne ville si sier sa ta tar sjøen kjøpe kjenner veldig litt egen begynte spør skole ikkje eg dei frå mest
flere fleste bak foran hjem hjemme sommer vinter jobb bok penger språk spise drikke søster bror bestefar lørdag
mandag tirsdag torsdag lenge nok høy lav hvit gul grønn sammen jente gutt øye hånd uten omtrent størst minst kjøre
reise pris dette særlig hvorfor stasjon regjering avis kjærlighet
""",
    "is": """
og að í á sem er það ekki til við um með en var hann fyrir af hún þau þeir þær ég þú við þið eru hefur hafa verið
verða vera en þegar eftir frá upp út inn yfir undir þar hér nú þá svo líka bara mjög allt allir öll eitt einn ein
tveir tvær þrír sinn sína sitt minn mín mitt þinn þín okkar ykkar þess hennar hans hvað hver hvernig hvers vegna
hvar hvenær því eða þótt meðan áður aldrei alltaf oft aftur gera gerir fara fer koma kemur sjá vita gefa finna
standa láta vill mun skal má getur góður góð gott stór stórt lítill lítið nýr nýtt ár dagur dag tími hús vatn líf
maður kona börn fólk dag morgun gær kvöld nótt vika vinur takk já nei fyrsta hvert gegnum milli
""",
    "fi": """
ja on ei se että oli hän en ovat mutta kun ole niin kuin myös joka mitä tai jos sen olla minä sinä me te he tämä
nämä tuo ne vain jo nyt sitten siellä täällä missä mistä miten miksi kuka mikä kaikki paljon hyvin vielä aina
koskaan usein ollut olisi voi voivat pitää täytyy haluan haluaa tehdä tekee mennä menee tulla tulee nähdä tietää
antaa löytää sanoi hänen minun sinun meidän teidän heidän minulla sinulla hänellä meillä minua sinua häntä mukaan
kanssa ilman ennen jälkeen aikana vastaan välillä alla päällä koska vaikka kuitenkin sekä eli joten ettei eivät emme
olen olet olemme hyvä hyvää suuri iso pieni uusi vanha vuosi vuotta päivä päivää aika talo vesi elämä mies nainen
lapset ihmiset kaksi kahdesti kerran kone auto raha työ koulu kirja ruoka äiti isä sisko veli kaupunki maa tie ovi
punainen sininen musta valkoinen niin paina katso katsoa ota ottaa pane lue kirjoita osta syö juo tänään huomenna
eilen illalla yöllä viikko ystävä kiitos hei kyllä kaksi kolme ensimmäinen joka jokainen toinen muut
""",
    "ca": """
de la i el que a en les els un per amb una del és no al es com més però seva seu dels ha són o ser pel va també
aquest aquesta quan fins molt on si entre sobre sense tot tots totes anys hi ho li em et ens us meu meva teu teva
nostre nostra perquè així ja després abans ara aquí allà avui demà ahir sempre mai res cap algú alguna cada altre
altres fer dir anar veure saber poder voler pot poden han hem heu tinc té tenim vull vol som sou estic està estan
fet dit bé bo bona gràcies hola sí casa aigua home dona nens temps vida món dia any gran petit nou nova contra
durant mentre doncs molts poc aquests aquestes d'un d'una l'any l'home s'ha n'hi matí nit setmana amic amb aquella
aquell què qui
""",
    "gl": """
de a o que e do da en un para é con non unha os no se na por máis as dos como mais foi ao el das ten á seu súa ou
ser cando moi hai nos xa está eu tamén só polo pola ata iso ela entre era despois sen mesmo aos ter seus quen nas me
eses eles están ti vostede vós lle meu miña teu túa noso nosa este esta estes aquel aquela isto facer dicir ir ver
dar pode poden quero vou vai imos aínda sempre nunca nada todo todos toda outra bo boa grazas ola si día ano tempo
vida casa auga home muller nenos novo nova grande pequeno hoxe mañá onte noite semana amigo onde porque entón agora
aquí moitos xente lingua unhas uns dun dunha coa cos
""",
    "eu": """
eta da ez du bat izan dira zen egin hau hori ere baina zuen den edo duen dute baino bere dela zuten dituzte ditu
gara naiz zara dut nuen zer nor non nola zergatik noiz asko oso bai orain gero beti inoiz dena guztiak beste berri
handi txiki on ongi egun urte etxe ur bizi gizon emakume haur jende gaur bihar atzo gau aste lagun eskerrik kaixo
mesedez egiten joan etorri ikusi jakin eman behar nahi ahal gabe arte artean ondoren aurretik batean dago daude
zegoen dugu
""",
    "ga": """
agus an na is ar a i ní go tá bhí sé sí mé tú muid siad le do don den leis chun faoi ó nach nuair atá ach seo sin
mar bhfuil raibh gach duine lá bliain uair teach uisce saol fear bean daoine inniu amárach inné oíche seachtain cara
maith mór beag nua céad dhá trí cad cé conas cén fáth áit níl maidir tar dul déan feiceáil fios tabhair idir gan
roimh
""",
    "cy": """
y yr a ac i o yn mae ar am ei eu fy dy ein eich wedi nid oedd bod ond gan gyda fel hefyd pan sydd sy roedd mewn wrth
hyn hwn hon hynny beth pwy sut pam ble pryd iawn nawr bob dim byth eto da mawr bach newydd dydd blwyddyn amser tŷ
dŵr bywyd dyn menyw plant pobl heddiw yfory ddoe nos wythnos ffrind diolch gwneud mynd dod gweld gwybod rhoi rhaid
""",
    "af": """
die van en in is het dat 'n nie op te vir met sy hy aan om ook as maar by of uit nog word deur na tot hulle ons ek
jy my jou haar hom julle wat wie waar hoe hoekom omdat baie kan kon sou sal moet mag wil geen al onder teen tussen
sonder hierdie daardie dit gaan kom doen maak sien weet gee vind staan laat goed goeie groot klein nuwe jaar dag tyd
huis water lewe man vrou kinders mense vandag môre gister aand nag week vriend dankie asseblief ja nee twee drie
eerste ander elke weer was wees toe dan nou altyd nooit iets niks alles iemand
""",
}
