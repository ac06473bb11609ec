// The loopback Discord itself: what the real one refuses, it refuses too, and keeps on record.
import { expect, it, onTestFinished } from 'vitest'
import { startLoopbackDiscord } from '../support/loopback-discord/start.ts'

const V2 = 32_768
const EPHEMERAL = 64
const text = (content: string) => ({ type: 10, content })
const button = (id: string, label = 'Ask') => ({ type: 2, style: 1, custom_id: id, label })
const row = (...components: object[]) => ({ type: 1, components })

async function openDiscord() {
  const discord = await startLoopbackDiscord()
  onTestFinished(() => discord.close())
  const call = async (method: string, path: string, body: object, token = discord.token) => {
    const response = await fetch(`${discord.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = response.status === 204 ? {} : ((await response.json()) as { id?: string; code?: number })
    return { status: response.status, ...answer }
  }
  const messages = `/channels/${discord.general.id}/messages`
  return { discord, call, messages, post: (body: object) => call('POST', messages, body) }
}

it.each([
  ['content over 2000 characters', { content: 'a'.repeat(2001) }],
  ['an empty message', { content: ' ' }],
  ['texts of components over 4000 characters', { flags: V2, components: [text('a'.repeat(4001))] }],
  ['more than 40 components', { flags: V2, components: Array.from({ length: 41 }, () => text('a')) }],
  ['content beside components', { flags: V2, content: 'a', components: [text('a')] }],
  ['components without their flag', { components: [text('a')] }],
  ['the same custom_id twice', { content: 'a', components: [row(button('x'), button('x'))] }],
  ['a label over 80 characters', { content: 'a', components: [row(button('x', 'a'.repeat(81)))] }],
  ['a custom_id over 100 characters', { content: 'a', components: [row(button('a'.repeat(101)))] }],
  ['an ephemeral message in a channel', { content: 'a', flags: EPHEMERAL }],
  ['a nonce over 25 characters', { content: 'a', nonce: 'a'.repeat(26) }],
  ['a reply to nothing', { content: 'a', message_reference: { message_id: '1' } }],
])('%s is refused', async (_, body) => {
  const { discord, post } = await openDiscord()
  expect(await post(body)).toMatchObject({ status: 400, code: 50035 })
  expect(discord.violations).toHaveLength(1)
})

it('content edited into a message of components is refused', async () => {
  const { call, messages, post } = await openDiscord()
  const plain = await post({ content: 'a' })
  const become = { flags: V2, components: [text('b')] }
  expect(await call('PATCH', `${messages}/${plain.id}`, become)).toMatchObject({ code: 50035 })
  expect(await call('PATCH', `${messages}/${plain.id}`, { ...become, content: null })).toMatchObject({
    status: 200,
  })
  expect(await call('PATCH', `${messages}/${plain.id}`, { content: 'c' })).toMatchObject({ code: 50035 })
})

it('a message has one thread, and the same nonce is one message', async () => {
  const { call, messages, post } = await openDiscord()
  const first = await post({ content: 'a', nonce: '1', enforce_nonce: true })
  expect(await post({ content: 'a', nonce: '1', enforce_nonce: true })).toMatchObject({ id: first.id })
  const threads = `${messages}/${first.id}/threads`
  expect(await call('POST', threads, { name: 'a'.repeat(101) })).toMatchObject({ code: 50035 })
  expect(await call('POST', threads, { name: 'a' })).toMatchObject({ status: 200, id: first.id })
  expect(await call('POST', threads, { name: 'a' })).toMatchObject({ code: 160_004 })
})

it('who would be notified is on record, and allowed_mentions is heeded', async () => {
  const { discord, post } = await openDiscord()
  const mira = discord.person('mira')
  await post({ content: `@everyone <@${mira.id}>`, allowed_mentions: { parse: [] } })
  expect(discord.pings).toEqual([])
  await post({ content: `@everyone <@${mira.id}>` })
  expect(discord.pings).toHaveLength(2)
})

it('a wrong token and an unknown route are refused', async () => {
  const { discord, call, messages } = await openDiscord()
  expect(await call('POST', messages, { content: 'a' }, 'wrong')).toMatchObject({ status: 401 })
  expect(await call('POST', '/nowhere', {})).toMatchObject({ status: 404 })
  expect(discord.violations).toHaveLength(2)
})
