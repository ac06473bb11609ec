import { type CreditGrammar, QUOTED_TITLE } from './credit-grammar.ts'

const DUTCH: CreditGrammar = {
  work: '(?:dit|deze) (?:artikel|verhaal|stuk|interview|opiniestuk|bericht|column|essay|recensie|reportage|tekst|blog|blogpost|analyse|bijdrage|onderzoek)',
  loose:
    '(?:(?:het|de|een) )?(?:artikel|verhaal|stuk|interview|opiniestuk|column|essay|recensie|reportage|tekst|blog|analyse|bijdrage)',
  version:
    'een (?:eerdere |langere |kortere |andere )?versie van (?:dit|deze|het) (?:artikel|verhaal|stuk|interview|opiniestuk|essay|tekst|column)|het (?:originele|oorspronkelijke) (?:artikel|stuk|verhaal)|het origineel',
  signed: ' van [^.;:]{3,50}?(?= (?:is|verscheen|werd))',
  first: 'eerder|eerst|oorspronkelijk|voor het eerst|als eerste|aanvankelijk|origineel',
  appeared: 'verscheen|verschenen|gepubliceerd|geplaatst|gepost|afgedrukt|te lezen',
  alone: 'verschenen',
  again:
    'overgenomen|herpublicatie|doorgeplaatst|overname|herplaatst|ontleend|nagedrukt|afkomstig|gereproduceerd',
  given: 'aangeleverd|geproduceerd|gemaakt',
  readOriginal: '(?:lees|bekijk)(?: hier)? het (?:originele|oorspronkelijke)(?: artikel| verhaal| stuk)?',
  permission: '(?:hier )?met (?:vriendelijke )?toestemming van|dank aan',
  filler: 'is|werd|was|hier|en|zijn|dit|met toestemming',
  when: `(?:op|in|van)*\\s*DATE|in het LANGUAGE|uit het LANGUAGE|onder de titel,? ${QUOTED_TITLE}|in (?:een )?(?:licht )?(?:gewijzigde|ingekorte|andere) vorm`,
  at: 'in|op|bij|voor',
  by: 'door|van',
  source: 'van|uit|met dank aan',
  issue:
    '(?:het |de )?(?:[\\p{L}\\p{N}-]+ ){0,3}?(?:nummer|editie|uitgave) van |(?:de )?(?:website|site|blog) van ',
}

const SCANDINAVIAN: CreditGrammar = {
  work: '(?:denne?|denna|den här|det här|dette|detta) (?:artikeln?|artikkelen|artiklen|artikel|artikkel|text|texten|teksten|tekst|krönikan?|kronikken?|kronik|kommentaren?|intervjun?|intervjuet|interview|saken?|historien?|reportaget?|reportasjen|essän?|essayet?|innlegget|indlæg|debatartikel|debattartikeln?|berättelse)',
  loose:
    '(?:artikeln?|artikkelen|artiklen|artikkel|texten?|teksten?|krönikan|kronikken|kronikken|kommentaren|intervjun|intervjuet|interviewet|saken|historien|reportaget|reportasjen|essän|essayet|innlegget|indlægget|debattartikeln)',
  version:
    'en (?:tidigare |tidligere |längre |lengre |længere |kortere |kortare |annan |anden |annen )?(?:version|versjon|udgave) (?:av|af) (?:denne?|denna|den här) (?:artikeln?|artikel|artikkelen|tekst|teksten|text|texten)|originalartikeln|original(?:artikkelen|artiklen|texten)|originalet',
  signed: ' (?:av|af) [^.;:]{3,50}?(?= (?:är|er|har|blev|ble|publicerades|stod))',
  first:
    'först|ursprungligen|tidigare|för första gången|først|oprindeligt|oprindelig|opprinnelig|tidligere|for første gang|første gang|ursprungligt',
  appeared:
    'publicerades|publicerad|publicerats|publicerat|publisert|publiseret|publicerad|bragt|trykt|trykte|trykket|offentliggjort|udgivet|utgitt|infördes|införd|stod|sto|gikk|kom|udkom|postet|skrevet',
  again:
    'hämtad|hentet|gjengitt|gengivet|återgiven|återpublicerad|republisert|genoptrykt|lånad|oversat|oversatt|översatt|genbragt|gjenbrukt',
  readOriginal:
    '(?:läs|les|læs)(?: her| här)?(?: hele| hela)? original(?:artikeln|artikkelen|artiklen|texten)|(?:läs|les|læs) den (?:opprinnelige|oprindelige|ursprungliga) (?:artikkelen|artikel|artikeln)',
  permission:
    '(?:her |här )?(?:med (?:vänligt |venlig |vennlig )?(?:tillstånd|tilladelse|tillatelse)(?: av| fra| från| af)|gjengitt med tillatelse fra)',
  filler: 'är|er|har|blev|ble|var|har varit|vart|och|og|her|här|også her|den|blitt|blevet',
  when: `(?:den|i|på|fra|från)*\\s*DATE|på LANGUAGE|under rubriken,? ${QUOTED_TITLE}|med titlen,? ${QUOTED_TITLE}`,
  at: 'i|på|hos|för|for',
  by: 'av|af',
  source: 'från|fra|ur|av|af',
  issue: '(?:[\\p{L}\\p{N}-]+ ){0,3}?(?:nummer|utgave|udgave|numret) av ',
  lowerCaseNames: true,
}

