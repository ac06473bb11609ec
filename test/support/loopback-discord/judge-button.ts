import { ButtonStyle } from 'discord.js'
import { type Fields, judgeLength, judgeNumber, judgeOptionalLength, text } from './fields.ts'

/** What is wrong with a button: which fields it has depends on its style. */
export function judgeButton(button: Fields): string[] {
  const { style, label, emoji, url, custom_id: customId } = button
  const wrong = [
    ...judgeNumber('style', style ?? 0, ButtonStyle.Primary, ButtonStyle.Premium),
    ...judgeOptionalLength('label', label, 0, 80),
  ]
  if (style === ButtonStyle.Premium) return [...wrong, 'premium buttons are not what this bot sends']
  if (text(label) === '' && (emoji === undefined || emoji === null))
    wrong.push('label not of 1 to 80, and no emoji')
  if (style === ButtonStyle.Link) {
    if (customId !== undefined || !/^(?:https?|discord):\/\//u.test(text(url))) wrong.push('link button')
    return [...wrong, ...judgeLength('url', url, 1, 512)]
  }
  if (url !== undefined) wrong.push('a url on a button that is no link')
  return [...wrong, ...judgeLength('custom_id', customId, 1, 100)]
}
