/**
 * The words with which a language says where an article was first read: sources of regular expressions, matched without
 * regard to capitals. A credit is made of them in any order: "Dieser Text | ist | am 3. Mai | zuerst | in | NAME | erschienen".
 */
export interface CreditGrammar {
  /** "this article": whatever follows speaks of the words being read. */
  readonly work: string
  /** "the article", "article", "this report": may also be another text that the article tells of. */
  readonly loose: string
  /** "an earlier version of this article", "the original": says by itself that there was a first one. */
  readonly version: string
  /** "by Jane Roe", between the work and its verb. */
  readonly signed?: string
  readonly first: string
  readonly appeared: string
  /** "Erschienen in X", "Paru dans X": enough on a line by itself. */
  readonly alone?: string
  /** "republished": the words were somewhere else before. */
  readonly again: string
  /** "produced", "provided": by somebody else than the publisher. */
  readonly given?: string
  /** "read the original article", "view original post". */
  readonly readOriginal?: string
  readonly permission: string
  /** Words that say nothing about where: auxiliaries, "here", "and". */
  readonly filler: string
  /** Other than plain dates: languages, forms, titles in quotation marks. */
  readonly when?: string
  readonly at: string
  readonly by: string
  readonly source: string
  /** "the April issue of", after `at` or `source`. */
  readonly issue?: string
  /** Names have lower-case words: "La vie des idées", "Портовый вестник". */
  readonly lowerCaseNames?: true
}

/** A title that the words bore elsewhere. */
export const QUOTED_TITLE = '["“„«‘»][^"”“»«’]{1,120}["”“»«’]'
const EN_WORK =
  'article|story|post|blog ?post|piece|column|essay|op-?ed|commentary|interview|review|editorial|feature|investigation|profile|explainer|dispatch|transcript|recipe|press release|news release|q&a|(?:news |opinion |feature |guest |blog |original |special |short |photo )(?:article|story|post|piece|column|essay|report|analysis)'
const EN_LOOSE = `${EN_WORK}|report|analysis|text|content|material|item|version|reporting|work|coverage|news|copy|poem|chapter|page|paper`

export const ENGLISH: CreditGrammar = {
  work: `(?:this|these|the (?:above|preceding|foregoing|following)) (?:${EN_WORK}|excerpt|extract)s?(?: above| below)?`,
  loose: `(?:(?:his|her|their|my|(?:[\\p{L}.-]+ ){0,2}[\\p{L}-]+[’']s) (?:${EN_WORK})s?)|(?:(?:this|these|our|an?) )?(?:above |following |preceding )?(?:${EN_LOOSE})s?(?: above| below)?|the (?:above |following |preceding )?(?:${EN_WORK})s?(?: above| below)?|this|the above|the following`,
  version: `(?:an?|the) (?:(?:slightly|much|very|somewhat|earlier|original|longer|shorter|different|previous|prior|similar|first|abridged|edited|extended|modified|revised|expanded|condensed|fuller|english|german|french|spanish)[ ,]*)*(?:version|draft|form) of (?:this|the|these) (?:${EN_LOOSE})|(?:the )?original (?:${EN_LOOSE})|the original`,
  signed:
    ',? (?:(?:was|is) )?(?:written )?by [^.;:]{3,60}?,?(?= (?:was|is|were|has|originally|first|appear|and))|,? which',
  first: 'originally|first|initially|previously|earlier|for the first time|already',
  appeared:
    'published|appeared|appears|ran|posted|printed|released|featured|issued|broadcast|aired|shared|carried|run|written|commissioned|hosted|out|seen',
  again:
    're-?published|re-?prints?|re-?printed|re-?posts?|re-?posted|re-?produced|re-?run|re-?blogged|re-?shared|re-?uploaded|syndicated|syndication|cross-?posted|crossposting|cross-?post|cross-?published|(?:an? )?(?:edited |short |brief )?(?:excerpt|extract)|excerpted|extracted|re-?publishing|re-?printing|re-?posting|sharing|adapted|taken|mirrored|copied|licen[sc]ed|borrowed|sourced|drawn|comes(?: to us)?|lifted|excerpts',
  given:
    'provided|supplied|distributed|prepared|created|produced(?: and written)?|written and produced|delivered|contributed|furnished',
  readOriginal:
    '(?:for|to (?:read|see|view|find)) (?:the|its|our) original(?:,? (?:full |complete )?(?:article|story|post|version|piece|essay|column))?(?: of (?:this|the) (?:article|story|post|piece|essay))?|(?:(?:you can |please |click here to |click to |to )?(?:read|view|see|find|visit|access|go to)(?: here)?|link to)(?: the| its| our)? original(?:,? (?:full |complete |unabridged |english )?(?:article|story|post|version|piece|essay|column|blog post|source|publication|interview|here))?|(?:the )?original (?:article|story|post|version|piece|essay|column|blog post)?(?: can be| may be| is)? ?(?:found|read|viewed|seen|accessed|available|located|here)(?: here)?',
  permission:
    '(?:(?:used|published|posted|shared|appears?|printed|run) )?(?:here )?(?:with|by) (?:the )?(?:kind |express |full |written |generous |special )*(?:permission|courtesy|consent)(?: and courtesy)? (?:of|from|by)|by arrangement with|by agreement with|under (?:a )?licen[sc]e from|courtesy(?: of)?|with thanks to|(?:we|our) thanks? to|we thank|thanks to',
  filler:
    "was|were|is|are|has been|had been|has|have|been|be|being|and|here|then|it|that|which|the author|with permission|with the author[’']s permission|by permission|now|kindly|originally and|in full|in part|note:|editor[’']s note:|disclaimer:|update:|guest post|as|we|just|recently|today|yesterday|also shared here",
  when: `(?:on|in|at|from|of|during|back in|the|early|late|mid-?)*\\s*(?:early |late |mid-)?DATE|(?:in|last|this|earlier this|late last|early) (?:(?:early|late|the) )?(?:spring|summer|autumn|fall|winter|year|month|week|weekend)(?: of)?(?: \\d{4})?|online|elsewhere|in (?:the )?(?:original )?LANGUAGE|in (?:an? )?(?:slightly |somewhat |very |more )?(?:different|longer|shorter|edited|abridged|modified|similar|expanded|condensed|earlier) (?:form|version|format)|(?:under|with) the (?:title|headline|name),? ${QUOTED_TITLE}|(?:as|titled|entitled) ${QUOTED_TITLE}|under (?:an? )?(?:creative commons|cc)[^,.;]{0,60}? licen[sc]e`,
  at: 'at|on|in|with|to|for|over at|over on|via|through|visit|see|go to|head to|check out',
  by: 'by',
  source: 'from|of|courtesy of|thanks to|out of',
  issue:
    "(?:the |our |its |an? )?(?:[\\p{L}\\p{N}/.,’'-]+ ){0,5}?(?:issue|edition|number|volume|section|pages|opinion pages|website|web site|blog|site|page|homepage|newsletter) of |(?:issue|volume|vol\\.|no\\.|number|#)\\s?[\\p{N}][\\p{L}\\p{N}/., ()]{0,30}? of |(?:the )?book,? |materials? (?:provided|supplied) by |an? (?:original )?(?:story|piece|post|interview|essay|press release|news release|article|report|statement)(?: originally)?(?: published| posted| issued| released| written)? (?:in|by|from|on|for) ",
}

