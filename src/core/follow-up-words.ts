/** How the questions of one language lean on the question before. Every list is closed; words stand in lower case. */
export interface FollowUpWords {
  /** Openings that carry the question before over to something else: "what about …". */
  readonly carriesOver: string
  /** Conjunctions with which a question goes on: "and …". */
  readonly goesOn: string
  /** Words that ask, and name nothing: "wie *lange*". Question words of the list of common words need not stand here. */
  readonly asking: string
  /** Words that stand for something said before. */
  readonly pronouns: string
  /** A verb says by itself whose act it is: "¿cuándo nació?" leaves out who. */
  readonly leavesOutSubjects?: true
}

/** By BCP 47 primary tag. Patterns of words, without borders: those are put around them where a script has spaces. */
export const FOLLOW_UP_WORDS: Readonly<Record<string, FollowUpWords>> = {
  en: {
    carriesOver: '(?:what|how) about|what of|what if',
    goesOn: 'and|but|so|then|also',
    asking: 'long|much|many|old|far|often|whose|really|else',
    pronouns:
      'he|him|his|she|hers?|it|its|they|them|theirs?|this|that|these|those|there|such|the (?:former|latter|same|others?)',
  },
  de: {
    carriesOver: 'was ist mit|was war mit|wie (?:steht|sieht) es (?:mit|bei|um)|was, wenn|und wenn',
    goesOn: 'und|aber|also|dann|auch',
    asking:
      'lange|viele?|welche[rmns]?|hoch|weit|alt|groß|oft|wieso|weshalb|wessen|wem|wen|woher|wohin|wozu|womit|genau|sonst',
    // "das" and "die" mostly stand before a noun of their own.
    pronouns:
      'er|ihn|ihm|sie|ihnen|es|ihre?[rmns]?|seine?[rmns]?|diese?[rmns]?|dies|das(?=\\s*[?!.]|$)|denen|dessen|deren|dort|damals|da(?:bei|von|für|mit|rüber|gegen|nach|vor|zu|ran|rauf|durch)',
  },
  fr: {
    carriesOver: "et (?:pour|chez|avec|le|la|les|l['’])|qu['’]en est-il|quid|et si",
    goesOn: 'et|mais|donc|alors|aussi',
    asking: 'combien|temps|longtemps|fois|exactement|autre|qu|quels?|quelles?|quoi',
    pronouns:
      "il|elle|ils|elles|lui|eux|leurs?|cela|ça|celui(?:-ci|-là)?|celles?(?:-ci|-là)?|ceux(?:-ci|-là)?|ce|ceci|son|sa|ses|cette|ces|l['’](?=a\\b|ont\\b|avait\\b)",
  },
  es: {
    carriesOver: 'qué (?:hay|pasa|ocurre|sucede) (?:de|con|del)|y si|en cuanto a',
    goesOn: 'y|e|pero|entonces|también',
    asking: 'cuánt[oa]s?|tiempo|veces|exactamente|más',
    pronouns:
      'él|ella|ellos|ellas|lo|le|les|eso|esto|aquello|ese|esa|esos|esas|este|esta|estos|estas|su|sus|suy[oa]s?|allí|ahí',
    leavesOutSubjects: true,
  },
  it: {
    carriesOver: 'che (?:ne è|cosa ne è|dire) (?:di|del|della|dei|delle|con|a|al|alla)|e se|quanto a',
    goesOn: 'e|ed|ma|allora|quindi|anche',
    asking: 'quant[oaie]|tempo|volte|esattamente|altro',
    pronouns: 'lui|lei|loro|egli|ella|ess[oaie]|ciò|quest[oaie]|quell[oaie]|suo|sua|suoi|sue|lo|gli|ne|lì|là',
    leavesOutSubjects: true,
  },
  pt: {
    carriesOver: 'e quanto a[os]?|e se|que tal|o que dizer (?:de|do|da|dos|das)',
    goesOn: 'e|mas|então|também',
    asking: 'quant[oa]s?|tempo|vezes|exatamente|mais',
    pronouns:
      'ele|ela|eles|elas|isso|isto|aquilo|ess[ea]s?|est[ea]s?|del[ea]s?|nel[ea]s?|lhes?|seus?|suas?|lá|ali',
    leavesOutSubjects: true,
  },
  nl: {
    carriesOver: 'hoe (?:zit|staat) het met|wat is er met|en als',
    goesOn: 'en|maar|dus|dan|ook',
    asking: 'lang|veel|vaak|ver|groot|oud|precies|anders',
    pronouns: 'hij|zij|ze|hem|haar|hun|hen|dit|deze|die|daar|toen|er(?:van|voor|mee|over|bij|tegen|naar)',
  },
  ru: {
    carriesOver: 'а? ?(?:как|что) (?:насч[её]т|же с|с|со|если|касательно|по поводу)|а если',
    goesOn: 'и|а|но|тогда|также|тоже',
    asking:
      'долго|раз|время|пор|зачем|откуда|куда|давно|именно|как(?:ой|ая|ое|ие|ого|их|им|ими|ому|ую)|к(?:ого|ому|ем|ом)|ч(?:его|ему|ём)',
    pronouns:
      'он|она|оно|они|его|е[её]|их|ему|ей|им|ими|него|не[её]|ней|ним|них|н[её]м|эт(?:от|а|о|и|ого|ой|ом|ому|их|им|у)|т(?:от|а|ого|ой|ом|ех)|там|тогда',
    leavesOutSubjects: true,
  },
  tr: {
    carriesOver: 'peki ya|ya|ne dersin|ne olacak',
    goesOn: 've|peki|ama|o zaman|ayrıca',
    asking:
      'kadar|zaman(?:dan)?|beri|kere|niçin|niye|tam|kim(?:i|e|in|den|le|ler)|ne(?:yi|ye|yin|ler)|hangi(?:si|leri)?',
    pronouns:
      'o|onu|ona|onun|onda|ondan|onlar(?:ı|a|ın|da|dan)?|bu|bunu|buna|bunun|bunlar|şu|şunu|orada|burada|kendisi',
    leavesOutSubjects: true,
  },
  ar: {
    carriesOver: 'و?ماذا عن|ومن ناحية',
    goesOn: 'و(?=متى|أين|من(?!\\p{L})|ماذا|ما(?!\\p{L})|كيف|لماذا|كم|هل|أي)|لكن|إذن|أيضا',
    asking: 'الوقت|مرة|عدد|بالضبط',
    pronouns:
      'هو|هي|هم|هن|هما|ذلك|تلك|هذا|هذه|هؤلاء|هناك|عن(?:ه|ها|هم)|ل(?:ه|ها|هم)|ب(?:ه|ها|هم)|في(?:ه|ها|هم)',
    leavesOutSubjects: true,
  },
  zh: {
    carriesOver: '那么?(?!些|个|里|天|时|位|次|年)|换成|至于|关于[^？?]*呢',
    goesOn: '而且|还有|然后|另外|以及|但是?|所以',
    asking: '多久',
    pronouns: '他们?|她们?|它们?|这|那|其(?!他|它|中|实)|该|此',
    leavesOutSubjects: true,
  },
  ja: {
    carriesOver: 'では|じゃあ?|それなら|だったら',
    goesOn: 'そして|それで|それから|また|しかし|でも',
    asking: 'どのくらい',
    pronouns: '彼女?ら?|それら?|これら?|あれ|その|この|あの|そこ|ここ|同(?:氏|社|市|国|県)',
    leavesOutSubjects: true,
  },
}