const POLISH: CreditGrammar = {
  work: '(?:ten|niniejszy|ta|to) (?:artykuł|tekst|wywiad|felieton|esej|reportaż|wpis|materiał|komentarz|recenzja|opowieść|rozmowa|analiza)',
  loose: '(?:artykuł|tekst|wywiad|felieton|esej|reportaż|wpis|materiał|komentarz|recenzja|rozmowa|analiza)',
  version:
    '(?:(?:pierwsza|wcześniejsza|skrócona|oryginalna|pierwotna) )?wersja (?:tego )?(?:artykułu|tekstu|wywiadu)|oryginalny (?:artykuł|tekst)|oryginał',
  first: 'pierwotnie|po raz pierwszy|najpierw|wcześniej|oryginalnie|początkowo|jako pierwszy',
  appeared:
    'ukazał[ao]? się|ukazał się|opublikowan[yaoe]|opublikował|zamieszczon[yao]|wydrukowan[yao]|ukazał|się ukazał[ao]?|publikacja|wydan[ya]',
  again:
    'przedruk|przedrukowan[yao]|pochodzi|zaczerpnięt[yo]|przedrukowujemy|fragment|przetłumaczon[yo]|cytat',
  readOriginal: '(?:przeczytaj|czytaj|zobacz)(?: tutaj)? oryginalny (?:artykuł|tekst)',
  permission:
    '(?:za (?:zgodą|uprzejmą zgodą|pozwoleniem)|dzięki uprzejmości|dzięki życzliwości)(?: redakcji)?',
  filler: 'został[ao]?|był[ao]?|jest|i|tutaj|na|się|tu',
  when: `(?:w dniu|dnia|w|z)*\\s*DATE|w języku LANGUAGE|po LANGUAGE|pod tytułem,? ${QUOTED_TITLE}`,
  at: 'w|na|we|dla',
  by: 'przez',
  source: 'z|ze|od',
  issue: '(?:\\S+ )?(?:numerze|wydaniu|numeru|wydania) ',
  lowerCaseNames: true,
}

const CZECH: CreditGrammar = {
  work: '(?:tento|tato|toto) (?:článek|text|rozhovor|komentář|příspěvek|reportáž|esej)',
  loose: '(?:článek|text|rozhovor|komentář|příspěvek|reportáž|esej)',
  version: 'původní (?:verze |)(?:článku|článek|text)|originál(?:ní článek)?',
  first: 'původně|poprvé|nejprve|nejdříve|dříve',
  appeared: 'vyšel|vyšla|vyšlo|publikován[ao]?|zveřejněn[ao]?|publikoval|zveřejnil|otištěn[ao]?',
  again: 'převzat[oý]|převzato|přetištěno|přetisk|převzali|pochází',
  permission: 'se (?:svolením|souhlasem)|s laskavým svolením',
  filler: 'byl[ao]?|je|a|zde|jsme',
  at: 'v|ve|na|pro',
  by: 'od',
  source: 'z|ze|od',
  lowerCaseNames: true,
}

const RUSSIAN: CreditGrammar = {
  work: '(?:эта|этот|это|данная|данный|настоящая|ця|цей) (?:статья|текст|материал|интервью|колонка|публикация|заметка|эссе|новость|рецензия|стаття|матеріал)',
  loose:
    '(?:статья|текст|материал|интервью|колонка|публикация|заметка|эссе|новость|рецензия|стаття|матеріал)',
  version:
    '(?:первая |ранняя |полная |оригинальная |первоначальная )?версия (?:этой |этого |данной )?(?:статьи|текста|материала|интервью)|оригинал(?: статьи| текста| материала| публикации)?|оригинальная статья|оригінал',
  first: 'впервые|изначально|первоначально|сначала|ранее|первоначально|вперше|спочатку|раніше|первым',
  appeared:
    'опубликован[аоы]?|опубликовал[аио]?|вышл[аои]|вышел|появил[аио]сь|появился|напечатан[аоы]?|размещен[аоы]?|размещён|опубліковано|опублікована|опублікований|публикация|публиковал[аои]сь',
  again:
    'перепечатан[аоы]?|перепечатка|перепечатывается|перепечатано|взят[аоы]?|заимствован[аоы]?|републикация|репост|передрук|передруковано|републікація|переведен[ао]?|цитируется',
  readOriginal:
    '(?:читайте|читать|смотрите) оригинал(?: статьи| материала| текста)?|оригинал(?: статьи| материала| текста)? (?:доступен|опубликован|можно прочитать)?',
  permission:
    '(?:публикуется )?с (?:любезного )?(?:разрешения|согласия|дозволу)|з дозволу|при перепечатке из',
  filler: 'был[аои]?|была|и|здесь|є|було|була|публикуется|на русском языке|и',
  when: `(?:в|от|за)*\\s*DATE|на LANGUAGE(?: языке)?|под (?:заголовком|названием),? ${QUOTED_TITLE}`,
  at: 'в|во|на|у|для',
  by: 'изданием|газетой|журналом|агентством|порталом|сайтом|виданням',
  source: 'из|с|со|от|з|із',
  issue: '(?:\\S+ )?(?:номере|выпуске|номера) ',
  lowerCaseNames: true,
}

/** Dutch, the Scandinavian languages, Polish, Czech, Russian and Ukrainian. */
export const NORTH_AND_EAST: readonly CreditGrammar[] = [DUTCH, SCANDINAVIAN, POLISH, CZECH, RUSSIAN]
