import { expect, it } from 'vitest'
import { withoutIds } from '../../../src/discord/tasks/without-ids.ts'

const ID = '123456789012345678'

it.each([
  [`What does <@${ID}> think of <@!${ID}>?`, 'What does @someone think of @someone?'],
  [`Do <@&${ID}> know, in <#${ID}>?`, 'Do @role know, in #channel?'],
  [`Good <:ferry:${ID}> <a:wave:${ID}>`, 'Good :ferry: :wave:'],
  [`See </settings panel:${ID}>`, 'See /settings panel'],
  [`https://discord.com/channels/${ID}/${ID}/${ID} says so`, 'https://discord.com/channels/… says so'],
  [`https://ptb.discord.com/channels/@me/${ID}`, 'https://ptb.discord.com/channels/…'],
  ['Is a < b and c > d at <t:1790000000:R>?', 'Is a < b and c > d at <t:1790000000:R>?'],
  [`The number ${ID} stays`, `The number ${ID} stays`],
])('a question or text goes on without the ids that Discord writes into it: %s', (text, plain) => {
  expect(withoutIds(text)).toBe(plain)
})
