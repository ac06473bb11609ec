import type { LabelKind, Notice } from './source.ts'

// What a text calls itself. Three kinds of evidence, each judged by its whole line: a label of its own (above or below
// the title), the beginning or end of the title, and a sentence about "this article". A mere word in the story is none.

/** Whole labels. The same words in a site's menu say nothing: the caller gives only lines beside the title. */
const LABELS: Readonly<Record<LabelKind, RegExp>> = {
  opinion: labelPattern(
    'opinions?|op-?ed|opinion piece|guest (?:opinion|essay|column|commentary)|commentary|comment|editorials?|leading article|viewpoint|perspective|columns?|letters? to the editor|kommentar|meinung|leitartikel|kolumne|gastbeitrag|glosse|opinión|tribuna|columna|carta al director|tribune|chronique|éditorial|opinie|commentaar|opinione|opinioni|commento|editoriale|opinião|coluna|editorial|debatt|ledare|krönika|leder|kronik|felieton|komentarz|opinia|мнение|мнения|колонка|görüş|köşe yazısı|社説|オピニオン|コラム|评论|評論|社论|社論|رأي|مقال رأي|사설|칼럼',
  ),
  satire: labelPattern(
    'satire|parody|satirical news|satira|sátira|satyra|сатира|hiciv|mizah|風刺|讽刺|सैटायर|سخرية|풍자',
  ),
  advertising: labelPattern(
    'sponsored (?:content|post|article|story|feature)|advertorial|paid (?:content|post|partnership|promotion)|paid for by .{2,60}|partner(?:ed)? content|content from our (?:partner|sponsor)s?|branded content|brand(?:ed)? ?studio|promoted (?:content|post|story)|advertisement feature|advertiser content|in (?:paid )?partnership with .{2,60}|(?:presented|brought to you) by .{2,60}|sponsored by .{2,60}|native advertising|bezahlter inhalt|gesponserte?r? (?:inhalt|beitrag|artikel)|sponsored|publireportage|werbebeitrag|anzeigen-?sonderveröffentlichung|contenu (?:sponsorisé|partenaire)|article sponsorisé|publi-?rédactionnel|publirreportaje|contenido (?:patrocinado|publicitario|de marca)|contenuto sponsorizzato|publiredazionale|conteúdo (?:patrocinado|publicitário)|publieditorial|gesponsorde? (?:inhoud|artikel)|annonssamarbete|i samarbete med .{2,60}|annonsørinnhold|betalt innhold|materiał (?:sponsorowany|partnera)|artykuł sponsorowany|на правах рекламы|партн[её]рский материал|sponsorlu içerik|advertorial içerik|PR記事|タイアップ記事|记?者?广告内容|محتوى مدفوع|محتوى برعاية',
  ),
  'press-release': labelPattern(
    'press releases?|news releases?|media releases?|for immediate release|pressemitteilung|presseaussendung|medienmitteilung|communiqués? de presse|comunicados? de prensa|nota de prensa|comunicat[oi] stampa|comunicado de imprensa|nota à imprensa|persbericht|pressmeddelande|pressemeddelelse|pressemelding|informacja prasowa|komunikat prasowy|пресс-релиз|basın (?:bülteni|açıklaması)|プレスリリース|報道発表(?:資料)?|新闻稿|新聞稿|بيان صحفي|보도자료',
  ),
  preprint: labelPattern(
    'pre-?prints?|not peer[ -]reviewed|this is a preprint|プレプリント|预印本|препринт|prepublicación',
  ),
  'live-blog': labelPattern(
    'live(?: blog| updates?| ticker| coverage| news)?|liveblog|live-?ticker|newsblog|as it happened|en direct|en vivo|en directo|minuto a minuto|diretta|in diretta|ao vivo|minuto a minuto|liveverslag|direkt|liverapport|na żywo|relacja na żywo|онлайн|текстовая трансляция|canlı(?: anlatım| yayın)?|ライブ|速報|直播|مباشر|تغطية مباشرة',
  ),
}

/** What stands before a colon or bar at the start of a title, or behind one at its end. */
const TITLE_LABEL: Readonly<Partial<Record<LabelKind, RegExp>>> = {
  opinion:
    /^(?:opinion|op-?ed|editorial|commentary|kommentar|meinung|leitartikel|kolumne|opinión|tribuna|tribune|opinie|opinione|opinião|debatt|ledare|felieton|мнение|görüş|社説)\s*[:|–—-]\s*\S|\S\s+[|–—-]\s+(?:opinion|op-?ed|editorial|commentary|kommentar|meinung|opinión|opinie|opinião)$|\((?:opinion|op-?ed)\)$/iu,
  satire: /^(?:satire|parody)\s*[:|–—-]\s*\S|\S\s*[([|–—-]\s*(?:satire|parody)[)\]]?$/iu,
  advertising:
    /^(?:sponsored|advertorial|\[ad\]|anzeige)\s*[:|–—-]\s*\S|[([](?:sponsored|advertorial|anzeige|ad)[)\]]$/iu,
  'press-release': /^(?:press|news|media) release\s*[:|–—-]\s*\S|^pressemitteilung\s*[:|–—-]\s*\S/iu,
  'live-blog':
    /^live(?: updates?| blog)?\s*[:|–—-]\s*\S|\S\s*[:|–—-]\s*(?:live(?: updates?| blog)?|as it happened|liveblog|en direct|en vivo)$|(?<!\p{L})(?:live updates|liveblog|liveticker)(?!\p{L})/iu,
}

