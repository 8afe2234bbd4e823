import { expect, it } from 'vitest'
import { errorFacts } from './log'

const CANARY = 'Amina Diallo'

it('writes of an error its class, its code and where it happened, never its text', () => {
  const made = Object.assign(new TypeError(`Failing row contains (${CANARY})`), { code: '23514' })
  const { kind, code, stack } = errorFacts(made)
  expect([kind, code]).toEqual(['TypeError', '23514'])
  expect(stack[0]).toMatch(/^at .*log\.test\.ts/)
  expect(JSON.stringify(errorFacts(made))).not.toContain(CANARY)
})

it.each([
  [
    'lines of a message that look like frames',
    new Error(`x\n    at ${CANARY} (/tmp/a.ts:1:2)\n    at file:///${CANARY}:1:2`),
  ],
  ['a name', Object.assign(new Error('x'), { name: CANARY })],
  ['a code', Object.assign(new Error('x'), { code: CANARY })],
  ['an object', { code: CANARY, message: CANARY }],
  ['a text', CANARY],
])('holds nothing of %s', (_, error) => {
  expect(JSON.stringify(errorFacts(error))).not.toContain(CANARY)
})
