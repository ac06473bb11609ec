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
  readonly from: string
  /** "the April issue of", after `at` or `from`. */
  readonly issue?: string
  /** Names have lower-case words: "La vie des idées", "Портовый вестник". */
  readonly lowerCaseNames?: true
}

const QUOTED_TITLE = '["“„«‘»][^"”“»«’]{1,120}["”“»«’]'
const EN_WORK =
  'article|story|post|blog ?post|piece|column|essay|op-?ed|commentary|interview|review|editorial|feature|investigation|profile|explainer|dispatch|transcript|recipe|press release|news release|q&a|(?:news |opinion |feature |guest |blog |original |special |short |photo )(?:article|story|post|piece|column|essay|report|analysis)'
const EN_LOOSE = `${EN_WORK}|report|analysis|text|content|material|item|version|reporting|work|coverage|news|copy|poem|chapter|page|paper`

export const ENGLISH: CreditGrammar = {
  work: `(?:this|these|the (?:above|preceding|foregoing|following)) (?:${EN_WORK}|excerpt|extract)s?(?: above| below)?`,
  loose: `(?:(?:his|her|their|my|(?:[\\p{L}.-]+ ){0,2}[\\p{L}-]+[’']s) (?:${EN_WORK})s?)|(?:(?:this|these|our|an?) )?(?:above |following |preceding )?(?:${EN_LOOSE})s?(?: above| below)?|the (?:above |following |preceding )?(?:${EN_WORK})s?(?: above| below)?|this|the above|the following`,
  version: `(?:an?|the) (?:(?:slightly|much|very|somewhat|earlier|original|longer|shorter|different|previous|prior|similar|first|abridged|edited|extended|modified|revised|expanded|condensed|fuller|english|german|french|spanish)[ ,]*)*(?:version|draft|form) of (?:this|the|these) (?:${EN_LOOSE})|the original (?:${EN_LOOSE})|the original`,
  signed: ',? (?:(?:was|is) )?(?:written )?by [^.;:]{3,60}?,?(?= (?:was|is|were|has|originally|first|appear|and))|,? which',
  first: 'originally|first|initially|previously|earlier|for the first time|already',
  appeared:
    'published|appeared|appears|ran|posted|printed|released|featured|issued|broadcast|aired|shared|carried|run|written|commissioned|produced|prepared|hosted|out|seen',
  again:
    're-?published|re-?prints?|re-?printed|re-?posts?|re-?posted|re-?produced|re-?run|re-?blogged|re-?shared|re-?uploaded|syndicated|syndication|cross-?posted|crossposting|cross-?post|cross-?published|(?:an? )?(?:edited |short |brief )?(?:excerpt|extract)|excerpted|extracted|re-?publishing|re-?printing|re-?posting|sharing|adapted|taken|mirrored|copied|licen[sc]ed|borrowed|sourced|drawn|comes(?: to us)?|lifted|excerpts',
  given: 'provided|supplied|distributed|produced(?: and written)?|written and produced|delivered|contributed|furnished',
  readOriginal:
    '(?:for|to (?:read|see|view|find)) (?:the|its|our) original(?:,? (?:full |complete )?(?:article|story|post|version|piece|essay|column))?(?: of (?:this|the) (?:article|story|post|piece|essay))?|(?:(?:you can |please |click here to |click to |to )?(?:read|view|see|find|visit|access|go to)(?: here)?|link to)(?: the| its| our)? original(?:,? (?:full |complete |unabridged |english )?(?:article|story|post|version|piece|essay|column|blog post|source|publication|interview|here))?|(?:the )?original (?:article|story|post|version|piece|essay|column|blog post)?(?: can be| may be| is)? ?(?:found|read|viewed|seen|accessed|available|located|here)(?: here)?',
  permission:
    '(?:(?:used|published|posted|shared|appears?|printed|run) )?(?:here )?(?:with|by) (?:the )?(?:kind |express |full |written |generous |special )*(?:permission|courtesy|consent)(?: and courtesy)? (?:of|from|by)|by arrangement with|by agreement with|under (?:a )?licen[sc]e from|courtesy(?: of)?|with thanks to|(?:we|our) thanks? to|we thank|thanks to',
  filler:
    'was|were|is|are|has been|had been|has|have|been|be|being|and|here|then|it|that|which|the author|with permission|with the author[’\']s permission|by permission|now|kindly|originally and|in full|in part|note:|editor[’\']s note:|disclaimer:|update:|guest post|as|we|just|recently|today|yesterday|also shared here',
  when: `(?:on|in|at|from|of|during|back in|the|early|late|mid-?)*\\s*(?:early |late |mid-)?DATE|(?:in|last|this|earlier this|late last|early) (?:(?:early|late|the) )?(?:spring|summer|autumn|fall|winter|year|month|week|weekend)(?: of)?(?: \\d{4})?|online|elsewhere|in (?:the )?(?:original )?LANGUAGE|in (?:an? )?(?:slightly |somewhat |very |more )?(?:different|longer|shorter|edited|abridged|modified|similar|expanded|condensed|earlier) (?:form|version|format)|(?:under|with) the (?:title|headline|name),? ${QUOTED_TITLE}|(?:as|titled|entitled) ${QUOTED_TITLE}|under (?:an? )?(?:creative commons|cc)[^,.;]{0,60}? licen[sc]e`,
  at: 'at|on|in|with|to|for|over at|over on|via|through|visit|see|go to|head to|check out',
  by: 'by',
  from: 'from|of|courtesy of|thanks to|out of',
  issue:
    '(?:the |our |its |an? )?(?:[\\p{L}\\p{N}/.,’\'-]+ ){0,5}?(?:issue|edition|number|volume|section|pages|opinion pages|website|web site|blog|site|page|homepage|newsletter) of |(?:issue|volume|vol\\.|no\\.|number|#)\\s?[\\p{N}][\\p{L}\\p{N}/., ()]{0,30}? of |(?:the )?book,? |materials? (?:provided|supplied) by |an? (?:original )?(?:story|piece|post|interview|essay|press release|news release|article|report|statement)(?: originally)?(?: published| posted| issued| released| written)? (?:in|by|from|on|for) ',
}

