import { ENGLISH_ALSO_NOUNS, ENGLISH_PARTICIPLES, ENGLISH_SAY, ENGLISH_WITH_WORDS } from './english-verbs.ts'
import { type Lexicon, setOf } from './lexicon.ts'

export const ENGLISH: Lexicon = {
  say: ENGLISH_SAY,
  participles: ENGLISH_PARTICIPLES,
  withWords: ENGLISH_WITH_WORDS,
  alsoNouns: ENGLISH_ALSO_NOUNS,
  accordingTo: [['according', 'to'], ['in', 'the', 'words', 'of'], ['in', 'the', 'view', 'of'], ['per']],
  postpositions: new Set(),
  inverts: false,
  isVerbFinal: false,
  that: setOf('that', 'how', 'why', 'whether', 'if'),
  auxiliaries: setOf(
    `has had have having is was are were be been being am will would could should can may might must shall did does do
     'd 'll 've 'm 're n't didn't doesn't don't wasn't isn't hasn't haven't hadn't won't wouldn't can't couldn't cannot not never
     `,
  ),
  passive: setOf('is was are were be been being got'),
  by: setOf('by'),
  adverbs:
    /^(?:[\p{L}-]{3,}ly|also|then|later|just|now|once|again|even|often|still|instead|soon|long|ever|never|not|further|already|always|first|twice|recently|today|yesterday|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|both|all|himself|herself|themselves|itself|simply|earlier|afterwards?|afterward|meanwhile|though|however|too|only|once|nonetheless|nevertheless|moreover|sometimes|out|back|quickly|likewise)$/u,
  determiners: setOf(
    `a an the this that these those his her its their our my your one two three four five six seven eight nine ten several
     many some most few another other both all no every each any multiple various numerous dozens hundreds`,
  ),
  prepositions: setOf(
    `of for to with in from at on by near close familiar inside under about during before after since until against among
     between into over through within without upon across behind outside alongside including despite around toward towards
     like amid following throughout below above who whose whom which where briefed working speaking involved based per than
     via as representing leading asked told known running seeking opposed supporting backing`,
  ),
  conjunctions: setOf(
    'that but while because when after before although though if since whether where as until unless whereas so even how why what once then except',
  ),
  and: setOf('and', 'or', '&', 'nor'),
  relatives: setOf('who', 'which'),
  pronouns: new Map([
    ['he', 'he'],
    ['she', 'she'],
    ['they', 'they'],
    ['it', 'it'],
    ['his', 'he'],
    ['her', 'she'],
    ['their', 'they'],
    ['its', 'it'],
    ['him', 'he'],
    ['them', 'they'],
  ]),
  titles:
    /^(?:mr|mrs|ms|mx|miss|messrs|dr|drs|prof|professor|sen|sens|senator|senators|rep|reps|representative|congressman|congresswoman|congressmen|gov|governor|lt|col|colonel|gen|general|maj|major|sgt|sergeant|capt|captain|cmdr|commander|adm|admiral|lieutenant|corporal|private|officer|detective|sheriff|chief|deputy|president|president-elect|vice|premier|prime|minister|ministers|chancellor|secretary|undersecretary|under-secretary|speaker|leader|whip|chair|chairman|chairwoman|chairperson|mayor|councilman|councilwoman|councillor|councilor|councilmember|alderman|commissioner|attorney|solicitor|judge|justice|ambassador|envoy|director|administrator|superintendent|principal|coach|sir|dame|lord|lady|baroness|baron|king|queen|prince|princess|duke|pope|cardinal|bishop|archbishop|rev|reverend|pastor|rabbi|imam|sheikh|ayatollah|father|sister|brother|rt|hon|ceo|cfo|mp|mps|mep|msp|md|republican|republicans|democrat|democrats|democratic|libertarian|labour|conservative|tory|spokesman|spokeswoman|spokesperson|candidate|nominee|host|anchor|analyst|author|editor|reporter|correspondent|columnist|strategist|adviser|advisor|aide|lawyer|prosecutor|activist|economist|former|actor|actress|singer|rapper|comedian|billionaire|inspector|constable|supt|insp|hon|marshal|treasurer|assemblyman|assemblywoman|delegate|czar|comptroller|trooper|interim|acting|assistant|associate|senior|president-designate|staff)\.?$/u,
  female:
    /^(?:mrs|ms|miss|madam|dame|lady|baroness|queen|princess|sister|mother|mom|mum|wife|daughter|girl|woman|women|aunt|grandmother|widow|niece|\p{L}+woman|\p{L}+women|actress|duchess|waitress|hostess|heiress|girlfriend|lesbian)\.?$/u,
  male: /^(?:mr|messrs|sir|lord|baron|king|prince|brother|father|dad|husband|son|boy|man|uncle|grandfather|widower|nephew|duke|pope|cardinal|imam|congressman|chairman|spokesman|businessman|councilman|assemblyman|alderman|policeman|salesman|fireman|tradesman|cameraman|clergyman|gunman|nobleman|boyfriend|rapper)\.?$/u,
  people:
    /^(?:(?:grand|step|co-|ex-|vice-|half-)?(?:spokes(?:man|woman|person|people|men|women)|official|officials|aide|aides|adviser|advisers|advisor|advisors|source|sources|person|people|man|woman|men|women|voter|voters|supporter|supporters|critic|critics|lawmaker|lawmakers|analyst|analysts|expert|experts|economist|economists|diplomat|diplomats|lawyer|lawyers|attorney|attorneys|prosecutor|prosecutors|officer|officers|member|members|leader|leaders|staffer|staffers|strategist|strategists|operative|operatives|ally|allies|insider|insiders|employee|employees|worker|workers|resident|residents|witness|witnesses|reporter|reporters|journalist|journalists|activist|activists|student|students|professor|teacher|doctor|neighbor|neighbour|senator|senators|congressman|governor|mayor|president|minister|secretary|candidate|candidates|nominee|judge|opponent|rival|rivals|host|moderator|ceo|director|manager|chairman|chair|chief|father|mother|son|daughter|wife|husband|brother|sister|boss|colleague|friend|friends|donor|donors|consultant|pollster|author|writer|historian|scientist|scientists|researcher|researchers|investigator|investigators|protester|protesters|delegate|delegates|veteran|veterans|businessman|billionaire|mogul|millionaire|citizen|citizens|protestor|fan|fans|passenger|soldier|policeman|others|some|many|patients?|clients?|victims?|suspects?|defendants?|plaintiffs?|troopers?|deputy|deputies|survivors?|customers?|buyers?|traders?|investors?|shareholders?|bankers?|immigrants?|migrants?|refugees?|children|kids?|boys?|girls?|teens?|teenagers?|bystanders?|onlookers?|landlords?|tenants?|commanders?|soldiers|ambassadors?|envoys?|negotiators?|mediators?|inspectors?|auditors?|surgeons?|nurses|teachers|principals?|superintendents?|educators?|scholars?|authors|editors?|bloggers?|viewers?|readers?|listeners?|producers?|filmmakers?|developers?|co-founders?|founders?|premiers?|chancellors?|king|queen|prince|princess|pope|bishops?|archbishops?|cardinals?|rabbis?|imams?|legislators?|commissioners?|sheriffs?|cops?|detectives?|jurors?|judges|justices?|counsel|clerks?|interns?|volunteers?|campaigners?|aldermen|councilman|councilwoman|councilors?|presidents|professors|doctors|drivers|farmers|pastors|priests|\p{L}{3,}(?:ists?|eers?|ians?)|republican|republicans|democrat|democrats|conservatives?|liberals?|progressives?|lawmaker|congresswoman|councillor|coach|player|speaker|commentator|another|pundits?|observers?|opponents|guest|caller|user|commenter|participant|attendee|one|two|three|backers?|detractors|surrogates?|representatives?|ministers|representative|agents?|users|chairwoman|pastor|priest|businesswoman|actor|actress|singer|star|executive|executives|farmer|nurse|driver|owner|owners|mom|dad|parent|parents|couple|family|organizers?|organisers?))$/u,
  documents:
    /^(?:statement|statements|read-?out|report|reports|letter|letters|memo|memos|memorandum|document|documents|filing|filings|study|survey|poll|polls|bill|law|ruling|release|paper|transcript|transcripts|lawsuit|suit|complaint|indictment|affidavit|article|editorial|headline|caption|email|emails|e-mail|e-mails|message|messages|tweet|tweets|text|texts|post|posts|note|ad|ads|advert|advertisement|commercial|video|website|site|page|book|memoir|manifesto|platform|constitution|order|resolution|declaration|summary|audit|review|guidelines|guidance|sign|signs|banner|placard|poster|flyer|leaflet|brochure|plaque|slide|petition|motion|opinion|treaty|agreement|contract|script|entry|dossier|file|files|cable|cables|blog|newsletter|story|essay|column|communique|communiqué|pledge|bulletin|subpoena|warrant|verdict|rule|policy|amendment|clause|narrator|chyron|excerpt|fact\s?sheet|notice|invitation|biography|bio|obituary|profile|analysis)$/u,
  groups:
    /^(?:campaign|administration|government|committee|company|party|ministry|department|office|court|police|team|staff|agency|organization|organisation|group|council|board|union|newspaper|paper|magazine|network|station|commission|bureau|firm|bank|university|embassy|military|army|navy|coalition|association|foundation|delegation|regime|website|outlet|institute|center|centre|league|chamber|caucus|panel|jury|camp|family|charity|regulator|watchdog|lobby)$/u,
  speechNouns: setOf(
    `claim claims comment comments remark remarks statement words assertion assertions argument allegation allegations
     accusation response reply answer message promise pledge vow warning suggestion quote tweet tweets description
     complaint question questions speech attack attacks characterization pronouncement declaration
     insistence admission contention view opinion denunciation declarations phrase boast rhetoric testimony refrain advice
     verdict joke rebuke retort criticism praise conclusion observation`,
  ),
  notNames: setOf(
    `defending prosecuting mitigating sentencing speaking responding writing closing opening summing addressing appearing testifying
     commenting reacting thousands hundreds dozens millions jan feb mar apr aug sept sep oct nov dec i the a an and but or if in on at to for of by from with as it he she they we you this that these those there here what when
     where who why how then now yet still so not no yes nor after before during since while although though because until even
     just also only once both all some many most few several another other each every one two three four five six seven eight
     nine ten his her its their our my your asked according despite meanwhile however instead later earlier today yesterday
     tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march april june july
     august september october november december last next perhaps maybe indeed additionally finally first second third like
     unlike among about above under over between through speaking pressed told told responding writing adding calling nearly almost
     moreover furthermore nevertheless nonetheless otherwise thus hence whether whatever whenever wherever is was are were be
     do does did has have had will would can could should might must let let's don't can't i'm i've it's that's there's
     he's she's they're we're you're what's thank thanks please oh well ok okay good great more less people none
     everyone everybody nobody something nothing anything everything someone anyone along across against amid around as
     out up down off back then again too very much such same own never ever always often sometimes already`,
  ),
}
