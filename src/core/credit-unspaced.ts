import type { CreditedName } from './credit-name.ts'

// Languages whose names carry no capital or whose cases are endings, so that they are read by frames of their own.

/** A name up to the mark or word that ends it, without the quotation marks around it. */
const MARKED =
  '[「『《〈“"«]?(?<name>[^、。，,：:；;「」『』《》〈〉“”"«»（）()\\[\\]【】！!？?\\n]{2,40}?)[」』》〉”"»]?'
const JA_WORK =
  '(?:この|本|当)(?:記事|稿|文章|コラム|インタビュー|ニュース|文|レポート|寄稿|論考|エッセイ|投稿)'
const ZH_WORK =
  '(?:本文|此文|该文|该文章|本篇(?:文章)?|这篇文章|文章|本報道|本报道|原文|本稿|全文|以上内容|以上文章|內容)'
const KO_WORK = '(?:이|본|해당) ?(?:기사|글|칼럼|인터뷰|기고문|원고|콘텐츠|보도)(?:는|은)'
const TR_WORK =
  '(?:[Bb]u (?:yazı|makale|haber|metin|röportaj|söyleşi|içerik|analiz|köşe yazısı|deneme)|[Yy]azı|[Mm]akale|[Hh]aber)(?:nın|nin|ın|in)?(?: (?:ilk hali|aslı|orijinali|özgün hali))?'
const TR_NAME = '[“"‘]?(?<name>\\p{Lu}[\\p{L}\\p{M}\\p{N}.& -]{1,50}?)[”"]?'
const AR_WORK =
  '(?:هذا|هذه|ذلك)? ?(?:ال)?(?:مقال|مقالة|تقرير|نص|خبر|موضوع|حوار|مقابلة|قصة|تحقيق|تدوينة|مادة)(?:ة)?(?: الأصلي| الأصلية)?'
const AR_FIRST = '(?:أولا|أول مرة|لأول مرة|للمرة الأولى|في الأصل|أصلا|بداية|سابقا|مسبقا|من قبل)'
const AR_NAME = '[«"“(]?(?<name>[^.,،؛:()«»"“”\\n]{2,40}?)[»"”)]?'
const AR_AFTER =
  '(?=[.,،؛:]|\\s*$| (?:بتاريخ|يوم|بعنوان|بموجب|بإذن|باللغة|في \\d|عام|و?(?:أعيد|يعاد|نعيد)|تحت|بترخيص|وفق))'
const DAY = '(?:\\d{4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}[日号])?'

