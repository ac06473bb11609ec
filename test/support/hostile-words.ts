import * as fc from 'fast-check'

/** An address that the payloads under test link to themselves. */
export const OURS = 'https://news.example/story#:~:text=The%20bridge,March'

/** Pieces of which somebody who knows Discord would build a text that pings, links, hides or dresses up. */
const SPOKEN =
  `@everyone @here @\u200beveryone <@1> <@!1> <@&12> <#42> </ask:77> </a b:1> <id:customize> <id:guide> <t:1:R> <t:1> <t:x> <T:1:D>
<:smile:123456789012345678> <a:wave:1> <a:b:1> [click](https://evil.example) [a](<https://evil.example/b>) [x](mailto:a@b.example)
[](https://evil.example) [[a](https://evil.example)](https://evil.example) [x]\\(https://evil.example) [x](https:\\/\\/evil.example)
![i](https://evil.example/i.png) [x](\u200bhttps://evil.example) [r]:https://evil.example [real](${OURS}) ${OURS} ${OURS}.evil ${OURS}@evil.example
https://news.example@evil.example https://news.example.evil https://evil.example/x HTTPS://EVIL.EXAMPLE hthttps://tps://evil.example <https://evil.example> https:// http:// :// discord.gg/abc
https://discord.gg/abc discord.com/invite/abc DISCORD.GG/x discord.gift/x www.evil.example steam://run discord://-/channels mailto:a@b.example <mailto:a@b.example>
<a@b.example> <tel:+15550100> <+15550100> +1-555-0100 # ## ### -# > >>> - * + 1. 2) ** __ ~~ | || \` \`\`\` \\ \\\\ ]( [ ] ( ) < > </ <@ @ : / // \u200b
\u200d \u200c \ufe0f \u202e \u2066 \u2069 \ufeff \u00ad \u3164 \u2800 \ud800 \udc00 \u{e0041} \u{1f469} \u{1f680} ا م x 1 the bridge`.split(
    /[ \n]/u,
  )

/** What parts lines, or steers a terminal. */
const SPACES = [
  ' ',
  '\n',
  '\n# ',
  '\n> ',
  '\n-# ',
  '\n- ',
  '\n1. ',
  '\u2028',
  '\r',
  '\t',
  '\u0000',
  '\u001b[31m',
]

/** Texts of up to so many such pieces, one after the other. */
export const hostileWords = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...SPOKEN, ...SPACES), { minLength: 1, maxLength: most })
    .map((pieces) => pieces.join(''))
