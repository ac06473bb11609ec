/** Forms of English verbs that no ending tells, by their base: "spoke" is found by a question with "speak". */
const FORMS = `
  be:been begin:began,begun break:broke,broken bring:brought build:built buy:bought catch:caught choose:chose,chosen
  come:came draw:drew,drawn drive:drove,driven eat:ate,eaten fall:fell,fallen feel:felt fight:fought find:found
  fly:flew,flown forget:forgot,forgotten freeze:froze,frozen get:got,gotten give:gave,given go:went,gone grow:grew,grown
  hear:heard hide:hid,hidden hold:held keep:kept know:knew,known lay:laid lead:led leave:left lend:lent lose:lost
  make:made mean:meant meet:met pay:paid ride:rode,ridden ring:rang,rung rise:rose,risen run:ran say:said see:saw,seen
  seek:sought sell:sold send:sent shake:shook,shaken shoot:shot show:shown sing:sang,sung sink:sank,sunk sit:sat
  sleep:slept speak:spoke,spoken spend:spent stand:stood steal:stole,stolen stick:stuck strike:struck swear:swore,sworn
  swim:swam,swum take:took,taken teach:taught tear:tore,torn tell:told think:thought throw:threw,thrown
  understand:understood wear:wore,worn win:won write:wrote,written
`

/** Base form by irregular form. */
export const IRREGULAR_VERBS: ReadonlyMap<string, string> = new Map(
  FORMS.trim()
    .split(/\s+/u)
    .flatMap((entry) => {
      const [base = '', forms = ''] = entry.split(':')
      return forms.split(',').map((form) => [form, base] as const)
    }),
)
