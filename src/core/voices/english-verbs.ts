import { setOf } from './lexicon.ts'

// Verbs of saying after PARC 3.0 and PolNeAR's lists of attribution cues (Pareti 2016; Newell et al. 2018), and what news
// uses beside them. Regular ones are inflected here, the others stand whole.

const REGULAR = `
  accuse acknowledge add admit advise affirm agree allege announce answer applaud argue ask assert assure attest bemoan
  blast boast brag bristle caution challenge charge chide claim clarify comment complain concede conclude concur condemn
  confess confide confirm contend continue counter crack criticize criticise cry decry declare decline defend demand denounce deny
  deride detail disagree disclose dismiss emphasize emphasise exclaim exhort explain expound fume gloat groan grumble
  gush hint howl implore imply indicate inform insist instruct interject intone invoke jest joke
  justify lament lash laugh lecture marvel mock mourn muse mutter note object observe offer opine order persist
  plead pledge point post praise pray predict press proclaim proffer promise pronounce propose protest push quip rail rant
  reaffirm reason reassure recall recite recommend recount reflect refuse reiterate rejoin relate relay remark remind
  reminisce repeat reply report request respond retort reveal roar scoff scold scream shout shrug sigh signal
  slam snap sneer stress suggest summarize summarise surmise tease testify thank theorize threaten thunder tout tweet
  underline underscore urge vent volunteer vow wail warn whisper wonder yell stammer elaborate cheer interrupt interpose prompt
  venture specify state stipulate reckon riff enthuse implore retweet text email e-mail caution chant quote preach chime
  assail attack
`
const IRREGULAR = `
  say says said tell tells told write writes wrote written speak speaks spoke spoken read reads swear swears swore
  shoot shoots put puts begin began begins quoth sing sings sang goes went
`
/** Governs words in quotation marks, or a clause with "that", and nothing else. */
const WITH_WORDS_REGULAR = `
  call label describe brand dub term characterize characterise depict portray name rip deem declare view compare consider
  hail ridicule lambaste castigate bash believe expect hope fear doubt worry want assume estimate calculate
  title rate liken cast cite paint bill mention reference use deliver fire share introduce vilify invite encourage
  discuss address list question recognize recognise reject credit wish swap welcome pan highlight outline
  trumpet dangle promote deride envision cheer pitch
`
const WITH_WORDS_IRREGULAR = `
  think thinks thought know knows knew feel feels felt see sees saw find finds found understand understands understood
  hold holds held mean means meant lay lays laid take takes took show shows showed bring brought give gives gave make makes made
`

const forms = (verb: string): { finite: string[]; participle: string } => {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb
  const y = /[^aeiou]y$/u.test(verb)
  const doubled = /^(?:brag|quip|snap|slam|rip|dub|admit|chat|pan|swap|refer)$/u.test(verb)
    ? verb.slice(-1)
    : ''
  const third = y ? `${verb.slice(0, -1)}ies` : /(?:s|sh|ch|x|z|o)$/u.test(verb) ? `${verb}es` : `${verb}s`
  const past = y ? `${verb.slice(0, -1)}ied` : `${stem}${doubled}ed`
  return { finite: [verb, third, past], participle: `${stem}${doubled}ing` }
}

const inflected = (list: string): { finite: string[]; participles: string[] } => {
  const all = list.trim().split(/\s+/u).map(forms)
  return { finite: all.flatMap(({ finite }) => finite), participles: all.map(({ participle }) => participle) }
}

const say = inflected(REGULAR)
const withWords = inflected(WITH_WORDS_REGULAR)

export const ENGLISH_SAY = setOf(IRREGULAR, ...say.finite)
export const ENGLISH_WITH_WORDS = setOf(
  WITH_WORDS_IRREGULAR,
  ...withWords.finite,
  // These say something only with its words.
  'offer offers offered press pressed push pushed continue continued begin began goes went put puts order ordered thank thanked attack attacked assail assailed praise praised post posted read reads order signal signaled signalled',
)
export const ENGLISH_PARTICIPLES = setOf(
  'saying telling writing speaking reading',
  ...say.participles,
  ...withWords.participles,
  'thinking feeling seeing',
)
export const ENGLISH_ALSO_NOUNS = setOf(
  `claim claims report reports note notes comment comments demand demands charge charges remark remarks promise
  promises answer answers question questions tweet tweets call calls request requests post posts offer offers challenge
  challenges joke jokes object objects threat hint hints pledge pledges vow vows quote quotes cry cries shout shouts order
  orders name names label labels brand term terms use uses view views hope hopes fear fears doubt doubts wish text email
  e-mail reason reasons press point points list lists share shares fire cast bill rate hold address title credit attack
  attacks push state estimate estimates counter counters detail details reply response attack mean means laugh show shows
  account report states find cut aim target plan stress paint promote signal signals reply replies protest protests mock prompt
  recall repeat repeats sign signs laugh laughs reference interest concern boast boasts chant chants roar roars howl groan scream screams whisper quip quips
  caution crack lash rant rants sigh welcome lecture volunteer`,
)
