import type { Attachment, Channel } from './things.ts'
import type { World } from './world.ts'

export interface File {
  readonly name: string
  readonly text: string | Uint8Array
  /** Null: Discord does not say what it is. */
  readonly type: string | null
}

/** Puts a file where the bot can read it, as Discord's CDN does. `ephemeral`: it came with a command or form. */
export type Upload = (channel: Channel, file: File, ephemeral?: boolean) => Attachment

export const createUpload =
  (world: World): Upload =>
  (channel, { name: filename, text, type }, ephemeral = false) => {
    const id = world.newId()
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    const path = `/attachments/${channel.id}/${id}/${encodeURIComponent(filename)}`
    const url = `${world.origin}${path}?ex=1&is=1&hm=1`
    world.files.set(path, { bytes, type })
    return {
      id,
      filename,
      size: bytes.length,
      url,
      proxy_url: url,
      ...(type !== null && { content_type: type }),
      ...(ephemeral && { ephemeral }),
    }
  }
