import { ApplicationCommandType, ComponentType, InteractionType } from 'discord.js'
import { findButton } from './find-component.ts'
import type { Interaction, Interactions } from './interactions.ts'
import { fillOptions } from './judge-command.ts'
import { messageJson } from './message-json.ts'
import { createPermitting } from './permitting.ts'
import type { Channel, Message, User } from './things.ts'
import type { File, Upload } from './upload.ts'
import { usableCommand } from './usable-command.ts'
import type { World } from './world.ts'

/** What people do with a bot. Whatever Discord would not offer them is a mistake of the scene, and throws. */
export interface Using {
  /** Runs a slash command, which must be registered, with options that its form takes; `file` gives the option of that name. */
  slash(channel: Channel, name: string, options?: Readonly<Record<string, string>>, file?: File): Interaction
  /** Right-click → Apps. */
  menu(message: Message, name: string): Interaction
  /** Presses the button of this label, which must be there. */
  press(message: Message, label: string): Interaction
  /** Fills in the form that an interaction was answered with. */
  submit(interaction: Interaction, fields: Readonly<Record<string, string>>): Interaction
}

export function createUsing(world: World, interactions: Interactions, upload: Upload, user: User): Using {
  const { channelOf } = createPermitting(world, user)
  return {
    slash: (channel, called, options = {}, file) => {
      const registered = usableCommand(world, channel, user, ApplicationCommandType.ChatInput, called)
      const attachment = file === undefined ? null : upload(channel, file, true)
      const given = attachment === null ? options : { ...options, file: attachment.id }
      const data = {
        id: registered.id,
        name: called,
        type: ApplicationCommandType.ChatInput,
        options: fillOptions(registered, given),
        resolved: attachment === null ? {} : { attachments: { [attachment.id]: attachment } },
      }
      return interactions.begin({ type: InteractionType.ApplicationCommand, user, channel, data })
    },
    menu: (message, called) => {
      const channel = channelOf(message)
      const registered = usableCommand(world, channel, user, ApplicationCommandType.Message, called)
      const data = {
        id: registered.id,
        name: called,
        type: ApplicationCommandType.Message,
        target_id: message.id,
        resolved: { messages: { [message.id]: messageJson(world, message, true) } },
      }
      return interactions.begin({ type: InteractionType.ApplicationCommand, user, channel, data })
    },
    press: (message, label) => {
      const channel = channelOf(message)
      const { customId, id } = findButton(message, label)
      const data = { custom_id: customId, component_type: ComponentType.Button, id }
      const owners = message.answers?.owners
      return interactions.begin({
        type: InteractionType.MessageComponent,
        user,
        channel,
        data,
        message,
        ...(owners && { owners }),
      })
    },
    submit: ({ form, channel, message, owners }, fields) => {
      if (form === null) throw new Error('This interaction was not answered with a form')
      const components = Object.entries(fields).map(([id, value]) => {
        if (!JSON.stringify(form.components).includes(`"custom_id":"${id}"`))
          throw new Error(`No input ${id}`)
        const component = { type: ComponentType.TextInput, custom_id: id, value }
        return { type: ComponentType.Label, id: 1, component }
      })
      const data = { custom_id: form.custom_id, components }
      return interactions.begin({ type: InteractionType.ModalSubmit, user, channel, data, message, owners })
    },
  }
}
