import type { ButtonInteraction } from 'discord.js'
import type { Conversation } from '../../app/ports.ts'
import { joinMarkup } from '../cards/markup.ts'
import { titleLink } from '../cards/source-line.ts'
import { MORE } from '../texts.ts'
import { button, plain, type View } from '../cards/view.ts'
import { mayChange } from './may-change.ts'

/** What there is beside a card, for whoever pressed More. */
export function menuView(interaction: ButtonInteraction, conversation: Conversation): View {
  const { id, article } = conversation
  const isAllowed = mayChange(interaction, conversation)
  const hasPage = article.source.kind === 'link'
  const lines = [
    MORE.about(titleLink(article)),
    ...(isAllowed ? [] : [MORE.notForYou]),
    ...(hasPage ? [] : [MORE.noPage]),
  ]
  return plain(joinMarkup(lines, '\n'), [
    button('who', id),
    button('longer', id),
    button('copy', id),
    button('refresh', id, { isDisabled: !isAllowed || !hasPage }),
    button('remove', id, { isDisabled: !isAllowed }),
  ])
}
