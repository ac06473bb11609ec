// Commands, components and forms of the loopback Discord: what people can use, and what a bot gets and may answer.
import { describe, expect, it } from 'vitest'
import type { Interaction } from '../support/loopback-discord/interactions.ts'
import { openLoopback } from './open-loopback.ts'

const EPHEMERAL = 64
const V2 = 32_768
const [MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, FORM] = [4, 5, 6, 7, 9]

const row = (...components: object[]) => ({ type: 1, components })
const button = (label: string, more: object = {}) => ({ type: 2, style: 1, custom_id: label, label, ...more })
const label = (name: string, component: object) => ({ type: 18, label: name, component })
const COMMAND = { name: 'read', description: 'Reads' }

async function openWithCommands(...commands: object[]) {
  const { discord, call } = await openLoopback()
  const registered = await call('PUT', `/applications/${discord.bot.id}/commands`, [COMMAND, ...commands])
  const mira = discord.person('mira')
  const answer = (interaction: Interaction, type: number | undefined, data?: object) =>
    call('POST', `/interactions/${interaction.id}/${interaction.token}/callback`, { type, data })
  const webhook = (method: string, interaction: Interaction, path = '', body: object = {}) =>
    call(method, `/webhooks/${discord.bot.id}/${interaction.token}${path}`, body)
  /** Somebody's ephemeral message with these components. */
  const showTo = async (components: object[]) => {
    const command = mira.slash(discord.general, 'read')
    await answer(command, MESSAGE, { content: 'a', flags: EPHEMERAL, components })
    return command.original!
  }
  const formFor = async (...components: object[]) => {
    const command = mira.slash(discord.general, 'read')
    const status = await answer(command, FORM, { custom_id: 'form', title: 'Form', components })
    return { command, status }
  }
  return { discord, call, mira, registered, answer, webhook, showTo, formFor }
}

describe('a command', () => {
  it.each([
    ['a context that there is not', { contexts: [3] }],
    ['no integration type', { integration_types: [] }],
    ['rights that are no number', { default_member_permissions: 'ManageGuild' }],
    ['an option twice', { options: [1, 2].map(() => ({ type: 3, name: 'a', description: 'b' })) }],
  ])('with %s is not registered', async (_, wrong) => {
    const { registered } = await openWithCommands({ name: 'other', description: 'Other', ...wrong })
    expect(registered).toMatchObject({ status: 400, code: 50_035 })
  })

  it('is offered where its contexts say, and to whom default_member_permissions let it', async () => {
    const { discord, mira } = await openWithCommands(
      { name: 'settings', description: 'Settings', default_member_permissions: '32', contexts: [0] },
      { name: 'admin', description: 'Admin', default_member_permissions: '0' },
      { name: 'direct', description: 'Direct', contexts: [1] },
    )
    expect(() => mira.slash(discord.general, 'settings')).toThrow(/default_member_permissions/u)
    expect(() => mira.slash(discord.general, 'direct')).toThrow(/contexts/u)
    const runa = discord.person('runa', { permissions: ['ManageGuild'] })
    expect(() => runa.slash(discord.general, 'admin')).toThrow(/default_member_permissions/u)
    runa.slash(discord.general, 'settings')
    discord.ownerOf(discord.home).slash(discord.general, 'admin')
    const direct = discord.channelOf(mira.whisper('hello'))
    mira.slash(direct, 'direct')
    expect(() => mira.slash(direct, 'settings')).toThrow(/contexts/u)
  })

  it('takes options of each kind, and nothing else', async () => {
    const options = [
      { type: 4, name: 'count', description: 'c', min_value: 1, max_value: 3 },
      { type: 6, name: 'who', description: 'w' },
      { type: 3, name: 'scope', description: 's', choices: [{ name: 'Me', value: 'me' }] },
    ]
    const { discord, mira } = await openWithCommands({ name: 'many', description: 'Many', options })
    mira.slash(discord.general, 'many', { count: 2, who: mira, scope: 'me' })
    expect(() => mira.slash(discord.general, 'many', { count: 4 })).toThrow(/range/u)
    expect(() => mira.slash(discord.general, 'many', { count: 'two' })).toThrow(/number/u)
    expect(() => mira.slash(discord.general, 'many', { scope: 'you' })).toThrow(/cannot be/u)
    expect(() => mira.slash(discord.general, 'many', { other: 'a' })).toThrow(/no option/u)
  })

  it('is acknowledged once, within its time, and the time that it took is known', async () => {
    const { discord, mira, answer, webhook } = await openWithCommands()
    const command = mira.slash(discord.general, 'read')
    expect(await webhook('POST', command, '', { content: 'too early' })).toMatchObject({ code: 10_015 })
    expect(command.acknowledgedAfter).toBeNull()
    expect(await answer(command, UPDATE, { content: 'a' })).toMatchObject({ code: 50_035 })
    expect(await answer(command, MESSAGE, { content: 'a' })).toMatchObject({ status: 204 })
    expect(command.acknowledgedAfter).toBeGreaterThanOrEqual(0)
    expect(await answer(command, MESSAGE, { content: 'a' })).toMatchObject({ code: 40_060 })
    discord.expire(command)
    const late = await webhook('PATCH', command, '/messages/@original', { content: 'b' })
    expect(late).toMatchObject({ status: 401, code: 50_027 })
    const expired = mira.slash(discord.general, 'read')
    discord.expire(expired)
    expect(await answer(expired, MESSAGE, { content: 'a' })).toMatchObject({ status: 404, code: 10_062 })
  })

  it('that was deferred is filled by its first follow-up, and its answers can be deleted', async () => {
    const { discord, mira, answer, webhook } = await openWithCommands()
    const command = mira.slash(discord.general, 'read')
    await answer(command, DEFERRED, { flags: EPHEMERAL })
    expect(command.original?.seenBy).toBe(mira.id)
    await webhook('POST', command, '', { content: 'filled' })
    expect(command.original).toMatchObject({ content: 'filled', seenBy: mira.id })
    await webhook('POST', command, '', { content: 'more' })
    const [more] = command.followUps
    expect(discord.messagesIn(discord.general)).toEqual([more])
    expect(await webhook('DELETE', command, `/messages/${more!.id}`)).toMatchObject({ status: 204 })
    expect(await webhook('DELETE', command, '/messages/@original')).toMatchObject({ status: 204 })
    expect(discord.everyMessage()).toEqual([])
    const gone = await webhook('PATCH', command, '/messages/@original', { content: 'c' })
    expect(gone).toMatchObject({ status: 404, code: 10_008 })
  })
})