const ABOUT_THIS =
  '(?:this|the (?:above|preceding|following)) (?:article|story|piece|post|essay|column|text|content|page|site|website|publication)'
/** Sentences in which the page speaks about itself; they stand below an article as often as above it. */
const NOTES: Readonly<Record<LabelKind, RegExp>> = {
  opinion: new RegExp(
    `${ABOUT_THIS} (?:is|was) (?:an? )?(?:opinion|op-?ed|commentary|editorial)|(?:views|opinions) expressed (?:in ${ABOUT_THIS}|here|above|in this \\p{L}+)?.{0,20}(?:are|belong|remain|do not)|(?:is|are) (?:an? )?(?:guest|opinion) (?:columnist|contributor|writer)s? (?:for|at)|dieser (?:beitrag|text|artikel) ist ein (?:kommentar|meinungsbeitrag|gastbeitrag)|gibt (?:die|allein die) meinung|les (?:opinions|propos) exprim|las opiniones (?:expresadas|vertidas)|le opinioni espresse|as opiniões expressas`,
    'iu',
  ),
  satire: new RegExp(
    `${ABOUT_THIS} (?:is|are|was|contains?) (?:a )?(?:work of )?(?:satire|satirical|parody|humou?r and satire|fictional and satirical)|(?:dieser|diese) (?:beitrag|artikel|text|seite|website) ist (?:eine? )?satir|(?:cet article|ce site) est (?:satirique|parodique|une parodie)|este (?:sitio|artículo|medio) es satírico|questo (?:sito|articolo) è satirico`,
    'iu',
  ),
  advertising: new RegExp(
    `${ABOUT_THIS} (?:is|was|has been) (?:an? )?(?:sponsored|paid (?:for|advertis)|advertorial|advertisement|produced (?:by|for|in partnership with) .{0,40}(?:sponsor|advertis|brand))|(?:article|post|content|story) (?:is )?(?:sponsored|paid for|presented|brought to you) by|(?:created|written|produced) by .{0,40}(?:on behalf of|for) (?:an? |our )?(?:advertiser|sponsor|client)|newsroom (?:was|is) not involved|dieser (?:beitrag|artikel|text) (?:ist|wurde) (?:eine anzeige|gesponsert|bezahlt)|(?:contenu|article) (?:proposé|sponsorisé|financé) par|(?:contenido|artículo) patrocinado por|(?:contenuto|articolo) sponsorizzato da`,
    'iu',
  ),
  'press-release':
    /\/PRNewswire\/|\(?BUSINESS WIRE\)|\(?GLOBE NEWSWIRE\)|\/?ACCESSWIRE\/|\(ots\)|^(?:ots\/|EQS-(?:News|Adhoc|Corporate))|^FOR IMMEDIATE RELEASE|view source version on businesswire|^media contacts?\s*:|^press contacts?\s*:|^pressekontakt\s*:|^contacts? presse\s*:|^contacto de prensa\s*:/iu,
  preprint:
    /(?<!\p{L})preprint\b.{0,120}(?:not|yet|without).{0,40}peer[- ]?review|not (?:yet )?(?:been )?(?:certified by )?peer[- ]?review.{0,120}(?<!\p{L})preprint|^(?:bioRxiv|medRxiv|arXiv|SSRN|Research Square|PsyArXiv|ChemRxiv|OSF) preprint|^arXiv:\d{4}\.\d{4,5}|this preprint (?:article |research paper )?has not/iu,
  'live-blog':
    /^(?:this|our) live (?:blog|coverage) (?:is|has|will)|follow (?:our )?live (?:updates|blog)|this blog (?:is|has) (?:now )?clos|^live (?:reporting|updates) by/iu,
}

const SENTENCES: Readonly<Record<LabelKind, string>> = {
  opinion: 'opinion',
  satire: 'satire',
  advertising: 'advertising',
  'press-release': 'a press release',
  preprint: 'a preprint',
  'live-blog': 'a live blog',
}

const KINDS = Object.keys(SENTENCES) as LabelKind[]
const LONGEST_LABEL = 80
const LONGEST_NOTE = 600

/** What a line that stands alone beside a title calls the text, null for any other line. */
export const labelOfLine = (line: string): LabelKind | null =>
  line.length > LONGEST_LABEL ? null : (KINDS.find((kind) => LABELS[kind].test(line.trim())) ?? null)

export const labelOfTitle = (title: string): LabelKind | null =>
  KINDS.find((kind) => TITLE_LABEL[kind]?.test(title) === true) ?? null

/** What a sentence about the text calls it. `line` is a whole paragraph; the sentence may stand anywhere in it. */
export const labelOfNote = (line: string): LabelKind | null =>
  line.length > LONGEST_NOTE ? null : (KINDS.find((kind) => NOTES[kind].test(line)) ?? null)

/** Says that the page calls itself so; `evidence` are its own words. */
export const labelled = (kind: LabelKind, evidence: string): Notice => ({
  code: 'labelled',
  kind,
  message: `The page calls itself ${SENTENCES[kind]}.`,
  evidence: [evidence.slice(0, 300)],
})

/** Whole line, letters of both sizes, with what design puts around a label. */
function labelPattern(words: string): RegExp {
  return new RegExp(`^[\\s|•·/[(]*(?:${words})[\\s|•·/:\\])]*$`, 'iu')
}
