// Whom a bot's message notifies in the loopback Discord: by its words, its allowed_mentions and its rights.
import { expect, it } from 'vitest'
import { openLoopback } from './open-loopback.ts'

const V2 = 32_768
const NOBODY = { parse: [] }

async function openWithPeople() {
  const { discord, call } = await openLoopback()
  const mira = discord.person('mira')
  const quiet = discord.channel('quiet', { without: ['MentionEveryone'] })
  const postIn = (channel: { id: string }) => (body: object) =>
    call('POST', `/channels/${channel.id}/messages`, body)
  const pinged = () => discord.pings.splice(0).map((ping) => ping.split(':')[0])
  return { discord, call, mira, quiet, postIn, post: postIn(discord.general), pinged }
}

it('people are notified by their mention, in content and in components, and not by one in code', async () => {
  const { mira, post, pinged } = await openWithPeople()
  const mention = `<@${mira.id}>`
  await post({ content: mention })
  expect(pinged()).toEqual([mira.id])
  await post({ flags: V2, components: [{ type: 17, components: [{ type: 10, content: mention }] }] })
  expect(pinged()).toEqual([mira.id])
  await post({ content: `\`${mention}\`` })
  await post({ content: mention, allowed_mentions: NOBODY })
  await post({ content: mention, allowed_mentions: { parse: ['roles', 'everyone'] } })
  expect(pinged()).toEqual([])
  await post({ content: mention, allowed_mentions: { users: [mira.id] } })
  expect(pinged()).toEqual([mira.id])
})

it('the author of a message is notified by a reply, unless it says not', async () => {
  const { discord, mira, post, pinged } = await openWithPeople()
  const { id } = mira.post(discord.general, 'a')
  const reply = { content: 'b', message_reference: { message_id: id } }
  await post(reply)
  expect(pinged()).toEqual([mira.id])
  await post({ ...reply, allowed_mentions: { ...NOBODY, replied_user: true } })
  expect(pinged()).toEqual([mira.id])
  await post({ ...reply, allowed_mentions: NOBODY })
  await post({ ...reply, allowed_mentions: { ...NOBODY, replied_user: false } })
  expect(pinged()).toEqual([])
})

it('everybody and roles are notified only by who may, or where anybody may', async () => {
  const { discord, quiet, post, postIn, pinged } = await openWithPeople()
  const readers = discord.role('readers', [], { mentionable: true })
  const staff = discord.role('staff')
  const content = `@everyone <@&${readers.id}> <@&${staff.id}>`
  await post({ content })
  expect(pinged()).toEqual(['everyone', readers.id, staff.id])
  await postIn(quiet)({ content })
  expect(pinged()).toEqual([readers.id])
  await post({ content, allowed_mentions: { roles: [staff.id] } })
  expect(pinged()).toEqual([staff.id])
})

it('edits notify nobody, and what fills a deferred answer does', async () => {
  const { discord, call, mira, post, pinged } = await openWithPeople()
  const { id } = await post({ content: 'a' })
  const content = `<@${mira.id}>`
  await call('PATCH', `/channels/${discord.general.id}/messages/${id}`, { content })
  expect(pinged()).toEqual([])
  await call('PUT', `/applications/${discord.bot.id}/commands`, [{ name: 'read', description: 'Reads' }])
  const command = mira.slash(discord.general, 'read')
  await call('POST', `/interactions/${command.id}/${command.token}/callback`, { type: 5 })
  const original = `/webhooks/${discord.bot.id}/${command.token}/messages/@original`
  await call('PATCH', original, { content })
  expect(pinged()).toEqual([mira.id])
  await call('PATCH', original, { content: `${content} again` })
  expect(pinged()).toEqual([])
})

it.each([
  ['names people and parses them', { parse: ['users'], users: ['1'] }],
  ['parses what there is not', { parse: ['people'] }],
  ['names more than 100 roles', { roles: Array.from({ length: 101 }, (_, n) => `${n}`) }],
])('allowed_mentions that %s is refused', async (_, mentions) => {
  const { post } = await openWithPeople()
  expect(await post({ content: 'a', allowed_mentions: mentions })).toMatchObject({ code: 50_035 })
})