export const GERMAN: CreditGrammar = {
  work: '(?:dieser|diese|dieses|der (?:obige|vorliegende|folgende)) (?:artikel|beitrag|gastbeitrag|text|kommentar|essay|aufsatz|interview|gespräch|reportage|kolumne|geschichte|recherche|analyse|rezension|meldung|blogbeitrag|blogpost|porträt|auszug|bericht)s?',
  loose:
    '(?:(?:der|die|das|den) (?:artikel|beitrag|gastbeitrag|kommentar|essay|interview|kolumne|reportage|originaltext))|(?:(?:den|diesen|ein|einen|unser) )?(?:original-?)?(?:artikel|beitrag|gastbeitrag|text|kommentar|essay|aufsatz|interview|gespräch|reportage|kolumne|geschichte|recherche|analyse|rezension|meldung|blogbeitrag|blogpost|porträt|bericht)',
  version:
    '(?:eine|die|das) (?:\\p{L}+e )?(?:version|fassung|variante) (?:dieses|des|dieser|der) (?:artikels|beitrags|textes|texts|essays|interviews|gesprächs|kommentars|reportage|kolumne|geschichte|recherche|analyse|aufsatzes)|(?:das|der|im) original(?:artikel|text|beitrag|fassung)?|die originalfassung',
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
  from: 'von|vom|aus|des',
  issue:
    '(?:der |dem |des )?(?:[\\p{L}\\p{N}/.-]+ ){0,3}?(?:\\p{L}*ausgabe|heft|nummer|nr\\.)(?: [\\d][\\d/]*)?(?: (?:der|des|von|vom))? |(?:dem |das )?buch ',
}

