import type { FetcherOptions } from '../../../src/adapters/fetch/create-fetcher.ts'
import type { LoopbackRoute, LoopbackWebOptions } from '../../support/loopback-web.ts'

// Ways from a page of the public web to what is not on it. Each is played at http://news.example/.

/** Where `/` leads by a redirect and by a page that only leads on: refused, and nothing is asked for there. */
export const LEADS_INSIDE: readonly string[] = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://0x7f.1/x',
  'http://017700000001/',
  'http://①②⑦.0.0.1/',
  'http://%31%32%37.0.0.1/',
  'http://[::ffff:127.0.0.1]/',
  'http://[64:ff9b:1::7f00:1]/',
  'http://[fd00:ec2::254]/latest/',
  'http://169.254.169.254/latest/meta-data/iam/',
  'http://100.100.100.200/',
  'http://metadata.google.internal/',
  'https://127.0.0.1/',
  'https://localhost/',
  'http://localhost./',
  'http://LOCALHOST:80/',
  'http://loc%61lhost/',
  'http://lo\u00adcalhost/',
  'http://intranet/',
  'http://wiki.lan/',
  'http://inside.example/',
  'http://mixed.example/',
  'https://inside.example/',
  '//inside.example/',
  '//127.0.0.1',
  '///127.0.0.1/',
  '\\\\127.0.0.1\\',
  '/\\127.0.0.1/',
  '\\/127.0.0.1/',
  'http:\\\\127.0.0.1/',
  'http:/\\127.0.0.1/',
  'http:////127.0.0.1/',
  'http://news.example@127.0.0.1/',
  'http://127.0.0.1\\@news.example/',
  'http://news.example:22/',
  'http://news.example:8080/',
  'https://news.example:6379/',
  '//news.example:11211/',
  'http://8.8.8.8/',
  'http://93.184.215.14/',
  'file:///etc/passwd',
  'ftp://news.example/',
  'gopher://127.0.0.1:6379/_INFO',
  'data:text/html,hello',
  'javascript:alert(1)',
  'blob:http://news.example/1',
  'ws://news.example/',
  'view-source:http://news.example/',
  'mailto:somebody@news.example',
  'http://',
  'http://?',
  'http://news.example:99999/',
  'http://[::1',
  'http://user@news.example/',
  'http://user:secret@news.example/next',
  `/${'a'.repeat(4096)}`,
  `http://${'a'.repeat(64)}.example/`,
]

/** What `inside.example` and `mixed.example` resolve to. */
export const INSIDE = {
  'inside.example': ['10.0.0.7'],
  'mixed.example': ['93.184.215.14', '10.0.0.7'],
  'wiki.lan': ['10.0.0.8'],
}

const to = (location: string | string[], status = 302): LoopbackRoute => ({ status, headers: { location } })
const page = (target: string): string => `<meta http-equiv="refresh" content="0;url=${target}">`
/** A reply written byte by byte, for headers that no honest server sends. */
const spoken = (text: string): LoopbackRoute => ({ raw: (socket) => socket.end(text, 'latin1') })
const speaks = (headers: string): LoopbackRoute =>
  spoken(`HTTP/1.1 302 Found\r\n${headers}\r\nContent-Length: 0\r\n\r\n`)

export interface Journey {
  readonly what: string
  readonly routes: Readonly<Record<string, LoopbackRoute>>
  /** `host/path` of all that may be asked for, in order. */
  readonly asked: readonly string[]
  /** The last address, or the code of the failure. */
  readonly ends: string
  readonly allowHosts?: FetcherOptions['allowHosts']
  readonly names?: LoopbackWebOptions['names']
  /** Where it begins, if not at http://news.example/. */
  readonly from?: string
}

const chain = (length: number, route: (target: string) => LoopbackRoute): Record<string, LoopbackRoute> => ({
  '/': route('/1'),
  ...Object.fromEntries(Array.from({ length }, (_, index) => [`/${index + 1}`, route(`/${index + 2}`)])),
})
const HOPS = ['/', '/1', '/2', '/3', '/4', '/5'].map((path) => `news.example${path}`)
let turn = 0

