import { describe, expect, it } from 'vitest'
import { unsupportedSource } from '../../src/core/unsupported-source.ts'

const told = (address: string): string | null => unsupportedSource(new URL(address))

describe('an address that leads to no article', () => {
  it.each([
    'https://www.youtube.com/watch?v=abc',
    'https://m.youtube.com/shorts/abc',
    'https://youtu.be/abc?t=10',
    'https://vimeo.com/123456',
    'https://vimeo.com/channels/staff/123456',
    'https://www.tiktok.com/@user/video/123',
    'https://vm.tiktok.com/ZM1/',
    'https://www.twitch.tv/videos/123',
  ])('is known as a video: %s', (address) => {
    expect(told(address)).toBe('video')
  })

  it.each([
    'https://x.com/user/status/123',
    'https://twitter.com/user/status/123?s=20',
    'https://mobile.twitter.com/user/status/123',
    'https://www.instagram.com/p/abc/',
    'https://www.instagram.com/reel/abc/',
    'https://www.threads.net/@user/post/abc',
    'https://www.facebook.com/user/posts/123',
    'https://bsky.app/profile/user.example/post/abc',
  ])('is known as a post: %s', (address) => {
    expect(told(address)).toBe('post')
  })

  it.each([
    'https://news.example/watch?v=abc',
    'https://blog.youtube.com/press/',
    'https://www.youtube.com/about/press/',
    'https://vimeo.com/blog/post/how-to-light-a-room',
    'https://help.x.com/en/rules',
    'https://about.instagram.com/blog/announcements',
    'https://about.facebook.com/news',
    'https://notyoutube.com/watch?v=abc',
    'https://youtube.com.news.example/watch?v=abc',
  ])('is not seen in %s', (address) => {
    expect(told(address)).toBeNull()
  })
})
