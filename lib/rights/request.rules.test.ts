import { expect, it } from 'vitest'
import { answerBy } from './request.rules'

it('a person is answered within a month', () => {
  expect(answerBy('2026-11-25')).toBe('2026-12-25')
  expect(answerBy('2026-12-31')).toBe('2027-01-31')
  expect(answerBy('2027-01-31')).toBe('2027-02-28')
  expect(answerBy('2028-01-30')).toBe('2028-02-29')
  expect(answerBy('2026-08-31')).toBe('2026-09-30')
})