export const JOURNEYS: readonly Journey[] = [
  {
    what: 'two Location headers, the second private: the first counts',
    routes: { '/': to(['/next', 'http://127.0.0.1/']), '/next': 'a page' },
    asked: ['news.example/', 'news.example/next'],
    ends: 'http://news.example/next',
  },
  {
    what: 'two Location headers, the first private',
    routes: { '/': to(['http://127.0.0.1/', '/next']) },
    asked: ['news.example/'],
    ends: 'link-refused',
  },
  {
    what: 'a Location with tabs inside',
    routes: { '/': speaks('Location: http://127.0\t.0.1/') },
    asked: ['news.example/'],
    ends: 'link-refused',
  },
  {
    what: 'a Location with a NUL',
    routes: { '/': speaks('Location: http://127.0.0.1/\0') },
    asked: ['news.example/'],
    ends: 'link-unreachable',
  },
  {
    what: 'a Location with a bell',
    routes: { '/': speaks('Location: http://127.0.0.1/\x07') },
    asked: ['news.example/'],
    ends: 'link-unreachable',
  },
  {
    what: 'a Location that smuggles a header behind a bare line feed',
    routes: { '/': speaks('Location: /next\nLocation: http://127.0.0.1/') },
    asked: ['news.example/'],
    ends: 'link-unreachable',
  },
  {
    what: 'a folded Location',
    routes: { '/': speaks('Location: http://\r\n 127.0.0.1/') },
    asked: ['news.example/'],
    ends: 'link-unreachable',
  },
  {
    what: 'a Location that is no UTF-8',
    routes: { '/': speaks('Location: /\xff\xfe'), '/%EF%BF%BD%EF%BF%BD': 'a page' },
    asked: ['news.example/', 'news.example/%EF%BF%BD%EF%BF%BD'],
    ends: 'http://news.example/%EF%BF%BD%EF%BF%BD',
  },
  {
    what: 'an empty Location leads to the same page, and ends',
    routes: { '/': speaks('Location:') },
    asked: Array.from({ length: 6 }, () => 'news.example/'),
    ends: 'link-unreachable',
  },
  {
    what: 'a Location on a status that is no redirect',
    routes: { '/': { ...(to('http://127.0.0.1/', 200) as object), body: 'a page' } },
    asked: ['news.example/'],
    ends: 'http://news.example/',
  },
  ...[300, 304, 305, 306].map((status) => ({
    what: `a Location on status ${status}`,
    routes: { '/': to('http://127.0.0.1/', status) },
    asked: ['news.example/'],
    ends: 'http://news.example/',
  })),
  {
    what: 'a Refresh header is not followed',
    routes: { '/': { headers: { refresh: '0; url=http://127.0.0.1/' }, body: 'a page' } },
    asked: ['news.example/'],
    ends: 'http://news.example/',
  },
  {
    what: 'headers that other clients follow are not',
    routes: {
      '/': {
        headers: {
          'content-location': 'http://127.0.0.1/',
          link: '<http://127.0.0.1/>; rel=canonical',
          'alt-svc': 'h2="127.0.0.1:443"',
          uri: 'http://127.0.0.1/',
        },
        body: '<base href="http://127.0.0.1/"><link rel=canonical href="http://127.0.0.1/"><iframe src="http://127.0.0.1/">',
      },
    },
    asked: ['news.example/'],
    ends: 'http://news.example/',
  },
  {
    what: 'a page that leads on is read against its own address, not its <base>',
    routes: { '/': `<base href="http://127.0.0.1/">${page('next')}`, '/next': 'a page' },
    asked: ['news.example/', 'news.example/next'],
    ends: 'http://news.example/next',
  },
  {
    what: 'a redirect to a page that leads inside',
    routes: { '/': to('/1'), '/1': page('http://127.0.0.1/') },
    asked: HOPS.slice(0, 2),
    ends: 'link-refused',
  },
  {
    what: 'a page that leads to a redirect inside',
    routes: { '/': page('/1'), '/1': to('http://10.0.0.1/') },
    asked: HOPS.slice(0, 2),
    ends: 'link-refused',
  },
  {
    what: 'the fifth redirect leads inside',
    routes: { ...chain(3, (target) => to(target)), '/4': to('http://127.0.0.1/') },
    asked: HOPS.slice(0, 5),
    ends: 'link-refused',
  },
  {
    what: 'six redirects',
    routes: chain(7, (target) => to(target, 308)),
    asked: HOPS,
    ends: 'link-unreachable',
  },
  {
    what: 'two pages that lead to each other',
    routes: { '/': to('/1'), '/1': to('/') },
    asked: [0, 1, 0, 1, 0, 1].map((index) => HOPS[index]!),
    ends: 'link-unreachable',
  },
  {
    what: 'two hosts that lead to each other',
    routes: { 'news.example/': to('http://other.example/'), 'other.example/': to('http://news.example/') },
    asked: [0, 1, 0, 1, 0, 1].map((index) => ['news.example/', 'other.example/'][index]!),
    ends: 'link-unreachable',
  },
  {
    what: 'a name that turns private between the hops',
    routes: { '/': to('http://turning.example/'), 'turning.example/': to('/again') },
    asked: ['news.example/', 'turning.example/'],
    ends: 'link-refused',
    names: { 'turning.example': () => ((turn += 1) === 1 ? ['93.184.215.14'] : ['10.0.0.7']) },
  },
  {
    what: 'a redirect to an entry of FETCH_ALLOW_HOSTS',
    routes: { 'news.example/': to('http://wiki.lan/') },
    asked: ['news.example/'],
    ends: 'link-refused',
    allowHosts: ['wiki.lan'],
  },
  {
    what: 'a page that leads to an entry of FETCH_ALLOW_HOSTS',
    routes: { 'news.example/': page('http://wiki.lan/') },
    asked: ['news.example/'],
    ends: 'link-refused',
    allowHosts: ['wiki.lan'],
  },
  {
    what: 'a redirect to an allowed literal',
    routes: { 'news.example/': to('http://127.0.0.1:8080/') },
    asked: ['news.example/'],
    ends: 'link-refused',
    allowHosts: ['127.0.0.1:8080'],
  },
  {
    what: 'a redirect to an allowed literal in another spelling',
    routes: { 'news.example/': to('http://0x7f.1:8080/') },
    asked: ['news.example/'],
    ends: 'link-refused',
    allowHosts: ['127.0.0.1:8080'],
  },
  {
    what: 'an allowed page that leads to another port of its host',
    routes: { 'wiki.lan/': to('http://wiki.lan:9200/') },
    asked: ['wiki.lan/'],
    ends: 'link-refused',
    from: 'http://wiki.lan/',
    allowHosts: ['wiki.lan'],
  },
  {
    what: 'an allowed page that leads to another allowed one',
    routes: { 'wiki.lan/': to('http://files.lan/') },
    asked: ['wiki.lan/'],
    ends: 'link-refused',
    from: 'http://wiki.lan/',
    allowHosts: ['wiki.lan', 'files.lan'],
  },
  {
    what: 'an allowed page that leads to another port of its host that is allowed too',
    routes: { 'wiki.lan:8080/': to('http://wiki.lan:8081/') },
    asked: ['wiki.lan:8080/'],
    ends: 'link-refused',
    from: 'http://wiki.lan:8080/',
    allowHosts: ['wiki.lan:8080', 'wiki.lan:8081'],
  },
  {
    what: 'an allowed page that leads to a name below its own',
    routes: { 'wiki.lan/': to('http://admin.wiki.lan/') },
    asked: ['wiki.lan/'],
    ends: 'link-refused',
    from: 'http://wiki.lan/',
    allowHosts: ['wiki.lan'],
  },
  {
    what: 'an allowed page that leads out and back in',
    routes: { 'wiki.lan/': to('http://news.example/'), 'news.example/': to('http://wiki.lan/next') },
    asked: ['wiki.lan/', 'news.example/'],
    ends: 'link-refused',
    from: 'http://wiki.lan/',
    allowHosts: ['wiki.lan'],
  },
  {
    what: 'an allowed page that leads to itself by its address',
    routes: { 'wiki.lan/': to('http://10.0.0.8/') },
    asked: ['wiki.lan/'],
    ends: 'link-refused',
    from: 'http://wiki.lan/',
    allowHosts: ['wiki.lan'],
  },
  {
    what: 'an allowed page that stays in its entry',
    routes: { 'wiki.lan/': to('//WIKI.lan.:80/next'), '/next': page('/end'), '/end': 'inside' },
    asked: ['wiki.lan/', 'wiki.lan/next', 'wiki.lan/end'],
    ends: 'http://wiki.lan/end',
    from: 'http://wiki.lan/',
    allowHosts: ['wiki.lan'],
  },
]
