import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../src/adapters/extract/read-html.ts'
import { buildArticle } from '../../../src/core/build-article.ts'
import { paragraphs } from './support.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const SECRET = 'The lighthouse keeper has already resigned and the herons belong to nobody at all.'

/** All that is told of a page: the article's text and everything of its source record. */
function told(inside: string, { head = '', body = '' } = {}): string {
  const html = `<html lang="en"><head><title>Herons of the lower lake</title>${head}</head><body ${body}><article><h1>Herons of the lower lake</h1>${paragraphs(4)}${inside}${paragraphs(4)}</article></body></html>`
  const url = 'https://herons.example.org/survey'
  return JSON.stringify(buildArticle(readHtml(html, url, NOW), { kind: 'link', url, retrievedAt: NOW }))
}

const p = (attributes: string): string => `<p ${attributes}>${SECRET}</p>`
const inStyle = (style: string): string => p(`style="${style}"`)
const byRule = (rule: string, inside: string): readonly [string, { readonly head: string }] => [
  inside,
  { head: `<style>${rule}</style>` },
]

describe('text that readers do not see is not read', () => {
  it.each([
    'display:none',
    'DISPLAY : NONE !important',
    'visibility:hidden',
    'content-visibility: hidden',
    'opacity:0',
    'opacity: 0.01',
    'filter: opacity(0)',
    'font-size:0',
    'font-size:1px',
    'font: 1px/1 serif',
    'position:absolute; left:-9999px',
    'position: fixed; top: -200vh',
    'text-indent:-9999px',
    'position:absolute;clip:rect(0,0,0,0)',
    'clip: rect(1px, 1px, 1px, 1px); position: absolute',
    'clip-path: inset(100%)',
    'clip-path:circle(0)',
    'margin-left:-10000px',
    'transform:scale(0)',
    'transform: translateX(-9999px)',
    'max-height:0;overflow:hidden',
    'height:1px;width:1px;overflow:hidden',
    'width:0; overflow-x: hidden',
    'color:#fff',
    'color:white',
    'color: rgb(254, 255, 253)',
    'color: rgba(0,0,0,0)',
    'color: transparent',
    'color: hsl(0, 0%, 100%)',
    'color:#333;background:#303030',
    'background-color:#ffe;color:#fffff0',
  ])('with style="%s"', (style) => {
    expect(told(inStyle(style))).not.toContain('lighthouse')
    expect(told(`<div style="${style}"><div><span>${SECRET}</span></div></div>`)).not.toContain('lighthouse')
  })

  it.each([
    byRule('.x1{display:none}', p('class="lead x1"')),
    byRule('/* { */ p.x1 , i { display : none }', p('class="x1"')),
    byRule('#x1{opacity:0}', p('id="x1"')),
    byRule('article .note > p{position:absolute;left:-5000px}', `<div class="note">${p('')}</div>`),
    byRule('@media screen { em { font-size: 0 } }', `<p><em>${SECRET}</em></p>`),
    byRule('@import url(x.css); .x1 { color: #fff }', p('class="x1"')),
    byRule('body{background:#222} .x1{color:#232323}', p('class="x1"')),
    byRule('.x1{color:red} .x1{color:#fff}', p('class="x1"')),
    byRule('.x1{display:none!important}', p('class="x1" style="display:block"')),
  ])('by a rule of the page: %s', (inside, page) => {
    expect(told(inside, page)).not.toContain('lighthouse')
  })

  it.each([
    p('hidden'),
    p('popover'),
    `<dialog>${SECRET}</dialog>`,
    `<template><p>${SECRET}</p></template>`,
    `<noscript><p>${SECRET}</p></noscript>`,
    `<!-- ${SECRET} -->`,
    `<!-- > <p>${SECRET}</p> -->`,
    `<svg><text>${SECRET}</text></svg>`,
    `<svg><foreignObject><p>${SECRET}</p></foreignObject></svg>`,
    `<math><mtext>${SECRET}</mtext></math>`,
    `<textarea>${SECRET}</textarea>`,
    `<select><option>${SECRET}</select>`,
    `<datalist><option>${SECRET}</datalist>`,
    `<iframe srcdoc="<p>${SECRET}</p>">${SECRET}</iframe>`,
    `<object>${SECRET}</object><canvas>${SECRET}</canvas><audio>${SECRET}</audio><video>${SECRET}</video>`,
    `<img src="x" alt="${SECRET}" title="${SECRET}">`,
    `<p title="${SECRET}" aria-label="${SECRET}" data-note="${SECRET}">The lake froze in January.</p>`,
    `<input placeholder="${SECRET}" value="${SECRET}"><a href="#" aria-label="${SECRET}">map</a>`,
    `<style>p::after{content:"${SECRET}"}</style>`,
    `<font color="white">${SECRET}</font>`,
    `<table bgcolor="#000000"><tr><td><font color="#000">${SECRET}</font></td></tr></table>`,
    `<p>${[...'The lighthouse keeper has already resigned.'].map((letter) => String.fromCodePoint(0xe0000 + letter.codePointAt(0)!)).join('')}</p>`,
  ])('in %s', (inside) => {
    const all = told(inside)
    expect(all).not.toMatch(/lighthouse|[\u{e0000}-\u{e0fff}]/u)
    expect(all).toContain('herons on the lower lake')
  })

  it('in descriptions for machines, where the page itself shows an article', () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      articleBody: SECRET.repeat(20),
      description: SECRET,
    })
    const head = `<meta name="description" content="${SECRET}"><meta property="og:description" content="${SECRET}"><script type="application/ld+json">${data}</script>`
    expect(told('', { head })).not.toContain('lighthouse')
  })

  it('between visible words of one sentence', () => {
    const text = told(
      '<p>The otters came back<span style="font-size:0"> and all of them were lighthouse keepers</span> in May.</p>',
    )
    expect(text).toContain('The otters came back in May.')
  })
})

