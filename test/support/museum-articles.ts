import type { Talk } from './bridge-articles.ts'

/** Another small story, in further languages, written for these tests. */
export const MUSEUM_TALKS: Readonly<Record<string, Talk>> = {
  it: {
    paragraphs: [
      'La direttrice Carla Neri ha riaperto giovedì il museo del sale di Portolungo dopo tre anni di lavori.',
      'I lavori sono costati quattro milioni di euro, pagati per metà dal comune.',
      'Neri ha detto che il tetto era la parte più difficile, perché le travi erano marce.',
      'Gli orari restano gli stessi, ma il lunedì il museo sarà chiuso.',
      'Il custode Aldo Ferri lavora al museo dal 1988. Andrà in pensione a giugno e si trasferirà a Lisbona.',
    ],
    turns: [
      ['Chi ha riaperto il museo del sale?', 'Carla Neri'],
      ['E quando?', 'giovedì'],
      ['Che cosa ha detto lei del tetto?', 'travi'],
      ['E gli orari?', 'lunedì'],
      ['Da quando Aldo Ferri lavora al museo?', '1988'],
      ['Dove si trasferirà?', 'Lisbona'],
    ],
  },
  pt: {
    paragraphs: [
      'A diretora Carla Neves reabriu na quinta-feira o museu do sal de Portolongo depois de três anos de obras.',
      'As obras custaram quatro milhões de euros, pagos em metade pela câmara.',
      'Neves disse que o telhado foi a parte mais difícil, porque as vigas estavam podres.',
      'Os horários continuam os mesmos, mas à segunda-feira o museu estará fechado.',
      'O guarda Aldo Ferro trabalha no museu desde 1988. Vai reformar-se em junho e mudar-se para Lisboa.',
    ],
    turns: [
      ['Quem reabriu o museu do sal?', 'Carla Neves'],
      ['E quando?', 'quinta-feira'],
      ['O que ela disse do telhado?', 'vigas'],
      ['E quanto aos horários?', 'segunda-feira'],
      ['Desde quando Aldo Ferro trabalha no museu?', '1988'],
      ['Para onde ele vai mudar-se?', 'Lisboa'],
    ],
  },
  nl: {
    paragraphs: [
      'Directeur Carla Visser heropende donderdag het zoutmuseum van Langehaven na drie jaar verbouwen.',
      'De verbouwing kostte vier miljoen euro, voor de helft betaald door de gemeente.',
      'Visser zei dat het dak het moeilijkste deel was, omdat de balken verrot waren.',
      'De openingstijden blijven gelijk, maar op maandag is het museum gesloten.',
      'Suppoost Aldo Kramer werkt sinds 1988 in het museum. Hij gaat in juni met pensioen en verhuist naar Lissabon.',
    ],
    turns: [
      ['Wie heropende het zoutmuseum?', 'Carla Visser'],
      ['En wanneer?', 'donderdag'],
      ['Wat zei ze over het dak?', 'balken'],
      ['Hoe zit het met de openingstijden?', 'maandag'],
      ['Sinds wanneer werkt Aldo Kramer in het museum?', '1988'],
      ['Waarheen verhuist hij?', 'Lissabon'],
    ],
  },
  ar: {
    paragraphs: [
      'أعادت المديرة كارلا نيري يوم الخميس افتتاح متحف الملح في بورتولونغو بعد ثلاث سنوات من الأعمال.',
      'كلفت الأعمال أربعة ملايين يورو دفعت البلدية نصفها.',
      'قالت نيري إن السقف كان الجزء الأصعب لأن العوارض كانت متعفنة.',
      'ستبقى مواعيد العمل كما هي لكن المتحف سيغلق يوم الاثنين.',
      'يعمل الحارس ألدو فيري في المتحف منذ عام 1988. سيتقاعد في يونيو وينتقل إلى لشبونة.',
    ],
    turns: [
      ['من أعاد افتتاح متحف الملح؟', 'كارلا نيري'],
      ['ومتى؟', 'الخميس'],
      ['ماذا قالت هي عن السقف؟', 'العوارض'],
      ['وماذا عن مواعيد العمل؟', 'الاثنين'],
      ['منذ متى يعمل ألدو فيري في المتحف؟', '1988'],
      ['إلى أين ينتقل؟', 'لشبونة'],
    ],
  },
  ja: {
    paragraphs: [
      '館長の佐藤恵子は木曜日、三年間の工事を終えた港町の塩博物館を再開した。',
      '工事費は四億円で、半分を市が負担した。',
      '佐藤は、梁が腐っていたため屋根が最も難しい部分だったと語った。',
      '開館時間は変わらないが、月曜日は休館になる。',
      '警備員の田中次郎は1988年から博物館で働いている。六月に退職し、リスボンへ引っ越す。',
    ],
    turns: [
      ['誰が塩博物館を再開しましたか？', '佐藤恵子'],
      ['いつですか？', '木曜日'],
      ['彼女は屋根について何と言いましたか？', '梁'],
      ['開館時間は？', '月曜日'],
      ['田中次郎はいつから博物館で働いていますか？', '1988'],
      ['彼はどこへ引っ越しますか？', 'リスボン'],
    ],
  },
}
