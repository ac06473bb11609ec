import { GuildMember, type RepliableInteraction } from 'discord.js'
import { type Asked, PLAIN_REQUEST } from '../tasks/asked.ts'
import { isAway } from '../tasks/away.ts'

/** What every request by a command, button or form has in common. */
export function requestBy(interaction: RepliableInteraction): Omit<Asked, 'source'> {
  const { member, user } = interaction
  const away = isAway(interaction)
  return {
    ...PLAIN_REQUEST,
    away,
    rights: away || interaction.guildId === null ? null : String(interaction.appPermissions.bitfield),
    // A server that never added the bot pays for nothing and remembers nothing.
    guildId: away ? null : interaction.guildId,
    channelId: interaction.channelId ?? '',
    messageId: null,
    interactionToken: interaction.token,
    person: { id: user.id, name: member instanceof GuildMember ? member.displayName : user.displayName },
  }
}
