// Components of messages in the loopback Discord: what the real one does not take, it does not take either.
import { describe, expect, it } from 'vitest'
import { openLoopback } from './open-loopback.ts'

const V2 = 32_768
const SUPPRESS_EMBEDS = 4
const text = (content: string, more: object = {}) => ({ type: 10, content, ...more })
const button = (more: object = {}) => ({ type: 2, style: 1, custom_id: 'a', label: 'A', ...more })
const row = (...components: object[]) => ({ type: 1, components })
const container = (components: object[], more: object = {}) => ({ type: 17, components, ...more })
const section = (components: object[], accessory?: object) => ({ type: 9, components, accessory })
const option = (more: object = {}) => ({ label: 'A', value: 'a', ...more })
const select = (more: object = {}) => ({ type: 3, custom_id: 's', options: [option()], ...more })
const many = (count: number, make: (n: number) => object) => Array.from({ length: count }, (_, n) => make(n))
const PICTURE = { type: 11, media: { url: 'https://news.example/a.png' } }

async function openWithPost() {
  const { discord, call } = await openLoopback()
  const messages = `/channels/${discord.general.id}/messages`
  return {
    discord,
    call,
    messages,
    post: (...components: object[]) => call('POST', messages, { flags: V2, components }),
  }
}

it.each([
  ['an empty container', container([])],
  ['a container in a container', container([container([text('a')])])],
  ['a colour that is none', container([text('a')], { accent_color: 0x1_00_00_00 })],
  ['an empty text', text('')],
  ['a button outside of a row', button()],
  [
    'a section of four texts',
    section(
      many(4, () => text('a')),
      PICTURE,
    ),
  ],
  ['a section with nothing beside it', section([text('a')])],
  ['a section of buttons', section([button()], PICTURE)],
  ['a separator of a third size', { type: 14, spacing: 3 }],
  ['an empty row', row()],
  ['six buttons in a row', row(...many(6, (n) => button({ custom_id: `${n}` })))],
  ['a select beside a button', row(select(), button())],
  ['two selects in a row', row(select(), select({ custom_id: 't' }))],
  ['a text in a row', row(text('a'))],
  ['an input of forms', row({ type: 4, custom_id: 'a', style: 1 })],
  ['a button without words', row(button({ label: undefined }))],
  ['a button without a custom_id', row(button({ custom_id: undefined }))],
  ['a link that has a custom_id', row(button({ style: 5, url: 'https://news.example/' }))],
  [
    'a link over 512 characters',
    row({ type: 2, style: 5, label: 'A', url: `https://a.example/${'a'.repeat(500)}` }),
  ],
  ['a button with an address', row(button({ url: 'https://news.example/' }))],
  ['the same custom_id in two rows', container([row(button()), row(button())])],
  ['the same id twice', container([text('a', { id: 5 }), text('b', { id: 5 })])],
  ['a select without options', row(select({ options: [] }))],
  ['26 options', row(select({ options: many(26, (n) => option({ value: `${n}` })) }))],
  ['the same option twice', row(select({ options: [option(), option()] }))],
  ['an option of 101 characters', row(select({ options: [option({ label: 'a'.repeat(101) })] }))],
  ['a value of 101 characters', row(select({ options: [option({ value: 'a'.repeat(101) })] }))],
  ['a description of 101 characters', row(select({ options: [option({ description: 'a'.repeat(101) })] }))],
  ['a placeholder of 151 characters', row(select({ placeholder: 'a'.repeat(151) }))],
  ['more values than options', row(select({ max_values: 2 }))],
  ['a least number over the most', row({ type: 5, custom_id: 'u', min_values: 3, max_values: 2 })],
  ['26 values', row({ type: 5, custom_id: 'u', max_values: 26 })],
  [
    'a role among chosen people',
    row({ type: 5, custom_id: 'u', default_values: [{ type: 'role', id: '1' }] }),
  ],
  [
    'two chosen where one may be',
    row({ type: 6, custom_id: 'r', default_values: many(2, (n) => ({ type: 'role', id: `${n}` })) }),
  ],
  ['kinds of channels of a select of people', row({ type: 5, custom_id: 'u', channel_types: [0] })],
  ['eleven pictures', { type: 12, items: many(11, () => ({ media: PICTURE.media })) }],
  ['a file that was not sent', { type: 13, file: { url: 'attachment://a.txt' } }],
  ['a file from elsewhere', { type: 13, file: { url: 'https://news.example/a.txt' } }],
])('%s is refused', async (_, component) => {
  const { discord, post } = await openWithPost()
  expect(await post(component)).toMatchObject({ status: 400, code: 50_035 })
  expect(discord.violations).toHaveLength(1)
})

