import type { Ledger } from '../support/endurance/ledger.ts'
import { cardsOn } from '../support/endurance/ledger.ts'
import type { World } from '../support/endurance/world.ts'
import type { Person } from '../support/loopback-discord/people.ts'
import type { Channel, Guild } from '../support/loopback-discord/world.ts'

export interface Neighbourhood {
  readonly people: readonly Person[]
  /** Where people meet: guilds that stay, and one now and then that comes and goes. */
  readonly channels: readonly Channel[]
  readonly moderatorOf: (channel: Channel) => Person
  /** A guild invites the bot, or throws it out again. */
  comeAndGo(): void
}

const PEOPLE = 24

/** Several guilds with channels, and dozens of people who are in all of them. */
export function createNeighbourhood({ discord }: World, ledger: Ledger): Neighbourhood {
  const guilds = [discord.home, discord.guild('Reading room'), discord.guild('Newsroom')]
  const channels = guilds.flatMap((guild) => [
    guild.general,
    discord.channel('links', { guild }),
    discord.channel('narrow', { guild, without: ['CreatePublicThreads'] }),
  ])
  const people = Array.from({ length: PEOPLE }, (_, index) => discord.person(`reader ${index + 1}`))
  const byId = new Map(guilds.map((guild) => [guild.id, guild]))
  let guest: Guild | null = null
  let guests = 0
  return {
    people,
    channels,
    moderatorOf: ({ guildId }) => discord.ownerOf(byId.get(guildId ?? '') ?? discord.home),
    comeAndGo: () => {
      if (guest === null) {
        guest = discord.guild(`Guests ${(guests += 1)}`)
        byId.set(guest.id, guest)
        channels.push(guest.general)
        return
      }
      const { id, general } = guest
      channels.splice(channels.indexOf(general), 1)
      for (const { message, conversationId } of cardsOn(discord))
        if (discord.channelOf(message).guildId === id)
          ledger.replaced.push({ cardId: message.id, conversationId })
      ledger.left.add(id)
      discord.throwOut(guest)
      guest = null
    },
  }
}
