/** Words that leave out nothing (`all`), and words that leave something out (`part`), by language. */
export const UNIVERSAL_WORDS: Readonly<Record<string, { readonly all: string; readonly part: string }>> = {
  en: {
    all: 'always|all|every|everyone|everybody|everything|entire|entirely|whole|completely|totally|fully|definitely|certainly|undoubtedly|inevitably|unanimous(?:ly)?',
    part: 'mostly|most|often|many|some|sometimes|usually|partly|largely|nearly|almost|mainly|several|few|not all|generally|typically|occasionally|rarely|seldom|frequently|part of|parts of|half|majority|minority',
  },
  de: {
    all: 'immer|alle|allen|aller|alles|jeder|jede|jedes|sämtlich\\p{L}*|ganz\\p{L}*|völlig\\p{L}*|vollständig\\p{L}*|bestimmt|sicher|zweifellos',
    part: 'meist\\p{L}*|oft|häufig\\p{L}*|viele\\p{L}*|einige\\p{L}*|manch\\p{L}*|teilweise|teils|überwiegend\\p{L}*|fast|nahezu|mehrere\\p{L}*|wenige\\p{L}*|größtenteils|gelegentlich|selten|ein teil|teile|hälfte|mehrheit',
  },
  fr: {
    all: 'toujours|tous|toutes|tout|toute|chaque|entier|entière|entièrement|complètement|totalement|jamais|certainement|sans aucun doute',
    part: 'souvent|beaucoup|certain\\p{L}*|parfois|partie|en partie|partiellement|presque|quelques|plusieurs|généralement|surtout|principalement|la plupart|rarement|moitié|majorité',
  },
  es: {
    all: 'siempre|todos|todas|todo|toda|cada|entero|entera|completamente|totalmente|nunca|seguramente|sin duda',
    part: 'a menudo|much\\p{L}+|algun\\p{L}+|a veces|parte|en parte|parcialmente|casi|vari\\p{L}+|general\\p{L}*|sobre todo|principalmente|la mayoría|mitad|rara vez',
  },
  it: {
    all: 'sempre|tutti|tutte|tutto|tutta|ogni|intero|intera|completamente|totalmente|mai|certamente',
    part: 'spesso|molt\\p{L}+|alcun\\p{L}+|a volte|parte|in parte|parzialmente|quasi|divers\\p{L}+|general\\p{L}*|soprattutto|principalmente|la maggior|metà|qualche|raramente',
  },
  pt: {
    all: 'sempre|todos|todas|todo|toda|cada|inteiro|inteira|completamente|totalmente|nunca|certamente',
    part: 'muitas vezes|muit\\p{L}+|algun\\p{L}+|algum\\p{L}*|às vezes|parte|em parte|parcialmente|quase|vári\\p{L}+|geral\\p{L}*|sobretudo|principalmente|a maioria|metade|raramente',
  },
  nl: {
    all: 'altijd|alle|alles|iedereen|elke|elk|ieder\\p{L}*|hele|geheel|volledig\\p{L}*|nooit|zeker',
    part: 'meestal|vaak|veel|vele|sommige\\p{L}*|soms|deels|gedeeltelijk\\p{L}*|bijna|enkele|verschillende|grotendeels|de meeste\\p{L}*|helft|zelden|een deel',
  },
  ru: {
    all: 'всегда|все|всех|всем|всеми|каждый|каждая|каждое|каждого|весь|вся|всё|полностью|целиком|никогда|безусловно|несомненно',
    part: 'часто|многие|многих|некоторые|некоторых|иногда|частично|отчасти|почти|несколько|обычно|в основном|преимущественно|большинство|большинства|половина|редко|часть',
  },
  tr: {
    all: 'her zaman|hep|hepsi\\p{L}*|bütün|tüm|her|tamamen|tamamı\\p{L}*|asla|kesinlikle|mutlaka',
    part: 'çoğu\\p{L}*|çoğunlukla|genellikle|bazen|bazı\\p{L}*|kısmen|neredeyse|birçok|birkaç|çoğunluğu|yarısı\\p{L}*|nadiren|bir kısmı\\p{L}*|kimi',
  },
}
