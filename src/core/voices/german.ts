import { buildLexicon } from './build-lexicon.ts'
import { setOf } from './lexicon.ts'

export const GERMAN = buildLexicon('de', {
  say: setOf(
    `sagt sagte sagten sagen erklärt erklärte erklärten betont betonte betonten kritisiert kritisierte kritisierten
     schreibt schrieb schrieben meint meinte meinten fordert forderte forderten warnt warnte warnten ergänzt ergänzte berichtet
     berichtete berichteten behauptet behauptete behaupteten versichert versicherte antwortet antwortete fragt fragte räumt räumte
     teilt teilte teilten mahnt mahnte verkündet verkündete twittert twitterte äußert äußerte unterstreicht unterstrich bestätigt
     bestätigte bestätigten entgegnet entgegnete erwidert erwiderte beteuert beteuerte beklagt beklagte rief ruft heißt hieß
     kündigte verteidigte konterte formulierte wies nannte nennt nannten bezeichnete bezeichnet bezeichneten sprach spricht
     weist drohte droht verlangte verlangt hob gesagt erzählte erzählt resümierte bilanzierte begründete urteilte`,
  ),
  withWords: setOf('nannte nennt nannten bezeichnete bezeichnet bezeichneten sprach spricht'),
  accordingTo: [
    ['laut'],
    ['nach', 'angaben', 'von'],
    ['nach', 'angaben', 'der'],
    ['nach', 'angaben', 'des'],
    ['nach', 'worten', 'von'],
    ['nach', 'worten', 'des'],
    ['nach', 'worten', 'der'],
    ['so'],
    ['nach', 'ansicht', 'von'],
    ['aus', 'sicht', 'von'],
  ],
  postpositions: setOf('zufolge'),
  that: setOf('dass daß ob wie'),
  auxiliaries: setOf(
    'hat habe haben hatte hatten ist sei sind war waren wird werde würde kann könne soll solle will wolle muss nicht',
  ),
  adverbs:
    /^(?:auch|dann|später|zuvor|nun|noch|bereits|erneut|wiederum|zudem|außerdem|heute|gestern|dazu|dabei|jetzt|allerdings|jedoch|aber|selbst|weiter|mehrfach|zunächst|deshalb|daraufhin|am|abend|morgen)$/u,
  determiners: setOf(
    'der die das den dem des ein eine einer eines einem einen dieser diese dieses mehrere zwei drei viele einige sein seine ihr ihre kein keine beide',
  ),
  prepositions: setOf(
    'von vom für mit in im an am auf aus bei beim zu zum zur nach über unter vor gegen durch um wegen während seit bis ohne zwischen trotz dem laut',
  ),
  conjunctions: setOf(
    'dass daß weil wenn als während nachdem bevor obwohl aber denn sondern doch da damit sowie',
  ),
  and: setOf('und oder'),
  relatives: setOf('welcher'),
  pronouns: new Map([
    ['er', 'he'],
    ['sie', 'she'],
    ['es', 'it'],
  ]),
  titles:
    /^(?:\p{L}*(?:minister|ministerin|präsident|präsidentin|kanzler|kanzlerin|sprecher|sprecherin|chef|chefin|vorsitzende|vorsitzender|vorsitzenden|sekretär|sekretärin|leiter|leiterin|direktor|direktorin|bürgermeister|bürgermeisterin|abgeordnete|abgeordneter|kandidat|kandidatin|politiker|politikerin|experte|expertin|forscher|forscherin|professor|professorin|anwalt|anwältin|richter|richterin|trainer|trainerin|manager|managerin|beauftragte|beauftragter|ökonom|ökonomin|präses|bischof|bischöfin|unternehmer|unternehmerin|kapitän|ingenieur|ingenieurin|vorstand|landrat|landrätin|senator|senatorin|general|wirtin|wirt|mitglied)|herr|herrn|frau|dr|prof|papst|könig|königin|prinz)$/u,
  female: /^(?:frau|\p{L}+in|königin|mutter|tochter|schwester|witwe)$/u,
  male: /^(?:herr|herrn|könig|papst|vater|sohn|bruder|\p{L}*(?:minister|präsident|kanzler|sprecher|sekretär|leiter|direktor|bürgermeister|politiker|trainer))$/u,
  people:
    /^(?:\p{L}*(?:sprecher|sprecherin|minister|ministerin|beamter|beamte|beamten|vertreter|vertreterin|experte|experten|expertin|mitarbeiter|mitarbeiterin|anwohner|anwohnerin|zeuge|zeugen|zeugin|politiker|politikerin|forscher|forscherin|präsident|präsidentin|kanzler|kanzlerin|chef|chefin|bürgermeister|bürgermeisterin|vorsitzende|kreise|kreisen|insider|kritiker|gegner|anwalt|anwältin|frau|mann|leute|menschen|ingenieur|ingenieurin|kapitän|diplomat|diplomaten|direktor|direktorin|leiter|leiterin))$/u,
  documents:
    /^(?:\p{L}*(?:erklärung|bericht|berichts|studie|gutachten|mitteilung|schreiben|brief|papier|dokument|umfrage|zeitung|urteil|klage|entwurf|protokoll|statistik|analyse|untersuchung))$/u,
  groups:
    /^(?:\p{L}*(?:regierung|ministerium|ministeriums|partei|polizei|behörde|unternehmen|verband|gewerkschaft|staatsanwaltschaft|verwaltung|kommission|fraktion|stadt|gericht|agentur))$/u,
  notNames: setOf(
    'am im nach laut zuvor damit dabei dazu auch doch zudem außerdem heute gestern montag dienstag mittwoch donnerstag freitag samstag sonntag',
  ),
})
