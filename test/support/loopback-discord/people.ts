import {
  ApplicationCommandType,
  type APIMessageTopLevelComponent,
  ComponentType,
  InteractionType,
  MessageType,
} from 'discord.js'
import { add } from './bot-messages.ts'
import { messageJson } from './discord-json.ts'
import { type Interaction, type Interactions } from './interactions.ts'
import { fillOptions } from './judge-command.ts'
import type { Fields } from './judge-message.ts'
import { directChannel } from './routes.ts'
import { type Attachment, type Channel, isEphemeral, type Message, type User, type World } from './world.ts'

interface File {
  readonly name: string
  readonly text: string | Uint8Array
  /** Null: Discord does not say what it is. */
  readonly type: string | null
}

/** A person, and all that people do with a bot. */
export interface Person {
  readonly id: string
  readonly name: string
  /** Posts in a channel or thread. */
  post(
    channel: Channel,
    words: string,
    options?: { readonly replyTo?: Message; readonly files?: readonly File[] },
  ): Message
  /** Writes to the bot alone. */
  whisper(words: string): Message
  /** Runs a slash command, which must be registered, with options that its form takes; `file` gives the option of that name. */
  slash(channel: Channel, name: string, options?: Readonly<Record<string, string>>, file?: File): Interaction
  /** Right-click → Apps. */
  menu(message: Message, name: string): Interaction
  /** Presses the button of this label, which must be there. */
  press(message: Message, label: string): Interaction
  /** Fills in the form that an interaction was answered with. */
  submit(interaction: Interaction, fields: Readonly<Record<string, string>>): Interaction
}

export function createPerson(
  world: World,
  interactions: Interactions,
  origin: () => string,
  name: string,
): Person {
  const user: User = world.newUser(name)
  world.people.set(user.id, user)

  const upload = (channel: Channel, { name: filename, text, type }: File): Attachment => {
    const id = world.newId()
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    const path = `/attachments/${channel.id}/${id}/${encodeURIComponent(filename)}`
    const url = `${origin()}${path}?ex=1&is=1&hm=1`
    world.files.set(path, { bytes, type })
    return {
      id,
      filename,
      size: bytes.length,
      url,
      proxy_url: url,
      ...(type !== null && { content_type: type }),
    }
  }
  const post: Person['post'] = (channel, words, { replyTo, files = [] } = {}) => {
    if ([...words].length > 2000) throw new Error('A person cannot post more than 2000 characters')
    const message: Message = {
      id: world.newId(),
      channelId: channel.id,
      author: user,
      type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
      content: words,
      components: [],
      attachments: files.map((file) => upload(channel, file)),
      flags: 0,
      repliesTo: replyTo ?? null,
      nonce: null,
      seenBy: null,
      edits: 0,
    }
    add(world, channel, message)
    return message
  }
  const channelOf = (message: Message): Channel => {
    const channel = world.channels.get(message.channelId)
    if (channel === undefined) throw new Error('The channel of this message is gone')
    return channel
  }
  const command = (type: ApplicationCommandType, called: string): Fields => {
    const all = [...world.commands.guild, ...world.commands.global]
    const registered = all.find((one) => one.name === called && (one.type ?? 1) === type)
    if (registered === undefined) throw new Error(`The bot has registered no command “${called}”`)
    return registered
  }
  return {
    id: user.id,
    name,
    post,
    whisper: (words) => post(directChannel(world, user.id), words),
    slash: (channel, called, options = {}, file) => {
      const registered = command(ApplicationCommandType.ChatInput, called)
      const attachment = file === undefined ? null : upload(channel, file)
      const given = attachment === null ? options : { ...options, file: attachment.id }
      const data = {
        id: registered.id,
        name: called,
        type: ApplicationCommandType.ChatInput,
        options: fillOptions(registered, given),
        resolved: attachment === null ? {} : { attachments: { [attachment.id]: attachment } },
      }
      return interactions.begin(InteractionType.ApplicationCommand, user, channel, data, null)
    },
    menu: (message, called) => {
      const registered = command(ApplicationCommandType.Message, called)
      const data = {
        id: registered.id,
        name: called,
        type: ApplicationCommandType.Message,
        target_id: message.id,
        resolved: { messages: { [message.id]: messageJson(world, message, true) } },
      }
      return interactions.begin(InteractionType.ApplicationCommand, user, channelOf(message), data, null)
    },
    press: (message, label) => {
      if (isEphemeral(message) && message.seenBy !== user.id)
        throw new Error(`${name} does not see this message`)
      const button = buttonsOf(message.components).find((one) => one.label === label)
      if (button === undefined) throw new Error(`There is no button “${label}” on this message`)
      const data = { custom_id: button.id, component_type: ComponentType.Button }
      return interactions.begin(InteractionType.MessageComponent, user, channelOf(message), data, message)
    },
    submit: ({ form, channel, message }, fields) => {
      if (form === null) throw new Error('This interaction was not answered with a form')
      const components = Object.entries(fields).map(([id, value]) => {
        if (!JSON.stringify(form.components).includes(`"custom_id":"${id}"`))
          throw new Error(`No input ${id}`)
        const component = { type: ComponentType.TextInput, custom_id: id, value }
        return { type: ComponentType.Label, id: 1, component }
      })
      const data = { custom_id: form.custom_id, components }
      return interactions.begin(InteractionType.ModalSubmit, user, channel, data, message)
    },
  }
}

/** The buttons of a message, by what stands on them. */
export function buttonsOf(
  components: readonly APIMessageTopLevelComponent[],
): { id: string; label: string }[] {
  return components.flatMap((component) => {
    if (!('components' in component)) return []
    return component.components.flatMap((inner) => {
      if (inner.type === ComponentType.ActionRow) return buttonsOf([inner])
      return inner.type === ComponentType.Button && 'custom_id' in inner
        ? [{ id: inner.custom_id, label: inner.label ?? '' }]
        : []
    })
  })
}
