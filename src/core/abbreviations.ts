import { COMMON_WORDS } from './common-words.ts'

// What may stand before a full stop that ends no sentence. Everything is lower case unless it says otherwise;
// "z. B." and "z.B." are both looked up as "z.b".

/** Something always follows these: a title its name, "e.g." its example. */
export const LEADING_ABBREVIATIONS: ReadonlySet<string> = setOf(`
  mr mrs ms mx messrs dr drs prof lt capt cmdr cdr adm sgt cpl pvt maj brig gens cols sens reps supt insp atty
  e.g i.e eg ie vs cf viz approx ca
  m.e z.b d.h u.a s.o s.u bzw vgl evtl ggf inkl exkl zzgl sog geb gest frhr dipl hl u.u i.d.r
  mme mlle mgr p.ex c.-à-d
  sra srta dña lic ing arq uds dott dott.ssa sig.ra avv on.le exmo exma
  dhr mevr mw drs bijv bv o.a m.b.t t.a.v
  t.ex bl.a s.k f.eks
  prof np tzn tj m.in ul św inż mgr hab
  т.е т.к пр-т проф акад см напр г-н г-жа св доц
  örn bkz sn doç yrd av
  डॉ श्री पं
`)

/** The same, but only when written so: their small or large form is an everyday word. */
export const LEADING_AS_WRITTEN: ReadonlySet<string> = setOf(`
  Gen Col Sen Rep Gov Pres Hon Rev Fr Mt Ft Pt Ste Sta Sto Mag Ed Univ v Sig Hr Hrn Frl Sr EE Mons M MM
`)

/** These lead only to a number: "No. 5", "pp. 3", "§ 12 Abs. 2". Without one they end a sentence like any word. */
export const BEFORE_NUMBERS: ReadonlySet<string> = setOf(`
  no nos nr nrs art arts fig figs sec secs ch chap vol vols p pp para par eq ex op cap pt
  abs s str bd kap ziff rn tel aufl
  núm pág págs n núms pag réf av t
  стр рис гл п с ст № д кв
  jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc
  v c kl д
`)

/** These may end a sentence; they do where the next word is one that begins sentences. */
export const TRAILING_ABBREVIATIONS: ReadonlySet<string> = setOf(`
  inc ltd co corp llc plc bros jr sr esq dept univ assn st ave blvd rd sq hwy et.al al eds ed est min max hrs
  lb lbs oz ft km kg cm mph sec ph.d m.d b.a m.a j.d
  usw etc u.s.w uvm mio mrd tsd std jh jhd v.chr n.chr gmbh e.v str abb fa
  s.a s.l s.r.l s.p.a s.r.o c.v ee.uu j.-c av.j.-c apr.j.-c ltda cía
  т.д т.п др пр г гг в вв руб коп млн млрд тыс чел обл н.э
  ltd.şti a.ş vb enz им ул
  dz godz zł mln mld tys r
`)

/** What a day's number or another of these may follow; short ones with a full stop. */
export const MONTHS_AND_DAYS: ReadonlySet<string> = setOf(`
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  january february march may june july october december april august september november
  monday tuesday wednesday thursday friday saturday sunday
`)

/** Month names and days that are not English: a number with a full stop before them is a day. */
export const ORDINAL_MONTHS: ReadonlySet<string> = setOf(
  'januar jänner februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag jahrhundert jahrhunderts',
)

/** Time zones and the like, which go on after "9 a.m.". */
export const AFTER_CLOCK_TIMES: ReadonlySet<string> = setOf(
  'est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest ist jst eastern central pacific mountain local',
)

/** Letters that name a thing and do end sentences: "vitamin C.", "Plan B." */
export const NAMED_BY_LETTER: ReadonlySet<string> = setOf(
  'vitamin plan type group hepatitis grade class letter point appendix option category model phase exhibit part section figure table team gruppe klasse',
)

/** Words before a number and a full stop that make it an ordinal: "am 3. Mai", "der 19. Kongress". */
export const BEFORE_ORDINALS: ReadonlySet<string> = setOf(
  'am der des dem den die das im zum vom zur beim ab bis seit jeder jedes jeden und ihr ihre ihrem ihren sein seine seinem seinen unser unsere dieser erster det i',
)

/** Words of speech after a quotation: they belong to the sentence of the quotation. */
export const SPEECH_VERBS =
  'said|says|asked|asks|replied|answered|added|shouted|cried|demanded|wondered|wrote|told|exclaimed'

/** Parts of names, or names: capitalised they do not begin a sentence after an initial. */
export const NAME_PARTICLES: ReadonlySet<string> = setOf(
  'de la le van von el di da do dos du al ter te lo los las zu',
)

/** Common words that are as often a name, a letter or a number as a beginning. */
const NO_STARTERS = setOf('a i o e y will may can s na no')

const EXTRA_STARTERS = setOf(
  'a no however meanwhile according although though despite several many another one two here now today yesterday earlier later last since until under both still yet instead therefore moreover even',
)

/** Words that begin sentences and hardly ever names: after "U.S." or "Inc." they tell that a new sentence begins. */
export const STARTERS: ReadonlySet<string> = new Set([
  ...Object.values(COMMON_WORDS)
    .flat()
    .filter((word) => !NO_STARTERS.has(word)),
  ...EXTRA_STARTERS,
])

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}