export const GERMAN: CreditGrammar = {
  work: '(?:dieser|diese|dieses|der (?:obige|vorliegende|folgende)) (?:artikel|beitrag|gastbeitrag|text|kommentar|essay|aufsatz|interview|gespräch|reportage|kolumne|geschichte|recherche|analyse|rezension|meldung|blogbeitrag|blogpost|porträt|auszug|bericht)s?',
  loose:
    '(?:(?:der|die|das|den) (?:artikel|beitrag|gastbeitrag|kommentar|essay|interview|kolumne|reportage|originaltext))|(?:(?:den|diesen|ein|einen|unser) )?(?:original-?)?(?:artikel|beitrag|gastbeitrag|text|kommentar|essay|aufsatz|interview|gespräch|reportage|kolumne|geschichte|recherche|analyse|rezension|meldung|blogbeitrag|blogpost|porträt|bericht)',
  version:
    '(?:eine|die|das) (?:[\\p{L}]+e )?(?:version|fassung|variante) (?:dieses|des|dieser|der) (?:artikels|beitrags|textes|texts|essays|interviews|gesprächs|kommentars|reportage|kolumne|geschichte|recherche|analyse|aufsatzes)|(?:(?:der|das) )?original(?:artikel|text|beitrag)|(?:das|im) original|die originalfassung',
  signed: ' (?:von|über) [^.;:]{3,50}?(?= (?:ist|erschien|wurde|stammt|war))',
  first: 'zuerst|ursprünglich|erstmals|zunächst|als erstes|zum ersten mal|bereits|vorab|im original|original',
  appeared:
    'erschienen|erschien|erscheint|veröffentlicht|publiziert|abgedruckt|gedruckt|gepostet|gesendet|zu lesen|online gestellt|verfasst|veröffentlichen',
  alone: 'erschienen|abgedruckt|erstabdruck|erstveröffentlichung|erstpublikation|erstdruck',
  again:
    'übernommen|übernehmen|nachgedruckt|nachdruck|übernahme|wiederveröffentlichung|wiederveröffentlicht|zweitveröffentlichung|cross-?post(?:ing)?|stammt|entnommen|auszug|vorabdruck|wiedergegeben|reprint|syndiziert',
  given: 'bereitgestellt|produziert|zur verfügung gestellt',
  readOriginal:
    '(?:lesen sie|lies|hier|zum|den|das)?(?: (?:den|das|hier|sie|der|finden))*\\s*original(?:artikel|beitrag|text|fassung)?(?: lesen(?: sie)?| finden sie| gibt es| kann| ist)?(?: hier)?',
  permission:
    '(?:(?:veröffentlicht|abdruck|verwendet|nachdruck) )?(?:hier )?mit (?:freundlicher |der freundlichen |ausdrücklicher |der )?(?:genehmigung|erlaubnis)(?: von| der| des| durch)?|wir danken|unser dank gilt|dank an',
  filler:
    'ist|wurde|war|worden|hier|und|wird|wir|haben|auch hier|sind|mit genehmigung|gastbeitrag|hinweis:|anmerkung:|dort|online',
  when: `(?:am|im|in der|vom|seit|schon)*\\s*DATE|(?:im|in) (?:frühjahr|sommer|herbst|winter|jahr)(?: \\d{4})?|auf LANGUAGE|aus dem LANGUAGE|in (?:leicht )?(?:anderer|gekürzter|längerer|veränderter|ähnlicher|überarbeiteter|englischer) (?:form|fassung|version)|unter dem titel,? ${QUOTED_TITLE}`,
  at: 'in|im|bei|beim|auf|an|am|für',
  by: 'von|vom|durch',
  source: 'von|vom|aus|des',
  issue:
    '(?:der |dem |des )?(?:[\\p{L}\\p{N}/.-]+ ){0,3}?(?:[\\p{L}]*ausgabe|heft|nummer|nr\\.)(?: [\\d][\\d/]*)?(?: (?:der|des|von|vom))? |(?:dem |das )?buch ',
}
