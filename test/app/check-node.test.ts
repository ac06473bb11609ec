import { expect, it } from 'vitest'
import { checkNode } from '../../src/app/check-node.ts'

it('Node before 24 is a failure that says how to get a fitting one', () => {
  expect(checkNode('22.18.0')).toMatchObject({
    status: 'failed',
    found: expect.stringContaining('22.18.0'),
    remedy: expect.stringContaining('npm start'),
  })
  expect(checkNode('24.0.0').status).toBe('ok')
  expect(checkNode('26.1.0').status).toBe('ok')
})
