"""The words by which other languages in Latin letters are told: their commonest, function words first."""

from __future__ import annotations

WORDS = {
    "pl": """
i w na z się nie do to że jest o jak po co tak ale od za jego już tylko przez przy dla czy być był była było były ma
może oraz które który która ich też jeszcze tego tej tym ten ta te tych jako pod przed bardzo ze lub kiedy gdzie
dlaczego kto więc gdy jeśli żeby aby bo ponieważ ja ty on ona my wy oni mnie mi ciebie ci jej mu nas was im mój moja
moje twój nasz wasz swój swoje wszystko wszyscy każdy nic nikt nigdy zawsze często teraz dziś dzisiaj jutro wczoraj tu
tam mam masz mamy mają jestem jesteś jesteśmy są będzie będą chcę chce mogę można trzeba musi robić iść widzieć wiem
dobry dobra dobrze duży mały nowy nowa rok lat dzień czas dom woda życie człowiek kobieta dzieci ludzie wieczór noc
tydzień przyjaciel dziękuję proszę cześć tak dwa trzy pierwszy inny między podczas bez nad również jednak
""",
    "cs": """
a v na se je to že s z o i do ve po za k pro jako jsou ale by byl byla bylo od tak si které který která jeho také až
jen nebo při už co podle před má mají jsem jsi jsme jste není může být když kde proč kdo jak protože aby pokud ještě
tento tato toto ten ta ty těch tom této já ty on ona my vy oni mě mi tě ti ho jí jej mu nás nám vás vám jim jejich můj
moje tvůj náš váš svůj své všechno všichni každý nic nikdo nikdy vždy často teď nyní dnes zítra včera tady tam velmi
bude budou chci chce mohu musí dělat jít vidět vědět vím dobrý dobrá dobře velký malý nový nová rok let den čas dům
voda život člověk žena děti lidé večer noc týden přítel děkuji prosím ahoj ano ne dva tři první jiný mezi během bez
nad však tedy který něco někdo nějaký zde přes ní něj jeden jedna roku důležité říci řekl
""",
    "sk": """
a v na sa je to že s z o i do vo po za k pre ako sú ale by bol bola bolo od tak si ktoré ktorý ktorá jeho tiež až len
alebo pri už čo podľa pred má majú som si sme ste nie môže byť keď kde prečo kto pretože aby ak ešte tento táto toto
ten tá tých tom tejto ja ty on ona my vy oni ma mi ťa ti ho ju mu nás nám vás vám im ich môj moje tvoj náš váš svoj
svoje všetko všetci každý nič nikto nikdy vždy často teraz dnes zajtra včera tu tam veľmi bude budú chcem chce môžem
musí robiť ísť vidieť vedieť viem dobrý dobrá dobre veľký malý nový nová rok rokov deň čas dom voda život človek žena
deti ľudia večer noc týždeň priateľ ďakujem prosím ahoj áno dva tri prvý iný medzi počas bez nad však teda niečo niekto
nejaký tu cez jeden jedna roku dôležité povedať povedal takže potom iba
""",
    "sl": """
in je v na se da za so ne z s ki pa bi tudi od po o do kot ali pri še to ta ko če jih ni iz bil bila bilo bili sem smo
ste si lahko zelo samo že vse vsi več pred med ker kaj kdo kje kako zakaj kdaj jaz ti on ona mi vi oni me te ga jo mu
jim njegov njen naš vaš moj moja tvoj svoj svoje nekaj nič nihče nikoli vedno pogosto zdaj danes jutri včeraj tukaj tam
bo bodo bom bomo hočem hoče morem moram mora delati iti videti vedeti vem dober dobra dobro velik majhen nov nova leto
let dan čas hiša voda življenje človek ženska otroci ljudje večer noč teden prijatelj hvala prosim zdravo ja dva tri
prvi drug drugi vsak brez nad pod skozi vendar torej kjer kateri katera tega tem teh bila ima imajo imam potem letu
""",
    "hr": """
i je u na se da za su ne s od kao koji koja koje a o do po iz ili to ali bi što će bio bila bilo sam si smo ste nije
nisu može mogu mora još samo već sve svi više prije između jer tko gdje kako zašto kada ja ti on ona mi vi oni me te ga
ju joj mu nas nam vas vam ih im njegov njezin naš vaš moj moja tvoj svoj nešto ništa nitko nikada uvijek često sada
danas sutra jučer ovdje tamo bit biti ću ćeš ćemo hoću želim želi imam ima imaju raditi ići vidjeti znati znam dobar
dobra dobro velik veliki mali novi nova godina godine dan vrijeme kuća voda život čovjek žena djeca ljudi večer noć
tjedan prijatelj hvala molim bok da dva tri prvi drugi svaki bez nad pod kroz međutim dakle ovaj ova ovo taj ta tog
vrlo jako također nakon tijekom zbog hoće lijepo gdje
""",
    "hu": """
a az és hogy nem is egy ez meg de csak már még volt van vagy mint el ki fel le be ha mert akkor ezt azt aki ami amely
minden itt ott most majd nagyon én te ő mi ti ők engem téged nekem neked neki nekünk velem vele ezek azok mit mi hol
hogyan miért mikor kell lehet lesz lenne volna vannak voltak nincs sem se igen jó rossz nagy kis kicsi új régi év nap
idő ház víz élet ember nő férfi gyerekek emberek ma holnap tegnap este éjszaka hét barát köszönöm kérem szia két három
első másik között alatt nélkül után előtt által szerint azonban tehát például is saját soha mindig gyakran valami
valaki senki semmi tudom tudja akarok akar szeretném megy jön lát mond csinál ad talál több kevés sok egész vissza
""",
    "ro": """
de și în la a cu pe care nu o că un din este pentru se mai au ce sunt să fi ca sau dar prin al ale lui ei lor lui fost
era erau este după între despre fără până când unde cum cine eu tu el ea noi voi ei ele mă te îl îi le ne vă mi ți
meu mea tău ta nostru noastră vostru acest această acești acea acel acela tot toate toți toată fiecare nimic nimeni
niciodată mereu adesea acum azi astăzi mâine ieri aici acolo foarte mult multe mulți puțin are avem aveți am ai voi vom
vei vor vreau vrea pot poate trebuie face merge vedea ști știu bun bună bine mare mic nou nouă an ani zi timp casă apă
viață om femeie copii oameni seara noapte săptămână prieten mulțumesc vă rog salut da doi trei primul alt altă alte
pentru că într dintr-un într-o nici deci însă iar sub peste ori decât
""",
    "tr": """
ve bir bu da de için ile çok ne daha o gibi en olarak ama kadar var olan sonra ben sen biz siz onlar bana sana ona bize
size beni seni onu bizi benim senin onun bizim sizin değil mi mı mu mü her şey hiç hep bazı bütün tüm kendi olduğu
oldu olur olacak ise ya veya ki çünkü eğer nasıl neden niye nerede kim hangi zaman şimdi bugün yarın dün burada orada
iyi kötü büyük küçük yeni eski yıl gün ev su hayat insan kadın adam çocuklar akşam gece hafta arkadaş teşekkürler
lütfen merhaba evet hayır iki üç ilk diğer önce göre kadar içinde üzerinde arasında karşı doğru başka yok vardı
istiyorum ister gerek lazım yapmak gitmek gelmek görmek bilmek etmek edilen ediyor yapıyor geliyor gidiyor biliyor
yaptı geldi gitti dedi aldı verdi tarafından ancak bile sadece artık
""",
    "az": """
və bir bu da də üçün ilə çox nə daha o kimi ən olaraq amma qədər var olan sonra mən sən biz siz onlar mənə sənə ona
bizə məni səni onu mənim sənin onun bizim sizin deyil hər şey heç bəzi bütün öz olduğu oldu olur olacaq isə ya və ya ki
çünki əgər necə niyə harada kim hansı zaman indi bu gün sabah dünən burada orada yaxşı pis böyük kiçik yeni köhnə il
gün ev su həyat insan qadın kişi uşaqlar axşam gecə həftə dost sağ olun zəhmət salam bəli xeyr iki üç ilk başqa əvvəl
görə içində arasında qarşı yoxdur istəyirəm lazımdır etmək getmək gəlmək görmək bilmək edir gedir gəlir dedi
""",
    "vi": """
và của là có không được cho trong một người các với những này đã để khi đến từ ra vào như cũng về sẽ tôi bạn anh chị
em ông bà nó họ chúng ta mình đó đây kia gì ai nào đâu sao thế rất nhiều ít lại nên thì mà nhưng hoặc nếu vì bởi do
trên dưới sau trước giữa cùng còn đang phải muốn cần làm đi nói biết thấy năm ngày tháng giờ nhà nước đời sống trẻ con
hôm nay mai qua tối đêm tuần cảm ơn xin chào vâng hai ba đầu tiên khác mỗi tất cả việc theo tại bị hơn nhất mới cũ lớn
nhỏ tốt đẹp thời gian
""",
    "id": """
yang dan di ini itu dengan untuk tidak dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih kata
tahun sudah atau saat oleh menjadi orang ia telah adalah seperti sebagai bahwa dapat para harus namun kita dia masih
hanya mengatakan kepada kami setelah melakukan lalu belum lain anda kamu aku apa siapa mana kapan bagaimana mengapa
kenapa sangat banyak sedikit semua setiap tidak pernah selalu sering sekarang hari besok kemarin di sini sana baik
besar kecil baru lama waktu rumah air hidup laki perempuan anak malam pagi minggu teman terima kasih tolong halo ya
dua tiga pertama antara selama tanpa sebelum ketika jika kalau maka bukan tapi tetapi agar supaya ingin mau pergi
datang melihat tahu membuat memberi sedang pun lagi punya sekali suatu sebuah serta hingga nya
""",
    "tl": """
ang ng sa na mga at ay ko mo siya ako ikaw kami tayo kayo sila ito iyan iyon dito diyan doon hindi wala may mayroon
para kung dahil ngunit pero o nang kay ni si sina niya nila namin natin ninyo kanya kanila akin iyo amin atin lang din
rin pa ba naman po opo oo ano sino saan kailan bakit paano lahat marami konti bawat lagi minsan ngayon bukas kahapon
maganda mabuti malaki maliit bago taon araw oras bahay tubig buhay tao lalaki babae bata gabi umaga linggo kaibigan
salamat pakiusap dalawa tatlo una iba pagitan gusto kailangan pumunta dumating nakita alam gawin sabi noong isang
""",
    "sw": """
na ya wa kwa ni katika za la kuwa hii hiyo huo hilo si au lakini kama pia yake wake wao mimi wewe yeye sisi ninyi watu
mtu kila yote wote sana tu hata bado sasa leo kesho jana hapa pale nini nani wapi lini kwa nini vipi moja mbili tatu
kwanza nyumba maji maisha mtoto watoto mwanamke mwaka siku wakati usiku asubuhi wiki rafiki asante tafadhali habari
ndiyo hapana nzuri kubwa ndogo mpya kwenda kuja kuona kujua kufanya kupata alikuwa ana wana nina tuna ambayo ambaye
baada kabla bila kati hivyo ili cha vya
""",
    "lt": """
ir yra į kad iš su buvo ne tai kaip bet jis ji jie jos jo aš tu mes jūs man tau jam jai mums jums mano tavo mūsų jūsų
savo kuris kuri kurie apie nuo iki per prie po už dėl tik dar jau labai daug visi viskas kiekvienas niekas niekada
visada dažnai dabar šiandien rytoj vakar čia ten kas kur kada kodėl kiek ar arba jei nes todėl tačiau taip pat gali
turi reikia noriu nori būti bus buvau esu esi esame daryti eiti matyti žinoti žinau geras gera gerai didelis mažas
naujas nauja metai metų diena laikas namas vanduo gyvenimas žmogus moteris vaikai žmonės vakaras naktis savaitė draugas
ačiū prašau labas du trys pirmas kitas tarp be šis ši tas ta šiuo metu galima
""",
    "lv": """
un ir ar ka no uz nav bija par kas tas tā bet kā viņš viņa viņi es tu mēs jūs man tev viņam mums jums mans mana tavs
mūsu jūsu savu kurš kura kuri līdz pie pēc dēļ tikai vēl jau ļoti daudz visi viss katrs nekas nekad vienmēr bieži
tagad šodien rīt vakar šeit tur kur kad kāpēc cik vai jo tāpēc tomēr arī var vajag gribu grib būt būs esmu esi esam
darīt iet redzēt zināt zinu labs laba labi liels mazs jauns jauna gads gadu diena laiks māja ūdens dzīve cilvēks
sieviete bērni cilvēki vakars nakts nedēļa draugs paldies lūdzu sveiki jā nē divi trīs pirmais cits starp bez šis šī
ja lai gan tiek tika kopā pret
""",
    "et": """
ja on ei et see oli ta ka aga kui siis mis kes ma sa me te nad mina sina tema meie teie nemad minu sinu meil teil neil
selle seda need nende oma kus kuhu miks kuidas millal palju väga veel juba alati kunagi mitte kõik iga midagi keegi
praegu täna homme eile siin seal või sest kuigi olla olen oled oleme olid oleks saab võib peab tahan tahab teha minna
tulla näha teada tean hea hästi suur väike uus vana aasta aastat päev aeg maja vesi elu inimene naine mees lapsed
inimesed õhtu öö nädal sõber aitäh palun tere jah kaks kolm esimene teine vahel ilma enne pärast läbi vastu järgi
üle alla koos nagu ning ainult
""",
    "sq": """
dhe e në të i një me për është nga që si se ka do nuk u janë por ai ajo ata ne ju unë ti mua ty tij saj tyre im ime yt
jonë jonë juaj kjo ky këto këta kur ku pse kush çfarë shumë pak gjithë çdo asgjë askush kurrë gjithmonë shpesh tani sot
nesër dje këtu atje mund duhet dua do të bëjë shkoj vij shoh di jap mirë madh vogël ri re vit vjet ditë kohë shtëpi ujë
jetë njeri grua fëmijë njerëz mbrëmje natë javë mik faleminderit ju lutem përshëndetje po jo dy tre parë tjetër midis
pa para pas ose sepse nëse edhe ishte ishin kam kemi keni kanë
""",
    "eo": """
la kaj de en al estas ne ke mi vi li ŝi ĝi ni ili kun por pri sur el per tio tiu ĉi kiu kio kie kiam kial kiel ĉu sed
aŭ se ĉar tre pli plej nur ankaŭ jam ankoraŭ ĉiuj ĉio nenio neniam ĉiam ofte nun hodiaŭ morgaŭ hieraŭ tie jes bona
granda malgranda nova jaro tago tempo domo akvo vivo homo virino infanoj homoj vespero nokto semajno amiko dankon
bonvolu saluton du tri unua alia inter sen antaŭ post dum esti estis estos havas volas povas devas fari iri veni vidi
""",
}
