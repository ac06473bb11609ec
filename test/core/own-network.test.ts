import { describe, expect, it } from 'vitest'
import { isOnOwnNetwork } from '../../src/core/own-network.ts'

describe('an address on one’s own network', () => {
  it.each([
    'http://localhost:11434/v1',
    'http://127.0.0.1:8080/v1',
    'http://ollama:11434/v1',
    'http://192.168.1.20/v1',
    'http://172.20.0.4/v1',
    'http://100.101.102.103/v1',
    'http://tower.lan/v1',
    'http://host.docker.internal:11434',
    'http://[::1]:11434/v1',
    'http://[fd12::1]/v1',
  ])('is %s', (address) => expect(isOnOwnNetwork(address)).toBe(true))

  it.each([
    'https://api.openai.com/v1',
    'https://openrouter.ai/api/v1',
    'http://172.32.0.4/v1',
    'http://8.8.8.8/v1',
    'http://10.example.com/v1',
    'https://[2606:4700::1]/v1',
  ])('is not %s', (address) => expect(isOnOwnNetwork(address)).toBe(false))
})
