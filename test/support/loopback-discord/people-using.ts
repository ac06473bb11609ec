import { ApplicationCommandType, ComponentType, InteractionType } from 'discord.js'
import { type Choice, chooseValues } from './choose-values.ts'
import { fillForm, type Filled } from './fill-form.ts'
import { fillOptions, type Given } from './fill-options.ts'
import { findButton, findSelect } from './find-component.ts'
import type { Interaction, Interactions } from './interactions.ts'
import { messageJson } from './message-json.ts'
import { createPermitting } from './permitting.ts'
import type { Channel, Message, User } from './things.ts'
import type { File, Upload } from './upload.ts'
import { usableCommand } from './usable-command.ts'
import type { World } from './world.ts'

/** What people do with a bot. Whatever Discord would not offer them is a mistake of the scene, and throws. */
export interface Using {
  /** Runs a slash command, which must be registered, with options that its form takes; `file` gives the option of that name. */
  slash(channel: Channel, name: string, options?: Given, file?: File): Interaction
  /** Right-click → Apps. */
  menu(message: Message, name: string): Interaction
  /** Presses the button of this label, which must be there and not greyed out. */
  press(message: Message, label: string): Interaction
  /** Chooses in the select of this custom_id or placeholder. */
  choose(message: Message, name: string, values: readonly Choice[]): Interaction
  /** Fills in the form that an interaction was answered with: words, lists of choices, or files, by custom_id. */
  submit(interaction: Interaction, fields: Filled): Interaction
}

export function createUsing(world: World, interactions: Interactions, upload: Upload, user: User): Using {
  const { channelOf, requireRights } = createPermitting(world, user)

  const useComponent = (message: Message, data: object): Interaction => {
    const owners = message.answers?.owners
    const type = InteractionType.MessageComponent
    const channel = channelOf(message)
    return interactions.begin({ type, user, channel, data: { ...data }, message, ...(owners && { owners }) })
  }
  return {
    slash: (channel, called, options = {}, file) => {
      requireRights(channel)
      const registered = usableCommand(world, channel, user, ApplicationCommandType.ChatInput, called)
      const attachment = file === undefined ? null : upload(channel, file, true)
      const given = attachment === null ? options : { ...options, file: attachment.id }
      const filled = fillOptions({ world, channel }, registered, given)
      const attachments = attachment === null ? {} : { attachments: { [attachment.id]: attachment } }
      const data = {
        id: registered.id,
        name: called,
        type: ApplicationCommandType.ChatInput,
        options: filled.options,
        resolved: { ...filled.resolved, ...attachments },
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
      const { custom_id, id } = findButton(message, label)
      return useComponent(message, { custom_id, component_type: ComponentType.Button, id })
    },
    choose: (message, name, choices) => {
      const select = findSelect(message, name)
      const { custom_id, id, type } = select
      const chosen = chooseValues(world, channelOf(message), select, choices)
      return useComponent(message, { custom_id, component_type: type, id, ...chosen })
    },
    submit: ({ form, channel, message, owners, user: asked }, fields) => {
      if (form === null) throw new Error('This interaction was not answered with a form')
      if (asked.id !== user.id) throw new Error(`Only ${asked.username} sees this form`)
      const data = fillForm({ world, channel, upload }, form, fields)
      return interactions.begin({ type: InteractionType.ModalSubmit, user, channel, data, message, owners })
    },
  }
}