it('40 components are the most, those inside others counted', async () => {
  const { post } = await openWithPost()
  const texts = (count: number) => many(count, () => text('a'))
  expect(await post(container(texts(39)))).toMatchObject({ status: 200 })
  expect(await post(container(texts(40)))).toMatchObject({ code: 50_035 })
  const sections = many(10, () => section([text('a'), text('b')], PICTURE))
  expect(await post(...sections)).toMatchObject({ status: 200 })
  expect(await post(...sections, text('a'))).toMatchObject({ code: 50_035 })
})

it('what is right is taken, and comes back numbered', async () => {
  const { discord, call, messages, post } = await openWithPost()
  const parts = [
    text('a', { id: 2 }),
    section([text('b')], button()),
    { type: 14, divider: false, spacing: 2 },
    row(
      select({
        placeholder: 'Which?',
        min_values: 0,
        options: [option({ description: 'b', default: true })],
      }),
    ),
    row({ type: 7, custom_id: 'm', max_values: 2, default_values: [{ type: 'user', id: discord.bot.id }] }),
    row({ type: 8, custom_id: 'c', channel_types: [0, 5] }),
    row(button({ custom_id: 'e', label: undefined, emoji: { name: '🔎' } })),
  ]
  const { id } = await post(container(parts, { accent_color: 0xff_ff_ff, spoiler: false }))
  const read = await call('GET', `${messages}/${id}`)
  const [shown] = read['components'] as { id: number; components: { id: number }[] }[]
  expect(shown?.id).toBe(1)
  expect(shown?.components.map((part) => part.id)).toEqual([2, 3, 6, 7, 9, 11, 13])
  expect(discord.violations).toEqual([])
})

describe('a message of components', () => {
  it('stays one, and takes neither content nor embeds', async () => {
    const { call, messages, post } = await openWithPost()
    const { id } = await post(text('a'))
    const patch = (body: object) => call('PATCH', `${messages}/${id}`, body)
    expect(await patch({ flags: SUPPRESS_EMBEDS, components: [text('b')] })).toMatchObject({ code: 50_035 })
    expect(await patch({ content: 'a' })).toMatchObject({ code: 50_035 })
    expect(await patch({ embeds: [{ title: 'a' }] })).toMatchObject({ code: 50_035 })
    expect(await patch({ components: [] })).toMatchObject({ code: 50_035 })
    expect(await patch({ components: [text('b')] })).toMatchObject({ status: 200 })
  })
})

describe('files', () => {
  const form = (discord: { apiUrl: string; token: string }, path: string, body: object) => {
    const data = new FormData()
    data.set('payload_json', JSON.stringify(body))
    data.set('files[0]', new Blob(['words'], { type: 'text/plain' }), 'a.txt')
    return fetch(`${discord.apiUrl}/v10${path}`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}` },
      body: data,
    })
  }

  it('need a right in a channel, none in an answer', async () => {
    const { discord, call, messages } = await openWithPost()
    const body = { content: 'a', attachments: [{ id: 0, filename: 'b.txt' }] }
    expect((await form(discord, messages, body)).status).toBe(403)
    await call('PUT', `/applications/${discord.bot.id}/commands`, [{ name: 'read', description: 'Reads' }])
    const command = discord.person('mira').slash(discord.general, 'read')
    const answer = { type: 4, data: { ...body, flags: 64 } }
    const path = `/interactions/${command.id}/${command.token}/callback`
    expect((await form(discord, path, answer)).status).toBe(204)
    const [attachment] = command.original?.attachments ?? []
    expect(attachment?.filename).toBe('b.txt')
    expect(await (await fetch(attachment!.url)).text()).toBe('words')
  })
})
