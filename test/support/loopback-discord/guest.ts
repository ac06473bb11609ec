import { InteractionContextType, MessageFlags } from 'discord.js'
import type { Fields } from './fields.ts'
import { contextOf } from './interaction-json.ts'
import type { Interaction } from './interaction.ts'
import { Refusal } from './refusal.ts'
import type { Channel, Owners, User } from './things.ts'
import type { World } from './world.ts'

// Where the bot is only because a person has installed it for themselves.

const FOLLOW_UPS = 5

/** Who let the bot in: the guild, its own direct messages (0), or the person alone. */
export function ownersIn(world: World, channel: Channel, user: User): Owners {
  if (contextOf(channel) === InteractionContextType.BotDM) return { 0: '0' }
  const guild = world.guildOf(channel)
  return guild?.hasBot === true ? { 0: guild.id } : { 1: user.id }
}

const isGuest = ({ owners }: Interaction): boolean => owners['0'] === undefined

/** Where others did not let it in, the bot shows nothing to them. */
export function judgeAsGuest(world: World, interaction: Interaction, body: Fields): void {
  const isPrivate = (Number(body.flags ?? 0) & MessageFlags.Ephemeral) !== 0
  if (isGuest(interaction) && !isPrivate) {
    world.violations.push('a public answer where only its user installed the bot')
  }
}

export function refuseTooManyAsGuest(interaction: Interaction): void {
  if (!isGuest(interaction) || interaction.followUps.length < FOLLOW_UPS) return
  throw new Refusal(400, 40094, 'This interaction has hit the maximum number of follow up messages')
}
