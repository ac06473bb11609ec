import type {
  APIEmbed,
  APIMessageTopLevelComponent,
  ChannelType,
  InteractionType,
  MessageType,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord.js'

// What there is on Discord, as far as a bot meets it.

export type Right = keyof typeof PermissionFlagsBits

export interface User {
  readonly id: string
  readonly username: string
  readonly global_name: string
  readonly bot: boolean
  readonly discriminator: string
  readonly avatar: null
  /** What this person is called in guilds, where that is another name. */
  nick?: string
}

export interface Role {
  readonly id: string
  readonly guildId: string
  readonly name: string
  readonly permissions: bigint
  readonly position: number
  /** The role that Discord made for the bot when it joined. */
  readonly isBots: boolean
  /** Whether anybody may ping it. */
  readonly mentionable: boolean
}

export interface Guild {
  readonly id: string
  readonly name: string
  ownerId: string
  readonly roles: Map<string, Role>
  /** Who is in it, and which roles they have beside @everyone. */
  readonly members: Map<string, readonly string[]>
  readonly general: Channel
  /** Denied to the bot in every channel of the guild. */
  readonly botLacks: readonly Right[]
  hasBot: boolean
  /** When the bot joined it, in milliseconds. */
  botJoinedAt: number
  /** An outage: the bot is told so, and hears nothing from it. */
  isDown: boolean
  systemChannelId: string | null
  /** Where Discord tells moderators what concerns them. */
  publicUpdatesChannelId: string | null
  safetyAlertsChannelId: string | null
}

export interface Overwrite {
  /** Of a role or a person; the guild's own id: @everyone. */
  readonly id: string
  readonly type: OverwriteType
  readonly allow: bigint
  readonly deny: bigint
}

export type ThreadType = ChannelType.PublicThread | ChannelType.PrivateThread | ChannelType.AnnouncementThread

export interface Channel {
  readonly id: string
  readonly type:
    | ChannelType.GuildText
    | ChannelType.GuildAnnouncement
    | ChannelType.GuildVoice
    | ChannelType.GuildForum
    | ChannelType.DM
    | ChannelType.GroupDM
    | ThreadType
  name: string
  /** Null: a conversation outside of guilds. */
  readonly guildId: string | null
  readonly parentId: string | null
  readonly ownerId: string | null
  overwrites: readonly Overwrite[]
  nsfw: boolean
  /** Seconds between two messages of one person. */
  slowMode: number
  /** Who is in a conversation outside of guilds, without the bot. */
  readonly recipients: readonly User[]
  readonly thread: ThreadState | null
}

interface ThreadState {
  archived: boolean
  archivedAt: number
  /** Only people who manage threads may still write in it. */
  locked: boolean
  /** Minutes. */
  autoArchive: number
  readonly members: Set<string>
}

export interface Attachment {
  readonly id: string
  readonly filename: string
  readonly content_type?: string
  readonly size: number
  readonly url: string
  readonly proxy_url: string
  readonly ephemeral?: boolean
}

export interface Message {
  readonly id: string
  readonly channelId: string
  readonly author: User
  readonly type: MessageType
  content: string
  components: readonly APIMessageTopLevelComponent[]
  embeds: readonly APIEmbed[]
  attachments: readonly Attachment[]
  flags: number
  readonly repliesTo: Message | null
  /** What was forwarded with it, as it was then. */
  readonly forwards: Message | null
  readonly nonce: string | null
  /** The only person who sees it; null: everybody. */
  readonly seenBy: string | null
  edits: number
  editedAt: number | null
  /** What it answers. */
  readonly answers: AnsweredInteraction | null
  /** Milliseconds until the bot did anything about it that people see; null: nothing so far. */
  reactedAfter: number | null
}

/** Which installation lets the bot hear of an interaction: `0` a guild's (or its direct messages), `1` a person's. */
export type Owners = Readonly<Partial<Record<'0' | '1', string>>>

export interface AnsweredInteraction {
  readonly id: string
  readonly type: InteractionType
  readonly user: User
  readonly owners: Owners
}
