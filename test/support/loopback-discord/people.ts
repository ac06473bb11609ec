import type { Interactions } from './interactions.ts'
import { createUsing, type Using } from './people-using.ts'
import { createWriting, type Writing } from './people-writing.ts'
import type { Right, Role, User } from './things.ts'
import { addRole } from './guilds.ts'
import { createUpload } from './upload.ts'
import type { World } from './world.ts'

export { buttonsOf } from './find-component.ts'

/** A person, and all that people do with a bot. */
export interface Person extends Writing, Using {
  readonly id: string
  readonly name: string
}

export interface PersonOptions {
  readonly roles?: readonly Role[]
  /** Rights that this person has in the first guild beside those of everybody. */
  readonly permissions?: readonly Right[]
  /** What they are called in guilds. */
  readonly nick?: string
}

export function asPerson(world: World, interactions: Interactions, user: User): Person {
  const upload = createUpload(world)
  return {
    id: user.id,
    name: user.username,
    ...createWriting(world, upload, user),
    ...createUsing(world, interactions, upload, user),
  }
}

/** Somebody new, who is in every guild. */
export function addPerson(
  world: World,
  name: string,
  { roles = [], permissions = [], nick }: PersonOptions,
): User {
  const user = world.newUser(name)
  if (nick !== undefined) user.nick = nick
  world.people.set(user.id, user)
  const own =
    permissions.length === 0 ? [] : [addRole(world.home, world.newId, `rights of ${name}`, permissions)]
  for (const guild of world.guilds.values()) {
    const here = [...roles, ...own].filter(({ guildId }) => guildId === guild.id)
    guild.members.set(
      user.id,
      here.map(({ id }) => id),
    )
  }
  return user
}
