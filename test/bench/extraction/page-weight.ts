// Our fixtures hold little beside their articles. What pages of the web carry around theirs, as 252 of them were
// measured (November 2026: median 116 KB and 770 elements), is put around them here, so that their cost is a page's.

const SCRIPT = `<script>window.settings=${JSON.stringify(Array.from({ length: 900 }, (_, index) => ({ name: `flag-${index}`, on: index % 3 === 0, share: index / 900 })))};</script>`
const STYLE = `<style>${Array.from({ length: 500 }, (_, index) => `.block-${index} > a:hover { color: #${(index * 7919).toString(16).padStart(6, '0').slice(0, 6)}; margin: 0 auto }`).join('\n')}</style>`
const TOPICS = 'harbour weather schools council trains theatre football courts housing letters'.split(' ')

const links = (count: number, path: string): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `<li class="item"><a href="/${path}/${index}"><span>${TOPICS[index % TOPICS.length]} ${index}</span></a></li>`,
  ).join('')

const teasers = Array.from(
  { length: 24 },
  (_, index) =>
    `<div class="card related-story"><a href="/story/${index}"><img src="/i/${index}.jpg" alt=""><h3>More about ${TOPICS[index % TOPICS.length]} in the valley</h3></a><p class="date">${(index % 28) + 1} May 2024</p></div>`,
).join('')

const comments = Array.from(
  { length: 12 },
  (_, index) =>
    `<div class="comment"><span class="name">reader ${index}</span><p>I was there too, and I saw ${index} of them before the rain began in the afternoon.</p><button>Reply</button></div>`,
).join('')

const BEFORE = `<div class="site-header"><nav><ul>${links(60, 'section')}</ul></nav></div>`
const AFTER = `<div class="related">${teasers}</div><div id="comments">${comments}</div><footer><ul>${links(60, 'about')}</ul></footer>${SCRIPT}`

/** A page of a few kilobytes with what sites put around an article. */
export const asHeavyAsOnTheWeb = (html: string): string =>
  html
    .replace(/<head[^>]*>/i, (head) => `${head}${STYLE}${SCRIPT}`)
    .replace(/<body[^>]*>/i, (body) => `${body}${BEFORE}`)
    .replace(/<\/body>/i, (end) => `${AFTER}${end}`)
