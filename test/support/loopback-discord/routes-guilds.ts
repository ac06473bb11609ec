import { found } from './refusal.ts'
import { findGuild } from './find.ts'
import { applicationJson, guildJson, memberJson } from './guild-json.ts'
import { leave } from './memberships.ts'
import type { Routes } from './route.ts'
import type { World } from './world.ts'

/** The bot itself, its guilds and who is in them. */
export const guildRoutes = (world: World): Routes => ({
  'GET /users/@me': () => world.bot,
  'GET /applications/@me': () => applicationJson(world),
  'GET /users/:user': ({ path }) => found(userOf(world, path.user), 10013, 'User'),
  'GET /guilds/:guild': ({ path }) => guildJson(world, findGuild(world, path.guild)),
  'GET /guilds/:guild/roles': ({ path }) => guildJson(world, findGuild(world, path.guild)).roles,
  'GET /guilds/:guild/members/:user': ({ path }) => {
    const guild = findGuild(world, path.guild)
    const user = found(userOf(world, path.user), 10007, 'Member')
    found(guild.members.get(user.id), 10007, 'Member')
    return { ...memberJson(guild, user), user }
  },
  'DELETE /users/@me/guilds/:guild': ({ path }) => leave(world, findGuild(world, path.guild)),
})

const userOf = (world: World, id: string | undefined) =>
  [world.bot, ...world.people.values()].find((user) => user.id === id)
