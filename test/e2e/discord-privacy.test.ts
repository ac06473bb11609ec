import { expect, it } from 'vitest'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { openScene, told } from './open-scene.ts'

it('/privacy tells whoever asks, and nobody else, which models the host has set up and where they are', async () => {
  const scene = await openScene({
    environment: {
      RETENTION_DAYS: '12',
      OPENAI_FALLBACK_MODEL: 'far-2',
      OPENAI_FALLBACK_BASE_URL: 'https://models.example/v1',
    },
  })
  const { discord } = scene
  await scene.startBot()
  const shown = await told(
    scene,
    discord.person('mira').slash(discord.general, 'privacy'),
    /^### What I read/u,
  )
  expect(wordsOf(shown)).toContain('loopback-1 on a machine of whoever runs me')
  expect(wordsOf(shown)).toContain('far-2 at models.example')
  expect(wordsOf(shown)).toContain('12 days')
  expect(discord.messagesIn(discord.general)).toEqual([])
})
