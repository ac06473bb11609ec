import { refuse } from './bot-messages.ts'
import { judgeCommands } from './judge-command.ts'
import type { Fields } from './fields.ts'
import { Refusal } from './refusal.ts'
import type { Routes } from './route.ts'
import type { World } from './world.ts'

/** What the bot registers for people to use. */
export function commandRoutes(world: World): Routes {
  const register = (body: Fields, before: readonly Fields[]): Record<string, unknown>[] => {
    const commands = body as unknown as Fields[]
    refuse(judgeCommands(commands))
    return commands.map((command) => ({
      default_member_permissions: null,
      nsfw: false,
      ...command,
      id: before.find((one) => isSame(one, command))?.id ?? world.newId(),
      application_id: world.bot.id,
      version: world.newId(),
    }))
  }
  const ofGuild = (id = ''): Record<string, unknown>[] => {
    if (world.guilds.get(id)?.hasBot !== true) throw new Refusal(403, 50001, 'Missing Access')
    return world.commands.guilds.get(id) ?? []
  }
  return {
    'GET /applications/:bot/commands': () => world.commands.global,
    'PUT /applications/:bot/commands': ({ body }) => {
      world.commands.global = register(body, world.commands.global)
      world.changed()
      return world.commands.global
    },
    'GET /applications/:bot/guilds/:guild/commands': ({ path }) => ofGuild(path.guild),
    'PUT /applications/:bot/guilds/:guild/commands': ({ path, body }) => {
      const commands = register(body, ofGuild(path.guild)).map((command) => ({
        ...command,
        guild_id: path.guild,
      }))
      world.commands.guilds.set(path.guild ?? '', commands)
      world.changed()
      return commands
    },
  }
}

const isSame = (one: Fields, other: Fields): boolean =>
  one.name === other.name && Number(one.type ?? 1) === Number(other.type ?? 1)
