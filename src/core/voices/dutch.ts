import { buildLexicon } from './build-lexicon.ts'
import { setOf } from './lexicon.ts'

export const DUTCH = buildLexicon('nl', {
  say: setOf(
    `zegt zei zeiden zeggen gezegd stelt stelde verklaart verklaarde vertelt vertelde schrijft schreef meldt meldde benadrukt
     benadrukte waarschuwt waarschuwde voegt voegde reageert reageerde antwoordt antwoordde vraagt vroeg vindt vond noemt noemde
     noemden erkent erkende beweert beweerde bevestigt bevestigde denkt dacht legt legde twitterde concludeert concludeerde belooft
     beloofde klaagt klaagde`,
  ),
  withWords: setOf('noemt noemde noemden vindt vond denkt dacht vraagt vroeg'),
  accordingTo: [['volgens'], ['aldus'], ['naar', 'eigen', 'zeggen', 'van']],
  that: setOf('dat of hoe'),
  auxiliaries: setOf('heeft hebben had hadden is zijn was waren wordt werd zal zou kan niet'),
  passive: setOf('wordt werd is'),
  by: setOf('door'),
  adverbs:
    /^(?:ook|dan|later|nog|al|opnieuw|gisteren|vandaag|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|toen|nu|daarna|eerder|echter)$/u,
  determiners: setOf('de het een deze dit die zijn haar hun meerdere twee drie enkele veel'),
  prepositions: setOf(
    'van voor met in op aan bij uit naar over onder door om tegen zonder tussen tijdens na sinds tot volgens',
  ),
  conjunctions: setOf('dat maar omdat als toen terwijl hoewel want dus'),
  and: setOf('en of'),
  relatives: setOf('die'),
  pronouns: new Map([
    ['hij', 'he'],
    ['zij', 'she'],
    ['ze', 'she'],
    ['het', 'it'],
  ]),
  titles:
    /^(?:\p{L}*(?:minister|premier|president|presidente|woordvoerder|woordvoerster|voorzitter|burgemeester|wethouder|directeur|hoogleraar|leider|secretaris|commissaris|kamerlid|koning|koningin)|de heer|meneer|mevrouw|dhr|mevr|dr|prof|paus)$/u,
  female: /^(?:mevrouw|mevr|\p{L}+(?:ster|esse|presidente)|koningin|vrouw|moeder)$/u,
  male: /^(?:meneer|dhr|koning|paus|man|vader)$/u,
  people:
    /^(?:\p{L}*(?:woordvoerder|woordvoerster|minister|premier|president|ambtenaar|ambtenaren|deskundige|deskundigen|getuige|getuigen|bron|bronnen|advocaat|diplomaat|bewoner|bewoners|directeur|voorzitter|burgemeester|onderzoeker|onderzoekers|hoogleraar|man|vrouw|leider|medewerker|medewerkers|ingenieur|ingenieurs))$/u,
  documents:
    /^(?:\p{L}*(?:verklaring|rapport|brief|onderzoek|studie|document|bericht|peiling|nota|vonnis|artikel))$/u,
  groups:
    /^(?:\p{L}*(?:regering|kabinet|ministerie|partij|politie|bedrijf|vakbond|gemeente|vereniging|agentschap|commissie|rechtbank))$/u,
  notNames: setOf(
    'volgens maar ook gisteren vandaag maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  ),
})
