// What an unmodified discord.js client makes of what people do in the loopback Discord.
import {
  type ButtonInteraction,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js'
import { expect, it } from 'vitest'
import { logIn, openLoopback, until } from './open-loopback.ts'

async function openWithClient() {
  const { discord, call } = await openLoopback()
  const command = { integration_types: [0, 1], contexts: [0, 1, 2] }
  await call('PUT', `/applications/${discord.bot.id}/commands`, [
    { ...command, name: 'read', description: 'Reads' },
    { ...command, name: 'Read', type: 3 },
  ])
  const { client } = await logIn(discord)
  const seen: Interaction[] = []
  client.on('interactionCreate', (interaction) => void seen.push(interaction))
  const next = () => until(() => seen.shift())
  return { discord, mira: discord.person('mira'), next }
}

it('a select and a form give their values, people, roles and files', async () => {
  const { discord, mira, next } = await openWithClient()
  const reader = discord.role('reader')
  const used = mira.slash(discord.general, 'read')
  const command = await next()
  if (!command.isChatInputCommand()) throw new Error('no command')
  const users = { type: 5, custom_id: 'users', max_values: 2 }
  await command.reply({
    components: [{ type: 1, components: [users] }],
    content: 'a',
    flags: MessageFlags.Ephemeral,
  })
  mira.choose(used.original!, 'users', [mira, { id: discord.bot.id }])
  const choice = await next()
  if (!choice.isUserSelectMenu()) throw new Error('no choice')
  expect(choice.users.map(({ username }) => username)).toEqual(['mira', 'footnote'])
  await choice.showModal({
    custom_id: 'form',
    title: 'Form',
    components: [
      { type: 10, content: 'Read me' },
      { type: 18, label: 'Words', component: { type: 4, custom_id: 'words', style: 1 } },
      { type: 18, label: 'Roles', component: { type: 6, custom_id: 'roles' } },
      { type: 18, label: 'Files', component: { type: 19, custom_id: 'files' } },
    ],
  })
  const opened = discord.interactions().find(({ id }) => id === choice.id)
  const files = [{ name: 'a.txt', text: 'from the file', type: 'text/plain' }]
  mira.submit(opened!, { words: 'hello', roles: [reader], files })
  const form = (await next()) as ModalSubmitInteraction
  expect(form.fields.getTextInputValue('words')).toBe('hello')
  expect(form.fields.getSelectedRoles('roles')?.first()?.name).toBe('reader')
  const file = form.fields.getUploadedFiles('files', true).first()
  expect(file?.name).toBe('a.txt')
  expect(await (await fetch(file!.url)).text()).toBe('from the file')
  if (!form.isFromMessage()) throw new Error('no message')
  await form.update({ content: 'done', components: [] })
  expect(discord.message(used.original!.id)?.content).toBe('done')
  expect(discord.violations).toEqual([])
})

it('a menu entry in a guild without the bot gives the whole message, and buttons work there', async () => {
  const { discord, mira, next } = await openWithClient()
  const elsewhere = discord.guild('Elsewhere', { withBot: false })
  const post = discord.person('olaf').post(elsewhere.general, 'http://news.example/a')
  const used = mira.menu(post, 'Read')
  const menu = await next()
  if (!menu.isMessageContextMenuCommand()) throw new Error('no menu')
  expect(menu.targetMessage.content).toBe('http://news.example/a')
  expect(menu.inCachedGuild()).toBe(false)
  expect(menu.authorizingIntegrationOwners).toMatchObject({ guildId: null, userId: mira.id })
  await menu.deferReply({ flags: MessageFlags.Ephemeral })
  const again = { type: 2, style: 1, custom_id: 'again', label: 'Again' } as const
  await menu.editReply({ content: 'a', components: [{ type: 1, components: [again] }] })
  mira.press(used.original!, 'Again')
  const pressed = (await next()) as ButtonInteraction
  expect(pressed.authorizingIntegrationOwners).toMatchObject({ guildId: null, userId: mira.id })
  await pressed.update({ content: 'b', components: [] })
  expect(used.original?.content).toBe('b')
  expect(discord.violations).toEqual([])
})

it('in a group conversation the context and the rights are those of one', async () => {
  const { discord, mira, next } = await openWithClient()
  const group = discord.conversation([mira, discord.person('olaf'), discord.person('runa')], 'ferries')
  mira.slash(group, 'read')
  const command = await next()
  expect(command.context).toBe(2)
  expect(command.guildId).toBeNull()
  expect(command.appPermissions.toArray()).toEqual(['EmbedLinks', 'AttachFiles', 'MentionEveryone'])
})