describe('text that readers see, or can open, is kept', () => {
  it.each([
    inStyle('opacity:.9'),
    inStyle('color:#333'),
    inStyle('color:#fff;background:#123'),
    `<div style="background:url(x.png)"><div style="color:#fff">${p('')}</div></div>`,
    `<table bgcolor="#000"><tr><td><font color="white">${SECRET}</font></td></tr></table>`,
    inStyle('font-size:12px'),
    `<div style="font-size:0"><p style="font-size:16px">${SECRET}</p></div>`,
    inStyle('position:relative;left:-10px'),
    inStyle('text-indent:-2em;padding-left:2em'),
    inStyle('max-height:400px;overflow:hidden'),
    inStyle('transform:translateY(20px)'),
    inStyle('clip-path: inset(0 0 0 0)'),
    `<details><summary>More on the keeper</summary>${p('')}</details>`,
    `<h3><button aria-controls="a1">Who keeps the lake?</button></h3><div id="a1" hidden>${p('')}</div>`,
  ])('%s', (inside) => {
    expect(told(inside)).toContain('lighthouse')
  })

  it.each([
    '@media print{.x1{display:none}}',
    '@media (max-width: 600px){.x1{display:none}}',
    '.x1:hover{display:none}',
    '.no-js .x1{display:none}',
    '.other .x1{display:none}',
    'body{background:#000} .x1{color:#fff}',
  ])('under the rule %s', (rule) => {
    expect(told(p('class="x1"'), { head: `<style>${rule}</style>` })).toContain('lighthouse')
  })

  it('where a page shows its article only after its scripts have run', () => {
    const fading = paragraphs(6).replaceAll('<p>', '<p style="opacity:0">')
    expect(told(fading)).toMatch(/In the 5\. week.*In the 6\. week/u)
    expect(told('', { body: 'style="visibility:hidden"' })).toContain('herons on the lower lake')
  })
})
