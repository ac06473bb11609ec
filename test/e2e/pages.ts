// Invented articles: the people, places and events in them do not exist.

export const HARBOUR_TITLE = 'Brennholm closes its old ferry harbour after ninety years'

export const HARBOUR_PARAGRAPHS: readonly string[] = [
  'The town of Brennholm closed its old ferry harbour on Tuesday, ending ninety years of crossings to the island of Vessøy. The last boat left the quay at noon with 214 passengers and a brass band on board.',
  'Harbour master Ingrid Falkum said the quay wall had moved by eleven centimetres since the winter storms. “We measured it every week, and every week it was worse,” she told reporters on the pier.',
  'A report by the engineering office Tarn & Lowe estimated the cost of a full repair at 48 million crowns. The town council decided against it in March, by fourteen votes to nine.',
  'Crossings will continue from the new terminal at Skarvik, four kilometres to the north. A bus that leaves every twenty minutes is meant to take passengers there from the railway station.',
  'Shop owners in the old quarter fear for their trade. Baker Olav Reinsvoll said that half of his customers came straight from the boat, and that nobody at the town hall had asked him.',
  'The council has promised to decide by October what becomes of the quay. One proposal would turn the waiting hall into a library, another would leave the site to the rowing club.',
  'Vessøy has 340 residents in winter and about three thousand in summer. Its mayor, Signe Aakre, said the longer way would cost commuters close to an hour a day.',
  'The ferry Margrete II, built in 1961, will be towed to a museum in the south. Volunteers have collected 90,000 crowns for a new coat of paint, which is about a third of what they need.',
]

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A page as news sites make them, with this title and these paragraphs. */
export function articlePage(title: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta property="og:type" content="article"><meta property="og:title" content="${escapeHtml(title)}">
<meta property="og:site_name" content="Fjord Courier"><meta name="author" content="Kari Nordlund">
<meta property="article:published_time" content="2026-11-17T09:30:00+01:00"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>${escapeHtml(title)}</h1>
${body}
</article><footer>All rights reserved</footer></body></html>`
}

export const HARBOUR_PAGE = articlePage(HARBOUR_TITLE, HARBOUR_PARAGRAPHS)

/** A page that is readable and no article: a form and a few words. */
export const SHOP_PAGE = `<!doctype html><html lang="en"><head><title>Basket</title></head><body><h1>Your basket</h1>
<p>There are two things in your basket: a lamp and a chair. Delivery takes three to five days.</p>
<form><input name="code"><button>Pay</button></form></body></html>`

export const CAPTCHA_PAGE = `<!doctype html><html><head><title>Just a moment...</title></head><body>
<h1>Verify you are human</h1><p>Complete the captcha to go on to news.example.</p>
<div class="g-recaptcha" data-sitekey="x"></div></body></html>`

/** An article by somebody who wants the bot to ping people and to show links of their own. */
export const HOSTILE_PAGE = articlePage('@everyone <@1> [win](http://evil.example/now) harbour news', [
  'The council of @everyone met <@1> on Monday and said [click here](http://evil.example/now) to every resident of the old harbour town of Brennholm.',
  ...HARBOUR_PARAGRAPHS.map(
    (paragraph) => `@here ${paragraph} See https://evil.example/path or <@&2> for more.`,
  ),
])