export const FRENCH: CreditGrammar = {
  work: '(?:cet|cette|ce|le présent|les) (?:article|texte|tribune|entretien|interview|reportage|enquête|billet|chronique|analyse|récit|papier|récit|éditorial|recension|dossier|témoignage|contenu)',
  loose:
    '(?:(?:l[’\']|un |une |le |la )\\s?)?(?:article|texte|tribune|entretien|interview|reportage|enquête|billet|chronique|analyse|récit|papier|éditorial|contenu|dépêche)',
  version:
    '(?:une|la) (?:première |précédente )?version (?:\\p{L}+ )?(?:de cet|de ce|de cette|du|de l[’\']) ?(?:article|texte|tribune|entretien|billet|enquête|reportage)|l[’\'](?:article )?original|la version originale',
  signed: ' (?:de|d[’\']|signée? par|par|écrit par) ?[^.;:]{3,50}?(?= (?:a|est|fut|paru))',
  first:
    'initialement|d[’\']abord|originellement|à l[’\']origine|pour la première fois|originalement|en premier|en premier lieu|préalablement|précédemment',
  appeared: '(?:publi|diffus|post|imprim)ée?s?|parue?s?|est paru|apparu|mise? en ligne|rédigée?|écrite?',
  alone: 'parue?s?',
  again:
    'reprise?s?|republiée?s?|reproduite?s?|republication|extraite?s?|tirée?s?|repostée?|rediffusée?|emprunté|traduite?s?|provient',
  given: 'proposée?|fournie?|produite?',
  readOriginal:
    '(?:lire|lisez|voir|consulter|retrouve[rz]|accéder à)(?: ici)? l[’\'](?:article|entretien|original)(?: original| d[’\']origine)?|(?:la version|le texte|l[’\']article) originale?(?: est| peut être)?(?: disponible| lue?| à lire| consultable)?',
  permission:
    '(?:(?:publié|reproduit) )?(?:ici )?avec (?:l[’\'](?:aimable |accord|autorisation)|la permission|l[’\']accord|la)(?:autorisation|accord|permission|courtoisie)?(?: de| du| d[’\'])?|par courtoisie de',
  filler: 'a|été|est|fut|ont|sont|et|ici|ont été|il|qui|en ligne|note :|nous|avec autorisation',
  when: `(?:le|en|du|au mois de|dès)*\\s*DATE|en (?:langue )?LANGUAGE|sous le titre,? ${QUOTED_TITLE}|dans une version (?:légèrement )?(?:différente|abrégée|longue|plus longue)|l[’']an dernier|sous licence[^,.;]{0,40}?(?=,| par| dans| sur)`,
  at: 'dans|sur|chez|en|au|aux|à|pour',
  by: 'par',
  from: 'de|du|des|depuis|d[’\']après|à partir de|à partir du',
  issue:
    '(?:le |l[’\'])?(?:numéro|édition|livraison|n°)(?: [^ ,.;]+){0,4}? (?:de la |de l[’\']|de |du |d[’\'])|le site (?:internet |web )?(?:de la |de l[’\']|de |du |d[’\'])|le blog (?:de la |de |du )|les colonnes (?:de |du |des )',
  lowerCaseNames: true,
}

