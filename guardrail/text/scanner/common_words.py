"""Common English words, which are nobody's misspelt name when they stand in a sentence in small letters.

A short list written for this purpose: function words, and everyday nouns, verbs and adjectives of four letters or
more. Regular endings are taken off before looking, so that `planned`, `planning`, `plans` and `planner` are all found
under `plan`.
"""

from __future__ import annotations

from functools import cache

_WORDS = """
able about above abroad absence absent absolute abuse accept access accident according account accurate accuse achieve
acid across action active activity actor actual adapt address adequate adjust admire admit adopt adult advance
advantage adventure advice advise affair affect afford afraid after again against agency agenda agent agree ahead
airport alarm album alcohol alert alike alive allow almost alone along already also alter although always amaze
ambition among amount amuse analyse analysis ancient anger angle angry animal annual another answer anxious any anyone
anything anyway anywhere apart apartment apologize apparent appeal appear apple application apply appoint appreciate
approach appropriate approval approve area argue argument arise armed army around arrange arrest arrive article artist
ashamed aside asleep aspect assess asset assign assist assistant associate assume assure attach attack attempt attend
attention attitude attract audience author authority automatic autumn available average avoid awake award aware away
awful awkward baby back background backward badly balance ball band bank base basic basis basket bath battle beach
bean bear beard beat beaten beautiful beauty because become been before began begin begun behave behaviour behind
being belief believe belong below belt bend beneath benefit bent beside besides best better between beyond bidder bill
binder bird birth bitten bitter black blame blank blanket blew blind block blood blow blue board boat body boil bone
book booster boot border bore boring born borrow boss both bother bottle bottom bought bowl bracket brain branch brand
brave bread break breakfast breath breathe bridge brief bright bring broad broke broken brother brought brown brush
bubble bucket budget build building built burn burst bury business busy butter button buyer cable calculate calendar
call calm came camera camp campaign cancel cancer candidate capable capacity capital captain capture carbon card care
career careful carpet carry case cash casket cast castle category cattle caught cause cautious cease ceiling celebrate
cell center central centre century certain chain chair challenge chamber champion chance change channel chapter
character charge charity chart chase cheap check cheer cheese chemical chest chicken chief child childhood children
choice choose chose chosen church circle circumstance citizen city civil claim class classic clean clear clerk clever
client climate climb clinic clock close cloth clothes clothing cloud club cluster coach coal coast coaster coat code
coffee coin cold collapse collar colleague collect college color colour column combine come comet comfort command
comment commercial commission commit committee common communicate community company compare comparison compete
competition competitor complain complaint complete complex complicate component compose computer concentrate concept
concern concert conclude conclusion concrete condition conduct conference confidence confident confirm conflict
confuse connect conscious consequence consider consist constant construct consult consume consumer contact contain
content contest context continent continue contract contrast contribute control convenient conversation convert
convince cook cool cope copy core corner correct cost cotton cough could council count country county couple courage
course court cousin cover crack craft crash crazy cream create creature credit crept crew cricket crime criminal
crisis critic critical crop cross crowd crucial cruel culture cupboard cure curious current curtain curve custom
customer cycle daily damage dance danger dangerous dare dark data date daughter dead deal dealt dear death debate debt
decade decent decide decision declare decline deep defeat defence defend deficit define definite definition degree
delay deliver delivery demand democracy demonstrate dentist deny depart department depend deposit depress depth
describe description desert deserve design desire desk despite destroy detail detect determine develop device dialogue
diet differ difference different difficult difficulty digital dinner direct direction director dirty disappear
disaster discipline discount discover discuss disease dish dismiss display distance distant distinct distinguish
distribute district disturb divide division divorce doctor document does dollar domestic dominate done door double
doubt down dozen draft drag drama draw drawn dream dress drew drink drive driven driver drop drove drug drunk dry dug
during dust duty each eager early earn earth ease east easy eaten economic economy edge edit edition editor educate
effect effective efficient effort eight either elderly elect election electric electronic element eleven else
elsewhere emerge emergency emotion emphasis empire employ employee employer empty enable encounter encourage enemy
energy engage engine engineer enjoy enormous enough ensure enter entire entitle entrance entry environment equal equip
equipment error escape especially essay essential establish estate estimate even evening event eventual ever every
everyone everything evidence evil exact exam examine example excellent except exchange excite exclude excuse execute
exercise exhibit exist expand expect expense expensive experience experiment expert explain explode explore export
expose express extend extent external extra extreme face facility fact factor factory fail failure faint fair faith
fall fallen false familiar family famous fancy farm farmer fashion fast faster father fault favor favour fear feather
feature federal feed feel fellow felt female fence festival fetch fever field fierce fifteen fifty fight figure file
fill film filter final finance financial find finder fine finger finish fire firm first fish flag flame flash flat
flavour flesh flew flight float flood floor flow flower flown fluid focus fold folder folk follow food foot football
force foreign forest forever forget forgive forgiven forgotten form formal former formula forth fortune forty forward
fought found foundation four frame free freedom freeze frequent fresh friend friendly from front froze frozen fruit
fuel full fully function fund fundamental funny furniture further future gadget gain gamble game garage garden gate
gather gave gender general generate generation generous gentle gentleman genuine gesture giant gift girl give given
glad glass global glove goal gold golden gone good goods govern government grade gradual grain grand grandfather
grandmother grant grass grateful grave great green greet grew grey grocery ground group grow grown growth guarantee
guard guess guest guide guilty habit hair half hall hammer hand handle hang happen happy hard hardly harm harvest hate
have head health healthy hear heard heart heat heaven heavy height held hell hello help hence herself hesitate hidden
hide high highlight highway hill himself hinder hire history hold holder hole holiday hollow holy home honest honour
hope horror horse hospital host hotel hour house household housing however huge human humble humour hundred hung
hungry hunt hurry hurt husband idea ideal identify identity ignore illegal illness illustrate image imagine immediate
impact implement imply import important impose impossible impress improve inch incident include income increase indeed
independent index indicate individual industrial industry infant infect inflation influence inform initial initiative
injure injury inner innocent input inquiry inside insist inspect inspire install instance instant instead institute
institution instruct instruction instrument insurance insure intellectual intelligent intend intense intention
interest internal international internet interpret interview into introduce invent invest investigate invite invoice
involve iron island issue item itself jacket jail join joint joke journal journalist journey judge juice jump junior
jury just justice justify keen keep kept key kick kill kind king kingdom kiss kitchen knee knew knife knock know
knowledge label labor labour lack ladder lady laid lake lamp land landlord landscape lane language large last late
latter laugh launch law lawyer layer lead leader leaf league lean learn least leather leave leaver lecture left legal
lend lender length lent less lesson letter level liberal library licence license life lift light like likely limit
line link liquid list listen lit literature litre little live lively load loan local locate location lock logic lonely
long look loose lord lose loss lost loud love lovely lower loyal luck lucky lunch machine made magazine magic mail
main maintain major majority make male manage manager manner manual manufacture many marble march mark market marriage
married marry mass master match mate material math matter mature maximum maybe meal mean meaning means meant measure
meat mechanic medical medicine medium meet meeting member membership memory mental mention mentor menu merchant mere
merely merge mess message metal meter method middle might mile military milk mill million mind mine minimum minister
minor minority minute mirror miss missing mission mistake mix mixture mobile mode model moderate modern modest moment
money monitor monster month monthly mood moon moral more morning mortgage most mother motion motor mount mountain
mouse mouth move movement movie much multiple murder muscle museum music musical must mutual myself mystery naked name
narrow nation national native natural nature near nearby nearly neat necessary neck need needle negative negotiate
neighbor neighbour neither nerve nervous nettle network never nevertheless news newspaper next nice night nine noble
nobody noise none normal north northern nose note nothing notice notion novel nowhere nuclear number nurse object
objective observe obtain obvious occasion occupy occur ocean odd offence offend offer office officer official often
okay once onion only open operate operation opinion opponent opportunity oppose opposite option orange orbit order
ordinary organ organise organization organize origin original other otherwise ought outcome output outside oven over
overall owe owner pace pack package packet page paid pain paint painting pair palace pale panel panic paper parent
park parliament part partial participant participate particular partner party pass passage passenger passion past path
patience patient pattern pause payment peace peak pencil pension people pepper perceive percent perfect perform
performance perhaps period permanent permission permit person personal persuade phase phone photo photograph phrase
physical piano pick picture piece pile pilot pink pipe pitch place plain plan plane planet plant plaster plastic plate
platform play player pleasant please pleasure plenty plot plus pocket poem poet point poison police policy polite
political politician politics poll ponder pool poor popular population port portion position positive possess possible
possibly post poster pot potato potential pound pour poverty powder power powerful practical practice practise praise
pray precise predict prefer pregnant premise prepare presence present preserve president press pressure pretend pretty
prevent previous price pride priest primary prime prince princess principal principle print prior priority prison
prisoner privacy private prize probable probably problem procedure proceed process produce producer product production
profession professional professor profile profit program programme progress project promise promote prompt proof
proper property proposal propose prospect protect protein protest proud prove provide province provision public
publication publish pull pump punish pupil purchase pure purple purpose pursue push quality quantity quarter queen
question queue quick quiet quit quite quote race racket radio rail railway rain raise ramble random range rank rapid
rare rate rather ratio reach react read ready real realise reality realize really reason recall receipt receive recent
recipe reckon recognise recognize recommend record recover reduce refer reference reflect reform refuse regard region
register regret regular regulate reject relate relation relative relax release relevant relief relieve religion
religious reluctant rely remain remark remedy remember remind remote remove render rent renter repair repeat replace
reply report represent republic reputation request require rescue research reserve resident resign resist resolve
resource respect respond response responsible rest restaurant restore restrict result retail retain retire return
reveal revenue reverse review revise revolution reward rhythm rice rich ride rifle right ring rise risen risk rival
river road rock rocket rode role roll roof room root rope rose roster rotten rough round route routine royal rude ruin
rule run rung rural rush sack sacred sacrifice safe safety said sail salad salary sale salt same sample sand satellite
satisfy sauce save scale scene schedule scheme scholar school science scientific scientist scope score scramble screen
search season seat second secret secretary section sector secure security seed seek seem seize select self sell senate
sender senior sense sensible sensitive sensor sent sentence separate sequence serial series serious servant serve
server service session settle seven several severe shade shadow shake shaken shall shallow shame shape share sharp
sheep sheet shelf shell shelter shift shine ship shirt shock shoe shoot shop shopping shore short shot should shoulder
shout show shower shown shut sick side sight sign signal significant silence silent silly silver similar simple simply
since sing single sinister sink sister site situation sixteen sixty size skill skin skirt sleep slender slept slice
slide slight slip slope slow small smart smell smile smoke smooth snake snow social society socket soft software soil
sold soldier solemn solid solution solve some somebody somehow someone something sometimes somewhat somewhere song
soon sorry sort sought soul sound soup source south southern space spare speak special species specific speech speed
spell spend spent spirit spite splendid split spoil spoke spoken sport spot spread spring spun square stable staff
stage stair stake stamp stand standard star stare start state statement station statistic statue status stay steady
steal steam steel steep stem step stick stiff still stock stole stolen stomach stone stood stop storage store storm
story straight strange stranger strategy stream street strength stress stretch strict strike string strip stroke
strong struck structure struggle stuck student studio study stuff stumble stupid style subject submit subsequent
substance substantial succeed success successful such sudden suffer sufficient sugar suggest suit suitable summary
summer summit sung sunk supper supply support suppose supreme sure surface surgery surprise surround survey survive
suspect suspend swallow swear sweep sweet swept swim swing switch sworn swum swung symbol sympathy system table tackle
tail take taken talent talk tall tank tape target task taste taught teach teacher team tear technical technique
technology teeth telephone television tell temper temperature temporary tend tender tennis tension term terrible
territory terror test text than thank that theatre theft their them theme themselves then theory there therefore these
they thick thief thin thing think third thirty this thorough those though thought thousand thread threat threaten
three threw throat through throughout throw thrown thunder thus ticket tidy tight time tiny tire title toaster today
together told tomorrow tone tongue tonight tool tooth topic tore torn total touch tough tour tourist toward towards
towel tower town trace track trade tradition traffic train transfer transform translate transport travel treat
treatment treaty tree tremendous trend trial tribe trick trip troop trouble trousers truck true truly trust truth tube
tumble tune tunnel turn tutor twelve twenty twice twin twist type typical ugly ultimate unable uncle under understand
undertake uniform union unique unit unite universal universe university unknown unless unlike until unusual upon upper
upset upstairs urban urge urgent used useful user usual vacation valley valuable value variable variety various vary
vast vector vegetable vehicle vender vendor venture version very vessel victim victory video view village violence
violent virtue virus visible vision visit visitor visual vital voice volume volunteer vote wage wait wake walk wall
wander want war warm warn warning wash waste watch water wave weak wealth weapon wear weather wedding week weekend
weekly weigh weight welcome welfare well went wept were west western what whatever wheat wheel when whenever where
whereas wherever whether which while whilst whisper white whole whom whose wide widespread widget wife wild will win
wind window wine wing winner winter wire wisdom wise wish with withdraw within without witness woke woken woman women
won wonder wonderful wood wooden wool word wore work worker world worn worried worry worse worst worth would wound
wrap write writer written wrong yard yeah year yellow yesterday yield young your yours yourself youth zero zone
"""

_ENDINGS = ("", "s", "es", "ed", "d", "ing", "er", "r", "ers", "rs", "est", "ly", "ness", "ment", "ments", "al", "ally")


@cache
def _words() -> frozenset[str]:
    return frozenset(_WORDS.split())


def is_common(word: str) -> bool:
    """Whether a lower-case word is a common English word, with or without a regular ending.

    >>> is_common("planned"), is_common("companies"), is_common("globex")
    (True, True, False)
    """
    words = _words()
    if word in words:
        return True
    return any(_has_stem(word[: -len(ending)], words) for ending in _ENDINGS if ending and word.endswith(ending))


def _has_stem(stem: str, words: frozenset[str]) -> bool:
    if len(stem) < 3:
        return False
    if stem in words or stem + "e" in words:
        return True
    if stem[-1] == "i" and stem[:-1] + "y" in words:
        return True
    return len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in words
