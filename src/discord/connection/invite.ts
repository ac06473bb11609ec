import { RIGHTS_BITS } from '../places/permissions.ts'

/** The address with which somebody adds the bot to a server, with no more rights than it uses. */
export const inviteLink = (applicationId: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${applicationId}` +
  `&scope=bot+applications.commands&permissions=${RIGHTS_BITS}`
