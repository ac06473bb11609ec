import { GuildMember, type RepliableInteraction } from 'discord.js'
import type { Asked } from '../asked.ts'

/** What every request by a command, button or form has in common. */
export function requestBy(interaction: RepliableInteraction): Omit<Asked, 'source'> {
  const { member, user } = interaction
  return {
    question: null,
    length: null,
    language: null,
    withoutModel: false,
    retryOf: null,
    unasked: false,
    guildId: interaction.guildId,
    channelId: interaction.channelId ?? '',
    messageId: null,
    interactionToken: interaction.token,
    person: { id: user.id, name: member instanceof GuildMember ? member.displayName : user.displayName },
  }
}
