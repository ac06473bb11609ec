/** Countries whose people are called by other letters. Where both begin alike ("Portugal", "Portuguese") no list is needed. */
const DEMONYMS: readonly (readonly string[])[] = [
  'america american americans us usa united states',
  'britain british uk kingdom briton britons',
  'england english',
  'france french frankreich franzosische franzosischen franzosischer francais francaise francaises',
  'germany german germans deutschland deutsche deutschen deutscher allemagne allemand allemande',
  'netherlands dutch holland niederlande niederlandische',
  'switzerland swiss schweiz schweizer suisse',
  'denmark danish dane danes danemark danische',
  'spain spanish spaniard spaniards spanien spanische espana espanol espanola',
  'greece greek greeks griechenland griechische',
  'poland polish pole poles polen polnische',
  'turkey turkish turk turks turkei turkische turkiye turk',
  'sweden swedish swede swedes schweden schwedische',
  'finland finnish finn finns finnland finnische',
  'ireland irish irland irische',
  'wales welsh',
  'italy italian italians italien italienische',
  'brazil brazilian brasil brasilien',
  'scotland scottish scots schottland',
  'norway norwegian norwegen norwegische',
  'china chinese chinesische chinas',
  'thailand thai',
  'peru peruvian',
  'cyprus cypriot',
  'philippines filipino philippine',
  'iraq iraqi',
  'hungary hungarian ungarn ungarische',
  'europe european eu europa europaische',
  'ukraine ukrainian ukrainisch',
  'moscow muscovite moskau moskow',
].map((words) => words.split(' '))

const GROUPS: ReadonlyMap<string, number> = new Map(
  DEMONYMS.flatMap((words, group) => words.map((word): [string, number] => [word, group])),
)

export const isSameCountry = (one: string, other: string): boolean => {
  const group = GROUPS.get(one)
  return group !== undefined && group === GROUPS.get(other)
}

export const isCountryWord = (word: string): boolean => GROUPS.has(word)
