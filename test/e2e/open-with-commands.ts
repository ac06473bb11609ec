import type { Interaction } from '../support/loopback-discord/interactions.ts'
import { openLoopback } from './open-loopback.ts'

export const EPHEMERAL = 64
export const V2 = 32_768
export const [MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, FORM] = [4, 5, 6, 7, 9]

export const row = (...components: object[]) => ({ type: 1, components })
export const button = (label: string, more: object = {}) => ({
  type: 2,
  style: 1,
  custom_id: label,
  label,
  ...more,
})
export const label = (name: string, component: object) => ({ type: 18, label: name, component })
const COMMAND = { name: 'read', description: 'Reads' }

/** A loopback Discord where commands are registered, with a person and short ways to answer. */
export async function openWithCommands(...commands: object[]) {
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