export const SPANISH: CreditGrammar = {
  work: '(?:este|esta|el presente|la presente) (?:artículo|texto|nota|reportaje|entrevista|columna|crónica|historia|ensayo|análisis|publicación|contenido|investigación|noticia|post|editorial|trabajo)(?: periodístic[oa])?',
  loose:
    '(?:(?:el|la|un|una) )?(?:artículo|texto|nota|reportaje|entrevista|columna|crónica|historia|ensayo|análisis|publicación|contenido|investigación|noticia|post)',
  version:
    '(?:una|la) (?:primera |anterior )?versi[óo]n (?:\\p{L}+ )?(?:de este|de esta|del) (?:artículo|texto|reportaje|nota|columna|ensayo|entrevista|historia)|el (?:artículo |texto )?original|la versión original',
  signed: ' (?:de|escrit[oa] por|por) [^.;:]{3,50}?(?= (?:fue|se|ha|apareció))',
  first:
    'originalmente|originariamente|por primera vez|primero|primeramente|inicialmente|en primer lugar|previamente|anteriormente|en un principio',
  appeared: 'publicad[oa]s?|publicó|apareció|aparecid[oa]|difundid[oa]|salió|emitid[oa]|editad[oa]',
  again:
    'tomad[oa]s?|reproducid[oa]s?|republicad[oa]s?|extraíd[oa]s?|traducid[oa]s?|retomad[oa]s?|compartid[oa]|cedid[oa]|replicad[oa]|procede|proviene',
  given: 'producid[oa]|proporcionad[oa]|elaborad[oa]|facilitad[oa]',
  readOriginal:
    '(?:lea|leer|lee|ver|vea|consulte|puede leer|puedes leer|acceder a)(?: aquí)? (?:el |la )?(?:artículo|nota|texto|publicación|entrevista|historia|versión)? ?original',
  permission:
    '(?:(?:publicad[oa]|reproducid[oa]) )?(?:aquí )?(?:con (?:la |el )?(?:debida )?(?:autorización|permiso|consentimiento)(?: expres[oa])?|por cortesía|cortesía|por gentileza|gentileza)(?: de(?:l)?)?',
  filler: 'fue|se|ha sido|es|y|aquí|ha|sido|está|han|nota:|aquí con|lo|con autorización|con permiso',
  when: `(?:el|en|del|de|en el)*\\s*DATE|en LANGUAGE|en (?:el )?(?:año )?\\d{4}|bajo el título(?: de)?,? ${QUOTED_TITLE}|en una versión (?:distinta|abreviada|más larga)|bajo licencia[^,.;]{0,40}?(?=,| por| en)`,
  at: 'en|para',
  by: 'por',
  from: 'de|del|desde',
  issue:
    '(?:el |la )(?:número|edición)(?: [^ ,.;]+){0,4}? (?:de la |del |de )|(?:el sitio(?: web)?|la página(?: web)?|la web|el blog|el portal) (?:de la |del |de )',
  lowerCaseNames: true,
}

export const ITALIAN: CreditGrammar = {
  work: '(?:quest[’\']|questo |questa |il presente |la presente )(?:articolo|testo|intervista|inchiesta|reportage|pezzo|saggio|racconto|editoriale|analisi|recensione|post|contributo|contenuto)',
  loose:
    '(?:(?:l[’\']|il |la |un |un[’\'])\\s?)?(?:articolo|testo|intervista|inchiesta|reportage|pezzo|saggio|racconto|analisi|recensione|post|contributo|contenuto)',
  version:
    '(?:una|la) (?:prima |precedente )?versione (?:\\p{L}+ )?(?:di quest[’\']|di questo|di questa|dell[’\']|del) ?(?:articolo|testo|intervista|pezzo|saggio|inchiesta)|l[’\'](?:articolo )?originale|la versione originale',
  signed: ' di [^.;:]{3,50}?(?= (?:è|apparso|pubblicato))',
  first:
    'originariamente|originalmente|in origine|per la prima volta|inizialmente|prima|per primo|precedentemente|già',
  appeared: 'pubblicat[oa]|apparsa|apparso|uscit[oa]|pubblicazione|compars[oa]|diffus[oa]',
  alone: 'apparso|apparsa|uscit[oa]',
  again:
    'tratt[oa]|ripres[oa]|ripubblicat[oa]|riprodott[oa]|estratt[oa]|ripostat[oa]|proviene',
  given: 'prodott[oa]|fornit[oa]|realizzat[oa]',
  readOriginal:
    '(?:leggi|leggere|vai a|vedi)(?: qui)? (?:l[’\']|il |la )?(?:articolo|testo|versione|post|intervista)? ?originale',
  permission:
    '(?:(?:pubblicato|riprodotto) )?(?:qui )?(?:per gentile concessione|con il permesso|con l[’\']autorizzazione|su autorizzazione|per cortesia|si ringrazia)(?: di| del| della| dell[’\'])?',
  filler: 'è|stat[oa]|è stat[oa]|e|qui|viene|sono|anche qui|nota:',
  when: `(?:il|nel|del|in data|a)*\\s*DATE|in (?:lingua )?LANGUAGE|con il titolo,? ${QUOTED_TITLE}|in (?:una )?(?:forma|versione) (?:leggermente )?(?:diversa|ridotta|più lunga)`,
  at: 'su|sul|sulla|sullo|sull[’\']|in|nel|nella|nello|nell[’\']|presso|per',
  by: 'da|dal|dalla|dallo|dall[’\']',
  from: 'da|dal|dalla|dallo|dall[’\']|di|del|della|dell[’\']',
  issue:
    '(?:il |l[’\'])?(?:numero|edizione)(?: [^ ,.;]+){0,4}? (?:di |del |della |dell[’\'])|(?:sito(?: web)?|blog) (?:di |del |della |dell[’\'])|(?:libro|volume) ',
  lowerCaseNames: true,
}

