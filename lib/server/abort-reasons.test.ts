import { afterAll, expect, it } from 'vitest'
import { letAbortReasonsGo } from './abort-reasons'

const { abort } = AbortController.prototype
afterAll(() => {
  AbortController.prototype.abort = abort
})

it('an abort reads the stack of its reason, and is the same otherwise', () => {
  letAbortReasonsGo()
  let reads = 0
  const reason = Object.defineProperty(new Error('over'), 'stack', {
    get: () => {
      reads += 1
      return 'read'
    },
  })
  const controller = new AbortController()
  controller.abort(reason)
  expect([controller.signal.aborted, controller.signal.reason, reads]).toEqual([true, reason, 1])

  const plain = new AbortController()
  plain.abort()
  expect(plain.signal.reason).toMatchObject({ name: 'AbortError' })
  const word = new AbortController()
  word.abort('enough')
  expect(word.signal.reason).toBe('enough')
})
