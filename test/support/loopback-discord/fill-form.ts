import { ComponentType } from 'discord.js'
import { type Choice, chooseValues } from './choose-values.ts'
import { type Fields, isFields, list, size, text } from './fields.ts'
import { withInner } from './judge-components.ts'
import { numbered } from './numbered.ts'
import type { Channel } from './things.ts'
import type { File, Upload } from './upload.ts'
import type { World } from './world.ts'

/** What somebody fills in, by custom_id: words, choices, or files. */
export type Filled = Readonly<Record<string, string | readonly (Choice | File)[]>>

interface Place {
  readonly world: World
  readonly channel: Channel
  readonly upload: Upload
}

/** A form as Discord sends it back. Throws where Discord would not let it be sent. */
export function fillForm(place: Place, form: Fields, filled: Filled): Fields {
  const parts = list(numbered(list(form.components)))
  const known = new Set(parts.flatMap(withInner).map((one) => one.custom_id))
  for (const name of Object.keys(filled)) if (!known.has(name)) throw new Error(`No input ${name}`)
  const resolved: Record<string, Fields> = {}
  const components = parts.map(({ type, id, component }) => {
    if (!isFields(component)) return { type, id }
    const answer = fill(place, component, filled[text(component.custom_id)])
    for (const [kind, things] of Object.entries(answer.resolved))
      resolved[kind] = { ...resolved[kind], ...things }
    const { custom_id, id: ownId, type: ownType } = component
    return { type, id, component: { type: ownType, id: ownId, custom_id, ...answer.given } }
  })
  return { custom_id: form.custom_id, components, ...(Object.keys(resolved).length > 0 && { resolved }) }
}

interface Answer {
  readonly given: Fields
  readonly resolved: Readonly<Record<string, Fields>>
}

function fill({ world, channel, upload }: Place, input: Fields, given: Filled[string] | undefined): Answer {
  if (input.type === ComponentType.TextInput) {
    if (given !== undefined && typeof given !== 'string') throw new Error('Words are wanted')
    return { given: { value: fillText(input, given ?? text(input.value)) }, resolved: {} }
  }
  if (typeof given === 'string') throw new Error(`“${text(input.custom_id)}” takes a list`)
  if (input.type === ComponentType.FileUpload) {
    const files = (given ?? []) as readonly File[]
    requireAmount(input, files.length)
    const attachments = files.map((file) => upload(channel, file, true))
    return {
      given: { values: attachments.map(({ id }) => id) },
      resolved: { attachments: Object.fromEntries(attachments.map((one) => [one.id, one])) },
    }
  }
  const { values, resolved } = chooseValues(
    world,
    channel,
    input,
    (given ?? defaultsOf(input)) as readonly Choice[],
  )
  return { given: { values }, resolved: resolved as Readonly<Record<string, Fields>> }
}

function fillText(
  { custom_id: name, required, min_length: least, max_length: most }: Fields,
  words: string,
): string {
  if (words === '' && required !== false) throw new Error(`${text(name)} is required`)
  if (words !== '' && (size(words) < Number(least ?? 0) || size(words) > Number(most ?? 4000)))
    throw new Error(`${text(name)} takes ${Number(least ?? 0)} to ${Number(most ?? 4000)} characters`)
  return words
}

function requireAmount(
  { custom_id: name, required, min_values: min, max_values: max }: Fields,
  amount: number,
): void {
  const least = required === false ? Number(min ?? 0) : Number(min ?? 1)
  const isNothing = amount === 0 && required === false
  if (!isNothing && (amount < least || amount > Number(max ?? 1)))
    throw new Error(`${text(name)} takes ${least} to ${Number(max ?? 1)} files, not ${amount}`)
}

/** What stands chosen in a form that nobody touched. */
const defaultsOf = (select: Fields): readonly Choice[] =>
  select.type === ComponentType.StringSelect
    ? list(select.options)
        .filter((option) => option.default === true)
        .map(({ value }) => text(value))
    : list(select.default_values).map(({ id }) => text(id))