describe('components of an ephemeral message', () => {
  it('are used by the one who sees it, and the message is changed by the answer', async () => {
    const { discord, mira, answer, webhook, showTo } = await openWithCommands()
    const shown = await showTo([row(button('Next'), button('Off', { disabled: true }))])
    expect(() => discord.person('olaf').press(shown, 'Next')).toThrow(/does not see/u)
    expect(() => mira.press(shown, 'Off')).toThrow(/greyed out/u)
    expect(() => mira.press(shown, 'Nowhere')).toThrow(/no button/u)
    const first = mira.press(shown, 'Next')
    expect(await answer(first, UPDATE, { content: 'page 2' })).toMatchObject({ status: 204 })
    expect(discord.message(shown.id)?.content).toBe('page 2')
    const second = mira.press(shown, 'Next')
    await answer(second, DEFERRED_UPDATE)
    await webhook('PATCH', second, '/messages/@original', { content: 'page 3' })
    expect(discord.message(shown.id)).toMatchObject({ content: 'page 3', seenBy: mira.id })
  })

  it('let people choose what is offered, as much as is allowed', async () => {
    const { discord, mira, answer, showTo } = await openWithCommands()
    const options = ['a', 'b', 'c'].map((value) => ({ label: value.toUpperCase(), value }))
    const shown = await showTo([
      row({ type: 3, custom_id: 'letters', placeholder: 'Which?', options, min_values: 1, max_values: 2 }),
      row({ type: 6, custom_id: 'roles' }),
      row({ type: 8, custom_id: 'channels', channel_types: [0], max_values: 5 }),
    ])
    expect(() => mira.choose(shown, 'letters', ['d'])).toThrow(/no option/u)
    expect(() => mira.choose(shown, 'letters', ['a', 'b', 'c'])).toThrow(/1 to 2/u)
    expect(() => mira.choose(shown, 'letters', [])).toThrow(/1 to 2/u)
    const chosen = mira.choose(shown, 'Which?', ['B'])
    expect(await answer(chosen, DEFERRED_UPDATE)).toMatchObject({ status: 204 })
    const voice = discord.channel('voice', { type: 'voice' })
    expect(() => mira.choose(shown, 'channels', [voice])).toThrow(/does not offer/u)
    expect(() => mira.choose(shown, 'roles', [mira])).toThrow(/does not offer/u)
    mira.choose(shown, 'channels', [discord.general])
    mira.choose(shown, 'roles', [discord.role('reader')])
  })
})

