import { describe, expect, it } from 'vitest'
import { cleanAddress, findLinks, isMediaOrDiscordLink, parseAddress } from '../../src/core/address.ts'

describe('parseAddress', () => {
  it.each([
    ['https://news.example/story', 'https://news.example/story'],
    ['  HTTP://News.Example  \n', 'http://news.example/'],
    ['<https://news.example/a>', 'https://news.example/a'],
    ['https://müller.example/größe', 'https://xn--mller-kva.example/gr%C3%B6%C3%9Fe'],
    ['https://user:secret@news.example/', 'https://user:secret@news.example/'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
  ])('reads %j', (raw, href) => expect(parseAddress(raw)?.href).toBe(href))

  it.each([
    '',
    ' ',
    'news.example',
    'ftp://news.example/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https:news.example',
    'https:\\\\news.example',
    'https://',
    'https:///news.example',
    'https://news .example/',
    'https://news.example/a b',
    'https://news.exa\nmple/',
    'https://news.example/\u0000',
    'https://[::1/',
    'https://news.example:99999/',
    `https://news.example/${'a'.repeat(4096)}`,
    `https://news.example/${'ä'.repeat(1000)}`,
    '<https://news.example/',
  ])('is null for %j', (raw) => expect(parseAddress(raw)).toBeNull())
})

describe('cleanAddress', () => {
  it.each([
    ['https://news.example/a?utm_source=x&utm_medium=y', 'https://news.example/a'],
    ['https://news.example/a?id=7&fbclid=1&page=2&gclid=3', 'https://news.example/a?id=7&page=2'],
    ['https://news.example/a?UTM_Source=x&b=1', 'https://news.example/a?b=1'],
    ['https://news.example/a?utm%5Fsource=x&b=1', 'https://news.example/a?b=1'],
    ['https://news.example/a?mc_cid=1&mc_eid=2&igshid=3&ref_src=twsrc', 'https://news.example/a'],
    ['https://news.example/a?fbclid', 'https://news.example/a'],
    ['https://news.example/a?', 'https://news.example/a'],
    ['https://news.example/a?&&b=1&', 'https://news.example/a?b=1'],
    ['https://news.example:443/a#part', 'https://news.example/a'],
    ['http://news.example:80/', 'http://news.example/'],
    ['http://news.example:8080/', 'http://news.example:8080/'],
    ['https://news.example./a', 'https://news.example/a'],
    ['https://user:secret@news.example/a', 'https://news.example/a'],
    ['https://news.example/a#:~:text=words', 'https://news.example/a'],
    ['HTTPS://News.Example', 'https://news.example/'],
  ])('makes %s into %s', (address, clean) => {
    expect(cleanAddress(address)).toBe(clean)
    expect(cleanAddress(new URL(address))).toBe(clean)
    expect(cleanAddress(clean)).toBe(clean)
  })

  it.each([
    'https://news.example/a?b=2&a=1&b=1',
    'https://news.example/a?q=one+two%20three&x=%7Ey~&z',
    'https://news.example/a?=1&%=2&%zz=3',
    'https://news.example/a?source=rss&ref=home&id=utm_source&my_utm_source=1',
    'https://news.example/utm_source=1',
  ])('leaves %s as it is', (address) => expect(cleanAddress(address)).toBe(address))

  it('leaves what is no address', () => expect(cleanAddress(' no address ')).toBe('no address'))
})

describe('findLinks', () => {
  const link = 'https://news.example/a'
  it.each([
    ['nothing here', []],
    [link, [link]],
    [`read ${link} and http://other.example now`, [link, 'http://other.example']],
    [`${link} ${link}`, [link]],
    [`HTTPS://News.Example/A`, ['HTTPS://News.Example/A']],
    [`${link}.`, [link]],
    [`${link}, and`, [link]],
    [`is it ${link}?!`, [link]],
    [`${link}…`, [link]],
    [`("${link}")`, [link]],
    [`'${link}'`, [link]],
    [`(see ${link})`, [link]],
    [`(see ${link}_(b)).`, [`${link}_(b)`]],
    [`https://wiki.example/Tarn_(Harbour)`, ['https://wiki.example/Tarn_(Harbour)']],
    [`https://wiki.example/Tarn_(a_(b))_c`, ['https://wiki.example/Tarn_(a_(b))_c']],
    [`[title](${link})more`, [link]],
    [`[${link}]`, [link]],
    [`[${link}](https://other.example/b)`, [link, 'https://other.example/b']],
    [`**${link}**`, [link]],
    [`_${link}_`, [link]],
    ['https://news.example/a_', ['https://news.example/a_']],
    [`~~${link}~~`, [link]],
    [`||${link}||`, [link]],
    [`> ${link}`, [link]],
    [`${link}?a=1&b=2#c`, [`${link}?a=1&b=2#c`]],
    [`読んで${link}。次`, [link]],
    [`「${link}」と`, [link]],
    [`：${link}。次`, [link]],
    ['https://news.example/größe', ['https://news.example/größe']],
    [`<${link}>`, []],
    [`<${link}> https://other.example/b`, ['https://other.example/b']],
    [`a < b ${link}`, [link]],
    [`\`${link}\``, []],
    [`\`\`a \` ${link}\`\``, []],
    [`\`\`\`\n${link}\n\`\`\``, []],
    [`\`\`\`js\n${link}\n\`\`\` ${link}b`, [`${link}b`]],
    [`it\`s ${link}`, [link]],
    [`\`\`\` ${link}`, [link]],
    [`<@123> <#456> ${link} <:smile:789>`, [link]],
    [`xhttps://news.example/a`, []],
    ['ftp://news.example/a', []],
    ['https://', []],
    ['https://)', []],
    ['https://[::1', []],
    [`https://news.example/${'a'.repeat(5000)}`, []],
  ])('%j', (text, links) => expect(findLinks(text)).toEqual(links))

  it('takes no long time over a message made to waste it', () => {
    for (const piece of ['`', '``a', '<https://', 'https://(', '((((', '](', 'https://a.', '||']) {
      const text = `https://a.example/${piece.repeat(4000)}`
      expect(findLinks(text).length).toBeLessThan(4001)
    }
  })
})

describe('isMediaOrDiscordLink', () => {
  it.each([
    'https://news.example/a.png',
    'https://news.example/a.JPG?width=9',
    'https://news.example/a.mp4',
    'https://news.example/a.mp3',
    'https://news.example/a.gifv',
    'https://tenor.com/view/cat',
    'https://media.tenor.com/x',
    'https://giphy.com/gifs/1',
    'https://discord.com/channels/1/2/3',
    'https://ptb.discord.com/channels/1/2',
    'https://discord.gg/abc',
    'https://discordapp.com/x',
    'https://cdn.discordapp.com/attachments/1/2/a.txt',
    'https://media.discordapp.net/a',
    'https://discord.com./channels/1',
  ])('is true for %s', (address) => {
    expect(isMediaOrDiscordLink(address)).toBe(true)
    expect(isMediaOrDiscordLink(new URL(address))).toBe(true)
  })

  it.each([
    'https://news.example/',
    'https://news.example/png',
    'https://news.example/a.pdf',
    'https://news.example/a.html?b=c.png',
    'https://news.example/a.png/story',
    'https://notdiscord.com/',
    'https://discord.com.evil.example/',
    'https://support.discord.com/hc',
    'https://mytenor.com/',
    'no address',
  ])('is false for %s', (address) => expect(isMediaOrDiscordLink(address)).toBe(false))
})
