import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runFootnote, startFootnote } from '../support/run-footnote.ts'
import {
  diagnose,
  openDiscord,
  openFolder,
  openModel,
  openStore,
  registerCommands,
  said,
} from './run-doctor.ts'

describe('footnote doctor', () => {
  it('ends with status 0 where everything works, and says so of each thing', async () => {
    const { model, environment: ofModel } = await openModel()
    const { discord, environment: ofDiscord } = await openDiscord()
    const environment = { ...ofModel, ...ofDiscord }
    await registerCommands(discord, environment)
    const { status, checks, named } = await diagnose(environment, discord.general.id)
    expect(named('warning', 'failed', 'skipped')).toEqual([])
    expect(status).toBe(0)
    expect(checks.map(({ name }) => name)).toEqual([
      'configuration',
      'Node',
      'storage',
      'prompts',
      'model server',
      'model name',
      'model reply',
      'model context',
      'model price',
      'Discord',
      'message content',
      'invite link',
      'commands',
      'allowed servers',
      `channel ${discord.general.id}`,
    ])
    expect(checks.every(({ remedy }) => remedy === null)).toBe(true)
    expect(model.requests).toHaveLength(2)
    expect(discord.violations).toEqual([])
  })

  it('prints each check with a word for its status, what to do below it, and addresses whole', async () => {
    const { discord, environment } = await openDiscord()
    const { status, stdout, stderr } = await runFootnote(['doctor'], { environment })
    expect(status).toBe(0)
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^ok {7}Discord: The token is that of the bot footnote\.$/mu)
    expect(stdout).toMatch(/^warning {2}commands: .*\n {9}→ Start the bot once/mu)
    expect(stdout).toMatch(/^skipped {2}channels: .*\n {9}→ npm run -s footnote -- doctor --channel ID/mu)
    expect(stdout).toMatch(/^https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+&scope=\S+$/mu)
    expect(stdout).toMatch(/\n\nNothing failed, 1 warning\.\n$/u)
    expect(stdout.split('\n').filter((line) => line.length > 80 && !line.startsWith('https:'))).toEqual([])
    expect(stdout).not.toContain(environment.DISCORD_TOKEN)
    expect(discord.violations).toEqual([])
  })

  it('says what works without a model and without Discord', async () => {
    const { status, about } = await diagnose({ STORAGE_URL: openStore() })
    expect(about('model')).toMatchObject({ status: 'ok', found: expect.stringContaining('OPENAI_API_KEY') })
    expect(about('Discord')).toEqual({
      name: 'Discord',
      ...said('skipped', /Everything in the terminal works/u, /Reset Token.*DISCORD_TOKEN=/u),
    })
    expect(status).toBe(0)
  })

  it('names every mistake of the configuration, checks nothing else and ends with status 2', async () => {
    const { model, environment } = await openModel()
    const wrong = { ...environment, DAILY_CALL_LIMIT: 'many', DISCORD_GUILD_ID: 'home' }
    const { status, checks, named } = await diagnose(wrong)
    expect(checks.filter(({ status: one }) => one === 'failed')).toEqual([
      {
        name: 'configuration',
        ...said('failed', /^DISCORD_GUILD_ID is not a Discord id\.$/u, /DISCORD_GUILD_ID=\d/u),
      },
      { name: 'configuration', ...said('failed', /^DAILY_CALL_LIMIT/u, /DAILY_CALL_LIMIT=200/u) },
    ])
    expect(named('skipped')).toEqual(['storage', 'prompts', 'model', 'Discord'])
    expect(status).toBe(2)
    expect(model.requests).toEqual([])
    const plain = await runFootnote(['doctor'], { environment: wrong })
    expect(plain.status).toBe(2)
    expect(plain.stdout).toMatch(/^FAILED {3}configuration: DAILY_CALL_LIMIT/mu)
  })

  it.each([[['--channel', 'general']], [['--channel']], [['everything']]])(
    '%j is wrong usage: status 2',
    async (args) => {
      const { status, stdout } = await runFootnote(['doctor', '--json', ...args])
      expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'bad-request' } })
      expect(status).toBe(2)
    },
  )

  it('that is interrupted ends with status 130', async () => {
    const { model, environment } = await openModel()
    model.setModels({ kind: 'silent' })
    const { child, done, saw } = startFootnote(['doctor'], { environment })
    await saw('prompts')
    child.kill('SIGINT')
    expect((await done).status).toBe(130)
  })
})

describe('the store', () => {
  it('that cannot be opened is a failure, and then no model is asked', async () => {
    const { model, environment } = await openModel()
    const noFolder = join(openFolder(), 'file')
    writeFileSync(noFolder, '')
    const { status, about } = await diagnose({
      ...environment,
      STORAGE_URL: `sqlite:${noFolder}/footnote.db`,
    })
    expect(about('storage')).toMatchObject(said('failed', /cannot be opened\.$/u, /^Check that STORAGE_URL/u))
    expect(about('model reply')).toMatchObject({ status: 'skipped' })
    expect(about('model context')).toMatchObject({ status: 'skipped' })
    expect(status).toBe(1)
    expect(model.requests).toEqual([])
  })

  it('that is no database is a failure', async () => {
    const file = join(openFolder(), 'footnote.db')
    writeFileSync(file, 'These are words and no tables. '.repeat(100))
    const { status, about } = await diagnose({ STORAGE_URL: `sqlite:${file}` })
    expect(about('storage')).toMatchObject(said('failed', /not a SQLite database/u, /^Point STORAGE_URL/u))
    expect(status).toBe(1)
  })

  it('that is damaged where nobody has looked yet is a failure', async () => {
    const file = join(openFolder(), 'footnote.db')
    await runFootnote(['usage'], { environment: { STORAGE_URL: `sqlite:${file}` } })
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0, 9 * 4096, 10 * 4096))
    const { status, about } = await diagnose({ STORAGE_URL: `sqlite:${file}` })
    expect(about('storage')).toMatchObject(said('failed', /is damaged\.$/u, /^Put back a copy of the file/u))
    expect(status).toBe(1)
  })

  it('that forgets is a warning', async () => {
    const { status, about } = await diagnose({ STORAGE_URL: 'memory:' })
    expect(about('storage')).toMatchObject(said('warning', /forgotten/u, /STORAGE_URL=sqlite:/u))
    expect(status).toBe(0)
  })
})

describe('prompts', () => {
  it('are shown by name and hash', async () => {
    const { about } = await diagnose({ STORAGE_URL: openStore() })
    expect(about('prompts')?.found).toMatch(/^summarize@[\da-f]{8}, .*repair@[\da-f]{8}\.$/u)
  })

  it('that are broken are a failure with file and line', async () => {
    const folder = openFolder()
    cpSync('prompts', folder, { recursive: true })
    const file = join(folder, 'repair.md')
    writeFileSync(file, '---\nname: repair\ninputs: rejected\n---\n\n## user\n\n{{Rejected}}\n')
    const { status, about } = await diagnose({ STORAGE_URL: openStore(), PROMPTS_DIRECTORY: folder })
    expect(about('prompts')).toMatchObject(said('failed', /repair\.md:8: a placeholder/u, /README\.md/u))
    expect(status).toBe(1)
  })
})
