/**
 * Words that make a statement less than certain, by language: what others say happened (`heard`), and what may be, is
 * meant or awaited (`open`). Alternatives of a regular expression, whole words, in small letters.
 */
export interface HedgeWords {
  readonly heard: string
  readonly open: string
  /** Those of `open` that a claim has to keep; the others are too common to demand it ("plan", "can", "if"). */
  readonly kept: string
  /** Words of saying: where a claim has one, it names a voice itself. */
  readonly saying: string
}

export const HEDGE_WORDS: Readonly<Record<string, HedgeWords>> = {
  en: {
    heard:
      'reportedly|allegedly|alleged|allege[sd]?|alleging|allegations?|purported(?:ly)?|supposedly|supposed(?! to)|(?<=(?:scrutin|investigat|prob(?:e|ing)|inquir|examin)[^;]{0,90})whether|(?<=(?:is|are|was|were|be|been) )(?:said|believed|thought|understood) to|rumou?red|unconfirmed|suspected|suspects?|apparently|ostensibly|accus(?:es?|ed|ing)(?: [^.;]{1,80})? of|accuses?|so-called|claim(?:s|ed|ing)? that|claimed(?! by)|according to|describ(?:es|ed)(?: \\p{L}+){0,4} as|dubbed|touted as|billed as|hailed as',
    open: 'generally|usually|typically|often|normally|rarely|supposed to|meant to|look(?:s|ed|ing)? like|indicat\\p{L}*|viewed|seen as|regarded|earliest|latest|no (?:earlier|later|sooner) than|not (?:be \\p{L}+ )?(?:before|until)|before|(?-i:may)|might|could|would|should|possibly|possible|possibility|perhaps|maybe|probably|probable|likely|unlikely|likelihood|potential(?:ly)?|presumably|seems?|seemed|seemingly|appear(?:s|ed)? to|appears|appeared|suggest(?:s|ed|ing)?|hint(?:s|ed)?|expect(?:s|ed|ing)?|expectations?|expected|plan(?:s|ned|ning)?|propos(?:e|es|ed|al|als|ing)|intend(?:s|ed)?|intention|aim(?:s|ed|ing)?|hop(?:e|es|ed|ing)|want(?:s|ed)?|try|tries|tried|trying|attempt(?:s|ed)?|believ(?:e|es|ed)|think(?:s)?|thought|fear(?:s|ed)?|estimat(?:e|es|ed)|forecast(?:s)?|predict(?:s|ed|ion|ions)?|project(?:ed|ion|ions)|anticipat(?:e|es|ed)|scheduled|due to|set to|(?:is|are|was|were) to|tentative(?:ly)?|preliminary|provisional(?:ly)?|risk(?:s|ed)?|threaten(?:s|ed)?|doubt(?:s|ed|ful)?|tend(?:s|ed)? to|linked|associated|consider(?:s|ed|ing)?|target(?:s|ed)?|under the plan|in principle|uncertain|unclear|guidance|outlook|whether|promis(?:e|es|ed)|vow(?:s|ed)?|pledg(?:e|es|ed)|warn(?:s|ed|ing)?|speculat\\p{L}+|prospective|eventual(?:ly)?|chances?|prospects?|opportunit\\p{L}+|scope|room for|reckon\\p{L}*|figures?|bets?|sees|regards?|deems?|wish\\p{L}*|look(?:s|ing)? forward|working on|await\\p{L}*|under consideration|said it|mostly|largely|partly|assum(?:e|es|ed|ing|ption)|imagin\\p{L}+',
    kept: 'at the earliest|at the latest|no (?:earlier|later) than|(?-i:may)(?! \\d)|doubt(?:s|ed)|might|could(?! not| only)|possibly|perhaps|maybe|probably|probable|likely|unlikely|potential(?:ly)?|presumably|seem(?:s|ed)?|seemingly|appear(?:s|ed)?|suggest(?:s|ed|ing)?|(?:is|are|was|were|be|been) expected|expects?|(?<!(?:than|as) )planned|proposed|intends?|aims? to|(?:goal|aim) of|hop(?:e|es|ed|ing)|believ(?:e|es|ed)|estimated|(?:is|are|was|were) forecast|predict(?:s|ed)?|projected|tentative(?:ly)?|provisional(?:ly)?|preliminary|consider(?:s|ed|ing)|tends?(?: not)? to|whether(?=[^.]{0,90}(?:open|unclear|unknown|uncertain|not (?:yet )?(?:known|clear|decided)))|unclear',
    saying:
      'say|says|said|saying|according to|tells?|told|stat(?:e|es|ed)|argu(?:e|es|ed)|describ(?:e|es|ed)|call(?:s|ed) (?:it|them|him|her|this|that)|report(?:s|ed)?|add(?:s|ed)|explain(?:s|ed)?|insist(?:s|ed)?|maintain(?:s|ed)?|contend(?:s|ed)?|assert(?:s|ed)?|declar(?:e|es|ed)|den(?:y|ies|ied)|claim(?:s|ed)?|complain(?:s|ed)?|writ(?:e|es)|wrote|quot(?:e|es|ed)|cit(?:e|es|ed)|found|finds|shows?|testif(?:y|ies|ied)|recall(?:s|ed)?|acknowledg(?:e|es|ed)|confirm(?:s|ed)?|announc(?:e|es|ed)|accuses?|thinks|believes|view',
  },
  de: {
    heard:
      'sei|seien|seiest|habe(?! ich)|hätte(?:n)?|werde(?! ich)|könne|müsse|dürfe|solle|wolle|gebe|komme|gehe|stehe|bleibe|liege|angeblich\\p{L}*|offenbar|anscheinend|mutmaßlich\\p{L}*|soll|sollen|vermeintlich\\p{L}*|laut|zufolge|nach angaben|dem vernehmen nach|heißt es|hieß es|verdächtig\\p{L}*|verdacht|vorgeworfen|wirft|werfen|vorwurf|vorwürfe|beschuldigt\\p{L}*|behauptet\\p{L}*|behauptung\\p{L}*|will gesehen haben|gilt als|gelten als',
    open: 'frühestens|spätestens|nicht vor|bis|zweif\\p{L}*|bezweif\\p{L}*|könnte\\p{L}*|kann|können|dürfte\\p{L}*|möglicherweise|möglich\\p{L}*|vielleicht|wahrscheinlich\\p{L}*|wohl|vermutlich|voraussichtlich|eventuell|etwaig\\p{L}*|scheint|scheinen|schien|würde\\p{L}*|sollte\\p{L}*|erwart\\p{L}*|plan\\p{L}*|geplant\\p{L}*|beabsichtig\\p{L}*|hoff\\p{L}*|wünsch\\p{L}*|woll\\p{L}+|will|vorgesehen\\p{L}*|vorschlag\\p{L}*|vorschläg\\p{L}*|schlägt|schlug|vorgeschlagen\\p{L}*|prüf\\p{L}*|schätz\\p{L}*|glaub\\p{L}*|vermut\\p{L}*|befürcht\\p{L}*|prognos\\p{L}*|rechnet|rechnen|gerechnet|droht|drohen|ob|deutet|hindeut\\p{L}*|vorläufig\\p{L}*|zusammenhang|ziel\\p{L}*|strebt|streben|angestrebt\\p{L}*|versuch\\p{L}*|verspr\\p{L}+|annahme|denkbar|unklar|risiko|gefahr|wäre\\p{L}*',
    kept: 'frühestens|spätestens|würde\\p{L}*|könnte\\p{L}*|dürfte\\p{L}*|möglicherweise|vielleicht|wahrscheinlich|wohl|vermutlich|voraussichtlich|eventuell|scheint|scheinen|schien|erwartet|geplant|hoff(?:t|en|te|ten)|vorgesehen|vorgeschlagen|vorläufig\\p{L}*|unklar|ob',
    saying:
      'sagt\\p{L}*|sagen|laut|zufolge|angaben|erklär\\p{L}*|teilt\\p{L}* mit|mitgeteilt|so|betont\\p{L}*|berichtet\\p{L}*|meint\\p{L}*|meinen|nennt|nannte|nennen|warf|wirft|warnt\\p{L}*|kritisier\\p{L}*|zitiert|schreibt|schrieb|gab an|geben an|gibt an|hält|sieht|sprach|spricht|bestreitet|bestritt\\p{L}*|fordert\\p{L}*|ankündig\\p{L}*|kündigt\\p{L}*|schildert\\p{L}*|bezeichnet\\p{L}*|verweist|verwies|findet|ansicht|beschreibt|beschrieb',
  },
  fr: {
    heard:
      "aurai(?:t|ent)|serai(?:t|ent)|présumé\\p{L}*|prétendu\\p{L}*|prétendument|apparemment|selon|d['’]après|dit-on|soi-disant|soupçonn\\p{L}*|accus\\p{L}*|supposé\\p{L}*|non confirm\\p{L}*|aurai(?:t|ent) été|ferai(?:t|ent)|affirme\\p{L}*|allégation\\p{L}*|réputé\\p{L}*",
    open: 'au plus (?:tôt|tard)|pas avant|dout\\p{L}*|pourrai(?:t|ent)|peut(?:-être)?|peuvent|devrai(?:t|ent)|probable\\p{L}*|possib\\p{L}+|éventuel\\p{L}*|vraisemblabl\\p{L}*|semble\\p{L}*|paraî\\p{L}*|prévoi\\p{L}*|prévu\\p{L}*|prévision\\p{L}*|envisag\\p{L}*|propos\\p{L}+|espèr\\p{L}*|espér\\p{L}*|souhait\\p{L}*|veut|veulent|voul\\p{L}+|entend\\p{L}*|compt\\p{L}+ |estim\\p{L}*|croi\\p{L}*|pens\\p{L}*|crain\\p{L}*|attend\\p{L}*|risqu\\p{L}*|menac\\p{L}*|suggèr\\p{L}*|suggér\\p{L}*|provisoire\\p{L}*|tente\\p{L}*|tentative\\p{L}*|objectif|vise\\p{L}*|\\p{L}+rai(?:t|ent)|promet\\p{L}*|promis|projet\\p{L}*|hypothèse|sans doute|incertain\\p{L}*|lié\\p{L}*|associé\\p{L}*',
    kept: 'au plus (?:tôt|tard)|(?!(?:por|re|ex|at|abs|sous)trait)\\p{L}{3,}rai(?:t|ent)|peut|peuvent|pourrai(?:t|ent)|peut-être|devrai(?:t|ent)|probablement|possiblement|éventuellement|vraisemblablement|semble(?:nt)?|prévoi\\p{L}*|prévu\\p{L}*|envisag\\p{L}*|espère\\p{L}*|provisoire\\p{L}*|suggère\\p{L}*',
    saying:
      "dit|dis\\p{L}+|selon|d['’]après|déclar\\p{L}*|affirm\\p{L}*|expliqu\\p{L}*|estim\\p{L}*|assur\\p{L}*|indiqu\\p{L}*|précis\\p{L}*|raconte\\p{L}*|soulign\\p{L}*|ajout\\p{L}*|annonc\\p{L}*|juge\\p{L}*|écri\\p{L}+|dénonc\\p{L}*|rapport\\p{L}*|reconn\\p{L}+|accus\\p{L}*|critiqu\\p{L}*|qualifi\\p{L}*|nie|trouve|avis|pense|rappel\\p{L}*|confi\\p{L}+|décri\\p{L}+|évoqu\\p{L}+",
  },
  es: {
    heard:
      'presunt\\p{L}+|supuest\\p{L}+|según|al parecer|aparentemente|habría\\p{L}*|sería\\p{L}*|se dice|acusad\\p{L}*|acusa\\p{L}*|alegad\\p{L}*|alega\\p{L}*|sospech\\p{L}+|sin confirmar|extraoficial\\p{L}*|de acuerdo con|estaría\\p{L}*|tendría\\p{L}*',
    open: 'no antes|dud\\p{L}*|podría\\p{L}*|puede\\p{L}*|pueda\\p{L}*|debería\\p{L}*|quizás?|tal vez|posib\\p{L}+|probab\\p{L}+|eventual\\p{L}*|parece\\p{L}*|prev[eéi]\\p{L}*|previst\\p{L}+|previsión|previsiones|esper\\p{L}+|planea\\p{L}*|planes|plan|propon\\p{L}+|propuest\\p{L}+|propuso|pretend\\p{L}+|intent\\p{L}+|quier\\p{L}+|quiso|busca\\p{L}*|estim\\p{L}+|calcula\\p{L}*|cree\\p{L}*|teme\\p{L}*|sugier\\p{L}+|suger\\p{L}+|riesgo|amenaza\\p{L}*|provisional\\p{L}*|preliminar\\p{L}*|objetivo|proyect\\p{L}+|\\p{L}+ría(?:n|mos)?|promet\\p{L}+|pronostic\\p{L}+|confía\\p{L}*|asociad\\p{L}+|vinculad\\p{L}+|incert\\p{L}+',
    kept: 'como (?:pronto|muy tarde|mínimo)|\\p{L}{2,}(?:a|i|d|b)ría(?:n|mos)?|puede|pueden|podría\\p{L}*|quizás?|tal vez|posiblemente|probablemente|parece\\p{L}*|prev[eé]\\p{L}*|previst\\p{L}+|espera\\p{L}*|planea\\p{L}*|propuest\\p{L}+|preliminar\\p{L}*|sugiere\\p{L}*|estimad\\p{L}+',
    saying:
      'dice\\p{L}*|dij\\p{L}+|según|de acuerdo con|afirm\\p{L}*|explic\\p{L}*|asegur\\p{L}*|declar\\p{L}*|señal\\p{L}*|indic\\p{L}*|sostien\\p{L}*|sostuv\\p{L}*|añad\\p{L}*|agreg\\p{L}*|anunci\\p{L}*|advi\\p{L}+|consider\\p{L}*|critic\\p{L}*|denunci\\p{L}*|cuenta\\p{L}*|contó|escrib\\p{L}*|reconoc\\p{L}*|opina\\p{L}*|acusa\\p{L}*|califica\\p{L}*|calificó|describ\\p{L}+|niega\\p{L}*|negó|cree',
  },
  it: {
    heard:
      'presunt\\p{L}+|sarebbe\\p{L}*|avrebbe\\p{L}*|secondo|a quanto pare|apparentemente|sedicente|accusat\\p{L}+|accus\\p{L}+|sospett\\p{L}+|si dice|pare che|stando a|cosiddett\\p{L}+|non confermat\\p{L}+',
    open: 'non prima|dubit\\p{L}*|potrebbe\\p{L}*|può|possono|dovrebbe\\p{L}*|forse|possibil\\p{L}+|probabil\\p{L}+|eventual\\p{L}+|sembra\\p{L}*|pare|previst\\p{L}+|preved\\p{L}+|prevision\\p{L}+|attes\\p{L}+|propost\\p{L}+|propon\\p{L}+|spera\\p{L}*|vuole|vogliono|intend\\p{L}+|stima\\p{L}*|stimat\\p{L}+|crede\\p{L}*|pensa\\p{L}*|teme\\p{L}*|rischi\\p{L}*|suggeri\\p{L}+|progett\\p{L}+|pian\\p{L}+|obiettivo|punta\\p{L}*|tenta\\p{L}*|\\p{L}+rebbe(?:ro)?|promett\\p{L}+|promess\\p{L}+|provvisori\\p{L}+|ipotesi|valut\\p{L}+|associat\\p{L}+|legat\\p{L}+',
    kept: '\\p{L}{2,}rebbe(?:ro)?|non prima|può|possono|potrebbe\\p{L}*|dovrebbe\\p{L}*|forse|probabilmente|possibilmente|sembra\\p{L}*|previst\\p{L}+|prevede\\p{L}*|spera\\p{L}*|propost\\p{L}+|provvisori\\p{L}+|suggerisc\\p{L}+|stimat\\p{L}+',
    saying:
      'dice|dicono|detto|disse|secondo|afferma\\p{L}*|spiega\\p{L}*|dichiara\\p{L}*|sostien\\p{L}*|racconta\\p{L}*|aggiun\\p{L}+|annuncia\\p{L}*|riferi\\p{L}+|precisa\\p{L}*|sottolinea\\p{L}*|critica\\p{L}*|scrive|scritto|ritiene|accusa\\p{L}*|avvert\\p{L}+|ricorda\\p{L}*|definisc\\p{L}*|definit\\p{L}+|osserva\\p{L}*|parla\\p{L}*|nega\\p{L}*|ammett\\p{L}+|assicura\\p{L}*|descriv\\p{L}+|a detta',
  },
  pt: {
    heard:
      'supost\\p{L}+|alegad\\p{L}+|aleg\\p{L}+|teria\\p{L}*|seria\\p{L}*|segundo|de acordo com|aparentemente|acusad\\p{L}+|acusa\\p{L}*|suspeit\\p{L}+|diz-se|conforme|presumível|presumíveis|haveria|estaria\\p{L}*',
    open: 'duvid\\p{L}*|poderia\\p{L}*|poderá\\p{L}*|pode\\p{L}*|deveria\\p{L}*|deve|devem|talvez|possív\\p{L}+|possivel\\p{L}*|prováv\\p{L}+|provavel\\p{L}*|eventual\\p{L}*|parece\\p{L}*|prev[eêi]\\p{L}*|previst\\p{L}+|previsão|previsões|esper\\p{L}+|planej\\p{L}+|plane\\p{L}+|plan\\p{L}+|propõ\\p{L}+|propost\\p{L}+|propor|propôs|pretend\\p{L}+|quer|querem|tenta\\p{L}*|estim\\p{L}+|acredit\\p{L}+|teme\\p{L}*|risco\\p{L}*|suger\\p{L}+|indica\\p{L}*|objetivo|objectivo|\\p{L}+ria(?:m)?|promet\\p{L}+|preliminar\\p{L}*|provisóri\\p{L}+|associad\\p{L}+|ligad\\p{L}+|hipótese|incert\\p{L}+|projeç\\p{L}+',
    kept: 'pode|podem|poderia\\p{L}*|poderá|poderão|talvez|possivelmente|provavelmente|parece\\p{L}*|previst\\p{L}+|prevê\\p{L}*|espera\\p{L}*|planeja\\p{L}*|propost\\p{L}+|preliminar\\p{L}*|sugere\\p{L}*|estimad\\p{L}+',
    saying:
      'diz\\p{L}*|disse\\p{L}*|segundo|de acordo com|afirm\\p{L}*|explic\\p{L}*|declar\\p{L}*|garant\\p{L}*|acrescent\\p{L}*|anunci\\p{L}*|refer\\p{L}*|cont\\p{L}+|escrev\\p{L}+|destac\\p{L}*|ressalt\\p{L}*|critic\\p{L}*|reconhec\\p{L}*|alert\\p{L}*|avis\\p{L}+|consider\\p{L}*|para|observ\\p{L}*|relat\\p{L}+|defend\\p{L}*|acredita|sublinh\\p{L}+|descrev\\p{L}+|nega\\p{L}*|conforme',
  },
  nl: {
    heard:
      'vermeend\\p{L}*|zou|zouden|naar verluidt|volgens|kennelijk|blijkbaar|schijnbaar|zogenaamd\\p{L}*|verdacht\\p{L}*|beschuldig\\p{L}*|beweer\\p{L}*|beweert|naar zeggen',
    open: 'kan|kunnen|kon|konden|mogelijk\\p{L}*|misschien|wellicht|waarschijnlijk\\p{L}*|vermoedelijk\\p{L}*|eventue\\p{L}+|lijk\\p{L}*|schijn\\p{L}*|verwacht\\p{L}*|plan\\p{L}*|gepland\\p{L}*|voorstel\\p{L}*|hoopt|hopen|wil|willen|wilde\\p{L}*|geschat\\p{L}*|schat\\p{L}*|gelooft|denkt|denken|vrees\\p{L}*|vrezen|dreig\\p{L}*|risico\\p{L}*|beoogd\\p{L}*|streeft|streven|probe\\p{L}+|voorlopig\\p{L}*|beloo?f\\p{L}*|prognos\\p{L}+|suggere\\p{L}+|zou|zouden',
    kept: 'mogelijk|misschien|wellicht|waarschijnlijk|vermoedelijk|lijkt|lijken|verwacht|verwachten|gepland|hoopt|hopen|voorlopig\\p{L}*|voorgesteld',
    saying:
      'zegt|zeggen|zei|zeiden|volgens|aldus|verklaar\\p{L}*|meldt|melden|meldde\\p{L}*|stelt|stellen|stelde\\p{L}*|vertelt|vertelde\\p{L}*|noemt|noemde\\p{L}*|benadruk\\p{L}*|schrijft|schreef|vindt|vinden|waarschuw\\p{L}*|laat weten|liet weten|erken\\p{L}*|ontken\\p{L}*|kondig\\p{L}*|beschrijft',
  },
  ru: {
    heard:
      'якобы|по данным|по словам|по информации|по сообщениям|сообща\\p{L}+|предполагаем\\p{L}+|предположительно|подозрева\\p{L}+|подозрени\\p{L}+|обвиня\\p{L}+|обвинен\\p{L}*|видимо|по-видимому|очевидно|утвержда\\p{L}+|так называем\\p{L}+|говорят|по слухам|согласно|мол|дескать',
    open: 'сомнева\\p{L}*|может|могут|мог|могла|могло|могли|возможно|возможн\\p{L}+|вероятно|вероятн\\p{L}+|наверное|пожалуй|скорее всего|ожида\\p{L}+|планиру\\p{L}+|план\\p{L}*|намерен\\p{L}*|намерева\\p{L}+|предлага\\p{L}+|предлож\\p{L}+|надея\\p{L}+|надее\\p{L}+|хочет|хотят|хотел\\p{L}*|оценива\\p{L}+|оценк\\p{L}+|счита\\p{L}+|полага\\p{L}+|опаса\\p{L}+|бы|кажется|похоже|рассчитыва\\p{L}+|прогноз\\p{L}*|предполага\\p{L}+|предварительн\\p{L}+|угрожа\\p{L}+|риск\\p{L}*|должн\\p{L}+|должен|обеща\\p{L}+|пообещал\\p{L}*|попыта\\p{L}+|пыта\\p{L}+|допуск\\p{L}+|допусти\\p{L}+|предстоит|намечен\\p{L}*|связ\\p{L}+|ли',
    kept: 'может|могут|возможно|вероятно|наверное|пожалуй|скорее всего|ожида\\p{L}+|планиру\\p{L}+|намерен\\p{L}*|предлага\\p{L}+|надеет\\p{L}+|надеют\\p{L}+|кажется|похоже|предварительн\\p{L}+',
    saying:
      'сказал\\p{L}*|говор\\p{L}+|по словам|по данным|сообщ\\p{L}+|заяв\\p{L}+|отмет\\p{L}+|отмеча\\p{L}+|подчеркн\\p{L}+|подчёркив\\p{L}+|подчеркив\\p{L}+|объясн\\p{L}+|рассказ\\p{L}+|добав\\p{L}+|счита\\p{L}+|утвержд\\p{L}+|уточн\\p{L}+|предупре\\p{L}+|призна\\p{L}+|назва\\p{L}+|называ\\p{L}+|пиш\\p{L}+|написал\\p{L}*|указ\\p{L}+|согласно|отриц\\p{L}+|обвин\\p{L}+|мнению|уверен\\p{L}*|описа\\p{L}+|описыва\\p{L}+',
  },
  tr: {
    heard:
      'iddia\\p{L}*|sözde|öne sür\\p{L}+|ileri sür\\p{L}+|göre|söylen\\p{L}+|belirtil\\p{L}+|şüphel\\p{L}+|şüphe\\p{L}*|suçlan\\p{L}+|suçla\\p{L}+|güya|sanık\\p{L}*|\\p{L}+(?:mış|miş|muş|müş)(?:tı|ti|tu|tü|lar|ler)?',
    open: 'belki|muhtemel\\p{L}*|olası\\p{L}*|olabil\\p{L}+|olasılık\\p{L}*|\\p{L}+abil\\p{L}+|\\p{L}+ebil\\p{L}+|beklen\\p{L}+|bekliyor\\p{L}*|planla\\p{L}+|plan\\p{L}*|öner\\p{L}+|um\\p{L}+yor\\p{L}*|istiyor\\p{L}*|isted\\p{L}+|tahmin\\p{L}*|düşün\\p{L}+|hedef\\p{L}*|amaç\\p{L}*|sanıl\\p{L}+|görün\\p{L}+|galiba|riski?|tehdit|çalış\\p{L}+|\\p{L}+malı\\p{L}*|\\p{L}+meli\\p{L}*|öngör\\p{L}+|niyet\\p{L}*|muhtemelen|ilişkili|bağlantılı|söz ver\\p{L}+|vaat\\p{L}*',
    kept: 'belki|muhtemelen|\\p{L}+abilir\\p{L}*|\\p{L}+ebilir\\p{L}*|bekleniyor\\p{L}*|beklenen|planlanıyor\\p{L}*|planlıyor\\p{L}*|umuyor\\p{L}*|galiba|tahmin ediliyor\\p{L}*',
    saying:
      'söyle\\p{L}+|dedi|diyor|diye|göre|belirt\\p{L}+|açıkla\\p{L}+|ifade et\\p{L}+|anlat\\p{L}+|vurgula\\p{L}+|savun\\p{L}+|kaydet\\p{L}+|aktar\\p{L}+|bildir\\p{L}+|duyur\\p{L}+|eleştir\\p{L}+|uyar\\p{L}+|yaz\\p{L}+|iddia|öne sür\\p{L}+|nitele\\p{L}+|tanımla\\p{L}+|suçla\\p{L}+|reddet\\p{L}+|ekle\\p{L}+',
  },
  ar: {
    heard:
      'يزعم|زعم\\p{L}*|مزعوم\\p{L}*|بحسب|حسب|وفقا|وفقًا|يُعتقد|يعتقد|يقال|يُقال|اتهم\\p{L}*|متهم\\p{L}*|مشتبه\\p{L}*|على ما يبدو|يبدو|أفاد\\p{L}*|أنباء|ذكر\\p{L}*|ما يسمى',
    open: 'قد|ينتظر|منتظر|المنتظر|ربما|يمكن|محتمل\\p{L}*|من المحتمل|المحتمل|يتوقع|متوقع|المتوقع|توقع\\p{L}*|المقرر|مقرر|يعتزم|تعتزم|خطة|يخطط|تخطط|اقترح\\p{L}*|مقترح\\p{L}*|يأمل|تأمل|يريد|تريد|يقدر|تقدر|تقدير\\p{L}*|يعتقد|يخشى|لعل|خطر|يهدد|يسعى|تسعى|يهدف|تهدف|أولي\\p{L}*|يرجح|مرجح|وعد\\p{L}*|مرتبط\\p{L}*|سوف',
    kept: 'ربما|قد (?=[يتن])|من المحتمل|من المتوقع|يتوقع|متوقع|يعتزم|تعتزم|تخطط|يخطط|يأمل|تأمل|يرجح',
    saying:
      'وفق|قال\\p{L}*|وقال\\p{L}*|يقول|تقول|بحسب|حسب|وفقا|وفقًا|أكد\\p{L}*|أوضح\\p{L}*|أضاف\\p{L}*|أعلن\\p{L}*|صرح\\p{L}*|ذكر\\p{L}*|أفاد\\p{L}*|أشار\\p{L}*|كتب\\p{L}*|يرى|ترى|وصف\\p{L}*|نفى|نفت|حذر\\p{L}*|اعتبر\\p{L}*|رأى|اتهم\\p{L}*',
  },
  zh: {
    heard:
      '据称|据说|据悉|据报道|据报|据传|涉嫌|疑似|所谓|传闻|据.{1,12}?(?:称|说|表示|透露)|被指|声称|指控|指称|宣称|自称',
    open: '可能|也许|或许|大概|恐怕|或将|预计|预期|预测|计划|拟|打算|希望|有望|估计|认为|建议|提议|似乎|看来|应该|将会|可望|目标|力争|尝试|试图|担心|初步|考虑|威胁|风险|能够|或|相关|关联|有关|承诺|推测|怀疑|之说|说法|证实|是否|尚不',
    kept: '可能|也许|或许|恐怕|或将|预计|是否|有望|似乎|计划|拟',
    saying:
      '说|称|表示|据|指出|认为|透露|强调|宣布|介绍|告诉|写道|补充|坦言|警告|批评|承认|否认|回应|报道|形容|看来|看法',
  },
  ja: {
    heard:
      'という|といい|とされる|とされ|とみられ|と見られ|によると|によれば|模様|らしい|そうだ|疑い|疑惑|容疑|いわゆる|と主張|と伝え|と報じ|とのこと|とみて|だという',
    open: '可能性|かもしれ|恐れ|おそれ|見通し|見込み|見込|予定|計画|方針|期待|予想|予測|目指|検討|提案|推定|推計|だろう|でしょう|たい|はず|べき|得る|うる|可能|思われ|考えられ|懸念|狙い|目標|暫定|試み|関連|とみら|意向|約束|せる見|推測',
    kept: '可能性|かもしれ|恐れ|おそれ|見通し(?:だ|。|で|を示|とな)|見込み|予定|かどうか|だろう|でしょう',
    saying:
      '述べ|話し|語っ|語る|という|によると|によれば|発表|説明|主張|指摘|とし(?:て|た)|と話|強調|訴え|批判|明らかに|コメント|答え|否定|認め|呼び|呼ん|書い|見方|評し',
  },
}
