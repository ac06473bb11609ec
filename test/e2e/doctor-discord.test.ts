import { describe, expect, it } from 'vitest'
import { diagnose, openDiscord, registerCommands, said } from './run-doctor.ts'

const ELSEWHERE = '123456789012345678'

describe('Discord', () => {
  it('that does not know the token is a failure, and nothing more is asked of it', async () => {
    const { discord, environment } = await openDiscord()
    const { status, about, checks } = await diagnose({ ...environment, DISCORD_TOKEN: 'wrong-token' })
    expect(about('Discord')).toMatchObject(
      said('failed', /does not know this token/u, /Reset Token.*DISCORD_TOKEN/u),
    )
    expect(checks.at(-1)?.name).toBe('Discord')
    expect(status).toBe(1)
    expect(discord.violations).toEqual([expect.stringContaining('401')])
  })

  it('that cannot be reached is a failure', async () => {
    const { discord, environment } = await openDiscord()
    await discord.close()
    const { status, about } = await diagnose(environment)
    expect(about('Discord')).toMatchObject(said('failed', /cannot be reached/u, /DISCORD_API_URL/u))
    expect(status).toBe(1)
  })

  it('that grants no Message Content intent is a warning that says what works', async () => {
    const { environment } = await openDiscord({ messageContent: false })
    const { status, about } = await diagnose(environment)
    expect(about('message content')).toMatchObject(
      said('warning', /Commands, mentions, replies and buttons work/u, /Message Content Intent.*Bot/u),
    )
    expect(status).toBe(0)
  })

  it('where no commands are registered, or in the other scope, is a warning', async () => {
    const { discord, environment } = await openDiscord()
    const missing = said('warning', /None is registered yet/u, /npm start/u)
    expect((await diagnose(environment)).about('commands')).toMatchObject(missing)
    await registerCommands(discord, environment)
    const atHome = await diagnose({ ...environment, DISCORD_GUILD_ID: discord.guildId })
    expect(atHome.about('commands')).toMatchObject(missing)
    expect(atHome.about('home server')).toMatchObject({ status: 'ok' })
    expect(discord.violations).toEqual([])
  })

  it('that lets anybody add the bot is a warning', async () => {
    const { environment } = await openDiscord()
    const { about } = await diagnose({ ...environment, DISCORD_ALLOWED_GUILDS: '' })
    expect(about('allowed servers')).toMatchObject(said('warning', /budget/u, /DISCORD_ALLOWED_GUILDS=/u))
  })

  it('where the bot is not in the server of DISCORD_GUILD_ID is a failure', async () => {
    const { environment } = await openDiscord()
    const { status, about } = await diagnose({ ...environment, DISCORD_GUILD_ID: ELSEWHERE })
    expect(about('home server')).toMatchObject(
      said('failed', new RegExp(`not in the server ${ELSEWHERE}`, 'u'), /invite/u),
    )
    expect(about('commands')).toMatchObject({ status: 'skipped' })
    expect(about('invite link')?.found).toMatch(/https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+/u)
    expect(status).toBe(1)
  })
})

describe('a channel', () => {
  it.each([
    ['with all rights', [], 'ok', /answers in threads/u, null],
    [
      'without rights for threads',
      ['CreatePublicThreads'],
      'warning',
      /by replies/u,
      /Create Public Threads/u,
    ],
    ['without the right to send', ['SendMessages'], 'warning', /no command/u, /Send Messages/u],
    [
      'without rights to answer at all',
      ['SendMessages', 'SendMessagesInThreads'],
      'failed',
      /cannot answer/u,
      /Send Messages, Send Messages in Threads/u,
    ],
    ['that it cannot see', ['ViewChannel'], 'failed', /cannot see/u, /View Channel.*invite link/u],
  ] as const)('%s: %j missing is %s', async (_, rights, outcome, found, remedy) => {
    const { discord, environment } = await openDiscord({ without: rights })
    const { general } = discord
    const { status, about } = await diagnose(environment, general.id)
    expect(about(`channel ${general.id}`)).toMatchObject(
      remedy === null
        ? { status: outcome, found: expect.stringMatching(found) }
        : said(outcome, found, remedy),
    )
    expect(status).toBe(outcome === 'failed' ? 1 : 0)
  })

  it('that Discord does not know is a failure, and hides no other', async () => {
    const { discord, environment } = await openDiscord()
    const { status, about } = await diagnose(environment, ELSEWHERE, discord.general.id)
    expect(about(`channel ${ELSEWHERE}`)).toMatchObject(
      said('failed', /no such channel/u, /Copy Channel ID/u),
    )
    expect(about(`channel ${discord.general.id}`)).toMatchObject({ status: 'ok' })
    expect(status).toBe(1)
  })

  it('of a server that the bot leaves is a failure', async () => {
    const { discord, environment } = await openDiscord()
    const { about } = await diagnose(
      { ...environment, DISCORD_ALLOWED_GUILDS: ELSEWHERE },
      discord.general.id,
    )
    expect(about(`channel ${discord.general.id}`)).toMatchObject(
      said('failed', /which the bot leaves/u, new RegExp(`Add ${discord.guildId}`, 'u')),
    )
  })

  it('that is a thread is judged by the channel that it is in, and a locked one by its lock', async () => {
    const { discord, environment } = await openDiscord()
    const message = discord.person('mira').post(discord.general, 'About ferries')
    await fetch(`${discord.apiUrl}/v10/channels/${discord.general.id}/messages/${message.id}/threads`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Ferries' }),
    })
    const [thread] = discord.threads()
    if (thread === undefined) throw new Error('The thread was not started')
    expect((await diagnose(environment, thread.id)).about(`channel ${thread.id}`)).toMatchObject({
      status: 'ok',
      found: expect.stringMatching(/“Ferries”, a thread .* by replies/u),
    })
    discord.lock(thread)
    expect((await diagnose(environment, thread.id)).about(`channel ${thread.id}`)).toMatchObject(
      said('failed', /locked/u, /Unlock/u),
    )
  })
})
