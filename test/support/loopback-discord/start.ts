import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Fields } from './fields.ts'
import { createFaults } from './faults.ts'
import { openGateway } from './gateway.ts'
import { createHappenings } from './happenings.ts'
import { createInteractions, type Interaction } from './interactions.ts'
import { isSystem, messagesIn } from './message-time.ts'
import { addPerson, asPerson, type Person, type PersonOptions } from './people.ts'
import { createPlaces } from './places.ts'
import { found } from './refusal.ts'
import { createRoutes } from './routes.ts'
import { createServing } from './serve.ts'
import { type Channel, createWorld, type Guild, type Message, type WorldOptions } from './world.ts'

export type LoopbackDiscord = Awaited<ReturnType<typeof startLoopbackDiscord>>

/**
 * A small Discord on a free port of the loopback address: REST v10 and gateway v10 in JSON, as far as the bot uses
 * them, with Discord's limits, rights, intents and deadlines. An unmodified discord.js client logs in with
 * `rest: { api: apiUrl }` and `token`. Written from Discord's published documentation.
 */
export async function startLoopbackDiscord(options: WorldOptions = {}) {
  const world = createWorld(options)
  const interactions = createInteractions(world)
  const gatewayAddress = (): string => `${world.origin.replace('http', 'ws')}/gateway`
  const faults = createFaults(world)
  const answer = createServing(world, createRoutes(world, interactions, gatewayAddress), faults)
  const server = createServer((request, response) => void answer(request, response))
  const gateway = openGateway(world, server, gatewayAddress)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    apiUrl: `${world.origin}/api`,
    token: world.token,
    bot: world.bot,
    /** The guild that there is from the start. */
    home: world.home,
    guildId: world.home.id,
    general: world.home.general,
    violations: world.violations,
    pings: world.pings,
    typing: world.typing,
    requests: world.requests,
    /** Looks again at every change until it finds something; fails after a while, naming what it waited for. */
    until: world.until,
    person: (name: string, personOptions: PersonOptions = {}): Person =>
      asPerson(world, interactions, addPerson(world, name, personOptions)),
    /** Whose application the bot is. */
    host: asPerson(world, interactions, world.owner),
    /** Whose a guild is: who may do everything in it. */
    ownerOf: ({ ownerId }: Guild): Person =>
      asPerson(world, interactions, found(world.people.get(ownerId), 10013, 'User')),
    ...createPlaces(world),
    ...createHappenings(world),
    ...faults.commands,
    ...gateway.faults,
    /** Makes the token of an interaction too old at once: no answer arrives any more. */
    expire: interactions.expire,
    /** What everybody sees there, oldest first. */
    messagesIn: (channel: Channel): Message[] => messagesIn(world, channel),
    /** The channel in which a message stands. */
    channelOf: ({ channelId }: Message): Channel => found(world.channels.get(channelId), 10003, 'Channel'),
    /** All that the bot shows anywhere, also what only one person sees. */
    everyMessage: (): Message[] =>
      [...world.messages.values()].filter((message) => message.author.bot && !isSystem(message)),
    /** What there is to see of a message now; undefined once it is deleted. */
    message: (id: string): Message | undefined => world.messages.get(id),
    threads: (): Channel[] => [...world.channels.values()].filter(({ thread }) => thread !== null),
    /** Names of the commands that people see: those of guilds and the global ones. */
    commands: (): unknown[] =>
      [...world.commands.guilds.values(), world.commands.global].flat().map(({ name }) => name),
    /** All that people did and the bot had to answer, oldest first. */
    interactions: interactions.all,
    /** Waits for the form that an interaction is answered with. */
    form: (interaction: Interaction): Promise<Fields> => world.until('a form', () => interaction.form),
    untilConnected: (): Promise<true> => world.until('a bot that is logged in', gateway.isConnected),
    /** The shards that somebody listens for, in the order of their logins; one may be there twice. */
    shards: gateway.shards,
    close: async (): Promise<void> => {
      interactions.close()
      gateway.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
