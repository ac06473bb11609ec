import type { SceneOptions } from '../support/discord-scene.ts'
import type { Person } from '../support/loopback-discord/people.ts'
import type { Message } from '../support/loopback-discord/world.ts'
import { openScene, told } from './open-scene.ts'

/** A scene with somebody who may manage the server, and how they open the panel. */
export async function openSettings(options: SceneOptions = {}) {
  const scene = await openScene(options)
  const { discord } = scene
  const bot = await scene.startBot()
  const moderator = discord.person('ada', { permissions: ['ManageGuild'] })
  const mira = discord.person('mira')
  const panelOf = (person: Person = moderator): Promise<Message> =>
    told(scene, person.slash(discord.general, 'settings'), /Settings of/u)
  /** Chooses in a menu of the panel, and gives back the panel as it looks then. */
  const choose = (
    panel: Message,
    menu: string,
    values: Parameters<Person['choose']>[2],
    shows: RegExp,
  ): Promise<Message> => told(scene, moderator.choose(panel, `settings:${menu}`, values), shows)
  return { scene, bot, discord, general: discord.general, moderator, mira, panelOf, choose }
}
