// Words before the name of an outlet that say what it is.

export const ARTICLE =
  /^(?:(?:the|der|die|das|dem|den|des|le|la|les|el|los|las|il|lo|gli|i|o|a|os|as|de|het|det|einem|einer|its|his|her|their|our|my|unser\p{Ll}*|notre|nos|nuestr[oa]|nostr[oa]|noss[oa]|ons|onze|vår|vores)\s+|[lL][’'](?=\p{Lu}))/u
/** What an outlet is, before its name: "the non-profit newsroom X", "der Tageszeitung X", "la revue X". */
const MEDIUM = new RegExp(
  `^(?:(?:(?:${[
    'non-?profit|independent|online|local|regional|national|daily|weekly|monthly|quarterly|news|digital|investigative|partner|sister|student|academic|literary|medical|trade|popular|personal|own|company|official|media|content|science|tech|business|publishing',
  ].join('|')})\\s+){0,3}(?:${[
    'newspapers?|magazine|journal|review|websites?|web site|sites?|blogs?|newsletter|portal|outlet|publication|newsroom|(?:news )?organi[sz]ation|agency|paper|weekly|daily|monthly|quarterly|titles?|platform|publisher|podcast|network|broadcaster|service|substack|medium page|page|column|partners?',
    '(?:online-?|nachrichten-?|tages-?|wochen-?|monats-?|fach-?|schwester-?|partner-?)?(?:zeitung|zeitschrift|magazin|portal|blog|website|webseite|seite|agentur|journal|newsletter|plattform|verlag)',
    "journal|quotidien|hebdomadaire|mensuel|revue|site(?: (?:web|internet|d[’']informations?))?|média|agence|portail|colonnes|numéro",
    'diario|periódico|revista|semanario|sitio(?: web)?|página(?: web)?|web|medio|agencia|boletín|portal',
    'quotidiano|giornale|rivista|settimanale|mensile|sito(?: web)?|portale|testata|agenzia',
    'jornal|diário|semanário|agência|blogue|sítio',
    'krant|dagblad|weekblad|maandblad|tijdschrift|persbureau|nieuwssite',
    'tidningen|tidskriften|magasinet|bloggen|webbplatsen|sajten|avisen|tidsskriftet|bladet|nettavisen|nettstedet|hjemmesiden|nyhetsbyrån|nyhedsbureauet|nyhetsbyrået',
    'czasopiśmie|czasopisma|magazynie|magazynu|gazecie|gazety|tygodniku|tygodnika|miesięczniku|miesięcznika|dzienniku|dziennika|portalu|serwisie|serwisu|stronie|strony|blogu|bloga|kwartalniku',
    'газете|газеты|газета|журнале|журнала|журнал|издании|издания|издание|сайте|сайта|сайт|портале|портала|портал|блоге|блога|агентстве|агентства|агентство|еженедельнике|газеті|журналі|сайті|виданні',
    'časopise|časopisu|deníku|novinách|novin|týdeníku|webu|portálu|serveru|magazínu',
  ].join(
    '|',
  )})(?:\\s+(?:of|de|von|des|der|di|du|da|do|del|della|van|av|af))?(?=[\\s,:]))(?:\\s+(?:the|la|le|les|el|il|o|a|de)(?=\\s))?(?:\\s?[,:]\\s?|\\s+)(?=[\\p{Lu}\\p{N}„“"«‘》「『]|\\p{Ll}[\\p{L}\\d-]*\\.\\p{L})`,
  'u',
)

/** "Jane Roe's blog, X". */
const SOMEBODYS_BLOG =
  /^(?:\p{Lu}[\p{L}.-]+ ){0,2}\p{Lu}[\p{L}.-]+[’']s? (?:own |personal |new )?(?:blog|website|site|newsletter|substack|column|magazine),? (?=[\p{Lu}„“"«]|[\p{L}\d-]+\.\p{L})/u
/** In German it has a capital as the name has. */
const GERMAN_MEDIUM =
  /^(?:(?:der|die|das|dem|den|des|dieser|unserer|unserem) )?(?:\p{Ll}\p{L}{1,11} )?(?:Online-?|Nachrichten-?|Tages-?|Wochen-?|Monats-?|Fach-?|Schwester-?|Partner-?)?(?:[Zz]eitung|[Zz]eitschrift|[Mm]agazin|[Pp]ortal|[Bb]log|[Ww]ebsite|[Ww]ebseite|[Ss]eite|[Aa]gentur|Newsletter|[Pp]lattform)s?,?:? (?=[\p{Lu}„“"«])/u

/** The text without the articles and the kind of medium before a name; the text itself where there is none of them. */
export function withoutLead(text: string): string {
  const shorter = text.replace(MEDIUM, '')
  return shorter === text ? text.replace(ARTICLE, '') : shorter
}

/** The text without "Jane Roe's blog," and a German "Zeitschrift", which have capitals as a name has. */
export const withoutCapitalLead = (text: string): string =>
  text.trimStart().replace(SOMEBODYS_BLOG, '').replace(GERMAN_MEDIUM, '')
