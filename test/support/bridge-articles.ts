/** One small story in several languages, written for these tests, with a conversation about it: questions, and words of the answers. */
export interface Talk {
  readonly paragraphs: readonly string[]
  readonly turns: readonly (readonly [question: string, answer: string])[]
}

export const BRIDGE_TALKS: Readonly<Record<string, Talk>> = {
  en: {
    paragraphs: [
      'Mayor Ilse Brandt opened the new bridge of Varnö on Saturday morning in front of two thousand guests.',
      'The bridge cost 62 million crowns, most of which came from the region.',
      'Brandt said that she would miss the old ferry, on which her grandfather had worked.',
      'The ferries will go on sailing until October, because the road on the island is not finished.',
      'Engineer Jon Pell designed the bridge. He moved to Chile in the spring and followed the ceremony by telephone.',
      'Schools and shops on the island were closed for the day.',
    ],
    turns: [
      ['Who opened the new bridge?', 'Ilse Brandt'],
      ['And when?', 'Saturday'],
      ['What did she say about the ferry?', 'grandfather'],
      ['What about the ferries?', 'October'],
      ['Who designed the bridge?', 'Jon Pell'],
      ['Where did he move?', 'Chile'],
    ],
  },
  de: {
    paragraphs: [
      'Bürgermeisterin Ilse Brandt hat am Samstagmorgen vor zweitausend Gästen die neue Brücke von Varnö eröffnet.',
      'Die Brücke kostete 62 Millionen Kronen, das meiste davon kam von der Region.',
      'Brandt sagte, sie werde die alte Fähre vermissen, auf der ihr Großvater gearbeitet hatte.',
      'Die Fähren fahren noch bis Oktober, weil die Straße auf der Insel nicht fertig ist.',
      'Ingenieur Jon Pell hat die Brücke entworfen. Er zog im Frühjahr nach Chile und verfolgte die Feier am Telefon.',
      'Schulen und Geschäfte auf der Insel blieben an diesem Tag geschlossen.',
    ],
    turns: [
      ['Wer hat die neue Brücke eröffnet?', 'Ilse Brandt'],
      ['Und wann?', 'Samstagmorgen'],
      ['Was sagte sie über die Fähre?', 'Großvater'],
      ['Was ist mit den Fähren?', 'Oktober'],
      ['Wer hat die Brücke entworfen?', 'Jon Pell'],
      ['Wohin zog er?', 'Chile'],
    ],
  },
  fr: {
    paragraphs: [
      'La maire Ilse Brandt a inauguré samedi matin le nouveau pont de Varnö devant deux mille invités.',
      'Le pont a coûté 62 millions de couronnes, dont la plus grande partie vient de la région.',
      'Ilse Brandt a dit que le vieux ferry lui manquerait, car son grand-père y avait travaillé.',
      "Les ferries navigueront encore jusqu'en octobre, parce que la route de l'île n'est pas terminée.",
      "L'ingénieur Jon Pell a dessiné le pont. Il est parti au Chili au printemps et a suivi la cérémonie par téléphone.",
      "Les écoles et les magasins de l'île sont restés fermés ce jour-là.",
    ],
    turns: [
      ['Qui a inauguré le nouveau pont ?', 'Ilse Brandt'],
      ['Et quand ?', 'samedi'],
      ["Qu'a-t-elle dit du vieux ferry ?", 'grand-père'],
      ['Et pour les ferries ?', 'octobre'],
      ['Qui a dessiné le pont ?', 'Jon Pell'],
      ['Où est-il parti ?', 'Chili'],
    ],
  },
  es: {
    paragraphs: [
      'La alcaldesa Ilse Brandt inauguró el sábado por la mañana el nuevo puente de Varnö ante dos mil invitados.',
      'El puente costó 62 millones de coronas, y la mayor parte la pagó la región.',
      'Brandt dijo que echaría de menos el viejo ferri, en el que había trabajado su abuelo.',
      'Los ferris seguirán navegando hasta octubre, porque la carretera de la isla no está terminada.',
      'El ingeniero Jon Pell diseñó el puente. Se mudó a Chile en primavera y siguió la ceremonia por teléfono.',
      'Las escuelas y las tiendas de la isla cerraron ese día.',
    ],
    turns: [
      ['¿Quién inauguró el nuevo puente?', 'Ilse Brandt'],
      ['¿Y cuándo?', 'sábado'],
      ['¿Qué dijo ella del viejo ferri?', 'abuelo'],
      ['¿Qué pasa con los ferris?', 'octubre'],
      ['¿Quién diseñó el puente?', 'Jon Pell'],
      ['¿A dónde se mudó?', 'Chile'],
    ],
  },
  ru: {
    paragraphs: [
      'Мэр Ильза Брандт открыла новый мост в Варнё в субботу утром в присутствии двух тысяч гостей.',
      'Мост стоил 62 миллиона крон, большую часть заплатил регион.',
      'Брандт сказала, что ей будет не хватать старого парома, на котором работал её дедушка.',
      'Паромы будут ходить до октября, потому что дорога на острове не достроена.',
      'Инженер Йон Пелл спроектировал мост. Весной он переехал в Чили и следил за церемонией по телефону.',
      'Школы и магазины на острове в этот день были закрыты.',
    ],
    turns: [
      ['Кто открыл новый мост?', 'Ильза Брандт'],
      ['А когда?', 'субботу'],
      ['Что она сказала о старом пароме?', 'дедушка'],
      ['А что насчёт паромов?', 'октября'],
      ['Кто спроектировал мост?', 'Йон Пелл'],
      ['Куда он переехал?', 'Чили'],
    ],
  },
  tr: {
    paragraphs: [
      'Belediye başkanı Ilse Brandt, Varnö’nün yeni köprüsünü cumartesi sabahı iki bin konuğun önünde açtı.',
      'Köprü 62 milyon krona mal oldu ve paranın çoğunu bölge ödedi.',
      'Brandt, büyükbabasının çalıştığı eski vapuru özleyeceğini söyledi.',
      'Feribotlar ekime kadar sefer yapacak, çünkü adadaki yol henüz bitmedi.',
      'Mühendis Jon Pell köprüyü tasarladı. İlkbaharda Şili’ye taşındı ve töreni telefonla izledi.',
      'Adadaki okullar ve dükkânlar o gün kapalıydı.',
    ],
    turns: [
      ['Yeni köprüyü kim açtı?', 'Ilse Brandt'],
      ['Peki ne zaman?', 'cumartesi'],
      ['O eski vapur için ne söyledi?', 'büyükbabasının'],
      ['Peki ya feribotlar?', 'ekime'],
      ['Köprüyü kim tasarladı?', 'Jon Pell'],
      ['O nereye taşındı?', 'Şili'],
    ],
  },
  zh: {
    paragraphs: [
      '市长林海燕星期六上午在两千名来宾面前为瓦尔诺的新大桥剪彩。',
      '大桥造价六千二百万克朗，大部分由地区政府支付。',
      '林海燕说她会想念旧渡轮，她的祖父曾在渡轮上工作。',
      '渡轮将继续航行到十月，因为岛上的公路还没有完工。',
      '工程师杨佩设计了这座大桥。他春天搬到了智利，通过电话收看了典礼。',
      '岛上的学校和商店当天关门。',
    ],
    turns: [
      ['谁为新大桥剪彩？', '林海燕'],
      ['那是什么时候？', '星期六'],
      ['她说了关于旧渡轮的什么？', '祖父'],
      ['渡轮航行到什么时候呢？', '十月'],
      ['谁设计了大桥？', '杨佩'],
      ['他搬到了哪里？', '智利'],
    ],
  },
}
