import { describe, expect, it } from 'vitest'
import { cleanAddress } from '../../src/core/address.ts'
import { holdsSecret } from '../../src/core/address-secrets.ts'

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJyb3dhbiJ9.c2lnbmF0dXJl'
const KEY = 'q8Rt2mZp0XvB7nLk4JhY6wDs1AeU9cGf'

describe('an address that holds a secret', () => {
  it.each([
    ['a?token=abc&id=7', 'a?id=7'],
    ['a?id=7&ACCESS_TOKEN=abc', 'a?id=7'],
    ['a?access%5Ftoken=abc', 'a'],
    ['a?PHPSESSID=0a1b', 'a'],
    ['a?X-Amz-Algorithm=AWS4&X-Amz-Expires=60&X-Amz-Signature=0a&page=2', 'a?page=2'],
    ['a?Expires=1790000000&Signature=x~y_&Key-Pair-Id=K2&page=2', 'a?page=2'],
    ['a?sv=2024&se=2026&sp=r&sig=abc%3D&v=3', 'a?v=3'],
    [`a?ex=66&is=65&hm=${'0a'.repeat(32)}`, 'a'],
    ['a?hdnea=exp=1~hmac=0a', 'a'],
    ['a?unlocked_article_code=1.AbC', 'a'],
    ['a?sharetoken=0a1b2c', 'a'],
    [`a?next=${TOKEN}`, 'a'],
    [`a?anything=${KEY}`, 'a'],
    [`a?key=AIzaSyD9tSrke72a`, 'a'],
    ['a?session=550e8400-e29b-41d4-a716-446655440000', 'a'],
    ['a?u=https%3A%2F%2Fother.example%2Fb%3Ftoken%3Dabc', 'a'],
    ['a;jsessionid=0A1B?id=7', 'a?id=7'],
    ['a;jsessionid=0A1B/b', 'a/b'],
    ['hdntl=exp=1~hmac=0a/a', 'a'],
    [`read/${TOKEN}/a`, 'read/a'],
    [TOKEN, ''],
    ['a?reset_password_token=abc&id=7', 'a?id=7'],
    ['a?guestAccessToken=abc', 'a'],
    ['a?token%5B%5D=abc', 'a'],
    ['a?x-api-key=abc', 'a'],
    ['a?subscription-key=abc', 'a'],
    ['a?client-secret=abc', 'a'],
    ['a?pwd=abc', 'a'],
    ['a?otp=482911', 'a'],
    ['a?pin=4829', 'a'],
    ['a?SAMLResponse=abc', 'a'],
    ['a?preview_nonce=0a1b&preview=true', 'a?preview=true'],
    ['a?verification_code=abc', 'a'],
    ['a?CFID=12&CFTOKEN=34', 'a?CFID=12'],
    ['a?gaa_at=g&gaa_n=AS&gaa_ts=66&gaa_sig=0a', 'a'],
    ['a?OSSAccessKeyId=x&Expires=1&Signature=y', 'a'],
    ['a?md5=9f86d081884c7d659a2feaa0&expires=1790000000', 'a?expires=1790000000'],
    ['a?giftId=550e8400-e29b-41d4', 'a'],
    ['a?st=xYzAb12&reflink=desktopwebshare_permalink', 'a?reflink=desktopwebshare_permalink'],
    ['a?sk=9f86d081884c7d659a2feaa0c55ad015', 'a'],
    ['a?x=ghp_16C7e42F292c6912E7710c838347Ae178B4a', 'a'],
    ['a?x=sk-proj-abcDEF123456', 'a'],
    ['a?x=AKIAIOSFODNN7EXAMPLE', 'a'],
    ['a?xoxb-123456789-abcdefghij', 'a'],
    ['a?email=mira%40mail.example&id=7', 'a?id=7'],
    ['a?next=%2Fb%3Ftoken%3Dabc', 'a'],
    ['a?q=https%3A%2F%2Fo.example%2F%3Fx%3Dhttps%253A%252F%252Fp.example%252F%253Ftoken%253Dabc', 'a'],
    [`reset-password/${KEY}`, 'reset-password'],
    [`password/reset/${'0a1b'.repeat(16)}`, 'password/reset'],
    ['verify/550e8400-e29b-41d4-a716-446655440000', 'verify'],
    ['magic-link/a8Fk29LmQ0xZ', 'magic-link'],
    ['invite/a8Fk29LmQ0xZ/a', 'invite/a'],
    ['p/550e8400-e29b-41d4-a716-446655440000', 'p'],
    [`a/${KEY}/b`, 'a/b'],
    ['a/AKIAIOSFODNN7EXAMPLE/b', 'a/b'],
    ['(S(lit3py55t21z5v55vlm25s55))/a.aspx', 'a.aspx'],
    ['get/https%3A%2F%2Fo.example%2Fa%3Ftoken%3Dabc', 'get/https%3A%2F%2Fo.example%2Fa'],
    ['web/2026/https://mira:word@o.example/a', 'web/2026/https://o.example/a'],
  ])('is stored and shown without it: %s', (path, clean) => {
    const address = `https://news.example/${path}`
    expect(cleanAddress(address)).toBe(`https://news.example/${clean}`)
    expect(holdsSecret(new URL(address))).toBe(true)
    expect(holdsSecret(new URL(cleanAddress(address)))).toBe(false)
  })

  it.each([
    'a?id=7&page=2&q=tokens+and+keys',
    'a?key=climate-2026-report',
    'a?sid=24/11/22/0012345',
    'a?code=de',
    'a?expires=2026',
    'a?token',
    'a?id=550e8400-e29b-41d4-a716-446655440000',
    'a?id=d41d8cd98f00b204e9800998ecf8427e',
    'a?title=The_Ferry_That_Never_Missed_A_Winter_In_40_Years',
    'a?u=https%3A%2F%2Fother.example%2Fb',
    'token/a',
    'a;v=2/b',
    'the-key=to-it/a',
    'sk-velka-sprava-o-starom-pristave',
    'share/covid-19-update-2021',
    's/VrQ2pZ0mXk9LbT4hYw1uAg',
    'p/3f2a1b9c8d7e',
    'session/keynote-2026-part-2',
    'a?share=twitter',
    'a?gift=true',
    'a?monkey=1a2b3c4d5e6f7g8h',
    'a?m=2026',
    'a?state=california',
    'a?q=what+is+it%3F',
    'a?verify=1',
    '2026/11/22/council-votes-to-close-the-old-harbour-1.2345678',
  ])('is not one that only looks like it: %s', (path) => {
    const address = `https://news.example/${path}`
    expect(cleanAddress(address)).toBe(address)
    expect(holdsSecret(new URL(address))).toBe(false)
  })

  it.each([
    ['docs.google.com/document/d/1A2b3C4d5E6f7G8h9I0jK1l2M3n4O5p6Q7r8S9t0uVwX/edit', '1A2b'],
    ['docs.google.com/document/d/e/2PACX-1vQabcDEF1234567890abcdefGHIJKLmnop/pub', '2PACX'],
    ['drive.google.com/open?id=1A2b3C4d5E6f7G8h9I0jK1l2M3n4O5p6Q', '1A2b'],
    ['calendar.google.com/calendar/ical/a/private-9f86d081884c7d659a2feaa0c55ad015/basic.ics', '9f86'],
    ['www.dropbox.com/scl/fi/abc123def456ghi789jkl/report.pdf?rlkey=z1y2x3w4v5u6&dl=0', 'abc123 z1y2'],
    ['www.dropbox.com/sh/abc123def456ghi/AADabcdefghijklmnopqrstu?dl=0', 'abc123 AADabc'],
    ['onedrive.live.com/?authkey=%21AbCdEf&id=ABC', 'AbCdEf'],
    ['1drv.ms/w/s!AmVABCdefGHI123', 'AmVABC'],
    ['contoso.sharepoint.com/:w:/s/team/EaBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789?e=AbCd12', 'EaBcDe'],
    ['hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX', 'T0000 B0000 XXXX'],
    ['discord.com/api/webhooks/1234567890/AbCdEf-GhIjKlMnOp', '1234567890 AbCdEf'],
    ['canary.discord.com/api/v10/webhooks/1234567890/AbCdEf-GhIjKlMnOp', '1234567890 AbCdEf'],
    ['api.telegram.org/bot123456789:AAFabcDEFghiJKLmnoPQRstuVWXyz0123456/getMe', '123456789 AAFabc'],
    ['contoso.webhook.office.com/webhookb2/550e8400@550e8400/IncomingWebhook/9f86d081/550e8400', '550e 9f86'],
    ['zoom.example/j/123?pwd=abcDEF123', 'abcDEF'],
    ['app.box.com/s/a1b2c3d4e5f6g7h8i9j0k1l2', 'a1b2'],
  ])(
    'of a service that opens it to whoever has it is shown without what opens it: %s',
    (address, secrets) => {
      const clean = cleanAddress(`https://${address}`)
      for (const secret of secrets.split(' ')) expect(clean).not.toContain(secret)
      expect(holdsSecret(new URL(`https://${address}`))).toBe(true)
      expect(holdsSecret(new URL(clean))).toBe(false)
    },
  )

  it.each(['eyJ', '=', ';', '/', 'a1B', '%25'])('is told in no long time, whatever repeats: %s', (piece) => {
    const text = piece.repeat(4000 / piece.length)
    expect(cleanAddress(`https://news.example/${text}?x=${text}`)).toMatch(/^https:/u)
  })
})