describe('a form', () => {
  it.each([
    ['an action row', row({ type: 4, custom_id: 'a', style: 1, label: 'a' })],
    ['a label over 45', label('a'.repeat(46), { type: 4, custom_id: 'a', style: 1 })],
    [
      'a value over max_length',
      label('a', { type: 4, custom_id: 'a', style: 1, value: 'abc', max_length: 2 }),
    ],
    ['a select that is greyed out', label('a', { type: 6, custom_id: 'a', disabled: true })],
    ['no least number where an answer is required', label('a', { type: 19, custom_id: 'a', min_values: 0 })],
    ['a button', label('a', button('a'))],
    ['more than 10 files', label('a', { type: 19, custom_id: 'a', max_values: 11 })],
  ])('with %s is refused', async (_, part) => {
    const { formFor } = await openWithCommands()
    expect((await formFor(part)).status).toMatchObject({ status: 400, code: 50_035 })
  })

  it('is filled in with words, choices and files, as far as it takes them', async () => {
    const { discord, mira, call, formFor, answer } = await openWithCommands()
    const { command, status } = await formFor(
      { type: 10, content: 'What do you want?' },
      label('Words', { type: 4, custom_id: 'words', style: 2, min_length: 3, max_length: 10 }),
      label('Optional', { type: 4, custom_id: 'optional', style: 1, required: false, value: 'as it was' }),
      label('Role', { type: 6, custom_id: 'role', required: false }),
      label('Files', { type: 19, custom_id: 'files', max_values: 2 }),
    )
    expect(status).toMatchObject({ status: 204 })
    const files = [{ name: 'a.txt', text: 'from the file', type: 'text/plain' }]
    expect(() => mira.submit(command, { words: 'ab', files })).toThrow(/3 to 10/u)
    expect(() => mira.submit(command, { files })).toThrow(/words is required/u)
    expect(() => mira.submit(command, { words: 'abc' })).toThrow(/1 to 2 files/u)
    expect(() => mira.submit(command, { words: 'abc', files, more: 'a' })).toThrow(/No input more/u)
    expect(() => discord.person('olaf').submit(command, { words: 'abc', files })).toThrow(/Only mira/u)
    const sent = mira.submit(command, { words: 'abc', files, role: [discord.role('reader')] })
    expect(await answer(sent, MESSAGE, { content: 'thanks', flags: EPHEMERAL })).toMatchObject({
      status: 204,
    })
    expect(await call('GET', `/webhooks/${discord.bot.id}/${sent.token}/messages/@original`)).toMatchObject({
      content: 'thanks',
    })
  })

  it('that a button opened can change the message with the button', async () => {
    const { mira, answer, showTo, discord } = await openWithCommands()
    const shown = await showTo([row(button('Ask'))])
    const pressed = mira.press(shown, 'Ask')
    const input = label('Question', { type: 4, custom_id: 'question', style: 1 })
    await answer(pressed, FORM, { custom_id: 'form', title: 'Form', components: [input] })
    const sent = mira.submit(pressed, { question: 'why?' })
    expect(await answer(sent, FORM, { custom_id: 'x', title: 'x', components: [input] })).toMatchObject({
      code: 50_035,
    })
    await answer(sent, UPDATE, { content: 'asked', components: [] })
    expect(discord.message(shown.id)).toMatchObject({ content: 'asked', components: [] })
  })
})

describe('where only a person has installed the bot', () => {
  const openAsGuest = async () => {
    const command = { name: 'sum', description: 'Sums', integration_types: [0, 1], contexts: [0, 1, 2] }
    const opened = await openWithCommands(command, { ...command, type: 3, name: 'Sum', description: '' })
    return { ...opened, elsewhere: opened.discord.guild('Elsewhere', { withBot: false }) }
  }

  it('only commands for that are offered, in guilds and conversations without the bot', async () => {
    const { discord, mira, elsewhere } = await openAsGuest()
    const group = discord.conversation([mira, discord.person('olaf'), discord.person('runa')])
    for (const channel of [elsewhere.general, group]) {
      expect(() => mira.slash(channel, 'read')).toThrow(/integration_types/u)
      expect(mira.slash(channel, 'sum').owners).toEqual({ 1: mira.id })
    }
    expect(() => discord.person('sven').slash(group, 'sum')).toThrow(/ViewChannel/u)
    expect(mira.slash(discord.general, 'sum').owners).toEqual({ 0: discord.guildId })
  })

  it('the bot answers through the interaction alone, to its user alone, five times more at most', async () => {
    const { discord, mira, elsewhere, call, answer, webhook } = await openAsGuest()
    const post = discord.person('olaf').post(elsewhere.general, 'http://news.example/a')
    const command = mira.menu(post, 'Sum')
    for (const path of ['', '/messages', `/messages/${post.id}`]) {
      const read = await call('GET', `/channels/${elsewhere.general.id}${path}`)
      expect(read).toMatchObject({ status: 403, code: 50_001 })
    }
    discord.violations.length = 0
    await answer(command, DEFERRED, { flags: EPHEMERAL })
    await webhook('PATCH', command, '/messages/@original', {
      flags: V2,
      components: [{ type: 10, content: 'a' }],
    })
    for (let n = 0; n < 5; n += 1) await webhook('POST', command, '', { content: `${n}`, flags: EPHEMERAL })
    expect(discord.violations).toEqual([])
    const sixth = await webhook('POST', command, '', { content: '6', flags: EPHEMERAL })
    expect(sixth).toMatchObject({ status: 400, code: 40_094 })
  })

  it('a public answer is on record', async () => {
    const { discord, mira, elsewhere, answer } = await openAsGuest()
    await answer(mira.slash(elsewhere.general, 'sum'), MESSAGE, { content: 'for all' })
    expect(discord.violations).toEqual([expect.stringContaining('public answer')])
  })
})
