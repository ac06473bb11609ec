import { MessageType } from 'discord.js'
import type { Channel, Message, User } from './things.ts'
import type { World } from './world.ts'

/** A message that is nowhere yet, with what is not said left empty. */
export const newMessage = (
  world: World,
  channel: Channel,
  author: User,
  parts: Partial<Message>,
): Message => ({
  id: world.newId(),
  channelId: channel.id,
  author,
  type: MessageType.Default,
  content: '',
  components: [],
  embeds: [],
  attachments: [],
  flags: 0,
  repliesTo: null,
  forwards: null,
  nonce: null,
  seenBy: null,
  edits: 0,
  editedAt: null,
  answers: null,
  reactedAfter: null,
  ...parts,
})
