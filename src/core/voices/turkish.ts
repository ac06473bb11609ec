import { buildLexicon } from './build-lexicon.ts'
import { setOf } from './lexicon.ts'

export const TURKISH = buildLexicon('tr', {
  isVerbFinal: true,
  say: setOf(
    `dedi diyor demişti dediler söyledi söyledi söylüyor söylediler belirtti belirtiyor belirttiler açıkladı açıkladılar vurguladı
     ifade kaydetti ekledi konuştu yazdı sordu yanıtladı savundu iddia uyardı duyurdu bildirdi anlattı hatırlattı aktardı eleştirdi
     nitelendirdi tanımladı kullandı diye`,
  ),
  postpositions: setOf('göre'),
  auxiliaries: setOf('etti ediyor eden'),
  determiners: setOf('bir bu şu o iki üç birkaç bazı birçok'),
  prepositions: setOf('için ile gibi kadar sonra önce'),
  conjunctions: setOf('ki ama fakat ancak çünkü'),
  and: setOf('ve veya'),
  pronouns: new Map([['o', 'one']]),
  titles:
    /^(?:\p{L}*(?:cumhurbaşkanı|başbakan|bakan|bakanı|başkan|başkanı|sözcü|sözcüsü|müdür|müdürü|milletvekili|vali|valisi|genel|sekreter|sekreteri|yardımcısı|lideri|büyükelçisi|danışmanı|uzmanı)|sayın|bay|bayan|dr|prof|doç|av)$/u,
  female: /^(?:bayan|hanım|kadın|kraliçe)$/u,
  male: /^(?:bay|bey|adam|kral)$/u,
  people:
    /^(?:\p{L}*(?:sözcü|sözcüsü|yetkili|yetkilisi|yetkililer|uzman|uzmanlar|uzmanı|bakan|bakanı|başkan|başkanı|tanık|tanıklar|kaynak|kaynaklar|kaynaklara|avukat|avukatı|diplomat|müdür|müdürü|milletvekili|profesör|mühendis|mühendisi|kaptan|kaptanı))$/u,
  documents:
    /^(?:\p{L}*(?:açıklama|açıklamada|açıklamaya|açıklamasına|rapor|rapora|raporda|bildiri|bildiride|mektup|mektupta|araştırma|araştırmaya|belge|belgeye|anket|ankete))$/u,
  groups:
    /^(?:hükümet|bakanlık|bakanlığı|parti|partisi|polis|şirket|sendika|savcılık|belediye|belediyesi|dernek|ajans|ajansı|mahkeme)$/u,
  notNames: setOf(
    'ancak ama bu bir öte yandan dün bugün pazartesi salı çarşamba perşembe cuma cumartesi pazar',
  ),
})
