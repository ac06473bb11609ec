import { afterAll, describe, expect, it } from 'vitest'
import { createExtractor } from '../../../src/adapters/extract/create-extractor.ts'
import { documentOf, paragraphs } from './support.ts'

const extractor = createExtractor()
afterAll(() => extractor.close())
const read = (html: string) => extractor.extract(documentOf(html))

const LOGIN =
  '<form action="/login"><label>Name <input name="user"></label><input type="password" name="secret"><button>Log in</button></form>'

describe('a wall instead of an article', () => {
  it.each([
    [
      'a challenge by its script',
      '<title>Just a moment...</title><p>Checking your browser before you go on to herons.example.org.</p><script>window._cf_chl_opt={cRay:"1"}</script>',
    ],
    [
      'a challenge by its elements',
      '<h1>One more step</h1><form id="challenge-form"><p>Please complete the security check to go on to herons.example.org, and then you will be sent there at once without any further action.</p></form>',
    ],
    [
      'a captcha',
      '<div class="h-captcha" data-sitekey="x"></div><p>Please show that you are a person and not a robot.</p>',
    ],
    [
      'a captcha by its script address',
      '<p>Access to this page has been denied, press and hold.</p><script src="https://geo.captcha-delivery.com/captcha/x.js"></script>',
    ],
    [
      'a log-in page',
      `<h1>Members only</h1><p>Please log in to go on reading this article of ours.</p>${LOGIN}`,
    ],
    [
      'a consent page',
      '<div id="sp_message_container_1"><h1>We and our 820 partners</h1><p>We and our partners keep and read data on your device to show you advertising that fits you.</p><button>Accept</button></div>',
    ],
    [
      'a subscription wall',
      '<h1>The survey</h1><p>In the first week the rangers counted herons on the lake.</p><div class="article-paywall"><p>Subscribe to read on.</p></div>',
    ],
    [
      'a paid opening of a few words',
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"The survey","isAccessibleForFree":"False"}</script><h1>The survey</h1>${paragraphs(2)}`,
    ],
  ])('is known as one: %s', async (_, html) => {
    await expect(read(`<html><body>${html}</body></html>`)).rejects.toMatchObject({
      code: 'page-blocked',
      message: expect.stringContaining('paste') as string,
    })
  })

  it.each([
    ['a log-in form in its header', `<header>${LOGIN}</header><article>${paragraphs(6)}</article>`],
    [
      'a subscription box below it',
      `<article>${paragraphs(6)}<div class="subscribe-box"><p>Subscribe to our weekly letter.</p>${LOGIN}</div></article>`,
    ],
    [
      'a captcha in its comment form',
      `<article>${paragraphs(6)}</article><form class="comment-form"><div class="g-recaptcha"></div></form><script src="https://www.google.com/recaptcha/api.js"></script>`,
    ],
    [
      'a cookie banner over it',
      `<div id="cookie-consent" role="dialog"><p>${'We use cookies. '.repeat(200)}</p></div><article>${paragraphs(6)}</article>`,
    ],
    [
      'a challenge script that every page of its network carries',
      `<article>${paragraphs(6)}</article><script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>`,
    ],
  ])('is not seen in a free article with %s', async (_, html) => {
    const { blocks } = await read(`<html><body>${html}</body></html>`)
    expect(blocks.filter(({ text }) => text.includes('herons on the lower lake'))).toHaveLength(6)
    expect(blocks.map(({ text }) => text).join(' ')).not.toMatch(/cookies|Subscribe|Log in/)
  })

  it('that lets a readable opening through is called a teaser', async () => {
    const data =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The survey","isAccessibleForFree":false,"wordCount":900}</script>'
    const { notices } = await read(
      `<html><head>${data}</head><body><article><h1>The survey</h1>${paragraphs(4)}</article></body></html>`,
    )
    expect(notices).toEqual([expect.objectContaining({ code: 'teaser' })])
  })
})