export const PORTUGUESE: CreditGrammar = {
  work: '(?:este|esta|esse|essa|o presente|a presente) (?:artigo|texto|reportagem|entrevista|coluna|matéria|crónica|crônica|ensaio|análise|notícia|conteúdo|post|história|publicação|peça)',
  loose:
    '(?:(?:o|a|um|uma) )?(?:artigo|texto|reportagem|entrevista|coluna|matéria|crónica|crônica|ensaio|análise|notícia|conteúdo|post|história)',
  version:
    '(?:uma|a) (?:primeira )?versão (?:\\p{L}+ )?(?:deste|desta|do) (?:artigo|texto|ensaio|reportagem)|o (?:artigo |texto )?original|a versão original',
  signed: ' (?:de|escrit[oa] por|por) [^.;:]{3,50}?(?= (?:foi|saiu|apareceu))',
  first: 'originalmente|pela primeira vez|primeiro|primeiramente|inicialmente|em primeira mão|anteriormente|originariamente',
  appeared: 'publicad[oa]s?|apareceu|saiu|publicou-se|divulgad[oa]|veiculad[oa]|editad[oa]',
  again:
    'reproduzid[oa]s?|republicad[oa]s?|extraíd[oa]s?|retirad[oa]s?|traduzid[oa]s?|tirad[oa]|cedid[oa]|compartilhad[oa]',
  given: 'produzid[oa]|fornecid[oa]|elaborad[oa]',
  readOriginal:
    '(?:leia|ler|veja|ver|acesse|aceda a|confira)(?: aqui)? (?:o |a )?(?:artigo|texto|matéria|reportagem|publicação|versão)? ?original',
  permission:
    '(?:(?:publicad[oa]|reproduzid[oa]) )?(?:aqui )?(?:com (?:a )?(?:devida )?(?:autorização|permissão)|por cortesia|cortesia|por gentileza)(?: d[eoa]s?)?',
  filler: 'foi|é|e|aqui|se|está|ser|sido|tem|nota:',
  when: `(?:em|no dia|a|de|n[oa])*\\s*DATE|em LANGUAGE|(?:com|sob) o título(?: de)?,? ${QUOTED_TITLE}|sob licença[^,.;]{0,40}?(?=,| por| em| no)`,
  at: 'em|no|na|nos|nas|para',
  by: 'por|pelo|pela|pelos|pelas',
  from: 'de|do|da|dos|das',
  issue:
    '(?:(?:a |o )?(?:edição|número)(?: [^ ,.;]+){0,4}? (?:de |da |do ))|(?:site|blog|portal|página) (?:de |da |do )',
  lowerCaseNames: true,
}
