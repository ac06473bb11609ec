import { type Fields, list, text } from './fields.ts'
import { Refusal } from './refusal.ts'
import type { Attachment, Channel } from './things.ts'
import { createUpload, type File } from './upload.ts'
import type { World } from './world.ts'

export type Files = ReadonlyMap<string, File>

const MOST_BYTES = 10 * 1024 * 1024

/** What is wrong with the files that a message has, names or shows. `kept`: those that it has already. */
export function judgeFiles(body: Fields, files: Files, kept: readonly Attachment[]): string[] {
  const named = list(body.attachments)
  const isThere = (id: unknown): boolean =>
    files.has(String(id)) || kept.some((attachment) => attachment.id === String(id))
  const names = new Set([
    ...kept.map(({ filename }) => filename),
    ...[...files].map(([number, { name }]) => nameOf(body, number, name)),
  ])
  const shown = JSON.stringify(body.components ?? []).matchAll(/"attachment:\/\/([^"]*)"/gu)
  return [
    ...(files.size > 10 ? [`${files.size} files`] : []),
    ...named.filter(({ id }) => !isThere(id)).map(({ id }) => `no file ${String(id)}`),
    ...[...shown].filter(([, name = '']) => !names.has(name)).map(([, name]) => `no attachment ${name}`),
  ]
}

/** Stores the files that came with a message and gives back what it has then. */
export function attach(
  world: World,
  channel: Channel,
  body: Fields,
  files: Files,
  before: readonly Attachment[] = [],
): readonly Attachment[] {
  for (const { text: bytes } of files.values())
    if (bytes.length > MOST_BYTES) throw new Refusal(413, 40_005, 'Request entity too large')
  const named = new Set(list(body.attachments).map(({ id }) => String(id)))
  const kept = body.attachments === undefined ? before : before.filter(({ id }) => named.has(id))
  const upload = createUpload(world)
  const added = [...files].map(([number, file]) =>
    upload(channel, { ...file, name: nameOf(body, number, file.name) }),
  )
  return [...kept, ...added]
}

const nameOf = (body: Fields, number: string, name: string): string =>
  text(list(body.attachments).find(({ id }) => String(id) === number)?.filename) || name
