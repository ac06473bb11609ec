/** How a language writes its numbers as words. Alternatives of one number are parted by `|`. */
export interface NumberWordTable {
  /** 0 to 19 or further, in order. */
  readonly from0: string
  /** 20, 30 … 90. */
  readonly tens: string
  /** `value:word|word`: whatever else adds up (hundreds of their own, collectives, fractions, dozens). */
  readonly others: string
  /** `value:word|word`: what multiplies what stands before it. */
  readonly scales: string
  /** 1st, 2nd … in order. */
  readonly ordinals: string
  /** Words between the parts of one number. */
  readonly joins: string
  /** Numbers are written as one word: `vierundzwanzig`, `ventiquattro`. */
  readonly isCompound?: true
}

/** By BCP 47 primary tag. Words of every language are compared without accents and in small letters (`foldWord`). */
export const NUMBER_WORD_TABLES: Readonly<Record<string, NumberWordTable>> = {
  en: {
    from0:
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    tens: 'twenty thirty forty fifty sixty seventy eighty ninety',
    others:
      '0.5:half|halve|halves|halved|halving 0.25:quarter|quarters 1/3:thirds 0.2:fifths 2:twice|double|doubled|doubling|doubles|both|pair|couple|duo|twofold 3:triple|tripled|thrice|treble|trebled|threefold|trio|threesome 4:quadruple|quadrupled|fourfold|foursome|quartet 5:quintet 6:sextet',
    scales:
      '12:dozen 100:hundred|hundreds 1000:thousand|thousands|k 1e6:million|millions|m|mn|mln 1e9:billion|billions|bn|b 1e12:trillion|trillions|tn',
    ordinals:
      'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
    joins: 'and',
  },
  de: {
    from0:
      'null ein|eins|eine|einen|einem|einer zwei|zweier drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn',
    tens: 'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig',
    others:
      '0.5:halfte|einhalb|halb|halbe|halben|halbes|halbiert|halbieren|halbierte 1/3:drittel|dritteln 0.25:viertel|vierteln 0.2:funftel 1.5:anderthalb|eineinhalb 2.5:zweieinhalb 3.5:dreieinhalb 2:beide|beiden|zweimal|doppelt|doppelte|doppelten|verdoppelt|verdoppelte|verdoppeln|zweifache 3:dreimal|dreifach|verdreifacht 12:dutzend',
    scales:
      '100:hundert|hunderte 1000:tausend|tausende|tsd 1e6:million|millionen|mio 1e9:milliarde|milliarden|mrd 1e12:billion|billionen|bio',
    ordinals:
      'erste|ersten|erster|erstes|erstem zweite|zweiten|zweiter|zweites|zweitem dritte|dritten|dritter|drittes|drittem vierte|vierten|vierter funfte|funften|funfter sechste|sechsten siebte|siebten achte|achten neunte|neunten zehnte|zehnten',
    joins: 'und',
    isCompound: true,
  },
  fr: {
    from0:
      'zero un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
    tens: 'vingt|vingts trente quarante cinquante soixante septante huitante|octante nonante',
    others:
      '0.5:moitie|demi|demie 1/3:tiers 0.25:quart|quarts 2:double|doubler|double|doubles|deuxfois 3:triple|tripler 8:huitaine 10:dizaine 12:douzaine 15:quinzaine 20:vingtaine 30:trentaine 40:quarantaine 50:cinquantaine 60:soixantaine',
    scales:
      '100:cent|cents|centaine|centaines 1000:mille|millier|milliers 1e6:million|millions|mln|m 1e9:milliard|milliards|mds|md 1e12:billion|billions',
    ordinals:
      'premier|premiere deuxieme|second|seconde troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme',
    joins: 'et',
  },
  es: {
    from0:
      'cero un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno|veintiun|veintiuna veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
    tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    others:
      '0.5:mitad|medio|media 1/3:tercio|tercios 0.25:cuarto|cuartos 2:ambos|ambas|doble|duplico|duplicar|duplicado|dobles 3:triple|triplico|triplicar 10:decena 12:docena 15:quincena 20:veintena 200:doscientos|doscientas 300:trescientos|trescientas 400:cuatrocientos|cuatrocientas 500:quinientos|quinientas 600:seiscientos|seiscientas 700:setecientos|setecientas 800:ochocientos|ochocientas 900:novecientos|novecientas 100:ciento|cien|centenar',
    scales: '1000:mil|miles|millar|millares 1e6:millon|millones|mill|mm 1e12:billon|billones',
    ordinals:
      'primer|primero|primera segundo|segunda tercer|tercero|tercera cuarto|cuarta quinto|quinta sexto|sexta septimo|septima octavo|octava noveno|novena decimo|decima',
    joins: 'y de',
  },
  it: {
    from0:
      'zero un|uno|una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    tens: 'venti|vent trenta|trent quaranta|quarant cinquanta|cinquant sessanta|sessant settanta|settant ottanta|ottant novanta|novant',
    others:
      '0.5:meta|mezzo|mezza|dimezzato 1/3:terzo|terzi 0.25:quarto|quarti 2:entrambi|entrambe|doppio|raddoppiato|raddoppiare 3:triplo|triplicato 10:decina 12:dozzina 15:quindicina 20:ventina 30:trentina 40:quarantina 50:cinquantina',
    scales:
      '100:cento|centinaio|centinaia 1000:mille|mila|migliaio|migliaia 1e6:milione|milioni|mln 1e9:miliardo|miliardi|mld 1e12:bilione|bilioni',
    ordinals:
      'primo|prima seconda terzo|terza quarto|quarta quinto|quinta sesto|sesta settimo|settima ottavo|ottava nono|nona decimo|decima',
    joins: 'e di',
    isCompound: true,
  },
  pt: {
    from0:
      'zero um|uma dois|duas tres quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove',
    tens: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    others:
      '0.5:metade|meio|meia 1/3:terco|tercos 0.25:quarto|quartos 2:ambos|ambas|dobro|dobrou|duplicou|duplicar 3:triplo|triplicou 10:dezena 12:duzia 15:quinzena 100:cem|cento|centena 200:duzentos|duzentas 300:trezentos|trezentas 400:quatrocentos|quatrocentas 500:quinhentos|quinhentas 600:seiscentos|seiscentas 700:setecentos|setecentas 800:oitocentos|oitocentas 900:novecentos|novecentas',
    scales:
      '1000:mil|milhar|milhares 1e6:milhao|milhoes|mi 1e9:bilhao|bilhoes|bi 1e12:trilhao|trilhoes|biliao',
    ordinals:
      'primeiro|primeira segunda terceiro|terceira quarto|quarta quinto|quinta sexto|sexta setimo|setima oitavo|oitava nono|nona decimo|decima',
    joins: 'e de',
  },
  nl: {
    from0:
      'nul een|eén|eentje twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
    tens: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    others:
      '0.5:helft|half|halve 0.25:kwart 1.5:anderhalf|anderhalve 2:beide|beiden|dubbel|verdubbeld|verdubbelde|tweemaal 3:driemaal|verdrievoudigd 10:tiental 12:dozijn 20:twintigtal',
    scales:
      '100:honderd|honderden 1000:duizend|duizenden 1e6:miljoen|miljoenen|mln 1e9:miljard|miljarden|mld 1e12:biljoen',
    ordinals: 'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende',
    joins: 'en',
    isCompound: true,
  },
  ru: {
    from0:
      'ноль|нуля один|одна|одно|одного|одной|одну|одним|одном два|две|двух|двум|двумя|двое|двоих три|трех|трем|тремя|трое|троих четыре|четырех|четырем|четырьмя|четверо|четверых пять|пяти|пятью|пятеро шесть|шести|шестью|шестеро семь|семи|семью|семеро восемь|восьми|восемью девять|девяти|девятью десять|десяти|десятью одиннадцать|одиннадцати двенадцать|двенадцати тринадцать|тринадцати четырнадцать|четырнадцати пятнадцать|пятнадцати шестнадцать|шестнадцати семнадцать|семнадцати восемнадцать|восемнадцати девятнадцать|девятнадцати',
    tens: 'двадцать|двадцати тридцать|тридцати сорок|сорока пятьдесят|пятидесяти шестьдесят|шестидесяти семьдесят|семидесяти восемьдесят|восьмидесяти девяносто|девяноста',
    others:
      '0.5:половина|половины|половину|половине|пол 1/3:треть|трети|третью 0.25:четверть|четверти 1.5:полтора|полторы|полутора 2:оба|обе|обоих|обеих|вдвое|дважды|удвоился|удвоилась|удвоилось|удвоились|удвоить 3:втрое|трижды|утроился 10:десяток|десятка 12:дюжина 100:сто|ста 200:двести|двухсот 300:триста|трехсот 400:четыреста|четырехсот 500:пятьсот|пятисот 600:шестьсот|шестисот 700:семьсот|семисот 800:восемьсот|восьмисот 900:девятьсот|девятисот',
    scales:
      '1000:тысяча|тысячи|тысяч|тысячу|тысячам|тысячами|тысячах|тыс 1e6:миллион|миллиона|миллионов|миллионам|миллионами|млн 1e9:миллиард|миллиарда|миллиардов|миллиардам|млрд 1e12:триллион|триллиона|триллионов|трлн',
    ordinals:
      'первый|первая|первое|первого|первой|первую|первым|первом второй|вторая|второе|второго|вторую|вторым|втором третий|третья|третье|третьего|третьей|третьем четвертый|четвертая|четвертого|четвертой пятый|пятая|пятого|пятой шестой|шестая|шестого седьмой|седьмая|седьмого восьмой|восьмая|восьмого девятый|девятая|девятого десятый|десятая|десятого',
    joins: 'и с',
  },
  tr: {
    from0: 'sifir bir iki|ikisi uc|ucu dort|dordu bes|besi alti yedi sekiz dokuz on',
    tens: 'yirmi otuz kirk elli altmis yetmis seksen doksan',
    others: '0.5:yari|yarisi|yarim|bucuk 1/3:ucte 0.25:ceyrek|dortte 12:duzine',
    scales: '100:yuz 1000:bin|binlerce 1e6:milyon|milyonluk|mn 1e9:milyar|milyarlik|mr 1e12:trilyon',
    ordinals: 'birinci|ilk ikinci ucuncu dorduncu besinci altinci yedinci sekizinci dokuzuncu onuncu',
    joins: '',
  },
  ar: {
    from0:
      'صفر واحد|واحده اثنان|اثنين|اثنتان|اثنتين ثلاثه|ثلاث اربعه|اربع خمسه|خمس سته|ست سبعه|سبع ثمانيه|ثماني|ثمان تسعه|تسع عشره|عشر',
    tens: 'عشرون|عشرين ثلاثون|ثلاثين اربعون|اربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين',
    others:
      '0.5:نصف 1/3:ثلث 2/3:ثلثي|ثلثا 0.25:ربع 200:مئتان|مئتين|مائتين|مائتان 2000:الفان|الفين 2e6:مليونان|مليوني|مليونين',
    scales: '100:مئه|مائه 1000:الف|الاف|الفا 1e6:مليون|ملايين|مليونا 1e9:مليار|مليارات|مليارا 1e12:تريليون',
    ordinals:
      'الاول|الاولي|اول الثاني|الثانيه|ثاني الثالث|الثالثه|ثالث الرابع|الرابعه|رابع الخامس|الخامسه|خامس',
    joins: 'و',
  },
}
