import { describe, expect, it } from 'vitest'
import { answeredAll, answersSchema } from './account.schema'
import { mainFormOf } from './vocabulary.rules'

describe('the main form', () => {
  it('is one of several named forms, or none of them; with fewer than two there is none to choose', () => {
    expect(mainFormOf(['labour', 'begging'], 'begging')).toBe('begging')
    expect(mainFormOf(['labour', 'begging'], 'several')).toBe('several')
    expect(mainFormOf(['labour', 'begging'], 'sexual')).toBe('')
    expect(mainFormOf(['labour', 'unknown'], 'labour')).toBe('')
    expect(mainFormOf([], 'several')).toBe('')
  })

  it('is not recorded in an account of the time before it was asked', () => {
    const { mainForm: _later, ...old } = answeredAll('not_asked')
    expect(answersSchema.parse(old).mainForm).toBe('')
  })
})
