import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js'
import { type Action, customId } from './custom-id.ts'
import { LONGEST_QUESTION } from '../commands/ask.ts'
import { ASK_FORM } from '../texts.ts'

/** The one text input of the form. */
export const QUESTION_FIELD = 'question'

/** A form for one question, about a conversation (`question`) or about what a task remembers (`question-about`). */
export const askForm = (
  action: Extract<Action, 'question' | 'question-about'>,
  id: string,
): APIModalInteractionResponseCallbackData => ({
  custom_id: customId(action, id),
  title: ASK_FORM.title,
  components: [
    {
      type: ComponentType.Label,
      label: ASK_FORM.label,
      component: {
        type: ComponentType.TextInput,
        custom_id: QUESTION_FIELD,
        style: TextInputStyle.Paragraph,
        placeholder: ASK_FORM.hint,
        max_length: LONGEST_QUESTION,
        required: true,
      },
    },
  ],
})
