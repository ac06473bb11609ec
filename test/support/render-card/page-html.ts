// Messages as they were sent, as a page that looks like Discord on a phone.
import { type Form, formHtml, type Menu, menuHtml } from './menus-html.ts'
import { markdownHtml } from './markdown-html.ts'

interface Component extends Menu {
  readonly content?: string
  readonly label?: string
  readonly style?: number
  readonly disabled?: boolean
  readonly accent_color?: number
  readonly components?: readonly Component[]
}

export interface Shown {
  /** What this message is; stands above it. */
  readonly title?: string
  /** Who wrote it, where that is not the bot. */
  readonly by?: string
  readonly content: string
  readonly components: readonly Component[]
  readonly ephemeral?: boolean
  readonly form?: Form
  /** Of channels and roles that are chosen in menus, by their ids. */
  readonly names?: Readonly<Record<string, string>>
}

const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link']

function componentHtml(component: Component, names: Readonly<Record<string, string>>): string {
  const { type, content = '', label = '', style = 2, disabled = false, components = [] } = component
  const inner = components.map((part) => componentHtml(part, names)).join('\n')
  switch (type) {
    case 1:
      return `<div class="row">${inner}</div>`
    case 2:
      return `<span class="button ${STYLES[style] ?? ''}${disabled ? ' disabled' : ''}">${label}</span>`
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return menuHtml(component, names)
    case 10:
      return `<div>${markdownHtml(content)}</div>`
    case 14:
      return '<hr>'
    case 17:
      return `<div class="container"${edgeOf(component)}>${inner}</div>`
    default:
      return `<p>(component ${type})</p>`
  }
}

const edgeOf = ({ accent_color: colour }: Component): string =>
  colour === undefined ? '' : ` style="border-left: 4px solid #${colour.toString(16).padStart(6, '0')}"`

const messageHtml = ({ title, form, ...message }: Shown): string =>
  (title === undefined ? '' : `<h2>${title}</h2>`) + (form === undefined ? bodyHtml(message) : formHtml(form))

const bodyHtml = ({ by, content, components, ephemeral = false, names = {} }: Shown): string => `
<div class="message"><div class="face${by === undefined ? '' : ' person'}"></div><div class="body">
<div class="name">${by ?? 'footnote <span class="app">APP</span>'} <time class="at">12:04</time></div>
${content === '' ? '' : markdownHtml(content)}
${components.map((component) => componentHtml(component, names)).join('\n')}
${ephemeral ? '<small>Only you can see this · Dismiss message</small>' : ''}
</div></div>`

const CSS = `
body { margin: 0; padding: 6px 0; display: flow-root; width: 400px; background: #1a1a1e; color: #dfe0e2; font: 15px/1.3 "gg sans", "Noto Sans", "DejaVu Sans", sans-serif }
h2 { margin: 18px 12px 6px; font-size: 11px; color: #8a6; text-transform: uppercase; border-top: 1px dashed #444; padding-top: 6px }
.message { display: flex; padding: 4px 12px; gap: 12px } .face { flex: none; width: 38px; height: 38px; border-radius: 50%; background: #5865f2 }
.face.person { background: #3ba55d } .body { min-width: 0; flex: 1; overflow-wrap: anywhere } .name { font-weight: 600; color: #fff } .app { background: #5865f2; border-radius: 3px; font-size: 9px; padding: 1px 4px }
.at { color: #888; font-size: 11px; font-weight: 400; background: none } p { margin: 0; min-height: 1em } p.item { padding-left: 20px; text-indent: -20px }
h3 { font-size: 16px; margin: 6px 0 4px; color: #fff } small { display: block; font-size: 12px; color: #9b9ca3; margin: 2px 0 }
blockquote { margin: 0; padding-left: 10px; border-left: 4px solid #4e5058 } a { color: #6ea8fe; text-decoration: none } code { background: #2b2d31; padding: 0 3px; border-radius: 3px }
time { background: #2e2f36; border-radius: 3px; padding: 0 2px } mark { background: #a33; color: #fff }
.container { border: 1px solid #34353b; border-radius: 8px; background: #242429; padding: 10px 12px; margin: 4px 0 } hr { border: 0; border-top: 1px solid #3c3d44; margin: 8px 0 }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px } .button { background: #3e3f46; color: #fff; border-radius: 8px; padding: 7px 14px; font-size: 14px; font-weight: 500 } .primary { background: #5865f2 } .disabled { opacity: .5 }
pre { background: #2b2d31; border: 1px solid #3c3d44; border-radius: 4px; padding: 6px 8px; margin: 4px 0; white-space: pre-wrap; font: 13px/1.35 "DejaVu Sans Mono", monospace }
.menu { flex: 1; background: #1d1d21; border: 1px solid #3c3d44; border-radius: 8px; padding: 8px 10px; font-size: 14px } .menu.off { opacity: .5 } .menu i { color: #888; font-style: normal } .menu b { float: right; color: #888; font-weight: 400 }
.pill { background: #3e3f46; border-radius: 4px; padding: 1px 6px; margin-right: 4px } .form { margin: 8px 12px; padding: 12px; border-radius: 8px; background: #242429 } .form label { display: block; margin-top: 12px; font-weight: 600; font-size: 14px }
.input { white-space: pre-wrap; background: #1d1d21; border: 1px solid #3c3d44; border-radius: 8px; padding: 8px 10px; min-height: 1.2em; font-size: 14px } .input.lines { min-height: 5em }`

/** A page that looks like Discord on a phone, 400 pixels wide. */
export const pageHtml = (messages: readonly Shown[]): string =>
  `<!doctype html><meta charset="utf-8"><title>Cards</title><style>${CSS}</style>${messages.map(messageHtml).join('\n')}\n`