const FRAMES: readonly RegExp[] = [
  // この記事は X に最初に掲載された / X からの転載です / X が配信
  `^[※＊*注：(（\\s]*${JA_WORK}(?:は|の|も)、?(?:もともと|元々|最初は?|初め|もとは)?(?:に|、)?(?:${DAY}に?)?(?:(?:新聞|雑誌|ニュースサイト|ウェブサイト|ウェブメディア|サイト|週刊誌|月刊誌|通信社)の?)?${MARKED}(?:の?${DAY}(?:号|付|版)?)?(?:に|で|が|から|より|の許可|の許諾|の提供|誌上|との|の承諾)[^。]{0,40}?(?:最初|初出|掲載|公開|転載|配信|提供|発表|許可|許諾|翻訳|抜粋|再録)`,
  `^[※＊*(（\\s]*${MARKED}(?:${DAY}(?:号|付|版)?)?(?:より|から)(?:の)?(?:許可を得て)?(?:転載|引用|抜粋|再録)[^。]{0,12}[。)）]?$`,
  `^[※＊*(（\\s]*(?:初出|転載元|引用元|元記事|配信元|提供元|記事提供|情報提供|提供|原文|オリジナル記事|出典元|掲載元)\\s?[:：=＝／/]\\s?${MARKED}(?:\\d{4}年.*|${DAY}|[、。，,（(\\s].*)?$`,
  // 本文转载自X / 本文首发于X / 本文由X授权转载
  `^[（(【\\[*※\\s]*(?:${ZH_WORK})?[，,]?(?:系|是|已|最初|最早|原|首先|经授权|經授權)?(?:转载自|轉載自|转自|轉自|转载于|首发于|首發於|首发|首發在|首发在|首次发表于|首次刊登于|首次刊登於|最初发表于|最初刊登于|发表于|原载于|原載於|原载|原載|原刊于|刊登于|刊载于|刊载于|刊于|刊於|选自|選自|摘自|来源于|來源於|节选自|编译自|譯自|译自|摘编自|授权转载自)[:：]?\\s?(?:(?:微信)?公众号|微信公众号|网站|网|《|杂志|报纸)?[:：]?\\s?${MARKED}(?:网站|(?:${DAY})?(?:第.{1,6}期)?)(?:[，,。.；;）)】\\]（(\\s].*)?$`,
  `^[（(【\\[*※\\s]*${ZH_WORK}[，,]?(?:最初|首先|原|是|系|已|经)?(?:由|经|獲|获|得到)\\s?${MARKED}(?:网站)?(?:首发|首發|首次|授权|授權|提供|最初|刊发|刊發|发布|發布|发表|發表|许可|出品)[^。]{0,30}[。)）】]?.{0,40}$`,
  `^[（(【\\[*※\\s]*(?:转载自|轉載自|转自|轉自|文章来源|文章來源|原文来源|原文出处|原文出處|稿源|稿件来源|原载|首发|首發|出处|出處|转载来源|內容來源|内容来源|原标题来源)\\s?[:：|｜]\\s?${MARKED}(?:[，,。；;）)】\\]（(\\s].*)?$`,
  // 이 기사는 X에 처음 게재됐다
  `^[※*(\\[\\s]*${KO_WORK} (?:원래 |애초 |본래 |처음 |\\d.{0,12}일 ?(?:자)? ?)?[‘'“"「『<《]?(?<name>[\\p{L}\\p{N}][^.,:;()“”‘’'"「」<>《》\\n]{1,30}?)[’'”"」』>》]?(?:에서|에|의|이|가|와|로부터|측)(?: [^.]{0,20})?\\s?(?:처음|최초|먼저|게재|실린|실렸|전재|제공|허가|보도|발표|공개|옮긴|옮겨|작성|동의|제휴)`,
  `^[※*(\\[\\s]*(?:원문|원문 ?출처|원문 ?기사|기사 ?제공|기사 ?출처|자료 ?제공|제공|전재)\\s?[:：=]\\s?(?<name>[^.,;()\\n]{2,40})[.)\\]]?$`,
  // Bu yazı ilk olarak X'te yayımlandı / X'ten alınmıştır
  `^[\\s*(\\[]*(?:${TR_WORK}\\s*,?\\s*)?(?:[iİ]lk (?:olarak|kez|defa|önce|kez olarak)|[Oo]rijinal olarak|[Dd]aha önce|[Aa]slen|[Öö]nce)\\s*,?\\s*(?:\\d{1,2} \\p{L}+(?: \\d{4})?[’']?(?:n?d[ae]|t[ae])?(?: tarihinde| günü)?\\s|\\d{4}[’'](?:n?d[ae]|t[ae])\\s|\\d{4} yılında\\s)?${TR_NAME}(?:[’']?(?:n?d[ae]|n?t[ae]|s[ıi]nd[ae])|\\s(?:dergisinde|gazetesinde|sitesinde|tarafından|internet sitesinde|web sitesinde))\\s(?:[^.]{0,30}?)?(?:yayım|yayın|çık|yer al|basıl)`,
  `^[\\s*(\\[]*${TR_WORK}\\s*,?\\s*${TR_NAME}(?:[’']?(?:n?d[ae]|n?t[ae]|s[ıi]nd[ae])|\\s(?:dergisinde|gazetesinde|sitesinde|tarafından))\\s(?:[iİ]lk|daha önce|\\d)[^.]{0,40}?(?:yayım|yayın|çık|yer al|basıl)`,
  `^[\\s*(\\[]*(?:${TR_WORK}\\s*,?\\s*)?${TR_NAME}[’']?(?:n?d[ae]n|n?t[ae]n)\\s(?:(?:izin|izniyle|kısaltılarak|çevrilerek)[^.]{0,20})?(?:alın|alıntı|çevril|aktarıl|derlen)`,
  `^[\\s*(\\[]*${TR_NAME}(?:[’']?(?:n?[ıiuü]n|s[ıi]n[ıi]n))\\s(?:izniyle|nazik izniyle)`,
  // نُشر هذا المقال أولاً في X
  `^[\\s*(\\[]*(?:تم نشر|نشر|نشرت|ظهر|ظهرت|صدر|صدرت|كتب) ${AR_WORK} ?(?:${AR_FIRST} )?(?:في|على|من قبل|عبر|بواسطة|لدى|ب)(?: (?:موقع|صحيفة|مجلة|جريدة(?= \\p{L}+ \\p{L})|مدونة|وكالة|منصة))? ${AR_NAME}(?: ${AR_FIRST})?${AR_AFTER}`,
  `^[\\s*(\\[]*${AR_WORK} (?:تم نشره|تم نشرها|نشر|نشرت|نشره|منشور|ظهر|صدر) ?(?:${AR_FIRST} )?(?:في|على|من قبل|عبر)(?: (?:موقع|صحيفة|مجلة|مدونة|منصة))? ${AR_NAME}(?: ${AR_FIRST})?${AR_AFTER}`,
  `^[\\s*(\\[]*(?:(?:أعيد|يعاد|نعيد|تعيد) نشر ${AR_WORK} )?(?:بإذن من|بالاتفاق مع|بالتعاون مع|بترخيص من|نقلا عن|منقول عن|منقول من|نقلا من|ترجمة عن|مترجم عن)\\s?:? ?(?:موقع |صحيفة |مجلة )?${AR_NAME}\\s*[.)]?$`,
].map((source) => new RegExp(source, 'u'))

const NOBODY =
  /^(?:公式|自社|社内|本站|本网|网络|網路|互联网|網絡|本报|本報|当サイト|同社|弊社|作者|编辑|知乎|微信|微博|자체|본지|\d{4}年|الانترنت|الإنترنت|متابعات|وكالات|kendi|tarafımız)$|によると|によれば|とみられ|据|表示|데이터|자료|\d{4}$/u

/** Whom a line credits in Japanese, Chinese, Korean, Turkish or Arabic, or null. */
export function readUnspacedStatement(sentence: string): CreditedName | null {
  // Vowel marks are written or left out at will.
  const plain = sentence.replace(/[\u064B-\u0652\u0640]/gu, '')
  for (const frame of FRAMES) {
    const name = frame.exec(plain)?.groups?.['name']?.trim()
    if (name === undefined || name.length < 2 || NOBODY.test(name)) continue
    return { name, url: /https?:\/\/[^\s)]+/u.exec(sentence)?.[0] ?? null, rest: '' }
  }
  return null
}
